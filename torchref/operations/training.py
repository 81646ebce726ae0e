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

    Call the model itself, not its ``forward``, so that hooks run too. What was assigned to ``self`` is found by name:

    >>> model(torch.zeros(4, 1)).shape
    torch.Size([4, 1])
    >>> list(model.state_dict())
    ['layer.weight', 'layer.bias']

    ``super().__init__()`` comes first. Before it there is no place to put a layer:

    >>> class Hasty(torch.nn.Module):
    ...     def __init__(self):
    ...         self.layer = torch.nn.Linear(1, 1)
    >>> Hasty()
    Traceback (most recent call last):
    AttributeError: cannot assign module before Module.__init__() call

    A list hides its layers, and a plain tensor is no parameter: without a word, neither is trained or saved.
    ``torch.nn.ModuleList([...])`` and ``torch.nn.Parameter(...)`` are seen:

    >>> model.layers, model.scale = [torch.nn.Linear(1, 1)], torch.ones(1, requires_grad=True)
    >>> list(model.state_dict())
    ['layer.weight', 'layer.bias']

    See also: :func:`Linear`, :func:`parameters`, :func:`state_dict`, :func:`module_to`.

    :asked: define a neural network; custom model class; cannot assign module before Module.__init__() call; layers in a list are not trained
    """
    raise NotImplementedError("NumPy has no models: keep the arrays in a dict, and write ``forward`` as a function.")


def Linear(x, weight, bias=None):
    """Multiply by a matrix of weights and add a bias: a layer that can learn.

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

    NumPy's numbers are float64 unless it was told otherwise, and the weights are float32. :func:`float` converts the
    data:

    >>> layer(torch.from_numpy(np.ones((4, 3))))
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
    >>> layer(torch.from_numpy(np.ones((4, 3))).float()).shape
    torch.Size([4, 2])

    See also: :func:`Module`, :func:`matmul`, :func:`MSELoss`, :func:`relu`.

    :asked: fully connected layer; dense layer; mat1 and mat2 shapes cannot be multiplied; mat1 and mat2 must have the same dtype
    """
    y = x @ weight.T
    return y if bias is None else y + bias


def relu(x):
    """Replace negative numbers by 0.

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

    See also: :func:`clamp`, :func:`sigmoid`, :func:`maximum`, :func:`Linear`.

    :asked: activation function; negative values to zero; ReLU object has no attribute; why a network needs a nonlinearity
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

    See also: :func:`SGD`, :func:`state_dict`, :func:`requires_grad`, :func:`Module`.

    :asked: count the parameters of a model; freeze a layer; named_parameters; optimizer got an empty parameter list
    """
    raise NotImplementedError("NumPy has no models, so there is nothing to ask: keep the arrays in a list.")


def module_to():
    """Move a model to a device, or change its dtype, in place.

    The model itself changes, and is returned:

    >>> model = torch.nn.Linear(2, 1)
    >>> model.to(torch.float64) is model
    True
    >>> model.weight.dtype
    torch.float64

    A tensor does not change. Its :func:`to` gives another one, and without ``x =`` that one is lost:

    >>> x = torch.ones(3, 2)
    >>> result = x.to(torch.float64)
    >>> model(x)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Float and Double
    >>> x = x.to(torch.float64)
    >>> model(x).shape
    torch.Size([3, 1])

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

    :asked: model.to(device); move a model to the GPU; model and input on different devices; model to float64
    """
    raise NotImplementedError("NumPy has neither models nor devices: convert each array by itself, with ``astype``.")


def MSELoss(x, y, reduction="mean"):
    """Average the squared differences of predictions and targets.

    The loss is made first, with its options (``reduction="sum"`` only adds, ``"none"`` keeps one number an element),
    and called then:

    >>> loss = torch.nn.MSELoss()
    >>> loss(torch.tensor([1.0, 2.0, 5.0]), torch.tensor([1.0, 4.0, 4.0]))
    tensor(1.6667)

    Called at once, it takes the tensors for its options:

    >>> torch.nn.MSELoss(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 4.0]))
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous

    A model gives a column where the targets often have one dimension only. Then every prediction is held against every target, and
    what fits perfectly has a loss of 1.3333. There is only a warning:

    >>> import warnings
    >>> predicted, target = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([1.0, 2.0, 3.0])
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     loss(predicted, target)
    tensor(1.3333)
    >>> print(caught[0].message)
    Using a target size (torch.Size([3])) that is different to the input size (torch.Size([3, 1])). This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.
    >>> loss(predicted, target.reshape(-1, 1))
    tensor(0.)

    Two integer tensors are refused (``Long`` is int64). Convert them with :func:`float`:

    >>> loss(torch.tensor([1, 2]), torch.tensor([1, 4]))
    Traceback (most recent call last):
    NotImplementedError: "mse_cpu" not implemented for 'Long'

    See also: :func:`CrossEntropyLoss`, :func:`mean`, :func:`Linear`, :func:`broadcast_to`.

    :asked: mean squared error; regression loss; Using a target size that is different to the input size; loss does not go down
    """
    squares = (x - y) ** 2
    return squares if reduction == "none" else getattr(np, reduction)(squares)


def one_hot(x, num_classes=-1):
    """Turn class numbers into rows with a single 1.

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

    :asked: one-hot encoding; class labels to vectors; categorical to binary; Class values must be smaller than num_classes
    """
    num_classes = x.max() + 1 if num_classes == -1 else num_classes
    return np.eye(num_classes, dtype=np.int64)[x]


def CrossEntropyLoss(x, target, reduction="mean"):
    """Measure how much the scores of a classifier miss the right classes.

    One row of scores for each sample, and the number of its class. Equal scores for 3 classes cost log 3:

    >>> loss = torch.nn.CrossEntropyLoss()
    >>> loss(torch.tensor([[0.0, 0.0, 0.0]]), torch.tensor([2]))
    tensor(1.0986)
    >>> scores = torch.tensor([[9.0, 0.0, 0.0], [0.0, 9.0, 0.0]])
    >>> loss(scores, torch.tensor([0, 1])), loss(scores, torch.tensor([1, 0]))
    (tensor(0.0002), tensor(9.0002))

    The softmax is inside. With another one before it nothing fails, but the best loss of 3 classes is 0.5514, and not
    0:

    >>> sure = torch.tensor([[100.0, 0.0, 0.0]])
    >>> loss(sure, torch.tensor([0])), loss(torch.softmax(sure, dim=1), torch.tensor([0]))
    (tensor(0.), tensor(0.5514))

    The classes are one int64 number a sample, neither float nor a column:

    >>> loss(scores, torch.tensor([0.0, 1.0]))
    Traceback (most recent call last):
    RuntimeError: expected target dtype to be Long or Byte, but got Float
    >>> loss(scores, torch.tensor([[0], [1]]))
    Traceback (most recent call last):
    RuntimeError: 0D or 1D target tensor expected, multi-target not supported
    >>> loss(scores, torch.tensor([[0.0], [1.0]]).squeeze(1).long())
    tensor(0.0002)

    Numbers of the shape of the scores are taken for probabilities, and those are floating:

    >>> loss(scores, torch.nn.functional.one_hot(torch.tensor([0, 1]), 3))
    Traceback (most recent call last):
    RuntimeError: Expected floating point type for target with class probabilities, got Long
    >>> loss(scores, torch.tensor([[0.5, 0.5, 0.0], [0.0, 1.0, 0.0]]))
    tensor(2.2502)

    See also: :func:`softmax`, :func:`one_hot`, :func:`MSELoss`, :func:`argmax`.

    :asked: classification loss; softmax before CrossEntropyLoss; expected target dtype to be Long; multi-target not supported
    """
    dim = min(x.ndim - 1, 1)
    log_p = x - np.logaddexp.reduce(x, axis=dim, keepdims=True)
    if target.dtype.kind == "f":
        losses = -np.sum(log_p * target, axis=dim)
    else:
        losses = -np.take_along_axis(log_p, np.expand_dims(target, dim), dim).squeeze(dim)
    return losses if reduction == "none" else getattr(np, reduction)(losses)


def SGD(params, grads, velocities, lr=0.001, momentum=0.0, weight_decay=0.0):
    """Prepare gradient descent: each :func:`step` goes against the gradient.

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

    It wants the tensors and not the model:

    >>> model = torch.nn.Linear(2, 1)
    >>> optimizer = torch.optim.SGD(model)
    Traceback (most recent call last):
    TypeError: 'Linear' object is not iterable
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    It holds on to the tensors it was given. What is put into the model later stays as it is, and nobody says so:

    >>> model.weight = torch.nn.Parameter(torch.ones(1, 2))
    >>> model(torch.ones(1, 2)).sum().backward()
    >>> optimizer.step()
    >>> model.weight.tolist()
    [[1.0, 1.0]]

    See also: :func:`step`, :func:`zero_grad`, :func:`parameters`, :func:`backward`.

    :asked: gradient descent optimizer; learning rate too large; loss becomes nan; weights do not change during training
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

    :asked: clear gradients; why call optimizer.zero_grad(); gradients accumulate; where to put zero_grad
    """
    raise NotImplementedError("NumPy adds up no gradients: each is computed anew, and there is nothing to forget.")


def step(params, grads, lr):
    """Change the parameters by one step of the optimizer.

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

    See also: :func:`SGD`, :func:`zero_grad`, :func:`backward`, :func:`no_grad`.

    :asked: training loop; update the weights; weights do not change; modified by an inplace operation after optimizer step
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

    :asked: training mode; model.train() and model.eval(); Expected more than 1 value per channel when training; dropout
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

    :asked: evaluation mode; model.eval() or no_grad; predictions differ each time; inference
    """
    raise NotImplementedError("NumPy functions have no mode: give those that need one an argument for it.")


def state_dict():
    """Read all that a model has learnt: a dict of names and tensors.

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

    To go on training later, save that of the optimizer as well. Momentum lies there:

    >>> list(torch.optim.SGD(model.parameters()).state_dict())
    ['state', 'param_groups']

    See also: :func:`load_state_dict`, :func:`save`, :func:`parameters`, :func:`clone`.

    :asked: save model weights; keep the best model; checkpoint; resume training
    """
    raise NotImplementedError("NumPy has no models: whoever keeps the arrays in a dict has it already.")


def load_state_dict(own, state_dict):
    """Copy saved weights into a model.

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

    Names and shapes must be those of the model. Here the weights come from a model with one more level of names:

    >>> model.load_state_dict(torch.nn.Sequential(trained).state_dict())  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Error(s) in loading state_dict for Linear:...Missing key(s) in state_dict: "weight", "bias"...Unexpected key(s) in state_dict: "0.weight", "0.bias"...

    Give the names that the model knows:

    >>> saved = torch.nn.Sequential(trained).state_dict()
    >>> model.load_state_dict({name.removeprefix("0."): value for name, value in saved.items()})
    <All keys matched successfully>

    ``strict=False`` loads what fits by name, and leaves the rest as it was. Read the report:

    >>> model.load_state_dict({"weight": torch.ones(1, 2), "wieght": torch.ones(1, 2)}, strict=False)
    _IncompatibleKeys(missing_keys=['bias'], unexpected_keys=['wieght'])

    See also: :func:`state_dict`, :func:`load`, :func:`Module`, :func:`eval`.

    :asked: load model weights; Missing key(s) in state_dict; Unexpected key(s); size mismatch for weight
    """
    if {name: x.shape for name, x in own.items()} != {name: x.shape for name, x in state_dict.items()}:
        raise ValueError("names or shapes differ")
    for name, x in own.items():
        x[...] = state_dict[name]


def TensorDataset(*tensors):
    """Pair inputs with their targets, so that one index gives one sample.

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

    :asked: dataset from tensors; split into training and validation data; Size mismatch between tensors; dataset from NumPy arrays
    """
    return list(zip(*tensors, strict=True))


def DataLoader(dataset, batch_size=1, shuffle=False, *, drop_last=False):
    """Go through the data in batches, shuffled if asked.

    >>> data = torch.utils.data.TensorDataset(torch.arange(5), torch.arange(5) * 10)
    >>> loader = torch.utils.data.DataLoader(data, batch_size=2)
    >>> for x, y in loader:
    ...     print(x, y)
    tensor([0, 1]) tensor([ 0, 10])
    tensor([2, 3]) tensor([20, 30])
    tensor([4]) tensor([40])

    The last batch may be smaller, so the mean of the batches' means is not the mean. Weigh each by its size, or leave
    the last one out with ``drop_last=True``:

    >>> means = [x.float().mean() for x, y in loader]
    >>> torch.stack(means).mean(), torch.arange(5).float().mean()
    (tensor(2.3333), tensor(2.))

    Each loop over it is one epoch. With ``shuffle=True`` each has an order of its own, and still every sample once:

    >>> loader = torch.utils.data.DataLoader(data, batch_size=2, shuffle=True)
    >>> torch.cat([x for x, y in loader]).sort().values
    tensor([0, 1, 2, 3, 4])

    It is there to be looped over. For one batch to look at, take the first:

    >>> loader[0]
    Traceback (most recent call last):
    TypeError: 'DataLoader' object is not subscriptable
    >>> x, y = next(iter(loader))

    The samples of a batch are stacked, so they must have the same shape. Fill up the short ones with :func:`pad`:

    >>> words = [torch.tensor([1, 2]), torch.tensor([3, 4, 5])]
    >>> next(iter(torch.utils.data.DataLoader(words, batch_size=2)))
    Traceback (most recent call last):
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1

    See also: :func:`TensorDataset`, :func:`randperm`, :func:`stack`, :func:`pad`.

    :asked: mini-batches; shuffle the training data; stack expects each tensor to be equal size; loss per epoch
    """
    order = np.random.permutation(len(dataset)) if shuffle else range(len(dataset))
    for start in range(0, len(order), batch_size):
        batch = [dataset[n] for n in order[start : start + batch_size]]
        if len(batch) == batch_size or not drop_last:
            yield [np.stack(column) for column in zip(*batch, strict=True)]


def pad(x, pad, mode="constant", value=None):
    """Put a margin around a tensor, filled with zeros or another number.

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
    first dimension alone, so a row by itself needs one more:

    >>> torch.nn.functional.pad(torch.tensor([[1, 2, 3]]), (2, 2), mode="reflect")
    tensor([[3, 2, 1, 2, 3, 2, 1]])

    See also: :func:`cat`, :func:`stack`, :func:`full`, :func:`unfold`.

    :asked: zero padding; pad sequences to the same length; np.pad in PyTorch; add a border
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

    >>> (slope,) = torch.autograd.grad((x**3).sum(), x)
    >>> torch.autograd.grad(slope.sum(), x)
    Traceback (most recent call last):
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    >>> (slope,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)
    >>> torch.autograd.grad(slope.sum(), x)
    (tensor([ 6., 12.]),)

    Any tensor on the way can be asked, not only leaves. What is not on the way is an error:

    >>> square, other = x * x, torch.ones(1, requires_grad=True)
    >>> torch.autograd.grad((5 * square).sum(), square)
    (tensor([5., 5.]),)
    >>> torch.autograd.grad(x.sum(), [x, other])
    Traceback (most recent call last):
    RuntimeError: The differentiated Tensor at index 1 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.

    ``allow_unused=True`` returns None for it instead:

    >>> torch.autograd.grad(x.sum(), [x, other], allow_unused=True)
    (tensor([1., 1.]), None)

    In NumPy, the function is called a little to both sides of each element.

    See also: :func:`backward`, :func:`grad`, :func:`requires_grad`, :func:`set_detect_anomaly`.

    :asked: gradient without backward; second derivative; gradient with respect to the input; appears to not have been used in the graph
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

    While this is on, the way back stops at the first nan and names the operation. The line it stands in is shown by a
    warning, if the way there was under it too:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught, torch.autograd.set_detect_anomaly(True):
    ...     warnings.simplefilter("always")
    ...     (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    Traceback (most recent call last):
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.
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

    :asked: loss is nan; gradient is nan; find where nan comes from; returned nan values in its 0th output
    """
    np.seterr(invalid="raise" if mode else "warn")
