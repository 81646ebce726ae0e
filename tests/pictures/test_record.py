"""The pictures: recorded again, held against the calls they show, and broken where they could be wrong."""

import functools
import math
import re
import warnings

import numpy as np
import pytest
import torch

from torchref.content import catalog, observe
from torchref.pictures import captions, graph, provenance, record

ENTRIES = catalog.entries(catalog.read())
RECORD = catalog.read_pictures()
FACTS = catalog.read_observed()["operations"]
SAME_TORCH = torch.__version__.partition("+")[0] == catalog.read_observed()["versions"]["torch"]
VALUE = r"(?:True|False|nan|-?inf|-?[\d.]+(?:e[+-]\d+)?)"
EXPRESSION = rf"(?!{VALUE}\b)[a-z_]\w*(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\])*(?: = {VALUE}(?:, {VALUE})*(?=, [a-z]|, …|$))?"
"""A part of a caption: ``x[0, index[1]]``, or ``x[:, 0] = 1, 4``."""
DRAWN = {name: one for name, one in RECORD.items() if "grids" in one}


@functools.cache
def seeded_calls(name):
    with torch.random.fork_rng():
        torch.manual_seed(0)
        return observe.calls(ENTRIES[name])


@functools.cache
def shown_call(name):
    """The call that a picture shows: of those of its example the one whose tensors it holds."""
    picture = RECORD[name]
    for call in seeded_calls(name):
        if call.example != picture["example"] or not provenance.fits(call):
            continue
        results = [grid for grid in picture["grids"] if grid["role"] == "result"]
        after = provenance.tensors(call.result) or provenance.given(call)[:1]
        if [grid["shape"] for grid in results] == [list(tensor.shape) for tensor in after]:
            return call
    raise AssertionError(f"{name}: no call of example {picture['example']} has these shapes")


@pytest.mark.parametrize("topic", [topic.name for topic in catalog.read()])
def test_the_pictures_are_those_of_today(topic):
    assert SAME_TORCH, "observed under another torch: observe again"
    found = {name: record.picture(entry, FACTS[name]) for name, entry in ENTRIES.items() if entry.topic == topic}
    stale = [name for name in found if found[name] != _plain(RECORD.get(name))]
    assert not stale, f"run python -m torchref.pictures.record: {stale}"


def _plain(value):
    """What JSON made of tuples, as what it was made from."""
    if isinstance(value, dict):
        return {key: _tuples(one) if key in ("from", "by", "rivals") else one for key, one in value.items()}
    return value


def _tuples(cells):
    return [[tuple(one) for one in sources] for sources in cells]


def test_nearly_every_operation_on_tensors_has_a_picture():
    without = {name: one["reason"] for name, one in RECORD.items() if "reason" in one}
    on_tensors = [name for name in ENTRIES if without.get(name) != "no result is a tensor"]
    drawn = [name for name in on_tensors if name not in without]
    print(f"{len(drawn)} of {len(on_tensors)} operations that take or return tensors have a picture")
    print({name: reason for name, reason in without.items() if name in on_tensors})
    assert len(drawn) / len(on_tensors) >= 0.85
    for name, reason in without.items():
        made = observe.calls(ENTRIES[name]) if reason == "no result is a tensor" else []
        made = [call for call in made if observe.tensors(call.result) and not call.name.endswith("_")]
        assert not made, name


@pytest.mark.parametrize("name", DRAWN)
def test_cells_hold_the_values_of_the_call(name):
    call = shown_call(name)
    trial = provenance.Trial(call)
    after = trial.run(trial.given) if trial.written is not None else provenance.tensors(call.result) or trial.given
    for grid in RECORD[name]["grids"]:
        if grid["role"] == "storage":
            continue
        every = after if grid["role"] == "result" else provenance.given(call)
        assert any(_holds(grid, tensor) for tensor in every), f"{name}: {grid['name']} is none of the call's tensors"


def _holds(grid, tensor):
    values = tensor.flatten().tolist()
    return grid["shape"] == list(tensor.shape) and all(map(_shows, grid["values"], values))


def _shows(text, value):
    if isinstance(value, (bool, int)):
        return text == str(value)
    number = float(text)
    if not math.isfinite(value):
        return str(number) == str(float(value))
    digits = len(re.sub(r"e.*|\D", "", text).lstrip("0")) or 1
    return number == value or abs(number - value) <= abs(value) * 0.5 * 10.0 ** (1 - digits) * 1.01


@pytest.mark.parametrize("name", [name for name, one in DRAWN.items() if one["kind"] != "storage"])
def test_what_is_no_source_does_not_matter(name):
    """Other values in all cells but the sources leave an element of the result as it is."""
    picture = RECORD[name]
    call = shown_call(name)
    if observe.seeded(ENTRIES[name]) or provenance.find(call).settled:
        return
    trial = provenance.Trial(call)
    first = provenance.cells(trial.run(trial.given))
    none = [[] for _ in first]
    every = zip(picture["from"], picture.get("by", none), picture.get("rivals", none), strict=True)
    chooser = torch.Generator().manual_seed(0)
    tried = 0
    for k, (sources, by, rivals) in enumerate(every):
        kept = {tuple(one) for one in [*sources, *by, *rivals]}
        changed = [tensor.clone() for tensor in trial.given]
        for n, tensor in enumerate(changed):
            if picture["grids"][n]["role"] == "index":
                continue
            flat = tensor.flatten()
            for cell in range(tensor.numel()):
                if (n, cell) not in kept:
                    flat[cell] = torch.randint(0, 5, (), generator=chooser).to(tensor.dtype)
            changed[n] = flat.reshape(tensor.shape)
        made = trial.run(changed)
        if made is not None and len(provenance.cells(made)) == len(first):
            tried += 1
            assert provenance.alike(provenance.cells(made)[k], first[k]), f"{name}: element {k} has other sources too"
    assert tried, name


@pytest.mark.parametrize("name", [name for name, one in DRAWN.items() if one["kind"] == "storage"])
def test_a_write_to_the_storage_shows_in_the_elements_that_lie_there(name):
    picture = RECORD[name]
    storage, *others = picture["grids"]
    results = [grid for grid in others if grid["role"] == "result"]
    places = [cells[0][1] for cells in picture["from"]]
    for result in results:
        own, places = places[: len(result["values"])], places[len(result["values"]) :]
        whole = torch.arange(len(storage["values"]))
        view = whole.as_strided(result["shape"], result["stride"], result["offset"])
        assert view.flatten().tolist() == own
        assert [storage["values"][place] for place in own] == result["values"]
    assert results and not places


@pytest.mark.parametrize("name", DRAWN)
def test_captions_are_true(name):
    """Each expression of a caption, evaluated on the values of the picture, is what it is said to be."""
    picture = RECORD[name]
    storage = [grid for grid in picture["grids"] if grid["role"] == "storage"]
    before, after = {}, {}
    for grid in picture["grids"]:
        known = after if grid["role"] == "result" else before
        tensor = torch.tensor([_number(text) for text in grid["values"]]).reshape(grid["shape"])
        base, _, number = grid["name"].partition("[")
        if number:
            known.setdefault(base, {})[int(number.rstrip("]"))] = tensor
        else:
            known[base] = tensor
    for said, source in captions.captions(picture):
        expression, value = said.rsplit(" = ", 1)
        assert _same(_evaluated(expression, after), [value]), said
        for part in re.findall(EXPRESSION, source):
            code, _, values = part.partition(" = ")
            if values and "…" not in values:
                assert _same(_evaluated(code, before), values.rstrip(", ").split(", ")), f"{said} ← {source}"
            elif storage or picture["kind"] in ("move", "join"):
                assert _same(_evaluated(code, before), [value]), f"{said} ← {source}"


def _number(text):
    return {"True": True, "False": False}[text] if text in ("True", "False") else float(text)


def _evaluated(code, known):
    code = code.replace("·", "*")
    found = eval(code, {"__builtins__": {}}, {name: _Indexed(value) for name, value in known.items()})
    return found.values()


class _Indexed:
    """A tensor, or several by number, that an index of its own cells may stand in."""

    def __init__(self, value):
        self.value = value

    def __getitem__(self, index):
        if isinstance(self.value, dict):
            return _Indexed(self.value[index])
        every = index if isinstance(index, tuple) else (index,)
        return _Indexed(self.value[tuple(int(i.value) if isinstance(i, _Indexed) else i for i in every)])

    def values(self):
        return self.value.flatten().tolist()


def _same(values, texts):
    return len(values) == len(texts) and all(
        value == pytest.approx(_number(text), nan_ok=True) for value, text in zip(values, texts, strict=True)
    )


def test_what_other_values_do_not_confirm_has_no_picture():
    """The result of a call that compares positions by value is somewhere else on other values."""
    call = next(call for call in observe.calls(ENTRIES["flip"]) if provenance.fits(call))
    trial = provenance.Trial(call)
    found = provenance._read(trial, trial.given)
    provenance.confirm(trial, found)
    found.sources[0], found.sources[1] = found.sources[1], found.sources[0]
    with pytest.raises(provenance.Unclear, match="other sources"):
        provenance.confirm(trial, found)


def test_what_is_known_of_a_few_operations():
    gather, matmul, total = (RECORD[name] for name in ("gather", "matmul", "sum"))
    assert gather["from"] == [[[0, 2]], [[0, 0]], [[0, 4]], [[0, 4]]]
    assert gather["by"] == [[[1, k]] for k in range(4)]
    assert matmul["from"][0] == [[0, 0], [0, 1], [1, 0], [1, 2]]
    assert total["from"][0] == [[0, 0], [0, 3]]
    assert captions.captions(gather)[0] == ("result[0, 0] = 3", "x[0, index[0, 0]] = x[0, 2]")


def test_calls_are_written_as_they_may_be_typed():
    tried = 0
    for name, picture in RECORD.items():
        if not picture.get("call") or "grids" not in picture or observe.seeded(ENTRIES[name]):
            continue
        call = shown_call(name)
        said = record.names(call, FACTS[name])
        if any("[" in one for one in said) or len(set(said)) < len(said):
            continue
        array = any(isinstance(value, np.ndarray) for value in call.args)
        given = [observe.snapshot(one) for one in provenance.Trial(call).given]  # the call may write into them
        given = [one.numpy() for one in given] if array else given
        known = dict(zip(said, given, strict=True))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = eval(picture["call"], {"torch": torch, "inf": math.inf, "nan": math.nan}, known)
        assert provenance.same(provenance.tensors(made), provenance.tensors(call.result)), picture["call"]
        tried += 1
    assert tried > 50


def test_the_graph_of_a_backward_pass_leads_to_the_leaves():
    picture = RECORD["backward"]
    (leaf,) = graph.leaves(picture)
    assert picture["nodes"][leaf] == {"name": "x", "level": 2, "shape": [], "gradient": "x.grad"}
    w = torch.ones(2, requires_grad=True)
    b = torch.zeros(2, requires_grad=True)
    found = graph.find((w * w + b).sum(), {id(w): "w", id(b): "b"}, {})
    assert graph.rows(found) == [
        ("w.grad", "MulBackward0 ← AddBackward0 ← SumBackward0 ← result"),
        ("b.grad", "AddBackward0 ← SumBackward0 ← result"),
    ]
    assert graph.find(torch.ones(2), {}, {}) is None
