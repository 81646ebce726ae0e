"""Run the examples under torch and write down what happens: the facts of ``observed.json``.

``python -m torchref.content.observe`` writes the file anew. Nothing in it is typed by hand: names come from looking at
torch, facts from the calls that the examples make and from the ``aten`` schema.
"""

import contextlib
import difflib
import doctest
import importlib
import io
import json
import operator
import platform
import re
import sys
import traceback
import types
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch.overrides import TorchFunctionMode, resolve_name

from torchref.content import catalog, signatures, view_or_copy
from torchref.content.catalog import OBSERVED, Entry
from torchref.content.facts import DTYPES

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

TURNED = {f"__{letter}{method[2:]}" for method, _ in OPERATORS.values() for letter in "ri"} - {
    method for method, _ in OPERATORS.values()
}
"""The reflected and in-place forms of the operators, ``__radd__`` and ``__iadd__``: other arguments, same meaning."""


FUNCTIONALS: dict[str, Callable[..., Any]] = {
    "nn.CrossEntropyLoss": torch.nn.functional.cross_entropy,
    "nn.Linear": torch.nn.functional.linear,
    "nn.MSELoss": torch.nn.functional.mse_loss,
}
"""Modules -> the function that does their work when they are called: its calls are theirs."""


@dataclass(frozen=True)
class Call:
    """One call of an operation: copies of its arguments made before it and of its result made right after it.

    ``live`` holds the same three as the objects of the example: they share memory, and later examples write to them.
    ``example`` counts the examples of the entry from 0, ``names`` says by which variables it holds the tensors (by id).
    """

    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    result: Any
    live: tuple[tuple[Any, ...], dict[str, Any], Any]
    func: Callable[..., Any]
    places: tuple[str, ...]
    example: int = -1
    names: dict[int, str] = field(default_factory=dict)


def official_names(entry: Entry) -> list[str]:
    """Return every torch name that the entry stands for, found by looking at torch.

    ``squeeze`` gives ``torch.squeeze``, ``torch.Tensor.squeeze`` and ``torch.Tensor.squeeze_``; aliases of the entry
    are looked up in the same way. An entry in another space, ``nn.Module.to``, has its names there; what either is
    called elsewhere, and what is explained with it, the content says.
    """
    related = [f"torch.{name}" for name in entry.related]
    return own_names(entry) + [name for name in related if _is_operation(_look_up(name))]


def own_names(entry: Entry) -> list[str]:
    """Return the official names of the operation itself, without those of what is explained with it."""
    spaces = (f"torch.{entry.space}",) if entry.space else ("torch", "torch.Tensor")
    bases = (entry.function, *entry.aliases)
    wanted = [f"{space}.{name}" for base in bases for space in spaces for name in (base, f"{base}_")]
    wanted += [f"torch.{name}" for name in entry.elsewhere]
    if entry.name in OPERATORS:
        wanted.append(f"torch.Tensor.{OPERATORS[entry.name][0]}")
    return [name for name in wanted if _is_operation(_look_up(name))]


def function(entry: Entry) -> Callable[..., Any]:
    """Return torch's own function for the entry, taking the tensor first; an attribute becomes its getter."""
    name = entry.name
    if name in FUNCTIONALS:
        return FUNCTIONALS[name]
    if entry.space:
        return _look_up(f"torch.{name}")  # type: ignore[no-any-return]
    found, method = getattr(torch, name, None), getattr(torch.Tensor, name, None)
    if found is not None and _is_operation(found) and not (isinstance(found, type) and method is not None):
        return found  # type: ignore[no-any-return]
    if isinstance(method, (types.GetSetDescriptorType, property)):
        return lambda x: getattr(x, name)
    if method is None and name in OPERATORS:
        method = getattr(torch.Tensor, OPERATORS[name][0])
    assert callable(method), f"official_names found no function {name}"
    return method


def calls(entry: Entry, strict: bool = True) -> list[Call]:
    """Run the examples of the entry and return each successful call of its operation, in order.

    Args:
        strict: an example that fails is an error; not so under a torch that may print something else than the page.

    Raises:
        ContentError: an example fails; names its file and line, what was expected and what came out.
    """
    recorder = Recorder(entry)
    namespace = {"torch": _Torch(recorder), "np": np}
    with torch.random.fork_rng(), recorder, contextlib.redirect_stdout(io.StringIO()):
        for example, got in failing(entry, namespace):
            if strict:
                line = entry.line + 1 + example.lineno
                want = (example.exc_msg or example.want).strip()
                said = f"{entry.name}: {example.source.strip()!r} fails: expected {want[:200]!r}, got {got[-200:]!r}"
                raise catalog.ContentError(entry.path, line, said)
    return recorder.calls


def failing(entry: Entry, namespace: dict[str, Any]) -> Iterator[tuple[doctest.Example, str]]:
    """Run the examples of the entry one after the other; yield each that fails, with what came out instead.

    Of an exception that came out only ``Type: message`` is told.
    """
    test = doctest.DocTestParser().get_doctest(entry.docstring, namespace, entry.name, str(entry.path), entry.line)
    runner = _Runner(verbose=False, optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1)
    runner.run(test, clear_globs=False)
    yield from runner.failing


class _Runner(doctest.DocTestRunner):
    """Keeps the examples that fail, and reports nothing."""

    def __init__(self, verbose: bool, optionflags: int) -> None:
        super().__init__(verbose=verbose, optionflags=optionflags)
        self.failing: list[tuple[doctest.Example, str]] = []

    def report_failure(self, out: Any, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        printed, raised, told = got.rpartition("Traceback (most recent call last):\n")
        if raised:  # the message stands below the indented lines of where it came through
            printed, told = "", re.sub(r"\A(?: .*\n|\n)+", "", told)
        self.failing.append((example, (printed + told).strip("\n")))

    def report_unexpected_exception(self, out: Any, test: Any, example: doctest.Example, exc_info: Any) -> None:
        self.failing.append((example, "".join(traceback.format_exception_only(exc_info[1])).strip("\n")))


def snapshot(value: Any) -> Any:
    """Return a copy of an argument in which tensors and arrays keep their values, strides and sharing of nothing."""
    if type(value) in (torch.Tensor, torch.nn.Parameter):
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


def facts(entry: Entry, strict: bool = True) -> dict[str, Any]:
    """Return what the page states of the entry, found by running its calls and variations of them.

    ``strict`` is that of :func:`calls`.

    Keys, each only where it applies: ``digest`` of the entry that was observed, ``title``, ``names``, ``signatures``
    (see :mod:`torchref.content.signatures`; empty where torch says nothing), ``runs`` (how many calls), ``returns`` (a
    sorted list of ``new``, ``view``, ``self``, ``value``, ``none``), ``in_place``, ``operator``, ``dtypes``, ``result``
    (dtype in -> dtypes out), ``gradient`` (``flows``, ``zero`` or ``none``), ``contiguous`` (``always``, ``never`` or
    ``depends``), ``random`` and ``layouts`` (see :mod:`torchref.content.view_or_copy`).

    Raises:
        ContentError: torch has no operation of that name, or an example fails.
    """
    names = official_names(entry)
    if not names:
        near = difflib.get_close_matches(
            entry.function,
            dir(_look_up(f"torch.{entry.space}")) if entry.space else [*dir(torch), *dir(torch.Tensor)],
            n=3,
        )
        hint = f"; nearest: {', '.join(dict.fromkeys(near))}" if near else ""
        raise catalog.ContentError(entry.path, entry.line, f"torch has no operation called {entry.name!r}{hint}")
    found: dict[str, Any] = {"digest": entry.digest, "title": title(entry), "names": names}
    if entry.name in OPERATORS:
        found["operator"] = OPERATORS[entry.name][1]
    tails = [name.rpartition(".")[2] for name in names]
    in_place = [tail for tail in tails if tail.endswith("_") and not tail.startswith("__")]
    if in_place and entry.name not in in_place:
        found["in_place"] = list(dict.fromkeys(in_place))
    made = [call for call in calls(entry, strict) if call.name not in TURNED]
    found["signatures"] = signatures.find(own_names(entry), found["title"], made)
    if not made:
        return found
    out_of_place = [call for call in made if call.name not in in_place or call.name == entry.name]
    runs = list(_variations(out_of_place))
    found["runs"] = len(out_of_place) + len(runs)
    kinds = {kind(call.live[2], [*call.live[0], *call.live[1].values()]) for call in out_of_place} | {
        run.kind for run in runs
    }
    found["returns"] = sorted(kinds) or ["self"]
    if len(kinds & {"new", "view", "self"}) > 1:
        each = [(call, kind(call.live[2], [*call.live[0], *call.live[1].values()])) for call in out_of_place]
        if rows := view_or_copy.observe(out_of_place) or view_or_copy.by_call(each):
            found["layouts"] = rows
    if any(tensors(run.result) for run in runs):
        found |= _dtypes(runs)
        most = max((run.tensors for run in runs if run.plain), default=0)
        plain = [run for run in runs if run.plain and run.tensors == most] or runs
        found["result"] = {
            name: sorted({dtype_name(t.dtype) for run in plain if run.dtype == name for t in tensors(run.result)[:1]})
            for name in ("bool", "int64", "float32")
            if any(run.dtype == name and run.varied and tensors(run.result) for run in plain)
        }
        layouts = {run.result_contiguous for run in runs if run.input_contiguous and run.result_contiguous is not None}
        found["contiguous"] = "depends" if len(layouts) == 2 else "always" if layouts == {True} else "never"
        gradients = {run.gradient for run in runs} - {""}
        if gradients:
            found["gradient"] = next(word for word in ("flows", "zero", "none") if word in gradients)
    elif kinds <= {"value", "none"}:
        found |= _dtypes(runs)
    if seeded(entry):
        found["random"] = True
    return found


def title(entry: Entry) -> str:
    """Return the name the page bears: ``torch.squeeze``, ``Tensor.view``, ``Optimizer.step``, ``x[index]``."""
    names = official_names(entry)
    wanted = [f"torch.{entry.name}", f"torch.Tensor.{entry.name}", *names]
    if isinstance(getattr(torch, entry.name, None), type) and hasattr(torch.Tensor, entry.name):
        wanted = wanted[1:]
    name = next(name for name in wanted if name in names)
    if name.rpartition(".")[2].startswith("__"):
        return OPERATORS[entry.name][1]
    space, _, tail = name.rpartition(".")
    return f"{space.rpartition('.')[2]}.{tail}" if space in _CLASSES else name


def kind(result: Any, args: list[Any]) -> str:
    """Return what a result is: ``new``, a ``view`` of an argument, an argument it``self``, a ``value`` or ``none``."""
    made = _memory(result)
    if not made:
        return "none" if result is None else "value"
    if any(one is other for one in _leaves(result) for other in _leaves(args)):
        return "self"
    return "view" if made & _memory(args) else "new"


def schema_kinds(entry: Entry) -> set[str]:
    """Return the kinds of result that the alias annotations of the ``aten`` schema allow (empty: no schema)."""
    allowed = set()
    for schema in (overload._schema for overload in _overloads(_aten(entry))):
        if any(argument.is_out for argument in schema.arguments):
            continue
        for value in schema.returns:
            alias = value.alias_info
            allowed |= {"self"} if alias and alias.is_write else {"view", "self", "new"} if alias else {"new", "value"}
    return allowed


def seeded(entry: Entry) -> bool:
    """Return whether torch says that the operation draws random numbers."""
    overloads = [*_overloads(_aten(entry)), *_overloads(f"{_aten(entry)}_")]
    return any(torch.Tag.nondeterministic_seeded in overload.tags for overload in overloads)


def _aten(entry: Entry) -> str:
    """The name of its operator: ``squeeze``, ``linalg_norm``; those of ``nn.functional`` bear theirs alone."""
    return entry.name.removeprefix("nn.functional.").replace(".", "_")


def _overloads(name: str) -> list[Any]:
    packet = getattr(torch.ops.aten, name, None)
    return [getattr(packet, overload) for overload in packet.overloads()] if packet is not None else []


def same(known: dict[str, Entry]) -> dict[str, str]:
    """Return official names that stand for an entry's operation too -> the entry: ``torch.nn.functional.relu``.

    Torch has the same object there; or the function does the work of an entry's module; or it bears the entry's name
    and returns the same for every call of the entry's examples, which ``torch.linalg.norm`` does not.
    """
    own = {official: entry for entry in known.values() for official in official_names(entry)}
    objects = {_identity(_look_up(official)): entry for official, entry in own.items()}
    objects |= {_identity(function): known[name] for name, function in FUNCTIONALS.items() if name in known}
    tails = {official.rpartition(".")[2]: entry for official, entry in reversed(own.items())}
    found = {}
    for space, place in _public().items():
        for name, value in _documented(place, space).items():
            official, entry = f"{space}.{name}", objects.get(_identity(value), tails.get(name))
            if official in own or entry is None:
                continue
            if _identity(value) in objects or (space in _FUNCTIONS and _agrees(value, entry)):
                found[official] = entry.name
    return found


def without_page(known: dict[str, Entry], taken: Iterable[str] = ()) -> dict[str, list[str]]:
    """Return space -> the names that torch documents there and no entry stands for; each in its first space alone.

    An in-place form, ``acos_``, goes with the name it is made from. ``taken`` are names beside those of the entries.
    """
    official = {name for entry in known.values() for name in official_names(entry)} | {*taken}
    tensors = {name.removeprefix("torch.").removeprefix("Tensor.") for name in official}
    seen = {_identity(_look_up(name)) for name in official}
    found: dict[str, list[str]] = {}
    for space, place in _public().items():
        values = _documented(place, space)
        for name, value in values.items():
            if f"{space}.{name}" in official or _identity(value) in seen:
                continue
            if name.endswith("_") and name[:-1] in (values.keys() | tensors) and space != "torch.nn.init":
                continue
            if space == "torch.Tensor" and name in found["torch"]:
                continue
            seen.add(_identity(value))
            found.setdefault(space, []).append(name)
    return found


def values() -> list[str]:
    """Return the public names of torch that are no operations: dtypes, constants, layouts, memory formats."""
    kinds = (float, torch.dtype, torch.layout, torch.memory_format)
    return [name for name in dir(torch) if not name.startswith("_") and isinstance(getattr(torch, name), kinds)]


def _agrees(other: Callable[..., Any], entry: Entry) -> bool:
    """Whether another function returns what the operation does, for every call of the entry's examples."""
    made = calls(entry, strict=False)
    for call in made:
        try:
            with torch.random.fork_rng(), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                result = other(*snapshot(call.args), **call.kwargs)
                torch.testing.assert_close(result, call.result, rtol=0, atol=0, equal_nan=True)
        except Exception:  # other arguments, another result, or nothing that can be compared: not the same
            return False
    return bool(made)


def _documented(place: Any, space: str) -> dict[str, Any]:
    """What torch has in a space under public names, with a docstring and not deprecated; imports from elsewhere aside.

    Nor are the raw classes of torch's C++ among them: which there are depends on how torch was built.
    """
    found = {}
    for name in sorted(getattr(place, "__all__", dir(place))):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = getattr(place, name, None)
            if name.startswith("_") or not _is_operation(value) or not value.__doc__:
                continue
            home = "" if hasattr(value, "__deprecated__") else getattr(value, "__module__", None) or "torch"
        own = isinstance(place, type) or hasattr(place, "__all__") or home.startswith((space, "torch._C._"))
        if own and home.startswith("torch") and not (isinstance(value, type) and hasattr(torch._C, name)):
            found[name] = value
    return found


def _identity(value: Any) -> Any:
    """What tells objects apart that torch may wrap anew, by module and name where it has them."""
    name = getattr(value, "__qualname__", "<locals>")
    return id(value) if "<locals>" in name else (getattr(value, "__module__", None), name)


def observe(strict: bool = True) -> dict[str, Any]:
    """Return the whole of ``observed.json``: the versions, the facts of every entry, the names beside them.

    ``strict`` is that of :func:`calls`.
    """
    known = catalog.entries(catalog.read())
    beside = same(known)
    return {
        "versions": {
            "torch": version(),
            "numpy": np.__version__,
            "python": platform.python_version(),
        },
        "operations": {name: facts(entry, strict) for name, entry in known.items()},
        "same": beside,
        "values": values(),
        "without_page": without_page(known, beside),
    }


def version() -> str:
    """Return the version of the torch that runs here: ``2.13.0``."""
    return torch.__version__.partition("+")[0]


def dump(observed: dict[str, Any]) -> str:
    """Return ``observed.json`` as text: one operation or space a line, so that a change reads as one."""

    def lines(key: str) -> str:
        rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(found)}" for name, found in observed[key].items())
        return f' "{key}": {{\n{rows}\n }}'

    short = [f' "{key}": {json.dumps(observed[key])}' for key in ("versions", "values")]
    parts = [*short, *map(lines, ("operations", "same", "without_page"))]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(arguments: list[str]) -> int:
    if arguments:
        print(f"python -m torchref.content.observe takes no arguments; found {' '.join(arguments)!r}", file=sys.stderr)
        return 2
    try:
        # Under another torch than that of record, which it is about to become, examples may print something else.
        strict = not OBSERVED.exists() or catalog.read_observed()["versions"]["torch"] == version()
        observed = observe(strict)
    except catalog.ContentError as error:
        print(error, file=sys.stderr)
        return 2
    OBSERVED.write_text(dump(observed), encoding="utf-8")
    print(f"observed {len(observed['operations'])} operations under torch {observed['versions']['torch']}")
    return 0


LAYOUTS = ("contiguous", "spread", "columns first")
POSITIONS = {"index", "indices", "mask", "condition", "generator", "repeats", "target"}
"""Parameters that say where or whether, whose dtype is not the operation's dtype."""


def _dtypes(runs: "list[_Run]") -> dict[str, list[str]]:
    """What was taken, of tensors with elements; a call that also asks for a dtype counts only where each one does."""
    varied = [run for run in runs if run.varied]
    counted = [run for run in varied if not run.asks] or varied
    taken = [name for name in DTYPES if any(run.dtype == name for run in counted)]
    return {"dtypes": taken} if taken else {}


@dataclass(frozen=True)
class _Run:
    """What one run showed. ``plain``: no dtype, mode or float among the arguments decided the result's dtype.

    ``varied``: the dtype of something with elements was chosen. ``asks``: beside tensors, a dtype was passed.
    """

    plain: bool
    varied: bool
    asks: bool
    tensors: int
    result: Any
    kind: str
    dtype: str
    input_contiguous: bool
    result_contiguous: bool | None
    gradient: str


def _variations(made: list[Call]) -> Iterator[_Run]:
    """Run each call again with its tensors cast to each dtype, and laid out with gaps."""
    for call in made:
        func = call.func
        for name in DTYPES:
            for layout in LAYOUTS:
                run = _again(call, func, getattr(torch, name), layout)
                if run is not None:
                    yield run


def _again(call: Call, func: Callable[..., Any], dtype: torch.dtype, layout: str) -> _Run | None:
    places = call.places
    cast = [
        _cast(value, dtype, layout) if place not in POSITIONS else snapshot(value)
        for place, value in zip(places, call.args, strict=True)
    ]
    kwargs = {
        key: _cast(value, dtype, layout) if key not in POSITIONS else snapshot(value)
        for key, value in call.kwargs.items()
    }
    given = tensors([*cast, *kwargs.values()])
    if not given and isinstance(call.kwargs.get("dtype"), torch.dtype):
        kwargs["dtype"] = dtype
    elif not given and (
        layout != "contiguous" or (tensors(call.result)[:1] and tensors(call.result)[0].dtype is not dtype)
    ):
        return None
    if (
        any(tensor.requires_grad for tensor in tensors([*call.args, *call.kwargs.values()]))
        and not dtype.is_floating_point
    ):
        return None
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), torch.random.fork_rng():
        warnings.simplefilter("ignore")
        try:
            result = func(*cast, **kwargs)
        except Exception:  # torch refuses this dtype or layout, in whatever way: that is the observation
            return None
    made = tensors(result)[:1]
    words = [
        value for value in [*cast, *kwargs.values()] if isinstance(value, (torch.dtype, type, str, float, complex))
    ]
    return _Run(
        not words or not given,
        all(tensor.numel() for tensor in given) if given else isinstance(call.kwargs.get("dtype"), torch.dtype),
        bool(given) and any(isinstance(value, torch.dtype) for value in words),
        len(given),
        result,
        kind(result, [*cast, *kwargs.values()]),
        dtype_name(dtype),
        layout == "contiguous" and all(tensor.is_contiguous() for tensor in given),
        made[0].is_contiguous() if made and made[0].layout is torch.strided else None,
        _gradient(func, cast, kwargs) if made and given and dtype in (torch.float32, torch.float64) else "",
    )


def _gradient(func: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> str:
    """Return whether a gradient ``flows`` to the floating arguments, is ``zero`` everywhere, or there is ``none``."""
    leaves: list[torch.Tensor] = []

    def wanting(value: Any) -> Any:
        if isinstance(value, torch.Tensor) and value.is_floating_point():
            leaves.append(snapshot(value).requires_grad_())
            return leaves[-1].clone()
        return type(value)(wanting(item) for item in value) if type(value) in (list, tuple) else snapshot(value)

    asked = [wanting(value) for value in args]
    with warnings.catch_warnings(), torch.random.fork_rng():
        warnings.simplefilter("ignore")
        try:
            result = func(*asked, **{key: wanting(value) for key, value in kwargs.items()})
            made = [tensor for tensor in tensors(result) if tensor.requires_grad]
            weighted = [(t.real if t.is_complex() else t).flatten() for t in made]
            total = sum(((t * torch.arange(1, len(t) + 1)).sum() for t in weighted), torch.zeros(()))
            gradients = torch.autograd.grad(total, leaves, allow_unused=True) if made else ()
        except Exception:  # an operation that refuses tensors with a gradient: nothing flows through this call
            return "none"
    found = [gradient for gradient in gradients if gradient is not None]
    return "flows" if any(gradient.any() for gradient in found) else "zero" if found else "none"


def _cast(value: Any, dtype: torch.dtype, layout: str) -> Any:
    if type(value) in (torch.Tensor, torch.nn.Parameter) and value.device.type == "cpu":
        return laid_out(converted(value.detach(), dtype), layout)
    if type(value) in (list, tuple):
        return type(value)(_cast(item, dtype, layout) for item in value)
    return snapshot(value)


def converted(tensor: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
    """Return a copy of another dtype; of complex numbers that become real ones, the real part."""
    return (tensor.real if tensor.is_complex() and not dtype.is_complex else tensor).to(dtype, copy=True)


def laid_out(tensor: torch.Tensor, layout: str) -> torch.Tensor:
    """Return the same elements ``spread``, ``columns first`` or ``channels last``; else the tensor itself."""
    if layout == "spread" and tensor.dim():
        wide = tensor.new_zeros((*tensor.shape[:-1], tensor.shape[-1] * 2))
        wide[..., ::2] = tensor
        return wide[..., ::2]
    if layout == "columns first" and tensor.dim() > 1:
        return tensor.mT.contiguous().mT
    if layout == "channels last" and tensor.dim() == 4:
        return tensor.contiguous(memory_format=torch.channels_last)
    return tensor


def tensors(value: Any) -> list[torch.Tensor]:
    """Return every tensor in nested lists and tuples, in order."""
    return [leaf for leaf in _leaves(value) if isinstance(leaf, torch.Tensor)]


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, (torch.Tensor, np.ndarray)):
        return [value]
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in _leaves(item)]
    return []


def _memory(value: Any) -> set[int | tuple[str, int]]:
    """What stands for the storages below tensors and arrays: their addresses, and for empty tensors themselves."""
    found: set[int | tuple[str, int]] = set()
    for leaf in _leaves(value):
        if isinstance(leaf, torch.Tensor) and leaf.layout is torch.strided and leaf.device.type != "meta":
            found.add(("storage", leaf.untyped_storage()._cdata))
        found.add(_address(leaf))
    return found - {0}


def _address(leaf: Any) -> int:
    if isinstance(leaf, np.ndarray):
        while isinstance(leaf.base, np.ndarray):
            leaf = leaf.base
        return int(leaf.__array_interface__["data"][0])
    if leaf.layout is not torch.strided or leaf.device.type == "meta":
        return id(leaf)
    return int(leaf.untyped_storage().data_ptr())


def dtype_name(dtype: torch.dtype) -> str:
    """Return what a dtype is called below ``torch``."""
    return str(dtype).removeprefix("torch.")


_SPACES: dict[str, Any] = {"torch": torch, "torch.Tensor": torch.Tensor}
_PUBLIC = """
nn nn.Module nn.functional nn.init nn.utils nn.utils.rnn nn.utils.parametrize nn.utils.parametrizations nn.utils.prune
nn.attention nn.parallel linalg fft special optim optim.Optimizer optim.lr_scheduler optim.swa_utils autograd
autograd.Function autograd.functional autograd.forward_ad autograd.graph autograd.profiler func utils.data
utils.checkpoint utils.dlpack random amp cuda cuda.amp cpu mps xpu accelerator sparse nested masked distributions
distributed signal.windows serialization hub jit fx compiler export library onnx profiler overrides testing futures
"""
"""Where torch has documented names, beside itself and ``Tensor``."""
_FUNCTIONS = {"torch.nn.functional", "torch.linalg", "torch.special"}
"""Spaces in which a function may do the same as the operation of its name."""
_CLASSES = {"torch.Tensor", "torch.nn.Module", "torch.optim.Optimizer"}


def _public() -> dict[str, Any]:
    """Every space of documented names, torch and ``Tensor`` first."""
    found = dict(_SPACES)
    for space in _PUBLIC.split():
        module, _, last = f"torch.{space}".rpartition(".")
        home = importlib.import_module(module if last[0].isupper() else f"torch.{space}")
        found[f"torch.{space}"] = getattr(home, last) if last[0].isupper() else home
    return found


def _look_up(official: str) -> Any:
    """What torch has under an official name; ``None`` where it has nothing."""
    try:
        return operator.attrgetter(official.removeprefix("torch."))(torch)
    except AttributeError:
        return None


def _is_operation(value: Any) -> bool:
    """Functions, methods, attributes and classes of torch; not its modules, dtypes and other objects."""
    if isinstance(value, (types.GetSetDescriptorType, property)):
        return True
    return callable(value) and not isinstance(value, (types.ModuleType, torch.dtype))


def _names(entry: Entry) -> set[str]:
    """The full names by which calls are known, those of an operator's reflected and in-place forms among them."""
    names = {*own_names(entry)}
    return names | {
        f"torch.Tensor.__{letter}{OPERATORS[entry.name][0][2:]}" for letter in "ri" if entry.name in OPERATORS
    }


def _functions(entry: Entry) -> dict[int, str]:
    """The functions themselves, since some go by another name (``torch.mm`` calls itself ``spmm``)."""
    found = {id(FUNCTIONALS[entry.name]): entry.function} if entry.name in FUNCTIONALS else {}
    for official in own_names(entry):
        value = _look_up(official)
        if not isinstance(value, (type, types.GetSetDescriptorType, property)):
            found[id(value)] = official.rpartition(".")[2]
    return found


def _full(func: Callable[..., Any]) -> str:
    """The official name of what the override protocol shows: ``torch.Tensor.T`` for that attribute's getter."""
    name = (resolve_name(func) or getattr(func, "__name__", "")).removesuffix(".__get__")
    return name.replace("torch.functional.", "torch.")


class Recorder(TorchFunctionMode):
    """Writes down each call of the entry's operation that comes through torch's override protocol."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.names = _names(entry)
        self.functions = _functions(entry)
        self.parameters = entry.parameters
        self.calls: list[Call] = []

    def __torch_function__(self, func, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
        full = _full(func)
        if full not in self.names and id(func) not in self.functions:
            return func(*args, **(kwargs or {}))
        return self.record(self.functions.get(id(func)) or full.rpartition(".")[2], func, args, kwargs or {})

    def record(self, name: str, func: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        before = snapshot(args), {key: snapshot(value) for key, value in kwargs.items()}
        result = func(*args, **kwargs)
        places = tuple(
            self.parameters[min(n, len(self.parameters) - 1)] if self.parameters else "" for n in range(len(args))
        )
        live = (args, kwargs, result)
        self.calls.append(Call(name, *before, snapshot(result), live, func, places, *_where()))
        return result


def _where() -> tuple[int, dict[int, str]]:
    """The number of the example that runs, as doctest names it, and the variables that hold tensors by then."""
    frame = sys._getframe(1)
    while frame.f_back is not None:
        number = re.fullmatch(r"<doctest .*\[(\d+)\]>", frame.f_code.co_filename)
        if number and frame.f_code.co_name == "<module>":
            every = reversed(frame.f_globals.items())
            held = {id(value): name for name, value in every if isinstance(value, (torch.Tensor, np.ndarray))}
            return int(number[1]), held
        frame = frame.f_back
    return -1, {}


class _Torch(types.ModuleType):
    """``torch`` as the examples see it: the few functions that bypass the override protocol are recorded here."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__("torch")
        self._recorder = recorder

    def __getattr__(self, name: str) -> Any:
        value = getattr(torch, name)
        if f"torch.{name}" not in self._recorder.names or name not in UNSEEN:
            return value
        return lambda *args, **kwargs: self._recorder.record(name, value, args, kwargs)


UNSEEN = {
    "Generator", "Tensor", "as_tensor", "broadcast_shapes", "from_numpy", "get_default_dtype", "load", "manual_seed",
    "save", "set_printoptions",
}  # fmt: skip
"""Operations that the override protocol does not show; a test finds any that is missing here."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
