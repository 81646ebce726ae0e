"""Training: layers, a loss, an optimizer and batches of data, from the first step to the saved weights."""

import numpy as np

__all__ = [
    "SGD",
    "CrossEntropyLoss",
    "DataLoader",
    "Linear",
    "MSELoss",
    "Module",
    "TensorDataset",
    "autograd_grad",
    "eval",
    "load_state_dict",
    "module_to",
    "one_hot",
    "pad",
    "parameters",
    "relu",
    "set_detect_anomaly",
    "state_dict",
    "step",
    "train",
    "zero_grad",
]


def Module():
    """Write a model as a class: layers in ``__init__``, computation in ``forward``.

    >>> class Line(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(1, 1)
    ...     def forward(self, x):
    ...         return self.layer(x)
    >>> model = Line()
    >>> model
    Line(
      (layer): Linear(in_features=1, out_features=1, bias=True)
    )

    Call the model itself, not its ``forward``, so that hooks run too:

    >>> model(torch.zeros(4, 1)).shape
    torch.Size([4, 1])

    ``super().__init__()`` comes first. Before it there is no place to put a layer:

    >>> class Hasty(torch.nn.Module):
    ...     def __init__(self):
    ...         self.layer = torch.nn.Linear(1, 1)
    >>> Hasty()
    Traceback (most recent call last):
    AttributeError: cannot assign module before Module.__init__() call

    A list hides its layers, and a plain tensor is no parameter: without a word, neither is trained or saved.
    ``torch.nn.Parameter(...)`` and ``torch.nn.ModuleList([...])`` are seen. The latter is but a list, whose layers are
    called one by one; ``torch.nn.Sequential`` calls them in a row:

    >>> model.layers, model.scale = [torch.nn.Linear(1, 1)], torch.ones(1, requires_grad=True)
    >>> list(model.state_dict())
    ['layer.weight', 'layer.bias']
    >>> torch.nn.ModuleList([torch.nn.Linear(1, 1)])(torch.zeros(4, 1))
    Traceback (most recent call last):
    NotImplementedError: Module [ModuleList] is missing the required "forward" function

    See also: :func:`Linear`, :func:`parameters`, :func:`state_dict`, :func:`module_to`.

    :asked: define a neural network; cannot assign module before module.__init__() call; module is missing the
    required forward function; custom layer with own weights; keras functional or subclass model; module class for a
    simple network with layers; list of layers not registered use modulelist; stack layers in sequence with
    nn.Sequential; multi layer perceptron with two hidden layers; write my own neural network class; layers in python
    list not trained
    """
    raise NotImplementedError("NumPy has no models: keep the arrays in a dict, and write ``forward`` as a function.")


def Linear(x, weight, bias=None):
    """Multiply by weights and add a bias: the fully connected (dense) layer.

    It takes the number of features that come in and go out, and keeps a weight of shape (out, in):

    >>> layer = torch.nn.Linear(3, 2)
    >>> layer.weight.shape, layer.bias.shape
    (torch.Size([2, 3]), torch.Size([2]))

    Called, it computes ``x @ weight.T + bias`` over the last dimension and keeps those before it. Weights and bias
    start at random between ±1/√in, so here they are set:

    >>> weight, bias = torch.tensor([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]), torch.tensor([0.0, 10.0])
    >>> layer.load_state_dict({"weight": weight, "bias": bias})
    <All keys matched successfully>
    >>> layer(torch.tensor([[1.0, 1.0, 1.0], [5.0, 0.0, 0.0]])).tolist()
    [[6.0, 11.0], [5.0, 10.0]]
    >>> layer(torch.zeros(7, 4, 3)).shape
    torch.Size([7, 4, 2])

    The last dimension holds the features of a sample. Four samples of one feature have shape (4, 1), and not (4,):

    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> torch.nn.Linear(1, 1)(x)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x4 and 1x1)
    >>> torch.nn.Linear(1, 1)(x.reshape(-1, 1)).shape
    torch.Size([4, 1])

    It takes tensors, and float32 as its weights are. NumPy's numbers are mostly float64; :func:`float` converts them:

    >>> layer(np.ones((4, 3)))
    Traceback (most recent call last):
    TypeError: linear(): argument 'input' (position 1) must be Tensor, not numpy.ndarray
    >>> layer(torch.from_numpy(np.ones((4, 3))))
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
    >>> layer(torch.from_numpy(np.ones((4, 3))).float()).shape
    torch.Size([4, 2])

    See also: :func:`Module`, :func:`matmul`, :func:`MSELoss`, :func:`relu`.

    :asked: fully connected layer; shape of weight and bias; linear regression model; dense layer with 10 outputs;
    last layer for classification with 10 classes; y = wx + b; in_features after conv flatten; project 512 features to
    128; keras dense units; weight shape out by in is transposed; linear layer given a numpy.ndarray; mat1 mat2 same
    dtype double and float
    """
    y = x @ weight.T
    return y if bias is None else y + bias


def relu(x):
    """Replace negative numbers by 0: the usual activation function.

    >>> torch.relu(torch.tensor([-2, 0, 3]))
    tensor([0, 0, 3])

    Two linear layers in a row are one linear layer, so what lies between them must bend. This is the cheapest bend.
    Its slope is 1 above 0, and 0 below and at 0:

    >>> x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
    >>> torch.relu(x).sum().backward()
    >>> x.grad
    tensor([0., 0., 1.])

    ``torch.nn.functional.relu`` does the same. ``torch.nn.ReLU`` is a layer, to be made before it is called. Given
    the numbers at once, it takes them for an option, and the error comes later:

    >>> torch.nn.ReLU(x).sum()
    Traceback (most recent call last):
    AttributeError: 'ReLU' object has no attribute 'sum'
    >>> torch.nn.ReLU()(x).sum().item()
    2.0

    ``relu_`` writes into the tensor itself, which autograd refuses where the old numbers are still needed:

    >>> y = torch.sigmoid(x)
    >>> z = y.relu_()
    >>> z.sum().backward()
    Traceback (most recent call last):
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [3]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
    >>> y = torch.sigmoid(x)
    >>> z = y.relu()
    >>> z.sum().backward()

    See also: :func:`clamp`, :func:`sigmoid`, :func:`maximum`, :func:`Linear`.

    :asked: nn.relu vs f.relu; relu inplace=true error; modified by an inplace operation output of relu; why a network
    needs a nonlinearity; set all negative numbers to zero; which activation between layers; leaky relu; rectified
    linear activation function; negatives become zero; hinge function keeps the positive part; max of zero and x
    """
    return np.maximum(x, 0)


def parameters():
    """Go through all weights and biases that a model learns.

    >>> model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU(), torch.nn.Linear(3, 1))
    >>> [tuple(weight.shape) for weight in model.parameters()]
    [(3, 2), (3,), (1, 3), (1,)]
    >>> sum(weight.numel() for weight in model.parameters())
    13

    With their names:

    >>> [name for name, weight in model.named_parameters()]
    ['0.weight', '0.bias', '2.weight', '2.bias']

    It is an iterator, and empty after one pass. Call it again instead of keeping it:

    >>> weights = model.parameters()
    >>> many = sum(weight.numel() for weight in weights)
    >>> optimizer = torch.optim.SGD(weights)
    Traceback (most recent call last):
    ValueError: optimizer got an empty parameter list
    >>> optimizer = torch.optim.SGD(model.parameters())

    They are the tensors of the model itself. To freeze the first layer, let them ask for no gradient:

    >>> for weight in model[0].parameters():
    ...     weight.requires_grad = False
    >>> [weight.requires_grad for weight in model.parameters()]
    [False, False, True, True]

    A plain tensor cannot take the place of one. Wrap it, or write into the one that is there under :func:`no_grad`:

    >>> model[0].bias = torch.zeros(3)
    Traceback (most recent call last):
    TypeError: cannot assign 'torch.FloatTensor' as parameter 'bias' (torch.nn.Parameter or None expected)
    >>> model[0].bias = torch.nn.Parameter(torch.zeros(3))

    See also: :func:`SGD`, :func:`state_dict`, :func:`requires_grad`, :func:`Module`.

    :asked: optimizer got an empty parameter list; cannot assign torch.floattensor as parameter; model summary like
    keras; what to pass to the optimizer; different learning rate for different layers; list all layer names and
    shapes; how big is my model; get all weights of a network; print weight of the first layer; how many parameters
    has the model; parameter count number of trainable parameters
    """
    raise NotImplementedError("NumPy has no models, so there is nothing to ask: keep the arrays in a list.")


def module_to():
    """Move a model to a GPU or another device, or change its dtype, in place.

    The model itself changes, and is returned:

    >>> model = torch.nn.Conv1d(1, 1, 1)
    >>> model.to(torch.float64) is model
    True
    >>> model.weight.dtype
    torch.float64

    A tensor does not change. Its :func:`to` gives another one, and without ``x =`` that one is lost:

    >>> x = torch.ones(2, 1, 3)
    >>> result = x.to(torch.float64)
    >>> model(x)
    Traceback (most recent call last):
    RuntimeError: Input type (float) and bias type (double) should be the same
    >>> x = x.to(torch.float64)
    >>> model(x).shape
    torch.Size([2, 1, 3])

    The same with devices: inputs go where the model went. Here ``meta``, a device without numbers, stands for a GPU:

    >>> model = torch.nn.Linear(2, 1).to("meta")
    >>> model(torch.ones(3, 2))
    Traceback (most recent call last):
    RuntimeError: Tensor on device meta is not on the expected device cpu!
    >>> model(torch.ones(3, 2, device="meta")).shape
    torch.Size([3, 1])

    Gradients need steps as small as they like, so a model cannot be made of integers:

    >>> model.to(torch.int64)
    Traceback (most recent call last):
    TypeError: nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int64

    See also: :func:`to`, :func:`cuda`, :func:`device`, :func:`Module`.

    :asked: move a model to the gpu; model and input on different devices; input type and weight type should be the
    same; torch.cuda.floattensor and torch.floattensor should be the same; .to(device) on data does nothing; expected
    all tensors on the same device inside a layer; whole model to double precision; send network to cuda with
    model.cuda(); input on cuda but model weights on cpu; whole model to half precision; train network on another gpu;
    several gpus training dataparallel
    """
    raise NotImplementedError("NumPy has neither models nor devices: convert each array by itself, with ``astype``.")


def MSELoss(x, y, reduction="mean"):
    """Average the squared errors of predictions: the loss for regression.

    The loss is made first, with its options (``reduction="sum"`` only adds, ``"none"`` keeps one number an element),
    and called then:

    >>> loss = torch.nn.MSELoss()
    >>> loss(torch.tensor([1.0, 2.0, 5.0]), torch.tensor([1.0, 4.0, 4.0]))
    tensor(1.6667)

    Called at once, it takes the tensors for its options:

    >>> torch.nn.MSELoss(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 4.0]))
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous

    A model gives a column where the targets often have one dimension only. Then every prediction is held against every
    target, and what fits perfectly has a loss of 1.3333. There is only a warning, where the losses for yes or no refuse:

    >>> import warnings
    >>> predicted, target = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([1.0, 2.0, 3.0])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     loss(predicted, target)
    tensor(1.3333)
    >>> print(caught[0].message)
    Using a target size (torch.Size([3])) that is different to the input size (torch.Size([3, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
    >>> torch.nn.BCEWithLogitsLoss()(predicted, target)
    Traceback (most recent call last):
    ValueError: Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))
    >>> loss(predicted, target.reshape(-1, 1))
    tensor(0.)

    Two integer tensors are refused (``Long`` is int64). Convert them with :func:`float`:

    >>> loss(torch.tensor([1, 2]), torch.tensor([1, 4]))
    Traceback (most recent call last):
    NotImplementedError: "mse_cpu" not implemented for 'Long'

    See also: :func:`CrossEntropyLoss`, :func:`mean`, :func:`Linear`, :func:`broadcast_to`.

    :asked: mean squared error; regression loss; l2 loss; using a target size that is different to the input size;
    mse_cpu not implemented for long; squared difference of prediction and target; reconstruction loss of autoencoder;
    binary classification loss bce with logits; mae l1 loss; model always predicts the same average; loss to predict
    prices or continuous value; rmse root mean squared error loss
    """
    squares = (x - y) ** 2
    return squares if reduction == "none" else getattr(np, reduction)(squares)


def one_hot(x, num_classes=-1):
    """Encode class numbers one-hot: as rows with a single 1.

    >>> torch.nn.functional.one_hot(torch.tensor([0, 2, 1]))
    tensor([[1, 0, 0],
            [0, 0, 1],
            [0, 1, 0]])

    Unless told, it counts the classes by the largest number present. A batch without the last class comes out too
    narrow:

    >>> torch.nn.functional.one_hot(torch.tensor([0, 1, 1])).shape
    torch.Size([3, 2])
    >>> torch.nn.functional.one_hot(torch.tensor([0, 1, 1]), num_classes=3).shape
    torch.Size([3, 3])

    Classes count from 0. Those that count from 1 run out of the table:

    >>> torch.nn.functional.one_hot(torch.tensor([1, 2, 3]), num_classes=3)
    Traceback (most recent call last):
    RuntimeError: Class values must be smaller than num_classes.
    >>> torch.nn.functional.one_hot(torch.tensor([1, 2, 3]) - 1, num_classes=3).shape
    torch.Size([3, 3])

    It takes int64 and gives int64. Labels read from a table are often float32, and a layer wants its input in
    float32, so convert on both sides:

    >>> labels = torch.tensor([2.0, 0.0])
    >>> torch.nn.functional.one_hot(labels)
    Traceback (most recent call last):
    RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
    >>> torch.nn.functional.one_hot(labels.long()).float()
    tensor([[0., 0., 1.],
            [1., 0., 0.]])

    See also: :func:`CrossEntropyLoss`, :func:`long`, :func:`eye`, :func:`scatter`.

    :asked: one-hot encoding; class labels to vectors; to_categorical in keras; categorical data to binary
    columns; get_dummies in pandas; integer labels to matrix of zeros and ones; column missing for absent class;
    one_hot is only applicable to index tensor; labels 0..9 to vectors of length 10; segmentation mask to one
    channel per class; integer classes to binary matrix; one row with a single 1 per label
    """
    num_classes = x.max() + 1 if num_classes == -1 else num_classes
    return np.eye(num_classes, dtype=np.int64)[x]


def CrossEntropyLoss(x, target, reduction="mean"):
    """Compute the classification loss: how far scores miss the right classes.

    One row of scores a sample, and the number of its class. Equal scores for 3 classes, the last here, cost log 3:

    >>> loss, scores = torch.nn.CrossEntropyLoss(), torch.tensor([[9.0, 0.0, 0.0], [0.0, 9.0, 0.0]])
    >>> loss(scores, torch.tensor([0, 1])), loss(scores, torch.tensor([1, 0])), loss(0 * scores, torch.tensor([0, 1]))
    (tensor(0.0002), tensor(9.0002), tensor(1.0986))

    The softmax is inside. With another one before it nothing fails, but for 3 classes the loss stays above 0.5514:

    >>> loss(99 * scores, torch.tensor([0, 1])), loss(torch.softmax(99 * scores, dim=1), torch.tensor([0, 1]))
    (tensor(0.), tensor(0.5514))

    Three columns are the classes 0, 1 and 2. On a GPU a 3 ends in ``device-side assert triggered``:

    >>> loss(scores, torch.tensor([1, 3]))
    Traceback (most recent call last):
    IndexError: Target 3 is out of bounds.

    One class for each row, in no column. A wrong ``view`` before the last layer alters the number of rows. Numbers in
    the shape of the scores are taken for probabilities, and those are floating:

    >>> loss(scores, torch.tensor([0, 1, 2, 0]))
    Traceback (most recent call last):
    ValueError: Expected input batch_size (2) to match target batch_size (4).
    >>> loss(scores, torch.tensor([[0], [1]]))
    Traceback (most recent call last):
    RuntimeError: 0D or 1D target tensor expected, multi-target not supported
    >>> loss(scores, torch.nn.functional.one_hot(torch.tensor([0, 1]), 3))
    Traceback (most recent call last):
    RuntimeError: Expected floating point type for target with class probabilities, got Long

    Scores lie along dimension 1, also for words and pixels. Here they come last; ``transpose(1, 2)`` is missing:

    >>> loss(torch.zeros(2, 5, 3), torch.zeros(2, 5, dtype=torch.int64))
    Traceback (most recent call last):
    RuntimeError: Expected target size [2, 3], got [2, 5]

    See also: :func:`softmax`, :func:`one_hot`, :func:`MSELoss`, :func:`argmax`.

    :asked: sparse_categorical_crossentropy in keras; label smoothing; softmax in last layer needed or not; language
    model next token loss; cross entropy vs nllloss with log softmax; cuda error device-side assert labels; loss
    function for classifying images; semantic segmentation pixel wise loss; padding tokens should not count in loss;
    loss ignoring padding with ignore_index=-100; class weights for imbalanced or rare class; multi-class
    classification loss from logits
    """
    dim = min(x.ndim - 1, 1)
    log_p = x - np.logaddexp.reduce(x, axis=dim, keepdims=True)
    if target.dtype.kind == "f":
        losses = -np.sum(log_p * target, axis=dim)
    else:
        losses = -np.take_along_axis(log_p, np.expand_dims(target, dim), dim).squeeze(dim)
    return losses if reduction == "none" else getattr(np, reduction)(losses)


def SGD(params, grads, velocities, lr=0.001, momentum=0.0, weight_decay=0.0):
    """Make the optimizer of gradient descent: each :func:`step` goes downhill.

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25)
    >>> (w * w).sum().backward()
    >>> optimizer.step()
    >>> w
    tensor([0.5000, 1.0000], requires_grad=True)

    ``lr`` says how far, and the right one depends on the loss. With 0.1, w² comes closer to 0, 10w² swings to and fro
    for ever, and 11w² runs away. Steeper losses need smaller steps:

    >>> w = torch.ones(3, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.1)
    >>> for _ in range(4):
    ...     optimizer.zero_grad()
    ...     (torch.tensor([1.0, 10.0, 11.0]) * w * w).sum().backward()
    ...     optimizer.step()
    >>> w
    tensor([0.4096, 1.0000, 2.0736], requires_grad=True)

    It wants a list of tensors, neither a tensor by itself nor the model:

    >>> model = torch.nn.Linear(2, 1)
    >>> optimizer = torch.optim.SGD(model.weight, lr=0.1)
    Traceback (most recent call last):
    TypeError: params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    It holds on to the tensors it was given. What is put into the model later stays as it is, and nobody says so:

    >>> model.weight = torch.nn.Parameter(torch.ones(1, 2))
    >>> model(torch.ones(1, 2)).sum().backward()
    >>> optimizer.step()
    >>> model.weight.tolist()
    [[1.0, 1.0]]

    See also: :func:`step`, :func:`zero_grad`, :func:`parameters`, :func:`backward`.

    :asked: gradient descent optimizer; params argument given to the optimizer should be an iterable of tensors;
    stochastic gradient descent; learning rate schedule decay during training; l2 regularization weight decay in
    optimizer; momentum optimizer; which optimizer to start with; optimizer adam or sgd; set learning rate; loss
    explodes and gets larger; learning rate too large how to choose
    """
    for x, grad, velocity in zip(params, grads, velocities, strict=True):
        velocity *= momentum
        velocity += grad + weight_decay * x
        x -= lr * velocity


def zero_grad():
    """Forget the gradients of the last step, before the next ones are added to them.

    :func:`backward` adds. This call makes the gradients None (0 with ``set_to_none=False``), so they count anew.
    ``model.zero_grad()`` does it for all parameters of a model:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.1)
    >>> (w * w).sum().backward(), (w * w).sum().backward(), w.grad
    (None, None, tensor([4., 8.]))
    >>> optimizer.zero_grad()
    >>> w.grad is None
    True

    Forgotten, each step goes by the sum of all gradients. Eight steps down v² should lead to 0.8⁸ = 0.1678:

    >>> v = torch.tensor(1.0, requires_grad=True)
    >>> descent = torch.optim.SGD([v], lr=0.1)
    >>> for _ in range(8):
    ...     (v * v).backward()
    ...     descent.step()
    >>> v
    tensor(-0.7899, requires_grad=True)

    Its one wrong place is between :func:`backward` and :func:`step`, where it takes away what the step needs:

    >>> (w * w).sum().backward()
    >>> optimizer.zero_grad()
    >>> optimizer.step()
    >>> w
    tensor([1., 2.], requires_grad=True)

    See also: :func:`grad`, :func:`backward`, :func:`step`, :func:`SGD`.

    :asked: why call optimizer.zero_grad(); where to put zero_grad; reset gradients to none; forgot to zero the
    gradients; why do gradients accumulate between iterations; gradient doubles on second backward; clear old gradient
    buffer of the optimizer; zero the gradients each step; gradients pile up from previous batches; simulate a big
    batch on small gpu; gradient accumulation for larger effective batch size
    """
    raise NotImplementedError("NumPy adds up no gradients: each is computed anew, and there is nothing to forget.")


def step(params, grads, lr):
    """Update the weights by one step of the optimizer.

    The four lines of every training loop: forget, measure, go back, step. Here the weight should become 2:

    >>> x, target = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[2.0], [4.0], [6.0]])
    >>> model, loss = torch.nn.Linear(1, 1, bias=False), torch.nn.MSELoss()
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    >>> for _ in range(100):
    ...     optimizer.zero_grad()
    ...     error = loss(model(x), target)
    ...     error.backward()
    ...     optimizer.step()
    >>> round(model.weight.item(), 4)
    2.0

    A tensor whose gradient is None is passed over. Without :func:`backward` that is every one, so nothing happens:

    >>> before = model.weight.clone()
    >>> optimizer.zero_grad()
    >>> optimizer.step()
    >>> torch.equal(model.weight, before)
    True

    The loss belongs inside the loop. One that was measured before a step rests on weights that are gone:

    >>> layers = torch.nn.Sequential(torch.nn.Linear(1, 2), torch.nn.Linear(2, 1))
    >>> optimizer = torch.optim.SGD(layers.parameters(), lr=0.1)
    >>> error = loss(layers(x), target)
    >>> error.backward(retain_graph=True)
    >>> optimizer.step()
    >>> error.backward()
    Traceback (most recent call last):
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2, 1]], which is output 0 of AsStrided, is at version 2; expected version 1 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
    >>> optimizer.zero_grad()
    >>> loss(layers(x), target).backward()

    ``scheduler.step()``, which changes the learning rate, comes after it, mostly once an epoch. The wrong way round
    warns: ``Detected call of lr_scheduler.step() before optimizer.step()``.

    See also: :func:`SGD`, :func:`zero_grad`, :func:`backward`, :func:`no_grad`.

    :asked: network does not learn anything; update parameters after backward; loss does not decrease; how to update
    model weights; lr_scheduler.step() before optimizer.step() warning; basic training loop forward loss backward
    update; weights not updated because step is missing; complete example of training one epoch; accuracy stays the
    same; loss stays constant; weights do not change after training
    """
    for x, grad in zip(params, grads, strict=True):
        x -= lr * grad


def train():
    """Switch to training mode: dropout drops, batch norm looks at the batch.

    It trains nothing. It sets a flag on the model and all its layers, and most layers do not look at it. A new model
    is in this mode:

    >>> model = torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.Dropout(0.5))
    >>> model.training, model[1].training
    (True, True)

    Dropout does. It sets numbers to 0 by chance and scales up the rest, here by 2, to keep the mean about the same:

    >>> dropped = torch.nn.Dropout(0.5)(torch.ones(1000))
    >>> sorted(set(dropped.tolist()))
    [0.0, 2.0]

    The flag stays until it is set again. A loop that looks at the validation data with :func:`eval` goes back for the
    next epoch, or it trains without dropout from then on:

    >>> model = model.eval()
    >>> model[1].training
    False
    >>> model = model.train()
    >>> model[1].training
    True

    Batch norm takes mean and variance from the batch, and one sample alone has no variance. Such a batch is often the
    last one of an epoch; ``drop_last=True`` leaves it out:

    >>> torch.nn.BatchNorm1d(2)(torch.ones(1, 2))
    Traceback (most recent call last):
    ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 2])

    See also: :func:`eval`, :func:`Module`, :func:`DataLoader`.

    :asked: training mode; what does model.train() do; expected more than 1 value per channel when training; dropout
    randomly zeroes activations; last batch of one sample crashes; does model.train start the training; batchnorm
    error with batch size 1; dropout randomly drops neurons against overfitting; switch back from eval to train mode;
    training vs eval mode of a model; enable dropout with model.train() again
    """
    raise NotImplementedError("NumPy functions have no mode: give those that need one an argument for it.")


def eval():
    """Switch to evaluation mode: the same input always gives the same output.

    Before, dropout makes each prediction another one:

    >>> model, x = torch.nn.Dropout(0.5), torch.ones(1000)
    >>> torch.equal(model(x), model(x))
    False
    >>> torch.nn.Dropout(0.5).eval()(torch.ones(3))
    tensor([1., 1., 1.])

    In training mode batch norm looks at the batch, so the prediction for one sample depends on the others. In
    evaluation mode it uses the mean and variance gathered while training, in this new layer still 0 and 1:

    >>> batch = torch.tensor([[1.0], [3.0]])
    >>> torch.nn.BatchNorm1d(1)(batch).round(decimals=2).tolist()
    [[-1.0], [1.0]]
    >>> torch.nn.BatchNorm1d(1).eval()(batch).round(decimals=2).tolist()
    [[1.0], [3.0]]

    It does not switch off the gradients. For predictions write :func:`no_grad` as well, which saves memory and time:

    >>> layer = torch.nn.Linear(1, 1).eval()
    >>> layer(batch).requires_grad
    True
    >>> with torch.no_grad():
    ...     layer(batch).requires_grad
    False

    See also: :func:`train`, :func:`no_grad`, :func:`Module`.

    :asked: model.eval() vs torch.no_grad(); inference with a trained model; result depends on the other samples in
    the batch; predictions change every time for same input; switch off batchnorm updates at test time; test accuracy
    much lower than training accuracy; prediction for a single image; same image gives different output each run;
    which mode before validation; turn off or disable dropout; evaluation or test mode of model
    """
    raise NotImplementedError("NumPy functions have no mode: give those that need one an argument for it.")


def state_dict():
    """Get the weights of a model, and all it has learnt, as a dict to save.

    >>> model = torch.nn.Linear(2, 1)
    >>> list(model.state_dict())
    ['weight', 'bias']

    This is what gets saved, rather than the model, whose file would depend on the code of its class:

    >>> import io
    >>> file = io.BytesIO()
    >>> torch.save(model.state_dict(), file)

    It is no copy. The tensors share the memory of the model, and what looks like the best state goes on learning:

    >>> best = model.state_dict()
    >>> with torch.no_grad():
    ...     model.weight[:] = 7
    >>> best["weight"]
    tensor([[7., 7.]])
    >>> import copy
    >>> best = copy.deepcopy(model.state_dict())
    >>> with torch.no_grad():
    ...     model.weight[:] = 8
    >>> best["weight"]
    tensor([[7., 7.]])

    It holds more than :func:`parameters`: batch norm's mean and variance too, which no gradient changes:

    >>> list(torch.nn.BatchNorm1d(2).state_dict())
    ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked']

    To go on training later, save that of the optimizer as well. Momentum lies there. It fits the same parameters only:

    >>> list(torch.optim.SGD(model.parameters()).state_dict())
    ['state', 'param_groups']
    >>> torch.optim.SGD([model.weight]).load_state_dict(torch.optim.SGD(model.parameters()).state_dict())
    Traceback (most recent call last):
    ValueError: loaded state dict contains a parameter group that doesn't match the size of optimizer's group

    See also: :func:`load_state_dict`, :func:`save`, :func:`parameters`, :func:`clone`.

    :asked: what to save of a model; loaded state dict contains a parameter group that doesn't match the size; export
    only the weights of trained model; weights as dictionary of names; save progress and resume training later; what
    does model.state_dict() contain; keep the best model during training; early stopping restore best weights; list
    keys of the network weights; snapshot of weights every epoch
    """
    raise NotImplementedError("NumPy has no models: whoever keeps the arrays in a dict has it already.")


def load_state_dict(own, state_dict):
    """Load saved weights into a model.

    The model is built from code first. Its numbers are overwritten in place, and nothing is shared afterwards:

    >>> trained, model = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1)
    >>> model.load_state_dict(trained.state_dict())
    <All keys matched successfully>
    >>> torch.equal(model.weight, trained.weight)
    True

    What comes back is a report, not the model, so do not write ``model = model.load_state_dict(...)``. Nor does it
    take the name of a file; that is for :func:`load`:

    >>> model.load_state_dict("weights.pt")
    Traceback (most recent call last):
    TypeError: Expected state_dict to be dict-like, got <class 'str'>.

    The names must be those of the model. Here they have a prefix, as after ``DataParallel``, which is taken off:

    >>> saved = torch.nn.Sequential(trained).state_dict()
    >>> model.load_state_dict(saved)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...Missing key(s) in state_dict: "weight", "bias"...Unexpected key(s) in state_dict: "0.weight", "0.bias"...
    >>> model.load_state_dict({name.removeprefix("0."): value for name, value in saved.items()})
    <All keys matched successfully>

    The shapes must agree too. A last layer for another number of classes does not, and not even ``strict=False``
    passes over that; take it out of the dict:

    >>> torch.nn.Linear(2, 10).load_state_dict(model.state_dict(), strict=False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...size mismatch for weight: copying a param with shape torch.Size([1, 2]) from checkpoint, the shape in current model is torch.Size([10, 2])...

    ``strict=False`` loads what fits by name, and leaves the rest as it was. Read the report:

    >>> model.load_state_dict({"weight": torch.ones(1, 2), "wieght": torch.ones(1, 2)}, strict=False)
    _IncompatibleKeys(missing_keys=['bias'], unexpected_keys=['wieght'])

    See also: :func:`state_dict`, :func:`load`, :func:`Module`, :func:`eval`.

    :asked: unexpected key(s) in state_dict; module. prefix from dataparallel; ignore keys that do not match
    strict=false; expected state_dict to be dict-like; copy weights from one network to another; dqn target network
    update; checkpoint keys do not match model; load pretrained backbone without head; load or put saved weights into
    model; pretrained weights with a different last layer; size mismatch because number of classes differs; size
    mismatch for fc.weight copying a param
    """
    if {name: x.shape for name, x in own.items()} != {name: x.shape for name, x in state_dict.items()}:
        raise ValueError("names or shapes differ")
    for name, x in own.items():
        x[...] = state_dict[name]


def TensorDataset(*tensors):
    """Make a dataset of inputs and targets, where one index gives one sample.

    >>> x, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([2.0, 4.0, 6.0])
    >>> data = torch.utils.data.TensorDataset(x, y)
    >>> len(data), data[0]
    (3, (tensor([1.]), tensor(2.)))

    The samples lie along the first dimension, and all tensors have the same number of them:

    >>> torch.utils.data.TensorDataset(x.reshape(1, 3), y)
    Traceback (most recent call last):
    AssertionError: Size mismatch between tensors

    Arrays are refused in words that do not say so. :func:`from_numpy` converts them:

    >>> torch.utils.data.TensorDataset(np.ones((3, 1)), np.ones(3))
    Traceback (most recent call last):
    TypeError: 'int' object is not callable
    >>> len(torch.utils.data.TensorDataset(torch.from_numpy(np.ones((3, 1))), torch.from_numpy(np.ones(3))))
    3

    Nothing is copied: a sample is a view of the tensors.

    >>> data[0][1].fill_(100)
    tensor(100.)
    >>> y
    tensor([100.,   4.,   6.])

    Keep some samples back, to see how the model does on what it was not trained on:

    >>> training, validation = torch.utils.data.random_split(data, [2, 1])
    >>> len(training), len(validation)
    (2, 1)

    See also: :func:`DataLoader`, :func:`from_numpy`, :func:`split`.

    :asked: size mismatch between tensors; dataset from numpy arrays; custom dataset class __getitem__ __len__; wrap
    features and labels together; split data into train and validation set; hold out validation data; dataset from x
    and y tensors; combine x and y arrays to iterate batches; train test split 80/20 or train validation; pandas
    dataframe or csv to dataset; random_split for train and validation
    """
    return list(zip(*tensors, strict=True))


def DataLoader(dataset, batch_size=1, shuffle=False, *, drop_last=False):
    """Go through the data in batches, shuffled if asked.

    >>> data = torch.utils.data.TensorDataset(torch.arange(5), torch.arange(5) * 10)
    >>> loader = torch.utils.data.DataLoader(data, batch_size=2)
    >>> [(x.tolist(), y.tolist()) for x, y in loader]
    [([0, 1], [0, 10]), ([2, 3], [20, 30]), ([4], [40])]

    The last batch may be smaller, so the mean of the batches' means is not the mean. Weigh each by its size, or leave
    the last one out with ``drop_last=True``:

    >>> means = [x.float().mean() for x, y in loader]
    >>> torch.stack(means).mean(), torch.arange(5).float().mean()
    (tensor(2.3333), tensor(2.))

    Each loop over it is one epoch. With ``shuffle=True`` each has an order of its own, and still every sample once; an
    empty dataset, as from a wrong path, is refused: ``num_samples should be a positive integer value``.

    >>> loader = torch.utils.data.DataLoader(data, batch_size=2, shuffle=True)
    >>> torch.cat([x for x, y in loader]).sort().values
    tensor([0, 1, 2, 3, 4])

    It has no index. For one batch take the first, a list, whose tensors move to a device one by one:

    >>> batch = next(iter(loader))
    >>> batch.to("cpu")
    Traceback (most recent call last):
    AttributeError: 'list' object has no attribute 'to'
    >>> x, y = [tensor.to("cpu") for tensor in batch]

    Samples are stacked, so they need one shape: :func:`pad` the short. None comes of a ``__getitem__`` without return:

    >>> words = [torch.tensor([1, 2]), torch.tensor([3, 4, 5])]
    >>> next(iter(torch.utils.data.DataLoader(words, batch_size=2)))
    Traceback (most recent call last):
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
    >>> next(iter(torch.utils.data.DataLoader([None, None], batch_size=2)))
    Traceback (most recent call last):
    TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>

    See also: :func:`TensorDataset`, :func:`randperm`, :func:`stack`, :func:`pad`.

    :asked: stack expects each tensor to be equal size; default_collate batch must contain tensors; get one batch to
    look at; custom collate_fn for different lengths; sampler to oversample rare class; last batch smaller than batch
    size; what does shuffle=True do; batch and shuffle training data every epoch; num_workers hangs or slow loading;
    iterate in mini-batches of 64; loop over data in batches
    """
    order = np.random.permutation(len(dataset)) if shuffle else range(len(dataset))
    for start in range(0, len(order), batch_size):
        batch = [dataset[n] for n in order[start : start + batch_size]]
        if len(batch) == batch_size or not drop_last:
            yield [np.stack(column) for column in zip(*batch, strict=True)]


def pad(x, pad, mode="constant", value=None):
    """Pad a tensor: put zeros or another number around it.

    ``pad`` counts from the last dimension: left, right, then top, bottom. A negative margin cuts off:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.nn.functional.pad(x, (1, 2))
    tensor([[0, 1, 2, 0, 0],
            [0, 3, 4, 0, 0]])
    >>> torch.nn.functional.pad(x, (0, 0, 1, 0))
    tensor([[0, 0],
            [1, 2],
            [3, 4]])
    >>> torch.nn.functional.pad(x, (-1, 0))
    tensor([[2],
            [4]])

    ``np.pad`` begins at the first dimension and takes pairs. Here the order is the other way round, and all in one
    row:

    >>> torch.nn.functional.pad(x, ((1, 0), (0, 0)))
    Traceback (most recent call last):
    TypeError: pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type tuple at pos 0

    Sequences of several lengths become rows of one table:

    >>> words = [torch.tensor([1, 2]), torch.tensor([3, 4, 5])]
    >>> torch.stack([torch.nn.functional.pad(word, (0, 3 - len(word)), value=-1) for word in words])
    tensor([[ 1,  2, -1],
            [ 3,  4,  5]])

    Other modes repeat numbers of the tensor: ``"reflect"``, ``"replicate"``, ``"circular"``. They leave at least the
    first dimension alone, so a row by itself needs one more. A mirror shows no more than there is:

    >>> torch.nn.functional.pad(torch.tensor([[1, 2, 3]]), (2, 2), mode="reflect")
    tensor([[3, 2, 1, 2, 3, 2, 1]])
    >>> torch.nn.functional.pad(torch.tensor([[1, 2, 3]]), (3, 3), mode="reflect")
    Traceback (most recent call last):
    RuntimeError: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (3, 3) at dimension 1 of input [1, 3]

    See also: :func:`cat`, :func:`stack`, :func:`full`, :func:`unfold`.

    :asked: zero padding; order of pad arguments left right top bottom; padding size should be less than the
    corresponding input dimension; make sentences the same length with zeros; batch of sequences with different
    lengths; add zero border around image; pad to multiple of 32; pad image to square; mirror padding at edges; same
    padding for convolution; fill short sequences with zeros at the end; extend array with zeros at the end
    """
    pairs = [(0, 0)] * (x.ndim - len(pad) // 2) + [pad[n : n + 2] for n in range(len(pad) - 2, -1, -2)]
    x = x[tuple(slice(max(-a, 0), n - max(-b, 0)) for n, (a, b) in zip(x.shape, pairs, strict=True))]
    margins = [(max(a, 0), max(b, 0)) for a, b in pairs]
    if mode == "constant":
        return np.pad(x, margins, constant_values=value or 0)
    return np.pad(x, margins, {"replicate": "edge", "circular": "wrap"}.get(mode, mode))


def autograd_grad(function, x, step=1e-6):
    """Compute gradients and get them back, without a trace on the tensors.

    Where :func:`backward` adds to ``.grad``, this returns a tuple, one gradient for each input:

    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> torch.autograd.grad((x**3).sum(), x)
    (tensor([ 3., 12.]),)
    >>> x.grad is None
    True

    Slopes of slopes: ``create_graph=True`` records the way back too. Without it the first gradient has no history:

    >>> torch.autograd.grad((x**3).sum(), x)[0].requires_grad
    False
    >>> (slope,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)
    >>> torch.autograd.grad(slope.sum(), x)
    (tensor([ 6., 12.]),)

    Any tensor on the way can be asked, not only leaves. What is not recorded, or not on the way, is an error.
    ``allow_unused=True`` returns None for what is not on the way:

    >>> square, other = x * x, torch.ones(1, requires_grad=True)
    >>> torch.autograd.grad((x * x).sum(), torch.ones(2))
    Traceback (most recent call last):
    RuntimeError: One of the differentiated Tensors does not require grad
    >>> torch.autograd.grad((5 * square).sum(), square)
    (tensor([5., 5.]),)
    >>> torch.autograd.grad(x.sum(), [x, other])
    Traceback (most recent call last):
    RuntimeError: The differentiated Tensor at index 1 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
    >>> torch.autograd.grad(x.sum(), [x, other], allow_unused=True)
    (tensor([1., 1.]), None)

    In NumPy, the function is called a little to both sides of each element.

    See also: :func:`backward`, :func:`grad`, :func:`requires_grad`, :func:`set_detect_anomaly`.

    :asked: higher order derivatives with create_graph; appears to not have been used in the graph; gradient penalty
    for wgan; second derivative of a function; hessian matrix; jacobian of vector function; partial derivative of u
    with respect to t; derivative of derivative; gradient wrt inputs returned as tensor; gradient without backward or
    changing .grad; gradient of output with respect to input; physics informed network pinn derivative
    """
    grad = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = step
        grad[place] = (function(x + nudge) - function(x - nudge)) / (2 * step)
    return (grad,)


def set_detect_anomaly(mode):
    """Find the operation whose gradient is nan.

    The square root is infinitely steep at 0, and ∞ · 0 is nan. As training goes on, one nan spreads to all weights:

    >>> w = torch.tensor([0.0, 1.0], requires_grad=True)
    >>> (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    >>> w.grad
    tensor([   nan, 0.5000])

    While this is on, the way back stops at the first nan and names the operation:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught, torch.autograd.set_detect_anomaly(True):
    ...     warnings.simplefilter("always")
    ...     (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    Traceback (most recent call last):
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.

    A warning shows the line in which the operation stands, if the way there was under it too:

    >>> "Traceback of forward call that caused the error" in str(caught[0].message)
    True

    Keep the input away from the steep place. To choose among the results is too late, for the gradient 0 of what was
    not chosen still meets the infinite slope:

    >>> torch.autograd.grad(torch.where(w > 0, torch.sqrt(w), 0).sum(), w)
    (tensor([   nan, 0.5000]),)
    >>> torch.autograd.grad(torch.sqrt(torch.where(w > 0, w, 1)).sum(), w)
    (tensor([0.0000, 0.5000]),)

    It costs time, so ``with`` is the right form: it switches off again. In NumPy, the nearest is to stop where any
    operation computes a nan from numbers.

    See also: :func:`backward`, :func:`isnan`, :func:`where`, :func:`autograd_grad`.

    :asked: returned nan values in its 0th output; torch.where still gives nan gradient; which operation produces nan
    gradient; debug nan in training; gradients become nan after sqrt; nan gradient in loss; hint enable anomaly
    detection modified by inplace; loss becomes nan after some steps; which line causes nan in backward pass; stack
    trace of forward op of error
    """
    np.seterr(invalid="raise" if mode else "warn")
