"""What the pages of sorting say of more cases than they show; the docstring is the sentence."""

import itertools
import math
import warnings

import numpy as np
import pytest
import torch

from tests.claims.inputs import DTYPES, FLOATS, INTEGERS, drawn, raises, shapes

REALS = [torch.bool, *INTEGERS, *FLOATS]
NAN = float("nan")


def tied(n, dtype=torch.int64):
    """Zeros and ones in turn, and the order that keeps equal elements as they are."""
    return torch.arange(n).remainder(2).to(dtype), [*range(0, n, 2), *range(1, n, 2)]


@pytest.mark.parametrize("dtype", REALS)
def test_stable_order(dtype):
    """With ``stable=True``, equal elements keep their order.

    Without it, the sort of a short tensor may happen to be stable, and that of a long tensor may not.

    ``True`` keeps equal elements in their order; without it, their order is unspecified.
    """
    for n in (2, 9, 16, 17, 100, 5000):
        x, order = tied(n, dtype)
        assert x.sort(stable=True).indices.tolist() == x.argsort(stable=True).tolist() == order
        falling = [*range(1, n, 2), *range(0, n, 2)]
        assert x.sort(stable=True, descending=True).indices.tolist() == falling
    short, long = tied(9, dtype), tied(100, dtype)
    assert short[0].sort().indices.tolist() == short[1] and long[0].sort().indices.tolist() != long[1]


def test_nan_is_the_largest():
    """``nan`` counts as the largest value:

    ``nan`` counts as the largest value, so a single ``nan`` comes first:
    """
    for dtype in FLOATS:
        for values in itertools.permutations([NAN, float("inf"), 0.0, -float("inf")]):
            x = torch.tensor(values, dtype=dtype)
            assert x.sort().values.isnan().tolist() == [False, False, False, True]
            assert x.sort(descending=True).values.isnan().tolist() == [True, False, False, False]
            assert x.topk(1).values.isnan() and x.topk(3, largest=False).values.tolist()[2] == float("inf")


def test_rows_are_sorted_apart():
    """Unlike in NumPy, ``x.sort()`` does not change ``x`` but returns a pair.

    Each row of a matrix is sorted independently.

    With ``dim=0``, each column is sorted, which may separate the elements of a row.
    """
    for seed in range(5):
        x = drawn(4, 3, seed=seed)
        kept = x.clone()
        assert x.sort().values.tolist() == [sorted(row) for row in x.tolist()]
        assert x.sort(dim=0).values.t().tolist() == [sorted(column) for column in x.t().tolist()]
        values, indices = x.sort(dim=0)
        assert x.equal(kept) and values.equal(x.gather(0, indices))
        a = x.numpy().copy()
        assert a.sort() is None and a.tolist() == x.sort().values.tolist()


def test_argsort_sorts_and_undoes():
    """The ``argsort`` of an ``argsort`` ranks the elements; equal elements get different ranks.

    Used as an index, the ranks undo the sorting:
    """
    for seed, n in itertools.product(range(5), (1, 2, 7, 50)):
        x = drawn(n, seed=seed)
        order = x.argsort()
        assert order.argsort().tolist() == [sum(y < z for y in x.tolist()) for z in x.tolist()]
        assert x[order][order.argsort()].equal(x)
        ties = x.round()
        assert sorted(ties.argsort().argsort().tolist()) == list(range(n))
        assert ties.sort().values[ties.argsort().argsort()].equal(ties)


def test_argsort_of_a_matrix_selects_rows():
    """For a matrix, ``y[y.argsort()]`` does not sort: it selects whole rows silently, or raises if an index is out of
    bounds.

    :func:`take_along_dim` sorts each row:
    """
    for n, m in itertools.product((1, 2, 3, 5), repeat=2):
        y = drawn(n, m)
        try:
            assert y[y.argsort()].shape == (n, m, m) and m <= n
        except IndexError:
            assert m > n
        assert torch.take_along_dim(y, y.argsort(dim=1), dim=1).equal(y.sort(dim=1).values)


def test_two_keys():
    """To sort by two keys, sort by the secondary key first, then by the primary key with ``stable=True``:"""
    for seed in range(5):
        table = drawn(200, 2, seed=seed).round().long()
        table = table[table[:, 1].argsort()]
        assert table[table[:, 0].argsort(stable=True)].tolist() == sorted(table.tolist())


def test_k_of_topk():
    """``k`` is the number of results, at most the number of elements along the dimension.

    In a batch, each row is ranked independently.

    Tokens that tie with it are kept:
    """
    for n, k in itertools.product(range(5), range(-1, 7)):
        x = drawn(3, n)
        assert (raises(x.topk, k) is None) is (0 <= k <= n)
        if 0 <= k <= n:
            assert x.topk(k).values.tolist() == [sorted(row, reverse=True)[:k] for row in x.tolist()]
    for ties in (1, 2, 9):
        logits = torch.tensor([[2.0] * ties + [1.0]])
        assert (logits < logits.topk(1).values[:, -1:]).tolist() == [[False] * ties + [True]]


# unique, bincount


def test_unique_values():
    """Remove duplicates: find the unique values, and how often each occurs.

    The inverse gives the position of each element's value in the result.

    These positions turn the labels into 0, 1, 2, and indexing the values with them restores the labels:

    A matrix is flattened first.

    :func:`unique_consecutive` removes consecutive repeats, without sorting.
    """
    for dtype, shape in itertools.product(REALS, shapes(1, 2, 5)):
        x = torch.arange(math.prod(shape)).mul(7).remainder(4).to(dtype).view(shape)
        values, inverse, counts = torch.unique(x, return_inverse=True, return_counts=True)
        flat = x.flatten().tolist()
        assert values.tolist() == sorted(set(flat)) and counts.tolist() == [flat.count(v) for v in values.tolist()]
        assert values[inverse].equal(x)
        assert torch.unique_consecutive(x).tolist() == [value for value, _ in itertools.groupby(flat)]


def test_nan_in_unique():
    """Each ``nan`` is listed separately, while ``np.unique`` lists a single one:

    With ``dim``, a row with ``nan`` may silently leave the other rows unsorted and with duplicates.
    """
    for dtype, n in itertools.product(FLOATS, (1, 2, 5, 100)):
        x = torch.tensor([NAN] * n + [1.0, 1.0], dtype=dtype)
        assert torch.unique(x).isnan().sum() == n and np.isnan(np.unique(x.float().numpy())).sum() == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        x = torch.tensor([[3.0], [1.0], [NAN], [2.0], [1.0], [3.0]])
        rest = [value for value in torch.unique(x, dim=0).flatten().tolist() if value == value]
    assert sorted(rest) == [1, 1, 2, 3, 3] and rest != sorted(rest)


def test_counts():
    """By default, element ``i`` of the result is the number of elements equal to ``i``, and its length is the largest
    element plus 1:

    The input is a 1-d tensor of integers from 0 on.

    Floats are not accepted, nor are bools.

    A 1-d tensor of integers from 0 on.
    """
    for dtype, top in itertools.product(INTEGERS, (0, 1, 7, 100)):
        x = torch.arange(300).mul(7).remainder(top + 1).to(dtype)
        counts = torch.bincount(x)
        assert len(counts) == top + 1 and counts.tolist() == [x.tolist().count(i) for i in range(top + 1)]
    for dtype in set(DTYPES) - set(INTEGERS):
        assert raises(torch.bincount, torch.ones(3, dtype=dtype))
    for wrong in (
        torch.tensor([-1]),
        torch.tensor([5, -7], dtype=torch.int8),
        torch.zeros(2, 2).long(),
        torch.tensor(3),
    ):
        assert raises(torch.bincount, wrong) is RuntimeError


def test_counts_of_different_lengths():
    """Adding such counts raises, or silently broadcasts counts of length 1."""
    for a, b in itertools.product(range(4), repeat=2):
        counts = [torch.bincount(torch.tensor([top])) for top in (a, b)]
        if a == b or not min(a, b):
            longer = torch.zeros(max(a, b) + 1, dtype=torch.int64)
            assert (counts[0] + counts[1]).equal(longer + counts[0] + counts[1])
        else:
            assert raises(torch.add, *counts) is RuntimeError


def test_weights():
    """With ``weights``, each element adds its weight instead of 1, which gives the sum of each group.

    ``float32`` weights are summed in ``float32``, so adding ones stops at 16777216; other weights are summed in
    ``float64``.

    The backward pass raises; use :func:`scatter_add` for a gradient.
    """
    groups, big = torch.tensor([0, 2, 0]), torch.tensor([2.0**24, 5.0, 1.0])
    for dtype in REALS:
        total = torch.bincount(groups, weights=big.bool().to(dtype))
        assert total.dtype == (torch.float32 if dtype == torch.float32 else torch.float64)
        assert total.tolist() == [2, 0, 1]
    assert torch.bincount(groups, weights=big)[0] == 2**24
    assert torch.bincount(groups, weights=big.double())[0] == torch.bincount(groups, weights=big.int())[0] == 2**24 + 1
    w = torch.ones(3, requires_grad=True)
    assert raises(torch.bincount(groups, weights=w).sum().backward) is RuntimeError
    torch.zeros(3).scatter_add(0, groups, w).sum().backward()
    assert w.grad.tolist() == [1, 1, 1]


# kthvalue, msort, unique_consecutive


def test_kth_smallest():
    """Find the k-th smallest element along a dimension, with its index.

    ``k`` counts from 1, so ``k=2`` gives the second smallest element:

    To get the k-th largest element, count from the other end.

    The k smallest elements themselves come from :func:`topk`:

    ``k`` runs from 1 to the number of elements along ``dim``.

    The dimension that disappears; without it, the last one.
    """
    for dtype, n in itertools.product(INTEGERS + FLOATS, (1, 2, 5, 40)):
        x = torch.arange(3 * n).mul(7).remainder(9).to(dtype).view(3, n)
        for k in range(-1, n + 2):
            assert (raises(x.kthvalue, k) is None) is (1 <= k <= n)
            if 1 <= k <= n:
                values, indices = x.kthvalue(k)
                assert values.tolist() == [sorted(row)[k - 1] for row in x.tolist()]
                assert x.gather(1, indices[:, None])[:, 0].equal(values) and x.t().kthvalue(k, dim=0)[0].equal(values)
                assert x.kthvalue(n + 1 - k).values.tolist() == [sorted(row)[-k] for row in x.tolist()]
                assert x.topk(k, largest=False).values.tolist() == [sorted(row)[:k] for row in x.tolist()]


def test_kthvalue_of_nan_and_of_equal_elements():
    """``nan`` counts as the largest value, so a large ``k`` may return it silently:

    Equal elements count separately: the second smallest element of 1, 1, 2 is 1.

    To skip duplicates, call :func:`unique` first:
    """
    for dtype in FLOATS:
        for values in itertools.permutations([NAN, float("inf"), 0.0, -float("inf")]):
            x = torch.tensor(values, dtype=dtype)
            found = [x.kthvalue(k).values.item() for k in range(1, 5)]
            assert found[:3] == [-float("inf"), 0, float("inf")] and found[3] != found[3]
    for values in itertools.permutations([1, 1, 2]):
        x = torch.tensor(values)
        assert [x.kthvalue(k).values.item() for k in (1, 2, 3)] == [1, 1, 2] and x.unique().kthvalue(2).values == 2


def test_msort_is_sort_along_the_first_dimension():
    """Sort along the first dimension.

    The result is that of ``sort`` with ``dim=0``.

    ``msort`` takes neither ``dim`` nor ``descending``.
    """
    for dtype, shape in itertools.product(REALS, shapes(0, 1, 2, 5)):
        x = torch.arange(math.prod(shape)).mul(7).remainder(4).to(dtype).view(shape)
        assert torch.msort(x).equal(x.sort(dim=0).values)
    for option in ({"dim": 0}, {"dim": -1}, {"descending": False}):
        assert raises(torch.msort, torch.ones(2, 2), **option) is TypeError


def runs(values):
    return [(value, len([*group])) for value, group in itertools.groupby(values)]


def test_runs():
    """Collapse each run of equal neighboring elements to one element.

    A value that comes back later is a new run, so it appears again.

    The counts are the lengths of the runs.

    The inverse is the number of the run that each element belongs to:

    By position, ``torch.unique_consecutive(x, True)`` silently returns an empty tensor instead of the inverse.

    If the tensor is sorted already, the results are equal, and ``unique_consecutive`` does not sort again:

    ``True`` also returns, for each element (with ``dim``, for each slice), the number of its run.

    ``True`` also returns the length of each run.
    """
    for dtype, shape in itertools.product(REALS, shapes(1, 2, 5)):
        x = torch.arange(math.prod(shape)).mul(7).remainder(9).remainder(4).bool().to(dtype).view(shape)
        values, run, length = torch.unique_consecutive(x, return_inverse=True, return_counts=True)
        flat = runs(x.flatten().tolist())
        assert [*zip(values.tolist(), length.tolist(), strict=True)] == flat
        assert values[run].equal(x) and run.flatten().tolist() == [i for i, (_, n) in enumerate(flat) for _ in range(n)]
        assert values.repeat_interleave(length).equal(x.flatten())
        by_place = torch.unique_consecutive(x, True)
        assert by_place[0].equal(values) and by_place[1].numel() == 0
        ordered = x.flatten().sort().values
        assert torch.unique_consecutive(ordered).equal(ordered.unique())
    for dim, seed in itertools.product((0, 1, 2), range(5)):
        x = drawn(4, 4, 4, seed=seed).gt(2).long()
        values, run, length = torch.unique_consecutive(x, return_inverse=True, return_counts=True, dim=dim)
        flat = runs([part.tolist() for part in x.unbind(dim)])
        assert [part.tolist() for part in values.unbind(dim)] == [value for value, _ in flat]
        assert length.tolist() == [n for _, n in flat] and values.index_select(dim, run).equal(x)


def test_nan_is_a_run_of_its_own():
    """Each ``nan`` is a run of its own, because ``nan`` is not equal to itself."""
    for dtype, n in itertools.product(FLOATS, (1, 2, 5, 100)):
        x = torch.full((n,), NAN, dtype=dtype)
        assert len(torch.unique_consecutive(x)) == len(torch.unique_consecutive(x[:, None], dim=0)) == n
