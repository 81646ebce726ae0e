"""The gallery's training pages and the page of errors: their numbers, and that what they claim holds."""

import ast
import math
import re
from pathlib import Path

import pytest
import torch

GALLERY = Path(__file__).parents[2] / "gallery"


def test_the_linear_page_shows_the_pace_and_the_limit(run_script):
    names = run_script("linear_save_and_load")
    for seed in (0, 1, 2):
        losses = names["curves"][seed]
        assert losses[150] / losses[100] == pytest.approx(0.5704, abs=5e-4)
        assert losses[400] / losses[350] == pytest.approx(0.5704, abs=5e-4)
    assert len({round(names["curves"][seed][0], 2) for seed in (0, 1, 2)}) == 3
    assert (1 - 0.01 * names["slow"]) ** 100 == pytest.approx(0.5704, abs=5e-5)
    assert 2 / names["fast"] == pytest.approx(0.0280, abs=5e-5)
    assert names["curves"][0.0279][-1] < 1 < 1e4 < names["curves"][0.0281][-1]
    assert "0.4825 1.1871\n0.9650 2.3742\n" in names["printed"]


def test_the_linear_page_saves_loads_and_moves(run_script):
    names = run_script("linear_save_and_load")
    assert "(linear): Linear(in_features=1, out_features=1, bias=True)" in names["printed"]
    assert "<All keys matched successfully>" in names["printed"]
    assert list(names["state"]) == ["linear.weight", "linear.bias"]
    assert torch.equal(names["state"]["linear.weight"], names["model"].linear.weight)
    assert names["model"](names["question"]).item() == pytest.approx(41, abs=0.02)
    assert names["again"] is names["moved"] and names["again"].linear.weight.device.type == "meta"
    assert names["x"].device.type == "cpu"
    with pytest.raises(RuntimeError, match="device"):
        names["again"](names["x"])


def test_the_loader_page_counts_right_and_wrong(run_script):
    names = run_script("dataloader_and_regression")
    right, running = names["right"], names["running"]
    assert (right[0], right[-1]) == pytest.approx((1785.7, 114.3), abs=0.06)
    assert (running[0], running[-1]) == pytest.approx((129.36, 12.60), abs=0.01)
    assert len(names["loader"]) == 7 and len(names["dataset"]) == 100
    assert names["X"].dtype == "float64" and names["Y"].shape == (100,)
    assert names["coef"] == pytest.approx(42.3855, abs=5e-5)
    assert names["best"].flatten().tolist() == pytest.approx([42.6194, 0.6858], abs=5e-5)
    assert names["least"] == pytest.approx(114.17, abs=5e-3)
    assert 42.7 < names["w"] < 42.8 and 0.7 < names["b"] < 0.9
    assert all(names["least"] < loss < 1.01 * names["least"] for loss in right[30:])
    assert running[-1] < names["least"] / 9
    errors = names["model"](names["x"]) - names["y"].reshape(-1)
    assert errors.square().mean().item() == pytest.approx(3816.6, abs=0.1)
    assert "114.2 3817\n" in names["printed"]


@pytest.fixture
def settled(run_script):
    return run_script("what_tutorials_get_wrong")


def test_each_error_is_refused_by_torch(settled):
    refusals = [line for line in settled["printed"].splitlines() if re.match(r"\w+Error ", line)]
    fragments = (
        "TypeError new() received an invalid", "can't be cast to the desired output type Long",
        "1D tensors expected, but got 2D", "self must be a matrix", "view size is not compatible",
        "number of dimensions in the tensor input does not match", "backward through the graph a second time",
        "both arguments to matmul need to be at least 1D", "Only Tensors of floating point and complex dtype",
        "modified by an inplace", "not on the expected device",
        "UnpicklingError Weights only load failed",
    )  # fmt: skip
    assert len(refusals) == len(fragments)
    for refusal, fragment in zip(refusals, fragments, strict=True):
        assert fragment in refusal


def test_the_page_of_errors_prints_the_true_numbers(settled):
    printed = settled["printed"]
    for truth in (
        "torch.int64 torch.int64\nTrue tensor([16777216]) torch.int64\n",
        "'torch.FloatTensor' torch.float32\n",
        "tensor([2, 3, 4])\ntensor([100,   3,   4])\n",
        "20 19 1 (1,)\n",
        "[torch.float16, torch.bfloat16, torch.complex64]\ntensor(1.5000)\n",
        "tensor([[0.6021,   -inf, 0.8451],\n        [0.7782, 0.4771, 0.6990]])\n",
        "tensor([[0, 1, 2],\n        [3, 4, 5],\n        [0, 0, 0],\n        [0, 0, 0]])\n",
        "torch.Size([5])\nTrue\nFalse False False\n",
        "torch.Size([3, 2, 1]) torch.Size([2, 3]) torch.Size([12, 2])\n",
        "torch.Size([3, 2]) (2, 3) 1\n(1, 1) (2, 1)\n",
        "-128.56 -128.56 503.93\n-303.98 -303.98 992.99\n-inf -inf\n",
        "0.4825 1.1871\n0.9650 2.3742\ntensor([2., 2.])\n",
        "tensor([2., 4.]) False False\ntensor(0.)\n",
        "0 tensor([0.7500])\ntensor([0.]) tensor([0.7500])\n1\n",
        "False tensor(12., grad_fn=<AddBackward0>) 12.0\n",
        "0.90000 -93.0000 65.40 23.33\n0.92942 -93.2735 70.30 0.8177\n6 5\n",
        "3.44e-05\n1\n",
        "0.4 ['1', '0.2', '0.04', '0.008', '0.0016']\n0.5 ['1', '0', '0', '0', '0']\n",
        "80 78\n3\n0\nFalse True\n0.75 9.0\n",
        "3817 1\n114.2 1\n",
    ):
        assert truth in printed, truth
    assert (settled["w_best"], settled["b_best"]) == pytest.approx((2.9668, 2.1138), abs=1e-4)


def test_one_error_of_the_loop_hides_the_other(settled):
    descend = settled["descend"]
    steps, before, after = descend(clear=False, lr=0.1, every=20)
    assert (steps, float(before), float(after)) == (100, pytest.approx(0.7424, abs=1e-3), pytest.approx(21.66, abs=0.1))
    assert math.isnan(float(descend(clear=True, lr=0.1, every=20)[1]))
    assert float(descend(clear=False, lr=0.05, every=20)[1]) > 1
    assert [descend(clear=True, lr=0.05, every=every)[0] for every in (20, 1)] == [80, 78]


def test_the_page_of_errors_names_pages_that_exist():
    titles = {
        ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))).split("\n")[0] for path in GALLERY.glob("*.py")
    }
    text = " ".join((GALLERY / "what_tutorials_get_wrong.py").read_text(encoding="utf-8").replace("\n# ", " ").split())
    named = [
        title
        for part in re.findall(r"For details, see the pages? (.*?\*)\.", text)
        for title in re.findall(r"\*(.+?)\*", part)
    ]
    assert len(named) == 21
    assert set(named) <= titles
