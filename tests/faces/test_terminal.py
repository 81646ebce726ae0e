"""The terminal, through the real process: what it finds, what it refuses, and that nothing brings it down."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.retrieval import noise
from torchref.content import catalog
from torchref.content.language import LANGUAGES, is_chinese
from torchref.content.marks import plain
from torchref.faces import terminal
from torchref.retrieval import index
from torchref.retrieval.names import VALUE

ROOT = Path(__file__).parents[2]
ENTRIES = catalog.entries(catalog.read())
ENGLISH = {"LC_ALL": "C.UTF-8"}
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}


def ask(*arguments, environment=ENGLISH, stdin=b"", cwd=ROOT, **options):
    """Run ``torchref`` as its own process; standard input is a pipe, as it is for a script."""
    return subprocess.run(
        [sys.executable, "-m", "torchref", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        cwd=cwd,
        timeout=60,
        **options,
    )


def said(*arguments, **options):
    finished = ask(*arguments, **options)
    assert finished.returncode == 0, finished.stderr.decode()
    return finished.stdout.decode()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("squeeze", "squeeze"),
        ("torch.squeeze", "squeeze"),
        ("Tensor.squeeze_", "squeeze"),
        ("x.squeeze()", "squeeze"),
        ("x.squeeze(-1)", "squeeze"),
        ("np.squeeze", "squeeze"),
        ("numpy.concatenate", "cat"),
        ("SQUEEZE", "squeeze"),
        ("absolute", "abs"),
        ("@", "matmul"),
        ("a @ b", "matmul"),
        ("**", "pow"),
        ("~", "bitwise_not"),
        ("x[index]", "getitem"),
        ("T", "T"),
        ("t", "t"),
        ("torch.Tensor", "Tensor"),
        ("torch.tensor", "tensor"),
        ("nn.Linear", "nn.Linear"),
        ("Linear", "nn.Linear"),
        ("sqeeze", "squeeze"),
        ("transpos", "transpose"),
        ("swap two dimensions", "transpose"),
        ("删除大小为1的维度", "squeeze"),
        ("squeeze 报错", "squeeze"),
    ],
)
def test_an_operation_is_found_however_it_is_written(text, name):
    (best, *_) = json.loads(said("--json", "--", text))
    assert best["name"] == name


def test_every_name_of_every_operation_finds_it():
    facts = json.loads(catalog.OBSERVED.read_text(encoding="utf-8"))["operations"]
    for name, entry in ENTRIES.items():
        for spelled in [name, *facts[name]["names"]]:
            assert index.name_of(spelled) == name
        assert {index.name_of(alias) for alias in entry.aliases} <= {name}


def test_operations_of_one_name_name_each_other():
    assert "Same name  nn.Module.to  Move a model" in said("to") and "Same name  to  Convert a tensor" in said(
        "nn.Module.to"
    )
    assert [row["name"] for row in json.loads(said("--json", "to"))][:2] == ["to", "nn.Module.to"]
    assert [row["name"] for row in json.loads(said("--json", "model.to(device)"))][:2] == ["nn.Module.to", "to"]
    assert "Same name" not in said("squeeze")


def test_an_entry_shows_all_its_parts_within_80_columns():
    for language, environment in (("en", ENGLISH), ("zh", CHINESE)):
        text = said("gather", environment=environment)
        entry = index.entry("gather", language)
        assert text.startswith("torch.gather")
        messages = [message for block in entry["blocks"] for message, _fix in block["errors"]]
        for part in [entry["summary"], entry["facts"][0][0], entry["see_also"][0][0], *messages]:
            assert part.replace("``", "`") in text
        assert all(line.strip() in text for line in entry["numpy"].splitlines())
        assert "\033" not in text, "colours in a pipe"


def test_an_entry_shows_where_numpy_differs():
    for language in ("en", "zh"):
        for name in ENTRIES:
            entry = index.entry(name, language)
            for group in entry["differences"]:
                assert group["label"] in plain(entry["text"])
                for dtypes, session in group["calls"]:
                    shown = plain(entry["text"]).replace("\n    ", "\n")
                    assert session in shown, f"{name}: {dtypes} {session}"


def test_prose_of_every_entry_keeps_to_80_columns():
    from torchref.content import text

    for language in LANGUAGES:
        for name in ENTRIES:
            entry = index.entry(name, language)
            for block in entry["blocks"]:
                for line in [line for paragraph in block["prose"] for line in text.wrap(paragraph)]:
                    words = plain(line).split("`")
                    assert text.columns(plain(line)) <= text.WIDTH or len(words) <= 3, f"{name}: {line}"


def test_a_clear_winner_is_shown_whole_and_the_runners_up_are_named():
    text = said("swap", "two", "dimensions")
    assert text.startswith("torch.transpose")
    assert text.splitlines()[-1].startswith("also: ")


def test_no_clear_winner_gives_a_short_list():
    lines = said("dimension", "--limit", "3").splitlines()
    assert lines[-1] == "`torchref NAME` shows one of them"
    assert sum(bool(line) and not line.startswith(" ") for line in lines[:-1]) == 3


def test_a_pasted_traceback_is_answered_with_cause_and_cure_first():
    trace = (ROOT / "tests" / "faces" / "traceback.txt").read_bytes()
    text = said(stdin=trace)
    assert text.startswith("mat1 is 1792×28 and mat2 is 784×128: 28 ≠ 784\n\nCommon error\n")
    assert "mat1 and mat2 shapes cannot be multiplied" in text.partition("NumPy equivalent")[0]
    assert text == said("-", stdin=trace) == said("--", trace.decode())


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_first_that_the_environment_names(environment, language):
    assert said("sum", environment=environment).splitlines()[1] == index.entry("sum", language)["summary"]


def test_an_explicit_language_wins():
    assert said("--lang", "zh", "squeeze") == said("squeeze", environment=CHINESE)
    assert said("--lang=en", "squeeze", environment=CHINESE) == said("squeeze")


def test_a_chinese_question_is_answered_in_chinese_where_the_environment_says_nothing():
    nothing = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}
    chinese, english = (index.entry("squeeze", language)["summary"] for language in ("zh", "en"))
    assert chinese in said("删除大小为1的维度", environment=nothing)
    assert english in said("删除大小为1的维度", environment={**nothing, "LANG": "en_US.UTF-8"})


def test_list_names_every_operation_one_a_line():
    assert said("--list").splitlines() == list(ENTRIES)
    assert said("--list", "shape").splitlines() == [name for name, entry in ENTRIES.items() if entry.topic == "shape"]
    for title in ("Shape", "SHAPE", "形状"):
        assert said("--list", title) == said("--list", "shape")
    for language, titles in index.part("titles").items():
        for topic, title in zip(index.part("topics"), titles, strict=True):
            assert terminal.main(["--list", *title.split()]) == terminal.FOUND, f"{language}: {title} of {topic}"
    assert "形状" in ask("--lang", "zh", "--list", "foo").stderr.decode()


def test_json_is_ranked_and_the_same_for_one_hit():
    rows = json.loads(said("--json", "--limit", "4", "swap two dimensions"))
    assert len(rows) == 4
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    (one,) = json.loads(said("--json", "--limit=1", "squeeze"))
    assert list(one) == list(rows[0]) == ["name", "topic", "summary", "score", "url"]
    assert one["name"] == "squeeze" and one["url"].endswith("en/squeeze.html")


def test_json_without_a_hit_is_an_empty_array():
    finished = ask("--json", "zzzz qqqq")
    assert (finished.returncode, json.loads(finished.stdout)) == (1, [])


def test_numpy_alone():
    source = said("--numpy", "squeeze")
    assert source.startswith("import numpy as np\n")
    assert [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)] == ["squeeze"]


@pytest.mark.parametrize("name", ENTRIES)
def test_examples_of_every_entry_run_as_they_stand(name, tmp_path, monkeypatch, capsys):
    """Each is executed in a namespace of its own, in an empty folder."""
    import numpy as np
    import torch

    monkeypatch.chdir(tmp_path)
    source = terminal.examples(index.entry(name, "en"))
    threads, printing = torch.get_num_threads(), torch._tensor_str.PRINT_OPTS
    with torch.random.fork_rng():
        exec(compile(source, f"{name}.py", "exec"), {"__name__": "__main__"})
    assert (torch.get_num_threads(), torch._tensor_str.PRINT_OPTS) == (threads, printing)
    assert np.ones(1).dtype == np.float64
    shown = [example.message for example in ENTRIES[name].examples if example.message]
    printed = capsys.readouterr().out
    for message in shown:
        assert message.partition(": ")[2].splitlines()[0].rstrip(".")[:40] in printed or "..." in message


def test_examples_through_the_process():
    assert said("--examples", "squeeze") == terminal.examples(index.entry("squeeze", "en"))


@pytest.mark.parametrize("mode", ["--examples", "--numpy", "--json", "--open"])
def test_nothing_found_is_exit_code_1_in_every_mode(mode):
    finished = ask(mode, "zzzz qqqq")
    assert finished.returncode == 1


@pytest.mark.parametrize(
    ("text", "name", "nearest"),
    [
        ("torch.vmap", "torch.vmap", ""),
        ("torch.float32", "torch.float32", "float"),
        ("torch.pi", "torch.pi", ""),
        ("np.fft.hfft", "np.fft.hfft", ""),
        ("vmap", "torch.vmap", ""),
        ("nn.Conv2d", "torch.nn.Conv2d", ""),
        ("Conv2d(3, 16, 3)", "torch.nn.Conv2d", ""),
        ("F.dropout", "torch.nn.functional.dropout", ""),
        ("optim.Adam", "torch.optim.Adam", ""),
        ("torch.nn.utils.spectral_norm", "torch.nn.utils.spectral_norm", ""),
        ("F.unfold", "torch.nn.functional.unfold", "unfold"),
        ("torch.nn.functional.unfold(x, 3)", "torch.nn.functional.unfold", "unfold"),
        ("nn.ReLU", "torch.nn.ReLU", "relu"),
        ("nn.squeeze", "nn.squeeze", "squeeze"),
        ("torch.nn.functional.sqeeze", "torch.nn.functional.sqeeze", "squeeze"),
        ("model.named_children()", "torch.nn.Module.named_children", ""),
        ("x.foo()", "x.foo", ""),
        ("torch.asarray", "torch.asarray", ""),
    ],
)
def test_a_name_without_a_page_is_answered_with_no_other(text, name, nearest):
    finished = ask("--", text)
    assert (finished.returncode, finished.stdout) == (1, b"")
    first = finished.stderr.decode().splitlines()[0]
    assert first.startswith(f"torchref has no page for {name}") and nearest in first.partition("nearest")[2]
    finished = ask("--json", "--", text)
    assert (finished.returncode, json.loads(finished.stdout)) == (1, [])


def test_every_name_without_a_page_is_known_as_one():
    """A dtype that a method is called after, ``torch.long``, is answered with the method."""
    names = index.part("names")
    for line in index.part("without_page").split():
        name = line.removeprefix(VALUE)
        if name != line and name in names:
            assert index.resolve(f"torch.{name}")[0] == names[name]
            continue
        assert index.resolve(f"torch.{name}") == (None, f"torch.{name}")
        assert index.search(f"torch.{name}") == [] and f"torch.{name}" not in names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("model.eval()", "nn.Module.eval"),
        ("model.to(device)", "nn.Module.to"),
        ("x.to(device)", "to"),
        ("x.squeeze()", "squeeze"),
        ("loss.backward()", "backward"),
        ("optim.step()", "optim.Optimizer.step"),
        ("nn.Module.to", "nn.Module.to"),
        ("Module.to", "nn.Module.to"),
        ("torch.autograd.grad", "autograd.grad"),
        ("F.softmax(x, dim=1)", "softmax"),
        ("F.relu", "relu"),
        ("torch.linalg.det", "det"),
        ("torch.view", "view"),
    ],
)
def test_an_operation_is_found_behind_a_variable_and_in_another_space(text, name):
    assert index.resolve(text) == (name, None)


@pytest.mark.parametrize(("text", "name", "first"), [("seed", "torch.seed", "manual_seed"),
                                                     ("torch.sqeeze", "torch.sqeeze", "squeeze")])  # fmt: skip
def test_an_ordinary_word_and_a_slip_are_answered_and_the_missing_page_is_named(text, name, first):
    finished = ask(text)
    assert finished.returncode == 0
    assert f"no page for {name}" in finished.stderr.decode().splitlines()[0]
    assert index.search(text)[0][0] == first


def test_no_hit_names_the_nearest_and_the_way_to_all():
    finished = ask("qsueezzee")
    assert finished.returncode == 1 and not finished.stdout
    assert "squeeze" in finished.stderr.decode() and "--list" in finished.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--lang", "fr", "squeeze"], "--lang takes one of en, zh; found 'fr'"),
        (["--lang"], "--lang takes one of en, zh; found ''"),
        (["--limit", "0", "squeeze"], "--limit takes an integer of at least 1; found '0'"),
        (["--limit", "many", "squeeze"], "found 'many'"),
        (["--limt", "3"], "unknown option '--limt'; did you mean --limit?"),
        (["--lst"], "unknown option '--lst'; did you mean --list?"),
        (["--foo"], "unknown option '--foo'; to look it up as text, run: torchref -- '--foo'"),
        (["--list", "shap"], "there is no topic 'shap'; nearest: shape"),
        (["--examples", "--numpy", "squeeze"], "--examples and --numpy cannot be combined"),
        (["--json=yes", "squeeze"], "--json takes no value; found 'yes'"),
        (["--completion", "csh"], "--completion takes one of bash, zsh, fish; found 'csh'"),
        ([""], "no query given"),
        (["  "], "no query given"),
        ([], "no query given"),
    ],
)
def test_bad_usage_is_exit_code_2_and_says_what_exists(arguments, words):
    finished = ask(*arguments)
    assert finished.returncode == 2 and not finished.stdout
    assert words in finished.stderr.decode() and "Traceback" not in finished.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "zh", "--foo"],
        ["--foo", "--lang", "zh"],
        ["--foo", "--lang=zh"],
        ["--lang=fr", "--lang", "zh"],
        ["--lang", "zh", "--limit", "0"],
        ["--lang", "zh", "--json=yes"],
        ["--lang", "zh", "--json", "--numpy", "x"],
        ["--lang", "zh", "--list", "foo"],
        ["--lang", "zh", "--completion", "csh"],
        ["--lang", "zh"],
    ],
)
def test_bad_usage_answers_in_the_language_asked_for(arguments):
    finished = ask(*arguments)
    assert finished.returncode == 2 and not finished.stdout
    assert any(map(is_chinese, finished.stderr.decode().split("主题：")[0])), finished.stderr.decode()


@pytest.mark.parametrize(("environment", "chinese"), [(ENGLISH, False), (CHINESE, True)])
def test_bad_usage_in_an_unknown_language_answers_in_that_of_the_environment(environment, chinese):
    finished = ask("--lang", "fr", "--foo", environment=environment)
    assert finished.returncode == 2
    assert any(map(is_chinese, finished.stderr.decode())) == chinese


def test_bytes_that_are_no_text_are_said_to_be_none_in_the_language_of_the_environment():
    """Chinese characters stand in random bytes by chance, and are no reason to answer in Chinese."""
    nothing = {"LC_ALL": "C", "LC_MESSAGES": "", "LANG": ""}
    finished = ask(stdin="\0维度".encode() * 1000, environment=nothing)
    assert finished.returncode == 1 and not finished.stdout
    assert finished.stderr.decode().startswith("nothing found: the input is not text\n")


def test_the_nearest_name_is_no_help_for_a_whole_text():
    finished = ask(stdin=f"{noise.TEXTS['a backup script']}\nfi\n".encode())
    assert finished.returncode == 1 and "nearest" not in finished.stderr.decode()


def test_what_follows_two_dashes_is_the_question():
    assert json.loads(said("--json", "--", "--dim", "in", "squeeze"))
    assert ask("--", "--help").returncode in (0, 1)


def test_open_without_a_site_says_how_to_get_one(tmp_path):
    finished = ask("--open", "squeeze", environment={**ENGLISH, "TORCHREF_SITE": str(tmp_path)})
    assert finished.returncode == 2
    assert "make site" in finished.stderr.decode()


def test_open_opens_the_page_of_the_named_site(tmp_path):
    """Python's webbrowser takes any program as BROWSER; this one writes the address down."""
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {**CHINESE, "BROWSER": f"{program} %s", "TORCHREF_SITE": "https://example.org/torchref/"}
    assert said("--open", "T", environment=environment).strip() == "https://example.org/torchref/zh/T-attribute.html"
    assert (tmp_path / "opened").read_text().strip() == "https://example.org/torchref/zh/T-attribute.html"


def test_it_imports_the_standard_library_alone():
    for arguments in (["squeeze"], ["swap two dimensions"], ["--json", "删除大小为1的维度"], ["zzzz"], ["--help"]):
        start = "import sys; from torchref.faces import terminal; "
        script = f"{start}terminal.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
        command = [sys.executable, "-c", script, *arguments]
        finished = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60)
        loaded = {name.partition(".")[0] for name in finished.stderr.split()}
        assert "torchref" in loaded
        assert not loaded & {"torch", "numpy", "sphinx", "jinja2", "polib", "docutils", "matplotlib"}


def test_a_closed_pipe_is_no_error():
    command = f"{sys.executable} -m torchref --list | head -1; echo ${{PIPESTATUS[0]}}"
    finished = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (finished.stdout.split(), finished.stderr) == ([next(iter(ENTRIES)), "0"], "")


@pytest.mark.parametrize(
    ("redirection", "code"), [("<&-", 2), ("squeeze >&-", 0), ("squeeze 2>&-", 0), ("squeeze > /dev/full", 2)]
)
def test_closed_and_full_streams_give_no_traceback(redirection, code):
    command = f"unset PYTHONUNBUFFERED; {sys.executable} -m torchref {redirection}"
    finished = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert finished.returncode == code
    assert "Traceback" not in finished.stderr and "Exception" not in finished.stderr


AWKWARD = {
    "control characters": b"\x00\x01\x07\x1b[31m squeeze \x7f\x9b",
    "broken UTF-8": b"\xff\xfe\x80 squeeze \xed\xa0\x80",
    "one megabyte": b"squeeze the dims " * 62_000,
    "one word of a megabyte": b"a" * 1_000_000,
    "Chinese, one megabyte": "维度".encode() * 170_000,
    "brackets": b"((((((((((" * 1000 + b"[" * 1000,
    "dots": b"." * 5000,
    "lines": b"\n" * 5000 + b"squeeze",
    "percent and braces": b"%s %d {} {0} {hint} \\N{DASH}",
    "tracebacks nested": b'Traceback (most recent call last):\n  File "x", line 1\n' * 500
    + b"ValueError: \xe5\xbc\xa0",
}


@pytest.mark.parametrize("data", AWKWARD.values(), ids=AWKWARD.keys())
@pytest.mark.parametrize("mode", [[], ["--json"], ["--examples"]], ids=["text", "json", "examples"])
def test_awkward_bytes_are_answered_without_a_traceback(data, mode):
    finished = ask(*mode, stdin=data)
    harmless(finished)


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_characters="\0"), max_size=60), st.sampled_from([[], ["--json"], ["--lang", "zh"]])
)
def test_any_text_is_answered_without_a_traceback(text, mode):
    """As an argument of the process; lone surrogates reach it as Python passes undecodable bytes on."""
    harmless(
        ask(
            *mode, *(word.encode("utf-8", "surrogatepass") for word in [text]), environment={"PATH": os.environ["PATH"]}
        )
    )


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_answered_without_a_traceback(data):
    harmless(ask(stdin=data))


def harmless(finished):
    assert finished.returncode in (0, 1, 2)
    said = finished.stdout.decode() + finished.stderr.decode()
    assert not re.search("^Traceback", finished.stderr.decode(), re.MULTILINE)
    assert not [one for one in said if not one.isprintable() and one not in "\n\t"], "a control character was echoed"


def test_a_read_only_home_and_package_change_nothing(tmp_path):
    copy = copied(tmp_path)
    (copy / "torchref" / "retrieval" / "index.bin").unlink(missing_ok=True)
    blocked = tmp_path / "nothing"
    blocked.mkdir(mode=0o500)
    environment = {**ENGLISH, "HOME": str(blocked), "PYTHONDONTWRITEBYTECODE": "1"}
    os.chmod(copy / "torchref" / "retrieval", 0o500)
    try:
        assert said("squeeze", environment=environment, cwd=copy) == said("squeeze")
    finally:
        os.chmod(copy / "torchref" / "retrieval", 0o700)
    assert not list(blocked.iterdir())


def test_an_index_that_cannot_be_written_is_made_in_memory(tmp_path):
    """A folder is in its place, which stops even an administrator."""
    copy = copied(tmp_path)
    (copy / "torchref" / "retrieval" / "index.bin").unlink(missing_ok=True)
    (copy / "torchref" / "retrieval" / "index.bin").mkdir()
    assert said("squeeze", cwd=copy) == said("squeeze")
    assert sorted(path.name for path in (copy / "torchref" / "retrieval").glob("index.bin*")) == ["index.bin"]


@pytest.mark.parametrize("broken", [b"", b"\0" * 100, "half", "a bit of its head", "a bit of its end"])
def test_a_broken_index_is_made_again(broken, tmp_path):
    copy = copied(tmp_path)
    said("squeeze", cwd=copy)
    file = copy / "torchref" / "retrieval" / "index.bin"
    whole = file.read_bytes()
    head, end = bytes([*whole[:40], whole[40] ^ 1, *whole[41:]]), bytes([*whole[:-1], whole[-1] ^ 1])
    texts = {"half": whole[: len(whole) // 2], "a bit of its head": head, "a bit of its end": end}
    file.write_bytes(texts.get(broken, broken))
    assert said("squeeze", cwd=copy) == said("squeeze")
    assert file.read_bytes() == whole


def test_no_broken_part_of_the_index_is_shown(tmp_path):
    """Only what an answer needs is read: a wrong bit is found by the answer that needs it."""
    copy = copied(tmp_path)
    question = ("swap", "two", "dimensions")
    right = [said("squeeze", cwd=copy), said(*question, cwd=copy)]
    file = copy / "torchref" / "retrieval" / "index.bin"
    whole = file.read_bytes()
    for start in range(100, 600, 100):
        broken = bytearray(whole)
        broken[start::1000] = bytes(255 - one for one in broken[start::1000])
        file.write_bytes(broken)
        assert [said("squeeze", cwd=copy), said(*question, cwd=copy)] == right


def test_the_index_is_never_stale(tmp_path):
    copy = copied(tmp_path)
    said("squeeze", cwd=copy)
    source = copy / "torchref" / "operations" / "shape.py"
    text = source.read_text(encoding="utf-8")
    stamp = source.stat()
    source.write_text(text.replace(ENTRIES["squeeze"].summary, "Abolish dimensions of size 1."), encoding="utf-8")
    os.utime(source, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert said("squeeze", cwd=copy).splitlines()[1] == "Abolish dimensions of size 1."
    assert json.loads(said("--json", "abolish", cwd=copy))[0]["name"] == "squeeze"


def test_an_edit_of_the_same_size_right_after_an_answer_is_seen(tmp_path):
    copy = copied(tmp_path)
    source = copy / "torchref" / "operations" / "shape.py"
    text = source.read_text(encoding="utf-8")
    for word in ("Delete", "Remove", "Vanish", "Remove"):
        source.write_text(text.replace(ENTRIES["squeeze"].summary, f"{word} dimensions of size 1."), encoding="utf-8")
        for _ in range(2):
            assert said("squeeze", cwd=copy).splitlines()[1] == f"{word} dimensions of size 1."


def test_what_files_look_like_is_noted_only_once_they_have_settled(tmp_path, monkeypatch):
    """The next edit may bear the time of the one before."""
    monkeypatch.setattr(index, "CHECKED", str(tmp_path / "checked"))
    monkeypatch.setattr(index, "SETTLED", 10**19)
    assert index._is_of(index._checksum()) and not (tmp_path / "checked").exists()


def test_files_that_look_as_they_did_are_not_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(index, "CHECKED", str(tmp_path / "checked"))
    monkeypatch.setattr(index, "SETTLED", 0)
    checksum = index._checksum()
    assert index._is_of(checksum)
    monkeypatch.setattr(index, "_checksum", lambda: pytest.fail("read again"))
    assert index._is_of(checksum)
    monkeypatch.setattr(index, "MADE_FROM", index.MADE_FROM[1:])
    monkeypatch.setattr(index, "_checksum", lambda: b"other")
    assert not index._is_of(checksum)


def test_broken_content_is_named_by_file_and_line(tmp_path):
    copy = copied(tmp_path)
    with (copy / "torchref" / "operations" / "shape.py").open("a", encoding="utf-8") as file:
        file.write("\ndef broken(:\n")
    finished = ask("squeeze", cwd=copy)
    assert finished.returncode == 2
    assert "shape.py:" in finished.stderr.decode() and "Traceback" not in finished.stderr.decode()


def test_the_index_takes_at_most_6_kilobytes_an_entry():
    index.part("names")
    assert Path(index.FILE).stat().st_size <= 6_000 * len(ENTRIES)


def copied(folder):
    ignored = shutil.ignore_patterns("__pycache__", "*.checked")
    shutil.copytree(ROOT / "torchref", folder / "copy" / "torchref", ignore=ignored)
    return folder / "copy"


@pytest.mark.parametrize("shell", terminal.SHELLS)
def test_completion_is_valid_for_its_shell(shell):
    script = said("--completion", shell)
    assert "torchref --list" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script.encode(), check=True, timeout=60)


def test_bash_completes_names_topics_and_options(tmp_path):
    program = tmp_path / "torchref"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m torchref "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = """
        eval "$(torchref --completion bash)"
        complete_with() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _torchref; echo "${COMPREPLY[*]}"; }
        complete_with torchref sque; complete_with torchref --list sh; complete_with torchref --ex
    """
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    finished = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
    )
    assert finished.stdout.splitlines() == ["squeeze", "shape", "--examples"], finished.stderr


def test_colours_and_pager_on_a_terminal_only():
    """A pseudo-terminal of 10 lines: coloured, and through the pager; NO_COLOR takes the colours away."""
    pty = pytest.importorskip("pty")

    def on_terminal(lines, **environment):
        import fcntl
        import struct
        import termios

        outer, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
        told = {**os.environ, **ENGLISH, "TERM": "xterm", **environment}
        command = [sys.executable, "-m", "torchref", "squeeze"]
        process = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=told, cwd=ROOT)
        os.close(inner)
        seen = b""
        while True:
            try:
                part = os.read(outer, 65536)
            except OSError:
                break
            if not part:
                break
            seen += part
        process.wait(60)
        os.close(outer)
        return seen.decode()

    assert "\033[1mtorch.squeeze" in on_terminal(200, PAGER="false")
    assert "\033" not in on_terminal(200, PAGER="false", NO_COLOR="1")
    assert on_terminal(10, PAGER="sed s/^/paged:/").count("paged:") > 20
    assert "torch.squeeze" in on_terminal(10, PAGER="no-such-pager")
    assert "torch.squeeze" in on_terminal(10, PAGER="'unbalanced")
