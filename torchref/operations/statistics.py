"""Statistics: middle, variation and relation of values, over the whole tensor or along a dimension."""

import numpy as np

__all__ = [
    "median",
    "std",
    "var",
]


def var(x, dim=None, unbiased=True, keepdim=False, *, correction=None):
    """Take the variance, a measure of how far values are from their mean.

    >>> x = torch.tensor([[1.0, 2.0, 3.0, 4.0, 5.0], [0.0, 0.0, 10.0, 0.0, 0.0]])
    >>> torch.var(x, 1)
    tensor([ 2.5000, 20.0000])

    By default torch divides by ``n - 1`` and NumPy divides by ``n``. ``correction`` is subtracted from ``n``, so the
    value 0 gives NumPy's result:

    >>> np.var(x.numpy(), 1).tolist()
    [2.0, 16.0]
    >>> torch.var(x, 1, correction=0)
    tensor([ 2., 16.])

    For a single value the divisor ``n - 1`` is 0. The result is ``nan``, with the warning
    ``degrees of freedom is <= 0``:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.var(torch.tensor([5.0]))
    tensor(nan)
    >>> print(str(caught[0].message).split(". ")[0])
    var(): degrees of freedom is <= 0
    >>> torch.var(torch.tensor([5.0]), correction=0)
    tensor(0.)

    In older code ``unbiased=True`` stands for ``correction=1`` and ``unbiased=False`` for ``correction=0``.
    ``x.var(False)`` silently reads the bool as ``unbiased``, so it is not the variance along dimension 0.

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param correction: The amount subtracted from the number of elements to get the divisor, which is at least 0; the
        default is 1, while NumPy's ``ddof`` is 0 by default.
    :param unbiased: The older form of ``correction``: ``True`` is 1, ``False`` is 0.

    See also: :func:`std`, :func:`mean`, :func:`square`.

    :asked: ddof in pytorch; unbiased estimate bessel correction; degrees of freedom is <= 0 warning; variance of one
    element is nan; variance of each feature column; spread squared; torch.var differs from np.var; n-1 versus n
    denominator; batch norm statistics mean and variance; squared deviation of a signal; population variance
    divide by n; how much values vary or fluctuate
    """
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    if x.dtype.kind in "bui":
        raise TypeError("the variance of integers needs a floating dtype")
    axis = dim if x.ndim and dim != () else None
    dtype = np.float32 if x.dtype == np.float16 else None
    correction = int(unbiased) if correction is None else correction
    return np.var(x, axis=axis, dtype=dtype, correction=correction, keepdims=keepdim).astype(x.real.dtype)


def std(x, dim=None, unbiased=True, keepdim=False, *, correction=None):
    """Compute the standard deviation: the square root of the variance.

    To standardize columns, subtract their means and divide by their standard deviations. Height and weight then have
    the same scale:

    >>> people = torch.tensor([[160.0, 50.0], [170.0, 60.0], [180.0, 70.0]])
    >>> people.std(0)
    tensor([10., 10.])
    >>> (people - people.mean(0)) / people.std(0)
    tensor([[-1., -1.],
            [ 0.,  0.],
            [ 1.,  1.]])

    Like :func:`var`, ``std`` divides by ``n - 1`` by default. NumPy and scikit-learn's ``StandardScaler`` divide by
    ``n``, as ``correction=0`` does:

    >>> x = torch.tensor([1.0, 3.0])
    >>> x.std(), x.std(correction=0), x.numpy().std().item()
    (tensor(1.4142), tensor(1.), 1.0)

    Integers and bools raise. Convert them with ``float()``:

    >>> torch.std(torch.tensor([1, 3]))
    Traceback (most recent call last):
    RuntimeError: std and var only support floating point and complex dtypes
    >>> torch.std(torch.tensor([1, 3]).float())
    tensor(1.4142)

    The standard deviation of a constant column of several rows is 0, or tiny compared with its values where the mean
    was rounded. Standardizing the column gives ``nan``, ``inf`` or a magnified rounding error. With 1e-8 added to the
    divisor, the error can still be huge. Find a constant column by its equal minimum and maximum, and set its result to
    0:

    >>> x = torch.tensor([[7.0, 1.0], [7.0, 3.0]])
    >>> z = (x - x.mean(0)) / x.std(0)
    >>> z
    tensor([[    nan, -0.7071],
            [    nan,  0.7071]])
    >>> z.masked_fill(x.amin(0) == x.amax(0), 0)
    tensor([[ 0.0000, -0.7071],
            [ 0.0000,  0.7071]])

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param correction: The amount subtracted from the number of elements to get the divisor, which is at least 0; the
        default is 1, while NumPy's ``ddof`` is 0 by default.
    :param unbiased: The older form of ``correction``: ``True`` is 1, ``False`` is 0.

    See also: :func:`var`, :func:`mean`, :func:`norm`.

    :sheet: f.std()

    :asked: standard deviation; z-score normalization; torch std different from numpy; division by zero std gives nan;
    std and var only support floating point; standardscaler in pytorch; make features zero mean unit variance; std of
    each channel; subtract mean divide by std each column; volatility of returns; spread of each column; standardize a
    constant column
    """
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    if x.dtype.kind in "bui":
        raise TypeError("the standard deviation of integers needs a floating dtype")
    axis = dim if x.ndim and dim != () else None
    dtype = np.float32 if x.dtype == np.float16 else None
    correction = int(unbiased) if correction is None else correction
    return np.std(x, axis=axis, dtype=dtype, correction=correction, keepdims=keepdim).astype(x.real.dtype)


def median(x, dim=None, keepdim=False):
    """Find the median, the middle value, which a few extreme values hardly change.

    >>> incomes = torch.tensor([3.0, 1.0, 1000.0, 4.0, 2.0])
    >>> torch.median(incomes), torch.mean(incomes)
    (tensor(3.), tensor(202.))

    An even number of values has two in the middle. torch returns the lower of them, while NumPy and ``torch.quantile``
    return their mean by default:

    >>> x = torch.tensor([4.0, 1.0, 3.0, 2.0])
    >>> torch.median(x), np.median(x.numpy()).item()
    (tensor(2.), 2.5)
    >>> torch.quantile(x, 0.5)
    tensor(2.5000)

    ``torch.quantile`` raises for dtypes other than ``float32`` and ``float64``, and for more than 2**24 elements that
    are reduced to one.

    With ``dim``, ``median`` returns values and indices, as :func:`max` does:

    >>> torch.median(torch.tensor([[7, 1, 4], [2, 9, 5]]), dim=1)
    torch.return_types.median(
    values=tensor([4, 5]),
    indices=tensor([2, 2]))

    If the middle value occurs several times, the index need not be the first one.

    One ``nan`` makes the median ``nan``; ``torch.nanmedian`` ignores it. Without ``dim``, an empty tensor gives ``nan``
    for floats and an arbitrary value for integers:

    >>> y = torch.tensor([1.0, float("nan"), 3.0, 5.0])
    >>> torch.median(y), torch.nanmedian(y), torch.median(torch.tensor([]))
    (tensor(nan), tensor(3.), tensor(nan))

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.
    :param out: A tuple of two tensors that the values and indices are written to; it needs ``dim``.

    See also: :func:`mean`, :func:`sort`, :func:`max`.

    :asked: 50th percentile; torch median different from numpy; robust average against outliers; median of each row with
    indices; np.median equivalent; typical value of skewed data; median income; nanmedian ignoring nan; quantile of
    data; 25 percentile of data
    """
    if dim is None:
        return np.quantile(x, 0.5, method="lower") if x.size else x.dtype.type(np.nan)
    axis = dim if x.ndim else None
    values = np.quantile(x, 0.5, axis=axis, keepdims=True, method="lower")
    indices = np.argmax((x == values) | np.isnan(x), axis=axis, keepdims=True)
    return (values, indices) if keepdim else (np.squeeze(values, axis), np.squeeze(indices, axis))
