"""What the entries of memory say of more cases than they show; the docstring of a check is the sentence."""

import copy
import itertools
import sys

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, drawn, layouts, raises, shapes, storage


def different(some=None):
    """Tensors in many layouts, each once."""
    found = {id(x): x for x, _ in layouts()}
    return list(found.values())[:some]


# shape, ndim, dim, numel


def test_shape_is_a_tuple():
    """``shape`` and ``size()`` return the same tuple.

    Negative indices count from the end.

    The dimension whose size ``Tensor.size`` returns; without it, the whole shape.

    In torch, ``x.size == 6`` is ``False`` without an error, and arithmetic with ``x.size`` raises.
    """
    for shape in shapes(0, 1, 3):
        x = torch.zeros(shape)
        assert x.shape == x.size() == shape and type(x.shape) is type(x.size()) and x.shape != list(shape)
        for dim in range(-len(shape), len(shape)):
            assert x.size(dim) == x.shape[dim] == shape[dim]
        assert (x.size == x.numel()) is False
        for call in (lambda x=x: x.size * 2, lambda x=x: range(x.size), lambda x=x: x.size - 1, lambda x=x: x.size > 3):
            assert raises(call) is TypeError


def test_unpacking():
    """Unpacking without ``*`` needs as many names as there are dimensions."""
    for n, names in itertools.product(range(5), range(5)):
        target = f"[{', '.join('abcde'[:names])}] = x.shape"
        assert (raises(exec, target, {"x": torch.zeros((1,) * n)}) is None) == (n == names)
        starred = raises(exec, target.replace("[a", "[*a"), {"x": torch.zeros((1,) * n)})
        assert not names or (starred is None) == (n >= names - 1)


def test_dimensions():
    """``ndim`` is the depth of the nested square brackets in the printout of a non-empty tensor:

    An integer index removes a dimension, and a slice keeps it:

    The result equals the attribute ``ndim``:

    Without parentheses, ``x.dim`` is the method itself, and ``x.dim == 2`` is ``False`` without an error:
    """
    for shape in shapes(1, 2, 5, dims=4):
        x = torch.zeros(shape)
        inside = str(x).removeprefix("tensor(")
        assert x.ndim == x.dim() == len(inside) - len(inside.lstrip("[")) == len(shape)
        assert x.ndim == 0 or (x[0].ndim, x[0:1].ndim) == (x.ndim - 1, x.ndim)
        assert (x.dim == x.ndim) is False


def test_column_minus_row():
    """A column minus a row silently broadcasts to a matrix."""
    for n, m in itertools.product((2, 3, 5), repeat=2):
        assert (torch.zeros(n, 1) - torch.zeros(m)).shape == (n, m)


def test_dim_counts_from_0():
    """Dimensions are counted from 0, so the last dimension is ``x.dim() - 1``, or -1 for short:"""
    for shape in shapes(2, 3, dims=4)[1:]:
        x = drawn(*shape)
        assert x.sum(dim=x.dim() - 1).equal(x.sum(dim=-1))
        for dim in (x.dim(), -x.dim() - 1):
            try:
                x.sum(dim=dim)
            except IndexError:
                continue
            raise AssertionError


def test_counting_elements():
    """Count all elements: the total size of a tensor.

    ``len`` is the size of the first dimension:

    A 0-d tensor lacks a first dimension, so ``len`` raises.

    ``numel`` counts the elements that an index reaches, not those in memory.
    """
    for shape in shapes(0, 1, 3, dims=4):
        x = torch.zeros(shape)
        assert x.numel() == len(list(np.ndindex(shape))) == len(x.flatten().tolist())
        assert (raises(len, x) is TypeError) if shape == () else len(x) == shape[0]
        assert x.expand(7, *shape).numel() == 7 * x.numel()
        assert x.expand(7, *shape).untyped_storage().nbytes() == x.nbytes


# stride, storage_offset, is_contiguous, contiguous


def test_strides_lead_to_elements():
    """The sum of index times stride is the position in memory, counted from the first element of ``x``.

    The dimension whose stride is returned; without it, those of all dimensions.

    A non-negative integer index adds index times stride to the offset:

    A view reads the same memory, often with other strides.
    """
    for x in different():
        memory = torch.empty(0, dtype=x.dtype).set_(x.untyped_storage())
        assert x.stride() == tuple(x.stride(dim) for dim in range(x.ndim))
        for index in np.ndindex(*x.shape):
            step = sum(i * stride for i, stride in zip(index, x.stride(), strict=True))
            assert (
                memory[x.storage_offset() + step] == x[index] and x[index].storage_offset() == x.storage_offset() + step
            )


def test_strides_in_numpy():
    """NumPy counts strides in bytes, torch in elements:

    A new array without elements has strides of 0 in NumPy, but not in torch.

    NumPy slices backwards with a negative stride.

    torch does not accept a negative stride; ``flip`` makes a copy instead:
    """
    for dtype in INTEGERS + FLOATS[2:] + COMPLEX:
        for x in (torch.ones(4, 6, dtype=dtype)[::2, 1::2], torch.ones(2, 3, 4, dtype=dtype).permute(2, 0, 1)):
            assert x.numpy().strides == tuple(step * x.element_size() for step in x.stride())
    for shape in ((0,), (0, 3), (3, 0), (2, 0, 3)):
        assert set(np.zeros(shape).strides) == {0} and 0 not in torch.zeros(shape).stride()
    x = torch.arange(6)
    assert raises(lambda: x[::-1]) is ValueError and raises(x.as_strided, (2,), (-1,)) is RuntimeError
    assert np.arange(6)[::-1].strides == (-8,) and storage(x.flip(0)) != storage(x)


def test_offsets_of_slices():
    """A slice that skips the first elements starts further on in the same memory.

    The offsets of nested slices add up:

    A row from the middle of ``table`` is contiguous, so ``contiguous`` does not copy it, and the whole table stays in
    memory.

    ``clone`` makes a copy of the row alone, with offset 0:
    """
    for one, other in itertools.product(range(4), repeat=2):
        assert torch.arange(10)[one:][other:].storage_offset() == one + other
        assert (torch.arange(10)[one:].storage_offset() > 0) == (one > 0)
    table = torch.zeros(4, 5)
    for row in table:
        assert row.contiguous() is row and row.contiguous().untyped_storage().nbytes() == table.nbytes
        assert (row.clone().storage_offset(), row.clone().untyped_storage().nbytes()) == (0, row.nbytes)


def row_major(x):
    """Whether the elements lie one after another in memory, in the order of the indices: by their addresses."""
    addresses = [x[index].data_ptr() for index in np.ndindex(*x.shape)]
    return addresses == [addresses[0] + i * x.element_size() for i in range(len(addresses))]


def test_row_major_order():
    """Test whether elements lie in memory in row-major order, without gaps.

    ``x[1:]`` takes whole rows, so it has no gaps, but ``x[:, 1:]`` has gaps between rows.

    The stride of a size-1 dimension does not matter, since it is not used:
    """
    seen = set()
    for x in [
        *different(),
        torch.zeros(2, 3)[:1].t(),
        torch.zeros(3, 1).t(),
        torch.zeros(3, 4)[:1, 1:],
        torch.ones(()),
    ]:
        assert x.is_contiguous() == row_major(x)
        seen.add(x.is_contiguous())
    assert seen == {True, False}
    for n, m in itertools.product((2, 3, 5), repeat=2):
        x = torch.zeros(n, m)
        assert x[1:].is_contiguous() and not x[:, 1:].is_contiguous()
        assert x.as_strided((1, m), (77, 1)).is_contiguous() and x.as_strided((n, 1), (m, 77)).stride() == (m, 77)


def test_views_of_what_is_not_contiguous():
    """The printout does not show the difference, but ``x.t().view(6)`` raises.

    A tensor that is not contiguous can still have a :func:`view`, if the elements that it regroups are evenly spaced:
    """
    for n, step in itertools.product((6, 12), (2, 3)):
        x = torch.arange(n * step)[::step]
        assert not x.is_contiguous() and x.view(2, n // 2).tolist() == x.reshape(2, n // 2).tolist()
    x = torch.arange(6).view(2, 3)
    assert raises(x.t().view, 6) is RuntimeError and str(x.t()) == str(x.t().contiguous())


def test_contiguous():
    """Make a tensor contiguous: store its elements in row-major order.

    The transpose of ``x`` is copied row by row, and the copy has the strides of a new tensor:

    ``contiguous`` does not change a tensor ``y`` itself, so assign the result:

    By default, a contiguous tensor is returned itself, so a write to the result changes it.

    For the transpose, the result is a copy.

    ``clone`` copies in both cases:
    """
    for x in different():
        was, y = x.stride(), x.contiguous()
        assert y.equal(x) and row_major(y) and y.is_contiguous() and x.stride() == was
        assert (y is x) == x.is_contiguous() == (storage(y) == storage(x)) and storage(x.clone()) != storage(x)
    for n, m in itertools.product((2, 3, 5), repeat=2):
        x = torch.zeros(n, m)
        assert x.t().contiguous().stride() == torch.zeros(m, n).stride() and storage(x.t().contiguous()) != storage(x)
    x = torch.zeros(2, 3, 4, 5)
    assert x.contiguous(memory_format=torch.channels_last) is not x


def test_channels_last():
    """A batch of images can be stored with the channels last, which its shape does not show:

    The order to test for; ``torch.channels_last`` tests for 4-d images stored channels last.
    """
    for shape in ((2, 3, 4, 5), (8, 3, 32, 48), (1, 7, 2, 2)):
        x = torch.zeros(shape)
        y = x.contiguous(memory_format=torch.channels_last)
        assert y.shape == x.shape and y.stride(1) == 1 and y.permute(0, 2, 3, 1).is_contiguous()
        last = torch.channels_last
        assert y.is_contiguous(memory_format=last) and not x.is_contiguous(memory_format=last) and not y.is_contiguous()


# clone, copy_


def test_clones():
    """Copy a tensor into memory of its own.

    Its clone is independent of the large tensor, whose memory can then be freed:

    Gradients flow back through ``clone``, and the copy of a weight is not a leaf:

    Python's ``deepcopy`` does not accept a non-leaf tensor that requires grad.
    """
    for x in different():
        y = x.clone()
        assert y.equal(x) and storage(y) != storage(x) and y.untyped_storage().nbytes() == y.nbytes
    for dtype in (*FLOATS, *COMPLEX):
        w = torch.ones(3, dtype=dtype, requires_grad=True)
        (w.clone() * 2).sum().abs().backward()
        assert w.grad.tolist() == [2, 2, 2] and not w.clone().is_leaf and copy.deepcopy(w).is_leaf
        assert raises(copy.deepcopy, w * 2) is RuntimeError and copy.deepcopy((w * 2).detach()).tolist() == [2, 2, 2]
        assert copy.deepcopy(torch.ones(3, dtype=dtype) * 2).tolist() == [2, 2, 2]


def test_copy_keeps_the_dtype():
    """``copy_`` writes into ``x``, so existing views show the new values.

    A smaller source must be broadcastable, such as a row:

    ``x`` keeps its dtype.

    If ``x`` holds integers, floats in the range of its dtype are silently truncated:

    The source, which is broadcast to the shape of the tensor and converted to its dtype.
    """
    for one, other in itertools.product([torch.bool, *INTEGERS, *FLOATS], repeat=2):
        x, source = torch.zeros(2, 3, dtype=one), torch.ones(3, dtype=other)
        row, at = x[1], x.data_ptr()
        assert raises(x.copy_, torch.ones(2, dtype=other)) is RuntimeError
        assert x.copy_(source) is x and x.dtype == one and x.data_ptr() == at and row.tolist() == [1, 1, 1]
    for dtype in INTEGERS[1:]:
        values = (drawn(50) * 20).tolist()
        assert torch.zeros(50, dtype=dtype).copy_(torch.tensor(values)).tolist() == list(map(int, values))
    for dtype in INTEGERS[:3]:
        most = torch.iinfo(dtype).max
        ends = torch.tensor([most + 0.75, most - 0.25, -0.75])
        assert torch.zeros(3, dtype=dtype).copy_(ends).tolist() == [most, most - 1, 0]


def test_copy_of_the_same_memory():
    """A source in the storage of ``x`` that overlaps it at other positions raises, if neither tensor has gaps or
    repeated elements.

    Otherwise, as with slices of columns, the copy can silently give wrong values, unlike in NumPy.

    Clone the source first:
    """
    turns = [
        lambda x: (x[1:], x[:-1]),
        lambda x: (x, x.t()),
        lambda x: (x, x[1]),
        lambda x: (x.view(-1)[1:], x.view(-1)[:-1]),
    ]
    turns += [lambda x: (x[:, 1:], x[:, :-1]), lambda x: (x.view(-1)[::2][1:], x.view(-1)[::2][:-1])]
    turns += [lambda x: (x, x[1].expand(x.shape)), lambda x: (x, x[:, 1:2].expand(x.shape))]
    wrong = set()
    for n, (columns, turn) in itertools.product((3, 4, 9), enumerate(turns)):
        to, source = turn(torch.arange(n * n).view(n, n))
        expected = source.clone().expand(to.shape)
        assert to.clone().copy_(expected).equal(expected)
        if columns >= 4:
            assert raises(to.copy_, source) is None
            wrong.add((columns, to.equal(expected)))
        else:
            assert raises(to.copy_, source) is RuntimeError
        to, source = (part.numpy() for part in turn(torch.arange(n * n).view(n, n)))
        np.copyto(to, source)
        assert to.tolist() == expected.tolist()
    x = torch.ones(3)
    assert raises(x.copy_, x) is None and {(4, False), (5, False)} <= wrong


def test_copy_into_a_leaf():
    """Overwriting a leaf that requires grad raises while gradients are recorded."""
    for dtype in FLOATS:
        w, values = torch.zeros(2, dtype=dtype, requires_grad=True), torch.ones(2)
        assert raises(w.copy_, values) is raises(w[:1].copy_, values[:1]) is RuntimeError
        with torch.no_grad():
            w.copy_(values)
        assert w.tolist() == [1, 1] and w.is_leaf and raises((w * 1).copy_, values) is None


# data_ptr, untyped_storage, as_strided


def test_equal_addresses():
    """Two live, non-empty tensors on the CPU share memory if their addresses are equal:

    Addresses count bytes, and an ``int64`` takes eight of them:

    Different addresses do not mean separate memory: a slice that starts later also shares the memory.
    """
    alive = [torch.zeros(n, dtype=dtype) for n in range(1, 30) for dtype in (torch.bool, torch.float64)]
    alive += [x[i:] for x in list(alive) for i in range(min(2, len(x)))]
    for x, y in itertools.combinations(alive[:20] + alive[-20:], 2):
        assert x.data_ptr() != y.data_ptr() or storage(x) == storage(y)
    x = torch.arange(6)
    for i in range(1, 6):
        assert x[i].data_ptr() == x.data_ptr() + 8 * i and x[i:].data_ptr() != x.data_ptr()
        assert storage(x[i:]) == storage(x)


def test_address_0():
    """A tensor without elements has the address 0, and so does a tensor on ``meta``:"""
    for shape in shapes(0, 1, 2)[1:]:
        assert torch.ones(shape, device="meta").data_ptr() == 0
        assert (torch.ones(shape).data_ptr() == 0) == (0 in shape)
    assert torch.arange(6)[3:3].data_ptr() == 0


def test_storages():
    """Return the raw bytes of memory that a tensor shares with its views.

    A storage has neither a shape nor a dtype.

    Two ``int16`` values are four bytes.

    A view has the storage of its tensor, and a copy has its own storage:

    A slice of a large tensor keeps the whole storage in memory, and ``torch.save`` writes the whole storage to the
    file.
    """
    for dtype in DTYPES:
        x = torch.ones(4, 3, dtype=dtype)
        raw = x.untyped_storage()
        assert not hasattr(raw, "shape") and not hasattr(raw, "dtype") and len(raw) == raw.nbytes() == x.nbytes
        for view in (x[1:], x.t(), x[:, 0], x.view(12), x[0, 0], x.expand(2, 4, 3)):
            assert storage(view) == storage(x) and view.untyped_storage().nbytes() == x.nbytes
            assert storage(view.clone()) != storage(x)
    values = torch.tensor([1, 258, -1, -300], dtype=torch.int16)
    expected = b"".join(value.to_bytes(2, sys.byteorder, signed=True) for value in values.tolist())
    assert bytes(values.untyped_storage().tolist()) == expected


def test_choices_of_strides():
    """Read the storage with a shape and strides of your own choice.

    Strides can also express a slice, a transpose or a diagonal.

    The strides refer to the storage, not to the view, so the result includes the column that the slice skips:

    For each dimension, the step in the storage, in elements, from one position to the next.

    Where the first element lies, counted from the start of the storage; without it, where ``input`` starts.
    """
    x = torch.arange(12).view(3, 4)
    for view in (x[1:, ::2], x.t(), x.diagonal(), x[2], x[:, 1:3].t(), x[1, 2]):
        for start in (x, x[1:, 1:], x.t()):
            assert start.as_strided(view.shape, view.stride(), view.storage_offset()).equal(view)
    for part in (x[1:, ::2], x[:, 1:], x[2]):
        flat = part.as_strided((3,), (1,)).tolist()
        assert flat == list(range(part.storage_offset(), part.storage_offset() + 3))


def test_overlapping_windows():
    """Each window of three elements starts one element after the previous one; the windows are a view, not a copy:

    Overlapping rows share elements, so one write can show at several positions.

    An in-place operation on the rows can be silently wrong.
    """
    for n in range(3, 9):
        x = torch.arange(n)
        windows = x.as_strided((n - 2, 3), (1, 1))
        assert [row.tolist() for row in windows] == [[i, i + 1, i + 2] for i in range(n - 2)]
        assert storage(windows) == storage(x)
        x[n // 2] = -1
        assert (windows == -1).sum() == min(n // 2 + 1, n - n // 2, 3, n - 2)
        x[n // 2] = n // 2
        expected = windows + 1
        assert windows.add_(1).equal(expected) == (n == 3)


def test_end_of_the_storage():
    """Reading past the end of the storage raises, while NumPy's ``as_strided`` does not check."""
    x = torch.arange(12)
    for size, step, offset in itertools.product(range(1, 14), (1, 2, 5), range(13)):
        passed = offset + (size - 1) * step >= 12
        assert (raises(x.as_strided, (size,), (step,), offset) is RuntimeError) == passed
    assert np.lib.stride_tricks.as_strided(np.arange(6), (7,), (8,)).shape == (7,)
