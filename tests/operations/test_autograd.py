"""backward takes the function in NumPy, where torch has recorded it: both must find the same gradients."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.operations import generate
from torchref.operations.autograd import backward

TO_A_NUMBER = (
    lambda x: (x * x).sum(),
    lambda x: (x**3 - 2 * x).mean() if np.prod(x.shape) else x.sum(),
    lambda x: (1 / (1 + x * x)).sum() ** 2,
    lambda x: (x - x.sum()).prod(),
)
TO_MANY = (
    lambda x: x * x,
    lambda x: x.sum(0) if x.ndim else 3 * x,
    lambda x: x.reshape(-1)[:2] ** 3,
    lambda x: x.reshape(-1)[:, None] * x.reshape(-1),
)
VALUES = [0.0, 1.0, -1.0, 0.5, -0.5, 1.5]


def in_torch(function, x, gradient=None):
    """The gradient as torch has it: record, walk back, read."""
    leaf = torch.from_numpy(x.copy()).requires_grad_()
    function(leaf).backward(None if gradient is None else torch.from_numpy(gradient))
    return leaf.grad.numpy()


def some(draw, shape=None):
    return draw(generate.arrays(shape=shape, dtypes=(np.float64,), values=VALUES, max_dims=3, max_side=3))


@settings(max_examples=100, deadline=None, database=None)
@given(st.data(), st.sampled_from(TO_A_NUMBER))
def test_central_difference_is_the_gradient_of_a_number(data, function):
    x = some(data.draw)
    np.testing.assert_allclose(backward(function, x), in_torch(function, x), rtol=1e-5, atol=1e-5)


@settings(max_examples=100, deadline=None, database=None)
@given(st.data(), st.sampled_from(TO_MANY))
def test_gradient_weighs_several_results(data, function):
    x = some(data.draw)
    gradient = some(data.draw, shape=np.shape(function(x)))
    np.testing.assert_allclose(backward(function, x, gradient), in_torch(function, x, gradient), rtol=1e-5, atol=1e-5)


def test_float32_is_moved_in_float64():
    x = np.array([1.0, 2.0], np.float32)
    np.testing.assert_allclose(backward(lambda x: (x * x).sum(), x), [2, 4], rtol=1e-6)


def test_several_results_without_weights_are_refused_by_both():
    x = np.array([1.0, 2.0])
    with pytest.raises(ValueError, match="weighs"):
        backward(lambda x: x * x, x)
    with pytest.raises(RuntimeError, match="scalar outputs"):
        in_torch(lambda x: x * x, x)
