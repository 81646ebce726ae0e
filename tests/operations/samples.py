"""The calls on which a body is held against torch: ``(function, args, kwargs)``, with arrays for tensors.

They come from the examples of the entry, from the strategies in ``inputs/``, from PyTorch's own operator samples
(``op_db``), which its tests run each operator on, from good calls that are spoilt, and from what readers reported.
"""

import contextlib
import copy
import functools
import random
import warnings
from collections.abc import Iterator
from typing import Any
from unittest import mock

import numpy as np
import torch
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.internal.conjecture.providers import HypothesisProvider

from tests.operations import agree, generate, reported
from torchref.content import catalog, observe
from torchref.content.catalog import Entry

Sample = tuple[Any, tuple[Any, ...], dict[str, Any]]
"""Torch's function or method, and its arguments in NumPy's terms."""


def examples(entry: Entry) -> list[Sample]:
    """The calls that the examples of the entry make."""
    made = [call for call in observe.calls(entry) if call.name not in observe.TURNED]
    return _in_numpy((call.func, call.args, call.kwargs) for call in made if fits(call.args, call.kwargs, call.result))


def told(entry: Entry) -> list[Sample]:
    """The calls that readers reported."""
    function, found = observe.function(entry), []
    for call in copy.deepcopy(reported.CALLS.get(entry.name, [])):
        kwargs = call[-1] if isinstance(call[-1], dict) else {}
        found.append((function, call[: len(call) - bool(kwargs)], kwargs))
    return found


def generated(entry: Entry, count: int) -> list[Sample]:
    """As many drawn calls, the same ones in every run (unless ``TORCHREF_INPUTS`` is set, see ``conftest.py``)."""
    function = observe.function(entry)
    drawn: list[Sample] = []

    @settings(
        max_examples=count, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    @given(generate.arguments(entry))
    def draw(sample: Any) -> None:
        drawn.append((function, *sample))

    # Hypothesis also draws constants of whatever modules are loaded, which would not be the same in every run
    with mock.patch.object(HypothesisProvider, "_maybe_draw_constant", lambda *_, **__: None):
        draw()
    return drawn


def operator_samples(entry: Entry, dtypes: tuple[torch.dtype, ...]) -> list[Sample]:
    """The calls of the entry's operation that PyTorch's samples of each dtype make."""
    return _in_numpy(_calls(entry, lambda info: (s for dtype in dtypes for s in _samples(info, dtype))))


def operator_errors(entry: Entry) -> list[Sample]:
    """The calls that PyTorch's tests expect its operator to raise for, but not for the tensor given as ``out``."""
    calls = _in_numpy(_calls(entry, _errors))
    return [call for call in calls if call[2].get("out") is None]


def spoilt(entry: Entry, good: list[Sample]) -> list[Sample]:
    """Good calls with one argument changed to what most operations do not take; many are still good.

    The dtypes of tensors without elements stay: torch rarely looks at them.
    """
    return [
        (function, (*args[:place], bad, *args[place + 1 :]), kwargs)
        for function, args, kwargs in good
        for place, value in enumerate(args)
        for bad in _spoil(value, place, all(array.size for array in agree.leaves([args, kwargs])))
    ]


def _spoil(value: Any, place: int, elements: bool) -> list[Any]:
    if isinstance(value, np.ndarray):
        grown = np.zeros((*value.shape[:-1], value.shape[-1] + 1), value.dtype) if value.ndim else None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            others = [value.astype(dtype) for dtype in (np.bool_, np.int64, np.float32, np.complex64)]
        with_more = [value[None], *([grown] if grown is not None and place else [])]
        return [*with_more, *(other for other in others if elements and other.dtype.kind != value.dtype.kind)]
    if type(value) is int:
        return [value + 40, value - 40, value + 0.5]
    if type(value) is tuple and value and all(type(one) is int for one in value):
        return [value + value[:1], (value[0] + 40, *value[1:]), (value[0] - 40, *value[1:])]
    return []


def awkward(entry: Entry) -> list[Sample]:
    """The values at which definitions part, for an operation that takes one or two tensors and works elementwise.

    Vector kernels differ from the code for a few elements, so they come in arrays of several sizes.
    """
    if not elementwise(entry):
        return []
    function, found = observe.function(entry), []
    for dtype in map(np.dtype, agree.TORCH_DTYPES):
        special = generate.special_values(dtype)
        for size in SIZES:
            x = np.resize(special, size)
            y = np.roll(np.resize(np.roll(special, 1), size), size // 7)
            if len(entry.parameters) == 1:
                found.append((function, (x,), {}))
                continue
            found.append((function, (x, y), {}))
            if size != 1:
                found.append((function, (x[y != 0], y[y != 0]), {}))
    return found


SIZES = (1, 31, 32, 33, 5000)


def elementwise(entry: Entry) -> bool:
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
            except (RuntimeError, TypeError, ValueError, IndexError):
                continue
        return all(isinstance(r, torch.Tensor) for r in (whole, flat)) and whole.shape == (2, 3) and flat.shape == (6,)
    return False


def operators(entry: Entry) -> list[Any]:
    """PyTorch's records of the operator (``OpInfo``), one for each variant of its tests.

    Not that of ``normal_``, which takes other arguments than ``normal``.
    """
    return [info for info in _by_name().get(entry.name, []) if info.variant_test_name != "in_place"]


@functools.cache
def _by_name() -> dict[str, list[Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from torch.testing._internal.common_methods_invocations import op_db
    known = catalog.entries(catalog.read())
    official = {name: entry.name for entry in known.values() for name in observe.own_names(entry)}
    official |= catalog.read_observed()["same"]
    found: dict[str, list[Any]] = {}
    for info in op_db:
        names = [f"{space}{name}" for name in (info.name, *(a.name for a in info.aliases)) for space in _SPACES]
        for name in dict.fromkeys(official[name] for name in names if name in official):
            found.setdefault(name, []).append(info)
    return found


def _drawable(sample: Any) -> bool:
    """NumPy has at most 64 dimensions."""
    return not isinstance(sample.input, torch.Tensor) or sample.input.dim() <= 64


_SPACES = ("torch.", "torch.Tensor.")


def _samples(info: Any, dtype: torch.dtype) -> Iterator[Any]:
    if dtype in info.dtypes:
        with _seeded(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from list(info.sample_inputs("cpu", dtype))


def _errors(info: Any) -> Iterator[Any]:
    if info.error_inputs_func is not None:
        with _seeded():
            yield from [error.sample_input for error in info.error_inputs("cpu") if _drawable(error.sample_input)]


class _seeded:
    """PyTorch's samples draw from three generators: inside, each starts from 0, and is put back afterwards."""

    def __enter__(self) -> None:
        self.states = torch.get_rng_state(), random.getstate(), np.random.get_state()
        torch.manual_seed(0), random.seed(0), np.random.seed(0)

    def __exit__(self, *_: object) -> None:
        torch.set_rng_state(self.states[0]), random.setstate(self.states[1]), np.random.set_state(self.states[2])


def _calls(entry: Entry, samples: Any) -> Iterator[Sample]:
    """The calls of the operation inside those of PyTorch's wrappers, which may put arguments in another order."""
    for info in operators(entry):
        for sample in samples(info):
            first = _First(entry)
            with warnings.catch_warnings(), contextlib.suppress(Exception), first:
                warnings.simplefilter("ignore")
                info.op(sample.input, *sample.args, **sample.kwargs)
            if first.call is not None and fits(first.call[1:]):
                yield first.call


class _First(observe.Recorder):
    """Keeps the arguments of the first call of an entry's operation, and goes no further."""

    call: Sample | None = None

    def record(self, name: str, func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self.call = func, observe.snapshot(args), {key: observe.snapshot(value) for key, value in kwargs.items()}
        raise StopIteration


def fits(*values: Any) -> bool:
    """Whether NumPy has what is asked for: not every device, layout, dtype and memory format."""
    return all(
        tensor.device.type == "cpu" and tensor.layout is torch.strided and tensor.dtype in agree.NUMPY_DTYPES
        for tensor in agree.leaves(list(values))
        if isinstance(tensor, torch.Tensor)
    ) and not any(
        (isinstance(value, torch.dtype) and value not in agree.NUMPY_DTYPES) or value in _OF_IMAGES
        for value in flat(values)
        if isinstance(value, (torch.dtype, torch.memory_format))
    )


_OF_IMAGES = (torch.channels_last, torch.channels_last_3d)


def flat(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from flat(item)
    elif isinstance(value, dict):
        yield from flat([*value.values()])
    else:
        yield value


def _in_numpy(calls: Any) -> list[Sample]:
    return [(function, agree.to_numpy(args), agree.to_numpy(kwargs)) for function, args, kwargs in calls]
