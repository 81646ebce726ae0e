"""Missing values: find, replace and skip ``nan`` and infinities."""

import numpy as np

__all__ = [
    "fmax",
    "fmin",
    "isfinite",
    "isinf",
    "isnan",
    "isneginf",
    "isposinf",
    "nan_to_num",
    "nanmean",
    "nanmedian",
    "nansum",
]


def isnan(x):
    """Find the elements that are ``nan`` (not a number).

    ``nan`` is not equal to itself, so ``==`` does not find it:

    >>> x = torch.tensor([1.0, float("nan"), 3.0])
    >>> x == float("nan")
    tensor([False, False, False])
    >>> torch.isnan(x)
    tensor([False,  True, False])

    ``any`` tells whether there is a ``nan``, and ``nonzero`` returns the positions:

    >>> x.isnan().any().item(), x.isnan().nonzero()
    (True, tensor([[1]]))

    ``isnan`` takes a tensor, not the Python number that ``item`` returns. Test the tensor, or use ``math.isnan``:

    >>> torch.isnan(x.sum().item())
    Traceback (most recent call last):
    TypeError: isnan(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.isnan(x.sum())
    tensor(True)

    One ``nan`` makes the whole sum ``nan``. Omit that element, or replace it with a number:

    >>> x.sum()
    tensor(nan)
    >>> x[~x.isnan()].sum()
    tensor(4.)
    >>> torch.where(x.isnan(), 0, x)
    tensor([1., 0., 3.])

    Infinity is not ``nan``, but ``inf - inf`` is. ``torch.isfinite`` is ``False`` for both:

    >>> y = torch.tensor([1.0, float("inf")])
    >>> torch.isnan(y), torch.isnan(y - y)
    (tensor([False, False]), tensor([False,  True]))
    >>> torch.isfinite(y)
    tensor([ True, False])

    Integers and bools do not hold ``nan``; for them the result is ``False``.

    See also: :func:`isinf`, :func:`nan_to_num`, :func:`where`.

    :asked: check for nan in loss and stop; where are the nans; drop rows with nan like dropna; np.isnan and pandas
    isna; rows containing nan; loss becomes nan how to detect; does the tensor contain nan; mask of missing values;
    number of nans per column; which values are missing; single nan in whole batch
    """
    return np.isnan(x)


def isinf(x):
    """Find the elements that are infinite, of either sign.

    Division by zero with ``/`` silently gives infinities, but 0 / 0 gives ``nan``, which is not infinite:

    >>> x = torch.tensor([1.0, -1.0, 0.0, 2.0]) / torch.tensor([0.0, 0.0, 0.0, 1.0])
    >>> x
    tensor([inf, -inf, nan, 2.])
    >>> torch.isinf(x)
    tensor([ True,  True, False, False])

    The mask ``~x.isinf()`` therefore keeps ``nan``. ``torch.isfinite`` selects the finite values:

    >>> x[~x.isinf()]
    tensor([nan, 2.])
    >>> x[x.isfinite()]
    tensor([2.])

    Floating-point results that overflow become infinite, and the limit depends on the dtype. ``float32`` holds
    ``exp(88)``, ``float64`` holds ``exp(709)``, and ``float16`` ends at 65504:

    >>> torch.isinf(torch.tensor([88.0, 89.0]).exp())
    tensor([False,  True])
    >>> torch.isinf(torch.tensor([88.0, 89.0], dtype=torch.float64).exp())
    tensor([False, False])
    >>> torch.isinf(torch.tensor([60000.0, 70000.0]).half())
    tensor([False,  True])

    The mask does not show the sign. Compare with an infinity instead:

    >>> x == -float("inf")
    tensor([False,  True, False, False])

    See also: :func:`isnan`, :func:`nan_to_num`, :func:`clamp`.

    :asked: division by zero gives inf; detect value overflow to inf in float16; loss is inf; is every value finite;
    keep only finite numbers; negative infinity; exp too large; any infinity in gradients; overflowed entries in fp16
    gradients; check overflow in half precision; detect result of division by zero; find -inf entries in scores
    """
    return np.isinf(x)


def nan_to_num(x, nan=None, posinf=None, neginf=None):
    """Replace ``nan`` and infinities with finite numbers.

    >>> x = torch.tensor([1.0, float("nan"), float("inf"), float("-inf")])
    >>> torch.nan_to_num(x, nan=0.0, posinf=100.0, neginf=-100.0)
    tensor([   1.,    0.,  100., -100.])

    By default, infinities become the largest and the lowest finite value of the dtype. Multiplying the result can
    overflow to infinity again:

    >>> torch.nan_to_num(x)
    tensor([ 1.0000e+00,  0.0000e+00,  3.4028e+38, -3.4028e+38])
    >>> torch.nan_to_num(x) * 2
    tensor([2., 0., inf, -inf])

    ``nan`` is not equal to itself, so assigning through a mask made with ``==`` does not replace it. Use
    ``nan_to_num_``:

    >>> y = torch.tensor([1.0, float("nan")])
    >>> y[y == float("nan")] = 0
    >>> y
    tensor([1., nan])
    >>> y.nan_to_num_()
    tensor([1., 0.])

    ``nan_to_num`` fixes the result of 0 / 0, but not its gradient: the backward pass multiplies 0 by infinity, which
    gives ``nan`` again. Keep the zero out of the division instead:

    >>> z = torch.tensor([0.0, 2.0], requires_grad=True)
    >>> torch.nan_to_num(z / z).sum().backward()
    >>> z.grad
    tensor([nan, 0.])
    >>> z.grad = None
    >>> torch.where(z == 0, 0, z / torch.where(z == 0, 1, z)).sum().backward()
    >>> z.grad
    tensor([0., 0.])

    :param nan: The value that replaces ``nan``; 0 by default.
    :param posinf: The value that replaces ``inf``; by default, the largest finite value of the dtype.
    :param neginf: The value that replaces ``-inf``; by default, the lowest finite value of the dtype.

    See also: :func:`isnan`, :func:`isinf`, :func:`where`, :func:`clamp`.

    :asked: replace nan values with zero; fill missing values; remove not-a-number; fillna of pandas; clean nan in
    input data; zero divided by zero; swap infinity for a large number; gradient still nan after replacing; impute
    missing data; replace inf by big finite number; 0/0 gives nan set it to 0; nan and inf out of my
    dataset
    """
    return np.nan_to_num(x, nan=0.0 if nan is None else nan, posinf=posinf, neginf=neginf)


def isfinite(x):
    """Find the elements that are neither infinite nor ``nan``.

    >>> x = torch.tensor([1.0, float("inf"), float("-inf"), float("nan")])
    >>> torch.isfinite(x)
    tensor([ True, False, False, False])

    The elements that are not finite are those that :func:`isinf` or :func:`isnan` finds:

    >>> x.isinf() | x.isnan()
    tensor([False,  True,  True,  True])

    The mask selects what can be computed with:

    >>> x[x.isfinite()]
    tensor([1.])

    To skip a step of training whose gradient is not finite, reduce the mask to one answer with ``all``:

    >>> grad = torch.tensor([0.5, float("inf")])
    >>> bool(grad.isfinite().all())
    False

    A sum is one element to test instead of many. It finds ``nan`` and infinities, but it also overflows although each
    element is finite:

    >>> large = torch.tensor([3e38, 3e38])
    >>> large.isfinite().all(), large.sum().isfinite()
    (tensor(True), tensor(False))

    ``isfinite`` takes a tensor, not the Python number that ``item`` returns. Test the tensor, or use ``math.isfinite``:

    >>> torch.isfinite(grad.sum().item())
    Traceback (most recent call last):
    TypeError: isfinite(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.isfinite(grad.sum())
    tensor(False)

    A complex number is finite if both of its parts are. Integers and bools are finite:

    >>> torch.isfinite(torch.tensor([1j, complex(0, float("inf"))]))
    tensor([ True, False])

    See also: :func:`isnan`, :func:`isinf`, :func:`nan_to_num`, :func:`all`.

    :asked: neither nan nor inf; check that gradients are finite; drop nan and inf; is the loss a normal number; skip
    step when gradient overflows; valid values mask; np.isfinite equivalent; assert all values are finite
    """
    return np.isfinite(x)


def isposinf(x):
    """Find the elements that are plus infinity.

    >>> x = torch.tensor([1.0, float("inf"), float("-inf"), float("nan")])
    >>> torch.isposinf(x)
    tensor([False,  True, False, False])

    ``x == float("inf")`` finds the same, and :func:`isinf` finds both signs:

    >>> x == float("inf"), x.isinf()
    (tensor([False,  True, False, False]), tensor([False,  True,  True, False]))

    ``float16`` ends at 65504. Converting a larger value such as 70000 silently makes it infinite:

    >>> torch.tensor([60000.0, 70000.0]).half().isposinf()
    tensor([False,  True])

    The infinities of complex numbers do not have one sign. Test the parts:

    >>> z = torch.tensor([complex(float("inf"), 1)])
    >>> torch.isposinf(z)
    Traceback (most recent call last):
    RuntimeError: isposinf does not support complex inputs.
    >>> torch.isposinf(z.real)
    tensor([True])

    See also: :func:`isneginf`, :func:`isinf`, :func:`isfinite`.

    :asked: is it positive infinity; find +inf but not -inf; np.isposinf equivalent; plus infinity mask; overflow to
    positive infinity
    """
    if x.dtype.kind == "c":
        raise TypeError("the infinities of complex numbers do not have one sign")
    return np.asarray(x) == np.inf


def isneginf(x):
    """Find the elements that are minus infinity.

    >>> x = torch.tensor([1.0, float("inf"), float("-inf"), float("nan")])
    >>> torch.isneginf(x)
    tensor([False, False,  True, False])

    Masked scores are minus infinity before :func:`softmax`, which gives them the probability 0. A row in which all
    scores are masked becomes ``nan``, so look for such rows first:

    >>> scores = torch.tensor([[0.0, float("-inf")], [float("-inf"), float("-inf")]])
    >>> scores.softmax(1)
    tensor([[1., 0.],
            [nan, nan]])
    >>> torch.isneginf(scores).all(1)
    tensor([False,  True])

    The logarithm of 0 is minus infinity:

    >>> torch.isneginf(torch.tensor([0.0, 1.0]).log())
    tensor([ True, False])

    The infinities of complex numbers do not have one sign. Test the parts:

    >>> z = torch.tensor([complex(float("-inf"), 1)])
    >>> torch.isneginf(z)
    Traceback (most recent call last):
    RuntimeError: isneginf does not support complex inputs.
    >>> torch.isneginf(z.real)
    tensor([True])

    See also: :func:`isposinf`, :func:`isinf`, :func:`softmax`, :func:`masked_fill`.

    :asked: is it negative infinity; find -inf but not inf; fully masked row of attention scores; np.isneginf
    equivalent; minus infinity mask; which logits are masked out; all scores in the row are -inf
    """
    if x.dtype.kind == "c":
        raise TypeError("the infinities of complex numbers do not have one sign")
    return np.asarray(x) == -np.inf


def fmax(x, y):
    """Take the larger of two tensors element by element, ignoring ``nan``.

    Where one of the two elements is ``nan``, the result is the other element. :func:`maximum` returns ``nan``:

    >>> x = torch.tensor([1.0, float("nan"), 5.0])
    >>> y = torch.tensor([2.0, 3.0, float("nan")])
    >>> torch.fmax(x, y)
    tensor([2., 3., 5.])
    >>> torch.maximum(x, y)
    tensor([2., nan, nan])

    Use ``fmax`` where ``nan`` stands for a missing value, and ``maximum`` where it is an error to be seen. If both are
    missing, so is the result:

    >>> torch.fmax(torch.tensor(float("nan")), torch.tensor(float("nan")))
    tensor(nan)

    A running maximum of measurements with gaps starts at minus infinity:

    >>> best = torch.full((3,), float("-inf"))
    >>> for row in (x, y):
    ...     best = torch.fmax(best, row)
    >>> best
    tensor([2., 3., 5.])

    Where both are equal, the first argument gets the whole gradient, while ``maximum`` gives half to each:

    >>> a, b = torch.ones(1, requires_grad=True), torch.ones(1, requires_grad=True)
    >>> torch.autograd.grad(torch.fmax(a, b).sum(), (a, b))
    (tensor([1.]), tensor([0.]))
    >>> torch.autograd.grad(torch.maximum(a, b).sum(), (a, b))
    (tensor([0.5000]), tensor([0.5000]))

    The second argument is a tensor, not a number. Make a tensor of a fixed bound. :func:`clamp` takes a number, but keeps
    ``nan``:

    >>> torch.fmax(x, 2.0)
    Traceback (most recent call last):
    TypeError: fmax(): argument 'other' (position 2) must be Tensor, not float
    >>> torch.fmax(x, torch.tensor(2.0))
    tensor([2., 2., 5.])

    See also: :func:`fmin`, :func:`maximum`, :func:`clamp`, :func:`nan_to_num`.

    :asked: elementwise maximum ignoring nan; larger of two with missing values; np.fmax equivalent; difference between
    fmax and maximum; maximum returns nan; fill nan from another tensor by the larger
    """
    return np.fmax(x, y)


def fmin(x, y):
    """Take the smaller of two tensors element by element, ignoring ``nan``.

    Where one of the two elements is ``nan``, the result is the other element. :func:`minimum` returns ``nan``:

    >>> x = torch.tensor([1.0, float("nan"), 5.0])
    >>> y = torch.tensor([2.0, 3.0, float("nan")])
    >>> torch.fmin(x, y)
    tensor([1., 3., 5.])
    >>> torch.minimum(x, y)
    tensor([1., nan, nan])

    A column against a row compares each pair. Here each of three prices, one of which is missing, is capped at two
    limits:

    >>> torch.fmin(x.unsqueeze(1), torch.tensor([2.0, 4.0]))
    tensor([[1., 1.],
            [2., 4.],
            [2., 4.]])

    torch does not have ``np.nanmin``, the minimum along a dimension that ignores ``nan``. Fill ``nan`` with infinity
    first. A row of ``nan`` alone then gives infinity:

    >>> table = torch.stack([x, y])
    >>> table.amin(1)
    tensor([nan, nan])
    >>> table.masked_fill(table.isnan(), float("inf")).amin(1)
    tensor([1., 2.])

    The second argument is a tensor, not a number:

    >>> torch.fmin(x, 2.0)
    Traceback (most recent call last):
    TypeError: fmin(): argument 'other' (position 2) must be Tensor, not float
    >>> torch.fmin(x, torch.tensor(2.0))
    tensor([1., 2., 2.])

    See also: :func:`fmax`, :func:`minimum`, :func:`amin`, :func:`masked_fill`.

    :asked: elementwise minimum ignoring nan; smaller of two with missing values; np.fmin equivalent; difference between
    fmin and minimum; nanmin in pytorch; np.nanmin equivalent; minimum of a row ignoring nan
    """
    return np.fmin(x, y)


def nansum(x, dim=None, keepdim=False, *, dtype=None):
    """Add up the elements and count ``nan`` as 0.

    >>> x = torch.tensor([[1.0, float("nan"), 3.0], [float("nan"), float("nan"), float("nan")]])
    >>> torch.nansum(x)
    tensor(4.)
    >>> x.sum()
    tensor(nan)

    ``dim`` is the dimension that disappears. A row of ``nan`` alone silently gives 0. To tell it from a row of zeros,
    count the known values:

    >>> torch.nansum(x, 1)
    tensor([4., 0.])
    >>> (~x.isnan()).sum(1)
    tensor([2, 0])

    The gradient of an element that is ``nan`` is 0, and the other elements keep theirs:

    >>> w = torch.tensor([1.0, float("nan")], requires_grad=True)
    >>> torch.autograd.grad(torch.nansum(w), w)
    (tensor([1., 0.]),)

    For a ``nan`` that an operation makes, such as 0 / 0, the backward pass through that operation gives ``nan`` again:

    >>> z = torch.tensor([0.0, 2.0], requires_grad=True)
    >>> torch.autograd.grad(torch.nansum(z / z), z)
    (tensor([nan, 0.]),)

    Infinities are not skipped, and infinities of both signs give ``nan``:

    >>> torch.nansum(torch.tensor([float("inf"), 1.0])), torch.nansum(torch.tensor([float("inf"), float("-inf")]))
    (tensor(inf), tensor(nan))

    Bools and integers, which do not hold ``nan``, are added as ``int64`` by default. Pass a ``dtype`` to change that:

    >>> torch.nansum(torch.tensor([1, 2])), torch.nansum(torch.tensor([1, 2]), dtype=torch.float32)
    (tensor(3), tensor(3.))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`sum`, :func:`nanmean`, :func:`nan_to_num`, :func:`isnan`.

    :asked: sum ignoring nan; np.nansum equivalent; treat nan as zero in a sum; total of a column with missing
    values; sum skips nan; loss over entries that are not nan
    """
    if x.dtype.kind == "c":
        raise TypeError("not implemented for complex numbers")
    axis = dim if x.ndim and dim != () else None
    return np.nansum(x, axis=axis, keepdims=keepdim, dtype=dtype or (np.int64 if x.dtype.kind in "bui" else x.dtype))


def nanmean(x, dim=None, keepdim=False, *, dtype=None):
    """Take the average of the elements that are not ``nan``.

    >>> x = torch.tensor([[1.0, float("nan"), 3.0], [5.0, 7.0, 9.0]])
    >>> torch.nanmean(x)
    tensor(5.)
    >>> x.mean()
    tensor(nan)

    Each row is divided by the number of its known values. Counting ``nan`` as 0 instead pulls the mean towards 0:

    >>> torch.nanmean(x, 1)
    tensor([2., 7.])
    >>> x.nan_to_num(0).mean(1)
    tensor([1.3333, 7.0000])

    Missing values are filled with the mean of their column, for which ``keepdim`` keeps the dimension:

    >>> torch.where(x.isnan(), torch.nanmean(x, 0, keepdim=True), x)
    tensor([[1., 7., 3.],
            [5., 7., 9.]])

    A row of ``nan`` alone stays ``nan``, with no error or warning. NumPy warns:

    >>> torch.nanmean(torch.tensor([float("nan"), float("nan")]))
    tensor(nan)

    Integers are not accepted, even with a ``dtype``. Convert them first:

    >>> torch.nanmean(torch.tensor([1, 2]), dtype=torch.float32)
    Traceback (most recent call last):
    RuntimeError: nanmean(): expected input to have floating point or complex dtype but got Long
    >>> torch.nanmean(torch.tensor([1, 2]).float())
    tensor(1.5000)

    torch does not have ``np.nanstd``. The root of the mean of squared differences gives the same:

    >>> torch.nanmean((x - torch.nanmean(x, 1, keepdim=True)).square(), 1).sqrt()
    tensor([1.0000, 1.6330])

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`mean`, :func:`nansum`, :func:`nanmedian`, :func:`isnan`.

    :asked: mean ignoring nan; mean without nans; average of known values; np.nanmean equivalent; fill missing values with the column mean;
    nanstd in pytorch; nanvar; imputation with the mean; average with missing entries; expected input to have floating
    point or complex dtype
    """
    if x.dtype.kind != "f":
        raise TypeError("the mean of integers needs floats")
    axis = dim if x.ndim and dim != () else None
    return np.nanmean(x, axis=axis, keepdims=keepdim, dtype=dtype)


def nanmedian(x, dim=None, keepdim=False):
    """Find the median of the elements that are not ``nan``.

    >>> x = torch.tensor([3.0, float("nan"), 1.0, 1000.0])
    >>> torch.nanmedian(x)
    tensor(3.)
    >>> torch.median(x)
    tensor(nan)

    An even number of known values has two in the middle. torch returns the lower of them, while ``np.nanmedian`` and
    ``torch.nanquantile`` return their mean:

    >>> y = torch.tensor([1.0, float("nan"), 3.0, 5.0, 7.0])
    >>> torch.nanmedian(y), torch.nanquantile(y, 0.5), np.nanmedian(y.numpy()).item()
    (tensor(3.), tensor(4.), 4.0)

    With ``dim``, the result is a pair of values and indices, as of :func:`median`. A row of ``nan`` alone gives ``nan``:

    >>> table = torch.tensor([[1.0, float("nan"), 4.0], [float("nan"), float("nan"), float("nan")]])
    >>> torch.nanmedian(table, 1).values
    tensor([1., nan])

    :func:`sort` puts ``nan`` last. The median is the middle of the values before it, or the lower of the middle two:

    >>> y.sort().values
    tensor([1., 3., 5., 7., nan])

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.
    :param out: A tuple of two tensors that the values and indices are written to; it needs ``dim``.

    See also: :func:`median`, :func:`nanquantile`, :func:`nanmean`, :func:`sort`.

    :asked: median ignoring nan; np.nanmedian equivalent; middle value with missing data; nanmedian of each row; torch
    nanmedian different from numpy; robust average with missing values
    """
    if dim is None:
        return np.nanquantile(x, 0.5, method="lower") if x.size else x.dtype.type(np.nan)
    axis = dim if x.ndim else None
    values = np.nanquantile(x, 0.5, axis=axis, keepdims=True, method="lower")
    indices = np.argmax((x == values) | np.isnan(values), axis=axis, keepdims=True)
    return (values, indices) if keepdim else (np.squeeze(values, axis), np.squeeze(indices, axis))
