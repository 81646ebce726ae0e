"""What the gallery says of more cases than it shows, each tried on a table of cases; the docstring is the sentence."""

import io
import itertools
import math
import warnings

import numpy as np
import pytest
import torch
from sklearn.datasets import make_regression
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, SEEDS, drawn, kind, layouts, raises, shapes, storage

# tensor and Tensor, arrays and tensors


def test_class_of_all_tensors():
    """``torch.Tensor`` is the class of all tensors, and calling it is an old way to ask for memory."""
    plain = [torch.ones(2, dtype=dtype) for dtype in (torch.bool, *INTEGERS, *FLOATS, *COMPLEX)]
    for x in [
        *plain,
        torch.tensor(1),
        nn.Parameter(plain[-1]),
        torch.eye(2).to_sparse(),
        torch.empty(2, device="meta"),
    ]:
        assert isinstance(x, torch.Tensor)
    assert torch.Tensor(2, 3).shape == (2, 3)


def test_float32_from_2_to_24_on():
    """From 2 ** 24 on, ``float32`` cannot hold every integer, so a value can change silently:"""
    n = torch.arange(2**24 + 1)
    assert n.float().long().equal(n)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert all(torch.tensor([2**k + 1]).float().long() != 2**k + 1 for k in range(24, 62))


def test_conversions_that_need_a_step_before():
    """While autograd records, a tensor that requires grad needs ``detach()`` before ``numpy()``.

    An array with a negative stride, such as ``a[::-1]``, needs ``copy`` before either conversion to a tensor:
    """
    x, a = torch.ones(2, requires_grad=True), np.arange(4)
    assert raises(x.numpy) and x.detach().numpy().tolist() == [1, 1]
    with torch.no_grad():
        assert raises(x.numpy) is None
    for make in (torch.from_numpy, torch.tensor):
        assert raises(make, a[::-1]) and make(a[::-1].copy()).tolist() == [3, 2, 1, 0]


def test_the_dtype_of_a_list():
    """From a list of Python numbers, ``torch.tensor`` infers the dtype: integers become ``int64``, and floats become
    the default dtype.
    """
    for numbers in ([0], [1, -2], [2**62], [[1, 2], [3, 4]]):
        assert torch.tensor(numbers).dtype == torch.int64
    try:
        for dtype in (torch.float64, torch.float32):
            torch.set_default_dtype(dtype)
            assert all(torch.tensor(numbers).dtype == dtype for numbers in ([0.5], [1, 2.5], [[1.0], [2.0]]))
    finally:
        torch.set_default_dtype(torch.float32)


def test_equal_addresses():
    """While both tensors exist, equal addresses mean the same memory (an empty tensor has the address 0)."""
    made = [torch.zeros(n) for n in range(1, 50)]
    assert len({x.data_ptr() for x in made}) == len(made)
    assert len({torch.zeros(1000).data_ptr() for _ in range(50)}) < 50
    assert torch.empty(0).data_ptr() == torch.ones(0).data_ptr() == 0


# view, reshape, contiguous; dimensions of size 1; permute and transpose


def test_view_and_reshape():
    """``view`` changes the rule and never moves a cell.

    ``reshape`` returns a view when it can and copies when it must.

    ``reshape`` copies only where no view is possible.
    """
    seen = set()
    for x, shape in layouts():
        before = x.untyped_storage().tolist()
        viewed = raises(x.view, shape) is None
        assert not viewed or x.view(shape).data_ptr() == x.data_ptr()
        assert (storage(x.reshape(shape)) == storage(x)) is viewed
        assert x.untyped_storage().tolist() == before and x.reshape(shape).flatten().equal(x.flatten())
        seen.add(viewed)
    assert seen == {True, False}


def test_no_single_step():
    """No single step length does that, so ``view`` raises:"""
    assert [0, 3, 1, 4, 2, 5] not in [[step * i for i in range(6)] for step in range(-6, 7)]
    assert raises(torch.arange(6).view(2, 3).t().view, 6)


def test_size_1_has_no_step():
    """A dimension of size 1 has one position, so no step is made along it."""
    for shape in shapes(1, 2, 3, dims=3):
        x = torch.arange(math.prod(shape)).reshape(shape)
        other = [7 if size == 1 else step for size, step in zip(shape, x.stride(), strict=True)]
        assert x.as_strided(shape, other).equal(x)


def test_squeeze_without_a_number():
    """Without a number, ``squeeze`` removes every dimension of size 1."""
    for shape in shapes(1, 2, 3, dims=4):
        assert torch.zeros(shape).squeeze().shape == tuple(size for size in shape if size != 1)


def test_permute_needs_every_dimension():
    """Every dimension has to be listed, even one that stays.

    It needs every dimension; ``transpose`` takes two.
    """
    x = torch.zeros(2, 3, 4, 5)
    for n in range(4):
        for some in itertools.permutations(range(4), n):
            assert raises(x.permute, some)
    assert all(raises(x.permute, order) is None for order in itertools.permutations(range(4)))
    assert x.transpose(1, 3).shape == (2, 5, 4, 3)


def test_argsort_leads_back():
    """The list that leads back to ``y`` says where each dimension of ``y`` is now.

    If the first list has no negative numbers, its ``argsort`` is that list:
    """
    for n in range(1, 5):
        x = torch.arange(24)[: [1, 2, 6, 24][n - 1]].reshape([(1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)][n - 1])
        for order in itertools.permutations(range(n)):
            assert x.permute(order).permute(torch.tensor(order).argsort().tolist()).equal(x)


def test_the_last_two_cannot_be_merged():
    """The last two cannot be merged: 2 steps of 12 do not make a step of 1, and ``reshape`` copies:"""
    turned = torch.arange(24).reshape(2, 3, 4).permute(1, 2, 0)
    assert turned.stride()[1:] == (1, 12) and raises(turned.view, 3, 8)
    assert storage(turned.reshape(3, 8)) != storage(turned)


def test_only_permute_returns_the_channels():
    """Both calls below return that shape without an error; only ``permute`` returns the channels:"""
    for height, width in itertools.product((2, 3, 9), repeat=2):
        image = torch.arange(height * width * 3).reshape(height, width, 3)
        right, wrong = image.permute(2, 0, 1), image.reshape(3, height, width)
        assert right.shape == wrong.shape
        assert all(right[c].equal(image[..., c]) and not wrong[c].equal(image[..., c]) for c in range(3))


def test_a_transposed_tensor_stays_in_its_block():
    """It lies in the block it had before; only the shape and the strides differ."""
    for shape in [(2, 3), (3, 2), (1, 5), (4, 4)]:
        x = drawn(*shape)
        y = x.t()
        assert (y.data_ptr(), y.dtype, y.storage_offset()) == (x.data_ptr(), x.dtype, x.storage_offset())
        assert y.untyped_storage().tolist() == x.untyped_storage().tolist() and y.stride() == x.stride()[::-1]


# indexing, gather and scatter


def test_one_pair_of_brackets_writes():
    """To the left of ``=``, one pair of square brackets writes into ``x``, whatever kind of index it holds."""
    row, mask = torch.tensor([True, False, True]), torch.arange(12).reshape(3, 4) % 2 == 0
    for index in [1, -1, slice(0, 2), [0, 2], row, mask, None, ..., torch.tensor([0, 2]), ([0, 1], [1, 3]), (1, [2])]:
        x = torch.zeros(3, 4)
        x[index] = 7
        assert (x == 7).sum() == torch.arange(12).reshape(3, 4)[index].numel() > 0


def test_a_mask_of_the_shape_and_a_mask_of_one_dimension():
    """The shapes can differ: a mask of the shape of ``x`` returns a vector, since the cells it picks need not form a
    block.

    A mask for one dimension alone, such as ``x[torch.tensor([True, False, True])]``, keeps whole rows.
    """
    x = torch.arange(12).reshape(3, 4)
    assert all(x[x % k == 0].dim() == 1 for k in range(1, 20))
    for picks in itertools.product((True, False), repeat=3):
        assert x[torch.tensor(picks)].tolist() == [row for row, pick in zip(x.tolist(), picks, strict=True) if pick]


def test_all_combinations_of_two_lists():
    """To read all combinations, make the first list a column:"""
    x = torch.arange(12).reshape(3, 4)
    for rows, columns in itertools.product(([0], [0, 2], [2, 1, 0]), ([1, 3], [0, 1, 2, 3])):
        block = x[torch.tensor(rows)[:, None], torch.tensor(columns)]
        assert block.tolist() == [[x[i, j].item() for j in columns] for i in rows]


def test_read_twice_and_never():
    """One position is read twice (10), and three are never read (11, 12, 20)."""
    x, index = torch.tensor([[10, 11, 12, 13], [20, 21, 22, 23]]), torch.tensor([[3, 0, 0], [1, 2, 3]])
    read = x.gather(1, index).flatten().tolist()
    assert [n for n in x.flatten().tolist() if n not in read] == [11, 12, 20]
    assert [n for n in x.flatten().tolist() if read.count(n) > 1] == [10] and read.count(10) == 2


def test_scatter_writes_back():
    """``scatter`` with the same index writes every element back to the position it was read from.

    Positions that were never read are still 0:
    """
    for seed in SEEDS:
        x, index = drawn(3, 5, seed=seed), torch.randint(5, (3, 4), generator=torch.Generator().manual_seed(seed))
        z = torch.zeros_like(x).scatter(1, index, x.gather(1, index))
        read = torch.zeros_like(x, dtype=torch.bool).scatter(1, index, True)
        assert z.equal(torch.where(read, x, 0.0))


def test_gather_does_not_broadcast():
    """``gather`` does not broadcast.

    One row of indices reads from the first row alone; ``take_along_dim`` applies it to all rows:
    """
    for rows in range(1, 5):
        x, index = drawn(rows, 4, seed=rows), torch.tensor([[3, 0, 2]])
        assert x.gather(1, index).equal(x[:1, [3, 0, 2]])
        assert x.take_along_dim(index, 1).equal(x[:, [3, 0, 2]])


def test_a_larger_source_of_scatter():
    """(The source of ``scatter`` may be larger than the index: its first rows and columns are used, as many as the
    index has.)
    """
    index, source = torch.tensor([[3, 0, 0], [1, 2, 3]]), torch.arange(20).reshape(4, 5)
    zeros = torch.zeros(2, 4, dtype=torch.int64)
    assert zeros.scatter_add(1, index, source).equal(zeros.scatter_add(1, index, source[:2, :3]))


# broadcasting, joining and splitting


def test_stretched_cells():
    """Stretched cells take no memory

    The stride along a stretched dimension is 0: every step along it stays on the same cell.
    """
    for shape in shapes(1, 3):
        x = torch.zeros(shape)
        wide = torch.broadcast_tensors(x, torch.zeros(2, *[3] * len(shape)))[0]
        assert storage(wide) == storage(x) and wide.untyped_storage().nbytes() == 4 * x.numel()
        assert wide.stride()[0] == 0
        assert all(step == 0 for step, size in zip(wide.stride()[1:], shape, strict=True) if size == 1)


def test_shapes_that_broadcast():
    """In each column the sizes are equal or one of them is 1; anything else is an error:"""
    for a, b in itertools.product(shapes(1, 2, 3), repeat=2):
        pairs = list(zip(a[::-1], b[::-1], strict=False))
        fits = all(m == n or 1 in (m, n) for m, n in pairs)
        assert (raises(torch.broadcast_shapes, a, b) is None) is fits
        assert (raises(torch.zeros(a).add, torch.zeros(b)) is None) is fits


def test_repeated_along_sizes_of_1():
    """Two tensors of different shapes are added as if each had been repeated along the dimensions where its size is
    1.
    """
    for a, b in itertools.product(shapes(0, 1, 3, dims=2), repeat=2):
        if len(a) == len(b) and all(m == n or 1 in (m, n) for m, n in zip(a, b, strict=True)):
            x, y = torch.ones(a), torch.ones(b)
            wide = [n if m == 1 else 1 for m, n in zip(a, b, strict=True)]
            tall = [m if n == 1 else 1 for m, n in zip(a, b, strict=True)]
            assert (x + y).shape == (x.repeat(wide) + y.repeat(tall)).shape


def test_nine_differences():
    """Their difference is not three values but nine: every prediction minus every target."""
    p, t = drawn(3, 1), drawn(3, seed=1)
    assert (p - t).tolist() == [[a - b for b in t.tolist()] for a in p.flatten().tolist()]


def test_mean_over_all_pairs():
    """The mean square over all pairs is the variance of the predictions, plus the variance of the targets, plus
    the squared distance between the two means.

    The targets' part is fixed; the rest is 0 when every prediction is the mean of all targets:
    """
    for seed in SEEDS:
        p, t = drawn(7, 1, seed=seed), drawn(7, seed=seed + 100)
        parts = p.var(correction=0), t.var(correction=0), (p.mean() - t.mean()) ** 2
        torch.testing.assert_close((p - t).square().mean(), sum(parts))
        best = t.mean().expand(7, 1)
        torch.testing.assert_close((best - t).square().mean(), parts[1])


def test_what_cat_takes():
    """``cat`` takes one or more tensors, whose dtypes may differ if they promote to a common one.

    Sizes may differ only along ``dim`` (an empty vector, of shape (0,), adds no elements, but its dtype counts)."""
    for (a, b), dim in itertools.product(itertools.product(shapes(1, 2, 3), repeat=2), range(3)):
        if len(a) == len(b) == 3:
            fits = a[:dim] + a[dim + 1 :] == b[:dim] + b[dim + 1 :]
            assert (raises(torch.cat, [torch.zeros(a), torch.zeros(b)], dim) is None) is fits
    x = torch.ones(2, 3)
    assert torch.cat([x, torch.zeros(0)]).equal(x) and raises(torch.cat, [x, torch.zeros(0, 2)])
    assert torch.cat([x.long(), torch.zeros(0)]).dtype == torch.float32
    assert torch.cat([x]).equal(x) and raises(torch.cat, [])
    for a, b in itertools.product((torch.bool, *INTEGERS, *FLOATS, *COMPLEX), repeat=2):
        assert torch.cat([torch.ones(1, dtype=a), torch.ones(1, dtype=b)]).dtype == torch.promote_types(a, b)
    assert raises(torch.cat, [torch.ones(1, dtype=torch.uint16), torch.ones(1, dtype=torch.int64)])


def test_writes_to_pieces_of_a_tensor_that_requires_grad():
    """(While autograd records, a write to a piece of ``split`` or ``unbind`` raises if the joined tensor requires
    grad.)
    """
    for pieces in (lambda x: x.split(1), lambda x: x.unbind()):
        joined = torch.stack([torch.ones(3, requires_grad=True)] * 2)
        assert raises(pieces(joined)[0].zero_)
        with torch.no_grad():
            assert raises(pieces(joined)[0].zero_) is None
        assert pieces(joined.detach())[0].zero_().sum() == 0


# dtypes, reductions, products


def test_not_always_the_more_exact():
    """The dtype of the sum is not always the more exact of the two."""
    n = torch.tensor([4097])
    assert (n + torch.zeros(1, dtype=torch.float16)).item() == 4096 != n.item()


def test_scalars_beside_tensors():
    """In an operation with a tensor that has dimensions, a Python number or a 0-d tensor changes the dtype only
    if it is of a higher
    kind.
    """
    dtypes = [torch.bool, *INTEGERS, *FLOATS, *COMPLEX]
    scalars = [(True, 0), (2, 1), (2.5, 2), (2j, 3), *((torch.ones((), dtype=one), kind(one)) for one in dtypes)]
    for dtype, (scalar, rank) in itertools.product(dtypes, scalars):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # half a complex number is experimental
            assert ((torch.ones(2, dtype=dtype) * scalar).dtype == dtype) is (rank <= kind(dtype))


def test_dtypes_that_are_not_in_the_table():
    """The wider unsigned integers, ``uint16`` to ``uint64``, can be combined with another dtype only if that is
    one of the four floats here.

    Combining floats of 8 bits, such as ``torch.float8_e5m2``, with any other dtype raises.
    """
    unsigned, small = [torch.uint16, torch.uint32, torch.uint64], [torch.float8_e5m2, torch.float8_e4m3fn]
    known = [torch.bool, *INTEGERS, *FLOATS, *COMPLEX, *unsigned, *small]
    for a, b in itertools.product(unsigned + small, known):
        if a != b:
            taken = raises(torch.ones(1).to(a).add, torch.ones(1).to(b)) is None
            assert taken is (a in unsigned and b in FLOATS), (a, b)


def test_true_division_of_integers():
    """On integers ``/`` always returns floats, with or without a remainder."""
    for a, b in itertools.product(INTEGERS, repeat=2):
        assert (torch.tensor([6, 7], dtype=a) / torch.tensor([3, 2], dtype=b)).dtype == torch.float32


def test_div_in_place():
    """An integer tensor cannot hold a float result, so ``div_`` without ``rounding_mode`` raises:

    The quotient of integers is a float, which an integer tensor cannot hold; with ``rounding_mode`` the call works.
    """
    for dtype in INTEGERS:
        assert raises(torch.tensor([6], dtype=dtype).div_, 3)
        for mode in ("floor", "trunc"):
            assert torch.tensor([7], dtype=dtype).div_(2, rounding_mode=mode).item() == 3


def test_a_negative_quotient():
    """``//`` rounds down, so a negative quotient with a remainder moves away from zero; ``rounding_mode="trunc"`` drops
    the fraction:
    """
    for a, b in itertools.product(range(-9, 10), (-3, -2, 2, 3)):
        x = torch.tensor([a])
        assert (x // b).item() == a // b and torch.div(x, b, rounding_mode="trunc").item() == int(a / b)
        assert (abs(a // b) > abs(a / b)) is (a / b < 0 and a % b != 0)


def test_dots_of_float32(run_script):
    """Up to 2²⁴, the 0 of both axes, every dot lies on the dashed line y = x.

    Above 2²⁴, only the even integers of the figure stay what they are."""
    page = run_script("dtypes")
    n, kept = page["n"], page["kept"]
    assert (n <= 2**24).any() and kept[n <= 2**24].equal(n[n <= 2**24])
    assert (n[n > 2**24] % 2 == 0).equal(kept[n > 2**24] == n[n > 2**24])


def test_values_that_do_not_fit():
    """When the result of an operation or a conversion does not fit its dtype, it usually changes silently.

    Floats of 16 bits or more turn into ``inf``; in ``float16`` that begins soon after 65504:
    """
    for dtype in INTEGERS:
        largest = torch.tensor([torch.iinfo(dtype).max], dtype=dtype)
        assert (largest + 1).item() == torch.iinfo(dtype).min
    for dtype in FLOATS:
        assert (torch.tensor([torch.finfo(dtype).max], dtype=dtype) * 2).isinf().all()
    assert torch.tensor([65519.0]).half() == 65504 and torch.tensor([65520.0]).half().isinf()


def test_dim_disappears():
    """The rule does not speak of rows and columns, so it holds for any number of dimensions and for dimensions counted
    from the end.

    ``sum``, ``mean`` and ``amax`` take several dimensions at once; ``max``, ``prod`` and ``argmax`` do not:
    """
    for shape in shapes(1, 2, 3, dims=4)[1:]:
        for dim in range(-len(shape), len(shape)):
            rest = shape[:dim] + shape[dim % len(shape) + 1 :]
            for name in ("sum", "mean", "amax", "prod", "argmax"):
                assert getattr(torch.zeros(shape), name)(dim).shape == rest
    x = torch.zeros(2, 3, 4)
    assert all(getattr(x, name)((0, 2)).shape == (3,) for name in ("sum", "mean", "amax"))
    assert all(raises(getattr(x, name), (0, 2)) for name in ("max", "prod", "argmax"))


def test_silently_wrong_without_keepdim():
    """For a square matrix the division runs, and as a rule the result is silently wrong."""
    for seed, n in itertools.product(SEEDS, (2, 3, 4)):
        m = drawn(n, n, seed=seed)
        assert not torch.allclose(m / m.sum(1), m / m.sum(1, keepdim=True))
    for right in (torch.ones(3, 3), torch.diag(torch.tensor([1.0, 2.0]))):
        assert (right / right.sum(1)).equal(right / right.sum(1, keepdim=True))


def test_mean_of_integers():
    """The mean of integers raises unless ``dtype=`` names a floating point or complex dtype:"""
    for dtype, into in itertools.product(INTEGERS, [*INTEGERS, *FLOATS, *COMPLEX]):
        x = torch.ones(2, dtype=dtype)
        assert raises(x.mean) and (raises(x.mean, dtype=into) is None) is (kind(into) > 1)


def test_products_of_square_matrices():
    """Two square matrices of one size can usually be multiplied either way, and then a mix-up shows only in the
    values.
    """
    for n, dtype in itertools.product((1, 2, 5), (torch.int64, torch.float32)):
        a, b = drawn(n, n).to(dtype), drawn(n, n, seed=1).to(dtype)
        assert (
            (a * b).shape == (a @ b).shape and (a * b).dtype == (a @ b).dtype and (a * b).stride() == (a @ b).stride()
        )
    assert raises(torch.matmul, torch.ones(2, 2), torch.ones(2, 2).long())


def test_shapes_tell_the_products_apart():
    """With other shapes, usually one of the two raises, or their results differ in shape."""
    alike, tried = 0, 0
    for a, b in itertools.product([shape for shape in shapes(1, 2, 3, 4, dims=2) if len(shape) == 2], repeat=2):
        x, y = torch.ones(a), torch.ones(b)
        if not (a == b and a[0] == a[1]):
            both = raises(torch.matmul, x, y) is None and raises(torch.mul, x, y) is None
            tried, alike = tried + 1, alike + (both and (x @ y).shape == (x * y).shape)
    assert alike < tried / 4


def test_rows_by_columns(run_script):
    """Every cell of the result has its row of ``C`` beside it and its column of ``B`` above it; in the frames, 5 · 5 +
    6 · 7 = 67.
    """
    page = run_script("products")
    B, C = page["B"], page["C"]
    assert (C @ B).tolist() == [[sum(C[i] * B[:, j]).item() for j in range(2)] for i in range(3)]
    assert C[2].tolist() == [5, 6] and B[:, 0].tolist() == [5, 7] and (C @ B)[2, 0] == 67


def test_named_products():
    """Each of the named products accepts one kind of shapes: ``dot`` two vectors, ``mm`` two matrices, ``bmm``
    two stacks of equal length.

    The dot product is ``torch.dot``, for vectors only.
    """
    dims = {torch.dot: 1, torch.mm: 2, torch.bmm: 3}
    for (product, wanted), m, n in itertools.product(dims.items(), range(5), range(5)):
        assert (raises(product, torch.ones([2] * m), torch.ones([2] * n)) is None) is (m == n == wanted)
    assert raises(torch.bmm, torch.ones(1, 2, 2), torch.ones(3, 2, 2))


def test_what_matmul_computes():
    """Depending on the number of dimensions, it computes ``dot``, ``mv``, ``mm`` or a vector times a matrix, but
    not ``outer``.
    """
    v, m = drawn(3), drawn(3, 3, seed=1)
    expected = {"dot": (v, v), "mv": (m, v), "mm": (m, m)}
    for name, pair in expected.items():
        torch.testing.assert_close(torch.matmul(*pair), getattr(torch, name)(*pair))
    torch.testing.assert_close(v @ m, torch.mv(m.t(), v))
    assert raises(torch.matmul, drawn(3), drawn(2))


def test_vecdot():
    """With letters you can also write products that these functions do not compute, such as the dot product of each row
    of ``A`` with the same row of ``B`` (for floats that is ``torch.linalg.vecdot``, which does not take integers):
    """
    a, b = drawn(4, 3), drawn(4, 3, seed=1)
    torch.testing.assert_close(torch.linalg.vecdot(a, b), torch.einsum("ij,ij->i", a, b))
    assert raises(torch.linalg.vecdot, a.long(), b.long())


# meshgrid, random numbers


def test_meshgrid_warns_once():
    """
    Torch warns about it, but only the first time in a process; ``set_warn_always`` makes sure that the warning
    appears here:
    """
    x = torch.arange(3)
    counts = []
    for always in (False, False, True):
        torch.set_warn_always(always)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.meshgrid(x, x)
        counts.append(len(caught))
    torch.set_warn_always(False)
    assert counts[0] <= 1 and counts[1:] == [0, 1]


def test_grids_cost_no_memory():
    """The grids cost no memory: they are the axes, stretched with a stride of 0.

    Broadcasting gives the same values without any grid:
    """
    for indexing, (m, n) in itertools.product(("xy", "ij"), itertools.product((2, 5, 20), repeat=2)):
        x, y = drawn(m), drawn(n, seed=1)
        X, Y = torch.meshgrid(x, y, indexing=indexing)
        assert (storage(X), storage(Y)) == (storage(x), storage(y))
        assert sorted(X.stride()) == sorted(Y.stride()) == [0, 1]
        column, row = (y[:, None], x) if indexing == "xy" else (y, x[:, None])
        assert (X**2 + Y**2).equal(row**2 + column**2)


DRAWS = [lambda **given: torch.rand(5, **given), lambda **given: torch.randn(5, **given),
         lambda **given: torch.randint(0, 100, (5,), **given)]  # fmt: skip


def test_the_seed_decides():
    """All three draw from a generator, and its seed decides the values.

    ``manual_seed`` sets the seed of the generator that all three use.
    """
    for draw in DRAWS:
        first, again, other = (draw(generator=torch.Generator().manual_seed(seed)) for seed in (3, 3, 4))
        assert first.equal(again) and not first.equal(other)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(3)
            assert draw().equal(first)


def test_rand_is_never_negative():
    """``rand`` is never negative."""
    for seed, dtype in itertools.product(SEEDS, FLOATS):
        x = torch.rand(100_000, dtype=dtype, generator=torch.Generator().manual_seed(seed))
        assert x.min() >= 0 and x.max() < 1


def test_a_generator_of_your_own():
    """A generator of your own advances only when a call names it:"""
    own = torch.Generator().manual_seed(0)
    with torch.random.fork_rng(devices=[]):
        for draw in [*DRAWS, lambda **given: torch.randperm(5, **given)]:
            before = own.get_state()
            draw()
            torch.manual_seed(1)
            assert own.get_state().equal(before)
            draw(generator=own)
            assert not own.get_state().equal(before)


# in place, the graph


def test_writes_to_a_leaf():
    """While autograd records, an in-place operation on a leaf that requires grad raises."""
    for write in ("add_", "mul_", "copy_", "fill_", "sub_"):
        x = torch.ones(2, requires_grad=True)
        assert raises(getattr(x, write), torch.tensor(2.0))
        with torch.no_grad():
            getattr(x, write)(torch.tensor(2.0))
        assert x._version == 1


def test_a_write_through_data_or_detach():
    """A write through ``.data`` is not counted, and the gradient can be silently wrong.

    After the same write through ``detach()``, ``backward`` raises.
    """
    found = []
    for save in (torch.sigmoid, torch.exp, torch.tanh, lambda x: x + 2):
        right, x = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
        save(right).sum().backward()
        y = save(x)
        y.data.zero_()
        assert y._version == 0
        y.sum().backward()
        found.append(x.grad.equal(right.grad))
    assert found == [False, False, False, True]
    out = torch.tensor(0.0, requires_grad=True).sigmoid()
    out.detach().zero_()
    assert raises(out.backward)


def test_version_counts_operations_in_place():
    """In-place operations on a tensor increase its counter ``_version``."""
    x = torch.zeros(3)
    for n, write in enumerate([x.add_, x[1:].add_, x.view(3, 1).mul_, x.detach().sub_, x.fill_], start=1):
        write(1)
        assert x._version == n
    x[1:] *= 10
    assert x._version == 7 and (x + 1)._version == 0  # the write to the slice, and the slice put back


def test_the_result_requires_grad():
    """While autograd records, the result of a differentiable operation requires grad if one argument does."""
    w, x = torch.ones(2, requires_grad=True), torch.ones(2)
    for f in (torch.add, torch.mul, torch.maximum, torch.dot, torch.atan2, lambda a, b: torch.stack([a, b])):
        assert f(w, x).requires_grad and f(x, w).requires_grad and not f(x, x).requires_grad
        with torch.no_grad():
            assert not f(w, x).requires_grad


def test_gradients_have_the_shape_of_their_tensors():
    """A gradient always has the shape of its tensor: ``B`` was broadcast over two rows, and the backward pass sums the
    two rows.
    """
    for a, b in itertools.product(shapes(1, 2, 3), repeat=2):
        x, y = torch.ones(a, requires_grad=True), torch.ones(b, requires_grad=True)
        if raises(torch.broadcast_shapes, a, b) is None:
            (x * y).sum().backward()
            assert (x.grad.shape, y.grad.shape) == (a, b)


def test_backward_adds():
    """``backward`` adds to ``.grad``; it never replaces what is there."""
    for there, factor in itertools.product((0.0, 2.0, -5.0), (1.0, 3.0)):
        w = torch.ones(2, requires_grad=True)
        w.grad = torch.full((2,), there)
        for n in (1, 2):
            (factor * w).sum().backward()
            assert w.grad.tolist() == [there + n * factor] * 2


def test_graphs_that_can_be_walked_again():
    """A graph that has saved no values, such as that of a sum, can be walked again without ``retain_graph=True``.

    It does only if the graph has saved tensors for it: here the product saves its factors, but the sum saves
    nothing.
    """
    x = torch.ones(2, requires_grad=True)
    for f, again in {
        torch.sum: True,
        torch.neg: True,
        torch.square: False,
        torch.exp: False,
        torch.relu: False,
    }.items():
        root = f(x).sum()
        root.backward()
        assert (raises(root.backward) is None) is again
    assert {"_saved_self", "_saved_other"} <= set(dir((x * (x + 1)).grad_fn))


def test_only_leaves_keep_a_gradient():
    """Only leaves keep a gradient

    Only leaves keep it by default; other tensors keep it after ``retain_grad``.
    """
    for f in (torch.exp, torch.sin, lambda x: x * 2, torch.clone, lambda x: x[:1], torch.square):
        x = torch.ones(2, requires_grad=True)
        result, kept = f(x), f(x)
        kept.retain_grad()
        (result.sum() + kept.sum()).backward()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert x.grad is not None and result.grad is None and kept.grad.shape == kept.shape


def test_dtypes_that_can_require_grad():
    """A tensor that requires grad must be of floating point or complex dtype, since an integer cannot change by a small
    amount:

    It is a plain product, ``matmul`` does not accept 0-d tensors, and integers cannot require a gradient.
    """
    for dtype in (torch.bool, *INTEGERS, *FLOATS, *COMPLEX):
        assert (raises(torch.ones, 2, dtype=dtype, requires_grad=True) is None) is (kind(dtype) > 1)
    assert raises(torch.matmul, torch.tensor(2.0), torch.tensor(3.0)) and raises(
        torch.matmul, torch.tensor(2.0), drawn(3)
    )


# what a view costs, search for w, one sample at a time


def test_what_a_view_costs():
    """``view`` and ``transpose`` only write down a new shape and new strides.

    ``clone`` copies every element, and ``contiguous`` may have to.

    Where these calls share memory, they write no element; a copy writes every element into memory of its own, 4 bytes
    for a ``float32``:

    The calls that share memory (dashed lines, hollow markers) stay at 0, whatever n is.
    """
    for side in (1, 2, 3, 10, 100):
        x = drawn(side, side, dtype=torch.float32)
        for shared in (x.view(-1), x.transpose(0, 1), x.contiguous()):
            assert storage(shared) == storage(x) and shared.data_ptr() == x.data_ptr()
        for copy in (x.clone(), *([x.t().contiguous()] if side > 1 else [])):
            assert storage(copy) != storage(x) and copy.untyped_storage().nbytes() == 4 * side**2
            assert copy.flatten().sort().values.equal(x.flatten().sort().values)


def test_the_longest_step_of_an_epoch(run_script):
    """In each of these four epochs the step of x = 3 is the longest, and the steps of each point shorten as ``w``
    approaches the dashed line w = 2.
    """
    path = torch.tensor(run_script("one_sample_at_a_time")["path"][:13], dtype=torch.float64)
    steps = path.diff().abs().reshape(4, 3)
    assert steps.argmax(dim=1).tolist() == [2] * 4 and (steps.diff(dim=0) < 0).all()


def test_the_sign_of_the_slope():
    """At any ``w`` its sign says on which side the minimum lies (at the minimum the slope is 0), and autograd computes
    the slopes of many parameters in one pass:
    """
    x = torch.tensor([1.0, 2.0, 3.0])
    w = torch.linspace(-50, 50, 401).requires_grad_()
    ((w[:, None] * x - 2 * x) ** 2).mean(dim=1).sum().backward()
    assert w.grad.sign().equal((w.detach() - 2).sign()) and 0 in w.grad


def test_the_graph_of_a_sum_grows(run_script):
    """The graph of the sum of tensors grows with every step, and a long run can use up the memory."""
    nodes, w, total, counts = run_script("one_sample_at_a_time")["nodes"], torch.ones(1, requires_grad=True), 0, []
    for _ in range(20):
        total = total + ((w - 2) ** 2).sum()
        counts.append(nodes(total))
    assert all(later > earlier for earlier, later in itertools.pairwise(counts))


# downhill by hand, heights and weights, fit a parabola


def descend(alpha, steps=8):
    theta = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    path = [1.0]
    for _ in range(steps):
        (grad,) = torch.autograd.grad(theta**2, theta)
        with torch.no_grad():
            theta -= alpha * grad
        path.append(theta.item())
    return path


def test_every_step_by_the_same_factor():
    """Every step multiplies θ by the same factor, 1 − 2α."""
    for alpha in (-0.4, 0.05, 0.4, 0.9, 1.0, 1.1, 3.0):
        assert descend(alpha) == pytest.approx([(1 - 2 * alpha) ** n for n in range(9)])


def test_plus_goes_uphill():
    """A plus instead of the minus goes uphill, whatever the size of the step; it amounts to a negative α:"""
    for alpha in (1e-6, 0.01, 0.4, 1.0, 100.0):
        assert all(later > earlier for earlier, later in itertools.pairwise(map(abs, descend(-alpha))))


def test_fates_of_alpha():
    """With α = 0.5, θ reaches the minimum in one step; with 0.9 it oscillates and converges; with 1.0 it never
    converges; with 1.1 it grows.
    """
    assert descend(0.5)[1:] == [0.0] * 8
    swings, stays, grows = (descend(alpha, 200) for alpha in (0.9, 1.0, 1.1))
    assert all(a * b < 0 for a, b in itertools.pairwise(swings)) and abs(swings[-1]) < 1e-15
    assert {abs(theta) for theta in stays} == {1.0} and abs(grows[-1]) > 1e12


def test_the_gradient_is_all_partial_derivatives():
    """With several parameters the gradient is the vector of all partial derivatives.

    It is the vector of all partial derivatives.
    """
    for f, size in ((lambda p: p[0] ** 2 + 10 * p[1] ** 2, 2), (lambda p: (p**3).sum() + p.prod(), 4)):
        point = drawn(size).requires_grad_()
        (grad,) = torch.autograd.grad(f(point), point)
        steps = 1e-6 * torch.eye(size, dtype=torch.float64)
        partial = torch.stack([(f(point + step) - f(point - step)) / 2e-6 for step in steps])
        torch.testing.assert_close(grad, partial.detach(), rtol=1e-6, atol=1e-6)


def test_points_above_the_line_by_eye(run_script):
    """Every point sits above the dashed line drawn by eye; the solid line of least squares runs through the middle of
    them.
    """
    page = run_script("heights_and_weights")
    assert (page["a"] @ page["by_eye"] < page["y"]).all()
    errors = page["a"] @ page["line"] - page["y"]
    assert errors.mean().abs() < 1e-9 and (errors > 0).any() and (errors < 0).any()


def test_raw_and_standardized_heights(run_script):
    """Gradient descent on raw heights has not converged after 1000 steps; on standardized heights 100 are enough."""
    page = run_script("heights_and_weights")
    least = page["mse"](page["line"]).item()
    raw = page["descend"](page["a"], 0.99 * 2 / page["curvature"][1].item(), 1000)[1]
    assert raw[-1] > 10 * least and page["fast"][99] == pytest.approx(least, rel=1e-6)


def test_wrong_sums_only_lower():
    """These sums are never negative, so they can only lower ``w`` and ``b``."""
    for seed in SEEDS:
        r, x = 100 * drawn(50, seed=seed), drawn(50, seed=seed + 9)
        for total in ((r**2 * x**2).sum(), (r**2).sum()):
            assert total >= 0 and 1.0 - 0.001 * total <= 1.0


# nn.Linear, DataLoader, what tutorials get wrong


def test_the_later_pace_is_that_of_the_data():
    """The layer starts at random, but after some epochs the loss falls by the same factor per epoch, whatever the
    seed.
    """
    x = torch.arange(11.0).reshape(-1, 1)
    design = torch.cat([x, torch.ones_like(x)], dim=1)
    slow = torch.linalg.eigvalsh(2 * design.T @ design / 11)[0]
    for seed in SEEDS:
        start = drawn(2, 1, seed=seed, dtype=torch.float32)
        losses = []
        for _ in range(152):
            error = design @ start - (2 * x + 1)
            losses.append(error.square().mean().item())
            start = start - 0.01 * 2 * design.T @ error / 11
        assert losses[151] / losses[150] == pytest.approx((1 - 0.01 * slow.item()) ** 2, rel=1e-3)


def test_what_weights_only_reads():
    """With ``weights_only=True``, ``torch.load`` reads tensors and plain values such as numbers, strings, lists and
    dictionaries, and raises for a module, because loading an object can run code.

    ``map_location`` says where the tensors go (tensors on ``meta`` stay there):
    """

    def loaded(value):
        file = io.BytesIO()
        torch.save(value, file)
        file.seek(0)
        return torch.load(file, weights_only=True, map_location="cpu")

    for value in (1, 2.5, 3j, True, None, "a", b"x", [1, "a"], (1,), {"epoch": 3}, {1, 2}):
        assert loaded(value) == value
    assert loaded(torch.ones(2)).equal(torch.ones(2))
    with pytest.raises(Exception, match="Weights only load failed"):
        loaded(nn.Linear(1, 1))
    assert loaded(torch.empty(2, device="meta")).device.type == "meta"


def test_meta_holds_no_values():
    """``meta`` is a device without hardware: its tensors have a shape but hold no values."""
    x = torch.ones(2, 3, device="meta")
    assert x.shape == (2, 3)
    assert all(raises(read) for read in (x.tolist, x.cpu, x.sum().item, x.numpy))


def test_a_layer_and_its_input_on_one_device():
    """As with other devices, a layer and its input have to be on the same device."""
    layers = {"cpu": nn.Linear(1, 1), "meta": nn.Linear(1, 1).to("meta")}
    for (here, layer), there in itertools.product(layers.items(), layers):
        assert (raises(layer, torch.ones(1, 1, device=there)) is None) is (here == there)
    x = torch.ones(1)
    assert x.to("cpu") is x and x.to("meta") is not x and layers["cpu"].to("meta") is layers["cpu"]


def test_the_loader_shuffles_again():
    """With ``shuffle=True`` the loader shuffles again in every epoch."""
    loader = DataLoader(TensorDataset(torch.arange(100)), 16, shuffle=True, generator=torch.Generator().manual_seed(0))
    epochs = [torch.cat([batch for (batch,) in loader]).tolist() for _ in range(10)]
    assert len(set(map(tuple, epochs))) == 10 and all(sorted(epoch) == list(range(100)) for epoch in epochs)


def test_nothing_is_below_least_squares():
    """No line through these points has a mean squared error below that of least squares."""
    features, targets = make_regression(100, 1, noise=10, bias=1.5, random_state=0)
    x, y = torch.tensor(features), torch.tensor(targets)[:, None]
    design = torch.cat([x, torch.ones_like(x)], dim=1)
    best = torch.linalg.lstsq(design, y).solution
    least = (design @ best - y).square().mean()
    for seed, size in itertools.product(range(40), (1e-3, 0.1, 10.0)):
        other = best + size * drawn(2, 1, seed=seed)
        assert (design @ other - y).square().mean() > least


def test_the_mean_squared_error_has_no_half():
    """The mean squared error has no ½."""
    for seed in SEEDS:
        a, b = drawn(4, 3, seed=seed), drawn(4, 3, seed=seed + 1)
        torch.testing.assert_close(nn.MSELoss()(a, b), (a - b).square().sum() / 12)


def test_only_with_a_seed():
    """You will only if a seed is set before the layer is made:"""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        free = [nn.Linear(1, 1).weight.item() for _ in range(5)]
        seeded = [nn.Linear(1, 1).weight.item() for _ in range(5) if torch.manual_seed(0)]
    assert len(set(free)) == 5 and len(set(seeded)) == 1
