"""The gallery pages on gradients: in place, the graph, downhill by hand, fit y = 3x² + 2."""

import math

import matplotlib.pyplot as plt
import pytest
import torch


def test_in_place_what_each_function_keeps(run_script):
    page = run_script("in_place")
    assert page["table"] == {
        "y = a + 2": ["✓", "✓"],
        "y = a * 2": ["✓", "✓"],
        "y = a * a": ["✗", "✓"],
        "y = a.sin()": ["✗", "✓"],
        "y = a.exp()": ["✓", "✗"],
        "y = a.relu()": ["✓", "✗"],
        "y = a.amax()": ["✗", "✗"],
    }


def test_in_place_writes_that_autograd_does_not_see(run_script):
    page = run_script("in_place")
    right, detached, data, numpy = page["gradients"].values()
    y = torch.tensor([0.0, 1.0, 2.0]).sigmoid()
    torch.testing.assert_close(right, y * (1 - y))
    assert detached.numel() == 0
    assert data.tolist() == numpy.tolist() == [0, 0, 0]
    assert page["versions"] == [0, 1, 0, 0]
    assert "is at version 1; expected version 0 instead" in page["printed"]
    assert "a leaf Variable that requires grad is being used in an in-place operation" in page["printed"]


def test_in_place_counter_and_rebinding(run_script):
    page = run_script("in_place")
    assert page["printed"].splitlines()[:2] == ["tensor([ 1., 20., 30.]) 2", "tensor([ 2., 21., 31.]) 0"]
    assert page["x"].tolist() == [0, 0, 0]
    torch.testing.assert_close(page["shared"], torch.tensor([-0.1, 0.9, 1.9]))
    assert page["shared"].data_ptr() != page["x"].data_ptr()


def test_the_graph_scalar_and_matrix_gradients(run_script):
    page = run_script("the_graph")
    assert "tensor(80.) tensor(16.)\n" in page["printed"]
    assert page["B"].grad.shape == (3,) and page["W"].grad.shape == (5, 3)
    torch.testing.assert_close(page["B"].grad, 2 / 3 * page["Z"][0].detach())
    torch.testing.assert_close(page["Z"][0], page["Z"][1])
    for row in page["W"].grad:
        torch.testing.assert_close(row, page["B"].grad)


def test_the_graph_is_drawn_from_its_nodes(run_script):
    run_script("the_graph")
    scalar, matrix = ({text.get_text() for text in plt.figure(n).axes[0].texts} for n in plt.get_fignums())
    assert scalar == {
        "MseLossBackward0\n1",
        "AddBackward0\n16",
        "MulBackward0\n16",
        "AccumulateGrad\nw.grad: 80",
        "AccumulateGrad\nb.grad: 16",
    }
    assert matrix == {
        "MseLossBackward0\n()",
        "AddBackward0\n(2, 3)",
        "MmBackward0\n(2, 3)",
        "AccumulateGrad\nW.grad: (5, 3)",
        "AccumulateGrad\nB.grad: (3,)",
    }
    assert [len(plt.figure(n).axes[0].patches) for n in plt.get_fignums()] == [4, 4]


def test_the_graph_accumulates_and_can_be_cut(run_script):
    page = run_script("the_graph")
    assert page["once"] == pytest.approx((0.4825, 1.1871), abs=1e-6)
    assert page["twice"] == pytest.approx((0.9650, 2.3742), abs=1e-6)
    assert page["whole"].item() == pytest.approx(2 * 0.1871 * 0.4825)
    assert page["cut"].item() == pytest.approx(0.1871 * 0.4825)
    for line in (
        "True None False True",
        "Trying to backward through the graph a second time",
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed",
        "Only Tensors of floating point and complex dtype can require gradients",
    ):
        assert line in page["printed"].splitlines()


def test_downhill_by_hand_each_step_multiplies_by_one_minus_two_alpha(run_script):
    page = run_script("downhill_by_hand")
    for alpha, path in page["paths"].items():
        assert path == pytest.approx([(1 - 2 * alpha) ** n for n in range(5)], abs=1e-6)
    assert page["paths"][0.4] == pytest.approx([1, 0.2, 0.04, 0.008, 0.0016], abs=1e-6)
    assert page["paths"][0.5] == [1, 0, 0, 0, 0]
    assert page["paths"][1.0] == [1, -1, 1, -1, 1]


@pytest.mark.parametrize("curvature, alpha, converges", [(1, 0.9, True), (1, 1.1, False), (100, 0.011, False)])
def test_downhill_by_hand_fate(run_script, curvature, alpha, converges):
    end = abs(run_script("downhill_by_hand")["descend"](alpha, 60, curvature)[-1])
    assert end < 1e-5 if converges else end > 1e4


def test_downhill_by_hand_in_the_plane(run_script):
    page = run_script("downhill_by_hand")
    assert page["slope"](1.0) == 2 and page["slope"](-1.0) == -2
    for alpha, path in page["plane"].items():
        expected = torch.tensor([[2 * (1 - 2 * alpha) ** n, (1 - 20 * alpha) ** n] for n in range(13)])
        torch.testing.assert_close(path, expected, rtol=0, atol=1e-4)
    assert page["plane"][0.101][-1, 1] > 1 > page["plane"][0.09][-1, 1]


def test_fit_a_parabola_derivatives_by_hand(run_script):
    page = run_script("fit_a_parabola")
    assert [number.item() for number in page["by_hand"]] == pytest.approx([-128.5617, -303.9846], rel=1e-5)
    assert page["printed"].splitlines()[1:4] == ["496.5", "-128.6 -304.0", "-128.6 -304.0"]


def test_fit_a_parabola_history(run_script):
    page = run_script("fit_a_parabola")
    history = page["history"]
    assert len(history) == 8001
    assert history[0][2] == pytest.approx(496.494, rel=1e-5)
    assert history[-1] == pytest.approx((2.9668, 2.1138, 0.166769), abs=1e-4)
    assert history[2000][:2] == pytest.approx(history[-1][:2], abs=1e-4)
    assert page["exact"].flatten().tolist() == pytest.approx(history[-1][:2], abs=1e-4)


def test_fit_a_parabola_noise_and_the_square_too_many(run_script):
    page = run_script("fit_a_parabola")
    lines = page["printed"].splitlines()
    assert "3.00 2.10" in lines and "3.00 2.00" in lines
    assert "0   504  993  L 496" in lines
    assert not math.isfinite(page["db"]) and not math.isfinite(page["dw"])
