"""A recorded call in words: each function here puts one side of it into lines, in the language of the ``_`` it gets."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import torch

from torchref.content.text import columns
from torchref.retrieval import index
from torchref.tracing import states
from torchref.tracing.recording import Argument, Recording, Result

ROWS = 8
"""As many tensors of one kind a text lists."""
UNCOUNTED = ("Tensor.apply_", "Tensor.map_", "Tensor.map2_")
"""Operations that write to a tensor without raising its version counter."""


def headline(call: Recording, _: Callable[[str], str]) -> list[str]:
    """Return what came of the call, in a line; of a failed one the error message stands below."""
    if call.error is not None:
        message = re.sub(r"0x[0-9a-fA-F]+", "0x...", call.message)
        return [_("{call} failed:").format(call=call.call), *message.splitlines()]
    several = len(call.results) > 1
    sentence = {
        "view": _("{count} tensors, views of {argument}: they have no memory of their own")
        if several
        else _("a view of {argument}: it has no memory of its own"),
        "new": _("{count} tensors, none of which shares memory with an argument")
        if several
        else _("a new tensor that shares no memory with its arguments"),
        "self": _("{count} tensors, each of which is an argument: {argument}")
        if several
        else _("{argument} itself, the same object"),
        "mixed": _("{count} tensors, not all of one kind"),
        "unknown": _("whether it shares memory with an argument is unknown"),
        "value": _("a Python value: {value}"),
        "none": _("returns None"),
    }[call.kind]
    argument = _list(call.sources(call.results), _)
    filled = sentence.format(count=len(call.results), argument=argument, value=call.shown)
    return [_("{call}: {sentence}").format(call=call.call, sentence=filled)]


def rows(call: Recording, _: Callable[[str], str]) -> list[str]:
    """Return a line for each tensor before and after the call, its columns below one another."""
    table: list[list[str]] = []
    returned = {id(one.value) for one in call.results}
    listed: list[tuple[str, str, states.State]] = []
    for one in call.arguments:
        changed = one.name in call.changed
        if one.direct or changed or one.name in call.written or one.name in call.shares:
            listed.append((_("before"), one.name, one.before))
            if changed and id(one.value) not in returned:
                listed.append((_("after"), one.name, one.after))
    listed.sort(key=lambda row: row[0] != _("before"))
    results = [(_("after"), one.name, one.state) for one in call.results]
    for group in (listed, results):
        table += [[when, _named(name, _), *_columns(state, _)] for when, name, state in group[:ROWS]]
        if len(group) > ROWS:
            table.append([_("and {count} more").format(count=len(group) - ROWS)])
    wide = [max((columns(row[n]) for row in table if n < len(row) > 1), default=0) for n in range(5)]
    return ["  ".join(_pad(row, wide) if len(row) > 1 else row).rstrip() for row in table]


def memory(call: Recording, _: Callable[[str], str]) -> list[str]:
    """Return which memory each result has, a line for each argument it shares some with."""
    lines = list(dict.fromkeys(line for result in call.results for line in _memory_of(result, call.arguments, _)))
    more = [_("and {count} more").format(count=len(lines) - ROWS)] if len(lines) > ROWS else []
    return [*lines[:ROWS], *more]


def in_place(call: Recording, _: Callable[[str], str]) -> Iterator[str]:
    """Yield what was written to or changed, and of what that is unknown."""
    if not call.arguments:
        yield _("in place: no tensor was found among the arguments")
        return
    written, unwatched = call.written, call.unwatched
    moved = [
        one.name
        for one in call.arguments
        if one.name in written and (one.before.shape, one.before.stride) != (one.after.shape, one.after.stride)
    ]
    kept = [name for name in written if name not in moved]
    if moved:
        yield _("in place: {names}: the version counter went up, and the shape or strides changed").format(
            names=_list(moved, _)
        )
    if kept:
        yield _("in place: written to: {names} (the version counter went up)").format(names=_list(kept, _))
    if call.one_counter:
        yield _(
            "in place: views of one tensor share its version counter, so some of these may not have been written to"
        )
    for reason in dict.fromkeys(unwatched.values()):
        sentence = {
            "array": _("in place: unknown for {names}: a NumPy array does not count the writes to it"),
            "inference": _("in place: unknown for {names}: no version counter (made in inference mode)"),
            "statistics": _("in place: unknown for {names}: torch may write to it without raising its version counter"),
            "trained": _("in place: written to: {names} (running statistics: no version counter counts this write)"),
        }[reason]
        yield sentence.format(names=_list([name for name, why in unwatched.items() if why == reason], _))
    changed = [name for name in call.changed if name not in written]
    grads = _grads(call, _)
    yield from grads
    if changed:
        yield _("in place: changed, but no version counter went up: {names} (see before and after)").format(
            names=_list(changed, _)
        )
    elif not written and not grads and len(unwatched) < len(call.arguments):
        if not call.title.startswith(("torch.", "Tensor.")) or call.title in UNCOUNTED:
            yield _(
                "in place: no version counter went up; "
                "a write that bypasses the counter, such as through .data, would not show"
            )
        elif unwatched:
            yield _("in place: no other argument was modified (version counters unchanged)")
        else:
            yield _("in place: no argument was modified (version counters unchanged)")


def gradient(call: Recording, _: Callable[[str], str]) -> list[str]:
    """Return whether a gradient flows, and if it is cut, why; no line where there is nothing to say."""
    outputs, word = call.outputs, call.gradient
    if word == "flows":
        names = ", ".join(dict.fromkeys(state.grad_fn for state in outputs if state.grad_fn))
        return [_("gradient: flows (grad_fn {names})").format(names=names)]
    if word == "leaf":
        return [_("gradient: a leaf that requires grad; backward() adds to its .grad")]
    if word == "none":
        if call.grads:
            return []
        if any(one.before.requires_grad for one in call.arguments):
            return [_("gradient: no tensor was returned, so no gradient flows back")]
        return [_("gradient: none: no argument requires grad")] if outputs else []
    if not outputs:
        return [_("gradient: stops here: a Python value has no gradient")]
    if all(state.layout == "numpy" for state in outputs):
        return [_("gradient: stops here: a NumPy array has no gradient")]
    if not any(_differentiable(state.dtype) for state in outputs):
        dtype = _word(outputs[0].dtype)
        return [_("gradient: stops here: a tensor of {dtype} has no gradient").format(dtype=dtype)]
    if re.search(r"\.(\w+_like|new_\w+)$", call.title):
        return [_("gradient: stops here: the result does not use the values of the argument")]
    if call.inference:
        return [_("gradient: stops here: the call ran in inference mode")]
    if not call.grad_mode and not call.title.endswith((".detach", ".data")):
        return [_("gradient: stops here: gradients were switched off, for example by torch.no_grad()")]
    return [_("gradient: stops here: an argument requires grad, but the result does not")]


def see(names: list[str], lang: str, _: Callable[[str], str]) -> list[str]:
    """Return the line that names the entry of the first of these names that has one; no line if none has."""
    found = next(filter(None, map(index.name_of, names)), None)
    if found is None:
        return []
    entry = index.entry(found, lang)
    return [_("see: {name}: {summary}").format(name=entry["name"], summary=plain(entry["summary"]))]


def plain(prose: str) -> str:
    """Return prose without its markup; no space follows a full-width mark."""
    prose = re.sub("(?<=[，。：；！？）]) ", "", prose)
    return re.sub(r":\w+:`([^`]+)`", r"\1", prose).replace("``", "`")


def _memory_of(result: Result, arguments: list[Argument], _: Callable[[str], str]) -> Iterator[str]:
    name, made, total = result.name, result.state, states.distinct(result.state)
    if not states.has_memory(made):
        if made.device == "meta":
            yield _("memory: {result} has none: a meta tensor has a shape but no data").format(result=name)
        elif made.shape is not None and 0 in made.shape:
            yield _("memory: {result} has no elements, so there is nothing to share").format(result=name)
        else:
            yield _("memory: unknown for {result}: {reason}").format(result=name, reason=_opaque(made, _))
        return
    shared = repeats = False
    if made.shape is not None and total is not None and total < math.prod(made.shape):
        repeats = True
        yield _(
            "memory: {result} has {positions} elements but {total} values in memory: some elements share a value"
        ).format(result=name, positions=math.prod(made.shape), total=total)
    for one in arguments:
        if one.name in result.same:
            shared = True
            continue
        same = states.same_memory(made, one.after)
        if same is None:
            yield _("memory: unknown whether {result} shares memory with {argument}: {reason}").format(
                result=name, argument=_named(one.name, _), reason=_opaque(one.after, _)
            )
        if not same:
            continue
        shared = True
        count = states.common(made, one.after)
        words = {"result": name, "argument": _named(one.name, _), "count": count, "total": total}
        if count is None or total is None:
            yield _(
                "memory: {result} and {argument} share a storage; which elements overlap was not determined"
            ).format(**words)
        elif count == 0:
            yield _(
                "memory: {result} and {argument} share a storage but no element: "
                "writing to one does not change the other"
            ).format(**words)
        elif repeats:
            yield _(
                "memory: {result} shares {count} of its {total} values with {argument}: "
                "writing to one changes the other"
            ).format(**words)
        else:
            yield _(
                "memory: {result} shares {count} of its {total} elements with {argument}: "
                "writing to one changes the other"
            ).format(**words)
    if not shared and made.is_view:
        yield _("memory: {result} is a view of a tensor that is not among the arguments").format(result=name)


def _grads(call: Recording, _: Callable[[str], str]) -> list[str]:
    sentences = {
        "filled": _("in place: .grad was None and is now filled: {names}"),
        "changed": _("in place: .grad added to: {names}")
        if call.is_backward
        else _("in place: .grad changed: {names}"),
        "removed": _("in place: .grad set to None: {names}"),
    }
    lines = []
    for word, sentence in sentences.items():
        names = [name for name, said in call.grads.items() if said == word]
        more = [_("and {count} more").format(count=len(names) - ROWS)] if len(names) > ROWS else []
        if names:
            lines.append(sentence.format(names=_(", ").join([*(_named(name, _) for name in names[:ROWS]), *more])))
    return lines


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
