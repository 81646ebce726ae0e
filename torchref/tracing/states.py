"""What can be read of a tensor or an array without touching its numbers, and which memory two of them share."""

import contextlib
import math
from typing import Any, NamedTuple

import numpy as np
import torch

COUNTED = 100_000
"""Elements up to which shared numbers are counted one by one, where no rule tells at once."""


class State(NamedTuple):
    """What could be read of a tensor or of a NumPy array; None is what it does not have or does not tell.

    ``stride`` counts elements for a tensor and bytes for an array, as each library does. ``storage`` is equal for
    tensors of one storage. ``address`` is where the storage starts (for an array: its first element), ``nbytes`` its
    size, ``offset`` the bytes from there to the first element.
    """

    shape: tuple[Any, ...] | None
    stride: tuple[int, ...] | None
    dtype: Any
    device: str
    layout: str
    contiguous: bool | None
    requires_grad: bool
    grad_fn: str | None
    version: int | None
    is_view: bool
    storage: int | None
    address: int | None
    nbytes: int
    offset: int
    itemsize: int


def read(x: Any) -> State:
    """Read what describes a tensor or an array; nothing is computed, and what cannot be read is None."""
    if isinstance(x, np.ndarray):
        return State(
            shape=x.shape,
            stride=x.strides,
            dtype=x.dtype,
            device="cpu",
            layout="numpy",
            contiguous=bool(x.flags.c_contiguous),
            requires_grad=False,
            grad_fn=None,
            version=None,
            is_view=False,
            storage=None,
            address=x.__array_interface__["data"][0],
            nbytes=x.nbytes,
            offset=0,
            itemsize=x.itemsize,
        )
    shape = stride = contiguous = grad_fn = version = storage = address = None
    nbytes = offset = 0
    is_strided = x.layout is torch.strided
    with contextlib.suppress(RuntimeError):  # nested tensors have neither
        shape = tuple([n if type(n) is int else None for n in x.shape])
        if is_strided:
            stride, contiguous = x.stride(), x.is_contiguous()
    with contextlib.suppress(RuntimeError):  # inference tensors have none
        version = x._version
    if x.requires_grad:
        with contextlib.suppress(RuntimeError):  # a view whose history a write made invalid
            grad_fn = type(x.grad_fn).__name__ if x.grad_fn is not None else None
    if is_strided and type(x).__torch_dispatch__ is torch.Tensor.__torch_dispatch__:
        with contextlib.suppress(RuntimeError):  # tensors inside torch.func have no storage
            held = x.untyped_storage()
            storage, nbytes, offset = held._cdata, held.nbytes(), x.storage_offset() * x.element_size()
            if not torch._C._is_cow_tensor(x):  # type: ignore[attr-defined]  # asking for its address would copy it
                address = held.data_ptr()
    return State(
        shape=shape,
        stride=stride,
        dtype=x.dtype,
        device=str(x.device),
        layout=str(x.layout),
        contiguous=contiguous,
        requires_grad=x.requires_grad,
        grad_fn=grad_fn,
        version=version,
        is_view=x._is_view(),
        storage=storage,
        address=address,
        nbytes=nbytes,
        offset=offset,
        itemsize=x.element_size(),
    )


def has_memory(state: State) -> bool:
    known = state.storage is not None or state.layout == "numpy"
    return known and state.device != "meta" and (state.shape is None or 0 not in state.shape)


def same_memory(one: State, other: State) -> bool | None:
    """Whether two share a storage (arrays: the range of their numbers); None where that cannot be known."""
    if one.storage is not None and one.storage == other.storage:
        return True
    for state in (one, other):
        if state.storage is None and state.layout != "numpy":
            return None
    if one.device != other.device or one.device == "meta" or one.address is None or other.address is None:
        return False
    (start, end), (other_start, other_end) = _range(one), _range(other)
    return start < other_end and other_start < end


def _range(state: State) -> tuple[int, int]:
    if state.layout != "numpy":
        return state.address or 0, (state.address or 0) + state.nbytes
    start, loops = _loops(state) or (0, [])
    return start, start + _extent(state, loops) if state.nbytes else start


def _loops(state: State) -> tuple[int, list[tuple[int, int]]] | None:
    """Where the lowest number lies, and ``(step, count)`` of each walk from there, in bytes, sorted.

    A walk is a dimension, or several where the one goes on where the other ends: equal walks, equal numbers.
    """
    if state.shape is None or state.stride is None or None in state.shape:
        return None
    unit = 1 if state.layout == "numpy" else state.itemsize
    start = (state.address or 0) + state.offset
    loops = []
    for count, stride in zip(state.shape, state.stride, strict=True):
        if count > 1 and stride:
            start += min(stride, 0) * unit * (count - 1)
            loops.append((abs(stride) * unit, count))
    merged: list[tuple[int, int]] = []
    for step, count in sorted(loops):
        if merged and step == math.prod(merged[-1]):
            step, inner = merged.pop()
            count *= inner
        merged.append((step, count))
    return start, merged


def _extent(state: State, loops: list[tuple[int, int]]) -> int:
    return state.itemsize + sum(step * (count - 1) for step, count in loops)


def distinct(state: State) -> int | None:
    """How many numbers there are in memory: an expanded tensor has more positions than numbers."""
    found = _loops(state)
    if found is None:
        return None
    total, reach = math.prod(count for _, count in found[1]), state.itemsize
    for step, count in found[1]:
        if step < reach:
            return len(_positions(state)) if total <= COUNTED else None
        reach += step * (count - 1)
    return 0 if state.shape is not None and 0 in state.shape else total


def _positions(state: State) -> "np.ndarray[Any, Any]":
    """Where the numbers lie, in bytes, each once."""
    start, loops = _loops(state) or (0, [])
    found = np.array([start])
    for step, count in loops:
        found = np.unique(found[:, None] + step * np.arange(count))
    return found


def common(one: State, other: State) -> int | None:
    """How many numbers of the one lie in memory of the other, where a rule or a short count tells."""
    first, second = _loops(one), _loops(other)
    if first is None or second is None:
        return None
    if 0 in (one.shape or ()) or 0 in (other.shape or ()):
        return 0
    start, end = first[0], first[0] + _extent(one, first[1])
    other_start, other_end = second[0], second[0] + _extent(other, second[1])
    if end <= other_start or other_end <= start:
        return 0
    total, other_total = distinct(one), distinct(other)
    if total is None or other_total is None:
        return None
    if first == second:
        return total
    if other_end - other_start == other_total * other.itemsize and other_start <= start and end <= other_end:
        return total
    if max(total, other_total) > COUNTED:
        return None
    taken = np.unique(_positions(other)[:, None] + np.arange(other.itemsize))
    return int(np.isin(_positions(one)[:, None] + np.arange(one.itemsize), taken).any(axis=1).sum())
