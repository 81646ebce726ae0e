"""The engine of the playground agrees with torch, in the browser that readers use."""

import re

import pytest

from docs.pages import playground
from tests.playground import compare

pytestmark = pytest.mark.browser

PROGRAMS = 1500


@pytest.fixture(scope="module")
def drawn():
    return compare.drawn(range(PROGRAMS))


def reported(page, programs):
    return page.evaluate("(programs) => reportPrograms(programs)", programs)


def test_the_engine_agrees_with_torch_on_random_programs(page, drawn):
    found = reported(page, [program for program, _ in drawn])
    wrong = [
        f"{program}\n-- {difference}"
        for (program, torch), engine in zip(drawn, found, strict=True)
        for difference in compare.differences(torch, engine)
    ]
    assert not wrong, "\n\n".join(wrong[:3])


@pytest.mark.parametrize(
    "program",
    [
        "x = torch.zeros(1, 1, 3, 3).permute(0, 3, 1, 2)\ny = torch.stack([x, x])",
        "x = torch.ones(2, 2) @ torch.ones(3, 2)",
        "x = torch.arange(3) ** -1",
        "x = torch.zeros(2) // (torch.ones(2) / -0.0)",
        "x = torch.ones(1, 3).expand(2, 3)\nx[True] = x\nx[:] = x[None]",
        "x = torch.arange(6).reshape(2, 3).T\ny = 2 ** x\nz = x ** 2",
        "x = torch.arange(6)\nx[0, [[0, 1]]]",
        "x = torch.arange(4).reshape(2, 2)\ny = x[[[0, 1]], 1]\nx, y\nx @ y.T, x",
    ],
)
def test_the_engine_agrees_with_torch(page, program):
    torch = playground.Torch()
    all(map(torch.run, program.split("\n")))
    (found,) = reported(page, [program])
    assert list(compare.differences(torch, found)) == []


def test_the_comparison_notices_what_differs(page, drawn):
    """A program with one number changed differs in most programs: the comparison looks at what they do."""
    changed = [
        re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), program, count=1) for program, _ in drawn[:200]
    ]
    found = reported(page, changed)
    noticed = [any(compare.differences(torch, engine)) for (_, torch), engine in zip(drawn, found, strict=False)]
    assert sum(noticed) > 150


def test_random_programs_use_all_of_the_language(page, drawn):
    """Nothing that can be typed is left unproved."""
    text = "\n".join(program for program, _ in drawn)
    names = page.evaluate(
        "({functions, methods, attributes, asFunctions}) => ({functions, methods, attributes, asFunctions})",
        page.evaluate_handle("torchrefPlayground"),
    )
    signs = ("+", "-", "*", "/", "//", "%", "**", "@", "==", "!=", "<", "<=", ">", ">=", "&", "|")
    unused = {
        *(one for one in [*names["functions"], *names["asFunctions"]] if not re.search(rf"\btorch\.{one}\(", text)),
        *(name for name in names["methods"] if not re.search(rf"(?<!torch)\.{name}\(", text)),
        *(name for name in names["attributes"] if not re.search(rf"\.{name}\b", text)),
        *(sign for sign in signs if f" {sign} " not in text),
    }
    assert not unused


@pytest.mark.parametrize(
    ("program", "own", "at"),
    [
        ("x = torch.arange(6)\nx.softmax(0)", "unknown", 22),
        ("x = torch.linspace(1)", "unknown", 10),
        ("x = arange(6)", "say_torch", 4),
        ("y.sum()", "no_name", 0),
        ("x = torch.arange(6", "unfinished", 18),
        ("x = torch.arange(6))", "syntax", 19),
        ("for i in x: pass", "keyword", 0),
        ("x = torch.arange(6) $ 2", "character", 20),
        ("torch.arange(3).T = 2", "target", 0),
        ("0 < torch.arange(3) < 2", "chained", 20),
        ("torch.arange(3).reshape(a=2)", "arguments", 16),
        ("torch.zeros(1000, 1000)", "too_big", 6),
        ("torch.arange(6)[[[0, 1]]]", "nested_index", 15),
        ("torch.arange(6).sum", "call_it", 16),
    ],
)  # fmt: skip
def test_what_is_not_in_the_language_is_said_with_its_place(page, program, own, at):
    error = page.evaluate("(program) => torchrefPlayground.run(program).error", program)
    assert (error["own"], error["at"]) == (own, at)


def test_steps_before_a_mistake_stay(page):
    count = page.evaluate("torchrefPlayground.run('x = torch.arange(6)\\nx.view(2, 3)\\nx.(').steps.length")
    assert count == 2
