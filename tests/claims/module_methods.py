"""What the entries of module methods say of more cases than they show; the docstring is the sentence."""

import copy
import warnings

import pytest
import torch
from torch import nn

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, drawn, raises


def test_parameters_are_the_tensors_of_the_model():
    """``parameters`` yields the model's own tensors, not copies.

    To freeze the first layer, set ``requires_grad`` to ``False`` and drop the gradient that an optimizer would still
    apply.

    A frozen batch norm needs :func:`nn.Module.eval` too:
    """
    model = nn.Sequential(nn.BatchNorm1d(2), nn.Linear(2, 1))
    assert [id(x) for x in model.parameters()] == [id(x) for layer in model for x in (layer.weight, layer.bias)]
    for drop in (False, True):
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=0.1)
        model(drawn(4, 2).float()).square().sum().backward()
        for weight in model[0].parameters():
            weight.requires_grad, weight.grad = False, None if drop else weight.grad
        before = [copy.deepcopy(layer.state_dict()) for layer in model]
        optimizer.step()
        assert model[0].weight.equal(before[0]["weight"]) is drop and not model[1].weight.equal(before[1]["weight"])
        model[0].requires_grad_(True)
    for change in (model.eval, model.train):
        change()(1 + drawn(4, 2).float())
        assert model[0].running_mean.equal(before[0]["running_mean"]) is (change == model.eval)


def test_a_plain_tensor_raises():
    """A plain tensor in place of a parameter raises."""
    for layer, name in [(nn.Linear(2, 1), "weight"), (nn.Linear(2, 1), "bias"), (nn.PReLU(), "weight")]:
        value = torch.zeros_like(getattr(layer, name))
        assert raises(setattr, layer, name, value.detach())
        setattr(layer, name, nn.Parameter(value))


def test_a_model_is_changed_in_place():
    """The model itself changes, and is returned:

    Gradients need continuous values, so the dtype has to be floating-point or complex.

    The dtype for floating-point and complex parameters and buffers; integer parameters and buffers keep their dtype.

    A floating-point or complex tensor; the model is converted to its dtype and device.
    """
    for dtype in DTYPES:
        model = nn.BatchNorm1d(2)
        if dtype in FLOATS + COMPLEX:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                assert model.to(dtype) is model
                assert nn.BatchNorm1d(2).to(torch.ones(2, dtype=dtype)).weight.dtype == dtype
            assert [x.dtype for x in model.state_dict().values()] == [dtype] * 4 + [torch.int64]
        else:
            assert raises(model.to, dtype) and raises(model.to, torch.ones(2, dtype=dtype))
    assert raises(model.to, copy=True)


def test_a_tensor_is_not_changed_in_place():
    """A tensor does not change in place: its :func:`to` returns the converted tensor."""
    for own in DTYPES:
        for dtype in DTYPES[:-2]:
            x = torch.ones(2).to(own)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                y = x.to(dtype)
            assert (x.dtype, y.dtype, y is x) == (own, dtype, own == dtype)


def test_the_flag_of_training():
    """It sets the flag ``training``, which most layers do not read, on the model and its layers.

    A new model is in training mode:

    The flag stays until it is set again.
    """
    layers = [value for value in vars(nn).values() if isinstance(value, type) and issubclass(value, nn.Module)]
    assert 0 < sum("training" in layer.forward.__code__.co_names for layer in layers) < len(layers) / 4
    model = nn.Sequential(nn.Linear(1, 1), nn.Sequential(nn.Dropout(), nn.ReLU()))
    assert all(layer.training for layer in model.modules())
    for mode in (False, True):
        model.train(mode)(torch.ones(1)).sum().backward()
        assert all(layer.training is mode for layer in model.modules())


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9])
def test_dropout(p):
    """Dropout sets elements to 0 at random in this mode.

    In training mode, dropout makes predictions random.

    In evaluation mode, it returns its input:
    """
    layer, x = nn.Dropout(p), 1 + drawn(1000).abs()
    torch.manual_seed(0)
    y = layer(x)
    assert y[y != 0].allclose(x[y != 0] / (1 - p)) and 0 < (y == 0).sum() < 1000 and not layer(x).equal(y)
    assert layer.eval()(x).equal(x)


def test_values_per_channel():
    """Batch norm takes the mean and the variance of each channel from the batch, and one value per channel is too
    few.
    """
    for shape in [(1, 2), (2, 2), (1, 2, 1), (1, 2, 2), (3, 2, 1)]:
        few = shape[0] * (shape[2] if len(shape) == 3 else 1) == 1
        assert bool(raises(nn.BatchNorm1d(2), torch.ones(shape))) is few
        assert raises(nn.BatchNorm1d(2).eval(), torch.ones(shape)) is None


def test_others_of_the_batch():
    """In training mode, batch norm uses the mean and the variance of the batch, so the prediction for one sample
    depends on the others.

    In evaluation mode, by default, it uses the running mean and variance from training, which are 0 and 1 in a new
    layer:
    """
    layer, x = nn.BatchNorm1d(3), drawn(5, 3).float()
    assert not layer(x)[:2].allclose(layer(x[:2])) and layer.eval()(x)[:2].allclose(layer(x[:2]))
    assert nn.BatchNorm1d(3).eval()(x).allclose(x, atol=1e-4)
    assert not nn.BatchNorm1d(3, track_running_stats=False).eval()(x).allclose(x, atol=1e-4)


def test_what_a_state_dict_holds():
    """The dict is not a copy: its tensors share the memory of the model, so the weights of the best epoch silently
    change as training goes on.

    The dict also holds buffers, except those registered with ``persistent=False``.

    A buffer, such as the running mean of a batch norm, is not changed by gradients:
    """
    model = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
    own = dict(model.named_parameters()) | dict(model.named_buffers())
    state = model.state_dict()
    assert state.keys() == own.keys() and all(state[name].data_ptr() == own[name].data_ptr() for name in own)
    model.register_buffer("passing", torch.ones(1), persistent=False)
    assert model.state_dict().keys() == own.keys() and "passing" in dict(model.named_buffers())
    model(torch.ones(4, 2)).sum().backward()
    before = copy.deepcopy(state)
    torch.optim.SGD(model.parameters(), lr=1.0, weight_decay=0.5).step()
    changed = {name for name in own if not before[name].equal(state[name])}
    assert {"0.weight", "0.bias", "1.weight"} <= changed <= dict(model.named_parameters()).keys()


def test_kept_variables():
    """``True`` returns the parameters themselves instead of detached tensors.

    ``keep_vars=True`` returns the parameters themselves instead of detached tensors.
    """
    model = nn.BatchNorm1d(2)
    model.bias.requires_grad_(False)
    for name, weight in model.named_parameters():
        assert model.state_dict(keep_vars=True)[name] is weight
        plain = model.state_dict()[name]
        assert plain is not weight and not plain.requires_grad and plain.data_ptr() == weight.data_ptr()


def test_what_an_optimizer_compares():
    """When an optimizer state is loaded, each parameter group must have as many parameters as the saved group; shapes
    and names are not compared.
    """
    for many in (1, 2, 3):
        saved = torch.optim.SGD([torch.zeros(5, 5) for _ in range(many)], momentum=0.9).state_dict()
        for few in (1, 2, 3):
            optimizer = torch.optim.SGD([torch.zeros(3) for _ in range(few)])
            assert (raises(optimizer.load_state_dict, saved) is None) is (few == many)


def test_values_are_copied():
    """The values are copied in place, converted to the dtype of the model."""
    for own in FLOATS:
        for dtype in DTYPES[:-2]:
            model = nn.Linear(2, 1, dtype=own)
            at = model.weight.data_ptr()
            assert not model.load_state_dict({"weight": torch.ones(1, 2).to(dtype), "bias": torch.ones(1)})[0]
            assert model.weight.data_ptr() == at and model.weight.dtype == own and model.weight.eq(1).all()


def test_assigned_memory():
    """``assign=True`` makes the model use the memory of the loaded tensors.

    ``True`` uses the memory, the dtype and the device of the loaded tensors instead of copying their values.
    """
    for dtype in FLOATS:
        for device in ("cpu", "meta"):
            model, loaded = nn.Linear(2, 1, device=device), nn.Linear(2, 1, dtype=dtype).state_dict()
            model.load_state_dict(loaded, assign=True)
            assert all(x.data_ptr() == loaded[name].data_ptr() for name, x in model.named_parameters())
            assert {(x.dtype, x.device.type) for x in model.parameters()} == {(dtype, "cpu")}
    model = nn.Linear(2, 1, device="meta")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.load_state_dict(nn.Linear(2, 1).state_dict())
    assert model.weight.is_meta


@pytest.mark.parametrize("strict", [True, False])
def test_what_is_loaded_after_an_error(strict):
    """The names have to be those of the model.

    The shapes of weights and biases have to agree, even with ``strict=False``.

    After an error about names or shapes, the entries that fit are loaded nevertheless, so the model has changed:

    ``strict=False`` loads what fits by name, and leaves the rest as it was.
    """
    fits = {"weight": torch.ones(1, 2)}
    for rest, names in [({}, 1), ({"bias": torch.ones(3)}, 0), ({"bias": torch.ones(1), "other": torch.ones(1)}, 1)]:
        model = nn.Linear(2, 1)
        assert (raises(model.load_state_dict, fits | rest, strict=strict) is None) is (bool(names) and not strict)
        assert model.weight.equal(fits["weight"])
    for layer in (nn.Linear(2, 3), nn.Conv1d(1, 2, 3), nn.BatchNorm1d(2), nn.PReLU(2), nn.Embedding(2, 3)):
        for name, value in layer.named_parameters():
            for other in (value[0], value[None], value[:1], value.repeat(*[2] * value.ndim)):
                assert raises(layer.load_state_dict, {name: other.detach()}, strict=False)
