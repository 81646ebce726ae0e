"""What the entries of statistics say of more cases than they show, each tried on a table of cases."""

import itertools
import warnings

import numpy as np
import torch
from sklearn.preprocessing import StandardScaler

from tests.claims.inputs import (
    DTYPES,
    FLOATS,
    INTEGERS,
    SEEDS,
    drawn,
    ones,
    raises,
    raises_any,
    shapes,
)

INF, NAN = float("inf"), float("nan")
SHAPES = shapes(1, 2, 3)


def dims(x):
    """Every choice of dimensions of a tensor, as tuples."""
    return [some for n in range(x.dim() + 1) for some in itertools.combinations(range(x.dim()), n)]


def test_dim_disappears():
    """The dimension that disappears, or a tuple of them; without it, all elements are reduced to one."""
    for x in (drawn(1, *shape)[0] for shape in SHAPES):
        whole = tuple(range(x.dim()))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for f in (torch.var, torch.std):
                assert f(x).shape == ()
                torch.testing.assert_close(f(x), f(x, whole) if whole else f(x), equal_nan=True)
                for some in dims(x)[1:]:
                    assert f(x, some).shape == tuple(n for dim, n in enumerate(x.shape) if dim not in some)


# var, std, norm, logsumexp


def test_variance_with_correction():
    """By default torch divides by ``n - 1`` and NumPy divides by ``n``.

    ``correction`` is subtracted from ``n``, so the value 0 gives NumPy's result:

    Compute the standard deviation: the square root of the variance.

    Like :func:`var`, ``std`` divides by ``n - 1`` by default.

    The amount subtracted from the number of elements to get the divisor, which is at least 0; the default is 1, while
    NumPy's ``ddof`` is 0 by default.
    """
    for n, seed in itertools.product((2, 3, 10), SEEDS):
        x = drawn(n, seed=seed)
        squares = ((x - x.mean()) ** 2).sum()
        torch.testing.assert_close(x.var(), squares / (n - 1))
        torch.testing.assert_close(x.var(correction=0).item(), x.numpy().var())
        torch.testing.assert_close(x.var(correction=0.5), squares / (n - 0.5))
        torch.testing.assert_close(x.std(), (squares / (n - 1)).sqrt())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert x.var(correction=n + 1) == x.std(correction=n) == INF


def test_unbiased_in_older_code():
    """In older code ``unbiased=True`` stands for ``correction=1`` and ``unbiased=False`` for ``correction=0``.

    ``x.var(False)`` silently reads the bool as ``unbiased``, so it is not the variance along dimension 0.
    """
    for f, seed in itertools.product((torch.var, torch.std), SEEDS):
        x = drawn(4, 3, seed=seed)
        for unbiased in (True, False):
            assert f(x, unbiased).equal(f(x, correction=int(unbiased))) and f(x, unbiased).shape == ()
            assert f(x, 1, unbiased=unbiased).equal(f(x, 1, correction=int(unbiased)))


def test_standard_scaler_divides_by_n():
    """NumPy and scikit-learn's ``StandardScaler`` divide by ``n``, as ``correction=0`` does:"""
    for seed in SEEDS:
        x = drawn(5, 3, seed=seed)
        for theirs in (StandardScaler().fit(x.numpy()).scale_, x.numpy().std(0)):
            torch.testing.assert_close(x.std(0, correction=0), torch.from_numpy(theirs))
            assert not torch.allclose(x.std(0), torch.from_numpy(theirs))


def test_constant_columns():
    """The standard deviation of a constant column of several rows is 0, or tiny compared with its values where the mean
    was rounded.

    Standardizing the column gives ``nan``, ``inf`` or a magnified rounding error.

    With 1e-8 added to the divisor, the error can still be huge.
    """
    worst = 0
    for value, n in itertools.product((1e-10, 0.1, 7.0, 123.456, 1e6 + 0.1, 1e30), (2, 3, 10, 30, 100)):
        x = torch.full((n, 2), value)
        assert ((x.std(0) < 1e-6 * value).all() and (x.mean(0) != x[0]).any()) or (x.std(0) == 0).all()
        z, hidden = ((x - x.mean(0)) / (x.std(0) + small) for small in (0, 1e-8))
        assert z.isnan().all() or z.isinf().all() or (z.abs() > 0.1).all()
        assert (z.masked_fill(x.amin(0) == x.amax(0), 0) == 0).all()
        worst = max(worst, hidden.abs().max())
    assert worst > 100


def test_dtypes_that_raise():
    """Integers and bools raise.

    Convert them with ``float()``:
    """
    for x in ones((torch.bool, *INTEGERS), [(), (3,), (2, 3)]):
        for f in (torch.std, torch.var):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                assert raises(f, x) and raises(f, x.float()) is None


def test_where_values_and_indices_are_written():
    """A tuple of two tensors that the values and indices are written to; it needs ``dim``."""
    x = drawn(3, 4)
    values, indices = torch.empty(3, dtype=x.dtype), torch.empty(3, dtype=torch.int64)
    assert torch.median(x, 1, out=(values, indices)) and values.equal(torch.median(x, 1).values)
    assert indices.equal(torch.median(x, 1).indices) and raises(torch.median, x, 1, out=values) is TypeError
    assert raises(torch.median, x, out=torch.empty((), dtype=x.dtype)) is TypeError


def test_medians():
    """torch returns the lower of them, while NumPy and ``torch.quantile`` return their mean by default:

    If the middle value occurs several times, the index need not be the first one.
    """
    for n, seed in itertools.product((2, 4, 10), SEEDS):
        x = drawn(n, seed=seed)
        lower, upper = x.sort().values[n // 2 - 1 : n // 2 + 1]
        assert x.median() == lower
        torch.testing.assert_close(torch.tensor([np.median(x.numpy()), x.quantile(0.5)]), (lower + upper).repeat(2) / 2)
    assert torch.tensor([2, 2, 2, 5, 1]).median(0).indices != 0


def test_what_quantile_accepts():
    """``torch.quantile`` raises for dtypes other than ``float32`` and ``float64``, and for more than 2**24
    elements that are reduced to one.
    """
    for dtype in DTYPES:
        accepted = raises(torch.quantile, torch.ones(3, dtype=dtype), 0.5) is None
        assert accepted is (dtype in (torch.float32, torch.float64))
    one = torch.ones(1)
    assert raises(torch.quantile, one.expand(2**24 + 1), 0.5) and one.expand(2**24).quantile(0.5) == 1
    assert raises(torch.quantile, one.expand(2, 2**24), 0.5, 0) is None and raises(
        torch.quantile, one.expand(2, 2**24), 0.5
    )


def test_median_of_nan_and_of_nothing():
    """One ``nan`` makes the median ``nan``; ``torch.nanmedian`` ignores it.

    Without ``dim``, an empty tensor gives ``nan`` for floats and an arbitrary value for integers:
    """
    assert raises_any(torch.median, torch.tensor([]), 0) is IndexError
    for dtype, at in itertools.product(FLOATS, range(5)):
        x = torch.tensor([3, 1, 5, 2, 4], dtype=dtype)
        x[at] = NAN
        assert x.median().isnan() and torch.nanmedian(x) == x[~x.isnan()].median()
        assert torch.tensor([], dtype=dtype).median().isnan()
    assert len({torch.tensor([], dtype=dtype).median().item() for dtype in INTEGERS}) > 1
