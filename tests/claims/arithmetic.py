"""What the entries of arithmetic say of more cases than they show, each tried on a table of cases."""

import itertools
import math

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, SEEDS, drawn, raises, shapes, special, storage

UNSIGNED = [torch.uint16, torch.uint32, torch.uint64]
SIGNED = INTEGERS[1:]
OUTSIDE = [-3, -1, 300, 70000, 2**40, 2**63 - 1, 2**63 + 3, 2**64 - 1, 1 - 2**63]
"""Python integers of up to 64 bits that a narrow dtype does not hold."""


def wrapped(n, dtype):
    """The value of an integer dtype that a Python integer wraps around to."""
    limits = torch.iinfo(dtype)
    return (n - limits.min) % (limits.max - limits.min + 1) + limits.min


# add, sub, mul


def test_sizes_that_broadcast():
    """Two sizes fit when they are equal, or one of them is 1 or missing."""
    for a, b in itertools.product(shapes(1, 2, 3), repeat=2):
        pairs = itertools.zip_longest(a[::-1], b[::-1])
        fits = all(m == n or m in (1, None) or n in (1, None) for m, n in pairs)
        for call in (torch.add, torch.sub, torch.mul, torch.div, torch.pow):
            assert (raises(call, torch.ones(a), torch.ones(b)) is None) is fits


def test_alpha_of_integers():
    """A factor for ``other``; for a result of integers, it must be an integer."""
    for dtype, call in itertools.product([*INTEGERS, *FLOATS, *COMPLEX], (torch.add, torch.sub)):
        x = torch.ones(2, dtype=dtype)
        assert (raises(call, x, x, alpha=2.0) is None) is (dtype not in INTEGERS)
        assert call(x, x, alpha=3).equal(x + 3 * x if call is torch.add else x - 3 * x)


def test_python_integers_wrap_around(silent):
    """``np.add`` raises ``OverflowError`` for a Python integer that does not fit an integer array.

    In torch, a Python integer of up to 64 bits silently wraps around, as 300 becomes 44 in ``uint8``:

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around first: in ``uint8``, ``x * -1``
    multiplies by 255.

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x // -2``
    divides by 254.

    NumPy raises ``OverflowError``.

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around.

    With a ``rounding_mode``, a Python integer of up to 64 bits that does not fit an integer tensor wraps around.
    """
    assert [wrapped(n, torch.uint8) for n in (300, -1, -2)] == [44, 255, 254]
    for dtype, n in itertools.product(INTEGERS, OUTSIDE):
        limits, m = torch.iinfo(dtype), wrapped(n, dtype)
        x = torch.tensor([5, 100, limits.max], dtype=dtype)
        as_one = torch.tensor([m], dtype=dtype)
        for call in (torch.add, torch.sub, torch.mul, torch.floor_divide, torch.remainder):
            assert m == 0 or call(x, n).equal(call(x, as_one))
        for mode in ("floor", "trunc"):
            assert m == 0 or torch.div(x, n, rounding_mode=mode).equal(torch.div(x, as_one, rounding_mode=mode))
        if not limits.min <= n <= limits.max:
            for call in (np.add, np.subtract, np.multiply, np.floor_divide, np.remainder):
                assert raises(call, x.numpy(), n) is OverflowError
        assert raises(torch.add, x, 2**64) and raises(torch.add, x, -(2**63) - 1)


def test_in_place_binds_no_new_tensor():
    """``x += 10``, like ``x.add_(10)``, writes into the tensor, so ``same``, a second name for it, shows the change.

    ``x = x + 100`` makes a new tensor and binds the name ``x`` to it:
    """
    for dtype in DTYPES[1:]:
        x = same = torch.ones(3, dtype=dtype)
        x += 10
        assert x is same and same[0] == 11 and x.add_(10) is same and same[0] == 21
        x = x + 100
        assert x is not same and storage(x) != storage(same) and same[0] == 21


def test_a_column_minus_a_row(silent):
    """A column minus a row silently broadcasts to a full table, and a loss computed from the table is wrong."""
    for seed, n in itertools.product(SEEDS, (2, 3, 7)):
        p, t = drawn(n, 1, seed=seed), drawn(n, seed=seed + 50)
        assert (p - t).shape == (n, n)
        assert not torch.allclose((p - t).square().mean(), (p - t.reshape(-1, 1)).square().mean())


def test_in_place_does_not_broadcast():
    """An in-place operation does not broadcast the tensor it writes into."""
    for a, b in itertools.product(shapes(1, 2, 3), repeat=2):
        if raises(torch.broadcast_shapes, a, b) is None:
            stays = torch.broadcast_shapes(a, b) == a
            for name in ("add_", "sub_", "mul_", "div_"):
                assert (raises(getattr(torch.ones(a), name), torch.ones(b)) is None) is stays


def test_minus_and_masks():
    """A mask is not accepted on either side of ``-``.

    A mask is not negated with ``-``.
    """
    mask = torch.tensor([True, False])
    for other in (1, 1.0, True, mask, *(torch.ones(2, dtype=dtype) for dtype in DTYPES)):
        assert raises(lambda other=other: mask - other) and raises(lambda other=other: other - mask)
    assert raises(lambda: -mask)


def test_unsigned_integers_below_zero(silent):
    """A ``uint8`` result below zero wraps around silently; in ``uint16``, ``uint32`` and ``uint64``, subtracting an
    integer raises:

    ``uint8`` wraps around silently, since its lowest value is 0; ``uint16``, ``uint32`` and ``uint64`` raise:
    """
    x = torch.arange(256).byte()
    assert all((x - n).tolist() == [(m - n) % 256 for m in range(256)] for n in (1, 5, 255))
    assert (-x).tolist() == [-n % 256 for n in range(256)]
    for dtype in UNSIGNED:
        y = torch.tensor([3], dtype=dtype)
        assert all(raises(torch.sub, y, other) for other in (y, 1, 5)) and raises(torch.neg, y)
        assert (y - 5.0).tolist() == [-2]


def test_products_wrap_around(silent):
    """A product too large for its integer dtype wraps around silently."""
    for dtype in INTEGERS:
        x = special(dtype)
        products = x.unsqueeze(1) * x
        right = [[wrapped(m * n, dtype) for n in x.tolist()] for m in x.tolist()]
        assert products.dtype == dtype and products.tolist() == right


def test_integers_times_a_float():
    """Multiplied by a Python float, integers become the default dtype, ``float32``, which is exact for integers up to
    16777216:
    """
    assert torch.get_default_dtype() == torch.float32
    n = torch.cat([torch.arange(0, 2**24, 61), 2**24 - torch.arange(1000)])
    assert (n * 1.0).long().equal(n) and (-n * 1.0).long().equal(-n) and torch.tensor([2**24 + 1]) * 1.0 == 2**24
    assert all((torch.ones(1, dtype=dtype) * 1.0).dtype == torch.float32 for dtype in INTEGERS)


# div, floor_divide, remainder


def test_division_returns_floats():
    """Divide element by element; without ``rounding_mode``, integers give floats.

    Dividing integers with ``/`` returns floats, even where no remainder is left:

    With ``rounding_mode``, a quotient of two integers is an integer.

    ``//`` of two integers is an integer; with a float on either side, the result is a float:
    """
    for a, b in itertools.product([*INTEGERS, *FLOATS], repeat=2):
        x, y = torch.tensor([4, 6]).to(a), torch.tensor([2, 3]).to(b)
        whole = a in INTEGERS and b in INTEGERS
        assert (x / y).is_floating_point() and (x / 2).is_floating_point()
        for result in (x // y, *(torch.div(x, y, rounding_mode=mode) for mode in ("floor", "trunc"))):
            assert result.dtype == torch.promote_types(a, b) and result.is_floating_point() is not whole


def test_integers_hold_no_floats():
    """An integer tensor does not hold floats, so ``div_`` raises for it."""
    for dtype in [*INTEGERS, *FLOATS]:
        assert (raises(torch.tensor([2, 4]).to(dtype).div_, 2) is None) is (dtype in FLOATS)
        for n in (2, 2.0):
            found = raises(torch.tensor([2, 4]).to(dtype).div_, n, rounding_mode="floor")
            assert (found is None) is (dtype in FLOATS or isinstance(n, int))


def test_rounding_modes():
    """``"floor"`` rounds down as Python's ``//`` does, and ``"trunc"`` rounds towards zero as C does.

    For integers, the two modes differ where a negative quotient has a remainder:

    Down means towards minus infinity, as in Python.

    To round towards zero, as C does, use ``torch.div`` with ``rounding_mode="trunc"``:
    """
    for a, b, dtype in itertools.product(range(-9, 10), (-4, -2, 2, 3), [*SIGNED, torch.float32]):
        x = torch.tensor([a], dtype=dtype)
        floor, trunc = (torch.div(x, b, rounding_mode=mode).item() for mode in ("floor", "trunc"))
        assert floor == a // b == (x // b).item() and trunc == math.trunc(a / b)
        assert (floor != trunc) is (a / b < 0 and a % b != 0)


def test_true_division_by_zero(silent):
    """``/`` by zero gives ``inf`` or ``nan``, with no error or warning:"""
    for dtype in [*INTEGERS, *FLOATS]:
        x = special(dtype)
        for zero in (0, 0.0, torch.zeros(1, dtype=dtype)):
            assert not (x / zero).isfinite().any()


def test_integer_division_by_zero():
    """``inf`` and ``nan`` are floats, so dividing integers by an integer 0 with a ``rounding_mode`` raises.

    Dividing by an integer 0 raises for integers, but not for floats.

    Dividing by an integer 0 raises for integers and gives ``nan`` for floats.
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x, whole = special(dtype), dtype in INTEGERS
        for zero in (0, torch.zeros(1, dtype=dtype)):
            for call in (torch.floor_divide, torch.remainder):
                assert (raises(call, x, zero) is RuntimeError) is whole
            for mode in ("floor", "trunc"):
                assert (raises(torch.div, x, zero, rounding_mode=mode) is RuntimeError) is whole
                assert raises(torch.div, x, 0.0, rounding_mode=mode) is None
            assert raises(torch.floor_divide, x, 0.0) is None and (x % 0.0).isnan().all()
            assert whole or (x % zero).isnan().all()


def test_the_lowest_integer_divided_by_minus_one():
    """``rounding_mode="floor"`` and ``//`` do not: they return the lowest value unchanged."""
    for dtype in SIGNED:
        x = torch.tensor([torch.iinfo(dtype).min], dtype=dtype)
        assert (x // -1).equal(x) and torch.div(x, -1, rounding_mode="floor").equal(x)


def test_integers_beside_float32():
    """Combined with a ``float32`` tensor, ``int32`` and ``int64`` are converted to ``float32``, but in NumPy to
    ``float64``.

    A quotient can therefore be rounded to another integer.

    Large integers can therefore leave another remainder.
    """
    for dtype in (torch.int32, torch.int64):
        x, y = torch.tensor([3], dtype=dtype), torch.tensor([0.1])
        assert torch.div(x, y, rounding_mode="trunc") == 30 and np.trunc(x.numpy() / y.numpy()) == 29
        x, y = torch.tensor([2**31 - 1], dtype=dtype), torch.tensor([3.0])
        assert (x / y).dtype == torch.float32 and (x.numpy() / y.numpy()).dtype == np.float64
        assert x % y == 2 and x.numpy() % y.numpy() == 1


def test_a_tenth_is_stored_too_large():
    """``float32`` and ``float64`` store 0.1 slightly too large, so it fits into 1 nine times.

    ``float32`` and ``float64`` store 0.1 slightly too large, so it fits into 1 nine times and nearly a whole tenth is
    left over:
    """
    for dtype in (torch.float32, torch.float64):
        stored = torch.tensor(0.1, dtype=dtype)
        numerator, denominator = stored.item().as_integer_ratio()
        assert 10 * numerator > denominator and torch.tensor(1.0, dtype=dtype) // stored == 9
        assert 0.099 < (torch.tensor(1.0, dtype=dtype) % stored).item() < 0.1


def test_floor_divide_has_no_derivative():
    """The result requires grad if an operand does, but torch does not implement a derivative for ``//``, and
    ``backward`` raises.

    The gradient of ``torch.div`` with ``rounding_mode="floor"`` is 0:
    """
    for dtype in [*FLOATS[2:], torch.float16]:
        w, other = torch.ones(3, dtype=dtype, requires_grad=True), torch.full((3,), 2, dtype=dtype)
        for x, y in ((w, other), (other, w), (w, 2), (w, w)):
            result = torch.floor_divide(x, y)
            assert result.requires_grad and raises(result.sum().backward)
            w.grad = None
            torch.div(x, y, rounding_mode="floor").sum().backward()
            assert not w.grad.any()


def test_signs_of_remainders():
    """The result has the sign of the divisor, as with Python's ``%`` but not as in C.

    ``torch.fmod`` follows C:

    ``x % 3`` is what ``x // 3`` leaves over, so adding the remainder to ``x // 3 * 3`` gives ``x`` again:
    """
    for a, b, dtype in itertools.product(range(-9, 10), (-4, -3, 3, 5), [*SIGNED, torch.float64]):
        x = torch.tensor([a], dtype=dtype)
        assert (x % b).item() == a % b and torch.fmod(x, b).item() == math.fmod(a, b)
        assert x % b == 0 or ((x % b) > 0) == (b > 0)
        assert (x // b * b + x % b).equal(x)


def test_the_sign_of_a_remainder_of_zero():
    """A float remainder of 0 has the sign of the dividend, but in NumPy it has the sign of the divisor:"""
    for dtype, a, b, size in itertools.product(FLOATS, (-6.0, 6.0), (-3.0, 3.0), (1, 3, 64)):
        found = torch.full((size,), a, dtype=dtype) % torch.full((size,), b, dtype=dtype)
        assert not found.any() and (found.signbit() == (a < 0)).all()
        assert np.signbit(np.full(size, a) % b).all() == (b < 0)


def test_a_quotient_that_overflows():
    """Where ``x / y`` overflows, torch may return ``nan``, although NumPy returns the remainder."""
    for dtype, large, tiny in ((torch.float32, 3e38, 1e-10), (torch.float64, 1e300, 1e-200)):
        found = torch.full((64,), large, dtype=dtype) % tiny
        assert found.isnan().any() and np.isfinite(np.remainder(np.full(64, large), tiny)).all()


# neg, abs, sign


def test_minus_before_a_power():
    """Unary minus binds less tightly than ``**``.

    To change the sign first, use parentheses:
    """
    for exponent in (2, 3, 4):
        x = torch.tensor([3.0, -2.0])
        assert (-(x**exponent)).equal(eval(f"-x ** {exponent}", {"x": x}))
        assert ((-x) ** exponent).tolist() == [(-3.0) ** exponent, 2.0**exponent]


def test_magnitude_of_complex_numbers():
    """For a complex number the result is its magnitude, which is real:

    Complex elements cannot be replaced in place by the real result.
    """
    for dtype, real in zip(COMPLEX, (torch.float32, torch.float64), strict=True):
        z = torch.complex(drawn(50), drawn(50, seed=1)).to(dtype)
        assert z.abs().dtype == real and raises(z.abs_)
        torch.testing.assert_close(z.abs(), (z.real**2 + z.imag**2).sqrt())


def test_the_lowest_integer(silent):
    """The lowest integer of a signed dtype has no positive counterpart in that dtype and silently stays negative."""
    for dtype in INTEGERS:
        x = special(dtype)
        lowest = x == torch.iinfo(dtype).min
        assert (x.abs() < 0).equal(lowest & (x < 0)) and x.abs()[~lowest].tolist() == [
            abs(n) for n in x[~lowest].tolist()
        ]


def test_sign_keeps_the_dtype(silent):
    """Tell negative, zero and positive elements apart as -1, 0 and 1.

    The dtype is kept, so floats give floats.

    For integers and floats, multiplying ``sign`` by ``abs`` gives ``x`` again:

    The sign of ``nan`` is 0, which hides the ``nan``; ``np.sign`` returns ``nan``.
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x = special(dtype)
        assert x.sign().dtype == dtype and x.sign().tolist() == [(n > 0) - (n < 0) for n in x.tolist()]
        assert torch.equal(torch.nan_to_num(x.sign() * x.abs()), torch.nan_to_num(x))
        if dtype in FLOATS and dtype != torch.bfloat16:
            assert np.isnan(np.sign(x.numpy())).sum() == 1


def test_gradient_of_sign():
    """``sign`` is constant on both sides of 0, so its gradient is 0:"""
    for dtype in FLOATS:
        x = special(dtype).requires_grad_()
        x.sign().sum().backward()
        assert not x.grad.any()


# addcmul, addcdiv, fmod, gcd, lcm, lerp, hypot, positive, sgn


def test_sum_of_a_product_or_a_quotient():
    """Add the product of two tensors, times a number, to a tensor.

    Add the quotient of two tensors, times a number, to a tensor.

    The first factor; its shape broadcasts with the other two.

    The dividend; its shape broadcasts with the other two.
    """
    for a, b, c in itertools.product(shapes(1, 2, dims=2), repeat=3):
        x, y, z = (drawn(1, *shape, seed=n)[0].abs() + 1 for n, shape in enumerate((a, b, c)))
        for value in (1, -0.5, 3):
            torch.testing.assert_close(torch.addcmul(x, y, z, value=value), x + value * y * z)
            torch.testing.assert_close(torch.addcdiv(x, y, z, value=value), x + value * y / z)


def test_no_tensor_for_the_product():
    """``addcmul_`` updates a tensor in place and makes no tensor for the product."""
    x = torch.ones(1000)

    def most(call):
        with torch.profiler.profile(profile_memory=True) as made:
            call()
        return max(event.self_cpu_memory_usage for event in made.key_averages())

    assert most(lambda: x.addcmul_(x, x)) == 0 < most(lambda: x.add_(x * x))


def test_value_of_integers(silent):
    """For integers, ``value`` is silently truncated to an integer, here from 0.5 to 0.

    A number that multiplies the product; for a result of integers, it is truncated to an integer.

    :func:`add` raises for such an ``alpha``.
    """
    for dtype, value in itertools.product(INTEGERS, (0.5, 1.75, 2.999)):
        x = torch.tensor([1, 2, 3], dtype=dtype)
        assert torch.addcmul(x, x, x, value=value).equal(torch.addcmul(x, x, x, value=int(value)))
        assert raises(torch.add, x, x, alpha=value)
        assert torch.addcmul(x.float(), x, x, value=value).tolist() == (x + value * x * x).tolist()
    assert torch.addcmul(*[torch.tensor([2])] * 3, value=-1.75).tolist() == [-2]


def test_zero_divided_by_zero_added(silent):
    """0 / 0 gives ``nan`` with no error or warning, and ``value=0`` does not prevent it.

    Two integer tensors are not divided.
    """
    for dtype, value in itertools.product(FLOATS, (0, 1, -3)):
        zero = torch.zeros(40, dtype=dtype)
        assert torch.addcdiv(zero + 1, zero, zero, value=value).isnan().all()
        assert dtype == torch.float16 or torch.addcdiv(zero + 1, zero, zero + 1e-8, value=value).eq(1).all()
    for one, other in itertools.product([*INTEGERS, *FLOATS], repeat=2):
        x, y = torch.ones(2, dtype=one), torch.ones(2, dtype=other)
        whole = one in INTEGERS and other in INTEGERS
        assert (raises(torch.addcdiv, torch.ones(2), x, y) is RuntimeError) is whole


def test_sign_of_fmod():
    """Compute the remainder of a division, with the sign of the dividend.

    ``fmod`` rounds the quotient towards zero, as C does, so the result has the sign of the first argument.

    ``%``, which is :func:`remainder`, rounds it down, so the result has the sign of the second:

    Choose ``fmod`` for the part of a number after the point with its sign, or for the same results as C, ``math.fmod``
    or ``np.fmod``:
    """
    for m, n in itertools.product((-20, -7, -3, -1, 0, 1, 5, 7), (-5, -3, -1, 1, 2, 8)):
        for dtype in (*SIGNED, *FLOATS):
            x, y = torch.tensor([m], dtype=dtype), torch.tensor([n], dtype=dtype)
            assert torch.fmod(x, y).item() == math.fmod(m, n) and (x % y).item() == m % n
    x, y = drawn(500) * 10, drawn(500, seed=1)
    assert torch.fmod(x, y).tolist() == [math.fmod(m, n) for m, n in zip(x.tolist(), y.tolist(), strict=True)]
    assert (torch.fmod(x, y) * x >= 0).all() and ((x % y) * y >= 0).all()
    assert torch.fmod(x, 1).equal(torch.frac(x))


def test_fmod_of_an_infinite_divisor():
    """A finite dividend and an infinite divisor give the dividend, while ``%`` gives ``inf`` if their signs differ:"""
    for dtype, sign, size in itertools.product(FLOATS, (1, -1), (1, 40)):
        x = torch.tensor([7.0, -7.0, 0.5] * size, dtype=dtype)
        assert torch.fmod(x, sign * math.inf).equal(x)
        assert (x % (sign * math.inf)).isinf().equal(x * sign < 0)


def test_quotients_of_fmod_that_overflow():
    """Where ``x / y`` overflows, torch may return ``nan``, although NumPy returns the remainder."""
    x, y = (torch.full((64,), n) for n in (3.4e38, 1e-30))
    assert torch.fmod(x, y).isnan().any() and np.isfinite(np.fmod(x.numpy(), y.numpy())).all()


def test_greatest_common_divisors_and_least_common_multiples():
    """Find the greatest common divisor of two integers, element by element.

    Find the least common multiple of two integers, element by element.

    The signs do not matter.

    0 is divisible by each integer, so the result for 0 and ``n`` is ``n`` without its sign.

    The signs do not matter, and the result for 0 and ``n`` is 0:
    """
    for dtype in SIGNED:
        n = torch.arange(-11, 12, dtype=dtype)
        x, y = (one.flatten() for one in torch.meshgrid(n, n, indexing="ij"))
        pairs = list(zip(x.tolist(), y.tolist(), strict=True))
        assert torch.gcd(x, y).dtype == dtype and torch.gcd(x, y).tolist() == [math.gcd(a, b) for a, b in pairs]
        assert torch.lcm(x, y).dtype == dtype and torch.lcm(x, y).tolist() == [math.lcm(a, b) for a, b in pairs]
    for dtype, call in itertools.product([torch.bool, *FLOATS, *COMPLEX], (torch.gcd, torch.lcm)):
        assert raises(call, torch.ones(2, dtype=dtype), torch.ones(2, dtype=dtype)) is NotImplementedError
        assert raises(call, torch.ones(2).long(), 1) is TypeError


def test_divisors_of_the_lowest_integer(silent):
    """With the lowest integer of a signed dtype, such as -128 of ``int8``, the result can be negative, because that
    integer has no positive counterpart:

    A multiple too large for its integer dtype wraps around silently.
    """
    for dtype in SIGNED:
        limits = torch.iinfo(dtype)
        n = torch.tensor([*range(1, 100), limits.max], dtype=dtype)
        found = torch.gcd(torch.tensor([limits.min], dtype=dtype), n)
        assert (found < 0).any() and found.abs().tolist() == [math.gcd(limits.min, one) for one in n.tolist()]
    for dtype in INTEGERS[:3]:
        x = torch.arange(1, 101, dtype=dtype)
        right = [wrapped(math.lcm(a, b), dtype) for a in range(1, 101) for b in range(1, 101)]
        assert torch.lcm(x.unsqueeze(1), x).flatten().tolist() == right


def test_blends():
    """Blend two tensors: move part of the way from one to the other.

    If ``end - start`` is finite, 0 gives ``start``, 1 gives ``end``, and values outside of 0 to 1 go beyond them:

    Where ``end - start`` is infinite or ``nan``, a weight of 0 or 1 gives ``nan``:

    The share of ``end``, a number or a tensor that broadcasts; a tensor of several weights has the dtype of ``input``.

    The tensor that ``weight=1`` gives, of the dtype of ``input``.

    The dtypes are not promoted.
    """
    for seed, dtype in itertools.product(SEEDS, FLOATS):
        start, end = drawn(40, seed=seed).to(dtype), drawn(40, seed=seed + 9).to(dtype) * 1000
        for weight in (0.0, 1.0):
            assert torch.lerp(start, end, weight).equal(end if weight else start)
            assert torch.lerp(start, end, torch.tensor(weight, dtype=dtype)).equal(end if weight else start)
            for x, y in ((0, math.inf), (math.inf, 0), (-math.inf, math.inf), (1, math.nan), (math.nan, 1)):
                x, y = torch.full((40,), x, dtype=dtype), torch.full((40,), y, dtype=dtype)
                assert torch.lerp(x, y, weight).isnan().all()
    for one, size in itertools.product([*INTEGERS, *FLOATS], ((), (1,), (3,))):
        weight = torch.ones(size, dtype=one)
        right = size == () or one == torch.float32
        assert (raises(torch.lerp, torch.zeros(3), torch.ones(3), weight) is None) is right
    for weight in (-1.5, 0.25, 0.5, 3.0):
        x, y = drawn(9), drawn(9, seed=1)
        torch.testing.assert_close(torch.lerp(x, y, weight), x + weight * (y - x))
        torch.testing.assert_close(x.clone().lerp_(y, 0.1), x * 0.9 + y * 0.1)
    for one, other in itertools.product(FLOATS, repeat=2):
        assert (raises(torch.lerp, torch.ones(2, dtype=one), torch.ones(2, dtype=other), 0.5) is None) is (one == other)
    assert all(raises(torch.lerp, torch.ones(2, dtype=dtype), torch.ones(2, dtype=dtype), 0.5) for dtype in INTEGERS)


def test_hypotenuses():
    """Compute the length of the hypotenuse, the square root of x² + y².

    Written out, the squares overflow or underflow long before the result does.

    If both legs are 0, the gradient is ``nan``.

    Two integer tensors are not accepted.
    """
    for one, other in itertools.product([*INTEGERS, *FLOATS], repeat=2):
        accepted = one in FLOATS or other in FLOATS
        assert (raises(torch.hypot, torch.ones(2, dtype=one), torch.ones(2, dtype=other)) is None) is accepted
    for seed in SEEDS:
        x, y = drawn(50, seed=seed), drawn(50, seed=seed + 9)
        torch.testing.assert_close(torch.hypot(x, y), (x * x + y * y).sqrt())
    for power in (*range(-37, -23), *range(20, 38)):
        x = torch.tensor([3.0 * 10.0**power, 4.0 * 10.0**power])
        torch.testing.assert_close(torch.hypot(x[0], x[1]), torch.tensor(5.0 * 10.0**power), rtol=1e-6, atol=0)
        assert (x * x).sum().sqrt().item() in (0, math.inf)
    for dtype in FLOATS:
        zero = torch.zeros(3, dtype=dtype, requires_grad=True)
        assert torch.autograd.grad(torch.hypot(zero, zero).sum(), zero)[0].isnan().all()
        legs = torch.zeros(3, dtype=dtype, requires_grad=True), torch.ones(3, dtype=dtype)
        assert torch.autograd.grad(torch.hypot(*legs).sum(), legs[0])[0].isfinite().all()


def test_plus_is_the_tensor_itself():
    """Return the tensor itself: what ``+x`` does.

    The result is the same tensor, not a copy, so writing to it changes ``x``.

    NumPy's ``+x`` is a copy.
    """
    for dtype in DTYPES[1:]:
        x = special(dtype)
        assert (+x) is x and torch.positive(x) is x and x.positive() is x
        if dtype != torch.bfloat16:
            assert not np.may_share_memory(+x.numpy(), x.numpy())
    assert raises(torch.positive, torch.tensor([True])) is RuntimeError


def test_directions_of_complex_numbers():
    """For a complex number other than 0, ``sgn`` is the number divided by its magnitude.

    The result lies on the unit circle, unless the magnitude is infinite or too small:

    Infinite complex numbers give ``nan``, while ``np.sign`` gives a direction:

    Find the sign of real elements, and the direction of complex ones.

    For real numbers, ``sgn`` and :func:`sign` return equal results.

    The sign of a real ``nan`` is 0, but in NumPy it is ``nan``:

    ``torch.sign`` does not accept complex numbers, unlike ``np.sign`` of NumPy 2.

    The gradient is 0 for floats.

    For complex elements it is not, as the direction depends on the element:
    """
    for dtype in [*FLOATS, *COMPLEX]:
        x = drawn(9).to(dtype).add(0 if dtype in FLOATS else 1j).requires_grad_()
        (slope,) = torch.autograd.grad(torch.real(x.sgn()).sum(), x)
        assert (slope == 0).all() if dtype in FLOATS else (slope != 0).all()
    for dtype in COMPLEX:
        z = torch.complex(drawn(40), drawn(40, seed=1)).to(dtype)
        torch.testing.assert_close(z.sgn(), z / z.abs())
        torch.testing.assert_close(z.sgn().numpy(), np.sign(z.numpy()))
        assert not torch.zeros(3, dtype=dtype).sgn().any() and raises(z.sign) is NotImplementedError
        for z in (complex("inf"), complex("-inf"), complex(0, math.inf)):
            z = torch.tensor([z], dtype=dtype)
            assert z.sgn().isnan() and np.isfinite(np.sign(z.numpy()))
        for size in (torch.finfo(dtype).max, torch.finfo(dtype).smallest_normal / 2**20):
            assert not abs(torch.tensor(complex(size, size), dtype=dtype).sgn().abs().item() - 1) < 0.1
    for dtype in DTYPES[: -len(COMPLEX)]:
        assert special(dtype).sgn().equal(special(dtype).sign())
    assert np.isnan(np.sign(np.array([math.nan]))) and torch.tensor([math.nan]).sgn().item() == 0
