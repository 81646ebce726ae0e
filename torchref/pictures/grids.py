"""Put the tensors of a picture in their places and draw them: cells, names and shapes, arrows between them.

Arrows leave a cell by the line between columns where other rows lie in the way, so that none crosses a value.
"""

import html
import itertools
from dataclasses import dataclass, field
from typing import Any

from torchref.pictures.captions import Cell, results, written

WIDTH = 352
"""What fits beside an example, and on a phone."""
LETTER = 7.9
SMALL = 6.7
ARROWS = 4
"""From how many sources on an element has no arrows: its sources are lit all the same."""
FAINT = 12
"""Up to how many elements all arrows are shown."""

Drawn = tuple[float, float, str]
"""Width, height and what is inside."""


@dataclass(frozen=True)
class Measures:
    """How large a picture is drawn.

    ``low`` is how high the cells are above and below a strip of storage; ``full``: shape and stride stand beside the
    names.
    """

    cell: int = 30
    high: int = 30
    low: int = 26
    lane: int = 24
    gap: int = 22
    full: bool = True


PAGE = Measures()
SMALLER = Measures(cell=22, high=20, low=20, lane=15, gap=16, full=False)


@dataclass
class Grid:
    """A tensor on the picture: where it stands, and at which points its cells lie.

    ``shown`` is the shape that is drawn; beyond the tensor's own it repeats cells, as broadcasting does.
    """

    number: int
    data: dict[str, Any]
    shown: tuple[int, ...]
    measures: Measures = PAGE
    height: int = PAGE.high
    per_line: int = 0
    x: float = 0
    y: float = 0
    above: bool = True
    beside: bool = False
    cells: list[tuple[int, float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        longest = max(len(value) for value in self.data["values"])
        self.cell = max(self.measures.cell, round(longest * LETTER + 8))
        if self.data["role"] == "storage":
            room = WIDTH - 56
            self.cell = max(22 if longest < 3 else self.cell, min(self.cell, room // len(self.data["values"])))
            self.per_line = min(len(self.data["values"]), room // self.cell)
            lines = -(-len(self.data["values"]) // self.per_line)
            self.width, self.tall = float(self.cell * self.per_line), self.height * lines
            self.cells = [
                (k, k % self.per_line * self.cell, k // self.per_line * self.height)
                for k in range(len(self.data["values"]))
            ]
            return
        pages, rows, columns = [1, 1, 1, *self.shown][-3:]
        step = columns * self.cell + 8
        self.width, self.tall = float(pages * step - 8), rows * self.height
        own = itertools.product(*(range(size) for size in self.shown))
        for index, (page, row, column) in zip(
            own, itertools.product(range(pages), range(rows), range(columns)), strict=True
        ):
            self.cells.append((self.cell_of(index), page * step + column * self.cell, row * self.height))

    def cell_of(self, index: tuple[int, ...]) -> int:
        """The number of the cell that stands at an index of what is drawn."""
        shape = self.data["shape"]
        number = 0
        for i, size in zip(index[len(index) - len(shape) :], shape, strict=True):
            number = number * size + (i if size > 1 else 0)
        return number

    @property
    def labels(self) -> list[str]:
        if self.data["role"] == "storage":
            return []
        if not self.measures.full:
            return [self.data["name"]]
        lines = [f"{self.data['name']} {written(self.data['shape'])}"]
        if "stride" in self.data:
            offset = f", offset {self.data['offset']}" if self.data["offset"] else ""
            lines.append(f"stride {written(self.data['stride'])}{offset}")
        return lines

    @property
    def room(self) -> float:
        """How wide the grid is with its labels."""
        sizes = [len(line) * size for line, size in zip(self.labels, (LETTER * 12 / 13, SMALL), strict=False)]
        return max([self.width, *sizes])

    def center(self, cell: int, place: int | None = None) -> tuple[float, float]:
        """The middle of a cell, where it is shown more than once that at a place or the first."""
        x, y = next((x, y) for k, x, y in (self.cells if place is None else self.cells[place:]) if k == cell)
        return self.x + x + self.cell / 2, self.y + y + self.height / 2

    def border(self, cell: int, edge: float, toward: float, place: int | None = None) -> tuple[float, float]:
        """Where an arrow by way of an edge meets a cell: in its middle, or beside it if rows lie between."""
        x, y = self.center(cell, place)
        y += self.height / 2 if edge > y else -self.height / 2
        return (x if abs(y - edge) < 1 else x + (self.cell if toward > x else -self.cell) / 2), y


def _grids(picture: dict[str, Any], measures: Measures) -> list[Grid]:
    shapes = [tuple(grid["shape"]) for grid in picture["grids"]]
    if picture["kind"] == "broadcast":
        shapes = [shapes[-1]] * len(shapes)
    height = measures.low if picture["kind"] == "storage" else measures.high
    rows = enumerate(zip(picture["grids"], shapes, strict=True))
    return [Grid(n, data, shape, measures, height) for n, (data, shape) in rows]


def _lines(grids: list[Grid], width: float = WIDTH) -> list[list[Grid]]:
    """Break grids into lines that are not too wide."""
    lines: list[list[Grid]] = [[]]
    used = 0.0
    for grid in grids:
        if lines[-1] and used + grid.room > width:
            lines.append([])
            used = 0
        lines[-1].append(grid)
        used += grid.room + grid.measures.gap
    return lines


def _place(line: list[Grid], y: float) -> float:
    """Put grids beside each other with their labels above them; return where they end."""
    x = 0.0
    for grid in line:
        grid.x, grid.y = x, y
        x += grid.room + grid.measures.gap
    return y + max(grid.tall for grid in line)


def arrange(picture: dict[str, Any], measures: Measures = PAGE) -> tuple[list[Grid], list[Cell], float, float]:
    """Put the grids of a picture in their places.

    Returns:
        The grids; from which to which of them arrows may go; width and height of all.
    """
    lane = measures.lane
    grids = _grids(picture, measures)
    given = [grid for grid in grids if grid.data["role"] in ("input", "index")]
    made = [grid for grid in grids if grid.data["role"] == "result"]
    strip = [grid for grid in grids if grid.data["role"] == "storage"]
    head = 14.0 * max(len(grid.labels) for grid in [*given, *made]) + 4
    lines = _lines([*given, *made])
    ways: list[Cell] = []
    if strip and len(lines) == 1:
        y = _place(lines[0], head) + lane
        strip[0].x, strip[0].y = 56, y
        height = y + strip[0].tall
        ways = [(strip[0].number, grid.number) for grid in [*given, *made]]
    elif strip:
        y = head
        for line in _lines(given):
            y = _place(line, y) + lane
        strip[0].x, strip[0].y = 56, y
        y += strip[0].tall + lane
        first, *rest = _lines(made)
        height = _place(first, y) + head
        for grid in first:
            grid.above = False
        for line in rest:
            height = _place(line, height + head + 6) if all(g.above for g in line) else height
        ways = [(strip[0].number, grid.number) for grid in [*given, *first]]
    elif len(lines) == 1:
        arrows = any(1 <= len(one) <= ARROWS for one in picture["from"])
        two = arrows and any(len({y for _, _, y in grid.cells}) > 1 for grid in made)
        height = _place(lines[0], head + (lane if arrows else 0)) + (lane if two else 0)
        for grid in lines[0]:
            grid.beside = arrows
        ways = [(one.number, other.number) for one in given for other in made]
    else:
        y = 0.0
        above = _lines(given)
        for line in above:
            y = _place(line, y + head) + 6
        y += lane - 6 if given else head
        below = _lines(made)
        for number, line in enumerate(below):
            y = _place(line, y)
            if given and not number:
                for grid in line:
                    grid.above = False
                y += head
            if number + 1 < len(below):
                y += head + 4
        height = y
        ways = [(one.number, other.number) for one in above[-1] for other in below[0]] if given else []
    width = max(grid.x + grid.room for grid in grids)
    return grids, ways, width, height


def _paths(picture: dict[str, Any], grids: list[Grid], ways: list[Cell]) -> list[list[tuple[str, str]]]:
    """Return the arrows of each element of the result, each with its source; by way of a storage they are one."""
    found = []
    for number, (result, cell) in enumerate(results(picture)):
        sources = picture["from"][number]
        made: list[tuple[str, str]] = []
        if picture["kind"] == "storage":
            strip = sources[0]
            ends = [one for one in [(result, cell), *sources[1:2]] if (strip[0], one[0]) in ways]
            both = [_path(grids[strip[0]], strip[1], grids[n], c, head=n == result) for n, c in ends]
            made = [("".join(both), "")] if both else []
        elif len(sources) <= ARROWS:
            place = cell if picture["kind"] == "broadcast" else None
            made = [
                (_path(grids[n], c, grids[result], cell, place=place), f"{n}.{c}")
                for n, c in sources
                if (n, result) in ways
            ]
        found.append(made)
    return found


def _path(one: Grid, source: int, other: Grid, target: int, head: bool = True, place: int | None = None) -> str:
    """An arrow through the lane between two grids, or above or below both where they stand side by side."""
    (sx, _), (tx, ty) = one.center(source, place), other.center(target)
    if abs(one.y - other.y) < 1:
        lane = one.measures.lane
        upper = ty < other.y + other.tall / 2 + 1
        edge, end = (one.y, other.y) if upper else (one.y + one.tall, other.y + other.tall)
        bow, step = (-lane + 3, -6) if upper else (lane - 3, 6)
        first, last = edge + bow, end + bow
    else:
        down = one.y < other.y
        edge, end = (one.y + one.tall, other.y) if down else (one.y, other.y + other.tall)
        step = -6 if down else 6
        first = last = (edge + end) / 2
    sx, sy = one.border(source, edge, tx, place)
    tx, ty = other.border(target, end, sx)
    tip = f"m-4 {step}l4 {-step}l4 {step}" if head else ""
    return f"M{px(sx)} {px(sy)}V{px(edge)}C{px(sx)} {px(first)} {px(tx)} {px(last)} {px(tx)} {px(end)}V{px(ty)}{tip}"


def _becomes(picture: dict[str, Any], grids: list[Grid]) -> str:
    """An arrow from what is given to what is made, where both stand side by side and no element has one of its own."""
    first = next(grid for grid in grids if grid.data["role"] == "result")
    if picture["kind"] == "storage" or first.beside or first.number == 0 or first.y != grids[0].y:
        return ""
    return label(first.x - 16, first.y + first.tall / 2 + 4, "→")


def _labels(grid: Grid, lane: bool) -> list[str]:
    if grid.data["role"] == "storage":
        return [label(0, grid.y + grid.height / 2 + 4, "storage", "small")]
    lines = grid.labels
    texts = []
    for number, line in enumerate(lines):
        if grid.above:
            y = grid.y - 6 - 14 * (len(lines) - 1 - number)
            y -= grid.measures.lane - 2 if lane and grid.beside else 0
        else:
            y = grid.y + grid.tall + 14 + 14 * number
        texts.append(label(grid.x, y, line, "small" if number else ""))
    return texts


def _colors(picture: dict[str, Any]) -> dict[Cell, str]:
    """Return the classes of cells that do not have the color of their tensor."""
    found: dict[Cell, str] = {}
    where = results(picture)
    if picture["kind"] == "join":
        for n, grid in enumerate(picture["grids"]):
            if grid["role"] == "input":
                found |= {(n, cell): f"part{n % 4}" for cell in range(len(grid["values"]))}
        for me, sources in zip(where, picture["from"], strict=True):
            found[me] = f"part{sources[0][0] % 4}" if sources else ""
    if all(grid["role"] in ("storage", "result") for grid in picture["grids"]) and picture["kind"] == "storage":
        found |= {me: "kept" for me in where}
    if picture["kind"] == "write":
        changed = {*picture["changed"]}
        found |= {me: "" if me[1] in changed else "kept" for me in where}
    return found


def inside(picture: dict[str, Any], grids: list[Grid], ways: list[Cell], lit: int) -> str:
    paths = _paths(picture, grids, ways)
    faint = picture["kind"] != "storage" and len(paths) <= FAINT and all(len(one) <= 1 for one in paths)
    arrows = ""
    for k, one in enumerate(paths):
        words = f"arrow{' faint' if faint else ''}{' hot' if k == lit else ''}"
        for path, source in one:
            its = f' data-source="{source}"' if len(one) > 1 else ""
            arrows += f'<path class="{words}" data-to="{k}"{its} d="{path}"/>'
    where = results(picture)
    hot = {where[lit], *map(tuple, picture["from"][lit]), *map(tuple, picture.get("by", [[]] * (lit + 1))[lit])}
    rivals = {*map(tuple, picture.get("rivals", [[]] * (lit + 1))[lit])}
    colors = _colors(picture)
    texts = []
    for grid in grids:
        texts.append(f'<g class="grid {grid.data["role"]}" transform="translate({px(grid.x)} {px(grid.y)})">')
        seen = set()
        plain: list[str] = []
        above: list[str] = []
        for place, (cell, x, y) in enumerate(grid.cells):
            me = (grid.number, cell)
            ghost = cell in seen
            marked = "hot" if me in hot else "rival" if me in rivals else ""
            marked = "" if ghost and place != lit else marked
            classes = ["cell", colors.get(me, ""), "ghost" if ghost else "", marked]
            seen.add(cell)
            (above if marked else plain).append(
                f'<g class="{" ".join(filter(None, classes))}" data-cell="{grid.number}.{cell}"'
                f"{f' data-at={chr(34)}{place}{chr(34)}' if ghost else ''}>"
                f'<rect x="{px(x)}" y="{px(y)}" width="{px(grid.cell)}" height="{grid.height}"/>'
                f'<text x="{px(x + grid.cell / 2)}" y="{px(y + grid.height / 2 + 4.5)}">'
                f"{html.escape(grid.data['values'][cell])}</text></g>"
            )
        texts += [*plain, *above, "</g>"]
        texts += _labels(grid, bool(ways) and picture["kind"] != "storage" and any(paths))
    return "".join(texts) + arrows + _becomes(picture, grids)


def label(x: float, y: float, text: str, size: str = "", anchor: str = "") -> str:
    """A name or a number beside what is drawn."""
    words = " ".join(filter(None, ["label", size]))
    side = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{words}"{side} x="{px(x)}" y="{px(y)}">{html.escape(text)}</text>'


def px(value: float) -> str:
    """A number of the picture, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")
