"""Layers and losses: the classes of ``torch.nn`` that hold weights, or measure how wrong a result is."""

import numpy as np

SPACE = "nn"
__all__ = ["CrossEntropyLoss", "Linear", "MSELoss", "Module"]


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

    See also: :func:`nn.Linear`, :func:`nn.Module.parameters`, :func:`nn.Module.state_dict`, :func:`nn.Module.to`.

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

    ``bias=False`` leaves out the bias, so that zeros stay zeros:

    >>> torch.nn.Linear(3, 2, bias=False)(torch.zeros(1, 3)).tolist()
    [[0.0, 0.0]]

    :param in_features: The size of the last dimension of the input.
    :param out_features: The size of the last dimension of the result.
    :param bias: ``False`` leaves out the bias, as before a batch norm, which has its own.
    :param device: Where the weights are made.
    :param dtype: The dtype of the weights, which the inputs must have too.

    See also: :func:`nn.Module`, :func:`matmul`, :func:`nn.MSELoss`, :func:`relu`.

    :asked: fully connected layer; shape of weight and bias; linear regression model; dense layer with 10 outputs;
    last layer for classification with 10 classes; y = wx + b; in_features after conv flatten; project 512 features to
    128; keras dense units; weight shape out by in is transposed; linear layer given a numpy.ndarray; mat1 mat2 same
    dtype double and float
    """
    y = x @ weight.T
    return y if bias is None else y + bias


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

    ``reduction="none"`` keeps the squared error of each element, and ``"sum"`` adds them:

    >>> x, y = torch.tensor([1.0, 2.0, 5.0]), torch.tensor([1.0, 4.0, 4.0])
    >>> torch.nn.MSELoss(reduction="none")(x, y), torch.nn.MSELoss(reduction="sum")(x, y)
    (tensor([0., 4., 1.]), tensor(5.))

    :param size_average: Deprecated; pass ``reduction`` instead.
    :param reduce: Deprecated; pass ``reduction`` instead.
    :param reduction: ``"mean"`` averages over all elements, ``"sum"`` adds them, ``"none"`` keeps one loss per element.

    See also: :func:`nn.CrossEntropyLoss`, :func:`mean`, :func:`nn.Linear`, :func:`broadcast_to`.

    :asked: mean squared error; regression loss; l2 loss; using a target size that is different to the input size;
    mse_cpu not implemented for long; squared difference of prediction and target; reconstruction loss of autoencoder;
    binary classification loss bce with logits; mae l1 loss; model always predicts the same average; loss to predict
    prices or continuous value; rmse root mean squared error loss
    """
    squares = (x - y) ** 2
    return squares if reduction == "none" else getattr(np, reduction)(squares)


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

    The loss is the mean of one loss per sample. ``ignore_index`` leaves out the samples of a class, such as padding, and
    ``weight`` counts a class more than once. Here the second sample counts three times:

    >>> scores, target = torch.tensor([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), torch.tensor([0, 2])
    >>> torch.nn.CrossEntropyLoss(reduction="none")(scores, target)
    tensor([0.2395, 1.5514])
    >>> torch.nn.CrossEntropyLoss(ignore_index=2)(scores, target)
    tensor(0.2395)
    >>> torch.nn.CrossEntropyLoss(weight=torch.tensor([1.0, 1.0, 3.0]))(scores, target)
    tensor(1.2235)

    With ``label_smoothing``, some of the target belongs to all classes, and scores that are too sure cost more:

    >>> smooth, sure = torch.nn.CrossEntropyLoss(label_smoothing=0.1), torch.tensor([[9.0, 0.0, 0.0]])
    >>> smooth(sure, torch.tensor([0])), smooth(sure / 3, torch.tensor([0]))
    (tensor(0.6002), tensor(0.2949))

    :param weight: A tensor with one weight per class, for rare classes; ``"mean"`` then divides by the sum of the
        weights of the samples.
    :param size_average: Deprecated; pass ``reduction`` instead.
    :param ignore_index: A class index whose samples do not count, such as padding.
    :param reduce: Deprecated; pass ``reduction`` instead.
    :param reduction: ``"mean"`` averages over the targets, ``"sum"`` adds their losses, ``"none"`` keeps one loss per
        target.
    :param label_smoothing: The share of the target, between 0 and 1, that is spread evenly over all classes.

    See also: :func:`softmax`, :func:`nn.functional.one_hot`, :func:`nn.MSELoss`, :func:`argmax`.

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
