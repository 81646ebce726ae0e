"""Autograd: record operations as they happen, and get the derivatives of the result for all their inputs."""

import numpy as np

__all__ = [
    "backward",
    "detach",
    "grad",
    "is_leaf",
    "no_grad",
    "requires_grad",
    "retain_grad",
]


def requires_grad(x):
    """Record what is done with a tensor, so that gradients can be computed.

    Ask for it when the tensor is made. Everything computed from it is recorded too, and shows where it came from:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> loss = (3 * w).sum()
    >>> loss
    tensor(9., grad_fn=<SumBackward0>)
    >>> w.requires_grad, loss.requires_grad
    (True, True)

    Only what is to be learnt needs it, the parameters and not the data. A number with steps has no slope, so
    integers are refused; write ``1.0`` or convert with :func:`float` first:

    >>> torch.tensor([1, 2], requires_grad=True)
    Traceback (most recent call last):
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients

    An existing tensor takes ``requires_grad_()``. The attribute misspelt is a new attribute, and nobody says so:

    >>> b = torch.zeros(2)
    >>> b.require_grad = True
    >>> b.requires_grad
    False
    >>> b.requires_grad_()
    tensor([0., 0.], requires_grad=True)

    ``requires_grad_(False)`` freezes a parameter. A computed tensor has no such switch; :func:`detach` gives its numbers:

    >>> loss.requires_grad_(False)
    Traceback (most recent call last):
    RuntimeError: you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().

    See also: :func:`backward`, :func:`grad`, :func:`is_leaf`, :func:`no_grad`.

    :asked: track gradients of a tensor; freeze parameters; only tensors of floating point dtype can require gradients
    """
    raise NotImplementedError("NumPy records no operations, so there is nothing to switch on.")


def backward(function, x, gradient=None, step=1e-6):
    """Compute the gradients of a result, and add them to ``.grad`` of its leaves.

    The slope of x³ at 2 is 3·2² = 12:

    >>> x = torch.tensor(2.0, requires_grad=True)
    >>> y = x**3
    >>> y.backward()
    >>> x.grad
    tensor(12.)

    It starts from one number. For several, say what each weighs in ``gradient``, or sum them:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> (w * w).backward()
    Traceback (most recent call last):
    RuntimeError: grad can be implicitly created only for scalar outputs
    >>> (w * w).backward(gradient=torch.tensor([1.0, 10.0]))
    >>> w.grad
    tensor([ 2., 40.])

    A second time fails, because the first freed what the graph had saved. Compute the result anew, as a training loop
    does, or let the first time keep it: ``y.backward(retain_graph=True)``.

    >>> y.backward()
    Traceback (most recent call last):
    RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.

    A sum saves nothing, so it can be repeated. The gradients add up:

    >>> v = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> total = v.sum()
    >>> total.backward(), total.backward(), v.grad
    (None, None, tensor([2., 2.]))

    NumPy has no graph to walk back. There the function itself is called a little to both sides of each element,
    which is slow, and the usual way to check a gradient.

    See also: :func:`grad`, :func:`requires_grad`, :func:`no_grad`.

    :asked: compute gradients; backward through the graph a second time; grad can be implicitly created only for scalar outputs
    """
    y = np.asarray(function(x))
    if gradient is None and y.size != 1:
        raise ValueError("several results need a gradient that says what each weighs")
    weight = np.ones(y.shape) if gradient is None else gradient
    grad = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        nudge = np.zeros(x.shape)
        nudge[place] = step
        grad[place] = np.sum(weight * (function(x + nudge) - function(x - nudge))) / (2 * step)
    return grad


def grad(x):
    """Read the gradient that has gathered on a tensor.

    It is None until the first :func:`backward`, and then has the shape of its tensor:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.grad is None
    True
    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([2., 4.])

    Every further :func:`backward` adds to it. A training loop that forgets this goes by the sum of all gradients so far:

    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([4., 8.])

    Clear it before each step, in place or by None, which is what ``optimizer.zero_grad()`` does:

    >>> w.grad.zero_()
    tensor([0., 0.])
    >>> w.grad = None
    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([2., 4.])

    Only leaves keep theirs. A step of descent that gives ``w`` a new value by ``=`` makes it a result, and its gradient
    would go nowhere. Change the leaf itself, under :func:`no_grad`:

    >>> (w - 0.5 * w.grad).is_leaf
    False
    >>> with torch.no_grad():
    ...     w -= 0.5 * w.grad
    >>> w, w.is_leaf
    (tensor([0., 0.], requires_grad=True), True)

    See also: :func:`backward`, :func:`zero_`, :func:`is_leaf`, :func:`retain_grad`.

    :asked: why is grad None; gradients accumulate; zero the gradients; gradient descent by hand
    """
    raise NotImplementedError("A NumPy array has no place for a gradient: keep it in a variable of its own.")


def is_leaf(x):
    """Ask whether a tensor starts the graph: made directly, not computed.

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = 3 * w
    >>> w.is_leaf, y.is_leaf
    (True, False)

    Gradients stay at the leaves, so a parameter must be one. Any operation on the way makes it a result:
    the tensor of ones below is the leaf, and it has no name.

    >>> b = torch.ones(2, requires_grad=True) * 0.1
    >>> b.is_leaf
    False

    Compute first and ask for gradients last. Changing dtype or device is an operation too:

    >>> b = (torch.ones(2) * 0.1).requires_grad_()
    >>> b.is_leaf
    True
    >>> w.double().is_leaf
    False

    What is not recorded counts as a leaf, computed or not:

    >>> (torch.ones(2) * 0.1).is_leaf, y.detach().is_leaf
    (True, True)

    A leaf that is recorded must not change under the record. In-place operations on it need :func:`no_grad`:

    >>> w += 1
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.

    See also: :func:`grad`, :func:`requires_grad`, :func:`retain_grad`, :func:`detach`.

    :asked: what is a leaf tensor; a leaf Variable that requires grad is being used in an in-place operation; grad is None after backward
    """
    raise NotImplementedError(
        "No array remembers what it was computed from, so NumPy cannot tell a leaf from a result."
    )


def no_grad():
    """Compute without recording, as for predictions and for the update of parameters.

    Inside, results are plain numbers without a history, which saves memory and time:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> with torch.no_grad():
    ...     y = 3 * w
    >>> y.requires_grad, w.requires_grad
    (False, True)

    Outside, a recorded leaf may not be changed. Here it may, and that is gradient descent:

    >>> (w * w).sum().backward()
    >>> w -= 0.1 * w.grad
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     w -= 0.1 * w.grad
    >>> w
    tensor([0.8000, 1.6000], requires_grad=True)

    ``-=`` matters. ``w = w - ...`` names a new tensor, which was not recorded, and the next :func:`backward` has no leaf:

    >>> with torch.no_grad():
    ...     w = w - 0.1 * w.grad
    >>> w.requires_grad
    False

    It also stands before a function:

    >>> @torch.no_grad()
    ... def predict(x):
    ...     return x * torch.tensor(2.0, requires_grad=True)
    >>> predict(3)
    tensor(6.)

    See also: :func:`detach`, :func:`requires_grad`, :func:`grad`.

    :asked: turn off gradients; update weights by hand; evaluation without gradients; save memory when predicting
    """
    raise NotImplementedError("NumPy records no operations, so there is nothing to switch off.")


def detach(x):
    """Take the numbers out of the graph: the same memory, without the history.

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = 3 * w
    >>> y.detach()
    tensor([3., 6.])

    This is the way to NumPy and to a plot, which know nothing of gradients:

    >>> y.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> y.detach().numpy().tolist()
    [3.0, 6.0]

    No number is copied, and a write shows on both sides. For numbers of your own, :func:`clone` what was detached:

    >>> w.detach()[0] = 100
    >>> w
    tensor([100.,   2.], requires_grad=True)

    ``.data`` gives the same numbers, but hides a write from autograd. The gradient of a sigmoid needs its result.
    Spoilt through ``detach`` it is noticed; through ``.data`` the slope at 0 comes out as 0 in silence, and not 0.25:

    >>> x = torch.tensor([0.0], requires_grad=True)
    >>> out = torch.sigmoid(x)
    >>> out.detach()[0] = 0
    >>> out.backward()
    Traceback (most recent call last):
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [1]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
    >>> out = torch.sigmoid(x)
    >>> out.data[0] = 0
    >>> out.backward()
    >>> x.grad
    tensor([0.])

    See also: :func:`no_grad`, :func:`numpy`, :func:`item`, :func:`clone`.

    :asked: tensor to numpy when it requires grad; can't call numpy() on tensor that requires grad; stop gradients; why not use .data
    """
    return x[...]


def retain_grad(x):
    """Keep the gradient of a computed tensor, which is otherwise dropped.

    On the way back gradients pass through every step, but only leaves keep theirs. To see one in the middle, ask
    before :func:`backward`:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> hidden = w * w
    >>> hidden.retain_grad()
    >>> (5 * hidden).sum().backward()
    >>> hidden.grad
    tensor([5., 5.])
    >>> w.grad
    tensor([10., 20.])

    Asked afterwards it is too late, and the answer is None. Without asking it is None too, with a warning:

    >>> hidden = w * w
    >>> (5 * hidden).sum().backward()
    >>> hidden.retain_grad()
    >>> hidden.grad is None
    True

    A leaf keeps its gradient anyway. A tensor that is not recorded has none to keep:

    >>> torch.ones(2).retain_grad()
    Traceback (most recent call last):
    RuntimeError: can't retain_grad on Tensor that has requires_grad=False

    See also: :func:`grad`, :func:`is_leaf`, :func:`backward`.

    :asked: gradient of an intermediate tensor; grad of a non-leaf tensor is None
    """
    raise NotImplementedError("NumPy computes no gradients, so there is none to keep.")
