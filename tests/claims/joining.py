"""What the pages of joining say of more cases than they show; the docstring is the sentence."""

import itertools
import math
import warnings

import numpy as np
import torch

from tests.claims.inputs import DTYPES, drawn, raises, raises_any, shapes, storage

# cat, stack, vstack, hstack


def test_dtypes_are_promoted():
    """The dtypes are promoted.

    An empty tensor counts: an empty ``float16`` tensor would turn the integer 100000 into ``inf``.

    Here ``torch.empty(0)`` silently turns integers into floats:
    """
    for one, other in itertools.product(DTYPES, repeat=2):
        x, y = torch.ones(2, dtype=one), torch.ones(2, dtype=other)
        expected = torch.result_type(x, y)
        for call in (torch.cat, torch.stack, torch.vstack, torch.hstack):
            assert call([x, y]).dtype == expected
        assert torch.cat([x, y[:0]]).dtype == expected
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert torch.cat([torch.tensor([100000]), torch.empty(0).half()]).isinf().all()


def test_sizes_that_join():
    """The sizes add up along ``dim`` and have to be equal in the other dimensions.

    A 1-d tensor does not join a matrix, unless it is empty.

    A 1-d tensor does not count as a column and raises beside a matrix, unless it is empty.

    Unequal shapes raise.
    """
    for one, other in itertools.product(shapes(1, 2, 3)[1:], repeat=2):
        x, y = torch.zeros(one), torch.zeros(other)
        for dim in range(len(one)):
            same = [a == b for a, b in zip(one, other, strict=False)]
            fits = len(one) == len(other) and all(same[:dim] + same[dim + 1 :])
            assert (raises_any(torch.cat, [x, y], dim) is None) is fits
            if fits:
                joined = torch.cat([x, y], dim)
                assert joined.shape == (*one[:dim], one[dim] + other[dim], *one[dim + 1 :])
        assert (raises_any(torch.stack, [x, y]) is None) is (one == other)
    for n, call in itertools.product(range(4), (torch.cat, torch.hstack)):
        for pair in ([torch.zeros(2, 2), torch.zeros(n)], [torch.zeros(n), torch.zeros(2, 2)]):
            assert (raises_any(call, pair) is None) is (n == 0)


def test_each_cat_copies():
    """A tensor does not have ``append``, and each ``cat`` copies its inputs."""
    for x in (torch.zeros(3), torch.zeros(2, 2), torch.zeros(2, 3).t(), torch.zeros(1).expand(3)):
        assert not hasattr(x, "append") and storage(torch.cat([x])) != storage(x) != storage(torch.cat([x, x]))


def test_stack_adds_a_dimension():
    """``cat`` makes a dimension longer, and ``stack`` adds a dimension:

    ``cat`` raises for 0-d tensors.

    An empty list raises.
    """
    for shape, n in itertools.product(shapes(1, 2), (1, 2, 4)):
        parts = [torch.zeros(shape)] * n
        for dim in range(len(shape) + 1):
            assert torch.stack(parts, dim).shape == (*shape[:dim], n, *shape[dim:])
        assert (raises(torch.cat, parts) is None) is bool(shape)
    assert all(raises_any(call, []) for call in (torch.cat, torch.stack, torch.vstack, torch.hstack))


def test_vstack_and_hstack_are_cat():
    """1-d tensors count as rows, so they can be stacked with a matrix:

    For tensors of two or more dimensions, ``vstack`` is ``cat`` along dimension 0, and the other sizes have to agree.

    A tuple or list of tensors; they are joined along dimension 1, or along dimension 0 if the first tensor is 0-d or
    1-d, even if it is empty.
    """
    for shape in shapes(1, 2, 3)[1:]:
        x = drawn(*shape)
        rows = torch.cat([x, x]) if len(shape) > 1 else torch.cat([x[None], x[None]])
        assert torch.vstack([x, x]).equal(rows)
        assert torch.hstack([x, x]).equal(torch.cat([x, x], min(len(shape) - 1, 1)))
        assert torch.hstack([torch.zeros(0), x, x]).equal(torch.cat([x, x]))
    assert torch.hstack([torch.tensor(1), torch.tensor([2, 3])]).tolist() == [1, 2, 3]


# split, chunk, unbind


def test_sizes_of_pieces():
    """An integer is the size of a piece, not the number of pieces.

    The last piece may be smaller:

    The size of a piece is the length divided by ``chunks``, rounded up, and the last piece holds the rest.

    So there may silently be fewer pieces than asked for:

    ``tensor_split`` returns exactly six pieces, whose sizes differ by at most one:

    ``np.split(x, 5)`` cuts into five pieces, as ``torch.tensor_split(x, 5)`` does.
    """
    fewer = 0
    for n, k in itertools.product(range(1, 20), range(1, 25)):
        x = torch.arange(n)
        split = [len(piece) for piece in x.split(k)]
        assert split == [k] * (n // k) + [n % k] * (n % k > 0)
        assert [len(piece) for piece in x.chunk(k)] == [len(piece) for piece in x.split(math.ceil(n / k))]
        fewer += len(x.chunk(k)) < min(k, n)
        pieces = [piece.tolist() for piece in x.tensor_split(k)]
        assert len(pieces) == k and max(map(len, pieces)) - min(map(len, pieces)) <= 1
        assert pieces == [piece.tolist() for piece in np.array_split(x.numpy(), k)]
        assert n % k or pieces == [piece.tolist() for piece in np.split(x.numpy(), k)]
    assert fewer


def test_sizes_in_a_list_add_up():
    """The sizes have to add up to the size of the dimension.

    The size of each piece, or a list with one size per piece; the sizes in a list must add up to the size of the
    dimension.
    """
    for sizes in itertools.product(range(5), repeat=3):
        fits = sum(sizes) == 6
        assert (raises(torch.arange(6).split, list(sizes)) is None) is fits
        assert not fits or [len(piece) for piece in torch.arange(6).split(list(sizes))] == list(sizes)


def test_pieces_are_views():
    """The pieces are views.

    The pieces are views of ``table``:

    The parts are views, even of a 1-d tensor.

    Writing to one writes to ``x``, or raises while autograd records the write.

    While autograd records operations on a tensor, changing a piece in place raises.

    For one piece of a non-leaf tensor, use :func:`narrow`:
    """
    for shape in shapes(1, 3)[1:]:
        for dim in range(len(shape)):
            for cut in (lambda x, d: x.split(2, d), lambda x, d: x.chunk(2, d), lambda x, d: x.unbind(d)):
                x = torch.zeros(shape)
                assert all(storage(piece) == storage(x) for piece in cut(x, dim))
                w = x.requires_grad_() * 1
                assert all(raises(cut(y, dim)[0].fill_, 1) is RuntimeError for y in (w, x))
                assert raises(cut(w, dim)[0].add_, 1) is RuntimeError
                assert cut(w.detach(), dim)[0].fill_(1).sum() == w.sum() > 0
            assert raises(w.narrow(dim, 0, 1).add_, 1) is None and raises(x.narrow(dim, 0, 1).add_, 1) is RuntimeError
    a = np.zeros(3)
    for element in a:
        element += 1
    assert not a.any()


def test_loops_unbind():
    """Unpacking a tensor, or looping over it, takes it apart along dimension 0:

    A 0-d tensor raises, and so does a loop over it.
    """
    for shape in shapes(0, 1, 3):
        x = drawn(math.prod(shape)).view(shape)
        assert (raises_any(list, x) is None) is (raises_any(x.unbind) is None) is bool(shape)
        assert not shape or all(map(torch.equal, list(x), x.unbind()))


# repeat, repeat_interleave, tile


def test_counts_of_repeat():
    """``repeat`` takes one count per dimension:

    More counts than dimensions add dimensions in front:

    Passing fewer counts than dimensions raises.

    With fewer counts than dimensions, the leading dimensions are not repeated, where ``repeat`` raises:

    The result is a copy, even for ``(1, 1)``.

    The result is a copy.
    """
    for shape, counts in itertools.product(shapes(1, 2, dims=2), shapes(1, 2, 3)[1:]):
        x = drawn(math.prod(shape)).view(shape)
        assert (raises(x.repeat, counts) is None) is (len(counts) >= len(shape))
        padded = (*[1] * (len(counts) - len(shape)), *shape)
        filled = (*[1] * (len(shape) - len(counts)), *counts)
        made = torch.tile(x, counts)
        assert made.shape == tuple(a * b for a, b in zip(padded, filled, strict=True)) and storage(made) != storage(x)
        assert made.numpy().tolist() == np.tile(x.numpy(), counts).tolist()
        if len(counts) >= len(shape):
            assert x.repeat(counts).equal(made) and storage(x.repeat(counts)) != storage(x)


def test_each_value_next_to_itself():
    """This is what NumPy calls ``repeat``.

    Without ``dim``, a matrix is flattened.

    A tensor of counts gives each row its own count; a list is not accepted:

    The tensor of counts holds one count per row, or a single count for all rows.

    Called with counts alone, ``repeat_interleave`` repeats each index as often as its count says:
    """
    x = drawn(3, 2)
    for n in range(1, 5):
        for counts in itertools.product(range(3), repeat=n):
            given, fits = torch.tensor(counts), n in (1, 3)
            assert (raises(torch.repeat_interleave, x, given, 0) is None) is fits
            assert raises(torch.repeat_interleave, x, list(counts), 0) is TypeError
            if fits:
                expected = np.repeat(x.numpy(), counts, axis=0)
                assert torch.repeat_interleave(x, given, 0).numpy().tolist() == expected.tolist()
            assert torch.repeat_interleave(given).tolist() == np.repeat(np.arange(n), counts).tolist()
    assert torch.repeat_interleave(x, 2).tolist() == np.repeat(x.numpy(), 2).tolist()


def test_bare_counts():
    """The function needs a tuple or a list, even for one count.

    The method also accepts a bare number:
    """
    for shape, n in itertools.product(shapes(1, 2), range(4)):
        x = torch.zeros(shape)
        assert raises(torch.tile, x, n) is TypeError and x.tile(n).shape == torch.tile(x, (n,)).shape
        assert torch.tile(x, [n]).shape == x.tile(n).shape


# meshgrid


def test_grids():
    """Make the coordinates of each point of a grid from its axes.

    The grids are expanded views of the axes.

    ``"xy"`` is NumPy's default, and ``"ij"`` is torch's default:

    The axes need the same dtype.
    """
    for sizes in shapes(1, 2, 3)[1:]:
        axes = [drawn(n, seed=i) for i, n in enumerate(sizes)]
        grids = torch.meshgrid(*axes, indexing="ij")
        for at in itertools.product(*map(range, sizes)):
            assert [grid[at] for grid in grids] == [axis[i] for axis, i in zip(axes, at, strict=True)]
        assert all(storage(grid) == storage(axis) for grid, axis in zip(grids, axes, strict=True))
        swapped = torch.meshgrid(*axes, indexing="xy")
        for grid, default in zip(swapped, np.meshgrid(*(axis.numpy() for axis in axes)), strict=True):
            assert grid.tolist() == default.tolist()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert all(map(torch.equal, torch.meshgrid(*axes), grids))
    for one, other in itertools.product(DTYPES, repeat=2):
        pair = torch.ones(2, dtype=one), torch.ones(3, dtype=other)
        assert (raises(torch.meshgrid, *pair, indexing="ij") is None) is (one == other)
