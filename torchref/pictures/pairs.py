"""Run the pairs of the sheet NumPy → PyTorch: ``python -m torchref.pictures.pairs`` writes ``pairs.json``.

The pairs are the ``:sheet numpy:`` and ``:sheet trap:`` fields of the entries. Each runs on tensors of its own: on the
left the names of ``FIXTURES`` are arrays, on the right tensors with the same elements, ``a`` is an array on both sides.
"""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from torchref.content import catalog
from torchref.content.catalog import Entry, Pair
from torchref.pictures import sheet

FIXTURES = {**sheet.FIXTURES, "t": "torch.arange(12).reshape(2, 2, 3)"}
ARRAY = "np.array([3, 1, 2])"
"""What ``a`` is."""


class Differs(Exception):
    """A pair whose sides differ, or a trap that does as NumPy does."""


def spaces() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what NumPy's side may name, and what torch's side may."""
    given = {name: eval(code, {"torch": torch}) for name, code in FIXTURES.items()}
    arrays = {name: tensor.numpy().copy() for name, tensor in given.items()}
    a = eval(ARRAY, {"np": np})
    return {"np": np, "a": a, **arrays}, {**vars(torch), "np": np, "a": a.copy(), **given}


def plain(value: Any) -> Any:
    """Return a result as arrays, lists and Python's values, to be compared."""
    if isinstance(value, torch.Tensor):
        return value.numpy()
    if isinstance(value, np.generic):
        return np.asarray(value)
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return value


def same(one: Any, other: Any, values: bool = True) -> bool:
    """Whether two results have the same shape and dtype and, up to rounding, the same ``values``."""
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        alike = one.dtype == other.dtype and one.shape == other.shape
        return alike and (not values or bool(np.allclose(one, other, rtol=1e-6, atol=1e-7)))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(same(*both, values) for both in zip(one, other, strict=True))
    return type(one) is type(other) and bool(one == other)


def shares(value: Any, space: dict[str, Any]) -> bool | None:
    """Whether a result shares memory with what was given; None if it is no array."""
    made = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, np.ndarray) and one.ndim]
    given = [plain(space[name]) for name in (*FIXTURES, "a")]
    return any(np.shares_memory(one, array) for one in made for array in given) if made else None


def outcome(pair: Pair) -> dict[str, Any]:
    """Return ``memory`` of a pair, where one side shares it with what was given, and what its ``trap`` gives.

    Raises:
        Differs: its sides differ.
    """
    arrays, tensors = spaces()
    value = sheet.run(pair.numpy, arrays)
    expected, given = plain(value), plain(sheet.run(pair.torch, tensors))
    random = "np.random." in pair.numpy
    left, right = ([plain(space[name]) for name in FIXTURES] for space in (arrays, tensors))
    if not (expected is None or same(expected, given, not random)) or not same(left, right):
        raise Differs(f"{pair.numpy} gives {expected!r}, {pair.torch} gives {given!r}")
    found: dict[str, Any] = {}
    memory = shares(expected, arrays), shares(given, tensors)
    if memory[0] != memory[1] and None not in memory:
        found["memory"] = ["view" if one else "copy" for one in memory]
    if pair.trap:
        found["trap"] = trap(pair.trap, value)
    return found


def trap(code: str, expected: Any) -> list[str]:
    """Return what a call gives and what NumPy's gives in its place, or the error alone that it raises.

    Raises:
        Differs: it gives the same.
    """
    _, tensors = spaces()
    try:
        given = sheet.run(code, tensors)
    except Exception as error:
        return [type(error).__name__]
    one, other = plain(given), plain(expected)
    if same(one, other):
        raise Differs(f"{code} gives what NumPy gives: {given!r}")
    shown = [brief(given), brief(expected)]
    return shown if shown[0] != shown[1] else [str(one.dtype), str(other.dtype)]


def brief(value: Any) -> str:
    """Return a result as the sheet shows it, of many values the shapes."""
    text = sheet.written(value)
    if len(text) > sheet.LONG and isinstance(value, (tuple, list)):
        return " ".join(sheet.written(torch.Size(one.shape)) for one in value)
    return text


@contextlib.contextmanager
def apart() -> Iterator[None]:
    """Keep what the pairs save and draw to themselves."""
    state = np.random.get_state()
    try:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), torch.random.fork_rng():
            yield
    finally:
        np.random.set_state(state)


def record(entries: dict[str, Entry]) -> dict[str, Any]:
    """Return what the sheet cannot draw of the fixtures, and NumPy's side of each pair -> what running it showed."""
    found: dict[str, dict[str, Any]] = {}
    with apart():
        for entry in entries.values():
            for pair in entry.pairs:
                try:
                    found[pair.numpy] = outcome(pair)
                except Exception as error:
                    said = f"{entry.name}: :sheet numpy: {pair.numpy} → {pair.torch}: {type(error).__name__}: {error}"
                    raise catalog.ContentError(entry.path, entry.line, said) from None
    made = {name: code.removeprefix("torch.") for name, code in FIXTURES.items() if name not in sheet.FIXTURES}
    return {"fixtures": made | {"a": ARRAY}, "pairs": found}


def main(arguments: list[str]) -> int:
    if arguments:
        print(f"python -m torchref.pictures.pairs takes no arguments; found {' '.join(arguments)!r}", file=sys.stderr)
        return 2
    try:
        recorded = record(catalog.entries(catalog.read()))
    except catalog.ContentError as error:
        print(error, file=sys.stderr)
        return 2
    catalog.PAIRS.write_text(sheet.dump(recorded), encoding="utf-8")
    print(f"{len(recorded['pairs'])} pairs, {sum('trap' in one for one in recorded['pairs'].values())} traps")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
