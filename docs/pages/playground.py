"""The page for trying out views and copies: the programs it starts from, run by torch, and what its script says."""

import ast
import functools
import operator
import re
import warnings
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from docs.files import compact_json
from docs.pages.examples import needs
from torchref.content import again
from torchref.content.catalog import Entry

STATIC = Path(__file__).parents[1] / "sphinx" / "static"

EXAMPLES = {
    "A view becomes a copy": """
x = torch.arange(24).reshape(2, 3, 4)
y = x.permute(2, 0, 1)[1:]
y[0, 1] = 7
z = y.reshape(-1)
x.add_(1)
""",
    "Where view fails": """
x = torch.arange(6).reshape(2, 3)
x.T.reshape(-1)
x.T.view(-1)
""",
    "expand: stride 0": """
x = torch.tensor([[1], [2], [3]])
y = x.expand(3, 4)
x[1] = 7
y.add_(1)
""",
    "Slice or list": """
x = torch.arange(12).reshape(3, 4)
a = x[:, 1]
b = x[:, [1]]
x[0, 1] = 99
""",
    "NCHW to NHWC": """
x = torch.arange(24).reshape(1, 2, 3, 4)
y = x.permute(0, 2, 3, 1)
z = y.contiguous()
w = y + 1
""",
    "Attention heads": """
x = torch.arange(24).reshape(1, 3, 8)
q = x.view(1, 3, 2, 4).transpose(1, 2)
o = q.contiguous()
y = o.transpose(1, 2).contiguous().view(1, 3, 8)
""",
    "flatten: view, copy or itself": """
x = torch.arange(6)
a = x.flatten()
b = x.reshape(2, 3).flatten()
c = x.reshape(2, 3).T.flatten()
""",
    "cat, again and again": """
x = torch.arange(2)
x = torch.cat([x, torch.tensor([2])])
x = torch.cat([x, torch.tensor([3])])
x = torch.cat([x, torch.tensor([4])])
""",
    "keepdim and broadcasting": """
x = torch.arange(6.0).reshape(2, 3)
s = x.sum(1, keepdim=True)
p = x / s
x / x.sum(1)
""",
    "A column plus a row": """
a = torch.arange(3).reshape(3, 1)
b = torch.arange(4)
c = a + b
b += a
""",
}
"""The programs that the page starts from, by their titles."""
TOPICS = (
    "memory",
    "shape",
    "indexing",
    "joining",
    "creation",
    "arithmetic",
    "comparison",
    "reduction",
    "scans",
    "matrices",
)
"""The topics whose operations the page can run; where two explain an error, the first is linked."""
SIGNS = {
    ast.Add: operator.iadd, ast.Sub: operator.isub, ast.Mult: operator.imul, ast.Div: operator.itruediv,
    ast.FloorDiv: operator.ifloordiv, ast.Mod: operator.imod, ast.Pow: operator.ipow,
}  # fmt: skip
"""What changes a tensor in place, by the operator before ``=``."""
COPIES = {"reshape", "flatten", "contiguous", "clone", "repeat", "tile", "flip", "roll", "to", "cat", "stack", "[]"}
"""What puts elements as they are into other memory, where it does not return a view."""


class Tracer(ast.NodeTransformer):
    """Hands every tensor that an expression makes to ``_note``, in the order in which Python makes them.

    With it go the piece of the program that made it, and the name of the operation.
    """

    def __init__(self, line: str) -> None:
        self.line = line

    def noted(self, node: Any) -> Any:
        if isinstance(getattr(node, "ctx", None), ast.Store):
            self.generic_visit(node)
            return node
        start, name = node.col_offset, type(node).__name__
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if isinstance(node.func, ast.Attribute) and not is_torch(node.func.value):
                start = node.func.value.end_col_offset
            node.func = self.inner(node.func)
            node.args = [self.visit(one) for one in node.args]
            node.keywords = [self.visit(one) for one in node.keywords]
        else:
            if isinstance(node, ast.Attribute | ast.Subscript):
                start = node.value.end_col_offset
                name = node.attr if isinstance(node, ast.Attribute) else "[]"
            self.generic_visit(node)
        said = [ast.Constant(self.line[start : node.end_col_offset]), ast.Constant(name)]
        return ast.copy_location(ast.Call(ast.Name("_note", ast.Load()), [node, *said], []), node)

    def inner(self, function: ast.expr) -> ast.expr:
        """The function of a call: what it is a method of is noted, it itself is no tensor."""
        if isinstance(function, ast.Attribute):
            function.value = self.visit(function.value)
        return function

    visit_Call = visit_BinOp = visit_UnaryOp = visit_Compare = visit_Subscript = noted

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        return node if is_torch(node.value) else self.noted(node)


def is_torch(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "torch"


class Torch:
    """Runs a program line by line in torch and notes each step: ``steps``, ``shown`` and ``error``."""

    def __init__(self) -> None:
        import torch

        self.torch = torch
        self.names: dict[str, Any] = {"torch": torch, "_note": self.note}
        self.steps: list[dict[str, Any]] = []
        self.shown: list[str | None] = []
        self.error: dict[str, str] | None = None
        self.alive: list[Any] = []
        self.storages: list[int] = []
        self.tensors: list[int] = []
        self.formatter = torch._tensor_str._Formatter  # type: ignore[attr-defined]

    def note(self, value: Any, piece: str = "", name: str = "", write: bool = False) -> Any:
        if not isinstance(value, self.torch.Tensor):
            return value
        self.alive.append(value)
        storage = value.untyped_storage()
        known = storage._cdata in self.storages
        kind = "view" if known else "copy" if name in COPIES else "new"
        if id(value) in self.tensors:
            kind = "itself"
        if write or name.endswith("_"):
            kind = "write"
        for seen, one in ((self.storages, storage._cdata), (self.tensors, id(value))):
            if one not in seen:
                seen.append(one)
        flat = value.flatten().tolist()
        self.steps.append(
            {
                "piece": piece,
                "name": name,
                "kind": kind,
                "shape": list(value.shape),
                "stride": list(value.stride()),
                "offset": value.storage_offset(),
                "dtype": str(value.dtype).removeprefix("torch."),
                "contiguous": value.is_contiguous(),
                "storage": self.storages.index(storage._cdata),
                "bytes": storage.nbytes(),
                "tensor": self.tensors.index(id(value)),
                "values": flat,
                "shown": " ".join(map(str.strip, map(self.formatter(value).format, flat))),
            }
        )
        return value

    def run(self, line: str) -> bool:
        """Run one line; return whether it raised nothing."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.shown.append(self.execute(line, ast.parse(line).body[0]))
        except Exception as error:
            self.shown.append(None)
            self.error = {"type": type(error).__name__, "message": str(error)}
        return self.error is None

    def evaluate(self, line: str, node: ast.expr) -> Any:
        expression = ast.fix_missing_locations(ast.Expression(Tracer(line).visit(node)))
        return eval(compile(expression, "program", "eval"), self.names)

    def inside(self, value: Any) -> list[Any]:
        """The tensors that a value is, or holds."""
        if isinstance(value, self.torch.Tensor):
            return [value]
        return [found for one in value for found in self.inside(one)] if isinstance(value, tuple | list) else []

    def execute(self, line: str, node: ast.stmt) -> str | None:
        if isinstance(node, ast.Expr):
            value = self.evaluate(line, node.value)
            tensors = self.inside(value)
            for one in tensors:
                if id(one) not in self.tensors:
                    self.note(one)
            return None if tensors else repr(value)
        if isinstance(node, ast.Assign):
            value, target = self.evaluate(line, node.value), node.targets[0]
            if isinstance(target, ast.Subscript):
                of, index = self.evaluate(line, target.value), self.evaluate(line, target.slice)
                of[index] = value
                self.note(of, line, write=True)
            elif isinstance(target, ast.Tuple):
                names = [one.id for one in target.elts if isinstance(one, ast.Name)]
                for name, one in zip(names, unpacked(value, len(names)), strict=True):
                    self.names[name] = self.note(one)
            elif isinstance(target, ast.Name):
                self.names[target.id] = value
                if isinstance(value, self.torch.Tensor):
                    self.steps[-1].setdefault("bound", target.id)
            return None
        assert isinstance(node, ast.AugAssign)
        change, target = SIGNS[type(node.op)], node.target
        if isinstance(target, ast.Name):
            value = change(self.names[target.id], self.evaluate(line, node.value))
            self.names[target.id] = self.note(value, line, write=True)
        elif isinstance(target, ast.Subscript):
            of, index = self.evaluate(line, target.value), self.evaluate(line, target.slice)
            old = self.note(of[index])
            of[index] = change(old, self.evaluate(line, node.value))
            self.note(of, line, write=True)
        return None


def unpacked(value: Any, count: int) -> Any:
    """Raise what Python raises where a tuple does not have as many elements as names wait for them."""
    if len(value) > count:
        raise ValueError(f"too many values to unpack (expected {count})")
    if len(value) < count:
        raise ValueError(f"not enough values to unpack (expected {count}, got {len(value)})")
    return value


def ran() -> list[tuple[list[dict[str, Any]], dict[str, str] | None]]:
    """Return the steps of each program of ``EXAMPLES`` in torch, and the error it ends with."""
    found = []
    for program in EXAMPLES.values():
        made = Torch()
        all(map(made.run, program.strip().split("\n")))
        found.append((made.steps, made.error))
    return found


LANGUAGE = (
    ast.Module, ast.Expr, ast.Assign, ast.AugAssign, ast.Name, ast.Attribute, ast.Call, ast.keyword, ast.Subscript,
    ast.Slice, ast.Tuple, ast.List, ast.Constant, ast.BinOp, ast.UnaryOp, ast.Compare, ast.expr_context, ast.cmpop,
    *SIGNS, ast.MatMult, ast.BitAnd, ast.BitOr, ast.USub, ast.Invert,
)  # fmt: skip
"""What Python the page knows."""


@functools.cache
def known_names() -> dict[str, frozenset[str]]:
    """Return what the engine can run, as its source says: the names in its ``FUNCTIONS``, ``METHODS`` and so on."""
    source = (STATIC / "playground-engine.js").read_text(encoding="utf-8")
    found = {}
    for name in ("FUNCTIONS", "METHODS", "ATTRIBUTES"):
        _, _, rest = source.partition(f"  const {name} = {{\n")
        found[name] = re.findall(r"^    (\w+)(?:: |\()", rest.partition("\n  };\n")[0], re.MULTILINE)
    for dropped in re.findall(r"delete METHODS\.(\w+);", source):
        found["METHODS"].remove(dropped)
    found["AS_FUNCTION"] = re.findall(r'const AS_FUNCTION = "(.+?)"', source)[0].split()
    found["DTYPES"] = re.findall(r"(\w+): ", re.findall(r"const DTYPES = \{(.+?)\}", source)[0])
    return {name: frozenset(names) for name, names in found.items()}


def can_run(code: str) -> bool:
    """Whether the page knows every name and every form of expression in a program."""
    tree, known = ast.parse(code), known_names()
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        if not isinstance(node, LANGUAGE) or (isinstance(node, ast.AugAssign) and type(node.op) not in SIGNS):
            return False
        if isinstance(node, ast.Constant) and not isinstance(node.value, int | float | None | type(...)):
            return False
        if isinstance(node, ast.Name) and node.id not in {*bound, "torch"}:
            return False
        if isinstance(node, ast.Attribute):
            called_here = id(node) in called
            if is_torch(node.value):
                allowed = known["FUNCTIONS"] | known["AS_FUNCTION"] if called_here else known["DTYPES"]
            else:
                allowed = known["METHODS"] if called_here else known["ATTRIBUTES"]
            if node.attr not in allowed:
                return False
    return True


def apart(code: str) -> list[str]:
    """Return the parts of a statement that are separated by commas, or assigned to names separated by commas, alone."""
    statement = ast.parse(code).body[0]
    values = statement.value if isinstance(statement, ast.Expr | ast.Assign) else None
    if not isinstance(values, ast.Tuple):
        return [code]
    parts = [ast.get_source_segment(code, one) or "" for one in values.elts]
    if isinstance(statement, ast.Expr):
        return parts
    target = statement.targets[0]
    names = [one.id for one in target.elts if isinstance(one, ast.Name)] if isinstance(target, ast.Tuple) else []
    used = {node.id for node in ast.walk(values) if isinstance(node, ast.Name)}
    if len(names) != len(parts) or used & {*names}:
        return [code]
    return [f"{name} = {part}" for name, part in zip(names, parts, strict=True)]


def statements(entry: Entry, picture: dict[str, Any]) -> list[str]:
    """Return the program of the example in a picture, one statement after the other; nothing if it cannot be run.

    Where the example does more with its result than the page knows, the call in the picture alone ends the program.
    """
    needed, code = needs(entry.examples, picture["example"])
    for ending in (code, picture.get("call", "")):
        if ending and can_run("\n".join([*needed, ending])):
            return [part for one in [*needed, ending] for part in apart(one)]
    return []


def address(program: list[str]) -> str:
    """Where the page opens with a program."""
    return f"playground.html#c={quote(chr(10).join(program))}"


def asset(name: str) -> str:
    """The address of a file that this page alone loads; it changes with the file."""
    return f"_static/{name}?v={zlib.crc32((STATIC / name).read_bytes()):x}"


def examples(gettext: Callable[[str], str]) -> list[tuple[str, str]]:
    """Return ``(title, program)`` of the programs that the page starts from."""
    return [(gettext(title), program.strip()) for title, program in EXAMPLES.items()]


def columns(gettext: Callable[[str], str]) -> list[str]:
    _ = gettext
    return [_("Step"), _("Shape"), _("Stride"), _("Offset"), _("Contiguous"), _("Storage"), _("Result")]


def tables(
    version: str, gettext: Callable[[str], str]
) -> list[tuple[str, str, list[list[str]], dict[str, str] | None]]:
    """Return the programs that the page starts from, with their steps as torch runs them in rows of the table.

    Each is ``(title, program, rows, the error it ends with)``.
    """
    said: Any = words(gettext)
    made = again.made("playground", (EXAMPLES, version), ran)
    return [
        (
            *example,
            [
                [
                    f"{step['piece']} → {step['bound']}" if "bound" in step else step["piece"],
                    str(tuple(step["shape"])),
                    str(tuple(step["stride"])),
                    str(step["offset"]),
                    said["yes" if step["contiguous"] else "no"],
                    f"{letter(step['storage'])} · {said['bytes'].format(count=step['bytes'])}",
                    said["kinds"][step["kind"]],
                ]
                for step in steps
            ],
            error,
        )
        for example, (steps, error) in zip(examples(gettext), made, strict=True)
    ]


def data(site: Any, errors: Callable[[Any], Any]) -> str:
    """Return what the script says, and where the errors are explained that it may raise, as JSON for a page.

    Args:
        site: the content with the files of its pages.
        errors: what returns the errors that an entry shows, each ``(anchor, block, message)``.
    """
    shown = [
        (message, f"{site.files[name]}.html#error-{anchor}")
        for name, entry in site.known.items()
        if entry.topic in TOPICS
        for anchor, _, message in errors(entry)
    ]
    return compact_json({"said": words(site.gettext), "errors": known_errors(shown)}).replace("</", "<\\/")


def letter(number: int) -> str:
    """How a storage is called."""
    return chr(ord("A") + number)


def normal(message: str) -> str:
    """A message without its numbers: what it has in common with others of its kind."""
    return re.sub(r"\[(#, )*#\]", "[#]", re.sub(r"-?\d+(\.\d+)?", "#", message))


def known_errors(errors: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return messages without their numbers -> where they are explained, from pairs of both with the numbers."""
    found: dict[str, str] = {}
    for message, address in errors:
        found.setdefault(normal(message), address)
    return found


def words(gettext: Callable[[str], str]) -> dict[str, dict[str, str] | str]:
    """Return what the script of the page says, by the keys it asks for."""
    _ = gettext
    return {
        "kinds": {
            "new": _("new tensor"),
            "view": _("view"),
            "copy": _("copy"),
            "itself": _("itself"),
            "write": _("in place"),
        },
        "why": {
            "start": _("New memory, filled in row-major order."),
            "fits": _("The same memory: strides can express the new shape."),
            "merge": _(
                "Dimensions {one} and {other} cannot be merged: stride {stride} ≠ {need}. So the elements are copied."
            ),
            "permuted": _("The same memory, with the strides in another order."),
            "index": _("The same memory: the index changes offset, shape and strides."),
            "size_one": _("The same memory: a size-1 dimension does not change the other strides."),
            "expanded": _("The same memory: stride 0 repeats elements without copying them."),
            "one_dim": _("There is nothing to flatten, so the tensor itself is returned."),
            "already": _("The tensor is already contiguous, so the tensor itself is returned."),
            "same_dtype": _("The tensor already has this dtype, so the tensor itself is returned."),
            "order": _("The tensor is not contiguous, so its elements are copied in row-major order."),
            "clone": _("A clone has its own memory."),
            "cast": _("The elements are converted to the new dtype, in new memory."),
            "picked": _("A list, mask or index tensor can pick elements in any order, so they are copied."),
            "rearranged": _("The elements are copied in their new order."),
            "joined": _("The elements of all tensors are copied into one new storage."),
            "pieces": _("The same memory: each piece starts at its own offset."),
            "diagonal": _("The same memory: the stride along the diagonal is the sum of the two strides."),
            "windows": _("The same memory: no element is copied, even where windows overlap."),
            "computed": _("The computed values are in new memory."),
            "layout": _("The computed values are in new memory; their strides keep the order of the input's strides."),
            "broadcast": _("The shapes are broadcast, and the computed values are in new memory."),
            "reduced": _("The reduced values are in new memory."),
            "written": _("Elements written in storage {storage}: {count}. The change shows in {names}."),
            "unclear": _("The result depends on the order in which elements are written, which torch does not define."),
        },
        "own": {
            "character": _("This page does not support the character “{detail}”."),
            "unfinished": _("The line is not complete."),
            "syntax": _("“{detail}” is not expected here."),
            "keyword": _("“{detail}” is Python, but this page does not support it."),
            "target": _("Assign to a name or to an index, such as x[0]."),
            "chained": _("Compare two at a time: (0 < x) & (x < 2)."),
            "no_name": _("No line above defines “{detail}”."),
            "say_torch": _("Write torch.{detail}."),
            "unknown": _("This page cannot run “{detail}” yet."),
            "call_it": _("“{detail}” is a method: add parentheses."),
            "arguments": _("This page does not support these arguments of “{detail}”."),
            "nested_index": _(
                "torch warns that a list of lists will mean another index in the future: "
                "write x[torch.tensor([[0, 1]])] or x[[0], [1]]."
            ),
            "too_big": _("This page computes up to 65,536 elements per tensor."),
            "too_many": _("This page computes up to 300 steps."),
        },
        "look_up": _("Search for “{detail}”"),
        "explained": _("Cause and fix"),
        "copied": _("Copied"),
        "step": _("this step"),
        "yes": _("yes"),
        "no": _("no"),
        "bytes": _("{count} bytes"),
        "storage": _("Storage {storage}"),
        "before": _("Storage {storage}, which the step reads"),
        "elements": _("Elements of {name}; the arrow keys move between them"),
        "many": _("Only tensors of up to 64 elements are drawn; this one has {count}."),
        "none": _("The tensor has no elements."),
        "cell": _("{cell} = {value} is at position {sum} = {place} of storage {storage}."),
        "earlier": _("The same element in earlier steps"),
        "came": _("It was copied from position {place} of storage {storage}."),
        "position": _("Position"),
        "value": _("Value"),
    }
