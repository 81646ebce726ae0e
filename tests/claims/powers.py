"""What the entries of powers say of more cases than they show, each tried on a table of cases."""

import itertools

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, raises, special


def test_squares_wrap_around(silent):
    """Integers keep their dtype and wrap around silently."""
    for dtype in INTEGERS:
        x = special(dtype)
        bits = torch.iinfo(dtype).bits
        right = [(n * n - torch.iinfo(dtype).min) % 2**bits + torch.iinfo(dtype).min for n in x.tolist()]
        assert x.square().dtype == dtype and x.square().tolist() == right


def test_integers_hold_no_floats():
    """An integer tensor does not hold floats, so the in-place form raises for it."""
    for dtype in [*INTEGERS, *FLOATS]:
        assert (raises(torch.tensor([2, 4]).to(dtype).reciprocal_) is None) is (dtype in FLOATS)


def test_reciprocal_of_zero(silent):
    """The reciprocal of an integer or float 0 is infinite, with no error or warning."""
    for dtype in [*INTEGERS, *FLOATS]:
        assert torch.zeros(3, dtype=dtype).reciprocal().isinf().all()


def test_exclusive_or_is_not_a_power(silent):
    """``^`` is exclusive or, not a power.

    For integers it silently gives other values:

    ``^`` raises for floats.
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x = torch.arange(2, 10).to(dtype)
        assert raises(lambda x=x: x ^ 2) if dtype in FLOATS else not (x ^ 2).equal(x**2)


def test_negative_exponents_of_integers(silent):
    """Integers do not hold fractions, so a negative Python integer as the exponent of an integer tensor raises.

    A float exponent makes the result a float:

    The exponents in a tensor are not checked for negative values, and 1/2 is silently truncated to 0:
    """
    for dtype in INTEGERS:
        x = torch.tensor([1, 2, 3], dtype=dtype)
        assert raises(torch.pow, x, -1) and raises(torch.pow, x, -3) and raises(x.pow_, -1)
        assert (x**-1.0).dtype == torch.float32
        if dtype in INTEGERS[1:]:
            assert (x ** torch.tensor([-1, -1, -2], dtype=dtype)).tolist() == [1, 0, 0]
            assert (2 ** torch.tensor(-1, dtype=dtype)).item() == 0


def test_fractional_powers_of_negative_values(silent):
    """Raising a finite negative float to a power such as 1/3 gives ``nan``, not the cube root."""
    for dtype, exponent in itertools.product(FLOATS, (1 / 3, 0.5, -0.5, 2.5, 1 / 7)):
        x = torch.tensor([-1, -8, -0.5, torch.finfo(dtype).min, -torch.finfo(dtype).tiny], dtype=dtype)
        assert (x**exponent).isnan().all() and not (x.abs() ** exponent).isnan().any()
        assert not (x**3).isnan().any()
        assert (torch.full((2,), -float("inf"), dtype=dtype) ** (1 / 3)).isinf().all()
    assert not (torch.tensor([-8 + 0j]) ** (1 / 3)).isnan().any()


def test_complex_powers():
    """For complex numbers, ``0 ** 0`` is ``nan`` when the exponent is a tensor, but 1 in NumPy.

    Powers of infinite complex numbers can differ from those in NumPy.
    """
    for dtype in COMPLEX:
        zero, infinite = torch.zeros(1, dtype=dtype), torch.tensor([complex("inf")], dtype=dtype)
        one = torch.ones(1, dtype=dtype)
        assert (zero**zero).isnan() and (zero**0) == 1 and zero.numpy() ** zero.numpy() == 1
        with np.errstate(all="ignore"):
            assert (infinite**one).isnan() and not np.isnan(infinite.numpy() ** one.numpy())
            assert (infinite**1).equal(torch.from_numpy(infinite.numpy() ** 1))


def test_square_root_of_negative_values(silent):
    """A negative number gives ``nan`` without an error or a warning.

    In a complex tensor, a negative number has a root:
    """
    for dtype in [*INTEGERS[1:], *FLOATS]:
        x = torch.tensor([-1, -4, -100], dtype=dtype)
        assert x.sqrt().isnan().all()
        assert torch.allclose(x.to(torch.complex64).sqrt() ** 2, x.to(torch.complex64), atol=1e-4)


def test_functions_that_take_tensors():
    """``sqrt`` takes a tensor, not a Python number."""
    assert all(raises(torch.sqrt, n) is TypeError for n in (2, 2.0, True, 2j, np.float32(2), [2.0]))


def test_a_small_value_under_the_root():
    """With 0.25 added under the root, the derivative at 0 is finite:"""
    for dtype, small in itertools.product(FLOATS, (1e-6, 0.01, 0.25)):
        x = torch.zeros(3, dtype=dtype, requires_grad=True)
        assert torch.autograd.grad(x.sqrt().sum(), x)[0].isinf().all()
        assert torch.autograd.grad((x + small).sqrt().sum(), x)[0].isfinite().all()
        assert torch.autograd.grad((x - small).sqrt().sum(), x)[0].isnan().all()


def test_reciprocals_of_integers():
    """Integers become floats.

    ``np.reciprocal`` keeps the integer dtype and truncates 1/2 to 0:
    """
    for dtype in INTEGERS:
        x = torch.tensor([1, 2, 7], dtype=dtype)
        assert torch.reciprocal(x).dtype == x.sqrt().dtype == torch.float32
        assert np.reciprocal(x.numpy()).dtype == x.numpy().dtype and np.reciprocal(x.numpy()).tolist() == [1, 0, 0]


def test_infinities_of_both_zeros():
    """The sign of a float 0 decides which infinity it is:"""
    for dtype, size in itertools.product(FLOATS, (1, 3, 64)):
        zeros = torch.zeros(size, dtype=dtype)
        assert (zeros.reciprocal() == float("inf")).all() and ((-zeros).reciprocal() == -float("inf")).all()


# rsqrt, float_power


def test_reciprocal_square_roots(silent):
    """Compute one divided by the square root of each element.

    Multiplying by ``rsqrt`` scales a row to a given length, with no division.

    0 gives ``inf`` and a negative number gives ``nan``, with no error or warning.

    A float -0.0 gives ``-inf``.

    Integers become floats:
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x = torch.tensor([0, 1, 4, 100]).to(dtype)
        assert x.rsqrt().dtype == (dtype if dtype in FLOATS else torch.float32)
        torch.testing.assert_close(x.rsqrt(), 1 / x.sqrt())
        assert x[:1].rsqrt().item() == float("inf")
        assert dtype in INTEGERS or (-torch.zeros(40, dtype=dtype)).rsqrt().eq(-float("inf")).all()
        assert dtype == torch.uint8 or torch.tensor([-1, -4]).to(dtype).rsqrt().isnan().all()
    x = torch.tensor([[3.0, 4.0, -1.0], [30.0, 40.0, 5.0]], dtype=torch.float64)
    length = (x * x.square().sum(1, keepdim=True).rsqrt()).square().sum(1)
    torch.testing.assert_close(length, torch.ones(2, dtype=torch.float64))


def test_powers_in_float64(silent):
    """Raise each element to a power in ``float64``, whatever the dtypes.

    For a complex number, the computation and the result are ``complex128``.

    An integer power that overflows wraps around silently with :func:`pow`.

    A finite negative real base with a fraction as its exponent gives ``nan``, as with :func:`pow`:

    The in-place form raises for other dtypes than ``float64`` and ``complex128``.
    """
    dtypes = [torch.bool, *INTEGERS, *FLOATS, *COMPLEX]
    for one, other in itertools.product(dtypes, repeat=2):
        x, y = torch.tensor([1, 1]).to(one), torch.tensor([1, 1]).to(other)
        wide = torch.complex128 if one in COMPLEX or other in COMPLEX else torch.float64
        assert torch.float_power(x, y).dtype == wide
        assert (raises(x.float_power_, y) is None) is (one == wide)
    for dtype in INTEGERS:
        x = torch.tensor([1, 2, 7], dtype=dtype)
        assert torch.float_power(x, -1).tolist() == [1, 0.5, 1 / 7] and raises(torch.pow, x, -1)
        assert (x**70).tolist()[1] == 0 and torch.float_power(x, 70)[1].item() == 2.0**70
    for dtype, exponent in itertools.product([*INTEGERS[1:], *FLOATS], (1 / 3, 0.5, -2.5)):
        assert torch.float_power(torch.tensor([-1, -8, -100], dtype=dtype), exponent).isnan().all()
