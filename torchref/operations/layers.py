"""Layers and losses: the classes of ``torch.nn`` that hold weights, or measure the error of a result."""

import numpy as np

SPACE = "nn"
__all__ = ["CrossEntropyLoss", "Linear", "MSELoss", "Module"]


def Module():
    """Write a model as a class: layers in ``__init__``, computation in ``forward``.

    The model below has one linear layer, and prints as a tree of its layers:

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

    A layer assigned before ``super().__init__()`` raises. Call ``super().__init__()`` first:

    >>> class Hasty(torch.nn.Module):
    ...     def __init__(self):
    ...         self.layer = torch.nn.Linear(1, 1)
    >>> Hasty()
    Traceback (most recent call last):
    AttributeError: cannot assign module before Module.__init__() call
    >>> class Ready(torch.nn.Module):
    ...     def __init__(self):
    ...         super().__init__()
    ...         self.layer = torch.nn.Linear(1, 1)
    >>> Ready()
    Ready(
      (layer): Linear(in_features=1, out_features=1, bias=True)
    )

    Layers in a plain list and plain tensors are not registered: they are silently not trained, not saved and not moved.
    Use ``torch.nn.ModuleList`` and ``torch.nn.Parameter``:

    >>> model.layers, model.scale = [torch.nn.Linear(1, 1)], torch.ones(1, requires_grad=True)
    >>> list(model.state_dict())
    ['layer.weight', 'layer.bias']
    >>> model.layers, model.scale = torch.nn.ModuleList([torch.nn.Linear(1, 1)]), torch.nn.Parameter(torch.ones(1))
    >>> list(model.state_dict())
    ['scale', 'layer.weight', 'layer.bias', 'layers.0.weight', 'layers.0.bias']

    ``ModuleList`` holds layers like a list, but does not implement ``forward``. Call its layers one by one, or use
    ``torch.nn.Sequential``, which calls them in order:

    >>> torch.nn.ModuleList([torch.nn.Linear(1, 1)])(torch.zeros(4, 1))
    Traceback (most recent call last):
    NotImplementedError: Module [ModuleList] is missing the required "forward" function
    >>> torch.nn.Sequential(torch.nn.Linear(1, 8), torch.nn.ReLU(), torch.nn.Linear(8, 1))(torch.zeros(4, 1)).shape
    torch.Size([4, 1])

    See also: :func:`nn.Linear`, :func:`nn.Module.parameters`, :func:`nn.Module.state_dict`, :func:`nn.Module.to`.

    :asked: define a neural network; cannot assign module before module.__init__() call; module is missing the
    required forward function; custom layer with own weights; keras functional or subclass model; module class for a
    simple network with layers; list of layers not registered use modulelist; stack layers in sequence with
    nn.Sequential; multi layer perceptron with two hidden layers; write my own neural network class; layers in python
    list not trained
    """
    raise NotImplementedError(
        "NumPy does not have models: keep the arrays in a dict, and write ``forward`` as a function."
    )


def Linear(x, weight, bias=None):
    """Multiply by weights and add a bias: the fully connected (dense) layer.

    Create the layer with the numbers of input and output features. Its weight has shape (out, in):

    >>> layer = torch.nn.Linear(3, 2)
    >>> layer.weight.shape, layer.bias.shape
    (torch.Size([2, 3]), torch.Size([2]))

    Calling the layer computes ``x @ weight.T + bias`` over the last dimension, and keeps the dimensions before it. A
    new layer has random weights between -1/√in and 1/√in, so the example sets them:

    >>> weight, bias = torch.tensor([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]), torch.tensor([0.0, 10.0])
    >>> layer.load_state_dict({"weight": weight, "bias": bias})
    <All keys matched successfully>
    >>> layer(torch.tensor([[1.0, 1.0, 1.0], [5.0, 0.0, 0.0]])).tolist()
    [[6.0, 11.0], [5.0, 10.0]]
    >>> layer(torch.zeros(7, 4, 3)).shape
    torch.Size([7, 4, 2])

    The last dimension holds the features of one sample. Reshape four samples of one feature to (4, 1):

    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> torch.nn.Linear(1, 1)(x)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x4 and 1x1)
    >>> torch.nn.Linear(1, 1)(x.reshape(-1, 1)).shape
    torch.Size([4, 1])

    Outside of ``torch.autocast``, the input has to be a tensor of the dtype of the weights, by default ``float32``.
    NumPy's arrays of floats are ``float64`` by default. Convert them with :func:`from_numpy` and :func:`float`:

    >>> layer(np.ones((4, 3)))
    Traceback (most recent call last):
    TypeError: linear(): argument 'input' (position 1) must be Tensor, not numpy.ndarray
    >>> layer(torch.from_numpy(np.ones((4, 3))))
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
    >>> layer(torch.from_numpy(np.ones((4, 3))).float()).shape
    torch.Size([4, 2])

    ``bias=False`` omits the bias, so that an input of zeros gives zeros:

    >>> torch.nn.Linear(3, 2, bias=False)(torch.zeros(1, 3)).tolist()
    [[0.0, 0.0]]

    :param in_features: The size of the last dimension of the input; after ``flatten(1)`` of a batch of images, it is
        channels times height times width.
    :param out_features: The size of the last dimension of the result.
    :param bias: ``False`` omits the bias, as before a batch norm, which has its own.
    :param device: The device on which the weights are created.
    :param dtype: The dtype of the weights, and of the inputs.

    See also: :func:`nn.Module`, :func:`matmul`, :func:`nn.MSELoss`, :func:`relu`.

    :sheet: nn.Linear(3, 1)(f).shape

    :asked: fully connected layer; shape of weight and bias; linear regression model; dense layer with 10 outputs;
    last layer for classification with 10 classes; y = wx + b; in_features after conv flatten; project 512 features to
    128; keras dense units; weight shape out by in is transposed; linear layer given a numpy.ndarray; mat1 mat2 same
    dtype double and float
    """
    if x.dtype != weight.dtype:
        raise TypeError("the input has to have the dtype of the weights")
    y = x @ weight.T
    if bias is not None:
        y += bias
    return y


def MSELoss(x, y, reduction="mean"):
    """Average the squared errors of predictions: a loss for regression.

    Create the loss first, with its options; then call it with the predictions and the targets:

    >>> loss = torch.nn.MSELoss()
    >>> loss(torch.tensor([1.0, 2.0, 5.0]), torch.tensor([1.0, 4.0, 4.0]))
    tensor(1.6667)

    Tensors passed to the constructor are read as options, which raises unless they have one element each. Add the
    parentheses:

    >>> torch.nn.MSELoss(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 4.0]))
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> torch.nn.MSELoss()(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 4.0]))
    tensor(2.)

    Often, a model returns a column, while the targets are 1-d. The two broadcast, and each prediction is compared with
    each target: perfect predictions get a loss of 1.3333, with a warning but without an error. Reshape the targets:

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

    ``BCEWithLogitsLoss``, a loss for binary classification, raises for the same shapes. Reshape the targets there too:

    >>> torch.nn.BCEWithLogitsLoss()(predicted, target)
    Traceback (most recent call last):
    ValueError: Target size (torch.Size([3])) must be the same as input size (torch.Size([3, 1]))
    >>> torch.nn.BCEWithLogitsLoss()(predicted, target.reshape(-1, 1)).shape
    torch.Size([])

    Predictions and targets cannot both be integers (``Long`` is ``int64``). Convert the predictions or the targets with
    :func:`float`:

    >>> loss(torch.tensor([1, 2]), torch.tensor([1, 4]))
    Traceback (most recent call last):
    NotImplementedError: "mse_cpu" not implemented for 'Long'
    >>> loss(torch.tensor([1, 2]).float(), torch.tensor([1, 4]))
    tensor(2.)

    ``reduction="none"`` keeps the squared error of each element, and ``"sum"`` adds them. The square root of the mean
    is the RMSE; ``torch.nn.L1Loss`` is the mean absolute error (MAE):

    >>> x, y = torch.tensor([1.0, 2.0, 5.0]), torch.tensor([1.0, 4.0, 4.0])
    >>> torch.nn.MSELoss(reduction="none")(x, y), torch.nn.MSELoss(reduction="sum")(x, y)
    (tensor([0., 4., 1.]), tensor(5.))
    >>> loss(x, y).sqrt(), torch.nn.L1Loss()(x, y)
    (tensor(1.2910), tensor(1.))

    :param size_average: Deprecated; pass ``reduction`` instead.
    :param reduce: Deprecated; pass ``reduction`` instead.
    :param reduction: ``"mean"`` averages over the elements, ``"sum"`` adds them, ``"none"`` keeps one loss per element.

    See also: :func:`nn.CrossEntropyLoss`, :func:`mean`, :func:`nn.Linear`, :func:`broadcast_to`.

    :asked: mean squared error; regression loss; l2 loss; using a target size that is different to the input size;
    mse_cpu not implemented for long; squared difference of prediction and target; reconstruction loss of autoencoder;
    binary classification loss bce with logits; mae l1 loss; model always predicts the same average; loss to predict
    prices or continuous value; rmse root mean squared error loss
    """
    squares = (x - y) ** 2
    return {"none": squares, "sum": np.sum(squares), "mean": np.mean(squares)}[reduction]


def CrossEntropyLoss(x, target, weight=None, *, ignore_index=-100, reduction="mean", label_smoothing=0.0):
    """Compute the classification loss: how far the scores miss the right classes.

    Each row holds the scores (logits) of one sample; its target is a class index. Equal scores for 3 classes cost log 3:

    >>> loss, scores = torch.nn.CrossEntropyLoss(), torch.tensor([[9.0, 0.0, 0.0], [0.0, 9.0, 0.0]])
    >>> loss(scores, torch.tensor([0, 1])), loss(scores, torch.tensor([1, 0])), loss(0 * scores, torch.tensor([0, 1]))
    (tensor(0.0002), tensor(9.0002), tensor(1.0986))

    The loss applies the softmax itself. After a second softmax, the loss of 3 classes silently stays above 0.55:

    >>> loss(99 * scores, torch.tensor([0, 1])), loss(torch.softmax(99 * scores, dim=1), torch.tensor([0, 1]))
    (tensor(0.), tensor(0.5514))

    With three columns, the classes are 0, 1 and 2. On a GPU the message is ``device-side assert triggered`` (not run
    here). Subtract 1 from labels that start from 1:

    >>> loss(scores, torch.tensor([1, 3]))
    Traceback (most recent call last):
    IndexError: Target 3 is out of bounds.
    >>> loss(scores, torch.tensor([1, 3]) - 1)
    tensor(4.5002)

    Two rows need a 1-d target of 2 class indices. A wrong ``view`` before the last layer changes the number of rows.
    Squeeze a target column. Targets in the shape of the scores are class probabilities and need a float dtype:

    >>> loss(scores, torch.tensor([0, 1, 2, 0]))
    Traceback (most recent call last):
    ValueError: Expected input batch_size (2) to match target batch_size (4).
    >>> loss(scores, torch.tensor([[0], [1]]))
    Traceback (most recent call last):
    RuntimeError: 0D or 1D target tensor expected, multi-target not supported
    >>> loss(scores, torch.tensor([[0], [1]]).squeeze(1))
    tensor(0.0002)
    >>> loss(scores, torch.nn.functional.one_hot(torch.tensor([0, 1]), 3))
    Traceback (most recent call last):
    RuntimeError: Expected floating point type for target with class probabilities, got Long
    >>> loss(scores, torch.nn.functional.one_hot(torch.tensor([0, 1]), 3).float())
    tensor(0.0002)

    The classes of a batch lie along dimension 1, also for words and pixels. Transpose 3-d scores whose classes come
    last; where the sizes of both dimensions are equal, or the targets are probabilities, the mistake is silent:

    >>> loss(torch.zeros(2, 5, 3), torch.zeros(2, 5).long())
    Traceback (most recent call last):
    RuntimeError: Expected target size [2, 3], got [2, 5]
    >>> loss(torch.zeros(2, 5, 3).transpose(1, 2), torch.zeros(2, 5).long())
    tensor(1.0986)

    By default, the loss is the mean over the targets. Targets equal to ``ignore_index`` (-100) do not count.
    ``weight`` sets how much each class counts, here class 2 three times. ``label_smoothing`` spreads the target:

    >>> scores, target = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), torch.tensor([0, 2])
    >>> torch.nn.CrossEntropyLoss(reduction="none")(scores, target)
    tensor([0.2395, 1.5514])
    >>> loss(scores, torch.tensor([0, -100])), torch.nn.CrossEntropyLoss(ignore_index=2)(scores, target)
    (tensor(0.2395), tensor(0.2395))
    >>> torch.nn.CrossEntropyLoss(weight=torch.tensor([1.0, 1.0, 3.0]))(scores, target)
    tensor(1.2235)
    >>> torch.nn.CrossEntropyLoss(label_smoothing=0.1)(scores, target)
    tensor(0.9455)

    :param weight: A tensor with one weight per class, for example to count rare classes more; for class indices,
        ``"mean"`` then divides by the sum of the weights of the samples.
    :param size_average: Deprecated; pass ``reduction`` instead.
    :param ignore_index: A class index whose samples do not count, such as padding; the mean is ``nan`` where all are
        ignored.
    :param reduce: Deprecated; pass ``reduction`` instead.
    :param reduction: ``"mean"`` averages over the targets, ``"sum"`` adds their losses, ``"none"`` keeps one loss per
        target.
    :param label_smoothing: The share of the target, between 0 and 1, that is divided among all classes, so that very
        high scores of the right class cost more.

    See also: :func:`softmax`, :func:`nn.functional.one_hot`, :func:`nn.MSELoss`, :func:`argmax`.

    :sheet: nn.CrossEntropyLoss()(f, v[:2])

    :asked: sparse_categorical_crossentropy in keras; label smoothing; softmax in last layer needed or not; language
    model next token loss; cross entropy vs nllloss with log softmax; cuda error device-side assert labels; loss
    function for classifying images; semantic segmentation pixel wise loss; padding tokens should not count in loss;
    loss ignoring padding with ignore_index=-100; class weights for imbalanced or rare class; multi-class
    classification loss from logits
    """
    dim = min(x.ndim - 1, 1)
    classes = x.shape[dim]
    log_p = np.moveaxis(x - np.logaddexp.reduce(x, axis=dim, keepdims=True), dim, -1)
    weight = np.ones(classes, x.dtype) if weight is None else weight
    if target.dtype.kind == "f":
        shares, total = np.moveaxis(target, dim, -1), target.size / classes
    else:
        counts = target != ignore_index
        index = np.where(counts, target, 0)
        if target.shape != log_p.shape[:-1] or (index < 0).any():
            raise IndexError("a target is negative, or not one for each sample")
        shares, total = np.eye(classes, dtype=x.dtype)[index], weight[index][counts].sum()
    shares = (1 - label_smoothing) * shares + label_smoothing / classes
    losses = -np.sum(weight * shares * log_p, axis=-1)
    if target.dtype.kind != "f":
        losses = np.where(counts, losses, 0)
    return {"none": losses, "sum": losses.sum(), "mean": losses.sum() / total}[reduction]
