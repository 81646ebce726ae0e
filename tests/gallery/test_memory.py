"""The gallery pages on tensor and Tensor, shared memory, and views: what they print and draw."""

import re
from pathlib import Path

import torch

from docs.pages import gallery


def test_every_script_is_run_by_a_test():
    run = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert {path.stem for path in gallery.scripts()} <= set(re.findall(r'"(\w+)"', run))


def test_every_page_has_a_place_in_the_reading_order():
    assert [path.stem for path in gallery.scripts()] == list(gallery.ORDER)


def test_tensor_and_Tensor(run_script):
    page = run_script("tensor_and_Tensor")
    lines = page["printed"].splitlines()
    assert lines[:4] == [
        "tensor([10]) torch.int64", "tensor([10.]) torch.float32", "tensor([16777217])", "tensor([16777216])",
    ]  # fmt: skip
    assert "torch.Size([3]) torch.Size([2, 3])" in lines
    assert page["x"][0, 0] == 10 and page["numbers"][0][0] == -1
    assert any(line.startswith("new() received an invalid combination") for line in lines)


def test_arrays_and_tensors(run_script):
    page = run_script("arrays_and_tensors")
    assert page["shared"].data_ptr() == page["a"].ctypes.data != page["copied"].data_ptr()
    assert page["a"].tolist() == page["shared"].tolist() == [101, 201, 301, 5]
    assert page["copied"].tolist() == [1, 2, 3, 4] and page["other"].tolist() == [101, 201, 301, 5]
    assert "True False" in page["printed"]


def test_view_reshape_contiguous(run_script):
    page = run_script("view_reshape_contiguous")
    assert page["flat"].tolist() == [0, 3, 1, 4, 2, 5]
    assert page["rows"].data_ptr() == page["x"].data_ptr() != page["flat"].data_ptr()
    assert page["every_second"].view(2, 3).stride() == (6, 2) and not page["every_second"].is_contiguous()
    assert "Use .reshape(...) instead." in page["printed"]
    assert torch.equal(page["rows"], torch.arange(6).view(2, 3))
