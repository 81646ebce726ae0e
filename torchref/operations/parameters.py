"""Common parameters: The parameters that many operations share, each with examples."""


def input():
    """What the operation works on; for a method, it is the tensor before the dot.

    ``sum`` is both a function and a method, and its three spellings do the same:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.sum(x, dim=0), torch.sum(input=x, dim=0), x.sum(dim=0)
    (tensor([4, 6]), tensor([4, 6]), tensor([4, 6]))

    ``sum`` takes a tensor, not a list. Make a tensor first:

    >>> torch.sum([1, 2])
    Traceback (most recent call last):
    TypeError: sum(): argument 'input' (position 1) must be Tensor, not list
    >>> torch.sum(torch.tensor([1, 2]))
    tensor(3)
    """


def dim():
    """The dimension to work along: ``0`` is the first, ``-1`` the last.

    ``sum`` adds down the columns of a matrix with ``dim=0``, and along its rows with ``dim=1``. By default, the
    dimension ``dim`` disappears:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.sum(dim=0), x.sum(dim=1)
    (tensor([5, 7, 9]), tensor([ 6, 15]))

    ``cumsum`` keeps the dimension. Negative values count from the end:

    >>> x.cumsum(dim=1), torch.equal(x.cumsum(dim=-1), x.cumsum(dim=1))
    (tensor([[ 1,  3,  6],
            [ 4,  9, 15]]), True)

    The dimensions of a 2-d tensor are ``-2`` to ``1``. Count from 0, not from 1:

    >>> x.sum(dim=2)
    Traceback (most recent call last):
    IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    >>> x.sum(dim=1)
    tensor([ 6, 15])
    """


def keepdim():
    """``True`` keeps each reduced dimension, with size 1.

    The result then has as many dimensions as ``input`` and broadcasts against it:

    >>> x = torch.tensor([[1.0, 3.0], [2.0, 6.0]])
    >>> x.sum(dim=1).shape, x.sum(dim=1, keepdim=True).shape
    (torch.Size([2]), torch.Size([2, 1]))
    >>> x / x.sum(dim=1, keepdim=True)
    tensor([[0.2500, 0.7500],
            [0.2500, 0.7500]])

    Without ``keepdim=True``, the sums of shape ``(2,)`` broadcast as a row. On a square matrix, each sum silently
    divides a column instead of a row:

    >>> x / x.sum(dim=1)
    tensor([[0.2500, 0.3750],
            [0.5000, 0.7500]])
    """


def other():
    """The second operand; its shape broadcasts with that of ``input``.

    ``mul`` applies a number, or a tensor with one value per column, to each row:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.mul(x, other=10), torch.mul(x, other=torch.tensor([1, 0, 1]))
    (tensor([[10, 20, 30],
            [40, 50, 60]]), tensor([[1, 0, 3],
            [4, 0, 6]]))

    Sizes are compared from the last dimension to the first, and have to be equal or 1. For one value per row, add a
    dimension of size 1:

    >>> torch.mul(x, torch.tensor([1, 0]))
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    >>> torch.mul(x, torch.tensor([[1], [0]]))
    tensor([[1, 2, 3],
            [0, 0, 0]])
    """


def size():
    """The shape of the result, as a tuple, or, if the signature has ``*size``, as separate integers.

    The three spellings give the same shape, and ``x.shape`` passes on the shape of another tensor:

    >>> torch.zeros(2, 3).shape, torch.zeros((2, 3)).shape, torch.zeros(size=(2, 3)).shape
    (torch.Size([2, 3]), torch.Size([2, 3]), torch.Size([2, 3]))
    >>> x = torch.ones(4, 1)
    >>> torch.zeros(x.shape).shape
    torch.Size([4, 1])

    An empty tuple makes a 0-d tensor, and a size of 0 makes an empty tensor:

    >>> torch.zeros(()), torch.zeros(0)
    (tensor(0.), tensor([]))

    ``size`` without the star has to be a tuple or a list. Add parentheses and a comma:

    >>> torch.full(2, 7)
    Traceback (most recent call last):
    TypeError: full(): argument 'size' (position 1) must be tuple of ints, not int
    >>> torch.full((2,), 7)
    tensor([7, 7])
    """


def out():
    """The tensor that the result is written to, instead of a new tensor.

    The operation writes into ``out`` and returns it:

    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> y = torch.empty(3)
    >>> result = torch.add(x, 10, out=y)
    >>> y, result is y
    (tensor([11., 12., 13.]), True)

    The shape should be that of the result. An empty tensor is resized silently, and a non-empty tensor is resized with
    a warning:

    >>> torch.add(x, 10, out=torch.empty(0))
    tensor([11., 12., 13.])

    ``add`` converts the result to the dtype of ``out``; ``matmul`` and ``gather`` need the same dtype:

    >>> torch.add(x, 0.5, out=torch.empty(3, dtype=torch.float64))
    tensor([1.5000, 2.5000, 3.5000], dtype=torch.float64)

    ``add`` does not write floats into a tensor of integers. Convert the result instead:

    >>> torch.add(x, 0.5, out=torch.empty(3, dtype=torch.int64))
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> torch.add(x, 0.5).to(torch.int64)
    tensor([1, 2, 3])

    A write into ``out`` is not differentiable. Omit ``out`` where a gradient is needed:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> torch.add(w, 1, out=torch.empty(2))
    Traceback (most recent call last):
    RuntimeError: add(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.
    >>> torch.add(w, 1).requires_grad
    True
    """


def dtype():
    """The dtype of the result, such as ``torch.float64``.

    By default, ``zeros``, ``ones``, ``empty``, ``rand`` and ``randn`` make tensors of ``float32``. Python's ``int`` and
    ``float`` stand for 64-bit dtypes:

    >>> torch.zeros(2).dtype, torch.zeros(2, dtype=torch.int64).dtype
    (torch.float32, torch.int64)
    >>> torch.zeros(2, dtype=int).dtype, torch.zeros(2, dtype=float).dtype
    (torch.int64, torch.float64)

    ``sum`` converts its ``input`` first and adds afterwards, so here each element is truncated instead of the sum:

    >>> x = torch.tensor([1.9, 2.9])
    >>> x.sum(dtype=torch.int64), x.sum().to(torch.int64)
    (tensor(3), tensor(4))

    A wider dtype can keep a sum from overflowing:

    >>> y = torch.tensor([60000.0, 60000.0], dtype=torch.float16)
    >>> y.sum(), y.sum(dtype=torch.float32)
    (tensor(inf, dtype=torch.float16), tensor(120000.))

    A name in quotes, which NumPy accepts, is not a dtype. Write ``torch.float32``:

    >>> torch.zeros(2, dtype="float32")
    Traceback (most recent call last):
    TypeError: zeros(): argument 'dtype' must be torch.dtype, not str
    >>> torch.zeros(2, dtype=torch.float32)
    tensor([0., 0.])
    """


def device():
    """Where the result is, such as ``"cpu"``, ``"cuda:1"`` or the ``device`` of another tensor.

    The device ``meta`` does not need a GPU; its tensors have a shape and a dtype but do not store elements. It stands in for a
    GPU here:

    >>> x = torch.ones(2, device="meta")
    >>> x.device, torch.ones(2).device
    (device(type='meta'), device(type='cpu'))

    The operands of arithmetic have to be on one device, except 0-d tensors on the CPU. Make a new tensor on the device
    of the other operand:

    >>> x + torch.ones(2)
    Traceback (most recent call last):
    RuntimeError: Tensor on device cpu is not on the expected device meta!
    >>> (x + torch.ones(2, device=x.device)).device
    device(type='meta')

    ``device=`` makes the tensor on that device. ``to`` copies a tensor from another device, and by default, the copy of
    a tensor that requires grad is not a leaf:

    >>> made, moved = torch.ones(2, device="meta", requires_grad=True), torch.ones(2, requires_grad=True).to("meta")
    >>> made.is_leaf, moved.is_leaf
    (True, False)
    """


def layout():
    """How the result is stored: ``torch.strided`` for dense tensors; few operations accept a sparse layout.

    A ``torch.strided`` tensor stores its zeros too, and has one stride per dimension:

    >>> x = torch.zeros(2, 3)
    >>> x.layout, x.stride()
    (torch.strided, (3, 1))

    ``torch.sparse_coo`` stores some elements with their indices, and the others are 0. Here 0 elements are stored:

    >>> torch.zeros(2, 3, layout=torch.sparse_coo)
    tensor(indices=tensor([], size=(2, 0)),
           values=tensor([], size=(0,)),
           size=(2, 3), nnz=0, layout=torch.sparse_coo)

    ``ones`` and ``full`` raise for ``torch.sparse_coo``. Convert the result:

    >>> torch.ones(2, layout=torch.sparse_coo)
    Traceback (most recent call last):
    RuntimeError: full(...) is not implemented for sparse layout
    >>> torch.ones(2).to_sparse().layout
    torch.sparse_coo
    """


def requires_grad():
    """``True`` makes a float or complex result a leaf that requires grad.

    ``backward`` then fills its ``grad``:

    >>> w = torch.ones(3, requires_grad=True)
    >>> (w * w).sum().backward()
    >>> w.grad
    tensor([2., 2., 2.])

    ``zeros_like`` and ``ones_like`` do not copy ``requires_grad`` from their ``input``:

    >>> torch.zeros_like(w).requires_grad, torch.zeros_like(w, requires_grad=True).requires_grad
    (False, True)

    A tensor of integers cannot require grad. Pass a floating-point dtype:

    >>> torch.tensor([1, 2], requires_grad=True)
    Traceback (most recent call last):
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    >>> torch.tensor([1, 2], dtype=torch.float32, requires_grad=True)
    tensor([1., 2.], requires_grad=True)
    """


def generator():
    """The ``torch.Generator`` that random numbers are drawn from; without it, the default generator, which
    ``manual_seed`` seeds.

    Two generators with the same seed draw the same numbers, even if the default generator is used in between:

    >>> one, two = torch.Generator().manual_seed(0), torch.Generator().manual_seed(0)
    >>> x = torch.rand(2, generator=one)
    >>> _ = torch.rand(100)
    >>> torch.equal(x, torch.rand(2, generator=two))
    True

    A generator moves on as numbers are drawn. Seed it again to repeat a draw:

    >>> torch.equal(x, torch.rand(2, generator=one))
    False
    >>> torch.equal(x, torch.rand(2, generator=one.manual_seed(0)))
    True

    Drawing from another generator leaves the default generator as it is:

    >>> _ = torch.manual_seed(0)
    >>> x = torch.rand(2)
    >>> _ = torch.manual_seed(0)
    >>> _ = torch.rand(100, generator=one)
    >>> torch.equal(x, torch.rand(2))
    True
    """


def memory_format():
    """The order of the elements in memory, such as ``torch.channels_last`` for a batch of images.

    ``contiguous`` keeps the values and the shape, but can change the strides: with ``channels_last``, the channels of
    one pixel are neighbors:

    >>> images = torch.arange(24.0).reshape(1, 2, 3, 4)
    >>> nhwc = images.contiguous(memory_format=torch.channels_last)
    >>> torch.equal(images, nhwc), images.stride(), nhwc.stride()
    (True, (24, 12, 4, 1), (24, 1, 8, 2))

    ``torch.preserve_format``, the default of ``clone`` and of ``zeros_like``, keeps the strides of a tensor without
    gaps or overlaps in memory. ``torch.contiguous_format`` makes row-major order:

    >>> x = torch.zeros(2, 3).T
    >>> x.clone().stride(), x.clone(memory_format=torch.contiguous_format).stride()
    ((1, 3), (2, 1))

    ``channels_last`` is for 4-d tensors. Add the dimension of the batch:

    >>> torch.zeros(3, 8, 8).contiguous(memory_format=torch.channels_last)
    Traceback (most recent call last):
    RuntimeError: required rank 4 tensor to use channels_last format
    >>> torch.zeros(1, 3, 8, 8).contiguous(memory_format=torch.channels_last).stride()
    (192, 1, 24, 3)
    """


def pin_memory():
    """With a GPU, ``True`` puts a CPU result in page-locked memory, for faster copies to the GPU.

    The result stays on the CPU. Without a GPU, ``ones`` with ``pin_memory=True`` raises ``RuntimeError: pin_memory=True
    requires a CUDA or other accelerator backend``, so the example passes ``True`` if there is a GPU:

    >>> x = torch.ones(2, pin_memory=torch.cuda.is_available())
    >>> x.device, x.is_pinned() == torch.cuda.is_available()
    (device(type='cpu'), True)
    """


def non_blocking():
    """``True`` lets the call return before a copy between pinned memory and a GPU is finished.

    Work that is queued on the GPU afterwards waits for the copy. Without a GPU the argument does not have an effect:

    >>> x = torch.tensor([1.0, 2.0])
    >>> device = "cuda" if torch.cuda.is_available() else "cpu"
    >>> (x.to(device, non_blocking=True) * 2).tolist()
    [2.0, 4.0]

    With ``non_blocking=True``, Python may not wait for a copy from the GPU to the CPU. Call
    ``torch.cuda.synchronize()`` before you read the copy. Until then, it may silently hold old values.
    """
