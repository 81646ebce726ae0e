"""The examples prove something: a changed output fails, quoted ones run, operators are what they are said to be."""

import ast
import doctest
import string

import numpy as np
import pytest
import torch

from docs.pages import lines
from torchref.content import catalog, observe

ENTRIES = catalog.entries(catalog.read())
CHECKER = doctest.OutputChecker()
FLAGS = doctest.DONT_ACCEPT_TRUE_FOR_1


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_any_changed_character_of_an_output_fails(entry):
    """Replace each character of each expected output in turn by another; drop it; double it."""
    for example in entry.examples:
        want, flags = (example.message or example.want), FLAGS
        if "+ELLIPSIS" in example.source:
            continue
        for place, character in enumerate(want.rstrip("\n")):
            other = next(c for c in string.ascii_letters if c != character)
            for changed in (other, "", character * 2):
                broken = want[:place] + changed + want[place + 1 :]
                got = want.replace("<BLANKLINE>", "")
                assert broken == want or not CHECKER.check_output(broken, got, flags), (
                    f"{entry.name}: {broken!r} passes for {want!r}"
                )


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_one_line_example_comes_out_as_quoted(entry):
    line = lines.one_line(entry, observe.OPERATORS.get(entry.name, ("", ""))[1])
    if line is None:
        return
    source, output = line
    with torch.random.fork_rng():
        got = repr(eval(source, {"torch": torch, "np": np}))
    assert " ".join(got.split()) == output, f"{entry.name}: {source}"


def test_most_operations_have_a_one_line_example():
    without = [n for n, e in ENTRIES.items() if not lines.one_line(e, observe.OPERATORS.get(n, ("", ""))[1])]
    assert len(without) < len(ENTRIES) / 5, without


@pytest.mark.parametrize("name", [name for name in observe.OPERATORS if name != "setitem"])
def test_operator_is_the_function(name):
    written = observe.OPERATORS[name][1]
    x, y = torch.tensor([[6, 1], [2, 3]]), torch.tensor([[1, 2], [2, 1]])
    got = eval(written, {"x": x, "y": y, "index": 0})
    entry = ENTRIES[name]
    function = observe.function(entry)
    operands = [node.id for node in ast.walk(ast.parse(written)) if isinstance(node, ast.Name)]
    expected = function(*[{"x": x, "y": y, "index": 0}[operand] for operand in operands if operand != "abs"])
    assert torch.equal(got, expected)
