"""Hold what the engine makes of a program against what torch makes of it."""

import math
from pathlib import Path

from tests.playground import programs

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "docs" / "sphinx" / "static" / "playground-engine.js"
SCRIPTS = (ENGINE, Path(__file__).parent / "report.js")


COMPARED = (
    "shape", "stride", "offset", "dtype", "contiguous", "storage", "bytes", "tensor", "values", "shown",
)  # fmt: skip


def differences(torch, engine):
    """Yield where the two differ; the second value is how many steps were compared."""
    error = engine["error"] or {}
    if error.get("own"):
        yield f"the engine cannot say: {error['own']} {error['detail']}, torch: {torch.error}"
        return
    for n, (one, other) in enumerate(zip(torch.steps, engine["steps"], strict=False)):
        if other["unclear"]:
            return
        for key in COMPARED:
            wanted = one[key]
            if key == "values":
                found = other[key].split(" ") if other[key] else []
                if len(found) != len(wanted) or not all(map(same, wanted, found)):
                    if rounded(torch.steps[: n + 1], wanted, found):
                        return
                    yield f"step {n}: values {wanted}, engine {other[key]}"
            elif wanted != other[key]:
                yield f"step {n}: {key} {wanted}, engine {other[key]}"
    if len(torch.steps) != len(engine["steps"]):
        yield f"{len(torch.steps)} steps, engine {len(engine['steps'])}; {torch.error}, engine {engine['error']}"
        return
    if (torch.error or {}) != {key: error[key] for key in ("type", "message") if key in error}:
        yield f"{torch.error}, engine {engine['error']}"
    if not torch.error and torch.shown != engine["shown"]:
        yield f"shown {torch.shown}, engine {engine['shown']}"


def rounded(steps, wanted, found):
    """Whether results that torch rounds in a way of its own differ by that alone.

    It adds floats in an order that depends on the processor, and raises them to powers by an approximation.
    """
    name, piece = steps[-1]["name"], steps[-1]["piece"]
    if name not in ("sum", "mean", "matmul") and "@" not in piece and "**" not in piece:
        return False
    size = max((abs(one) for step in steps for one in step["values"] if math.isfinite(one)), default=0)
    return all(
        same(one, other) or abs(one - float(other)) <= 1e-6 * (abs(one) if "**" in piece else size)
        for one, other in zip(wanted, found, strict=True)
    )


def same(wanted, found):
    """Compare a value of torch with what the engine wrote."""
    if isinstance(wanted, bool):
        return found == str(int(wanted))
    if isinstance(wanted, int):
        return found == str(wanted)
    number = float(found.replace("Infinity", "inf"))
    if math.isnan(wanted):
        return math.isnan(number)
    return wanted == number and math.copysign(1, wanted) == math.copysign(1, number)


def drawn(seeds):
    """Return the programs of seeds, with what torch makes of them."""
    return [programs.made(seed) for seed in seeds]
