"""What the entries of optimizer methods say of more cases than they show; the docstring is the sentence."""

import warnings

import pytest
import torch
from torch import nn

from tests.claims.inputs import raises

MAKERS = [torch.optim.SGD, torch.optim.Adam, torch.optim.RMSprop]


@pytest.mark.parametrize("make", MAKERS)
def test_gradients_are_cleared(make):
    """``zero_grad`` sets them to ``None``, or to 0 with ``set_to_none=False``.

    ``model.zero_grad()`` does the same for the parameters of a model:
    """
    model = nn.Linear(2, 1)
    for one in (model, make(model.parameters())):
        model(torch.ones(2)).backward()
        one.zero_grad(set_to_none=False)
        assert all(x.grad.eq(0).all() for x in model.parameters())
        one.zero_grad()
        assert all(x.grad is None for x in model.parameters())


def test_accumulated_batches():
    """That sum is useful for accumulating several small batches.

    Here it is wrong, because eight steps down v² should lead to 0.8⁸ = 0.1678:
    """
    x, w = torch.arange(1.0, 5.0), torch.tensor(1.0, requires_grad=True)
    (w * x).square().sum().backward()
    whole, w.grad = w.grad, None
    for batch in x.split(2):
        (w * batch).square().sum().backward()
    assert w.grad == whole and pytest.approx(0.1678, abs=1e-4) == 0.8**8


@pytest.mark.parametrize("make", MAKERS)
def test_tensors_without_a_gradient(make):
    """``step`` skips ``None``, but a gradient of 0 still lets momentum and weight decay change the weights:

    A tensor whose gradient is ``None`` is skipped.

    If :func:`backward` is missing after ``zero_grad()``, the weights silently stay as they are:

    There it removes the gradients that the step needs, and the weights silently stay as they are:
    """
    for decay in (0.0, 0.1):
        for to_none in (True, False):
            w = torch.tensor([1.0, 2.0], requires_grad=True)
            optimizer = make([w], lr=0.1, weight_decay=decay)
            (w * w).sum().backward()
            optimizer.zero_grad(set_to_none=to_none)
            optimizer.step()
            assert w.tolist() == [1, 2] or (decay and not to_none)
            assert not (decay and not to_none) or w.tolist() != [1, 2]
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    (w * w).sum().backward()
    optimizer.step()
    for to_none in (True, False):
        before = w.detach().clone()
        optimizer.zero_grad()
        w.grad = None if to_none else torch.zeros(2)
        optimizer.step()
        assert w.equal(before) is to_none
    (w * w).sum().backward()
    for clear in (False, True):
        if clear:
            optimizer.zero_grad()
        before = w.detach().clone()
        optimizer.step()
        assert w.equal(before) is clear


@pytest.mark.parametrize("between", [nn.Identity, nn.ReLU, nn.Tanh])
def test_a_step_changes_what_the_graph_saved(between):
    """With several linear layers, a step changes weights that the graph of an earlier loss has saved, so another
    backward pass from that loss raises.
    """
    for many in (1, 2, 3):
        layers = [layer for _ in range(many) for layer in (nn.Linear(2, 2), between())]
        model = nn.Sequential(*layers)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        loss = model(torch.ones(1, 2)).square().sum()
        loss.backward(retain_graph=True)
        assert raises(loss.backward, retain_graph=True) is None
        optimizer.step()
        assert (raises(loss.backward) is None) is (many == 1)


def test_the_order_of_the_steps():
    """The wrong order usually warns: ``Detected call of lr_scheduler.step() before optimizer.step()``."""
    for wrong in (True, False):
        optimizer = torch.optim.SGD([torch.ones(1, requires_grad=True)])
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for one in (scheduler, optimizer) if wrong else (optimizer, scheduler):
                one.step()
        found = [str(one.message).replace("`", "") for one in caught]
        assert any("Detected call of lr_scheduler.step() before optimizer.step()" in one for one in found) is wrong
    new = torch.optim.SGD([torch.ones(1, requires_grad=True)])
    scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(new, 5)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scheduler.step()


def test_lbfgs_needs_a_closure():
    """LBFGS may compute the loss several times per step, so it needs a ``closure``, a function that computes the loss
    and returns it:
    """
    w, called = torch.tensor(1.0, requires_grad=True), []
    optimizer = torch.optim.LBFGS([w])

    def closure():
        called.append(1)
        optimizer.zero_grad()
        error = (w - 3) ** 4
        error.backward()
        return error

    assert raises(optimizer.step) and optimizer.step(closure) == 16 and len(called) > 1
