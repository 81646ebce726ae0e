"""What the entries of optimizers say of more cases than they show; the docstring is the sentence."""

import pytest
import torch
from torch import nn

from tests.claims.inputs import SEEDS, drawn, raises

SGD = torch.optim.SGD


def steps(many, curve=1.0, *, start=1.0, **options):
    """Where gradient descent on ``curve`` times w² leads in so many steps."""
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = SGD([w], **options)
    for _ in range(many):
        optimizer.zero_grad()
        (curve * w * w).backward()
        optimizer.step()
    return w.item()


def test_one_step():
    """By default, one step subtracts ``lr`` times the gradient."""
    for seed in SEEDS:
        w = drawn(5, seed=seed).requires_grad_()
        before, optimizer = w.detach().clone(), SGD([w], lr=0.1 * seed)
        w.exp().sum().backward()
        optimizer.step()
        assert w.allclose(before - 0.1 * seed * before.exp())


@pytest.mark.parametrize("lr", [0.01, 0.1, 0.5])
def test_steeper_losses(lr):
    """The right ``lr`` depends on the loss: a steeper loss needs a smaller step.

    With ``lr=0.1``, w goes to 0 for w², oscillates forever for 10w², and diverges for 11w²:
    """
    assert abs(steps(50, 0.9 / lr, lr=lr)) < 0.01 < 2 < abs(steps(50, 1.1 / lr, lr=lr))
    assert abs(steps(1000, 1 / lr, lr=lr)) == pytest.approx(1)


def test_what_params_is():
    """``params`` is an iterable of tensors, neither a single tensor nor the model."""
    model = nn.Linear(2, 1)
    for given in (model.weight, model, torch.ones(2), 1.0, [1.0], []):
        assert raises(SGD, given)
    for given in (list(model.parameters()), tuple(model.parameters()), model.parameters(), {model.weight}):
        assert raises(SGD, given) is None


def test_a_parameter_that_is_replaced():
    """If you replace a parameter later, the optimizer silently ignores the new one."""
    for replace in (False, True):
        model = nn.Linear(2, 1)
        optimizer = SGD(model.parameters(), lr=0.1)
        if replace:
            model.weight = nn.Parameter(model.weight.detach().clone())
        before = model.weight.detach().clone()
        model(torch.ones(2)).backward()
        optimizer.step()
        assert model.weight.equal(before) is replace


def test_options():
    """The share of the previous direction that each step keeps, often 0.9.

    The share of each new gradient, after the first, that ``momentum`` omits.

    The share of the weights that is added to their gradients, so that the weights shrink.

    ``True`` follows the gradient up instead of down.
    """
    for momentum, dampening, decay, up in [(0.9, 0, 0, False), (0.5, 0.3, 0, True), (0.9, 0.9, 0.2, False)]:
        w, velocity = 1.0, None
        for _ in range(4):
            gradient = (-1 if up else 1) * 2 * w + decay * w
            velocity = gradient if velocity is None else momentum * velocity + (1 - dampening) * gradient
            w -= 0.1 * velocity
        found = steps(4, lr=0.1, momentum=momentum, dampening=dampening, weight_decay=decay, maximize=up)
        assert found == pytest.approx(w)


def test_nesterov():
    """``True`` looks one step of the momentum ahead; it needs ``momentum`` above 0 and ``dampening`` 0."""
    w = [torch.ones(1)]
    for momentum in (0, 0.5):
        for dampening in (0, 0.5):
            failed = raises(SGD, w, nesterov=True, momentum=momentum, dampening=dampening)
            assert (failed is None) is (momentum > 0 and dampening == 0)


def test_faster_updates():
    """``True`` updates the tensors together, which may be faster; the result is the same up to rounding.

    ``True`` does the update in one kernel, which may be faster; on the CPU, it can silently leave ``float16``
    and ``bfloat16`` weights unchanged.
    """
    plain = steps(10, lr=0.1, momentum=0.9, weight_decay=0.1)
    for one in ("foreach", "fused"):
        assert steps(10, lr=0.1, momentum=0.9, weight_decay=0.1, **{one: True}) == pytest.approx(plain)


def test_a_recorded_step():
    """``True`` lets autograd record the step itself, for parameters that are not leaves."""
    for leaf in (True, False):
        start = torch.ones(1, requires_grad=True)
        w = start if leaf else start * 1
        w.grad, optimizer = torch.ones(1), SGD([w], lr=0.1, differentiable=True)
        assert bool(raises(optimizer.step)) is leaf
    assert torch.autograd.grad(w, start)[0] == 1
