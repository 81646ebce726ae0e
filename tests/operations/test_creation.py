"""What the generated inputs cannot compare: values next to uninitialised memory."""

import numpy as np
import pytest
import torch

from torchref.operations import creation


@pytest.mark.parametrize(
    "data", [[10], [10, 20], (2, 3), [[1.5, 2.5], [3, True]], [16777217], np.array([1, 2]), np.ones(2, np.float32)]
)
def test_Tensor_takes_data_as_float32(data):
    made = creation.Tensor(data)
    np.testing.assert_array_equal(made, torch.Tensor(data).numpy())
    assert made.dtype == np.float32
