"""What the entries of interop say of more cases than they show; the docstring of a check is the sentence."""

import itertools
import json
import warnings

import numpy as np
import pytest
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, drawn, ones, raises, shapes, special

SHARED = [dtype for dtype in DTYPES if dtype != torch.bfloat16]


def test_memory_is_shared_both_ways():
    """Turn a NumPy array into a tensor that shares its memory.

    A write to the array changes the tensor, and a write to the tensor changes the array.

    Turn a tensor into a NumPy array that shares its memory.

    A write to the tensor also changes the array.

    The array; the tensor shares its memory, so a write to one changes the other.
    """
    for dtype, shape in itertools.product(SHARED, ((), (3,), (2, 3), (2, 1, 3))):
        x = torch.zeros(shape, dtype=dtype)
        a = x.numpy()
        y = torch.from_numpy(a)
        for write in (lambda a=a: a.fill(1), x.zero_, lambda y=y: y.fill_(1)):
            write()
            assert x.equal(y) and a.tolist() == x.tolist() == y.tolist()
        assert a.dtype == torch.from_numpy(a).numpy().dtype and y.dtype == dtype
    a = np.zeros((4, 6))[::2, 1::2]
    assert torch.from_numpy(a).stride() == (12, 2) and torch.from_numpy(a.T).data_ptr() == a.ctypes.data


def test_only_arrays():
    """A list or a NumPy scalar is not accepted.

    A reversed array has a negative stride, which is not accepted.
    """
    for value in ([1, 2], (1,), np.float64(1.5), np.int8(1), 3, torch.ones(2)):
        assert raises(torch.from_numpy, value) is TypeError and torch.tensor([1, 2]).tolist() == [1, 2]
    assert torch.tensor(np.float64(1.5)).dtype == torch.float64
    for a in (np.arange(3)[::-1], np.ones((2, 3))[:, ::-1], np.ones((2, 3))[::-1].T):
        assert raises(torch.from_numpy, a) is ValueError and torch.from_numpy(a.copy()).tolist() == a.tolist()


def test_arrays_of_objects():
    """By default, ``None`` among the values makes an array of Python objects, as columns of text and numbers in a data
    frame do.
    """
    for values in ([1, None], [[1.5, None]], [None]):
        a = np.array(values)
        assert (
            np.array(values, dtype=np.float64).dtype == np.float64
            and a.dtype == object
            and raises(torch.from_numpy, a) is TypeError
        )
        assert torch.from_numpy(a.astype(np.float64)).isnan().any()


def test_read_only_arrays_and_floats():
    """A read-only array is accepted, with the warning ``The given NumPy array is not writable`` once per process.

    A write to the tensor changes the array, so copy a read-only array first.

    NumPy's floats are ``float64`` by default, while the weights of a model are ``float32``.

    Convert the tensor with ``x.float()``; the copy does not share the memory.
    """
    a = np.zeros(3)
    a.flags.writeable = False
    for always, most in [(True, 5), (False, 1)]:
        torch.set_warn_always(always)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for n in range(5):
                torch.from_numpy(a)[0] = n
                assert a[0] == n
        assert len(caught) <= most
        assert all("The given NumPy array is not writable" in str(one.message) for one in caught)
        assert caught or not always
    for make in (np.zeros, np.ones, np.random.rand, lambda n: np.array([0.5] * n), lambda n: np.linspace(0, 1, n)):
        assert torch.from_numpy(make(2)).dtype == torch.float64
    x = torch.from_numpy(b := np.zeros(3)).float()
    x[0] = 7
    assert b.tolist() == [0, 0, 0] and x.dtype == torch.float32 and torch.nn.Linear(2, 1).weight.dtype == torch.float32


def test_what_numpy_does_not_accept():
    """While gradients are recorded, a tensor that requires grad is not accepted.

    ``True`` also converts a tensor that requires grad, is conjugated or is on a GPU, and may then return a copy.

    NumPy lacks ``bfloat16``.
    """
    for dtype in DTYPES:
        x = torch.ones(2, dtype=dtype)
        assert (raises(x.numpy) is None) == (dtype != torch.bfloat16)
        if dtype in (*FLOATS, *COMPLEX) and dtype != torch.bfloat16:
            w = x.clone().requires_grad_()
            assert raises(w.numpy) is raises((w * 1).numpy) is RuntimeError
            assert w.numpy(force=True).tolist() == [1, 1]
            with torch.no_grad():
                assert w.numpy().tolist() == [1, 1]
    z = torch.tensor([1 + 2j]).conj()
    assert raises(z.numpy) is RuntimeError and z.numpy(force=True).tolist() == [1 - 2j]
    assert not np.shares_memory(z.numpy(force=True), z.conj().numpy())


def test_autograd_does_not_notice():
    """Autograd does not track a write to the array, so the gradient can be silently wrong."""
    for seed in range(5):
        w = drawn(3, seed=seed).requires_grad_()
        y = w * 1
        loss = (y * y).sum()
        y.detach().numpy()[0] = 100
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            loss.backward()
        assert w.grad[0] == 200 and w.grad[1:].equal(2 * w.detach()[1:])
    w.grad, y = None, w * 1
    loss = y.sum()
    y.detach().numpy()[0] = 100
    loss.backward()
    assert w.grad.tolist() == [1, 1, 1]
    w.grad, y = None, w * 1
    loss = (y * y).sum()
    y.detach()[0] = 100
    assert raises(loss.backward) is RuntimeError


def test_item_needs_one_element():
    """Return the value of a tensor of one element as a Python number.

    ``item`` needs exactly one element.
    """
    for x in ones(sizes=shapes(0, 1, 2)):
        assert (raises(x.item) is None) == (x.numel() == 1)
        if x.numel() == 1:
            expected = bool if x.dtype == torch.bool else int if x.dtype in INTEGERS else None
            expected = expected or (complex if x.dtype in COMPLEX else float)
            assert type(x.item()) is expected and x.item() == 1
    for value in special(torch.int64):
        assert torch.tensor([value.item()]).equal(value.reshape(1))


def test_a_running_loss():
    """A sum of tensors keeps the graph of each step in memory:"""
    total, w = 0.0, torch.ones(1, requires_grad=True)
    for _ in range(20):
        total = total + (w * 3).sum()
    found, waiting = set(), [total.grad_fn]
    while waiting:
        node = waiting.pop()
        found.add(node)
        waiting += [step for step, _ in node.next_functions if step and step not in found]
    assert sum(node.name().startswith("SumBackward") for node in found) == 20


def test_0_d_tensors_have_no_index_0():
    """A 0-d tensor, such as a loss, cannot be indexed with 0, although old code contains ``loss.data[0]``."""
    for dtype in DTYPES:
        x = torch.ones((), dtype=dtype)
        with pytest.raises(IndexError, match="invalid index of a 0-dim tensor"):
            x[0]
        assert x[None].shape == (1,) and x[...].shape == ()


def test_format_specifications():
    """A format specification works on a 0-d tensor, but not on a tensor with dimensions or on a ``Parameter``."""
    for shape in shapes(1, 2, dims=2):
        x = torch.full(shape, 0.25)
        assert (raises(format, x, ".2f") is None) == (shape == ())
        assert raises(format, torch.nn.Parameter(x), ".2f") is TypeError
    assert format(torch.tensor(0.25, requires_grad=True), ".2f") == format(torch.tensor(0.25), ".2f") == "0.25"


def test_python_floats_show_the_rounding():
    """A Python float has 64 bits, so it shows how ``float32`` rounded 0.1:"""
    for value in (0.1, 0.2, 0.7, 1e10 + 1):
        assert torch.tensor(value).item() == float(np.float32(value)) != value
        assert torch.tensor(value, dtype=torch.float64).item() == value


def test_items_of_a_list_of_a_tensor():
    """``list(x)`` splits the first dimension, and its items are tensors.

    Do not use tensors as dictionary keys or in a set, since tensors of equal values count as different:
    """
    for shape in shapes(1, 2, 3)[1:]:
        items = list(torch.zeros(shape))
        assert len(items) == shape[0] and all(type(one) is torch.Tensor and one.shape == shape[1:] for one in items)
        assert len(set(items)) == len(items) and len({one: 0 for one in items}) == len(items)


def test_json():
    """JSON stores numbers and lists, not tensors."""
    for x in ones([*INTEGERS, torch.float32, torch.bool]):
        assert raises(json.dumps, x) is TypeError and json.loads(json.dumps(x.tolist())) == x.tolist()


def test_lists_are_copies():
    """A 0-d tensor gives a bare number, which is not iterable.

    Turn a tensor into nested Python lists of numbers.
    """
    for x in ones():
        assert isinstance(x.tolist(), list) == (x.ndim > 0) == (raises(iter, x.tolist()) is None)
        assert type(x.reshape(-1).tolist()) is list
        assert x.numel() == 0 or torch.tensor(x.tolist()).shape == x.shape
