"""A call that fails is explained by the entry that shows its error, and what is shown as the fix works."""

import contextlib
import re
import warnings

import numpy as np
import pytest
import torch

from tests.tracing.tensors import numbers
from torchref.content import catalog
from torchref.retrieval import index
from torchref.tracing import fixes
from torchref.tracing.explanation import explain

ENTRIES = catalog.entries(catalog.read())
pytestmark = pytest.mark.usefixtures("english")


def test_failure_with_a_known_message():
    found = explain(torch.gather, torch.tensor([[1, 2]]), 1, torch.tensor([[0.0]]))
    assert found.kind == "error" and found.result is None and found.gradient is None
    assert isinstance(found.error, RuntimeError)
    said = str(found).splitlines()
    assert said[:2] == ["torch.gather(input, 1, index) failed:", f"  RuntimeError: {found.error}"]
    assert "  before  index  shape (1, 1)  stride (1, 1)  float32  contiguous" in said
    name, block = index.errors(f"RuntimeError: {found.error}")[0]
    assert name == "gather"
    lead = " ".join(index.entry(name, "en")["blocks"][block]["prose"]).rstrip(":").replace("``", "`")
    assert f"  cause: {lead}." in said
    assert f"  see: gather: {index.entry(name, 'en')['summary']}" in said


def test_fix_is_shown_as_code():
    said = str(explain(torch.matmul, numbers(2, 3), numbers(2, 3)))
    assert "(2x3 and 2x3)" in said and "see: matmul" in said and "\n    >>> " in said


def run_up_to(name, block, number):
    """The names after the examples of an entry up to an error, and the sources of what is shown as its fix."""
    blocks = index.entry(name, "en")["blocks"]
    names = {"torch": torch, "np": np}
    start, end = blocks[block]["errors"][number][1]
    before = [row for earlier in blocks[:block] for row in earlier["code"]] + blocks[block]["code"][:start]
    for source, _output, error in before:
        with contextlib.suppress(Exception) if error else contextlib.nullcontext():
            exec(compile(source, name, "single"), names)
    return names, [source for source, _output, _error in blocks[block]["code"][start:end]]


FIXED = [
    (name, place, number)
    for name in ENTRIES
    for place, block in enumerate(index.entry(name, "en")["blocks"])
    for number, (_message, (start, end)) in enumerate(block["errors"])
    if end > start
]


@pytest.mark.parametrize("name, block, number", FIXED)
def test_what_is_shown_as_the_fix_raises_nothing(name, block, number, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with torch.random.fork_rng(), warnings.catch_warnings():
        names, fix = run_up_to(name, block, number)
        for source in fix:
            exec(compile(source, name, "single"), names)
    assert not re.search(r"\.data\b(?!\.)", "".join(fix)), (
        "a write through .data hides the error and spoils the gradient"
    )


IN_PLACE_ERRORS = {
    "detach": lambda names: [torch.autograd.grad(torch.sigmoid(names["x"]), names["x"])[0]],
    "relu": lambda names: torch.autograd.grad(torch.sigmoid(names["x"]).relu().sum(), names["x"]),
    "optim.Optimizer.step": lambda names: torch.autograd.grad(
        names["loss"](names["layers"](names["x"]), names["target"]), [*names["layers"].parameters()]
    ),
}
"""Entry that shows this error -> the gradients of the correct program."""


def test_fix_of_a_write_in_place_has_the_right_gradient(capsys):
    message = (
        "RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation"
    )
    hits = fixes.showing(f"{message}: [torch.FloatTensor [1]], which is output 0 of Sigmoid, is at version 1;")
    assert {name for name, _, _ in hits} == IN_PLACE_ERRORS.keys()
    for name, block, number in hits:
        with torch.random.fork_rng():
            names, fix = run_up_to(name, block, number)
        leaves = [*names["layers"].parameters()] if name == "optim.Optimizer.step" else [names["x"]]
        for leaf in leaves:
            leaf.grad = None
        right = IN_PLACE_ERRORS[name](names)
        for source in fix[:-1]:
            exec(source, names)
        if name == "detach":
            found = eval(fix[-1], names)
        else:
            exec(fix[-1], names)
            found = [leaf.grad for leaf in leaves]
        for one, other in zip(found, right, strict=True):
            assert one.any() and torch.equal(one, other), name


def test_each_error_of_a_block_is_known():
    cases = [
        (torch.nn.Embedding(3, 2), torch.tensor([5]), "index_select"),
        (torch.nn.Linear(3, 2), numbers(1, 3).double(), "nn.Linear"),
        (torch.Tensor.__bool__, numbers(2) > 0, "all"),
    ]
    for function, argument, name in cases:
        assert f"\n  see: {name}: " in str(explain(function, argument)), name
    assert "see: gather: " in str(explain(numbers(2, 3).scatter_, 1, torch.tensor([[7]]), 1.0))


def test_failure_that_no_entry_shows():
    found = explain(torch.zeros(3).type, "foo")
    assert "  no entry shows this error\n  see: type: " in str(found) and "cause:" not in str(found)

    def fail():
        raise KeyError("the index of the expected dimension of the scalar")

    assert str(explain(fail)).endswith("no entry shows this error")


def test_message_that_is_merely_alike_gives_no_cause(monkeypatch):
    found = explain(torch.gather, torch.tensor([[1, 2]]), 1, torch.tensor([[0.0]]))
    hits = index.errors(str(found.error))
    monkeypatch.setattr(index, "errors", lambda message: hits)
    assert "cause: " in str(found)
    assert "no entry shows this error" in str(explain(torch.zeros(3).view, 7))


def test_entry_of_the_function_comes_before_others_with_the_same_error(monkeypatch):
    monkeypatch.setattr(fixes, "showing", lambda message: [("gather", 2, 0), ("permute", 1, 0)])
    assert "see: permute" in str(explain(torch.permute, numbers(2, 3), (0,)))
    assert "see: gather" in str(explain(torch.t, numbers(2, 3, 4)))


def test_the_fix_of_another_operation_is_left_out(english):
    """``mul_`` shows no such error; what ``div`` does about its own would not help."""
    said = explain(torch.tensor([True]).mul_, 2).text()
    assert "the same error in the entry div:" in said and "see: div" in said
    assert ">>>" not in said
