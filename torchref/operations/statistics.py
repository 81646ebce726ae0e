"""Statistics: middle, variation and relation of values, over the whole tensor or along a dimension."""

import numpy as np

__all__ = [
    "corrcoef",
    "cov",
    "median",
    "mode",
    "nanquantile",
    "quantile",
    "std",
    "std_mean",
    "var",
    "var_mean",
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
    :sheet numpy: np.std(f) → f.std(correction=0)
    :sheet trap: f.std(): Divides by n − 1.

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

    :sheet numpy: np.median(f) → f.quantile(0.5)
    :sheet trap: f.median(): The lower of two middle values.

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


def quantile(x, q, dim=None, keepdim=False, *, interpolation="linear"):
    """Find the value below which a given fraction of the elements lies.

    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])
    >>> torch.quantile(x, 0.5), torch.quantile(x, 0.9)
    (tensor(3.), tensor(4.6000))

    A fraction of 0 gives the minimum, 1 the maximum, and 0.5 the median. A quantile between two elements is
    interpolated, unless ``interpolation`` says otherwise:

    >>> [torch.quantile(x, 0.9, interpolation=how).item() for how in ("linear", "lower", "higher", "midpoint", "nearest")]
    [4.599999904632568, 4.0, 5.0, 4.5, 5.0]

    A 1-d tensor as ``q`` gives several quantiles in one call. They are the first dimension of the result, before the
    dimensions that remain:

    >>> table = torch.arange(12.0).reshape(3, 4)
    >>> torch.quantile(table, torch.tensor([0.25, 0.75]), dim=1)
    tensor([[ 0.7500,  4.7500,  8.7500],
            [ 2.2500,  6.2500, 10.2500]])

    One ``nan`` makes the quantile ``nan``. Interpolation with an infinite element can give ``nan``, too:

    >>> y = torch.tensor([1.0, float("inf"), float("inf")])
    >>> torch.quantile(y, 0.75), torch.quantile(y, 0.75, interpolation="lower")
    (tensor(nan), tensor(inf))

    ``q`` is a fraction, not a percentage as in ``np.percentile``. Divide a percentage by 100:

    >>> torch.quantile(x, 90)
    Traceback (most recent call last):
    RuntimeError: quantile() q must be in the range [0, 1] but got 90
    >>> torch.quantile(x, 0.9)
    tensor(4.6000)

    ``q`` is a number or a tensor of the dtype of the input, not a list. Make a tensor of the list:

    >>> torch.quantile(x, [0.25, 0.75])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: quantile() received an invalid combination of arguments - got (Tensor, list), but expected one of:...
    >>> torch.quantile(x, torch.tensor([0.25, 0.75]))
    tensor([2., 4.])

    Dtypes other than ``float32`` and ``float64`` raise. Convert the input:

    >>> torch.quantile(torch.tensor([1, 2, 3]), 0.5)
    Traceback (most recent call last):
    RuntimeError: quantile() input tensor must be either float or double dtype
    >>> torch.quantile(torch.tensor([1, 2, 3]).float(), 0.5)
    tensor(2.)

    More than 2**24 elements that are reduced to one raise, too. Use :func:`sort`, which does not have this limit, or
    ``torch.kthvalue``, which finds the k-th smallest element:

    >>> large = torch.zeros(1).expand(2**24 + 1)
    >>> torch.quantile(large, 0.5)
    Traceback (most recent call last):
    RuntimeError: quantile() input tensor is too large
    >>> large.kthvalue(2**23 + 1).values
    tensor(0.)

    :param q: The fraction, from 0 to 1, or a 1-d tensor of fractions of the dtype of ``input``.
    :param dim: The dimension that disappears; without it, all elements are reduced to one.
    :param interpolation: What to return between two elements: ``"linear"``, ``"lower"``, ``"higher"``,
        ``"midpoint"`` or ``"nearest"``.

    See also: :func:`nanquantile`, :func:`median`, :func:`sort`, :func:`topk`.

    :asked: percentile of a tensor; np.percentile equivalent; np.quantile equivalent; quartiles; interquartile range;
    quantile input tensor is too large; threshold for the top ten percent; quantile input tensor must be either float or
    double dtype; clip outliers at a percentile; 95 percent confidence bounds of samples; cut off the lowest 5 percent
    """
    count = x.shape[dim] if dim is not None and x.ndim else x.size
    if x.dtype not in (np.float32, np.float64) or not x.size or count > 2**24:
        raise ValueError("float32 or float64, and neither empty nor too large")
    if isinstance(q, np.ndarray) and (q.dtype != x.dtype or q.ndim > 1):
        raise TypeError("a 1-d q of the dtype of the elements")
    return np.quantile(x, q, axis=dim if x.ndim else None, keepdims=keepdim, method=interpolation).astype(x.dtype)


def nanquantile(x, q, dim=None, keepdim=False, *, interpolation="linear"):
    """Find a quantile of the elements that are not ``nan``.

    >>> x = torch.tensor([[1.0, float("nan"), 3.0, 5.0], [float("nan"), float("nan"), 4.0, float("nan")]])
    >>> torch.nanquantile(x, 0.5, dim=1)
    tensor([3., 4.])
    >>> torch.quantile(x, 0.5, dim=1)
    tensor([nan, nan])

    Each row counts its own known values, so the quartiles of a row with one known value are that value:

    >>> torch.nanquantile(x, torch.tensor([0.25, 0.75]), dim=1)
    tensor([[2., 4.],
            [4., 4.]])

    A row of ``nan`` alone gives ``nan``, with no error or warning:

    >>> torch.nanquantile(torch.tensor([float("nan"), float("nan")]), 0.5)
    tensor(nan)

    For the median, there are two functions. :func:`nanmedian` returns an element, while ``nanquantile`` interpolates by
    default:

    >>> y = torch.tensor([1.0, 2.0, float("nan")])
    >>> torch.nanmedian(y), torch.nanquantile(y, 0.5), torch.nanquantile(y, 0.5, interpolation="lower")
    (tensor(1.), tensor(1.5000), tensor(1.))

    The limits are those of :func:`quantile`: ``float32`` or ``float64``, fractions from 0 to 1, and the same dtype for
    a tensor ``q``:

    >>> torch.nanquantile(y, torch.tensor([0.5], dtype=torch.float64))
    Traceback (most recent call last):
    RuntimeError: quantile() q tensor must be same dtype as the input tensor
    >>> torch.nanquantile(y, torch.tensor([0.5], dtype=y.dtype))
    tensor([1.5000])

    :param q: The fraction, from 0 to 1, or a 1-d tensor of fractions of the dtype of ``input``.
    :param dim: The dimension that disappears; without it, all elements are reduced to one.
    :param interpolation: What to return between two elements: ``"linear"``, ``"lower"``, ``"higher"``,
        ``"midpoint"`` or ``"nearest"``.

    See also: :func:`quantile`, :func:`nanmedian`, :func:`isnan`.

    :asked: percentile ignoring nan; np.nanpercentile equivalent; np.nanquantile equivalent; quartiles with missing
    values; quantile returns nan; q tensor must be same dtype as the input tensor
    """
    count = x.shape[dim] if dim is not None and x.ndim else x.size
    if x.dtype not in (np.float32, np.float64) or not x.size or count > 2**24:
        raise ValueError("float32 or float64, and neither empty nor too large")
    if isinstance(q, np.ndarray) and (q.dtype != x.dtype or q.ndim > 1):
        raise TypeError("a 1-d q of the dtype of the elements")
    return np.nanquantile(x, q, axis=dim if x.ndim else None, keepdims=keepdim, method=interpolation).astype(x.dtype)


def mode(x, dim=-1, keepdim=False):
    """Find the most frequent value along a dimension.

    >>> votes = torch.tensor([2, 0, 2, 1, 2])
    >>> torch.mode(votes)
    torch.return_types.mode(
    values=tensor(2),
    indices=tensor(4))

    The result is a pair of values and indices. Without ``nan``, the smallest of several equally
    frequent values is returned:

    >>> torch.mode(torch.tensor([7, 3, 7, 3])).values
    tensor(3)

    ``dim`` is the last dimension by default. Here, three models classify two samples, one sample per row:

    >>> predictions = torch.tensor([[1, 1, 0], [2, 0, 2]])
    >>> torch.mode(predictions).values
    tensor([1, 2])
    >>> torch.mode(predictions, 0).values
    tensor([1, 0, 0])

    If the value occurs several times, the index need not be the first one. A comparison counts how often it occurs:

    >>> (votes == torch.mode(votes).values).sum()
    tensor(3)

    To count how often each value occurs, use :func:`unique`, or :func:`bincount` for small integers from 0 on:

    >>> torch.unique(votes, return_counts=True)
    (tensor([0, 1, 2]), tensor([1, 1, 3]))

    Computed floats that differ in the last digit are different values. Round them first:

    >>> x = torch.tensor([0.1 + 0.2, 0.3, 0.7 - 0.4, 0.5, 0.5], dtype=torch.float64)
    >>> torch.mode(x).values, torch.mode(x.round(decimals=6)).values
    (tensor(0.5000, dtype=torch.float64), tensor(0.3000, dtype=torch.float64))

    On the CPU, the result for elements with ``nan`` can depend on their order. Remove ``nan`` first:

    >>> y = torch.tensor([float("nan"), 1.0, float("nan"), 1.0])
    >>> torch.mode(y).values, torch.mode(y.flip(0)).values
    (tensor(nan), tensor(1.))
    >>> torch.mode(y[~y.isnan()]).values
    tensor(1.)

    An empty dimension does not have a mode. Test the size first:

    >>> empty = torch.tensor([])
    >>> torch.mode(empty)
    Traceback (most recent call last):
    IndexError: mode(): Expected reduction dim 0 to have non-zero size.
    >>> torch.mode(empty).values if empty.numel() else "no votes"
    'no votes'

    :param dim: The dimension that disappears, the last one by default.
    :param out: A tuple of two tensors that the values and indices are written to.

    See also: :func:`unique`, :func:`bincount`, :func:`median`, :func:`argmax`.

    :asked: most common value; most frequent element; majority vote; scipy.stats.mode equivalent; which value occurs most
    often; ensemble vote of classifiers; knn majority label of neighbors; mode of each row
    """

    def most_frequent(row):
        values, counts = np.unique(row, return_counts=True, equal_nan=False)
        return values[np.argmax(counts)]

    if not x.ndim:
        return x.copy(), np.int64(0)
    if x.dtype.kind == "c":
        raise TypeError("not implemented for complex numbers")
    values = np.expand_dims(np.apply_along_axis(most_frequent, dim, x), dim)
    indices = np.argmax(x == values, axis=dim, keepdims=True)
    return (values, indices) if keepdim else (np.squeeze(values, dim), np.squeeze(indices, dim))


def std_mean(x, dim=None, unbiased=True, keepdim=False, *, correction=None):
    """Compute the standard deviation and the mean in one call.

    >>> x = torch.tensor([[1.0, 3.0], [10.0, 20.0]])
    >>> torch.std_mean(x, 1)
    (tensor([1.4142, 7.0711]), tensor([ 2., 15.]))

    The pair comes in the order of its name, the standard deviation first. To standardize rows, keep the dimension:

    >>> std, mean = torch.std_mean(x, 1, keepdim=True)
    >>> (x - mean) / std
    tensor([[-0.7071,  0.7071],
            [-0.7071,  0.7071]])

    Unpacked in the wrong order, the two are silently exchanged. The mean of a standardized row should be 0, which shows
    the mistake:

    >>> mean, std = torch.std_mean(x, 1, keepdim=True)
    >>> ((x - mean) / std).mean(1)
    tensor([0.2929, 0.5286])

    As in :func:`std`, the divisor is ``n - 1`` by default. Layer normalization divides by ``n``, as ``correction=0``
    does:

    >>> torch.std_mean(x, 1, correction=0)[0]
    tensor([1., 5.])
    >>> torch.std_mean(x, 1)[0]
    tensor([1.4142, 7.0711])

    Integers are not accepted. Convert them to floats first:

    >>> torch.std_mean(torch.tensor([1, 2, 3]))
    Traceback (most recent call last):
    RuntimeError: std_mean only support floating point and complex dtypes
    >>> torch.std_mean(torch.tensor([1, 2, 3]).float())
    (tensor(1.), tensor(2.))

    Tensors do not have a method ``std_mean``.

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param correction: The amount subtracted from the number of elements to get the divisor, which is at least 0; the
        default is 1, while NumPy's ``ddof`` is 0 by default.
    :param unbiased: The older form of ``correction``: ``True`` is 1, ``False`` is 0.

    See also: :func:`std`, :func:`mean`, :func:`var_mean`.

    :asked: standard deviation and mean together; mean and std of a dataset per channel; standardize to zero mean and
    unit variance; z-score; normalize features by mean and std; order of std_mean
    """
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    if x.dtype.kind in "bui":
        raise TypeError("the standard deviation of integers needs a floating dtype")
    axis = dim if x.ndim and dim != () else None
    wide = np.float32 if x.dtype == np.float16 else None
    correction = int(unbiased) if correction is None else correction
    std = np.std(x, axis=axis, dtype=wide, correction=correction, keepdims=keepdim).astype(x.real.dtype)
    return std, np.mean(x, axis=axis, keepdims=keepdim)


def var_mean(x, dim=None, unbiased=True, keepdim=False, *, correction=None):
    """Compute the variance and the mean in one call.

    >>> x = torch.tensor([[1.0, 3.0], [10.0, 20.0]])
    >>> torch.var_mean(x, 1)
    (tensor([ 2., 50.]), tensor([ 2., 15.]))

    Layer normalization uses this pair, with ``n`` as the divisor and a small number added to the variance. The result
    is that of ``torch.nn.functional.layer_norm``:

    >>> var, mean = torch.var_mean(x, 1, correction=0, keepdim=True)
    >>> (x - mean) * torch.rsqrt(var + 1e-5)
    tensor([[-1.0000,  1.0000],
            [-1.0000,  1.0000]])
    >>> torch.nn.functional.layer_norm(x, (2,))
    tensor([[-1.0000,  1.0000],
            [-1.0000,  1.0000]])

    Batch normalization needs one pair per channel, so the other dimensions are reduced:

    >>> images = torch.arange(24.0).reshape(2, 3, 2, 2)
    >>> torch.var_mean(images, (0, 2, 3), correction=0)
    (tensor([37.2500, 37.2500, 37.2500]), tensor([ 7.5000, 11.5000, 15.5000]))

    The statistics of two halves of equal size can be merged. The variance of the whole is the mean of the variances
    plus the variance of the means, with ``n`` as the divisor in each:

    >>> halves = torch.tensor([[1.0, 2.0], [7.0, 8.0]])
    >>> var, mean = torch.var_mean(halves, 1, correction=0)
    >>> var.mean() + mean.var(correction=0), halves.var(correction=0)
    (tensor(9.2500), tensor(9.2500))

    The variance of a single element is ``nan``, with the warning ``degrees of freedom is <= 0``. With ``correction=0``,
    it is 0:

    >>> torch.var_mean(torch.tensor([5.0]), correction=0)
    (tensor(0.), tensor(5.))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param correction: The amount subtracted from the number of elements to get the divisor, which is at least 0; the
        default is 1, while NumPy's ``ddof`` is 0 by default.
    :param unbiased: The older form of ``correction``: ``True`` is 1, ``False`` is 0.

    See also: :func:`var`, :func:`mean`, :func:`std_mean`, :func:`rsqrt`.

    :asked: variance and mean together; layer norm by hand; batch norm statistics per channel; merge variances of two
    batches; running mean and variance; group norm by hand
    """
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    if x.dtype.kind in "bui":
        raise TypeError("the variance of integers needs a floating dtype")
    axis = dim if x.ndim and dim != () else None
    wide = np.float32 if x.dtype == np.float16 else None
    correction = int(unbiased) if correction is None else correction
    var = np.var(x, axis=axis, dtype=wide, correction=correction, keepdims=keepdim).astype(x.real.dtype)
    return var, np.mean(x, axis=axis, keepdims=keepdim)


def cov(x, *, correction=1, fweights=None, aweights=None):
    """Compute the covariance matrix of variables, one variable per row.

    The diagonal holds the variances, and the element of row i and column j is the covariance of variables i and j:

    >>> x = torch.tensor([[1.0, 2.0, 3.0], [6.0, 4.0, 2.0]])
    >>> torch.cov(x)
    tensor([[ 1., -2.],
            [-2.,  4.]])
    >>> x.var(1)
    tensor([1., 4.])

    A row is a variable and a column is an observation, as in NumPy. Data with one sample per row silently give a matrix
    of samples. Transpose them:

    >>> samples = torch.tensor([[1.0, 6.0], [2.0, 4.0], [3.0, 2.0]])
    >>> torch.cov(samples).shape, torch.cov(samples.T)
    (torch.Size([3, 3]), tensor([[ 1., -2.],
            [-2.,  4.]]))

    For floats, the matrix is the product of the centered rows and their transpose, divided by ``n - 1``:

    >>> centered = x - x.mean(1, keepdim=True)
    >>> centered @ centered.T / (3 - 1)
    tensor([[ 1., -2.],
            [-2.,  4.]])

    ``correction=0`` divides by ``n``. ``fweights`` says how often each observation counts, as if its column were
    repeated, and ``aweights`` how much it weighs:

    >>> torch.cov(x, correction=0)
    tensor([[ 0.6667, -1.3333],
            [-1.3333,  2.6667]])
    >>> torch.cov(x, fweights=torch.tensor([1, 1, 2])).equal(torch.cov(x[:, [0, 1, 2, 2]]))
    True
    >>> torch.cov(x, aweights=torch.tensor([0.5, 0.5, 1.0]), correction=0)
    tensor([[ 0.6875, -1.3750],
            [-1.3750,  2.7500]])

    A batch of matrices is not accepted. Subtract the means of the rows, then multiply the matrices:

    >>> batch = torch.stack([x, x])
    >>> torch.cov(batch)
    Traceback (most recent call last):
    RuntimeError: cov(): expected input to have two or fewer dimensions but got an input with 3 dimensions
    >>> c = batch - batch.mean(2, keepdim=True)
    >>> (c @ c.mT / (3 - 1)).shape
    torch.Size([2, 2, 2])

    :param correction: The amount subtracted from the number of observations to get the divisor.
    :param fweights: How often each observation counts: a 1-d tensor of integers, not negative.
    :param aweights: How much each observation weighs: a 1-d tensor of floats, not negative.

    See also: :func:`corrcoef`, :func:`var`, :func:`matmul`.

    :asked: covariance matrix; np.cov equivalent; covariance of features; pca by hand; mahalanobis distance; how two
    variables vary together; covariance of a batch; rowvar false in pytorch
    """
    if x.ndim > 2 or x.dtype == np.bool_:
        raise ValueError("one matrix of numbers alone")
    x = np.atleast_2d(x if x.dtype.kind in "fc" else x.astype(np.float32))
    often = np.ones(x.shape[1], np.int64) if fweights is None else fweights
    heavy = np.ones(x.shape[1], x.real.dtype) if aweights is None else aweights
    weights = heavy * often.astype(heavy.dtype)
    total = weights.sum()
    centered = x - (x * weights).sum(1, keepdims=True) / total
    divisor = total - correction * (weights * heavy).sum() / total
    return np.squeeze((centered * weights) @ centered.conj().T / np.maximum(divisor, 0))


def corrcoef(x):
    """Compute the correlation of each pair of variables, from -1 to 1.

    A row is a variable, and a column is an observation:

    >>> x = torch.tensor([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [3.0, 2.0, 1.0]])
    >>> torch.corrcoef(x)
    tensor([[ 1.,  1., -1.],
            [ 1.,  1., -1.],
            [-1., -1.,  1.]])

    A correlation of 1 is a rising line, and -1 is a falling line. A correlation of 0 excludes both, but not a curve
    such as a parabola:

    >>> t = torch.tensor([-2.0, -1.0, 0.0, 1.0, 2.0])
    >>> torch.corrcoef(torch.stack([t, t.square()]))
    tensor([[1.0000, 0.0000],
            [0.0000, 1.0000]])

    For two vectors, stack them. Their correlation is the element in row 0 and column 1:

    >>> predicted, actual = torch.tensor([1.0, 2.0, 4.0]), torch.tensor([1.0, 3.0, 3.0])
    >>> torch.corrcoef(torch.stack([predicted, actual]))[0, 1]
    tensor(0.7559)

    Data with one sample per row silently give a matrix of samples. Transpose them:

    >>> samples = torch.tensor([[1.0, 6.0], [2.0, 4.0], [3.0, 1.0]])
    >>> torch.corrcoef(samples).shape, torch.corrcoef(samples.T).shape
    (torch.Size([3, 3]), torch.Size([2, 2]))

    A constant variable silently gives ``nan``, as its standard deviation is 0. Where its mean is rounded, the
    correlations can be meaningless values instead:

    >>> torch.corrcoef(torch.tensor([[1.0, 2.0, 3.0], [5.0, 5.0, 5.0]]))
    tensor([[1., nan],
            [nan, nan]])

    Unlike ``np.corrcoef``, ``torch.corrcoef`` does not take two tensors. Stack them:

    >>> torch.corrcoef(predicted, actual)
    Traceback (most recent call last):
    TypeError: corrcoef() takes 1 positional argument but 2 were given
    >>> torch.corrcoef(torch.stack([predicted, actual])).shape
    torch.Size([2, 2])

    See also: :func:`cov`, :func:`std`, :func:`stack`.

    :asked: pearson correlation; correlation matrix; np.corrcoef equivalent; correlation of predictions and targets;
    are two features correlated; correlation is nan for a constant column; pandas corr equivalent
    """
    if x.ndim > 2 or x.dtype == np.bool_:
        raise ValueError("one matrix of numbers alone")
    dtype = x.dtype if x.dtype.kind in "fc" else np.float32
    return np.corrcoef(x).astype(dtype)
