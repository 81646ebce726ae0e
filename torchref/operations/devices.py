"""Devices: a tensor lives on the CPU or on a GPU, and works only with its neighbours there."""

__all__ = [
    "cpu",
    "cuda",
    "device",
]


def device(x, index=None):
    """See on which device, CPU or GPU, a tensor lives.

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

    The index of a device may also be a second argument:

    >>> torch.device("cuda", index=1)
    device(type='cuda', index=1)

    :param device: The name of a device, with or without its index: ``"cpu"``, ``"cuda"``, ``"cuda:1"``.
    :param type: The name of a device without an index.
    :param index: Which one of several devices; ``torch.device("cuda", 1)`` is ``"cuda:1"``.

    See also: :func:`cuda`, :func:`cpu`, :func:`to`.

    :asked: create tensor on same device as another; what is the meta device; why device equals cuda is false; pick
    gpu if there is one otherwise processor; use gpu if available else cpu; input on cpu but model weights on cuda;
    all tensors expected on the same device; tensor made inside forward stays on cpu; which gpu number is this tensor
    on; which device is a tensor or model on; is it in cuda or cpu memory; check whether data is on gpu or ram
    """
    if isinstance(x, str):
        return x if index is None else f"{x}:{index}"
    return x.device


def cpu(x):
    """Bring a tensor to the memory of the CPU, back from a GPU.

    The way to an array leads over it. Written out in full, it also works for tensors on a GPU and in a graph:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.detach().cpu().numpy()
    array([1., 2.], dtype=float32)

    Without it ``numpy`` refuses a tensor on any other device. ``meta`` stands in for a GPU here:

    >>> ghost = torch.ones(2, device="meta")
    >>> ghost.numpy()
    Traceback (most recent call last):
    TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.

    Only from ``meta`` itself is there no way back, as it holds no numbers. A model made there takes ``to_empty``
    instead of :func:`to`, and then loads its weights:

    >>> ghost.cpu()
    Traceback (most recent call last):
    NotImplementedError: Cannot copy out of meta tensor; no data!

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

    :asked: move a tensor from GPU to CPU; can't convert cuda:0 device type tensor to numpy; bring results back to
    host; copy from cuda to main memory; free GPU memory by moving results; Cannot copy out of meta tensor; Use
    Tensor.cpu() to copy; get tensor off the gpu; ndarray from a tensor that lives on gpu; plot a tensor that is still
    on gpu; .cuda() reverse to normal ram
    """
    return x.to_device("cpu")


def cuda(x, device=None):
    """Copy a tensor to the GPU.

    Ask whether there is one, and keep the answer; the same lines then run on every machine:

    >>> device = "cuda" if torch.cuda.is_available() else "cpu"
    >>> x = torch.tensor([1, 2, 3]).to(device)
    >>> (x * 2).tolist()
    [2, 4, 6]

    ``x.cuda()`` is short for ``x.to("cuda")``. Both end in ``AssertionError: Torch not compiled with CUDA enabled``
    where the build of torch that was installed lacks CUDA; ``torch.version.cuda`` is ``None`` there.

    The device is called ``cuda``, never ``gpu``; on a Mac it is ``mps``:

    >>> x.to("gpu")
    Traceback (most recent call last):
    RuntimeError: Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: gpu

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

    >>> torch.zeros(2, requires_grad=True).to("meta").is_leaf, torch.zeros(2, requires_grad=True, device="meta").is_leaf
    (False, True)

    ``CUDA out of memory`` asks for smaller batches, or :func:`no_grad` where nothing is trained. ``CUDA error: device-side
    assert triggered`` is mostly an index or class number out of range; run on the CPU, the same lines say which.

    :param device: Which GPU; without it, the current one.

    See also: :func:`cpu`, :func:`device`, :func:`to`, :func:`is_leaf`.

    :asked: move a tensor to the GPU; Torch not compiled with CUDA enabled; check if a GPU is available; CUDA out of
    memory; device-side assert triggered; use apple mps; cuda is_available returns false; train on nvidia gpu instead
    of cpu; move data to gpu; gpu not found; put my tensor on gpu graphics card; use or put batch on the second gpu
    """
    raise NotImplementedError("NumPy arrays live in the memory of the CPU only.")
