"""Floating-point parts: the sign, mantissa and exponent of floats, and the floats next to them."""

import numpy as np

__all__ = [
    "copysign",
    "frexp",
    "ldexp",
    "nextafter",
    "signbit",
]


def copysign(x, y):
    """Give each element of a tensor the sign of another tensor's element.

    The magnitudes come from the first argument, the signs from the second:

    >>> torch.copysign(torch.tensor([1.0, -2.0, 3.0]), torch.tensor([-1.0, 1.0, -5.0]))
    tensor([-1.,  2., -3.])
    >>> torch.copysign(torch.tensor([1.0, -2.0, 3.0]), -1)
    tensor([-1., -2., -3.])

    ``copysign`` puts back the sign that ``abs`` drops, here around a square root:

    >>> x = torch.tensor([-9.0, 4.0])
    >>> torch.copysign(x.abs().sqrt(), x)
    tensor([-3.,  2.])

    A 0 as the second argument has a sign too: 0.0 counts as positive, -0.0 as negative. Multiplying by :func:`sign`
    gives 0 instead:

    >>> y = torch.tensor([0.0, -0.0])
    >>> torch.copysign(torch.ones(2), y), torch.ones(2) * y.sign()
    (tensor([ 1., -1.]), tensor([0., 0.]))

    Integers and bools become floats:

    >>> torch.copysign(torch.tensor([1, 2]), -1)
    tensor([-1., -2.])

    The first argument has to be a tensor:

    >>> torch.copysign(1.0, x)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: copysign() received an invalid combination of arguments - got (float, Tensor), but expected one of:...
    >>> torch.copysign(torch.tensor(1.0), x)
    tensor([-1.,  1.])

    :param other: Where the signs come from: a number, or a tensor that broadcasts.

    See also: :func:`signbit`, :func:`sign`, :func:`abs`.

    :asked: take the sign from another tensor; magnitude of one and sign of the other; square root keeping the sign;
    put the sign back after abs; np.copysign equivalent; make numbers negative where the other is negative
    """
    floats = np.result_type(x, y).kind == "f"
    return np.copysign(x, y, dtype=np.result_type(x, y) if floats else np.float32)


def signbit(x):
    """Test which elements have a minus sign, -0.0 included.

    >>> torch.signbit(torch.tensor([-2.0, 0.0, 3.0]))
    tensor([ True, False, False])

    ``-0.0`` is equal to 0 and not less than 0, so ``< 0`` does not find it. It arises from rounding a small negative
    number, or from 0 times a negative number:

    >>> x = torch.tensor([-0.2, 0.2]).round()
    >>> x
    tensor([-0., 0.])
    >>> x < 0, torch.signbit(x)
    (tensor([False, False]), tensor([ True, False]))

    Dividing by a zero shows its sign:

    >>> 1 / x
    tensor([-inf, inf])

    ``nan`` has a sign too. For ``float32`` and ``float64``, ``-x`` changes it:

    >>> y = torch.tensor([float("nan"), -1.0])
    >>> torch.signbit(y), torch.signbit(-y)
    (tensor([False,  True]), tensor([ True, False]))

    Integers do not have a -0, so for them ``signbit`` does the same as ``< 0``:

    >>> n = torch.tensor([-1, 0, 1])
    >>> torch.signbit(n), n < 0
    (tensor([ True, False, False]), tensor([ True, False, False]))

    See also: :func:`copysign`, :func:`sign`, :func:`lt`.

    :asked: is it negative zero; find -0.0; tell 0 and -0 apart; does the number have a minus sign; np.signbit
    equivalent; why does my tensor print -0.
    """
    return np.signbit(x)


def frexp(x):
    """Split floats into mantissa and exponent: ``x = mantissa * 2 ** exponent``.

    The mantissa of a finite number other than 0 is at least 0.5 and less than 1 in magnitude:

    >>> mantissa, exponent = torch.frexp(torch.tensor([8.0, 10.0, -0.75, 0.0]))
    >>> mantissa
    tensor([ 0.5000,  0.6250, -0.7500,  0.0000])
    >>> exponent
    tensor([4, 4, 0, 0], dtype=torch.int32)

    :func:`ldexp` puts them together again:

    >>> torch.ldexp(mantissa, exponent)
    tensor([ 8.0000, 10.0000, -0.7500,  0.0000])

    For a positive finite number, the exponent minus 1 is the logarithm to base 2, rounded down. Unlike ``log2``, it is
    exact next to a power of two:

    >>> x = torch.tensor([16777215.0, 16777216.0])
    >>> torch.frexp(x).exponent - 1, x.log2().floor()
    (tensor([23, 24], dtype=torch.int32), tensor([24., 24.]))

    The mantissa of a finite number is the number divided by a power of two, without rounding:

    >>> torch.frexp(torch.tensor([5.0, -100.0])).mantissa
    tensor([ 0.6250, -0.7812])

    Integers are not accepted. Convert them first:

    >>> torch.frexp(torch.tensor([8, 10]))
    Traceback (most recent call last):
    RuntimeError: torch.frexp() only supports floating-point dtypes
    >>> torch.frexp(torch.tensor([8, 10]).float())
    torch.return_types.frexp(
    mantissa=tensor([0.5000, 0.6250]),
    exponent=tensor([4, 4], dtype=torch.int32))

    :param out: A tuple of two tensors that mantissa and exponent are written to.

    See also: :func:`ldexp`, :func:`log2`, :func:`signbit`.

    :asked: mantissa and exponent of a float; significand; exponent bits of float32; next power of two; floor of log2
    without rounding error; decompose floating point number; np.frexp equivalent; only supports floating-point dtypes
    """
    if x.dtype.kind != "f":
        raise TypeError("floats alone have a mantissa")
    return np.frexp(x)


def ldexp(x, y):
    """Multiply each element by a power of two.

    ``ldexp(x, k)`` is ``x * 2 ** k``. A power of two changes the exponent of a float alone, so the result is exact
    unless it overflows or underflows:

    >>> torch.ldexp(torch.tensor([1.0, 3.0]), torch.tensor([3, -1]))
    tensor([8.0000, 1.5000])

    It puts together what :func:`frexp` takes apart:

    >>> mantissa, exponent = torch.frexp(torch.tensor([0.1, 100.0]))
    >>> torch.ldexp(mantissa, exponent)
    tensor([  0.1000, 100.0000])

    ``2 ** k`` with an integer tensor ``k`` is computed in integers, where a negative exponent silently gives 0.
    ``ldexp`` computes in floats:

    >>> k = torch.tensor([3, -1])
    >>> 1.0 * 2 ** k
    tensor([8., 0.])
    >>> torch.ldexp(torch.ones(2), k)
    tensor([8.0000, 0.5000])

    The exponent has to be a tensor. Make one of a number:

    >>> torch.ldexp(torch.tensor([1.0, 3.0]), 4)
    Traceback (most recent call last):
    TypeError: ldexp(): argument 'other' (position 2) must be Tensor, not int
    >>> torch.ldexp(torch.tensor([1.0, 3.0]), torch.tensor(4))
    tensor([16., 48.])

    Integers become floats. To shift integers by bits, use ``<<``:

    >>> torch.ldexp(torch.tensor([1, 3]), torch.tensor(4))
    tensor([16., 48.])
    >>> torch.tensor([1, 3]) << 4
    tensor([16, 48])

    Fractions are accepted as exponents, unlike in ``np.ldexp``:

    >>> torch.ldexp(torch.tensor(1.0), torch.tensor(0.5))
    tensor(1.4142)

    If the first tensor has to broadcast, ``ldexp`` with integer exponents warns that an output was resized. The result
    is right nevertheless.

    :param other: A tensor of exponents, which broadcasts.

    See also: :func:`frexp`, :func:`exp2`, :func:`bitwise_left_shift`.

    :asked: multiply by a power of two; x times 2 to the k; scale by two to the exponent; float from mantissa and
    exponent; np.ldexp equivalent; ldexp argument other must be Tensor not int; inverse of frexp
    """
    floats = [one.dtype for one in (x, y) if one.dtype.kind in "fc"]
    dtype = np.result_type(*floats) if floats else np.float32
    if dtype == np.complex64 or y.dtype.kind not in "iu":
        return np.multiply(x, np.exp2(y, dtype=dtype), dtype=dtype)
    return np.ldexp(x.astype(dtype), y)


def nextafter(x, y):
    """Find the next float after each element, in the direction of another.

    >>> one, two = torch.tensor(1.0), torch.tensor(2.0)
    >>> torch.nextafter(one, two)
    tensor(1.0000)

    The step is too small for four digits. Its size is ``eps`` for 1, and it grows with the number:

    >>> torch.nextafter(one, two) - 1 == torch.finfo(torch.float32).eps
    tensor(True)
    >>> big = torch.tensor([1e6, 1e9])
    >>> torch.nextafter(big, big * 2) - big
    tensor([6.2500e-02, 6.4000e+01])

    The steps depend on the dtype. ``bfloat16`` has few digits, so its steps are large:

    >>> torch.nextafter(one.bfloat16(), two.bfloat16())
    tensor(1.0078, dtype=torch.bfloat16)

    Clamping to the float just below 1 keeps the values less than 1:

    >>> x = torch.tensor([0.5, 1.0])
    >>> x.clamp(max=torch.nextafter(one, torch.tensor(0.0)).item()) < 1
    tensor([True, True])

    Equal elements stay as they are, and infinity is next to the largest finite number:

    >>> torch.nextafter(torch.tensor([1.0, float("inf")]), torch.tensor([1.0, 0.0]))
    tensor([1.0000e+00, 3.4028e+38])

    The direction has to be a tensor. Make one of a number:

    >>> torch.nextafter(one, 2.0)
    Traceback (most recent call last):
    TypeError: nextafter(): argument 'other' (position 2) must be Tensor, not float
    >>> torch.nextafter(one, torch.tensor(2.0)) > 1
    tensor(True)

    :param other: The direction, as a tensor that broadcasts.

    See also: :func:`isclose`, :func:`clamp`, :func:`copysign`.

    :asked: smallest float larger than x; distance between two neighboring floats; ulp; np.nextafter equivalent; np
    spacing; machine epsilon next float; exclude the upper bound of a range; next representable number
    """
    if np.result_type(x, y).kind != "f":
        raise TypeError("floats alone have a next one")
    return np.nextafter(x, y)
