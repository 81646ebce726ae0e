"""The gallery pages on lines: search for w, one sample at a time, heights and weights, a line, animated."""

import matplotlib.pyplot as plt
import pytest
import torch
from matplotlib.animation import FuncAnimation


def test_search_finds_2_and_nothing_better(run_script):
    page = run_script("search_for_w")
    w, losses = page["w"], page["losses"]
    assert len(w) == 41 and page["errors"].shape == (41, 3)
    assert w[page["best"]].item() == pytest.approx(2, abs=1e-6) and losses.min() == 0
    assert sorted(losses.tolist())[1] > 0.04
    assert losses[0].item() == pytest.approx(18.6667, abs=1e-4)
    assert losses[-1].item() == pytest.approx(18.6667, abs=1e-4)
    torch.testing.assert_close(losses, 14 / 3 * (w - 2) ** 2, atol=1e-5, rtol=0)
    assert page["found"].item() == pytest.approx(2.1) and page["loss"](page["found"]) == pytest.approx(
        0.04667, abs=1e-4
    )
    assert len(torch.arange(1, 1.3, 0.1)) == 4
    assert [line.split()[-1] for line in page["printed"].splitlines()[-4:]] == ["-18.67", "-9.333", "0", "9.333"]


def test_search_draws_every_candidate(run_script):
    page = run_script("search_for_w")
    curve, dots, star = page["ax"].lines
    assert dots.get_xdata().tolist() == page["w"].tolist() == curve.get_xdata().tolist()
    torch.testing.assert_close(torch.as_tensor(dots.get_ydata()), torch.as_tensor(curve.get_ydata()))
    assert star.get_xdata()[0] == pytest.approx(2)


def test_one_sample_numbers(run_script):
    page = run_script("one_sample_at_a_time")
    assert page["gradients"][:3] == pytest.approx([-2.0, -7.84, -16.2288], abs=1e-4)
    assert page["printed"].startswith("predict 4: 4.0\n")
    assert 4 * page["path"][-1] == pytest.approx(7.99999857, abs=2e-6) and 4 * page["path"][-1] < 8
    assert "epoch 0: 7.3159" in page["printed"]
    assert "printed 7.3159, mean before 4.6667, mean after 2.5507" in page["printed"]
    assert len(page["path"]) == len(page["gradients"]) + 1 == 301


def test_one_sample_stands_still_because_of_float32(run_script):
    page = run_script("one_sample_at_a_time")
    assert len(set(page["path"][150:])) == 1 and page["path"][149] != page["path"][150]
    assert 0 < max(abs(0.01 * gradient) for gradient in page["gradients"][-3:]) < page["gap"].item() / 2


def test_one_sample_sum_of_tensors_keeps_the_graphs(run_script):
    page = run_script("one_sample_at_a_time")
    first, second, third = page["counts"]
    assert first < second < third and third - second == second - first
    assert page["nodes"](page["total"].detach()) == 0 and page["total"].grad_fn is not None
    assert page["plain"] == pytest.approx(page["total"].item())
    assert "Trying to backward through the graph a second time" in page["printed"]


def test_heights_the_solved_line_and_the_one_by_eye(run_script):
    page = run_script("heights_and_weights")
    w, b = page["line"].tolist()
    assert (w, b) == pytest.approx((0.92942, -93.2735), abs=1e-4)
    assert 176 * w + b == pytest.approx(70.30, abs=0.01)
    assert page["by_eye"] @ torch.tensor([176.0, 1.0], dtype=torch.float64) == pytest.approx(65.4)
    assert page["mse"](page["line"]).item() == pytest.approx(0.818, abs=1e-3)
    assert page["mse"](page["by_eye"]).item() == pytest.approx(23.33, abs=0.01)
    assert "by eye: MSE 23.33, MAE 4.74, mean -4.74\nsolved: MSE 0.8177, MAE 0.759, mean 0.0" in page["printed"]
    assert (page["a"] @ page["by_eye"] < page["y"]).all()


def test_heights_downhill_agrees_once_standardised(run_script):
    page = run_script("heights_and_weights")
    torch.testing.assert_close(page["found"], page["line"], rtol=1e-6, atol=0)
    assert page["fast"][-1] == pytest.approx(0.81768, abs=1e-5)
    assert page["printed"].count("True") == 2


def test_heights_rate_limit(run_script):
    page = run_script("heights_and_weights")
    limit = 2 / page["curvature"][1].item()
    assert limit == pytest.approx(3.44e-5, abs=1e-7)
    for rate, falls in ((0.99 * limit, True), (1.01 * limit, False)):
        losses = page["descend"](page["a"], rate, 300)[1]
        assert (losses[-1] < losses[0]) is falls
    assert page["curvature"][1] / page["curvature"][0] == pytest.approx(1.8e7, rel=0.01)
    assert abs(page["raw"][1]) < 0.01 and page["mse"](page["raw"]) > 14


def test_line_as_often_written(run_script):
    page = run_script("a_line_animated")
    frames = page["broken"][::20]
    assert [n for n, *_ in frames] == [0, 20, 40, 60, 80, 100] and len(page["broken"]) == 101
    losses = [7.1647, 4.7770, 29.5106, 41.3768, 19.7220, 0.7424]
    assert [loss for _, loss, *_ in frames] == pytest.approx(losses, rel=2e-3)
    assert frames[-1][3] == pytest.approx((2.9860, 6.0594), rel=1e-3)
    assert page["half_mse"](*frames[-1][3]).item() == pytest.approx(21.66, rel=2e-3)


def test_line_two_errors_hide_each_other(run_script):
    page = run_script("a_line_animated")
    train, limit = page["train"], 2 / page["curvature"].item()
    assert limit == pytest.approx(0.0578, abs=1e-4)

    def largest(rate, zeroed):
        return max(loss for _, loss, *_ in train(rate, zeroed, steps=80, every=1000)[40:])

    assert largest(0.1, True) > 1e6 and 10 < largest(0.1, False) < 200
    assert largest(1.05 * limit, True) > 1e3 and largest(0.95 * limit, True) < 2
    assert largest(1.9 * limit, False) < 500 and largest(2.1 * limit, False) > 1e4
    assert largest(0.05, False) > 5


def test_line_repaired(run_script):
    page = run_script("a_line_animated")
    losses = [loss for _, loss, *_ in page["repaired"]]
    assert len(losses) == 79 and losses[-1] < 1 <= losses[-2]
    assert losses == sorted(losses, reverse=True)
    for n, loss, line, _ in page["repaired"]:
        assert page["half_mse"](*line).item() == pytest.approx(loss, rel=1e-4), n
    limit = torch.tensor(page["train"](0.05, True, steps=3000, every=3000)[-1][2])
    torch.testing.assert_close(limit, page["limit"], rtol=1e-3, atol=0)
    torch.testing.assert_close(page["limit"], torch.tensor([2.0709, 4.8032]), rtol=0, atol=2e-3)
    assert page["half_mse"](*page["limit"]).item() == pytest.approx(0.4635, abs=1e-4)


def test_line_film_moves_one_line(run_script):
    page = run_script("a_line_animated")
    assert isinstance(page["animation"], FuncAnimation)
    assert plt.fignum_exists(page["figure"].number), "the scraper takes figures that are open"
    assert "40 (160, 120)\n3\n" in page["printed"]
    for n in (0, 78):
        _, loss, (w, b), _ = page["repaired"][n]
        page["show"](page["repaired"][n])
        assert page["moving"].get_ydata().tolist() == pytest.approx([b, 10 * w + b], rel=1e-5)
        assert page["title"].get_text() == f"n = {n}   L = {loss:.4g}\nw = {w:.3f}   b = {b:.3f}"
    assert len(page["ax"].lines) == 3
