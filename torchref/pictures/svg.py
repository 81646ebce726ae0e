"""Draw the picture of an operation: plain data in, HTML with one SVG out (needs no torch).

All words in it are code, numbers and symbols; the sentence and the table for those who do not see it are translated.
Colors are variables of the style sheet. Arrows lie below the cells, so that none crosses a value.
"""

import html
import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

WIDTH = 352
"""What fits beside an example, and on a phone."""
LETTER = 7.9
SMALL = 6.7
ARROWS = 4
"""From how many sources on an element has no arrows: its sources are lit all the same."""
FAINT = 12
"""Up to how many elements all arrows are shown."""
VALUES = 6
PLOT = (300, 120)

Cell = tuple[int, int]


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
SHEET = Measures(cell=22, high=20, low=20, lane=15, gap=16, full=False)


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
        pages, rows, columns = ([1, 1, 1] + list(self.shown))[-3:]
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


def written(shape: list[int]) -> str:
    """Return a shape as Python writes it."""
    return str(tuple(shape))


def index_of(shape: list[int], cell: int) -> list[int]:
    """Return the index of a cell of a shape."""
    found = []
    for size in reversed(shape):
        found.append(cell % size)
        cell //= size
    return found[::-1]


def at(grid: dict[str, Any], cell: int) -> str:
    """Return a cell as it is written: ``x[0, 2]``."""
    return _indexed(grid["name"], map(str, index_of(grid["shape"], cell)))


def _indexed(name: str, index: Iterable[str]) -> str:
    inside = ", ".join(index)
    return f"{name}[{inside}]" if inside else name


def captions(picture: dict[str, Any]) -> list[tuple[str, str]]:
    """Return for each cell of the results what it is, and where it came from: ``("result[0] = 3", "x[0, 2]")``."""
    grids = picture["grids"]
    symbolic = _symbols(picture)
    found = []
    for number, (result, cell) in enumerate(results(picture)):
        grid = grids[result]
        said = f"{at(grid, cell)} = {grid['values'][cell]}"
        found.append((said, _said(picture, grid, cell, number, symbolic)))
    return found


def results(picture: dict[str, Any]) -> list[Cell]:
    """Return the cells of the results, one grid after the other."""
    grids = picture["grids"]
    wanted = [n for n, grid in enumerate(grids) if grid["role"] == "result"]
    return [(n, cell) for n in wanted for cell in range(len(grids[n]["values"]))]


def _said(picture: dict[str, Any], grid: dict[str, Any], cell: int, number: int, symbolic: dict[int, int]) -> str:
    grids, sources = picture["grids"], picture["from"][number]
    if picture["kind"] == "storage":
        (_, place), *others = sources
        index = index_of(grid["shape"], cell)
        parts = [str(grid["offset"])] if grid["offset"] or not index else []
        parts += [f"{i}·{step}" for i, step in zip(index, grid["stride"], strict=True)]
        own = f" = {at(grids[others[0][0]], others[0][1])}" if others else ""
        return f"storage[{' + '.join(parts)}] = storage[{place}]{own}"
    by = picture.get("by", [[]] * (number + 1))[number]
    if len(sources) == 1 and len(by) == 1 and by[0][0] in symbolic:
        source, dim = grids[sources[0][0]], symbolic[by[0][0]]
        index = [str(i) for i in index_of(source["shape"], sources[0][1])]
        plain = at(source, sources[0][1])
        index[dim] = at(grids[by[0][0]], by[0][1])
        return f"{_indexed(source['name'], index)} = {plain}"
    if len(sources) == 1 and not by and _moves(picture):
        return at(grids[sources[0][0]], sources[0][1])
    return ", ".join(_set(grids[n], [c for m, c in [*sources, *by] if m == n]) for n in _order([*sources, *by]))


def _moves(picture: dict[str, Any]) -> bool:
    """Whether all elements that came from one other have its value."""
    grids = picture["grids"]
    pairs = [
        (one, sources[0]) for one, sources in zip(results(picture), picture["from"], strict=True) if len(sources) == 1
    ]
    return all(grids[n]["values"][k] == grids[m]["values"][j] for (n, k), (m, j) in pairs)


def _order(cells: list[Cell]) -> list[int]:
    return list(dict.fromkeys(n for n, _ in cells))


def _set(grid: dict[str, Any], cells: list[int]) -> str:
    """Return cells of one tensor with their values: as one slice where they are one, ``x[:, 0] = 1, 4``."""
    values = ", ".join(grid["values"][cell] for cell in cells)
    every = [index_of(grid["shape"], cell) for cell in cells]
    sides = [sorted(set(side)) for side in zip(*every, strict=True)]
    box = [list(index) for index in itertools.product(*sides)]
    parts = []
    for side, size in zip(sides, grid["shape"], strict=True):
        if len(side) == 1:
            parts.append(str(side[0]))
        elif side == list(range(size)):
            parts.append(":")
        elif side == list(range(side[0], side[-1] + 1)):
            parts.append(f"{side[0]}:{side[-1] + 1}")
        else:
            box = []
    if box != sorted(every):
        return ", ".join(f"{at(grid, cell)} = {grid['values'][cell]}" for cell in cells[:VALUES]) + (
            ", …" if len(cells) > VALUES else ""
        )
    whole = _indexed(grid["name"], parts)
    return f"{whole} = {values}" if len(cells) <= VALUES else whole


def _symbols(picture: dict[str, Any]) -> dict[int, int]:
    """Return index tensor -> the dimension of the source along which its values count, if that is so for each cell."""
    grids = picture["grids"]
    fitting: dict[int, set[int]] = {}
    for sources, by in zip(picture["from"], picture.get("by", []), strict=False):
        if len(by) != 1:
            continue
        n, cell = by[0]
        shape = grids[sources[0][0]]["shape"] if len(sources) == 1 else []
        index = index_of(shape, sources[0][1]) if shape else []
        value = grids[n]["values"][cell]
        dims = {d for d, i in enumerate(index) if value in (str(i), str(i - shape[d]))}
        fitting[n] = fitting.get(n, dims) & dims
    return {n: dims.pop() for n, dims in fitting.items() if len(dims) == 1}


def sentence(kind: str, gettext: Callable[[str], str]) -> str:
    """Return what a picture of a kind shows, in words."""
    _ = gettext
    return {
        "storage": _("Where the elements of the result lie in the storage of the input."),
        "made": _("The elements of the result."),
        "write": _("Which elements are written, and where they come from."),
        "curve": _("The graph of the function, with the points of the example."),
        "histogram": _("How often each value was drawn."),
    }.get(kind, _("Which elements each element of the result comes from."))


def figure(picture: dict[str, Any], code: str, gettext: Callable[[str], str]) -> str:
    """Return the picture of an operation as HTML; ``code`` is written above it, if its example stands elsewhere."""
    _ = gettext
    kind = picture["kind"]
    if kind == "histogram":
        drawn, rows = _histogram(picture)
        shapes = f"result {written(picture['shape'])}"
    else:
        drawn = _curve(picture) if kind == "curve" else _cells(picture)
        rows = captions(picture)
        shapes = _shapes(picture["grids"])
    lit = next((k for k, (_said, source) in enumerate(rows) if source and k in picture.get("changed", [k])), 0)
    table = "".join(
        f'<tr{_lights(picture, k)}><th scope="row">{html.escape(said)}</th><td>{html.escape(source)}</td></tr>'
        for k, (said, source) in enumerate(rows)
    )
    said, source = rows[lit]
    arrow = (
        f" ← {html.escape(source)}" if source and kind != "histogram" else f": {html.escape(source)}" if source else ""
    )
    width, height, inside = drawn(lit)
    above = f'<pre class="call"><code>{html.escape(code)}</code></pre>' if code else ""
    title = f"{sentence(kind, _)} {shapes}"
    names = html.escape("|".join(f"{g['name']}:{','.join(map(str, g['shape']))}" for g in picture.get("grids", ())))
    return (
        f'<figure class="picture {kind}" data-lit="{lit}" data-grids="{names}" '
        f'data-nowhere="{html.escape(_("goes nowhere"))}">{above}'
        f'<svg viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" height="{_n(height)}" role="img" '
        f'aria-label="{html.escape(title)}">{inside}</svg>'
        f'<figcaption aria-live="polite"><b>{html.escape(said)}</b>{arrow}</figcaption>'
        f'<table class="unseen"><caption>{html.escape(title)}</caption>{table}</table></figure>'
    )


def still(picture: dict[str, Any], gettext: Callable[[str], str]) -> tuple[float, float, str, str]:
    """Return the width, the height and the inside of a small picture without a caption, and what it shows in words.

    Of the elements that come from most others the second is lit, or the first.
    """
    by = picture.get("by", [[]] * len(picture["from"]))
    counts = [len(one) + len(other) for one, other in zip(picture["from"], by, strict=True)]
    lit, *others = [k for k, count in enumerate(counts) if count == max(counts)][:2]
    said = f"{sentence(picture['kind'], gettext)} {_shapes(picture['grids'])}"
    return *_cells(picture, SHEET)(*others or [lit]), said


def _shapes(grids: list[dict[str, Any]]) -> str:
    said = {"input": [], "index": [], "result": [], "storage": []}  # type: dict[str, list[str]]
    for grid in grids:
        said[grid["role"]].append(f"{grid['name']} {written(grid['shape'])}")
    given = ", ".join([*said["input"], *said["index"]])
    return f"{given} → {', '.join(said['result'])}" if given else ", ".join(said["result"])


def _lights(picture: dict[str, Any], k: int) -> str:
    """The attributes that say which cells are lit with an element of the result."""
    if "from" not in picture:
        return ""
    every = [*picture["from"][k], *picture.get("by", [[]] * (k + 1))[k]]
    rivals = picture.get("rivals", [[]] * (k + 1))[k]
    lit = f' data-from="{_cells_of(every)}"' if every else ""
    return lit + (f' data-rivals="{_cells_of(rivals)}"' if rivals else "")


def _cells_of(cells: list[Cell]) -> str:
    return " ".join(f"{n}.{cell}" for n, cell in cells)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _grids(picture: dict[str, Any], measures: Measures) -> list[Grid]:
    shapes = [tuple(grid["shape"]) for grid in picture["grids"]]
    if picture["kind"] == "broadcast":
        shapes = [shapes[-1]] * len(shapes)
    height = measures.low if picture["kind"] == "storage" else measures.high
    return [
        Grid(n, data, shape, measures, height)
        for n, (data, shape) in enumerate(zip(picture["grids"], shapes, strict=True))
    ]


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
    grids = _grids(picture, measures)
    given = [grid for grid in grids if grid.data["role"] in ("input", "index")]
    made = [grid for grid in grids if grid.data["role"] == "result"]
    strip = [grid for grid in grids if grid.data["role"] == "storage"]
    label = 14.0 * max(len(grid.labels) for grid in [*given, *made]) + 4
    lines = _lines([*given, *made])
    ways: list[Cell] = []
    if strip and len(lines) == 1:
        y = _place(lines[0], label) + measures.lane
        strip[0].x, strip[0].y = 56, y
        height = y + strip[0].tall
        ways = [(strip[0].number, grid.number) for grid in [*given, *made]]
    elif strip:
        y = label
        for line in _lines(given):
            y = _place(line, y) + measures.lane
        strip[0].x, strip[0].y = 56, y
        y += strip[0].tall + measures.lane
        first, *rest = _lines(made)
        height = _place(first, y) + label
        for grid in first:
            grid.above = False
        for line in rest:
            height = _place(line, height + label + 6) if all(g.above for g in line) else height
        ways = [(strip[0].number, grid.number) for grid in [*given, *first]]
    elif len(lines) == 1:
        arrows = any(1 <= len(one) <= ARROWS for one in picture["from"])
        two = arrows and any(len({y for _, _, y in grid.cells}) > 1 for grid in made)
        height = _place(lines[0], label + (measures.lane if arrows else 0)) + (measures.lane if two else 0)
        for grid in lines[0]:
            grid.beside = arrows
        ways = [(one.number, other.number) for one in given for other in made]
    else:
        y = 0.0
        above = _lines(given)
        for line in above:
            y = _place(line, y + label) + 6
        y += measures.lane - 6 if given else label
        below = _lines(made)
        for number, line in enumerate(below):
            y = _place(line, y)
            if given and not number:
                for grid in line:
                    grid.above = False
                y += label
            if number + 1 < len(below):
                y += label + 4
        height = y
        ways = [(one.number, other.number) for one in above[-1] for other in below[0]] if given else []
    width = max(grid.x + grid.room for grid in grids)
    return grids, ways, width, height


def _paths(picture: dict[str, Any], grids: list[Grid], ways: list[Cell]) -> list[list[str]]:
    """Return the arrows of each element of the result."""
    found = []
    for number, (result, cell) in enumerate(results(picture)):
        sources = picture["from"][number]
        made: list[str] = []
        if picture["kind"] == "storage":
            strip = sources[0]
            made = [
                _path(grids[strip[0]], strip[1], grids[n], c, head=n == result)
                for n, c in [(result, cell), *sources[1:2]]
                if (strip[0], n) in ways
            ]
        elif len(sources) <= ARROWS:
            place = cell if picture["kind"] == "broadcast" else None
            made = [_path(grids[n], c, grids[result], cell, place=place) for n, c in sources if (n, result) in ways]
        found.append(made)
    return found


def _path(one: Grid, source: int, other: Grid, target: int, head: bool = True, place: int | None = None) -> str:
    """An arrow through the lane between two grids, or above or below both where they stand side by side."""
    (sx, sy), (tx, ty) = one.center(source, place), other.center(target)
    if abs(one.y - other.y) < 1:
        lane = one.measures.lane
        upper = ty < other.y + other.tall / 2 + 1
        edge, end = (one.y, other.y) if upper else (one.y + one.tall, other.y + other.tall)
        bow, step = (-lane + 3, -6) if upper else (lane - 3, 6)
        curve = f"C{_n(sx)} {_n(edge + bow)} {_n(tx)} {_n(end + bow)} {_n(tx)} {_n(end)}"
    else:
        down = one.y < other.y
        edge, end = (one.y + one.tall, other.y) if down else (one.y, other.y + other.tall)
        step = -6 if down else 6
        middle = (edge + end) / 2
        curve = f"C{_n(sx)} {_n(middle)} {_n(tx)} {_n(middle)} {_n(tx)} {_n(end)}"
    tip = f"m-4 {step}l4 {-step}l4 {step}" if head else ""
    return f"M{_n(sx)} {_n(sy)}V{_n(edge)}{curve}{tip}"


def _cells(picture: dict[str, Any], measures: Measures = PAGE) -> Callable[[int], tuple[float, float, str]]:
    def drawn(lit: int) -> tuple[float, float, str]:
        grids, ways, width, height = arrange(picture, measures)
        return width, height, _inside(picture, grids, ways, lit)

    return drawn


def _inside(picture: dict[str, Any], grids: list[Grid], ways: list[Cell], lit: int) -> str:
    paths = _paths(picture, grids, ways)
    faint = picture["kind"] != "storage" and len(paths) <= FAINT and all(len(one) <= 1 for one in paths)
    arrows = "".join(
        f'<path class="arrow{" faint" if faint else ""}{" hot" if k == lit else ""}" data-to="{k}" d="{"".join(one)}"/>'
        for k, one in enumerate(paths)
        if one
    )
    where = results(picture)
    hot = {where[lit], *map(tuple, picture["from"][lit]), *map(tuple, picture.get("by", [[]] * (lit + 1))[lit])}
    rivals = {*map(tuple, picture.get("rivals", [[]] * (lit + 1))[lit])}
    colors = _colors(picture)
    texts = []
    for grid in grids:
        texts.append(f'<g class="grid {grid.data["role"]}" transform="translate({_n(grid.x)} {_n(grid.y)})">')
        seen = set()
        plain, above = [], []
        for place, (cell, x, y) in enumerate(grid.cells):
            me = (grid.number, cell)
            ghost = cell in seen
            marked = "hot" if me in hot else "rival" if me in rivals else ""
            marked = "" if ghost and place != lit else marked
            words = ["cell", colors.get(me, ""), "ghost" if ghost else "", marked]
            seen.add(cell)
            (above if marked else plain).append(
                f'<g class="{" ".join(filter(None, words))}" data-cell="{grid.number}.{cell}"'
                f"{f' data-at={chr(34)}{place}{chr(34)}' if ghost else ''}>"
                f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(grid.cell)}" height="{grid.height}"/>'
                f'<text x="{_n(x + grid.cell / 2)}" y="{_n(y + grid.height / 2 + 4.5)}">'
                f"{html.escape(grid.data['values'][cell])}</text></g>"
            )
        texts += [*plain, *above, "</g>"]
        texts += _labels(grid, bool(ways) and picture["kind"] != "storage" and any(paths))
    return arrows + "".join(texts) + _becomes(picture, grids)


def _becomes(picture: dict[str, Any], grids: list[Grid]) -> str:
    """An arrow from what is given to what is made, where both stand side by side and no element has one of its own."""
    first = next(grid for grid in grids if grid.data["role"] == "result")
    if picture["kind"] == "storage" or first.beside or first.number == 0 or first.y != grids[0].y:
        return ""
    return f'<text class="label becomes" x="{_n(first.x - 16)}" y="{_n(first.y + first.tall / 2 + 4)}">→</text>'


def _labels(grid: Grid, lane: bool) -> list[str]:
    if grid.data["role"] == "storage":
        return [f'<text class="label small" x="0" y="{_n(grid.y + grid.height / 2 + 4)}">storage</text>']
    lines = grid.labels
    texts = []
    for number, line in enumerate(lines):
        if grid.above:
            y = grid.y - 6 - 14 * (len(lines) - 1 - number)
            y -= grid.measures.lane - 2 if lane and grid.beside else 0
        else:
            y = grid.y + grid.tall + 14 + 14 * number
        size = " small" if number else ""
        texts.append(f'<text class="label{size}" x="{_n(grid.x)}" y="{_n(y)}">{html.escape(line)}</text>')
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
    if picture["kind"] == "write":
        changed = {*picture["changed"]}
        found |= {me: "" if me[1] in changed else "kept" for me in where}
    return found


def _curve(picture: dict[str, Any]) -> Callable[[int], tuple[float, float, str]]:
    def drawn(lit: int) -> tuple[float, float, str]:
        plain = {**picture, "kind": "move"}
        grids, _ways, width, height = arrange({**plain, "from": [[] for _ in picture["from"]]})
        inside = _inside(plain, grids, [], lit)
        left, top = 40.0, height + 14
        wide, tall = PLOT
        low, high, bottom, up = picture["box"]

        def point(x: float, y: float) -> tuple[float, float]:
            return left + (x - low) / (high - low) * wide, top + (up - y) / (up - bottom) * tall

        frame = f'<rect class="frame" x="{_n(left)}" y="{_n(top)}" width="{wide}" height="{tall}"/>'
        zero_x, zero_y = point(0, 0)
        if low < 0 < high:
            frame += f'<path class="axis" d="M{_n(zero_x)} {_n(top)}v{tall}"/>'
        if bottom < 0 < up:
            frame += f'<path class="axis" d="M{_n(left)} {_n(zero_y)}h{wide}"/>'
        lines = ""
        for line in picture["lines"]:
            (x, y), *rest = [point(*one) for one in line]
            lines += f"M{_n(x)} {_n(y)}L" + " ".join(f"{_n(x)} {_n(y)}" for x, y in rest)
        dots = ""
        for k, one in enumerate(picture["points"]):
            if one is not None:
                x, y = point(*one)
                dots += (
                    f'<circle class="point{" hot" if k == lit else ""}" data-to="{k}" cx="{_n(x)}" cy="{_n(y)}" r="4"/>'
                )
        texts = _ticks(picture["box"], left, top)
        return (
            max(width, left + wide + 2),
            top + tall + 18,
            f'{inside}{frame}<path class="line" d="{lines}"/>{dots}{texts}',
        )

    return drawn


def _ticks(box: list[float], left: float, top: float) -> str:
    low, high, bottom, up = box
    wide, tall = PLOT
    places = [
        (left, top + tall + 14, "start", low), (left + wide, top + tall + 14, "end", high),
        (left - 4, top + tall, "end", bottom), (left - 4, top + 9, "end", up),
    ]  # fmt: skip
    return "".join(
        f'<text class="label small" text-anchor="{anchor}" x="{_n(x)}" y="{_n(y)}">'
        f"{value if isinstance(value, int) else f'{value:.3g}'}</text>"
        for x, y, anchor, value in places
    )


def _histogram(picture: dict[str, Any]) -> tuple[Callable[[int], tuple[float, float, str]], list[tuple[str, str]]]:
    bins, (low, high) = picture["bins"], picture["box"]
    shapes = f"result {written(picture['shape'])}"
    wide, tall = PLOT
    step = (high - low) / len(bins)
    whole = step == 1 and low % 1 == 0.5

    def drawn(lit: int) -> tuple[float, float, str]:
        left, top, most = 40.0, 20.0, max(bins)
        each = wide / len(bins)
        bars = "".join(
            f'<rect class="bar{" hot" if k == lit else ""}" data-to="{k}" x="{_n(left + k * each)}" '
            f'y="{_n(top + tall * (1 - count / most))}" width="{_n(max(each - 1, 1))}" height="{_n(tall * count / most)}"/>'
            for k, count in enumerate(bins)
        )
        axis = f'<path class="axis" d="M{_n(left)} {_n(top + tall)}h{wide}"/>'
        axis += f'<text class="label" x="{_n(left)}" y="12">{html.escape(shapes)}</text>'
        if whole:
            numbers = "".join(
                f'<text class="label small" text-anchor="middle" x="{_n(left + (k + 0.5) * each)}" '
                f'y="{_n(top + tall + 14)}">{low + 0.5 + k:.0f}</text>'
                for k in range(len(bins))
            )
            texts = (
                numbers
                + f'<text class="label small" text-anchor="end" x="{_n(left - 4)}" y="{_n(top + 9)}">{most}</text>'
            )
        else:
            texts = _ticks([low, high, 0, most], left, top)
        return left + wide + 2, top + tall + 18, bars + axis + texts

    rows = []
    for k, count in enumerate(bins):
        start = low + k * step
        said = f"result = {start + 0.5:.0f}" if whole else f"{start:.4g} ≤ result < {start + step:.4g}"
        rows.append((said, str(count)))
    return drawn, rows
