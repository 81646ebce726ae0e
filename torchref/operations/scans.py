"""Scans: running sums and products along a dimension, and differences, which undo a running sum."""

import numpy as np

__all__ = [
    "cumprod",
    "cumsum",
    "diff",
]


def cumsum(x, dim, *, dtype=None):
    """Compute the cumulative sum: the running totals along a dimension.

    >>> x = torch.tensor([1, 2, 3, 4])
    >>> torch.cumsum(x, 0)
    tensor([ 1,  3,  6, 10])

    The shape is kept. The sum runs along ``dim``, down the columns for 0 and along the rows for 1:

    >>> table = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.cumsum(table, 0)
    tensor([[1, 2, 3],
            [5, 7, 9]])
    >>> torch.cumsum(table, 1)
    tensor([[ 1,  3,  6],
            [ 4,  9, 15]])

    ``dim`` is required, even for a vector. NumPy flattens by default; in torch, call ``flatten`` first:

    >>> torch.cumsum(table)
    Traceback (most recent call last):
    TypeError: cumsum() missing 1 required positional arguments: "dim"
    >>> torch.cumsum(table.flatten(), 0)
    tensor([ 1,  3,  6, 10, 15, 21])

    By default, bools and integers are added as ``int64``, so the cumulative sum of bools counts. A small integer dtype
    overflows silently if you keep it: with ``dtype``, with ``out``, or with the in-place ``cumsum_``:

    >>> torch.cumsum(torch.tensor([True, False, True, True]), 0)
    tensor([1, 1, 2, 3])
    >>> small = torch.tensor([200, 100], dtype=torch.uint8)
    >>> small.cumsum(0)
    tensor([200, 300])
    >>> small.cumsum(0, dtype=torch.uint8)
    tensor([200,  44], dtype=torch.uint8)

    On the CPU, torch accumulates ``float32`` in ``float64``; NumPy accumulates in ``float32``, so its long sums lose
    digits.

    See also: :func:`sum`, :func:`cumprod`, :func:`diff`.

    :sheet: v.cumsum(0)
    :sheet numpy: np.cumsum(x) → x.ravel().cumsum(0)
    :sheet trap: x.cumsum(): ``dim`` is required.

    :asked: running total; count so far; np.cumsum equivalent; missing required argument dim; accumulate steps over
    time; cumulative distribution function; top-p cumulative probability; sum of all previous elements;
    running balance of an account; prefix or partial sums along rows; integrate velocity to position; start offsets of
    variable length segments
    """
    dtype = dtype or (np.int64 if x.dtype.kind in "bui" else x.dtype)
    return np.cumsum(x, dim, dtype).reshape(x.shape)


def cumprod(x, dim, *, dtype=None):
    """Compute the cumulative product: the running products along a dimension.

    >>> x = torch.tensor([1, 2, 3, 4])
    >>> torch.cumprod(x, 0)
    tensor([ 1,  2,  6, 24])

    Growth of 10 %, growth of 20 % and a loss of 50 % are factors that multiply. ``dim=1`` works along each row:

    >>> factors = torch.tensor([[1.1, 1.2, 0.5], [2.0, 0.5, 3.0]])
    >>> torch.cumprod(factors, 1)
    tensor([[1.1000, 1.3200, 0.6600],
            [2.0000, 1.0000, 3.0000]])

    After an element that is 0, the products are 0, if elements and products are finite. For bools, the product is 1
    until the first ``False``:

    >>> torch.cumprod(torch.tensor([True, True, False, True]), 0)
    tensor([1, 1, 0, 0])

    Products grow fast. In ``int64`` they wrap around silently, as factorials do from 21 on. Pass
    ``dtype=torch.float64``:

    >>> n = torch.arange(1, 22)
    >>> torch.cumprod(n, 0)[-2:]
    tensor([ 2432902008176640000, -4249290049419214848])
    >>> torch.cumprod(n, 0, dtype=torch.float64)[-2:]
    tensor([2.4329e+18, 5.1091e+19], dtype=torch.float64)

    The product of many small positive factors underflows to 0. Add the logarithms of the factors instead:

    >>> p = torch.full((50,), 0.1)
    >>> torch.cumprod(p, 0)[-1]
    tensor(0.)
    >>> torch.cumsum(torch.log(p), 0)[-1]
    tensor(-115.1293)

    On the CPU, torch accumulates ``float32`` in ``float64``, so a running product can recover from 0 or ``inf``. In
    NumPy, the product stays 0 or infinite.

    See also: :func:`prod`, :func:`cumsum`, :func:`log`.

    :asked: cumulative product; factorials up to n; compound growth or interest; survival probability; discounted
    factors gamma^t; np.cumprod equivalent; diffusion alpha bar; product underflows to zero; product of all previous
    elements; running product of growth factors; probability of surviving each step; noise schedule product of alphas
    """
    dtype = dtype or (np.int64 if x.dtype.kind in "bui" else x.dtype)
    return np.cumprod(x, dim, dtype).reshape(x.shape)


def diff(x, n=1, dim=-1, prepend=None, append=None):
    """Take differences of neighbors: each element minus the element before it.

    >>> x = torch.tensor([1, 4, 9, 16])
    >>> torch.diff(x)
    tensor([3, 5, 7])

    The argument before ``dim`` is ``n``, how many times to take differences. ``dim`` defaults to the last dimension:

    >>> torch.diff(x, 2)
    tensor([2, 2])
    >>> table = torch.tensor([[1, 2, 4], [8, 16, 32]])
    >>> torch.diff(table, 0)
    tensor([[ 1,  2,  4],
            [ 8, 16, 32]])
    >>> torch.diff(table, dim=0)
    tensor([[ 7, 14, 28]])

    The dimension gets shorter by one each time, until it is empty. With ``n=1``, a vector keeps its size if you
    prepend a zero. If the vector is a finite :func:`cumsum`, this returns the original values, up to rounding. In
    torch, ``prepend`` is a tensor with the shape of ``x`` except along ``dim``, while NumPy also accepts a number:

    >>> torch.diff(x, prepend=0)
    Traceback (most recent call last):
    TypeError: diff(): argument 'prepend' must be Tensor, not int
    >>> torch.diff(x.cumsum(0), prepend=torch.tensor([0]))
    tensor([ 1,  4,  9, 16])

    A negative difference is out of range for ``uint8`` and wraps around silently:

    >>> torch.diff(torch.tensor([3, 1], dtype=torch.uint8))
    tensor([254], dtype=torch.uint8)

    For bools, the first difference is ``True`` where the value changes:

    >>> torch.diff(torch.tensor([False, True, True, False]))
    tensor([ True, False,  True])

    ``append`` adds elements at the end. If ``x`` holds the starts of segments, append the end of the last segment to get
    the lengths:

    >>> torch.diff(x, append=torch.tensor([20]))
    tensor([3, 5, 7, 4])

    :param n: How many times to take differences, not the dimension.
    :param prepend: A tensor to put before ``input`` along ``dim``; its other sizes are those of ``input``.
    :param append: A tensor to put after ``input`` along ``dim``; its other sizes are those of ``input``.

    See also: :func:`cumsum`, :func:`sub`, :func:`roll`.

    :asked: subtract previous element velocity from positions; change from previous step; np.diff equivalent; opposite
    of cumsum; consecutive successive first order differences; total variation of an image; numeric derivative of
    samples; change from one day to the next; gaps between timestamps;
    difference of adjacent elements; where does the value or sign change; pandas diff returns from prices
    """
    ends = {name: end for name, end in [("prepend", prepend), ("append", append)] if end is not None}
    return np.array(np.diff(x, n, dim, **ends))
