"""The sheet NumPy → PyTorch: both sides of a pair give the same, a trap does not; what is recorded is what they do."""

import json

import pytest

from torchref.content import catalog
from torchref.content.catalog import Pair
from torchref.pictures import pairs, sheet

ENTRIES = catalog.entries(catalog.read())
PAIRS = [pair for entry in ENTRIES.values() for pair in entry.pairs]
RECORDED = catalog.read_pairs()


@pytest.fixture(scope="module")
def fresh():
    return json.loads(sheet.dump(pairs.record(ENTRIES)))


def test_the_fixtures_and_the_order_of_the_pairs_are_those_of_a_fresh_run(fresh):
    assert RECORDED["fixtures"] == fresh["fixtures"]
    assert list(RECORDED["pairs"]) == list(fresh["pairs"]) == [pair.numpy for pair in PAIRS]


@pytest.mark.parametrize("code", RECORDED["pairs"])
def test_a_pair_does_what_is_recorded(fresh, code):
    assert RECORDED["pairs"][code] == fresh["pairs"][code]


def test_the_sheet_has_as_much_as_fits():
    assert 65 <= len(PAIRS) <= 75
    assert sum(bool(pair.trap) for pair in PAIRS) >= 20
    assert all(("trap" in RECORDED["pairs"][pair.numpy]) == bool(pair.trap) == bool(pair.reason) for pair in PAIRS)


@pytest.mark.parametrize(
    "pair",
    [
        Pair("np.std(f)", "f.std()"), Pair("np.zeros(3)", "zeros(3)"), Pair("np.sum(x, axis=0)", "x.sum(1)"),
        Pair("np.sum(x, axis=0, keepdims=True)", "x.sum(0)"), Pair("np.sort(s)", "s.sort()"),
        Pair("x[0] = 9", "x[1] = 9"), Pair("np.random.rand(2, 3)", "rand(2, 3)"), Pair("x.size", "x.size()"),
        Pair("np.random.rand(2)", "rand(3, dtype=float64)"),
    ],
)  # fmt: skip
def test_sides_that_differ_are_no_pair(pair):
    with pairs.apart(), pytest.raises(pairs.Differs):
        pairs.outcome(pair)


def test_a_call_that_does_as_numpy_is_no_trap():
    with pytest.raises(pairs.Differs, match="gives what NumPy gives"):
        pairs.outcome(Pair("np.sum(x)", "x.sum()", "sum(x)", "It differs."))


@pytest.mark.parametrize(
    ("pair", "outcome"),
    [
        (Pair("x[::-1]", "x.flip(0)"), {"memory": ["view", "copy"]}),
        (Pair("x.flatten()", "x.flatten()"), {"memory": ["copy", "view"]}),
        (Pair("x.T", "x.T"), {}),
        (Pair("x.T", "x.T", "x", "Swaps."), {"trap": ["[[0 1 2] [3 4 5]]", "[[0 3] [1 4] [2 5]]"]}),
        (Pair("np.mean(x)", "x.double().mean()", "x.mean()", "No."), {"trap": ["RuntimeError"]}),
        (Pair("x / 2", "x.double() / 2", "x / 2", "Floats."), {"trap": ["float32", "float64"]}),
    ],
)  # fmt: skip
def test_memory_and_traps_are_told_by_running(pair, outcome):
    assert pairs.outcome(pair) == outcome


@pytest.mark.parametrize(
    "field",
    [
        ":sheet numpy: np.sort(s)", ":sheet numpy:", ":sheet trap: s.sort(): Values and indices.",
        ":sheet numpy: np.sort(s) → s.sort().values\n    :sheet trap: without a reason",
    ],
)  # fmt: skip
def test_a_field_of_another_form_names_its_entry(tmp_path, field):
    operations = tmp_path / "operations"
    operations.mkdir()
    source = (catalog.OPERATIONS / "sorting.py").read_text(encoding="utf-8")
    (operations / "sorting.py").write_text(source.replace(":sheet: s.sort()", field), encoding="utf-8")
    with pytest.raises(catalog.ContentError, match=r"sorting.py:\d+: sort: a field reads ':sheet numpy: code → code'"):
        catalog.read(operations, ("sorting",))
