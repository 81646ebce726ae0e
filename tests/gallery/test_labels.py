"""What stands written in the gallery's figures: values are computed by the script, and they are the right ones."""

import ast
import re

import matplotlib.pyplot as plt
import pytest
import torch

from docs.pages import gallery

FORMULAS = {"   1 − 2α = "}
"""Words of a label that have a digit and state no value."""
STYLES = r"#[0-9a-f]{6}|square,pad=0\.15|tensors\[\d\]"
"""Colors, boxes, and what ``explain`` calls the tensors of a list."""


def typed_numbers(source):
    """Return ``(line, text)`` of each text with a digit that is neither printed nor code that the script also runs."""
    tree = ast.parse(source)
    run = {
        ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.expr) and type(node) is not ast.Constant
    }
    said = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            said.add(node.value)
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            said |= set(ast.walk(node.format_spec))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print":
            said |= set(ast.walk(node))

    def is_run(text):
        try:
            statement = ast.parse(text).body[0]
        except SyntaxError:
            return False
        return isinstance(statement, (ast.Expr, ast.Assign)) and ast.unparse(statement.value) in run

    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said
        if re.search("[0-9]", node.value) and not re.fullmatch(STYLES, node.value) and node.value not in FORMULAS
        if not is_run(node.value)
    ]


@pytest.mark.parametrize("path", gallery.scripts(), ids=lambda path: path.stem)
def test_no_value_in_a_figure_is_typed(path):
    found = typed_numbers(path.read_text(encoding="utf-8"))
    assert not found, "\n".join(f"{path.name}:{line}: {text!r} is typed" for line, text in found)


@pytest.mark.parametrize(
    "line, typed",
    [
        ('ax.annotate("70.30", (176, y))', True),
        ('ax.annotate(f"{y:.2f}", (176, y))', False),
        ('ax.set_title(f"w = 2.0 {y}")', True),
        ('draw.memory({"x.view(6)": x.view(6)})', False),
        ('draw.memory({"x.view(2, 3)": x.view(6)})', True),
        ('label = "y (3,)"', True),
        ('print("3")', False),
    ],
)
def test_a_typed_value_is_found(line, typed):
    assert bool(typed_numbers(line)) is typed


def words(figure):
    """The texts of a figure: those in its axes, titles, legends and labels of axes, but not those at the ticks."""
    found = []
    for ax in figure.axes:
        found += [*ax.texts, ax.title, ax.xaxis.label, ax.yaxis.label]
        found += ax.get_legend().get_texts() if ax.get_legend() else []
    return [text.get_text() for text in found if text.get_text()]


def figures():
    return [words(plt.figure(number)) for number in plt.get_fignums()]


def test_labels_of_heights_and_weights(run_script):
    page = run_script("heights_and_weights")
    x, y = page["x"], page["y"]
    w = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
    b = y.mean() - w * x.mean()
    least = ((w * x + b - y) ** 2).mean()
    lines, losses = figures()
    assert lines == [f"{w * 176 + b:.4g}", "65.4", "x", "y", f"{w:.3g}x − {-b:.4g}", "0.9x − 93"]
    assert losses == ["(x − mean) / std", "x", f"{least:.4g}", "n", "L"]
    assert (lines[0], lines[4], losses[2]) == ("70.3", "0.929x − 93.27", "0.8177")


def test_labels_of_the_search(run_script):
    run_script("search_for_w")
    ((found, *rest),) = figures()
    assert found == "w = 2.0\nL = 0" and rest == [f"{14 / 3 * 4:.4g}"] * 2 + ["w", "L"]


def test_labels_of_in_place(run_script):
    page = run_script("in_place")
    _, gradients = figures()
    y = torch.tensor([0.0, 1.0, 2.0]).sigmoid()
    right, zero = [f"{number:.2f}" for number in y * (1 - y)], ["0.00"] * 3
    writes = ["y = a.sigmoid()", "y.detach().zero_()", "y.data.zero_()", "y.detach().numpy().fill(0)"]
    rows = zip(writes, ("0", "1", "0", "0"), (right, ["✗"], zero, zero), strict=True)
    assert gradients == ["_version", "leaf.grad", *(word for row in rows for word in (row[0], row[1], *row[2]))]
    leaf = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
    leaf.clone().sigmoid().sum().backward()
    assert page["gradients"]["y = a.sigmoid()"].equal(leaf.grad)


def test_labels_of_broadcasting(run_script):
    (added,) = run_script("broadcasting")["pictures"]
    aligned, differences, fitted = figures()
    (drawing,) = added.drawings
    assert added.code == "torch.add(x, y)" and drawing["kind"] == "broadcast"
    assert [(grid["name"], grid["shape"]) for grid in drawing["grids"]] == [
        ("x", [2, 1]),
        ("y", [3]),
        ("x + y", [2, 3]),
    ]
    assert [word for word in aligned if "(" in word] == ["(2, 1, 3)", "(4, 1)", "(2, 4, 3)"]
    assert [word for word in differences if "(" in word] == ["(3, 1)", "(3,)"]
    assert fitted == ["(100, 1)", "(100,)", "x", "y"]


def test_labels_of_dtypes_and_of_the_loader(run_script):
    run_script("dtypes")
    limit = next(n for n in range(2**24 - 2, 2**25) if torch.tensor(n + 1).float().long() != n + 1)
    assert figures()[-1] == [str(limit + 1), f"n - {limit}", f"n.float() - {limit}"]
    plt.close("all")
    run_script("dataloader_and_regression")
    assert figures() == [["x", "y", "w*x + b", "coef*x + 1.5", "n", "right", "running"]]
