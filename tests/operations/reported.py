"""Calls in which readers saw a body differ from torch: each agrees by now, or the page says where it differs."""

from typing import Any

import numpy as np

A = np.array
U8, I8, I32, F16, F32, I64 = (np.dtype(name) for name in ("u1", "i1", "i4", "f2", "f4", "i8"))
ONES = np.ones((2, 2), F32)
GRID = A([[1, 2], [3, 4]])
CUBE = np.arange(24).reshape(2, 3, 4)
LONG = np.full((1_000_000, 2), 0.1, F32)

CALLS: dict[str, list[tuple[Any, ...]]] = {
    "add": [(A([5], U8), -3), (A([200], U8), 300)],
    "arange": [
        (0, 6, 1.5, {"dtype": I64}),
        (-3.5, 2, 0.5, {"dtype": I32}),
        (0, 2, 0.5, {"dtype": I64}),
        (5, {"step": 2}),
    ],
    "bernoulli": [(A([5.0, -3], F32),)],
    "cat": [([GRID, A([], I64)],), ([A([]), A([])], 1)],
    "clamp": [(A([2], U8), -1), (A([2.0], F32),)],
    "copy_": [(np.zeros(3, F32), np.zeros((1, 3), F32))],
    "cumprod": [(A([1e30, 1e30, 1e-30], F32), 0), (A([1e-30, 1e-30, 1e30], F32), 0)],
    "cumsum": [(np.ones((5000, 2), F16), 0)],
    "div": [(A([3]), A([0.1], F32), {"rounding_mode": "trunc"})],
    "einsum": [("ij->j", A([[True], [True]])), ("ij->", A([[200, 100]], U8))],
    "eq": [(A([255], U8), -1)],
    "expand": [(np.zeros(3, F32), (-1, 3))],
    "fill_": [(A([1], U8), -1), (A([1], F16), 1e5), (A([1], F32), 1e40)],
    "flatten": [(np.zeros((2, 3, 4), F32), 3)],
    "flip": [(A(5), (0,))],
    "full": [((2,), float("nan"), {"dtype": I64}), ((2,), -1, {"dtype": U8})],
    "full_like": [(A([1, 2]), float("inf")), (A([1, 2], I8), 300.5), (A([1], U8), -1)],
    "gather": [(GRID, 1, A([[-1], [0]]))],
    "ge": [(A([255], U8), 0)],
    "getitem": [
        (np.arange(12).reshape(3, 4), [[0, 2], [1, 0]]),
        (A([10, 20, 30]), A([1, 0, 1], U8)),
        (CUBE, (..., True)),
        (CUBE, (A(0), slice(None), [0, 1])),
        (CUBE, (..., ...)),
    ],
    "gt": [(A([200], U8), 300)],
    "hstack": [([GRID, A([], I64)],)],
    "index_add": [(GRID, 0, A([-1]), A([[5, 6]])), (ONES, 0, A([0, 1]), A([[1.0], [2.0]], F32))],
    "index_select": [(GRID, 0, A([-1])), (GRID, 0, A([True, False]))],
    "le": [(A([255], U8), 300)],
    "linspace": [(-12, 4, 7, {"dtype": I64})],
    "log10": [(A([9999999]),), (A([2], U8),), (A([True]),)],
    "log2": [(A([2**30 - 1]),), (A([2], U8),)],
    "lt": [(A([255], U8), 256)],
    "mT": [(A(5),)],
    "masked_fill": [
        (A([1, 2]), A([True, False]), float("inf")),
        (A([1, 2], I8), A([True, False]), 300),
        (A([1], F16), A([True]), -1e9),
    ],
    "masked_select": [(GRID, A([[0, 1], [1, 0]]))],
    "mean": [(LONG, 0)],
    "median": [(A([], I64),)],
    "meshgrid": [(A([1, 2]), A([0.5], F32)), (A([[1, 2]]),)],
    "mul": [(A([5], U8), -1)],
    "multinomial": [(A([0.1, 0.2, 0.3], F32), 4), (A([0.0, 0], F32), 1), (A([-1.0, 1], F32), 1)],
    "narrow": [(np.arange(5), 0, 3, 4), (np.arange(5), 0, -6, 0)],
    "nn.functional.one_hot": [(A([-1, 0]), 3)],
    "nn.functional.pad": [(A([[1.0, 2, 3, 4]], F32), (-1, 3), "reflect")],
    "norm": [(A([300.0] * 3, F16),)],
    "pow": [(A([16, 17], U8), 2), (A([50000], I32), 2), (A([complex("inf")], "c8"), 1)],
    "rand": [(2, {"dtype": F16})],
    "randint": [(0, 300, (2,), {"dtype": U8})],
    "remainder": [(A([2147483647], I32), A([3.0], F32)), (A([-3.0], F32), 3)],
    "repeat": [(np.zeros((2, 2), F32), (2,))],
    "repeat_interleave": [(A([1, 2], I32),)],
    "reshape": [(np.zeros(6, F32), (-2, 3))],
    "result_type": [(A([1], F16), 1j)],
    "roll": [(np.zeros(6, F32), (1, 2))],
    "round": [(A([60000], F16), {"decimals": 1})],
    "scatter": [(GRID, 1, A([[-1], [0]]), A([[5], [6]])), (ONES, 1, A([[0, 1], [1, 0]]), A([[1.0], [2.0]], F32))],
    "setitem": [(A([10, 20, 30]), A([1, 0, 1], U8), 5), (A([1], U8), 0, -1)],
    "softmax": [(LONG, 0)],
    "split": [(np.arange(10), [2, 3])],
    "sqrt": [(A([16777217**2]),), (A([200], U8),)],
    "squeeze": [(np.zeros((1, 2, 1), F32), [0, 2])],
    "std": [(A([60000, 0], F16),)],
    "stride": [(np.zeros((0, 3), F32),), (np.zeros((3, 0), F32),), (np.zeros((2, 0, 3), F32),)],
    "sub": [(A([5], U8), 300)],
    "sum": [(LONG, 0), (np.ones((5000, 2), F16), 0)],
    "t": [(CUBE,)],
    "take_along_dim": [
        (A([[1, 2, 3], [4, 5, 6]]).T, A([1])),
        (A([[1, 2]]), A([[1]], I32), 1),
        (A([1, 2]), A([-1])),
    ],
    "tensor": [([-1], {"dtype": U8}), (np.float64(1.5),)],
    "unfold": [(A(5), 0, 1, 1)],
    "unsqueeze": [(np.zeros(6, F32), (0, 1))],
    "view": [(np.arange(4, dtype=F32), np.int32), (np.zeros(5, F32)[1:], np.dtype("f8")), (np.zeros(6, F32), (-2, 3))],
    "where": [(A([True, False]), A([1, 2], I8), 300)],
}
"""Entry -> arguments, the keyword ones in a dict at the end."""
