"""What the entries of creation say of more cases than they show; the docstring of a check is the sentence."""

import itertools
import warnings

import numpy as np
import torch

from tests.claims.inputs import DTYPES, FLOATS, INTEGERS, drawn, layouts, raises, shapes, storage

NUMPY_DTYPES = [str(dtype).removeprefix("torch.") for dtype in DTYPES if dtype != torch.bfloat16]

# tensor, Tensor, as_tensor


def test_tensor_copies():
    """A number, nested lists of equal lengths, an array or a tensor; the values are always copied.

    An array is copied and keeps its dtype, here ``float64``:
    """
    for x in [*map(np.zeros, [(), (1,), (2, 3)], [np.float32] * 3), *(np.ones(2, dtype) for dtype in NUMPY_DTYPES)]:
        assert torch.tensor(x).data_ptr() != x.ctypes.data and torch.tensor(x).numpy().dtype == x.dtype
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for x in [torch.ones(2, dtype=dtype) for dtype in DTYPES] + [drawn(3, 4).t()[1:], torch.ones(2, device="cpu")]:
            assert storage(torch.tensor(x)) != storage(x) and torch.tensor(x).dtype == x.dtype
    assert torch.tensor(7).shape == () and torch.tensor(((1, 2), [3, 4])).tolist() == [[1, 2], [3, 4]]


def test_inferred_dtype():
    """The dtype is inferred from the data: Python integers give ``int64``, and one Python float among them gives the
    default dtype, ``float32`` (in NumPy ``float64``).

    Integers give ``int64`` by default, and one float among them gives the default dtype, ``float32``:
    """
    for whole in ([1], [0, -5], [2**40, 3], [[1, 2], [3, 4]], [True, 2], 7):
        assert torch.tensor(whole).dtype == torch.int64
    assert torch.tensor([np.int32(1)]).dtype == torch.int32
    for n in range(1, 5):
        for at in range(n):
            data = [0.5 if i == at else i for i in range(n)]
            assert torch.tensor(data).dtype == torch.float32 and np.array(data).dtype == np.float64
            assert torch.tensor([*data, np.float64(1)]).dtype == torch.float64
    for bounds in itertools.product((1, 1.0), (9, 9.0), (2, 2.0)):
        whole = all(isinstance(bound, int) for bound in bounds)
        assert torch.arange(*bounds).dtype == (torch.int64 if whole else torch.float32)
    torch.set_default_dtype(torch.float64)
    try:
        assert torch.arange(3.0).dtype == torch.tensor([1, 2.5]).dtype == torch.float64
    finally:
        torch.set_default_dtype(torch.float32)


def test_strings_and_none():
    """Strings are not converted, even if they look like numbers.

    ``None`` is not accepted either; without a ``dtype``, it raises ``Could not infer dtype of NoneType``.
    """
    for text in ("1.5", ["1.5", "2"], ["a"], [1, "2"], [["1"]], np.array(["1"])):
        assert raises(torch.tensor, text) in (TypeError, ValueError)
    for data in (None, [None], [None, 1], [[None]]):
        assert raises(torch.tensor, data) is RuntimeError
        assert raises(torch.tensor, data, dtype=torch.float32) is TypeError


def test_negative_strides_and_negative_bytes():
    """An array with a negative stride, such as a reversed array, is not accepted; copy it first.

    Unlike in NumPy, ``torch.tensor(-1, dtype=torch.uint8)`` silently wraps around to 255.
    """
    for a in (np.arange(3)[::-1], np.ones((2, 3))[:, ::-1], np.ones((2, 3))[::-1].T):
        for make in (torch.tensor, torch.as_tensor, torch.Tensor, torch.from_numpy):
            assert raises(make, a) is ValueError and make(a.copy()).tolist() == a.tolist()
    assert torch.tensor(-1, dtype=torch.uint8) == 255 and raises(np.array, -1, np.uint8) is OverflowError


def test_lists_of_tensors():
    """A list of tensors with more than one element each is not accepted."""
    for shape in shapes(1, 2, 3, dims=2):
        parts = [torch.ones(shape), torch.zeros(shape)]
        assert (raises(torch.tensor, parts) is not None) == (parts[0].numel() > 1)
        assert torch.stack(parts).shape == (2, *shape)


def test_Tensor_is_the_class():
    """``Tensor`` is the class of all tensors; :func:`tensor` is a function that makes them.

    From a list, the function infers the dtype, and the class uses the default dtype, ``float32``:
    """
    kinds = [*(torch.ones(2, dtype=dtype) for dtype in DTYPES), torch.tensor(1), torch.nn.Parameter(torch.ones(1))]
    for x in [*kinds, torch.empty(2, device="meta"), torch.eye(2).to_sparse()]:
        assert isinstance(x, torch.Tensor)
    assert isinstance(torch.Tensor, type) and not isinstance(torch.tensor, type)
    for data in ([1], [True, False], [1.5], [], [[1, 2], [3, 4]], (1, 2)):
        assert torch.Tensor(data).dtype == torch.float32 == torch.get_default_dtype()
    assert [torch.tensor(data).dtype for data in ([1], [True], [1.5])] == [torch.int64, torch.bool, torch.float32]


def test_Tensor_of_integers_and_of_floats():
    """``float32`` has 24 bits of precision, so large integers can be rounded silently:

    A single float is not accepted, and neither is ``dtype``.
    """
    for k in range(24, 60):
        assert torch.Tensor([2**k + 1]).item() == 2**k != torch.tensor([2**k + 1]).item()
    assert all(torch.Tensor([2**24 - k]).item() == 2**24 - k for k in range(100))
    for value in (2.5, 0.0, np.float32(1), float("nan")):
        assert raises(torch.Tensor, value) is TypeError
    assert raises(torch.Tensor, [1], dtype=torch.int64) is TypeError


def test_Tensor_shares():
    """An array of the default dtype, here ``float32``, is not copied: the tensor shares its memory.

    An array of another dtype is copied:

    Another tensor; the result is a second tensor on the same memory, of the same dtype.
    """
    for dtype in NUMPY_DTYPES[:9]:
        a = np.ones(3, dtype)
        made = torch.Tensor(a)
        assert (made.data_ptr() == a.ctypes.data) == (dtype == "float32") and made.dtype == torch.float32
    torch.set_default_dtype(torch.float64)
    try:
        for dtype in ("float32", "float64"):
            a = np.ones(3, dtype)
            assert (torch.Tensor(a).data_ptr() == a.ctypes.data) == (dtype == "float64")
    finally:
        torch.set_default_dtype(torch.float32)
    for x in [torch.ones(2, dtype=dtype) for dtype in DTYPES]:
        made = torch.Tensor(x)
        assert made is not x and storage(made) == storage(x) and made.dtype == x.dtype


def test_Tensor_is_of_the_cpu():
    """``"cpu"`` only; for another device, call :func:`tensor` or :func:`empty`."""
    assert torch.Tensor(2, 3, device="cpu").shape == (2, 3)
    for arguments in [(2, 3), ([1, 2],), ()]:
        assert raises(torch.Tensor, *arguments, device="meta") is RuntimeError
    assert torch.empty(2, device="meta").is_meta and torch.tensor([1], device="meta").is_meta


def test_as_tensor_copies_if_needed():
    """Turn a list, an array or a tensor into a tensor, copying only if needed.

    For a tensor, the result is the same object, unless ``dtype`` or ``device`` differs:

    An array shares its memory with the result, so a write to the tensor changes the array:

    With another dtype, the array is copied, and a write to the tensor no longer changes the array:

    A number, nested lists, an array or a tensor; an array or a tensor that already fits is not copied.
    """
    for name, dtype in itertools.product(NUMPY_DTYPES, DTYPES):
        a, x = np.ones(3, name), torch.ones(3, dtype=dtype)
        assert torch.as_tensor(x) is x and torch.as_tensor(a).data_ptr() == a.ctypes.data
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            y, z = torch.as_tensor(a, dtype=dtype), torch.as_tensor(x, dtype=torch.from_numpy(a).dtype)
        y.zero_()
        assert a.any() == (y.dtype != torch.from_numpy(a).dtype) and (z is x) == (z.dtype == x.dtype)
    assert torch.as_tensor([1, 2]).tolist() == [1, 2] and torch.as_tensor(5).shape == ()


# zeros, ones, full, empty, eye


def test_sizes():
    """The sizes are passed one by one or as a tuple; from two sizes on, NumPy needs the tuple:

    An empty tuple makes a 0-d tensor, and a size of 0 makes an empty tensor:
    """
    for shape in shapes(0, 1, 3)[1:]:
        assert torch.zeros(*shape).shape == torch.zeros(shape).shape == shape == np.zeros(shape).shape
        assert (raises(np.zeros, *shape) is None) == (len(shape) == 1)
        assert (torch.zeros(shape).numel() == 0) == (0 in shape)
    assert torch.zeros(()).shape == () and torch.zeros(()).numel() == 1


def test_default_dtype_and_dtype_by_position():
    """The default dtype is ``float32`` (in NumPy ``float64``).

    When the sizes are passed one by one, a dtype passed by position is read as one more size.
    """
    for name in ("zeros", "ones", "empty", "eye"):
        assert getattr(torch, name)(2).dtype == torch.float32 and getattr(np, name)(2).dtype == np.float64
    for dtype in DTYPES:
        assert raises(torch.zeros, 2, 3, dtype) is TypeError and raises(torch.zeros, 2, dtype) is TypeError


def test_ones_in_sums_and_matrix_products():
    """Adding them to integers gives ``float32``:

    Unlike a sum, a matrix product needs two operands of the same dtype.
    """
    for dtype in (torch.bool, *INTEGERS):
        assert (torch.ones(3) + torch.ones(3, dtype=dtype)).dtype == torch.float32
    for one, other in itertools.product(DTYPES[1:], repeat=2):
        for a, b in [((3,), (3,)), ((2, 3), (3,)), ((2, 3), (3, 4)), ((5, 2, 3), (5, 3, 4))]:
            x, y = torch.ones(a, dtype=one), torch.ones(b, dtype=other)
            assert (raises(torch.matmul, x, y) is None) == (one == other)
    assert raises(torch.add, torch.ones(3), torch.ones(3, dtype=torch.float64)) is None


def test_full_decides_the_dtype():
    """By default, the value decides the dtype: 7 gives ``int64``, 7.0 gives ``float32``, ``True`` gives ``bool``:

    A bare number is not accepted as the size.

    Unlike ``torch.zeros(3)``, ``torch.full((3,), 0)`` holds integers, so 0.7 written into it is silently truncated to
    0.
    """
    kinds = {torch.int64: [7, 0, -1, 2**40], torch.float32: [7.0, -0.0, 1e30, float("nan")], torch.bool: [True, False]}
    for dtype, values in kinds.items():
        for value in values:
            assert torch.full((2,), value).dtype == dtype and raises(torch.full, 2, value) is TypeError
    assert torch.full((2,), 7, out=torch.empty(2)).dtype == torch.float32
    x = torch.full((3,), 0)
    x[0] = 0.7
    assert x.tolist() == [0, 0, 0] and raises(x.__setitem__, 0, 1e30) is RuntimeError


def test_empty_shows_what_was_missed():
    """``torch.use_deterministic_algorithms(True)`` makes ``empty`` fill floats with ``nan``, which shows such
    elements.
    """
    set_deterministic = torch._C._set_deterministic_algorithms  # the public function also imports the compiler: 2 s
    set_deterministic(True)
    try:
        assert all(torch.empty(n, dtype=dtype).isnan().all() for n in (1, 7, 1000) for dtype in FLOATS)
    finally:
        set_deterministic(False)


def test_empty_in_a_concatenation():
    """``torch.empty(0)`` has 0 elements and is ``float32``.

    Used as the start of a concatenation, it turns integers into floats.
    """
    for dtype in INTEGERS:
        assert torch.cat([torch.empty(0), torch.ones(2, dtype=dtype)]).dtype == torch.float32
    assert torch.empty(0).numel() == 0


def test_channels_last_of_empty():
    """The order of the elements in memory: ``torch.contiguous_format``, or ``torch.channels_last`` for a 4-d shape, or
    ``torch.channels_last_3d`` for a 5-d shape.
    """
    for shape in shapes(2, 3, dims=5):
        assert (raises(torch.empty, shape, memory_format=torch.channels_last) is None) == (len(shape) == 4)
        assert (raises(torch.empty, shape, memory_format=torch.channels_last_3d) is None) == (len(shape) == 5)
        assert torch.empty(shape, memory_format=torch.contiguous_format).is_contiguous()


def test_identity_matrix():
    """If ``x`` holds finite ``float32`` numbers, its matrix product with the identity matrix has the values of ``x``.

    With ``*``, the elements off the diagonal become 0:

    Rows of an identity matrix picked by ``int64`` class indices are one-hot vectors:
    """
    for dtype, n in itertools.product(DTYPES[1:], (1, 2, 5)):
        x = (drawn(n, n) * 50).abs().to(dtype)
        assert (x @ torch.eye(n, dtype=dtype)).equal(x) and (torch.eye(n, dtype=dtype) @ x).equal(x)
        assert (x * torch.eye(n, dtype=dtype)).equal(x.diagonal().diag())
    assert raises(torch.matmul, torch.eye(2).bool(), torch.eye(2).bool()) is NotImplementedError
    classes = torch.tensor([2, 0, 1, 1])
    assert torch.eye(3, dtype=torch.int64)[classes].equal(torch.nn.functional.one_hot(classes, 3))


# arange, linspace


def test_integer_dtype_truncates_the_step():
    """With ``dtype=torch.int64``, ``start``, ``end`` and ``step`` are truncated first, so a step of 1.5 becomes 1.

    For a narrower integer dtype, the number of values is computed before the truncation."""
    for dtype, step in itertools.product(INTEGERS, (1.5, 2.7, 1.01, 3.0)):
        x = torch.arange(0, 20, step, dtype=dtype)
        assert set(x.diff().tolist()) == {int(step)}
        truncated = torch.arange(0, 20, int(step)).numel()
        assert x.numel() == (truncated if dtype == torch.int64 else torch.arange(0, 20, step).numel())


def test_counting_down():
    """Counting down needs a negative ``step``.

    With a positive ``step``, torch raises, but NumPy returns an empty array:

    The distance between neighbors, passed after ``start`` and ``end``; a negative ``step`` counts down.
    """
    for start, end, step in itertools.product((5, 2.5, 0), (-1, -2.5), (1, 0.5, 2)):
        assert raises(torch.arange, start, end, step) is RuntimeError and np.arange(start, end, step).size == 0
        down = torch.arange(start, end, -step)
        assert down[0] == start and (down.diff() == -step).all() and (down > end).all()
    assert raises(torch.arange, 5, step=2) is TypeError and raises(torch.arange, end=5, step=2) is TypeError
    assert torch.arange(2, 5, step=2).tolist() == [2, 4]


def test_end_of_arange():
    """Count in equal steps from a start up to, but not including, an end.

    Where the values stop; ``end`` is excluded, but rounding or an integer ``dtype`` can include it.
    """
    for start, end, step in itertools.product((-3, 0, 2), (2, 5, 9), (1, 2, 3)):
        assert torch.arange(start, end, step).tolist() == list(range(start, end, step))
    for start, end, step in itertools.product((-3, 0, 1, 2.5), (2.75, 5, 9.1, 3.3), (0.1, 0.25, 0.3, 1.1)):
        assert (torch.arange(start, end, step, dtype=torch.float64) < end + 1e-9).all()


def test_ends_of_linspace():
    """Place a given number of points evenly from start to end, both included.

    The number of values, both ends counted; 1 gives ``start`` alone.

    ``steps`` is not a step size, and unlike NumPy's ``num`` it is required.
    """
    for start, end, steps in itertools.product((-7, 0, 0.1, 3.3), (-2, 1, 10.7), range(2, 60)):
        x = torch.linspace(start, end, steps, dtype=torch.float64)
        assert x.numel() == steps and x[0] == start and x[-1] == end
        assert torch.allclose(x.diff(), torch.tensor((end - start) / (steps - 1), dtype=torch.float64))
        assert torch.linspace(start, end, 1).tolist() == torch.tensor([start + 0.0]).tolist()
    assert raises(torch.linspace, 0, 1) is TypeError and np.linspace(0, 1).size == 50


def test_linspace_of_integers():
    """By default, the points between integers are ``float32``.

    An integer ``dtype`` truncates ``start``, ``end`` and the points.

    The gaps can become uneven, and rounding can shift a point.
    """
    moved = set()
    for start, end, steps in itertools.product(range(-12, 1, 3), range(1, 12, 3), range(2, 12)):
        x = torch.linspace(start, end, steps)
        assert x.dtype == torch.float32
        moved |= set((torch.linspace(start, end, steps, dtype=torch.int64) - x.long()).tolist())
    assert moved == {-1, 0, 1}
    assert torch.linspace(2**60 + 1, 2**60 + 5, 5, dtype=torch.int64).unique().numel() == 1
    assert set(torch.linspace(0, 10, 5, dtype=torch.int64).diff().tolist()) == {2, 3}


# zeros_like, ones_like, full_like


def test_what_is_taken_from_input():
    """By default, the result keeps the order of the elements in memory, here that of a transposed matrix:

    The dtype is that of ``x``, so adding a float in place to zeros made from integers raises.

    By default, the result is on the device of the input, so the same line works on the CPU and on a GPU.

    The tensor that gives shape, dtype and device; its values do not matter.
    """
    for make in (torch.zeros_like, torch.ones_like, lambda x: torch.full_like(x, 1)):
        for dtype in DTYPES:
            x = torch.ones(2, 3, dtype=dtype)
            assert (make(x).dtype, make(x).shape, make(x.to("meta")).device.type) == (dtype, (2, 3), "meta")
            assert make(x.t()).stride() == (1, 3) != make(x).stride() and make(x[:, ::2].t()).stride() == (1, 2)
            assert make(x).equal(make(x * 0))
    x = torch.ones(2, 3).t()
    assert torch.zeros_like(x, memory_format=torch.contiguous_format).stride() == (2, 1)
    assert torch.zeros_like(x, device="meta").is_meta
    for dtype in DTYPES:
        integer = dtype in INTEGERS or dtype == torch.bool
        assert (raises(torch.zeros_like(torch.ones(2, dtype=dtype)).add_, 0.5) is not None) == integer
    assert all(torch.zeros_like(x).shape == x.shape for x, _ in itertools.islice(layouts(), 40))


def test_templates_are_tensors():
    """``input`` is a tensor; a list, an array or a shape is not accepted."""
    for make, value in itertools.product(
        (torch.ones_like, torch.zeros_like), ([1], (2, 3), np.ones(2), 3, torch.Size([2]))
    ):
        assert raises(make, value) is TypeError


def test_full_like_converts():
    """The dtype is that of ``x``, not of the value, as in NumPy.

    Integers do not hold infinity: torch raises, and NumPy stores another value with a warning.

    The value to fill with; it is converted to the dtype of the result, so 0.5 becomes 0 among integers.
    """
    for dtype in INTEGERS:
        x = torch.ones(2, dtype=dtype)
        assert torch.full_like(x, 0.5).tolist() == [0, 0] and torch.full_like(x, 7.9).dtype == dtype
        assert torch.full_like(x, 0.5, dtype=torch.float32).tolist() == [0.5, 0.5]
        for value in (float("inf"), -float("inf"), float("nan")):
            assert raises(torch.full_like, x, value) is RuntimeError
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                np.full_like(x.numpy(), value)
            assert caught
    for dtype in FLOATS:
        assert torch.full_like(torch.ones(2, dtype=dtype), 7).dtype == dtype


def test_softmax_of_minus_infinity():
    """In a tensor of logits, minus infinity rules out a class before a softmax:"""
    for seed, at in itertools.product(range(3), range(4)):
        x = drawn(4, seed=seed)
        x[at] = -float("inf")
        p = x.softmax(0)
        assert p[at] == 0 and (p > 0).sum() == 3


def test_tensor_of_a_tensor_warns():
    """``torch.tensor(x)`` copies a tensor, but warns ``To copy construct from a tensor, it is recommended``."""
    for x in (torch.ones(2), torch.tensor(1), torch.ones(2, requires_grad=True)):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert storage(torch.tensor(x)) != storage(x)
        assert str(caught[0].message).startswith("To copy construct from a tensor, it is recommended")
