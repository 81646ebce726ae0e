"""View or copy: one call of an operation, run on the same elements laid out in memory in several ways."""

import warnings
from collections.abc import Callable, Iterable
from typing import Any, Protocol

import numpy as np
import torch

RIGHT = "right"
"""The layout that is made by the call itself: its result, passed to it again."""

MOST = 10
"""How many calls are shown where the arguments decide."""
LONGEST = 70
"""Up to how many characters of a call are shown."""


class Recorded(Protocol):
    """A call of an operation, see :class:`torchref.content.observe.Call`."""

    @property
    def name(self) -> str: ...
    @property
    def args(self) -> tuple[Any, ...]: ...
    @property
    def kwargs(self) -> dict[str, Any]: ...
    @property
    def func(self) -> Callable[..., Any]: ...
    @property
    def result(self) -> Any: ...


def observe(calls: Iterable[Recorded]) -> dict[str, Any]:
    """Return ``call``, how the call is written, and ``rows``: what it returns for each layout of its tensor.

    A row is ``[layout, shape, strides, kind, shape, strides]``, of the input and of the result, or
    ``[layout, shape, strides, message]`` where the call raises; a kind is ``view``, ``new`` or ``self``. The call is
    the first that takes one tensor, with two dimensions if there is one. Empty where all rows are of one kind.
    """
    alone = [call for call in calls if _alone(call)]
    for call in sorted(alone, key=lambda call: call.args[0].dim() < 2):
        x = call.args[0].detach()
        matrix = x if x.dim() > 1 else torch.stack([x, x])
        if isinstance(_run(call, matrix), torch.Tensor):
            rows = [_row(call, layout, laid_out) for layout, laid_out in inputs(matrix, call)]
            kinds = {row[3] for row in rows if len(row) > 4}
            return {"call": written(call), "rows": rows} if len(kinds) > 1 else {}
    return {}


def by_call(calls: Iterable[tuple[Recorded, str]]) -> dict[str, Any]:
    """Return ``rows``, as :func:`observe` does, where the arguments decide: the first calls, each with its kind.

    A row begins with the call as it is written; what is no tensor has no strides (``None``). Empty where all are of one
    kind.
    """
    rows: dict[str, list[Any]] = {}
    for call, kind in calls:
        x = next((value for value in call.args if isinstance(value, torch.Tensor)), None)
        if isinstance(call.result, torch.Tensor) and kind in ("new", "view", "self"):
            text = _called(call)
            if len(text) <= LONGEST:
                given = (None, None) if x is None else _layout(x)
                rows.setdefault(text, [text, *given, kind, *_layout(call.result)])
    shown = list(rows.values())[:MOST]
    return {"rows": shown} if len({row[3] for row in shown}) > 1 else {}


def inputs(x: torch.Tensor, call: Recorded) -> list[tuple[str, torch.Tensor]]:
    """Return tensors of the elements of ``x``: of its shape up to the last two, which have one dimension and none."""
    flat = x.flatten()
    found = [
        ("contiguous", x.clone(memory_format=torch.contiguous_format)),
        ("transposed", x.mT.clone(memory_format=torch.contiguous_format).mT),
        ("rows", torch.cat([x, x])[: len(x)]),
        ("columns", torch.cat([x, x], -1)[..., : x.shape[-1]]),
        ("expanded", x[:1].expand(x.shape)),
        ("stepped", torch.stack([flat, flat], 1).flatten()[::2]),
        ("0-d", flat[0].clone()),
    ]
    result = _run(call, found[0][1])
    if isinstance(result, torch.Tensor) and (_layout(result), result.dtype) != (_layout(found[0][1]), x.dtype):
        found.insert(5, (RIGHT, result.clone()))
    return found


def written(call: Recorded) -> str:
    """Return a call as it is written of a tensor ``x``: ``x.flatten()``."""
    method = getattr(torch.Tensor, call.name, None)
    rest = [*map(_source, call.args[1:]), *(f"{name}={_source(value)}" for name, value in call.kwargs.items())]
    if callable(method):
        return f"x.{call.name}({', '.join(rest)})"
    return f"x.{call.name}" if method is not None else f"torch.{call.name}({', '.join(['x', *rest])})"


def _called(call: Recorded) -> str:
    """A call with all that is passed to it; tensors are ``x`` and ``y``, those of an index ``mask`` or ``index``."""
    names = iter("xyzuvw")
    if call.name == "__getitem__":
        index = call.args[1] if isinstance(call.args[1], tuple) else (call.args[1],)
        return f"x[{', '.join(map(_index, index))}]"
    args = [next(names) if isinstance(value, torch.Tensor) else _source(value) for value in call.args]
    return f"torch.{call.name}({', '.join([*args, *(f'{name}={_source(one)}' for name, one in call.kwargs.items())])})"


def _index(value: Any) -> str:
    if isinstance(value, slice):
        start, stop, step = ("" if one is None else str(one) for one in (value.start, value.stop, value.step))
        return f"{start}:{stop}{':' if step else ''}{step}"
    if isinstance(value, torch.Tensor):
        return "mask" if value.dtype is torch.bool else "index"
    return "..." if value is Ellipsis else repr(value)


def _row(call: Recorded, layout: str, x: torch.Tensor) -> list[Any]:
    result = _run(call, x)
    if isinstance(result, str):
        return [layout, *_layout(x), result]
    shared = result.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    return [layout, *_layout(x), "self" if result is x else "view" if shared else "new", *_layout(result)]


def _run(call: Recorded, x: torch.Tensor) -> torch.Tensor | str:
    """The result, or the first line of what is raised; of what is no tensor, its type."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = call.func(x, *call.args[1:], **call.kwargs)
    except Exception as error:  # whatever torch raises is what the row says
        return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
    return result if isinstance(result, torch.Tensor) else type(result).__name__


def _layout(x: torch.Tensor) -> tuple[list[int], list[int]]:
    return list(x.shape), list(x.stride())


def _alone(call: Recorded) -> bool:
    """Whether a call takes one tensor, with a dimension and two elements along each, and what can be written."""
    x = call.args[0] if call.args else None
    others = [*call.args[1:], *call.kwargs.values()]
    return isinstance(x, torch.Tensor) and x.dim() > 0 and min(x.shape) > 1 and not any(map(_holds_tensors, others))


def _holds_tensors(value: Any) -> bool:
    return isinstance(value, torch.Tensor) or (isinstance(value, (list, tuple)) and any(map(_holds_tensors, value)))


def _source(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return " ".join(f"np.{value!r}".replace("dtype=", "dtype=np.").split())
    return repr(tuple(value)) if isinstance(value, torch.Size) else repr(value)
