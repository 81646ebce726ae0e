"""``explain`` runs a call once, changes nothing, and says of it what an independent look at the tensors says too."""

import contextlib
import functools
import gc
import json
import operator
import re
import warnings
import weakref

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.overrides import TorchFunctionMode

from tests.tracing.tensors import numbers
from torchref.content import catalog, observe
from torchref.content.language import LANGUAGES
from torchref.retrieval import index
from torchref.tracing import states
from torchref.tracing.explanation import explain

ENTRIES = catalog.entries(catalog.read())
RETURNS = {
    name: facts.get("returns", [])
    for name, facts in json.loads(catalog.OBSERVED.read_text(encoding="utf-8"))["operations"].items()
}
F = torch.nn.functional
pytestmark = pytest.mark.usefixtures("english")


KINDS = {
    "permute": (torch.permute, lambda: [numbers(2, 3, 4), (2, 0, 1)], "view"),
    "x.t": (torch.Tensor.t, lambda: [numbers(2, 3)], "view"),
    "getitem": (operator.getitem, lambda: [numbers(2, 3), (slice(None), slice(None, None, 2))], "view"),
    "index": (operator.getitem, lambda: [numbers(2, 3), [1, 0]], "new"),
    "expand": (torch.Tensor.expand, lambda: [numbers(3, 1), 3, 4], "view"),
    "split": (torch.split, lambda: [numbers(4, 3), 2], "view"),
    "view_as_real": (torch.view_as_real, lambda: [torch.zeros(3, dtype=torch.complex64)], "view"),
    "detach": (torch.detach, lambda: [numbers(3)], "view"),
    "narrow": (torch.narrow, lambda: [numbers(4), 0, 1, 2], "view"),
    "T": (torch.Tensor.T.__get__, lambda: [numbers(2, 3)], "view"),
    "clone": (torch.clone, lambda: [numbers(2, 3)], "new"),
    "add": (operator.add, lambda: [numbers(2), numbers(2)], "new"),
    "cat": (torch.cat, lambda: [[numbers(2), numbers(3)]], "new"),
    "sort": (torch.sort, lambda: [numbers(3)], "new"),
    "zeros": (torch.zeros, lambda: [2, 3], "new"),
    "reshape a transpose": (torch.reshape, lambda: [numbers(2, 3).t(), (6,)], "new"),
    "contiguous": (torch.Tensor.contiguous, lambda: [numbers(2, 3)], "self"),
    "add_": (torch.Tensor.add_, lambda: [numbers(3), 1], "self"),
    "squeeze_": (torch.Tensor.squeeze_, lambda: [numbers(1, 3)], "self"),
    "broadcast_tensors": (torch.broadcast_tensors, lambda: [numbers(3), numbers(2, 1)], "view"),
    "topk": (torch.topk, lambda: [numbers(5), 2], "new"),
    "frexp": (torch.frexp, lambda: [numbers(3)], "new"),
    "item": (torch.Tensor.item, lambda: [torch.tensor(3)], "value"),
    "numel": (torch.numel, lambda: [numbers(3)], "value"),
    "tolist": (torch.Tensor.tolist, lambda: [numbers(3)], "value"),
    "setitem": (torch.Tensor.__setitem__, lambda: [numbers(3), 0, 1], "none"),
    "from_numpy": (torch.from_numpy, lambda: [np.zeros(3)], "view"),
    "numpy": (torch.Tensor.numpy, lambda: [numbers(3)], "view"),
    "NumPy view": (np.transpose, lambda: [np.zeros((2, 3))], "view"),
    "NumPy copy": (np.add, lambda: [np.zeros(3), 1], "new"),
    "meta view": (torch.t, lambda: [torch.zeros(2, 3, device="meta")], "view"),
    "meta new": (torch.add, lambda: [torch.zeros(2, device="meta"), 1], "new"),
    "empty view": (torch.t, lambda: [torch.zeros(0, 3)], "view"),
    "sparse": (torch.t, lambda: [torch.eye(3).to_sparse()], "unknown"),
    "linear": (F.linear, lambda: [numbers(1, 2), numbers(3, 2)], "new"),
    "max_pool2d": (F.max_pool2d, lambda: [numbers(1, 1, 4, 4), 2], "new"),
    "dropout in eval": (functools.partial(F.dropout, training=False), lambda: [numbers(3)], "self"),
    "no such dim": (torch.squeeze, lambda: [numbers(3), 7], "error"),
    "not a function": (3, lambda: [], "error"),
}


@pytest.mark.parametrize("name", KINDS)
def test_kind_of_result(name):
    function, args, kind = KINDS[name]
    found = explain(function, *args())
    assert found.kind == kind, str(found)
    for lang in LANGUAGES:
        assert found.text(lang).count("\n") >= 1


def test_kinds_of_several_results_that_differ():
    x = numbers(2, 3)
    found = explain(lambda x: {"same": x, "turned": x.t(), "other": [x + 1]}, x)
    assert found.kind == "mixed"
    assert found.kinds == {"result['same']": "self", "result['turned']": "view", "result['other'][0]": "new"}
    assert list(explain(torch.sort, numbers(3)).after)[1:] == ["result.values", "result.indices"]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_says_of_every_example_what_was_observed(entry):
    """An independent look at the same objects, and the facts of the pages, know the same kinds."""
    for call in observe.calls(entry, strict=False):
        args = [observe.snapshot(value) for value in call.args]
        kwargs = {key: observe.snapshot(value) for key, value in call.kwargs.items()}
        with torch.random.fork_rng():
            found = explain(call.func, *args, **kwargs)
        found.text("en")
        if found.kind in ("error", "mixed", "unknown"):
            continue
        seen = observe.kind(found.result, [*args, *kwargs.values()])
        if not isinstance(found.result, (torch.nn.Module, dict)):
            assert found.kind == seen, found
        is_in_place = call.name.endswith("_") and call.name != entry.name
        if seen == observe.kind(call.live[2], [*call.live[0], *call.live[1].values()]) and RETURNS[entry.name]:
            assert is_in_place or call.name in observe.TURNED or found.kind in RETURNS[entry.name], found


def test_text_reads_as_it_should():
    assert str(explain(torch.permute, numbers(2, 3, 4), (2, 0, 1))).splitlines()[:-1] == [
        "torch.permute(input, (2, 0, 1)): a view of input: it has no memory of its own",
        "  before  input   shape (2, 3, 4)  stride (12, 4, 1)  float32  contiguous",
        "  after   result  shape (4, 2, 3)  stride (1, 12, 4)  float32  not contiguous",
        "  memory: result shares 24 of its 24 elements with input: writing to one changes the other",
        "  in place: no argument was modified (version counters unchanged)",
        "  gradient: none: no argument requires grad",
    ]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: explain(torch.nn.Linear(2, 1).to, torch.float64), "nn.Module.to"),
        (lambda: explain(numbers(2).to, torch.float64), "to"),
        (lambda: explain(torch.linalg.inv, torch.eye(2)), "inverse"),
        (lambda: explain(F.unfold, numbers(1, 1, 3, 3), 2), None),
        (lambda: explain(torch.linalg.norm, numbers(2)), "linalg.norm"),
        (lambda: explain(torch.linalg.svdvals, numbers(2, 2)), "linalg.svd"),
    ],
)
def test_an_operation_of_another_space_is_not_taken_for_that_of_its_name(call, name):
    seen = [line.split(": ")[1] for line in str(call()).splitlines() if line.startswith("  see: ")]
    assert seen == ([name] if name else [])


def test_the_last_line_names_the_entry():
    summary = index.entry("permute", "en")["summary"]
    for function in (torch.permute, torch.Tensor.permute):
        assert str(explain(function, numbers(2, 3), (1, 0))).endswith(f"\n  see: permute: {summary}")
    for function, name in [(operator.add, "add"), (torch.Tensor.add_, "add"), (torch.Tensor.__rsub__, "sub")]:
        assert f"see: {name}: " in str(explain(function, numbers(2), numbers(2)))
    assert "see: nn.Linear: " in str(explain(torch.nn.Linear(2, 3), numbers(1, 2)))
    assert "see: " not in str(explain(np.add, numbers(2).numpy(), 1))

    def permute(x):
        return x

    assert "see: " not in str(explain(permute, numbers(2)))


def test_repr_is_the_text_and_html_is_escaped():
    found = explain(lambda x: x, numbers(2))
    assert repr(found) == str(found) == found.text("en")
    assert found._repr_html_().startswith("<pre>&lt;lambda&gt;(x): x itself, the same object\n")


def test_language_of_the_environment(monkeypatch):
    found = explain(torch.t, numbers(2, 3))
    monkeypatch.setattr(index, "words", lambda language: str if language == "en" else lambda message: f"译 {message}")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "译 before  input" in str(found) and "译" not in found.text("en")
    assert index.entry("t", "zh")["summary"] in str(found)
    with pytest.raises(LookupError, match="no language 'fr'; there are en, zh"):
        found.text("fr")


def test_same_call_same_text():
    texts = {str(explain(f, numbers(2, 3), object)) for f in [operator.is_] for _ in range(3)}
    texts |= {str(explain(operator.is_, numbers(2, 3), object))}
    assert len(texts) == 1
    assert "0x" not in str(explain(lambda a, b: a, object(), torch.Generator()))


def test_error_text_holds_no_address():
    def fail():
        raise ValueError(f"of {object()!r}")

    assert "ValueError: of <object object at 0x...>" in str(explain(fail))


def test_arguments_that_change_later_change_no_text():
    given = [numbers(2), numbers(2)]
    found = explain(torch.cat, given)
    given[0].t_()
    given[0].resize_(9)
    given.clear()
    assert "torch.cat([tensors[0], tensors[1]])" in str(found)
    assert found.before["tensors[0]"].shape == (2,)


IN_PLACE = {
    "method": (lambda x, y: explain(x.add_, y), ["self"]),
    "unbound method": (lambda x, y: explain(torch.Tensor.add_, x, y), ["self"]),
    "out": (lambda x, y: explain(torch.add, x, 1, out=y), ["out"]),
    "setitem": (lambda x, y: explain(x.__setitem__, 0, y[0]), ["self"]),
    "iadd": (lambda x, y: explain(operator.iadd, x, y), ["a"]),
    "functional": (lambda x, y: explain(F.relu, x, inplace=True), ["input"]),
    "second argument": (lambda x, y: explain(lambda one, other: other.zero_(), x, y), ["other"]),
    "inside a list": (lambda x, y: explain(lambda pair: pair[1].zero_(), [x, y]), ["pair[1]"]),
    "a name from around": (lambda x, y: explain(lambda: x.zero_()), ["x"]),
    "of one storage": (lambda x, y: explain(x[:1].add_, x[1:]), ["self"]),
    "of one storage, unknown which": (lambda x, y: explain(lambda a, b: a.zero_(), x[:1], x[1:]), ["a", "b"]),
    "nothing": (lambda x, y: explain(torch.add, x, y), []),
    "a random one": (lambda x, y: explain(torch.Tensor.uniform_, x), ["self"]),
    "a failing call": (lambda x, y: explain(lambda x: x.zero_().view(7), x), ["x"]),
}


@pytest.mark.parametrize("name", IN_PLACE)
def test_what_was_written_to(name):
    call, written = IN_PLACE[name]
    with torch.random.fork_rng():
        found = call(numbers(2), numbers(2))
    assert found.written == written
    said = re.findall(r"in place: written to: (.*) \(the version counter went up\)", str(found))
    assert said == ([", ".join(written)] if written else [])
    assert ("views of one tensor share its version counter" in str(found)) == (len(written) > 1)
    assert ("no argument was modified" in str(found)) == (not written)


def test_write_past_the_counter_is_not_denied():
    x = torch.zeros(2)
    found = explain(lambda: x.data.add_(1))
    assert x.tolist() == [1, 1] and found.written == []
    assert "a write that bypasses the counter, such as through .data, would not show" in str(found)


@pytest.mark.parametrize(
    ("method", "args"),
    [
        ("apply_", [lambda value: value + 1]),
        ("map_", [torch.ones(2), lambda value, other: value + other]),
        ("map2_", [torch.ones(2), torch.ones(2), lambda value, other, third: value + other]),
    ],
)
def test_operation_that_does_not_raise_the_counter_is_not_called_harmless(method, args):
    x = torch.zeros(2)
    said = str(explain(getattr(x, method), *args))
    assert x.tolist() == [1, 1]
    assert "a write that bypasses the counter" in said and "argument was modified" not in said


def test_change_without_a_counted_write():
    x = numbers(2, 3)
    found = explain(x.requires_grad_)
    assert "in place: changed, but no version counter went up: self (see before and after)" in str(found)
    found = explain(torch.Tensor.data.__set__, x, torch.zeros(2, dtype=torch.float32))
    assert found.title == "Tensor.data.__set__"
    assert "changed, but no version counter went up: self" in str(found) and "no argument was" not in str(found)


def test_change_of_shape_in_place():
    found = explain(torch.Tensor.t_, numbers(2, 3))
    assert (found.before["self"].shape, found.after["self"].shape) == ((2, 3), (3, 2))
    assert "in place: self: the version counter went up, and the shape or strides changed" in str(found)
    assert "written to" not in str(found)
    other = explain(lambda x: x.t_() and None, numbers(1, 1).expand(2, 1).clone())
    assert other.error is not None
    silent = str(explain(lambda x: x.t_().sum().item(), numbers(2, 3)))
    assert "before  x  shape (2, 3)" in silent and "after   x  shape (3, 2)" in silent


def test_what_counts_no_writes_is_unknown():
    a = np.zeros(3)
    found = explain(np.add, a, 1, out=a)
    assert set(found.unwatched.values()) == {"array"} and found.kind == "self"
    assert "a NumPy array does not count the writes to it" in str(found)
    with torch.inference_mode():
        x = torch.zeros(3)
        found = explain(x.add_, 1)
    assert found.written == [] and found.unwatched == {"self": "inference"}
    assert "unknown for self: no version counter" in str(found) and "no argument was written" not in str(found)
    mean, var = torch.zeros(2), torch.ones(2)
    found = explain(F.batch_norm, torch.randn(4, 2), mean, var, training=True)
    assert mean.any(), "torch wrote the running mean"
    assert found.written or found.unwatched == {"running_mean": "trained", "running_var": "trained"}
    found = explain(lambda layer, x: layer(x), torch.nn.BatchNorm1d(2), torch.randn(4, 2))
    assert set(found.unwatched.values()) == {"statistics"}


def test_module_with_its_buffers():
    layer = torch.nn.BatchNorm1d(2)
    found = explain(layer, torch.randn(4, 2))
    assert found.written == ["self.num_batches_tracked"]
    assert list(found.unwatched) == ["self.running_mean", "self.running_var"]
    assert "weight" not in str(found), "parameters that nothing happened to are not listed"
    assert found.gradient == "flows"


def test_running_statistics_are_written_in_training_only():
    for function in (torch.nn.BatchNorm1d(2), functools.partial(F.batch_norm, running_mean=torch.zeros(2))):
        x = torch.randn(4, 2)
        training = {} if isinstance(function, torch.nn.Module) else {"running_var": torch.ones(2), "training": True}
        said = str(explain(function, x, **training))
        assert re.search(r"in place: written to: \S*running_mean, \S*running_var \(running statistics", said)
        assert "no argument was modified" not in said
    assert "running_mean" not in str(explain(torch.nn.BatchNorm1d(2).eval(), x))
    assert explain(F.batch_norm, x, torch.zeros(2), torch.ones(2)).unwatched == {}


def test_says_whose_grad_was_filled():
    layer = torch.nn.Linear(3, 2)
    found = explain(layer(torch.ones(1, 3)).sum().backward)
    assert list(found.grads.values()) == ["filled", "filled"]
    said = str(found)
    assert "in place: .grad was None and is now filled: leaf 1 of shape (2, 3), leaf 2 of shape (2,)" in said
    assert "no argument was modified" not in said and "no tensor was returned" not in said
    said = str(explain(layer(torch.ones(1, 3)).sum().backward))
    assert "in place: .grad added to: leaf 1 of shape (2, 3), leaf 2 of shape (2,)" in said
    assert explain(layer.zero_grad, set_to_none=False).grads == {"self.weight": "changed", "self.bias": "changed"}
    assert "in place: .grad set to None: self.weight, self.bias" in str(explain(layer.zero_grad))
    w = leaf()
    assert explain(lambda: w.sum().backward()).grads == {"w": "filled"}
    y = w * 2
    y.retain_grad()
    assert explain(lambda y: y.sum().backward(), y).grads == {"y": "filled"}
    assert explain(torch.autograd.grad, (w * 2).sum(), w).grads == {}


def test_optimizer_writes_its_parameters():
    weight = torch.nn.Parameter(torch.ones(2))
    weight.grad = torch.ones(2)
    found = explain(torch.optim.SGD([weight], lr=0.1).step)
    assert found.written == ["self.param_groups[0]['params'][0]"]


SHARES = {
    "the right one of three": (lambda a, b, c: explain(lambda a, b, c: b.t(), a, b, c), {"b": 6}),
    "half": (lambda a, b, c: explain(lambda a: a[:, 1:], a), {"a": 4}),
    "every other": (lambda a, b, c: explain(lambda a, odd: a.view(6)[::2], a, a.view(6)[1::2]), {"a": 3, "odd": 0}),
    "part of a part": (lambda a, b, c: explain(lambda a, part: a[:, :2], a, a[:, 1:]), {"a": 4, "part": 2}),
    "the same twice": (lambda a, b, c: explain(lambda x, y: x.t(), a, a), {"x": 6, "y": 6}),
    "none": (lambda a, b, c: explain(torch.add, a, b), {}),
    "expanded": (lambda a, b, c: explain(a[:1].expand, 4, 3), {"self": 3}),
    "other dtype": (lambda a, b, c: explain(a.view, torch.int16), {"self": 12}),
    "empty slice": (lambda a, b, c: explain(lambda a: a[:0], a), {}),
    "NumPy": (lambda a, b, c: explain(lambda a, b: b.numpy()[:, ::-1], a, b), {"b": 6}),
    "from NumPy": (lambda a, b, c: explain(lambda x, y: torch.from_numpy(y[1:]), a.numpy(), b.numpy()), {"y": 3}),
    "two tensors of one array": (
        lambda a, b, c: explain(lambda x: torch.from_numpy(c), torch.from_numpy(c)),
        {"x": 4, "c": 4},
    ),
    "a name that is an argument too": (lambda a, b, c: explain(lambda y: a.t(), a), {"y": 6}),
    "an empty argument": (lambda a, b, c: explain(lambda a, e: a.t(), a, a[:, :0]), {"a": 6, "e": 0}),
    "in a dict": (lambda a, b, c: explain(lambda d: d["k"][0].t(), {"k": (a,), "l": b}), {"d['k'][0]": 6}),
    "self": (lambda a, b, c: explain(a.contiguous), {"self": 6}),
    "several results": (lambda a, b, c: explain(torch.split, a, 1), {"tensor": 6}),
    "a module's weight": (lambda a, b, c: explain(lambda m: m.weight.detach(), torch.nn.Linear(3, 2)), {"m.weight": 6}),
}


@pytest.mark.parametrize("name", SHARES)
def test_memory_is_shared_with_the_right_argument(name):
    call, shared = SHARES[name]
    found = call(numbers(2, 3), numbers(2, 3), np.zeros(4))
    assert found.shares == shared, str(found)
    for argument, count in shared.items():
        if found.kind != "self" and found.kind != "mixed" and name not in ("several results", "the same twice"):
            words = f"shares {count} of its" if count else "share a storage but no element"
            assert words in str(found) and argument in str(found)


@st.composite
def views(draw):
    """Two views of one storage: a start, sizes and strides each."""
    storage = torch.zeros(60)
    made = []
    for _ in range(2):
        sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
        strides = [draw(st.integers(0, 5)) for _ in sizes]
        reach = sum((n - 1) * step for n, step in zip(sizes, strides, strict=True))
        made.append(storage.as_strided(sizes, strides, draw(st.integers(0, 59 - reach))))
    return made


@settings(deadline=None, max_examples=200)
@given(views())
def test_shared_numbers_are_those_that_a_write_reaches(pair):
    one, other = pair
    found = explain(lambda x: one.view_as(one), other)
    distinct = len({one[index].data_ptr() for index in np.ndindex(*one.shape)})
    reached = {one[index].data_ptr() for index in np.ndindex(*one.shape)} & {
        other[index].data_ptr() for index in np.ndindex(*other.shape)
    }
    assert found.shares["x"] == len(reached)
    told = re.search(r"has (\d+) elements but (\d+) values in memory", str(found))
    assert (told is None) == (distinct == one.numel())
    assert told is None or told.groups() == (str(one.numel()), str(distinct))


def test_overlap_too_large_to_count_is_said_to_be_unknown():
    x = torch.zeros(2, 10**6)
    found = explain(lambda x, y: x[:, ::2], x, x[:, 1::2])
    assert found.shares == {"x": 10**6, "y": None}
    assert "result and y share a storage; which elements overlap was not determined" in str(found)


VIEWS_OF_ALL = {
    "split": lambda q: explain(torch.Tensor.view, q, 8, 64, 40, 32),
    "joined": lambda q: explain(torch.flatten, q, 0, 1),
    "turned": lambda q: explain(torch.permute, q, (2, 0, 1)),
    "expanded": lambda q: explain(torch.Tensor.expand, q, 2, -1, -1, -1),
    "NumPy, backwards": lambda q: explain(np.flip, q.numpy()),
}


@pytest.mark.parametrize("name", VIEWS_OF_ALL)
def test_view_of_all_numbers_needs_no_count(name, monkeypatch):
    q = torch.zeros(8, 64, 3840).split(1280, dim=2)[1]
    monkeypatch.setattr(states, "_positions", None)
    found = VIEWS_OF_ALL[name](q)
    assert [*found.shares.values()] == [q.numel()] and q.numel() > states.COUNTED
    noun = "values" if name == "expanded" else "elements"
    assert f"shares {q.numel()} of its {q.numel()} {noun}" in str(found)


def test_a_view_of_what_is_not_among_the_arguments_is_not_called_fresh():
    class Holder:
        x = numbers(2, 3)

    found = explain(lambda: Holder.x.t())
    assert found.kind == "new"
    assert "result is a view of a tensor that is not among the arguments" in str(found)


UNKNOWN = {
    "sparse": (lambda: explain(torch.eye(2).to_sparse().t), "no strides (sparse_coo)"),
    "sparse to dense": (
        lambda: explain(torch.eye(2).to_sparse().to_dense),
        "unknown whether result shares memory with self: a sparse_coo tensor has no storage of its own to compare",
    ),
    "meta": (lambda: explain(torch.zeros(2, 3, device="meta").t), "a meta tensor has a shape but no data"),
    "empty": (lambda: explain(torch.zeros(0, 3).t), "result has no elements, so there is nothing to share"),
    "nested": (
        lambda: explain(torch.nested.nested_tensor([numbers(2), numbers(3)]).unbind),
        "shape unknown  strides unknown",
    ),
    "jagged": (
        lambda: explain(torch.nested.nested_tensor([numbers(2), numbers(3)], layout=torch.jagged).neg),
        "shape (2, *)",
    ),
    "fake": (lambda: explain(fake().t), "its class does not show its storage"),
}


def fake():
    from torch._subclasses import FakeTensorMode

    with FakeTensorMode():
        return torch.zeros(2, 3)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_cannot_be_known_is_said(name):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="The PyTorch API of nested tensors")
        call, words = UNKNOWN[name]
        assert words in str(call())


def test_quantized_and_subclass_and_transformed_tensors():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        quantized = torch.quantize_per_tensor(numbers(3), 0.1, 0, torch.quint8)
    assert explain(quantized.view, 3, 1).kind == "view"

    class Loud(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            seen.append(func)
            return super().__torch_function__(func, types, args, kwargs or {})

    seen = []
    x = numbers(2, 3).as_subclass(Loud)
    seen.clear()
    found = explain(torch.t, x)
    assert "shares 6 of its 6 elements" in str(found)
    assert seen == [torch.t], "reading the metadata of a subclass calls nothing of it"
    inner = []
    torch.func.vmap(lambda v: inner.append(str(explain(v.t))) or v.sum())(torch.zeros(3, 2, 2))
    assert "memory: unknown for result" in inner[0]


def test_lazy_copy_stays_lazy():
    x = torch._lazy_clone(numbers(3))
    explain(torch.Tensor.view, x, 3, 1).text()
    assert torch._C._is_cow_tensor(x)


def leaf():
    return torch.ones(3, requires_grad=True)


def switched_off(function, *args):
    with torch.no_grad():
        return explain(function, *args)


def inferred(function, *args):
    with torch.inference_mode():
        return explain(function, *args)


GRADIENTS = {
    "flows": (lambda: explain(torch.mul, leaf(), 2), "flows", "flows (grad_fn MulBackward0)"),
    "setitem": (lambda: explain(torch.zeros(3).__setitem__, 0, leaf()[0]), "flows", "flows (grad_fn CopySlices)"),
    "leaf": (lambda: explain(leaf().contiguous), "leaf", "a leaf that requires grad"),
    "requires_grad_": (lambda: explain(torch.ones(2).requires_grad_), "leaf", "a leaf that requires grad"),
    "no_grad": (lambda: switched_off(torch.mul, leaf(), 2), "cut", "stops here: gradients were switched off"),
    "inference": (lambda: inferred(torch.mul, leaf(), 2), "cut", "stops here: the call ran in inference mode"),
    "zeros_like": (
        lambda: switched_off(torch.zeros_like, leaf()),
        "cut",
        "stops here: the result does not use the values of",
    ),
    "new_zeros": (
        lambda: explain(leaf().new_zeros, 2),
        "cut",
        "stops here: the result does not use the values of the argument",
    ),
    "bool": (lambda: switched_off(torch.gt, leaf(), 0), "cut", "stops here: a tensor of bool has no gradient"),
    "detach, no_grad": (
        lambda: switched_off(leaf().detach),
        "cut",
        "stops here: an argument requires grad, but the result does",
    ),
    "detach": (lambda: explain(leaf().detach), "cut", "stops here: an argument requires grad, but the result does not"),
    "integer": (lambda: explain(leaf().argmax), "cut", "stops here: a tensor of int64 has no gradient"),
    "value": (lambda: explain(leaf().tolist), "cut", "stops here: a Python value has no gradient"),
    "array": (lambda: explain(leaf().numpy, force=True), "cut", "stops here: a NumPy array has no gradient"),
    "none": (lambda: explain(torch.mul, torch.ones(3), 2), "none", "none: no argument requires grad"),
    "nothing": (lambda: explain(lambda w: None, leaf()), "none", "no tensor was returned"),
    "one of two": (lambda: explain(torch.max, leaf(), 0), "flows", "flows (grad_fn MaxBackward0)"),
}


@pytest.mark.parametrize("name", GRADIENTS)
def test_gradient(name):
    call, word, words = GRADIENTS[name]
    found = call()
    assert found.gradient == word
    assert f"\n  gradient: {words}" in str(found)


def test_error_keeps_no_frame_of_ours():
    assert explain(torch.zeros(3).view, 7).error.__traceback__ is None

    def fail():
        raise ValueError

    assert explain(fail).error.__traceback__.tb_frame.f_code is fail.__code__


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_stopping_the_program_is_not_swallowed(stop):
    def fail():
        raise stop

    with pytest.raises(stop):
        explain(fail)


def test_called_exactly_once_with_its_arguments():
    calls = []

    def function(*args, **kwargs):
        calls.append((args, kwargs))
        return args[0]

    x = numbers(2)
    found = explain(function, x, 1, function=2, self=3, lang=4)
    str(found), found.shares, found.written, found.before, found.after
    assert found.result is x
    assert calls == [((x, 1), {"function": 2, "self": 3, "lang": 4})]


class Counting(TorchFunctionMode):
    """Every call that comes through the override protocol."""

    def __init__(self):
        super().__init__()
        self.calls = []

    def __torch_function__(self, func, types, args=(), kwargs=None):
        self.calls.append(func)
        return func(*args, **(kwargs or {}))


def test_nothing_else_is_computed():
    x = numbers(2, 3)
    with Counting() as counting:
        found = explain(torch.permute, x, (1, 0))
        str(found), found.shares, found.before, found.after, found.kinds
    assert counting.calls == [torch.permute]


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_changed(name):
    """The same call without ``explain`` leaves the same values, counters, settings and random state."""
    function, args, _ = KINDS[name]

    def after(call):
        with torch.random.fork_rng(), warnings.catch_warnings():
            torch.manual_seed(0)
            given = args()
            with contextlib.suppress(Exception):
                call(given)
            modes = torch.is_grad_enabled(), torch.is_inference_mode_enabled(), torch.get_default_dtype()
            tensors = [one for one in given if isinstance(one, torch.Tensor)]
            state = [(t._version, t.requires_grad, t.grad_fn, t.is_leaf, t.grad, str(t)) for t in tensors]
            return modes, state, torch.get_rng_state().tolist()[:64]

    assert after(lambda given: str(explain(function, *given))) == after(lambda given: function(*given))


def test_warnings_of_the_call_come_through():
    def warn():
        warnings.warn("look", stacklevel=2)

    with pytest.warns(UserWarning, match="look"):
        explain(warn)


def test_an_iterator_is_not_used_up():
    parts = iter([numbers(2)])
    assert explain(lambda it: None, parts).kind == "none"
    assert len(list(parts)) == 1
    endless = [numbers(2)]
    endless += [endless, endless, endless]
    assert explain(len, endless).result == 4 and "len(" in str(explain(len, endless))


def test_arguments_of_a_partial_and_names():
    x = numbers(2, 3)
    assert explain(functools.partial(torch.permute, x), (1, 0)).shares == {"input": 6}
    assert list(explain(torch.where, x > 1, x, x).before) == ["condition", "input", "other"]
    assert list(explain(x.where, x > 1, x).before) == ["self", "condition", "other"]
    assert list(explain(torch.Tensor.__eq__, x, x).before) == ["self", "other"]
    assert list(explain(lambda *xs, key: 0, x, key=x).before) == ["xs[0]", "key"]
    assert list(explain(lambda result: result.t(), x).after) == ["argument 1", "result"]
    assert list(explain(np.ma.array([1, 2], mask=[0, 1]).sum).before) == ["self"]
    assert list(explain(torch.from_numpy, np.zeros(2)).before) == ["argument 1"]
    assert "与参数 1 共享" in explain(lambda result: result.t(), x).text("zh")


def test_long_lists_are_cut():
    said = str(explain(torch.split, numbers(100, 1), 1))
    assert said.count("\n  after") == 8 and "and 92 more" in said


def test_tensors_are_let_go_with_the_explanation():
    x = numbers(2, 3)
    found = explain(torch.t, x)
    held = weakref.ref(x)
    del x
    assert held() is not None
    del found
    gc.collect()
    assert held() is None
