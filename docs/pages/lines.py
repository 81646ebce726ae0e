"""An entry in short: its first example in one line, its NumPy body without the frame, and each error it shows."""

import ast
import re

from torchref.content import catalog
from torchref.content.catalog import Block, Entry


def one_line(entry: Entry, operator: str = "") -> tuple[str, str] | None:
    """Return the first example that can be said in one line, as ``(source, output)``; a short one is preferred.

    A name that an earlier line of the docstring assigns is replaced by what was assigned, and the white space of an
    output of several lines is folded. A test runs every one.
    """
    assigned: dict[str, ast.expr] = {}
    found: list[tuple[str, str]] = []
    for example in entry.examples:
        try:
            statement = ast.parse(example.source.strip()).body[0]
        except SyntaxError:
            continue
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            assigned[statement.targets[0].id] = _Inline(assigned).visit(statement.value)
        elif not isinstance(statement, ast.Expr) or not example.want:
            assigned.clear()
        elif not example.message:
            plain = ast.unparse(statement)
            source = ast.unparse(_Inline(assigned).visit(statement))
            identity = re.search(r"data_ptr| is ", source) and source != plain
            if _says(source, entry, operator) and not identity and "<BLANKLINE>" not in example.want:
                found.append((source, re.sub(r"\s+", " ", example.want.strip())))
            if re.search(r"_\(", source):
                assigned.clear()
    for limit in (96, 130):
        for source, output in found:
            if len(source) + len(output) <= limit:
                return source, output
    return None


_BUILTINS = {"float", "int", "bool", "True", "False", "None", "complex", "len", "list", "tuple", "type", "range"}


class _Inline(ast.NodeTransformer):
    def __init__(self, assigned: dict[str, ast.expr]) -> None:
        self.assigned = assigned

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.assigned.get(node.id, node)


def _says(source: str, entry: Entry, operator: str) -> bool:
    """Whether a source is complete and calls the operation in torch, under one of its names or as an operator."""
    nodes = list(ast.walk(ast.parse(source)))
    if not {node.id for node in nodes if isinstance(node, ast.Name)} <= {"torch", "np"} | _BUILTINS:
        return False
    if any(isinstance(node, ast.Attribute) and catalog.may_be(node, entry) for node in nodes):
        return True
    try:
        written = _operator(ast.parse(operator, mode="eval").body)
    except SyntaxError:
        return False
    return written is not None and any(_operator(node) == written for node in nodes)


def _operator(node: ast.AST) -> str | None:
    """The kind of operator of an expression: ``MatMult`` of ``x @ y``, ``Subscript`` of ``x[index]``."""
    if isinstance(node, (ast.BinOp, ast.UnaryOp)):
        return type(node.op).__name__
    if isinstance(node, ast.Compare):
        return type(node.ops[0]).__name__
    return "Subscript" if isinstance(node, ast.Subscript) else None


def body(entry: Entry) -> str:
    """The NumPy body without its ``def`` line; a body of one ``return`` is its expression."""
    function = ast.parse(entry.numpy).body[0]
    assert isinstance(function, ast.FunctionDef)
    lines = entry.numpy.split("\n")
    code = "\n".join(line[4:] for line in lines[function.body[0].lineno - 1 :]).rstrip()
    return code.removeprefix("return ") if len(function.body) == 1 else code


def errors(entry: Entry) -> list[tuple[int, Block, str]]:
    """Return every error an entry shows as ``(anchor, block, message)``: where, and the block with cause and fix.

    The anchor counts the blocks that show an error, from 1 on, as the operation's page does.
    """
    shown: list[tuple[int, Block, str]] = []
    anchor = 0
    for block in entry.blocks:
        anchor += bool(block.message)
        shown += [(anchor, block, message) for message, _ in block.errors]
    return shown
