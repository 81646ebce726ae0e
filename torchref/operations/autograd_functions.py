"""Autograd functions: gradients as a return value, and a search for the operation that broke them."""

import numpy as np

SPACE = "autograd"
__all__ = ["grad", "set_detect_anomaly"]


def grad(function, x, step=1e-6):
    """Compute gradients and get them back, without a trace on the tensors.

    Where :func:`backward` adds to ``.grad``, this returns a tuple, one gradient for each input:

    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> torch.autograd.grad((x**3).sum(), x)
    (tensor([ 3., 12.]),)
    >>> x.grad is None
    True

    Slopes of slopes: ``create_graph=True`` records the way back too. Without it the first gradient has no history:

    >>> torch.autograd.grad((x**3).sum(), x)[0].requires_grad
    False
    >>> (slope,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)
    >>> torch.autograd.grad(slope.sum(), x)
    (tensor([ 6., 12.]),)

    Any tensor on the way can be asked, not only leaves. What is not recorded, or not on the way, is an error.
    ``allow_unused=True`` returns None for what is not on the way:

    >>> square, other = x * x, torch.ones(1, requires_grad=True)
    >>> torch.autograd.grad((x * x).sum(), torch.ones(2))
    Traceback (most recent call last):
    RuntimeError: One of the differentiated Tensors does not require grad
    >>> torch.autograd.grad((5 * square).sum(), square)
    (tensor([5., 5.]),)
    >>> torch.autograd.grad(x.sum(), [x, other])
    Traceback (most recent call last):
    RuntimeError: The differentiated Tensor at index 1 appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.
    >>> torch.autograd.grad(x.sum(), [x, other], allow_unused=True)
    (tensor([1., 1.]), None)
    >>> torch.autograd.grad(x.sum(), [x, other], materialize_grads=True)
    (tensor([1., 1.]), tensor([0.]))

    Several results need a weight for each, ``grad_outputs``. With ``is_grads_batched=True`` its rows are taken one by one,
    and those of the identity give the Jacobian. ``retain_graph=True`` keeps the graph for another call:

    >>> y = x**3
    >>> torch.autograd.grad(y, x, grad_outputs=torch.tensor([1.0, 10.0]), retain_graph=True)
    (tensor([  3., 120.]),)
    >>> torch.autograd.grad(y, x, grad_outputs=torch.eye(2), is_grads_batched=True)
    (tensor([[ 3.,  0.],
            [ 0., 12.]]),)

    In NumPy, the function is called a little to both sides of each element.

    :param outputs: The results to differentiate; several are summed, each weighted by ``grad_outputs``.
    :param inputs: The tensors to differentiate by; the returned tuple has one gradient for each.
    :param grad_outputs: The weight of each element of ``outputs``, of their shape; a result of one element needs none.
    :param retain_graph: ``True`` keeps the graph for another call; without it, it is kept where ``create_graph=True``.
    :param create_graph: ``True`` makes the gradients differentiable too, for second derivatives.
    :param only_inputs: Deprecated, and without effect.
    :param allow_unused: ``True`` returns ``None`` for an input that the outputs do not depend on, instead of raising.
    :param is_grads_batched: ``True`` takes the first dimension of ``grad_outputs`` as a batch, with one gradient for
        each.
    :param materialize_grads: ``True`` returns zeros for an input that the outputs do not depend on.

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
    """Find the operation whose gradient is nan.

    The square root is infinitely steep at 0, and ∞ · 0 is nan. As training goes on, one nan spreads to all weights:

    >>> w = torch.tensor([0.0, 1.0], requires_grad=True)
    >>> (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    >>> w.grad
    tensor([   nan, 0.5000])

    While this is on, the way back stops at the first nan and names the operation:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught, torch.autograd.set_detect_anomaly(True):
    ...     warnings.simplefilter("always")
    ...     (torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum().backward()
    Traceback (most recent call last):
    RuntimeError: Function 'SqrtBackward0' returned nan values in its 0th output.

    A warning shows the line in which the operation stands, if the way there was under it too:

    >>> "Traceback of forward call that caused the error" in str(caught[0].message)
    True

    Keep the input away from the steep place. To choose among the results is too late, for the gradient 0 of what was
    not chosen still meets the infinite slope:

    >>> torch.autograd.grad(torch.where(w > 0, torch.sqrt(w), 0).sum(), w)
    (tensor([   nan, 0.5000]),)
    >>> torch.autograd.grad(torch.sqrt(torch.where(w > 0, w, 1)).sum(), w)
    (tensor([0.0000, 0.5000]),)

    It costs time, so ``with`` is the right form: it switches off again. In NumPy, the nearest is to stop where any
    operation computes a nan from numbers.

    ``check_nan=False`` still records the line of each operation, for other errors of the way back, but passes over a nan:

    >>> with torch.autograd.set_detect_anomaly(True, check_nan=False):
    ...     torch.autograd.grad((torch.sqrt(w) * torch.tensor([0.0, 1.0])).sum(), w)
    (tensor([   nan, 0.5000]),)

    :param mode: ``True`` switches the check on, ``False`` off; after ``with``, the old setting returns.
    :param check_nan: ``False`` records where each operation was called, but does not stop at ``nan``.

    See also: :func:`backward`, :func:`isnan`, :func:`where`, :func:`autograd.grad`.

    :asked: returned nan values in its 0th output; torch.where still gives nan gradient; which operation produces nan
    gradient; debug nan in training; gradients become nan after sqrt; nan gradient in loss; hint enable anomaly
    detection modified by inplace; loss becomes nan after some steps; which line causes nan in backward pass; stack
    trace of forward op of error
    """
    np.seterr(invalid="raise" if mode else "warn")
