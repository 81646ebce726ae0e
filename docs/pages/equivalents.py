"""An operation beside its NumPy equivalent, a call each, for the table NumPy ↔ PyTorch."""

import ast
import re
from typing import Any

import numpy as np

from docs.pages.lines import body
from torchref.content.catalog import Entry

WRAPPERS = {"np.array", "np.asarray", "np.squeeze"}
"""What a body returns its result through: the function of interest stands inside."""


def idiom(entry: Entry) -> str:
    """Return what a NumPy user writes in one line: the body, or what it returns if made of parameters alone."""
    if "\n" not in body(entry):
        return body(entry)
    function = _function(entry)
    returned = _returned(function)
    if len(returned) != 1:
        return ""
    known = {parameter.arg for parameter in _parameters(function)} | {"np", "tuple", "len", "range", "int"}
    names = {node.id for node in ast.walk(returned[0]) if isinstance(node, ast.Name)}
    plain = names <= known and not isinstance(returned[0], (ast.Name, ast.Constant))
    return ast.unparse(returned[0]) if plain and not names & _assigned(function).keys() else ""


def outline(entry: Entry) -> str:
    """Return the call of :func:`name` in a longer body, on the parameters; ``...`` stands for what it works out itself.

    A local variable that is a parameter unless that has some value counts as the parameter.
    """
    function, wanted = _function(entry), name(entry)
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and ast.unparse(node.func) == wanted]
    if not wanted.startswith("np.") or not calls:
        return ""
    made = max(calls, key=lambda node: (len(node.args) + len(node.keywords), -node.lineno))
    known, assigned = {one.arg for one in _parameters(function)}, _assigned(function)

    def said(value: ast.expr) -> ast.expr:
        starred = isinstance(value, ast.Starred)
        plain = value.value if isinstance(value, ast.Starred) else value
        if isinstance(plain, ast.Name) and plain.id in assigned:
            match assigned[plain.id]:
                case ast.IfExp(body=one, orelse=other):
                    choices = [one, other]
                case ast.BoolOp(values=choices):
                    pass
                case _:
                    choices = []
            plain = next((one for one in choices if isinstance(one, ast.Name) and one.id in known), ast.Constant(...))
        if isinstance(plain, ast.Constant):
            return plain
        if not (isinstance(plain, ast.Name) and plain.id in known):
            return ast.Constant(...)
        return ast.Starred(plain) if starred else plain

    given = [said(value) for value in made.args]
    named = [ast.keyword(one.arg, said(one.value)) for one in made.keywords if one.arg]
    named = [one for one in named if not (isinstance(one.value, ast.Constant) and one.value.value is ...)]
    return ast.unparse(ast.Call(made.func, given, named)) if given and isinstance(given[0], ast.Name) else ""


def name(entry: Entry) -> str:
    """Return NumPy's name for what a body returns: ``np.concatenate``, ``ndarray.astype``; "" if it is no one call."""
    function = _function(entry)
    own = f"np.{entry.name}"
    if any(isinstance(node, ast.Call) and ast.unparse(node.func) == own for node in ast.walk(function)):
        return own
    heads = [_head(value, function) for value in _returned(function)]
    return next((head for head in heads if head.startswith("np.")), next(filter(None, heads), ""))


def called(code: str) -> str:
    """Return what a line in NumPy calls, without ``np.``: ``concatenate``, of an array ``astype``; or ""."""
    value = ast.parse(code).body[0]
    node = value.value if isinstance(value, ast.Expr) else None
    while isinstance(node, (ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    if not isinstance(node, ast.Attribute):
        return ""
    name = ast.unparse(node)
    return name.removeprefix("np.") if name.startswith("np.") else node.attr


def plain_call(entry: Entry) -> str:
    """Return the function, without ``np.``, of which a body is one call on its parameters alone; or ""."""
    line = idiom(entry)
    node = ast.parse(line).body[0] if line else None
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute() as function, args=given, keywords=named)):
            values = [one.value if isinstance(one, ast.Starred) else one for one in given]
            plain = all(isinstance(one, ast.Name) for one in [*values, *(one.value for one in named)])
            return called(line) if plain and re.fullmatch(r"np(\.\w+)+", ast.unparse(function)) else ""
    return ""


def call(entry: Entry, observation: dict[str, Any]) -> str:
    """Return torch's call: what it needs, and of its options those that the line in NumPy names.

    The tensors are called as in the NumPy body: ``torch.add(x, y)``.
    """
    title: str = observation["title"]
    signatures = observation.get("signatures") or [{}]
    line = "" if entry.no_numpy else idiom(entry) or outline(entry)
    named = {node.id for node in ast.walk(ast.parse(line)) if isinstance(node, ast.Name)} if line else set()
    own = [one.arg for one in _parameters(_function(entry))]
    called = dict(zip(("input", "other"), own, strict=False)) if own[:1] == ["x"] else {}
    if title.startswith("Tensor."):
        title = title.replace("Tensor.", "x.")
    if "parameters" not in signatures[0]:
        return title
    written: list[str] = []
    skipped = False
    for parameter, kind, _type, *default in signatures[0]["parameters"]:
        shown = called.get(parameter, parameter)
        if kind == "**":
            continue
        if default and shown not in named:
            skipped = True
        elif kind == "keyword" or (default and skipped):
            written.append(f"{parameter}={shown}")
        else:
            written.append(f"{kind}{shown}" if kind.startswith("*") else shown)
    return f"{title}({', '.join(written)})"


def _function(entry: Entry) -> ast.FunctionDef:
    function = ast.parse(entry.numpy).body[0]
    assert isinstance(function, ast.FunctionDef)
    return function


def _parameters(function: ast.FunctionDef) -> list[ast.arg]:
    found = function.args
    rest = [one for one in (found.vararg, found.kwarg) if one]
    return [*found.posonlyargs, *found.args, *found.kwonlyargs, *rest]


def _returned(function: ast.FunctionDef) -> list[ast.expr]:
    """What a body returns; of one that returns nothing, its one expression."""
    found = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
    return sorted(found, key=lambda value: value.lineno) or [
        node.value for node in function.body if isinstance(node, ast.Expr)
    ]


def _assigned(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """Each name that a body assigns -> what, the last time."""
    found: dict[str, ast.expr] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                found |= {one.id: node.value for one in ast.walk(target) if isinstance(one, ast.Name)}
    return found


def _head(value: ast.expr, function: ast.FunctionDef) -> str:
    """The call that makes a value: the NumPy function that a chain of methods begins with, or a parameter's method."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        dotted = ast.unparse(value.func)
        if dotted.startswith("np.") and "(" not in dotted:
            inner = _head(value.args[0], function) if dotted in WRAPPERS and value.args else ""
            return inner if inner.startswith("np.") else dotted
        inner = _head(value.func.value, function)
        return inner if inner.startswith("np.") else _method(value.func, function)
    if isinstance(value, ast.Call) and value.args:
        return _head(value.args[0], function)
    if isinstance(value, ast.GeneratorExp):
        return _head(value.elt, function)
    if isinstance(value, ast.Tuple) and value.elts:
        return _head(value.elts[0], function)
    if isinstance(value, ast.IfExp):
        heads = [_head(one, function) for one in (value.body, value.orelse)]
        return next((head for head in heads if head.startswith("np.")), next(filter(None, heads), ""))
    if isinstance(value, ast.Attribute):
        return _method(value, function)
    if isinstance(value, ast.Name):
        made = _assigned(function).get(value.id)
        head = _head(made, function) if made and not isinstance(made, (ast.Name, ast.IfExp)) else ""
        return head if head.startswith("np.") else ""
    return ""


def _method(value: ast.Attribute, function: ast.FunctionDef) -> str:
    own = isinstance(value.value, ast.Name) and value.value.id in {one.arg for one in _parameters(function)}
    return f"ndarray.{value.attr}" if own and hasattr(np.ndarray, value.attr) else ""
