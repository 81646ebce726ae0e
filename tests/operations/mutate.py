"""Break the bodies on purpose, one small change at a time, and see whether the tests would notice.

``python -m tests.operations.mutate`` does so for every body; with names of operations for those alone; ``--strings``
empties string constants too. It prints the changed bodies (mutants) that live: those that differ from torch on no call
of :mod:`measure` in a way in which the body itself does not, and pass the test that holds the entry by other means. For
each such line, draw calls in ``inputs/`` that tell the two apart, or say in :data:`EQUIVALENT` why none can.
"""

import argparse
import ast
import copy
import faulthandler
import functools
import importlib
import itertools
import multiprocessing
import os
import resource
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import torch

from tests.operations import agree, compare, measure, samples
from tests.operations.test_bodies import OWN_TEST
from torchref.content import catalog
from torchref.content.catalog import Entry

ROOT = Path(__file__).parents[2]
FORK = multiprocessing.get_context("fork")  # has torch, and the calls, already
MEMORY = 32 * 2**30
"""Bytes of address space for one mutant."""

_UNUSED = "The body does not use it: arrays have no such choice."
_SORTED = "The body does not use it: its result is in order anyway."
_ZERO = "The default fills in 0."
_WIDE = "Either dtype is wide enough for float16, to which the result is rounded."
_OVERWRITTEN = "Every element is overwritten."
_FALSY = "0 counts as not given, like None, and nothing else is meant by it."
_SPARSE = "Only the memory that the positions take differs."
_STEP = "A step twice as long finds the same gradient but for rounding."
_ORDER = "Only which one is larger matters."
_SYMMETRIC = "The distribution is the same on both sides of 0."
_SHIFT = "Any finite shift cancels out: it is for rows without a finite largest element."

EQUIVALENT: dict[str, dict[tuple[str, str], str]] = {
    "numpy": {("def numpy(x, *, force=False):", "def numpy(x, *, force=True):"): _UNUSED},
    "cpu": {("return x.to_device('cpu')", "return x"): "NumPy has no other device to copy from."},
    "set_printoptions": {
        (
            "def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, "
            "profile=None, sci_mode=None):",
            "def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, "
            "profile=0, sci_mode=None):",
        ): "No profile is called 0 or None."
    },
    "zeros": {("def zeros(size, *, dtype=None):", "def zeros(size, *, dtype=0):"): _FALSY},
    "ones": {("def ones(size, *, dtype=None):", "def ones(size, *, dtype=0):"): _FALSY},
    "empty": {("def empty(size, *, dtype=None):", "def empty(size, *, dtype=0):"): _FALSY},
    "eye": {("def eye(n, m=None, *, dtype=None):", "def eye(n, m=None, *, dtype=0):"): _FALSY},
    "nan_to_num": {
        (
            "def nan_to_num(x, nan=None, posinf=None, neginf=None):",
            "def nan_to_num(x, nan=0, posinf=None, neginf=None):",
        ): _ZERO
    },
    "sort": {
        (
            "def sort(x, dim=-1, descending=False, *, stable=False):",
            "def sort(x, dim=-1, descending=False, *, stable=True):",
        ): _SORTED
    },
    "argsort": {
        (
            "def argsort(x, dim=-1, descending=False, *, stable=False):",
            "def argsort(x, dim=-1, descending=False, *, stable=True):",
        ): _SORTED
    },
    "topk": {
        (
            "def topk(x, k, dim=-1, largest=True, sorted=True):",
            "def topk(x, k, dim=-1, largest=True, sorted=False):",
        ): _SORTED
    },
    "unique": {
        (
            "def unique(x, sorted=True, return_inverse=False, return_counts=False, dim=None):",
            "def unique(x, sorted=False, return_inverse=False, return_counts=False, dim=None):",
        ): _SORTED
    },
    "var": {
        (
            "dtype = np.float32 if x.dtype == np.float16 else None",
            "dtype = np.float64 if x.dtype == np.float16 else None",
        ): _WIDE
    },
    "std": {
        (
            "dtype = np.float32 if x.dtype == np.float16 else None",
            "dtype = np.float64 if x.dtype == np.float16 else None",
        ): _WIDE
    },
    "Generator": {("def Generator(device=None):", "def Generator(device=0):"): _UNUSED},
    "rand": {("def rand(size, *, dtype=None):", "def rand(size, *, dtype=0):"): _FALSY},
    "randn": {
        ("def randn(size, *, dtype=None):", "def randn(size, *, dtype=0):"): _FALSY,
        (
            "return ((rng.standard_normal(size) + 1j * rng.standard_normal(size)) / np.sqrt(2)).astype(dtype)",
            "return ((rng.standard_normal(size) - 1j * rng.standard_normal(size)) / np.sqrt(2)).astype(dtype)",
        ): _SYMMETRIC,
    },
    "randint": {
        ("def randint(low, high, size=None, *, dtype=None):", "def randint(low, high, size=None, *, dtype=0):"): _FALSY
    },
    "randperm": {("def randperm(n, *, dtype=None):", "def randperm(n, *, dtype=0):"): _FALSY},
    "to": {
        (
            "def to(x, device=None, dtype=None, non_blocking=False, copy=False):",
            "def to(x, device=None, dtype=0, non_blocking=False, copy=False):",
        ): _FALSY
    },
    "result_type": {
        (
            "kinds = {'b': 0, 'u': 1, 'i': 1, 'f': 2, 'c': 3}",
            "kinds = {'b': 0, 'u': 1, 'i': 1, 'f': 2, 'c': 4}",
        ): _ORDER,
        (
            "weight = 0 if array is not value else 1 if array.ndim == 0 else 2",
            "weight = 0 if array is not value else 1 if array.ndim == 0 else 3",
        ): _ORDER,
        (
            "(light, lesser), (heavy, greater) = sorted(operands, key=lambda operand: operand[0])",
            "(light, lesser), (heavy, greater) = sorted(operands)",
        ): "Of two of one weight, either may come first.",
    },
    "nn.functional.pad": {
        (
            "def pad(x, pad, mode='constant', value=None):",
            "def pad(x, pad, mode='constant', value=0):",
        ): _ZERO,
        (
            "pairs = [(0, 0)] * (x.ndim - len(pad) // 2) + np.reshape(pad, (-1, 2))[::-1].tolist()",
            "pairs = [(0, 0)] * (x.ndim - len(pad) // 2) + np.reshape(pad, (-2, 2))[::-1].tolist()",
        ): "NumPy works out a size that is negative.",
    },
    "nn.Linear": {
        (
            "def Linear(x, weight, bias=None):",
            "def Linear(x, weight, bias=0):",
        ): "Adding 0 changes no number, and torch takes nothing else."
    },
    "utils.data.DataLoader": {
        (
            "def DataLoader(dataset, batch_size=1, shuffle=None, *, drop_last=False):",
            "def DataLoader(dataset, batch_size=1, shuffle=0, *, drop_last=False):",
        ): _FALSY
    },
    "gather": {
        (
            "places = list(np.indices(np.atleast_1d(index).shape, sparse=True))",
            f"places = list(np.indices(np.atleast_1d(index).shape{rest}))",
        ): _SPARSE
        for rest in ("", ", sparse=False")
    },
    "scatter_add": {
        (
            "places = list(np.indices(index.shape, sparse=True))",
            f"places = list(np.indices(index.shape{rest}))",
        ): _SPARSE
        for rest in ("", ", sparse=False")
    },
    "scatter": {
        (
            "places = list(np.indices(index.shape, sparse=True))",
            f"places = list(np.indices(index.shape{rest}))",
        ): _SPARSE
        for rest in ("", ", sparse=False")
    },
    "logsumexp": {
        (
            "top = np.where(np.isfinite(top), top, x.dtype.type(0))",
            f"top = np.where(np.isfinite(top), top, x.dtype.type({other}))",
        ): _SHIFT
        for other in ("", "1")
    },
    "cumsum": {("def cumsum(x, dim, *, dtype=None):", "def cumsum(x, dim, *, dtype=0):"): _FALSY},
    "cumprod": {("def cumprod(x, dim, *, dtype=None):", "def cumprod(x, dim, *, dtype=0):"): _FALSY},
    "backward": {
        ("grad = np.zeros(x.shape)", "grad = np.ones(x.shape)"): _OVERWRITTEN,
        (
            "def backward(function, x, gradient=None, step=1e-06):",
            "def backward(function, x, gradient=None, step=2e-06):",
        ): _STEP,
    },
    "autograd.grad": {
        ("grad = np.zeros(x.shape)", "grad = np.ones(x.shape)"): _OVERWRITTEN,
        ("def grad(function, x, step=1e-06):", "def grad(function, x, step=2e-06):"): _STEP,
    },
    "load": {
        (
            "def load(f, map_location=None, *, weights_only=None):",
            "def load(f, map_location=0, *, weights_only=None):",
        ): _UNUSED,
        (
            "def load(f, map_location=None, *, weights_only=None):",
            "def load(f, map_location=None, *, weights_only=0):",
        ): "Only False lets objects in.",
    },
}
"""Entry -> line of its body and what a mutant makes of it (as ``ast.unparse`` writes them) -> why no call can tell."""


@dataclass(frozen=True)
class Mutant:
    """A function with one change: in which line of its file, how the first line that changed reads, and its source."""

    line: int
    before: str
    after: str
    source: str


OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitOr,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}

FAMILIES = """
floor ceil trunc|min max|any all|argmin argmax|minimum maximum|sum prod|cumsum cumprod|mean median|var std|sin cos tan|
exp expm1|log log2 log10 log1p|tril triu|zeros ones|zeros_like ones_like|logical_and logical_or|equal not_equal|
less less_equal greater|greater_equal greater|bitwise_and bitwise_or bitwise_xor|left_shift right_shift|isnan isinf|
add subtract|multiply true_divide|floor_divide true_divide|remainder fmod|vstack hstack|random standard_normal|
int16 int32 int64|uint8 int8|float16 float32 float64|complex64 complex128|integer floating
"""
"""Functions, methods and dtypes that are easily taken for each other: each becomes the next of its family."""

SIBLINGS = {
    name: names[(place + 1) % len(names)]
    for names in map(str.split, reversed(FAMILIES.split("|")))
    for place, name in enumerate(names)
}


def mutants(function: ast.FunctionDef, strings: bool = False) -> list[Mutant]:
    """Return every function (given without its docstring) that one small change makes of it.

    ``strings``: empty string constants too. Changes that come to the same source count once.
    """
    whole = ast.unparse(function)
    found: dict[str, Mutant] = {}
    for node, line, put in _places(function, function.lineno):
        for other in _others(node, strings):
            put(other)
            source = ast.unparse(function)
            if source != whole:
                lines = zip(whole.splitlines(), source.splitlines(), strict=False)
                before, after = next((one.strip(), two.strip()) for one, two in lines if one != two)
                found.setdefault(source, Mutant(line, before, after, source))
        put(node)
    return [*found.values()]


def _places(node: ast.AST, line: int) -> Iterator[tuple[ast.AST, int, Callable[[ast.AST], None]]]:
    """Every node below one, its line, and what puts another there; what an error says is nobody's business."""
    for name, value in ast.iter_fields(node):
        for number, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or isinstance(node, ast.Raise):
                continue

            def put(other: ast.AST, value: Any = value, number: int = number, name: str = name) -> None:
                if isinstance(value, list):
                    value[number] = other
                else:
                    setattr(node, name, other)

            at = getattr(child, "lineno", line)
            yield child, at, put
            yield from _places(child, at)


def _others(node: Any, strings: bool) -> Iterator[ast.AST]:
    """What may stand in place of a node."""

    def but(**fields: Any) -> Any:
        changed = copy.copy(node)
        vars(changed).update(fields)
        return changed

    def without(items: list[Any], number: int) -> list[Any]:
        return items[:number] + items[number + 1 :]

    match node:
        case ast.BinOp() | ast.AugAssign():
            yield from (but(op=op()) for op in OPERATORS[type(node.op)])
        case ast.BoolOp():
            yield but(op=OPERATORS[type(node.op)][0]())
            for number in range(len(node.values)):
                kept = without(node.values, number)
                yield but(values=kept) if len(kept) > 1 else kept[0]
        case ast.Compare():
            for number, old in enumerate(node.ops):
                for op in OPERATORS[type(old)]:
                    yield but(ops=[*node.ops[:number], op(), *node.ops[number + 1 :]])
        case ast.UnaryOp():
            yield node.operand
        case ast.Constant(value=bool() as value):
            yield but(value=not value)
        case ast.Constant(value=(int() | float()) as value):
            yield but(value=value + 1 if isinstance(value, int) or not value else 2 * value)
        case ast.Constant(value=str()) if strings:
            yield but(value="")
        case ast.Name() | ast.Attribute():
            name = node.id if isinstance(node, ast.Name) else node.attr
            if isinstance(node.ctx, ast.Load) and name in SIBLINGS:
                yield but(**{"id" if isinstance(node, ast.Name) else "attr": SIBLINGS[name]})
        case ast.Call():
            method = isinstance(node.func, ast.Attribute) and not ast.unparse(node.func).startswith("np.")
            if method:
                yield node.func.value
            # without its first argument a function of NumPy's would raise whatever the test
            yield from (but(args=without(node.args, number)) for number in range(not method, len(node.args)))
            yield from (but(keywords=without(node.keywords, number)) for number in range(len(node.keywords)))
        case ast.IfExp():
            yield from (node.body, node.orelse, but(test=_negated(node.test)))
        case ast.comprehension():
            for number, test in enumerate(node.ifs):
                yield but(ifs=[*node.ifs[:number], _negated(test), *node.ifs[number + 1 :]])
        case ast.Slice():
            for name in ("lower", "upper", "step"):
                bound = getattr(node, name)
                if bound is not None:
                    yield but(**{name: None})
                    if not isinstance(bound, ast.Constant):
                        yield but(**{name: ast.BinOp(bound, ast.Add(), ast.Constant(1))})
        case ast.arguments():
            for name in ("defaults", "kw_defaults"):
                given = getattr(node, name)
                for number, default in enumerate(given):
                    if isinstance(default, ast.Constant) and isinstance(default.value, str | None):
                        other = ast.Constant(0 if default.value is None else "")
                        yield but(**{name: [*given[:number], other, *given[number + 1 :]]})
        case ast.If() | ast.While():
            yield but(test=_negated(node.test))
    if isinstance(node, ast.stmt):
        yield ast.Pass()


def _negated(test: ast.expr) -> ast.expr:
    return (
        test.operand if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) else ast.UnaryOp(ast.Not(), test)
    )


def mutants_of(entry: Entry, strings: bool = False) -> list[Mutant]:
    """Return the mutants of an entry's body, with their lines in its file."""
    tree = ast.parse(entry.path.read_text(encoding="utf-8"))
    (function,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.lineno == entry.line)
    del function.body[0]
    return mutants(function, strings)


def defined(entry: Entry, source: str) -> Any:
    """Return the function of a source, among the names of the entry's module; ``None`` where defining it raises."""
    names = {**vars(_module(entry))}
    try:
        exec(source, names)
    except Exception:
        return None
    return names[entry.function]


def _module(entry: Entry) -> Any:
    return importlib.import_module(f"torchref.operations.{entry.topic}")


def by_calls(entry: Entry, calls: list[samples.Sample]) -> Callable[[Any], bool]:
    """Return what says of a body whether it differs from torch in the same calls and ways as the entry's own body."""
    ways = [_way(entry, call) for call in calls]

    def passes(body: Any) -> bool:
        return all(_way(entry, call, body) == way for call, way in zip(calls, ways, strict=True))

    return passes


def _way(entry: Entry, call: samples.Sample, body: Any = None) -> tuple[str, str] | bool | None:
    said = compare.compare(entry, *call, body)
    return measure.key(said) if said else said


def by_tests(entry: Entry, tests: list[str]) -> Callable[[Any], bool]:
    """Return what says of a body whether tests pass with it in place of the entry's own.

    To be called in a process of its own, which has not imported their files yet.
    """

    def passes(body: Any) -> bool:
        _put(entry, body)
        return _run(tests) == 0

    return passes


def calling(entry: Entry, path: Path) -> list[str]:
    """Return the tests of a file that call an entry's body: those that could notice. Also in a process of its own."""
    body, calls, found = agree.body(entry), [], []

    def counted(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        return body(*args, **kwargs)

    class Notes:
        def pytest_runtest_logreport(self, report: Any) -> None:
            if calls:
                found.append(report.nodeid)
                calls.clear()

    _silence()
    _put(entry, functools.wraps(body)(counted))
    _run([str(path)], Notes())
    return found


def _put(entry: Entry, body: Any) -> None:
    for name in (entry.function, *entry.aliases):
        setattr(_module(entry), name, body)


def _run(tests: list[str], *plugins: Any) -> int:
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    options = ["-q", "--noconftest", "--assert=plain", "-p", "no:cacheprovider", f"--maxfail={0 if plugins else 1}"]
    return pytest.main([*options, f"--rootdir={ROOT}", *tests], plugins=plugins)


def survives(body: Any, passes: Callable[[Any], bool], seconds: float) -> bool:
    """Whether a body passes, in a process of its own: not if it takes too long, or takes the process down."""
    child = FORK.Process(target=_exit, args=(body, passes))
    child.start()
    child.join(seconds)
    if child.is_alive():
        child.kill()
        child.join()
    return child.exitcode == 0


def _exit(body: Any, passes: Callable[[Any], bool]) -> None:
    """End this process by whether the body passes, without a word."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _silence()
    os._exit(not passes(body))


def _silence() -> None:
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1), os.dup2(nowhere, 2)


def judges(entry: Entry) -> list[Callable[[Any], bool]]:
    """Return what holds an entry's body: its calls, and the test of its own or of its topic, as far as there are."""
    held = []
    if entry.name not in OWN_TEST:
        held.append(by_calls(entry, [*itertools.chain(*measure.calls(entry).values())]))
    path = ROOT / OWN_TEST.get(entry.name, f"tests/operations/test_{entry.topic}.py")
    if path.is_file():
        with ProcessPoolExecutor(1, FORK) as pool:
            tests = pool.submit(calling, entry, path).result()
        held += [by_tests(entry, tests)] if tests else []
    if not held:
        raise LookupError(f"no test in {path.relative_to(ROOT)} calls its body")
    return held


def judge(entry: Entry, strings: bool) -> tuple[dict[Mutant, str], str]:
    """Return what becomes of each mutant of an entry, and why they are left out, where they are.

    ``died``, ``lives``, ``equivalent``, ``left out``, and ``no equivalent`` where :data:`EQUIVALENT` is wrong.
    """
    made = mutants_of(entry, strings)
    bodies = {mutant: body for mutant in made if (body := defined(entry, mutant.source)) is not None}
    alive, own, trouble = [*bodies], agree.body(entry), ""
    try:
        held = judges(entry)
    except Exception as error:
        held, trouble = [], f"nothing holds it: {type(error).__name__}: {error}"
    for passes in held:
        start = time.monotonic()
        if not survives(own, passes, 300):
            trouble = "its body as it is does not pass"
            break
        limit = 10 + 10 * (time.monotonic() - start)
        alive = [mutant for mutant in alive if survives(bodies[mutant], passes, limit)]
    if trouble:
        return dict.fromkeys(bodies, "left out"), trouble
    rows = EQUIVALENT.get(entry.name, {})
    outcomes = {}
    for mutant in bodies:
        lives, excused = mutant in alive, (mutant.before, mutant.after) in rows
        outcomes[mutant] = ("equivalent" if lives else "no equivalent") if excused else "lives" if lives else "died"
    return outcomes, trouble


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.operations.mutate", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("names", metavar="NAME", nargs="*", help="an operation (default: all that have a body)")
    parser.add_argument("--strings", action="store_true", help="empty string constants too")
    asked = parser.parse_args(arguments)
    known = catalog.entries(catalog.read())
    try:
        chosen = [catalog.find(name, known) for name in asked.names]
    except KeyError as error:
        parser.error(error.args[0])
    for entry in chosen:
        if entry.no_numpy is not None:
            parser.error(f"{entry.name} has no NumPy body: {entry.no_numpy}")
    chosen = chosen or [entry for entry in known.values() if entry.no_numpy is None]
    chosen.sort(key=lambda entry: entry.name not in OWN_TEST)  # the slow ones first
    hypothesis.settings.register_profile("repeatable", derandomize=True, phases=[hypothesis.Phase.generate])
    hypothesis.settings.load_profile("repeatable")
    torch.set_num_threads(1)
    counted: Counter[str] = Counter()
    excused = []
    with ProcessPoolExecutor(os.cpu_count(), FORK) as pool:
        judged = pool.map(judge, chosen, [asked.strings] * len(chosen))
        for entry, (outcomes, trouble) in zip(chosen, judged, strict=True):
            if trouble:
                print(f"{entry.name}: {len(outcomes)} mutants are left out: {trouble}\n", flush=True)
            for mutant, outcome in outcomes.items():
                counted[outcome] += 1
                if outcome == "lives":
                    print(told(entry, mutant), flush=True)
                elif "equivalent" in outcome:
                    reason = EQUIVALENT[entry.name][mutant.before, mutant.after]
                    excused.append(f"{told(entry, mutant)}  {outcome}: {reason}\n")
    for one in excused:
        print(one)
    died = counted["died"] + counted["no equivalent"]
    of = died + counted["lives"]
    share = f" ({100 * died / of:.1f} %)" if of else ""
    print(f"{died} of {of} mutants died{share}; equivalent: {counted['equivalent']}; left out: {counted['left out']}")
    return 1 if counted["no equivalent"] else 0


def told(entry: Entry, mutant: Mutant) -> str:
    """What is printed of a mutant: where it stands, and its line before and after, of long ones what is near."""
    pairs = zip(mutant.before, mutant.after, strict=False)
    same = next((place for place, (one, two) in enumerate(pairs) if one != two), 0)
    start = same - 40 if max(len(mutant.before), len(mutant.after)) > 120 and same > 40 else 0
    before, after = (
        "... " * bool(start) + textwrap.shorten(line[start:], 120, placeholder=" ...")
        for line in (mutant.before, mutant.after)
    )
    return f"{entry.path.relative_to(ROOT)}:{mutant.line}: {entry.name}\n  - {before}\n  + {after}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
