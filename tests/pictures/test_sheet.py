"""The lines of the cheat sheet: what is recorded of them is what running them gives."""

import itertools
import json
import re

import pytest
import torch

from torchref.content import catalog
from torchref.pictures import sheet
from torchref.pictures.figure import smaller

RECORDED = catalog.read_sheet()
LINES = [line for entry in catalog.entries(catalog.read()).values() for line in entry.sheet]


@pytest.fixture(scope="module")
def fresh():
    return json.loads(sheet.dump(sheet.record()))


def test_the_fixtures_and_the_order_of_the_lines_are_those_of_a_fresh_run(fresh):
    assert RECORDED["fixtures"] == fresh["fixtures"]
    assert list(RECORDED["lines"]) == list(fresh["lines"]) == [line.code for line in LINES if not line.fix]


@pytest.mark.parametrize("code", RECORDED["lines"])
def test_a_line_gives_what_is_recorded(fresh, code):
    assert RECORDED["lines"][code] == fresh["lines"][code]


def test_the_picture_of_backward_leads_from_the_result_to_the_gradient():
    width, _height, drawn, said = smaller(RECORDED["lines"]["(w * w).sum().backward()"]["picture"], str)
    assert re.findall(r">([\w.]+)</text>", drawn) == ["result", "SumBackward0", "MulBackward0", "w.grad"]
    boxes = [
        (float(x), float(x) + float(wide)) for x, wide in re.findall(r'<rect rx="\d" x="(.*?)" .*?width="(.*?)"', drawn)
    ]
    assert all(end < start for (_, end), (start, _) in itertools.pairwise(boxes)) and boxes[-1][1] <= width
    assert said.endswith("result (), w (2,)")


def test_the_sheet_has_as_much_as_fits():
    assert 70 <= sum(not line.fix for line in LINES) <= 85
    assert sum(line.drawn for line in LINES) == 14
    assert sum(bool(line.fix) for line in LINES) == 8


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("x[1]", "view"), ("x[m]", "new"), ("x.contiguous()", "either"), ("x.reshape(6)", "either"),
        ("f.float()", "self"), ("x.numel()", "value"), ("x.numpy()", "view"), ("x.view(6)", "view"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_running_on_two_layouts(code, kind):
    space, other = (sheet.namespace(sheet.fixtures(laid_out)) for laid_out in (torch.clone, sheet.spread))
    assert sheet.outcome(code, space, other)["kind"] == kind


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (torch.tensor([[0, 3], [1, 4]]), "[[0 3] [1 4]]"), (torch.tensor([0.5, 2.7182818]), "[0.5 2.72]"),
        (torch.tensor([True, False]), "[T F]"), (torch.zeros(3, 4, 5), "3×4×5"), (torch.tensor(7), "7"),
        ((torch.tensor([2]), torch.tensor([0])), "[2] [0]"), (torch.Size([2, 3]), "2×3"), ((3, 1), "(3, 1)"),
        (None, ""),
    ],
)  # fmt: skip
def test_a_result_is_written_briefly(value, said):
    assert sheet.written(value) == said


def test_a_line_that_fails_names_its_entry(tmp_path):
    operations = tmp_path / "operations"
    operations.mkdir()
    source = (catalog.OPERATIONS / "sorting.py").read_text(encoding="utf-8")
    for field in (
        ":sheet: s.sort(",
        ":sheet error: no such message: Do this.",
        ":sheet error: without a fix",
        ":sheet:",
    ):
        (operations / "sorting.py").write_text(source.replace(":sheet: s.sort()", field), encoding="utf-8")
        if field.startswith(":sheet: "):
            topic = catalog.read(operations, ("sorting",))[0]
            assert topic.entries[0].sheet[0].code == "s.sort("
        else:
            with pytest.raises(catalog.ContentError, match=r"sorting.py:\d+: sort: a field reads ':sheet: code'"):
                catalog.read(operations, ("sorting",))
