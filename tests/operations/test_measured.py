"""Where the bodies differ from torch, as recorded: each answer that a page prints is what torch and the body say."""

import dataclasses

import pytest

from tests.operations import compare, measure
from torchref.content import catalog, facts, translation

ENTRIES = catalog.entries(catalog.read())
MEASURED = catalog.read_measured()
ROWS = [
    pytest.param(entry, row, id=f"{name}, {row['kind']} {row['why']}")
    for name, entry in ENTRIES.items()
    if facts.differences(entry, MEASURED, str)
    for row in MEASURED[name]["differences"]
]


@pytest.mark.parametrize(("entry", "row"), ROWS)
def test_both_answer_as_recorded(entry, row):
    assert compare.answers(entry, row) == (row["torch"], row["numpy"]), f"{row['call']}\n{row['body']}"


def test_there_are_rows():
    assert ROWS


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_kind_of_difference_has_words(language):
    entry = ENTRIES["clamp"]
    row = {"dtypes": ["int8"], "call": "f()", "torch": "1", "body": "g()", "numpy": "2"}
    record = {"body": catalog.digest(entry.numpy), "differences": [{"kind": kind, **row} for kind in measure.ORDER]}
    found = facts.differences(entry, {"clamp": record}, translation.load(language))
    assert len({group["label"] for group in found}) == len(measure.ORDER)
    said = {group["label"]: group["calls"] for group in found}
    error = "Traceback (most recent call last):\n"
    plain = [["``int8``", ">>> f()\n1\n>>> g()\n2\n"]]
    assert list(said.values()) == [
        *[plain] * 5,
        [["``int8``", f">>> f()\n1\n>>> g()\n{error}2\n"]],
        [["``int8``", f">>> f()\n{error}1\n>>> g()\n2\n"]],
    ]


def test_a_body_that_changed_shows_none():
    entry = ENTRIES["clamp"]
    rows = [{"kind": "values", "dtypes": [], "call": "f()", "torch": "1", "body": "g()", "numpy": "2"}]
    measured = {"clamp": {"body": catalog.digest(entry.numpy), "differences": rows}}
    assert facts.differences(entry, measured, str)
    assert not facts.differences(dataclasses.replace(entry, numpy=f"{entry.numpy} "), measured, str)
    assert not facts.differences(entry, {}, str)
