"""Where in memory a tensor lies: compared between an array and a tensor that are the same memory."""

import hypothesis.strategies as st
import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings

from tests.operations.generate import DTYPES, filled, shapes
from torchref.operations import memory


@st.composite
def twins(draw):
    """An array and a tensor that show the same memory in the same way: slices, swapped dimensions, single indices."""
    array = np.asarray(filled(draw(shapes(max_side=5)), draw(st.sampled_from(DTYPES)), draw(st.integers(0, 2**16))))
    array = np.asarray(array, order=draw(st.sampled_from("CF")))
    tensor = torch.from_numpy(array)
    for _ in range(draw(st.integers(0, 3))):
        if not array.ndim:
            break
        dim = draw(st.integers(0, array.ndim - 1))
        kind = draw(st.sampled_from(["slice", "swap", "index"]))
        if kind == "swap":
            other = draw(st.integers(0, array.ndim - 1))
            array, tensor = array.swapaxes(dim, other), tensor.transpose(dim, other)
            continue
        if kind == "index" and array.shape[dim]:
            index = draw(st.integers(0, array.shape[dim] - 1))
        else:
            index = slice(draw(st.integers(0, array.shape[dim])), None, draw(st.integers(1, 3)))
        array, tensor = array[(slice(None),) * dim + (index, ...)], tensor[(slice(None),) * dim + (index, ...)]
    return array, tensor


def storage_bytes(tensor):
    return torch.tensor([], dtype=torch.uint8).set_(tensor.untyped_storage()).numpy()


@settings(deadline=None, database=None, max_examples=300)
@given(twins())
def test_address_offset_and_storage_are_torchs(pair):
    array, tensor = pair
    assert memory.data_ptr(array) == tensor.data_ptr()
    if tensor.numel():
        offset = memory.storage_offset(array)
        assert isinstance(offset, int)
        assert offset == tensor.storage_offset()
    storage = memory.untyped_storage(array)
    np.testing.assert_array_equal(storage, storage_bytes(tensor))
    assert not storage.size or np.may_share_memory(storage, array) or not array.size


@settings(deadline=None, database=None, max_examples=300)
@given(twins(), st.data())
def test_as_strided_reads_the_same_memory(pair, data):
    array, tensor = pair
    assume(tensor.numel())
    size = data.draw(shapes(max_dims=3))
    stride = tuple(data.draw(st.integers(0, 4)) for _ in size)
    offset = data.draw(st.sampled_from([(), (None,), *((place,) for place in range(9))]))
    try:
        expected = torch.as_strided(tensor, size, stride, *offset)
    except RuntimeError:
        assume(False)
    actual = memory.as_strided(array, size, stride, *offset)
    np.testing.assert_array_equal(actual, expected.numpy())
    assert actual.dtype == expected.numpy().dtype
    if expected.numel():
        assert actual.ctypes.data == expected.data_ptr()


@pytest.mark.parametrize("size", [(4, 3), (2,)])
def test_as_strided_shows_a_write(size):
    x = np.arange(6)
    memory.as_strided(x, size, (1,) * len(size))[..., 0] = 100
    assert x[0] == 100
