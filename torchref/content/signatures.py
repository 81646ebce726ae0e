"""The signatures of an operation as torch has them: nothing here is typed by hand.

Types, results and defaults come from the type stubs that torch ships, from Python where a function is written in it,
from the operator's schema where neither says. What torch's own parser of arguments says when it refuses a call goes
before the stubs: it lists the overloads that there are, and how many arguments may be positional.

A signature is a ``dict``: ``name`` as it is written (``torch.topk``, ``Tensor.view``); ``parameters``, each
``[name, kind, type]`` or ``[name, kind, type, default]``, where a kind is one of :data:`KINDS`, a type is in words and
a default is Python (an attribute has no ``parameters``); ``returns``, a type or the names of a named tuple.
"""

import ast
import contextlib
import copy
import functools
import inspect
import itertools
import keyword
import operator
import re
import types
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch._jit_internal import boolean_dispatched

Signature = dict[str, Any]

KINDS = {
    "positional": inspect.Parameter.POSITIONAL_ONLY,
    "either": inspect.Parameter.POSITIONAL_OR_KEYWORD,
    "*": inspect.Parameter.VAR_POSITIONAL,
    "keyword": inspect.Parameter.KEYWORD_ONLY,
    "**": inspect.Parameter.VAR_KEYWORD,
}
"""How an argument may be passed -> Python's word for it; ``*`` and ``**`` take any number."""

METHODS = {"torch.Tensor.": "Tensor.", "torch.nn.Module.": "Module.", "torch.optim.Optimizer.": "Optimizer."}
"""How the names of methods start -> how they are written: their ``self`` is no parameter."""

WORDS = {
    "_int": "int", "SymInt": "int", "SupportsIndex": "int", "_float": "float", "_bool": "bool", "_complex": "number",
    "Number": "number", "_dtype": "dtype", "_size": "tuple of ints", "Size": "tuple of ints", "_layout": "layout",
    "_device": "device", "DeviceLikeType": "device", "Device": "device", "Callable": "function", "Any": "object",
    "ScalarType": "dtype", "PathLike": "path", "IO": "file", "Scalar": "number", "PySymType": "number",
    "_collate_fn_t": "function", "_worker_init_fn_t": "function",
}  # fmt: skip
"""A name in an annotation -> the word for it; other names stand for themselves, without their module."""

SEQUENCES = {"Sequence", "list", "List", "tuple", "Tuple", "Iterable"}


def find(names: list[str], title: str, calls: Iterable[Any]) -> list[Signature]:
    """Return the signatures of an operation: the function's first, the method's where the function lacks them.

    Args:
        names: the operation's official names, ``torch.topk`` and ``torch.Tensor.topk``; aliases come after the names
            that the title's last part bears, and are looked at only where those are attributes.
        title: the name of its page; if it names an attribute, the attribute comes first.
        calls: the calls of the page's examples (see ``observe.calls``): the overload that most of them use goes first,
            and none says of its result what one of them contradicts.

    A method or in-place form is left out where it takes what the function takes, ``input`` and ``out`` aside. Overloads
    that differ only in the types that they take are one, and so are those of which one lacks parameters that the other
    can do without. Empty where torch says nothing.
    """
    own = title.rpartition(".")[2]
    named = [name for name in names if name.rpartition(".")[2] in (own, f"{own}_")]
    if all(_is_attribute(_look_up(name)) for name in named):
        named = [name for name in names if not name.rpartition(".")[2].startswith("__")]
    named.sort(key=lambda name: written(name) != title)
    found: list[Signature] = []
    calls = [call for call in calls if not getattr(call.func, "__name__", "").startswith("__")]
    for name in named:
        shown = [_bare(one) for one in found]
        overloads = [_as_seen(one, calls) for one in of(name) if _bare(one) not in shown]
        found += sorted(overloads, key=lambda one: -sum(fits(one, call.args, call.kwargs) for call in calls))
    return found


def _as_seen(signature: Signature, calls: list[Any]) -> Signature:
    """The signature without what it says of its result, if a call returned something else (``Tensor.tolist``: 5)."""
    returns = signature["returns"]
    for call in calls:
        if fits(signature, call.args, call.kwargs) and not isinstance(returns, list):
            word = "tuple of Tensors" if returns == "(Tensor, ...)" else returns
            if not _is_a(word, call.result) or (word == "list" and not isinstance(call.result, list)):
                return signature | {"returns": ""}
    return signature


def of(name: str) -> list[Signature]:
    """Return every overload of one official name, those that are one merged; empty where torch says nothing."""
    value = _look_up(name)
    if _is_attribute(value):
        overloads = [{"returns": returns} for returns in _stubs().get(name, [])]
    else:
        overloads = _python(name, value) or _corrected(name, value)
    merged: list[Signature] = []
    for one in overloads:
        one = {"name": written(name), **one}
        merged = [_merge(one, other) if _absorbs(one, other) else other for other in merged]
        merged = [other for other in merged if other is not one]
        absorbing = next((n for n, other in enumerate(merged) if _absorbs(other, one)), None)
        if absorbing is None:
            merged.append(one)
        else:
            merged[absorbing] = _merge(merged[absorbing], one)
    return [one for n, one in enumerate(merged) if one not in merged[:n]]


def written(name: str) -> str:
    """Return an official name as a page writes it: ``Tensor.view`` for ``torch.Tensor.view``."""
    start = next((start for start in METHODS if name.startswith(start)), None)
    return name if start is None else METHODS[start] + name.removeprefix(start)


def is_method(signature: Signature) -> bool:
    """Return whether a call of it has one argument before its parameters, the object."""
    return signature["name"].startswith(tuple(METHODS.values()))


def bindable(signature: Signature) -> inspect.Signature:
    """Return a signature as Python's own, to bind calls to; a parameter called ``from`` is ``from_`` there."""
    return inspect.Signature(
        [
            inspect.Parameter(
                f"{name}_" if keyword.iskeyword(name) else name,
                KINDS[kind],
                default=default[0] if default else inspect.Parameter.empty,
            )
            for name, kind, _, *default in signature["parameters"]
        ]
    )


def bind(signature: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]) -> inspect.BoundArguments | None:
    """Return the arguments of a call by parameter (those of a method begin with its object), or ``None``."""
    if "parameters" not in signature:
        return None
    renamed = {f"{name}_" if keyword.iskeyword(name) else name: value for name, value in kwargs.items()}
    try:
        return bindable(signature).bind(*args[is_method(signature) :], **renamed)
    except TypeError:
        return None


def fits(signature: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Return whether a signature takes a call: it binds, and every argument is of a type that it names."""
    bound = bind(signature, args, kwargs)
    if bound is None:
        return False
    given = {**bound.arguments}
    for name, kind, words, *default in signature["parameters"]:
        name = f"{name}_" if keyword.iskeyword(name) else name
        if name not in given or kind == "**" or (given[name] is None and default == ["None"]):
            continue
        values = given[name] if kind == "*" else [given[name]]
        if words and not all(any(_is_a(word, value) for word in words.split(" or ")) for value in values):
            return False
    return True


_TYPES: dict[str, Any] = {
    "Tensor": torch.Tensor, "int": int, "float": (int, float), "bool": bool, "str": str, "None": type(None),
    "number": (int, float, complex), "dtype": (torch.dtype, type), "layout": torch.layout,
    "device": (torch.device, str, int), "Generator": torch.Generator, "memory_format": torch.memory_format,
    "Storage": torch.UntypedStorage,
}  # fmt: skip


def _is_a(word: str, value: Any) -> bool:
    """Whether a value is of a type in words; what the words leave open is."""
    if word in ("True", "False"):
        return value is (word == "True")
    sequence = re.fullmatch(r"tuple of (\w+)s", word)
    if sequence:
        return isinstance(value, (tuple, list)) and all(_is_a(sequence[1], item) for item in value)
    return word not in _TYPES or (isinstance(value, _TYPES[word]) and not (word == "int" and isinstance(value, bool)))


def _look_up(name: str) -> Any:
    return operator.attrgetter(name.removeprefix("torch."))(torch)


def _is_attribute(value: Any) -> bool:
    return isinstance(value, (types.GetSetDescriptorType, property))


@functools.cache
def _stubs() -> dict[str, list[Any]]:
    """Official name -> its overloads (a type, for an attribute), from the stubs of torch's C++."""
    folder = Path(torch.__file__).parent / "_C"
    functions = ast.parse((folder / "_VariableFunctions.pyi").read_text(encoding="utf-8")).body
    classes = ast.parse((folder / "__init__.pyi").read_text(encoding="utf-8")).body
    bodies = {node.name: node.body for node in classes if isinstance(node, ast.ClassDef)}
    found: dict[str, list[Any]] = {}
    for space, body in (("torch.", functions), ("torch.Tensor.", bodies["TensorBase"])):
        for part in body:
            if isinstance(part, ast.FunctionDef):
                found.setdefault(space + part.name, []).append(_overload(part, own=body is not functions))
            elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                found.setdefault(space + part.target.id, []).append(_returns(part.annotation))
    for name in ("Generator", "device"):
        for part in bodies[name]:
            if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                found.setdefault(f"torch.{name}", []).append(_overload(part, own=True))
    return found


def _overload(node: ast.FunctionDef, own: bool) -> Signature:
    """One overload of a stub; ``own``: its first parameter is the object of a method."""
    arguments = node.args
    spread = [None] * (len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults))
    positional = [*arguments.posonlyargs, *arguments.args]
    kinds = ["positional"] * len(arguments.posonlyargs) + ["either"] * len(arguments.args)
    rows = [
        *zip(positional, kinds, [*spread, *arguments.defaults], strict=True),
        *([(arguments.vararg, "*", None)] if arguments.vararg else []),
        *zip(arguments.kwonlyargs, ["keyword"] * len(arguments.kwonlyargs), arguments.kw_defaults, strict=True),
        *([(arguments.kwarg, "**", None)] if arguments.kwarg else []),
    ]
    parameters = [_parameter(arg.arg, kind, arg.annotation, default) for arg, kind, default in rows[own:]]
    return {"parameters": parameters, "returns": _returns(node.returns)}


def _parameter(name: str, kind: str, annotation: ast.expr | None, default: ast.expr | None) -> list[str]:
    stripped = name.removesuffix("_")
    name = stripped if keyword.iskeyword(stripped) else name
    words = list(dict.fromkeys(_words(annotation))) if annotation else []
    if default is None:
        return [name, kind, " or ".join(words)]
    shown = "torch.strided" if ast.unparse(default) == "strided" else ast.unparse(default)
    if shown == "None" and words != ["None"]:
        words = [word for word in words if word != "None"]
    return [name, kind, " or ".join(words), shown]


def _words(annotation: ast.expr) -> Iterator[str]:
    """The types that an annotation allows, each as a reader should see it."""
    match annotation:
        case ast.Constant(value=str() as text):
            yield from _words(ast.parse(text, mode="eval").body)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from [*_words(left), *_words(right)]
        case ast.Subscript(value=value, slice=inner):
            outer = ast.unparse(value).rpartition(".")[2]
            inside = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if outer in ("Optional", "Union"):
                yield from [word for one in inside for word in _words(one)]
                yield from ["None"] if outer == "Optional" else []
            elif outer == "Literal":
                yield from [ast.unparse(one) for one in inside]
            elif outer in SEQUENCES:
                items = dict.fromkeys(w for one in inside if ast.unparse(one) != "..." for w in _words(one))
                yield from [f"tuple of {word}s" for word in items if not word.startswith("tuple") and word != "None"]
            elif outer == "ForwardRef":
                yield from _words(inside[0])
            else:
                yield WORDS.get(outer, outer)
        case ast.Call(args=[inner]):
            yield from _words(inner)
        case ast.Constant(value=None):
            yield "None"
        case _:
            name = ast.unparse(annotation).rpartition(".")[2]
            yield WORDS.get(name, name)


def _returns(annotation: ast.expr | None) -> Any:
    """What a function returns: a type, as Python writes a value of it, or the names of a named tuple's parts."""
    if annotation is None:
        return ""
    text = ast.unparse(annotation)
    if text.startswith("torch.return_types."):
        return list(getattr(torch.return_types, text.rpartition(".")[2]).__match_args__)
    match annotation:
        case ast.Constant(value=str() as quoted):
            return _returns(ast.parse(quoted, mode="eval").body)
        case ast.Constant(value=None) | ast.Name(id="Any" | "Self"):
            return ""
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return " | ".join(dict.fromkeys([_returns(left), _returns(right) or "None"]))
        case ast.Subscript(value=value, slice=ast.Tuple(elts=parts)) if ast.unparse(value) in ("tuple", "Tuple"):
            return f"({', '.join('...' if ast.unparse(part) == '...' else _returns(part) for part in parts)})"
        case ast.Subscript(value=value, slice=inner):
            outer = ast.unparse(value).rpartition(".")[2]
            return f"({_returns(inner)}, ...)" if outer in SEQUENCES else outer
    name = text.rpartition(".")[2]
    return {"_size": "Size", "Size": "Size"}.get(name) or WORDS.get(name, name)


def _corrected(name: str, value: Any) -> list[Signature]:
    """The overloads of a function written in C++, their types and defaults tried out by calling it."""
    overloads = [{"name": written(name), **one} for one in _overloads(name, value)]
    return [
        one | {"parameters": [made for row in one["parameters"] for made in _as_taken(value, one, row, overloads)]}
        for one in overloads
    ]


def _overloads(name: str, value: Any) -> list[Signature]:
    """The overloads of a function written in C++: the stub's or the schema's, as far as torch's parser agrees.

    A refusal that lists overloads has the last word. One that counts arguments is of a single signature: the stub's
    last of each result, since those before it are written by hand, and what is beyond the count goes by keyword.
    """
    said = _stubs().get(name, []) or _schema(value)
    refusal = _refusal(name, 30)
    listed = [_typed(_listed(line), said) for line in re.findall(r"(?:\* |but expected )\((.*)\)", refusal)]
    counted = re.search(r"takes (?:from \d+ to )?(\d+) positional argument", refusal)
    if listed and all(listed):
        return [_starred(one, said or _spread(value, one)) for one in listed if one]
    if counted:
        most = int(counted[1])
        generated = {str(one["returns"]): one for one in said}.values()
        first = re.search(r"argument '(\w+)' \(position 1\)", _refusal(name, most))
        return [_starred(_renamed(_with_kind(one, "keyword", most), first and first[1]), said) for one in generated]
    if "takes exactly one argument" in refusal:
        return [_with_kind(one, "positional", 0) for one in said]
    return [_starred(one, said) for one in said]


_SAMPLES: dict[str, Any] = {
    "Tensor": torch.zeros(1), "int": 0, "float": 0.0, "bool": False, "str": "cpu", "None": None, "number": 0,
    "dtype": torch.float32, "device": "cpu", "object": [0.0], "Storage": torch.zeros(1).untyped_storage(),
    "tuple of ints": (0,), "tuple of Tensors": (torch.zeros(1), torch.zeros(1)),
}  # fmt: skip
"""A type in words -> a value of it, to find out what a function takes."""


def _as_taken(value: Any, one: Signature, row: list[str], overloads: list[Signature]) -> list[list[str]]:
    """A row of a signature as torch takes it: without types that it refuses in each call, with ``None`` if it takes it.

    A default that raises is a mark of the parser's for ``None`` (``index=-1`` of ``torch.device``), or there is no such
    parameter at all, and no row (``copy`` of ``Module.to``). ``None`` is no type where it makes the call one of another
    overload, as in ``x.to(dtype=None)``.
    """
    parameter, kind, types, *default = row
    words = types.split(" or ")
    if kind == "*":
        return [[parameter, kind, _starred_types(value, one, types), *default]]
    if not types or kind == "**":
        return [row]
    if default and any(not _raises(value, *call) for call in _samples(one, None, None)):
        shown = eval(default[0], {"torch": torch})
        if all(_raises(value, *call) for call in _samples(one, parameter, shown)):
            default = ["None"]
            if all(_raises(value, *call) for call in _samples(one, parameter, None)):
                return []
    refused = []
    for word in words:
        errors = (
            [_raises(value, *call) for call in _samples(one, parameter, _SAMPLES[word])] if word in _SAMPLES else []
        )
        if errors and all(isinstance(error, TypeError) for error in errors):
            refused.append(word)
    taken = [word for word in words if word not in refused] or words
    if default != ["None"] and not {"None", "object"} & {*words}:
        for args, kwargs in _samples(one, parameter, None):
            elsewhere = any(fits(other, args, kwargs) for other in overloads if other is not one)
            if not elsewhere and not _raises(value, args, kwargs):
                taken.append("None")
                break
    return [[parameter, kind, " or ".join(taken), *default]]


def _starred_types(value: Any, one: Signature, types: str) -> str:
    """The types of ``*size``: no tuple if torch reads one as something else (``torch.Tensor``: as data)."""
    own = _object(one)
    with contextlib.suppress(Exception):
        if value(*own, 1, 1).shape != value(*own, (1, 1)).shape:
            return " or ".join(word for word in types.split(" or ") if not word.startswith("tuple"))
    return types


def _object(one: Signature) -> list[Any]:
    """What stands before the parameters in a call: an object with the method; nothing for a function."""
    if not is_method(one):
        return []
    return [torch.nn.Module()] if one["name"].startswith("Module.") else [torch.zeros(1)]


def _samples(one: Signature, parameter: str | None, given: Any) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Calls with a value for one parameter: the others that have no default take each of their types in turn."""
    rows = [row for row in one["parameters"] if row[0] == parameter or len(row) == 3]
    choices = [
        [given] if row[0] == parameter else [_SAMPLES[word] for word in row[2].split(" or ") if word in _SAMPLES]
        for row in rows
    ]
    made = []
    for values in itertools.product(*choices):
        pairs = list(zip(rows, values, strict=True))
        args = [found for row, found in pairs if row[1] in ("positional", "*")]
        kwargs = {row[0]: found for row, found in pairs if row[1] not in ("positional", "*")}
        made.append(((*_object(one), *args), kwargs))
    return made


def _raises(value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Exception | None:
    """What a call with copies of the arguments raises."""
    with warnings.catch_warnings(), torch.random.fork_rng():
        warnings.simplefilter("ignore")
        try:
            value(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        except Exception as error:
            return error
    return None


def _refusal(name: str, count: int) -> str:
    """What torch says when it is given so many objects that nothing takes."""
    value = _look_up(name)
    nothing = [*_object({"name": written(name)}), *(object() for _ in range(count))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            value(*nothing)
        except (TypeError, RuntimeError) as error:
            return str(error)
    return ""


def _listed(line: str) -> Signature:
    """One overload as torch's parser lists it: ``Tensor input, int dim = -1, *, Tensor out = None``."""
    parameters, kind = [], "either"
    for part in filter(None, line.split(", ")):
        if part == "*":
            kind = "keyword"
            continue
        typed, _, default = part.partition(" = ")
        words, _, name = typed.rpartition(" ")
        words = words.rpartition(".")[2].replace("Number", "number")
        if default.startswith("{"):
            default = f"({default[1:-1].replace(',', ', ')})"
        parameters.append([name, kind, words, *([default] if default else [])])
    return {"parameters": parameters, "returns": ""}


def _typed(listed: Signature, said: list[Signature]) -> Signature | None:
    """A signature with the types and the result of the stub's overloads of the same positional parameters.

    ``None`` where these return one thing or another: then the stub tells apart what the signature does not.
    """

    def positional(one: Signature) -> list[str]:
        return [name for name, kind, *_ in one["parameters"] if kind in ("positional", "either", "*")]

    same = [one for one in said if positional(one) == positional(listed)]
    near = same or [one for one in said if len(positional(one)) == len(positional(listed))] or said
    results = list({str(one["returns"]): one["returns"] for one in near}.values())
    if len(results) > 1:
        return None
    types_of: dict[str, list[str]] = {}
    for one in same:
        for name, _, words, *_ in one["parameters"]:
            types_of[name] = [*types_of.get(name, []), *words.split(" or ")]
    parameters = []
    for name, kind, words, *default in listed["parameters"]:
        known = [word for word in dict.fromkeys(types_of.get(name, [words])) if word != "None" or default != ["None"]]
        if len(same) > 1 and words in known and kind == "either":
            taking = [row[2].split(" or ") for one in same for row in one["parameters"] if row[0] == name]
            near_types = {word for types in taking if words in types for word in types}
            known = [word for word in known if word in near_types]
        parameters.append([name, kind, " or ".join(known), *default])
    return {"parameters": parameters, "returns": listed["returns"] or (results[0] if results else "")}


def _with_kind(one: Signature, kind: str, start: int) -> Signature:
    """The signature with all positional parameters from ``start`` on of another kind."""
    return one | {
        "parameters": [
            [name, kind if n >= start and found == "either" else found, *rest]
            for n, (name, found, *rest) in enumerate(one["parameters"])
        ]
    }


def _renamed(one: Signature, name: str | None) -> Signature:
    """The signature with its first parameter under the name that torch's parser has for it, if it says one."""
    parameters = one["parameters"]
    return one | {"parameters": [[name, *parameters[0][1:]], *parameters[1:]]} if name and parameters else one


def _starred(one: Signature, said: list[Signature]) -> Signature:
    """The signature with ``*size`` in place of ``size``, where the stub has an overload that takes it so."""
    stars = {name for other in said for name, kind, *_ in other["parameters"] if kind == "*"}
    made, after = [], False
    for name, kind, words, *default in one["parameters"]:
        if name in stars:
            made.append([name, "*", "int or tuple of ints"])
            after = True
        else:
            made.append([name, "keyword" if after and kind == "either" else kind, words, *default])
    return one | {"parameters": made}


def _spread(value: Any, one: Signature) -> list[Signature]:
    """The overload that takes ``2, 3`` where one takes ``(2, 3)``, of what no stub describes: found by calling it."""
    (name, _, words, *_), *others = one["parameters"] or [["", "", ""]]
    if words == "tuple of ints" and all(kind == "keyword" for _, kind, *_ in others):
        with contextlib.suppress(TypeError):
            value(1, 1)
            return [one | {"parameters": [[name, "*", "int"], *others]}]
    return []


def _python(name: str, value: Any) -> list[Signature]:
    """The signature of what is written in Python; empty where there is none, or it says nothing of its arguments."""
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return []
    rows = [row for row in signature.parameters.values() if not row.name.startswith("_")]
    rows = rows[name.startswith(tuple(METHODS)) :]
    if rows and {row.name for row in rows} <= {"args", "kwargs"}:
        if value in boolean_dispatched:
            return _python(name, boolean_dispatched[value]["if_false"])
        return _first_line(name, value) or _corrected(name, value)
    kinds = {kind: word for word, kind in KINDS.items()}
    parameters = []
    for row in rows:
        default = None if row.default is row.empty else ast.parse(_source(row.default), mode="eval").body
        parameters.append(_parameter(row.name, kinds[row.kind], _annotation(row.annotation), default))
    returns = "" if isinstance(value, type) else _returns(_annotation(signature.return_annotation))
    made = {"parameters": parameters, "returns": returns}
    said = _stubs().get(name, [])
    return [(_typed(made, said) if said else None) or made]


def _annotation(found: Any) -> ast.expr | None:
    if found is inspect.Parameter.empty:
        return None
    text = found if isinstance(found, str) else inspect.formatannotation(found)
    return ast.parse(text, mode="eval").body


def _source(default: Any) -> str:
    """A default as Python writes it."""
    return default.__name__ if isinstance(default, types.ModuleType) else repr(default)


def _first_line(name: str, value: Any) -> list[Signature]:
    """The signature that begins a docstring, for a function that takes ``*args`` and sorts them itself."""
    found = re.match(rf"\s*{name.rpartition('.')[2]}(\(.*\)) -> (\w+)", value.__doc__ or "")
    if not found:
        return []
    node = ast.parse(f"def f{found[1]} -> {found[2]}: ...").body[0]
    assert isinstance(node, ast.FunctionDef)
    return [_overload(node, own=False)]


def _schema(value: Any) -> list[Signature]:
    """The overloads of an operator's schema, in which ``out`` may always be left out."""
    packet = getattr(torch.ops.aten, value.__name__, None) if isinstance(value, types.BuiltinFunctionType) else None
    found = []
    for overload in packet.overloads() if packet is not None else []:
        schema = getattr(packet, overload)._schema
        parameters = []
        for argument in schema.arguments:
            default = [repr(argument.default_value)] if argument.has_default_value() else ["None"] * argument.is_out
            words = str(argument.real_type) if argument.N is None else f"Union[int, {argument.real_type}]"
            annotation = ast.parse(words, mode="eval").body
            made = _parameter(argument.name, "keyword" if argument.kwarg_only else "either", annotation, None)
            parameters.append([made[0].replace("self", "input"), *made[1:], *default])
        out = [argument.name for argument in schema.arguments if argument.is_out]
        if len(out) > 1:
            parameters = [row for row in parameters if row[0] not in out]
            parameters.append(["out", "keyword", "tuple of Tensors", "None"])
        returns = [_returns(ast.parse(str(one.type), mode="eval").body) for one in schema.returns]
        names = [one.name for one in schema.returns if one.name]
        found.append({"parameters": parameters, "returns": returns[0] if len(returns) == 1 else names or ""})
    return found


def _absorbs(one: Signature, other: Signature) -> bool:
    """Whether every call of ``other`` is a call of ``one`` with the same meaning, the types that it takes aside."""
    if one["returns"] != other["returns"] or "parameters" not in one or "parameters" not in other:
        return one == other

    def split(found: Signature) -> tuple[list[list[str]], dict[str, list[str]]]:
        place = {"positional", "either", "*"}
        rows = [["input" if row[0] == "self" else row[0], *row[1:]] for row in found["parameters"]]
        return [row for row in rows if row[1] in place], {row[0]: row for row in rows if row[1] not in place}

    def replaces(mine: list[str], its: list[str]) -> bool:
        return mine[:2] == its[:2] and (mine[3:] == its[3:] or (len(mine) > 3 and len(its) == 3))

    places, keywords = split(one)
    its_places, its_keywords = split(other)
    left = places[len(its_places) :]
    left_keywords = [row for name, row in keywords.items() if name not in its_keywords]
    return (
        len(its_places) <= len(places)
        and all(map(replaces, places, its_places))
        and all(len(row) > 3 for row in left)
        and its_keywords.keys() <= keywords.keys()
        and all(replaces(keywords[name], row) for name, row in its_keywords.items())
        and all(len(row) > 3 or _may_be_none(row) for row in left_keywords)
    )


def _may_be_none(row: list[str]) -> bool:
    """Whether an overload exists only for a parameter that may be ``None``, and is then the overload without it."""
    return "None" in row[2].split(" or ")


def _merge(one: Signature, other: Signature) -> Signature:
    """The signature that absorbs, with the types of both."""
    its = {("input" if row[0] == "self" else row[0]): row for row in other["parameters"]}
    parameters = []
    for name, kind, words, *default in one["parameters"]:
        name = "input" if name == "self" else name
        if name not in its and not default and _may_be_none([name, kind, words]):
            default = ["None"]
        both = [*words.split(" or "), *(its[name][2].split(" or ") if name in its else [])]
        union = [word for word in dict.fromkeys(both) if word and (word != "None" or default != ["None"])]
        parameters.append([name, kind, " or ".join(union), *default])
    return one | {"parameters": parameters}


def _bare(signature: Signature) -> Any:
    """What a method and a function have in common: parameters without ``out``, types and a function's first; result."""
    rows = [[name, kind, *default] for name, kind, _, *default in signature.get("parameters", []) if name != "out"]
    return "parameters" in signature and rows[not is_method(signature) :], signature["returns"]
