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
    >>> torch.tensor([1.0, 2.0], requires_grad=True)
    tensor([1., 2.], requires_grad=True)

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

    :param requires_grad: ``False`` stops tracking a leaf; only floating-point and complex tensors can be ``True``.

    See also: :func:`backward`, :func:`grad`, :func:`is_leaf`, :func:`no_grad`.

    :asked: track gradients of a tensor; learnable variable like tf.variable; keras layer.trainable = False; turn on
    gradient tracking; freeze layers of pretrained model for fine-tuning; freeze embedding or encoder weights;
    learnable tensor from scratch made trainable; stop training some first layers; optimize an input image need
    derivative of it; finetune only the last layer freeze backbone; can only change requires_grad flags of leaf
    variables
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

    Where no tensor asked for gradients, or :func:`detach`, :func:`no_grad` or :func:`argmax` cut the way, there is
    nothing to go back to. :func:`requires_grad` is the cure:

    >>> (3 * torch.ones(2)).sum().backward()
    Traceback (most recent call last):
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    >>> (3 * torch.ones(2, requires_grad=True)).sum().backward()

    ``retain_graph=True`` keeps the graph for a second time. ``inputs`` names those that collect a gradient:

    >>> a, b = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    >>> c = a * b
    >>> c.backward(retain_graph=True)
    >>> c.backward(inputs=[b])
    >>> a.grad, b.grad
    (tensor(3.), tensor(4.))

    NumPy has no graph to walk back. There the function itself is called a little to both sides of each element,
    which is slow, and the usual way to check a gradient.

    :param gradient: The weight of each element of the result, of its shape; a result of one element needs none.
    :param retain_graph: ``True`` keeps the graph for another backward pass.
    :param create_graph: ``True`` makes the gradients differentiable too; :func:`autograd.grad` does the same without a
        reference cycle.
    :param inputs: The tensors that collect a gradient; without it, all leaves that require grad.

    See also: :func:`grad`, :func:`requires_grad`, :func:`no_grad`.

    :asked: what is retain_graph; grad can be implicitly created only for scalar outputs; element 0 of tensors does
    not require grad and does not have a grad_fn; two losses backward separately; tf gradienttape equivalent; gradient
    of the loss for all weights; why cant i call backward on a vector; run backpropagation through the network;
    calculate or compute gradients automatically; automatic derivative of a function; autodiff through the network;
    derivative of x^2 at x = 3
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

    It is None until the first :func:`backward`, and nothing to calculate with. Then it has the shape of its tensor:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.grad is None
    True
    >>> 0.1 * w.grad
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'
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

    :asked: zero a gradient by hand; unsupported operand type float and nonetype; access derivative of a leaf; check
    for vanishing or exploding gradients; clip gradient values by hand; NoneType object has no attribute data or zero_
    when reading w.grad; gradient descent by hand with w.grad; gradient attribute is none after backprop; print
    gradient of a parameter or layer; where are computed gradients stored after backward; update becomes none w = w -
    lr; access dloss/dw of a weight
    """
    raise NotImplementedError("A NumPy array has no place for a gradient: keep it in a variable of its own.")


def is_leaf(x):
    """Ask whether a tensor starts the graph: made directly, not computed.

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = 3 * w
    >>> w.is_leaf, y.is_leaf
    (True, False)

    Gradients stay at the leaves, so a parameter must be one. Any operation on the way makes it a result:
    the tensor of ones below is the leaf, and it has no name. Compute first and ask for gradients last:

    >>> b = torch.ones(2, requires_grad=True) * 0.1
    >>> torch.optim.SGD([b], lr=0.1)
    Traceback (most recent call last):
    ValueError: can't optimize a non-leaf Tensor
    >>> b = (torch.ones(2) * 0.1).requires_grad_()
    >>> b.is_leaf
    True

    Changing dtype or device is an operation too:

    >>> w.double().is_leaf
    False

    What is not recorded counts as a leaf, computed or not:

    >>> (torch.ones(2) * 0.1).is_leaf, y.detach().is_leaf
    (True, True)

    A leaf that is recorded must not change under the record. In-place operations on it need :func:`no_grad`:

    >>> w[0] = 1
    Traceback (most recent call last):
    RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     w[0] = 1

    See also: :func:`grad`, :func:`requires_grad`, :func:`retain_grad`, :func:`detach`.

    :asked: what is a leaf tensor; can't optimize a non-leaf tensor; initial weights must be leaves; scaled random
    init has no gradient; random weights times 0.01 have no grad; randn(requires_grad=True).cuda() optimizer error;
    difference of leaf and intermediate tensors; made by me or came from operation; leaf variable meaning; created by
    user or result of computation; optimizer refuses tensor after .to(device); why is tensor not leaf after cuda
    """
    raise NotImplementedError(
        "No array remembers what it was computed from, so NumPy cannot tell a leaf from a result."
    )


def no_grad():
    """Compute without gradients, as for predictions and for updating parameters.

    Inside, results are plain numbers without a history, which saves memory and time:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> with torch.no_grad():
    ...     y = 3 * w
    >>> y.requires_grad, w.requires_grad
    (False, True)

    Outside, a recorded leaf may not be changed, nor a part of it. Here it may, and that is gradient descent:

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

    ``@torch.no_grad()`` above a function covers all of it. ``torch.inference_mode()`` saves a little more, but what it
    computes is barred from training for good; a clone is not:

    >>> with torch.inference_mode():
    ...     y = torch.ones(2) * 3
    >>> torch.ones(2, requires_grad=True) * y
    Traceback (most recent call last):
    RuntimeError: Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`.

    See also: :func:`detach`, :func:`requires_grad`, :func:`grad`.

    :asked: no_grad vs inference_mode; manual gradient descent update w -= lr * w.grad; evaluate model without
    computing gradients; change weights in place; a leaf variable that requires grad is being used in an in-place
    operation; inference without graph or stored activations; what does with torch.no_grad() do; disable gradient
    tracking for testing; ema moving average update of weights; update weights by hand without optimizer; gpu memory
    in validation loop dont need gradients; set part of a weight to zero
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

    ``.data`` gives the same values, but hides a write from autograd: the gradient of the sigmoid at 0 is silently 0
    instead of 0.25. After a write through ``detach``, ``backward`` raises. Write to a clone instead:

    >>> x = torch.tensor([0.0], requires_grad=True)
    >>> out = torch.sigmoid(x)
    >>> out.data[0] = 0
    >>> torch.autograd.grad(out, x)
    (tensor([0.]),)
    >>> out = torch.sigmoid(x)
    >>> out.detach()[0] = 0
    >>> out.backward()
    Traceback (most recent call last):
    RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [1]], which is output 0 of Sigmoid, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).
    >>> out = torch.sigmoid(x)
    >>> out.detach().clone()[0] = 0
    >>> torch.autograd.grad(out, x)
    (tensor([0.2500]),)

    See also: :func:`no_grad`, :func:`numpy`, :func:`item`, :func:`clone`.

    :asked: tf.stop_gradient equivalent; tensor with grad to numpy; plot loss that requires grad; can't call numpy()
    on tensor that requires grad; break the graph to cut gradient flow; treat output as constant no gradient; target
    network value should not get gradient; gan discriminator step without generator gradient; rnn hidden state carried
    between batches; memory keeps growing when losses are appended; detach vs clone vs data
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

    Without asking the answer is None, and a warning says why. To ask now is too late, for the way back is over:

    >>> hidden = w * w
    >>> (5 * hidden).sum().backward()
    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     hidden.grad is None
    True
    >>> print(str(caught[0].message).split(". ")[0])
    The .grad attribute of a Tensor that is not a leaf Tensor is being accessed
    >>> hidden.retain_grad()
    >>> hidden.grad is None
    True

    A leaf keeps its gradient anyway. A tensor that is not recorded has none to keep:

    >>> torch.ones(2).retain_grad()
    Traceback (most recent call last):
    RuntimeError: can't retain_grad on Tensor that has requires_grad=False

    See also: :func:`grad`, :func:`is_leaf`, :func:`backward`.

    :asked: gradient of an intermediate tensor; keep the grad of a hidden layer output; hidden tensor grad is none
    after backward; the .grad attribute of a tensor that is not a leaf tensor is being accessed; inspect activations
    gradient for grad-cam; see gradient in the middle of the network; can't retain_grad on tensor that has
    requires_grad=false; gradient of hidden activations or feature map; non-leaf tensor gradient; look at gradient of
    layer output; why is grad none for computed tensor
    """
    raise NotImplementedError("NumPy computes no gradients, so there is none to keep.")
