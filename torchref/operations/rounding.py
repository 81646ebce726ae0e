"""Rounding: bring numbers to whole ones, into a range, or back from ``nan`` and infinity."""

import numpy as np

__all__ = [
    "ceil",
    "clamp",
    "clip",
    "fix",
    "floor",
    "nan_to_num",
    "round",
    "trunc",
]


def floor(x):
    """Round down to the next whole number.

    >>> torch.floor(torch.tensor([2.1, 2.9, 3.0]))
    tensor([2., 2., 3.])

    Down is towards minus infinity. ``int()`` cuts the fraction off instead, which is the other way for negative numbers:

    >>> x = torch.tensor([2.5, -2.5])
    >>> x.floor()
    tensor([ 2., -3.])
    >>> x.int()
    tensor([ 2, -2], dtype=torch.int32)

    The result is whole but still a float. To count or index with it, add :func:`long`:

    >>> table = torch.tensor([10, 20, 30])
    >>> table[torch.tensor([0.7, 2.3]).floor().long()]
    tensor([10, 30])

    A plain number is refused. ``math.floor`` takes it, and gives an integer:

    >>> torch.floor(2.7)
    Traceback (most recent call last):
    TypeError: floor(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.floor(torch.tensor(2.7))
    tensor(2.)

    A product that should be whole may lie just below it, and ``floor`` takes the whole step. Round first:

    >>> y = torch.tensor(0.29, dtype=torch.float64) * 100
    >>> y.floor()
    tensor(28., dtype=torch.float64)
    >>> y.round()
    tensor(29., dtype=torch.float64)

    See also: :func:`ceil`, :func:`trunc`, :func:`floor_divide`, :func:`long`.

    :asked: round down; largest integer below; lower whole number; floor of negative numbers; floor vs int; result
    should be 29 but is 28; whole number not above x; round toward minus infinity; -3.7 goes down to -4; which age
    bucket or price class; which bin or cell a value falls into; floor argument must be Tensor not float
    """
    return np.floor(x) if x.dtype.kind == "f" else x.copy()


def ceil(x):
    """Round up to the next whole number.

    >>> torch.ceil(torch.tensor([2.0, 2.1, 2.9]))
    tensor([2., 3., 3.])

    Up is towards plus infinity, so a negative number gets closer to zero and may end as -0:

    >>> torch.ceil(torch.tensor([-2.9, -0.5]))
    tensor([-2., -0.])

    A hundred samples in batches of 16 are seven batches, the last one not full. ``//`` has already rounded
    down, and nothing is left to round up:

    >>> samples = torch.tensor(100)
    >>> torch.ceil(samples / 16)
    tensor(7.)
    >>> torch.ceil(samples // 16)
    tensor(6)

    Integers come back as they are, floats as whole floats. Where an integer is needed, say so:

    >>> torch.ceil(samples / 16).int()
    tensor(7, dtype=torch.int32)

    See also: :func:`floor`, :func:`round`, :func:`trunc`, :func:`div`.

    :asked: round up; number of batches; ceiling division; last batch not full; math.ceil for a tensor; smallest
    integer above; why do I get -0.; one more batch if not divisible; ceiling of division; number of pages needed; how
    many batches including last partial one; 2.1 up to 3
    """
    return np.ceil(x) if x.dtype.kind == "f" else x.copy()


def trunc(x):
    """Cut off the fraction: round towards zero.

    >>> x = torch.tensor([2.7, -2.7])
    >>> torch.trunc(x)
    tensor([ 2., -2.])

    Below zero ``floor`` goes the other way:

    >>> torch.floor(x)
    tensor([ 2., -3.])

    What it cuts off has the sign of the number:

    >>> y = torch.tensor([2.75, -2.75])
    >>> y - y.trunc()
    tensor([ 0.7500, -0.7500])

    ``int()`` and ``long()`` cut in the same way but change the dtype. A number too large for the integer
    is safe only as a float:

    >>> torch.tensor([2.7, -2.7]).int()
    tensor([ 2, -2], dtype=torch.int32)
    >>> torch.trunc(torch.tensor([3e9 + 0.5], dtype=torch.float64))
    tensor([3.0000e+09], dtype=torch.float64)

    See also: :func:`floor`, :func:`round`, :func:`int`, :func:`div`.

    :asked: round towards zero; integer part; fractional part; drop decimals; chop off everything after the point;
    np.fix and matlab fix; remove everything after decimal point; integer part of float tensor; 3.9 becomes 3 and -3.9
    becomes -3; cut or strip decimals without rounding; separate integer and fractional parts; fraction part of a
    number by itself
    """
    return np.trunc(x) if x.dtype.kind == "f" else x.copy()


fix = trunc


def round(x, *, decimals=0):
    """Round to the nearest whole number, or to some decimals.

    >>> torch.round(torch.tensor([1.4, 1.6, -1.6]))
    tensor([ 1.,  2., -2.])

    A half goes to the even neighbour, as in NumPy and Python, not always up. For halves up, add a half and
    take the floor:

    >>> x = torch.tensor([0.5, 1.5, 2.5, 3.5])
    >>> x.round()
    tensor([0., 2., 2., 4.])
    >>> torch.floor(x + 0.5)
    tensor([1., 2., 3., 4.])

    ``decimals`` counts places after the point, or before it when negative. Unlike Python's it has to be named:

    >>> torch.round(torch.tensor([1234.0, 5678.0]), decimals=-2)
    tensor([1200., 5700.])
    >>> torch.round(torch.tensor([3.14159, 2.71828]), 2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: round() received an invalid combination of arguments - got (Tensor, int), but expected one of:...
    >>> torch.round(torch.tensor([3.14159, 2.71828]), decimals=2)
    tensor([3.1400, 2.7200])

    ``decimals`` is for floats, and integers refuse it:

    >>> torch.round(torch.tensor([1234]), decimals=-2)
    Traceback (most recent call last):
    NotImplementedError: "round_cpu" not implemented for 'Long'

    No float is exactly 3.14, so rounding does not make it so. To show two decimals, format the number:

    >>> y = torch.tensor(3.14159)
    >>> torch.round(y, decimals=2).item()
    3.140000104904175
    >>> f"{y.item():.2f}"
    '3.14'

    :param decimals: How many digits to keep after the point; a negative number rounds to tens, hundreds and so on.

    See also: :func:`floor`, :func:`ceil`, :func:`trunc`, :func:`set_printoptions`.

    :asked: round to 2 decimals; nearest integer; why does 2.5 round to 2; round half to even; banker's rounding;
    round half up; round() received an invalid combination of arguments; change values to two digits after the point;
    round probabilities to 0 or 1; tidy numbers to 3 decimals; prices rounded to cents; rounding leaves many decimals
    0.1000000015
    """
    return np.round(x, decimals)


def clamp(x, min=None, max=None):
    """Limit each element to a range: what is below or above becomes the bound.

    >>> x = torch.tensor([-3, 0, 5, 12])
    >>> torch.clamp(x, 0, 10)
    tensor([ 0,  0,  5, 10])

    One bound is enough; the first without a name is ``min``. So ``clamp(x, 0)`` sets negative numbers to zero:

    >>> torch.clamp(x, 0)
    tensor([ 0,  0,  5, 12])
    >>> torch.clamp(x, max=4)
    tensor([-3,  0,  4,  4])

    Bounds can be tensors that broadcast. Then give both as tensors, not one as a number:

    >>> torch.clamp(x, torch.tensor([0, 1, 2, 3]), 9) # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: clamp() received an invalid combination of arguments - got (Tensor, Tensor, int), but expected one of:...
    >>> torch.clamp(x, torch.tensor([0, 1, 2, 3]), torch.tensor([9, 9, 4, 4]))
    tensor([0, 1, 4, 4])

    A float bound makes the result a float, which cannot be written back into integers:

    >>> x.clamp_(0.5)
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type long int
    >>> torch.clamp(x, 0.5)
    tensor([ 0.5000,  0.5000,  5.0000, 12.0000])

    Two things pass in silence: bounds the wrong way round make everything ``max``, and ``nan`` stays ``nan``.

    >>> torch.clamp(x, min=10, max=0)
    tensor([0, 0, 0, 0])
    >>> torch.clamp(torch.tensor([float("nan"), 7.0]), 0, 1)
    tensor([nan, 1.])

    :param min: The lower bound; without it, there is none.
    :param max: The upper bound; it wins where ``min`` is greater than ``max``.

    See also: :func:`maximum`, :func:`minimum`, :func:`where`, :func:`nan_to_num`.

    :asked: limit values to a range; set negative numbers to zero; upper and lower bound; avoid log of zero with a
    minimum; keep ratio between 1-eps and 1+eps; restrict values to an interval; no value below a small epsilon;
    saturate or cap at a maximum; clip gradients between -1 and 1; force probabilities inside 0 and 1; winsorize
    outliers to bounds; pixel values over 255 become 255
    """
    return np.clip(x, min, max)


clip = clamp


def nan_to_num(x, nan=0.0, posinf=None, neginf=None):
    """Replace nan and infinities by ordinary numbers.

    >>> x = torch.tensor([1.0, float("nan"), float("inf"), float("-inf")])
    >>> torch.nan_to_num(x, nan=0.0, posinf=100.0, neginf=-100.0)
    tensor([   1.,    0.,  100., -100.])

    Without a number for it, an infinity becomes the largest number of the dtype. The next product is infinite again:

    >>> torch.nan_to_num(x)
    tensor([ 1.0000e+00,  0.0000e+00,  3.4028e+38, -3.4028e+38])
    >>> torch.nan_to_num(x) * 2
    tensor([2., 0., inf, -inf])

    Comparing with ``==`` cannot find a ``nan``, which equals nothing, itself included:

    >>> y = torch.tensor([1.0, float("nan")])
    >>> y[y == float("nan")] = 0
    >>> y
    tensor([1., nan])
    >>> y.nan_to_num_()
    tensor([1., 0.])

    It mends the result, not the gradient, where 0 times infinity is ``nan`` again. Keep the bad value out of
    the division instead:

    >>> z = torch.tensor([0.0, 2.0], requires_grad=True)
    >>> torch.nan_to_num(z / z).sum().backward()
    >>> z.grad
    tensor([nan, 0.])
    >>> z.grad = None
    >>> torch.where(z == 0, 0, z / torch.where(z == 0, 1, z)).sum().backward()
    >>> z.grad
    tensor([0., 0.])

    :param nan: What replaces ``nan``; without it, 0.
    :param posinf: What replaces ``inf``; without it, the largest finite value of the dtype.
    :param neginf: What replaces ``-inf``; without it, the lowest finite value of the dtype.

    See also: :func:`isnan`, :func:`isinf`, :func:`where`, :func:`clamp`.

    :asked: replace nan values with zero; fill missing values; remove not-a-number; fillna of pandas; clean nan in
    input data; zero divided by zero; swap infinity for a large number; gradient still nan after replacing; impute
    missing data or measurements; replace inf by big finite number; 0/0 gives nan set it to 0; nan and inf out of my
    dataset
    """
    return np.nan_to_num(x, nan=nan, posinf=posinf, neginf=neginf)
