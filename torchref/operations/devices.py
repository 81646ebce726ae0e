"""Devices: a tensor lives on the CPU or on a GPU, and works only with its neighbours there."""

__all__ = [
    "cpu",
    "cuda",
    "device",
]


def device(x):
    """See on which device a tensor lives.

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.device
    device(type='cpu')

    The device is named when a tensor is made. ``meta``, which every machine has, keeps shapes and dtypes but no
    numbers; it stands in for a GPU here:

    >>> y = torch.ones(2, device="meta")
    >>> y.device, y.shape
    (device(type='meta'), torch.Size([2]))

    What is combined has to be on one device, except that elementwise arithmetic takes a single number, a 0-d tensor,
    from the CPU. Between a GPU and the CPU the message is usually ``Expected all tensors to be on the same device``,
    and the cure is the same:

    >>> x + y
    Traceback (most recent call last):
    RuntimeError: Tensor on device meta is not on the expected device cpu!
    >>> (x.to(y.device) + y).device, (torch.tensor(10.0) + y).device
    (device(type='meta'), device(type='meta'))

    New tensors start on the CPU, whatever they are to meet. Take the device from the other tensor:

    >>> torch.zeros(2, device=y.device).device, torch.zeros_like(y).device
    (device(type='meta'), device(type='meta'))

    A device is not a string, and a comparison with one is false without an error. ``cuda``, the current GPU,
    does not equal ``cuda:0`` either; compare the types:

    >>> x.device == "cpu", x.device.type == "cpu"
    (False, True)
    >>> torch.device("cuda") == torch.device("cuda:0")
    False

    See also: :func:`cuda`, :func:`cpu`, :func:`to`.

    :asked: is the tensor on the GPU; Expected all tensors to be on the same device; found at least two devices
    """
    return x if isinstance(x, str) else x.device


def cpu(x):
    """Bring a tensor to the memory of the CPU.

    The way to an array leads over it. Written out in full, it also works for tensors on a GPU and in a graph:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.detach().cpu().numpy()
    array([1., 2.], dtype=float32)

    Without it ``numpy`` refuses a tensor on any other device. ``meta`` stands in for a GPU here:

    >>> torch.ones(2, device="meta").numpy()
    Traceback (most recent call last):
    TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.

    A tensor that is on the CPU already comes back itself, so a write reaches it. From a GPU it would be a copy:
    the same code shares memory on one machine and not on the other.

    >>> x = torch.tensor([1, 2, 3])
    >>> x.cpu() is x
    True
    >>> x.cpu()[0] = 100
    >>> x
    tensor([100,   2,   3])

    A copy that is one everywhere:

    >>> y = x.to("cpu", copy=True)
    >>> y[0] = 7
    >>> x
    tensor([100,   2,   3])

    See also: :func:`cuda`, :func:`numpy`, :func:`to`, :func:`clone`.

    :asked: move a tensor from GPU to CPU; GPU tensor to array; can't convert cuda:0 device type tensor to numpy
    """
    return x.to_device("cpu")


def cuda(x, device=None):
    """Copy a tensor to the GPU.

    Ask whether there is one, and keep the answer; the same lines then run on every machine:

    >>> device = "cuda" if torch.cuda.is_available() else "cpu"
    >>> x = torch.tensor([1, 2, 3]).to(device)
    >>> (x * 2).tolist()
    [2, 4, 6]

    ``x.cuda()`` is short for ``x.to("cuda")``. Where torch was installed without support for it, both end in
    ``AssertionError: Torch not compiled with CUDA enabled``: it is the build of torch that lacks it, and
    ``torch.version.cuda`` is ``None`` there. Guarded, the call runs everywhere:

    >>> y = x.cuda() if torch.cuda.is_available() else x
    >>> y.tolist()
    [1, 2, 3]

    A tensor does not move; the result is another one, to be kept. A module does move. From here on ``meta``, which
    every machine has, stands in for the GPU:

    >>> x = torch.zeros(2)
    >>> _ = x.to("meta")
    >>> x.device
    device(type='cpu')
    >>> model = torch.nn.Linear(2, 1)
    >>> _ = model.to("meta")
    >>> model.weight.device
    device(type='meta')

    A copied weight is a result, not a leaf, and its ``grad`` stays empty. Make weights where they are to stay:

    >>> torch.zeros(2, requires_grad=True).to("meta").is_leaf
    False
    >>> torch.zeros(2, requires_grad=True, device="meta").is_leaf
    True

    See also: :func:`cpu`, :func:`device`, :func:`to`, :func:`is_leaf`.

    :asked: move a tensor to the GPU; use CUDA; Torch not compiled with CUDA enabled; check if a GPU is available
    """
    raise NotImplementedError("NumPy arrays live in the memory of the CPU only.")
