"""Find out by running which cells of its arguments each cell of a result came from.

Nothing here knows what an operation does. Its call is run again with other values in its cells, and what comes out says
where they went: a value that no other cell holds names its source, a value that changes names what depends on it.
"""

import contextlib
import io
import math
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from torchref.content import observe
from torchref.content.observe import Call

CELLS = 24
DIMS = 3
Cell = tuple[int, int]
"""Which tensor, and which of its cells in row-major order."""


@dataclass
class Found:
    """What a call showed.

    Attributes:
        kind: ``storage``, ``move``, ``choose``, ``index``, ``join``, ``each``, ``broadcast``, ``combine`` or ``made``.
        given: the tensors among the arguments, ``made`` those among the results.
        sources: for each cell of the results in turn, the cells it came from; ``rivals`` could have been it instead.
        decided: for each cell of the results, the cells of index tensors that said so.
        indices: which of ``given`` are index tensors or masks.
        settled: every cell only says where, and has been given every other value already.
        written: the argument that the call wrote to, if it did; ``made`` is then what it was afterwards.
    """

    kind: str
    given: list[torch.Tensor]
    made: list[torch.Tensor]
    sources: list[list[Cell]] = field(default_factory=list)
    rivals: list[list[Cell]] = field(default_factory=list)
    decided: list[list[Cell]] = field(default_factory=list)
    indices: set[int] = field(default_factory=set)
    written: int | None = None
    settled: bool = False


class Unclear(Exception):
    """No picture can be made of a call; says why."""


def fits(call: Call) -> bool:
    """Whether all tensors of a call are small enough to be drawn."""
    every = [*given(call), *tensors(call.result)]
    return bool(every) and all(small(tensor) for tensor in every)


def small(tensor: torch.Tensor) -> bool:
    plain = tensor.layout is torch.strided and tensor.device.type == "cpu" and not tensor.is_complex()
    return plain and tensor.dim() <= DIMS and 1 <= tensor.numel() <= CELLS


def given(call: Call) -> list[torch.Tensor]:
    """The tensors among the arguments, in order."""
    return tensors([*call.args, *call.kwargs.values()])


def tensors(value: Any) -> list[torch.Tensor]:
    """Return every tensor in nested lists and tuples; an array as the tensor that shares its memory."""
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, np.ndarray):
        try:
            return [torch.from_numpy(value)]
        except (TypeError, ValueError):  # of another kind or layout than a tensor may have
            return []
    return [leaf for item in value for leaf in tensors(item)] if isinstance(value, (list, tuple)) else []


class Trial:
    """A call that can be made again with other values."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.given = [tensor.detach() for tensor in given(call)]
        named = [*zip(call.places, call.args, strict=True), *call.kwargs.items()]
        self.places = [place for place, value in named for _ in tensors([value])]
        self.written = self._written()

    def _written(self) -> int | None:
        values = [observe.snapshot(tensor) for tensor in self.given]
        versions = [tensor._version for tensor in values]
        try:
            self._make(values)
        except Exception:  # without gradients, or a second time, torch refuses the call
            raise Unclear("the call cannot be made again") from None
        return next((n for n, tensor in enumerate(values) if tensor._version != versions[n]), None)

    def _make(self, values: list[torch.Tensor]) -> Any:
        waiting: Iterator[torch.Tensor] = iter(values)

        def filled(value: Any) -> Any:
            if isinstance(value, torch.Tensor):
                return next(waiting)
            if isinstance(value, np.ndarray):
                return next(waiting).numpy()
            if type(value) in (list, tuple):
                return type(value)(filled(item) for item in value)
            return observe.snapshot(value)

        args = filled(self.call.args)
        kwargs = {key: filled(value) for key, value in self.call.kwargs.items()}
        silent = contextlib.redirect_stdout(io.StringIO())
        with silent, warnings.catch_warnings(), torch.random.fork_rng(), torch.no_grad():
            warnings.simplefilter("ignore")
            torch.manual_seed(0)
            return self.call.func(*args, **kwargs)

    def run(self, values: list[torch.Tensor]) -> list[torch.Tensor] | None:
        """Return the results for other values, or what was written to; nothing if torch refuses them."""
        values = [observe.snapshot(value) for value in values]
        try:
            result = self._make(values)
        except Exception:  # these values are not accepted: that is the observation
            return None
        made = [values[self.written]] if self.written is not None else tensors(result)
        return [tensor.detach().clone() for tensor in made]


def find(call: Call) -> Found:
    """Return what a call shows.

    Raises:
        Unclear: it shows nothing that could be confirmed.
    """
    trial = Trial(call)
    made = tensors(call.result)
    if trial.written is None and shares(call):
        return storage(call)
    base = trial.run(trial.given)
    if base is None or not base:
        raise Unclear("the call cannot be made again")
    if trial.written is None and not same(base, made):
        raise Unclear("the result is another in each run")
    if not trial.given:
        return Found("made", [], base, [[] for _ in cells(base)])
    found = _read(trial, trial.given)
    if not found.settled:
        confirm(trial, found)
    found.kind = _kind(found)
    return found


def confirm(trial: Trial, found: Found) -> None:
    """Find the same again on other values, of the same shapes.

    Raises:
        Unclear: no other values are accepted, or they show something else.
    """
    again = next((read for values in others(trial, found.indices) if (read := _read_or_none(trial, values))), None)
    if again is None:
        raise Unclear("it could not be confirmed on other values")
    for name in ("sources", "rivals", "decided"):
        if getattr(found, name) != getattr(again, name):
            raise Unclear(f"other values have other {name}")


def shares(call: Call) -> bool:
    """Whether all results lie in the storage of the first argument."""
    before, after = (
        [tensor.untyped_storage().data_ptr() for tensor in tensors(value)]
        for value in ([*call.live[0], *call.live[1].values()], call.live[2])
    )
    return bool(before and after) and {*after} == {before[0]}


def storage(call: Call) -> Found:
    """Read from offset and strides at which place of the shared storage each cell lies."""
    source, result = given(call)[0].detach(), tensors(call.result)
    whole = torch.empty(0, dtype=source.dtype).set_(source.untyped_storage())
    if whole.numel() > CELLS:
        raise Unclear("the storage is too large to be drawn")
    sources = [[(0, place)] for tensor in result for place in places(tensor)]
    return Found("storage", [whole, source], [tensor.detach() for tensor in result], sources)


def places(tensor: torch.Tensor) -> list[int]:
    """Return at which place of its storage each cell of a tensor lies."""
    return [
        int(tensor.storage_offset()) + sum(i * int(step) for i, step in zip(index, tensor.stride(), strict=True))
        for index in indices(tensor.shape)
    ]


def indices(shape: tuple[int, ...] | torch.Size) -> list[tuple[int, ...]]:
    """Return the index of each cell of a shape, in row-major order."""
    found: list[tuple[int, ...]] = [()]
    for size in shape:
        found = [(*index, i) for index in found for i in range(size)]
    return found


def cells(tensors: list[torch.Tensor]) -> list[Any]:
    """Return the values of tensors, one after the other."""
    return [value for tensor in tensors for value in tensor.flatten().tolist()]


def same(one: list[torch.Tensor], other: list[torch.Tensor]) -> bool:
    return [t.shape for t in one] == [t.shape for t in other] and all(map(alike, cells(one), cells(other)))


def alike(one: Any, other: Any) -> bool:
    return one == other or (one != one and other != other)


def _read_or_none(trial: Trial, values: list[torch.Tensor]) -> Found | None:
    try:
        return _read(trial, values)
    except Unclear:
        return None


def _read(trial: Trial, values: list[torch.Tensor]) -> Found:
    """Read the sources of each cell of the result of a trial on some values."""
    base = trial.run(values)
    if base is None:
        raise Unclear("these values are not accepted")
    count = len(cells(base))
    roles = {n for n in range(len(values)) if _is_index(trial, values, n, base)}
    decided = deciding(trial, values, base, roles)
    if len(roles) == len(values):
        moved = tags(trial, values, base, set())
        sources = [tag or by for tag, by in zip(moved, decided, strict=True)]
        return Found("", trial.given, base, sources, [[] for _ in sources], [[] for _ in sources], settled=True)
    depends = dependence(trial, values, base, roles)
    moved = tags(trial, values, base, roles)
    sources, rivals = [], []
    for cell in range(count):
        needs = [one for one in sorted(depends) if one[0] not in roles and cell in depends[one]]
        if moved[cell] and {*moved[cell]} <= {*needs}:
            sources.append(moved[cell])
            rivals.append([one for one in needs if one not in moved[cell]])
        else:
            sources.append(needs)
            rivals.append([])
    return Found("", trial.given, base, sources, rivals, decided, roles, trial.written)


def _is_index(trial: Trial, values: list[torch.Tensor], n: int, base: list[torch.Tensor]) -> bool:
    """Whether a tensor says where: a number far out of range is refused or changes a shape; a mask is beside values."""
    tensor = values[n]
    if n == trial.written or tensor.is_floating_point():
        return False
    if tensor.dtype is torch.bool:
        changed = trial.run([*values[:n], ~tensor, *values[n + 1 :]])
        resized = changed is None or [t.shape for t in changed] != [t.shape for t in base]
        return resized or any(other.dtype is not torch.bool for other in values)
    if trial.places[n] in observe.POSITIONS or tensor.dtype not in (torch.int64, torch.int32):
        return trial.places[n] in observe.POSITIONS
    far = torch.full_like(tensor, 100_000)
    changed = trial.run([*values[:n], far, *values[n + 1 :]])
    return changed is None or [t.shape for t in changed] != [t.shape for t in base]


def _pool(values: list[torch.Tensor]) -> list[Any]:
    """The values that occur in the numbers of a call, and a few others."""
    seen = [value for tensor in values if tensor.dtype is not torch.bool for value in tensor.flatten().tolist()]
    return [value for value in dict.fromkeys([0, 1, 2, *seen]) if math.isfinite(value)]


def alternatives(tensor: torch.Tensor, value: Any, pool: list[Any]) -> list[Any]:
    """Return other values that a cell may have."""
    if tensor.dtype is torch.bool:
        return [not value]
    if tensor.is_floating_point():
        return [math.nan, math.inf, value + 1, value - 1, value + 0.37, *(one for one in pool if one != value)]
    numbers = [int(one) for one in pool]
    return [one for one in dict.fromkeys([value + 1, value - 1, *numbers]) if one != value]


def put(values: list[torch.Tensor], n: int, cell: int, value: Any) -> list[torch.Tensor] | None:
    """Return the values with another in one cell."""
    index = indices(values[n].shape)[cell]
    changed = values[n].clone()
    try:
        changed[index] = value
    except RuntimeError:  # not a number of that dtype
        return None
    return [*values[:n], changed, *values[n + 1 :]]


def _changes(
    trial: Trial, values: list[torch.Tensor], base: list[torch.Tensor], n: int, cell: int, where: bool = False
) -> Iterator[set[int]]:
    """For each other value of a cell that leaves the shapes as they are: which cells of the result are others.

    What says where is given only numbers up to the largest that occurs there.
    """
    before = cells(base)
    value = values[n].flatten().tolist()[cell]
    if where:
        chosen = [one for one in range(min(int(values[n].max()), CELLS) + 1) if one != value] or [0]
    else:
        chosen = alternatives(values[n], value, _pool(values))
    for other in chosen:
        changed = put(values, n, cell, other)
        made = trial.run(changed) if changed is not None else None
        if made is not None and [t.shape for t in made] == [t.shape for t in base]:
            yield {k for k, (old, new) in enumerate(zip(before, cells(made), strict=True)) if not alike(old, new)}


def dependence(
    trial: Trial, values: list[torch.Tensor], base: list[torch.Tensor], roles: set[int]
) -> dict[Cell, set[int]]:
    """Return which cells of the result each cell of the arguments can change, from several starting points."""
    starts = [values]
    plain = [n for n in range(len(values)) if n not in roles]
    for fill in (0, 1):
        starts.append([torch.full_like(t, fill) if n in plain else t for n, t in enumerate(values)])
    found: dict[Cell, set[int]] = {}
    for start in starts:
        made = base if start is values else trial.run(start)
        if made is None or [t.shape for t in made] != [t.shape for t in base]:
            continue
        for n in plain:
            if start is not values and start[n].is_floating_point():
                continue
            for cell in range(start[n].numel()):
                for changed in _changes(trial, start, made, n, cell):
                    found.setdefault((n, cell), set()).update(changed)
    return found


def tags(trial: Trial, values: list[torch.Tensor], base: list[torch.Tensor], roles: set[int]) -> list[list[Cell]]:
    """Return for each cell of the result the cells of the arguments whose value it is, told by values of their own.

    The order of the values stays, so that what is sorted or chosen stays the same. Cells of one value get one tag if
    the result does not allow them to differ.
    """
    before = cells(base)
    plain = [n for n, t in enumerate(values) if n not in roles and t.dtype is not torch.bool]
    none: list[list[Cell]] = [[] for _ in before]
    if not plain:
        return none
    known = [((value, n, cell)) for n in plain for cell, value in enumerate(values[n].flatten().tolist())]
    known = [one for one in known if math.isfinite(one[0])]
    for apart in (True, False):
        ranked = sorted(known) if apart else sorted({value for value, _, _ in known})
        chooser = torch.Generator().manual_seed(0)
        steps = torch.randint(5, 900, (len(ranked),), generator=chooser).cumsum(0).tolist()
        number = dict(zip(ranked, steps, strict=True))
        tagged = [t.clone() for t in values]
        holders: dict[float, list[Cell]] = {}
        for value, n, cell in known:
            tag = number[(value, n, cell) if apart else value]  # type: ignore[index]
            changed = put(tagged, n, cell, tag)
            if changed is None:
                return none
            tagged = changed
            holders.setdefault(float(tag), []).append((n, cell))
        made = trial.run(tagged)
        if made is None or [t.shape for t in made] != [t.shape for t in base]:
            continue
        first = [t.flatten().tolist() for t in values]
        found = [holders.get(float(value), []) for value in cells(made)]
        return [
            one if one and all(alike(first[n][cell], old) for n, cell in one) else []
            for one, old in zip(found, before, strict=True)
        ]
    return none


def deciding(trial: Trial, values: list[torch.Tensor], base: list[torch.Tensor], roles: set[int]) -> list[list[Cell]]:
    """Return for each cell of the result the cells of index tensors on which it rests, whatever they are changed to."""
    found: list[list[Cell]] = [[] for _ in cells(base)]
    spread = [distinct(t, n) if n not in roles else t for n, t in enumerate(values)]
    made = trial.run(spread)
    if made is None or [t.shape for t in made] != [t.shape for t in base]:
        spread, made = values, base
    for n in sorted(roles):
        for cell in range(values[n].numel()):
            every = list(_changes(trial, spread, made, n, cell, where=True))
            for k in _gone(trial, spread, made, n, cell) or (set.intersection(*every) if every else ()):
                found[k].append((n, cell))
    return found


def _gone(trial: Trial, values: list[torch.Tensor], base: list[torch.Tensor], n: int, cell: int) -> set[int]:
    """Which rows of the result are gone when a cell of what says where is made zero or false."""
    changed = put(values, n, cell, 0)
    made = trial.run(changed) if changed is not None else None
    if made is None or len(base) != 1 or not base[0].dim() or len(made[0]) >= len(base[0]):
        return set()
    rows, left = base[0].tolist(), made[0].tolist()
    gone = [row for row, value in enumerate(rows) if value not in left]
    if len(rows) - len(gone) != len(left):
        return set()
    width = base[0].numel() // len(rows)
    return {row * width + k for row in gone for k in range(width)}


def distinct(tensor: torch.Tensor, n: int) -> torch.Tensor:
    """Return a tensor of the same shape in which no two values are equal."""
    if tensor.dtype is torch.bool:
        return tensor
    numbers = torch.arange(tensor.numel()).reshape(tensor.shape) * 3 + 40 * (n + 1)
    return numbers.to(tensor.dtype)


def others(trial: Trial, roles: set[int]) -> Iterator[list[torch.Tensor]]:
    """Other values of the same shapes, in the order of those of the call; what says where stays as it is."""
    for change in (lambda t: t * (t.abs() + 1) / 2, lambda t: 3 * t, lambda t: 3 * t + 2):
        made = [
            t if n in roles else ~t if t.dtype is torch.bool else _changed(change, t) for n, t in enumerate(trial.given)
        ]
        if not all(map(torch.equal, made, trial.given)):
            yield made


def _changed(change: Callable[[torch.Tensor], torch.Tensor], tensor: torch.Tensor) -> torch.Tensor:
    return ~tensor if tensor.dtype is torch.bool else change(tensor.double()).to(tensor.dtype)


def _kind(found: Found) -> str:
    every = [*found.sources]
    plain = [n for n in range(len(found.given)) if n not in found.indices]
    if not any(every) and not any(found.decided):
        return "write" if found.written is not None else "made"
    if found.written is not None:
        return "write"
    if found.indices:
        return "index"
    if any(found.rivals):
        return "choose"
    if all(len(one) <= 1 for one in every):
        return "join" if len(plain) > 1 else "move"
    return "broadcast" if broadcasts(found) else "combine"


def broadcasts(found: Found) -> bool:
    """Whether each cell came from the cells that broadcasting puts at its place."""
    if len(found.given) < 2 or len(found.made) != 1:
        return False
    try:
        shape = torch.broadcast_shapes(*(t.shape for t in found.given))
    except RuntimeError:
        return False
    if shape != found.made[0].shape:
        return False
    numbered = [torch.arange(t.numel()).reshape(t.shape).expand(shape).flatten().tolist() for t in found.given]
    return all(
        sources == list(enumerate(at)) for sources, at in zip(found.sources, zip(*numbered, strict=True), strict=True)
    )
