"""What a call did: a view or a copy, what it wrote to, which memory is shared, whether a gradient flows.

A call is run once, as it stands. Before and after it only what describes its tensors is read (shape, strides, storage,
version counter ...); sentences are made of that when they are asked for.
"""

import ast
import difflib
import functools
import html
import inspect
import itertools
import linecache
import math
import re
import sys
import textwrap
import traceback
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import torch
from torch.overrides import TorchFunctionMode

from torchref.content.language import chosen
from torchref.content.text import columns
from torchref.retrieval import index
from torchref.tracing import states

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROWS = 8
"""As many tensors of one kind a text lists."""
LIKE = 0.6
"""How much of a shown error message, numbers aside, has to be in another one for it to count as the same error."""


class _Place(NamedTuple):
    """Where a tensor was found. ``direct``: among the arguments, not inside a module or a name that a lambda uses."""

    root: int | str
    path: str
    value: Any
    direct: bool


class _Slot(NamedTuple):
    """Stands for the tensor of that number in what is kept of the arguments."""

    number: int


class _Told:
    """What has a ``text`` prints as it, and shows it in a notebook."""

    def text(self, lang: str | None = None) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text())}</pre>"


class Explanation(_Told):
    """What one call did; made by :func:`explain` and :class:`explaining`.

    It keeps the tensors of the call alive for as long as it lives.

    Attributes:
        result: what the call returned; None when it failed.
        error: the exception when it failed, else None.
    """

    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.result: Any = None
        self.error: Exception | None = None
        self._function = function
        self._places: list[_Place] = []
        self._results: list[_Place] = []
        while isinstance(function, functools.partial):
            args, kwargs, function = (*function.args, *args), {**function.keywords, **kwargs}, function.func
        self._called = function
        with torch._C.DisableTorchFunction():
            places = self._places
            owner = function if isinstance(function, torch.nn.Module) else getattr(function, "__self__", None)
            self._bound = isinstance(owner, (torch.Tensor, np.ndarray))
            if owner is not None:
                _freeze(owner, "self", "", places)
            self._args = [_freeze(value, number, "", places) for number, value in enumerate(args)]
            self._kwargs = {name: _freeze(value, name, "", places) for name, value in kwargs.items()}
            if inspect.isroutine(function) and not _is_library(function) and hasattr(function, "__code__"):
                _freeze_names(function, places)
            self._before = [states.read(place.value) for place in places]
            self._after = self._before
            self._leaves = _leaves(function, places)
            self._grads = [_grad(tensor) for tensor in (*(place.value for place in places), *self._leaves)]
            self._grad_words: list[str] = []
            self._norm_trains: bool | None = None
            if isinstance(function, torch.nn.modules.batchnorm._NormBase):
                self._norm_trains = function.training
            self._grad_mode = torch.is_grad_enabled()
            self._inference = torch.is_inference_mode_enabled()
            self._made: list[states.State] = []
            self._value: Any = None

    def _finish(self) -> None:
        """Read the tensors again, and those of the result."""
        with torch._C.DisableTorchFunction():
            self._after = [states.read(place.value) for place in self._places]
            tensors = [*(place.value for place in self._places), *self._leaves]
            self._grad_words = [_difference(_grad(one), old) for one, old in zip(tensors, self._grads, strict=True)]
            self._grads.clear()
            self._value = _freeze(self.result, "result", "", self._results)
            self._made = [states.read(place.value) for place in self._results]

    @property
    def kind(self) -> str:
        """``view`` (memory of an argument), ``new`` (shares none), ``self`` (an argument itself), ``value`` (no
        tensor), ``none``, ``error``, or ``unknown``; ``mixed`` for several tensors that differ in this."""
        if self.error is not None:
            return "error"
        if not self._results:
            return "none" if self.result is None else "value"
        found = set(self.kinds.values())
        return found.pop() if len(found) == 1 else "mixed"

    @functools.cached_property
    def kinds(self) -> dict[str, str]:
        """Name of each tensor of the result -> its ``kind``."""
        return {name: self._kind(number) for number, name in enumerate(self._result_names)}

    def _kind(self, number: int) -> str:
        if self._same(number):
            return "self"
        shared = {states.same_memory(self._made[number], state) for state in self._after}
        return "view" if True in shared else "unknown" if None in shared else "new"

    def _same(self, number: int) -> list[str]:
        """The arguments that a tensor of the result is."""
        value = self._results[number].value
        return [name for name, place in zip(self._names, self._places, strict=True) if place.value is value]

    @functools.cached_property
    def shares(self) -> dict[str, int | None]:
        """Argument that the result shares memory with -> how many numbers of the result lie there.

        0: one storage and no number in common; None: not worked out. Numbers of several results are added up.
        """
        found: dict[str, int | None] = {}
        for name, after in zip(self._names, self._after, strict=True):
            counts = [
                states.common(made, after)
                for made in self._made
                if states.same_memory(made, after) and states.has_memory(made)
            ]
            if counts:
                found[name] = None if None in counts else sum(count or 0 for count in counts)
        return found

    @property
    def _training(self) -> bool | None:
        """Whether a normalisation was told to learn its statistics; None where the call does not tell."""
        if self.error is not None:
            return None
        if self._norm_trains is not None:
            return self._norm_trains
        said = _defaults(self._called) | dict(zip(self._parameters[0], self._args, strict=False)) | self._kwargs
        value = said.get("training", said.get("use_input_stats"))
        return value if isinstance(value, bool) else None

    @functools.cached_property
    def written(self) -> list[str]:
        """The arguments whose version counter moved.

        One counter counts for all tensors of a storage; where torch's schema of the operation says which of them it
        writes to, only that one is listed.
        """
        moved = [
            name
            for name, before, after in zip(self._names, self._before, self._after, strict=True)
            if before.version is not None and before.version != after.version
        ]
        named = [name for name in moved if name in self._schema_writes]
        return named or moved

    @functools.cached_property
    def unwatched(self) -> dict[str, str]:
        """The arguments of which it is unknown whether they were written to -> why.

        ``array``: NumPy arrays count no writes; ``inference``: nor do tensors made in inference mode; ``statistics``:
        torch writes the running statistics of a normalisation without counting it; ``trained``: it does so here, since
        the call is one of training.
        """
        found = {}
        training = self._training
        for name, place, before in zip(self._names, self._places, self._before, strict=True):
            if isinstance(place.value, np.ndarray):
                found[name] = "array"
            elif name.endswith(("running_mean", "running_var")) and name not in self.written:
                if training is not False:
                    found[name] = "trained" if training else "statistics"
            elif before.version is None:
                found[name] = "inference"
        return found

    @functools.cached_property
    def grads(self) -> dict[str, str]:
        """The tensors whose ``.grad`` is another one after the call -> ``filled`` (it was None), ``removed`` (it is
        None now) or ``changed``. For ``backward`` these are the leaves of the graph, whether or not they are arguments.
        """
        leaves = [f"leaf {number} {tuple(leaf.shape)}" for number, leaf in enumerate(self._leaves, 1)]
        return {name: word for name, word in zip([*self._names, *leaves], self._grad_words, strict=True) if word}

    @property
    def gradient(self) -> str | None:
        """``flows`` (a result, or what was written to, has a grad_fn), ``leaf`` (one is a leaf that requires grad),
        ``cut`` (an argument requires grad, and none of them does) or ``none``; None when the call failed."""
        if self.error is not None:
            return None
        states = self._outputs
        if any(state.grad_fn for state in states):
            return "flows"
        if any(state.requires_grad for state in states):
            return "leaf"
        asked = any(state.requires_grad for state, place in zip(self._before, self._places, strict=True))
        return "cut" if asked and (states or self.kind == "value") else "none"

    @property
    def _outputs(self) -> list[states.State]:
        written = [state for name, state in zip(self._names, self._after, strict=True) if name in self.written]
        return [*self._made, *written]

    @property
    def before(self) -> dict[str, states.State]:
        """Each tensor or array among the arguments, by name, as it was before the call."""
        return dict(zip(self._names, self._before, strict=True))

    @property
    def after(self) -> dict[str, states.State]:
        """The same ones right after the call, and those of the result."""
        return dict(zip(self._names, self._after, strict=True)) | dict(zip(self._result_names, self._made, strict=True))

    @functools.cached_property
    def _result_names(self) -> list[str]:
        return [f"result{place.path}" for place in self._results]

    @functools.cached_property
    def _parameters(self) -> tuple[list[str], set[str]]:
        """The parameters of the positional arguments, as far as they are known, and those the schema writes to."""
        method = self.title.startswith("Tensor.")
        called = self._called
        try:
            signature = inspect.signature(called.forward if isinstance(called, torch.nn.Module) else called)
            if [*signature.parameters] == ["args", "kwargs"]:
                raise ValueError("says nothing")
        except (TypeError, ValueError):
            args = [_Slot(0), *self._args] if self._bound else self._args
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
        names = (getattr(self._called, "__name__", ""), self.title.rpartition(".")[2])
        found = [getattr(torch.ops.aten, name, None) for name in names if name]
        packet = next((one for one in found if isinstance(one, torch._ops.OpOverloadPacket)), None)
        return [getattr(packet, overload)._schema for overload in packet.overloads()] if packet is not None else []

    @property
    def _schema_writes(self) -> set[str]:
        return self._parameters[1]

    @functools.cached_property
    def _names(self) -> list[str]:
        parameters = self._parameters[0]
        shift = 0 if self.title.startswith("Tensor.") and not self._bound else 1
        found = []
        for place in self._places:
            root = place.root
            if isinstance(root, int):
                known = parameters[root] if root < len(parameters) else ""
                root = known if known and known != "result" else f"argument {root + shift}"
            found.append(f"{root}{place.path}")
        return found

    @functools.cached_property
    def title(self) -> str:
        """The function, as torch's reference writes it."""
        called = self._called
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

    @property
    def call(self) -> str:
        """The call as text: tensors bear the names of their parameters."""
        names = iter(["self"] if self._bound else [])
        args = [*names, *(self._show(value) for value in self._args)]
        return f"{self.title}({', '.join([*args, *(f'{k}={self._show(v)}' for k, v in self._kwargs.items())])})"

    def _show(self, value: Any) -> str:
        kind = type(value)
        if kind is _Slot:
            return self._names[value.number]
        if kind in (list, tuple):
            items = [self._show(item) for item in value[:6]] + ["..."] * (len(value) > 6)
            open_, close = "[]" if kind is list else "()"
            return f"{open_}{', '.join(items)}{',' if kind is tuple and len(items) == 1 else ''}{close}"
        if kind is dict:
            items = [f"{key}: {self._show(item)}" for key, item in itertools.islice(value.items(), 6)]
            return f"{{{', '.join(items + ['...'] * (len(value) > 6))}}}"
        return _literal(value)

    def text(self, lang: str | None = None) -> str:
        """Return the explanation in words.

        Args:
            lang: ``"en"`` or ``"zh"``; the language of the environment when left out.

        Raises:
            LookupError: there is no such language.
        """
        lang, _ = _words(lang)
        if self.error is None:
            said = [*self._memory(_), *self._in_place(_), *self._gradient_line(_), *self._see(lang, _)]
        else:
            said = [*self._in_place(_), *self._fix(lang, _)]
        return "\n  ".join([self._headline(_), *_stable(self._message).splitlines(), *self._rows(_), *said])

    @property
    def _message(self) -> str:
        return "".join(traceback.format_exception_only(self.error)).strip() if self.error is not None else ""

    def _headline(self, _: Callable[[str], str]) -> str:
        if self.error is not None:
            return _("{call} failed:").format(call=self.call)
        several = len(self._results) > 1
        named = self._of(range(len(self._results)), _)
        sentence = {
            "view": _("{count} tensors, each with memory of {argument}")
            if several
            else _("a view of {argument}: it has no memory of its own"),
            "new": _("{count} tensors, none of which shares memory with an argument")
            if several
            else _("new memory: it shares none with an argument"),
            "self": _("{count} tensors, each an argument itself: {argument}")
            if several
            else _("{argument} itself, the same object"),
            "mixed": _("{count} tensors, not all of one kind"),
            "unknown": _("whether it shares memory with an argument is unknown"),
            "value": _("a Python value: {value}"),
            "none": _("returns None"),
        }[self.kind]
        value = "" if self._results else self._show(self._value)
        filled = sentence.format(count=len(self._results), argument=named, value=value)
        return _("{call}: {sentence}").format(call=self.call, sentence=filled)

    def _of(self, numbers: "range | list[int]", _: Callable[[str], str]) -> str:
        """The arguments whose memory these results have, or which they are."""
        found = [
            name
            for number in numbers
            for name, after in zip(self._names, self._after, strict=True)
            if name in self._same(number)
            or (not self._same(number) and states.same_memory(self._made[number], after) is True)
        ]
        return _list(list(dict.fromkeys(found)), _)

    def _rows(self, _: Callable[[str], str]) -> list[str]:
        rows: list[list[str]] = []
        returned = {id(place.value) for place in self._results}
        listed: list[tuple[str, str, states.State]] = []
        for name, place, before, after in zip(self._names, self._places, self._before, self._after, strict=True):
            changed = name in self._changed
            if place.direct or changed or name in self.written or name in self.shares:
                listed.append((_("before"), name, before))
                if changed and id(place.value) not in returned:
                    listed.append((_("after"), name, after))
        listed.sort(key=lambda row: row[0] != _("before"))
        results = [(_("after"), name, state) for name, state in zip(self._result_names, self._made, strict=True)]
        for group in (listed, results):
            rows += [[when, _named(name, _), *_columns(state, _)] for when, name, state in group[:ROWS]]
            if len(group) > ROWS:
                rows.append([_("and {count} more").format(count=len(group) - ROWS)])
        wide = [max((columns(row[n]) for row in rows if n < len(row) > 1), default=0) for n in range(5)]
        return ["  ".join(_pad(row, wide) if len(row) > 1 else row).rstrip() for row in rows]

    def _memory(self, _: Callable[[str], str]) -> list[str]:
        lines: list[str] = []
        for number, (name, made) in enumerate(zip(self._result_names, self._made, strict=True)):
            lines += self._memory_of(number, name, made, _)
        lines = list(dict.fromkeys(lines))
        more = [_("and {count} more").format(count=len(lines) - ROWS)] if len(lines) > ROWS else []
        return [*lines[:ROWS], *more]

    def _memory_of(self, number: int, name: str, made: states.State, _: Callable[[str], str]) -> Iterator[str]:
        if not states.has_memory(made):
            if made.device == "meta":
                yield _("memory: {result} has none: a meta tensor is a shape without numbers").format(result=name)
            elif made.shape is not None and 0 in made.shape:
                yield _("memory: {result} holds no number, so there is none to share").format(result=name)
            else:
                yield _("memory: unknown for {result}: {reason}").format(result=name, reason=_opaque(made, _))
            return
        own, total = self._same(number), states.distinct(made)
        if made.shape is not None and total is not None and total < math.prod(made.shape):
            yield _("memory: {result} has {positions} positions and {total} numbers: some positions share one").format(
                result=name, positions=math.prod(made.shape), total=total
            )
        shared = False
        for argument, after in zip(self._names, self._after, strict=True):
            if argument in own:
                shared = True
                continue
            same = states.same_memory(made, after)
            if same is None:
                yield _("memory: unknown whether {result} shares any with {argument}: {reason}").format(
                    result=name, argument=_named(argument, _), reason=_opaque(after, _)
                )
            if not same:
                continue
            shared = True
            count = states.common(made, after)
            words = {"result": name, "argument": _named(argument, _), "count": count, "total": total}
            if count is None or total is None:
                yield _(
                    "memory: {result} and {argument} share a storage; which numbers they share was not worked out"
                ).format(**words)
            elif count == 0:
                yield _(
                    "memory: {result} and {argument} share a storage but no number: "
                    "a write through one does not show in the other"
                ).format(**words)
            else:
                yield _(
                    "memory: {result} shares {count} of its {total} numbers with {argument}: "
                    "a write through one shows in the other"
                ).format(**words)
        if not shared and made.is_view:
            yield _("memory: {result} is a view of a tensor that is not among the arguments").format(result=name)

    def _in_place(self, _: Callable[[str], str]) -> Iterator[str]:
        if not self._places:
            yield _("in place: no tensor was found among the arguments")
            return
        written, unwatched = self.written, self.unwatched
        moved = [
            name
            for name, before, after in zip(self._names, self._before, self._after, strict=True)
            if name in written and (before.shape, before.stride) != (after.shape, after.stride)
        ]
        plain = [name for name in written if name not in moved]
        if moved:
            yield _("in place: {names}: the version counter moved, and the shape or the strides are others now").format(
                names=_list(moved, _)
            )
        if plain:
            yield _("in place: written to: {names} (the version counter moved)").format(names=_list(plain, _))
        if len(written) > 1 and not self._schema_writes and self._one_counter(written):
            yield _("in place: one version counter counts for all views of a storage: one write moves it for each")
        for reason in dict.fromkeys(unwatched.values()):
            sentence = {
                "array": _("in place: unknown for {names}: a NumPy array does not count the writes to it"),
                "inference": _("in place: unknown for {names}: no version counter (made in inference mode)"),
                "statistics": _("in place: unknown for {names}: torch may write it without moving its version counter"),
                "trained": _(
                    "in place: written to: {names} (running statistics: no version counter counts this write)"
                ),
            }[reason]
            yield sentence.format(names=_list([name for name, why in unwatched.items() if why == reason], _))
        changed = [name for name in self._changed if name not in written]
        grads = self._grads_lines(_)
        yield from grads
        if changed:
            yield _("in place: changed without a counted write: {names} (see before and after)").format(
                names=_list(changed, _)
            )
        elif not written and not grads and len(unwatched) < len(self._places):
            if not self.title.startswith(("torch.", "Tensor.")):
                yield _("in place: no version counter moved; a write past it, as through .data, would not show")
            elif unwatched:
                yield _("in place: no other argument was written to, by their version counters")
            else:
                yield _("in place: no argument was written to, by their version counters")

    def _grads_lines(self, _: Callable[[str], str]) -> list[str]:
        sentences = {
            "filled": _("in place: .grad filled, which was None: {names}"),
            "changed": _("in place: .grad added to: {names}")
            if self._is_backward
            else _("in place: .grad changed: {names}"),
            "removed": _("in place: .grad set to None: {names}"),
        }
        lines = []
        for word, sentence in sentences.items():
            names = [name for name, said in self.grads.items() if said == word]
            more = [_("and {count} more").format(count=len(names) - ROWS)] if len(names) > ROWS else []
            if names:
                lines.append(sentence.format(names=_(", ").join([*(_named(name, _) for name in names[:ROWS]), *more])))
        return lines

    @property
    def _is_backward(self) -> bool:
        return _name(self._called) == "backward"

    @functools.cached_property
    def _changed(self) -> list[str]:
        """The arguments that have another shape, dtype, storage ... after the call."""
        return [
            name
            for name, before, after in zip(self._names, self._before, self._after, strict=True)
            if before[:7] != after[:7] or before.storage != after.storage
        ]

    def _one_counter(self, written: list[str]) -> bool:
        storages = [self.after[name].storage for name in written]
        return len(set(storages)) < len(storages)

    def _gradient_line(self, _: Callable[[str], str]) -> list[str]:
        states = self._outputs
        gradient = self.gradient
        if gradient == "flows":
            names = ", ".join(dict.fromkeys(state.grad_fn for state in states if state.grad_fn))
            return [_("gradient: flows (grad_fn {names})").format(names=names)]
        if gradient == "leaf":
            return [_("gradient: a leaf that requires grad: backward() leaves it in .grad")]
        if gradient == "none":
            if self.grads:
                return []
            if any(state.requires_grad for state in self._before):
                return [_("gradient: no tensor came back for it to flow through")]
            return [_("gradient: does not flow: no argument requires grad")] if states else []
        if not states:
            return [_("gradient: cut: a Python value carries none")]
        if all(state.layout == "numpy" for state in states):
            return [_("gradient: cut: a NumPy array carries none")]
        if not any(_differentiable(state.dtype) for state in states):
            dtype = _word(states[0].dtype)
            return [_("gradient: cut: a tensor of {dtype} carries none").format(dtype=dtype)]
        if re.search(r"\.(\w+_like|new_\w+)$", self.title):
            return [_("gradient: cut: the result takes shape and dtype from the argument, but none of its values")]
        if self._inference:
            return [_("gradient: cut: the call ran in inference mode")]
        if not self._grad_mode and not self.title.endswith((".detach", ".data")):
            return [_("gradient: cut: gradients were switched off, as by torch.no_grad()")]
        return [_("gradient: cut: an argument requires grad, the result does not")]

    @functools.cached_property
    def _operation(self) -> list[str]:
        """Names under which the operation may be documented."""
        known = self.title.startswith(("torch.", "Tensor.", "operator."))
        module = type(self._called).__module__.startswith("torch.")
        if isinstance(self._called, torch.nn.Module) and module:
            return [type(self._called).__name__]
        if not known:
            return []
        tail = self.title.rpartition(".")[2]
        if self.title.startswith("operator."):
            return [f"__{tail.strip('_')}__", tail.rstrip("_")]
        if tail.startswith("__"):
            return [tail, f"__{tail[3:]}"]
        return [tail, tail.rstrip("_")]

    def _see(self, lang: str, _: Callable[[str], str]) -> list[str]:
        found = next(filter(None, map(index.name_of, self._operation)), None)
        if found is None:
            return []
        entry = index.entry(found, lang)
        return [_("see: {name}: {summary}").format(name=entry["name"], summary=_plain(entry["summary"]))]

    def _fix(self, lang: str, _: Callable[[str], str]) -> Iterator[str]:
        own = {index.name_of(name) for name in self._operation}
        for name, block, number in sorted(_showing(self._message), key=lambda hit: hit[0] not in own)[:1]:
            entry = index.entry(name, lang)
            prose = _plain(" ".join(entry["blocks"][block]["prose"])).rstrip(":：")
            if prose:
                yield _("cause: {prose}").format(prose=prose)
            yield _("see: {name}: {summary}").format(name=name, summary=_plain(entry["summary"]))
            yield from _session(entry["blocks"][block], number)
            return
        yield _("no entry shows this error")
        yield from self._see(lang, _)

    def draw(self) -> "Figure":
        """Draw the tensors of the call as they are now: arguments first, then the result, each with its storage.

        The title of each says whether it has memory of its own. Of an argument that was written to only the numbers
        after the call can be shown.

        Returns:
            A matplotlib figure, one row a tensor.

        Raises:
            ValueError: there is no tensor, or one that cannot be drawn: not strided, not on the CPU, no dimension or
                more than three, more than 24 cells of storage.
        """
        from torchref.tracing import draw

        drawn: dict[str, torch.Tensor] = {}
        seen: set[int] = set()
        with torch._C.DisableTorchFunction():
            for name, place, state in zip(self._names, self._places, self._after, strict=True):
                if (place.direct or name in self.written or name in self.shares) and id(place.value) not in seen:
                    seen.add(id(place.value))
                    same = [other for n, other in enumerate(self._result_names) if name in self._same(n)]
                    label = " = ".join([name, *same])
                    drawn[f"{label} (written to)" if name in self.written else label] = _drawable(name, place, state)
            for number, (name, place, state) in enumerate(
                zip(self._result_names, self._results, self._made, strict=True)
            ):
                if id(place.value) not in seen:
                    seen.add(id(place.value))
                    memory = self._of([number], lambda message: message)
                    label = f"{name} (memory of {memory})" if memory else f"{name} (its own memory)"
                    drawn[label] = _drawable(name, place, state)
            if not drawn:
                raise ValueError(f"{self.call}: there is no tensor to draw")
            return draw.memory(drawn)


def explain(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Explanation:
    """Run ``function(*args, **kwargs)`` once and say what happened to its tensors.

    Tensors and NumPy arrays are found among the arguments, in lists, tuples and dicts in them, in the object that a
    method belongs to, in a module or optimizer, and by the names that a lambda or function of yours uses. Writes are
    known by the version counters of tensors: a write past them (``.data``, NumPy, a ``.grad``) is not seen.

    Args:
        function: any callable: ``torch.permute``, ``x.t``, ``torch.Tensor.add_``, a layer, a lambda.
        args: its positional arguments.
        kwargs: its keyword arguments.

    Returns:
        The explanation; ``.result`` is what the call returned, ``.error`` the exception it raised.
    """
    made = Explanation(function, args, kwargs)
    try:
        made.result = function(*args, **kwargs)
    except Exception as error:
        made.error = error.with_traceback(error.__traceback__ and error.__traceback__.tb_next)
    made._finish()
    return made


class Line(_Told):
    """The calls of one line of a block.

    Attributes:
        number: the line in its file, or None where it is not known.
        source: the text of the statement, or ``""`` where it cannot be read.
        calls: what each call of torch did, in order.
    """

    def __init__(self, number: int | None, source: str) -> None:
        self.number = number
        self.source = source
        self.calls: list[Explanation] = []

    def text(self, lang: str | None = None) -> str:
        """Return the explanation of the line in words; calls that read alike stand there once.

        Args:
            lang: ``"en"`` or ``"zh"``; the language of the environment when left out.

        Raises:
            LookupError: there is no such language.
        """
        lang, _ = _words(lang)
        source = self.source or ", ".join(dict.fromkeys(call.title for call in self.calls))
        head = source if self.number is None else _("line {number}: {source}").format(number=self.number, source=source)
        counts: dict[str, int] = {}
        for call in self.calls:
            said = call.text(lang)
            counts[said] = counts.get(said, 0) + 1
        lines = [head]
        for said, count in counts.items():
            lines += said.splitlines()
            if count > 1:
                lines.append("  " + _("{count} calls like this").format(count=count))
        return "\n  ".join(lines)


class explaining(TorchFunctionMode):
    """Explain each line of a block: ``with torchref.explaining():``.

    On leaving the block, by an exception too, the explanations are printed, and the list that ``as lines`` names is
    filled: one :class:`Line` for each line that called torch, in the order of their first calls. A call inside a
    function or a layer belongs to the line of the block that called it. Reading ``shape``, ``dtype`` and the like, and
    printing, are left out.

    A function that ``torch.compile`` compiled runs uncompiled in the block, so that its calls are explained one by
    one; after the block it runs compiled again. Where the block is the first in the process to compile anything, what
    it compiles stays compiled and is not looked into: any calls listed for it are those of the compiled code.

    What torch's override protocol does not show is not seen: ``torch.from_numpy``, ``torch.as_tensor``,
    ``torch.Tensor(...)``, ``torch.manual_seed``, ``torch.broadcast_shapes``, NumPy's functions, other threads, the
    inside of what ``torch.jit`` made. The tensors of the block are kept alive until the list is gone.

    Results are those without the block, with one exception: torch switches off the fast path of
    ``torch.nn.TransformerEncoder``, so that padded positions come out with other values.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._seen: list[tuple[int | None, Explanation]] = []
        self._frame: Any = None
        self._uncompiled: Any = None

    def __enter__(self) -> list[Line]:
        if torch.compiler.is_compiling():
            raise RuntimeError("explaining() inside a compiled function: put the block around the call of the function")
        if self._frame is not None:
            raise RuntimeError("this explaining() is in use; call explaining() again for a block inside it")
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_globals.get("__name__") == "contextlib":
            frame = frame.f_back
        self._frame = frame
        self._lines, self._seen = [], []
        if "torch._dynamo" in sys.modules and not torch._C._dynamo.eval_frame.get_eval_frame_callback():
            self._uncompiled = torch.compiler.set_stance("force_eager")
        super().__enter__()
        return self._lines

    def __exit__(self, *raised: Any) -> None:
        super().__exit__(*raised)
        if self._uncompiled is not None:
            self._uncompiled.__exit__(*raised)
            self._uncompiled = None
        if raised[2] is not None:
            _without_own_frames(raised[2])
        frame, self._frame = self._frame, None
        statement = functools.cache(_statements(frame))
        lines: dict[int | None, Line] = {}
        for number, call in self._seen:
            start, source = statement(number)
            lines.setdefault(start, Line(start, source)).calls.append(call)
        self._lines += lines.values()
        for line in self._lines:
            print(line)

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        if torch.compiler.is_compiling() or _is_reading(func):
            return func(*args, **kwargs)
        made = Explanation(func, args, kwargs)
        try:
            made.result = func(*args, **kwargs)
        except Exception as error:
            made.error = error
            self._note(made)
            raise
        self._note(made)
        return made.result

    def _note(self, made: Explanation) -> None:
        made._finish()
        if made._places or made._results or made.error is not None:
            frame: Any = sys._getframe()
            while frame is not None and frame is not self._frame:
                frame = frame.f_back
            self._seen.append((frame.f_lineno if frame is not None else None, made))


def _without_own_frames(raised: TracebackType) -> None:
    """Take the frames of ``__torch_function__`` out of a traceback, so that it ends where the caller's code does."""
    entry: TracebackType | None = raised
    while entry is not None:
        while entry.tb_next is not None and entry.tb_next.tb_frame.f_code is explaining.__torch_function__.__code__:
            entry.tb_next = entry.tb_next.tb_next
        entry = entry.tb_next


_ATOMS = frozenset([bool, int, float, complex, str, bytes, type(None), torch.dtype, torch.device])
_LITERALS: tuple[Any, ...] = (*_ATOMS, torch.layout, torch.memory_format, type(...), slice, np.bool_, np.number)
_DEPTH = 8
_VIEWS = frozenset(["T", "mT", "H", "mH", "real", "imag", "data"])
"""Attributes of a tensor that are tensors of its memory."""
_READINGS = frozenset([
    "__dir__", "__format__", "__hash__", "__len__", "__repr__", "__str__", "_is_view", "data_ptr", "dense_dim", "dim",
    "dim_order", "element_size", "get_device", "has_names", "is_complex", "is_conj", "is_contiguous", "is_distributed",
    "is_floating_point", "is_inference", "is_neg", "is_pinned", "is_same_size", "is_shared", "is_signed", "ndimension",
    "nelement", "numel", "retain_grad", "size", "sparse_dim", "storage_offset", "storage_type", "stride",
    "untyped_storage",
])  # fmt: skip
"""Functions that only read what a tensor is: :class:`explaining` passes over them."""


def _is_reading(func: Callable[..., Any]) -> bool:
    name = getattr(func, "__name__", "")
    if name == "__get__":
        return getattr(getattr(func, "__self__", None), "__name__", "") not in _VIEWS
    return name in _READINGS


def _freeze(value: Any, root: int | str, path: str, found: list[_Place], direct: bool = True, depth: int = 0) -> Any:
    """Add the tensors and arrays of a value to ``found``; return the value with a slot in place of each."""
    if type(value) in _ATOMS:
        return value
    if isinstance(value, (torch.Tensor, np.ndarray)):
        found.append(_Place(root, path, value, direct))
        return _Slot(len(found) - 1)
    if isinstance(value, torch.nn.Module):
        for name, tensor in itertools.chain(value.named_parameters(), value.named_buffers()):
            found.append(_Place(root, f"{path}.{name}", tensor, root == "result"))
    elif isinstance(value, torch.optim.Optimizer):
        _freeze(value.param_groups, root, f"{path}.param_groups", found, False, depth)
    elif isinstance(value, (list, tuple, dict)):
        if depth == _DEPTH:
            return ...
        if isinstance(value, dict):
            return {
                _literal(key): _freeze(item, root, f"{path}[{_literal(key)}]", found, direct, depth + 1)
                for key, item in value.items()
            }
        fields = () if type(value) in (list, tuple) else getattr(type(value), "__match_args__", ())
        items = [
            item
            if type(item) in _ATOMS
            else _freeze(
                item, root, f"{path}.{fields[n]}" if n < len(fields) else f"{path}[{n}]", found, direct, depth + 1
            )
            for n, item in enumerate(value)
        ]
        return items if isinstance(value, list) else tuple(items)
    return value


def _name(function: Any) -> str:
    return str(getattr(function, "__name__", ""))


def _grad(value: Any) -> tuple[torch.Tensor, int] | None:
    """The ``.grad`` of a tensor with its version, or None."""
    if not isinstance(value, torch.Tensor) or not (value.is_leaf or value.retains_grad):
        return None
    grad = value.grad
    return None if grad is None else (grad, 0 if grad.is_inference() else grad._version)


def _difference(after: tuple[torch.Tensor, int] | None, before: tuple[torch.Tensor, int] | None) -> str:
    if before is None or after is None:
        return "filled" if after else "removed" if before else ""
    return "" if after[0] is before[0] and after[1] == before[1] else "changed"


def _leaves(function: Any, found: list[_Place]) -> list[torch.Tensor]:
    """The leaves of the graph that ``backward`` goes through, but for those found among the arguments."""
    if _name(function) != "backward":
        return []
    held = {id(place.value) for place in found}
    nodes = [place.value.grad_fn for place in found if isinstance(place.value, torch.Tensor) and place.value.grad_fn]
    seen = set(nodes)
    leaves = []
    while nodes:
        node = nodes.pop()
        leaf = getattr(node, "variable", None) if type(node).__name__ == "AccumulateGrad" else None
        if leaf is not None and id(leaf) not in held:
            held.add(id(leaf))
            leaves.append(leaf)
        following = [one for one, _ in node.next_functions if one is not None and one not in seen]
        seen.update(following)
        nodes += following
    return leaves


def _is_library(function: Any) -> bool:
    return str(getattr(function, "__module__", "")).partition(".")[0] in ("torch", "numpy")


def _freeze_names(function: Any, found: list[_Place]) -> None:
    """Add the tensors that a function of Python takes from around it, under the names it uses for them."""
    code, around = function.__code__, function.__globals__
    cells = {name: cell for name, cell in zip(code.co_freevars, function.__closure__ or (), strict=False)}
    used: list[_Place] = []
    for name in (*cells, *code.co_names):
        try:
            value = cells[name].cell_contents if name in cells else around.get(name)
        except ValueError:  # a cell that is still empty
            continue
        if isinstance(value, (torch.Tensor, np.ndarray, torch.nn.Module, torch.optim.Optimizer)):
            _freeze(value, name, "", used, False)
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
        if type(arg) is _Slot and "Tensor" not in wanted and "number" not in wanted:
            return None
        if type(arg) in (list, tuple) and any(type(item) is _Slot for item in arg) and "List" not in wanted:
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


_PLAIN_MODULES = ("builtins", "torch", "numpy")


def _words(lang: str | None) -> tuple[str, Callable[[str], str]]:
    lang = chosen(lang)
    return lang, index.words(lang)


def _word(dtype: Any) -> str:
    return str(dtype).removeprefix("torch.")


def _differentiable(dtype: Any) -> bool:
    return isinstance(dtype, torch.dtype) and (dtype.is_floating_point or dtype.is_complex)


def _tuple(numbers: Any) -> str:
    return str(tuple("*" if number is None else number for number in numbers)).replace("'*'", "*")


def _columns(state: states.State, _: Callable[[str], str]) -> list[str]:
    shape = _("shape unknown") if state.shape is None else _("shape {shape}").format(shape=_tuple(state.shape))
    if state.layout == "numpy":
        stride = _("strides {strides} in bytes").format(strides=state.stride)
    elif state.stride is None:
        known = state.layout != "torch.strided"
        stride = _("no strides ({layout})").format(layout=_word(state.layout)) if known else _("strides unknown")
    else:
        stride = _("stride {strides}").format(strides=state.stride)
    contiguous = "" if state.contiguous is None else _("contiguous") if state.contiguous else _("not contiguous")
    extras = [
        contiguous,
        _("NumPy array") if state.layout == "numpy" else "",
        state.device if state.device != "cpu" else "",
        _("requires grad") if state.requires_grad else "",
    ]
    return [shape, stride, _word(state.dtype), *filter(None, extras)]


def _opaque(state: states.State, _: Callable[[str], str]) -> str:
    if state.layout != "torch.strided":
        return _("a {layout} tensor has no storage of its own to compare").format(layout=_word(state.layout))
    return _("its class does not show its storage")


def _named(name: str, _: Callable[[str], str]) -> str:
    leaf = re.fullmatch(r"leaf (\d+) (.*)", name)
    if leaf:
        return _("leaf {number} of shape {shape}").format(number=leaf[1], shape=leaf[2])
    found = re.match(r"argument (\d+)(.*)", name)
    return _("argument {number}").format(number=found[1]) + found[2] if found else name


def _list(names: list[str], _: Callable[[str], str]) -> str:
    return _(", ").join(_named(name, _) for name in names)


def _pad(row: list[str], wide: list[int]) -> list[str]:
    """The first cells of a row, each as wide as its column, and the rest of them as they are."""
    return [
        *(cell + " " * (size - columns(cell)) for cell, size in zip(row, wide, strict=False)),
        *row[len(wide) :],
    ]


def _plain(prose: str) -> str:
    """Prose without its markup; no space follows a full-width mark."""
    prose = re.sub("(?<=[，。：；！？）]) ", "", prose)
    return re.sub(r":\w+:`([^`]+)`", r"\1", prose).replace("``", "`")


def _stable(message: str) -> str:
    return re.sub(r"0x[0-9a-fA-F]+", "0x...", message)


def _showing(message: str) -> list[tuple[str, int, int]]:
    """The entries that show this error, whatever its numbers, the likeliest first: name, block, number of the error.

    The order is that of the search, by which the terminal too chooses the entry it shows.
    """

    def likeness(shown: str) -> float:
        first, second = (re.sub(r"\d+", "0", text) for text in (shown, message))
        return difflib.SequenceMatcher(None, first, second).ratio()

    found = []
    for name, block in index.errors(message):
        alike = [likeness(shown) for shown, _fix in index.entry(name, "en")["blocks"][block]["errors"]]
        if max(alike) > LIKE:
            found.append((name, block, alike.index(max(alike))))
    places = {name: place for place, (name, _score) in enumerate(index.search(message))} if len(found) > 1 else {}
    return sorted(found, key=lambda hit: places.get(hit[0], len(places)))


def _session(block: dict[str, Any], number: int) -> Iterator[str]:
    """The examples that are the fix of an error of a block, as Python shows them."""
    start, end = block["errors"][number][1]
    for source, output, _error in block["code"][start:end]:
        first, *rest = source.rstrip("\n").split("\n")
        yield from [
            f"  >>> {first}",
            *(f"  ... {line}" for line in rest),
            *(f"  {line}" for line in output.splitlines()),
        ]


def _drawable(name: str, place: _Place, state: states.State) -> torch.Tensor:
    if isinstance(place.value, np.ndarray):
        try:
            return torch.from_numpy(place.value)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{name}: this NumPy array cannot be drawn: {error}") from None
    if not states.has_memory(state) or state.stride is None or state.device != "cpu":
        raise ValueError(f"{name}: only a strided tensor with numbers, on the CPU, can be drawn")
    return place.value  # type: ignore[no-any-return]


def _statements(frame: Any) -> Callable[[int | None], tuple[int | None, str]]:
    """Return the function from a line of the frame's file to the statement there: its first line and its text."""
    file = frame.f_code.co_filename
    linecache.checkcache(file)
    lines = linecache.getlines(file, frame.f_globals)
    try:
        nodes = [node for node in ast.walk(ast.parse("".join(lines))) if isinstance(node, ast.stmt)]
    except SyntaxError:
        nodes = []

    def statement(number: int | None) -> tuple[int | None, str]:
        if number is None or number > len(lines):
            return number, ""
        around = [node for node in nodes if node.lineno <= number <= (node.end_lineno or node.lineno)]
        start = end = number
        if around:
            node = max(around, key=lambda node: (node.lineno, node.col_offset))
            body = getattr(node, "body", None)
            start = node.lineno
            end = max(start, body[0].lineno - 1) if body else node.end_lineno or start
            if not start <= number <= end:
                start = end = number
        return start, textwrap.dedent("".join(lines[start - 1 : end])).strip()

    return statement
