"""What the entries of trigonometry say of more cases than they show, each tried on a table of cases."""

import itertools
import math

import torch

from tests.claims.inputs import FLOATS, INTEGERS, SEEDS, drawn, special

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
