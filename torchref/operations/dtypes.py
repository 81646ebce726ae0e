"""Data types: how many bits an element has, which values it can hold, and what a conversion loses."""

import numpy as np

__all__ = [
    "bool",
    "double",
    "element_size",
    "float",
    "get_default_dtype",
    "half",
    "int",
    "is_floating_point",
    "long",
    "result_type",
    "short",
    "to",
    "type",
]


def to(x, device=None, dtype=None, non_blocking=False, copy=False):
    """Convert a tensor to another dtype, or move it to another device.

    >>> x = torch.tensor([0.0, 1.5, -2.7])
    >>> x.to(torch.int64)
    tensor([ 0,  1, -2])

    NumPy's name ``astype`` is not defined for tensors. Use ``to``, with a dtype of torch:

    >>> x.astype("int64")
    Traceback (most recent call last):
    AttributeError: 'Tensor' object has no attribute 'astype'
    >>> x.to(torch.int64)
    tensor([ 0,  1, -2])

    A module is converted in place. A tensor is not changed, so assign the result:

    >>> x.to(torch.float64).dtype, x.dtype
    (torch.float64, torch.float32)

    If ``x`` already has the dtype and the device, ``x`` itself is returned by default, whereas NumPy's ``astype``
    copies. A write to the result then changes ``x``, unless ``copy=True`` is passed:

    >>> same, own = x.to(torch.float32), x.to(torch.float32, copy=True)
    >>> same[0] = 100
    >>> own[1] = 100
    >>> x
    tensor([100.0000,   1.5000,  -2.7000])

    If the argument is another tensor, the result has the dtype and the device of that tensor:

    >>> x.to(torch.tensor([1, 2]))
    tensor([100,   1,  -2])

    A string is read as a device, not as a dtype. Pass the dtype itself:

    >>> x.to("float64")
    Traceback (most recent call last):
    RuntimeError: Invalid device string: 'float64'
    >>> x.to(torch.float64).dtype
    torch.float64

    Converting a weight that requires grad to another float dtype returns a non-leaf tensor, whose ``grad`` stays
    ``None``. Convert first, then call ``requires_grad_()``:

    >>> torch.ones(2, requires_grad=True).double().is_leaf, torch.ones(2).double().requires_grad_().is_leaf
    (False, True)

    :param tensor: A tensor whose dtype and device the result takes.
    :param device: The device to copy to; by default, the tensor itself is returned where neither device nor dtype
        changes.
    :param copy: ``True`` returns a copy even if dtype and device already match.

    See also: :func:`float`, :func:`long`, :func:`device`, :func:`cpu`.

    :sheet: x.to(float64)

    :asked: change dtype of a tensor; Tensor object has no attribute astype; same dtype and device as another tensor;
    like astype of numpy; change precision of a tensor; convert to the type of another tensor; change to whatever
    dtype another tensor has; device agnostic moving of inputs; move to gpu and cast at once; transfer dictionary of
    inputs to device; convert input to bfloat16 or float16
    """
    if device is None or isinstance(device, str):
        return x.astype(dtype or x.dtype, copy=copy)
    return to(x, None, np.result_type(device), dtype, non_blocking or copy)


def float(x):
    """Convert to ``float32``, the default dtype of models.

    Most layers have ``float32`` weights by default, and their input needs the same dtype. Convert a ``uint8`` image
    first:

    >>> layer, image = torch.nn.Conv2d(3, 1, 3), torch.zeros(3, 8, 8, dtype=torch.uint8)
    >>> layer(image)
    Traceback (most recent call last):
    RuntimeError: Input type (unsigned char) and bias type (float) should be the same
    >>> layer(image.float()).shape
    torch.Size([1, 6, 6])

    ``binary_cross_entropy`` needs labels of the same dtype as the probabilities, even if the labels are 0 and 1.
    Convert the labels:

    >>> p, labels = torch.tensor([0.5, 0.5]), torch.tensor([0, 1])
    >>> torch.nn.functional.binary_cross_entropy(p, labels)
    Traceback (most recent call last):
    RuntimeError: Found dtype Long but expected Float
    >>> torch.nn.functional.binary_cross_entropy(p, labels.float())
    tensor(0.6931)

    ``True`` becomes 1 and ``False`` becomes 0, so the mean is the fraction of ``True``:

    >>> (labels == torch.tensor([1, 1])).float().mean()
    tensor(0.5000)

    A ``float32`` tensor is returned itself, so a write to the result changes the original. Use ``clone`` to get a
    separate tensor:

    >>> w = torch.tensor([0.5, 1.5])
    >>> w.float()[0] = 100
    >>> w.float().clone()[1] = 100
    >>> w
    tensor([100.0000,   1.5000])

    As a ``dtype``, Python's ``float`` means ``float64``, while the method ``float`` makes ``float32``:

    >>> torch.ones(1, dtype=float).dtype, torch.ones(1).float().dtype
    (torch.float64, torch.float32)

    See also: :func:`double`, :func:`half`, :func:`long`, :func:`to`.

    :sheet: v.float()
    :sheet error: Found dtype Long but expected Float: Convert the target with ``.float()``.

    :asked: Found dtype Long but expected Float; true and false to 1.0 and 0.0; int tensor to float32; double to
    float; bool mask to numbers 0 and 1; accuracy mean of a boolean tensor; Input type and weight type should be same;
    network wants float32 but numpy gives float64; uint8 image 0-255 to floating point before normalizing; int ids to
    decimals; labels to float for BCEWithLogitsLoss; convert int64 LongTensor to float
    """
    return x.astype(np.float32, copy=False)


def double(x):
    """Convert to ``float64``, with more than twice the digits of ``float32``.

    >>> torch.tensor([1, 2]).double()
    tensor([1., 2.], dtype=torch.float64)

    Digits that ``float32`` lost do not come back, and the conversion shows their loss. If these digits matter, start
    in ``float64``:

    >>> torch.tensor(0.1).double().item()
    0.10000000149011612
    >>> torch.tensor(0.1, dtype=torch.float64).item()
    0.1

    ``float64`` represents each integer up to ``2**53`` exactly, ``float32`` up to ``2**24``:

    >>> x = torch.tensor([16777216, 16777217])
    >>> x.float().diff()
    tensor([0.])
    >>> x.double().diff()
    tensor([1.], dtype=torch.float64)

    ``mse_loss`` promotes ``float32`` and ``float64`` to ``float64``, but ``binary_cross_entropy`` needs both arguments
    in one dtype. Convert labels that come from NumPy as ``float64``:

    >>> p, labels = torch.tensor([0.5]), torch.tensor(np.array([1.0]))
    >>> torch.nn.functional.binary_cross_entropy(p, labels)
    Traceback (most recent call last):
    RuntimeError: Found dtype Double but expected Float
    >>> torch.nn.functional.binary_cross_entropy(p, labels.float())
    tensor(0.6931)

    A layer such as ``Conv2d`` or ``Linear`` does not mix dtypes either. Convert the weights to the dtype of the input,
    or convert the input with :func:`float`:

    >>> layer, image = torch.nn.Conv2d(1, 1, 3), torch.zeros(1, 8, 8).double()
    >>> layer(image)
    Traceback (most recent call last):
    RuntimeError: Input type (double) and bias type (float) should be the same
    >>> layer.to(torch.float64)(image).dtype
    torch.float64

    See also: :func:`float`, :func:`to`, :func:`get_default_dtype`, :func:`from_numpy`.

    :sheet numpy: x.astype(float) → x.double()
    :sheet trap: x.float(): ``float()`` converts to ``float32``.

    :asked: double precision; more digits; Found dtype Double but expected Float; expected scalar type Float but found
    Double; float32 not accurate enough; float32 to float64 conversion; more precise results than float32; Input type
    (double) and bias type (float); labels from numpy turn out 64 bit; gradcheck needs double precision; rounding
    error too large in 32 bits; match numpy results in 64 bit precision
    """
    return x.astype(np.float64, copy=False)


def half(x):
    """Convert to ``float16``: half the memory of ``float32``, 3 digits, at most 65504.

    >>> x = torch.tensor([0.5, 3.0, 1.0])
    >>> x.half()
    tensor([0.5000, 3.0000, 1.0000], dtype=torch.float16)
    >>> x.element_size(), x.half().element_size()
    (4, 2)

    Values of 65520 and above silently become infinite, as the square of 300 does:

    >>> torch.tensor([300.0]).half() ** 2
    tensor([inf], dtype=torch.float16)

    ``bfloat16`` has nearly the range of ``float32`` but fewer digits than ``float16``, so the square is finite, and
    rounded:

    >>> torch.tensor([300.0]).bfloat16() ** 2
    tensor([90112.], dtype=torch.bfloat16)

    From 2048 on, ``float16`` skips integers, and adding 1 to 2048 does not change it:

    >>> torch.tensor([2048.0]).half() + 1
    tensor([2048.], dtype=torch.float16)

    Very small values, as gradients often are, become 0. Scaling them up first (loss scaling) avoids that:

    >>> torch.tensor([1e-8]).half()
    tensor([0.], dtype=torch.float16)
    >>> torch.tensor([1e-8 * 65536]).half() > 0
    tensor([True])

    The weights of a layer are ``float32`` by default, and ``Linear`` does not mix them with ``float16``. Convert the
    layer:

    >>> layer, x = torch.nn.Linear(3, 1), x.half()
    >>> layer(x)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Half and Float
    >>> layer.to(torch.float16)(x).dtype
    torch.float16

    See also: :func:`float`, :func:`to`, :func:`element_size`.

    :asked: half precision gives inf or nan; mixed precision overflow; loss scaling for tiny gradients; difference
    between float16 and bfloat16; mat1 and mat2 Half and Float; convert model input to half precision; is fp16 or bf16
    better; fp16 inference saves vram; overflow above 65504 in float16; reduce memory of activations by 16 bit floats
    """
    return x.astype(np.float16, copy=False)


def long(x):
    """Convert to ``int64``, the usual dtype of class labels and indices.

    Fractions are truncated towards zero, not rounded. To round, call :func:`round` first:

    >>> x = torch.tensor([1.7, -1.7, 2.2])
    >>> x.long()
    tensor([ 1, -1,  2])
    >>> x.round().long()
    tensor([ 2, -2,  2])

    ``cross_entropy`` does not accept floats as class labels, because labels are indices into the logits. Convert them:

    >>> scores, labels = torch.zeros(2, 3), torch.tensor([0.0, 2.0])
    >>> torch.nn.functional.cross_entropy(scores, labels)
    Traceback (most recent call last):
    RuntimeError: expected target dtype to be Long or Byte, but got Float
    >>> torch.nn.functional.cross_entropy(scores, labels.long())
    tensor(1.0986)

    A float is not accepted as an index, even if it has no fraction. Convert it:

    >>> y, index = torch.tensor([10, 20, 30]), torch.tensor([0.0, 2.0])
    >>> y[index]
    Traceback (most recent call last):
    IndexError: tensors used as indices must be long, int, byte or bool tensors
    >>> y[index.long()]
    tensor([10, 30])

    An embedding reads token ids as indices of rows, so it needs ``int64`` or ``int32``. Convert them:

    >>> torch.nn.Embedding(3, 2)(index)
    Traceback (most recent call last):
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)
    >>> torch.nn.Embedding(3, 2)(index.long()).shape
    torch.Size([2, 2])

    Integers have neither ``nan`` nor infinity. Converting these values gives integers that depend on the machine, so
    replace the values first, infinity with ``posinf`` and ``neginf``:

    >>> torch.tensor([3.0, float("nan")]).nan_to_num(nan=-1).long()
    tensor([ 3, -1])

    See also: :func:`int`, :func:`float`, :func:`round`, :func:`nan_to_num`.

    :sheet: f.long()
    :sheet numpy: f.astype(int) → f.long()

    :asked: float to integer tensor; class labels must be integer; expected scalar type Long but found Float; tensors
    used as indices must be long; whole numbers for lookup; convert labels to int64; float labels to integer for cross
    entropy; index must be int64; embedding input must be integer; int to long; class index LongTensor; embedding
    indices Long Int but got FloatTensor
    """
    return x.astype(np.int64, copy=False)


def int(x):
    """Convert to ``int32``.

    Fractions are truncated towards zero. :func:`floor` rounds down instead:

    >>> x = torch.tensor([2.7, -2.7])
    >>> x.int()
    tensor([ 2, -2], dtype=torch.int32)
    >>> x.floor().int()
    tensor([ 2, -3], dtype=torch.int32)

    The result is a tensor. Python's ``int`` returns a Python integer instead:

    >>> torch.tensor(2.7).int(), int(torch.tensor(2.7))
    (tensor(2, dtype=torch.int32), 2)

    Python's ``range`` does not accept a float tensor, even if its value has no fraction. Convert it with Python's
    ``int``:

    >>> range(torch.tensor(3.0))
    Traceback (most recent call last):
    TypeError: only integer tensors of a single element can be converted to an index
    >>> list(range(int(torch.tensor(3.0))))
    [0, 1, 2]

    The method ``int`` makes ``int32``, while a list of integers and ``dtype=int`` make ``int64``, the dtype of class
    labels:

    >>> torch.tensor([1, 2]).dtype, torch.tensor([1, 2]).int().dtype, torch.tensor([1, 2], dtype=int).dtype
    (torch.int64, torch.int32, torch.int64)

    An integer beyond 2147483647 wraps around silently. A float beyond this limit gives an integer that depends on the
    machine:

    >>> torch.tensor([2147483647, 2147483648]).int()
    tensor([ 2147483647, -2147483648], dtype=torch.int32)

    See also: :func:`long`, :func:`short`, :func:`trunc`, :func:`item`.

    :asked: convert to int32; 32 bit integers; use a tensor in range for a loop; difference between int() and .int();
    number above 2147483647 turns negative; convert decimals to 32 bit whole numbers; does int cast round or cut off;
    float tensor into int; for i in range(tensor) error; torch IntTensor; only integer tensors converted to an index;
    int32 wanted by tensorrt or cuda kernel
    """
    return x.astype(np.int32, copy=False)


def short(x):
    """Convert to ``int16``: integers from -32768 to 32767.

    >>> torch.tensor([1.9, -1.9, 300.0]).short()
    tensor([  1,  -1, 300], dtype=torch.int16)

    An ``int16`` element takes a quarter of the memory of an ``int64`` element. This suits audio samples:

    >>> x = torch.tensor([100, 20000])
    >>> x.element_size(), x.short().element_size()
    (8, 2)

    In the conversion, as in ``+`` and ``*``, integers that do not fit wrap around silently. A Python integer does not
    widen the dtype:

    >>> torch.tensor([40000]).short()
    tensor([-25536], dtype=torch.int16)
    >>> x.short() * 2
    tensor([   200, -25536], dtype=torch.int16)

    Clamp before converting, and compute in a wider dtype:

    >>> torch.tensor([40000]).clamp(-32768, 32767).short()
    tensor([32767], dtype=torch.int16)
    >>> x.short().int() * 2
    tensor([  200, 40000], dtype=torch.int32)

    See also: :func:`int`, :func:`long`, :func:`clamp`, :func:`result_type`.

    :asked: convert to int16; 16 bit integers; audio wav samples as integers; number becomes negative after
    multiplying; clamp before casting to a narrow type; convert to 16 bit ints; pcm audio int16; 16 bit whole numbers;
    torch ShortTensor; int16 overflow wraps around
    """
    return x.astype(np.int16, copy=False)


def bool(x):
    """Convert to ``bool``: 0 becomes ``False``, any other value becomes ``True``.

    >>> torch.tensor([0.0, 0.1, -2.0, float("nan")]).bool()
    tensor([False,  True,  True,  True])

    A probability is rarely exactly 0, so it becomes ``True``. To apply a threshold, compare instead:

    >>> p = torch.tensor([0.1, 0.9])
    >>> p.bool()
    tensor([True, True])
    >>> p > 0.5
    tensor([False,  True])

    A ``uint8`` index is read as a mask, but that is deprecated. As an index, ``int64`` ones and zeros are positions. As
    ``bool`` they are a mask, which keeps or drops elements:

    >>> x = torch.tensor([10, 20, 30])
    >>> keep = torch.tensor([1, 0, 1])
    >>> x[keep]
    tensor([20, 10, 20])
    >>> x[keep.bool()]
    tensor([10, 30])

    The sum of a mask counts its ``True`` elements, and ``~`` inverts a mask:

    >>> mask = keep.bool()
    >>> mask.sum()
    tensor(2)
    >>> ~mask
    tensor([False,  True, False])

    See also: :func:`logical_not`, :func:`any`, :func:`masked_select`, :func:`ne`.

    :asked: 0 and 1 to True and False; convert to boolean mask; integer mask picks wrong elements; every nonzero
    becomes true; uint8 ByteTensor mask deprecated; masked_fill only supports boolean masks; convert int mask to bool;
    change nonzero numbers into True; zero becomes False other numbers True; torch BoolTensor dtype; attention mask of
    0/1 to boolean
    """
    return x.astype(np.bool_, copy=False)


def type(x, dtype=None):
    """Name the type of a tensor, or convert the tensor to another type.

    Without an argument, ``type`` returns a string, the package and a name in the style of the old classes:

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.type(), torch.tensor([1, 2]).type(), torch.tensor([True]).type()
    ('torch.FloatTensor', 'torch.LongTensor', 'torch.BoolTensor')

    A string does not equal a dtype. To test the dtype, compare ``x.dtype``:

    >>> x.type() == torch.float32
    False
    >>> x.dtype == torch.float32
    True

    Python's ``type`` returns the class, which does not depend on the dtype:

    >>> type(x), type(torch.tensor([1, 2]))
    (<class 'torch.Tensor'>, <class 'torch.Tensor'>)

    With an argument, the method converts the tensor, as :func:`to` does. The old class names still work as arguments:

    >>> x.type(torch.int64)
    tensor([1, 2])
    >>> x.type("torch.LongTensor")
    tensor([1, 2])

    The name of a dtype in quotes is not accepted. Pass the dtype itself:

    >>> x.type("float64")
    Traceback (most recent call last):
    ValueError: invalid type: 'float64'
    >>> x.type(torch.float64)
    tensor([1., 2.], dtype=torch.float64)

    ``torch.int64`` is a dtype, not a function that converts. Pass it to :func:`to`:

    >>> torch.int64(x)
    Traceback (most recent call last):
    TypeError: 'torch.dtype' object is not callable
    >>> x.to(torch.int64)
    tensor([1, 2])

    :param dtype: The dtype to convert to, also as a name like ``"torch.DoubleTensor"``; without it, the name of the
        present type is returned.

    See also: :func:`to`, :func:`float`, :func:`long`, :func:`is_floating_point`.

    :asked: print the data type; is it int or float; 'torch.dtype' object is not callable; isinstance check of element
    type; type(x) only says torch.Tensor; compare dtype with a string; check what dtype a tensor is; is my tensor
    FloatTensor or LongTensor; torch.FloatTensor or torch.cuda.FloatTensor; know whether data is float64 or float32;
    print what kind of tensor or variable; x.dtype shows what
    """
    return x.dtype.name if dtype is None else x.astype(dtype, copy=False)


def is_floating_point(x):
    """Tell whether the elements are floating-point numbers.

    >>> torch.tensor([1.0, 2.0]).is_floating_point()
    True
    >>> torch.is_floating_point(torch.tensor([1, 2]))
    False

    Complex numbers do not count as floating-point numbers, although complex tensors can also have gradients:

    >>> z = torch.tensor([1 + 2j])
    >>> torch.is_floating_point(z), torch.is_complex(z)
    (False, True)

    The argument has to be a tensor. A dtype has an attribute of the same name instead:

    >>> torch.is_floating_point(torch.float16)
    Traceback (most recent call last):
    TypeError: is_floating_point(): argument 'input' (position 1) must be Tensor, not torch.dtype
    >>> torch.float16.is_floating_point
    True

    To convert integers and bools to floats where needed, test with ``is_floating_point`` first:

    >>> x = torch.tensor([1, 2])
    >>> x if x.is_floating_point() else x.float()
    tensor([1., 2.])

    See also: :func:`type`, :func:`float`, :func:`result_type`.

    :asked: check if tensor is float; are the elements decimals; np.issubdtype in pytorch; convert only if not float
    already; assert float input; can this dtype have gradients; any kind of float dtype fp16 bf16
    fp32; raise error if input is not float; test if tensor holds floats or ints; only convert non float tensors; skip
    integer buffers when averaging weights
    """
    return np.issubdtype(x.dtype, np.floating)


def result_type(x, y):
    """Tell which dtype the sum or product of two operands will have.

    Integers are promoted to floats, and narrow dtypes to wide ones. For ``int64`` and ``float32``, NumPy returns
    ``float64``:

    >>> i, f = torch.tensor([1, 2]), torch.tensor([1.0, 2.0])
    >>> torch.result_type(i, f)
    torch.float32
    >>> (i + f).dtype
    torch.float32

    In an operation with a tensor that has dimensions, a Python number or a 0-d tensor changes the dtype only if its
    kind is higher. From low to high, the kinds are bool, integer, float and complex. So 300 does not widen an 8-bit
    tensor, and the sum wraps around:

    >>> b = torch.tensor([100], dtype=torch.uint8)
    >>> torch.result_type(b, 300), torch.result_type(b, 1.5)
    (torch.uint8, torch.float32)
    >>> torch.result_type(2.5, b), torch.result_type(1, 2.5)
    (torch.float32, torch.float32)
    >>> b + 300
    tensor([144], dtype=torch.uint8)
    >>> torch.result_type(f, torch.tensor(1.0, dtype=torch.float64))
    torch.float32

    In-place arithmetic keeps the dtype of its tensor, and raises if the result is of a higher kind. In contrast,
    :func:`copy_` and :func:`fill_` silently truncate 1.5 to 1 in an integer tensor. For a float result, make a new
    tensor:

    >>> i += 1.5
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> i + 1.5
    tensor([2.5000, 3.5000])

    For a ``float16`` tensor and a complex number, the result is ``complex32``, a dtype that NumPy lacks.
    ``result_type`` takes tensors and Python numbers. For two dtypes there is ``promote_types``, which may return a
    third dtype:

    >>> torch.promote_types(torch.int32, torch.int64), torch.promote_types(torch.uint8, torch.int8)
    (torch.int64, torch.int16)

    :param tensor: A tensor; a 0-d tensor does not change the dtype of a tensor with dimensions, if both dtypes are of
        the same kind.
    :param other: The second operand, a tensor or a Python number.
    :param scalar, scalar1, scalar2: A Python number instead of a tensor; it does not change the dtype of a tensor, if
        both are of the same kind.

    See also: :func:`to`, :func:`add`, :func:`div`, :func:`get_default_dtype`.

    :asked: type promotion rules; mixing float32 and float64; add float in place to integer tensor; implicit dtype
    conversion; common dtype of two tensors; dtype when adding float16 and int32; int tensor plus float tensor dtype;
    what happens to dtype when adding; long plus float gives which dtype; which dtype comes out mixing int and float;
    why int tensor became float after multiplying
    """
    kinds = {"b": 0, "u": 1, "i": 1, "f": 2, "c": 3}
    usual = {"b": np.bool_, "i": np.int64, "f": np.float32, "c": np.complex64}
    operands = []
    for value in (x, y):
        array = np.asarray(value)
        weight = 0 if array is not value else 1 if array.ndim == 0 else 2
        operands.append((weight, array.dtype if weight else np.dtype(usual[array.dtype.kind])))
    (light, lesser), (heavy, greater) = sorted(operands, key=lambda operand: operand[0])
    if light < heavy and kinds[lesser.kind] <= kinds[greater.kind]:
        return greater
    if light < heavy and greater.kind == "f":
        return np.promote_types(greater, np.complex64)
    low, high = sorted((lesser, greater), key=lambda dtype: kinds[dtype.kind])
    return high if kinds[low.kind] < 2 <= kinds[high.kind] else np.promote_types(low, high)


def element_size(x):
    """Tell how many bytes one element takes.

    >>> torch.tensor([1.0, 2.0]).element_size(), torch.tensor([1, 2]).element_size()
    (4, 8)

    A ``bool`` takes a whole byte, not a bit. A complex number takes as many bytes as two floats:

    >>> torch.tensor([True]).element_size(), torch.tensor([1j]).element_size()
    (1, 8)

    The element size times the number of elements is the memory of a tensor, as ``nbytes`` gives it:

    >>> x = torch.zeros(1000, 1000)
    >>> x.element_size() * x.numel(), x.half().nbytes
    (4000000, 2000000)

    If there is not enough memory, the error message shows the number of bytes. On a GPU, the message starts with
    ``CUDA out of memory``. Use a smaller batch or a narrower dtype:

    >>> torch.zeros(10**17)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: ...DefaultCPUAllocator: can't allocate memory: you tried to allocate 400000000000000000 bytes...

    For a view the product misleads: one row keeps the memory of the whole tensor alive, and expanded rows share the
    memory of one row. The size of the storage is the memory in use:

    >>> row, rows = x[0], x[:1].expand(5000, 1000)
    >>> row.nbytes, row.untyped_storage().nbytes()
    (4000, 4000000)
    >>> rows.nbytes, rows.untyped_storage().nbytes()
    (20000000, 4000000)

    See also: :func:`numel`, :func:`untyped_storage`, :func:`half`.

    :asked: how many bytes does a tensor take; size in megabytes; bytes per element; estimate memory of a batch; CUDA
    out of memory why so much; not enough memory you tried to allocate; nbytes and itemsize; sys.getsizeof wrong for
    tensors; memory in bytes of float32; how many bytes per number; calculate how much memory in MB tensor uses; how
    many MB or bytes in RAM
    """
    return x.itemsize


def get_default_dtype():
    """Return the dtype that Python floats get by default.

    >>> torch.get_default_dtype()
    torch.float32

    The default dtype applies to tensors made from Python floats, and to the results of ``zeros``, ``ones``, ``empty``
    and ``rand``. Integers stay ``int64``:

    >>> torch.tensor([1.5]).dtype, torch.zeros(2).dtype, torch.tensor([1]).dtype
    (torch.float32, torch.float32, torch.int64)

    A default set with ``set_default_dtype`` holds for the whole program, including libraries. Existing tensors keep
    their dtype. Set the default once at the start, or restore it as soon as you are done:

    >>> before = torch.get_default_dtype()
    >>> torch.set_default_dtype(torch.float64)
    >>> torch.tensor([1.5]).dtype, torch.zeros(2).dtype, torch.tensor([1j]).dtype
    (torch.float64, torch.float64, torch.complex128)
    >>> torch.set_default_dtype(before)

    An integer or complex dtype is not accepted as the default. Pass ``dtype`` where you need such a dtype:

    >>> torch.set_default_dtype(torch.int64)
    Traceback (most recent call last):
    TypeError: only floating-point types are supported as the default type
    >>> torch.zeros(2, dtype=torch.int64)
    tensor([0, 0])

    ``torch.tensor`` keeps the dtype of a NumPy array:

    >>> torch.tensor(np.array([1.5])).dtype
    torch.float64

    See also: :func:`tensor`, :func:`Tensor`, :func:`to`, :func:`double`.

    :asked: set default dtype to float64; default floating point type; double precision everywhere; change precision
    globally; set_default_tensor_type is deprecated; make all new tensors float64; default is float32 how to change;
    everything double without writing dtype each time; which dtype do newly created decimals have; only floating-point
    types supported as default type; why does torch create float32 not float64; which float precision is used when
    nothing said
    """
    raise NotImplementedError("NumPy lacks such a setting: a Python float becomes ``float64``.")
