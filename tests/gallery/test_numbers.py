"""The gallery pages on dtypes, products, random numbers and the cost of a view: their numbers, not their prose."""

import itertools

import pytest
import torch


def test_dtypes_table_is_the_one_torch_promotes_by(run_script):
    page = run_script("dtypes")
    dtypes, table = page["dtypes"], page["table"]
    for (i, a), (j, b) in itertools.product(enumerate(dtypes), repeat=2):
        assert table[i][j] == torch.promote_types(a, b)
    named = {page["short"](dtype): i for i, dtype in enumerate(dtypes)}
    assert list(named) == ["bool", "u8", "i8", "i32", "i64", "f16", "bf16", "f32", "f64", "c64"]
    pairs = [("u8", "i8"), ("f16", "bf16"), ("f64", "c64")]
    assert set(page["framed"]) == {(named[a], named[b]) for pair in pairs for a, b in (pair, pair[::-1])}
    assert table[named["u8"]][named["i8"]] == torch.int16
    assert table[named["i64"]][named["f16"]] == torch.float16


def test_dtypes_surprises(run_script):
    page = run_script("dtypes")
    small, x, full = page["small"], page["x"], page["full"]
    assert (small + 200).tolist() == [1 + 200 - 256, 2 + 200 - 256]
    assert (small + 2.5).dtype == torch.float32
    assert x.tolist() == [7, -7], "div_ must have refused"
    assert (full + full).tolist() == [400 - 256, 200] and full.sum() == 300
    lines = page["printed"].splitlines()
    assert lines[0] == "torch.int64 torch.float32 torch.bool"
    assert "tensor([4096.], dtype=torch.float16)" in lines
    assert "tensor([ 3.5000, -3.5000])" in lines and "tensor([ 3, -4]) tensor([ 3, -3])" in lines
    assert f"tensor([{-(2**63)}])" in lines
    assert lines[-2:] == ["tensor([16777216])", "tensor(True)"]
    wrong = page["n"][page["kept"] != page["n"]]
    assert wrong[0] == 16777217 and (wrong % 2 == 1).all()
    assert ((page["n"] > 2**24) & (page["n"] % 2 == 1)).sum() == len(wrong) == 5


def test_products_of_matrices(run_script):
    page = run_script("products")
    A, B, C = page["A"], page["B"], page["C"]
    assert (A * B).tolist() == [[5, 12], [21, 32]]
    assert (C @ B).tolist() == [[19, 22], [43, 50], [67, 78]]
    assert (A @ B).tolist() == (C @ B)[:2].tolist()
    numbers = page["printed"].replace(" ", "").replace("\n", "")
    assert numbers.startswith("tensor([[5,12],[21,32]])tensor([[19,22],[43,50]])tensor([[19,22],[43,50],[67,78]])")
    assert numbers.endswith("tensor([17,53])")


def test_products_by_name_and_by_letters(run_script):
    page = run_script("products")
    expected = {"dot": 32, "outer": [[4, 5, 6], [8, 10, 12], [12, 15, 18]], "mv": [7, 9], "mm": [[11, 14], [14, 18]]}
    assert page["named"].keys() == expected.keys()
    for name, (spelling, left, right) in page["named"].items():
        assert getattr(torch, name)(left, right).tolist() == expected[name]
        assert torch.einsum(spelling, left, right).tolist() == expected[name]
        assert f"{name} True" in page["printed"].splitlines()
    for line in [
        "(3,) (3,) -> ()",
        "(2, 3) (3,) -> (2,)",
        "(5, 2, 3) (5, 3, 4) -> (5, 2, 4)",
        "(5, 1, 2, 3) (7, 3, 4) -> (5, 7, 2, 4)",
    ]:
        assert line in page["printed"].splitlines()
    assert page["printed"].count("D tensor") == 3 and "must be a matrix" in page["printed"]


def test_random_numbers(run_script):
    page = run_script("random_numbers")
    even, bell, die = page["drawn"].values()
    assert even.min() >= 0 and even.max() < 1 and even.mean() == pytest.approx(0.5, abs=0.02)
    assert bell.mean() == pytest.approx(0, abs=0.05) and bell.std() == pytest.approx(1, abs=0.03)
    assert die.unique().tolist() == [1, 2, 3, 4, 5]
    for ax, x in zip(page["axes"], (even, bell, die), strict=True):
        counted = sum(bar.get_height() for bar in ax.patches)
        assert len(x) - 5 <= counted <= len(x), "the histogram shows (nearly) all of the numbers"
    assert len(page["axes"][2].patches) == 6 and page["axes"][2].patches[5].get_height() == 0
    heights = [bar.get_height() for bar in page["axes"][1].patches]
    assert page["axes"][1].lines[0].get_ydata().max() == pytest.approx(max(heights), rel=0.1)


def test_random_numbers_shift_and_repeat(run_script):
    page = run_script("random_numbers")
    printed = page["printed"].splitlines()
    shifted, centred = (line for line in printed if line.startswith("noise"))
    assert "mean 0.10, least 0.00" in shifted and float(shifted.split()[-1]) == pytest.approx(2.1, abs=0.011)
    assert float(centred.split()[-1]) == pytest.approx(2.0, abs=0.011) and "least -" in centred
    assert printed[-6:] == ["True False", "False", "False", "False", "True", "True"]
    assert torch.equal(page["first"], page["again"]) and not torch.equal(page["first"], page["later"])


def test_cost_of_a_view(run_script):
    page = run_script("cost_of_a_view")
    free = ["x.view(-1)", "x.transpose(0, 1)", "x.contiguous()"]
    copies = ["x.clone()", "x.t().contiguous()"]
    assert page["shares"] == {**dict.fromkeys(free, True), **dict.fromkeys(copies, False)}
    assert page["printed"].splitlines()[-2:] == ["True False (1, 1000)", "True"]
    assert len(page["printed"].splitlines()) == 7, "no timing is printed"
    drawn = {line.get_label(): line for line in page["ax"].lines}
    squares = [4**k for k in range(1, 12)]
    for code, line in drawn.items():
        assert list(line.get_xdata()) == squares
        assert list(line.get_ydata()) == [0 if code in free else 4 * n for n in squares], "counted, not measured"
    assert {line.get_fillstyle() for code, line in drawn.items() if code in free} == {"none"}
    assert (page["ax"].get_xscale(), page["ax"].get_yscale()) == ("log", "symlog")
