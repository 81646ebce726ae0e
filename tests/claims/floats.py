"""What the entries of floats say of more cases than they show, each tried on a table of cases."""

import itertools
import math
import warnings

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, SEEDS, drawn, raises, special


def test_magnitudes_and_signs():
    """Give each element of a tensor the sign of another tensor's element.

    The magnitudes come from the first argument, the signs from the second:

    A 0 as the second argument has a sign too: 0.0 counts as positive, -0.0 as negative.

    Multiplying by :func:`sign` gives 0 instead:

    Integers and bools become floats:
    """
    for dtype in FLOATS:
        x = special(dtype)
        x = x[~x.isnan()]
        found = torch.copysign(x.unsqueeze(1), x)
        assert found.abs().equal(x.abs().unsqueeze(1).expand_as(found))
        assert found.signbit().equal(x.signbit().expand_as(found))
        assert (torch.ones(1, dtype=dtype) * x[x == 0].sign() == 0).all()
    for dtype in [torch.bool, *INTEGERS]:
        assert torch.copysign(torch.ones(2, dtype=dtype), -1).tolist() == [-1.0, -1.0]
        assert torch.copysign(torch.ones(2, dtype=dtype), torch.ones(2, dtype=dtype)).dtype == torch.float32


def test_minus_signs():
    """Test which elements have a minus sign, -0.0 included.

    ``-0.0`` is equal to 0 and not less than 0, so ``< 0`` does not find it.

    It arises from rounding a small negative number, or from 0 times a negative number:

    Integers do not have a -0, so for them ``signbit`` does the same as ``< 0``:

    For ``float32`` and ``float64``, ``-x`` changes it:
    """
    for dtype, size in itertools.product((torch.float32, torch.float64), (1, 2, 40)):
        x = torch.full((size,), math.nan, dtype=dtype)
        assert (-x).signbit().equal(~x.signbit())
    for dtype in FLOATS:
        x = special(dtype)
        x = x[~x.isnan()]
        assert x.signbit().tolist() == [math.copysign(1, n) < 0 for n in x.tolist()]
        zero = torch.tensor([-0.0], dtype=dtype)
        assert zero == 0 and not zero < 0 and zero.signbit() and (torch.zeros(1, dtype=dtype) * -3).signbit()
        assert torch.tensor([-0.2], dtype=dtype).round().signbit()
    for dtype in INTEGERS:
        assert special(dtype).signbit().equal(special(dtype) < 0)
    assert not torch.tensor([True, False]).signbit().any()


def test_mantissas_and_exponents():
    """The mantissa of a finite number other than 0 is at least 0.5 and less than 1 in magnitude:

    :func:`ldexp` puts them together again:

    For a positive finite number, the exponent minus 1 is the logarithm to base 2, rounded down.

    Unlike ``log2``, it is exact next to a power of two:

    The mantissa of a finite number is the number divided by a power of two, without rounding:

    Split floats into mantissa and exponent: ``x = mantissa * 2 ** exponent``.
    """
    for seed, dtype in itertools.product(SEEDS, FLOATS):
        least = torch.finfo(dtype).smallest_normal
        x = torch.cat([(drawn(200, seed=seed) * 100).to(dtype), special(dtype), torch.tensor([least / 4], dtype=dtype)])
        x = x[x.isfinite()]
        mantissa, exponent = torch.frexp(x)
        assert exponent.dtype == torch.int32 and mantissa.dtype == dtype
        some = mantissa[x != 0].abs()
        assert (some >= 0.5).all() and (some < 1).all() and torch.ldexp(mantissa, exponent).equal(x)
        right = [math.frexp(n) for n in x.tolist()]
        assert list(zip(mantissa.tolist(), exponent.tolist(), strict=True)) == right
    for power in range(1, 100):
        edge = torch.tensor(2.0**power)
        below = torch.nextafter(edge, torch.tensor(0.0))
        assert torch.frexp(edge).exponent - 1 == power and torch.frexp(below).exponent - 1 == power - 1
    assert all(raises(torch.frexp, torch.ones(2, dtype=dtype)) for dtype in [torch.bool, *INTEGERS, *COMPLEX])


def test_powers_of_two():
    """Multiply each element by a power of two.

    A power of two changes the exponent of a float alone, so the result is exact unless it overflows or underflows:

    Fractions are accepted as exponents, unlike in ``np.ldexp``:

    Integers become floats.
    """
    for dtype in FLOATS[2:]:
        x = drawn(50).to(dtype)
        for k in (-60, -7, 0, 1, 30, 60):
            found = torch.ldexp(x, torch.full((50,), k))
            assert found.dtype == dtype and found.tolist() == [n * 2.0**k for n in x.tolist()]
    assert raises(np.ldexp, 1.0, 0.5) is TypeError
    for dtype in INTEGERS:
        assert torch.ldexp(torch.ones(2, dtype=dtype), torch.tensor([3, 4])).tolist() == [8.0, 16.0]
        assert torch.ldexp(torch.ones(2, dtype=dtype), torch.tensor([3, 4])).dtype == torch.float32


def test_first_tensors_that_broadcast():
    """If the first tensor has to broadcast, ``ldexp`` with integer exponents warns that an output was resized.

    The result is right nevertheless.
    """
    for shape in ((), (1,), (1, 3), (2, 1), (2, 3), (3,)):
        x = drawn(1, *shape, dtype=torch.float32)[0]
        k = torch.tensor([[1, 2, 3], [4, 5, -6]])
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            found = torch.ldexp(x, k)
        assert found.equal(x * 2.0**k)
        assert ["output with one or more elements was resized" in str(one.message) for one in caught] == [True] * (
            shape != (2, 3)
        )


def test_next_floats():
    """Find the next float after each element, in the direction of another.

    Its size is ``eps`` for 1, and it grows with the number:

    Equal elements stay as they are, and infinity is next to the largest finite number:

    The direction has to be a tensor.

    The steps depend on the dtype.
    """
    assert raises(torch.nextafter, torch.tensor(1.0), 2) is TypeError
    assert torch.nextafter(torch.tensor(1.0), torch.tensor(2)).equal(
        torch.nextafter(torch.tensor(1.0), torch.tensor(2.0))
    )
    for dtype in FLOATS:
        limits = torch.finfo(dtype)
        one, up, down = (torch.tensor([n], dtype=dtype) for n in (1.0, math.inf, -math.inf))
        assert torch.nextafter(one, up) - 1 == limits.eps and torch.nextafter(one, one).equal(one)
        assert torch.nextafter(up, one) == limits.max and torch.nextafter(down, one) == limits.min
        x = torch.tensor([1.0, 16.0, 256.0, 4096.0], dtype=dtype)
        steps = torch.nextafter(x, up) - x
        assert (steps.diff() > 0).all() and ((x + steps / 4) == x).all()
    assert all(raises(torch.nextafter, torch.ones(2, dtype=d), torch.ones(2, dtype=d)) for d in INTEGERS)
