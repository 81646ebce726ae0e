"""One call put to torch and to the body: do they agree, and if not, what does each say?"""

import functools
import inspect
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from tests.operations import agree, generate
from torchref.content import observe
from torchref.content.catalog import Entry

REFUSALS = (RuntimeError, TypeError, ValueError, IndexError, NotImplementedError, ZeroDivisionError, OverflowError)
"""What torch raises for arguments that it does not take."""


@dataclass(frozen=True)
class Difference:
    """What torch and the body said of one call.

    ``kind`` is one of :data:`agree.KINDS`, or ``body raises`` (torch answers), ``torch raises`` (the body answers),
    ``memory`` (what is shared differs), ``arguments`` (what became of them differs). ``torch`` and ``numpy`` are what
    they returned, or the exception.
    """

    kind: str
    function: Any
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    torch: Any
    numpy: Any


def compare(entry: Entry, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any], body: Any = None) -> Any:
    """Return ``None`` where both say the same, ``False`` where both raise, else the :class:`Difference`."""
    torch_args, torch_kwargs = agree.to_torch(args), agree.to_torch(kwargs)
    with warnings.catch_warnings(), torch.random.fork_rng(devices=()):
        warnings.simplefilter("ignore")
        try:
            expected = function(*torch_args, **torch_kwargs)
        except REFUSALS as error:
            expected = error
    own, own_kwargs = agree.own((args, kwargs))
    fitted, options = agree.fit(entry, own, own_kwargs)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            actual = (body or agree.body(entry))(*fitted, **options)
        except Exception as error:
            actual = error
    kind = _kind(entry, function, expected, actual, torch_args, args, kwargs, own)
    return kind and Difference(kind, function, args, kwargs, expected, actual)


def in_place(entry: Entry, function: Any) -> bool:
    """Whether it is the in-place form of an operation, whose body is the other form."""
    name = getattr(function, "__name__", "")
    return name.endswith("_") and not entry.function.endswith("_") and (not name.endswith("__") or name[2] == "i")


def _kind(
    entry: Entry, function: Any, expected: Any, actual: Any, torch_args: Any, args: Any, kwargs: Any, own: Any
) -> Any:
    if isinstance(expected, REFUSALS):
        return False if isinstance(actual, Exception) else "torch raises"
    if isinstance(actual, Exception):
        return "body raises"
    theirs, ours = agree.to_numpy(expected), actual
    if entry.name in agree.PICKS:
        theirs, ours = (agree.picked(entry, args, kwargs, result) for result in (theirs, ours))
    if entry.name in agree.PROMISED:
        theirs, ours = map(agree.PROMISED[entry.name], (theirs, ours))
    if found := agree.differ(entry, theirs, ours):
        return found[0]
    if any(tensor.dtype is torch.complex32 for tensor in agree.leaves(expected)):
        return "dtype"
    if in_place(entry, function):
        return None
    if agree.differ(entry, agree.leaves(agree.to_numpy(torch_args)), agree.leaves(own)):
        return "arguments"
    return "memory" if agree.shared(expected, torch_args) != agree.shared(actual, own) else None


def shortened(entry: Entry, difference: Difference, same: Any) -> Difference:
    """A call with as few elements as still differ in the ``same`` way."""
    while True:
        for args, kwargs in _shorter(difference.args, difference.kwargs):
            found = compare(entry, difference.function, args, kwargs)
            if found and same(found, difference):
                difference = found
                break
        else:
            return difference


def _shorter(args: Any, kwargs: Any) -> Iterator[tuple[Any, Any]]:
    """An option less; smaller numbers and lists; half of one dimension of all arrays that have it, or of one.

    And one element in place of all of a long row: vector kernels differ from the code for a few elements.
    """
    arrays = agree.leaves([args, kwargs])
    for key in kwargs:
        yield args, {name: value for name, value in kwargs.items() if name != key}
    for at, value in enumerate(args):
        yield from (((*args[:at], less, *args[at + 1 :]), kwargs) for less in _smaller(value))
    for key, value in kwargs.items():
        yield from ((args, {**kwargs, key: less}) for less in _smaller(value))
    for dim, size in sorted({(n, side) for array in arrays for n, side in enumerate(array.shape[::-1], 1) if side > 1}):
        having = [array for array in arrays if array.ndim >= dim and array.shape[-dim] == size]
        for some in dict.fromkeys([(*map(id, having),), *((id(array),) for array in having)]):
            for part in (slice(size // 2), slice(size // 2, None)):
                yield _cut((args, kwargs), some, dim, part)

    sizes = {array.shape for array in arrays}
    if len(sizes) == 1 and len(arrays[0].shape) == 1 and not all(map(_alike, arrays)):
        for place in range(len(arrays[0])) if len(arrays[0]) > 8 else ():
            yield _cut((args, kwargs), (*map(id, arrays),), 1, [place] * len(arrays[0]))


def _smaller(value: Any) -> Iterator[Any]:
    """A number halved; a list or tuple with an item less, or with a smaller one."""
    if type(value) is int and value > 1:
        yield value // 2
    if type(value) in (list, tuple):
        for at, item in enumerate(value):
            before, after = value[:at], value[at + 1 :]
            if before or after:
                yield before + after
            yield from (before + type(value)([less]) + after for less in _smaller(item))


def _alike(array: np.ndarray) -> bool:
    return len(array) > 3 and len({*map(repr, array.tolist())}) == 1


def _cut(value: Any, some: tuple[int, ...], dim: int, part: Any) -> Any:
    if isinstance(value, np.ndarray):
        return np.ascontiguousarray(value[(..., part, *[slice(None)] * (dim - 1))]) if id(value) in some else value
    if type(value) in (list, tuple):
        return type(value)(_cut(item, some, dim, part) for item in value)
    return {key: _cut(item, some, dim, part) for key, item in value.items()} if isinstance(value, dict) else value


def length(difference: Difference) -> tuple[Any, ...]:
    """What makes a call a better example: elements, in rows that follow each other in memory, real ones, brevity."""
    arrays = agree.leaves([difference.args, difference.kwargs])
    results = agree.leaves([difference.torch, difference.numpy])
    return (
        any(0 in array.shape for array in arrays + results),
        not all(array.flags.c_contiguous for array in arrays),
        all(array.ndim == 0 for array in arrays),
        any(array.dtype.kind == "c" for array in arrays),
        any(array.size > 100 for array in arrays),
        len(repr((difference.args, difference.kwargs))),
    )


def spelled(entry: Entry, difference: Difference) -> dict[str, str]:
    """Return the call and what is printed, in torch and for the body.

    Where the dtypes differ, or the values are random, that is the dtype or the shape of the result alone. Strides,
    and that a dtype is an instance, are spelled only where the answers depend on them.
    """
    own, options = agree.fit(entry, difference.args, difference.kwargs)
    results = [one for one in (difference.torch, difference.numpy) if not isinstance(one, Exception)]
    part = "shape" if difference.kind == "shape" else "dtype"
    told = difference.kind == "dtype" or agree.uncompared(entry)
    asked = part if told and all(hasattr(one, part) for one in results) else ""
    name = _name(entry, difference.function)
    printed = {"torch": _printed(difference.torch, asked), "numpy": _printed(difference.numpy, asked)}
    for exact in (False, True):
        in_torch, in_numpy = functools.partial(_torch, exact=exact), functools.partial(_numpy, exact=exact)
        row = printed | {
            "call": _called(name, difference.args, difference.kwargs, in_torch, asked),
            "body": _called(entry.function, own, options, in_numpy, asked),
        }
        if answers(entry, row) == (row["torch"], row["numpy"]):
            break
    return {key: row[key] for key in ("call", "torch", "body", "numpy")}


def answers(entry: Entry, row: dict[str, Any]) -> tuple[str, str]:
    """What torch and the body print for what :func:`spelled` says is typed."""
    bodies = vars(inspect.getmodule(agree.body(entry)))
    return _answer(row["call"], {"torch": torch, "np": np}), _answer(row["body"], {**bodies, "np": np})


def _answer(call: str, names: dict[str, Any]) -> str:
    with torch.random.fork_rng(devices=()), np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = eval(call, names)
        except Exception as error:
            result = error
        return _printed(result, "")


def _name(entry: Entry, function: Any) -> str:
    """What a function is called in torch; what an operator calls, as the operation."""
    if entry.name in observe.FUNCTIONALS:
        return f"torch.nn.functional.{function.__name__}"
    names = observe.own_names(entry)
    same = (name for name in names if not name.endswith("__") and eval(name, {"torch": torch}) is function)
    return next(same, names[0])


def _called(name: str, args: Any, kwargs: Any, spell: Any, asked: str) -> str:
    given = [*map(spell, args), *(f"{key}={spell(value)}" for key, value in kwargs.items())]
    space, _, tail = name.rpartition(".")
    if space == "torch.Tensor" and not callable(getattr(torch.Tensor, tail)):
        return f"{given[0]}.{tail}{asked and '.'}{asked}"
    return f"{name}({', '.join(given)}){asked and '.'}{asked}"


def _torch(value: Any, exact: bool) -> str:
    if isinstance(value, (np.ndarray, np.generic)) and not isinstance(value, generate.AsIs):
        if exact and value.strides != value.copy().strides:
            steps = tuple(step // value.itemsize for step in value.strides)
            return f"{_torch(_memory(value), False)}.as_strided({value.shape}, {steps})"
        if _long(value):
            return f"torch.full({value.shape}, {_items(value.flat[0])}, dtype=torch.{value.dtype})"
        tensor = agree.to_torch(np.asarray(value))
        plain = "" if torch.tensor(tensor.tolist()).dtype is tensor.dtype else f", dtype={tensor.dtype}"
        if 0 in tensor.shape and tensor.shape != (0,):
            return f"torch.zeros({tuple(tensor.shape)}, dtype={tensor.dtype})"
        return f"torch.tensor({_items(value)}{plain})"
    if agree.is_dtype(value):
        return str(agree.TORCH_DTYPES[np.dtype(value)])
    return _other(value, functools.partial(_torch, exact=exact), functools.partial(_numpy, exact=exact))


def _numpy(value: Any, exact: bool) -> str:
    if isinstance(value, (np.ndarray, np.generic)):
        if exact and value.strides != value.copy().strides:
            return f"np.lib.stride_tricks.as_strided({_numpy(_memory(value), False)}, {value.shape}, {value.strides})"
        if 0 in value.shape and value.shape != (0,):
            return f"np.zeros({value.shape}, np.{value.dtype})"
        if _long(value):
            return f"np.full({value.shape}, {_items(value.flat[0])}, np.{value.dtype})"
        plain = "" if np.array(value.tolist()).dtype == value.dtype else f", np.{value.dtype}"
        return f"np.array({_items(value)}{plain})"
    if agree.is_dtype(value):
        return f"np.{value!r}" if exact and isinstance(value, np.dtype) else f"np.{np.dtype(value)}"
    return _other(value, functools.partial(_numpy, exact=exact), functools.partial(_numpy, exact=exact))


def _memory(value: Any) -> Any:
    """What lies in memory from the first element of an array to its last, without steps back."""
    last = sum((size - 1) * step for size, step in zip(value.shape, value.strides, strict=True)) // value.itemsize
    return np.lib.stride_tricks.as_strided(value, (last + 1 if value.size else 0,), (value.itemsize,)).copy()


def _long(value: Any) -> bool:
    """Whether it is more readable to say that all elements are equal than to list them."""
    return value.ndim > 1 and value.size > 20 and bool((value == value.flat[0]).all())


def _items(value: Any) -> str:
    if value.dtype.kind in "fc":
        brief = [value.dtype.type(one).__str__() for one in value.flat]
        value = np.array([*map(complex if value.dtype.kind == "c" else float, brief)]).reshape(value.shape)
    alike = value.ndim == 1 and _alike(value)
    items = f"{value[:1].tolist()} * {len(value)}" if alike else repr(value.tolist())
    return re.sub(r"\bnan\b", "float('nan')", re.sub(r"\binf\b", "float('inf')", items))


def _other(value: Any, spell: Any, as_is: Any) -> str:
    if isinstance(value, generate.AsIs):
        return as_is(np.asarray(value))
    if type(value) is tuple:
        return f"({', '.join(map(spell, value))}{',' * (len(value) == 1)})"
    if type(value) is list:
        return f"[{', '.join(map(spell, value))}]"
    return _items(np.array(value)) if type(value) in (float, complex) else repr(value)


def _printed(result: Any, asked: str) -> str:
    if isinstance(result, Exception):
        return f"{type(result).__name__}: {str(result).partition(chr(10))[0]}"
    return repr(getattr(result, asked) if asked else result)
