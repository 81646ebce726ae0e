"""Devices: a tensor is on the CPU or on a GPU, and most operations need their tensors on one device."""

__all__ = [
    "cpu",
    "cuda",
    "device",
]


def device(x, index=None):
    """Return the device that a tensor is on, the CPU or a GPU.

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.device
    device(type='cpu')

    The argument ``device=`` makes a tensor on the given device. ``meta``, whose tensors have a shape and a dtype
    without values, stands in for a GPU here:

    >>> y = torch.ones(2, device="meta")
    >>> y.device, y.shape
    (device(type='meta'), torch.Size([2]))

    Arithmetic needs its tensors on one device, apart from 0-d tensors on the CPU. Between a GPU and the CPU the message
    is usually ``Expected all tensors to be on the same device``. Move one of the tensors:

    >>> x + y
    Traceback (most recent call last):
    RuntimeError: Tensor on device meta is not on the expected device cpu!
    >>> (x.to(y.device) + y).device, (torch.tensor(10.0) + y).device
    (device(type='meta'), device(type='meta'))

    An index may be on the CPU, and ``copy_`` and assignment copy across devices:

    >>> y[torch.tensor([1, 0])].device, y.copy_(x).device
    (device(type='meta'), device(type='meta'))

    By default, new tensors are made on the CPU; ``torch.set_default_device`` changes the default. To use the device of
    another tensor, pass its ``device`` or call ``zeros_like``:

    >>> torch.zeros(2, device=y.device).device, torch.zeros_like(y).device
    (device(type='meta'), device(type='meta'))

    A device does not equal a string: ``x.device == "cpu"`` is ``False`` without an error. The device ``cuda``, the
    current GPU, does not equal ``cuda:0`` either. Compare the types:

    >>> x.device == "cpu", x.device.type == "cpu"
    (False, True)
    >>> torch.device("cuda") == torch.device("cuda:0")
    False

    :message facebookresearch/detr#524: RuntimeError: Expected all tensors to be on the same device, but found at least
    two devices, cuda:0 and cpu! (when checking argument for argument index in method wrapper__index_select)

    One tensor is on a GPU and another is on the CPU. Compare the device of the model with that of its input, and move
    the input:

    >>> model, x = torch.nn.Linear(2, 1, device="meta"), torch.ones(2)
    >>> next(model.parameters()).device, x.device
    (device(type='meta'), device(type='cpu'))
    >>> model(x.to(next(model.parameters()).device)).device
    device(type='meta')

    The index of a device may also be a second argument:

    >>> torch.device("cuda", index=1)
    device(type='cuda', index=1)

    :param device: The name of a device, with or without its index: ``"cpu"``, ``"cuda"``, ``"cuda:1"``.
    :param type: The name of a device without an index.
    :param index: The index of the device among those of its type; ``torch.device("cuda", 1)`` is
        ``torch.device("cuda:1")``.

    See also: :func:`cuda`, :func:`cpu`, :func:`to`.

    :sheet: x.device
    :sheet error: is not on the expected device: Move one tensor with ``y.to(x.device)``.

    :asked: create tensor on same device as another; what is the meta device; why device equals cuda is false; pick
    gpu if there is one otherwise processor; use gpu if available else cpu; input on cpu but model weights on cuda;
    all tensors expected on the same device; tensor made inside forward stays on cpu; which gpu number is this tensor
    on; which device is a tensor or model on; is it in cuda or cpu memory; check whether data is on gpu or ram
    """
    if isinstance(x, str):
        return x if index is None else f"{x}:{index}"
    return x.device


def cpu(x):
    """Copy a tensor from a GPU to the memory of the CPU.

    Before a tensor becomes an array, detach it if it requires grad, and copy it to the CPU if it is on a GPU. The
    whole call is:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.detach().cpu().numpy()
    array([1., 2.], dtype=float32)

    Without ``force=True``, ``numpy`` does not accept a tensor that is not on the CPU. For a tensor on a GPU, call
    ``cpu`` first. Here ``meta`` stands in for a GPU:

    >>> ghost = torch.ones(2, device="meta")
    >>> ghost.numpy()
    Traceback (most recent call last):
    TypeError: can't convert meta device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first.

    A tensor on ``meta`` lacks values, so copying it to the CPU raises. For a model made on ``meta``, call
    ``to_empty``, then load its weights:

    >>> ghost.cpu()
    Traceback (most recent call last):
    NotImplementedError: Cannot copy out of meta tensor; no data!
    >>> torch.nn.Linear(2, 1, device="meta").to_empty(device="cpu").weight.device
    device(type='cpu')

    By default, a tensor already on the CPU is returned itself, so a write to the result changes it. For a tensor on a
    GPU, the result is a copy, so the same code shares memory on one machine and not on another:

    >>> x = torch.tensor([1, 2, 3])
    >>> x.cpu() is x
    True
    >>> x.cpu()[0] = 100
    >>> x
    tensor([100,   2,   3])

    To get a copy in both cases, pass ``copy=True`` to :func:`to`:

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

    Choose the device with ``torch.cuda.is_available()``, and the same lines run with and without a GPU:

    >>> device = "cuda" if torch.cuda.is_available() else "cpu"
    >>> x = torch.tensor([1, 2, 3]).to(device)
    >>> (x * 2).tolist()
    [2, 4, 6]

    The device is called ``cuda``, not ``gpu``; on a Mac it is ``mps``. Pass that name:

    >>> x.to("gpu")
    Traceback (most recent call last):
    RuntimeError: Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: gpu
    >>> x.to(device).tolist()
    [1, 2, 3]

    ``x.cuda()`` is short for ``x.to("cuda")``. Both raise ``AssertionError: Torch not compiled with CUDA enabled`` if
    the installed build of torch lacks CUDA; ``torch.version.cuda`` is then ``None``.

    A tensor stays where it is, so assign the result. A module is moved in place. From here on ``meta`` stands in for a
    GPU:

    >>> x = torch.zeros(2)
    >>> _ = x.to("meta")
    >>> x.device
    device(type='cpu')
    >>> model = torch.nn.Linear(2, 1)
    >>> _ = model.to("meta")
    >>> model.weight.device
    device(type='meta')

    The copy of a weight is not a leaf, and its ``grad`` stays ``None``. Create weights on the device where they are
    used:

    >>> torch.zeros(2, requires_grad=True).to("meta").is_leaf, torch.zeros(2, requires_grad=True, device="meta").is_leaf
    (False, True)

    :message without CUDA: AssertionError: Torch not compiled with CUDA enabled

    The installed build of torch lacks CUDA. Install a build with CUDA, or make the tensor on the device that is there:

    >>> torch.zeros(2, device="cuda" if torch.cuda.is_available() else "cpu").tolist()
    [0.0, 0.0]

    :message pytorch/pytorch#44355: RuntimeError: CUDA error: device-side assert triggered

    An index or a class index is often out of range. The GPU may report it at a later line; with the environment
    variable ``CUDA_LAUNCH_BLOCKING=1`` the traceback names the line at fault (not run here). The same call on the CPU
    raises a message with the index. Compare the class indices with the number of classes:

    >>> logits, labels = torch.zeros(3, 4), torch.tensor([0, 2, 4])
    >>> labels.min().item(), labels.max().item(), logits.shape[1]
    (0, 4, 4)
    >>> labels[(labels < 0) | (labels >= logits.shape[1])]
    tensor([4])

    :message pytorch/pytorch#16417: torch.cuda.OutOfMemoryError: CUDA out of memory. ...

    The free memory of the GPU is too small for one more tensor (not run here). Use a smaller batch, and :func:`no_grad`
    outside of training. To add up losses, add ``loss.item()``: a loss that requires grad holds its graph. Check how
    many MiB a batch takes:

    >>> torch.zeros(64, 3, 224, 224).nbytes / 2**20
    36.75

    :message facebookresearch/detectron2#235: RuntimeError: CUDA error: no kernel image is available for execution on
    the device

    The installed build of torch lacks code for this GPU. ``torch.cuda.get_device_capability()`` returns the compute
    capability of the GPU, and ``torch.cuda.get_arch_list()`` those of the build (not run here). Install a build of
    torch that supports the GPU.

    :message milesial/Pytorch-UNet#409: RuntimeError: cuDNN error: ...

    cuDNN computes convolutions on the GPU. Too little free memory is one cause, and a cuDNN of another version than
    torch was built with is another (not run here). Try a smaller batch, then an environment with a new installation of
    torch. To see whether the call itself is right, run it on the CPU:

    >>> torch.nn.functional.conv2d(torch.ones(1, 3, 8, 8), torch.ones(4, 3, 3, 3)).shape
    torch.Size([1, 4, 6, 6])

    :message QwenLM/Qwen3#873: RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`

    cuBLAS multiplies matrices on the GPU. Too little free memory is one cause; in the report, a GPU with enough memory
    was the fix (not run here). Use a smaller batch. To rule out an index that is out of range, check the indices of an
    embedding:

    >>> embedding, tokens = torch.nn.Embedding(10, 2), torch.tensor([1, 9, 10])
    >>> tokens.min().item(), tokens.max().item(), embedding.num_embeddings
    (1, 10, 10)

    :param device: The GPU to copy to; the default is the current GPU.

    See also: :func:`cpu`, :func:`device`, :func:`to`, :func:`is_leaf`.

    :asked: move a tensor to the GPU; Torch not compiled with CUDA enabled; check if a GPU is available; CUDA out of
    memory; device-side assert triggered; use apple mps; cuda is_available returns false; train on nvidia gpu instead
    of cpu; move data to gpu; gpu not found; put my tensor on gpu graphics card; put batch on the second gpu
    """
    raise NotImplementedError("NumPy keeps its arrays in the memory of the CPU.")
