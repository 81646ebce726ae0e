"""Rounding: round to integers, limit to a range, or replace ``nan`` and infinity."""

import numpy as np

__all__ = [
    "ceil",
    "clamp",
    "clip",
    "fix",
    "floor",
    "frac",
    "round",
    "trunc",
]


def floor(x):
    """Round down to the nearest integer.

    >>> torch.floor(torch.tensor([2.1, 2.9, 3.0]))
    tensor([2., 2., 3.])

    ``floor`` rounds towards minus infinity and ``int()`` towards zero, so they differ for negative numbers that have a
    fraction:

    >>> x = torch.tensor([2.5, -2.5])
    >>> x.floor()
    tensor([ 2., -3.])
    >>> x.int()
    tensor([ 2, -2], dtype=torch.int32)

    The ``floor`` of a float is still a float. To use the result as an index, convert it with :func:`long`:

    >>> table = torch.tensor([10, 20, 30])
    >>> table[torch.tensor([0.7, 2.3]).floor().long()]
    tensor([10, 30])

    ``floor`` takes a tensor, not a Python number. Make a tensor of the number, or use ``math.floor``:

    >>> torch.floor(2.7)
    Traceback (most recent call last):
    TypeError: floor(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.floor(torch.tensor(2.7))
    tensor(2.)

    A product that should be an integer may lie just below it, and ``floor`` then returns 1 less. Round the product
    instead:

    >>> y = torch.tensor(0.29, dtype=torch.float64) * 100
    >>> y.floor()
    tensor(28., dtype=torch.float64)
    >>> y.round()
    tensor(29., dtype=torch.float64)

    See also: :func:`ceil`, :func:`trunc`, :func:`floor_divide`, :func:`long`.

    :asked: round down; largest integer below; lower whole number; floor of negative numbers; floor vs int; result
    should be 29 but is 28; whole number not above x; round toward minus infinity; -3.7 goes down to -4; which age
    bucket; which bin a value falls into; floor argument must be Tensor not float
    """
    return np.floor(x)


def ceil(x):
    """Round up to the nearest integer.

    >>> torch.ceil(torch.tensor([2.0, 2.1, 2.9]))
    tensor([2., 3., 3.])

    Up is towards plus infinity, so a negative number that has a fraction gets closer to zero and may end as -0:

    >>> torch.ceil(torch.tensor([-2.9, -0.5]))
    tensor([-2., -0.])

    A hundred samples make seven batches of 16, of which the last is not full. ``//`` has already rounded down before
    ``ceil`` is called, so the result is 6:

    >>> samples = torch.tensor(100)
    >>> torch.ceil(samples / 16)
    tensor(7.)
    >>> torch.ceil(samples // 16)
    tensor(6)

    Integers stay as they are, and floats stay floats. Convert the result where an integer is needed:

    >>> torch.ceil(samples / 16).int()
    tensor(7, dtype=torch.int32)

    See also: :func:`floor`, :func:`round`, :func:`trunc`, :func:`div`.

    :asked: round up; number of batches; ceiling division; last batch not full; math.ceil for a tensor; smallest
    integer above; why do I get -0.; one more batch if not divisible; ceiling of division; number of pages needed; how
    many batches including last partial one; 2.1 up to 3
    """
    return np.ceil(x)


def trunc(x):
    """Cut off the fraction: round towards zero.

    >>> x = torch.tensor([2.7, -2.7])
    >>> torch.trunc(x)
    tensor([ 2., -2.])

    ``floor`` rounds down, so it moves a negative number with a fraction away from zero:

    >>> torch.floor(x)
    tensor([ 2., -3.])

    The fraction that is cut off has the sign of the number:

    >>> y = torch.tensor([2.75, -2.75])
    >>> y - y.trunc()
    tensor([ 0.7500, -0.7500])

    ``int()`` and ``long()`` round in the same way but change the dtype. ``trunc`` keeps the value of a number that is
    too large for the integer dtype:

    >>> torch.tensor([2.7, -2.7]).int()
    tensor([ 2, -2], dtype=torch.int32)
    >>> torch.trunc(torch.tensor([3e9 + 0.5], dtype=torch.float64))
    tensor([3.0000e+09], dtype=torch.float64)

    See also: :func:`floor`, :func:`round`, :func:`int`, :func:`div`.

    :asked: round towards zero; integer part; fractional part; drop decimals; chop off everything after the point;
    np.fix and matlab fix; remove everything after decimal point; integer part of float tensor; 3.9 becomes 3 and -3.9
    becomes -3; strip decimals without rounding; separate integer and fractional parts; fraction part of a
    number by itself
    """
    return np.trunc(x)


fix = trunc


def round(x, *, decimals=0):
    """Round to the nearest integer, or to a number of digits after the point.

    >>> torch.round(torch.tensor([1.4, 1.6, -1.6]))
    tensor([ 1.,  2., -2.])

    Halves round to the nearest even integer, as in NumPy and Python:

    >>> x = torch.tensor([0.5, 1.5, 2.5, 3.5])
    >>> x.round()
    tensor([0., 2., 2., 4.])

    To round halves up, compare the fraction with 0.5. (The sum ``x + 0.5`` is itself rounded, so its ``floor`` can be
    wrong.)

    >>> x.floor() + (x - x.floor() >= 0.5)
    tensor([1., 2., 3., 4.])

    ``decimals`` is the number of digits after the point; a negative number rounds digits before the point:

    >>> torch.round(torch.tensor([1234.0, 5678.0]), decimals=-2)
    tensor([1200., 5700.])

    Python's ``round`` takes the number of digits as its second argument. ``torch.round`` takes ``decimals`` by
    keyword:

    >>> torch.round(torch.tensor([3.14159, 2.71828]), 2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: round() received an invalid combination of arguments - got (Tensor, int), but expected one of:...
    >>> torch.round(torch.tensor([3.14159, 2.71828]), decimals=2)
    tensor([3.1400, 2.7200])

    Python's own ``round`` does not accept a tensor. Use ``torch.round``:

    >>> round(torch.tensor(2.7))
    Traceback (most recent call last):
    TypeError: type Tensor doesn't define __round__ method
    >>> torch.round(torch.tensor(2.7))
    tensor(3.)

    Integers are not accepted together with ``decimals``. Convert them to floats first:

    >>> torch.round(torch.tensor([1234]), decimals=-2)
    Traceback (most recent call last):
    NotImplementedError: "round_cpu" not implemented for 'Long'
    >>> torch.round(torch.tensor([1234]).float(), decimals=-2)
    tensor([1200.])

    A float is not exactly 3.14, so the rounded value has further digits. To show two digits, format the number:

    >>> y = torch.tensor(3.14159)
    >>> torch.round(y, decimals=2).item()
    3.140000104904175
    >>> f"{y.item():.2f}"
    '3.14'

    With a positive ``decimals``, ``x`` is multiplied by a power of ten, which can overflow: in ``float32`` with
    ``decimals=2``, 1e37 becomes ``inf``. NumPy's ``round`` overflows sooner for ``float16``.

    :param decimals: How many digits to keep after the point; a negative number rounds to tens, hundreds and so on.

    See also: :func:`floor`, :func:`ceil`, :func:`trunc`, :func:`set_printoptions`.

    :sheet numpy: np.round(f, 1) → f.round(decimals=1)
    :sheet trap: f.round(1): Name the argument.

    :asked: round to 2 decimals; nearest integer; why does 2.5 round to 2; round half to even; banker's rounding;
    round half up; round() received an invalid combination of arguments; change values to two digits after the point;
    round probabilities to 0 or 1; tidy numbers to 3 decimals; prices rounded to cents; rounding leaves many decimals
    0.1000000015
    """
    return np.round(x, decimals)


def clamp(x, min=None, max=None):
    """Limit each element to the range from ``min`` to ``max``.

    >>> x = torch.tensor([-3, 0, 5, 12])
    >>> torch.clamp(x, 0, 10)
    tensor([ 0,  0,  5, 10])

    At least one bound is needed. Without a keyword, the first bound is ``min``, so ``clamp(x, 0)`` sets negative
    numbers to zero:

    >>> torch.clamp(x, 0)
    tensor([ 0,  0,  5, 12])
    >>> torch.clamp(x, max=4)
    tensor([-3,  0,  4,  4])

    Bounds can be tensors that broadcast, but a tensor of at least one dimension and a number are not accepted
    together. Convert both bounds to tensors:

    >>> torch.clamp(x, torch.tensor([0, 1, 2, 3]), 9) # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: clamp() received an invalid combination of arguments - got (Tensor, Tensor, int), but expected one of:...
    >>> torch.clamp(x, torch.tensor([0, 1, 2, 3]), torch.tensor([9, 9, 4, 4]))
    tensor([0, 1, 4, 4])

    A float bound makes the result a float, which ``clamp_`` does not write into integers. Use ``clamp``:

    >>> x.clamp_(0.5)
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type long int
    >>> torch.clamp(x, 0.5)
    tensor([ 0.5000,  0.5000,  5.0000, 12.0000])

    A ``min`` greater than ``max`` silently sets the elements to ``max``, and ``nan`` stays ``nan``:

    >>> torch.clamp(x, min=10, max=0)
    tensor([0, 0, 0, 0])
    >>> torch.clamp(torch.tensor([float("nan"), 7.0]), 0, 1)
    tensor([nan, 1.])

    Clamping comes too late for integers that have wrapped around. Convert them to a wider dtype before multiplying:

    >>> pixels = torch.tensor([100, 200], dtype=torch.uint8)
    >>> (pixels * 2).clamp(max=255), (pixels.int() * 2).clamp(max=255)
    (tensor([200, 144], dtype=torch.uint8), tensor([200, 255], dtype=torch.int32))

    A Python integer above the range of an integer dtype is not accepted as a bound, unless the other bound is a float.
    Convert the tensor to a wider dtype first:

    >>> pixels.clamp(max=300)
    Traceback (most recent call last):
    RuntimeError: value cannot be converted to type uint8_t without overflow
    >>> pixels.int().clamp(max=300)
    tensor([100, 200], dtype=torch.int32)

    A Python integer below the range is not accepted either, except in ``uint8``. There, -1 to -255 silently wrap
    around, so ``clamp(min=-1)`` sets each element to 255. A bound given as a 0-d integer tensor can silently wrap
    around if it is out of range, unless ``x`` is 0-d, too. NumPy's ``clip`` accepts a ``min`` below the range and a
    ``max`` above it, and leaves the elements as they are.

    The gradient is 1 between the bounds and on them, and 0 outside.

    :param min: The lower bound; ``None`` leaves the range open below.
    :param max: The upper bound, and the result where ``min`` is greater than ``max``.

    See also: :func:`maximum`, :func:`minimum`, :func:`where`, :func:`nan_to_num`.

    :sheet: x.clamp(1, 4)
    :sheet numpy: np.clip(x, 1, 4) → x.clamp(1, 4)

    :asked: limit values to a range; set negative numbers to zero; upper and lower bound; keep ratio between 1-eps and 1+eps; restrict values to an interval; no value below a small epsilon;
    cap at a maximum; clip gradients between -1 and 1; force probabilities inside 0 and 1; winsorize
    outliers to bounds; pixel values over 255 become 255
    """
    if min is None and max is None:
        raise ValueError("at least one bound is needed")
    return np.clip(x, min, max)


clip = clamp


def frac(x):
    """Keep the digits after the point: each element minus its integer part.

    >>> torch.frac(torch.tensor([2.75, 3.0, -2.75]))
    tensor([ 0.7500,  0.0000, -0.7500])

    The sign stays, since the integer part is :func:`trunc`. ``% 1`` subtracts :func:`floor` instead, so its result is
    not negative:

    >>> x = torch.tensor([2.75, -2.75])
    >>> x.trunc() + torch.frac(x)
    tensor([ 2.7500, -2.7500])
    >>> x % 1, x - x.floor()
    (tensor([0.7500, 0.2500]), tensor([0.7500, 0.2500]))

    An element is an integer if its fraction is 0:

    >>> y = torch.tensor([2.0, 2.5, -1.0])
    >>> torch.frac(y) == 0
    tensor([ True, False,  True])

    From 2**23 on, ``float32`` does not hold digits after the point, so 16777216.5 is stored as 16777216. The fraction
    of infinity is ``nan``:

    >>> torch.frac(torch.tensor([16777216.5, float("inf")]))
    tensor([0., nan])

    Integers are not accepted. Their fraction is 0, so use ``zeros_like``:

    >>> torch.frac(torch.tensor([1, 2]))
    Traceback (most recent call last):
    NotImplementedError: "frac_cpu" not implemented for 'Long'
    >>> torch.zeros_like(torch.tensor([1, 2]))
    tensor([0, 0])

    See also: :func:`trunc`, :func:`floor`, :func:`fmod`, :func:`remainder`.

    :asked: fractional part of a float; digits after the decimal point; part of a number after the point; is the float an
    integer; x minus floor of x; modf fractional part; integer and fraction of a float; frac_cpu not implemented for Long
    """
    if x.dtype.kind != "f":
        raise TypeError("floats alone have a fraction")
    return x - np.trunc(x)


ELSEWHERE = {
    "special.round": round,
}
