"""Optimizers: the classes of ``torch.optim``, which change parameters by their gradients."""

SPACE = "optim"
__all__ = ["SGD"]


def SGD(params, grads, velocities, lr=0.001, momentum=0, weight_decay=0):
    """Create an optimizer that updates parameters by gradient descent.

    By default, one step subtracts ``lr`` times the gradient. The gradient of w² is 2w, so ``lr=0.25`` halves ``w``:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.25)
    >>> (w * w).sum().backward()
    >>> optimizer.step()
    >>> w
    tensor([0.5000, 1.0000], requires_grad=True)

    The right ``lr`` depends on the loss: a steeper loss needs a smaller step. With ``lr=0.1``, w goes to 0 for w²,
    oscillates forever for 10w², and diverges for 11w²:

    >>> w = torch.ones(3, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.1)
    >>> for _ in range(4):
    ...     optimizer.zero_grad()
    ...     (torch.tensor([1.0, 10.0, 11.0]) * w * w).sum().backward()
    ...     optimizer.step()
    >>> w
    tensor([0.4096, 1.0000, 2.0736], requires_grad=True)

    ``params`` is an iterable of tensors, neither a single tensor nor the model. Pass ``model.parameters()``:

    >>> model = torch.nn.Linear(2, 1)
    >>> optimizer = torch.optim.SGD(model.weight, lr=0.1)
    Traceback (most recent call last):
    TypeError: params argument given to the optimizer should be an iterable of Tensors or dicts, but got torch.FloatTensor
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    If you replace a parameter later, the optimizer silently ignores the new one. Create the optimizer afterwards:

    >>> model.weight = torch.nn.Parameter(torch.ones(1, 2))
    >>> model(torch.ones(1, 2)).sum().backward()
    >>> optimizer.step()
    >>> model.weight.tolist()
    [[1.0, 1.0]]

    Three steps on w² lead from 1 to 0.8³ = 0.512. Here ``momentum`` lengthens the later steps, ``dampening`` limits
    this, and ``nesterov`` looks ahead. ``weight_decay`` pulls towards 0, and ``maximize`` goes uphill:

    >>> def three_steps(make):
    ...     w = torch.tensor(1.0, requires_grad=True)
    ...     optimizer = make([w])
    ...     for _ in range(3):
    ...         optimizer.zero_grad()
    ...         (w * w).backward()
    ...         optimizer.step()
    ...     return round(w.item(), 4)
    >>> three_steps(lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9))
    0.062
    >>> three_steps(lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9, dampening=0.9))
    0.4155
    >>> three_steps(lambda w: torch.optim.SGD(w, lr=0.1, momentum=0.9, nesterov=True))
    -0.1084
    >>> three_steps(lambda w: torch.optim.SGD(w, lr=0.1, weight_decay=1.0))
    0.343
    >>> three_steps(lambda w: torch.optim.SGD(w, lr=0.1, maximize=True))
    1.728

    :param params: The tensors to update, or a list of dicts, each with ``params`` and options of its own.
    :param lr: The learning rate: how far a step follows the gradient.
    :param momentum: The share of the previous direction that each step keeps, often 0.9.
    :param dampening: The share of each new gradient, after the first, that ``momentum`` omits.
    :param weight_decay: The share of the weights that is added to their gradients, so that the weights shrink.
    :param nesterov: ``True`` looks one step of the momentum ahead; it needs ``momentum`` above 0 and ``dampening`` 0.
    :param maximize: ``True`` follows the gradient up instead of down.
    :param foreach: ``True`` updates the tensors together, which may be faster; the result is the same up to rounding.
    :param differentiable: ``True`` lets autograd record the step itself, for parameters that are not leaves.
    :param fused: ``True`` does the update in one kernel, which may be faster; on the CPU, it can silently leave
        ``float16`` and ``bfloat16`` weights unchanged.

    See also: :func:`optim.Optimizer.step`, :func:`optim.Optimizer.zero_grad`, :func:`nn.Module.parameters`, :func:`backward`.

    :asked: gradient descent optimizer; params argument given to the optimizer should be an iterable of tensors;
    stochastic gradient descent; learning rate schedule decay during training; l2 regularization weight decay in
    optimizer; momentum optimizer; which optimizer to start with; optimizer adam or sgd; set learning rate; loss
    explodes and gets larger; learning rate too large how to choose
    """
    for x, grad, velocity in zip(params, grads, velocities, strict=True):
        velocity *= momentum
        velocity += grad + weight_decay * x
        x -= lr * velocity
