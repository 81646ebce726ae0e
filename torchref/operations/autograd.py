"""Autograd: record operations as they run, and compute the gradients of a result with respect to its inputs."""

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

    Set ``requires_grad=True`` when the tensor is made. The result of a differentiable operation requires grad too, and
    ``grad_fn`` names the operation:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> loss = (3 * w).sum()
    >>> loss
    tensor(9., grad_fn=<SumBackward0>)
    >>> w.requires_grad, loss.requires_grad
    (True, True)

    A comparison, a search for an index or a conversion to integers has no gradient, so its result does not require
    grad:

    >>> (w > 1).requires_grad, w.argmax().requires_grad, w.long().requires_grad
    (False, False, False)

    Set ``requires_grad`` on the parameters that are learned, not on the data. An integer cannot change by an
    arbitrarily small amount, so integers and bools cannot require grad. Write ``1.0``, or convert with :func:`float`
    first:

    >>> torch.tensor([1, 2], requires_grad=True)
    Traceback (most recent call last):
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    >>> torch.tensor([1.0, 2.0], requires_grad=True)
    tensor([1., 2.], requires_grad=True)

    ``requires_grad_()`` sets the flag of an existing tensor. A misspelled name silently creates a new attribute:

    >>> b = torch.zeros(2)
    >>> b.require_grad = True
    >>> b.requires_grad
    False
    >>> b.requires_grad_()
    tensor([0., 0.], requires_grad=True)

    ``requires_grad_(False)`` freezes a parameter, but unless ``grad`` is set to ``None``, an optimizer still applies a
    gradient that was computed before:

    >>> optimizer = torch.optim.SGD([b], lr=1.0)
    >>> b.sum().backward()
    >>> frozen = b.requires_grad_(False)
    >>> optimizer.step()
    >>> b
    tensor([-1., -1.])

    A tensor with a ``grad_fn`` keeps its flag: ``requires_grad_(False)`` raises. :func:`detach` returns the values
    without the graph:

    >>> loss.requires_grad_(False)
    Traceback (most recent call last):
    RuntimeError: you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().
    >>> loss.detach()
    tensor(9.)

    :param requires_grad: ``False`` stops tracking a leaf; ``True`` needs a floating-point or complex dtype.

    See also: :func:`backward`, :func:`grad`, :func:`is_leaf`, :func:`no_grad`.

    :sheet: w = ones(2, requires_grad=True)

    :asked: turn on gradient tracking of a tensor; learnable variable like tf.variable; keras layer.trainable = False;
    freeze layers of pretrained model for fine-tuning; freeze embedding weights; freeze encoder weights; learnable
    tensor from scratch made trainable; stop training some first layers; optimize an input image; finetune only the
    last layer; freeze the backbone; can only change requires_grad flags of leaf variables
    """
    raise NotImplementedError("NumPy does not record operations, so it lacks this switch.")


def backward(function, x, gradient=None, step=1e-6):
    """Compute the gradients of a result, and add them to ``.grad`` of its leaves.

    The derivative of x³ at 2 is 3·2² = 12:

    >>> x = torch.tensor(2.0, requires_grad=True)
    >>> y = x**3
    >>> y.backward()
    >>> x.grad
    tensor(12.)

    A result of several elements needs a weight for each. Pass ``gradient``, or sum a result that is not complex:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> (w * w).backward()
    Traceback (most recent call last):
    RuntimeError: grad can be implicitly created only for scalar outputs
    >>> (w * w).backward(gradient=torch.tensor([1.0, 10.0]))
    >>> w.grad
    tensor([ 2., 40.])

    By default, the first call frees the values that the graph saved, so a second call raises if it needs them. Compute
    the result again, as a training loop does, or call ``y.backward(retain_graph=True)`` the first time:

    >>> y.backward()
    Traceback (most recent call last):
    RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.
    >>> (x**3).backward()

    The gradient of a sum does not need saved values, so a second call silently adds the gradient again:

    >>> v = torch.ones(2, requires_grad=True)
    >>> total = v.sum()
    >>> total.backward(), total.backward(), v.grad
    (None, None, tensor([2., 2.]))

    ``backward`` raises for a result that does not require grad. Set ``requires_grad=True`` on the parameters:

    >>> (3 * torch.ones(2)).sum().backward()
    Traceback (most recent call last):
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    >>> (3 * torch.ones(2, requires_grad=True)).sum().backward()

    If :func:`detach`, :func:`no_grad` or :func:`argmax` cuts the result off from ``v``, ``backward`` raises. Remove the
    cut. ``requires_grad_()`` on a float result hides the error, and gradients silently do not reach ``v``:

    >>> v.grad = None
    >>> (v * v).detach().sum().requires_grad_().backward()
    >>> v.grad is None
    True

    ``retain_graph=True`` keeps the graph for a second call. ``inputs`` names the tensors that collect a gradient:

    >>> a, b = torch.tensor(2.0, requires_grad=True), torch.tensor(3.0, requires_grad=True)
    >>> c = a * b
    >>> c.backward(retain_graph=True)
    >>> c.backward(inputs=[b])
    >>> a.grad, b.grad
    (tensor(3.), tensor(4.))

    The NumPy equivalent uses central differences, which are slow, but commonly used to check a gradient.

    :param gradient: A tensor with the shape of the result, which weights each element; it may be omitted if the result
        is a single number that is not complex.
    :param retain_graph: ``True`` keeps the graph for another backward pass.
    :param create_graph: ``True`` records how the gradients are computed, which makes a reference cycle that
        :func:`autograd.grad` avoids.
    :param inputs: The tensors that collect a gradient, instead of the leaves that require grad.

    See also: :func:`grad`, :func:`requires_grad`, :func:`no_grad`.

    :sheet picture: (w * w).sum().backward()
    :sheet error: Trying to backward through the graph a second time: Compute the loss again before each ``backward()``.

    :asked: what is retain_graph; grad can be implicitly created only for scalar outputs; element 0 of tensors does
    not require grad and does not have a grad_fn; two losses backward separately; tf gradienttape equivalent; gradient
    of the loss for all weights; why cant i call backward on a vector; run backpropagation through the network;
    calculate gradients automatically; automatic derivative of a function; autodiff through the network;
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
    """Read the gradient accumulated in a tensor.

    The derivative of w² is 2w. ``grad`` has the shape and the dtype of its tensor:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([2., 4.])

    Before the first :func:`backward`, ``grad`` is ``None``, and arithmetic with ``None`` raises. Call :func:`backward`
    first:

    >>> v = torch.tensor([3.0], requires_grad=True)
    >>> 0.1 * v.grad
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'
    >>> (v * v).sum().backward()
    >>> 0.1 * v.grad
    tensor([0.6000])

    Each further :func:`backward` adds to ``grad``, so a training loop that does not clear it steps along the sum of the
    gradients so far:

    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([4., 8.])

    Clear ``grad`` before each backward pass. Set it to 0 in place, or to ``None``, as ``optimizer.zero_grad()`` does:

    >>> w.grad.zero_()
    tensor([0., 0.])
    >>> w.grad = None
    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([2., 4.])

    While autograd records, an update with ``w = w - ...`` makes ``w`` a non-leaf, whose ``grad`` by default stays
    ``None``. Update the leaf itself, in place and under :func:`no_grad`:

    >>> (w - 0.5 * w.grad).is_leaf
    False
    >>> with torch.no_grad():
    ...     w -= 0.5 * w.grad
    >>> w, w.is_leaf
    (tensor([0., 0.], requires_grad=True), True)

    See also: :func:`backward`, :func:`zero_`, :func:`is_leaf`, :func:`retain_grad`.

    :sheet: w.grad

    :asked: zero a gradient by hand; unsupported operand type float and nonetype; access derivative of a leaf; check
    for vanishing or exploding gradients; clip gradient values by hand; NoneType object has no attribute data or zero_
    when reading w.grad; gradient descent by hand with w.grad; gradient attribute is none after backprop; print
    gradient of a layer; where are computed gradients stored after backward; update becomes none w = w -
    lr; access dloss/dw of a weight
    """
    raise NotImplementedError("A NumPy array does not store a gradient: keep the gradient in a variable.")


def is_leaf(x):
    """Check whether a tensor is a leaf: one at which the graph of operations starts.

    ``w`` is made directly, so it is a leaf; ``y`` is computed from it, so it is not:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = 3 * w
    >>> w.is_leaf, y.is_leaf
    (True, False)

    By default, an optimizer needs tensors that keep their gradients: leaves, or tensors with :func:`retain_grad`.
    Multiplying by 0.1 makes ``b`` a non-leaf: the leaf is the unnamed tensor of ones. Compute first, and call
    ``requires_grad_()`` last:

    >>> b = torch.ones(2, requires_grad=True) * 0.1
    >>> torch.optim.SGD([b], lr=0.1)
    Traceback (most recent call last):
    ValueError: can't optimize a non-leaf Tensor
    >>> b = (torch.ones(2) * 0.1).requires_grad_()
    >>> b.is_leaf
    True

    Converting ``w`` to another float dtype or to another device is an operation too, so the result is a non-leaf:

    >>> w.double().is_leaf
    False

    A tensor that does not require grad is a leaf, even if it was computed:

    >>> (torch.ones(2) * 0.1).is_leaf, y.detach().is_leaf
    (True, True)

    While autograd records, an in-place update of a leaf that requires grad raises, even if the update changes just a
    part of the leaf. Update it under :func:`no_grad`:

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
    raise NotImplementedError("A NumPy array does not store what it was computed from.")


def no_grad():
    """Compute without gradients, as for predictions and for updating parameters.

    A new tensor computed inside the block does not require grad, which saves memory and time:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> with torch.no_grad():
    ...     y = 3 * w
    >>> y.requires_grad, w.requires_grad
    (False, True)

    A slice or a transpose of ``w`` made inside the block still has ``requires_grad=True``, but gradients silently do
    not reach ``w`` through it. Detach the slice:

    >>> with torch.no_grad():
    ...     part = w[:1]
    >>> (3 * part).sum().backward()
    >>> part.requires_grad, w.grad, part.detach().requires_grad
    (True, None, False)

    Outside the block, an in-place update of a leaf that requires grad raises. Update it inside the block, which is
    how gradient descent is written:

    >>> (w * w).sum().backward()
    >>> w -= 0.1 * w.grad
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     w -= 0.1 * w.grad
    >>> w
    tensor([0.8000, 1.6000], requires_grad=True)

    Write ``-=``: inside the block, ``w = w - ...`` makes ``w`` a new tensor that does not require grad:

    >>> with torch.no_grad():
    ...     w = w - 0.1 * w.grad
    >>> w.requires_grad
    False

    ``@torch.no_grad()`` above a function covers its whole body:

    >>> @torch.no_grad()
    ... def predict(x):
    ...     return torch.ones(2, requires_grad=True) * x
    >>> predict(2.0)
    tensor([2., 2.])

    ``torch.inference_mode()`` saves a little more time, but a tensor computed in it cannot be saved for a backward
    pass. A product saves its factors for that pass. Clone the tensor outside the block:

    >>> with torch.inference_mode():
    ...     y = torch.ones(2) * 3
    >>> torch.ones(2, requires_grad=True) * y
    Traceback (most recent call last):
    RuntimeError: Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`.
    >>> torch.ones(2, requires_grad=True) * y.clone()
    tensor([3., 3.], grad_fn=<MulBackward0>)

    See also: :func:`detach`, :func:`requires_grad`, :func:`grad`.

    :sheet: with no_grad(): w *= 3
    :sheet error: a leaf Variable that requires grad is being used in an in-place operation: Write to it under
        ``no_grad()``.

    :asked: no_grad vs inference_mode; manual gradient descent update w -= lr * w.grad; evaluate model without
    computing gradients; change weights in place; a leaf variable that requires grad is being used in an in-place
    operation; inference without graph or stored activations; what does with torch.no_grad() do; disable gradient
    tracking for testing; ema moving average update of weights; update weights by hand without optimizer; gpu memory
    in validation loop dont need gradients; set part of a weight to zero
    """
    raise NotImplementedError("NumPy does not record operations, so it lacks this switch.")


def detach(x):
    """Return a tensor that shares the memory, but is not part of the graph.

    The result has the same values without the graph, so a list of detached losses does not keep graphs in memory:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> y = 3 * w
    >>> y, y.detach()
    (tensor([3., 6.], grad_fn=<MulBackward0>), tensor([3., 6.]))

    While autograd records, ``numpy()`` raises for a tensor that requires grad, and so does plotting it. Detach the
    tensor first, or pass ``force=True``:

    >>> y.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> y.detach().numpy().tolist()
    [3.0, 6.0]

    The values are not copied, so a write into ``w.detach()`` changes ``w`` too. For an independent copy, write
    ``w.detach().clone()``:

    >>> w.detach()[0] = 100
    >>> w
    tensor([100.,   2.], requires_grad=True)

    A tensor of integers can be detached too, although it is not part of a graph:

    >>> x = torch.tensor([1, 2])
    >>> x.detach()
    tensor([1, 2])

    ``.data`` gives the same values, but hides a write from autograd. Here the gradient of the sigmoid at 0 is silently
    0 instead of 0.25:

    >>> x = torch.tensor([0.0], requires_grad=True)
    >>> out = torch.sigmoid(x)
    >>> out.data[0] = 0
    >>> torch.autograd.grad(out, x)
    (tensor([0.]),)

    After a write into the detached tensor, ``backward`` raises if it needs the overwritten values. Write to a clone
    instead:

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

    :sheet: w.detach()

    :asked: tf.stop_gradient equivalent; tensor with grad to numpy; plot loss that requires grad; can't call numpy()
    on tensor that requires grad; break the graph to cut gradient flow; treat output as constant no gradient; target
    network value should not get gradient; gan discriminator step without generator gradient; rnn hidden state carried
    between batches; memory keeps growing when losses are appended; detach vs clone vs data
    """
    return x[...]


def retain_grad(x):
    """Keep the gradient of a non-leaf tensor, which is otherwise dropped.

    The backward pass computes a gradient for each tensor in the graph, but by default keeps only the gradients of the
    leaves. To read the gradient of an intermediate tensor, call ``retain_grad`` before :func:`backward`:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> hidden = w * w
    >>> hidden.retain_grad()
    >>> (5 * hidden).sum().backward()
    >>> hidden.grad
    tensor([5., 5.])
    >>> w.grad
    tensor([10., 20.])

    Without ``retain_grad``, ``grad`` of a non-leaf stays ``None`` by default, and a warning says why. A call to
    ``retain_grad`` after the backward pass is too late:

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

    ``retain_grad`` raises for a tensor that does not require grad. Set ``requires_grad=True``; a leaf keeps its gradient
    without ``retain_grad``:

    >>> torch.ones(2).retain_grad()
    Traceback (most recent call last):
    RuntimeError: can't retain_grad on Tensor that has requires_grad=False
    >>> x = torch.ones(2, requires_grad=True)
    >>> x.sum().backward()
    >>> x.grad
    tensor([1., 1.])

    See also: :func:`grad`, :func:`is_leaf`, :func:`backward`.

    :asked: gradient of an intermediate tensor; keep the grad of a hidden layer output; hidden tensor grad is none
    after backward; the .grad attribute of a tensor that is not a leaf tensor is being accessed; inspect activations
    gradient for grad-cam; see gradient in the middle of the network; can't retain_grad on tensor that has
    requires_grad=false; gradient of hidden activations; gradient of a feature map; non-leaf tensor gradient; look at gradient of
    layer output; why is grad none for computed tensor
    """
    raise NotImplementedError(
        "NumPy does not compute gradients. Compute them with formulas of your own, and keep them in variables."
    )
