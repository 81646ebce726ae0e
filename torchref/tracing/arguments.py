"""A call as it stands: the tensors found among its arguments, the parameters they belong to, and the names of it all.

Nothing is run here and no tensor is read; what an argument looked like is kept, with a slot in place of each tensor.
"""

import copy
import functools
import inspect
import itertools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
import torch


class Place(NamedTuple):
    """Where a tensor was found. ``direct``: among the arguments, not inside a module or a name that a lambda uses."""

    root: int | str
    path: str
    value: Any
    direct: bool


class Slot(NamedTuple):
    """Stands for the tensor of that number in what is kept of the arguments."""

    number: int


class Call:
    """A function and what it is given; made before it runs, since the arguments may change after that.

    Attributes:
        places: the tensors and arrays among the arguments, in the object of a method, and in what a lambda uses.
    """

    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        while isinstance(function, functools.partial):
            args, kwargs, function = (*function.args, *args), {**function.keywords, **kwargs}, function.func
        self._function = function
        self.places: list[Place] = []
        owner = function if isinstance(function, torch.nn.Module) else getattr(function, "__self__", None)
        self._bound = isinstance(owner, (torch.Tensor, np.ndarray))
        if owner is not None:
            freeze(owner, "self", "", self.places)
        self._args = [freeze(value, number, "", self.places) for number, value in enumerate(args)]
        self._kwargs = {name: freeze(value, name, "", self.places) for name, value in kwargs.items()}
        if inspect.isroutine(function) and not _is_library(function) and hasattr(function, "__code__"):
            _freeze_names(function, self.places)
        self._norm_trains: bool | None = None
        if isinstance(function, torch.nn.modules.batchnorm._NormBase):
            self._norm_trains = function.training

    @property
    def parts(self) -> tuple[Callable[..., Any], list[Any], dict[str, Any]]:
        """The function and its arguments, with slots in place of tensors; that of a method is the first of them."""
        if not self._bound:
            return self._function, self._args, self._kwargs
        owner, name = self._function.__self__, self._function.__name__  # type: ignore[attr-defined]
        return getattr(type(owner), name), [Slot(0), *self._args], self._kwargs

    @functools.cached_property
    def title(self) -> str:
        """The function, as torch's reference writes it."""
        called = self._function
        name = str(getattr(called, "__name__", type(called).__name__))
        if isinstance(called, torch.nn.Module):
            return f"{type(called).__name__}(...)"
        owner: Any = getattr(called, "__self__", None)
        if name in ("__get__", "__set__", "__delete__") and hasattr(owner, "__objclass__"):
            return f"Tensor.{owner.__name__}{'' if name == '__get__' else f'.{name}'}"
        if self._bound:
            return f"{'Tensor' if isinstance(owner, torch.Tensor) else 'ndarray'}.{name}"
        known = _official().get(id(called))
        if known:
            return known
        module = str(getattr(called, "__module__", None) or "").lstrip("_").partition(".")[0]
        if module in ("numpy", "operator"):
            return f"{module}.{name}"
        return f"{type(owner).__name__}.{name}" if isinstance(owner, (torch.nn.Module, torch.optim.Optimizer)) else name

    def renamed(self, names: Mapping[str, str]) -> "Call":
        """Return the same call with other names for some of its tensors."""
        other = copy.copy(self)
        other.names = [names.get(name, name) for name in self.names]
        return other

    @property
    def text(self) -> str:
        """The call as text: tensors bear the names of their parameters."""
        args = [*self.names[: self._bound], *(self.show(value) for value in self._args)]
        return f"{self.title}({', '.join([*args, *(f'{k}={self.show(v)}' for k, v in self._kwargs.items())])})"

    @functools.cached_property
    def names(self) -> list[str]:
        """The name of each of the places."""
        parameters = self._parameters[0]
        shift = 0 if self.title.startswith("Tensor.") and not self._bound else 1
        found = []
        for place in self.places:
            root = place.root
            if isinstance(root, int):
                known = parameters[root] if root < len(parameters) else ""
                root = known if known and known != "result" else f"argument {root + shift}"
            found.append(f"{root}{place.path}")
        return found

    @property
    def writes(self) -> set[str]:
        """The parameters that torch's schema of the operation says it writes to."""
        return self._parameters[1]

    @functools.cached_property
    def operation(self) -> list[str]:
        """Names under which the operation may be documented."""
        function, owner = self._function, getattr(self._function, "__self__", None)
        if isinstance(function, torch.nn.Module) and type(function).__module__.startswith("torch."):
            return [f"nn.{type(function).__name__}"]
        space, _, tail = self.title.rpartition(".")
        if space == "operator":
            return [f"__{tail.strip('_')}__", tail.rstrip("_")]
        for kind, name in ((torch.nn.Module, "nn.Module"), (torch.optim.Optimizer, "optim.Optimizer")):
            if isinstance(owner, kind):
                return [f"{name}.{tail}"]
        if not space.startswith(("torch", "Tensor")):
            return []
        return [self.title, f"{space}.__{tail[3:]}" if tail.startswith("__") else self.title.rstrip("_")]

    @property
    def is_backward(self) -> bool:
        """Whether it is a call of ``backward``."""
        return getattr(self._function, "__name__", "") == "backward"

    @property
    def training(self) -> bool | None:
        """Whether a normalisation was told to learn its statistics; None where the call does not tell."""
        if self._norm_trains is not None:
            return self._norm_trains
        said = _defaults(self._function) | dict(zip(self._parameters[0], self._args, strict=False)) | self._kwargs
        value = said.get("training", said.get("use_input_stats"))
        return value if isinstance(value, bool) else None

    def show(self, value: Any) -> str:
        """Return a value as text: a slot as the name of its tensor, and of a long list its start."""
        kind = type(value)
        if kind is Slot:
            return self.names[value.number]
        if kind in (list, tuple):
            items = [self.show(item) for item in value[:6]] + ["..."] * (len(value) > 6)
            open_, close = "[]" if kind is list else "()"
            return f"{open_}{', '.join(items)}{',' if kind is tuple and len(items) == 1 else ''}{close}"
        if kind is dict:
            items = [f"{key}: {self.show(item)}" for key, item in itertools.islice(value.items(), 6)]
            return f"{{{', '.join(items + ['...'] * (len(value) > 6))}}}"
        return _literal(value)

    @functools.cached_property
    def _parameters(self) -> tuple[list[str], set[str]]:
        """The parameters of the positional arguments, as far as they are known, and those the schema writes to."""
        method = self.title.startswith("Tensor.")
        called = self._function
        try:
            signature = inspect.signature(called.forward if isinstance(called, torch.nn.Module) else called)
            if [*signature.parameters] == ["args", "kwargs"]:
                raise ValueError("says nothing")
        except (TypeError, ValueError):
            args = [Slot(0), *self._args] if self._bound else self._args
            for schema, kwargs in itertools.chain.from_iterable(
                zip(self._schemas(), itertools.repeat(kwargs)) for kwargs in (self._kwargs, {})
            ):
                names = _fit(schema, args, kwargs, method)
                if names is not None:
                    said = {"self": "self" if method else "input"}
                    written = {a.name for a in schema.arguments if a.alias_info is not None and a.alias_info.is_write}
                    names = [said.get(name, name) for name in names]
                    return names[1:] if self._bound else names, {said.get(name, name) for name in written}
            names = ["self", "other"] if self.title.rpartition(".")[2].startswith("__") else ["self"]
            return names[self._bound :] if method else [], set()
        names = _signature_names(signature, len(self._args))
        return ["self", *names[1:]] if method and not self._bound else names, set()

    def _schemas(self) -> list[Any]:
        """The schemas of torch's operation of this name."""
        if not self.title.startswith(("torch.", "Tensor.")):
            return []
        names = (getattr(self._function, "__name__", ""), self.title.rpartition(".")[2])
        found = [getattr(torch.ops.aten, name, None) for name in names if name]
        packet = next((one for one in found if isinstance(one, torch._ops.OpOverloadPacket)), None)
        return [getattr(packet, overload)._schema for overload in packet.overloads()] if packet is not None else []


def freeze(value: Any, root: int | str, path: str, found: list[Place], direct: bool = True, depth: int = 0) -> Any:
    """Add the tensors and arrays of a value to ``found``; return the value with a slot in place of each.

    Args:
        value: an argument or a result; lists, tuples and dicts in it are copied, down to a depth.
        root: where it stands: the number of the argument, or a name.
        path: how it is reached from there, as ``[0].weight``.
        found: the places found so far.
        direct: whether it stands among the arguments, not inside a module or a name that a lambda uses.
        depth: how many containers it lies in.
    """
    if type(value) in _ATOMS:
        return value
    if isinstance(value, (torch.Tensor, np.ndarray)):
        found.append(Place(root, path, value, direct))
        return Slot(len(found) - 1)
    if isinstance(value, torch.nn.Module):
        for name, tensor in itertools.chain(value.named_parameters(), value.named_buffers()):
            found.append(Place(root, f"{path}.{name}", tensor, root == "result"))
    elif isinstance(value, torch.optim.Optimizer):
        freeze(value.param_groups, root, f"{path}.param_groups", found, False, depth)
    elif isinstance(value, (list, tuple, dict)):
        if depth == _DEPTH:
            return ...
        if isinstance(value, dict):
            return {
                _literal(key): freeze(item, root, f"{path}[{_literal(key)}]", found, direct, depth + 1)
                for key, item in value.items()
            }
        fields = () if type(value) in (list, tuple) else getattr(type(value), "__match_args__", ())
        items = [
            item
            if type(item) in _ATOMS
            else freeze(
                item, root, f"{path}.{fields[n]}" if n < len(fields) else f"{path}[{n}]", found, direct, depth + 1
            )
            for n, item in enumerate(value)
        ]
        return items if isinstance(value, list) else tuple(items)
    return value


_ATOMS = frozenset([bool, int, float, complex, str, bytes, type(None), torch.dtype, torch.device])
_LITERALS: tuple[Any, ...] = (*_ATOMS, torch.layout, torch.memory_format, type(...), slice, np.bool_, np.number)
_PLAIN_MODULES = ("builtins", "torch", "numpy")
_DEPTH = 8


def _is_library(function: Any) -> bool:
    return str(getattr(function, "__module__", "")).partition(".")[0] in ("torch", "numpy")


def _freeze_names(function: Any, found: list[Place]) -> None:
    """Add the tensors that a function of Python takes from around it, under the names it uses for them."""
    code, around = function.__code__, function.__globals__
    cells = {name: cell for name, cell in zip(code.co_freevars, function.__closure__ or (), strict=False)}
    used: list[Place] = []
    for name in (*cells, *code.co_names):
        try:
            value = cells[name].cell_contents if name in cells else around.get(name)
        except ValueError:  # a cell that is still empty
            continue
        if isinstance(value, (torch.Tensor, np.ndarray, torch.nn.Module, torch.optim.Optimizer)):
            freeze(value, name, "", used, False)
    held = {id(place.value) for place in found}
    for place in used:
        if id(place.value) not in held:
            held.add(id(place.value))
            found.append(place)


@functools.cache
def _official() -> dict[int, str]:
    """The functions of torch by identity, since some go by another name (``torch.mm`` calls itself ``spmm``)."""
    spaces = {
        "torch": torch, "Tensor": torch.Tensor, "torch.nn.functional": torch.nn.functional,
        "torch.linalg": torch.linalg, "torch.fft": torch.fft, "torch.special": torch.special,
    }  # fmt: skip
    found: dict[int, str] = {}
    for space, held in spaces.items():
        for name, value in (vars(torch._C.TensorBase) | vars(held) if space == "Tensor" else vars(held)).items():
            if callable(value) and (name.startswith("__") or not name.startswith("_")):
                found.setdefault(id(value), f"{space}.{name}")
    return found


def _fit(schema: Any, args: list[Any], kwargs: dict[str, Any], method: bool) -> list[str] | None:
    """The parameters of the positional arguments if the schema takes these arguments, else None."""
    known = {argument.name for argument in schema.arguments} | {"input"}
    if not kwargs.keys() <= known:
        return None
    taking = [argument for argument in schema.arguments if not argument.kwarg_only]
    if method:  # aten::where takes self second
        taking.sort(key=lambda argument: argument.name != "self")
    if len(args) > len(taking):
        if not all(type(arg) is int for arg in args[max(len(taking) - 1, 0) :]):
            return None
        taking += [taking[-1]] * (len(args) - len(taking)) if taking else []
    for arg, argument in zip(args, taking, strict=False):
        wanted = str(argument.type)
        if type(arg) is Slot and "Tensor" not in wanted and "number" not in wanted:
            return None
        if type(arg) in (list, tuple) and any(type(item) is Slot for item in arg) and "List" not in wanted:
            return None
        if type(arg) in (int, float, bool, complex) and wanted == "Tensor":
            return None
    return [argument.name for argument in taking]


def _defaults(function: Any) -> dict[str, Any]:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return {}
    return {parameter.name: parameter.default for parameter in parameters if parameter.default is not parameter.empty}


def _signature_names(signature: inspect.Signature, count: int) -> list[str]:
    names: list[str] = []
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.VAR_POSITIONAL:
            every = range(count - len(names))
            names += ["" if parameter.name == "args" else f"{parameter.name}[{number}]" for number in every]
        elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            names.append(parameter.name)
    return names


def _literal(value: Any) -> str:
    """A value as Python writes it, where that is short and tells no address; else its type."""
    if isinstance(value, type) or inspect.isroutine(value):
        return str(getattr(value, "__name__", type(value).__name__))
    if type(value) not in _ATOMS and not (isinstance(value, _LITERALS) and type(value).__module__ in _PLAIN_MODULES):
        return f"<{type(value).__name__}>"
    if isinstance(value, slice):
        ends = ["" if end is None else _literal(end) for end in (value.start, value.stop, value.step)]
        return ":".join(ends if ends[2] else ends[:2])
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
