"""Every parameter has its line, in both languages, and what changes a result is used in an example."""

import ast
import functools
import html
import re
import warnings

import pytest
import torch

import torchref
from torchref.content import catalog, facts, signatures, translation
from torchref.content.language import LANGUAGES

TOPICS = catalog.read()
ENTRIES = catalog.entries(TOPICS)
FACTS = catalog.read_observed()["operations"]
SHARED = catalog.read_parameters()

NOT_SHOWN = {}
"""Parameters that no example needs to use -> why."""


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
    for one in SHARED.entries:
        users = [name for name in ENTRIES if one.name in {row["name"].strip("*") for row in said("en")[name]}]
        assert len(users) > 2, f"{one.name} is a parameter of {users}"
    assert [one.name for one in SHARED.entries if not any(block.examples for block in one.blocks)] == []


@functools.cache
def passed(name):
    """Return the parameters that the examples of an entry pass, with another value than their default.

    Calls are told from how they are written: by the name of a signature, or as a method after anything.
    """
    shown = [one for one in FACTS[name]["signatures"] if "parameters" in one]
    tails = {one["name"].rpartition(".")[2] for one in shown}
    found = set()
    for example in ENTRIES[name].examples:
        for node in ast.walk(ast.parse(example.source)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            path, tail = ast.unparse(node.func), node.func.attr.removesuffix("_")
            if node.func.attr not in tails and tail not in tails or path.startswith("np."):
                continue
            words = {word.arg: word.value for word in node.keywords if word.arg}
            named = [one for one in shown if one["name"] == path]
            for one in named or shown:
                bound = signatures.bind(one, (None,) * (not named) + tuple(node.args), words)
                defaults = {row[0]: row[3] for row in one["parameters"] if row[3:]}
                for parameter, value in bound.arguments.items() if bound else ():
                    called = parameter.removesuffix("_") if parameter.endswith("_") else parameter
                    if not isinstance(value, ast.AST) or ast.unparse(value) != defaults.get(called):
                        found.add(called)
    return found


@pytest.mark.parametrize("name", [name for name in ENTRIES if FACTS[name]["signatures"]])
def test_what_changes_a_result_is_used_in_an_example(name):
    own = {one for names, _ in ENTRIES[name].explained for one in names}
    rows = {row[0] for one in FACTS[name]["signatures"] for row in one.get("parameters", ())}
    wanted = {one for one in rows if one in own or one not in {shared.name for shared in SHARED.entries}}
    missing = {one for one in wanted - passed(name) if (name, one) not in NOT_SHOWN}
    assert not missing, f"{at(name)}: no example passes {sorted(missing)}"
