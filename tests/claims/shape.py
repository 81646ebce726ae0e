"""What the pages of shape say of more cases than they show; the docstring is the sentence."""

import itertools
import math
import warnings

import numpy as np
import pytest
import torch

from tests.claims.inputs import COMPLEX, DTYPES, drawn, layouts, raises, shapes, storage


def has_strides(x, shape):
    """Whether some strides read the memory of ``x`` in row-major order under a shape: a search that asks no view."""
    memory = torch.arange(x.untyped_storage().nbytes() // 8)
    read = memory.as_strided(x.shape, x.stride(), x.storage_offset()).reshape(shape)
    first = int(read.flatten()[0])
    strides = [int(read.select(d, 1).flatten()[0]) - first if n > 1 else 0 for d, n in enumerate(shape)]
    return torch.arange(1000).as_strided(shape, strides, first).equal(read)


# view, reshape, view_as


def test_view_never_copies():
    """Read the same memory under another shape, and never copy.

    The elements keep their order.

    ``view`` raises if no strides give the new shape without moving elements, as after a transpose.

    Give a tensor another shape, copying only where it must.

    The result is a view where the strides allow one, and a copy otherwise.

    Where sharing matters, use ``view``, which shares the memory or raises, or ``reshape(...).clone()``, which never
    shares it.
    """
    seen = set()
    for x, shape in layouts():
        possible = has_strides(x, shape)
        if possible:
            y = x.view(shape)
            assert storage(y) == storage(x) and y.data_ptr() == x.data_ptr()
            assert y.flatten().tolist() == x.flatten().tolist()
        else:
            assert raises(x.view, shape) is RuntimeError
        assert (storage(x.reshape(shape)) == storage(x)) is possible
        assert storage(x.reshape(shape).clone()) != storage(x)
        seen.add(possible)
    assert seen == {True, False}


def test_a_wider_dtype_shortens_the_last_dimension():
    """With a dtype as its argument, ``view`` reads the same bits as values of that dtype; :func:`to` converts the
    values.

    A dtype of twice the width halves the last dimension, whose size has to be even:

    The dtype under which the same bytes are read, without converting the values; a dtype of another width changes the
    size of the last dimension.
    """
    for old, new in itertools.product(DTYPES, repeat=2):
        if torch.bool in (old, new):
            continue
        x = torch.arange(32).view(2, 16).to(old)
        y = x.view(new)
        assert y.shape == (2, 16 * old.itemsize // new.itemsize) and storage(y) == storage(x)
        assert y.untyped_storage().tolist() == x.untyped_storage().tolist()
        if torch.bfloat16 not in (old, new):
            np.testing.assert_array_equal(y.numpy(), x.numpy().view(str(new).removeprefix("torch.")))
    for n in range(1, 9):
        assert (raises(torch.zeros(2, n).view, torch.float64) is None) is (n % 2 == 0)


def test_a_size_is_an_integer():
    """A size has to be an integer, and ``/`` returns a float."""
    assert all(raises(torch.arange(6).view, size) is TypeError for size in (6.0, (3.0, 2), (2, 3.5), 12 / 2))


def test_reshape_is_not_a_transpose():
    """``reshape`` is not a transpose, even if the shape of the result is the same.

    Elements are read and written row by row:
    """
    for n, m in itertools.product((2, 3, 5), repeat=2):
        x = torch.arange(n * m).reshape(n, m)
        y = x.reshape(m, n)
        assert y.shape == x.t().shape and not y.equal(x.t()) and y.flatten().equal(torch.arange(n * m))


def test_sizes_of_reshape():
    """The product of the sizes has to be the number of elements.

    At most one size may be ``-1``.

    It takes the shape of ``other``, not its values or its dtype:

    Both tensors need the same number of elements.
    """
    for n in (1, 2, 6, 12):
        x = torch.arange(n)
        for shape in shapes(1, 2, 3, 4):
            fits = math.prod(shape) == n
            assert (raises(x.reshape, shape) is None) is fits
            for dtype in (torch.bool, torch.float16, torch.complex64):
                assert (raises(x.view_as, torch.zeros(shape, dtype=dtype)) is None) is fits
            for places in itertools.combinations(range(len(shape)), 2):
                holes = [-1 if i in places else size for i, size in enumerate(shape)]
                assert raises(x.reshape, holes) is RuntimeError


# flatten, ravel, unflatten


def test_flatten_merges():
    """Merge adjacent dimensions into one, by default all of them.

    NumPy's ``flatten`` always copies.

    torch's ``flatten`` copies only where it must, so a write may reach ``x``.

    For a 1-d tensor, the result is the tensor itself:
    """
    for x, _ in itertools.islice(layouts(), 0, None, 7):
        y, possible = x.flatten(), raises(x.view, -1) is None
        assert y.shape == (x.numel(),) and y.equal(x.reshape(-1))
        assert (storage(y) == storage(x)) is possible and not np.shares_memory(x.numpy().flatten(), x.numpy())
        assert (y is x) is (x.ndim == 1)
        for start in range(x.ndim):
            for end in range(start, x.ndim):
                merged = x.flatten(start, end)
                assert merged.shape == (*x.shape[:start], math.prod(x.shape[start : end + 1]), *x.shape[end + 1 :])


def test_ravel_is_contiguous():
    """Flatten to a contiguous 1-d tensor.

    ``ravel`` returns a view of a contiguous tensor and copies any other tensor.

    ``flatten`` may return a view that is not contiguous; ``ravel`` never does:
    """
    seen = set()
    for x, _ in itertools.islice(layouts(), 0, None, 7):
        y = x.ravel()
        assert y.is_contiguous() and y.equal(x.reshape(-1)) and y.ndim == 1
        assert (storage(y) == storage(x)) is x.is_contiguous()
        seen.add(x.flatten().is_contiguous())
    assert seen == {True, False}


def test_unflatten_never_copies():
    """The product of the sizes has to be the size of the dimension, here 6.

    ``unflatten`` never copies, whatever the strides.
    """
    for x, parts in itertools.islice(layouts(), 0, None, 4):
        for dim in range(x.ndim):
            if math.prod(parts) == x.shape[dim]:
                y = x.unflatten(dim, parts)
                assert storage(y) == storage(x) and y.flatten(dim, dim + len(parts) - 1).equal(x)
    assert all(raises(torch.arange(6).unflatten, 0, parts) is RuntimeError for parts in ((2, 2), (4, -1), (6, 2), (5,)))


# squeeze, unsqueeze


def test_squeeze_removes():
    """Without ``dim``, every dimension of size 1 is removed:

    With ``dim``, only the named dimensions are removed.

    A named dimension of another size silently stays, where NumPy's ``axis`` raises:

    The result is a view: a write through it reaches ``x``.

    The dimension to remove, or a tuple of dimensions, which the method also takes one by one; a dimension whose size is
    not 1 stays.
    """
    for shape in shapes(0, 1, 2):
        x = torch.zeros(shape)
        assert x.squeeze().shape == tuple(size for size in shape if size != 1) and storage(x.squeeze()) == storage(x)
        for n in range(1, len(shape) + 1):
            for dims in itertools.combinations(range(len(shape)), n):
                kept = tuple(size for d, size in enumerate(shape) if d not in dims or size != 1)
                assert x.squeeze(dims).shape == x.squeeze(*dims).shape == kept
                assert (raises(torch.squeeze, x, *dims) is None) is (n == 1)
                assert bool(raises(np.zeros(shape).squeeze, dims)) is any(shape[d] != 1 for d in dims)


def test_none_adds_a_dimension_too():
    """``dim`` is the position of the new dimension in the result.

    Indexing with ``None`` does the same.

    Both return a view, so a write reaches ``x``:
    """
    for shape in shapes(0, 1, 2):
        x = torch.zeros(shape)
        for dim in range(-len(shape) - 1, len(shape) + 1):
            at = dim % (len(shape) + 1)
            y, z = x.unsqueeze(dim), x[(*[slice(None)] * at, None)]
            assert y.shape == z.shape == (*shape[:at], 1, *shape[at:]) and y.stride()[:at] == z.stride()[:at]
            assert storage(y) == storage(z) == storage(x)


# transpose, t, T, mT, permute, movedim


def test_orders_of_dimensions_are_views():
    """The elements do not move.

    The result is a view, so a write reaches the original:

    The result is a view, so a write reaches ``x``:

    The result is a view of ``x``:
    """
    x = drawn(2, 3, 4)
    before = x.untyped_storage().tolist()
    found = [x.transpose(a, b) for a in range(3) for b in range(3)] + [x.mT, x[0].t(), x[0].T, x[0, 0].t()]
    found += [x.permute(order) for order in itertools.permutations(range(3))]
    found += [x.movedim(a, b) for a in range(3) for b in range(3)]
    for y in found:
        assert storage(y) == storage(x) and y.untyped_storage().tolist() == before
        assert sorted(y.stride()) == sorted(x.stride()[-y.ndim :])


def test_transposes_of_other_dimensions(fresh_warnings):
    """A 1-d tensor keeps its shape and does not become a column.

    A tensor with more than two dimensions raises.

    Like :func:`t`, ``T`` returns a view.

    A 1-d or 0-d tensor keeps its shape, with a deprecation warning.

    A 1-d tensor lacks the second dimension, so ``mT`` raises and ``T`` warns.
    """
    for shape in shapes(1, 2, 3, dims=4):
        x = torch.zeros(shape)
        assert (raises(x.t) is None) is (len(shape) <= 2)
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            assert x.T.shape == shape[::-1] and storage(x.T) == storage(x)
            assert bool(warned) is (len(shape) != 2)
            assert (raises(getattr, x, "mT") is None) is (len(shape) != 1)
        assert len(shape) != 1 or x.t().shape == shape


@pytest.fixture
def fresh_warnings():
    """torch's warnings that come once per process come every time."""
    torch.set_warn_always(True)
    yield
    torch.set_warn_always(False)


def test_only_mH_conjugates():
    """``mT`` does not conjugate complex values; ``mH`` does."""
    for dtype in COMPLEX:
        x = drawn(2, 3, 3, dtype=dtype)
        assert x.mT.equal(x.transpose(1, 2)) and x.mH.equal(x.transpose(1, 2).conj()) and not x.mT.equal(x.mH)


def test_numpy_transpose_takes_the_order():
    """NumPy's ``transpose`` takes the dimensions in their new order and by default reverses them."""
    a = np.arange(24).reshape(2, 3, 4)
    for order in itertools.permutations(range(3)):
        assert torch.from_numpy(a).permute(order).equal(torch.from_numpy(a.transpose(order)))
    assert a.transpose().shape == (4, 3, 2)


def test_permute_takes_each_dimension_once():
    """Every dimension has to be named once."""
    x = torch.zeros(2, 3, 4)
    for n in range(5):
        for dims in itertools.product(range(3), repeat=n):
            assert (raises(x.permute, dims) is None) is (sorted(dims) == [0, 1, 2])


def test_reshape_scrambles():
    """``reshape`` to the same sizes returns the right shape, but silently scrambles the image."""
    for height, width in itertools.product((1, 2, 5), (2, 3)):
        image = torch.arange(height * width * 3).reshape(height, width, 3)
        right, wrong = image.permute(2, 0, 1), image.reshape(3, height, width)
        assert right.shape == wrong.shape and not right.equal(wrong)


def test_movedim_keeps_the_order_of_the_rest():
    """Move dimensions to other positions; the rest keep their order.

    Both tuples have to be of the same length.
    """
    x = torch.zeros(2, 3, 4, 5)
    for n, m in itertools.product((1, 2, 3), repeat=2):
        for source, destination in itertools.product(*(itertools.permutations(range(4), k) for k in (n, m))):
            if n != m:
                assert raises(x.movedim, source, destination) is RuntimeError
                break
            y = x.movedim(source, destination)
            assert [y.shape[d] for d in destination] == [x.shape[s] for s in source]
            rest = [size for d, size in enumerate(y.shape) if d not in destination]
            assert rest == [size for d, size in enumerate(x.shape) if d not in source]


# expand, broadcast_to


def test_what_expands():
    """Every dimension of ``x`` needs a size, even if it is ``-1``:

    Only a size of 1 can grow.

    The shape to expand to; ``-1`` keeps a size, and only a size of 1 can grow.

    The shape to broadcast to, as a tuple; only a size of 1 can grow.

    Shapes are aligned at the right, and each size of ``x`` has to be 1 or equal to the new size.
    """
    for old, new in itertools.product(shapes(1, 2, 3, dims=2), repeat=2):
        x, pairs = torch.zeros(old), list(zip(old[::-1], new[::-1], strict=False))
        fits = len(new) >= len(old) and all(a in (1, b) for a, b in pairs)
        assert (raises(x.expand, new) is None) is (raises(torch.broadcast_to, x, new) is None) is fits
        if fits:
            extra = len(new) - len(old)
            assert x.expand((*new[:extra], *[-1] * len(old))).shape == (*new[:extra], *old)


def test_adding_stretches_both():
    """``x + y`` stretches both tensors to a common shape in this way before adding:"""
    for old, new in itertools.product(shapes(1, 3), repeat=2):
        x, y = drawn(math.prod(old)).view(old), drawn(math.prod(new), seed=1).view(new)
        shape = torch.broadcast_shapes(old, new)
        assert (x + y).equal(torch.broadcast_to(x, shape) + torch.broadcast_to(y, shape))


def test_expanded_tensors_share_their_elements():
    """Repeat along size-1 dimensions without copying.

    An expanded dimension has stride 0: a step along it stays on the same element.

    In-place element-wise arithmetic on an expanded tensor raises.

    NumPy's result is read-only; in torch, a write reaches ``x`` and each element that reads the same memory:
    """
    for old, new in itertools.product(shapes(1, 2), shapes(1, 2, 3)):
        x = torch.zeros(old)
        if raises(x.expand, new) is None and x.numel() < math.prod(new):
            y, extra = x.expand(new), len(new) - len(old)
            assert storage(y) == storage(x)
            grown = [d for d, size in enumerate(new) if d < extra or (old[d - extra] == 1 and size > 1)]
            assert all(y.stride(d) == 0 for d in grown if new[d] > 1)
            for change in (y.add_, y.mul_, y.sub_, y.div_):
                assert raises(change, 2.0) is RuntimeError
            assert not np.broadcast_to(np.zeros(old), new).flags.writeable
            torch.broadcast_to(x, new)[(0,) * len(new)] = 7
            assert x.eq(7).sum() == 1 and y.eq(7).sum() == y.numel() / x.numel()


# flip, roll, unfold


def test_flip_copies():
    """A slice with a negative step raises, because a tensor does not have negative strides.

    Strides cannot be negative, so ``flip`` copies, while ``np.flip`` returns a view.

    The dimensions have to be named, while ``np.flip`` reverses each dimension by default:
    """
    for x, _ in itertools.islice(layouts(), 0, None, 15):
        assert raises(x.__getitem__, slice(None, None, -1)) is ValueError
        assert raises(x.as_strided, (2,), (-1,), 1) is RuntimeError and raises(torch.flip, x) is TypeError
        for n in range(x.ndim + 1):
            for dims in itertools.combinations(range(x.ndim), n):
                assert storage(x.flip(dims)) != storage(x) and np.shares_memory(np.flip(x.numpy(), dims), x.numpy())
        assert x.flip(tuple(range(x.ndim))).numpy().tolist() == np.flip(x.numpy()).tolist()


def test_roll_comes_back():
    """Shift along a dimension; elements moved past the end come back at the start.

    A positive shift moves the elements towards higher indices, and a negative shift towards lower indices:

    Without ``dims``, the tensor is treated as flattened, so elements cross into the next row.

    Several dimensions need one shift each, while NumPy applies a single shift to each of them:
    """
    for (x, _), shift in itertools.product(itertools.islice(layouts(), 0, None, 15), range(-13, 14)):
        flat, k = x.flatten(), shift % x.numel()
        assert x.roll(shift).flatten().equal(torch.cat([flat[x.numel() - k :], flat[: x.numel() - k]]))
        if x.ndim > 1:
            k = shift % x.shape[1]
            parts = [x.narrow(1, x.shape[1] - k, k), x.narrow(1, 0, x.shape[1] - k)]
            assert x.roll(shift, 1).equal(torch.cat(parts, 1))
            assert raises(x.roll, shift, (0, 1)) is RuntimeError
            assert x.roll((shift, shift), (0, 1)).numpy().tolist() == np.roll(x.numpy(), shift, (0, 1)).tolist()


def test_windows():
    """Each window has ``size`` elements and starts ``step`` positions after the previous window.

    A window that would reach past the end is silently dropped.

    A window longer than the dimension raises.

    The result is a view: overlapping windows share their elements with each other and with ``x``:
    """
    for n, size, step in itertools.product((1, 2, 5, 8), (1, 2, 3, 9), (1, 2, 3, 7)):
        x = torch.arange(n)
        if size > n:
            assert raises(x.unfold, 0, size, step) is RuntimeError
            continue
        windows = x.unfold(0, size, step)
        assert windows.tolist() == [x[i : i + size].tolist() for i in range(0, n - size + 1, step)]
        assert storage(windows) == storage(x)


def test_arithmetic_on_overlapping_windows():
    """In-place arithmetic on overlapping windows can be silently wrong, because it changes some elements several
    times.
    """
    for n, size in ((3, 2), (5, 3), (9, 4), (100, 2)):
        x = torch.arange(1, n + 1)
        right = x.unfold(0, size, 1) * 2
        assert x.unfold(0, size, 1).clone().mul_(2).equal(right) and not x.unfold(0, size, 1).mul_(2).equal(right)
        assert x[0] == 2 and x[1] > 4
        assert x.unfold(0, size, 1).clone().clamp_(3).equal(x.unfold(0, size, 1).clamp_(3))
