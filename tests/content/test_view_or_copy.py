"""View or copy by layout: a write tells what the addresses of memory told."""

import pytest
import torch

from torchref.content import catalog, observe, view_or_copy

ENTRIES = catalog.entries(catalog.read())
CHANGED = ("bool", "contiguous", "flatten", "ravel", "reshape", "to")


def observed(name):
    return view_or_copy.observe([call for call in observe.calls(ENTRIES[name]) if not call.name.endswith("_")])


def test_flatten_is_a_view_a_copy_or_the_input_itself():
    rows = observed("flatten")["rows"]
    assert [(row[0], row[3]) for row in rows] == [
        ("contiguous", "view"), ("transposed", "new"), ("rows", "view"), ("columns", "new"), ("expanded", "new"),
        ("right", "self"), ("stepped", "self"), ("0-d", "view"),
    ]  # fmt: skip
    assert rows[6][4:] == [[4], [2]], "flatten of every second element is not contiguous"


@pytest.mark.parametrize("name", CHANGED)
def test_a_write_to_the_result_shows_in_the_input_where_it_is_no_copy(name):
    found = observed(name)
    call = next(one for one in observe.calls(ENTRIES[name]) if view_or_copy.written(one) == found["call"])
    x = call.args[0]
    inputs = view_or_copy.inputs(x if x.dim() > 1 else torch.stack([x, x]), call)
    assert [layout for layout, _ in inputs] == [row[0] for row in found["rows"]]
    for (layout, given), row in zip(inputs, found["rows"], strict=True):
        assert row[1:3] == [list(given.shape), list(given.stride())]
        if len(row) == 4:
            with pytest.raises(RuntimeError) as raised:
                call.func(given, *call.args[1:], **call.kwargs)
            assert str(raised.value).split("\n")[0] in row[3]
            continue
        before = given.clone()
        result = call.func(given, *call.args[1:], **call.kwargs)
        result.copy_(~result if result.dtype is torch.bool else result + 1)
        same = bool(((given == before) | (given != given)).all())  # nan is not equal to itself
        assert same == (row[3] == "new"), f"{name}, {layout}"


def test_where_the_arguments_decide_the_calls_are_shown():
    rows = {row[0]: row[3] for row in observe.facts(ENTRIES["getitem"])["layouts"]["rows"]}
    assert rows["x[1]"] == rows["x[:, 1]"] == rows["x[2:]"] == "view"
    assert rows["x[mask]"] == rows["x[[0, 2], 1]"] == "new"
    assert "layouts" not in observe.facts(ENTRIES["transpose"])
