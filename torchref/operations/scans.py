"""Scans: carry a result along a dimension and keep every step of it, or take the steps back out."""

import numpy as np

__all__ = [
    "cumprod",
    "cumsum",
    "diff",
]


def cumsum(x, dim, *, dtype=None):
    """Compute the cumulative sum: add up along a dimension, keep every running total.

    >>> x = torch.tensor([1, 2, 3, 4])
    >>> torch.cumsum(x, 0)
    tensor([ 1,  3,  6, 10])

    The shape stays; ``dim`` is the dimension along which the sum grows, downwards for 0 and to the right for 1:

    >>> table = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.cumsum(table, 0)
    tensor([[1, 2, 3],
            [5, 7, 9]])
    >>> torch.cumsum(table, 1)
    tensor([[ 1,  3,  6],
            [ 4,  9, 15]])

    It has to be named even when there is only one. NumPy would flatten; here that takes a ``flatten`` of your own:

    >>> torch.cumsum(table)
    Traceback (most recent call last):
    TypeError: cumsum() missing 1 required positional arguments: "dim"
    >>> torch.cumsum(table.flatten(), 0)
    tensor([ 1,  3,  6, 10, 15, 21])

    Bools and small integers are summed as int64, which makes it a counter. What keeps the small dtype, as the in-place
    ``cumsum_`` does or a ``dtype`` of your own, overflows in silence:

    >>> torch.cumsum(torch.tensor([True, False, True, True]), 0)
    tensor([1, 1, 2, 3])
    >>> small = torch.tensor([200, 100], dtype=torch.uint8)
    >>> small.cumsum(0)
    tensor([200, 300])
    >>> small.cumsum(0, dtype=torch.uint8)
    tensor([200,  44], dtype=torch.uint8)

    Between the steps torch carries float32 as float64 on the CPU; NumPy carries float32, so its long sums drift off.

    See also: :func:`sum`, :func:`cumprod`, :func:`diff`.

    :asked: running total; count so far; np.cumsum equivalent; missing required argument dim; accumulate steps over
    time; cumulative or empirical distribution function; top-p cumulative probability; sum of all previous elements;
    running balance of an account; prefix or partial sums along rows; integrate velocity to position; start offsets of
    variable length segments
    """
    dtype = dtype or (np.int64 if x.dtype.kind in "bui" else x.dtype)
    return np.cumsum(x, dim, dtype).reshape(x.shape)


def cumprod(x, dim, *, dtype=None):
    """Compute the cumulative product: multiply along a dimension, keep every step.

    >>> x = torch.tensor([1, 2, 3, 4])
    >>> torch.cumprod(x, 0)
    tensor([ 1,  2,  6, 24])

    Growth by 10 %, then 20 %, then a loss of 50 %: the factors multiply, row by row for ``dim`` 1.

    >>> factors = torch.tensor([[1.1, 1.2, 0.5], [2.0, 0.5, 3.0]])
    >>> torch.cumprod(factors, 1)
    tensor([[1.1000, 1.3200, 0.6600],
            [2.0000, 1.0000, 3.0000]])

    One zero and everything after it is zero. On bools that is a switch: 1 until the first ``False``.

    >>> torch.cumprod(torch.tensor([True, True, False, True]), 0)
    tensor([1, 1, 0, 0])

    Products outgrow their dtype soon. An int64 wraps around in silence from 21! on, ``dtype`` gives it room:

    >>> n = torch.arange(1, 22)
    >>> torch.cumprod(n, 0)[-2:]
    tensor([ 2432902008176640000, -4249290049419214848])
    >>> torch.cumprod(n, 0, dtype=torch.float64)[-2:]
    tensor([2.4329e+18, 5.1091e+19], dtype=torch.float64)

    Small factors vanish as quickly. Sum their logarithms instead:

    >>> p = torch.full((50,), 0.1)
    >>> torch.cumprod(p, 0)[-1]
    tensor(0.)
    >>> torch.cumsum(torch.log(p), 0)[-1]
    tensor(-115.1293)

    See also: :func:`prod`, :func:`cumsum`, :func:`log`.

    :asked: cumulative product; factorials up to n; compound growth or interest; survival probability; discounted
    factors gamma^t; np.cumprod equivalent; diffusion alpha bar; product underflows to zero; product of all previous
    elements; running product of growth factors; probability of surviving each step; noise schedule product of alphas
    """
    dtype = dtype or (np.int64 if x.dtype.kind in "bui" else x.dtype)
    return np.cumprod(x, dim, dtype).reshape(x.shape)


def diff(x, n=1, dim=-1, prepend=None, append=None):
    """Take differences of neighbours: each element minus the one before it.

    >>> x = torch.tensor([1, 4, 9, 16])
    >>> torch.diff(x)
    tensor([3, 5, 7])

    The second argument is ``n``, how often to do it, not the dimension. That is the last one unless it is named:

    >>> torch.diff(x, 2)
    tensor([2, 2])
    >>> table = torch.tensor([[1, 2, 4], [8, 16, 32]])
    >>> torch.diff(table, 0)
    tensor([[ 1,  2,  4],
            [ 8, 16, 32]])
    >>> torch.diff(table, dim=0)
    tensor([[ 7, 14, 28]])

    Each time the dimension gets shorter by one. To keep its size, and to undo :func:`cumsum`, put a zero in front.
    It must be a tensor with as many dimensions as ``x``, where NumPy takes a number:

    >>> torch.diff(x, prepend=0)
    Traceback (most recent call last):
    TypeError: diff(): argument 'prepend' must be Tensor, not int
    >>> torch.diff(x.cumsum(0), prepend=torch.tensor([0]))
    tensor([ 1,  4,  9, 16])

    Unsigned integers have nothing below zero, so a step down wraps around:

    >>> torch.diff(torch.tensor([3, 1], dtype=torch.uint8))
    tensor([254], dtype=torch.uint8)

    On bools it says where the value changes:

    >>> torch.diff(torch.tensor([False, True, True, False]))
    tensor([ True, False,  True])

    ``append`` adds a last value, such as the end of the last of several pieces whose starts are known:

    >>> torch.diff(x, append=torch.tensor([20]))
    tensor([3, 5, 7, 4])

    :param n: How often to take differences, not the dimension.
    :param prepend: A tensor to put before ``input`` along ``dim``, of its dtype and with as many dimensions.
    :param append: A tensor to put after ``input`` along ``dim``, of its dtype and with as many dimensions.

    See also: :func:`cumsum`, :func:`sub`, :func:`roll`.

    :asked: subtract previous element velocity from positions; change from previous step; np.diff equivalent; opposite
    of cumsum; consecutive successive first order differences; total variation of an image; numeric derivative or
    finite difference of samples; change from one day to the next; gaps between sorted values or timestamps;
    difference of adjacent elements; where does the value or sign change; pandas diff returns from prices
    """
    ends = {name: end for name, end in [("prepend", prepend), ("append", append)] if end is not None}
    return np.array(np.diff(x, n, dim, **ends))
