"""The picture of an explained call: its cells are the tensors, its sources those of the call; else it says why not."""

import re
import subprocess
import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from lxml import etree

import torchref
from tests.tracing.tensors import numbers
from torchref import draw, explain
from torchref.pictures import captions
from torchref.pictures.record import shown

SVG = "{http://www.w3.org/2000/svg}"


def grids(picture):
    """Name -> values of each tensor, as the cells of the drawing show them, one drawing after the other."""
    found = []
    root = etree.fromstring(picture.svg("en").encode())
    for drawing, group in zip(picture.drawings, root.findall(f"{SVG}g/{SVG}g"), strict=True):
        cells = {}
        for cell in group.iter(f"{SVG}g"):
            if cell.get("data-cell"):
                n, k = map(int, cell.get("data-cell").split("."))
                cells[n, k] = cell.find(f"{SVG}text").text
        for n, grid in enumerate(drawing["grids"]):
            found.append((grid["name"], [cells[n, k] for k in range(len(grid["values"]))]))
    return found


def values(tensor):
    return [shown(value) for value in torch.as_tensor(tensor).detach().flatten().tolist()]


X = torch.arange(6).reshape(2, 3)
INDEX = torch.tensor([[2, 0], [1, 1]])
PICKED, TWICE, V = X.gather(1, INDEX), torch.cat([X, X], 1), torch.arange(3)


def written_to():
    x = X.clone()
    return explain(x.add_, 1)


@pytest.mark.parametrize(
    "call, kind, expected",
    [
        (lambda: explain(X.t), "storage", {"storage": X, "self": X, "result": X.t()}),
        (lambda: explain(torch.gather, X, 1, INDEX), "index", {"input": X, "index": INDEX, "result": PICKED}),
        (lambda: explain(torch.add, X, X[0]), "broadcast", {"input": X, "other": X[0], "result": X + X[0]}),
        (lambda: explain(torch.cat, [X, X], dim=1), "join", {"tensors[0]": X, "tensors[1]": X, "result": TWICE}),
        (lambda: explain(X.sum), "combine", {"self": X, "result": X.sum()}),
        (lambda: explain(X.double().exp), "curve", {"self": X.double(), "result": X.double().exp()}),
        (lambda: explain(torch.eye, 2), "made", {"result": torch.eye(2)}),
        (lambda: explain(torch.from_numpy, np.arange(3)), "storage", {"storage": V, "argument 1": V, "result": V}),
        (lambda: explain(torch.arange(50)[7:9].flip, 0), "move", {"self": [7, 8], "result": [8, 7]}),
        (lambda: explain(lambda a: a.t(), X), "storage", {"storage": X, "a": X, "result": X.t()}),
    ],
)  # fmt: skip
def test_cells_are_the_tensors(call, kind, expected):
    picture = call().draw()
    assert picture.drawings[0]["kind"] == kind
    assert dict(grids(picture)) == {name: values(x) for name, x in expected.items()}


def test_a_write_is_drawn_before_and_after():
    picture = written_to().draw()
    assert grids(picture) == [("self", values(X)), ("self", values(X + 1))]
    assert picture.drawings[0]["kind"] == "write" and picture.drawings[0]["changed"] == list(range(6))


def test_tensors_are_drawn_as_they_were_at_the_call():
    x = X.clone()
    found = explain(x.t)
    x.zero_()
    assert dict(grids(found.draw()))["result"] == values(X.t())


def test_each_element_has_the_sources_that_the_index_names():
    picture = explain(torch.gather, X, 1, INDEX).draw({"input": "x", "result": "y"})
    assert picture.code == "torch.gather(x, 1, index)"
    (drawing,) = picture.drawings
    said = [
        f"x[{i}, index[{i}, {j}]] = x[{i}, {INDEX[i, j].item()}]" for i in range(2) for j in range(2)
    ]  # fmt: skip
    assert [source for _, source in captions.captions(drawing)] == said
    assert captions.captions(drawing)[0][0] == "y[0, 0] = 2"


def test_results_keep_the_names_of_the_explanation():
    assert [name for name, _ in grids(explain(torch.max, X, 1).draw())] == ["input", "result.values", "result.indices"]


def test_backward_shows_its_graph():
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    picture = explain((w**2).sum().backward).draw()
    assert picture.text("en").endswith("leaf 1.grad ← PowBackward0 ← SumBackward0 ← self")
    assert picture.drawings[0]["kind"] == "graph" and w.grad.tolist() == [2, 4]


def test_calls_of_a_block_are_drawn(capsys):
    with torchref.explaining() as lines:
        X + 1
    capsys.readouterr()
    assert dict(grids(lines[0].calls[0].draw()))["result"] == values(X + 1)


@pytest.mark.parametrize(
    "call, words",
    [
        (lambda: explain(len, [1]), r"len\(\[1\]\): there is no tensor to draw"),
        (lambda: explain(X.view, 5), r"Tensor.view\(self, 5\): the call raised RuntimeError"),
        (lambda: explain(torch.eye(2).to_sparse().t), "self: only a strided tensor of real numbers on the CPU"),
        (lambda: explain(torch.zeros(2, device="meta").t), "self: only a strided tensor of real numbers on the CPU"),
        (lambda: explain(torch.zeros(2, dtype=torch.complex64).neg), "self: only a strided tensor of real numbers"),
        (lambda: explain(torch.zeros(0).neg), "self: only a strided tensor .* on the CPU that has elements"),
        (
            lambda: explain(torch.zeros(5, 5).t),
            r"self: shape \(5, 5\) has 25 elements in 2 dimensions; up to 24 elements in up to 3 dimensions",
        ),
        (lambda: explain(torch.zeros(2).expand, 30, 2), r"result: shape \(30, 2\) has 60 elements in 2 dimensions"),
        (lambda: explain(torch.zeros(1, 1, 1, 1).neg), "has 1 elements in 4 dimensions"),
        (lambda: explain(torch.zeros(50)[:4].view, 2, 2), "self: its storage has 50 elements; up to 24 can be drawn"),
        (lambda: explain(lambda a: a, np.zeros(4)[::-1]), "a: this NumPy array cannot be drawn"),
        (lambda: explain(lambda a: a + 1, X), "only a function of torch .* can be called again"),
        (lambda: explain(torch.nn.Linear(2, 1), torch.zeros(2)), r"Linear.*: only a function of torch"),
        (lambda: explain(torch.rand_like, torch.zeros(2)), "the result is another in each run"),
    ],
)  # fmt: skip
def test_what_has_no_picture_says_why(call, words):
    with pytest.raises(ValueError, match=words):
        call().draw()


def test_drawing_changes_nothing():
    x = numbers(2, 3).requires_grad_()
    generator = torch.get_rng_state()
    found = explain(torch.exp, x)
    found.draw()
    explain(x.t).draw()
    assert x._version == 0 and x.is_leaf and x.grad is None and torch.is_grad_enabled()
    assert torch.equal(torch.get_rng_state(), generator)
    assert found.result.requires_grad


@pytest.mark.parametrize(
    "lang, title", [("en", "Which elements each element of the result comes from."), ("zh", "结果")]
)
def test_a_file_holds_all_it_needs(tmp_path, lang, title):
    picture = explain(torch.gather, X, 1, INDEX).draw()
    picture.save(tmp_path / "gather.svg", lang)
    text = (tmp_path / "gather.svg").read_text(encoding="utf-8")
    root = etree.fromstring(text.encode())
    assert title in root.findtext(f"{SVG}title")
    assert "var(" not in text and "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "@media (prefers-color-scheme: dark)" in text
    drawn = {word for cell in root.iter(f"{SVG}g") for word in (cell.get("class") or "").split()}
    assert {"input", "index", "result", "hot"} <= drawn
    with pytest.raises(ValueError, match=r"saved as \.svg; found .*gather.png"):
        picture.save(tmp_path / "gather.png")


def test_a_notebook_gets_html_with_its_style(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    picture = explain(X.t).draw()
    made = picture._repr_html_()
    assert re.search(r"<style>.*data-jp-theme-light.*</style><figure class=\"picture storage\"", made, re.DOTALL)
    assert "<svg" in made and "Tensor.t(self)" in made and "<script" not in made
    assert repr(picture).startswith("Tensor.t(self)\nWhere the elements of the result lie in the storage of the input.")


def test_no_matplotlib_is_needed():
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "import torch, torchref\n"
        "print(torchref.explain(torch.eye(2).t).draw().drawings[0]['kind'])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "storage\n"


def test_memory_draws_tensors_of_one_storage_together():
    picture = draw.memory({"x": X, "x.t()": X.t(), "y": X.t().contiguous()})
    assert grids(picture) == [
        ("storage", values(X)), ("x", values(X)), ("x.t()", values(X.t())),
        ("storage", values(X.t())), ("y", values(X.t())),
    ]  # fmt: skip
    assert [len(drawing["from"]) for drawing in picture.drawings] == [6, 6]
    first, second = picture.drawings
    assert [one[0] for one in first["from"]] == [(0, place) for place in (0, 3, 1, 4, 2, 5)]
    assert captions.captions(second)[1] == ("y[0, 1] = 3", "storage[0·2 + 1·1] = storage[1]")


@pytest.mark.parametrize("x", [torch.zeros(5, 5), torch.zeros(1, 1, 1, 1), torch.zeros(30)[:2], torch.zeros(0)])
def test_memory_says_what_it_cannot_draw(x):
    with pytest.raises(ValueError, match=r"y: shape .* with \d+ elements of storage; 1 to 24 in up to 3 dimensions"):
        draw.memory({"y": x})


def test_ghost_cells_are_dashed():
    _, ax = draw.canvas(4, 3)
    draw.cells(ax, [[1, 2], [3, 4]], ghost=[[False, False], [True, True]], title="y")
    assert [patch.get_linestyle() for patch in ax.patches] == ["-", "-", "--", "--"]
    plt.close("all")
