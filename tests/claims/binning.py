"""What the pages of bins say of more cases than they show; the docstring is the sentence."""

import itertools

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, drawn, raises, shapes

NAN, INF = float("nan"), float("inf")
REALS = [*INTEGERS, *FLOATS]


def counted(values, edges):
    """How many values lie in each bin, which includes its left edge, and the last bin both."""
    inside = [edges[0] <= value <= edges[-1] for value in values]
    found = [sum(low <= value < high for value in values) for low, high in itertools.pairwise(edges)]
    return [*found[:-1], sum(inside) - sum(found[:-1])]


def test_number_of_smaller_boundaries():
    """The result is the number of boundaries that are smaller than the value:

    A value equal to a boundary belongs to the lower bin.

    With ``right=True``, it belongs to the upper bin:

    There is one bin more than there are boundaries.

    The values, a tensor of any shape or a number; the result has the same shape.

    By default, the index is that of the first equal element.

    With ``side="right"`` or ``right=True``, it is the index after the last equal element.

    The difference is how often the value occurs:

    ``"left"`` gives the index of the first equal element, ``"right"`` the index after the last one.
    """
    for dtype, n, shape in itertools.product(REALS, (0, 1, 2, 5, 30), shapes(0, 1, 3)):
        boundaries = torch.arange(n).mul(3).remainder(7).sort().values.to(dtype)
        values = torch.arange(9).to(dtype).expand(*shape, 9).contiguous()
        below = boundaries.lt(values[..., None]).sum(-1)
        upto = boundaries.le(values[..., None]).sum(-1)
        assert torch.bucketize(values, boundaries).equal(below) and torch.searchsorted(boundaries, values).equal(below)
        for side in ({"right": True}, {"side": "right"}, {"side": "right", "right": True}):
            assert torch.searchsorted(boundaries, values, **side).equal(upto)
        assert torch.bucketize(values, boundaries, right=True).equal(upto)
        assert torch.searchsorted(boundaries, values, side="left").equal(below)
        assert (upto - below).equal(boundaries.eq(values[..., None]).sum(-1))
        assert {*torch.bucketize(values, boundaries).flatten().tolist()} <= {*range(n + 1)}
    assert {*torch.bucketize(torch.arange(7), torch.arange(6)).tolist()} == {*range(7)}


def test_right_is_reversed_in_digitize():
    """NumPy's ``digitize`` gives ``right`` the opposite meaning, so without ``right``, 18 belongs to the upper bin:"""
    for seed, right in itertools.product(range(5), (False, True)):
        x, boundaries = drawn(50, seed=seed).round(), drawn(6, seed=seed + 9).round().sort().values
        assert torch.bucketize(x, boundaries, right=right).tolist() == [*np.digitize(x, boundaries, right=not right)]


def test_order_is_not_checked():
    """The boundaries are not checked.

    If they are not sorted, bins can silently be wrong.

    A tensor that is not sorted can silently give wrong indices.

    A 1-d tensor of boundaries in ascending order, which is not checked.

    A tensor that is sorted along its last dimension, which is not checked.

    :func:`bucketize` takes the two tensors in the opposite order.

    If 1-d tensors are swapped, no error is raised.
    """
    for seed, n in itertools.product(range(20), (2, 3, 10, 100)):
        x, v = drawn(n, seed=seed), drawn(50, seed=seed + 100)
        torch.bucketize(v, x)
        right = x.lt(v[:, None]).sum(1)
        assert torch.searchsorted(x, v, sorter=x.argsort()).equal(right)
        assert torch.searchsorted(x.sort().values, v).equal(torch.bucketize(v, x.sort().values))
        assert torch.searchsorted(x.sort().values, v).equal(right)
        if n == 100:
            assert not torch.searchsorted(x, v).equal(right) and not torch.bucketize(v, x).equal(right)
            assert torch.searchsorted(v, x.sort().values).shape != right.shape


def test_nan_and_the_result():
    """``nan`` lands in the last bin.

    The result is ``int64``, or ``int32``, which needs half the memory:

    ``True`` returns ``int32`` instead of ``int64``.
    """
    for dtype, n, right in itertools.product(FLOATS, (0, 1, 5), (False, True)):
        boundaries = torch.arange(n).to(dtype)
        for small in (False, True):
            found = torch.bucketize(torch.full((3,), NAN, dtype=dtype), boundaries, right=right, out_int32=small)
            assert found.tolist() == [n] * 3 and found.dtype == (torch.int32 if small else torch.int64)
            found = torch.searchsorted(boundaries, boundaries, right=right, out_int32=small)
            assert found.dtype == (torch.int32 if small else torch.int64)


def test_dimensions_of_boundaries():
    """``boundaries`` is a 1-d tensor.

    A matrix is searched row by row: row i of ``values`` in row i of the matrix.

    Sizes other than the last have to agree, so repeat values that are the same for each row:

    The values to look for; for a 1-d ``sorted_sequence``, a tensor of any shape or a number.
    """
    for shape, other in itertools.product(shapes(1, 2, 3), repeat=2):
        boundaries, values = torch.zeros(shape).cumsum(-1) if shape else torch.tensor(0.0), torch.ones(other)
        assert (raises(torch.bucketize, values, boundaries) is None) is (len(shape) == 1)
        agree = len(shape) == 1 or (len(shape) == len(other) > 0 and shape[:-1] == other[:-1])
        assert (raises(torch.searchsorted, boundaries, values) is None) is agree
        assert (raises(torch.searchsorted, boundaries, 1) is None) is (len(shape) == 1)
    for seed in range(5):
        rows, values = drawn(3, 7, seed=seed).sort().values, drawn(3, 4, seed=seed + 50)
        parts = [torch.searchsorted(row, v) for row, v in zip(rows, values, strict=True)]
        assert torch.searchsorted(rows, values).equal(torch.stack(parts))


def test_above_the_largest():
    """For a value above the largest element, the index is ``len(x)``, which is out of bounds."""
    for dtype, n in itertools.product(REALS, (0, 1, 2, 50)):
        x = torch.arange(n).to(dtype)
        assert torch.searchsorted(x, torch.tensor([n], dtype=dtype)) == n


def test_clamped_indices_tell_which_occur():
    """Clamp it, here to test which values occur in ``x``:"""
    for seed, n in itertools.product(range(5), (1, 2, 30)):
        x, values = drawn(n, seed=seed).mul(9).round().sort().values, torch.arange(-30.0, 30).double()
        found = x[torch.searchsorted(x, values).clamp(max=len(x) - 1)] == values
        assert found.equal(torch.isin(values, x))


def test_a_draw_from_probabilities():
    """In cumulative probabilities, the search draws an index for each uniform random number, here 0.1, 0.5 and 0.9:"""
    p = torch.tensor([0.2, 0.5, 0.3], dtype=torch.float64)
    grid = (torch.arange(1000).double() + 0.5) / 1000
    assert torch.searchsorted(p.cumsum(0), grid).bincount().tolist() == [200, 500, 300]


def test_bins_of_equal_width():
    """Count the values in bins of equal width.

    Each includes its left edge; the last also includes its right edge:

    A bin includes its left edge, so 1.0 is counted in the second bin above.

    The last bin also includes its right edge.

    Values outside of the range are silently ignored, as the sum shows.

    Values outside are silently ignored:

    To count them in the outermost bins, clamp them:

    ``hist`` has one element fewer than ``bin_edges``:
    """
    for dtype, bins, seed in itertools.product((torch.float32, torch.float64), (1, 2, 4, 8), range(5)):
        x = drawn(4, 15, seed=seed, dtype=dtype).mul(4).round()
        edges = torch.linspace(-4, 4, bins + 1, dtype=dtype)
        flat, at = x.flatten().tolist(), edges.tolist()
        assert torch.histc(x, bins, -4, 4).tolist() == counted(flat, at)
        assert torch.histogram(x, bins, range=(-4.0, 4.0)).hist.tolist() == counted(flat, at)
        hist, found = torch.histogram(x, edges)
        assert hist.tolist() == counted(flat, at) and found.equal(edges) and len(hist) == len(found) - 1
        clamped = torch.histc(x.clamp(-4, 4), bins, -4, 4)
        assert clamped.sum() == x.numel() and clamped.tolist() == counted([min(max(v, -4), 4) for v in flat], at)


def test_range_of_the_data():
    """Without ``min`` and ``max``, the range is that of the data, so the bins of two tensors can differ.

    The same holds silently if ``min`` and ``max`` are equal:

    The left edge of the first bin; if it equals ``max``, the range is that of the data.
    """
    for seed, bins in itertools.product(range(5), (1, 3, 10)):
        x = drawn(30, seed=seed)
        low, high = x.min().item(), x.max().item()
        own = torch.histc(x, bins, low, high)
        assert torch.histc(x, bins).equal(own) and own.sum() == 30
        for edge in (0, -7, 5, 2.5):
            assert torch.histc(x, bins, edge, edge).equal(own)
        assert torch.histogram(x, bins).bin_edges[[0, -1]].tolist() == [low, high]


def test_dtypes_of_histograms():
    """On the CPU, integers are not accepted.

    On the CPU, the values are ``float32`` or ``float64``; other dtypes raise.

    The counts have the dtype of ``input``: in ``float32``, they are exact up to 16777216, in ``float16`` up to 2048.

    Edges and weights need the dtype of the values.
    """
    for dtype in DTYPES:
        x = torch.ones(3, dtype=dtype)
        assert (raises(torch.histc, x, 4, 0, 3) is None) is (dtype in FLOATS)
        assert (raises(torch.histogram, x, 4) is None) is (dtype in FLOATS[2:])
        if dtype in FLOATS:
            assert torch.histc(x, 4, 0, 3).dtype == dtype
        for other in [d for d in DTYPES if d not in COMPLEX] if dtype in FLOATS[2:] else ():
            fits = other == dtype
            assert (raises(torch.histogram, x, torch.arange(3).to(other)) is None) is fits
            assert (raises(torch.histogram, x, 2, weight=torch.ones(3, dtype=other)) is None) is fits
    for n in (1, 2047, 2048):
        assert torch.histc(torch.zeros(n, dtype=torch.float16), 1, 0, 1) == n
    for n in (2**24 - 1, 2**24):
        assert torch.histc(torch.zeros(1).expand(n), 1, 0, 1) == n


def test_what_is_not_finite():
    """Without a range, an infinite value or ``nan`` raises.

    With a range, these values are ignored:

    If the values may be ``nan`` or infinite, give ``range`` or edges; those values are then ignored.
    """
    for dtype, odd, n in itertools.product((torch.float32, torch.float64), (NAN, INF, -INF), (1, 5)):
        x = torch.tensor([1.0, 2.0] + [odd] * n, dtype=dtype)
        assert raises(torch.histc, x) is raises(torch.histogram, x, 4) is RuntimeError
        assert torch.histc(x, 2, 0, 3).tolist() == torch.histogram(x, 2, range=(0.0, 3.0)).hist.tolist() == [1, 1]
        assert torch.histogram(x, torch.tensor([0, 1.5, 3], dtype=dtype)).hist.tolist() == [1, 1]


def test_gradients():
    """They have no gradient.

    The backward pass raises.
    """
    x = torch.ones(3, requires_grad=True)
    assert not torch.histc(x, 2).requires_grad and not torch.histc(x, 2, 0, 3).requires_grad
    for made in (torch.histogram(x, 2), torch.histogram(x, 2, weight=x), torch.histogram(x, torch.arange(3.0))):
        assert raises(made.hist.sum().backward) is RuntimeError


def test_weights_and_density():
    """With ``weight``, each value counts as much as its weight.

    With ``density=True``, the bins multiplied by their widths add up to 1:

    ``True`` divides the counts by their sum and by the widths of the bins.

    To let the bins themselves add up to 1, divide the counts by their sum:
    """
    for seed in range(5):
        x, weight, edges = drawn(40, seed=seed), drawn(40, seed=seed + 50).abs(), torch.tensor([-3, -1, 0, 0.5, 3])
        edges = edges.double()
        hist = torch.histogram(x, edges, weight=weight).hist
        parts = [weight[(x >= low) & (x < high)].sum() for low, high in itertools.pairwise(edges)]
        assert torch.allclose(hist, torch.stack(parts))
        density = torch.histogram(x, edges, weight=weight, density=True).hist
        assert torch.allclose(density, hist / hist.sum() / edges.diff())
        assert torch.allclose((density * edges.diff()).sum(), torch.ones((), dtype=torch.float64))
        assert torch.allclose((hist / hist.sum()).sum(), torch.ones((), dtype=torch.float64))


def test_descending_edges():
    """Edges in descending order are not an error: the counts are silently 0."""
    for seed, n in itertools.product(range(5), (2, 3, 9)):
        edges = torch.arange(n).double().flip(0)
        assert torch.histogram(drawn(40, seed=seed), edges).hist.tolist() == [0] * (n - 1)


def test_points_in_boxes():
    """Count points per box of a grid: a histogram of two or more dimensions.

    The first coordinate chooses the row of ``hist``.

    ``range`` is a flat list: the outer edges of the first dimension, then those of the second.

    The edges can be one 1-d tensor per dimension.

    ``weight`` has one value per point, and ``density=True`` divides by the sum and by the area of each box:

    A flat list of floats, two for each dimension; without it, the smallest and the largest coordinate.
    """
    for seed, dims in itertools.product(range(5), (1, 2, 3)):
        x, weight = drawn(60, dims, seed=seed), drawn(60, seed=seed + 50).abs()
        bins, outer = [2, 3, 4][:dims], [-1.0, 1.0, -2.0, 2.0, -3.0, 3.0][: 2 * dims]
        hist, edges = torch.histogramdd(x, bins, range=outer)
        assert [len(edge) - 1 for edge in edges] == bins == [*hist.shape]
        assert [edge[i].item() for edge in edges for i in (0, -1)] == outer
        parts = [torch.bucketize(x[:, i].contiguous(), edge, right=True) - 1 for i, edge in enumerate(edges)]
        expected = torch.zeros(bins, dtype=torch.float64)
        for at in zip(*[part.tolist() for part in parts], strict=True):
            if all(0 <= i < size for i, size in zip(at, bins, strict=True)):
                expected[at] += 1
        assert hist.equal(expected) and torch.histogramdd(x, edges).hist.equal(hist)
        weighted = torch.histogramdd(x, edges, weight=weight).hist
        dense = torch.histogramdd(x, edges, weight=weight, density=True).hist
        volume = torch.ones((), dtype=torch.float64)
        for edge in edges:
            volume = volume[..., None] * edge.diff()
        assert torch.allclose(dense, weighted / weighted.sum() / volume)
        own = torch.histogramdd(x, bins).bin_edges
        assert [edge[0] for edge in own] == [*x.amin(0)] and [edge[-1] for edge in own] == [*x.amax(0)]
