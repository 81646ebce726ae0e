"""What the entries of rounding say of more cases than they show, each tried on a table of cases."""

import itertools
import math
from fractions import Fraction

import numpy as np
import torch

from tests.claims.inputs import FLOATS, INTEGERS, SEEDS, drawn, raises, special

NAN = float("nan")


def finite(dtype):
    """Finite values of a dtype of floats: small, large, halves, and the neighbors of halves."""
    halves = torch.arange(-8, 9, dtype=dtype) / 2
    up, down = (torch.nextafter(halves, torch.full_like(halves, end)) for end in (9, -9))
    found = torch.cat([halves, up, down, drawn(50).to(dtype), special(dtype)])
    return found[found.isfinite()]


def test_directions(silent):
    """Round down to the nearest integer.

    Round up to the nearest integer.

    ``floor`` rounds towards minus infinity and ``int()`` towards zero, so they differ for negative numbers that have a
    fraction:

    Up is towards plus infinity, so a negative number that has a fraction gets closer to zero and may end as -0:

    Cut off the fraction: round towards zero.

    ``floor`` rounds down, so it moves a negative number with a fraction away from zero:

    The fraction that is cut off has the sign of the number:
    """
    for dtype in FLOATS:
        x = finite(dtype)
        for call, right in ((torch.floor, math.floor), (torch.ceil, math.ceil), (torch.trunc, math.trunc)):
            assert call(x).dtype == dtype and call(x).tolist() == [right(n) for n in x.tolist()]
        small = x[x.abs() < 2**20]
        assert small.int().tolist() == [math.trunc(n) for n in small.tolist()]
        assert (small.floor() != small.int()).equal((small < 0) & (small != small.trunc()))
        assert (x.floor().abs() > x.abs()).equal((x < 0) & (x != x.trunc()))
        negative = x[(x < 0) & (x > -1)]
        assert (negative.ceil() == 0).all() and negative.ceil().signbit().all()
        fraction = x - x.trunc()
        assert (fraction * x >= 0).all() and (fraction.abs() < 1).all()


def test_dtypes_of_results():
    """The ``floor`` of a float is still a float.

    Integers stay as they are, and floats stay floats.
    """
    for dtype, call in itertools.product([*INTEGERS, *FLOATS], (torch.floor, torch.ceil, torch.trunc, torch.round)):
        x = special(dtype)
        assert call(x).dtype == dtype and (dtype in FLOATS or call(x).equal(x))


def test_a_python_number():
    """``floor`` takes a tensor, not a Python number."""
    for n in (2, 2.7, True, np.float32(2.7)):
        assert raises(torch.floor, n) is TypeError


def test_batches():
    """A hundred samples make seven batches of 16, of which the last is not full.

    ``//`` has already rounded down before ``ceil`` is called, so the result is 6:
    """
    for n, size in itertools.product(range(1, 200, 7), (1, 3, 16)):
        samples = torch.tensor(n)
        assert torch.ceil(samples / size) == len(range(0, n, size)) and torch.ceil(samples // size) == n // size


def test_values_beyond_the_integers():
    """``trunc`` keeps the value of a number that is too large for the integer dtype:"""
    for n in (3e9, -3e9, 1e15, -1e15):
        x = torch.tensor([n], dtype=torch.float64)
        assert x.trunc() == x and x.int() != x


def test_halves(silent):
    """Halves round to the nearest even integer, as in NumPy and Python:"""
    for dtype in FLOATS:
        x = finite(dtype)
        assert x.round().tolist() == [round(n) for n in x.tolist()]
        assert np.round(x.double().numpy()).tolist() == x.double().round().tolist()


def test_halves_up():
    """To round halves up, compare the fraction with 0.5.

    (The sum ``x + 0.5`` is itself rounded, so its ``floor`` can be wrong.)
    """
    for dtype in FLOATS:
        x = finite(dtype)
        right = [float(math.floor(Fraction(n) + Fraction(1, 2))) for n in x.tolist()]
        assert (x.floor() + (x - x.floor() >= 0.5)).tolist() == right
    wrong = torch.tensor([0.49999997, 8388609.0])
    assert (wrong + 0.5).floor().tolist() == [1, 8388610]


def test_digits():
    """``decimals`` is the number of digits after the point; a negative number rounds digits before the point:

    ``torch.round`` takes ``decimals`` by keyword:

    Python's own ``round`` does not accept a tensor.

    Integers are not accepted together with ``decimals``.
    """
    for decimals in (-2, -1, 1, 2, 3):
        x = 1000 * drawn(50)
        torch.testing.assert_close(x.round(decimals=decimals).tolist(), [round(n, decimals) for n in x.tolist()])
        assert raises(torch.round, x, decimals) is TypeError and raises(round, x[0], decimals) is TypeError
        for dtype in INTEGERS:
            assert raises(torch.round, torch.ones(2, dtype=dtype), decimals=decimals) is NotImplementedError
    assert raises(round, torch.tensor(2.5)) is TypeError and round(2.675, 1) == 2.7


def test_a_power_of_ten_overflows():
    """With a positive ``decimals``, ``x`` is multiplied by a power of ten, which can overflow: in ``float32`` with
    ``decimals=2``, 1e37 becomes ``inf``.

    NumPy's ``round`` overflows sooner for ``float16``.
    """
    assert torch.tensor([1e37]).round(decimals=1).isfinite()
    assert torch.tensor([1e37]).round(decimals=2).isinf() and torch.tensor([1e35]).round(decimals=2).isfinite()
    assert torch.tensor([1e307], dtype=torch.float64).round(decimals=2).isinf()
    with np.errstate(all="ignore"):
        assert np.isinf(np.round(np.float16(60000), 1)) and torch.tensor([60000.0]).half().round(decimals=1) == 60000


def test_rounded_values_are_not_exact():
    """A float is not exactly 3.14, so the rounded value has further digits."""
    for dtype in FLOATS:
        assert Fraction(torch.tensor(3.14159, dtype=dtype).round(decimals=2).item()) != Fraction("3.14")


# clamp


def test_limits(silent):
    """Limit each element to the range from ``min`` to ``max``.

    At least one bound is needed.

    Without a keyword, the first bound is ``min``, so ``clamp(x, 0)`` sets negative numbers to zero:

    The lower bound; ``None`` leaves the range open below.

    The upper bound, and the result where ``min`` is greater than ``max``.

    A ``min`` greater than ``max`` silently sets the elements to ``max``, and ``nan`` stays ``nan``:
    """
    for dtype, (low, high) in itertools.product([*INTEGERS, *FLOATS], ((0, 10), (3, 3), (10, 0), (2, None), (None, 5))):
        x = special(dtype)
        found = torch.clamp(x, low, high)
        kept = x[~x.isnan()]
        right = [n if low is None else max(n, low) for n in kept.tolist()]
        assert found[~x.isnan()].tolist() == [n if high is None else min(n, high) for n in right]
        assert found[x.isnan()].isnan().all() and found.dtype == dtype
        assert torch.clamp(x, 2)[~x.isnan()].tolist() == [max(n, 2) for n in kept.tolist()]
        assert raises(torch.clamp, x) is RuntimeError


def test_bounds_of_two_kinds():
    """Bounds can be tensors that broadcast, but a tensor of at least one dimension and a number are not accepted
    together.

    A float bound makes the result a float, which ``clamp_`` does not write into integers.
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x, low = torch.arange(6).reshape(2, 3).to(dtype), torch.ones(3, dtype=dtype)
        assert raises(torch.clamp, x, low, 9) is TypeError and raises(torch.clamp, x, 1, low + 1) is TypeError
        assert torch.clamp(x, low, (low + 3)[:1]).equal(torch.clamp(x, 1, 4))
        assert torch.clamp(x, torch.tensor(1), 4).equal(torch.clamp(x, 1, 4))
        assert torch.clamp(x, 0.5).is_floating_point()
        assert (raises(x.clamp_, 0.5) is None) is (dtype in FLOATS)


def test_bounds_outside_the_range(silent):
    """Clamping comes too late for integers that have wrapped around.

    A Python integer above the range of an integer dtype is not accepted as a bound, unless the other bound is a float.

    A Python integer below the range is not accepted either, except in ``uint8``.

    There, -1 to -255 silently wrap around, so ``clamp(min=-1)`` sets each element to 255.

    A bound given as a 0-d integer tensor can silently wrap around if it is out of range, unless ``x`` is 0-d, too.

    NumPy's ``clip`` accepts a ``min`` below the range and a ``max`` above it, and leaves the elements as they are.
    """
    for dtype in INTEGERS:
        limits, x = torch.iinfo(dtype), special(dtype)
        assert raises(torch.clamp, x, max=limits.max + 1) is RuntimeError
        assert raises(torch.clamp, x, min=limits.min - (256 if dtype == torch.uint8 else 1))
        for bounds in ((limits.max + 1, None), (None, limits.min - 1)):
            assert raises(np.clip, x.numpy(), *bounds) is OverflowError
        if dtype != torch.int64:
            low, high = torch.tensor(limits.min - 1), torch.tensor(limits.max + 1)
            assert x.clamp(max=high).equal(x.clamp(max=limits.min)) and x.clamp(min=low).equal(x.clamp(min=limits.max))
            assert x[0].clamp(max=high) == x[0] == x[0].clamp(min=low) and raises(x.clamp, 0, high) is RuntimeError
        for bounds in ((limits.min - 1, None), (None, limits.max + 1), (limits.min - 1, limits.max + 1)):
            assert (np.clip(x.numpy(), *bounds) == x.numpy()).all()
    x = torch.arange(256).byte()
    for n in range(1, 256):
        assert x.clamp(min=-n).equal(x.clamp(min=256 - n))
    assert (x.clamp(min=-1) == 255).all()
    twice = (x * 2).clamp(max=255)
    assert not twice.equal((x.int() * 2).clamp(max=255).byte()) and twice.equal(x * 2)


def test_gradient_of_clamp():
    """The gradient is 1 between the bounds and on them, and 0 outside."""
    for seed, dtype in itertools.product(SEEDS, FLOATS):
        x = torch.cat([2 * drawn(30, seed=seed).to(dtype), torch.tensor([-1, 1, 3], dtype=dtype)]).requires_grad_()
        inside = (x >= -1) & (x <= 1)
        assert torch.autograd.grad(x.clamp(-1, 1).sum(), x)[0].equal(inside.to(dtype))
        assert torch.autograd.grad(x.clamp(min=-1).sum(), x)[0].equal((x >= -1).to(dtype))


def test_fractions():
    """Keep the digits after the point: each element minus its integer part.

    The sign stays, since the integer part is :func:`trunc`.

    ``% 1`` subtracts :func:`floor` instead, so its result is not negative:

    An element is an integer if its fraction is 0:

    Integers are not accepted.
    """
    for seed, dtype in itertools.product(SEEDS, FLOATS):
        x = (drawn(200, seed=seed) * 20).to(dtype)
        assert x.frac().equal(x - x.trunc()) and (x.frac() * x >= 0).all() and (x.frac().abs() < 1).all()
        torch.testing.assert_close(x % 1, x - x.floor())
        assert (x % 1 >= 0).all() and (x * 1e-6 % 1 >= 0).all()
        assert special(dtype)[-3:].frac().isnan().all() and special(dtype)[:-3].frac().isfinite().all()
        assert (x.frac() == 0).tolist() == [n.is_integer() for n in x.tolist()]
    assert all(raises(torch.frac, torch.ones(2, dtype=dtype)) for dtype in INTEGERS)
