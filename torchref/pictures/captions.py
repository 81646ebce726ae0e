"""What the elements of a picture are and where they came from, in code: ``result[0, 0] = 3 ← x[0, 2]``."""

import itertools
from collections.abc import Iterable
from typing import Any

VALUES = 6
"""Up to how many sources their values are written out."""

Cell = tuple[int, int]
"""Which grid of a picture, and which of its cells in row-major order."""


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
        read = [str(i) for i in index_of(source["shape"], sources[0][1])]
        read[dim] = at(grids[by[0][0]], by[0][1])
        return f"{_indexed(source['name'], read)} = {at(source, sources[0][1])}"
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


def histogram_rows(picture: dict[str, Any]) -> list[tuple[str, str]]:
    """Return for each bin what lies in it, and how much that is."""
    bins, (low, high) = picture["bins"], picture["box"]
    step = (high - low) / len(bins)
    rows = []
    for k, count in enumerate(bins):
        start = low + k * step
        said = f"result = {start + 0.5:.0f}" if picture["whole"] else f"{start:.4g} ≤ result < {start + step:.4g}"
        rows.append((said, str(count)))
    return rows
