"""What is no question, and what is one: small samples of both, for the rule that tells them apart."""

import base64
import json
import random

_DRAWN = random.Random(1)
BYTES = {f"{size} random bytes": _DRAWN.randbytes(size) for size in (30, 100, 1000, 300_000, 1_000_000)} | {
    "a PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" + _DRAWN.randbytes(200),
    "an ELF": b"\x7fELF\2\1\1" + bytes(9) + b"squeeze view reshape" + _DRAWN.randbytes(200),
    "a PDF": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"
    + _DRAWN.randbytes(500)
    + b"\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n",
}
TEXTS = {
    "base64": base64.b64encode(_DRAWN.randbytes(400)).decode(),
    "hexadecimal": _DRAWN.randbytes(200).hex(),
    "numbers": " ".join(str(7919 * number % 1000) for number in range(200)),
    "keys": "asdfghjkl qwerty zxcvbnm hjklhjkl",
    "emoji": "😀😃😄🎉🔥 lol omg 😂😂",
    "a PDF of text": "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R "
    ">>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 "
    "R] /Count 1 >>\nendobj\n4 0 obj\n<< /Length 44 >>\nstream\nBT /F1 24 Tf 100 700 Td (Hello World) "
    "Tj ET\nendstream\n",
    "a shell script": '#!/bin/sh\nset -eu\nfor f in "$@"; do\n  sort "$f" | '
    "uniq -c | sort -rn | head -n 10\ndone\necho "
    "done",
    "a backup script": "#!/bin/bash\nDATE=$(date +%F)\ntar czf "
    "/backup/home-$DATE.tar.gz /home\nfind /backup -mtime +30 "
    "-delete\nif [ $? -ne 0 ]; then exit 1; fi\nsplit -b 100M /backup/home-$DATE.tar.gz part-",
    "Java": 'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.length()" '
    'because "<local1>" is null\n\tat com.example.myproject.Book.getTitle(Book.java:16)\n\tat '
    "com.example.Bootstrap.main(Bootstrap.java:14)",
    "Java, out of bounds": "java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 3\n\tat "
    "Main.main(Main.java:6)",
    "JavaScript": "TypeError: Cannot read properties of undefined (reading 'map')\n    at UserList "
    "(http://localhost:3000/static/js/bundle.js:1021:32)\n    at renderWithHooks "
    "(http://localhost:3000/bundle.js:24533:22)",
    "Node": "Error: Cannot find module 'express'\nRequire stack:\n- /home/dev/app/server.js\n    at "
    "Module._load (node:internal/modules/cjs/loader:922:27)\n  code: 'MODULE_NOT_FOUND'",
    "Go": "panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:\n"
    "main.process(...)\n\t/tmp/sandbox3462/prog.go:12\nexit status 2",
    "Rust": "thread 'main' panicked at 'called `Result::unwrap()` on an `Err` value: Os { code: 2, kind: "
    "NotFound }', src/main.rs:5:37\nstack backtrace:\n   0: rust_begin_unwind\n   1: "
    "core::panicking::panic_fmt",
    "C++": "main.cpp:7:5: error: 'cout' was not declared in this scope; did you mean 'std::cout'?\n    7 |    "
    ' cout << "Hello" << endl;\ncollect2: error: ld returned 1 exit status\nmake: *** [Makefile:12: '
    "app] Error 1",
    "Ruby": "app.rb:12:in `divide': divided by 0 (ZeroDivisionError)\n\tfrom app.rb:12:in `block in calc'",
    "PHP": "PHP Fatal error:  Uncaught Error: Call to undefined function mysql_connect() in /var/www/html/db.php:5",
    "a web app": 'Traceback (most recent call last):\n  File "/srv/app/views/cart.py", line 41, in add_item\n    '
    "user = session['foo']\nKeyError: 'foo'",
    "a missing module": 'Traceback (most recent call last):\n  File "app.py", line 1, in <module>\n    import flask\n'
    "ModuleNotFoundError: No module named 'flask'",
    "a str and an int": 'Traceback (most recent call last):\n  File "main.py", '
    'line 3, in <module>\n    print("age: " + '
    '5)\nTypeError: can only concatenate str (not "int") to str',
    "a NoneType": 'Traceback (most recent call last):\n  File "bot.py", line 30, in on_message\n    await '
    "message.channel.send(reply.text)\nAttributeError: 'NoneType' object has no attribute 'text'",
    "a database": 'Traceback (most recent call last):\n  File "/srv/app/manage.py", line 22, in <module>\n    '
    "main()\ndjango.db.utils.OperationalError: no such table: auth_user",
    "JSON": json.dumps({"user": {"id": 42, "name": "Alice", "roles": ["admin", "editor"]}, "active": True}),
    "CSV": "date,region,product,units,revenue\n2024-01-01,North,Widget,12,340.50\n" * 20,
    "HTML": "<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Our products</h1><p>We deliver "
    "fresh flowers every day.</p></body></html>",
    "C": "#include <stdio.h>\nint main(int argc, char **argv) {\n    int v[] = {3, 1, 2};\n    qsort(v, 3, "
    'sizeof(int), cmp);\n    for (int i = 0; i < 3; i++) printf("%d\\n", v[i]);\n    return '
    "EXIT_SUCCESS;\n}",
    "YAML": "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n"
    "    spec:\n",
    "CSS": "body { margin: 0; font-family: sans-serif; }\n.nav { display: flex; padding: 1rem; }",
    "a log": "Jan 12 06:25:01 host CRON[2211]: pam_unix(cron:session): session opened for user root\n" * 30,
    "lorem ipsum": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut "
    "labore.",
    "a recipe": "Cream the butter and sugar until light and fluffy, then beat in the eggs one at a time. Fold in "
    "the flour, add a pinch of salt, pour the batter into a greased tin and bake for 35 minutes.",
    "a cake": "how do I bake a chocolate cake without eggs",
    "an editor": "how to exit vim",
    "containers": "docker compose restart policy",
    "a letter": "Hi Anna,\n\nthanks for your message. I will be out of the office until Monday, but we can meet on "
    "Tuesday afternoon if that works for you. Could you bring the signed contract?",
    "Chinese news": "昨天下午，本市举行了第三届美食节，来自全国各地的厨师带来了特色菜肴，吸引了上万名游客前来品尝。",
    "a Chinese poem": "床前明月光，疑是地上霜。举头望明月，低头思故乡。",
    "a Chinese recipe": "把五花肉切成小块，冷水下锅焯水，捞出沥干。锅中放少许油，加入冰糖炒出糖色，放入肉块翻炒。",
    "a Chinese contract": "甲方应当在合同签订之日起三十日内向乙方支付全部货款，逾期付款的，应向乙方支付违约金。",
    "Japanese": "昨日は友達と映画を見に行きました。とても面白かったです。",
    "Russian": "Съешь же ещё этих мягких французских булок, да выпей чаю",
    "French": "Le petit chat dort sur le canapé pendant que la pluie tombe doucement dehors",
}
QUESTIONS = [
    "how do I remove a dimension of size one",
    "swap rows and columns of a matrix",
    "concatenate two tensors along channels",
    "pick the five largest values",
    "why is my loss nan",
    "move model to gpu",
    "stop tracking gradients during validation",
    "count how many elements are true",
    "cumulated product of daily returns",
    "one hot encode labels",
    "pytorch equivalent of np.tile",
    "sliding window over a time series",
    "collate variable length sequences in a dataloader",
    "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB",
    "RuntimeError: CUDA error: device-side assert triggered",
    "ValueError: only one element tensors can be converted to Python scalars",
    "怎么去掉大小为一的维度",
    "两个矩阵怎么相乘",
    "冻结某几层参数",
    "推理的时候怎么关掉梯度",
    "怎么复现实验结果",
    "统计大于0的元素个数",
    "上三角矩阵 mask 怎么生成",
    (
        "我在训练一个图像分类网络，跑到第二个 epoch 的时候 loss 变成 "
        "nan，学习率已经调得很小了，请问应该怎么检查是哪一层的输出出现了 nan"
    ),
    (
        "I have a batch of 32 images as HWC uint8 numpy arrays and I need them as CHW float tensors, what "
        "is the best way to do that"
    ),
    (
        'Traceback (most recent call last):\n  File "net.py", line 41, in forward\n    x = self.conv1(x)\n '
        ' File "/usr/lib/python3/site-packages/torch/nn/modules/conv.py", line 456, in _conv_forward\n    '
        "return F.conv2d(input, weight, bias, self.stride,\nRuntimeError: Given groups=1, weight of size "
        "[16, 3, 3, 3], expected input[1, 1, 28, 28] to have 3 channels, but got 1 channels instead"
    ),
    (
        'Traceback (most recent call last):\n  File "run.py", line 5, in <module>\n    y = x.view(2, 7)\n'
        "RuntimeError: shape '[2, 7]' is invalid for input of size 12"
    ),
    (
        'Traceback (most recent call last):\n  File "q.py", line 12, in <module>\n    '
        "model.load_state_dict(sd)\nRuntimeError: Error(s) in loading state_dict for Net:\n\tMissing "
        'key(s) in state_dict: "fc.weight".'
    ),
    (
        "import torch\nimport torch.nn as nn\n\nclass Net(nn.Module):\n    def __init__(self):\n        "
        "super().__init__()\n        self.fc = nn.Linear(784, 10)\n\nfor images, labels in loader:\n    "
        "loss = criterion(net(images), labels)\n    loss.backward()\n\nwhy do my gradients accumulate over "
        "the batches?"
    ),
    (
        "我的代码：\nfor epoch in range(10):\n    loss = criterion(net(x), y)\n    loss.backward()\n    "
        "optimizer.step()\n为什么每个epoch梯度都会累加，要不要手动清零"
    ),
    "epoch 1: 0.3 0.2\n" * 300 + "RuntimeError: mat1 and mat2 shapes cannot be multiplied (20x400 and 256x64)",
]
