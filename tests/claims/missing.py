"""What the entries of missing say of more cases than they show, each tried on a table of cases."""

import itertools

import torch

from tests.claims.inputs import FLOATS, INTEGERS, raises, special

NAN, INFINITY = float("nan"), float("inf")


def test_nan_is_not_found_by_comparing():
    """``nan`` is not equal to itself, so ``==`` does not find it:"""
    for dtype in FLOATS:
        x = torch.full((40,), NAN, dtype=dtype)
        assert not (x == x).any() and not (x == NAN).any() and x.isnan().all()


# isnan, isinf


def test_what_holds_no_nan():
    """Integers and bools do not hold ``nan``; for them the result is ``False``."""
    for dtype in [torch.bool, *INTEGERS]:
        assert not special(dtype).isnan().any()
        assert dtype == torch.bool or raises(torch.full, (1,), NAN, dtype=dtype)


def test_nan_in_a_sum():
    """One ``nan`` makes the whole sum ``nan``."""
    for dtype, n, at in itertools.product(FLOATS, (1, 5, 100), (0, -1)):
        x = torch.ones(n, dtype=dtype)
        x[at] = NAN
        assert x.sum().isnan() and x[~x.isnan()].sum() == n - 1 and x.isnan().any()


def test_infinite_and_finite(silent):
    """Infinity is not ``nan``, but ``inf - inf`` is.

    ``torch.isfinite`` is ``False`` for both:

    Division by zero with ``/`` silently gives infinities, but 0 / 0 gives ``nan``, which is not infinite:

    The mask ``~x.isinf()`` therefore keeps ``nan``.

    ``torch.isfinite`` selects the finite values:
    """
    for dtype in FLOATS:
        x = special(dtype)
        inf = x[x.isinf()]
        assert len(inf) == 2 and not inf.isnan().any() and (inf - inf).isnan().all() and not inf.isfinite().any()
        assert x.isfinite().equal(~(x.isinf() | x.isnan())) and x[~x.isinf()].isnan().sum() == 1
        quotient = x / 0
        assert quotient.isnan().equal((x == 0) | x.isnan()) and quotient.isinf().equal((x != 0) & ~x.isnan())


def test_where_dtypes_overflow():
    """Floating-point results that overflow become infinite, and the limit depends on the dtype.

    ``float32`` holds ``exp(88)``, ``float64`` holds ``exp(709)``, and ``float16`` ends at 65504:
    """
    for dtype in FLOATS:
        most = torch.tensor(torch.finfo(dtype).max, dtype=dtype)
        assert most.isfinite() and (most * 2).isinf() and (-most - most).isinf()
    for dtype in INTEGERS:
        assert not (torch.full((1,), torch.iinfo(dtype).max, dtype=dtype) * 2).isinf()
    assert torch.tensor(88.0).exp().isfinite() and torch.tensor(709.0, dtype=torch.float64).exp().isfinite()
    assert torch.finfo(torch.float16).max == 65504 and torch.tensor(65504.0).half() == 65504
    assert torch.tensor(65520.0).half().isinf()


# nan_to_num


def test_defaults_of_nan_to_num(silent):
    """Replace ``nan`` and infinities with finite numbers.

    By default, infinities become the largest and the lowest finite value of the dtype.

    Multiplying the result can overflow to infinity again:

    The value that replaces ``nan``; 0 by default.
    """
    for dtype in FLOATS:
        limits, x = torch.finfo(dtype), special(dtype)
        found = torch.nan_to_num(x)
        assert found[x.isfinite()].equal(x[x.isfinite()]) and found[x.isnan()].tolist() == [0]
        assert found[x.isinf()].tolist() == [limits.max, limits.min] and (found[x.isinf()] * 2).isinf().all()


def test_assignment_where_equal():
    """``nan`` is not equal to itself, so assigning through a mask made with ``==`` does not replace it."""
    for dtype in FLOATS:
        x = special(dtype)
        x[x == NAN] = 0
        assert x.isnan().sum() == 1 and not x.nan_to_num_().isnan().any()


def test_gradient_of_nan_to_num():
    """``nan_to_num`` fixes the result of 0 / 0, but not its gradient: the backward pass multiplies 0 by infinity, which
    gives ``nan`` again.

    Keep the zero out of the division instead:
    """
    for dtype in FLOATS:
        z = torch.tensor([0.0, 2.0], dtype=dtype, requires_grad=True)
        fixed = torch.nan_to_num(z / z)
        assert fixed.isfinite().all() and torch.autograd.grad(fixed.sum(), z)[0].isnan().tolist() == [True, False]
        kept = torch.where(z == 0, 0, z / torch.where(z == 0, 1, z))
        leaf = torch.tensor([NAN], dtype=dtype, requires_grad=True)
        assert not torch.autograd.grad(torch.nan_to_num(leaf), leaf)[0].any()
        assert kept.equal(fixed) and torch.autograd.grad(kept.sum(), z)[0].isfinite().all()
