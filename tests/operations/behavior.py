"""What an operation does, seen on many calls: the kind of result, its memory layout, gradients, dtypes.

The calls are those on which its body is measured, and those of its examples with their tensors cast to other dtypes and
laid out anew. Only torch runs here.
"""

import ast
import contextlib
import inspect
import io
import math
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from tests.operations import agree, compare
from torchref.content import observe
from torchref.content import signatures as known
from torchref.content.catalog import Entry
from torchref.content.facts import TRIED as DTYPES

TRIED = 40
"""How many calls each dtype is tried on."""

SHOWN = ("bool", "uint8", "int64", "float32", "complex64")
"""The dtypes whose results a page shows."""


@dataclass(frozen=True)
class Call:
    """A call in torch's terms: ``places`` and ``names`` are the body's and torch's names for its positional arguments.

    ``number``: a number stands where a tensor may. ``asks``: a dtype is among the arguments.
    """

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    places: tuple[str, ...]
    names: tuple[str, ...]
    named: dict[str, Any]
    number: bool
    asks: bool


@dataclass(frozen=True)
class Run:
    """What one call showed; ``made`` is the first tensor of its result, if it has one."""

    call: Call
    kind: str
    made: torch.Tensor | None
    result: Any


def behavior(entry: Entry, samples: Iterable[Any], signatures: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the facts of an operation that rest on many calls.

    ``runs``: how many calls. ``returned`` and ``layout`` (``contiguous`` or not, for contiguous arguments) have
    ``counts``, how many calls showed what, and ``of``, how many of them could have shown another thing; where they
    differ, ``when``, an expression that tells all of them apart with what is seen where it is true and where not, or
    ``seen``, a call for each that shows it (see :func:`shown`). ``reached``: argument -> what reaches it in the best
    case (``flows``, ``zero``, ``raises``, ``none``), in how many calls, and of how many. ``taken``: the dtypes,
    ``all`` that are taken in as many of the ``of`` calls as any, and ``some`` in fewer, of tensors alone; ``number``
    the same for a tensor and a Python number, where that is another list. ``result``: dtype in -> dtypes out.
    ``placed``: words about placement that change kind or layout -> the kind and the layout with them.

    Args:
        entry: the operation.
        samples: its calls (see :mod:`tests.operations.samples`), in NumPy's terms.
        signatures: those of its record in ``observed.json``.
    """
    if entry.name in observe.FUNCTIONALS:
        signatures = []  # those of the module, not of the function that its calls are
    recorded = [call for call in observe.calls(entry) if call.name not in observe.TURNED]
    several = inspect.getfullargspec(agree.body(entry)).varargs if entry.no_numpy is None else None
    calls = [
        _call(call.func, call.args, call.kwargs, (several,) * len(call.args) if several else call.places, signatures)
        for call in recorded
    ]
    for function, args, kwargs in samples:
        places = tuple(several or entry.parameters[min(n, len(entry.parameters) - 1)] for n in range(len(args)))
        calls.append(_call(function, agree.to_torch(args), agree.to_torch(kwargs), places, signatures))
    calls = [call for call in calls if not compare.in_place(entry, call.function)]
    runs = [run for call in calls for one in _laid_out(call) if (run := _run(one)) is not None]
    runs = [run for run in runs if type(run.result) is not tuple or run.result]  # nothing to say of no tensors at all
    if not runs:
        return {}
    title = observe.title(entry)
    returned = _spread(title, runs, lambda run: run.kind, lambda run: bool(_given(run.call)))
    found: dict[str, Any] = {"runs": len(runs), "returned": returned}
    plain = [run for run in runs if run.made is not None and all(tensor.is_contiguous() for tensor in _given(run.call))]
    if plain:
        found["layout"] = _spread(title, plain, _layout, lambda run: run.made.numel() > 1)
    found |= {"reached": _gradients([run.call for run in runs if run.made is not None])} | _dtypes(calls)
    found |= {"result": _results(runs), "placed": _placed(calls)}
    return {key: value for key, value in found.items() if value}


def _call(
    function: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    places: tuple[str, ...],
    signatures: list[dict[str, Any]],
) -> Call:
    """A call with its arguments by torch's names for them, or by those of the body where no signature binds."""
    if places[:1] == ("x",) and any(row[0] == "input" for one in signatures for row in one.get("parameters", ())):
        places = ("input", *places[1:])
    for one in signatures:
        bound = known.bind(one, args, kwargs) if "parameters" in one else None
        types = {row[0]: row[2] for row in one.get("parameters", ())}
        if bound is not None and all(_may_be(value, types.get(name, "")) for name, value in bound.arguments.items()):
            named = {name: value for name, value in bound.arguments.items() if value is not None}
            break
    else:
        types, named = {}, {**dict(zip(places, args, strict=False)), **kwargs}
    numbers = {name for name, value in named.items() if isinstance(value, (int, float, complex))}
    number = any("Tensor" in types.get(name, "") and "number" in types.get(name, "") for name in numbers)
    asks = any(isinstance(value, (torch.dtype, type)) for value in named.values())
    known_as = {id(value): name for name, value in named.items()}
    names = tuple(known_as.get(id(value), place) for value, place in zip(args, places, strict=True))
    return Call(function, args, kwargs, places, names, named, number, asks)


def _may_be(value: Any, types: str) -> bool:
    return not isinstance(value, torch.Tensor) or not types or "Tensor" in types


def _run(call: Call) -> Run | None:
    with quiet():
        try:
            result = call.function(*call.args, **call.kwargs)
        except Exception:  # torch refuses, in whatever way: that is the observation
            return None
        made = next(iter(observe.tensors(result)), None)
        kind = observe.kind(result, [*call.args, *call.kwargs.values()])
    return Run(call, kind, made if made is None or made.layout is torch.strided else None, result)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), torch.random.fork_rng(devices=()):
        warnings.simplefilter("ignore")
        yield


def _laid_out(call: Call) -> Iterator[Call]:
    """The call itself, and with each tensor of two dimensions or more laid out in another way."""
    yield call
    most = max((tensor.dim() for tensor in _given(call)), default=0)
    for layout, least in (("spread", 1), ("columns first", 2), ("channels last", 4)):
        if most >= least:
            yield _changed(call, lambda tensor, layout=layout: observe.laid_out(tensor.clone(), layout))


def _changed(call: Call, change: Callable[[torch.Tensor], torch.Tensor], data: bool = False) -> Call:
    """The call with each of its tensors changed; with ``data`` not those that say where or whether."""

    def over(value: Any, place: str) -> Any:
        if type(value) in (torch.Tensor, torch.nn.Parameter) and value.device.type == "cpu":
            return observe.snapshot(value) if data and place in observe.POSITIONS else change(value.detach())
        if type(value) in (list, tuple):
            return type(value)(over(item, place) for item in value)
        return observe.snapshot(value)

    return replace(
        call,
        args=tuple(over(value, place) for value, place in zip(call.args, call.places, strict=True)),
        kwargs={key: over(value, key) for key, value in call.kwargs.items()},
        named={key: over(value, key) for key, value in call.named.items()},
    )


def _given(call: Call) -> list[torch.Tensor]:
    return observe.tensors([*call.args, *call.kwargs.values()])


def _layout(run: Run) -> str:
    return "contiguous" if run.made is None or run.made.is_contiguous() else "not contiguous"


def _spread(
    title: str, runs: list[Run], seen: Callable[[Run], str], otherwise: Callable[[Run], bool]
) -> dict[str, Any]:
    """How many runs showed what; where several things, what tells them apart, or a call for each."""
    counts = Counter(map(seen, runs))
    found: dict[str, Any] = {"counts": dict(counts.most_common()), "of": sum(map(otherwise, runs))}
    if len(counts) == 1:
        return found
    if when := _condition(runs, seen):
        return found | {"when": when}
    return found | {
        "seen": {word: _shortest(title, [run for run in runs if seen(run) == word], word) for word in counts}
    }


def _condition(runs: list[Run], seen: Callable[[Run], str]) -> list[str]:
    """``[expression, what is seen where it is true, what is seen else]``; the first that holds for all runs."""
    known_of = [_features(run.call) for run in runs]
    for name in dict.fromkeys(name for features in known_of for name in features):
        true, false = (
            {seen(run) for run, features in zip(runs, known_of, strict=True) if features.get(name, False) is truth}
            for truth in (True, False)
        )
        if len(true) == len(false) == 1 and true != false:
            return [name, *true, *false]
    return []


def _features(call: Call) -> dict[str, bool]:
    """What may decide: expressions over the arguments -> whether they hold."""
    found = {}
    for name, value in call.named.items():
        if type(value) is bool:
            found[name] = value
        elif name not in ("input", "self"):
            found[f"{name} is not None"] = True
    name, first = next(((n, v) for n, v in call.named.items() if type(v) is torch.Tensor), ("", None))
    if first is not None:
        found |= {
            f"{name}.is_contiguous()": first.is_contiguous(),
            f"{name}.ndim == 0": first.ndim == 0,
            f"{name}.ndim <= 1": first.ndim <= 1,
            f"{name}.numel() == 0": first.numel() == 0,
            f"{name}.is_floating_point()": first.is_floating_point(),
            f"{name}.is_complex()": first.is_complex(),
        }
        if isinstance(call.named.get("dtype"), torch.dtype):
            found[f"{name}.dtype == dtype"] = first.dtype is call.named["dtype"]
    return found


def _shortest(title: str, runs: list[Run], word: str) -> list[str]:
    """The shortest call that shows it, spelled; of tensors of one element only if no other does."""

    def length(run: Run) -> tuple[bool, int, list[str]]:
        parts = _spelled(title, run.call)
        return any(tensor.numel() < 2 for tensor in _given(run.call)), len("".join(parts)), parts

    spelled = (_spelled(title, run.call) for run in sorted(runs, key=length))
    return next((parts for parts in spelled if word in shown(parts)), [])


def shown(parts: list[str]) -> tuple[str, ...]:
    """Return the kind of result and the layout of a call that is spelled by its tensors' shapes, strides and dtypes."""
    names: dict[str, Any] = {}
    for about in parts[1:]:
        name = about[0]
        told = dict(one.removeprefix(f"{name}.").split(" == ") for one in about.split(f", {name}."))
        shape = ast.literal_eval(told["shape"])
        dtype = getattr(torch, told.get("dtype", "torch.float32").removeprefix("torch."))
        plain = observe.converted(torch.arange(math.prod(shape)).reshape(shape), dtype)
        stride = ast.literal_eval(told["stride()"]) if "stride()" in told else plain.stride()
        names[name] = torch.empty_strided(shape, stride, dtype=dtype).copy_(plain)
    with quiet():
        try:
            result = eval(parts[0], {"torch": torch, "np": np, **names})
        except Exception:  # the call depends on what the tensors hold
            return ()
    made = next(iter(observe.tensors(result)), None)
    layout = "" if made is None else "contiguous" if made.is_contiguous() else "not contiguous"
    return observe.kind(result, [*names.values()]), layout


def _spelled(title: str, call: Call) -> list[str]:
    """The call, then its tensors by shape and strides: ``x.mean(0)``, ``x.shape == (2, 3)``."""
    about: list[str] = []

    def spell(value: Any) -> str:
        if isinstance(value, torch.Tensor):
            letter = "xyzuvw"[min(len(about), 5)]
            strides = "" if value.is_contiguous() else f", {letter}.stride() == {tuple(value.stride())}"
            dtype = "" if value.dtype is torch.float32 else f", {letter}.dtype == {value.dtype}"
            about.append(f"{letter}.shape == {tuple(value.shape)}{strides}{dtype}")
            return letter
        if isinstance(value, np.ndarray):
            return f"np.array({value.tolist()})"
        if type(value) in (list, tuple):
            inner = ", ".join(map(spell, value))
            return f"[{inner}]" if type(value) is list else f"({inner}{',' * (len(value) == 1)})"
        return repr(value)

    first, *rest = [*map(spell, call.args), *(f"{key}={spell(value)}" for key, value in call.kwargs.items())] or [""]
    space, _, name = title.rpartition(".")
    if title == "x[index]":
        return [f"{first}[{rest[0]}]", *about]
    if space == "Tensor":
        attribute = not callable(getattr(torch.Tensor, name))
        return [f"{first}.{name}" if attribute else f"{first}.{name}({', '.join(rest)})", *about]
    return [f"{title}({', '.join([first, *rest] if first else rest)})", *about]


def _gradients(calls: list[Call]) -> dict[str, Any]:
    """For each argument with decimals: what reached it in the best case, in how many calls, and of how many.

    Complex arguments count where no gradient reaches the real ones, as of an angle.
    """
    found = _reached(calls, (torch.float32, torch.float64))
    if "flows" not in {word for word, _, _ in found.values()}:
        beside = _reached(calls, (torch.complex64, torch.complex128))
        return beside if "flows" in {word for word, _, _ in beside.values()} else found
    return found


def _reached(calls: list[Call], dtypes: tuple[torch.dtype, ...]) -> dict[str, Any]:
    reached: dict[str, Counter] = {}
    for call in calls:
        for name, word in _gradient(call, dtypes).items():
            reached.setdefault(name, Counter())[word] += 1
    best = {name: min(words, key=("flows", "zero", "raises", "none").index) for name, words in reached.items()}
    return {name: [best[name], words[best[name]], words.total()] for name, words in reached.items()}


def _gradient(call: Call, dtypes: tuple[torch.dtype, ...]) -> dict[str, str]:
    leaves: dict[str, list[torch.Tensor]] = {}

    def wanting(value: Any, name: str) -> Any:
        if isinstance(value, torch.Tensor) and value.dtype in dtypes and value.numel():
            leaves.setdefault(name, []).append(observe.snapshot(value).requires_grad_())
            return leaves[name][-1].clone()
        if type(value) in (list, tuple):
            return type(value)(wanting(item, name) for item in value)
        return observe.snapshot(value)

    args = [wanting(value, name) for value, name in zip(call.args, call.names, strict=True)]
    kwargs = {key: wanting(value, key) for key, value in call.kwargs.items()}
    if not leaves:
        return {}
    flat = [leaf for group in leaves.values() for leaf in group]
    with quiet():
        try:
            made = [tensor for tensor in observe.tensors(call.function(*args, **kwargs)) if tensor.requires_grad]
        except Exception:  # torch refuses tensors with a gradient here
            return {}
        if not made:
            return dict.fromkeys(leaves, "none")
        if not any(tensor.numel() for tensor in made):
            return {}
        try:
            weighted = [(torch.view_as_real(t.resolve_conj()) if t.is_complex() else t).flatten() for t in made]
            total = sum(((t * torch.arange(1, len(t) + 1)).sum() for t in weighted), torch.zeros(()))
            gradients = iter(torch.autograd.grad(total, flat, allow_unused=True))
        except Exception:  # the result says that it has a gradient, and backward raises
            return dict.fromkeys(leaves, "raises")
    found = {}
    for name, group in leaves.items():
        own = [gradient for gradient in (next(gradients) for _ in group) if gradient is not None]
        found[name] = "flows" if any(one.any() for one in own) else "zero" if own else "none"
    return found


def _dtypes(calls: list[Call]) -> dict[str, Any]:
    """The dtypes taken by calls of tensors alone, and by those of a tensor and a number, where these are others."""
    found: dict[str, Any] = {}
    for word, chosen in (("taken", [c for c in calls if not c.number]), ("number", [c for c in calls if c.number])):
        tried = [call for call in chosen if not call.asks and any(t.numel() for t in _data(call))][:TRIED]
        tried += [call for call in chosen if not _data(call) and isinstance(call.named.get("dtype"), torch.dtype)][
            :TRIED
        ]
        tried = [replace(call, kwargs={**call.kwargs, "dtype": None}) if not _data(call) else call for call in tried]
        taken = {name: sum(_takes(call, getattr(torch, name)) for call in tried) for name in DTYPES}
        most = max(taken.values(), default=0)
        if most:
            found[word] = {
                "of": len(tried),
                "all": [name for name, count in taken.items() if count == most],
                "some": [name for name, count in taken.items() if 0 < count < most],
            }
    if found.get("number", {}).get("all") == found.get("taken", {}).get("all"):
        found.pop("number", None)
    return found


def _data(call: Call) -> list[torch.Tensor]:
    """Its tensors but those that say where or whether."""
    return observe.tensors(
        [
            *(value for value, place in zip(call.args, call.places, strict=True) if place not in observe.POSITIONS),
            *(value for key, value in call.kwargs.items() if key not in observe.POSITIONS),
        ]
    )


def _takes(call: Call, dtype: torch.dtype) -> bool:
    if _data(call):
        with quiet():
            try:
                call = _changed(call, lambda tensor: observe.converted(tensor, dtype), data=True)
            except Exception:  # torch does not convert to this dtype
                return False
    else:
        call = replace(call, kwargs={**call.kwargs, "dtype": dtype})
    return _run(call) is not None


def _results(runs: list[Run]) -> dict[str, list[str]]:
    """Dtype in -> dtypes out, over calls of tensors of one dtype and of no word that decides the result's."""
    found: dict[str, Counter] = {}
    for run in runs:
        given = {tensor.dtype for tensor in _data(run.call)}
        if run.made is not None and len(given) == 1 and not (run.call.asks or run.call.number):
            found.setdefault(observe.dtype_name(given.pop()), Counter())[observe.dtype_name(run.made.dtype)] += 1
    return {name: [made for made, _ in found[name].most_common()] for name in SHOWN if name in found}


def _placed(calls: list[Call]) -> dict[str, list[str]]:
    """``memory_format=...``, ``device=...`` -> the kind of result and its layout, where the word changes them."""
    found = {}
    options = {"memory_format": torch.channels_last, "device": "meta"}
    for call in calls:
        if not any(tensor.dim() == 4 and tensor.is_contiguous() and tensor.numel() > 16 for tensor in _given(call)):
            continue
        for word in options.keys() - call.named.keys():
            plain, placed = _run(call), _run(replace(call, kwargs={**call.kwargs, word: options[word]}))
            if plain and placed and plain.made is not None and placed.made is not None:
                one, other = ([run.kind, _layout(run)] for run in (plain, placed))
                if one != other:
                    found.setdefault(f"{word}={options[word]!r}", other)
    return found
