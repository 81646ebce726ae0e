"""The signatures on the pages, by calling torch: each can be called in the ways that it says, and in no others.

They take every call on their page. A default is the real one, ``None`` is taken where a type says so, a star stands
where integers go one by one.
"""

import ast
import contextlib
import copy
import functools
import html
import inspect
import io
import itertools
import operator
import pickle
import re
import types
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

NOT_PASSED = {
    ("histogram", "range"): "its overload for edges has no range at all",
    ("where", "out"): "its overloads for numbers have no out at all",
}
"""Defaults that cannot be passed -> why."""

NOT_BY_PLACE = {
    "unique_consecutive": "torch looks for return_counts in the place of return_inverse, of which the page warns",
}
"""Entries whose arguments go by name alone, against what their signature says -> why."""

NOT_REPEATED = {
    "Tensor": "leaves memory as it finds it, and reads a number as a size",
    "no_grad": "makes an object that is equal to no other",
    "device": "a string with an index is taken by its overload without one, which the types do not tell",
    "autograd.set_detect_anomaly": "switches a mode on for whatever comes after",
    "empty": "leaves memory as it finds it",
    "data_ptr": "says where its tensor is: a copy of it is elsewhere",
    "autograd.grad": "needs the graph that copies of its arguments lack",
    "linalg.lstsq": "the driver gelsy rounds by what its memory holds",
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


def owner(signature):
    """The class of which a signature is a method; of a function, none that has objects."""
    start = signature["name"].partition(".")[0] + "."
    return {"Tensor.": torch.Tensor, "Module.": torch.nn.Module, "Optimizer.": torch.optim.Optimizer}.get(start, ())


def callables(name):
    return [signature for signature in FACTS[name]["signatures"] if "parameters" in signature]


@functools.cache
def calls(name):
    """The calls of the page's examples that are written as calls: no operators, no reading of an attribute."""
    return recorded(name) or watched(name)


@functools.cache
def recorded(name):
    """Those of them that torch's override protocol shows."""
    made = [] if name in (*observe.FUNCTIONALS, "load") else observe.calls(ENTRIES[name])
    written = [call for call in made if not call.name.startswith("__") and not call.func.__name__.startswith("__")]
    return [call for call in written if name not in OTHERS_CALLS or "inplace" not in call.kwargs]


def watched(name):
    """The calls that torch's override protocol does not show: of classes, modules, optimizers, of what reads a file."""
    tails = {signature["name"].rpartition(".")[2] for signature in callables(name)}
    made = []

    def watch(function, *args, **kwargs):
        object = getattr(function, "__self__", None)
        own = () if object is None or isinstance(object, types.ModuleType) else (object,)
        args = tuple(list(one) if isinstance(one, types.GeneratorType) else one for one in args)
        before = copied((*own, *args)), copied(kwargs)
        result = function(*args, **kwargs)
        if not any(isinstance(own[0], owner(one)) if own else function == function_of(one) for one in callables(name)):
            return result
        live = (own + args, kwargs, result)
        made.append(observe.Call(function.__name__, *before, result, live, function, ()))
        return result

    class Watched(ast.NodeTransformer):
        def visit_Call(self, node):
            self.generic_visit(node)
            if isinstance(node.func, ast.Attribute) and node.func.attr in tails:
                return ast.Call(ast.Name("watch", ast.Load()), [node.func, *node.args], node.keywords)
            return node

    namespace = {"torch": torch, "np": np, "watch": watch}
    with torch.random.fork_rng(), contextlib.redirect_stdout(io.StringIO()):
        for example in ENTRIES[name].examples:
            tree = ast.fix_missing_locations(Watched().visit(ast.parse(example.source)))
            with contextlib.suppress(Exception) if example.message else contextlib.nullcontext():
                exec(compile(tree, name, "exec"), namespace)
    return made


def copied(value):
    """A copy that shares nothing: tensors keep their strides, modules, optimizers and files their state."""
    if isinstance(value, (tuple, list)) and type(value) in (tuple, list):
        return type(value)(map(copied, value))
    if isinstance(value, dict) and type(value) is dict:
        return {key: copied(one) for key, one in value.items()}
    if isinstance(value, torch.optim.Optimizer):
        groups = [{**group, "params": copied(group["params"])} for group in value.param_groups]
        for group, its in zip(groups, value.param_groups, strict=True):
            for mine, parameter in zip(group["params"], its["params"], strict=True):
                mine.grad = observe.snapshot(parameter.grad)
        return type(value)(groups, **value.defaults)
    if isinstance(value, (torch.nn.Module, io.BytesIO)):
        return copy.deepcopy(value)
    return observe.snapshot(value)


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
                    sum(signatures.fits(of, call.args, call.kwargs) for call in recorded(name)) for of in (one, other)
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
        arguments = (None,) * (count + (not named and not re.fullmatch(r"torch(\.\w+)+", path)))
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
        function = function_of(signature)
        if signatures.is_method(signature) and isinstance(args[0], torch.optim.Optimizer):
            function = getattr(type(args[0]), function.__name__)
        return contents(function(*copied(args), **copied(kwargs)))


def contents(result):
    """What can be compared of a result: the state of a module or an optimizer, the options of a loader."""
    if isinstance(result, torch.nn.Module):
        return result.state_dict(), result.training
    if isinstance(result, torch.optim.Optimizer):
        return result.state_dict()
    if isinstance(result, torch.utils.data.DataLoader):
        return result.batch_size, result.drop_last, result.num_workers, type(result.sampler), result.generator
    return list(result) if isinstance(result, types.GeneratorType) else result


def check_same(one, other):
    assert type(one) is type(other)
    if isinstance(one, (torch.Tensor, np.ndarray)):
        torch.testing.assert_close(one, other, rtol=0, atol=0, equal_nan=True)
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            check_same(one[key], other[key])
    elif isinstance(one, (tuple, list)):
        for part, its in zip(one, other, strict=True):
            check_same(part, its)
    elif not isinstance(one, (torch.Generator, torch.UntypedStorage)):
        assert one == other


@functools.cache
def taken(name):
    """Each call with each signature that takes it and can be called so, and the result."""
    every = []
    for call in calls(name):
        found = []
        for signature in callables(name):
            mine = not signatures.is_method(signature) or isinstance(call.args[0], owner(signature))
            if mine and signatures.fits(signature, call.args, call.kwargs):
                with contextlib.suppress(RuntimeError):  # Tensor.where reads the arguments of torch.where one place on
                    found.append((signature, call, run(signature, call.args, call.kwargs)))
        assert found or not callables(name), f"{name}: no signature can be called as {call.name}(*{call.args!r})"
        every += found
    return every


REPEATED = [name for name in ENTRIES if name not in NONE and name not in NOT_REPEATED]
CALLED = [name for name in ENTRIES if name not in NONE and name not in ("autograd.grad", "autograd.set_detect_anomaly")]


@pytest.mark.parametrize("name", REPEATED)
def test_each_default_passed_gives_what_leaving_it_out_gives(name):
    for signature, call, result in taken(name):
        given = signatures.bind(signature, call.args, call.kwargs).arguments
        for parameter, _, _, *default in signature["parameters"]:
            left_out = parameter not in given and f"{parameter}_" not in given
            if default and left_out and (name, parameter) not in NOT_PASSED:
                check_same(run(signature, call.args, {**call.kwargs, parameter: value(default[0])}), result)


def in_python(signature):
    """The parameters of what is written in Python, by name; none where Python knows none of them."""
    try:
        parameters = inspect.signature(function_of(signature)).parameters
    except (TypeError, ValueError):
        return {}
    return {} if {*parameters} <= {"self", "args", "kwargs"} else parameters


@pytest.mark.parametrize("name", [name for name in ENTRIES if name not in NONE])
def test_defaults_of_what_is_written_in_python_are_pythons(name):
    for signature in callables(name):
        parameters = in_python(signature)
        for parameter, _, _, *default in signature["parameters"]:
            if parameter in parameters:
                has = parameters[parameter].default
                assert has is inspect.Parameter.empty if not default else has == value(default[0])


def with_argument(signature, call, parameter, given):
    """The arguments of a call with another one for a parameter, in its place or by its name."""
    places = [row[0] for row in signature["parameters"] if row[1] in ("positional", "either", "*")]
    place = places.index(parameter) + signatures.is_method(signature) if parameter in places else len(call.args)
    if place < len(call.args):
        return (*call.args[:place], given, *call.args[place + 1 :]), call.kwargs
    return call.args, {**call.kwargs, parameter: given}


def says_none(row):
    return "None" in row[2].split(" or ") or row[3:] == ["None"]


@pytest.mark.parametrize("name", CALLED)
def test_none_is_taken_where_a_type_or_a_default_says_so_and_nowhere_else(name):
    """What is written in Python checks few of its arguments: there a ``None`` that nobody meant may get through."""
    for signature in callables(name):
        made = [call for one, call, _ in taken(name) if one == signature]
        for row in signature["parameters"] if made else []:
            parameter, kind, words, *_ = row
            if (
                kind in ("*", "**")
                or (name, parameter) in NOT_PASSED
                or not {"object", ""}.isdisjoint(words.split(" or "))
            ):
                continue
            errors = []
            for args, kwargs in [with_argument(signature, call, parameter, None) for call in made]:
                other = [one for one in callables(name) if one is not signature and signatures.fits(one, args, kwargs)]
                try:
                    run(signature, args, kwargs)
                    errors += [] if other and not says_none(row) else [None]
                except Exception as error:
                    errors.append(error)
            if says_none(row):
                assert None in errors, f"{name}: {parameter}: {words}, but None gives {errors[0]!r}"
            elif not in_python(signature):
                assert None not in errors, f"{name}: {parameter} takes None, which {words} does not say"


def raised(signature, args, kwargs):
    try:
        run(signature, args, kwargs)
    except Exception as error:
        return error
    return None


@pytest.mark.parametrize("name", CALLED)
def test_integers_go_one_by_one_where_a_star_says_so_and_nowhere_else(name):
    for signature, call, result in taken(name):
        kinds = {row[0]: row[1] for row in signature["parameters"]}
        words = {row[0]: row[2].split(" or ") for row in signature["parameters"]}
        bound = signatures.bind(signature, call.args, call.kwargs).arguments
        for parameter in [one for one in bound if "tuple of ints" in words.get(one, ())]:
            given = bound[parameter]
            if kinds[parameter] == "*":
                own = call.args[: signatures.is_method(signature)]
                integers = given[0] if len(given) == 1 and isinstance(given[0], (tuple, list)) else given
                if len(integers):
                    one_by_one = run(signature, (*own, *integers), call.kwargs)
                    together = run(signature, (*own, tuple(integers)), call.kwargs)
                    check_same(one_by_one.shape, result.shape)
                    check_same(together.shape, result.shape)
            elif isinstance(given, (tuple, list)) and len(given) > 1 and call.args and call.args[-1] is given:
                error = raised(signature, (*call.args[:-1], *given), call.kwargs)
                assert isinstance(error, TypeError), f"{name}: {parameter} takes integers one by one: no star says so"


@pytest.mark.parametrize("name", CALLED)
def test_an_integer_stands_for_a_tuple_of_one_where_a_type_says_so_and_nowhere_else(name):
    for signature, call, _ in taken(name):
        bound = signatures.bind(signature, call.args, call.kwargs).arguments
        args, kwargs, changed = call.args, call.kwargs, []
        for parameter, kind, words, *_ in signature["parameters"]:
            both = {"int", "tuple of ints"} <= {*words.split(" or ")}
            if both and kind != "*" and isinstance(bound.get(parameter), int):
                made = observe.Call(call.name, args, kwargs, None, call.live, call.func, ())
                args, kwargs = with_argument(signature, made, parameter, (bound[parameter],))
                changed.append(parameter)
            elif words == "tuple of ints" and kind != "*" and parameter in bound and not in_python(signature):
                error = raised(signature, *with_argument(signature, call, parameter, 1))
                assert isinstance(error, TypeError), f"{name}: {parameter} takes an integer: {words} does not say so"
        if changed:
            assert not isinstance(raised(signature, args, kwargs), TypeError), f"{name}: {changed} take no tuple"


def test_two_results_are_written_to_two_tensors():
    for name in CALLED:
        for signature, call, _ in taken(name):
            out = [row[2] for row in signature["parameters"] if row[0] == "out"]
            if isinstance(signature["returns"], list) and out:
                error = raised(signature, call.args, {**call.kwargs, "out": torch.empty(0)})
                assert isinstance(error, TypeError) and out == ["tuple of Tensors"], f"{name}: out: {out}"


CALLED_HERE = {
    "torch.Tensor(*, device=None)": "torch.Tensor(device=None)",
    "torch.Tensor(other)": "torch.Tensor(other=torch.zeros(2))",
    "torch.Tensor(storage)": "torch.Tensor(torch.zeros(2).untyped_storage())",
    "torch.floor_divide(input, other, *, out=None) → Tensor": "torch.floor_divide(torch.ones(2), 2, out=None)",
    "torch.var_mean(input, unbiased=True) → (Tensor, Tensor)": "torch.var_mean(torch.ones(2), unbiased=True)",
    "Optimizer.load_state_dict(state_dict)": "OPTIMIZER.load_state_dict(state_dict=OPTIMIZER.state_dict())",
    "Module.to(tensor, non_blocking=False, *, memory_format=None)": (
        "torch.nn.Linear(1, 1).to(torch.zeros(1), non_blocking=False, memory_format=None)"
    ),
    "torch.scatter(input, dim, index, src, *, reduce, out=None) → Tensor": (
        "torch.scatter(torch.ones(2), 0, torch.tensor([0]), torch.ones(1), reduce='add', out=None)"
    ),
    "Tensor.to(device=None, dtype=None, non_blocking=False, copy=False, *, memory_format=None) → Tensor": (
        "torch.ones(2).to(device=None, dtype=None, non_blocking=False, copy=False, memory_format=None)"
    ),
    "torch.linalg.matrix_rank(input, tol, hermitian=False, *, out=None) → Tensor": (
        "torch.linalg.matrix_rank(torch.eye(2), tol=0.1, hermitian=False, out=None)"
    ),
    "torch.linalg.pinv(input, rcond, hermitian=False, *, out=None) → Tensor": (
        "torch.linalg.pinv(torch.eye(2), rcond=0.1, hermitian=False, out=None)"
    ),
    "Tensor.where(condition, other) → Tensor": "torch.ones(2).where(condition=torch.tensor([True, False]), other=0)",
}
"""Signatures that no example calls, or that are called by an operator there -> a call, with the defaults passed."""

NOT_CALLED = {
    "torch.autograd.grad": "see NOT_REPEATED",
    "torch.autograd.set_detect_anomaly": "see NOT_REPEATED",
    "torch.bmm": "out_dtype raises on the CPU",
    "torch.mm": "out_dtype raises on the CPU",
    "Tensor.cuda": "needs a GPU",
}
"""What has a signature of which nothing here is known by calling -> why."""


def test_signatures_that_no_example_calls_can_be_called():
    called = {facts.signature(signature) for name in CALLED for signature, _, _ in taken(name)}
    every = {facts.signature(signature) for name in ENTRIES for signature in callables(name)}
    left = {one for one in every - called if one.partition("(")[0] not in NOT_CALLED}
    assert left == CALLED_HERE.keys()
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for source in CALLED_HERE.values():
            eval(source, {"torch": torch, "OPTIMIZER": optimizer})


@pytest.mark.parametrize("name", REPEATED)
def test_each_argument_goes_by_its_name_and_by_its_place(name):
    """Passed by keyword or by position, as far as the signature allows it, an argument is the same argument."""
    for signature, call, result in taken(name):
        kinds = {row[0]: row[1] for row in signature["parameters"]}
        if not {"*", "**"}.isdisjoint(kinds.values()):
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
        if name not in NOT_BY_PLACE:
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
    assert "torch.device(type, index=None)" in shown["device"]
    assert torch.device("cuda", index=None) == torch.device("cuda")
    with pytest.raises(RuntimeError, match="must not be negative"):
        torch.device("cuda", index=-1)
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
