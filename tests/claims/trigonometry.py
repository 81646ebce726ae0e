"""What the entries of trigonometry say of more cases than they show, each tried on a table of cases."""

import itertools
import math

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, SEEDS, drawn, raises, special

PRECISE = FLOATS[2:]


def test_radians_and_degrees(silent):
    """A full turn is 2 pi:

    Angles in degrees silently give wrong results.

    Degrees that are not converted silently give wrong results:
    """
    degrees = torch.arange(5, 360, 10, dtype=torch.float64)
    for call, right in ((torch.sin, math.sin), (torch.cos, math.cos)):
        found = call(torch.deg2rad(degrees))
        torch.testing.assert_close(found.tolist(), [right(math.radians(n)) for n in degrees.tolist()])
        torch.testing.assert_close(found, call(torch.deg2rad(degrees) + 2 * torch.pi))
        assert not torch.isclose(call(degrees), found, atol=1e-3).any()


def test_rounded_pi():
    """``torch.pi`` is rounded, so its sine is not exactly 0.

    Compare the sine with 0 using an ``atol``, the absolute tolerance:
    """
    for dtype, turns in itertools.product(PRECISE, range(1, 20)):
        y = torch.sin(torch.tensor(turns * torch.pi, dtype=dtype))
        zero = torch.zeros((), dtype=dtype)
        assert y != 0 and not torch.isclose(y, zero, rtol=0.1, atol=0) and torch.isclose(y, zero, atol=1e-5)


def test_large_integers():
    """Integers are converted to ``float32``, in which large neighboring integers can be equal.

    Convert integers up to ``2**53`` to ``float64`` first:
    """
    for call in (torch.sin, torch.cos, torch.tan, torch.tanh):
        for dtype in INTEGERS:
            n = torch.tensor([0, 1, 100], dtype=dtype)
            assert call(n).dtype == torch.float32 and call(n).equal(call(n.float()))
    n = 2**24 + torch.tensor([0, 1])
    assert n.sin().unique().numel() == 1 and n.double().sin().unique().numel() == 2
    n = 2**53 + torch.tensor([-1, 0, 1])
    assert n.double().tolist() == [2**53 - 1, 2**53, 2**53]


def test_a_quarter_turn_ahead():
    """The cosine is the sine a quarter turn ahead:"""
    for seed in SEEDS:
        x = 10 * drawn(50, seed=seed)
        torch.testing.assert_close(x.cos(), (x + torch.pi / 2).sin())


def test_range_of_acos():
    """The cosine is equal on both sides of 0, so its inverse ``torch.acos`` returns angles from 0 to pi:"""
    x = torch.linspace(0, math.pi, 101, dtype=torch.float64)
    assert x.cos().equal((-x).cos())
    torch.testing.assert_close(x.cos().acos(), x, atol=1e-7, rtol=0)
    torch.testing.assert_close((-x).cos().acos(), x, atol=1e-7, rtol=0)


def test_a_cosine_above_one():
    """A cosine computed from two vectors can be slightly above 1, where ``acos`` is ``nan``.

    Clamp it first:
    """
    above = 0
    for seed in range(200):
        x = drawn(5, seed=seed, dtype=torch.float32)
        cosine = x @ x / (x.norm() * x.norm())
        above += (cosine > 1).item()
        assert cosine.acos().isnan() == (cosine > 1) and not cosine.clamp(-1, 1).acos().isnan()
    assert above


def test_cosine_similarity():
    """``torch.cosine_similarity`` computes the cosine of the angle between two vectors:"""
    for angle, other in itertools.product(torch.linspace(-3, 3, 7), repeat=2):
        x, y = (n * torch.stack([a.cos(), a.sin()]) for n, a in ((2, angle), (0.5, other)))
        torch.testing.assert_close(torch.cosine_similarity(x, y, dim=0), (angle - other).cos())


def test_sine_over_cosine():
    """The tangent is the sine divided by the cosine, and it measures how steep a line at that angle is:"""
    for dtype in PRECISE:
        x = torch.linspace(-1.5, 1.5, 61, dtype=dtype)
        torch.testing.assert_close(x.tan(), x.sin() / x.cos(), rtol=1e-4, atol=1e-6)
        torch.testing.assert_close((3 * x.sin()) / (3 * x.cos()), x.tan(), rtol=1e-4, atol=1e-6)


def test_a_quarter_turn():
    """``float32`` rounds the angle up, past that point, and ``float64`` rounds it down.

    Both results are huge, and the first is negative:
    """
    single, double = (torch.tensor(math.pi / 2, dtype=dtype) for dtype in PRECISE)
    assert single.item() > math.pi / 2 == double.item() and double.cos() > 0 > single.double().cos()
    assert single.tan() < -1e7 and double.tan() > 1e15


def test_half_a_turn_apart():
    """Angles half a turn apart have equal tangents, and ``atan`` returns the angle between -pi/2 and pi/2.

    ``atan2`` takes sine and cosine separately and tells the two angles apart:
    """
    x = torch.linspace(-3.1, 3.1, 62, dtype=torch.float64)
    torch.testing.assert_close(x.tan(), (x + math.pi).tan())
    folded = x.tan().atan()
    assert (folded.abs() < math.pi / 2).all()
    torch.testing.assert_close(folded.tan(), x.tan())
    torch.testing.assert_close(torch.atan2(5 * x.sin(), 5 * x.cos()), x)


def test_range_of_tanh():
    """Squash each real number into the range from -1 to 1 (hyperbolic tangent).

    The function is :func:`sigmoid` made twice as high and half as wide, and lowered so that 0 goes to 0:

    Near 0 the function hardly changes a number; far from 0 it levels off:
    """
    for dtype in FLOATS:
        x = torch.cat([drawn(100).to(dtype) * 3, special(dtype)])
        x = x[~x.isnan()]
        assert (x.tanh().abs() <= 1).all() and (x.tanh() * x >= 0)[x.isfinite()].all()
        torch.testing.assert_close(x.tanh(), 2 * (2 * x).sigmoid() - 1, rtol=0.02, atol=0.02)
        small = x[x.abs() < 0.05]
        torch.testing.assert_close(small.tanh(), small, rtol=0.02, atol=0)
    assert torch.tensor([30.0]).tanh() == torch.tensor([60.0]).tanh()


def test_rounded_to_one():
    """The result is below 1, but ``float32`` rounds it to exactly 1 from about 9 on:"""
    for size in (1, 40):
        assert (torch.full((size,), 8.5).tanh() < 1).all() and (torch.full((size,), 9.5).tanh() == 1).all()
    assert (torch.linspace(0, 18, 100, dtype=torch.float64).tanh() < 1).all()


def test_derivative_of_tanh():
    """Where the curve levels off, the derivative is 0 or nearly 0, and learning stalls."""
    for dtype, sign in itertools.product(FLOATS, (1, -1)):
        x = torch.tensor([0.0, 1.0, 20.0, 40.0], dtype=dtype).mul_(sign).requires_grad_()
        found = torch.autograd.grad(x.tanh().sum(), x)[0].tolist()
        assert found[0] == 1 > found[1] > 0.4 and found[2:] == [0, 0]
        x = torch.linspace(5, 9, 9, dtype=dtype).mul_(sign).requires_grad_()
        assert (torch.autograd.grad(x.tanh().sum(), x)[0].abs() < 1e-3).all()


def test_inverse_of_tanh():
    """The inverse function is ``torch.atanh``, which is infinite at 1:"""
    for dtype in PRECISE:
        x = torch.linspace(-2, 2, 41, dtype=dtype)
        torch.testing.assert_close(x.tanh().atanh(), x, rtol=1e-4, atol=1e-6)
        assert torch.tensor([1.0, -1.0], dtype=dtype).atanh().tolist() == [math.inf, -math.inf]


def test_inverse_sine():
    """Take the inverse sine of each element: an angle in radians from -pi/2 to pi/2.

    Many angles share a sine, and ``asin`` returns the one between -pi/2 and pi/2.

    Beyond a quarter turn it returns the mirror image, here pi - 2:
    """
    near = torch.linspace(-math.pi / 2, math.pi / 2, 101, dtype=torch.float64)
    torch.testing.assert_close(near.sin().asin(), near, atol=1e-7, rtol=0)
    far = torch.linspace(math.pi / 2, 3 * math.pi / 2, 101, dtype=torch.float64)
    torch.testing.assert_close(far.sin().asin(), math.pi - far, atol=1e-7, rtol=0)
    for dtype in FLOATS:
        quarter = torch.tensor(math.pi / 2, dtype=dtype)
        assert (torch.linspace(-1, 1, 201).to(dtype).asin().abs() <= quarter).all()


def test_outside_of_the_domain(silent):
    """A real number outside of -1 to 1 is not the sine of a real angle and silently gives ``nan``.

    Rounding can push that quotient just above 1, and outside of -1 to 1 the result is silently ``nan``.

    :func:`cosh` is at least 1, so a smaller real number silently gives ``nan``.

    The ends give infinity, and real numbers beyond them silently give ``nan``:
    """
    for dtype in FLOATS:
        x = torch.cat([special(dtype), torch.linspace(-3, 3, 60).to(dtype)])
        beyond = ~(x.abs() <= 1)
        assert x.asin().isnan().equal(beyond) and x.acos().isnan().equal(beyond) and x.atanh().isnan().equal(beyond)
        assert x.acosh().isnan().equal(~(x >= 1))
        assert torch.tensor([-1, 1], dtype=dtype).atanh().tolist() == [-math.inf, math.inf]
    assert torch.tensor([-5, 3, 1]).acos().isnan().tolist() == [True, True, False]


def test_derivatives_at_the_ends():
    """At -1 and 1 the curve is vertical, so the derivative is infinite there.

    The derivative at -1 and 1 is ``-inf``.

    At 1 the derivative is infinite.

    Clamping to -1 and 1 does not help a value of exactly 1.

    Clamp a little inside, by at least ``torch.finfo(dtype).eps``:
    """
    for dtype in FLOATS:
        ends = torch.tensor([1, -1], dtype=dtype, requires_grad=True)
        assert torch.autograd.grad(ends.asin().sum(), ends)[0].tolist() == [math.inf, math.inf]
        for y in (ends.acos(), ends.clamp(-1, 1).acos()):
            assert torch.autograd.grad(y.sum(), ends)[0].tolist() == [-math.inf, -math.inf]
        assert torch.autograd.grad(ends[:1].acosh().sum(), ends)[0][0] == math.inf
    ends = torch.tensor([1.0, -1.0, 0.9999999, 0.5], requires_grad=True)
    inside = ends.clamp(-1 + 1e-6, 1 - 1e-6)
    for y in (inside.asin(), inside.acos(), inside.atanh()):
        assert torch.autograd.grad(y.sum(), ends, retain_graph=True)[0].isfinite().all()
    for dtype in FLOATS:
        ends, eps = torch.tensor([1, -1], dtype=dtype, requires_grad=True), torch.finfo(dtype).eps
        inside = ends.clamp(-1 + eps, 1 - eps)
        assert inside.acos().isfinite().all() and torch.autograd.grad(inside.acos().sum(), ends)[0].isfinite().all()
        inside = inside.detach().requires_grad_()
        assert torch.autograd.grad(inside.acos().sum(), inside)[0].isfinite().all()


def test_second_names():
    """``arcsin`` is the same operation.

    ``arccos`` is the same operation:

    ``arctan`` is the same operation.

    ``arctan2`` is the same operation.

    ``arcsinh`` is the same operation.

    ``arccosh`` is the same operation.

    ``arctanh`` is the same operation.

    ``torch.special.sinc`` is the same operation.
    """
    for dtype in (torch.int64, *FLOATS, torch.complex64):
        x = torch.tensor([0, 1, -1, 2], dtype=dtype)
        for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh"):
            one, other = getattr(torch, f"a{name}")(x), getattr(torch, f"arc{name}")(x)
            assert one.dtype == other.dtype and torch.equal(one.nan_to_num(), other.nan_to_num())
        assert torch.special.sinc(x).equal(x.sinc())
        assert dtype.is_complex or torch.arctan2(x, x).equal(torch.atan2(x, x))


def test_integers_in_place():
    """The in-place form needs a float tensor, since angles do not fit into integers:

    Integers are converted to ``float32``:
    """
    names = ["asin", "acos", "atan", "asinh", "acosh", "atanh", "sinh", "cosh", "sinc", "deg2rad", "rad2deg"]
    for dtype, name in itertools.product([torch.bool, *INTEGERS], names):
        x = torch.tensor([0, 1], dtype=dtype)
        assert raises(getattr(x, f"{name}_")) is RuntimeError
        found, floats = getattr(x, name)(), getattr(x.float(), name)()
        assert found.dtype == torch.float32 and found.nan_to_num().equal(floats.nan_to_num())


def test_angle_between_vectors():
    """The angle between two vectors is the ``acos`` of their dot product divided by their lengths."""
    for a, b in itertools.product(torch.linspace(-1.5, 1.5, 7, dtype=torch.float64), repeat=2):
        u, v = 2 * torch.stack([a.cos(), a.sin()]), 3 * torch.stack([b.cos(), b.sin()])
        cosine = u @ v / (u.norm() * v.norm())
        torch.testing.assert_close(cosine.clamp(-1, 1).acos(), (a - b).abs(), rtol=0, atol=1e-7)


def test_small_angles():
    """Near 1 the cosine is flat, so ``acos`` loses small angles: the cosine of 0.0001 rounds to 1 in ``float32``.

    :func:`atan2` of sine and cosine keeps them:
    """
    for exponent in range(4, 20):
        a = torch.tensor(10.0**-exponent)
        assert a.cos() == 1 and a.cos().acos() == 0
        torch.testing.assert_close(torch.atan2(a.sin(), a.cos()), a)


def test_complex_above_one():
    """A number above 1 has a complex inverse cosine."""
    for value in (1.5, 2, 10, 1000):
        found = torch.tensor(value, dtype=torch.complex128).acos()
        assert found.real.abs() < 1e-12 and found.imag != 0
        torch.testing.assert_close(found.cos(), torch.tensor(value, dtype=torch.complex128))


def test_inverse_tangent():
    """Take the inverse tangent of each element: the angle of a line in radians.

    Unlike :func:`asin` and :func:`acos`, ``atan`` also takes numbers beyond 1.

    Results lie between -pi/2 and pi/2, and infinity is the vertical line:

    ``atan(y / x)`` is equal for a direction and its opposite, since the signs cancel.
    """
    for dtype in FLOATS:
        x = special(dtype)
        x = x[~x.isnan()]
        quarter = torch.tensor(math.pi / 2, dtype=dtype)
        assert (x.atan().abs() <= quarter).all() and (x.atan()[x.isinf()].abs() == quarter).all()
        torch.testing.assert_close(x.atan().double(), x.double().atan(), rtol=1e-2, atol=0)
    for seed in SEEDS:
        x, y = drawn(20, seed=seed), drawn(20, seed=seed + 9)
        assert torch.atan(y / x).equal(torch.atan(-y / -x))
        apart = torch.atan2(y, x) - torch.atan2(-y, -x)
        torch.testing.assert_close(apart.abs(), torch.full_like(x, math.pi))


def test_level_arctangent():
    """``atan`` also squashes real numbers into a bounded range, and levels off far more slowly than :func:`tanh`.

    At 20, the derivative of ``tanh`` is 0 in ``float32``; that of ``atan`` is 1 / (1 + x²):
    """
    for value in (0.0, 1.0, -3.0, 20.0, 100.0):
        w = torch.tensor(value, requires_grad=True)
        found = torch.autograd.grad(w.atan(), w)[0]
        torch.testing.assert_close(found.item(), 1 / (1 + value**2), rtol=1e-5, atol=0)
        assert abs(value) < 20 or torch.autograd.grad(w.tanh(), w)[0] == 0 < found


def test_angles_of_points():
    """Compute the angle of each point from its y and its x coordinate, in radians.

    The y coordinate comes first.

    The angle is measured from the positive x axis, and is negative below it:

    ``atan(y / x)`` folds opposite directions together and divides by 0 on the y axis.

    If you swap the coordinates, the angle is silently measured from the y axis, clockwise:

    Results run from -pi to pi.

    For angles from 0 to a full turn, take the remainder:
    """
    angle = torch.linspace(-math.pi, math.pi, 50, dtype=torch.float64)[1:-1]
    for distance in (1e-100, 1.0, 1e100):
        x, y = distance * angle.cos(), distance * angle.sin()
        found = torch.atan2(y, x)
        torch.testing.assert_close(found, angle)
        torch.testing.assert_close(torch.atan2(x, y).sin(), (math.pi / 2 - angle).sin(), rtol=0, atol=1e-12)
        torch.testing.assert_close(torch.atan2(x, y).cos(), (math.pi / 2 - angle).cos(), rtol=0, atol=1e-12)
        turn = torch.rad2deg(found) % 360
        assert ((turn >= 0) & (turn < 360)).all() and turn[angle > 0].equal(torch.rad2deg(found)[angle > 0])
        torch.testing.assert_close(turn[angle < 0], torch.rad2deg(found)[angle < 0] + 360)
    for dtype in FLOATS:
        values = special(dtype)
        found = torch.atan2(values[:, None], values)
        assert (found[~found.isnan()].abs() <= torch.tensor(math.pi, dtype=dtype)).all()
        assert found.isnan().equal(values.isnan()[:, None] | values.isnan())


def test_zeros_of_points():
    """On the negative x axis the angle jumps between pi and -pi, and the sign of a zero decides.

    For two zeros without a minus sign, the result is 0.
    """
    for dtype in FLOATS:
        zero, pi = torch.zeros((), dtype=dtype), torch.tensor(math.pi, dtype=dtype)
        for x in (-zero, -zero - 1, -zero - 1000):
            assert torch.atan2(zero, x) == pi and torch.atan2(-zero, x) == -pi
        assert torch.atan2(zero, zero) == 0


def test_numbers_are_not_tensors():
    """Both coordinates have to be tensors.

    A Python number is not accepted.
    """
    for number in (1, 1.0):
        assert raises(torch.atan2, torch.ones(2), number) is raises(torch.atan2, number, torch.ones(2)) is TypeError
        assert raises(torch.deg2rad, number) is raises(torch.rad2deg, number) is TypeError


def test_conversion_of_angles(silent):
    """Convert angles from degrees to radians.

    Convert angles from radians to degrees.

    A half turn is 180 degrees, or pi radians, so ``deg2rad`` multiplies by pi / 180:

    It multiplies by 180 / pi, so a half turn, pi radians, is 180 degrees:

    Degrees silently give wrong results, so convert them where you read the data:

    The angle is not reduced to one turn.

    The sign stays, and more than a full turn stays more than a full turn.

    ``float32`` keeps about 7 digits, so a result may be off in the last one.
    """
    for dtype in PRECISE:
        degrees = torch.arange(-1000, 1000, 7, dtype=dtype)
        torch.testing.assert_close(degrees.deg2rad(), degrees * math.pi / 180)
        torch.testing.assert_close(degrees.deg2rad().rad2deg(), degrees)
        assert degrees.deg2rad().sign().equal(degrees.sign()) and (degrees.deg2rad() > 2 * math.pi).any()
        assert (degrees.rad2deg() > 360).any() and degrees.rad2deg().sign().equal(degrees.sign())
    torch.testing.assert_close(torch.arange(360.0).deg2rad().rad2deg(), torch.arange(360.0), rtol=1e-6, atol=0)
    degrees = torch.arange(5.0, 360, 10)
    assert not torch.isclose(degrees.sin(), degrees.deg2rad().sin(), atol=1e-3).any()


def test_complex_angles():
    """Complex tensors are not accepted.

    The angle of a complex number is real and can be converted:
    """
    for dtype in COMPLEX:
        z = torch.ones(2, dtype=dtype)
        assert raises(torch.rad2deg, z) is raises(torch.deg2rad, z) is RuntimeError
        assert not torch.rad2deg(z.angle()).is_complex()


def test_hyperbolic_formulas():
    """The hyperbolic sine is half the difference of :func:`exp` at ``x`` and at ``-x``:

    The hyperbolic cosine is the mean of :func:`exp` at ``x`` and at ``-x``.

    On paper, the squares of ``cosh`` and :func:`sinh` differ by 1, as those of cosine and sine add up to 1.

    Floats lose the difference for large ``x``:

    The :func:`sin` of ``1j * x`` is ``1j * sinh(x)``:
    """
    for dtype in PRECISE:
        x = torch.linspace(-3, 3, 61, dtype=dtype)
        torch.testing.assert_close(x.sinh(), (x.exp() - (-x).exp()) / 2)
        torch.testing.assert_close(x.cosh(), (x.exp() + (-x).exp()) / 2)
        torch.testing.assert_close(x.cosh() ** 2 - x.sinh() ** 2, torch.ones_like(x), rtol=1e-4, atol=0)
        torch.testing.assert_close((x * 1j).sin(), 1j * x.sinh())
        large = torch.tensor(20.0, dtype=dtype)
        assert large.cosh() ** 2 - large.sinh() ** 2 != 1


def test_small_hyperbolic_sines():
    """Near 0 the formula subtracts two nearly equal numbers and loses digits, and ``sinh`` does not:"""
    small = torch.logspace(-7, -5, 20)
    formula = (small.exp() - (-small).exp()) / 2
    torch.testing.assert_close(small.sinh(), small, rtol=1e-6, atol=0)
    assert ((formula - small).abs() > 1e-3 * small).any()


def test_overflow(silent):
    """The result grows like ``exp(x) / 2``, so in ``float32`` it overflows to infinity from about 89 on.

    ``float64`` reaches about 710:

    Written like that, it overflows in ``float32`` from about 89 on, and the loss is silently infinite.

    The second form is equal and does not overflow:
    """
    for size in (1, 8, 100):
        for call in (torch.sinh, torch.cosh):
            assert call(torch.full((size,), 88.0)).isfinite().all() and call(torch.full((size,), 90.0)).isinf().all()
            double = torch.full((size,), 709.0, dtype=torch.float64)
            assert call(double).isfinite().all() and call(double + 3).isinf().all()
            torch.testing.assert_close(call(double / 10), (double / 10).exp() / 2)
        assert torch.full((size,), 90.0).cosh().log().isinf().all()
    for dtype in PRECISE:
        error = torch.cat([torch.linspace(-80, 80, 81, dtype=dtype), torch.tensor([1e4, -1e30], dtype=dtype)])
        size = error.abs()
        stable = size + torch.log1p(torch.exp(-2 * size)) - math.log(2)
        torch.testing.assert_close(stable[:-2], error[:-2].cosh().log(), rtol=1e-5, atol=1e-6)
        assert stable.isfinite().all()


def test_inverse_hyperbolic_sine():
    """Compute the inverse hyperbolic sine, which is like a logarithm for both signs.

    Near 0 the function hardly changes a number; far from 0 it grows like a logarithm, with the sign of the number:

    For large numbers it is close to ``log(2 * x)``:

    So it compresses large values of both signs, whereas :func:`log` gives ``nan`` for negative numbers.

    :func:`sinh` undoes it:

    The formula ``log(x + sqrt(x² + 1))`` is equal on paper, but far below 0 its sum rounds to 0:
    """
    for dtype in PRECISE:
        large = torch.logspace(2, 30, 57, dtype=dtype)
        torch.testing.assert_close(large.asinh(), (2 * large).log(), rtol=1e-4, atol=0)
        torch.testing.assert_close((-large).asinh(), -large.asinh())
        assert (-large).log().isnan().all()
        small = torch.logspace(-30, -2, 57, dtype=dtype)
        torch.testing.assert_close(small.asinh(), small, rtol=1e-4, atol=0)
        x = torch.linspace(-20, 20, 41, dtype=dtype)
        torch.testing.assert_close(x.asinh().sinh(), x, rtol=1e-5, atol=1e-6)
        torch.testing.assert_close((x + (x**2 + 1).sqrt()).log(), x.asinh(), rtol=1e-3, atol=1e-5)
    far = -torch.logspace(4, 9, 20)
    assert (far + (far**2 + 1).sqrt() <= 0).all() and far.asinh().isfinite().all()


def test_inverse_hyperbolic_cosine():
    """Compute the inverse hyperbolic cosine of numbers from 1 on.

    :func:`cosh` is equal on both sides of 0, so ``acosh(cosh(x))`` is the absolute value of ``x``:
    """
    for dtype in PRECISE:
        x = torch.linspace(-5, 5, 101, dtype=dtype)
        assert x.cosh().equal((-x).cosh())
        torch.testing.assert_close(x.cosh().acosh(), x.abs(), rtol=1e-3, atol=1e-3)


def test_inverse_hyperbolic_tangent():
    """Compute the inverse hyperbolic tangent of numbers between -1 and 1.

    :func:`tanh` squashes real numbers to between -1 and 1, and ``atanh`` stretches them back:

    ``float32`` rounds the ``tanh`` of 10 to 1, and the number is lost.

    The result is then finite, but it is not 10:

    It is half the logarithm of ``(1 + r) / (1 - r)``:
    """
    for dtype in PRECISE:
        x = torch.linspace(-3, 3, 61, dtype=dtype)
        torch.testing.assert_close(x.tanh().atanh(), x, rtol=1e-4, atol=1e-5)
        y = x.tanh()
        torch.testing.assert_close(y.atanh(), ((1 + y) / (1 - y)).log() / 2, rtol=1e-4, atol=1e-5)
    for size in (1, 100):
        squashed = torch.full((size,), 10.0).tanh()
        found = squashed.clamp(-1 + 1e-6, 1 - 1e-6).atanh()
        assert (squashed == 1).all() and squashed.atanh().isinf().all() and ((found > 5) & (found < 9)).all()


def test_normalized_sinc():
    """Compute the normalized sinc of each element: sin(pi x) / (pi x), and 1 at 0.

    The factor pi is part of the definition, as in NumPy.

    For sin(x) / x without it, divide by pi first:

    At 0 the quotient is ``nan``, and ``sinc`` returns its limit, 1.

    Its gradient there is 0, not ``nan``:

    At the other integers ``sinc`` is 0 on paper, but pi is rounded.
    """
    for dtype in PRECISE:
        x = torch.linspace(-5, 5, 81, dtype=dtype)
        torch.testing.assert_close(x.sinc(), torch.from_numpy(np.sinc(x.numpy())).to(dtype), rtol=1e-4, atol=1e-6)
        x = x[x != 0]
        torch.testing.assert_close(x.sinc(), (math.pi * x).sin() / (math.pi * x), rtol=1e-4, atol=1e-6)
        torch.testing.assert_close((x / math.pi).sinc(), x.sin() / x, rtol=1e-4, atol=1e-6)
        integers = torch.arange(1, 9, dtype=dtype).sinc()
        assert (integers != 0).all() and (integers.abs() < 1e-6).all()
    for dtype in FLOATS:
        for zero in (0.0, -0.0):
            w = torch.tensor(zero, dtype=dtype, requires_grad=True)
            assert w.sinc() == 1 and (w.sin() / w).isnan() and torch.autograd.grad(w.sinc(), w)[0] == 0
