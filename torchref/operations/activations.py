"""Activations: the functions between the layers of a network, and those that turn scores into probabilities."""

import numpy as np

__all__ = ["relu", "sigmoid", "softmax"]


def sigmoid(x):
    """Squash real numbers into the range from 0 to 1 (logistic function).

    For floats, ``sigmoid(-x)`` is ``1 - sigmoid(x)`` up to rounding. For large ``x``, ``1 - sigmoid(x)`` is rounded to
    0, so use ``sigmoid(-x)``. 0 becomes 0.5:

    >>> x = torch.tensor([-2.0, 0.0, 2.0])
    >>> torch.sigmoid(x)
    tensor([0.1192, 0.5000, 0.8808])

    ``binary_cross_entropy`` takes probabilities, not scores (logits). Use ``binary_cross_entropy_with_logits``, which
    applies the sigmoid itself:

    >>> labels = torch.tensor([0.0, 1.0, 1.0])
    >>> torch.nn.functional.binary_cross_entropy(x, labels)
    Traceback (most recent call last):
    RuntimeError: all elements of input should be between 0 and 1
    >>> torch.nn.functional.binary_cross_entropy_with_logits(x, labels)
    tensor(0.3157)

    A probability above one half means a score above 0, so a decision between two classes does not need the sigmoid:

    >>> x.sigmoid() > 0.5, x > 0
    (tensor([False, False,  True]), tensor([False, False,  True]))

    Far from 0, ``float32`` rounds the result to exactly 1 or 0, and the logarithm of 0 is ``-inf``. ``logsigmoid`` computes
    both steps together:

    >>> y = torch.tensor([-200.0, 0.0, 20.0])
    >>> torch.sigmoid(y) == 1, torch.log(torch.sigmoid(y))
    (tensor([False, False,  True]), tensor([   -inf, -0.6931,  0.0000]))
    >>> torch.nn.functional.logsigmoid(y)[:2]
    tensor([-200.0000,   -0.6931])

    The derivative is 1/4 at 0 and vanishes far from 0, where learning stops:

    >>> z = torch.tensor([0.0, 200.0], requires_grad=True)
    >>> z.sigmoid().sum().backward()
    >>> z.grad
    tensor([0.2500, 0.0000])

    See also: :func:`softmax`, :func:`tanh`, :func:`exp`, :func:`log`.

    :sheet: v.sigmoid()

    :asked: logistic function; squash scores to between 0 and 1; s-shaped curve; all elements of input should be
    between 0 and 1; BCELoss or BCEWithLogitsLoss; sigmoid vs softmax; multi-label probabilities; logits to
    probability for binary classification; one output per sample to probability of yes; expit number squashed between
    zero and one; gate of lstm between 0 and 1; each label has independent probability
    """
    x = x if x.dtype.kind in "fc" else x.astype(np.float32)
    return 1 / (1 + np.exp(-x))


def softmax(x, dim, dtype=None):
    """Turn scores (logits) into probabilities that sum to 1 along a dimension.

    The results sum to 1 along ``dim``: here in each row, then in each column. With a wrong ``dim``, the result is
    silently wrong. The right ``dim`` is usually the last dimension, ``-1``:

    >>> x = torch.tensor([[1.0, 1.0], [2.0, 2.0]])
    >>> torch.softmax(x, dim=1)
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])
    >>> torch.softmax(x, dim=0)
    tensor([[0.2689, 0.2689],
            [0.7311, 0.7311]])

    ``torch.softmax`` requires ``dim``. (``torch.nn.Softmax()`` without ``dim`` guesses it, and warns of an ``Implicit
    dimension choice``.)

    >>> torch.softmax(x)
    Traceback (most recent call last):
    TypeError: softmax() missing 1 required positional arguments: "dim"
    >>> torch.softmax(x, -1)
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])

    The result depends on the differences between the scores, so a constant added to them does not change it, as long
    as rounding keeps the differences. Large scores do not overflow, although their ``exp`` does:

    >>> y = torch.tensor([1001.0, 1002.0, 1003.0])
    >>> y.exp() / y.exp().sum()
    tensor([nan, nan, nan])
    >>> torch.softmax(y, 0), torch.softmax(y - 1000, 0)
    (tensor([0.0900, 0.2447, 0.6652]), tensor([0.0900, 0.2447, 0.6652]))

    A score of ``-inf`` gets the probability 0, which is how positions are masked. A row of ``-inf`` alone gives ``nan``:

    >>> torch.softmax(torch.tensor([[0.0, 0.0, float("-inf")], [float("-inf")] * 3]), -1)
    tensor([[0.5000, 0.5000, 0.0000],
            [   nan,    nan,    nan]])

    Integers are not supported. Pass a ``dtype`` such as ``torch.float32``:

    >>> torch.softmax(torch.tensor([1, 2, 3]), 0)
    Traceback (most recent call last):
    NotImplementedError: "softmax_lastdim_kernel_impl" not implemented for 'Long'
    >>> torch.softmax(torch.tensor([1, 2, 3]), 0, dtype=torch.float32)
    tensor([0.0900, 0.2447, 0.6652])

    :param dim: The dimension along which the results sum to 1.

    See also: :func:`sigmoid`, :func:`logsumexp`, :func:`exp`, :func:`argmax`.

    :sheet: f.softmax(1)

    :asked: outputs that sum to one; Implicit dimension choice for softmax has been deprecated; softmax overflow nan;
    attention weights; normalize logits so that rows sum to one; probabilities for every class from logits;
    temperature when sampling the next token; exp divided by sum of exp; percentages adding to 100; long tensor
    softmax not implemented; which dim for softmax rows or columns; confidence of a prediction as probability
    """
    x = np.asarray(x, dtype)
    row = np.atleast_1d(x)
    powers = np.exp(row - np.max(row, axis=dim, keepdims=True, initial=-np.inf))
    return (powers / np.sum(powers, axis=dim, keepdims=True)).reshape(x.shape)


def relu(x):
    """Replace negative numbers by 0: the usual activation function.

    >>> torch.relu(torch.tensor([-2, 0, 3]))
    tensor([0, 0, 3])

    Two linear layers in a row compute the same as one linear layer, so a nonlinearity is needed between them. ``relu``
    is a cheap one. Its derivative is 1 above 0, and 0 below and at 0:

    >>> x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
    >>> torch.relu(x).sum().backward()
    >>> x.grad
    tensor([0., 0., 1.])

    ``torch.nn.functional.relu`` does the same. ``torch.nn.ReLU`` is a layer: make it first, then call it. A tensor
    passed to the constructor is read as its option ``inplace``, and the error comes later:

    >>> torch.nn.ReLU(x).sum()
    Traceback (most recent call last):
    AttributeError: 'ReLU' object has no attribute 'sum'
    >>> torch.nn.ReLU()(x).sum().item()
    2.0

    ``relu_`` writes into the tensor itself, so the backward pass raises where it needs the old values. Use ``relu``:

    >>> y = torch.sigmoid(x)
    >>> z = y.relu_()
    >>> z.sum().backward()
    Traceback (most recent call last):
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [3]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
    >>> y = torch.sigmoid(x)
    >>> z = y.relu()
    >>> z.sum().backward()

    See also: :func:`clamp`, :func:`sigmoid`, :func:`maximum`, :func:`nn.Linear`.

    :asked: nn.relu vs f.relu; relu inplace=true error; modified by an inplace operation output of relu; why a network
    needs a nonlinearity; set all negative numbers to zero; which activation between layers; rectified
    linear activation function; negatives become zero; hinge function keeps the positive part; max of zero and x
    """
    return np.maximum(x, 0)


ELSEWHERE = {
    "special.softmax": softmax,
}
