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


def body(entry: Entry) -> Any:
    """The NumPy function of an entry, imported."""
    return getattr(importlib.import_module(f"torchref.operations.{entry.topic}"), entry.function)


def to_torch(value: Any) -> Any:
    """Arrays become tensors with the same strides and memory of their own; NumPy dtypes become torch's."""
    if isinstance(value, AsIs):
        return duplicate(value)
    if isinstance(value, np.ndarray):
        return torch.from_numpy(duplicate(value))
    if isinstance(value, np.dtype) or (isinstance(value, type) and issubclass(value, np.generic)):
        return TORCH_DTYPES[np.dtype(value)]
    if type(value) in (list, tuple):
        return type(value)(map(to_torch, value))
    if isinstance(value, dict):
        return {key: to_torch(item) for key, item in value.items()}
    return value


def to_numpy(value: Any) -> Any:
    """Tensors become arrays with the same strides; torch's dtypes, sizes and devices become NumPy's words for them."""
    if isinstance(value, torch.Tensor):
        plain = value.detach().resolve_conj().resolve_neg()
        return plain.numpy()
    if isinstance(value, torch.dtype):
        return NUMPY_DTYPES[value]
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
    if isinstance(expected, (np.ndarray, np.generic)) and isinstance(actual, (np.ndarray, np.generic)):
        assert actual.shape == expected.shape, f"{where}: shape {actual.shape}, torch has {expected.shape}"
        assert actual.dtype.kind == expected.dtype.kind, f"{where}: dtype {actual.dtype}, torch has {expected.dtype}"
        if uncompared(entry):
            return
        tolerance = max(TOLERANCE.get(str(expected.dtype), 0), TOLERANCE.get(str(actual.dtype), 0))
        if tolerance:
            np.testing.assert_allclose(actual, expected, rtol=tolerance, atol=tolerance, err_msg=where)
        else:
            np.testing.assert_array_equal(actual, expected, err_msg=where)
    elif isinstance(expected, (tuple, list)) and isinstance(actual, (tuple, list)):
        assert len(actual) == len(expected), f"{where}: {len(actual)} items, torch has {len(expected)}"
        for number, (e, a) in enumerate(zip(expected, actual, strict=True)):
            assert_agree(entry, e, a, f"{where}[{number}]")
    elif isinstance(expected, float) and isinstance(actual, (float, np.floating)):
        np.testing.assert_allclose(actual, expected, rtol=1e-6, err_msg=where)
    else:
        assert type(actual) is type(expected) or np.isscalar(actual) or isinstance(expected, np.dtype), (
            f"{where}: {type(actual).__name__}, torch has {type(expected).__name__}"
        )
        assert uncompared(entry) or actual == expected, f"{where}: {actual!r}, torch has {expected!r}"


def assert_same_sharing(result_torch: Any, args_torch: Any, result_numpy: Any, args_numpy: Any) -> None:
    """Fail unless each array of the results shares memory with just those arguments that it shares with in torch."""
    arrays_out, tensors_out = leaves(result_numpy), leaves(result_torch)
    arrays_in, tensors_in = leaves(args_numpy), leaves(args_torch)
    for number, (a, t) in enumerate(zip(arrays_out, tensors_out, strict=True)):
        for place, (b, u) in enumerate(zip(arrays_in, tensors_in, strict=True)):
            if np.size(a) == 0 or np.size(b) == 0:
                continue
            if isinstance(t, torch.Tensor) and isinstance(u, torch.Tensor):
                in_torch = t.untyped_storage().data_ptr() == u.untyped_storage().data_ptr()
            else:
                in_torch = bool(np.may_share_memory(to_numpy(t), to_numpy(u)))
            in_numpy = bool(np.may_share_memory(a, b))
            assert in_numpy == in_torch, (
                f"result {number} {'shares' if in_numpy else 'does not share'} memory with argument {place}; "
                f"in torch it {'does' if in_torch else 'does not'}"
            )


def leaves(value: Any) -> list[Any]:
    """All arrays or tensors in nested tuples and lists."""
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in leaves(item)]
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    return [value] if isinstance(value, (np.ndarray, np.generic, torch.Tensor)) else []


def fit(entry: Entry, args: tuple, kwargs: dict) -> tuple[tuple, dict]:
    """Shape a torch call for the body: sizes given one by one become one tuple, words about placement go.

    So do options that the body does not know and the call leaves out or switches off.
    """
    kept = {
        key: value
        for key, value in kwargs.items()
        if key in entry.parameters or not (key in TORCH_ONLY or value is None or value is False)
    }
    spec = inspect.getfullargspec(body(entry))
    last = len(spec.args) - 1
    if spec.varargs is None and len(args) > len(spec.args) > 0 and all(type(arg) is int for arg in args[last:]):
        args = (*args[:last], tuple(args[last:]))
    return args, kept
