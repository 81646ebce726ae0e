"""Hold every body against torch on many calls, and write down where they differ: ``measured.json``.

``python -m tests.operations.measure`` writes it anew; with names of operations it measures those alone and prints what
differs. Nothing in it is typed by hand. The page of an operation prints the differences below its body.
"""

import difflib
import json
import re
import sys
from collections import Counter
from typing import Any

import hypothesis

from tests.operations import agree, compare, samples
from tests.operations.test_bodies import OWN_TEST
from torchref.content import catalog
from torchref.content.catalog import MEASURED, Entry

MANY = 300
"""How many calls are drawn for each operation."""

DTYPES = tuple(agree.NUMPY_DTYPES)
ORDER = ("values", "shape", "memory", "arguments", "dtype", "body raises", "torch raises")


def calls(entry: Entry) -> dict[str, list[samples.Sample]]:
    """Return the calls on which an operation is measured, by where they come from."""
    drawn = samples.generated(entry, MANY)
    return {
        "examples": samples.examples(entry),
        "generated": drawn,
        "spoilt": samples.spoilt(entry, drawn[2:22]),
        "awkward": samples.awkward(entry),
        "operator samples": samples.operator_samples(entry, DTYPES),
        "operator errors": samples.operator_errors(entry),
    }


def differences(entry: Entry, made: dict[str, list[samples.Sample]]) -> tuple[list[dict[str, Any]], dict[str, Counter]]:
    """Return where the body differs from torch, a row for each way in which it does, and what came of the calls.

    A row has ``kind`` (see :class:`compare.Difference`), ``why`` (what else makes it another way: the dtypes of the
    results, the words of the error), ``dtypes`` (those of the arguments of all such calls), and of the shortest such
    call ``call`` and ``torch``, ``body`` and ``numpy``: what is typed and what is printed.
    """
    found: dict[tuple[str, str], list[compare.Difference]] = {}
    counted = {source: Counter() for source in made}
    for source, listed in made.items():
        for function, args, kwargs in listed:
            said = compare.compare(entry, function, args, kwargs)
            outcome = "agree" if said is None else "both raise" if said is False else said.kind
            counted[source][outcome] += 1
            if said:
                found.setdefault(key(said), []).append(said)

    def shortest(group: list[compare.Difference]) -> compare.Difference:
        return compare.shortened(entry, min(group, key=compare.length), lambda one, other: key(one) == key(other))

    rows = [
        {"kind": kind, "why": reason, "dtypes": names(group), **compare.spelled(entry, shortest(group))}
        for (kind, reason), group in sorted(found.items(), key=lambda item: (ORDER.index(item[0][0]), item[0][1]))
    ]
    return rows, counted


def known(difference: compare.Difference, rows: list[dict[str, Any]]) -> bool:
    """Whether a row speaks of a difference."""
    dtypes = {*names([difference])}
    return any((row["kind"], row["why"]) == key(difference) and dtypes <= {*row["dtypes"]} for row in rows)


def key(difference: compare.Difference) -> tuple[str, str]:
    """What tells ways of differing apart."""
    return difference.kind, why(difference)


def why(difference: compare.Difference) -> str:
    """The dtypes of the results, where they differ, or the start of the message of the one that raises."""
    if difference.kind == "dtype":
        pairs = zip(*map(agree.leaves, (agree.to_numpy(difference.torch), difference.numpy)), strict=True)
        return ", ".join(
            dict.fromkeys(f"{one.dtype} / {other.dtype}" for one, other in pairs if one.dtype != other.dtype)
        )
    error = {"torch raises": difference.torch, "body raises": difference.numpy}.get(difference.kind)
    return "" if error is None else _worded(error)


_DTYPE = r"\b(Bool|Byte|Char|Short|Int|Long|Half|Float|Double|Complex(Float|Double))\b"


def _worded(error: Exception) -> str:
    """The start of a message without what is particular to the call: numbers, quoted names, dtypes."""
    plain = re.sub(rf"\d+|'[^']*'|\"[^\"]*\"|<[^>]*>|{_DTYPE}", "_", str(error).partition("\n")[0])
    return f"{type(error).__name__}: {plain[:50]}"


def names(group: list[compare.Difference]) -> list[str]:
    """The dtypes of the arguments, in NumPy's usual order."""
    seen = {array.dtype for one in group for array in agree.leaves([one.args, one.kwargs])}
    return [str(dtype) for dtype in agree.TORCH_DTYPES if dtype in seen]


def measure(entry: Entry) -> tuple[dict[str, Any], dict[str, Counter]]:
    """Return an operation's record of ``measured.json``, and what came of the calls, by source."""
    if entry.no_numpy is not None or entry.name in OWN_TEST:
        return {}, {}
    rows, counted = differences(entry, calls(entry))
    return {"body": catalog.digest(entry.numpy), "differences": rows}, counted


def main(arguments: list[str]) -> int:
    hypothesis.settings.register_profile("repeatable", derandomize=True)
    hypothesis.settings.load_profile("repeatable")
    entries = catalog.entries(catalog.read())
    if unknown := [name for name in arguments if name not in entries]:
        near = difflib.get_close_matches(unknown[0], entries, 3)
        print(f"no operation {unknown[0]!r}; nearest: {', '.join(near) or 'none'}", file=sys.stderr)
        return 2
    record = catalog.read_measured() if arguments else {}
    total: dict[str, Counter] = {}
    for name in arguments or entries:
        record[name], counted = measure(entries[name])
        for source, outcomes in counted.items():
            total.setdefault(source, Counter()).update(outcomes)
        for row in record[name].get("differences", ()) if arguments else ():
            print(f"\n{row['kind']} {row['why']} ({', '.join(row['dtypes'])})")
            print(f">>> {row['call']}\n{row['torch']}\n>>> {row['body']}\n{row['numpy']}")
    MEASURED.write_text(dump({name: record[name] for name in entries if name in record}), encoding="utf-8")
    for source, outcomes in total.items():
        print(f"{source:17} {sum(outcomes.values()):6} calls:", *(f"{k} {n}," for k, n in outcomes.most_common()))
    return 0


def dump(record: dict[str, Any]) -> str:
    """Return ``measured.json`` as text, one operation a line."""
    rows = ",\n".join(f" {json.dumps(name)}: {json.dumps(found)}" for name, found in record.items())
    return "{\n" + rows + "\n}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
