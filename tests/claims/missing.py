"""What the entries of missing say of more cases than they show, each tried on a table of cases."""

import itertools

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, drawn, raises, special

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


# isfinite, isposinf, isneginf, fmax, fmin


def test_finite_elements():
    """Find the elements that are neither infinite nor ``nan``.

    The elements that are not finite are those that :func:`isinf` or :func:`isnan` finds:

    A complex number is finite if both of its parts are.

    Integers and bools are finite:
    """
    for dtype in DTYPES:
        x = special(dtype)
        assert x.isfinite().equal(~(x.isinf() | x.isnan()))
        assert dtype in FLOATS + COMPLEX or x.isfinite().all()
    values = [0.0, 1.5, INFINITY, -INFINITY, NAN]
    for a, b in itertools.product(values, repeat=2):
        z = torch.complex(torch.tensor([a]), torch.tensor([b]))
        assert z.isfinite().equal(z.real.isfinite() & z.imag.isfinite())


def test_a_sum_that_is_not_finite():
    """It finds ``nan`` and infinities, but it also overflows although each element is finite:"""
    for dtype, value in itertools.product(FLOATS, (INFINITY, -INFINITY, NAN)):
        x = torch.ones(50, dtype=dtype)
        x[7] = value
        assert not x.sum().isfinite() and torch.ones(50, dtype=dtype).sum().isfinite()
        x[8] = -INFINITY
        assert not x.sum().isfinite()


def test_infinities_of_one_sign(silent):
    """Find the elements that are plus infinity.

    Find the elements that are minus infinity.

    ``x == float("inf")`` finds the same, and :func:`isinf` finds both signs:

    ``float16`` ends at 65504.

    Converting a larger value such as 70000 silently makes it infinite:

    The infinities of complex numbers do not have one sign.
    """
    for dtype in DTYPES:
        x = special(dtype)
        if dtype in COMPLEX:
            assert raises(x.isposinf) is raises(x.isneginf) is RuntimeError
        else:
            assert x.isposinf().equal(x == INFINITY) and x.isneginf().equal(x == -INFINITY)
            assert x.isinf().equal(x.isposinf() | x.isneginf())
    assert torch.finfo(torch.float16).max == 65504
    for dtype in [torch.int32, torch.int64, *FLOATS[1:]]:
        assert torch.tensor([70000]).to(dtype).half().isposinf()
    for wide, narrow in itertools.combinations([torch.float64, torch.float32, torch.float16], 2):
        assert torch.tensor([torch.finfo(wide).max], dtype=wide).to(narrow).isposinf()


def test_rows_that_are_masked():
    """Masked scores are minus infinity before :func:`softmax`, which gives them the probability 0.

    A row in which all scores are masked becomes ``nan``, so look for such rows first:
    """
    for dtype, seed in itertools.product(FLOATS, range(3)):
        masked = torch.rand(9, 3, generator=torch.Generator().manual_seed(seed)) < 0.5
        p = torch.ones(9, 3, dtype=dtype).masked_fill(masked, -INFINITY).softmax(1)
        assert p.isnan().all(1).equal(masked.all(1)) and p.isnan().any(1).equal(masked.all(1))
        assert not p[~masked.all(1)][masked[~masked.all(1)]].any()


def test_larger_and_smaller_without_nan():
    """Take the larger of two tensors element by element, ignoring ``nan``.

    Take the smaller of two tensors element by element, ignoring ``nan``.

    Where one of the two elements is ``nan``, the result is the other element.

    If both are missing, so is the result:

    :func:`maximum` returns ``nan``:

    :func:`minimum` returns ``nan``:
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x = special(dtype)
        a, b = (one.flatten() for one in torch.meshgrid(x, x, indexing="ij"))
        for call, other in ((torch.fmax, torch.maximum), (torch.fmin, torch.minimum)):
            known = ~(a.isnan() | b.isnan())
            assert call(a, b)[known].equal(other(a, b)[known])
            assert call(a, b)[~known].isnan().equal((a.isnan() & b.isnan())[~known])
            assert call(a, b)[a.isnan() & ~b.isnan()].equal(b[a.isnan() & ~b.isnan()])
            assert call(a, b)[~a.isnan() & b.isnan()].equal(a[~a.isnan() & b.isnan()])
            assert other(a, b)[~known].isnan().all()


def test_gradients_of_equal_elements():
    """Where both are equal, the first argument gets the whole gradient, while ``maximum`` gives half to each:"""
    for call, share in ((torch.fmax, 1), (torch.fmin, 1), (torch.maximum, 0.5)):
        a, b = (torch.ones(3, requires_grad=True) for _ in range(2))
        first, second = torch.autograd.grad(call(a, b).sum(), (a, b))
        assert first.tolist() == [share] * 3 and second.tolist() == [1 - share] * 3


def test_minimum_along_a_dimension():
    """torch does not have ``np.nanmin``, the minimum along a dimension that ignores ``nan``.

    A row of ``nan`` alone then gives infinity:
    """
    assert not hasattr(torch, "nanmin") and not hasattr(torch.Tensor, "nanmin")
    for dtype in FLOATS:
        x = torch.full((2, 3), NAN, dtype=dtype)
        for value in (4, -INFINITY, INFINITY):
            x[1, 1] = value
            assert x.masked_fill(x.isnan(), INFINITY).amin(1).tolist() == [INFINITY, value]


# nansum, nanmean, nanmedian


def test_reductions_that_skip_nan(silent):
    """Add up the elements and count ``nan`` as 0.

    Take the average of the elements that are not ``nan``.

    Find the median of the elements that are not ``nan``.

    A row of ``nan`` alone silently gives 0.

    A row of ``nan`` alone stays ``nan``, with no error or warning.

    A row of ``nan`` alone gives ``nan``:

    Each row is divided by the number of its known values.

    torch does not have ``np.nanstd``.
    """
    assert not hasattr(torch, "nanstd")
    for dtype, seed in itertools.product(FLOATS[2:], range(5)):
        x = drawn(7, 4, seed=seed, dtype=dtype)
        x[drawn(7, 4, seed=seed + 9) > 0.3] = NAN
        x[0], x[1] = NAN, 1
        for row, total, mean, median in zip(x, x.nansum(1), x.nanmean(1), x.nanmedian(1).values, strict=True):
            known = row[~row.isnan()]
            if not len(known):
                assert total == 0 and mean.isnan() and median.isnan()
                continue
            torch.testing.assert_close(total, known.sum())
            torch.testing.assert_close(mean, known.mean())
            assert median == known.median()


def test_dimensions_of_reductions_that_skip_nan():
    """The dimension that disappears, or a tuple of them; without it, all elements are reduced to one."""
    x = torch.rand(2, 3, 4, generator=torch.Generator().manual_seed(0))
    for call in (torch.nansum, torch.nanmean):
        assert call(x).shape == () and call(x, (0, 2)).shape == (3,) and call(x, 1).shape == (2, 4)
        torch.testing.assert_close(call(x), call(x, (0, 1, 2)))


def test_gradients_of_skipped_elements():
    """The gradient of an element that is ``nan`` is 0, and the other elements keep theirs:

    For a ``nan`` that an operation makes, such as 0 / 0, the backward pass through that operation gives ``nan`` again:
    """
    for dtype, call in itertools.product(FLOATS, (torch.nansum, torch.nanmean)):
        x = torch.tensor([1.0, NAN, 3.0], dtype=dtype, requires_grad=True)
        share = 1 if call is torch.nansum else 0.5
        assert torch.autograd.grad(call(x), x)[0].tolist() == [share, 0, share]
        z = torch.tensor([0.0, 2.0], dtype=dtype, requires_grad=True)
        assert torch.autograd.grad(call(z / z), z)[0].isnan().tolist() == [True, False]


def test_infinities_are_not_skipped():
    """Infinities are not skipped, and infinities of both signs give ``nan``:

    Bools and integers, which do not hold ``nan``, are added as ``int64`` by default.

    Integers are not accepted, even with a ``dtype``.
    """
    for dtype in FLOATS:
        x = torch.tensor([INFINITY, 1.0, NAN], dtype=dtype)
        assert x.nansum() == INFINITY and torch.cat([x, -x]).nansum().isnan()
    for dtype in [torch.bool, *INTEGERS]:
        ones = torch.ones(3, dtype=dtype)
        assert ones.nansum().dtype == torch.int64 and ones.nansum() == 3
        assert raises(ones.nanmean) and raises(ones.nanmean, dtype=torch.float32)


def test_medians_of_known_values():
    """torch returns the lower of them, while ``np.nanmedian`` and ``torch.nanquantile`` return their mean:

    :func:`sort` puts ``nan`` last.

    The median is the middle of the values before it, or the lower of the middle two:
    """
    for n, seed in itertools.product((2, 4, 10), range(5)):
        known = drawn(n, seed=seed)
        x = torch.cat([known, torch.full((3,), NAN)]).flip(0)
        lower, upper = known.sort().values[n // 2 - 1 : n // 2 + 1]
        assert x.nanmedian() == lower and x.sort().values[:n].equal(known.sort().values)
        torch.testing.assert_close(x.nanquantile(0.5), (lower + upper) / 2)
        assert np.isclose(np.nanmedian(x.numpy()), ((lower + upper) / 2).item())
