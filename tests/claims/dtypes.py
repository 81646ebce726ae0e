"""What the entries of data types say of more cases than they show; the docstring of a check is the sentence."""

import itertools
import warnings

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, drawn, kind, raises, special, storage

METHODS = {
    "float": torch.float32,
    "double": torch.float64,
    "half": torch.float16,
    "long": torch.int64,
    "int": torch.int32,
    "short": torch.int16,
    "bool": torch.bool,
}


@pytest.fixture(autouse=True)
def no_warnings_of_conversions():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture
def default_dtype():
    yield torch.set_default_dtype
    torch.set_default_dtype(torch.float32)


# to, float, double, half


def test_to_returns_x_itself():
    """If ``x`` already has the dtype and the device, ``x`` itself is returned by default, whereas NumPy's ``astype``
    copies.

    A ``float32`` tensor is returned itself, so a write to the result changes the original.

    ``True`` returns a copy even if dtype and device already match.

    The device to copy to; by default, the tensor itself is returned where neither device nor dtype changes.
    """
    for dtype in DTYPES:
        x = torch.ones(2, 3, dtype=dtype).t()
        assert x.to(dtype) is x.to("cpu") is x.to("cpu", dtype) is x.to(x) is x
        assert storage(x.to(dtype, copy=True)) != storage(x) and x.to("meta") is not x
        for name, other in METHODS.items():
            assert (getattr(x, name)() is x) == (dtype == other) and getattr(x, name)().dtype == other
            assert (storage(getattr(x, name)()) == storage(x)) == (dtype == other)
    x = torch.ones(2, 3, 4, 5)
    assert x.to(x.dtype, memory_format=torch.channels_last) is not x
    a = np.ones(3)
    assert not np.shares_memory(a.astype(a.dtype), a)


def test_to_takes_a_tensor_or_a_device():
    """A module is converted in place.

    If the argument is another tensor, the result has the dtype and the device of that tensor:

    A string is read as a device, not as a dtype.
    """
    for dtype in DTYPES:
        assert torch.ones(2).to(torch.ones(1, dtype=dtype)).dtype == dtype
        assert raises(torch.ones(2).to, str(dtype).removeprefix("torch.")) is RuntimeError
        assert raises(torch.ones(2).to, str(dtype)) is RuntimeError
    assert torch.ones(2).to(torch.empty(1, dtype=torch.int8, device="meta")).is_meta
    layer = nn.Linear(2, 1)
    assert layer.to(torch.float64) is layer and layer.weight.dtype == torch.float64


def test_converted_weight_collects_no_gradient():
    """Converting a weight that requires grad to another float dtype returns a non-leaf tensor, whose ``grad`` stays
    ``None``.
    """
    for dtype, other in itertools.permutations(FLOATS, 2):
        w = torch.ones(2, dtype=dtype, requires_grad=True)
        y = w.to(other)
        y.sum().backward()
        assert not y.is_leaf and y.grad is None and w.grad.tolist() == [1, 1]


def test_layers_need_the_dtype_of_their_weights():
    """Most layers have ``float32`` weights by default, and their input needs the same dtype.

    A layer such as ``Conv2d`` or ``Linear`` does not mix dtypes either.

    The weights of a layer are ``float32`` by default, and ``Linear`` does not mix them with ``float16``.
    """
    image, row, steps = torch.zeros(1, 1, 8, 8), torch.zeros(2, 8), torch.zeros(1, 8, 8)
    layers = [(nn.Conv2d(1, 1, 3), image), (nn.Linear(8, 2), row), (nn.LSTM(8, 2), steps), (nn.Conv1d(8, 1, 3), steps)]
    for (layer, x), dtype in itertools.product(layers, DTYPES):
        assert all(p.dtype == torch.float32 for p in layer.parameters())
        assert (raises(layer, x.to(dtype)) is None) == (dtype == torch.float32)
    for dtype in (torch.float16, torch.float64):
        assert nn.Linear(8, 2).to(dtype)(row.to(dtype)).dtype == dtype


def test_dtypes_of_losses():
    """``binary_cross_entropy`` needs labels of the same dtype as the probabilities, even if the labels are 0 and 1.

    ``mse_loss`` promotes ``float32`` and ``float64`` to ``float64``, but ``binary_cross_entropy`` needs both arguments
    in one dtype.

    ``cross_entropy`` does not accept floats as class labels, because labels are indices into the logits.
    """
    for one, other in itertools.product((torch.float32, torch.float64), [torch.bool, *INTEGERS, *FLOATS]):
        p, labels = torch.tensor([0.5, 0.5], dtype=one), torch.tensor([0, 1]).to(other)
        assert (raises(F.binary_cross_entropy, p, labels) is None) == (one == other)
    assert F.mse_loss(torch.ones(2), torch.ones(2).double()).dtype == torch.float64
    for dtype in DTYPES:
        labels = torch.tensor([0, 1]).to(dtype)
        accepted = raises(F.cross_entropy, torch.zeros(2, 3), labels) is None
        assert accepted == (dtype in (torch.int64, torch.uint8)), dtype


def test_true_and_false_as_numbers():
    """``True`` becomes 1 and ``False`` becomes 0, so the mean is the fraction of ``True``:

    As a ``dtype``, Python's ``float`` means ``float64``, while the method ``float`` makes ``float32``:
    """
    for seed in range(5):
        mask = drawn(200, seed=seed) > 0.3
        assert mask.float().tolist() == [int(one) for one in mask.tolist()]
        assert mask.float().mean().item() == pytest.approx(sum(mask.tolist()) / 200)
    assert torch.ones(1).to(float).dtype == torch.arange(3, dtype=float).dtype == torch.float64


def test_integers_that_floats_hold():
    """Convert to ``float64``, with more than twice the digits of ``float32``.

    ``float64`` represents each integer up to ``2**53`` exactly, ``float32`` up to ``2**24``:

    From 2048 on, ``float16`` skips integers, and adding 1 to 2048 does not change it:
    """
    for dtype, bits in [(torch.float64, 53), (torch.float32, 24), (torch.float16, 11)]:
        near = torch.arange(2**bits - min(2**bits, 100_000), 2**bits + 1)
        assert near.to(dtype).long().equal(near) and (torch.tensor([2**bits + 1]).to(dtype) == 2**bits).all()
        assert not near.add(2**bits).to(dtype).long().equal(near.add(2**bits))
    assert 53 > 2 * 24


def test_lost_digits():
    """Digits that ``float32`` lost do not come back, and the conversion shows their loss."""
    x = drawn(1000)
    assert not x.float().double().equal(x) and x.float().double().float().equal(x.float())


def test_range_of_float16():
    """Convert to ``float16``: half the memory of ``float32``, 3 digits, at most 65504.

    Values of 65520 and above silently become infinite, as the square of 300 does:

    ``bfloat16`` has nearly the range of ``float32`` but fewer digits than ``float16``, so the square is finite, and
    rounded:

    Very small values, as gradients often are, become 0.
    """
    x = torch.linspace(65000, 66000, 1001, dtype=torch.float64)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (x.half().isinf() == (x >= 65520)).all() and torch.finfo(torch.float16).max == 65504
    limits = {dtype: torch.finfo(dtype) for dtype in FLOATS}
    assert 0.99 < limits[torch.bfloat16].max / limits[torch.float32].max < 1
    assert limits[torch.bfloat16].eps > limits[torch.float16].eps
    assert all(torch.tensor([10.0**-n]).half() == 0 for n in range(8, 40))
    digits = torch.arange(100, 1000)
    assert (digits / 100).half().double().mul(100).round().long().equal(digits)


# long, int, short, bool


def test_fractions_are_truncated():
    """Fractions are truncated towards zero, not rounded.

    Fractions are truncated towards zero.

    :func:`floor` rounds down instead:
    """
    x = drawn(500) * 20
    for name in ("long", "int", "short"):
        assert getattr(x, name)().tolist() == [int(value) for value in x.tolist()]
    assert x.floor().long().tolist() == [int(value // 1) for value in x.tolist()]


def test_float_is_not_an_index():
    """A float is not accepted as an index, even if it has no fraction.

    An embedding reads token ids as indices of rows, so it needs ``int64`` or ``int32``.

    As an index, ``int64`` ones and zeros are positions.

    As ``bool`` they are a mask, which keeps or drops elements:

    A ``uint8`` index is read as a mask, but that is deprecated.
    """
    y = torch.tensor([10, 20, 30])
    for dtype in DTYPES:
        index = torch.tensor([1, 0, 1]).to(dtype)
        assert (raises(nn.Embedding(3, 2), index) is None) == (dtype in (torch.int64, torch.int32))
        if dtype in FLOATS:
            with pytest.raises(IndexError):
                y[index]
    assert y[torch.tensor([1, 0, 1])].tolist() == [20, 10, 20]
    assert y[torch.tensor([1, 0, 1]).bool()].tolist() == [10, 30]
    with pytest.warns(UserWarning, match="torch.uint8 is now deprecated"):
        assert y[torch.tensor([1, 0, 1]).byte()].tolist() == [10, 30]


def test_python_integers():
    """Python's ``range`` does not accept a float tensor, even if its value has no fraction.

    The method ``int`` makes ``int32``, while a list of integers and ``dtype=int`` make ``int64``, the dtype of class
    labels:

    The result is a tensor.

    Python's ``int`` returns a Python integer instead:
    """
    for dtype in DTYPES:
        x = torch.tensor(3).to(dtype)
        assert type(int(x.real)) is int and type(x.int()) is torch.Tensor
        assert (raises(range, x) is None) == (dtype == torch.bool or dtype in INTEGERS)
    assert torch.tensor([1, 2]).dtype == torch.zeros(2, dtype=int).dtype == torch.int64


def test_integers_wrap_around():
    """An integer beyond 2147483647 wraps around silently.

    In the conversion, as in ``+`` and ``*``, integers that do not fit wrap around silently.

    A Python integer does not widen the dtype:
    """
    x = torch.cat([special(torch.int64), (drawn(200) * 2.0**40).long()])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name, bits in [("int", 32), ("short", 16)]:
            wrapped = [(value + 2 ** (bits - 1)) % 2**bits - 2 ** (bits - 1) for value in x.tolist()]
            assert getattr(x, name)().tolist() == wrapped
    for dtype in INTEGERS:
        assert (torch.ones(1, dtype=dtype) + 2**40).dtype == (torch.ones(1, dtype=dtype) * 3).dtype == dtype
    for dtype in (torch.uint8, torch.int8, torch.int16, torch.int32):
        most = torch.iinfo(dtype).max
        assert (torch.tensor([most], dtype=dtype) + 1).item() == torch.iinfo(dtype).min


def test_memory_of_an_element():
    """Convert to ``int16``: integers from -32768 to 32767.

    An ``int16`` element takes a quarter of the memory of an ``int64`` element.

    This suits audio samples:

    A ``bool`` takes a whole byte, not a bit.

    A complex number takes as many bytes as two floats:
    """
    assert (torch.iinfo(torch.int16).min, torch.iinfo(torch.int16).max) == (-32768, 32767)
    assert torch.ones(100, dtype=torch.int16).nbytes * 4 == torch.ones(100, dtype=torch.int64).nbytes
    assert torch.ones(100, dtype=torch.bool).untyped_storage().nbytes() == 100
    for one in COMPLEX:
        x = torch.ones(3, dtype=one)
        assert x.element_size() == 2 * x.real.element_size()


def test_what_becomes_true():
    """Convert to ``bool``: 0 becomes ``False``, any other value becomes ``True``."""
    for dtype in DTYPES:
        x = special(dtype)
        assert x.bool().tolist() == [value != 0 for value in x.tolist()]


def test_sum_of_a_mask():
    """The sum of a mask counts its ``True`` elements, and ``~`` inverts a mask:"""
    for n in (0, 1, 7, 300):
        mask = drawn(n) > 0
        assert mask.sum() == mask.tolist().count(True) and (~mask).tolist() == [not one for one in mask.tolist()]


# type, is_floating_point, result_type, element_size, get_default_dtype


def test_type_takes_names_and_dtypes():
    """A string does not equal a dtype.

    Python's ``type`` returns the class, which does not depend on the dtype:

    The name of a dtype in quotes is not accepted.

    The old class names still work as arguments:
    """
    for dtype in DTYPES:
        x, name = torch.ones(2, dtype=dtype), str(dtype)
        assert dtype not in (name, name.removeprefix("torch."), x.type()) and type(x) is torch.Tensor
        assert raises(x.type, name) is raises(x.type, name.removeprefix("torch.")) is ValueError
        assert torch.ones(2).type(x.type()).dtype == dtype and x.type(dtype) is x
        assert not callable(dtype)


def test_floating_point():
    """Complex numbers do not count as floating-point numbers, although complex tensors can also have gradients:

    A dtype has an attribute of the same name instead:
    """
    for dtype in DTYPES:
        x = torch.ones(2, dtype=dtype)
        assert x.is_floating_point() == dtype.is_floating_point == (dtype in FLOATS)
        assert (raises(x.requires_grad_) is None) == (dtype in FLOATS or dtype in COMPLEX)


def test_promotion():
    """Tell which dtype the sum or product of two operands will have.

    Integers are promoted to floats, and narrow dtypes to wide ones.

    A tensor; a 0-d tensor does not change the dtype of a tensor with dimensions, if both dtypes are of the same kind.
    """
    for one, other in itertools.product(DTYPES, repeat=2):
        for x, y in itertools.product(
            (torch.ones(2, dtype=one), torch.ones((), dtype=one)), (torch.ones(2).to(other),)
        ):
            expected = torch.result_type(x, y)
            assert (x + y).dtype == (x * y).dtype == expected == torch.result_type(y, x)
            assert kind(expected) == max(kind(one), kind(other))
            if x.ndim and kind(one) == kind(other):
                assert expected.itemsize >= max(one.itemsize, other.itemsize)
            if not x.ndim and kind(one) == kind(other):
                assert expected == other


def test_numbers_beside_tensors():
    """In an operation with a tensor that has dimensions, a Python number or a 0-d tensor changes the dtype only
    if its kind is higher.

    From low to high, the kinds are bool, integer, float and complex.

    So 300 does not widen an 8-bit tensor, and the sum wraps around:

    The second operand, a tensor or a Python number.

    A Python number instead of a tensor; it does not change the dtype of a tensor, if both are of the same kind.
    """
    numbers = [(True, 0), (300, 1), (-7, 1), (1.5, 2), (2j, 3)]
    numbers += [(torch.ones((), dtype=dtype), kind(dtype)) for dtype in DTYPES]
    for dtype, (number, its_kind) in itertools.product(DTYPES, numbers):
        found = torch.result_type(torch.ones(2, dtype=dtype), number)
        assert (found != dtype) == (its_kind > kind(dtype))


def test_in_place_keeps_the_dtype():
    """In-place arithmetic keeps the dtype of its tensor, and raises if the result is of a higher kind.

    In contrast, :func:`copy_` and :func:`fill_` silently truncate 1.5 to 1 in an integer tensor.
    """
    for one, other in itertools.product(DTYPES, repeat=2):
        for name in ("add_", "mul_", "__iadd__", "__imul__", "pow_" if torch.bool not in (one, other) else "mul_"):
            x, y = torch.ones(2, dtype=one), torch.ones(2, dtype=other)
            assert (raises(getattr(x, name), y) is None) == (kind(other) <= kind(one)) and x.dtype == one
        with warnings.catch_warnings():
            warnings.simplefilter("error" if not other.is_complex else "ignore")
            x = torch.ones(2, dtype=one)
            assert x.copy_(torch.full((2,), 2.5).to(other)) is x and x.dtype == one
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for one in INTEGERS:
            for value in (1.5, torch.tensor(1.5)):
                assert torch.zeros(2, dtype=one).fill_(value).tolist() == [1, 1]
                assert torch.zeros(2, dtype=one).copy_(torch.as_tensor(value)).tolist() == [1, 1]
                assert raises(torch.zeros(2, dtype=one).add_, value) is RuntimeError


def test_third_dtypes():
    """For two dtypes there is ``promote_types``, which may return a third dtype:

    For a ``float16`` tensor and a complex number, the result is ``complex32``, a dtype that NumPy lacks.
    """
    for one, other in itertools.product(DTYPES, repeat=2):
        assert torch.promote_types(one, other) == torch.result_type(torch.ones(1).to(one), torch.ones(1).to(other))
    assert torch.promote_types(torch.float16, torch.bfloat16) == torch.float32
    assert torch.result_type(torch.ones(1).half(), 1j) == torch.complex32 and not hasattr(np, "complex32")


def test_memory_of_a_tensor():
    """The element size times the number of elements is the memory of a tensor, as ``nbytes`` gives it:"""
    for dtype in DTYPES:
        x = torch.ones(3, 5, dtype=dtype)
        assert x.element_size() * x.numel() == x.nbytes == x.untyped_storage().nbytes()


def test_default_dtype(default_dtype):
    """Return the dtype that Python floats get by default.

    The default dtype applies to tensors made from Python floats, and to the results of ``zeros``, ``ones``, ``empty``
    and ``rand``.

    Integers stay ``int64``:

    An integer or complex dtype is not accepted as the default.

    ``torch.tensor`` keeps the dtype of a NumPy array:
    """
    for dtype in FLOATS:
        default_dtype(dtype)
        made = [torch.tensor(0.5), torch.zeros(2), torch.ones(2), torch.rand(1), torch.empty(1), torch.eye(2)]
        made += [torch.full((1,), 0.5), torch.arange(2.0), torch.linspace(0, 1, 2), torch.ones(1).long() * 0.5]
        assert {x.dtype for x in made} == {torch.get_default_dtype()} == {dtype}
        assert torch.tensor([1]).dtype == torch.arange(3).dtype == torch.int64
        for a in (np.ones(1), np.ones(1, np.float32), np.ones(1, np.float16)):
            assert torch.tensor(a).numpy().dtype == a.dtype
    for dtype in (torch.bool, *INTEGERS, *COMPLEX):
        assert raises(torch.set_default_dtype, dtype) is TypeError


def test_default_dtype_and_existing_tensors(default_dtype):
    """A default set with ``set_default_dtype`` holds for the whole program, including libraries.

    Existing tensors keep their dtype.
    """
    x = torch.ones(2)
    default_dtype(torch.float64)
    assert x.dtype == torch.float32 and nn.Linear(2, 1).weight.dtype == torch.float64
