"""Losses, optimizers and loaders take other arguments in NumPy than torch's classes do: both must come to the same."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.operations import agree, generate
from torchref.content import catalog
from torchref.operations import autograd_functions, layers, module_methods, optimizer_methods, optimizers
from torchref.operations import data as loading

ENTRIES = catalog.entries(catalog.read())
CHECKED = settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def draw_arrays(data, count, shape=None, dtype=np.float64):
    shape = data.draw(generate.shapes(max_dims=3, min_side=1)) if shape is None else shape
    return [data.draw(generate.arrays(shape=shape, dtypes=(dtype,))) for _ in range(count)]


def same(name, expected, actual):
    agree.assert_agree(ENTRIES[name], agree.to_numpy(expected), actual)


def test_a_negative_target_is_refused_by_both():
    x, target = np.zeros((2, 3)), np.array([0, -1])
    with pytest.raises(IndexError, match="negative"):
        layers.CrossEntropyLoss(x, target)
    with pytest.raises(IndexError, match="out of bounds"):
        torch.nn.CrossEntropyLoss()(*agree.to_torch((x, target)))
    np.testing.assert_allclose(layers.CrossEntropyLoss(x, target, ignore_index=-1), np.log(3))


@CHECKED
@given(st.data(), st.sampled_from((0.0, 0.5, 0.9)), st.sampled_from((0.0, 0.1)))
def test_three_steps_of_gradient_descent(data, momentum, weight_decay):
    params = draw_arrays(data, 2)
    tensors = [tensor.requires_grad_() for tensor in agree.to_torch(params)]
    velocities = [np.zeros(x.shape) for x in params]
    optimizer = torch.optim.SGD(tensors, lr=0.1, momentum=momentum, weight_decay=weight_decay)
    for _ in range(3):
        grads = draw_arrays(data, 2, params[0].shape)
        for tensor, grad in zip(tensors, agree.to_torch(grads), strict=True):
            tensor.grad = grad
        optimizer.step()
        assert optimizers.SGD(params, grads, velocities, 0.1, momentum, weight_decay) is None
        same("optim.SGD", tensors, params)


def test_a_step_of_gradient_descent_by_default():
    x, grad = np.array([1.0, 2.0]), np.array([300.0, -400.0])
    (tensor,) = tensors = [agree.to_torch(x).requires_grad_()]
    tensor.grad = agree.to_torch(grad)
    torch.optim.SGD(tensors).step()
    optimizers.SGD([x], [grad], [np.full(2, 7.0)])
    same("optim.SGD", tensor, x)


def test_each_parameter_needs_a_gradient_and_a_velocity():
    x = np.zeros(2)
    for short in range(3):
        given = [[x], [x], [x]]
        given[short] = []
        with pytest.raises(ValueError, match="zip"):
            optimizers.SGD(*given)
    for lists in (([x], []), ([], [x])):
        with pytest.raises(ValueError, match="zip"):
            optimizer_methods.step(*lists, 0.1)


@CHECKED
@given(st.data(), st.sampled_from((0.001, 0.1, 1.0)))
def test_one_plain_step(data, lr):
    x, grad = draw_arrays(data, 2)
    tensor = agree.to_torch(x).requires_grad_()
    tensor.grad = agree.to_torch(grad)
    assert torch.optim.SGD([tensor], lr=lr).step() is optimizer_methods.step([x], [grad], lr)
    same("optim.Optimizer.step", tensor, x)


@CHECKED
@given(st.data(), st.booleans())
def test_weights_are_copied_in_place(data, missing):
    own, saved = (dict(zip(("weight", "bias"), draw_arrays(data, 2, (2, 3)), strict=True)) for _ in range(2))
    model = torch.nn.ParameterDict(agree.to_torch(own))
    memory = model["weight"].data_ptr(), own["weight"].ctypes.data
    if missing:
        del saved["bias"]
        with pytest.raises(RuntimeError, match="Missing key"):
            model.load_state_dict(agree.to_torch(saved))
        with pytest.raises(ValueError, match="names or shapes differ"):
            module_methods.load_state_dict(own, saved)
        return
    model.load_state_dict(agree.to_torch(saved))
    module_methods.load_state_dict(own, saved)
    assert memory == (model["weight"].data_ptr(), own["weight"].ctypes.data)
    for name, value in own.items():
        same("nn.Module.load_state_dict", model[name], value)
        same("nn.Module.load_state_dict", saved[name], value)


def test_weights_of_another_shape_are_refused_by_both():
    own, saved = {"weight": np.zeros((2, 3))}, {"weight": np.ones((1, 3))}
    model = torch.nn.ParameterDict(agree.to_torch(own))
    with pytest.raises(ValueError, match="names or shapes differ"):
        module_methods.load_state_dict(own, saved)
    with pytest.raises(RuntimeError, match="size mismatch for weight"):
        model.load_state_dict(agree.to_torch(saved))
    same("nn.Module.load_state_dict", model["weight"], own["weight"])
    assert not own["weight"].any()


def datasets(data):
    n = data.draw(st.integers(1, 7))
    shapes = data.draw(st.lists(generate.shapes(max_dims=2), min_size=1, max_size=3))
    arrays = [data.draw(generate.arrays(shape=(n, *shape))) for shape in shapes]
    tensors = agree.to_torch(arrays)
    return torch.utils.data.TensorDataset(*tensors), loading.TensorDataset(*arrays), tensors, arrays


@CHECKED
@given(st.data())
def test_samples_are_the_same_and_views(data):
    in_torch, in_numpy, tensors, arrays = datasets(data)
    assert len(in_torch) == len(in_numpy)
    for number in range(-len(in_torch), len(in_torch)):
        same("utils.data.TensorDataset", in_torch[number], in_numpy[number])
        for sample, array in zip(in_numpy[number], arrays, strict=True):
            assert not sample.size or np.ndim(sample) == 0 or np.may_share_memory(sample, array)
        for sample, tensor in zip(in_torch[number], tensors, strict=True):
            assert sample.untyped_storage().data_ptr() == tensor.untyped_storage().data_ptr()


def test_unequal_numbers_of_samples_are_refused_by_both():
    arrays = np.zeros(3), np.zeros(2)
    with pytest.raises(ValueError, match="shorter"):
        loading.TensorDataset(*arrays)
    with pytest.raises(AssertionError, match="Size mismatch"):
        torch.utils.data.TensorDataset(*agree.to_torch(arrays))


def same_batches(expected, actual):
    """The values too: :func:`same` leaves them out where a body can draw at random."""
    expected = agree.to_numpy(expected)
    same("utils.data.DataLoader", expected, actual)
    for one, other in zip(agree.leaves(expected), agree.leaves(actual), strict=True):
        np.testing.assert_array_equal(other, one)


@CHECKED
@given(st.data(), st.integers(1, 8), st.booleans())
def test_batches_in_order_are_the_same(data, batch_size, drop_last):
    in_torch, in_numpy, _, _ = datasets(data)
    expected = list(torch.utils.data.DataLoader(in_torch, batch_size, drop_last=drop_last))
    same_batches(expected, list(loading.DataLoader(in_numpy, batch_size, drop_last=drop_last)))


@CHECKED
@given(st.data(), st.integers(1, 8))
def test_batches_of_samples_without_parts_are_the_same(data, batch_size):
    _, _, (tensor, *_), (array, *_) = datasets(data)
    expected = list(torch.utils.data.DataLoader(tensor, batch_size))
    same_batches(expected, list(loading.DataLoader(array, batch_size)))


def test_a_loader_without_options_gives_every_sample_by_itself_in_order():
    x = np.arange(3)
    expected = list(torch.utils.data.DataLoader(agree.to_torch(x)))
    same_batches(expected, list(loading.DataLoader(x)))


def test_samples_with_unequal_numbers_of_parts_are_refused_by_both():
    samples = [(np.zeros(2), np.zeros(1)), (np.zeros(2),)]
    with pytest.raises(ValueError, match="shorter"):
        list(loading.DataLoader(samples, 2))
    with pytest.raises(RuntimeError, match="equal size"):
        list(torch.utils.data.DataLoader(agree.to_torch(samples), 2))


@pytest.mark.parametrize("drop_last", [False, True])
def test_shuffled_batches_hold_every_sample_once_in_a_new_order(drop_last):
    x = np.arange(100)
    for loader in (
        lambda: loading.DataLoader(loading.TensorDataset(x, 10 * x), 8, shuffle=True, drop_last=drop_last),
        lambda: torch.utils.data.DataLoader(
            torch.utils.data.TensorDataset(*agree.to_torch((x, 10 * x))), 8, shuffle=True, drop_last=drop_last
        ),
    ):
        epochs = []
        for _ in range(2):
            batches = [[np.asarray(column) for column in batch] for batch in loader()]
            assert [len(first) for first, _ in batches] == [8] * 12 + [4] * (not drop_last)
            assert all((10 * first == second).all() for first, second in batches)
            epochs.append(list(itertools.chain(*(first.tolist() for first, _ in batches))))
            assert len(set(epochs[-1])) == len(epochs[-1])
        assert epochs[0] != epochs[1]


@CHECKED
@given(st.data(), st.sampled_from((lambda x: (x * x).sum(), lambda x: (x**3 - 2 * x).sum(), lambda x: x.sum() ** 2)))
def test_gradients_are_returned(data, function):
    x = data.draw(generate.arrays(dtypes=(np.float64,), values=[0.0, 1.0, -1.0, 0.5], max_dims=3, max_side=3))
    leaf = agree.to_torch(x).requires_grad_()
    (expected,), (actual,) = torch.autograd.grad(function(leaf), leaf), autograd_functions.grad(function, x)
    np.testing.assert_allclose(actual, agree.to_numpy(expected), rtol=1e-5, atol=1e-5)


def test_a_nan_is_stopped_where_it_is_computed():
    before = np.geterr()
    try:
        autograd_functions.set_detect_anomaly(True)
        with pytest.raises(FloatingPointError, match="invalid value encountered in sqrt"):
            np.sqrt(np.array([-1.0]))
        autograd_functions.set_detect_anomaly(False)
        with pytest.warns(RuntimeWarning, match="invalid value encountered in sqrt"):
            np.sqrt(np.array([-1.0]))
        assert np.geterr() == before
    finally:
        np.seterr(**before)
