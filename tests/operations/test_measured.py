"""Where the bodies differ from torch, as recorded: each answer that a page prints is what torch and the body say."""

import dataclasses
import importlib
import warnings

import numpy as np
import pytest
import torch

from tests.operations import measure
from torchref.content import catalog, facts, translation

ENTRIES = catalog.entries(catalog.read())
MEASURED = catalog.read_measured()
ROWS = [
    pytest.param(entry, row, id=f"{name}, {row['kind']} {row['why']}")
    for name, entry in ENTRIES.items()
    if facts.differences(entry, MEASURED, str)
    for row in MEASURED[name]["differences"]
]


def answer(call, names):
    """What is printed for a call: its result, or the error that it raises, to the end of the first line."""
    with torch.random.fork_rng(devices=()), np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return repr(eval(call, names))
        except Exception as error:
            return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"


@pytest.mark.parametrize(("entry", "row"), ROWS)
def test_both_answer_as_recorded(entry, row):
    bodies = vars(importlib.import_module(f"torchref.operations.{entry.topic}"))
    assert answer(row["call"], {"torch": torch, "np": np}) == row["torch"], row["call"]
    assert answer(row["body"], {**bodies, "np": np}) == row["numpy"], row["body"]


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
