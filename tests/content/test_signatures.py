"""The signatures on the pages: they take every call there, and each default that they show is the real one."""

import ast
import contextlib
import functools
import html
import itertools
import operator
import pickle
import re
import warnings

import numpy as np
import pytest
import torch

import torchref
from torchref.content import catalog, facts, observe, signatures
from torchref.content.language import LANGUAGES

ENTRIES = catalog.entries(catalog.read())
FACTS = catalog.read_observed()["operations"]

NONE = {
    "getitem": "indexing has a notation of its own, which is the title of its page",
    "setitem": "indexing has a notation of its own, which is the title of its page",
    "nn.Module": "takes what the __init__ of a subclass takes: torch says (*args, **kwargs)",
}
"""Entries without a signature -> why."""

OTHERS_CALLS = {
    "relu": "the module nn.ReLU calls torch.nn.functional.relu, which has inplace too",
}
"""Entries of which a recorded call is another function's of the same name -> which."""

NOT_PASSED = {("where", "out"): "its overloads for numbers have no out at all"}
"""Defaults that cannot be passed -> why."""

NOT_REPEATED = {
    "Tensor": "leaves memory as it finds it, and reads a number as a size",
    "device": "a string with an index goes by another name, and index=-1, which torch lists, it refuses: negative",
    "empty": "leaves memory as it finds it",
    "data_ptr": "says where its tensor is: a copy of it is elsewhere",
    "autograd.grad": "needs the graph that copies of its arguments lack",
    "load": "reads a file that was read to its end",
}
"""Entries whose calls return something else when they are made again -> why; what is said of them is bound alone."""


def function_of(signature):
    """The function or method that a signature is of."""
    starts = {**signatures.METHODS, "torch.": "torch."}
    official = next(
        start + signature["name"].removeprefix(short)
        for start, short in starts.items()
        if signature["name"].startswith(short)
    )
    return operator.attrgetter(official.removeprefix("torch."))(torch)


def callables(name):
    return [signature for signature in FACTS[name]["signatures"] if "parameters" in signature]


@functools.cache
def calls(name):
    """The calls of the page's examples that are written as calls: no operators, no reading of an attribute."""
    if name in observe.FUNCTIONALS:
        return []
    made = observe.calls(ENTRIES[name])
    written = [call for call in made if not call.name.startswith("__") and not call.func.__name__.startswith("__")]
    return [call for call in written if name not in OTHERS_CALLS or "inplace" not in call.kwargs]


def test_all_entries_but_a_few_have_a_signature():
    assert {name for name in ENTRIES if not FACTS[name]["signatures"]} == NONE.keys()


def test_a_page_begins_with_its_own_name_and_the_overload_that_its_examples_use():
    assert facts.signatures(FACTS["topk"]) == [
        "torch.topk(input, k, dim=-1, largest=True, sorted=True, *, out=None) → (values, indices)"
    ]
    for name in ENTRIES.keys() - NONE.keys():
        shown = FACTS[name]["signatures"]
        assert shown[0]["name"] == FACTS[name]["title"], f"{name}: begins with {shown[0]['name']}"
        for one, other in itertools.pairwise(shown):
            if one["name"] == other["name"]:
                first, second = (
                    sum(signatures.fits(of, call.args, call.kwargs) for call in calls(name)) for of in (one, other)
                )
                assert first >= second, f"{name}: {facts.signature(other)} is what the examples use"


@pytest.mark.parametrize("name", [name for name in ENTRIES if name not in NONE])
def test_every_call_binds(name):
    shown = callables(name)
    for call in calls(name):
        assert not shown or any(signatures.fits(one, call.args, call.kwargs) for one in shown), (
            f"{name}: no signature takes {call.name}(*{call.args!r}, **{call.kwargs!r})"
        )


def written_calls(name):
    """Every call in the examples of a name whose signature is shown: how it is written, how many arguments, keywords.

    It is called by its full name, as functions and classes are, or by the last part after anything, as methods are.
    """
    tails = {signature["name"].rpartition(".")[2] for signature in callables(name)}
    for example in ENTRIES[name].examples:
        for node in ast.walk(ast.parse("" if example.message else example.source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in tails:
                spread = any(isinstance(arg, ast.Starred) for arg in node.args)
                if not spread and not ast.unparse(node.func).startswith("np."):
                    yield ast.unparse(node.func), len(node.args), [word.arg for word in node.keywords]


@pytest.mark.parametrize("name", [name for name in ENTRIES if name not in NONE])
def test_every_call_that_is_written_binds(name):
    """Those too that torch's override protocol does not show: classes, modules, optimizers."""
    for path, count, words in written_calls(name):
        named = [signature for signature in callables(name) if signature["name"] == path]
        arguments = (None,) * (count + (not named))
        bound = [signatures.bind(one, arguments, dict.fromkeys(words)) for one in named or callables(name)]
        assert any(one is not None for one in bound), f"{name}: no signature takes {path} of {count} and {words}"


def value(source):
    return eval(source, {"torch": torch, "pickle": pickle})


def run(signature, args, kwargs):
    """Call what a signature is of, with copies of the arguments, the generator seeded; in place without gradients."""
    grad = not signature["name"].endswith("_")
    with torch.set_grad_enabled(grad), torch.random.fork_rng(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.manual_seed(0)
        given = {key: observe.snapshot(one) for key, one in kwargs.items()}
        return function_of(signature)(*observe.snapshot(args), **given)


def check_same(one, other):
    assert type(one) is type(other)
    if isinstance(one, (torch.Tensor, np.ndarray, tuple, list)):
        torch.testing.assert_close(one, other, rtol=0, atol=0, equal_nan=True)
    elif not isinstance(one, (torch.Generator, torch.UntypedStorage)):
        assert one == other


def taken(name):
    """Each call with each signature that takes it and can be called so, and the result."""
    for call in calls(name):
        found = []
        for signature in callables(name):
            if signatures.fits(signature, call.args, call.kwargs):
                with contextlib.suppress(RuntimeError):  # Tensor.where reads the arguments of torch.where one place on
                    found.append((signature, call, run(signature, call.args, call.kwargs)))
        assert found or not callables(name), f"{name}: no signature can be called as {call.name}(*{call.args!r})"
        yield from found


REPEATED = [name for name in ENTRIES if name not in NONE and name not in NOT_REPEATED]


@pytest.mark.parametrize("name", REPEATED)
def test_each_default_passed_gives_what_leaving_it_out_gives(name):
    for signature, call, result in taken(name):
        given = signatures.bind(signature, call.args, call.kwargs).arguments
        for parameter, _, _, *default in signature["parameters"]:
            left_out = parameter not in given and f"{parameter}_" not in given
            if default and left_out and (name, parameter) not in NOT_PASSED:
                check_same(run(signature, call.args, {**call.kwargs, parameter: value(default[0])}), result)


@pytest.mark.parametrize("name", REPEATED)
def test_each_argument_goes_by_its_name_and_by_its_place(name):
    """Passed by keyword or by position, as far as the signature allows it, an argument is the same argument."""
    for signature, call, result in taken(name):
        kinds = {row[0]: row[1] for row in signature["parameters"]}
        if "*" in kinds.values():
            continue
        bound = signatures.bind(signature, call.args, call.kwargs).arguments
        given = {"from" if parameter == "from_" else parameter: found for parameter, found in bound.items()}
        own = call.args[: signatures.is_method(signature)]
        nameless = [found for parameter, found in given.items() if kinds[parameter] == "positional"]
        by_name = {parameter: found for parameter, found in given.items() if kinds[parameter] != "positional"}
        check_same(run(signature, (*own, *nameless), by_name), result)
        defaults = {parameter: value(rest[0]) for parameter, _, _, *rest in signature["parameters"] if rest}
        by_place = [given[one] if one in given else defaults[one] for one in kinds if kinds[one] != "keyword"]
        keywords = {parameter: found for parameter, found in given.items() if kinds[parameter] == "keyword"}
        check_same(run(signature, (*own, *by_place), keywords), result)


@pytest.mark.parametrize("name", REPEATED)
def test_results_are_what_is_shown(name):
    for call in calls(name):
        taking = [one for one in callables(name) if signatures.fits(one, call.args, call.kwargs)]
        shown = {str(one["returns"]): one["returns"] for one in taking}
        if len(shown) == 1 and isinstance(taking[0]["returns"], list):
            assert list(type(call.result).__match_args__) == taking[0]["returns"]
        elif shown.keys() == {"Tensor"}:
            assert isinstance(call.result, torch.Tensor)
        elif shown.keys() == {"(Tensor, ...)"}:
            assert all(isinstance(part, torch.Tensor) for part in call.result)
        elif shown.keys() in ({"bool"}, {"int"}, {"str"}, {"list"}):
            assert type(call.result).__name__ in shown


def test_types_are_in_words_that_a_reader_knows():
    """No name of torch's own stubs, no private one, no module before a name."""
    for name in ENTRIES:
        for signature in callables(name):
            for parameter, kind, words, *_ in signature["parameters"]:
                assert kind in signatures.KINDS
                for word in filter(None, words.split(" or ")):
                    assert re.fullmatch(r"(tuple of )?[A-Za-z][A-Za-z_]*", word), f"{name}: {parameter}: {words}"


def test_what_torch_refuses_is_not_shown():
    """Overloads, defaults and places that the stubs have and torch has not."""
    shown = {name: "\n".join(facts.signatures(FACTS[name])) for name in ENTRIES}
    assert "names" not in shown["full"]
    with pytest.raises(TypeError, match="names"):
        torch.full((2,), 1, names=["a"])
    assert "(data, *, dtype=None" in shown["tensor"]
    with pytest.raises(TypeError, match="1 positional"):
        torch.tensor([1], torch.float32)
    assert "(start, end, steps, *" in shown["linspace"]
    with pytest.raises(TypeError, match="invalid combination"):
        torch.linspace(0, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_terminal_and_notebook_begin_with_the_signatures(language):
    for name in ENTRIES:
        entry = torchref.lookup(name, lang=language)
        assert entry.signatures == facts.signatures(FACTS[name])
        below = repr(entry).partition("\n\n")[2]
        lines = below.partition("\n\n")[0].split("\n")
        if entry.signatures:
            assert re.sub(r"\s+", " ", " ".join(lines)).strip() == " ".join(entry.signatures), f"{name}: {lines}"
            assert max(map(len, lines)) <= 80 and lines[0].startswith("    "), f"{name}: {lines}"
            assert html.escape(entry.signatures[0], quote=False) in entry._repr_html_().split("</pre>")[0]
