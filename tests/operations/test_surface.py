"""The official surface: every core name of PyTorch's reference is documented exactly once."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from torchref.content import catalog, observe

ENTRIES = catalog.entries(catalog.read())
with (Path(__file__).parent / "surface.tsv").open() as file:
    CORE = [row for row in csv.DictReader(file, delimiter="\t") if row["core"]]
BESIDE = {"Tensor", "getitem", "setitem"}
"""Entries that the list of functions and methods does not hold: the constructor and the brackets."""


@pytest.mark.parametrize("row", CORE, ids=lambda row: row["operation"])
def test_core_operation_has_an_entry_with_all_its_names(row):
    assert row["operation"] in ENTRIES, f"no entry {row['operation']!r} in torchref/operations/{row['topic']}.py"
    entry = ENTRIES[row["operation"]]
    assert entry.topic == row["topic"]
    missing = set(row["official_names"].split()) - set(observe.official_names(entry))
    assert not missing, f"{entry.name} does not reach {sorted(missing)}"


def test_every_name_is_documented_once():
    names = Counter(name for entry in ENTRIES.values() for name in observe.official_names(entry))
    assert not {name: count for name, count in names.items() if count > 1}


def test_an_entry_is_known_by_its_shortest_official_name():
    """What ``torch`` or ``Tensor`` has is not known by a longer name in another space."""
    for entry in ENTRIES.values():
        names = observe.own_names(entry)
        if entry.name in ("getitem", "setitem"):
            continue
        own = {f"torch.{entry.name}", f"torch.Tensor.{entry.name}"}
        assert own & set(names), f"{entry.name}: none of {names}"
        if entry.space:
            assert not [name for name in names if re.fullmatch(r"torch\.(Tensor\.)?\w+", name)], entry.name


def test_nothing_is_documented_that_the_list_does_not_name():
    assert set(ENTRIES) - {row["operation"] for row in CORE} == BESIDE


def test_each_operator_is_the_function_it_stands_for():
    assert set(observe.OPERATORS) <= set(ENTRIES)
