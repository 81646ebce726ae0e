"""The graph that a backward pass goes through: read from ``grad_fn``, drawn from the result down to the leaves."""

from typing import Any

from torchref.pictures.captions import written
from torchref.pictures.grids import WIDTH, Drawn, px

HIGH = 28
LEVEL = 50
LETTER = 7.9
MOST = 8
"""How many levels a graph may have to be drawn."""


def find(tensor: Any, names: dict[int, str], gradients: dict[int, str]) -> dict[str, Any] | None:
    """Return the graph of a tensor as plain data: ``nodes`` by level, and ``edges``; nothing if it has none.

    Args:
        names: the variables that hold tensors, by id.
        gradients: how the gradients of tensors are written, by the id of the tensor.
    """
    if tensor.grad_fn is None:
        return None
    nodes: list[dict[str, Any]] = [{"name": names.get(id(tensor), "result"), "shape": list(tensor.shape), "level": 0}]
    numbers: dict[Any, int] = {}
    edges: list[list[int]] = []

    def walk(node: Any, above: int) -> None:
        known = numbers.get(node)
        if known is None:
            known = numbers[node] = len(nodes)
            variable = getattr(node, "variable", None)
            nodes.append({"name": type(node).__name__, "level": 0})
            if variable is not None:
                name = names.get(id(variable), "x")
                gradient = gradients.get(id(variable), f"{name}.grad")
                nodes[known] |= {"name": name, "shape": list(variable.shape), "gradient": gradient}
        if [above, known] not in edges:
            edges.append([above, known])
        nodes[known]["level"] = max(nodes[known]["level"], nodes[above]["level"] + 1)
        for below, _ in node.next_functions:
            if below is not None:
                walk(below, known)

    walk(tensor.grad_fn, 0)
    return {"nodes": nodes, "edges": edges}


def rows(picture: dict[str, Any]) -> list[tuple[str, str]]:
    """Return for each leaf its gradient and the way that it comes: ``("x.grad", "PowBackward0 ← y")``."""
    nodes = picture["nodes"]
    found = []
    for leaf in leaves(picture):
        ways = [[nodes[k]["name"] for k in way[1:]] for way in _ways(picture, leaf)]
        found.append((nodes[leaf]["gradient"], ", ".join(" ← ".join(way) for way in ways)))
    return found


def leaves(picture: dict[str, Any]) -> list[int]:
    return [k for k, node in enumerate(picture["nodes"]) if k and "shape" in node]


def _ways(picture: dict[str, Any], node: int) -> list[list[int]]:
    """Every way from a node up to the result."""
    if node == 0:
        return [[0]]
    return [[node, *way] for above, below in picture["edges"] if below == node for way in _ways(picture, above)]


def graph(picture: dict[str, Any], lit: int) -> Drawn:
    """Draw the nodes level by level; the arrows go the way of the gradient."""
    nodes = picture["nodes"]
    levels: dict[int, list[int]] = {}
    for k, node in enumerate(nodes):
        levels.setdefault(node["level"], []).append(k)
    titles = [f"{one['name']} {written(one['shape'])}" if "shape" in one else one["name"] for one in nodes]
    wide = [len(title) * LETTER * 12 / 13 + 16 for title in titles]
    total = [sum(wide[k] for k in level) + 16 * (len(level) - 1) for level in levels.values()]
    width = max(total)
    middle: dict[int, float] = {}
    for level, members in levels.items():
        x = (width - total[level]) / 2
        for k in members:
            middle[k] = x + wide[k] / 2
            x += wide[k] + 16
    through: dict[int, list[str]] = {}
    for number, leaf in enumerate(leaves(picture)):
        for k in {k for way in _ways(picture, leaf) for k in way}:
            through.setdefault(k, []).append(str(number))

    def mark(*ends: int) -> str:
        both = [number for number in through[ends[0]] if all(number in through[k] for k in ends)]
        return f'{" hot" if str(lit) in both else ""}" data-to="{" ".join(both)}"'

    drawn = ""
    for above, below in picture["edges"]:
        y, end = nodes[above]["level"] * LEVEL + HIGH + 1, nodes[below]["level"] * LEVEL + 1
        half = (y + end) / 2
        curve = f"C{px(middle[above])} {px(half)} {px(middle[below])} {px(half)} {px(middle[below])} {px(end)}"
        drawn += (
            f'<path class="arrow faint{mark(above, below)} d="M{px(middle[above])} {px(y)}{curve}m-4 -6l4 6l4 -6"/>'
        )
    for k, (node, title) in enumerate(zip(nodes, titles, strict=True)):
        role = "result" if k == 0 else "input" if "shape" in node else "storage"
        y = node["level"] * LEVEL + 1
        drawn += (
            f'<g class="grid {role}"><g class="cell{mark(k)}>'
            f'<rect rx="{4 if role == "storage" else 0}" x="{px(middle[k] - wide[k] / 2)}" y="{px(y)}" '
            f'width="{px(wide[k])}" height="{HIGH}"/>'
            f'<text class="title" x="{px(middle[k])}" y="{px(y + HIGH / 2 + 4)}">{title}</text></g></g>'
        )
    return width + 2, len(levels) * LEVEL - LEVEL + HIGH + 4, drawn


def chain(picture: dict[str, Any]) -> Drawn:
    """Draw a graph that does not branch as one row, from the result to the gradient of the leaf."""
    drawn, x = "", 1.0
    for node in picture["nodes"]:
        title = node.get("gradient", node["name"])
        wide = len(title) * LETTER + 6
        if x > 1:
            drawn += f'<path class="arrow faint" d="M{px(x - 12)} 15h11m-4 -4l4 4l-4 4"/>'
        role = "result" if x == 1 else "input" if "shape" in node else "storage"
        drawn += (
            f'<g class="grid {role}"><g class="cell"><rect rx="{4 if role == "storage" else 0}" x="{px(x)}" y="1" '
            f'width="{px(wide)}" height="{HIGH}"/>'
            f'<text class="title" x="{px(x + wide / 2)}" y="{px(HIGH / 2 + 5)}">{title}</text></g></g>'
        )
        x += wide + 12
    return x - 11, HIGH + 2, drawn


def fits(picture: dict[str, Any]) -> bool:
    """Whether a graph is small enough to be drawn, and has leaves."""
    levels = 1 + max(node["level"] for node in picture["nodes"])
    return bool(leaves(picture)) and levels <= MOST and graph(picture, 0)[0] <= WIDTH
