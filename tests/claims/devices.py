"""What the entries of devices say of more cases than they show; ``meta`` stands in for a GPU."""

import itertools

import numpy as np
import torch
from torch import nn

from tests.claims.inputs import DTYPES, drawn, raises, shapes, storage

META = torch.device("meta")


def test_values_of_meta():
    """``meta``, whose tensors have a shape and a dtype without values, stands in for a GPU here:

    A tensor on ``meta`` lacks values, so copying it to the CPU raises.

    Without ``force=True``, ``numpy`` does not accept a tensor that is not on the CPU.
    """
    for dtype, shape in itertools.product(DTYPES, shapes(0, 1, 3, dims=2)):
        x = torch.ones(shape, dtype=dtype, device="meta")
        assert (x.shape, x.dtype, x.device) == (shape, dtype, META)
        assert raises(x.cpu) is raises(x.to, "cpu") is raises(x.tolist) is NotImplementedError
        assert raises(x.numpy) is TypeError and x.clone().device == META


def test_arithmetic_needs_one_device():
    """Arithmetic needs its tensors on one device, apart from 0-d tensors on the CPU."""
    x, y = drawn(2, 3).abs(), torch.ones(2, 3, device="meta", dtype=torch.float64)
    number, one = torch.tensor(2.0, dtype=torch.float64), torch.ones(1, dtype=torch.float64)
    for call in (torch.add, torch.sub, torch.mul, torch.div, torch.pow, torch.remainder, torch.maximum, torch.lt):
        for here, there in ((x, y), (y, x), (one, y), (y, one)):
            assert raises(call, here, there) is RuntimeError
        assert call(x.to(y.device), y).device == call(number, y).device == call(y, number).device == META


def test_what_crosses_devices():
    """An index may be on the CPU, and ``copy_`` and assignment copy across devices:"""
    x, y = torch.ones(2), torch.ones(2, device="meta")
    for index in (torch.tensor([1, 0]), torch.tensor([True, False]), torch.tensor(1)):
        assert y[index].device == META
    y[:] = x
    y[0] = x[1]
    assert y.copy_(x).device == META


def test_new_tensors():
    """By default, new tensors are made on the CPU; ``torch.set_default_device`` changes the default."""
    makers = [lambda: torch.zeros(2), lambda: torch.tensor([1]), lambda: torch.ones(2)]
    makers += [lambda: torch.as_tensor([1.0]), lambda: nn.Linear(2, 1).weight]
    assert {make().device.type for make in makers} == {"cpu"}
    torch.set_default_device("meta")
    try:
        assert {make().device.type for make in makers} == {"meta"}
    finally:
        torch.set_default_device(None)
    with META:
        assert {make().device.type for make in makers} == {"meta"}
    assert torch.zeros_like(torch.ones(2, device="meta")).device == META
    assert {make().device.type for make in makers} == {"cpu"}


def test_a_device_is_not_a_string():
    """A device does not equal a string: ``x.device == "cpu"`` is ``False`` without an error.

    The device ``cuda``, the current GPU, does not equal ``cuda:0`` either.

    The name of a device without an index.

    The index of the device among those of its type; ``torch.device("cuda", 1)`` is ``torch.device("cuda:1")``.
    """
    for name in ("cpu", "cuda", "meta", "mps", "cuda:0"):
        assert (torch.device(name) == name) is False and (torch.device(name) != name) is True
        assert torch.device(name) == torch.device(name)
        assert torch.device(name).type == name.split(":")[0]
    assert torch.device("cuda") != torch.device("cuda:0") == torch.device("cuda", 0)
    assert torch.device("cuda", 1) == torch.device("cuda:1") == torch.device(type="cuda", index=1)
    assert raises(torch.device, "cuda:1", index=1) is RuntimeError


def test_already_on_the_cpu():
    """By default, a tensor already on the CPU is returned itself, so a write to the result changes it.

    To get a copy in both cases, pass ``copy=True`` to :func:`to`:
    """
    for dtype in DTYPES:
        for x in (torch.ones(2, 3, dtype=dtype), torch.ones(2, 3, dtype=dtype).t(), torch.ones((), dtype=dtype)):
            assert x.cpu() is x and storage(x.to("cpu", copy=True)) != storage(x)
    x = torch.ones(2, 3, 4, 5)
    assert x.cpu(memory_format=torch.channels_last) is not x


def test_moving():
    """A tensor stays where it is, so assign the result.

    A module is moved in place.

    The copy of a weight is not a leaf, and its ``grad`` stays ``None``.

    For a model made on ``meta``, call ``to_empty``, then load its weights:
    """
    for dtype in (torch.float32, torch.float64):
        w, model = torch.ones(2, dtype=dtype, requires_grad=True), nn.Linear(2, 1, dtype=dtype)
        there = w.to("meta")
        assert w.device.type == "cpu" and not there.is_leaf and w.to("meta").grad_fn
        assert model.to("meta") is model and {p.device for p in model.parameters()} == {META}
        assert raises(model.to, "cpu") is NotImplementedError
        weights = nn.Linear(2, 1, dtype=dtype).state_dict()
        model.to_empty(device="cpu").load_state_dict(weights)
        assert model.weight.equal(weights["weight"])


def test_name_of_a_gpu():
    """The device is called ``cuda``, not ``gpu``; on a Mac it is ``mps``."""
    assert raises(torch.device, "gpu") is raises(torch.ones(1).to, "gpu") is RuntimeError
    assert {torch.device(name).type for name in ("cuda", "mps")} == {"cuda", "mps"}


def test_builds_without_cuda():
    """``x.cuda()`` is short for ``x.to("cuda")``.

    Both raise ``AssertionError: Torch not compiled with CUDA enabled`` if the installed build of torch lacks CUDA;
    ``torch.version.cuda`` is then ``None``.
    """
    for call in (torch.ones(1).cuda, lambda: torch.ones(1).to("cuda"), lambda: torch.ones(1, device="cuda")):
        try:
            assert call().device.type == "cuda"
        except AssertionError as error:
            assert str(error) == "Torch not compiled with CUDA enabled" and torch.version.cuda is None


def test_arrays_are_on_the_cpu():
    """NumPy keeps its arrays in the memory of the CPU."""
    assert np.ones(2).device == "cpu" and raises(np.ones, 2, device="cuda") is ValueError


def test_an_index_out_of_range_on_the_cpu():
    """The same call on the CPU raises a message with the index."""
    calls = [
        lambda wrong: nn.functional.cross_entropy(drawn(3, 4), torch.tensor([0, wrong, 2])),
        lambda wrong: drawn(4)[torch.tensor([0, wrong])],
        lambda wrong: drawn(4).gather(0, torch.tensor([wrong])),
    ]
    for call, wrong in itertools.product(calls, (4, 17, 1000)):
        try:
            call(wrong)
        except (IndexError, RuntimeError) as error:
            assert str(wrong) in str(error)
        else:
            raise AssertionError(f"{wrong} was accepted")
