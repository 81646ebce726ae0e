"""Every parameter has its line, in both languages, and what changes a result is used in an example."""

import ast
import functools
import html
import pickle
import re

import pytest
import torch

import torchref
from torchref.content import catalog, facts, observe, signatures, text, translation
from torchref.content.language import LANGUAGES

TOPICS = catalog.read()
ENTRIES = catalog.entries(TOPICS)
FACTS = catalog.read_observed()["operations"]
SHARED = catalog.read_parameters()

WORKERS = "about the processes that load, which an example of a few samples does not start"
SAME = "how the result is computed, not what it is"
DEPRECATED = "deprecated; torch warns"
PICKLE = "of the file's format, not of what is read back"

NOT_SHOWN = {
    ("Tensor", "storage"): "an old form, and the NumPy body has no storage to take",
    ("autograd.grad", "only_inputs"): "deprecated, and without effect",
    ("backward", "create_graph"): "torch warns of a reference cycle; the page of autograd.grad shows it",
    ("bmm", "out_dtype"): "raises on the CPU",
    ("expand", "implicit"): "for torch's own use: the result is the same",
    ("gather", "sparse_grad"): "how the gradient is stored, not what the operation returns",
    ("linalg.matrix_rank", "tol"): "an older name of atol, which is used",
    ("linalg.pinv", "rcond"): "NumPy's name of rtol, which is used",
    ("linalg.svd", "driver"): "for a GPU: raises on the CPU",
    ("load", "mmap"): SAME,
    ("load", "pickle_load_args"): PICKLE,
    ("load", "pickle_module"): PICKLE,
    ("mm", "out_dtype"): "raises on the CPU",
    ("nn.CrossEntropyLoss", "reduce"): DEPRECATED,
    ("nn.CrossEntropyLoss", "size_average"): DEPRECATED,
    ("nn.Module.state_dict", "args"): DEPRECATED,
    ("optim.SGD", "differentiable"): SAME,
    ("optim.SGD", "foreach"): SAME,
    ("optim.SGD", "fused"): SAME,
    ("repeat_interleave", "output_size"): SAME,
    ("save", "pickle_module"): PICKLE,
    ("save", "pickle_protocol"): PICKLE,
    ("std", "unbiased"): "the older form of correction, which is used",
    ("topk", "sorted"): "leaves the order open, so that there is nothing to compare with NumPy",
    ("unique", "sorted"): "leaves the order open: on the CPU, the values come sorted all the same",
    ("utils.data.DataLoader", "in_order"): WORKERS,
    ("utils.data.DataLoader", "multiprocessing_context"): WORKERS,
    ("utils.data.DataLoader", "num_workers"): WORKERS,
    ("utils.data.DataLoader", "persistent_workers"): WORKERS,
    ("utils.data.DataLoader", "pin_memory_device"): "deprecated, and without effect",
    ("utils.data.DataLoader", "prefetch_factor"): WORKERS,
    ("utils.data.DataLoader", "timeout"): WORKERS,
    ("utils.data.DataLoader", "worker_init_fn"): WORKERS,
    ("var", "unbiased"): "the older form of correction, which is used",
}
"""Parameters that no example passes -> why none needs to."""


@functools.cache
def said(language):
    """Return entry -> its parameters as they are shown in a language."""
    gettext = translation.load(language)
    shared = {one.name: gettext(one.summary) for one in SHARED.entries}
    return {
        name: facts.parameters(catalog.translate(entry, gettext), FACTS[name], shared, gettext)
        for name, entry in ENTRIES.items()
    }


def at(name):
    entry = ENTRIES[name]
    return f"{entry.path.name}:{entry.line}: {name}"


def test_every_parameter_has_its_line():
    missing = [f"{at(name)}: {one['name']}" for name, all in said("en").items() for one in all if not one["sentence"]]
    assert not missing, "no ':param' field:\n" + "\n".join(missing)


def test_every_parameter_has_its_line_in_chinese():
    chinese = said("zh")
    missing = [
        f"{at(name)}: {one['name']}"
        for name, all in said("en").items()
        for one, other in zip(all, chinese[name], strict=True)
        if one["sentence"] == other["sentence"]
    ]
    assert not missing, "not translated:\n" + "\n".join(missing)


def test_a_field_names_a_parameter_of_torch():
    for name, entry in ENTRIES.items():
        known = {row[0] for one in FACTS[name]["signatures"] for row in one.get("parameters", ())}
        explained = [one for names, _ in entry.explained for one in names]
        assert set(explained) <= known, f"{at(name)}: ':param' of {set(explained) - known}; there are {known}"


def test_a_line_is_one_sentence():
    every = [(at(name), sentence) for name, entry in ENTRIES.items() for _, sentence in entry.explained]
    for place, sentence in [*every, *((one.name, one.summary) for one in SHARED.entries)]:
        assert sentence.endswith(".") and len(sentence) <= 160, f"{place}: {sentence!r}"
        assert not re.search(r"[.!?] [A-Z]", sentence.removesuffix(".")), f"{place}: two sentences: {sentence!r}"


def test_a_parameter_of_many_operations_is_one():
    rows = {name: {row["name"].strip("*") for row in shown} for name, shown in said("en").items()}
    for one in SHARED.entries:
        users = [name for name, parameters in rows.items() if one.name in parameters]
        assert len(users) > 2, f"{one.name} is a parameter of {users}"
    assert [one.name for one in SHARED.entries if not any(block.examples for block in one.blocks)] == []


def is_default(value, source):
    default = eval(source, {"torch": torch, "pickle": pickle})
    return type(value) is type(default) and not isinstance(value, torch.Tensor) and value == default


def recorded(name, shown):
    """Return the parameters that the recorded calls of the examples pass, as far as the types of a signature fit."""
    found = set()
    for call in observe.calls(ENTRIES[name]):
        for one in shown:
            if signatures.fits(one, call.args, call.kwargs):
                defaults = {row[0]: row[3] for row in one["parameters"] if row[3:]}
                for key, value in signatures.bind(one, call.args, call.kwargs).arguments.items():
                    key = "from" if key == "from_" else key
                    if key not in defaults or not is_default(value, defaults[key]):
                        found.add(key)
    return found


def written(name, shown, places):
    """Return the parameters that stand in the source of the examples: by keyword, and if ``places``, by position."""
    found = set()
    tails = {one["name"].rpartition(".")[2] for one in shown}
    for example in ENTRIES[name].examples:
        for node in ast.walk(ast.parse(example.source)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            path = ast.unparse(node.func)
            if path.startswith("np.") or not {node.func.attr, node.func.attr.removesuffix("_")} & tails:
                continue
            words = {word.arg: word.value for word in node.keywords if word.arg}
            for one in [one for one in shown if one["name"] == path] or shown:
                args = (None,) * (path != one["name"]) + tuple(node.args)
                bound = signatures.bind(one, args, words)
                defaults = {row[0]: row[3] for row in one["parameters"] if row[3:]}
                for key, value in bound.arguments.items() if bound else ():
                    if (places or key in words) and not (
                        isinstance(value, ast.AST) and ast.unparse(value) == defaults.get(key)
                    ):
                        found.add(key)
    return found


@pytest.mark.parametrize("name", [name for name in ENTRIES if FACTS[name]["signatures"]])
def test_what_changes_a_result_is_used_in_an_example(name):
    """Passed with another value than its default; those of many operations are at work on a page of their own."""
    shown = [one for one in FACTS[name]["signatures"] if "parameters" in one]
    used = recorded(name, shown)
    used |= written(name, shown, places=not used)
    wanted = {row[0] for one in shown for row in one["parameters"]} - {one.name for one in SHARED.entries}
    excused = {parameter for entry, parameter in NOT_SHOWN if entry == name}
    assert not wanted - used - excused, f"{at(name)}: no example passes {sorted(wanted - used - excused)}"
    assert not excused & used, f"{at(name)}: an example passes {sorted(excused & used)}: it needs no excuse"


def test_out_of_another_shape_is_resized_with_a_warning_unless_it_is_empty():
    """What the page of common parameters says of it in words: the examples run with warnings as errors."""
    with pytest.warns(UserWarning, match="An output with one or more elements was resized"):
        made = torch.add(torch.zeros(3), 1, out=torch.empty(2))
    assert made.shape == (3,)


@pytest.mark.skipif(torch.cuda.is_available(), reason="pinning works here")
def test_pinning_needs_a_gpu():
    with pytest.raises(RuntimeError, match="pin_memory=True requires a CUDA or other accelerator backend"):
        torch.ones(2, pin_memory=True)


def test_every_excuse_is_of_a_parameter():
    for name, parameter in NOT_SHOWN:
        assert parameter in {row["name"].strip("*") for row in said("en")[name]}, (name, parameter)


@pytest.mark.parametrize("language", LANGUAGES)
def test_terminal_and_notebook_show_each_parameter_with_its_line(language):
    for name, rows in said(language).items():
        entry = torchref.lookup(name, lang=language)
        assert entry.parameters == rows
        printed = re.sub(r"\s", "", repr(entry))
        rendered = html.unescape(re.sub("<[^>]+>", "", entry._repr_html_()))
        for row in rows:
            sentence = text.REFERENCE.sub(r"\1", row["sentence"])
            written = text.written(row)
            assert re.sub(r"\s", "", written) in printed and written in rendered
            assert re.sub(r"\s|``", "", sentence) in printed.replace("`", ""), f"{name}: {row['name']}"
            assert sentence.replace("``", "") in rendered, f"{name}: {row['name']}"


def test_a_parameter_bears_the_types_of_all_its_overloads_and_its_default():
    assert [text.written(row) for row in said("en")["topk"]] == [
        "input", "k", "dim=-1", "largest=True", "sorted=True", "out=None",
    ]  # fmt: skip
    types = {row["name"]: row["type"] for row in said("en")["permute"] + said("en")["nonzero"] + said("en")["clamp"]}
    assert types["*dims"] == "int or tuple of ints" and types["dims"] == "tuple of ints"
    assert types["as_tuple"] == "bool"
    assert types["min"] == "number or Tensor"
    assert {row["name"]: row["type"] for row in said("zh")["permute"]}["*dims"] == "int / int 元组"


def test_neighbors_of_one_type_share_a_line():
    shown = [[row["name"] for row in rows] for rows, _, _ in text.together(said("en")["transpose"])]
    assert shown == [["input"], ["dim0", "dim1"]]


MODULE = '''"""Some: operations."""

__all__ = ["one"]


def one(x):
    """Return it.

    >>> 1
    1

    {fields}

    See also: :func:`one`.
    """
    return x
'''


def read(folder, fields):
    (folder / "some.py").write_text(MODULE.format(fields=fields), encoding="utf-8")
    return catalog.read(folder, ("some",))[0].entries[0]


def test_fields_are_read_with_their_continuation_lines(tmp_path):
    entry = read(tmp_path, ":param x: It is\n        long.\n    :param y, z: Both: short.")
    assert entry.explained == ((("x",), "It is long."), (("y", "z"), "Both: short."))
    assert entry.see_also == ("one",) and len(entry.blocks) == 1


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        (":param: Nothing.", "a field reads ':param name: Sentence.'"),
        (":param x Nothing.", "a field reads ':param name: Sentence.'"),
        (":param x:", "a field reads ':param name: Sentence.'"),
        (":param x y: Two.", "a field reads ':param name: Sentence.'"),
        (":param x: One.\n    :param y, x: Two.", "two ':param' fields explain 'x'"),
    ],
)
def test_a_malformed_field_is_named_with_file_and_line(tmp_path, fields, rule):
    with pytest.raises(catalog.ContentError, match=f"some.py:6: one: {re.escape(rule)}"):
        read(tmp_path, fields)
