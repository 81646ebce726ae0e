"""The table NumPy ↔ PyTorch: what is derived from a body and from torch's signature."""

import ast
import operator

import numpy as np
import pytest

from docs.pages import equivalents
from torchref.content import catalog

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
        ("cat", "torch.cat(tensors)", "", "concatenate"),
        ("sum", "torch.sum(x, dim)", "", "sum"),
    ],
)
def test_row_of_an_operation(name, call, idiom, counterpart):
    entry = ENTRIES[name]
    assert equivalents.call(entry, OBSERVED[name]) == call
    assert equivalents.idiom(entry) == idiom
    assert equivalents.name(entry) == f"np.{counterpart}"


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
