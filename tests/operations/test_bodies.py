"""The NumPy bodies against torch: they agree, or the difference is one of those written down, which the page prints."""

import importlib
import inspect
import os
import pickle
from collections import Counter
from pathlib import Path

import pytest
import torch

from tests.operations import agree, compare, measure
from tests.operations.agree import OWN_TEST
from torchref.content import catalog, observe, signatures

ENTRIES = catalog.entries(catalog.read())
OBSERVED = catalog.read_observed()["operations"]
MEASURED = catalog.read_measured()
WITH_BODY = [name for name, entry in ENTRIES.items() if entry.no_numpy is None]
INPUT_FILES = Path(__file__).parent / "inputs"


def record(name):
    found = MEASURED.get(name, {})
    assert found.get("body") == catalog.digest(ENTRIES[name].numpy), f"stale: python -m tests.operations.measure {name}"
    return found


@pytest.mark.parametrize("name", [name for name in WITH_BODY if name not in OWN_TEST])
def test_body_agrees_or_the_page_says_where_it_differs(name):
    """On its examples, drawn calls, spoilt ones, awkward values, PyTorch's samples and those that are to raise."""
    entry, known = ENTRIES[name], record(name)
    made = measure.calls(entry)
    assert made["examples"], f"{entry.path.name}:{entry.line}: no example of {name} makes a call that can be compared"
    found, counted = measure.found(entry, made)
    unsaid = [one for group in found.values() for one in group if not measure.known(one, known["differences"])]
    shown = [(measure.key(one), compare.spelled(entry, one)) for one in unsaid[:3]]
    assert not unsaid, (
        f"{name} differs in {len(unsaid)} calls; mend it, or: python -m tests.operations.measure {name}; {shown}"
    )
    if "TORCHREF_INPUTS" not in os.environ and not agree.uncompared(entry):
        now = {source: dict(outcomes) for source, outcomes in counted.items()}
        assert now == known["calls"], (
            f"{name}: other calls differ than before: python -m tests.operations.measure {name}"
        )


def test_bodies_agree_on_nearly_all_of_pytorchs_own_samples():
    """``test_body_agrees_or_the_page_says_where_it_differs`` counts them again."""
    counted = Counter()
    for name in WITH_BODY:
        counted.update(MEASURED.get(name, {}).get("calls", {}).get("operator samples", {}))
    answered = counted.total() - counted["both raise"] - counted["torch raises"]
    assert answered > 20_000
    assert counted["agree"] >= 0.99 * answered, counted


def signatures_of(entry):
    """The signatures of what a body is the equivalent of: for a module, of the function that does its work."""
    if entry.name in observe.FUNCTIONALS:
        return signatures.of(f"torch.nn.functional.{observe.FUNCTIONALS[entry.name].__name__}")
    shown = [one for one in OBSERVED[entry.name]["signatures"] if "parameters" in one]
    return [one for one in shown if one["name"].rpartition(".")[2] == entry.function]


@pytest.mark.parametrize("name", WITH_BODY)
def test_a_default_of_a_body_is_the_one_torch_has(name):
    """Where torch has none, an overload of torch does without the argument, so that the body can too."""
    entry = ENTRIES[name]
    shown = signatures_of(entry)
    parameters = inspect.signature(agree.body(entry)).parameters.values()
    required = [one for one in parameters if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    for one in parameters:
        rows = [row for signature in shown for row in signature["parameters"] if row[0] == one.name.removesuffix("_")]
        defaults = [eval(row[3], {"torch": torch, "pickle": pickle}) for row in rows if row[3:]]
        where = f"{entry.path.name}: {name}: {one.name}={one.default!r}"
        if defaults and one.default is not one.empty:
            assert any(one.default == default for default in defaults), f"{where}; torch has {defaults}"
            assert isinstance(one.default, bool) == isinstance(defaults[0], bool), f"{where}; torch has {defaults}"
        elif rows and one.default is not one.empty:
            call = (None,) * len(required)
            without = [other for other in shown if one.name not in {row[0] for row in other["parameters"]}]
            assert without or any(signatures.bind(other, call, {}) for other in shown), f"{where}; torch needs it"
        elif defaults:
            assert len(defaults) < len(rows), f"{where}: no default; torch has {defaults}"


@pytest.mark.parametrize("topic", sorted(path.stem for path in INPUT_FILES.glob("[!_]*.py")))
def test_each_function_that_draws_inputs_draws_those_of_an_entry(topic):
    """One left behind by an entry that was renamed would draw for nobody, and the entry would get other inputs."""
    module = importlib.import_module(f"tests.operations.inputs.{topic}")
    used = {getattr(module, entry.function, None) for entry in ENTRIES.values() if entry.topic == topic}
    drawing = {
        value
        for name, value in vars(module).items()
        if name[0] != "_" and inspect.isfunction(value) and list(inspect.signature(value).parameters) == ["draw"]
    }
    assert drawing <= used
