"""Run the examples under torch and write down what happens: the facts of ``observed.json``.

``python -m torchref.observe`` writes the file anew. Nothing in it is typed by hand: names come from looking at
torch, facts from the calls that the examples make and from the ``aten`` schema.
"""

import contextlib
import doctest
import io
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.overrides import TorchFunctionMode, resolve_name

from torchref.catalog import Entry

OPERATORS = {
    "abs": ("__abs__", "abs(x)"),
    "add": ("__add__", "x + y"),
    "bitwise_and": ("__and__", "x & y"),
    "bitwise_left_shift": ("__lshift__", "x << y"),
    "bitwise_not": ("__invert__", "~x"),
    "bitwise_or": ("__or__", "x | y"),
    "bitwise_right_shift": ("__rshift__", "x >> y"),
    "bitwise_xor": ("__xor__", "x ^ y"),
    "div": ("__truediv__", "x / y"),
    "eq": ("__eq__", "x == y"),
    "floor_divide": ("__floordiv__", "x // y"),
    "ge": ("__ge__", "x >= y"),
    "getitem": ("__getitem__", "x[index]"),
    "gt": ("__gt__", "x > y"),
    "le": ("__le__", "x <= y"),
    "lt": ("__lt__", "x < y"),
    "matmul": ("__matmul__", "x @ y"),
    "mul": ("__mul__", "x * y"),
    "ne": ("__ne__", "x != y"),
    "neg": ("__neg__", "-x"),
    "pow": ("__pow__", "x ** y"),
    "remainder": ("__mod__", "x % y"),
    "setitem": ("__setitem__", "x[index] = value"),
    "sub": ("__sub__", "x - y"),
}
"""Entry name -> (special method of Tensor, how it is written): Python's operators, which torch does not list."""


@dataclass(frozen=True)
class Call:
    """One call of an operation: copies of its arguments made before it and of its result made right after it.

    ``live`` holds the same three as the objects of the example: they share memory, and later examples write to them.
    """

    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    result: Any
    live: tuple[tuple[Any, ...], dict[str, Any], Any]


def official_names(entry: Entry) -> list[str]:
    """Return every torch name that the entry stands for, found by looking at torch.

    ``squeeze`` gives ``torch.squeeze``, ``torch.Tensor.squeeze`` and ``torch.Tensor.squeeze_``; aliases of the entry
    are looked up in the same way.
    """
    found = []
    for base in (entry.name, *entry.aliases):
        for space in ("torch", "torch.Tensor"):
            for name in (base, f"{base}_"):
                if _is_operation(getattr(_SPACES[space], name, None)):
                    found.append(f"{space}.{name}")
        if base not in vars(torch) and _is_operation(getattr(torch.linalg, base, None)):
            found.append(f"torch.linalg.{base}")
    if entry.name in OPERATORS:
        found.append(f"torch.Tensor.{OPERATORS[entry.name][0]}")
    return found


def function(entry: Entry) -> Callable[..., Any]:
    """Return torch's own function for the entry, taking the tensor first; an attribute becomes its getter."""
    name = entry.name
    method = getattr(torch.Tensor, name, None)
    for found in (getattr(torch, name, None), getattr(torch.linalg, name, None)):
        if _is_operation(found) and not (isinstance(found, type) and method is not None):
            return found  # type: ignore[no-any-return]
    if isinstance(method, (types.GetSetDescriptorType, property)):
        return lambda x: getattr(x, name)
    if method is None and name in OPERATORS:
        method = getattr(torch.Tensor, OPERATORS[name][0])
    if method is None:
        raise LookupError(f"{entry.path.name}:{entry.line}: torch has no operation called {name!r}")
    return method  # type: ignore[no-any-return]


def calls(entry: Entry) -> list[Call]:
    """Run the examples of the entry and return each successful call of its operation, in order."""
    recorder = _Recorder(entry)
    namespace = {"torch": _Torch(recorder), "np": np}
    test = doctest.DocTest(
        [doctest.Example(e.source, e.want, e.message and e.message + "\n") for e in entry.examples],
        namespace, entry.name, str(entry.path), entry.line, None,
    )  # fmt: skip
    with torch.random.fork_rng(), recorder, contextlib.redirect_stdout(io.StringIO()):
        doctest.DocTestRunner(verbose=False).run(test, out=lambda text: None)
    return recorder.calls


def snapshot(value: Any) -> Any:
    """Return a copy of an argument in which tensors and arrays keep their values, strides and sharing of nothing."""
    if isinstance(value, torch.Tensor) and type(value) is torch.Tensor:
        with torch._C.DisableTorchFunction(), torch.no_grad():
            if value.device.type != "cpu" or value.layout is not torch.strided:
                return value
            plain = value.detach().resolve_conj().resolve_neg()
            storage = plain.untyped_storage().clone()
            fresh = torch.empty(0, dtype=plain.dtype).set_(storage, plain.storage_offset(), plain.shape, plain.stride())
            return fresh.requires_grad_(value.requires_grad)
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (list, tuple):
        return type(value)(snapshot(item) for item in value)
    return value


_SPACES: dict[str, Any] = {"torch": torch, "torch.Tensor": torch.Tensor}


def _is_operation(value: Any) -> bool:
    """Functions, methods, attributes and classes of torch; not its modules, dtypes and other objects."""
    if isinstance(value, (types.GetSetDescriptorType, property)):
        return True
    return callable(value) and not isinstance(value, (types.ModuleType, torch.dtype))


def _names(entry: Entry) -> set[str]:
    names = set(official_names(entry))
    tails = {name.rpartition(".")[2] for name in names}
    tails |= {f"__r{tail[2:]}" for tail in tails if tail.startswith("__")}
    tails |= {f"__i{tail[2:]}" for tail in tails if tail.startswith("__")}
    return tails


class _Recorder(TorchFunctionMode):
    """Writes down each call of the entry's operation that comes through torch's override protocol."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.names = _names(entry)
        self.calls: list[Call] = []

    def __torch_function__(self, func, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
        name = (resolve_name(func) or getattr(func, "__name__", "")).removesuffix(".__get__").rpartition(".")[2]
        return self.record(name, func, args, kwargs or {})

    def record(self, name: str, func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if name not in self.names:
            return func(*args, **kwargs)
        before = snapshot(args), {key: snapshot(value) for key, value in kwargs.items()}
        result = func(*args, **kwargs)
        self.calls.append(Call(name, *before, snapshot(result), (args, kwargs, result)))
        return result


class _Torch(types.ModuleType):
    """``torch`` as the examples see it: the few functions that bypass the override protocol are recorded here."""

    def __init__(self, recorder: _Recorder) -> None:
        super().__init__("torch")
        self._recorder = recorder

    def __getattr__(self, name: str) -> Any:
        value = getattr(torch, name)
        if name not in self._recorder.names or name not in UNSEEN:
            return value
        return lambda *args, **kwargs: self._recorder.record(name, value, args, kwargs)


UNSEEN = {
    "Generator", "Tensor", "as_tensor", "broadcast_shapes", "from_numpy", "get_default_dtype", "load", "manual_seed",
    "save", "set_printoptions",
}  # fmt: skip
"""Operations that the override protocol does not show; a test finds any that is missing here."""


