"""Hold a NumPy body against torch: conversion, the call, and the comparison of everything that is meant to agree."""

import importlib
import inspect
from typing import Any

import numpy as np
import torch

from tests.operations.generate import AsIs
from torchref.content.catalog import Entry

TORCH_ONLY = {
    "out",
    "device",
    "requires_grad",
    "layout",
    "pin_memory",
    "memory_format",
    "generator",
    "non_blocking",
    "copy",
}
"""Keyword arguments about where a result lives, which NumPy has no word for."""

TORCH_DTYPES = {
    np.dtype(name): getattr(torch, name)
    for name in (
        "bool",
        "uint8",
        "int8",
        "int16",
        "int32",
        "int64",
        "float16",
        "float32",
        "float64",
        "complex64",
        "complex128",
    )
}
NUMPY_DTYPES = {value: key for key, value in TORCH_DTYPES.items()}

TOLERANCE = {"float16": 2e-3, "float32": 1e-5, "complex64": 1e-5, "float64": 1e-9, "complex128": 1e-9}
"""Dtype name -> relative (and absolute) tolerance; integers and bools are exact."""


OWN_TEST: dict[str, str] = {
    "backward": "tests/operations/test_autograd.py",
    "Generator": "tests/operations/test_sampling.py",
    "as_strided": "tests/operations/test_memory.py",
    "data_ptr": "tests/operations/test_memory.py",
    "load": "tests/operations/test_saving.py",
    "manual_seed": "tests/operations/test_sampling.py",
    "set_printoptions": "tests/operations/test_settings.py",
    "storage_offset": "tests/operations/test_memory.py",
    "untyped_storage": "tests/operations/test_memory.py",
    "type": "tests/operations/test_dtypes.py",
    "utils.data.DataLoader": "tests/operations/test_training.py",
    "optim.SGD": "tests/operations/test_training.py",
    "utils.data.TensorDataset": "tests/operations/test_training.py",
    "autograd.grad": "tests/operations/test_training.py",
    "nn.Module.load_state_dict": "tests/operations/test_training.py",
    "autograd.set_detect_anomaly": "tests/operations/test_training.py",
    "optim.Optimizer.step": "tests/operations/test_training.py",
}
"""Entries whose body cannot take torch's own arguments -> the test that holds them against torch instead."""

KINDS = ("shape", "values", "dtype")
"""How results may differ, the worst first."""


def body(entry: Entry) -> Any:
    """The NumPy function of an entry, imported."""
    return getattr(importlib.import_module(f"torchref.operations.{entry.topic}"), entry.function)


def to_torch(value: Any) -> Any:
    """Arrays become tensors with the same strides and memory of their own; NumPy dtypes become torch's.

    NumPy gives arrays without elements strides of 0; they get torch's.
    """
    if isinstance(value, AsIs):
        return duplicate(value)
    if isinstance(value, np.ndarray):
        tensor = torch.from_numpy(duplicate(value))
        return tensor if value.size else torch.empty(tensor.shape, dtype=tensor.dtype)
    if is_dtype(value):
        return TORCH_DTYPES[np.dtype(value)]
    if type(value) in (list, tuple):
        return type(value)(map(to_torch, value))
    if isinstance(value, dict):
        return {key: to_torch(item) for key, item in value.items()}
    return value


def is_dtype(value: Any) -> bool:
    """Whether it is one of NumPy's dtypes, or the class of its scalars."""
    return isinstance(value, np.dtype) or (isinstance(value, type) and issubclass(value, np.generic))


def to_numpy(value: Any) -> Any:
    """Tensors become arrays with the same strides; torch's dtypes, sizes and devices become NumPy's words for them.

    An array was one for torch too, and stays one: :class:`AsIs`.
    """
    if isinstance(value, torch.Tensor):
        plain = value.detach().resolve_conj().resolve_neg()
        return (plain.cfloat() if plain.dtype is torch.complex32 else plain).numpy()
    if isinstance(value, np.ndarray):
        return value.view(AsIs)
    if isinstance(value, torch.dtype):
        return NUMPY_DTYPES.get(value, value)
    if isinstance(value, torch.Size):
        return tuple(value)
    if isinstance(value, torch.device):
        return str(value)
    if isinstance(value, (list, tuple)):
        made = [to_numpy(item) for item in value]
        return made if isinstance(value, list) else tuple(made)
    if isinstance(value, dict):
        return {key: to_numpy(item) for key, item in value.items()}
    return value


def own(value: Any) -> Any:
    """The same arguments in memory of their own."""
    if isinstance(value, np.ndarray):
        return duplicate(value)
    if type(value) in (list, tuple):
        return type(value)(map(own, value))
    return {key: own(item) for key, item in value.items()} if isinstance(value, dict) else value


def duplicate(array: np.ndarray) -> np.ndarray:
    """A copy with the same strides, in memory of its own."""
    base = array
    while isinstance(base.base, np.ndarray):
        base = base.base
    if base is array or not array.size:
        return array.copy(order="K")
    memory = bytearray(base.tobytes(order="A"))
    offset = array.__array_interface__["data"][0] - base.__array_interface__["data"][0]
    return np.ndarray(array.shape, array.dtype, memory, offset, array.strides)


def uncompared(entry: Entry) -> bool:
    """Random numbers and uninitialised memory: only shape and dtype can agree."""
    return "np.random" in entry.numpy or "np.empty(" in entry.numpy


def assert_agree(entry: Entry, expected: Any, actual: Any, where: str = "result") -> None:
    """Fail unless torch's result (already through :func:`to_numpy`) and the body's say the same."""
    found = differ(entry, expected, actual)
    assert found is None, f"{where}: {found[1]}"


def differ(entry: Entry, expected: Any, actual: Any) -> tuple[str, str] | None:
    """Return how the body's result differs from torch's (already through :func:`to_numpy`), or ``None``.

    The first is the kind, one of :data:`KINDS`; the second says it. Values are compared also where the dtypes differ.
    """
    if isinstance(expected, (np.ndarray, np.generic)) and isinstance(actual, (np.ndarray, np.generic)):
        if actual.shape != expected.shape:
            return "shape", f"shape {actual.shape}, torch has {expected.shape}"
        if not uncompared(entry) and not _close(expected, actual):
            return "values", f"{actual!r}, torch has {expected!r}"
        if actual.dtype != expected.dtype:
            return "dtype", f"dtype {actual.dtype}, torch has {expected.dtype}"
    elif isinstance(expected, (tuple, list)) and isinstance(actual, (tuple, list)):
        if len(actual) != len(expected):
            return "shape", f"{len(actual)} items, torch has {len(expected)}"
        found = [differ(entry, e, a) for e, a in zip(expected, actual, strict=True)]
        return min(filter(None, found), key=lambda one: KINDS.index(one[0]), default=None)
    elif isinstance(expected, float) and isinstance(actual, (float, np.floating)):
        if not np.isclose(actual, expected, rtol=1e-6, atol=0, equal_nan=True):
            return "values", f"{actual!r}, torch has {expected!r}"
    elif isinstance(expected, int) and isinstance(actual, (float, np.floating)):
        return "dtype", f"{type(actual).__name__}, torch has {type(expected).__name__}"
    elif not (type(actual) is type(expected) or np.isscalar(actual) or isinstance(expected, (np.dtype, torch.dtype))):
        return "shape", f"{type(actual).__name__}, torch has {type(expected).__name__}"
    elif not uncompared(entry) and actual != expected:
        return "values", f"{actual!r}, torch has {expected!r}"
    return None


PICKS = {"sort", "argsort", "topk", "median", "nanmedian", "mode", "kthvalue"}
"""Entries that say where something stands; of equal elements torch may name any."""


def picked(entry: Entry, args: tuple, kwargs: dict, result: Any) -> Any:
    """The result, its positions replaced by what stands there and how many different ones there are."""
    several = isinstance(result, (tuple, list))
    if entry.name not in PICKS or kwargs.get("stable") or not (several or entry.name == "argsort"):
        return result
    positions = result[1] if several else result
    bound = inspect.signature(body(entry)).bind(*args, **kwargs)
    bound.apply_defaults()
    x, dim = np.atleast_1d(bound.arguments["x"]), bound.arguments["dim"]
    places = positions.reshape(positions.shape or (1,))
    if places.ndim < x.ndim:
        places = np.expand_dims(places, dim)
    different = (np.diff(np.sort(places, dim), axis=dim) != 0).sum(dim)
    picks = np.take_along_axis(x, places, dim)
    found = picks, different, np.zeros(positions.shape, positions.dtype)
    if bound.arguments.get("sorted") is False:
        return np.sort(picks, dim), *found[1:]
    return found if positions is result else (result[0], *found)


def _factors(result: Any) -> Any:
    """What svd promises: the product of the factors, the singular values, and that the vectors are orthonormal."""
    u, s, vh = result
    size = s.shape[-1]
    return (u[..., :size] * s[..., None, :]) @ vh[..., :size, :], s, u.mT.conj() @ u, vh @ vh.mT.conj()


def _triangle(result: Any) -> Any:
    """What qr promises: the product (where there is no q, that of r with itself), orthonormal columns, a triangle."""
    q, r = result
    return (q @ r, q.mT.conj() @ q, np.tril(r, -1)) if q.ndim > 1 else (q, r.mT.conj() @ r, np.tril(r, -1))


def _vectors(result: Any) -> Any:
    """What eigh promises: the eigenvalues, the product, and that the vectors are orthonormal."""
    values, vectors = result
    return values, (vectors * values[..., None, :]) @ vectors.mT.conj(), vectors.mT.conj() @ vectors


PROMISED = {"linalg.eigh": _vectors, "linalg.qr": _triangle, "linalg.svd": _factors}
"""Entries that leave signs and rotations of vectors open -> what of a result is compared instead."""


def _close(expected: Any, actual: Any) -> bool:
    tolerance = max(TOLERANCE.get(str(expected.dtype), 0), TOLERANCE.get(str(actual.dtype), 0))
    if not tolerance:
        return bool(np.array_equal(actual, expected))
    with np.errstate(all="ignore"):
        return bool(np.isclose(actual, expected, rtol=tolerance, atol=tolerance, equal_nan=True).all())


def shared(results: Any, arguments: Any) -> list[bool]:
    """For each result that has elements, in turn with each such argument: whether they share memory."""
    return [
        one.untyped_storage().data_ptr() == other.untyped_storage().data_ptr()
        if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor)
        else bool(np.may_share_memory(to_numpy(one), to_numpy(other)))
        for one in leaves(results)
        for other in leaves(arguments)
        if 0 not in (*one.shape, *other.shape)
    ]


def leaves(value: Any) -> list[Any]:
    """All arrays or tensors in nested tuples and lists."""
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in leaves(item)]
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    return [value] if isinstance(value, (np.ndarray, np.generic, torch.Tensor)) else []


def fit(entry: Entry, args: tuple, kwargs: dict) -> tuple[tuple, dict]:
    """Shape a torch call for the body: sizes given one by one become one tuple, words about placement go.

    So do options that the body does not know and the call leaves out or switches off. A list of dimensions becomes a
    tuple, as NumPy wants it, and a list of tensors that torch takes also one by one stands one by one.
    """
    kept = {
        key: value
        for key, value in kwargs.items()
        if key in entry.parameters or not (key in TORCH_ONLY or value is None or value is False)
    }
    if type(kept.get("dim")) is list:
        kept["dim"] = tuple(kept["dim"])
    spec = inspect.getfullargspec(body(entry))
    if spec.varargs and args and type(args[-1]) is list and leaves(args[-1]):
        args = (*args[:-1], *args[-1])
    last = len(spec.args) - 1
    if spec.varargs is None and len(args) > len(spec.args) > 0 and all(type(arg) is int for arg in args[last:]):
        args = (*args[:last], tuple(args[last:]))
    return args, kept
