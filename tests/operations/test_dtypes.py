"""``type``: NumPy names a dtype where torch names an old class, so the names are compared through torch."""

import numpy as np
import pytest
import torch

from tests.operations import agree
from torchref.operations import dtypes


@pytest.mark.parametrize("dtype", agree.NUMPY_DTYPES, ids=str)
def test_type_names_and_converts(dtype):
    x = np.array([0.0, 1.0, 2.0])
    converted = torch.from_numpy(x).type(dtype)
    actual = dtypes.type(x, agree.NUMPY_DTYPES[dtype])
    np.testing.assert_array_equal(actual, converted.numpy())
    named = getattr(torch, dtypes.type(actual))
    assert torch.empty(0, dtype=named).type() == converted.type()
    assert dtypes.type(actual, actual.dtype) is actual
    assert converted.type(dtype) is converted
