"""Write down the picture of each operation: ``python -m torchref.pictures.record`` writes ``pictures.json``.

Each shows a call of the operation's own examples. Of the calls that are small enough the first is taken, unless a later
one shows more: of an element-wise operation one that broadcasts, of a reduction one of a dimension.
"""

import json
import math
import sys
from collections.abc import Iterator
from typing import Any

import torch

from torchref.content import catalog, observe
from torchref.content.catalog import PICTURES, Entry
from torchref.content.observe import Call
from torchref.pictures import graph, provenance
from torchref.pictures.provenance import Found, Unclear, tensors

Point = tuple[float, float]
TRIED = 10
"""Of how many calls of an entry the picture is looked for."""
POINTS = 121
BINS = 20
LONG = 80
"""How long a call may be to be written out."""
MANY = 1000
"""From how many random numbers on they are shown as a histogram."""


def picture(entry: Entry, facts: dict[str, Any]) -> dict[str, Any]:
    """Return the picture of an entry as plain data, or ``{"digest": ..., "reason": why there is none}``."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        made = [call for call in observe.calls(entry) if call.name not in observe.TURNED]
    made = [call for call in made if not call.name.endswith("_") or call.name == entry.function] or made
    try:
        found = _random(made, facts) if observe.seeded(entry) else best(made, facts)
    except Unclear as unclear:
        found = _graph(made, facts) or {"reason": str(unclear)}
    return {"digest": entry.digest_of_torch, **found}


def best(made: list[Call], facts: dict[str, Any]) -> dict[str, Any]:
    """Return the picture of the call that shows most.

    Raises:
        Unclear: none can be drawn.
    """
    if not any(tensors(call.result) or call.result is None for call in made):
        return _layout(made, facts)
    small = [call for call in made if provenance.fits(call)][:TRIED]
    if not small:
        raise Unclear("no call has tensors that are small enough")
    first: dict[str, Any] = {}
    wanted: tuple[str, ...] = ()
    reason = Unclear("")
    for call, found in _found(small):
        if isinstance(found, Unclear):
            reason = reason if reason.args[0] else found
            continue
        drawn = {**plain(call, found, names(call, facts)), "call": written(call, facts)}
        more = _more(found, drawn, any(len(provenance.given(other)) > 1 for other in small))
        if not first:
            first, wanted = drawn, more
            if not wanted:
                return first
        elif {found.kind, drawn["kind"]} & {*wanted} and not more:
            return drawn
    if not first:
        raise reason
    return first


def _layout(made: list[Call], facts: dict[str, Any]) -> dict[str, Any]:
    """Return where a tensor lies in its storage, if the result tells one layout from another of the same elements.

    A variable of the example is shown, of those the first that does not lie there in order.
    """
    named = [call for call in made if call.live[0] and id(call.live[0][0]) in call.names]
    for call in sorted(named, key=_in_order):
        given = provenance.given(call)
        if len(given) != 1 or not provenance.fits(call) or given[0].untyped_storage().nbytes() == 0:
            continue
        x = given[0].detach()
        shifted = torch.cat([x.flatten()[:1], x.flatten()])[1:].reshape(x.shape)
        others = [shifted, *(observe.laid_out(x.clone(), layout) for layout in observe.LAYOUTS)]
        found = [call.func(other, *call.args[1:], **call.kwargs) for other in others]
        if isinstance(found[0], torch.UntypedStorage) or any(one != found[0] for one in found):
            whole = torch.empty(0, dtype=x.dtype).set_(x.untyped_storage())
            if whole.numel() <= provenance.CELLS:
                grids = [grid("storage", "storage", whole, True), grid(names(call, facts)[0], "result", x, True)]
                drawn = {"kind": "storage", "example": call.example, "call": written(call, facts), "grids": grids}
                return {**drawn, "from": [[(0, place)] for place in provenance.places(x)]}
    raise Unclear("no result is a tensor")


def _in_order(call: Call) -> bool:
    return all(tensor.is_contiguous() and not tensor.storage_offset() for tensor in provenance.given(call))


def _graph(made: list[Call], facts: dict[str, Any]) -> dict[str, Any] | None:
    """Return the graph of the first call that computes gradients: those that it returns, or leaves behind in leaves."""
    for call in made:
        if call.name not in ("backward", "grad") or not tensors([*call.live[0]]):
            continue
        root, results = tensors([*call.live[0]])[0], tensors(call.result)
        wanted = tensors([*call.live[0][1:], *call.live[1].values()])
        gradients = {id(one): f"result[{n}]" for n, one in enumerate(wanted)} if results else {}
        found = graph.find(root, {id(root): names(call, facts)[0], **call.names}, gradients)
        if found and graph.fits(found):
            return {"kind": "graph", "example": call.example, "call": written(call, facts), **found}
    return None


def _found(made: list[Call]) -> Iterator[tuple[Call, Found | Unclear]]:
    for call in made:
        try:
            yield call, provenance.find(call)
        except Unclear as unclear:
            yield call, unclear


def _more(found: Found, drawn: dict[str, Any], several: bool) -> tuple[str, ...]:
    """Of which kind a later call would show more; of none if this one shows enough.

    Args:
        several: some call takes more than one tensor.
    """
    cells = sum(tensor.numel() for tensor in found.given)
    if drawn["kind"] == "curve":
        return ("broadcast",) if several else ()
    if drawn["kind"] in ("storage", "write"):
        return ()
    if found.kind == "made":
        return ("move", "join", "combine") if found.given else ()
    if found.kind in ("combine", "choose") and len(found.sources) == 1 < cells:
        return (found.kind,)
    each = found.kind in ("move", "combine") and [[(0, k)] for k in range(cells)] == found.sources
    equal = found.kind == "broadcast" and len({tensor.shape for tensor in found.given}) == 1
    changed = each and provenance.cells(found.given) != provenance.cells(found.made)
    return ("broadcast", "curve") if changed or equal else ()


def names(call: Call, facts: dict[str, Any]) -> list[str]:
    """Return what the tensors among the arguments are called: the example's variables, else torch's parameters."""
    signature: dict[str, Any] = next((one for one in facts["signatures"] if "parameters" in one), {})
    known = [one[0] for one in signature.get("parameters", ())]
    if not known or call.func in observe.FUNCTIONALS.values():
        known = [*call.places]
    elif signature["name"].startswith("Tensor."):
        known = ["x", *known]
    places: list[tuple[Any, Any]] = [*enumerate(call.live[0]), *call.live[1].items()]
    found: list[str] = []
    for place, value in places:
        said = place if isinstance(place, str) else known[min(place, len(known) - 1)].lstrip("*")
        if not isinstance(value, (list, tuple)):
            found += [call.names.get(id(value), said)] * len(tensors(value))
        else:
            found += [call.names.get(id(one), f"{said}[{n}]") for n, one in enumerate(tensors(value))]
    return found


def written(call: Call, facts: dict[str, Any]) -> str:
    """Return a call as it is written, with what its tensors are called; nothing for an operator or an attribute."""
    if "operator" in facts or not hasattr(call.func, "__name__") or call.func.__name__ == "__get__":
        return ""
    said = iter(names(call, facts))

    def value(one: Any) -> str:
        if tensors(one) and not isinstance(one, (list, tuple)):
            return next(said)
        if isinstance(one, list):
            return f"[{', '.join(map(value, one))}]"
        if isinstance(one, tuple):
            return f"({', '.join(map(value, one))}{',' if len(one) == 1 else ''})"
        return repr(one)

    args = [*map(value, call.args), *(f"{key}={value(one)}" for key, one in call.kwargs.items() if one is not None)]
    title = facts["title"]
    if call.func in observe.FUNCTIONALS.values():
        title = f"torch.nn.functional.{call.func.__name__}"
    if title.startswith("Tensor.") or getattr(torch.Tensor, call.func.__name__, None) is call.func:
        title, args = f"{args[0]}.{call.func.__name__}", args[1:]
    line = f"{title}({', '.join(args)})"
    return line if len(line) <= LONG and "<" not in line else ""


def _results(call: Call, made: list[torch.Tensor]) -> list[str]:
    if not isinstance(call.result, (list, tuple)):
        return ["result"]
    fields = [name for name in getattr(type(call.result), "__match_args__", ()) if hasattr(call.result, name)]
    return fields if len(fields) == len(made) else [f"result[{number}]" for number in range(len(made))]


def plain(call: Call, found: Found, said: list[str]) -> dict[str, Any]:
    """Return the picture of what a call showed as plain data; ``said`` are the names of its tensors."""
    return _curve(call, found, said) or _grids(call, found, said)


def _grids(call: Call, found: Found, said: list[str]) -> dict[str, Any]:
    results = _results(call, found.made) if found.written is None else [said[found.written]]
    if found.kind == "storage":
        rows = [("storage", "storage", found.given[0]), (said[0], "input", found.given[1])]
    else:
        roles = ["index" if n in found.indices else "input" for n in range(len(found.given))]
        rows = list(zip(said, roles, found.given, strict=True))
    first = len(rows)
    rows += [(name, "result", tensor) for name, tensor in zip(results, found.made, strict=True)]
    grids = [grid(*row, storage=found.kind == "storage") for row in rows]
    drawn: dict[str, Any] = {"kind": found.kind, "example": call.example, "grids": grids}
    sources = found.sources
    if found.kind == "storage":
        at = provenance.places(found.given[1])
        sources = [[*one, *((1, cell) for cell, place in enumerate(at) if place == one[0][1])] for one in sources]
    drawn["from"] = sources
    if any(found.decided):
        drawn["by"] = found.decided
    if any(found.rivals):
        drawn["rivals"] = found.rivals
    if found.written is not None:
        before = found.given[found.written].flatten().tolist()
        after = found.made[0].flatten().tolist()
        drawn["changed"] = [k for k, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    assert sum(len(grid["values"]) for grid in grids[first:]) == len(sources)
    return drawn


def grid(name: str, role: str, tensor: torch.Tensor, storage: bool) -> dict[str, Any]:
    """Return a tensor of a picture as plain data; ``storage``: with its place in its storage."""
    values = [shown(value) for value in tensor.flatten().tolist()]
    made: dict[str, Any] = {"name": name, "role": role, "shape": list(tensor.shape), "values": values}
    if storage and role != "storage":
        made |= {"stride": list(tensor.stride()), "offset": tensor.storage_offset()}
    return made


def shown(value: Any) -> str:
    """Return a value as a cell shows it: as Python writes it, a float with three digits."""
    if not isinstance(value, float):
        return str(value)
    if not math.isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 1e5:
        return f"{value:.0f}."
    if 1e-3 <= abs(value) < 1e5:
        digits = max(0, 2 - math.floor(math.log10(abs(value))))
        text = f"{value:.{digits}f}"
        return text.rstrip("0") if "." in text else f"{text}."
    return f"{value:.0e}"


def _curve(call: Call, found: Found, said: list[str]) -> dict[str, Any] | None:
    """Return the graph of a function of one float, if the call is one: its value rests on the value alone."""
    if len(found.given) != 1 or len(found.made) != 1 or found.written is not None or found.kind == "storage":
        return None
    (given,), (made,) = found.given, found.made
    if torch.bool in (given.dtype, made.dtype) or given.shape != made.shape:
        return None
    if given.is_floating_point() and not made.is_floating_point():
        return None
    if found.sources != [[(0, k)] for k in range(given.numel())] or provenance.same([given], [made]):
        return None
    trial = provenance.Trial(call)

    def function(values: list[float]) -> list[float] | None:
        numbers = torch.tensor(values, dtype=given.dtype if given.is_floating_point() else torch.float32)
        made = trial.run([numbers])
        return made[0].tolist() if made is not None and made[0].shape == (len(values),) else None

    points = [one for one in zip(given.flatten().tolist(), made.flatten().tolist(), strict=True) if _finite(one)]
    again = function([x for x, _ in points]) if len(points) > 1 else None
    if again is None or not all(map(provenance.alike, again, (y for _, y in points))):
        return None
    low, high = min(x for x, _ in points), max(x for x, _ in points)
    margin = max((high - low) / 4, 0.5)
    low, high = low - margin, high + margin
    xs = [low + (high - low) * k / (POINTS - 1) for k in range(POINTS)]
    ys = function(xs)
    if ys is None:
        return None
    seen = [y for y in ys if math.isfinite(y)]
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    room = max((top - bottom) / 2, 1.0)
    bottom, top = max(min(seen), bottom - room), min(max(seen), top + room)
    lines = _lines(xs, ys, (bottom, top), lambda x: (function([x, x]) or [math.nan])[0])
    box = [low, high, bottom, top]
    lines = [_thinned(line, box) for line in lines]
    grids = [
        grid(said[0], "input", given, False),
        grid("result", "result", made, False),
    ]
    return {
        "kind": "curve",
        "example": call.example,
        "grids": grids,
        "from": found.sources,
        "box": [_short(value) for value in box],
        "lines": [[[_short(x), _short(y)] for x, y in line] for line in lines if len(line) > 1],
        "points": [
            [_short(x), _short(y)] if _finite((x, y)) else None
            for x, y in zip(*map(_listed, (given, made)), strict=True)
        ],
    }


def _listed(tensor: torch.Tensor) -> list[float]:
    values: list[float] = tensor.flatten().tolist()
    return values


def _finite(point: Point) -> bool:
    return all(map(math.isfinite, point))


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def _lines(xs: list[float], ys: list[float], ends: tuple[float, float], function: Any) -> list[list[Point]]:
    """Cut the graph where it leaves the picture, and where halving a step again and again leaves a jump in it."""
    bottom, top = ends
    lines: list[list[Point]] = [[]]
    for k, (x, y) in enumerate(zip(xs, ys, strict=True)):
        inside = math.isfinite(y) and bottom <= y <= top
        if lines[-1] and inside and abs(y - ys[k - 1]) > (top - bottom) / 50:
            jump = _jump(xs[k - 1], x, ys[k - 1], y, function)
            if jump:
                at, left, right = jump
                lines[-1] += [(at, ys[k - 1])] if abs(ys[k - 1] - left) < (top - bottom) / 50 else []
                lines.append([(at, y)] if abs(y - right) < (top - bottom) / 50 else [])
        if inside:
            lines[-1].append((x, y))
        elif lines[-1]:
            lines.append([])
    return [line for line in lines if line]


def _jump(a: float, b: float, at_a: float, at_b: float, function: Any) -> tuple[float, float, float] | None:
    whole = abs(at_b - at_a)
    for _ in range(16):
        middle = (a + b) / 2
        at = function(middle)
        if abs(at - at_a) > abs(at_b - at):
            b, at_b = middle, at
        else:
            a, at_a = middle, at
    return (a, at_a, at_b) if abs(at_b - at_a) > whole / 2 else None


def _thinned(line: list[Point], box: list[float]) -> list[Point]:
    """Leave out points that lie on the straight line between others, to a third of a pixel."""
    if len(line) < 3:
        return line
    width, height = (box[1] - box[0]) / 300, (box[3] - box[2]) / 120
    (x0, y0), (x1, y1) = line[0], line[-1]
    dx, dy = (x1 - x0) / width, (y1 - y0) / height
    long = math.hypot(dx, dy) or 1.0
    far = [abs(dx * (y - y0) / height - dy * (x - x0) / width) / long for x, y in line]
    worst = max(range(len(line)), key=far.__getitem__)
    if far[worst] < 0.3:
        return [line[0], line[-1]]
    return [*_thinned(line[: worst + 1], box)[:-1], *_thinned(line[worst:], box)]


def _random(made: list[Call], facts: dict[str, Any]) -> dict[str, Any]:
    """Return the histogram of the first long result, else the first small one."""
    for call in made:
        for tensor in tensors(call.result)[:1]:
            if tensor.numel() >= MANY and not _shuffled(tensor):
                counted = {"shape": list(tensor.shape), **_histogram(tensor)}
                return {"kind": "histogram", "example": call.example, "call": written(call, facts), **counted}
    for call in made:
        if provenance.fits(call) and tensors(call.result):
            made_now = tensors(call.result)
            grids = [grid("result", "result", tensor, False) for tensor in made_now]
            cells = sum(tensor.numel() for tensor in made_now)
            return {
                "kind": "made",
                "example": call.example,
                "call": written(call, facts),
                "grids": grids,
                "from": [[] for _ in range(cells)],
            }
    raise Unclear("no result is a tensor")


def _shuffled(tensor: torch.Tensor) -> bool:
    """Whether each number from 0 on is there once."""
    return (
        torch.equal(tensor.sort().values.double(), torch.arange(tensor.numel()).double())
        if tensor.dim() == 1
        else False
    )


def _histogram(tensor: torch.Tensor) -> dict[str, Any]:
    numbers = tensor.detach().double().flatten()
    low, high = numbers.min().item(), numbers.max().item()
    whole = bool((numbers == numbers.round()).all()) and high - low < BINS
    if whole:
        bins, low, high = int(high - low) + 1, low - 0.5, high + 0.5
    else:
        bins = BINS
        low, high = (math.floor(low), math.ceil(high)) if high - low < 100 else (low, high)
    counts = torch.histc(numbers, bins, low, high).long().tolist()
    return {"box": [low, high], "bins": counts, "whole": whole}


def record() -> dict[str, Any]:
    """Return the picture of every entry, or the reason why it has none."""
    facts = catalog.read_observed()["operations"]
    return {name: picture(entry, facts[name]) for name, entry in catalog.entries(catalog.read()).items()}


def dump(pictures: dict[str, Any]) -> str:
    """Return ``pictures.json`` as text: one operation a line."""
    rows = ",\n".join(
        f" {json.dumps(name)}: {json.dumps(one, separators=(',', ':'))}" for name, one in pictures.items()
    )
    return "{\n" + rows + "\n}\n"


def main(arguments: list[str]) -> int:
    if arguments:
        print(f"python -m torchref.pictures.record takes no arguments; found {' '.join(arguments)!r}", file=sys.stderr)
        return 2
    try:
        pictures = record()
    except catalog.ContentError as error:
        print(error, file=sys.stderr)
        return 2
    PICTURES.write_text(dump(pictures), encoding="utf-8")
    kinds: dict[str, list[str]] = {}
    for name, one in pictures.items():
        kinds.setdefault(one.get("kind", f"none: {one.get('reason')}"), []).append(name)
    for kind, operations in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"{len(operations):4} {kind}: {' '.join(operations)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
