"""The programs that operation pages open in the playground: it runs every one, as torch does."""

import pytest

from docs.pages import playground
from tests.playground import compare
from torchref.content import catalog

pytestmark = pytest.mark.browser

VIEWS = """
view reshape flatten unflatten permute transpose t T mT movedim squeeze unsqueeze expand narrow select diagonal unfold
split chunk unbind getitem
"""


@pytest.fixture(scope="module")
def linked():
    """Name -> its program, of each operation whose page has the link."""
    entries, pictures = catalog.entries(catalog.read()), catalog.read_pictures()
    drawn = {name: one for name, one in pictures.items() if "kind" in one}
    found = {name: playground.statements(entries[name], one) for name, one in drawn.items()}
    return {name: program for name, program in found.items() if program}


def test_the_pages_of_views_have_the_link(linked):
    assert {*VIEWS.split()} <= linked.keys()


def test_every_program_runs_as_in_torch(page, linked):
    engine = page.evaluate("(programs) => reportPrograms(programs)", ["\n".join(one) for one in linked.values()])
    wrong = []
    for (name, program), found in zip(linked.items(), engine, strict=True):
        torch = playground.Torch()
        all(map(torch.run, program))
        wrong += [f"{name}: {one}" for one in compare.differences(torch, found)]
        wrong += [f"{name}: {torch.error}"] if torch.error else []
        wrong += [f"{name}: no step"] if not torch.steps else []
        wrong += [f"{name}: unclear"] if any(step["unclear"] for step in found["steps"]) else []
    assert not wrong, "\n".join(wrong)


def test_what_is_read_from_the_engine_is_what_it_exports(page):
    exported = page.evaluate(
        "(({functions, methods, attributes, asFunctions}) => ({functions, methods, attributes, asFunctions}))"
        "(torchrefPlayground)"
    )
    read = playground.known_names()
    keys = {"functions": "FUNCTIONS", "methods": "METHODS", "attributes": "ATTRIBUTES", "asFunctions": "AS_FUNCTION"}
    assert {key: {*exported[key]} for key in keys} == {key: read[name] for key, name in keys.items()}
    types = page.evaluate(
        "(names) => names.filter((name) => !torchrefPlayground.run(`torch.zeros(1).to(torch.${name})`).error)",
        sorted({*read["DTYPES"], "float64", "int32", "uint8"}),
    )
    assert {*types} == read["DTYPES"]


@pytest.mark.parametrize(
    "code",
    ["x.T", "torch.outer(torch.ones(2), torch.ones(2))", "torch.arange(3).tolist()", "x = torch.ones(2, 2)\nx @= x",
     "torch.zeros(2, dtype=torch.float64)", "torch.zeros(2, device='cpu')", "torch.zeros(*[2, 3])", "len([2])"],
)  # fmt: skip
def test_what_the_engine_does_not_know_is_not_linked(code):
    assert not playground.can_run(code)


def test_tuples_are_taken_apart_where_that_changes_nothing():
    assert playground.apart("x[1], x[:, 1]") == ["x[1]", "x[:, 1]"]
    assert playground.apart("x, y = f(1, 2), 3") == ["x = f(1, 2)", "y = 3"]
    for kept in ("x, y = y, x", "x, y = f(1, 2)", "x = 1, 2", "x + y"):
        assert playground.apart(kept) == [kept]
