"""Mutants of the bodies: which are made, and that faults die and harmless changes live."""

import ast
import time

import numpy as np
import pytest

from tests.operations import agree, mutate, samples
from torchref.content import catalog

ENTRIES = catalog.entries(catalog.read())


def lines(source, **options):
    """How the changed lines of all mutants of a function read."""
    (function,) = ast.parse(source).body
    return {mutant.after for mutant in mutate.mutants(function, **options)}


def test_every_kind_of_change_is_made():
    assert lines("def f(x, dim=None, p='fro', *, keep=False):\n    return x") == {
        "def f(x, dim=0, p='fro', *, keep=False):",
        "def f(x, dim=None, p='', *, keep=False):",
        "def f(x, dim=None, p='fro', *, keep=True):",
        "pass",
    }
    assert lines("def f(x):\n    return -x[1:n] + 0.5") == {
        "return -x[1:n] - 0.5",
        "return x[1:n] + 0.5",
        "return -x[2:n] + 0.5",
        "return -x[:n] + 0.5",
        "return -x[1:] + 0.5",
        "return -x[1:n + 1] + 0.5",
        "return -x[1:n] + 1.0",
        "pass",
    }
    assert lines("def f(x):\n    return np.floor(x) if x < 0 and keep else x.sum(0, keepdims=keep)") == {
        "return np.floor(x)",
        "return x.sum(0, keepdims=keep)",
        "return np.floor(x) if not (x < 0 and keep) else x.sum(0, keepdims=keep)",
        "return np.floor(x) if x < 0 or keep else x.sum(0, keepdims=keep)",
        "return np.floor(x) if x < 0 else x.sum(0, keepdims=keep)",
        "return np.floor(x) if keep else x.sum(0, keepdims=keep)",
        "return np.floor(x) if x <= 0 and keep else x.sum(0, keepdims=keep)",
        "return np.floor(x) if x > 0 and keep else x.sum(0, keepdims=keep)",
        "return np.floor(x) if x < 1 and keep else x.sum(0, keepdims=keep)",
        "return np.ceil(x) if x < 0 and keep else x.sum(0, keepdims=keep)",
        "return np.floor(x) if x < 0 and keep else x.prod(0, keepdims=keep)",
        "return np.floor(x) if x < 0 and keep else x.sum(1, keepdims=keep)",
        "return np.floor(x) if x < 0 and keep else x.sum(keepdims=keep)",
        "return np.floor(x) if x < 0 and keep else x.sum(0)",
        "return np.floor(x) if x < 0 and keep else x",
        "pass",
    }
    assert lines("def f(x):\n    if x.ndim:\n        raise ValueError(f'{x.ndim + 1}, not {x - 1}')\n    return x") == {
        "pass",
        "if not x.ndim:",
    }


def test_strings_are_emptied_only_when_asked_for():
    source = "def f(x):\n    return x.dtype.kind in 'fc'"
    assert "return x.dtype.kind in ''" in lines(source, strings=True) - lines(source)


def test_a_mutant_names_its_line_in_the_file():
    entry = ENTRIES["index_add"]
    text = entry.path.read_text(encoding="utf-8").splitlines()
    for mutant in mutate.mutants_of(entry):
        if mutant.before.startswith("out = "):
            assert text[mutant.line - 1].strip() == mutant.before
    assert len(mutate.mutants_of(entry)) > 10


CEIL_FOR_FLOOR = "def floor(x):\n    return np.ceil(x)"
SAME_IN_OTHER_WORDS = "def floor(x):\n    return np.floor(np.asarray(x))"
WITHOUT_END = "def floor(x):\n    while True:\n        pass"
TAKES_THE_PROCESS_DOWN = "def floor(x):\n    import os\n    os.abort()"


def test_a_planted_fault_dies_and_a_harmless_change_lives():
    entry = ENTRIES["floor"]
    passes = mutate.by_calls(entry, samples.awkward(entry))
    for body in (agree.body(entry), mutate.defined(entry, SAME_IN_OTHER_WORDS)):
        assert mutate.survives(body, passes, 60)
    for source in (CEIL_FOR_FLOOR, TAKES_THE_PROCESS_DOWN):
        assert not mutate.survives(mutate.defined(entry, source), passes, 60)
    start = time.monotonic()
    assert not mutate.survives(mutate.defined(entry, WITHOUT_END), passes, 1)
    assert time.monotonic() - start < 30


def test_a_difference_that_the_body_has_too_does_not_count():
    entry = ENTRIES["sqrt"]
    given = np.array([4], np.int64)
    passes = mutate.by_calls(entry, [(lambda x: x.double().sqrt(), (given,), {})])  # the body answers in float32
    assert passes(agree.body(entry))
    assert not passes(np.cbrt)


def test_an_entry_that_a_test_of_its_own_holds_is_put_to_that_test():
    entry = ENTRIES["type"]
    (passes,) = mutate.judges(entry)
    assert mutate.survives(agree.body(entry), passes, 60)
    assert not mutate.survives(lambda x, dtype=None: x.dtype.name, passes, 60)


@pytest.mark.parametrize(
    ("argument", "says"),
    [("sqeeze", "no operation is called 'sqeeze'; nearest: squeeze"), ("no_grad", "no_grad has no NumPy body")],
)
def test_what_it_cannot_do_it_says(argument, says, capsys):
    with pytest.raises(SystemExit) as ended:
        mutate.main([argument])
    assert ended.value.code == 2
    assert says in capsys.readouterr().err


def test_each_row_of_the_equivalent_ones_speaks_of_a_mutant():
    for name, rows in mutate.EQUIVALENT.items():
        made = {(mutant.before, mutant.after) for mutant in mutate.mutants_of(ENTRIES[name])}
        assert rows.keys() <= made, f"{name}: no mutant is {rows.keys() - made}"
