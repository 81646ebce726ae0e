"""Scans: running sums and products along a dimension, and differences, which undo a running sum."""

import numpy as np

__all__ = [
    "cummax",
    "cummin",
    "cumprod",
    "cumsum",
    "cumulative_trapezoid",
    "diff",
    "gradient",
    "logcumsumexp",
    "trapezoid",
    "trapz",
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


def cummax(x, dim):
    """Find the largest element so far at each position along a dimension.

    >>> x = torch.tensor([1, 3, 2, 3, 5])
    >>> torch.cummax(x, 0)
    torch.return_types.cummax(
    values=tensor([1, 3, 3, 3, 5]),
    indices=tensor([0, 1, 1, 3, 4]))

    The result is a pair of values and indices. Of equal elements, the index of the latest one is returned, unlike in
    :func:`argmax`. The indices select the values:

    >>> values, indices = torch.cummax(x, 0)
    >>> x[indices].equal(values)
    True

    The drawdown is how far a price is below its peak so far, as a fraction of the peak:

    >>> price = torch.tensor([100.0, 120.0, 90.0, 130.0])
    >>> price / price.cummax(0).values - 1
    tensor([ 0.0000,  0.0000, -0.2500,  0.0000])

    To start from the end, flip the tensor before the call and the result after it:

    >>> torch.tensor([5, 3, 4, 1]).flip(0).cummax(0).values.flip(0)
    tensor([5, 4, 4, 1])

    From the first ``nan`` on, the values are ``nan``:

    >>> torch.cummax(torch.tensor([1.0, float("nan"), 3.0]), 0).values
    tensor([1., nan, nan])

    ``dim`` is required, even for a vector:

    >>> torch.cummax(x)
    Traceback (most recent call last):
    TypeError: cummax() missing 1 required positional arguments: "dim"
    >>> torch.cummax(x, 0).values
    tensor([1, 3, 3, 3, 5])

    :param out: A tuple of two tensors that the values and indices are written to.

    See also: :func:`cummin`, :func:`cumsum`, :func:`max`.

    :asked: running maximum; cumulative maximum; highest value so far; drawdown from the peak; np.maximum.accumulate
    equivalent; best score up to each epoch; record highs in a series
    """
    row = np.atleast_1d(x)
    values = np.maximum.accumulate(row, dim)
    here = np.moveaxis(np.broadcast_to(np.arange(row.shape[dim]), np.moveaxis(row, dim, -1).shape), -1, dim)
    indices = np.maximum.accumulate(np.where((row == values) | np.isnan(row), here, 0), dim)
    return values.reshape(x.shape), indices.reshape(x.shape)


def cummin(x, dim):
    """Find the smallest element so far at each position along a dimension.

    >>> x = torch.tensor([4, 2, 3, 2, 1])
    >>> torch.cummin(x, 0)
    torch.return_types.cummin(
    values=tensor([4, 2, 2, 2, 1]),
    indices=tensor([0, 1, 1, 3, 4]))

    The result is a pair of values and indices. Of equal elements, the index of the latest one is returned, unlike in
    :func:`argmin`. Where the index is the position itself, the element is the smallest so far:

    >>> torch.cummin(x, 0).indices == torch.arange(5)
    tensor([ True,  True, False,  True,  True])

    For early stopping, the position minus the index counts the steps since the best loss:

    >>> loss = torch.tensor([0.9, 0.5, 0.6, 0.7])
    >>> torch.arange(4) - loss.cummin(0).indices
    tensor([0, 0, 1, 2])

    This example computes the profit of buying at the lowest price so far:

    >>> price = torch.tensor([7.0, 3.0, 6.0, 2.0, 4.0])
    >>> price - price.cummin(0).values
    tensor([0., 0., 3., 0., 2.])

    ``dim`` is required, even for a vector:

    >>> torch.cummin(x)
    Traceback (most recent call last):
    TypeError: cummin() missing 1 required positional arguments: "dim"
    >>> torch.cummin(x, 0).values
    tensor([4, 2, 2, 2, 1])

    :param out: A tuple of two tensors that the values and indices are written to.

    See also: :func:`cummax`, :func:`cumsum`, :func:`min`.

    :asked: running minimum; cumulative minimum; lowest value so far; np.minimum.accumulate equivalent; steps since the
    best loss; best time to buy and sell; early stopping patience from losses
    """
    row = np.atleast_1d(x)
    values = np.minimum.accumulate(row, dim)
    here = np.moveaxis(np.broadcast_to(np.arange(row.shape[dim]), np.moveaxis(row, dim, -1).shape), -1, dim)
    indices = np.maximum.accumulate(np.where((row == values) | np.isnan(row), here, 0), dim)
    return values.reshape(x.shape), indices.reshape(x.shape)


def logcumsumexp(x, dim):
    """Compute the logarithm of the running sums of exponentials.

    If the values are logarithms of probabilities, the results are the logarithms of their cumulative sums:

    >>> p = torch.tensor([0.25, 0.25, 0.5])
    >>> torch.logcumsumexp(p.log(), 0).exp()
    tensor([0.2500, 0.5000, 1.0000])
    >>> p.cumsum(0)
    tensor([0.2500, 0.5000, 1.0000])

    Written out, ``exp`` of a large value overflows and of a very negative one underflows. ``logcumsumexp`` stays
    finite:

    >>> x = torch.tensor([1000.0, 1000.0])
    >>> x.exp().cumsum(0).log()
    tensor([inf, inf])
    >>> torch.logcumsumexp(x, 0)
    tensor([1000.0000, 1000.6932])

    The last element is :func:`logsumexp` of the vector, up to rounding:

    >>> z = torch.tensor([1.0, 2.0, 3.0])
    >>> torch.logcumsumexp(z, 0)[-1], torch.logsumexp(z, 0)
    (tensor(3.4076), tensor(3.4076))

    A leading minus infinity, the logarithm of probability 0, stays in the result, but its gradient is ``nan``:

    >>> start = torch.tensor([float("-inf"), 0.0], requires_grad=True)
    >>> torch.logcumsumexp(start, 0).tolist()
    [-inf, 0.0]
    >>> torch.autograd.grad(torch.logcumsumexp(start, 0).sum(), start)
    (tensor([nan, 1.]),)

    In a Cox model, the risk set of a patient holds the patients who live at least as long. If the times differ and are
    sorted from the longest on, each running sum covers one risk set:

    >>> score = torch.tensor([0.5, 1.0, -1.0])
    >>> (score - torch.logcumsumexp(score, 0)).sum()
    tensor(-3.0290)

    Integers are not accepted. Convert them to floats first:

    >>> torch.logcumsumexp(torch.tensor([0, 1]), 0)
    Traceback (most recent call last):
    NotImplementedError: "logcumsumexp_out_cpu" not implemented for 'Long'
    >>> torch.logcumsumexp(torch.tensor([0, 1]).float(), 0)
    tensor([0.0000, 1.3133])

    See also: :func:`logsumexp`, :func:`cumsum`, :func:`logaddexp`.

    :asked: log of cumulative sum of exp; cumulative sum in log space; stable log cumsum; cox partial likelihood loss;
    running logsumexp; cumulative log probabilities
    """
    if x.dtype.kind not in "fc":
        raise TypeError("not implemented for integers")
    if x.dtype.kind == "f":
        return np.logaddexp.accumulate(np.atleast_1d(x), dim).reshape(x.shape)
    shift = x.real.max(dim, keepdims=True, initial=0) if x.ndim else 0
    return np.log(np.cumsum(np.exp(x - shift), dim)).reshape(x.shape) + shift


def trapezoid(y, x=None, *, dx=1, dim=-1):
    """Integrate samples: the area below straight lines between them.

    >>> y = torch.tensor([1.0, 2.0, 4.0])
    >>> torch.trapezoid(y)
    tensor(4.5000)

    The samples are 1 apart by default. ``dx`` is another distance, and a tensor as the second argument holds the
    positions:

    >>> torch.trapezoid(y, dx=0.5)
    tensor(2.2500)
    >>> torch.trapezoid(y, torch.tensor([0.0, 1.0, 4.0]))
    tensor(10.5000)

    The order is ``y, x``, with the values first. In the wrong order, the call silently gives another area:

    >>> torch.trapezoid(torch.tensor([0.0, 1.0, 4.0]), y)
    tensor(5.5000)

    Falling positions change the sign of the area. The area below a curve of precision and recall therefore needs rising
    positions:

    >>> recall, precision = torch.tensor([0.0, 0.5, 1.0]), torch.tensor([1.0, 0.8, 0.5])
    >>> torch.trapezoid(precision, recall), torch.trapezoid(precision.flip(0), recall.flip(0))
    (tensor(0.7750), tensor(-0.7750))

    The last dimension is integrated unless ``dim`` says otherwise:

    >>> table = torch.tensor([[1.0, 2.0, 4.0], [0.0, 0.0, 2.0]])
    >>> torch.trapezoid(table), torch.trapezoid(table, dim=0)
    (tensor([4.5000, 1.0000]), tensor([0.5000, 1.0000, 3.0000]))

    ``x`` holds the position of each sample, not the gaps between the samples:

    >>> torch.trapezoid(y, torch.tensor([1.0, 3.0]))
    Traceback (most recent call last):
    RuntimeError: trapezoid: There must be one `x` value for each sample point
    >>> torch.trapezoid(y, torch.tensor([0.0, 1.0, 4.0]))
    tensor(10.5000)

    Integer samples are added in their own dtype, where sums can wrap around silently. Convert them to floats first:

    >>> bright = torch.tensor([200, 100], dtype=torch.uint8)
    >>> torch.trapezoid(bright), torch.trapezoid(bright.float())
    (tensor(278.), tensor(150.))

    ``torch.trapz`` is the older name of ``torch.trapezoid``.

    :param y: The samples to integrate.
    :param x: The position of each sample along ``dim``; without it, the samples are ``dx`` apart.
    :param dx: The distance of neighboring samples, 1 by default.
    :param dim: The dimension to integrate along, the last one by default.

    See also: :func:`cumulative_trapezoid`, :func:`sum`, :func:`diff`.

    :asked: numerical integration of samples; area under a curve; np.trapz equivalent; auc from points; integrate y over
    x; trapezoidal rule; torch.trapz; energy from power samples
    """
    y, x = (one if one is None or one.dtype.kind in "fc" else one.astype(np.float32) for one in (y, x))
    return np.trapezoid(y, x, dx, dim)


def cumulative_trapezoid(y, x=None, *, dx=1, dim=-1):
    """Integrate samples up to each position, by the trapezoidal rule.

    >>> y = torch.tensor([1.0, 2.0, 4.0])
    >>> torch.cumulative_trapezoid(y)
    tensor([1.5000, 4.5000])

    The result has one element fewer than the samples: the areas from the first sample to each later one. The last area
    is that of :func:`trapezoid`, up to rounding. Prepend a 0 to get one area per sample:

    >>> area = torch.cumulative_trapezoid(y)
    >>> area[-1] == torch.trapezoid(y)
    tensor(True)
    >>> torch.cat([torch.zeros(1), area])
    tensor([0.0000, 1.5000, 4.5000])

    Speed integrated over time is the distance traveled. Pass the time between two samples as ``dx``, or the times of
    the samples:

    >>> torch.cumulative_trapezoid(y, dx=0.5)
    tensor([0.7500, 2.2500])
    >>> torch.cumulative_trapezoid(y, torch.tensor([0.0, 1.0, 4.0]))
    tensor([ 1.5000, 10.5000])

    :func:`cumsum` is coarser, since it uses each sample as the height of a whole step:

    >>> y.cumsum(0)
    tensor([1., 3., 7.])

    The last dimension is integrated unless ``dim`` says otherwise:

    >>> torch.cumulative_trapezoid(torch.tensor([[1.0, 2.0], [3.0, 6.0]]), dim=0)
    tensor([[2., 4.]])

    Sums of integer samples can wrap around silently, as in :func:`trapezoid`. Convert them to floats first.

    :param y: The samples to integrate.
    :param x: The position of each sample along ``dim``; without it, the samples are ``dx`` apart.
    :param dx: The distance of neighboring samples, 1 by default.
    :param dim: The dimension to integrate along, the last one by default.

    See also: :func:`trapezoid`, :func:`cumsum`, :func:`diff`.

    :asked: cumulative integral; running integral of samples; scipy cumulative_trapezoid equivalent; cumtrapz; position
    from velocity; antiderivative of samples; integral up to each point
    """
    y, x = (one if one is None or one.dtype.kind in "fc" else one.astype(np.float32) for one in (y, x))
    y = np.moveaxis(y, dim, -1)
    step = dx
    if x is not None:
        step = np.diff(x if x.ndim == 1 else np.moveaxis(x, dim, -1))
    return np.moveaxis(np.cumsum((y[..., 1:] + y[..., :-1]) / 2 * step, -1), -1, dim)


def gradient(x, *, spacing=None, dim=None, edge_order=1):
    """Estimate the derivative of sampled values from their neighbors.

    >>> x = torch.tensor([1.0, 4.0, 9.0, 16.0])
    >>> torch.gradient(x)
    (tensor([3., 4., 6., 7.]),)

    At an inner position, the estimate is half the difference of the two neighbors. At the ends, it is the difference to
    the one neighbor. The result has the size of ``x``, while :func:`diff` gives one element fewer:

    >>> torch.diff(x)
    tensor([3., 5., 7.])

    ``gradient`` is not autograd: it differentiates samples with respect to their position. The result is a tuple of one
    tensor per dimension, even for a vector. Unpack it:

    >>> (slopes,) = torch.gradient(x)
    >>> slopes
    tensor([3., 4., 6., 7.])

    For an image, the first tensor is the change down the columns, and the second is the change along the rows. ``dim``
    selects one of them:

    >>> image = torch.tensor([[0.0, 1.0, 2.0], [10.0, 11.0, 12.0]])
    >>> torch.gradient(image)
    (tensor([[10., 10., 10.],
            [10., 10., 10.]]), tensor([[1., 1., 1.],
            [1., 1., 1.]]))
    >>> torch.gradient(image, dim=1)
    (tensor([[1., 1., 1.],
            [1., 1., 1.]]),)

    ``spacing`` is the distance between the samples or, as a tuple of tensors, their positions:

    >>> torch.gradient(x, spacing=0.5)
    (tensor([ 6.,  8., 12., 14.]),)
    >>> torch.gradient(x, spacing=(torch.tensor([1.0, 2.0, 3.0, 4.0]) ** 2,))
    (tensor([1., 1., 1., 1.]),)

    The estimates at the ends are coarse. The derivative of the squares 1, 4, 9 and 16 is 2, 4, 6 and 8, so both ends
    are off by 1. ``edge_order=2`` is exact for parabolas, up to rounding:

    >>> torch.gradient(x, edge_order=2)
    (tensor([2., 4., 6., 8.]),)

    A dimension needs at least ``edge_order + 1`` samples. Select a dimension that is large enough:

    >>> torch.gradient(torch.tensor([[1.0, 2.0]]))
    Traceback (most recent call last):
    RuntimeError: torch.gradient expected each dimension size to be at least edge_order+1
    >>> torch.gradient(torch.tensor([[1.0, 2.0]]), dim=1)
    (tensor([[1., 1.]]),)

    Integer samples are subtracted in their own dtype, where differences can wrap around silently, and ``uint8``
    raises. Convert them to floats first.

    :param spacing: The distance of neighboring samples: a number, one per dimension, or a tuple of tensors of positions.
    :param dim: The dimension or dimensions to differentiate along; by default, each of them.
    :param edge_order: 1 or 2: how many neighbors the estimates at the ends use.

    See also: :func:`diff`, :func:`cumulative_trapezoid`, :func:`autograd.grad`.

    :asked: numerical derivative of samples with the same length; np.gradient equivalent; finite differences; central
    differences; image gradient in x and y; derivative of a signal; velocity from positions; torch.gradient returns a
    tuple
    """
    x = x if x.dtype.kind in "fc" else x.astype(np.float32)
    steps = spacing if isinstance(spacing, (tuple, list)) else (1 if spacing is None else spacing,)
    found = np.gradient(x, *steps, axis=dim, edge_order=edge_order)
    return tuple(one.astype(x.dtype) for one in (found if isinstance(found, (tuple, list)) else (found,)))


trapz = trapezoid
