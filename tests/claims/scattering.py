"""What the pages of writing by index say of more cases than they show; the docstring is the sentence."""

import itertools
import math

import torch

from tests.claims.inputs import DTYPES, FLOATS, INTEGERS, drawn, raises, raises_any, shapes

INDICES = (torch.int64, torch.int32)


def test_dtypes_of_indices():
    """Indices are ``int64`` or ``int32``, and ``src`` has the dtype of ``x``."""
    for dtype, kind in itertools.product(DTYPES, repeat=2):
        x = torch.ones(2, 2, dtype=dtype)
        assert (raises(torch.scatter, x, 1, torch.ones(2, 2, dtype=kind), x) is None) is (kind in INDICES)
        assert (raises(torch.scatter, x, 1, torch.ones(2, 2).long(), torch.ones(2, 2, dtype=kind)) is None) is (
            kind == dtype
        )


def test_integers_that_are_indices():
    """An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; its shape says how many elements are
    written.

    An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; a position that is named twice gets both
    values.

    A 1-d ``int64`` or ``int32`` tensor, with one position for each slice of ``source``; it may name a position several
    times.
    """
    x, src = torch.zeros(3), torch.ones(2)
    for dtype in DTYPES:
        index = torch.ones(2, dtype=dtype)
        for call in (torch.scatter, torch.scatter_add, torch.index_add):
            assert (raises(call, x, 0, index, src) is None) is (dtype in INDICES)
            assert raises_any(call, x, 0, torch.ones(1, 2, dtype=torch.int64), src)
        if dtype in INDICES:
            assert torch.scatter_add(x, 0, index, src).tolist() == [0, 2, 0]
            assert torch.index_add(x, 0, index, src).tolist() == [0, 2, 0]


def test_sizes_of_indices():
    """In each dimension except ``dim``, ``index`` is at most as large as ``x``."""
    x = torch.zeros(2, 3)
    for n, m in itertools.product(range(6), repeat=2):
        index = torch.zeros(n, m, dtype=torch.int64)
        for dim, fits in ((0, m <= 3), (1, n <= 2)):
            assert (raises(torch.scatter, x, dim, index, 1) is None) is (fits or not n * m), (n, m, dim)


def test_a_larger_source_has_no_gradient():
    """If ``src`` is larger than ``index``, the rest of ``src`` is ignored.

    If ``src`` also requires grad, the backward pass raises.
    """
    for n, m, dim in itertools.product((1, 2, 3), (1, 2, 3), (0, 1)):
        index = torch.zeros(n, m, dtype=torch.int64)
        src = drawn(3, 3).requires_grad_()
        for call in (torch.scatter, torch.scatter_add):
            made = call(torch.zeros(3, 3, dtype=torch.float64), dim, index, src)
            assert made.equal(call(torch.zeros(3, 3, dtype=torch.float64), dim, index, src[:n, :m]))
            assert (raises(made.sum().backward) is None) is ((n, m) == (3, 3))
            call(torch.zeros(3, 3, dtype=torch.float64), dim, index, src[:n, :m]).sum().backward()
            call(drawn(3, 3).requires_grad_(), dim, index, src.detach()).sum().backward()


def test_alpha_is_truncated():
    """For ``int64``, a fractional ``alpha`` is first silently truncated:"""
    index = torch.tensor([0])
    for dtype, alpha in itertools.product(INTEGERS[1:], (0.5, 1.9, -0.5, -1.9, 2.999)):
        made = torch.index_add(torch.zeros(1, dtype=dtype), 0, index, torch.tensor([4], dtype=dtype), alpha=alpha)
        assert made.item() == 4 * int(alpha)
    for dtype in FLOATS:
        made = torch.index_add(torch.zeros(1, dtype=dtype), 0, index, torch.tensor([4], dtype=dtype), alpha=0.5)
        assert made.item() == 2


def test_each_repeated_index_counts():
    """Each repeated index counts, unlike in ``x[index] += 1``:"""
    for n, dtype in itertools.product((1, 2, 5, 100), [torch.int64, *FLOATS]):
        x, index = torch.zeros(3, dtype=dtype), torch.ones(n, dtype=torch.int64)
        assert x.index_add_(0, index, torch.ones(n, dtype=dtype)).tolist() == [0, n, 0]


# index_fill, index_copy, index_put, masked_scatter


def test_filled_slices():
    """``x[:, [0, 2]] = -1`` writes the same values into ``x`` itself; ``index_fill`` returns a new tensor:

    Unlike in :func:`index_copy`, negative indices count from the end:

    One number, or a 0-d tensor; in an ``int64`` tensor, its fraction is truncated.

    An ``int64`` tensor with the positions to fill, 1-d or 0-d; negative ones count from the end.
    """
    for dtype, dim, index in itertools.product(DTYPES, (0, 1), ([], [0], [1, -1], [-2, 0, 0])):
        x = torch.zeros(2, 3, dtype=dtype)
        filled, where = x.clone(), torch.tensor(index, dtype=torch.int64)
        filled[(slice(None),) * dim + (index,)] = 1
        assert x.index_fill(dim, where, 1).equal(filled) and x.index_fill(dim, where, torch.tensor(1)).equal(filled)
        assert not x.any() and raises(x.index_fill, dim, where, torch.tensor([1])) is RuntimeError
    for dtype in DTYPES:
        fits = raises_any(torch.zeros(3).index_fill, 0, torch.ones(2, dtype=dtype), 1) is None
        assert fits is (dtype == torch.int64)
    assert raises_any(torch.zeros(2).index_fill, 0, torch.ones(1, 1).long(), 1) is RuntimeError
    assert torch.zeros(2).long().index_fill(0, torch.tensor(-1), -1.9).tolist() == [0, -1]
    assert raises_any(torch.zeros(2).index_copy, 0, torch.tensor([-1]), torch.ones(1)) is IndexError


def test_copied_slices():
    """Row i of ``source`` goes to the row that ``index[i]`` names.

    ``source`` is not broadcast: it has one slice per index, with the sizes and the dtype of ``x``.

    ``index`` holds ``int64`` positions, and negative ones raise, unlike in ``x[[-1]]``.

    Gradients flow to ``source``, and to the slices of ``input`` that stay.
    """
    for seed, dim in itertools.product(range(5), (0, 1)):
        x, n = drawn(4, 5, seed=seed), 3
        index = torch.randperm(x.shape[dim], generator=torch.Generator().manual_seed(seed))[:n]
        source = drawn(4, 5, seed=seed + 50).narrow(dim, 0, n)
        made = x.index_copy(dim, index, source)
        assert made.index_select(dim, index).equal(source)
        others = torch.tensor([i for i in range(x.shape[dim]) if i not in index.tolist()])
        assert made.index_select(dim, others).equal(x.index_select(dim, others))
        a, b = x.clone().requires_grad_(), source.clone().requires_grad_()
        a.index_copy(dim, index, b).sum().backward()
        assert b.grad.eq(1).all() and a.grad.equal(torch.ones_like(x).index_fill(dim, index, 0))
    x = torch.zeros(3, 2)
    for shape in ((), (1,), (2,), (1, 1), (1, 3), (2, 2)):
        assert raises_any(x.index_copy, 0, torch.tensor([0]), torch.ones(shape))
    for dtype, kind in itertools.product(DTYPES, repeat=2):
        source = torch.ones(1, 2, dtype=kind)
        assert (raises_any(x.to(dtype).index_copy, 0, torch.tensor([0]), source) is None) is (dtype == kind)
    for dtype in DTYPES:
        assert (raises_any(x.index_copy, 0, torch.ones(1, dtype=dtype), torch.ones(1, 2)) is None) is (
            dtype == torch.int64
        )
    assert raises_any(x.index_copy, 0, torch.tensor([-1]), torch.ones(1, 2)) is IndexError


def test_values_put():
    """With ``accumulate=True``, the values are added, and each repeated index counts, unlike in ``x[index] += 1``:

    A mask is an index too, but ``None`` and slices are not accepted.

    ``values`` is a tensor with the dtype of ``x``.

    The values to write, a tensor of the dtype of ``input`` that broadcasts to the shape of the indexed elements.
    """
    for n, dtype in itertools.product((1, 2, 5, 100), [torch.int64, *FLOATS]):
        x, index = torch.zeros(3, dtype=dtype), torch.ones(n, dtype=torch.int64)
        added = x.index_put((index,), torch.ones(n, dtype=dtype), accumulate=True)
        assert added.tolist() == [0, n, 0]
        x[index] += 1
        assert x.tolist() == [0, 1, 0]
    for seed in range(5):
        x, mask = drawn(3, 4, seed=seed), drawn(3, 4, seed=seed + 50) > 0
        made, at = x.clone(), mask.nonzero(as_tuple=True)
        made[mask] = 9
        nine = torch.tensor(9.0, dtype=torch.float64)
        assert x.index_put((mask,), nine).equal(made) and x.index_put(at, nine).equal(made)
        for index in (slice(None), None, 0):
            assert raises(x.index_put, (index,), nine) is TypeError
        assert raises(x.index_put, at, 9.0) is TypeError
    for dtype, kind in itertools.product(DTYPES, repeat=2):
        x, values = torch.zeros(3, dtype=dtype), torch.ones(2, dtype=kind)
        assert (raises_any(x.index_put, (torch.tensor([0, 1]),), values) is None) is (dtype == kind)


def test_source_is_read_in_order():
    """Write the elements of a source, in order, where a mask is ``True``.

    Each ``True`` takes the next element of ``source``, counted row by row, not the element at its own position.

    With a source of the shape of ``x``, the result can silently differ from that of :func:`where`, which reads at the
    same position:

    ``source`` needs at least as many elements as the mask has ``True``; those left over are ignored.

    A bool tensor whose shape broadcasts with that of ``input``; ``True`` is written.

    The elements to write, a tensor of any shape with the dtype of ``input``.

    Gradients flow to the elements of ``source`` that are written, and to the elements of ``input`` that stay.
    """
    for seed, shape in itertools.product(range(5), ((1,), (4,), (3, 4), (2, 3, 2))):
        x, mask = drawn(*shape, seed=seed), drawn(*shape, seed=seed + 50) > 0
        count = int(mask.sum())
        for more in range(3):
            source = drawn(count + more, seed=seed + 99)
            made = x.masked_scatter(mask, source)
            assert made[mask].equal(source[:count]) and made[~mask].equal(x[~mask])
            assert x.masked_scatter(mask, source.view(1, -1)).equal(made)
        if count:
            assert raises(x.masked_scatter, mask, drawn(count - 1)) is RuntimeError
            a, b = x.clone().requires_grad_(), drawn(count + 2).requires_grad_()
            a.masked_scatter(mask, b).sum().backward()
            assert b.grad.tolist() == [1.0] * count + [0.0] * 2 and a.grad.equal((~mask).double())
        assert torch.where(mask, x * 2, x)[mask].equal(x[mask] * 2)
        assert x.masked_scatter(mask, x * 2)[mask].equal(x.flatten()[:count] * 2)
    for dtype, kind in itertools.product(DTYPES, repeat=2):
        x, mask = torch.zeros(3, dtype=dtype), torch.tensor([True, False, True])
        assert (raises_any(x.masked_scatter, mask, torch.ones(2, dtype=kind)) is None) is (dtype == kind)
        assert (raises_any(x.masked_scatter, mask.to(kind), x) is None) is (kind == torch.bool)


# scatter_reduce


def test_reductions_per_group():
    """Combine values per index: sum, mean, product, maximum or minimum.

    By default, the elements of ``x`` take part: the mean below divides by 3 and by 2, because each element of ``x``
    counts as a value.

    With ``include_self=False``, only the values count:

    A position that ``index`` does not name keeps the element of ``x``, with either setting:

    ``False`` leaves the elements of ``input`` out of the reduction; positions without a value keep them still.
    """
    own = {"sum": sum, "prod": math.prod, "mean": lambda v: sum(v) / len(v), "amax": max, "amin": min}
    for seed, reduce, include in itertools.product(range(5), own, (True, False)):
        x, src = drawn(6, seed=seed), drawn(9, seed=seed + 50)
        index = torch.arange(9).mul(seed + 3).remainder(5)
        made = x.scatter_reduce(0, index, src, reduce, include_self=include)
        for at in range(6):
            values = src[index == at].tolist()
            expected = own[reduce](values + [x[at].item()] * include) if values else x[at].item()
            assert math.isclose(made[at].item(), expected, rel_tol=1e-9, abs_tol=1e-12)


def test_names_of_reductions():
    """The names are ``"sum"``, ``"mean"``, ``"prod"``, ``"amax"`` and ``"amin"``; those of :func:`scatter` differ."""
    x, index = torch.ones(2), torch.tensor([0])
    for name in ("sum", "mean", "prod", "amax", "amin", "add", "multiply", "maximum", "mul", ""):
        fits = name in ("sum", "mean", "prod", "amax", "amin")
        assert (raises(x.scatter_reduce, 0, index, torch.ones(1), name) is None) is fits
    assert [raises(x.scatter, 0, index, 1.0, reduce=name) for name in ("add", "multiply")] == [None, None]
    assert raises(x.scatter, 0, index, 1.0, reduce="sum") is RuntimeError


def test_gradients_of_reductions():
    """For ``"amax"`` and ``"amin"``, equal elements share the gradient.

    If ``src`` is larger than ``index``, the rest of ``src`` is ignored, but the backward pass raises, or can silently
    give a wrong gradient.
    """
    for n, reduce in itertools.product((1, 2, 4), ("amax", "amin")):
        src = torch.full((n,), 7.0, requires_grad=True)
        torch.zeros(1).scatter_reduce(0, torch.zeros(n).long(), src, reduce, include_self=False).sum().backward()
        assert src.grad.tolist() == [1 / n] * n
    for reduce in ("sum", "mean", "prod", "amax", "amin"):
        src = torch.arange(1.0, 5).requires_grad_()
        made = torch.ones(3).scatter_reduce(0, torch.tensor([0, 2, 0]), src, reduce)
        assert raises(made.sum().backward) is RuntimeError
        torch.ones(3).scatter_reduce(0, torch.tensor([0, 2, 0]), src[:3], reduce).sum().backward()
        src, index = torch.ones(2, requires_grad=True), torch.tensor([0])
        made = torch.ones(1).scatter_reduce(0, index, src, reduce)
        assert made.equal(torch.ones(1).scatter_reduce(0, index, src[:1], reduce))
        assert raises(made.sum().backward) is (RuntimeError if reduce in ("sum", "mean") else None)
        assert src.grad is None or src.grad[1] != 0


def test_means_of_integers():
    """For integers, ``"mean"`` rounds down, so -3 and 0 give -2."""
    for values in itertools.product(range(-4, 5), repeat=2):
        src = torch.tensor(values)
        made = torch.zeros(1).long().scatter_reduce(0, torch.tensor([0, 0]), src, "mean", include_self=False)
        assert made.item() == sum(values) // 2


# fill_diagonal_


def test_diagonals():
    """Fill the main diagonal with one value, in place.

    In more than 2 dimensions, which then need equal sizes, the diagonal holds the elements whose indices are equal:

    On a view that is not contiguous, ``wrap=True`` can silently write to elements outside of the view, or raise.

    ``fill_diagonal_`` exists in place only, and as a method only.

    ``True`` starts the diagonal again below its end, after a row that is left as it is; it matters for tall matrices.

    One number, or a 0-d tensor; in an ``int64`` tensor, its fraction is truncated.
    """
    for n, m, wrap in itertools.product(range(6), range(1, 4), (False, True)):
        x = torch.zeros(n, m)
        assert x.fill_diagonal_(5, wrap) is x
        rows = [[5.0 * (i % (m + 1) == j and (wrap or i < m)) for j in range(m)] for i in range(n)]
        assert x.tolist() == rows
    for shape in shapes(1, 2, 3, dims=4):
        alike = len(set(shape)) == 1
        fits = len(shape) == 2 or (len(shape) > 2 and alike)
        assert (raises(torch.zeros(shape).fill_diagonal_, 1) is None) is fits
        if fits and alike:
            cells = torch.zeros(shape).fill_diagonal_(1).nonzero().tolist()
            assert cells == [[i] * len(shape) for i in range(shape[0])]
    for base in (torch.zeros(5, 3), torch.zeros(7, 5)):
        base[:, :1].fill_diagonal_(1, wrap=True)
        assert base[:, 1:].any()
    assert raises(torch.zeros(1, 5).t().fill_diagonal_, 1, wrap=True) is RuntimeError
    assert not hasattr(torch, "fill_diagonal_") and not hasattr(torch, "fill_diagonal")
    assert not hasattr(torch.Tensor, "fill_diagonal")
    assert torch.zeros(2, 2).long().fill_diagonal_(torch.tensor(-5.7)).tolist() == [[-5, 0], [0, -5]]
