"""Data types: how many bits a number has, what fits into them, and what is lost on the way to another type."""

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


def to(x, other, *, copy=False):
    """Convert a tensor to another dtype, or move it to another device.

    NumPy's ``astype`` goes by this name, and takes a dtype of torch:

    >>> x = torch.tensor([0.0, 1.5, -2.7])
    >>> x.astype("int64")
    Traceback (most recent call last):
    AttributeError: 'Tensor' object has no attribute 'astype'
    >>> x.to(torch.int64)
    tensor([ 0,  1, -2])

    ``x`` itself stays what it was. A module is converted in place; for a tensor the result has to be assigned:

    >>> x.to(torch.float64).dtype, x.dtype
    (torch.float64, torch.float32)

    If nothing has to change, the very same object comes back, where NumPy's ``astype`` copies. A write then reaches
    ``x``, unless ``copy=True``:

    >>> same, own = x.to(torch.float32), x.to(torch.float32, copy=True)
    >>> same[0] = 100
    >>> own[1] = 100
    >>> x
    tensor([100.0000,   1.5000,  -2.7000])

    A string names a device, never a dtype. Another tensor stands for both its dtype and its device:

    >>> x.to(torch.tensor([1, 2]))
    tensor([100,   1,  -2])
    >>> x.to("float32")
    Traceback (most recent call last):
    RuntimeError: Invalid device string: 'float32'

    Converting a weight that requires a gradient gives no leaf, and no gradient is kept in it. Convert before you ask:

    >>> torch.ones(2, requires_grad=True).double().is_leaf, torch.ones(2).double().requires_grad_().is_leaf
    (False, True)

    :param tensor: A tensor whose dtype and device the result takes.
    :param device: The device to copy to; where neither device nor dtype changes, the tensor itself is returned.
    :param copy: ``True`` returns a copy even if dtype and device are right already.

    See also: :func:`float`, :func:`long`, :func:`device`, :func:`cpu`.

    :asked: change dtype of a tensor; Tensor object has no attribute astype; same dtype and device as another tensor;
    like astype of numpy; change precision of a tensor; convert to the type of another tensor; change to whatever
    dtype another tensor has; device agnostic moving of inputs; move to gpu and cast at once; transfer dictionary of
    inputs to device; convert input to bfloat16 or float16
    """
    dtype = other.dtype if isinstance(other, np.ndarray) else x.dtype if isinstance(other, str) else other
    return x.astype(dtype, copy=copy)


def float(x):
    """Convert to float32, the dtype models compute in.

    The weights of a layer are floats, so the input has to be one too. The bytes of an image are converted first:

    >>> layer, image = torch.nn.Conv2d(3, 1, 3), torch.zeros(3, 8, 8, dtype=torch.uint8)
    >>> layer(image)
    Traceback (most recent call last):
    RuntimeError: Input type (unsigned char) and bias type (float) should be the same
    >>> layer(image.float()).shape
    torch.Size([1, 6, 6])

    So do labels that stand for a probability, even if they are only 0 and 1:

    >>> p, labels = torch.tensor([0.5, 0.5]), torch.tensor([0, 1])
    >>> torch.nn.functional.binary_cross_entropy(p, labels)
    Traceback (most recent call last):
    RuntimeError: Found dtype Long but expected Float
    >>> torch.nn.functional.binary_cross_entropy(p, labels.float())
    tensor(0.6931)

    True becomes 1 and false 0, and their mean is the share that is true:

    >>> (labels == torch.tensor([1, 1])).float().mean()
    tensor(0.5000)

    What is float32 already is handed back as it is, and a write reaches the original. ``clone`` separates the two:

    >>> w = torch.tensor([0.5, 1.5])
    >>> w.float()[0] = 100
    >>> w.float().clone()[1] = 100
    >>> w
    tensor([100.0000,   1.5000])

    ``dtype=float`` is another thing. Python's float is float64, and so is this; as a method that is :func:`double`:

    >>> torch.ones(1, dtype=float).dtype, torch.ones(1).float().dtype
    (torch.float64, torch.float32)

    See also: :func:`double`, :func:`half`, :func:`long`, :func:`to`.

    :asked: Found dtype Long but expected Float; true and false to 1.0 and 0.0; int tensor to float32; double to
    float; bool mask to numbers 0 and 1; accuracy mean of a boolean tensor; Input type and weight type should be same;
    network wants float32 but numpy gives float64; uint8 image 0-255 to floating point before normalizing; int ids to
    decimals; labels to float for BCEWithLogitsLoss; convert int64 LongTensor to float
    """
    return x.astype(np.float32, copy=False)


def double(x):
    """Convert to float64, with more than twice the digits of float32.

    >>> torch.tensor([1, 2]).double()
    tensor([1., 2.], dtype=torch.float64)

    Digits that float32 lost do not come back; one only sees that they are gone. If they matter, start in float64:

    >>> torch.tensor(0.1).double().item()
    0.10000000149011612
    >>> torch.tensor(0.1, dtype=torch.float64).item()
    0.1

    float64 tells whole numbers apart up to ``2**53``, float32 only up to ``2**24``:

    >>> x = torch.tensor([16777216, 16777217])
    >>> x.float().diff()
    tensor([0.])
    >>> x.double().diff()
    tensor([1.], dtype=torch.float64)

    A loss does not take one of each. Mostly the labels come from NumPy, as float64, and are converted back:

    >>> p, labels = torch.tensor([0.5]), torch.tensor(np.array([1.0]))
    >>> torch.nn.functional.binary_cross_entropy(p, labels)
    Traceback (most recent call last):
    RuntimeError: Found dtype Double but expected Float
    >>> torch.nn.functional.binary_cross_entropy(p, labels.float())
    tensor(0.6931)

    Nor does a layer. Convert the input with :func:`float`, or the weights as well:

    >>> layer, image = torch.nn.Conv2d(1, 1, 3), torch.zeros(1, 8, 8).double()
    >>> layer(image)
    Traceback (most recent call last):
    RuntimeError: Input type (double) and bias type (float) should be the same
    >>> layer.double()(image).dtype
    torch.float64

    See also: :func:`float`, :func:`to`, :func:`get_default_dtype`, :func:`from_numpy`.

    :asked: double precision; more digits; Found dtype Double but expected Float; expected scalar type Float but found
    Double; float32 not accurate enough; float32 to float64 conversion; more precise results than float32; Input type
    (double) and bias type (float); labels from numpy turn out 64 bit; gradcheck needs double precision; rounding
    error too large in 32 bits; match numpy results in 64 bit precision
    """
    return x.astype(np.float64, copy=False)


def half(x):
    """Convert to float16: half the memory of float32, three digits, up to 65504.

    >>> x = torch.tensor([0.5, 3.0, 1.0])
    >>> x.half()
    tensor([0.5000, 3.0000, 1.0000], dtype=torch.float16)
    >>> x.element_size(), x.half().element_size()
    (4, 2)

    Whatever is larger than 65504 becomes infinite, without a word. Even a plain square gets there:

    >>> torch.tensor([300.0]).half() ** 2
    tensor([inf], dtype=torch.float16)

    bfloat16 has the range of float32 and still fewer digits; the numbers survive, rounded:

    >>> torch.tensor([300.0]).bfloat16() ** 2
    tensor([90112.], dtype=torch.bfloat16)

    From 2048 on only every second whole number exists, and counting comes to a halt:

    >>> torch.tensor([2048.0]).half() + 1
    tensor([2048.], dtype=torch.float16)

    Very small numbers, as gradients often are, end as zero. A large factor beforehand keeps them alive:

    >>> torch.tensor([1e-8]).half()
    tensor([0.], dtype=torch.float16)
    >>> torch.tensor([1e-8 * 65536]).half() > 0
    tensor([True])

    A layer keeps its weights in float32 until it is told otherwise, and does not take the two together:

    >>> layer, x = torch.nn.Linear(3, 1), x.half()
    >>> layer(x)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Half and Float
    >>> layer.half()(x).dtype
    torch.float16

    See also: :func:`float`, :func:`to`, :func:`element_size`.

    :asked: half precision gives inf or nan; mixed precision overflow; loss scaling for tiny gradients; difference
    between float16 and bfloat16; mat1 and mat2 Half and Float; convert model input to half precision; is fp16 or bf16
    better; fp16 inference saves vram; overflow above 65504 in float16; reduce memory of activations by 16 bit floats
    """
    return x.astype(np.float16, copy=False)


def long(x):
    """Convert to int64, the dtype of labels and indices.

    Fractions are cut off towards zero, not rounded. For rounding say so first:

    >>> x = torch.tensor([1.7, -1.7, 2.2])
    >>> x.long()
    tensor([ 1, -1,  2])
    >>> x.round().long()
    tensor([ 2, -2,  2])

    Losses for classes insist on it, because labels are positions in a row of scores:

    >>> scores, labels = torch.zeros(2, 3), torch.tensor([0.0, 2.0])
    >>> torch.nn.functional.cross_entropy(scores, labels)
    Traceback (most recent call last):
    RuntimeError: expected target dtype to be Long or Byte, but got Float
    >>> torch.nn.functional.cross_entropy(scores, labels.long())
    tensor(1.0986)

    A place in a tensor is an integer as well, and 2.0 is none:

    >>> y, places = torch.tensor([10, 20, 30]), torch.tensor([0.0, 2.0])
    >>> y[places]
    Traceback (most recent call last):
    IndexError: tensors used as indices must be long, int, byte or bool tensors
    >>> y[places.long()]
    tensor([10, 30])

    So is a word, for an embedding looks up its row in a table:

    >>> torch.nn.Embedding(3, 2)(places)
    Traceback (most recent call last):
    RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)

    No integer stands for nan or infinity, and what comes out differs between machines. Replace them before:

    >>> torch.tensor([3.0, float("nan")]).nan_to_num(nan=-1).long()
    tensor([ 3, -1])

    See also: :func:`int`, :func:`float`, :func:`round`, :func:`nan_to_num`.

    :asked: float to integer tensor; class labels must be integer; expected scalar type Long but found Float; tensors
    used as indices must be long; whole numbers for lookup; convert labels to int64; float labels to integer for cross
    entropy; index must be int64; embedding input must be integer; int to long; class index LongTensor; embedding
    indices Long Int but got FloatTensor
    """
    return x.astype(np.int64, copy=False)


def int(x):
    """Convert to int32.

    Fractions are cut off towards zero. Floor goes down instead:

    >>> x = torch.tensor([2.7, -2.7])
    >>> x.int()
    tensor([ 2, -2], dtype=torch.int32)
    >>> x.floor().int()
    tensor([ 2, -3], dtype=torch.int32)

    It stays a tensor. Python's ``int`` takes the number out of it:

    >>> torch.tensor(2.7).int(), int(torch.tensor(2.7))
    (tensor(2, dtype=torch.int32), 2)

    Python counts with integers. A float tensor is refused even if it holds a single whole number:

    >>> range(torch.tensor(3.0))
    Traceback (most recent call last):
    TypeError: only integer tensors of a single element can be converted to an index
    >>> list(range(int(torch.tensor(3.0))))
    [0, 1, 2]

    ``int()`` gives int32, but ``dtype=int`` and lists of whole numbers mean int64, which class labels have to be:

    >>> torch.tensor([1, 2]).dtype, torch.tensor([1, 2]).int().dtype, torch.tensor([1, 2], dtype=int).dtype
    (torch.int64, torch.int32, torch.int64)

    Whole numbers beyond 2147483647 wrap around, in silence:

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
    """Convert to int16, from -32768 to 32767.

    >>> torch.tensor([1.9, -1.9, 300.0]).short()
    tensor([  1,  -1, 300], dtype=torch.int16)

    It takes a quarter of the memory of int64, which suits sound samples:

    >>> x = torch.tensor([100, 20000])
    >>> x.element_size(), x.short().element_size()
    (8, 2)

    What does not fit wraps around, also in a calculation. A plain number does not widen the dtype:

    >>> torch.tensor([40000]).short()
    tensor([-25536], dtype=torch.int16)
    >>> x.short() * 2
    tensor([   200, -25536], dtype=torch.int16)

    Clamp before converting, and calculate in something wider:

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
    """Convert to true and false: zero is false, everything else is true.

    >>> torch.tensor([0.0, 0.1, -2.0, float("nan")]).bool()
    tensor([False,  True,  True,  True])

    Probabilities are hardly ever exactly zero, so nearly all come out true. A comparison sets the threshold:

    >>> p = torch.tensor([0.1, 0.9])
    >>> p.bool()
    tensor([True, True])
    >>> p > 0.5
    tensor([False,  True])

    As an index, ones and zeros are positions. As bool they are a mask that keeps or drops:

    >>> x = torch.tensor([10, 20, 30])
    >>> keep = torch.tensor([1, 0, 1])
    >>> x[keep]
    tensor([20, 10, 20])
    >>> x[keep.bool()]
    tensor([10, 30])

    Sums count what is true, and ``~`` turns a mask around:

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
    """Name the type of a tensor, or convert it to another.

    Without an argument the answer is a string, made of the package and an old class name:

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.type(), torch.tensor([1, 2]).type(), torch.tensor([True]).type()
    ('torch.FloatTensor', 'torch.LongTensor', 'torch.BoolTensor')

    A string is never equal to a dtype. For a test ask for ``dtype``:

    >>> x.type() == torch.float32
    False
    >>> x.dtype == torch.float32
    True

    Python's ``type`` knows only the class, which is the same for all:

    >>> type(x), type(torch.tensor([1, 2]))
    (<class 'torch.Tensor'>, <class 'torch.Tensor'>)

    With an argument it converts, as :func:`to` does. The old class names still work as such:

    >>> x.type(torch.int64)
    tensor([1, 2])
    >>> x.type("torch.LongTensor")
    tensor([1, 2])
    >>> x.type("float64")
    Traceback (most recent call last):
    ValueError: invalid type: 'float64'

    ``torch.int64`` is a dtype and not a function, so it cannot be called with a tensor:

    >>> torch.int64(x)
    Traceback (most recent call last):
    TypeError: 'torch.dtype' object is not callable

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

    Complex numbers are not counted among them, though they too can have gradients:

    >>> z = torch.tensor([1 + 2j])
    >>> torch.is_floating_point(z), torch.is_complex(z)
    (False, True)

    It asks a tensor. A dtype has the answer as an attribute of the same name:

    >>> torch.is_floating_point(torch.float16)
    Traceback (most recent call last):
    TypeError: is_floating_point(): argument 'input' (position 1) must be Tensor, not torch.dtype
    >>> torch.float16.is_floating_point
    True

    Typical use, converting only what is not yet a float:

    >>> x = torch.tensor([1, 2])
    >>> x if x.is_floating_point() else x.float()
    tensor([1., 2.])

    See also: :func:`type`, :func:`float`, :func:`result_type`.

    :asked: check if tensor is float; are the elements decimals; np.issubdtype in pytorch; convert only if not float
    already; assert float input; is_complex check; can this dtype have gradients; any kind of float dtype fp16 bf16
    fp32; raise error if input is not float; test if tensor holds floats or ints; only convert non float tensors; skip
    integer buffers when averaging weights
    """
    return np.issubdtype(x.dtype, np.floating)


def result_type(x, y):
    """Tell which dtype the sum or product of two operands will have.

    Integers yield to floats, narrow to wide. For int64 and float32 NumPy goes all the way to float64:

    >>> i, f = torch.tensor([1, 2]), torch.tensor([1.0, 2.0])
    >>> torch.result_type(i, f)
    torch.float32
    >>> (i + f).dtype
    torch.float32

    A Python number, or a tensor without dimensions, has a say only if it is of a higher kind: bool, integer, float,
    complex, in this order. So 300 does not widen an 8-bit tensor, and the sum wraps around:

    >>> b = torch.tensor([100], dtype=torch.uint8)
    >>> torch.result_type(b, 300), torch.result_type(b, 1.5)
    (torch.uint8, torch.float32)
    >>> torch.result_type(2.5, b), torch.result_type(1, 2.5)
    (torch.float32, torch.float32)
    >>> b + 300
    tensor([144], dtype=torch.uint8)
    >>> torch.result_type(f, torch.tensor(1.0, dtype=torch.float64))
    torch.float32

    An in-place operation has to end in the dtype it started from, and is refused if that is of a lower kind:

    >>> i += 1.5
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> i + 1.5
    tensor([2.5000, 3.5000])

    It speaks of tensors and numbers. For two dtypes there is ``promote_types``:

    >>> torch.promote_types(torch.int32, torch.int64)
    torch.int64

    :param tensor: A tensor; among dtypes of one kind, a 0-d tensor counts less than one with dimensions.
    :param other: The second operand, a tensor or a Python number.
    :param scalar, scalar1, scalar2: A Python number instead of a tensor; it counts less than a tensor whose dtype is of
        the same kind.

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

    A bool takes a whole byte, not a bit. A complex number is two floats:

    >>> torch.tensor([True]).element_size(), torch.tensor([1j]).element_size()
    (1, 8)

    Times the number of elements, that is the memory of a tensor:

    >>> x = torch.zeros(1000, 1000)
    >>> x.element_size() * x.numel(), x.half().nbytes
    (4000000, 2000000)

    Where that much is not to be had, the message says the product. A GPU says ``CUDA out of memory``. A smaller batch
    or a narrower dtype needs less:

    >>> torch.zeros(10**17)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: ...DefaultCPUAllocator: can't allocate memory: you tried to allocate 400000000000000000 bytes...

    For a view the product misleads: one row keeps the memory of the whole alive, and expanded rows have none of
    their own. The storage tells the truth:

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
    """Tell which dtype decimal numbers get when none is named.

    >>> torch.get_default_dtype()
    torch.float32

    It rules over tensors made from Python's decimals, or from no data at all. Whole numbers stay int64:

    >>> torch.tensor([1.5]).dtype, torch.zeros(2).dtype, torch.tensor([1]).dtype
    (torch.float32, torch.float32, torch.int64)

    Another default holds for the whole program from then on, libraries included. Set it once at the start, or put it
    back as soon as you are done:

    >>> before = torch.get_default_dtype()
    >>> torch.set_default_dtype(torch.float64)
    >>> torch.tensor([1.5]).dtype, torch.zeros(2).dtype, torch.tensor([1j]).dtype
    (torch.float64, torch.float64, torch.complex128)
    >>> torch.set_default_dtype(before)

    Tensors that exist already keep theirs. Only floating-point types can be the default:

    >>> torch.set_default_dtype(torch.int64)
    Traceback (most recent call last):
    TypeError: only floating-point types are supported as the default type

    NumPy arrays bring their own dtype and do not care:

    >>> torch.tensor(np.array([1.5])).dtype
    torch.float64

    See also: :func:`tensor`, :func:`Tensor`, :func:`to`, :func:`double`.

    :asked: set default dtype to float64; default floating point type; double precision everywhere; change precision
    globally; set_default_tensor_type is deprecated; make all new tensors float64; default is float32 how to change;
    everything double without writing dtype each time; which dtype do newly created decimals have; only floating-point
    types supported as default type; why does torch create float32 not float64; which float precision is used when
    nothing said
    """
    raise NotImplementedError("NumPy has no such setting: its decimals are always float64.")
