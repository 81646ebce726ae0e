"""The picture of a call that was explained, and of tensors in their storages: found by running it again."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from torchref.content import observe
from torchref.pictures import graph, provenance, record
from torchref.pictures.provenance import CELLS, DIMS, Unclear
from torchref.tracing.arguments import Slot
from torchref.tracing.picture import Picture

if TYPE_CHECKING:
    from torchref.tracing.recording import Recording
    from torchref.tracing.states import State

NOT_AGAIN = (
    "only a function of torch and its tensors can be called again with other values, which shows where each element "
    "comes from; draw the calls inside this one, found by torchref.explaining()"
)


def copied(value: Any) -> torch.Tensor | None:
    """Return a copy of a tensor or an array that is small enough to be drawn, else nothing; only a small storage stays.

    What is no plain tensor, such as one inside torch's transforms, is not drawn either.
    """
    try:
        (tensor,) = provenance.tensors(value)
        if not provenance.small(tensor):
            return None
        kept = observe.snapshot(tensor.detach()) if _storage_size(tensor) <= CELLS else tensor.detach().clone()
        return kept if type(kept) is torch.Tensor else None
    except Exception:  # an array that torch does not take; functorch and the like raise errors of their own
        return None


def draw(made: "Recording", names: Mapping[str, str]) -> Picture:
    """Return the picture of a call.

    Args:
        made: the call, with the copies of its tensors.
        names: tensor of the call -> what it is called in the picture.

    Raises:
        ValueError: there is none; says why.
    """
    if made.error is not None:
        raise ValueError(f"{made.call}: the call raised {type(made.error).__name__}, so there is no result to draw")
    try:
        with torch._C.DisableTorchFunction():
            drawing = _graph(made, names) if made.is_backward else _cells(made)
    except Unclear as unclear:
        raise ValueError(f"{made.call}: {unclear}") from None
    for grid in drawing.get("grids", ()):
        grid["name"] = names.get(grid["name"], grid["name"])
    return Picture([drawing], made.called(names))


def _cells(made: "Recording") -> dict[str, Any]:
    given, results = made.given_copies, made.result_copies
    direct = [one for one in made.arguments if one.direct]
    if not (made.arguments or results):
        raise Unclear("there is no tensor to draw")
    if len(direct) < len(made.arguments):
        raise Unclear(NOT_AGAIN)
    tensors = [(one.name, one.value, one.before) for one in direct]
    tensors += [(one.name, one.value, one.state) for one in made.results]
    for tensor, copy in zip(tensors, [*given, *results], strict=True):
        if copy is None:
            raise Unclear(_too_much(*tensor))
    func, args, kwargs = made.parts
    live = ((*_filled(args, [one.value for one in direct]),), _filled(kwargs, [one.value for one in direct]))
    call = observe.Call(
        made.title, (*_filled(args, given),), _filled(kwargs, given), _filled(made.frozen_result, results),
        (*live, made.result), func, ("",) * len(args),
    )  # fmt: skip
    said = [one.name for one in direct]
    if len(provenance.given(call)) != len(said):
        raise Unclear("only tensors that are arguments, or stand in a list or tuple of them, can be drawn")
    if not made.written and results and provenance.shares(call):
        large = next((one for one in direct if _storage_size(one.value) > CELLS), None)
        if large is not None:
            size = _storage_size(large.value)
            raise Unclear(f"{large.name}: its storage has {size} elements; up to {CELLS} can be drawn")
        return _named(record.plain(call, provenance.storage(call), said), made)
    if not made.operation:
        raise Unclear(NOT_AGAIN)
    return _named(record.plain(call, provenance.find(call), said), made)


def _named(drawing: dict[str, Any], made: "Recording") -> dict[str, Any]:
    """Give the results of a drawing the names that the explanation has for them."""
    results = [grid for grid in drawing["grids"] if grid["role"] == "result"]
    if not made.written:
        for grid, result in zip(results, made.results, strict=True):
            grid["name"] = result.name
    return drawing


def _graph(made: "Recording", names: Mapping[str, str]) -> dict[str, Any]:
    root = made.arguments[0]
    called = {id(one.value): names.get(one.name, one.name) for one in made.arguments}
    called |= {id(leaf): names.get(f"leaf {n}", f"leaf {n}") for n, leaf in enumerate(made.leaves, 1)}
    found = graph.find(root.value, called, {})
    if not found or not graph.fits(found):
        raise Unclear("its graph has no leaf, more than 8 levels, or is too wide to be drawn")
    return {"kind": "graph", **found}


def _filled(value: Any, tensors: list[Any]) -> Any:
    """What was kept of arguments or of a result, with tensors in the slots."""
    if type(value) is Slot:
        return tensors[value.number]
    if type(value) in (list, tuple):
        return type(value)(_filled(item, tensors) for item in value)
    return {key: _filled(item, tensors) for key, item in value.items()} if type(value) is dict else value


def _too_much(name: str, value: Any, state: "State") -> str:
    """Why a tensor or an array cannot be drawn."""
    if isinstance(value, np.ndarray) and not provenance.tensors(value):
        return f"{name}: this NumPy array cannot be drawn, since torch cannot share its memory"
    shape = state.shape or ()
    if math.prod(shape) > CELLS or len(shape) > DIMS:
        said = f"{name}: shape {tuple(shape)} has {math.prod(shape)} elements in {len(shape)} dimensions"
        return f"{said}; up to {CELLS} elements in up to {DIMS} dimensions can be drawn"
    return f"{name}: only a strided tensor of real numbers on the CPU that has elements can be drawn"


def _storage_size(x: Any) -> int:
    (tensor,) = provenance.tensors(x)
    return tensor.untyped_storage().nbytes() // tensor.element_size()


def memory(tensors: Mapping[str, torch.Tensor]) -> Picture:
    """Draw each tensor as a grid, with the storage that it reads: tensors of one storage share a drawing.

    Args:
        tensors: label -> tensor of up to three dimensions, with up to 24 elements in it and in its storage:
            ``memory({"x": x, "x.t()": x.t()})``.

    Returns:
        The picture; it shows itself in a notebook, and its ``save`` writes an SVG file.

    Raises:
        ValueError: a tensor cannot be drawn; names it and says why.
    """
    groups: dict[int, list[tuple[str, torch.Tensor]]] = {}
    for name, x in tensors.items():
        if not provenance.small(x) or _storage_size(x) > CELLS:
            raise ValueError(
                f"{name}: shape {tuple(x.shape)} with {_storage_size(x)} elements of storage; "
                f"1 to {CELLS} in up to {DIMS} dimensions can be drawn"
            )
        groups.setdefault(x.untyped_storage().data_ptr(), []).append((name, x.detach()))
    return Picture([_in_storage(group) for group in groups.values()])


def _in_storage(tensors: list[tuple[str, torch.Tensor]]) -> dict[str, Any]:
    (first, x), *others = tensors
    whole = torch.empty(0, dtype=x.dtype).set_(x.untyped_storage())
    grids = [record.grid("storage", "storage", whole, True)]
    if others:
        grids.append(record.grid(first, "input", x, True))
    results = others or tensors
    grids += [record.grid(name, "result", one, True) for name, one in results]
    own = provenance.places(x)
    sources = [
        [(0, place), *((1, cell) for cell, other in enumerate(own) if others and other == place)]
        for _, one in results
        for place in provenance.places(one)
    ]
    return {"kind": "storage", "grids": grids, "from": sources}
