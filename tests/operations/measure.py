"""Hold every body against torch on many calls, and write down where they differ: ``measured.json``.

``python -m tests.operations.measure`` writes it anew; with names of operations it measures those alone and prints what
differs. Nothing in it is typed by hand. The page of an operation prints the differences below its body.
"""

import difflib
import functools
import json
import os
import re
import sys
from collections import Counter
from typing import Any

import hypothesis
import numpy as np

from tests.operations import agree, behavior, compare, samples
from torchref.content import catalog, observe
from torchref.content.catalog import MEASURED, Entry

COUNT = int(os.environ.get("TORCHREF_INPUTS", "30"))
"""How many calls the tests draw for each operation."""
MANY = 300
"""How many more are drawn here."""
Found = dict[tuple[str, str], list[compare.Difference]]

DTYPES = tuple(agree.NUMPY_DTYPES)
ORDER = ("values", "shape", "memory", "arguments", "dtype", "body raises", "torch raises")


def calls(entry: Entry) -> dict[str, list[samples.Sample]]:
    """Return the calls on which the tests hold an operation, by where they come from."""
    return drawn(entry, COUNT) | {
        "examples": samples.examples(entry),
        "awkward": samples.awkward(entry),
        "reported": samples.told(entry),
        "operator samples": samples.operator_samples(entry, DTYPES),
        "operator errors": samples.operator_errors(entry),
    }


def drawn(entry: Entry, count: int) -> dict[str, list[samples.Sample]]:
    """Return drawn calls, and some of them with one argument spoilt."""
    generated = samples.generated(entry, count)
    return {"generated": generated, "spoilt": samples.spoilt(entry, generated[2:22])}


def found(entry: Entry, made: dict[str, list[samples.Sample]]) -> tuple[Found, dict[str, Counter]]:
    """Return the calls in which the body differs from torch, by :func:`key`, and what came of all, by source."""
    differing: Found = {}
    counted = {source: Counter() for source in made}
    for source, listed in made.items():
        for function, args, kwargs in listed:
            said = compare.compare(entry, function, args, kwargs)
            counted[source]["agree" if said is None else "both raise" if said is False else said.kind] += 1
            if said:
                differing.setdefault(key(said), []).append(said)
    return differing, counted


def rows(entry: Entry, differing: Found) -> list[dict[str, Any]]:
    """Return a row for each way in which a body differs from torch.

    It has ``kind`` (see :class:`compare.Difference`), ``why`` (what else makes it another way: what the arguments hold,
    the words of the error), ``dtypes`` (those of the arguments of all such calls), and of the shortest such call
    ``call`` and ``torch``, ``body`` and ``numpy``: what is typed and what is printed.
    """

    def shortest(group: list[compare.Difference]) -> compare.Difference:
        return compare.shortened(entry, min(group, key=compare.length), lambda one, other: key(one) == key(other))

    return [
        {"kind": kind, "why": reason, "dtypes": names(group), **compare.spelled(entry, shortest(group))}
        for (kind, reason), group in sorted(differing.items(), key=lambda item: (ORDER.index(item[0][0]), item[0][1]))
    ]


def known(difference: compare.Difference, rows: list[dict[str, Any]]) -> bool:
    """Whether a row speaks of a difference."""
    dtypes = {*names([difference])}
    return any((row["kind"], row["why"]) == key(difference) and dtypes <= {*row["dtypes"]} for row in rows)


def key(difference: compare.Difference) -> tuple[str, str]:
    """What tells ways of differing apart."""
    return difference.kind, why(difference)


def why(difference: compare.Difference) -> str:
    """What the arguments (and for dtypes the results) hold, or the start of the message of the one that raises."""
    if difference.kind in ("values", "dtype"):
        results = [agree.to_numpy(difference.torch)] if difference.kind == "dtype" else []
        return " to ".join(map(_kinds, [[difference.args, difference.kwargs], *results]))
    error = {"torch raises": difference.torch, "body raises": difference.numpy}.get(difference.kind)
    return "" if error is None else _worded(error)


KINDS = {"b": "integers", "u": "integers", "i": "integers", "f": "floats", "c": "complex numbers"}


def _kinds(value: Any) -> str:
    """Integers and bools among the arguments are not counted, since they may be dimensions and options."""
    numbers = (number for number in samples.flat(value) if type(number) in (float, complex))
    held = {KINDS.get(np.asarray(one).dtype.kind) for one in (*agree.leaves(value), *numbers)}
    return ", ".join(kind for kind in dict.fromkeys(KINDS.values()) if kind in held)


def _worded(error: Exception) -> str:
    """The start of a message without what is particular to the call: numbers, dtypes, quoted names."""
    named = "Bool|Byte|Char|Short|Int|Long|Half|Float|Double|ComplexFloat|ComplexDouble"
    shown = rf"\w*\d\w*|-\d+|'[^']*'|\"[^\"]*\"|<[^>]*>|\b({named})\b"
    plain = re.sub(shown, "_", str(error).partition("\n")[0])
    return f"{type(error).__name__}: {plain[:50]}"


def names(group: list[compare.Difference]) -> list[str]:
    """The dtypes of the arguments, and those that are asked for, in NumPy's usual order."""
    given = [*samples.flat([[one.args, one.kwargs] for one in group])]
    seen = {array.dtype for array in agree.leaves(given)} | {np.dtype(one) for one in given if agree.is_dtype(one)}
    return [str(dtype) for dtype in agree.TORCH_DTYPES if dtype in seen]


def facts(entry: Entry, listed: list[samples.Sample]) -> dict[str, Any]:
    """Return what a page says of an operation that rests on many calls: the listed ones, and those of its examples."""
    return behavior.behavior(entry, listed, observed()[entry.name]["signatures"])


@functools.cache
def observed() -> dict[str, Any]:
    """The facts of all operations that need no such calls."""
    return catalog.read_observed()["operations"]


def measure(entry: Entry) -> tuple[dict[str, Any], dict[str, Counter]]:
    """Return an operation's record of ``measured.json``, and what came of the calls, by source."""
    if entry.no_numpy is not None or entry.name in agree.OWN_TEST:
        given = observe.tensors([[call.args, [*call.kwargs.values()]] for call in observe.calls(entry)])
        graph = any(tensor.requires_grad for tensor in given)  # what such calls show is lost on other tensors
        return {} if graph else {"facts": facts(entry, samples.operator_samples(entry, DTYPES))}, {}
    held, many = calls(entry), drawn(entry, MANY)
    differing, counted = found(entry, held)
    more, beside = found(entry, many)
    for way, group in more.items():
        differing.setdefault(way, []).extend(group)
    record = {"body": catalog.digest(entry.numpy), "calls": counted, "differences": rows(entry, differing)}
    record["facts"] = facts(entry, [*held["generated"], *many["generated"], *held["operator samples"]])
    return record, {source: counted[source] + beside.get(source, Counter()) for source in counted}


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
