"""What the entries of autograd's functions say of more cases than they show; the docstring is the sentence."""

import warnings

import numpy as np
import pytest
import torch

from tests.claims.inputs import drawn, raises
from torchref.operations.autograd_functions import set_detect_anomaly

GRAD = torch.autograd.grad


@pytest.fixture
def x():
    return drawn(3).square().requires_grad_()


def test_grad_of_leaves_is_left_alone(x):
    """Compute gradients and return them, without adding to ``.grad`` of the leaves.

    The result is a tuple with one gradient for each input (for a dict of inputs, a dict with its keys).
    """
    y, z = (x * 2).exp(), torch.ones(3, requires_grad=True)
    for inputs in ([x], [x, z], (z, x)):
        found = GRAD((y * z).sum(), inputs, retain_graph=True)
        assert type(found) is tuple and [one.shape for one in found] == [one.shape for one in inputs]
    assert x.grad is None and z.grad is None


def test_first_derivatives_require_grad_on_request(x):
    """For second derivatives, ``create_graph=True`` records how the gradients are computed.

    Without it, this gradient does not require grad:
    """
    for call in (torch.exp, torch.sin, torch.sqrt, lambda x: x**3):
        for create in (False, True):
            (first,) = GRAD(call(x).sum(), x, create_graph=create)
            assert first.requires_grad is create
        assert GRAD(first.sum(), x)[0].shape == x.shape


def test_inputs_of_the_graph(x):
    """An input need not be a leaf.

    Each input has to require grad.

    The result has to be computed from each input; a slice made afterwards is a new tensor, which was not used.

    ``True`` accepts an input that the outputs do not depend on; its gradient is ``None``, or zeros with
    ``materialize_grads``.

    ``True`` returns zeros for an input that the outputs do not depend on; not together with ``allow_unused=False``.
    """
    y = x * x
    z = y.exp().sum()
    assert all(raises(GRAD, z, used, None, True) is None for used in (x, y, z))
    assert all(raises(GRAD, z, still, None, True, allow_unused=True) for still in (x.detach(), torch.ones(3)))
    for unused in (x[:1], y[0], y.view(3), torch.ones(3, requires_grad=True)):
        assert raises(GRAD, z, unused, None, True)
        assert GRAD(z, unused, None, True, allow_unused=True) == (None,)
        assert not GRAD(z, unused, None, True, materialize_grads=True)[0].any()
        assert not GRAD(z, unused, None, True, allow_unused=True, materialize_grads=True)[0].any()
        assert raises(GRAD, z, unused, None, True, allow_unused=False, materialize_grads=True) is ValueError


def test_several_outputs_are_summed():
    """The results to differentiate; several are summed, each weighted by ``grad_outputs``.

    The weight of each element of ``outputs``, in their shape, except with ``is_grads_batched``; it may be omitted for
    real results of one element.
    """
    x = drawn(3).requires_grad_()
    a, b = (x * x).sum(), x.sum()
    weighted = GRAD([a, b], x, [torch.tensor(2.0), torch.tensor(10.0)], retain_graph=True)[0]
    assert weighted.allclose(4 * x + 10) and GRAD([a, b], x)[0].allclose(2 * x + 1)
    for many in (x * x, (x * x)[None], torch.zeros(0) * x[:0], (x * 1j).sum()):
        assert raises(GRAD, many, x) and raises(GRAD, many, x, torch.ones(7))
        assert raises(GRAD, many, x, torch.ones_like(many)) is None


def test_the_graph_is_kept_for_a_second_derivative(x):
    """``True`` keeps the graph for another call; the default is the value of ``create_graph``."""
    for create in (False, True):
        y = x.exp().sum()
        GRAD(y, x, create_graph=create)
        assert (raises(GRAD, y, x) is None) is create


def test_what_the_check_finds():
    """While the check is on, the backward pass stops at the first operation with a ``nan`` gradient and names it.

    The check looks for ``nan`` in gradients.

    It finds neither an infinite gradient nor, by itself, a ``nan`` in the loss:
    """
    w, mask = torch.tensor([0.0, 1.0], requires_grad=True), torch.tensor([0.0, 1.0])
    found = {"SqrtBackward0": lambda: w.sqrt() * mask, "LogBackward0": lambda: w.log() * mask}
    passed = [w.sqrt, w.log, lambda: w / 0, lambda: torch.where(w > 0, w, float("nan"))]
    with warnings.catch_warnings(), torch.autograd.set_detect_anomaly(True):
        warnings.simplefilter("ignore")
        for name, call in found.items():
            with pytest.raises(RuntimeError, match=f"Function '{name}' returned nan"):
                call().sum().backward()
        for call in passed:
            assert not GRAD(call().sum(), w)[0].isnan().any()
    assert passed[-1]().sum().isnan()


def test_the_line_of_the_forward_pass():
    """A warning shows the line that called the operation, if the forward pass ran with the check on:"""
    w = torch.tensor([0.0], requires_grad=True)
    for forward in (False, True):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with torch.autograd.set_detect_anomaly(forward):
                y = w.sqrt() * 0
            with torch.autograd.set_detect_anomaly(True):
                assert raises(y.backward)
        assert any("y = w.sqrt() * 0" in str(one.message) for one in caught) is forward


def test_the_setting_returns():
    """The check costs time, so use it in a ``with`` block, which restores the setting.

    ``True`` switches the check on, ``False`` off; after ``with``, the old setting returns.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for before in (False, True):
            with torch.autograd.set_detect_anomaly(before):
                for mode in (False, True):
                    with torch.autograd.set_detect_anomaly(mode):
                        assert torch.is_anomaly_enabled() is mode
                    assert torch.is_anomaly_enabled() is before


def test_the_nearest_check_of_numpy():
    """In NumPy, the nearest check raises where an arithmetic operator on arrays makes a ``nan`` from other values."""
    makes = [lambda a: np.sqrt(a - 2), lambda a: np.log(-a), lambda a: (a - a) / (a - a), lambda a: a * np.inf // 1]
    with np.errstate():
        set_detect_anomaly(True)
        for call in makes:
            with pytest.raises(FloatingPointError):
                call(np.ones(2))
        assert np.isnan(np.array([np.nan]) + 1)
