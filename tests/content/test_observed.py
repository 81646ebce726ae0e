"""The facts on the pages: observed again, and held against PyTorch's own schema."""

import json

import pytest
import torch

from torchref.content import catalog, observe

ENTRIES = catalog.entries(catalog.read())
RECORD = json.loads(catalog.OBSERVED.read_text(encoding="utf-8"))
SAME_TORCH = torch.__version__.partition("+")[0] == RECORD["versions"]["torch"]

SCHEMA_SAYS_NOTHING = {
    "bool": "aten::Bool and friends turn a tensor into a Python value; Tensor.bool is a conversion of dtype",
    "conj_physical": "a tensor that is not complex comes back itself, and its schema shows no alias",
    "grad": "aten::grad is autograd.grad; Tensor.grad is an attribute",
    "einsum": "composite: a mere permutation comes back as a view, and its schema shows no alias",
    "histogramdd": "composite: edges that are passed come back themselves, and its schema shows no alias",
    "manual_seed": "aten::manual_seed is TorchScript's and returns nothing; torch.manual_seed returns the generator",
    "meshgrid": "composite: returns expanded views, and its schema shows no alias",
}
"""Entries that the schema does not describe, by another meaning of the name or by silence -> why."""


def test_observed_facts_are_those_of_today():
    assert SAME_TORCH, f"observed under torch {RECORD['versions']['torch']}, found {torch.__version__}: observe again"
    now = observe.observe()["operations"]
    wrong = [name for name in now if RECORD["operations"].get(name) != now[name]]
    assert not wrong, f"stale: {wrong}; run python -m torchref.content.observe"
    assert list(RECORD["operations"]) == list(now)


def test_names_without_a_page_are_what_torch_has():
    assert SAME_TORCH, f"observed under torch {RECORD['versions']['torch']}, found {torch.__version__}: observe again"
    assert observe.same(ENTRIES) == RECORD["same"]
    listed = observe.without_page(ENTRIES, RECORD["same"])
    assert listed == RECORD["without_page"], "stale; run python -m torchref.content.observe"
    for space, names in (("torch", {"vmap", "asarray"}), ("torch.nn", {"Conv2d", "ReLU"}), ("torch.optim", {"Adam"})):
        assert names <= set(listed[space])
    assert "unfold" in listed["torch.nn.functional"] and "eig" in listed["torch.linalg"]
    official = [name for names in RECORD["operations"].values() for name in names["names"]]
    assert not {f"{space}.{name}" for space, names in listed.items() for name in names} & {*official, *RECORD["same"]}


@pytest.mark.parametrize("name", [name for name in ENTRIES if name not in SCHEMA_SAYS_NOTHING])
def test_observed_results_are_what_the_schema_allows(name):
    allowed = observe.schema_kinds(ENTRIES[name])
    seen = set(RECORD["operations"][name].get("returns", ()))
    assert not allowed or seen <= allowed, f"{name}: observed {sorted(seen)}, the schema allows {sorted(allowed)}"


def test_random_operations_are_the_ones_that_sample():
    """What torch tags as drawing random numbers differs between two seeds, and nothing else does."""
    for name, entry in ENTRIES.items():
        if "random" not in RECORD["operations"][name]:
            assert "np.random" not in entry.numpy or RECORD["operations"][name].get("returns") in (
                ["none"],
                ["value"],
                None,
                ["new"],
            ), name


BROKEN = '''"""Shape: a test."""

__all__ = ["sqeeze"]


def sqeeze(x):
    """Remove it.

    >>> 1 + 1
    2
    """
    return x
'''


def test_a_broken_entry_is_named(tmp_path):
    """An entry whose name torch does not have stops the observation with file and line."""
    (tmp_path / "shape.py").write_text(BROKEN)
    (topic,) = catalog.read(tmp_path, ("shape",))
    with pytest.raises(
        catalog.ContentError, match=r"shape\.py:6: torch has no operation called 'sqeeze'; nearest: .*squeeze"
    ):
        observe.facts(topic.entries[0])
