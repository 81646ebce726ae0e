"""What the pages of indexing say of more cases than they show; the docstring is the sentence."""

import itertools
import math
import warnings

import numpy as np
import pytest
import torch

from tests.claims.inputs import DTYPES, FLOATS, INTEGERS, drawn, layouts, raises, raises_any, shapes, special, storage

INDICES = (torch.int64, torch.int32)


def rows(n=3, m=4):
    return torch.arange(n * m).reshape(n, m)


# getitem


def test_what_selects_several_positions():
    """A list of integers, a range, an ``int64`` or ``int32`` tensor, or a mask can select several positions:"""
    x = rows()
    taken = [[0, 2], range(0, 3, 2), *(torch.tensor([0, 2], dtype=dtype) for dtype in INDICES)]
    for index in [*taken, torch.tensor([True, False, True]), [True, False, True]]:
        assert x[index].tolist() == [[0, 1, 2, 3], [8, 9, 10, 11]]
    for dtype in set(DTYPES) - {*INDICES, torch.uint8, torch.bool}:
        assert raises_index(x, torch.tensor([0, 2]).to(dtype))


def raises_index(x, index):
    try:
        x[index]
    except IndexError:
        return True
    return False


def test_pairs_and_combinations():
    """Two lists are paired element by element.

    To get every combination, make the first list a column:
    """
    x = rows()
    for n in (1, 2, 3):
        for down, across in itertools.product(
            itertools.product(range(3), repeat=n), itertools.product(range(4), repeat=n)
        ):
            assert x[[*down], [*across]].tolist() == [4 * i + j for i, j in zip(down, across, strict=True)]
            made = x[[[i] for i in down], [*across]]
            assert made.tolist() == [[4 * i + j for j in across] for i in down]


def test_views_and_copies_of_an_index():
    """Integers and slices give a view.

    A list or a mask gives a copy, so the second write is lost:
    """
    x = rows()
    for index in (0, -1, slice(1, None), slice(None, None, 2), (slice(None), 1), (2, 3), (1, slice(2)), ..., None):
        assert storage(x[index]) == storage(x)
    for index in ([0], [0, 1, 2], range(3), torch.arange(3), x >= 0, [True] * 3, (slice(None), [0, 1]), (0, [1])):
        assert storage(x[index]) != storage(x)


def test_where_the_dimension_of_a_list_goes():
    """NumPy then puts the dimension of the list first, so its result has the shape (2, 3):"""
    for a, b, c in itertools.permutations((2, 3, 4)):
        shape = (a, b, c)
        assert np.zeros(shape)[0, :, [0, 1, 1, 1, 0]].shape == (5, b) == np.zeros(shape)[0, ..., [0] * 5].shape
        assert torch.zeros(shape)[0, :, [0, 1, 1, 1, 0]].shape == (b, 5)
        assert torch.zeros(shape)[:, 0, [0] * 5].shape == np.zeros(shape)[:, 0, [0] * 5].shape == (a, 5)


def test_a_float_is_not_an_index():
    """A single float is not an index, even one without a fraction."""
    for number in (0.0, 1.0, 1.5, -1.0, float("nan")):
        for index in (number, torch.tensor(number), torch.tensor([number]), (0, number), np.float64(number)):
            assert raises_index(rows(), index)


def test_index_tensors_of_another_kind():
    """A negative step in a slice raises; use :func:`flip`.

    A 0-d integer tensor counts as an integer, but a ``uint8`` tensor counts as a mask, which is deprecated.

    Python floats in a list are silently truncated.
    """
    x = rows()
    assert all(raises(x.__getitem__, slice(None, None, step)) for step in (-1, -2, -100))
    for i in range(-3, 3):
        for dtype in INDICES:
            y = x[torch.tensor(i, dtype=dtype)]
            assert y.equal(x[i]) and storage(y) == storage(x)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        assert x[0, torch.tensor([0, 2, 0, 3], dtype=torch.uint8)].tolist() == [1, 3]
    assert "deprecated" in str(warned[0].message)
    for dtype in INTEGERS[1:]:
        assert x[torch.tensor(1, dtype=dtype)].tolist() == [4, 5, 6, 7]
    for dtype in (torch.uint8, torch.bool):
        assert x[torch.tensor(1, dtype=dtype)].shape == (1, 3, 4)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for number in (0.0, 0.5, 1.999, -0.5, -1.5):
            assert x[[number]].tolist() == x[[int(number)]].tolist()


# setitem


def test_a_value_takes_the_dtype():
    """The dtype does not change.

    In ``float16``, the float 1e5 becomes ``inf``.

    In ``int64``, 1.9 silently becomes 1:

    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype in (torch.int8, torch.int16, torch.int32, torch.int64):
            x = torch.zeros(4, dtype=dtype)
            x[0], x[1], x[2:] = 1.9, -1.9, torch.tensor([0.999, 100.5])
            assert x.tolist() == [1, -1, 0, 100] and x.dtype == dtype
        x = torch.zeros(5, dtype=torch.float16)
        x[0], x[1], x[2], x[3:] = 65519.0, 65520.0, -1e9, torch.tensor([65519.0, 65520.0])
    assert x.tolist() == [65504, float("inf"), -float("inf"), 65504, float("inf")]


def test_values_that_are_not_accepted():
    """A list cannot be assigned.

    With an index list, or several values for a mask, a tensor needs the dtype of ``x``:
    """
    for dtype, other in itertools.product(DTYPES, repeat=2):
        for index in ([0, 2], torch.tensor([True, False, True])):
            x = torch.zeros(3, dtype=dtype)
            assert raises(x.__setitem__, index, [1, 1]) is TypeError
            assert bool(raises(x.__setitem__, index, torch.ones(2, dtype=other))) is (dtype != other)
        assert bool(raises(x.__setitem__, [0], torch.ones((), dtype=other))) is (dtype != other)
    assert raises(torch.zeros(3).__setitem__, slice(None), np.ones(3)) is TypeError


@pytest.mark.parametrize("dtype", DTYPES)
def test_a_shift_needs_a_clone(dtype):
    """Shifting the values of a 1-d tensor by one needs ``.clone()``, because source and destination overlap in memory:

    Without ``.clone()``, shifting several columns right can be silently wrong: the source changes while it is read.
    """
    for n, m in itertools.product((2, 3, 7, 100), repeat=2):
        x = (torch.arange(n * m) % 2).reshape(n, m).to(dtype)
        x[:, 0] = 1
        x[:, 1] = 0
        expected, y = torch.cat([x[:, :1], x[:, :-1]], dim=1), x.clone()
        y[:, 1:] = x[:, :-1].clone()
        assert y.equal(expected)
        assert m == 2 or raises(x[0, 1:].copy_, x[0, :-1]) is RuntimeError
        x[:, 1:] = x[:, :-1]
        assert x.equal(expected) is (m == 2)


def test_an_assignment_does_not_swap():
    """``y[0], y[1] = y[1], y[0]`` does not swap the elements: ``y[0]`` is a view.

    ``y[[0, 1]] = y[[1, 0]]`` swaps them.

    ``x[index] += 1`` adds 1 only once for an index that is repeated.
    """
    for y in (torch.tensor([1, 2]), torch.tensor([1.0, 2.0]), torch.tensor([[1, 2], [3, 4]])):
        z, swapped = y.clone(), y.flip(0)
        z[0], z[1] = z[1], z[0]
        assert not z.equal(swapped) and z[0].equal(z[1])
        y[[0, 1]] = y[[1, 0]]
        assert y.equal(swapped)
    for times in (1, 2, 9, 1000):
        x = torch.zeros(2)
        x[[0] * times] += 1
        assert x.tolist() == [1, 0]


# narrow, index_select


def test_the_range_has_to_fit():
    """The range has to fit into the dimension."""
    x = rows(2, 5)
    for start, length in itertools.product(range(-7, 8), range(-1, 8)):
        fits = -5 <= start <= 5 and 0 <= length <= 5 - start % 5 * (start != 5) - 5 * (start == 5)
        assert (raises_any(torch.narrow, x, 1, start, length) is None) is fits, (start, length)


def test_index_select_picks():
    """Pick rows, columns or other slices by a tensor of indices, in any order.

    The result is a copy, even when the indices are consecutive:
    """
    for x, _ in itertools.islice(layouts(), 0, None, 20):
        for dim in range(x.ndim):
            for order in itertools.product(range(x.shape[dim]), repeat=2):
                y = torch.index_select(x, dim, torch.tensor(order))
                assert y.equal(torch.stack([x.select(dim, i) for i in order], dim)) and storage(y) != storage(x)


def test_indices_of_index_select():
    """``index`` is a tensor of dtype ``int64`` or ``int32``, not a list:

    Valid indices run from 0 to the size minus 1.

    Negative indices raise, unlike in ``x[:, [-1]]`` and ``np.take``:

    A 1-d or 0-d tensor of dtype ``int64`` or ``int32`` with the positions to take; a repeated position is
    taken again.
    """
    for x, dim in itertools.product((torch.zeros(3, 3), rows(3, 3), torch.ones(3, 3, 3).bool()), (0, 1)):
        for i in range(-5, 6):
            assert (raises_any(torch.index_select, x, dim, torch.tensor([i])) is None) is (0 <= i < 3)
        for dtype in DTYPES:
            for index in (torch.ones(2, dtype=dtype), torch.ones((), dtype=dtype)):
                assert (raises_any(torch.index_select, x, dim, index) is None) is (dtype in INDICES)
        assert raises_any(torch.index_select, x, dim, torch.zeros(1, 1, dtype=torch.int64)) is IndexError
    assert np.take(np.arange(3), [-1]) == 2


# masked_fill, where, nonzero


def test_numbers_too_large():
    """A number too large for the dtype raises, while NumPy's ``astype`` changes it."""
    mask = torch.tensor([True, False])
    for dtype in [*INTEGERS, *FLOATS]:
        most = (torch.finfo if dtype.is_floating_point else torch.iinfo)(dtype).max
        assert torch.zeros(2, dtype=dtype).masked_fill(mask, most).tolist()[0] == most
        for number in (most * 2, -2 * most - 2) if dtype != torch.float64 else ():
            assert raises(torch.zeros(2, dtype=dtype).masked_fill, mask, number)
        if dtype in (torch.int8, torch.int16, torch.int32, torch.uint8, torch.float16, torch.float32):
            with np.errstate(all="ignore"):
                assert np.asarray(most * 2).astype(torch.zeros((), dtype=dtype).numpy().dtype).item() != most * 2


def test_a_number_does_not_widen():
    """A Python integer does not widen an integer dtype, so an integer that is too large for the dtype raises."""
    condition = torch.tensor([True, False])
    for dtype in INTEGERS[:-1]:
        limits = torch.iinfo(dtype)
        x = torch.zeros(2, dtype=dtype)
        for fits in (0, 7, limits.max, limits.min):
            y = torch.where(condition, x, fits)
            assert y.dtype == dtype and y[1] == fits
        for number in (limits.max + 1, -limits.max * 3):
            assert raises(torch.where, condition, x, number) is RuntimeError
        assert torch.where(condition, x, 0.5).dtype == torch.float32


def test_the_condition_alone():
    """With the condition alone, ``where`` returns the indices, one tensor per dimension from 1-d on, like ``nonzero``
    with ``as_tuple=True``:
    """
    for shape in shapes(0, 1, 3):
        x = drawn(math.prod(shape)).view(shape) > 0
        found, expected = torch.where(x), torch.nonzero(x, as_tuple=True)
        assert len(found) == max(x.ndim, 1) and all(map(torch.equal, found, expected))


def test_conditions_have_to_be_bool():
    """With three arguments, the condition has to be bool; ``uint8`` is deprecated.

    With ``input`` and ``other``, a bool tensor; on its own, a tensor of any dtype, which gives the indices of its
    nonzero elements.
    """
    for dtype in DTYPES:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            taken = raises(torch.where, torch.tensor([1, 0]).to(dtype), 1, 0) is None
        assert taken is (dtype in (torch.bool, torch.uint8)) and bool(warned) is (dtype == torch.uint8)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert [found.tolist() for found in torch.where(special(dtype))] == torch.nonzero(special(dtype)).T.tolist()


def test_nonzero_finds_all():
    """Find the indices of all values that are not zero.

    If the elements are all zero, the tensor of indices is empty, and ``if`` raises.
    """
    for dtype in DTYPES:
        x = special(dtype)
        assert torch.nonzero(x).flatten().tolist() == [i for i, value in enumerate(x.tolist()) if value]
        for shape in shapes(1, 2, 3)[1:]:
            nothing = torch.nonzero(torch.zeros(shape, dtype=dtype))
            assert nothing.shape == (0, len(shape)) and raises(bool, nothing) is RuntimeError
    for x, _ in layouts():
        assert torch.nonzero(x).shape[0] == sum(value != 0 for value in x.flatten().tolist())


def test_a_single_index_is_a_number():
    """In an ``if``, the single index of a 1-d tensor is read as a number, so an element found at index 0 counts as
    ``False``:
    """
    for n, i in itertools.product((1, 2, 5), range(5)):
        assert bool(torch.nonzero(torch.arange(n) == i % n)) is (i % n != 0)
    assert raises(bool, torch.nonzero(torch.ones(1, 1))) is RuntimeError


# gather, take_along_dim


def test_a_single_row_of_indices():
    """With ``dim=1``, a single row of indices silently reads from the first row of ``x`` alone:"""
    for n, m in itertools.product((1, 2, 3), (1, 2, 4)):
        x = drawn(n, m)
        for index in itertools.product(range(m), repeat=2):
            assert torch.gather(x, 1, torch.tensor([index])).tolist() == [[x[0, i].item() for i in index]]


def test_dtypes_of_indices():
    """Indices are ``int64`` or ``int32``, and negative indices do not count from the end.

    With ``dim``, indices have to be ``int64``, not ``int32``.
    """
    for dtype in DTYPES:
        x = torch.ones(2, 2, dtype=dtype)
        for kind in DTYPES:
            index = torch.ones(2, 2, dtype=kind)
            assert (raises(torch.gather, x, 1, index) is None) is (kind in INDICES)
            assert (raises(torch.take_along_dim, x, index, 1) is None) is (kind == torch.int64)
            assert raises(torch.take_along_dim, x, index) is None or kind not in INDICES
        for size in (1, 2, 3):
            assert raises_any(torch.gather, torch.ones(1, size), 1, torch.tensor([[-1]])) is RuntimeError


def test_sizes_of_indices():
    """In each dimension except ``dim``, ``index`` is at most as large as ``x``."""
    x = torch.zeros(2, 3)
    for n, m in itertools.product(range(6), repeat=2):
        index = torch.zeros(n, m, dtype=torch.int64)
        for dim, fits in ((0, m <= 3), (1, n <= 2)):
            assert (raises(torch.gather, x, dim, index) is None) is (fits or not n * m), (n, m, dim)


def test_integers_that_are_indices():
    """An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; it gives the shape of the result, and
    negative indices raise.
    """
    x = torch.zeros(3)
    for dtype in DTYPES:
        index = torch.ones(2, dtype=dtype)
        assert (raises(torch.gather, x, 0, index) is None) is (dtype in INDICES)
        assert raises_any(torch.gather, x, 0, torch.ones(1, 2, dtype=torch.int64))
        if dtype in INDICES:
            assert torch.gather(x, 0, index).shape == index.shape and raises(torch.gather, x, 0, -index)


def test_out_of_bounds_wraps():
    """With ``dim``, an out-of-bounds index wraps around silently: in a dimension of size 3, index 4 means 1."""
    for size, i in itertools.product((1, 2, 3, 5), range(-12, 13)):
        assert torch.take_along_dim(torch.arange(size), torch.tensor([i]), dim=0) == i % size


def test_without_dim_both_are_viewed():
    """Without ``dim``, both tensors are viewed as 1-d, which can raise for a transposed tensor.

    Call ``contiguous`` first:
    """
    for x, _ in itertools.islice(layouts(), 0, None, 5):
        viewed = raises(x.view, -1) is None
        assert (raises(torch.take_along_dim, x, torch.tensor([1])) is None) is viewed
        assert torch.take_along_dim(x.contiguous(), torch.tensor([1])) == x.flatten()[1]
        index = torch.tensor([[0, 1], [2, 3]]).t()
    assert raises(torch.take_along_dim, torch.arange(4), index) is RuntimeError
    assert torch.take_along_dim(torch.arange(4)[None].t(), torch.tensor([1])) == 1


def test_dimensions_of_indices():
    """With ``dim``, ``input`` and ``indices`` need the same number of dimensions, so pass ``keepdim=True`` to the
    reduction:

    Unlike in :func:`gather`, a size of 1 broadcasts in dimensions other than ``dim``.

    An ``int64`` tensor such as :func:`argsort` returns; with ``dim``, it has as many dimensions as ``input`` and
    broadcasts in the dimensions other than ``dim``.
    """
    for dims, others in itertools.product((1, 2, 3), repeat=2):
        x, index = drawn(*[2] * dims), torch.zeros([1] * others, dtype=torch.int64)
        assert (raises(torch.take_along_dim, x, index, 0) is None) is (dims == others)
        assert torch.take_along_dim(x, index).tolist() == [x.flatten()[0].item()]
        if dims == others:
            assert torch.take_along_dim(x, index, 0).shape == (1, *x.shape[1:])
            assert torch.gather(x, 0, index).shape == index.shape


# fill_, zero_


def test_fill_and_zero_everything():
    """The value of every element, a number or a 0-d tensor; in an ``int64`` tensor, its fraction is truncated.

    Set every value of a tensor to zero, in place.
    """
    for x, _ in itertools.islice(layouts(), 0, None, 10):
        for dtype, value in ((torch.float64, 2.5), (torch.int32, 2)):
            y = x.to(dtype).clone(memory_format=torch.preserve_format)
            for number in (2.5, torch.tensor(2.5)):
                assert y.fill_(number) is y and y.unique().tolist() == [value] and y.zero_().count_nonzero() == 0
    for dtype in DTYPES:
        x = special(dtype)
        address = x.data_ptr()
        assert x.zero_().data_ptr() == address and not x.any()
    assert raises(torch.zeros(2).fill_, torch.tensor([1.0])) is RuntimeError
    assert torch.ones(2).long().fill_(-0.5).tolist() == [0, 0]


def test_numbers_that_fill_does_not_hold():
    """For integers, a Python ``nan`` raises, and a number too large for the dtype can raise."""
    for dtype in (*INTEGERS, *FLOATS[:-1]):
        most = (torch.finfo if dtype.is_floating_point else torch.iinfo)(dtype).max
        x = torch.zeros(2, dtype=dtype)
        assert x.fill_(most).tolist() == [most, most] and raises(x.fill_, most * 2) is RuntimeError
        assert (raises(x.fill_, float("nan")) is RuntimeError) is not dtype.is_floating_point


def test_minus_1_in_uint8():
    """In ``uint8``, -1 becomes 255, while NumPy raises."""
    assert torch.zeros(2, dtype=torch.uint8).fill_(-1).tolist() == [255, 255]
    assert raises(np.zeros(2, np.uint8).__setitem__, ..., -1) is OverflowError


# argwhere, unravel_index, take


def test_argwhere_is_nonzero():
    """List the indices of the nonzero elements, one row per element.

    The result is that of :func:`nonzero` without ``as_tuple``.

    Its name is the one that NumPy uses:

    The columns of the result are the row indices and the column indices of the elements:
    """
    for dtype, shape in itertools.product(DTYPES, shapes(0, 1, 3)):
        x = torch.arange(torch.Size(shape).numel()).remainder(3).to(dtype).view(shape)
        assert torch.argwhere(x).equal(torch.nonzero(x)) and torch.argwhere(x).shape == (x.count_nonzero(), len(shape))
        assert torch.argwhere(x).tolist() == np.argwhere((x != 0).numpy()).tolist()
    for seed in range(5):
        x = drawn(4, 5, seed=seed).gt(0).long()
        row, column = torch.argwhere(x).unbind(dim=1)
        assert x[row, column].all() and len(row) == x.sum()


def test_positions_and_indices():
    """Convert positions in a flattened tensor to one index per dimension.

    Positions count row by row, so the inverse is the row times the number of columns, plus the column:

    A position past the end silently wraps around, while NumPy raises.

    An integer tensor of positions in the flattened tensor; each tensor of the result has its shape.
    """
    for shape in shapes(1, 2, 3):
        n = torch.Size(shape).numel()
        x = torch.arange(n).view(shape)
        found = torch.unravel_index(torch.arange(n), shape)
        assert len(found) == len(shape) and (not shape or x[found].equal(torch.arange(n)))
        if shape:
            assert torch.stack(torch.unravel_index(torch.arange(n, 3 * n), shape)).equal(
                torch.stack(found).repeat(1, 2)
            )
            with pytest.raises(ValueError, match="out of bounds"):
                np.unravel_index(n, shape)
        if len(shape) == 2:
            assert (found[0] * shape[1] + found[1]).equal(torch.arange(n))
    for dtype, size in itertools.product(DTYPES, ((), (0,), (2, 1))):
        index = torch.zeros(size, dtype=dtype)
        fits = dtype in INTEGERS
        assert (raises_any(torch.unravel_index, index, (2, 3)) is None) is fits
        assert not fits or [one.shape for one in torch.unravel_index(index, (2, 3))] == [index.shape] * 2


def test_taken_positions():
    """Pick elements by their position in the flattened tensor.

    Positions count row by row, here from 0 to 5.

    The result has the shape of ``index``:

    ``index`` is a tensor of dtype ``int64``.

    The result is a copy, and the gradient of a position that is taken twice counts twice.

    An ``int64`` tensor of positions in the flattened tensor; it gives the shape of the result.
    """
    for x, _ in itertools.islice(layouts(), 0, None, 5):
        n = x.numel()
        for index in (torch.arange(-n, n), torch.arange(n).view(2, -1), torch.tensor(-1), torch.zeros(0).long()):
            made = x.take(index)
            assert made.equal(x.flatten()[index]) and storage(made) != storage(x)
        assert raises_any(x.take, torch.tensor([n])) is raises_any(x.take, torch.tensor([-n - 1])) is IndexError
    for dtype in DTYPES:
        assert (raises(torch.ones(3).take, torch.ones(2, dtype=dtype)) is None) is (dtype == torch.int64)
    x = torch.zeros(2, 2, requires_grad=True)
    x.take(torch.tensor([0, 0, 3])).sum().backward()
    assert x.grad.tolist() == [[2, 0], [0, 1]]
