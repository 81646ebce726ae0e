"""Optimizer methods: clear the gradients and take a step, the same for each optimizer."""

SPACE = "optim.Optimizer"
__all__ = ["step", "zero_grad"]


def zero_grad():
    """Clear the gradients, before the next backward pass adds to them.

    :func:`backward` adds to the gradients. ``zero_grad`` sets them to ``None``, or to 0 with ``set_to_none=False``.
    ``model.zero_grad()`` does the same for the parameters of a model:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.1)
    >>> (w * w).sum().backward(), (w * w).sum().backward(), w.grad
    (None, None, tensor([4., 8.]))
    >>> optimizer.zero_grad()
    >>> w.grad is None
    True

    Without ``zero_grad``, each step silently uses the sum of the gradients so far. That sum is useful for accumulating
    several small batches. Here it is wrong, because eight steps down v² should lead to 0.8⁸ = 0.1678:

    >>> v = torch.tensor(1.0, requires_grad=True)
    >>> descent = torch.optim.SGD([v], lr=0.1)
    >>> for _ in range(8):
    ...     (v * v).backward()
    ...     descent.step()
    >>> v
    tensor(-0.7899, requires_grad=True)

    Do not call ``zero_grad`` between :func:`backward` and :func:`optim.Optimizer.step`. There it removes the gradients
    that the step needs, and the weights silently stay as they are:

    >>> (w * w).sum().backward()
    >>> optimizer.zero_grad()
    >>> optimizer.step()
    >>> w
    tensor([1., 2.], requires_grad=True)

    ``set_to_none=False`` leaves zeros. ``step`` skips ``None``, but a gradient of 0 still lets momentum and weight decay
    change the weights:

    >>> (w * w).sum().backward()
    >>> optimizer.zero_grad(set_to_none=False)
    >>> w.grad
    tensor([0., 0.])

    :param set_to_none: ``False`` fills the gradients with zeros instead of setting them to ``None``.

    See also: :func:`grad`, :func:`backward`, :func:`optim.Optimizer.step`, :func:`optim.SGD`.

    :asked: why call optimizer.zero_grad(); where to put zero_grad; reset gradients to none; forgot to zero the
    gradients; why do gradients accumulate between iterations; gradient doubles on second backward; clear old gradient
    buffer of the optimizer; zero the gradients each step; gradients pile up from previous batches; simulate a big
    batch on small gpu; gradient accumulation for larger effective batch size
    """
    raise NotImplementedError("NumPy does not accumulate gradients: compute them again for each step.")


def step(params, grads, lr):
    """Update the weights by one step of the optimizer.

    The four lines of a training loop clear the gradients, compute the loss, call ``backward`` and take a step. Here the
    weight should become 2:

    >>> x, target = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[2.0], [4.0], [6.0]])
    >>> model, loss = torch.nn.Linear(1, 1, bias=False), torch.nn.MSELoss()
    >>> optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    >>> for _ in range(100):
    ...     optimizer.zero_grad()
    ...     error = loss(model(x), target)
    ...     error.backward()
    ...     optimizer.step()
    >>> round(model.weight.item(), 4)
    2.0

    A tensor whose gradient is ``None`` is skipped. If :func:`backward` is missing after ``zero_grad()``, the weights
    silently stay as they are:

    >>> before = model.weight.clone()
    >>> optimizer.zero_grad()
    >>> optimizer.step()
    >>> torch.equal(model.weight, before)
    True

    With several linear layers, a step changes weights that the graph of an earlier loss has saved, so another backward
    pass from that loss raises. Compute the loss again, inside the loop:

    >>> layers = torch.nn.Sequential(torch.nn.Linear(1, 2), torch.nn.Linear(2, 1))
    >>> optimizer = torch.optim.SGD(layers.parameters(), lr=0.1)
    >>> error = loss(layers(x), target)
    >>> error.backward(retain_graph=True)
    >>> optimizer.step()
    >>> error.backward()
    Traceback (most recent call last):
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [2, 1]], which is output 0 of AsStrided, is at version 2; expected version 1 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
    >>> optimizer.zero_grad()
    >>> loss(layers(x), target).backward()

    ``scheduler.step()``, which changes the learning rate, comes after ``optimizer.step()``, usually once per epoch. The
    wrong order usually warns: ``Detected call of lr_scheduler.step() before optimizer.step()``.

    LBFGS may compute the loss several times per step, so it needs a ``closure``, a function that computes the loss
    and returns it:

    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.LBFGS([w])
    >>> def closure():
    ...     optimizer.zero_grad()
    ...     error = (w - 3) ** 2
    ...     error.backward()
    ...     return error
    >>> optimizer.step(closure).item(), round(w.item(), 4)
    (4.0, 3.0)

    :param closure: A function that clears the gradients, computes the loss, calls ``backward`` and returns the loss;
        LBFGS needs it.

    See also: :func:`optim.SGD`, :func:`optim.Optimizer.zero_grad`, :func:`backward`, :func:`no_grad`.

    :sheet: optim.SGD([w], lr=0.5).step()

    :asked: network does not learn anything; update parameters after backward; loss does not decrease; how to update
    model weights; lr_scheduler.step() before optimizer.step() warning; basic training loop forward loss backward
    update; weights not updated because step is missing; complete example of training one epoch; accuracy stays the
    same; loss stays constant; weights do not change after training
    """
    for x, grad in zip(params, grads, strict=True):
        x -= lr * grad


ELSEWHERE = {"nn.Module.zero_grad": zero_grad}
