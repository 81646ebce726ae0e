"""The NumPy bodies against torch: on the calls of their own docstrings, on generated inputs, on awkward values."""

import importlib
import inspect
import os
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings

from tests.operations import agree, generate
from torchref.content import catalog, observe

ENTRIES = catalog.entries(catalog.read())
WITH_BODY = [name for name, entry in ENTRIES.items() if entry.no_numpy is None]
INPUT_FILES = Path(__file__).parent / "inputs"
INPUTS = int(os.environ.get("TORCHREF_INPUTS", "30"))

OWN_TEST: dict[str, str] = {
    "backward": "tests/operations/test_autograd.py",
    "Generator": "tests/operations/test_sampling.py",
    "as_strided": "tests/operations/test_memory.py",
    "data_ptr": "tests/operations/test_memory.py",
    "load": "tests/operations/test_saving.py",
    "manual_seed": "tests/operations/test_sampling.py",
    "set_printoptions": "tests/operations/test_settings.py",
    "storage_offset": "tests/operations/test_memory.py",
    "untyped_storage": "tests/operations/test_memory.py",
    "type": "tests/operations/test_dtypes.py",
    "utils.data.DataLoader": "tests/operations/test_training.py",
    "optim.SGD": "tests/operations/test_training.py",
    "utils.data.TensorDataset": "tests/operations/test_training.py",
    "autograd.grad": "tests/operations/test_training.py",
    "nn.Module.load_state_dict": "tests/operations/test_training.py",
    "autograd.set_detect_anomaly": "tests/operations/test_training.py",
    "optim.Optimizer.step": "tests/operations/test_training.py",
}
"""Entries whose body cannot take torch's own arguments -> the test that holds them against torch instead."""

REFUSALS = (RuntimeError, TypeError, ValueError, IndexError, NotImplementedError)


def run_body(entry, args, kwargs):
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return agree.body(entry)(*args, **kwargs)


@pytest.mark.parametrize("name", [name for name in WITH_BODY if name not in OWN_TEST])
def test_body_agrees_on_the_calls_of_its_docstring(name):
    entry = ENTRIES[name]
    calls = [call for call in observe.calls(entry) if call.name not in observe.TURNED]
    assert calls, f"{entry.path.name}:{entry.line}: no example of {name} makes a call that can be recorded"
    for call in calls:
        given = [t for t in agree.leaves([call.args, call.kwargs, call.result]) if isinstance(t, torch.Tensor)]
        if any(t.device.type != "cpu" or t.dtype == torch.bfloat16 for t in given):
            continue
        args, kwargs = agree.fit(entry, call.args, call.kwargs)
        arrays, options = agree.to_numpy(args), agree.to_numpy(kwargs)
        actual = run_body(entry, arrays, options)
        agree.assert_agree(entry, agree.to_numpy(call.result), actual)


@pytest.mark.parametrize("name", [name for name in WITH_BODY if name not in OWN_TEST])
def test_body_agrees_on_generated_inputs(name, record_property):
    entry = ENTRIES[name]
    function = observe.function(entry)
    compared = []

    @settings(max_examples=INPUTS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(generate.arguments(entry))
    def check(drawn):
        args, kwargs = drawn
        torch_args, torch_kwargs = agree.to_torch(args), agree.to_torch(kwargs)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                expected = function(*torch_args, **torch_kwargs)
            except REFUSALS:
                assume(False)
        actual = run_body(entry, args, kwargs)
        compared.append(1)
        agree.assert_agree(entry, agree.to_numpy(expected), actual)
        agree.assert_agree(entry, agree.to_numpy(torch_args), args, "arguments afterwards")
        agree.assert_same_sharing(expected, torch_args, actual, args)

    check()
    record_property("inputs", len(compared))
    assert len(compared) >= min(INPUTS, 100) or not entry.parameters, (
        f"{name}: only {len(compared)} inputs that torch takes"
    )


@pytest.mark.parametrize("topic", sorted(path.stem for path in INPUT_FILES.glob("[!_]*.py")))
def test_each_function_that_draws_inputs_draws_those_of_an_entry(topic):
    """One left behind by an entry that was renamed would draw for nobody, and the entry would get other inputs."""
    module = importlib.import_module(f"tests.operations.inputs.{topic}")
    used = {getattr(module, entry.function, None) for entry in ENTRIES.values() if entry.topic == topic}
    drawing = {
        value
        for name, value in vars(module).items()
        if name[0] != "_" and inspect.isfunction(value) and list(inspect.signature(value).parameters) == ["draw"]
    }
    assert drawing <= used


KNOWN_DIFFERENCES = {
    "pow": (("complex128",), "For complex numbers, ``0 ** 0`` is ``nan`` when the exponent is a tensor"),
    "remainder": (("float32", "float64"), "Where ``x / y`` overflows, torch may return ``nan``"),
}
"""Entries whose body differs from torch on awkward values -> for which dtypes, and the page's words for it."""

SIZES = (1, 31, 32, 33, 5000)


def elementwise(entry):
    """Whether the operation takes one or two tensors alone and works on each element by itself."""
    if entry.parameters not in (("x",), ("x", "y")):
        return False
    function = observe.function(entry)
    for dtype in generate.DTYPES:
        x = agree.to_torch(generate.filled((2, 3), dtype, 0))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                whole = function(*[x] * len(entry.parameters))
                flat = function(*[x.reshape(6)] * len(entry.parameters))
            except REFUSALS:
                continue
        return all(isinstance(r, torch.Tensor) for r in (whole, flat)) and whole.shape == (2, 3) and flat.shape == (6,)
    return False


ELEMENTWISE = [name for name in WITH_BODY if name not in OWN_TEST and elementwise(ENTRIES[name])]


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_body_agrees_on_awkward_values(name):
    """Vector kernels differ from the code for a few elements, so each value comes in arrays of several sizes."""
    entry = ENTRIES[name]
    function = observe.function(entry)
    differs, words = KNOWN_DIFFERENCES.get(name, ((), ""))
    compared = 0
    for dtype in generate.DTYPES:
        special = generate.special_values(dtype)
        for size in SIZES:
            x = np.resize(special, size)
            y = np.roll(np.resize(np.roll(special, 1), size), size // 7) if len(entry.parameters) == 2 else None
            batches = [(x,)] if y is None else [(x, y), (x, y[y != 0])] if size != 1 else [(x, y)]
            for args in batches:
                args = tuple(array[: min(map(len, args))] for array in args)
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    try:
                        expected = function(*agree.to_torch(args))
                    except (*REFUSALS, ZeroDivisionError):
                        continue
                compared += 1
                if np.dtype(dtype).name not in differs:
                    agree.assert_agree(
                        entry,
                        agree.to_numpy(expected),
                        run_body(entry, args, {}),
                        f"{np.dtype(dtype)}, {size} elements",
                    )
    assert compared
    if differs:
        assert words in " ".join(entry.docstring.split()), f"{name}: its page does not state the difference"
