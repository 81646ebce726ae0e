"""The table NumPy ↔ PyTorch: what is derived from a body and from torch's signature."""

import ast
import gzip
import operator

import numpy as np
import pytest

from docs.pages import equivalents
from torchref.content import catalog
from torchref.content.language import LANGUAGES

ENTRIES = catalog.entries(catalog.read())
OBSERVED = catalog.read_observed()["operations"]
WITH_BODY = [entry for entry in ENTRIES.values() if not entry.no_numpy]


@pytest.mark.parametrize(
    "name, call, idiom, counterpart",
    [
        ("transpose", "torch.transpose(x, dim0, dim1)", "np.swapaxes(x, dim0, dim1) if x.ndim else x[...]", "swapaxes"),
        ("unsqueeze", "torch.unsqueeze(x, dim)", "np.expand_dims(x, dim)", "expand_dims"),
        ("zeros_like", "torch.zeros_like(x, dtype=dtype)", "np.zeros_like(x, dtype)", "zeros_like"),
        ("reshape", "torch.reshape(x, shape)", "np.reshape(x, shape)", "reshape"),
        ("repeat", "x.repeat(*repeats)", "np.tile(x, repeats)", "tile"),
        ("cat", "torch.cat(tensors, dim)", "", "concatenate"),
        ("sum", "torch.sum(x, dim, keepdim)", "", "sum"),
    ],
)
def test_row_of_an_operation(name, call, idiom, counterpart):
    entry = ENTRIES[name]
    assert equivalents.call(entry, OBSERVED[name]) == call
    assert equivalents.idiom(entry) == idiom
    assert equivalents.name(entry) == f"np.{counterpart}"


@pytest.mark.parametrize(
    ("name", "outline"),
    [
        ("cat", "np.concatenate(tensors, axis=dim)"),
        ("mean", "np.mean(x, axis=dim, keepdims=keepdim, dtype=dtype)"),
        ("std", "np.std(x, axis=dim, correction=correction, keepdims=keepdim)"),
        ("cumsum", "np.cumsum(x, dim, dtype)"),
        ("squeeze", "np.squeeze(x, ...)"),
        ("linspace", ""),
        ("gather", ""),
    ],
)
def test_outline_of_a_longer_body(name, outline):
    assert equivalents.outline(ENTRIES[name]) == outline


def test_an_outline_names_parameters_alone():
    outlines = {entry.name: equivalents.outline(entry) for entry in WITH_BODY if not equivalents.idiom(entry)}
    for name, outline in outlines.items():
        if outline:
            call = ast.parse(outline).body[0].value
            used = {node.id for node in ast.walk(call) if isinstance(node, ast.Name)} - {"np"}
            function = ast.parse(ENTRIES[name].numpy).body[0]
            assert used <= {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}, name
            assert ast.unparse(call.func) == equivalents.name(ENTRIES[name])
    assert sum(map(bool, outlines.values())) > 25


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("np.stack([x, x], axis=1)", "stack"), ("np.sort(s)[::-1][:2]", "sort"), ("x.astype(int)", "astype"),
        ("np.linalg.inv(f[:, :2])", "linalg.inv"), ("np.random.seed(0); np.random.rand(1)", "random.seed"),
        ("x[m]", ""), ("x / 2", ""), ("x[0] = 9", ""), ("x", ""), ("t.T", "T"),
    ],
)  # fmt: skip
def test_what_a_line_calls(code, name):
    assert equivalents.called(code) == name


@pytest.mark.parametrize(
    ("name", "function"),
    [("unsqueeze", "expand_dims"), ("abs", "abs"), ("relu", ""), ("diag", ""), ("sqrt", ""), ("cat", ""), ("add", "")],
)
def test_a_body_that_is_one_plain_call(name, function):
    assert equivalents.plain_call(ENTRIES[name]) == function


def test_every_name_is_one_of_numpy():
    names = {entry.name: equivalents.name(entry) for entry in WITH_BODY}
    for name, counterpart in names.items():
        if counterpart:
            space, _, rest = counterpart.partition(".")
            assert operator.attrgetter(rest)({"np": np, "ndarray": np.ndarray}[space]) is not None, name
    assert sum(map(bool, names.values())) > len(names) * 3 / 4


def test_every_call_is_python():
    for entry in ENTRIES.values():
        ast.parse(equivalents.call(entry, OBSERVED[entry.name]))


def test_a_line_taken_from_a_longer_body_needs_nothing_but_the_parameters():
    for entry in WITH_BODY:
        line = equivalents.idiom(entry)
        function = ast.parse(entry.numpy).body[0]
        if line and len(function.body) > 1:
            assigned = {
                node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            }
            used = {node.id for node in ast.walk(ast.parse(line)) if isinstance(node, ast.Name)}
            assert not used & assigned, entry.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_light_for_its_rows(site, language):
    weight = len(gzip.compress((site / language / "numpy-to-torch.html").read_bytes(), 6))
    rows = sum(entry.no_numpy is None for entry in ENTRIES.values())
    assert weight < 64 * rows, f"{weight / rows:.1f} bytes a row"
