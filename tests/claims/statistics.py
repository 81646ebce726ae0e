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
    dims,
    drawn,
    ones,
    raises,
    raises_any,
    shapes,
)

INF, NAN = float("inf"), float("nan")
SHAPES = shapes(1, 2, 3)


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


# quantile, nanquantile, mode, std_mean, var_mean, cov, corrcoef


def test_quantiles(silent):
    """Find the value below which a given fraction of the elements lies.

    Find a quantile of the elements that are not ``nan``.

    A fraction of 0 gives the minimum, 1 the maximum, and 0.5 the median.

    A quantile between two elements is interpolated, unless ``interpolation`` says otherwise:

    Each row counts its own known values, so the quartiles of a row with one known value are that value:

    A row of ``nan`` alone gives ``nan``, with no error or warning:

    One ``nan`` makes the quantile ``nan``.

    Interpolation with an infinite element can give ``nan``, too:

    The dimension that disappears; without it, all elements are reduced to one.
    """
    for n, seed in itertools.product((1, 2, 5, 8), SEEDS):
        x = drawn(n, seed=seed)
        assert x.quantile(0.0) == x.min() and x.quantile(1.0) == x.max()
        torch.testing.assert_close(x.quantile(0.5), (x.sort().values[(n - 1) // 2] + x.sort().values[n // 2]) / 2)
        with_nan = torch.cat([x, torch.full((3,), NAN, dtype=x.dtype)]).flip(0)
        for q, how in itertools.product((0.1, 0.25, 0.6), ("linear", "lower", "higher", "midpoint", "nearest")):
            right = np.quantile(x.numpy(), q, method=how)
            assert np.isclose(x.quantile(q, interpolation=how).item(), right)
            assert np.isclose(with_nan.nanquantile(q, interpolation=how).item(), right)
            assert with_nan.quantile(q).isnan() and with_nan[:3].nanquantile(q).isnan()
    infinite = torch.tensor([1, INF, INF], dtype=x.dtype)
    assert infinite.quantile(0.75).isnan() and infinite.quantile(0.75, interpolation="lower") == INF
    one = torch.tensor([NAN, 4.0, NAN])
    assert one.nanquantile(torch.tensor([0.25, 0.75])).tolist() == [4, 4]
    x = drawn(2, 3, 4)
    assert x.quantile(0.3).shape == () and x.nanquantile(0.3, 1).shape == (2, 4)
    assert x.quantile(torch.tensor([0.1, 0.2], dtype=x.dtype), 1).shape == (2, 2, 4)


def test_limits_of_quantile():
    """More than 2**24 elements that are reduced to one raise, too.

    ``q`` is a fraction, not a percentage as in ``np.percentile``.

    Dtypes other than ``float32`` and ``float64`` raise.

    ``q`` is a number or a tensor of the dtype of the input, not a list.
    """
    x = torch.zeros(1)
    for call in (torch.quantile, torch.nanquantile):
        assert raises(call, x.expand(2**24 + 1), 0.5) is RuntimeError
        assert raises(call, x.expand(1, 2**24 + 1), 0.5, 1) is RuntimeError
        assert raises(call, x, 50) is RuntimeError and raises(call, x, [0.5]) is TypeError
        assert raises(call, x, torch.tensor(0.5, dtype=torch.float64)) is RuntimeError
        for dtype in DTYPES:
            right = dtype in (torch.float32, torch.float64)
            assert (raises(call, torch.ones(2, dtype=dtype), 0.5) is None) is right
    assert raises(torch.quantile, x.expand(2**20, 100), 0.5) is RuntimeError


def test_most_frequent_values():
    """Find the most frequent value along a dimension.

    Without ``nan``, the smallest of several equally frequent values is returned:

    If the value occurs several times, the index need not be the first one.

    Computed floats that differ in the last digit are different values.

    ``dim`` is the last dimension by default.

    An empty dimension does not have a mode.

    On the CPU, the result for elements with ``nan`` can depend on their order.
    """
    for dtype in FLOATS:
        orders = itertools.permutations([NAN, NAN, 1, 1])
        assert len({torch.tensor(order, dtype=dtype).mode().values.isnan().item() for order in orders}) == 2
    for dtype, seed in itertools.product([*INTEGERS, *FLOATS], SEEDS):
        x = torch.randint(0, 4, (6, 9), generator=torch.Generator().manual_seed(seed)).to(dtype)
        values, indices = x.mode()
        assert x.gather(1, indices.unsqueeze(1)).squeeze(1).equal(values)
        for row, value in zip(x.tolist(), values.tolist(), strict=True):
            assert value == min(set(row), key=lambda n: (-row.count(n), n))
    assert torch.tensor([2, 0, 2]).mode().indices != 0
    one = torch.tensor([1.0], dtype=torch.float64)
    assert torch.cat([one, torch.nextafter(one, one + 1), one + 1, one + 1]).mode().values == 2
    assert (
        raises_any(torch.mode, torch.ones(0)) is IndexError and raises_any(torch.mode, torch.ones(2, 0)) is IndexError
    )


def test_pairs_with_the_mean():
    """Compute the standard deviation and the mean in one call.

    Compute the variance and the mean in one call.

    The pair comes in the order of its name, the standard deviation first.

    As in :func:`std`, the divisor is ``n - 1`` by default.

    Tensors do not have a method ``std_mean``.

    The mean of a standardized row should be 0, which shows the mistake:

    The result is that of ``torch.nn.functional.layer_norm``:

    The variance of the whole is the mean of the variances plus the variance of the means, with ``n`` as the divisor in
    each:
    """
    for seed, options in itertools.product(SEEDS, ({}, {"correction": 0}, {"unbiased": False})):
        x = drawn(4, 5, seed=seed)
        for call, first in ((torch.std_mean, torch.std), (torch.var_mean, torch.var)):
            for dim in (0, 1, (0, 1)):
                one, mean = call(x, dim, **options)
                torch.testing.assert_close(one, first(x, dim, **options))
                torch.testing.assert_close(mean, x.mean(dim))
        std, mean = torch.std_mean(x, 1, keepdim=True)
        torch.testing.assert_close(((x - mean) / std).mean(1), torch.zeros(4, dtype=x.dtype))
        var, mean = torch.var_mean(x, 1, correction=0, keepdim=True)
        normed = (x - mean) * torch.rsqrt(var + 1e-5)
        torch.testing.assert_close(normed, torch.nn.functional.layer_norm(x, (5,)))
        torch.testing.assert_close(var.mean() + mean.var(correction=0), x.var(correction=0))
    assert not hasattr(torch.Tensor, "std_mean") and not hasattr(torch.Tensor, "var_mean")


def test_covariances():
    """Compute the covariance matrix of variables, one variable per row.

    The diagonal holds the variances, and the element of row i and column j is the covariance of variables i and j:

    A row is a variable and a column is an observation, as in NumPy.

    For floats, the matrix is the product of the centered rows and their transpose, divided by ``n - 1``:

    ``correction=0`` divides by ``n``.

    ``fweights`` says how often each observation counts, as if its column were repeated, and ``aweights`` how much it
    weighs:

    How often each observation counts: a 1-d tensor of integers, not negative.

    How much each observation weighs: a 1-d tensor of floats, not negative.
    """
    for seed in SEEDS:
        x = drawn(3, 6, seed=seed)
        c = x - x.mean(1, keepdim=True)
        torch.testing.assert_close(x.cov(), c @ c.T / 5)
        torch.testing.assert_close(x.cov(correction=0), c @ c.T / 6)
        torch.testing.assert_close(x.cov().diagonal(), x.var(1))
        torch.testing.assert_close(x.cov(), torch.from_numpy(np.cov(x.numpy())))
        often = torch.tensor([1, 3, 2, 1, 1, 4])
        torch.testing.assert_close(x.cov(fweights=often), x.repeat_interleave(often, 1).cov())
        torch.testing.assert_close(x.cov(aweights=often / 7, correction=0), x.cov(fweights=often, correction=0))
    batch = drawn(2, 3, 4)
    assert raises(torch.cov, batch) is RuntimeError
    c = batch - batch.mean(2, keepdim=True)
    torch.testing.assert_close(c @ c.mT / 3, torch.stack([x.cov() for x in batch]))
    assert raises(torch.cov, batch[0], fweights=torch.ones(4)) and raises(
        torch.cov, batch[0], aweights=torch.ones(4, dtype=torch.int64)
    )
    for one in (torch.tensor([1, 1, -1, 1]), torch.tensor([1.0, 1.0, -1.0, 1.0])):
        assert raises(torch.cov, batch[0], **{"aweights" if one.is_floating_point() else "fweights": one})


def test_correlations(silent):
    """Compute the correlation of each pair of variables, from -1 to 1.

    A correlation of 1 is a rising line, and -1 is a falling line.

    A correlation of 0 excludes both, but not a curve such as a parabola:

    A constant variable silently gives ``nan``, as its standard deviation is 0.

    Where its mean is rounded, the correlations can be meaningless values instead:
    """
    rounded = [torch.stack([drawn(n), torch.full((n,), 0.1, dtype=torch.float64)]) for n in range(2, 40)]
    assert any(not x.corrcoef()[1].isnan().any() for x in rounded)
    for seed, scale in itertools.product(SEEDS, (0.01, 1, 100)):
        x = drawn(4, 6, seed=seed)
        found = x.corrcoef()
        assert (found.abs() <= 1).all()
        std = x.std(1)
        torch.testing.assert_close(found, x.cov() / (std.unsqueeze(1) * std))
        line = torch.stack([x[0], scale * x[0] + 3, -scale * x[0]])
        torch.testing.assert_close(line.corrcoef()[0], torch.tensor([1.0, 1.0, -1.0], dtype=x.dtype))
        x[2] = 5
        assert x.corrcoef()[2].isnan().all() and x.corrcoef()[:, 2].isnan().all()
