"""Autograd functions: gradients as a return value, and a search for the operation whose gradient is ``nan``."""

import numpy as np

SPACE = "autograd"
__all__ = ["grad", "set_detect_anomaly"]


def grad(function, x, step=1e-6):
    """Compute gradients and return them, without adding to ``.grad`` of the leaves.

    The result is a tuple with one gradient for each input (for a dict of inputs, a dict with its keys).
    :func:`backward` would add to ``.grad`` instead:

    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> torch.autograd.grad((x**3).sum(), x)
    (tensor([ 3., 12.]),)
    >>> x.grad is None
    True

    For second derivatives, ``create_graph=True`` records how the gradients are computed. Without it, this gradient does
    not require grad:

    >>> torch.autograd.grad((x**3).sum(), x)[0].requires_grad
    False
    >>> (first,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)
    >>> torch.autograd.grad(first.sum(), x)
    (tensor([ 6., 12.]),)

    An input need not be a leaf. Here it is an intermediate result:

    >>> square = x * x
    >>> torch.autograd.grad((5 * square).sum(), square)
    (tensor([5., 5.]),)

    Each input has to require grad. Set ``requires_grad=True`` before the computation:

    >>> other = torch.ones(2)
    >>> torch.autograd.grad((x * other).sum(), other)
    Traceback (most recent call last):
    RuntimeError: One of the differentiated Tensors does not require grad
    >>> other = torch.ones(2, requires_grad=True)
    >>> torch.autograd.grad((x * other).sum(), other)
    (tensor([1., 2.]),)

    The result has to be computed from each input; a slice made afterwards is a new tensor, which was not used. Pass
    ``allow_unused=True`` to get ``None`` for an unused input, or ``materialize_grads=True`` to get zeros:

    >>> torch.autograd.grad(x.sum(), [x, other])
    Traceback (most recent call last):
    RuntimeError: The differentiated Tensor at index 1 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
    >>> torch.autograd.grad(x.sum(), [x, other], allow_unused=True)
    (tensor([1., 1.]), None)
    >>> torch.autograd.grad(x.sum(), [x, other], materialize_grads=True)
    (tensor([1., 1.]), tensor([0., 0.]))

    A result of several elements needs ``grad_outputs``, a weight for each element. With ``is_grads_batched=True``,
    ``grad_outputs`` holds several sets of weights along its first dimension; for a 1-d result, the rows of the identity
    give the Jacobian. ``retain_graph=True`` keeps the graph:

    >>> y = x**3
    >>> torch.autograd.grad(y, x, grad_outputs=torch.tensor([1.0, 10.0]), retain_graph=True)
    (tensor([  3., 120.]),)
    >>> torch.autograd.grad(y, x, grad_outputs=torch.eye(2), is_grads_batched=True)
    (tensor([[ 3.,  0.],
            [ 0., 12.]]),)

    The NumPy equivalent uses central differences, which are slow, but commonly used to check a gradient.

    :param outputs: The results to differentiate; several are summed, each weighted by ``grad_outputs``.
    :param inputs: The tensors with respect to which to differentiate; there is one gradient for each.
    :param grad_outputs: The weight of each element of ``outputs``, in their shape, except with ``is_grads_batched``; it
        may be omitted for real results of one element.
    :param retain_graph: ``True`` keeps the graph for another call; the default is the value of ``create_graph``.
    :param create_graph: ``True`` records how the gradients are computed, for second derivatives.
    :param only_inputs: Deprecated, and without effect.
    :param allow_unused: ``True`` accepts an input that the outputs do not depend on; its gradient is ``None``, or zeros
        with ``materialize_grads``.
    :param is_grads_batched: ``True`` takes the first dimension of ``grad_outputs`` as a batch, with one gradient for
        each element of the batch.
    :param materialize_grads: ``True`` returns zeros for an input that the outputs do not depend on; not together with
        ``allow_unused=False``.

    See also: :func:`backward`, :func:`grad`, :func:`requires_grad`, :func:`autograd.set_detect_anomaly`.

    :asked: higher order derivatives with create_graph; appears to not have been used in the graph; gradient penalty
    for wgan; second derivative of a function; hessian matrix; jacobian of vector function; partial derivative of u
    with respect to t; derivative of derivative; gradient wrt inputs returned as tensor; gradient without backward or
    changing .grad; gradient of output with respect to input; physics informed network pinn derivative
    """
    grad = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = step
        grad[place] = (function(x + nudge) - function(x - nudge)) / (2 * step)
    return (grad,)


def set_detect_anomaly(mode):
    """Find the operation whose gradient is ``nan``.

    The derivative of the square root at 0 is infinite, and ∞ · 0 is ``nan``. In training, an optimizer step passes the
    ``nan`` on to the weights:

    >>> w = torch.tensor([0.0, 1.0], requires_grad=True)
    >>> (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    >>> w.grad
    tensor([   nan, 0.5000])

    While the check is on, the backward pass stops at the first operation with a ``nan`` gradient and names it. Keep the
    input of the square root away from 0, where the derivative is infinite:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught, torch.autograd.set_detect_anomaly(True):
    ...     warnings.simplefilter("always")
    ...     (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    Traceback (most recent call last):
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.
    >>> torch.autograd.grad(torch.sqrt(torch.where(w > 0, w, 1)).sum(), w)
    (tensor([0.0000, 0.5000]),)

    A warning shows the line that called the operation, if the forward pass ran with the check on:

    >>> "Traceback of forward call that caused the error" in str(caught[0].message)
    True

    Choosing among the results with :func:`where` is too late. The gradient of the element that is not chosen is 0, and
    0 is still multiplied by infinity:

    >>> torch.autograd.grad(torch.where(w > 0, torch.sqrt(w), 0).sum(), w)
    (tensor([   nan, 0.5000]),)

    The check looks for ``nan`` in gradients. It finds neither an infinite gradient nor, by itself, a ``nan`` in the
    loss:

    >>> with warnings.catch_warnings(), torch.autograd.set_detect_anomaly(True):
    ...     warnings.simplefilter("ignore")
    ...     torch.autograd.grad(torch.sqrt(w).sum(), w)
    (tensor([   inf, 0.5000]),)

    The check costs time, so use it in a ``with`` block, which restores the setting. In NumPy, the nearest check raises
    where an arithmetic operator on arrays makes a ``nan`` from other values.

    ``check_nan=False`` still records the line of each operation, for other errors of the backward pass, but ignores a
    ``nan``:

    >>> with torch.autograd.set_detect_anomaly(True, check_nan=False):
    ...     torch.autograd.grad((torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum(), w)
    (tensor([   nan, 0.5000]),)

    :param mode: ``True`` switches the check on, ``False`` off; after ``with``, the old setting returns.
    :param check_nan: With the check on, ``False`` records where each operation was called, but does not stop at
        ``nan``.

    See also: :func:`backward`, :func:`isnan`, :func:`where`, :func:`autograd.grad`.

    :asked: returned nan values in its 0th output; torch.where still gives nan gradient; which operation produces nan
    gradient; debug nan in training; gradients become nan after sqrt; nan gradient in loss; hint enable anomaly
    detection modified by inplace; loss becomes nan after some steps; which line causes nan in backward pass; stack
    trace of forward op of error
    """
    np.seterr(invalid="raise" if mode else "warn")
