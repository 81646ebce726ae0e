"""Run the lines of the cheat sheet: ``python -m torchref.pictures.sheet`` writes ``sheet.json``.

The lines are the ``:sheet:`` fields of the entries. All run in the order of the topics, in one namespace that holds
torch's names and the tensors of ``FIXTURES``.
"""

import ast
import contextlib
import io
import json
import sys
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from torchref.content import catalog, observe
from torchref.content.catalog import SHEET, Entry, Line
from torchref.pictures import graph
from torchref.pictures import record as pictures
from torchref.pictures.provenance import tensors

FIXTURES = {
    "x": "torch.arange(6).reshape(2, 3)",
    "f": "torch.arange(6).reshape(2, 3) / 2",
    "v": "torch.tensor([1, 0, 2])",
    "s": "torch.tensor([3, 1, 2])",
    "m": "torch.arange(6).reshape(2, 3) > 2",
    "i": "torch.tensor([[2, 0], [1, 1]])",
    "b": "torch.ones(2, 2, 3)",
}
LONG = 24
"""How long a result may be to be written out; of a longer one the shape is."""


def fixtures(laid_out: Callable[[torch.Tensor], torch.Tensor] = torch.clone) -> dict[str, torch.Tensor]:
    """Return the tensors that the lines use, each as ``laid_out`` lays it out."""
    return {name: laid_out(eval(code, {"torch": torch})) for name, code in FIXTURES.items()}


def spread(tensor: torch.Tensor) -> torch.Tensor:
    """Return a tensor with the same elements, of which none lies beside the next one in memory."""
    room = tensor.new_empty((*reversed(tensor.shape), 2))
    made = room[..., 0].permute(*reversed(range(tensor.dim())))
    return made.copy_(tensor)


def namespace(given: dict[str, torch.Tensor]) -> dict[str, Any]:
    """Return what the lines may name: the tensors, and whatever torch has."""
    return {**vars(torch), **given}


def run(code: str, space: dict[str, Any]) -> Any:
    """Run a line; return the value of its last statement: of an expression, or of what is assigned, else None."""
    *statements, last = ast.parse(code).body
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for statement in statements:
            exec(ast.unparse(statement), space)
        if isinstance(last, ast.Expr):
            return eval(ast.unparse(last), space)
        exec(ast.unparse(last), space)
        if isinstance(last, ast.Assign) and isinstance(last.targets[0], ast.Name):
            return space[last.targets[0].id]
        return None


def written(value: Any) -> str:
    """Return a result as the sheet shows it: ``[[0 3] [1 4]]``, ``(3, 1)``, ``cpu``; the shape of a long tensor."""
    if isinstance(value, torch.Size):
        return "×".join(map(str, value))
    if isinstance(value, (torch.Tensor, np.ndarray, np.generic)):
        text = _nested(value.tolist())
        return text if len(text) <= LONG else written(torch.Size(value.shape))
    if isinstance(value, (list, tuple)) and any(isinstance(one, (torch.Tensor, np.ndarray)) for one in value):
        return " ".join(map(written, value))
    return "" if value is None or not isinstance(value, (str, int, float, list, tuple, torch.device)) else str(value)


def _nested(value: Any) -> str:
    if isinstance(value, list):
        return f"[{' '.join(map(_nested, value))}]"
    if isinstance(value, bool):
        return "T" if value else "F"
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def kind(code: str, space: dict[str, Any]) -> str:
    """Return what a line gives: ``view``, ``new``, ``self``, ``value`` or ``none``."""
    given = [value for name, value in space.items() if name in FIXTURES or name == "w"]
    value = run(code, space)
    made = tensors(value)
    if not made:
        return "none" if value is None else "value"
    if any(one is value for one in given):
        return "self"
    places = {one.untyped_storage().data_ptr() for one in given if isinstance(one, torch.Tensor)}
    if any(one.untyped_storage().data_ptr() in places for one in made):
        return "view"
    return "value" if run(code, space) is value else "new"  # else a tensor that was there already


def outcome(code: str, space: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the result of a line and its kind; ``either`` where the kind rests on the layout of the tensors.

    Args:
        other: the same tensors, laid out with gaps.
    """
    if not isinstance(ast.parse(code).body[-1], ast.Expr):
        value = run(code, space)
        return {"result": written(value), "kind": "new" if tensors(value) else "none"}
    with torch.random.fork_rng():
        value = run(code, space)
        if value is None:
            return {"result": "", "kind": "none"}
        if isinstance(value, torch.Tensor) and not torch.equal(value, run(code, space)):
            return {"result": written(value.shape), "kind": kind(code, space), "random": True}
    kinds = {kind(code, space)}
    with contextlib.suppress(RuntimeError):
        kinds.add(kind(code, other))
    return {"result": written(value), "kind": kinds.pop() if len(kinds) == 1 else "either"}


def picture(entry: Entry, line: Line, facts: dict[str, Any], space: dict[str, Any]) -> dict[str, Any]:
    """Return the picture of a line, as :func:`torchref.pictures.record.picture` returns that of an entry."""
    match ast.parse(line.code).body[0]:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=root, attr="backward"))):
            names = {id(value): name for name, value in space.items()}
            return {"kind": "graph", **(graph.find(run(ast.unparse(root), space), names, {}) or {})}
    code = ast.unparse(_Prefixed().visit(ast.parse(line.code)))
    setup = "\n".join(f">>> {name} = {made}" for name, made in FIXTURES.items())
    alone = replace(entry, docstring=f"Line.\n\n{setup}\n>>> {code}\n")
    with contextlib.redirect_stdout(io.StringIO()):
        found = pictures.best(observe.calls(alone, strict=False), facts)
    match ast.parse(line.code).body[0]:
        case ast.Expr(value=ast.BinOp(left=left, right=right)):
            found["grids"][0]["name"], found["grids"][1]["name"] = ast.unparse(left), ast.unparse(right)
    for grid in found["grids"]:
        grid["values"] = [{"True": "T", "False": "F"}.get(value, value) for value in grid["values"]]
    return found


class _Prefixed(ast.NodeTransformer):
    def visit_Name(self, node: ast.Name) -> ast.expr:
        return node if node.id in FIXTURES else ast.Attribute(ast.Name("torch"), node.id)


def record() -> dict[str, Any]:
    """Return the fixtures, and for each line its result, its kind and its picture, if it has one."""
    facts = catalog.read_observed()["operations"]
    space, other = namespace(fixtures()), namespace(fixtures(spread))
    lines: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), torch.random.fork_rng():
        torch.manual_seed(0)
        for entry in catalog.entries(catalog.read()).values():
            for line in entry.sheet:
                if line.fix:
                    continue
                try:
                    lines[line.code] = outcome(line.code, space, other)
                    if "w" in space:
                        other["w"] = space["w"]
                    if line.drawn:
                        lines[line.code]["picture"] = picture(entry, line, facts[entry.name], space)
                except Exception as error:
                    said = f"{entry.name}: :sheet: {line.code}: {type(error).__name__}: {error}"
                    raise catalog.ContentError(entry.path, entry.line, said) from None
    values = {name: one.tolist() for name, one in fixtures().items()}
    return {"fixtures": values, "lines": lines}


def dump(recorded: dict[str, Any]) -> str:
    """Return what was recorded of a sheet as text: the fixtures, and each line of the sheet in a line."""
    (first, fixtures), (name, lines) = recorded.items()
    rows = ",\n".join(f"  {json.dumps(code)}: {json.dumps(one, ensure_ascii=False)}" for code, one in lines.items())
    return f'{{\n "{first}": {json.dumps(fixtures)},\n "{name}": {{\n{rows}\n }}\n}}\n'


def main(arguments: list[str]) -> int:
    if arguments:
        print(f"python -m torchref.pictures.sheet takes no arguments; found {' '.join(arguments)!r}", file=sys.stderr)
        return 2
    try:
        recorded = record()
    except catalog.ContentError as error:
        print(error, file=sys.stderr)
        return 2
    SHEET.write_text(dump(recorded), encoding="utf-8")
    print(f"{len(recorded['lines'])} lines, {sum('picture' in one for one in recorded['lines'].values())} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
