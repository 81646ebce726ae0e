"""What the topic Complex numbers says of more cases than it shows, each tried on a table of cases."""

import itertools
import math
import warnings

import numpy as np
import pytest
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, SEEDS, drawn, raises, shapes, special, storage

WIDE = (torch.float32, torch.float64)
REAL = [torch.bool, *INTEGERS, *FLOATS]


def numbers(seed=0):
    """Complex tensors of some shapes and strides, and of size 0 and 1."""
    for dtype, shape in itertools.product(COMPLEX, shapes(0, 1, 3, dims=2)):
        yield drawn(*shape, 1, seed=seed, dtype=dtype)[..., 0]
    yield drawn(4, 6, seed=seed, dtype=torch.complex64).t()[::2]
    yield torch.tensor([0, 1, -1, 1j, -1j, 3 - 4j], dtype=torch.complex128)


def test_parts_and_their_dtypes():
    """Build complex numbers from their real and imaginary parts.

    A complex number is stored as two floats of the dtype of its parts, so two ``float32`` parts give ``complex64``, and
    two ``float64`` parts give ``complex128``:

    The parts broadcast, and the result is a copy of both.
    """
    for (dtype, out), (a, b) in itertools.product(
        zip(WIDE, COMPLEX, strict=True), itertools.product(shapes(0, 1, 3, dims=2), repeat=2)
    ):
        try:
            shape = torch.broadcast_shapes(a, b)
        except RuntimeError:
            continue
        real, imag = drawn(*a, 1, dtype=dtype)[..., 0], drawn(*b, 1, seed=1, dtype=dtype)[..., 0]
        z = torch.complex(real, imag)
        assert z.dtype == out and z.shape == shape and z.element_size() == 2 * real.element_size()
        assert z.real.equal(real.expand(shape)) and z.imag.equal(imag.expand(shape))
        assert not z.numel() or storage(z) not in (storage(real), storage(imag))


def test_parts_of_one_float_dtype():
    """Integers are not accepted.

    The dtypes of the parts are not promoted.

    Both parts have to be tensors, so wrap a number in a 0-d tensor:

    Both arguments have to be tensors of one float dtype, as for :func:`complex`.

    The real parts, of dtype ``float16``, ``float32`` or ``float64``.

    The absolute values, of dtype ``float32`` or ``float64``.
    """
    for first, second in itertools.product(DTYPES, repeat=2):
        parts = torch.ones(2, dtype=first), torch.ones(2, dtype=second)
        for call, accepted in ((torch.complex, [torch.float16, *WIDE]), (torch.polar, WIDE)):
            assert accepts(call, *parts) is (first == second and first in accepted), (call, first, second)
    for call, number in itertools.product((torch.complex, torch.polar), (1, 1.0, 1j)):
        assert raises(call, torch.ones(1), number) is raises(call, number, torch.ones(1)) is TypeError
        assert call(torch.ones(3), torch.tensor(1.0)).shape == (3,)


def accepts(call, *arguments):
    """Whether a call does not raise, torch's warnings about ``complex32`` aside."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return raises(call, *arguments) is None


def test_the_formula_with_1j():
    """``real + 1j * imag`` gives equal numbers for finite parts.

    An infinite imaginary part silently makes the real part ``nan``, because ``1j`` has a real part of 0, and 0 times
    infinity is ``nan``:
    """
    for dtype in WIDE:
        values = special(dtype)
        real, imag = values[:, None].clone(), values
        built, formula = torch.complex(*torch.broadcast_tensors(real, imag)), real + 1j * imag
        finite = real.isfinite() & imag.isfinite()
        assert built[finite].equal(formula[finite])
        assert formula.real[imag.isinf().expand_as(finite)].isnan().all()
        assert built.real[(real.isfinite() & imag.isinf())].isfinite().all()


def test_polar_form():
    """``polar(r, a)`` is the point at distance ``r`` from 0 in the direction ``a``: its real part is ``r * cos(a)``,
    and its imaginary part is ``r * sin(a)``:

    If ``r`` is positive and ``a`` is between -pi and pi, :func:`abs` and :func:`angle` return them:

    A negative ``abs`` is silently accepted.

    The number then lies on the opposite side of 0, and its :func:`abs` is positive:
    """
    for dtype, seed in itertools.product(WIDE, SEEDS):
        r, a = drawn(20, seed=seed, dtype=dtype).abs() + 0.1, drawn(20, seed=seed + 9, dtype=dtype).clamp(-3.1, 3.1)
        z = torch.polar(r, a)
        torch.testing.assert_close(z.real, r * a.cos())
        torch.testing.assert_close(z.imag, r * a.sin())
        torch.testing.assert_close(z.abs(), r)
        torch.testing.assert_close(z.angle(), a, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(torch.polar(-r, a), -z)
        assert (torch.polar(-r, a).abs() > 0).all()


def test_rotation():
    """Multiplying by a number with absolute value 1 rotates by its angle.

    A quarter turn takes 3 + 4i to -4 + 3i:
    """
    for a, b in itertools.product(torch.linspace(-1.5, 1.5, 7, dtype=torch.float64), repeat=2):
        turned = torch.polar(torch.tensor(5.0, dtype=torch.float64), a) * torch.polar(torch.ones_like(b), b)
        torch.testing.assert_close(turned.angle(), a + b)
        torch.testing.assert_close(turned.abs(), torch.tensor(5.0, dtype=torch.float64))
    assert (3 + 4j) * 1j == -4 + 3j


def test_degrees_in_polar():
    """Angles in degrees silently give other numbers.

    Since ``torch.pi`` is rounded, the real part at 90 degrees is tiny, not 0:
    """
    degrees = torch.arange(5.0, 360, 10)
    one = torch.ones(())
    assert not torch.isclose(torch.polar(one, degrees), torch.polar(one, degrees.deg2rad()), atol=1e-3).any()
    for dtype in WIDE:
        z = torch.polar(torch.ones((), dtype=dtype), torch.tensor(90.0, dtype=dtype).deg2rad())
        assert 0 < z.real.abs() < 1e-7


def test_parts_are_views():
    """Read the real parts of complex numbers as a view.

    Read the imaginary parts of complex numbers as a view.

    The attribute ``z.real`` is the same, and as a view it can be written to.

    The imaginary parts stay:

    Like :func:`real`, the attribute ``z.imag`` is a view, so a write to it changes ``z``:

    The real and imaginary parts alternate in memory, so the strides of ``z.real``, in floats, are twice those of ``z``:
    """
    for z in numbers():
        assert z.real.stride() == z.imag.stride() == tuple(2 * step for step in z.stride())
        assert torch.real(z).equal(z.real) and torch.imag(z).equal(z.imag)
        if z.numel():
            assert storage(z.real) == storage(z.imag) == storage(z)
            assert z.imag.data_ptr() - z.real.data_ptr() == z.real.element_size()
            z, before = z.clone(), z.imag.clone()
            z.real.fill_(7)
            assert (z.real == 7).all() and z.imag.equal(before)
            z.imag.fill_(8)
            assert (z == 7 + 8j).all()


def test_parts_of_what_is_not_complex():
    """For a tensor that is not complex, the result is the tensor itself, whereas ``imag`` raises.

    For a tensor that is not complex, ``imag`` raises.

    NumPy's ``imag`` returns zeros.

    A tensor that is not complex is its own conjugate and is returned itself.

    A tensor that is not complex is returned itself, not copied.

    Tensors that are not complex are not accepted.
    """
    for dtype, shape in itertools.product(REAL, shapes(0, 1, 3, dims=2)):
        x = torch.ones(shape, dtype=dtype)
        for same in (x.real, torch.real(x), x.conj(), torch.conj(x), x.conj_physical(), torch.conj_physical(x)):
            assert same is x
        assert raises(torch.imag, x) is raises(torch.view_as_real, x) is RuntimeError
        assert dtype == torch.bfloat16 or not np.imag(x.numpy()).any()


def test_conversion_to_real_warns():
    """``z.float()`` also keeps the real parts, as a copy, and torch warns once per process that it discards the
    imaginary parts.
    """
    z = torch.tensor([3 + 4j])
    always = torch.is_warn_always_enabled()
    torch.set_warn_always(True)
    try:
        with pytest.warns(UserWarning, match="Casting complex values to real discards the imaginary part"):
            found = z.float()
    finally:
        torch.set_warn_always(always)
    assert found.equal(z.real) and storage(found) != storage(z)


def test_complex_loss():
    """``backward`` does not accept a complex loss, even if its imaginary part is 0."""
    for dtype, value in itertools.product(COMPLEX, (0j, 2 + 0j, 3 - 4j)):
        w = torch.tensor(value, dtype=dtype, requires_grad=True)
        loss = w * w.conj()
        assert loss.imag == 0 and raises(loss.backward) is RuntimeError
        loss.real.backward()
        assert w.grad == 2 * value


def test_lazy_parts():
    """The imaginary part of a lazy conjugate is itself lazy: it reads the memory of ``z`` and negates it.

    ``numpy`` does not accept it before ``resolve_neg`` has written the values:

    The imaginary part of a lazy conjugate is a lazy negative: it reads the memory of ``z`` and flips the sign of each
    value that is read.

    ``-x`` is computed at once and is not lazy:

    NumPy would read the values in memory, whose signs are not flipped, so ``numpy`` raises.

    Write out a lazy negative, so that memory holds the negated values.
    """
    for z in numbers():
        y = z.conj().imag
        assert y.is_neg() and y.equal(-z.imag) and raises(y.numpy) is RuntimeError and not (-z.imag).is_neg()
        assert not z.numel() or y.data_ptr() == z.imag.data_ptr()
        found = y.resolve_neg()
        assert not found.is_neg() and found.numpy().tolist() == (-z.imag).tolist()
        assert not z.numel() or storage(found) != storage(z)
    x = torch.ones(2)
    assert x.resolve_neg() is x


def test_angles():
    """The angle is measured from the positive real axis.

    It is positive above the axis and negative below it:

    Angles run from -pi to pi, so the difference of two angles can be a full turn off.

    The angle of ``a * b.conj()`` is the difference, wrapped into that range.

    If the two parts are separate real tensors, call :func:`atan2` with the imaginary part first:
    """
    for dtype, seed in itertools.product(COMPLEX, SEEDS):
        a, b = drawn(200, seed=seed, dtype=dtype), drawn(200, seed=seed + 9, dtype=dtype)
        assert (a.angle().abs() <= torch.tensor(math.pi, dtype=a.real.dtype)).all()
        assert (a.angle().sign() == a.imag.sign()).all()
        torch.testing.assert_close(a.angle(), torch.atan2(a.imag, a.real))
        apart = a.angle() - b.angle()
        wrapped = (a * b.conj()).angle()
        turns = (apart - wrapped) / (2 * math.pi)
        torch.testing.assert_close(turns, turns.round(), rtol=0, atol=1e-5)
        assert (turns.round() != 0).any()


def test_angles_of_real_numbers():
    """The angle of a real number is 0, or pi if the number is negative.

    Integers give ``float32``:
    """
    for dtype in REAL:
        x = special(dtype)
        x = x[~x.isnan()]
        found = torch.angle(x)
        assert found.dtype == (dtype if dtype in FLOATS else torch.float32)
        pi = torch.tensor(math.pi, dtype=found.dtype)
        assert found.equal(torch.where(x < 0, pi, torch.zeros_like(pi)))


def test_gradients_of_angles():
    """Near 0 a small change of the number changes the angle by a lot, so gradients are huge there.

    Below about ``1e-20`` in ``complex64``, the gradient is silently ``nan``, and at 0 it is 0:
    """
    for exponent in range(0, 40):
        for direction in (1, -1, 1j, 0.6 + 0.8j):
            w = torch.tensor(10.0**-exponent * direction, dtype=torch.complex64, requires_grad=True)
            (found,) = torch.autograd.grad(w.angle(), w)
            if exponent < 19:
                torch.testing.assert_close(found.abs().item(), 10.0**exponent, rtol=1e-3, atol=0)
            assert exponent < 21 or found.isnan()
    w = torch.zeros(1, dtype=torch.complex64, requires_grad=True)
    assert torch.autograd.grad(w.angle().sum(), w)[0] == 0


def test_conjugates():
    """Conjugate complex numbers: flip the sign of their imaginary parts.

    A number times its conjugate is its squared magnitude.

    ``conj`` does not compute the values yet.

    The result is a view of ``z`` with a flag that says "conjugate when read", so a write to ``z`` shows in the
    conjugate.

    NumPy's ``conj`` copies:

    The memory does not hold the conjugated values, so ``numpy`` raises, and so does :func:`view_as_real`.

    The memory of a lazy conjugate does not hold the conjugated values, so ``view_as_real`` raises.
    """
    for z in numbers():
        c = z.conj()
        assert c.real.equal(z.real) and c.imag.equal(-z.imag) and c.stride() == z.stride() and c.is_conj()
        torch.testing.assert_close((z * c).real, z.abs().square())
        torch.testing.assert_close((z * c).imag, torch.zeros_like(z.real))
        assert raises(c.numpy) is raises(torch.view_as_real, c) is RuntimeError
        if z.numel():
            assert c.data_ptr() == z.data_ptr()
            assert not np.shares_memory(np.conj(z.numpy()), z.numpy())
            z = z.clone()
            c = z.conj()
            z.fill_(1 + 2j)
            assert (c == 1 - 2j).all()


def test_conjugates_in_new_memory():
    """Conjugate complex numbers into new memory, at once.

    :func:`conj` gives the same values as a lazy view of ``z``.

    In torch's own operations both give equal results, and ``conj`` delays the copy until it is needed.

    Here the values are written, so ``numpy`` accepts the result, and a later write to ``z`` does not reach it:

    ``conj_physical_`` flips the signs in the memory of ``z``; :func:`conj` lacks an in-place form:

    For a copy right away, call :func:`conj_physical` or ``z.conj().clone()``.
    """
    assert not hasattr(torch.Tensor, "conj_")
    for z in numbers():
        for c in (z.conj_physical(), z.conj().clone()):
            assert c.equal(z.conj()) and not c.is_conj() and c.numpy().tolist() == z.conj().tolist()
            assert not z.numel() or storage(c) != storage(z)
            torch.testing.assert_close(c * 2 + z, z.conj() * 2 + z)
            torch.testing.assert_close(c.sum(), z.conj().sum())
            torch.testing.assert_close(c.abs().exp(), z.conj().abs().exp())
            assert z.ndim != 2 or (c.mT @ z).allclose(z.conj().mT @ z)
        own = z.clone()
        assert own.conj_physical_() is own and own.equal(z.conj()) and not own.is_conj()


def test_the_flag():
    """Test whether a tensor is a lazy conjugate: its values get conjugated when read.

    It is a flag of the tensor, not of its values: ``clone`` holds the same values without the flag.

    Slices keep it, and a second ``conj`` clears it:

    The printout does not show the flag.

    Write out a lazy conjugate, so that memory holds the conjugated values.

    The result has the same values in new memory, without the flag that :func:`is_conj` reads.

    A tensor without the flag is returned itself, so you can call ``resolve_conj`` without a test:

    ``contiguous`` does not resolve: a lazy conjugate that is contiguous is returned as it is.

    ``clone`` does:
    """
    for z in numbers():
        c = z.conj()
        assert c.is_conj() and not z.is_conj() and not c.clone().is_conj() and c.clone().equal(c)
        for view in (c[None], c.flatten().view(-1) if c.is_contiguous() else c[...], c.detach(), c.expand(2, *c.shape)):
            assert view.is_conj()
        assert not c.conj().is_conj() and c.conj().equal(z) and repr(c) == repr(c.clone())
        found = c.resolve_conj()
        assert found.equal(c) and not found.is_conj() and c.is_conj() and z.resolve_conj() is z
        assert found.numpy().tolist() == c.tolist()
        assert not z.numel() or storage(found) != storage(z)
        assert not c.is_contiguous() or c.contiguous() is c
    for dtype in REAL:
        x = torch.ones(2, dtype=dtype)
        assert not x.conj().is_conj() and x.resolve_conj() is x


def test_adjoints():
    """Transpose matrices and conjugate their elements (Hermitian transpose).

    It swaps the last two dimensions, as :func:`mT` does, but ``mT`` does not conjugate.

    ``mH`` is ``adjoint`` as an attribute, and ``H`` is its name for a single matrix:

    For real matrices, ``adjoint`` is the transpose.

    The result is a view.

    For complex matrices it is lazy, like that of :func:`conj`:

    :func:`adjoint` also transposes.
    """
    for dtype, shape in itertools.product([*FLOATS, *COMPLEX, torch.int64], shapes(1, 2, 3, dims=3)):
        if len(shape) > 1:
            x = drawn(*shape, dtype=torch.complex128)
            x = x.to(dtype) if dtype.is_complex else x.real.to(dtype)
            assert x.adjoint().equal(x.mT.conj()) and x.mH.equal(x.adjoint()) and x.conj().mT.equal(x.adjoint())
            assert x.adjoint().data_ptr() == x.data_ptr() and x.adjoint().is_conj() is dtype.is_complex
            assert dtype.is_complex or x.adjoint().equal(x.mT)
            assert len(shape) > 2 or x.H.equal(x.adjoint())


def test_adjoints_of_other_shapes():
    """``H`` is for a single matrix and raises for a batch.

    A 1-d tensor does not have two dimensions to swap, so ``adjoint`` raises.

    For an inner product, use ``torch.vdot``, which conjugates its first argument:
    """
    for dtype in DTYPES:
        batch, line = torch.ones(2, 3, 4, dtype=dtype), torch.ones(3, dtype=dtype)
        assert raises(getattr, batch, "H") is raises(torch.adjoint, line) is RuntimeError
        assert raises(getattr, line, "mH") is raises(getattr, line, "H") is RuntimeError
    for dtype, seed in itertools.product(COMPLEX, SEEDS):
        x, y = drawn(5, seed=seed, dtype=dtype), drawn(5, seed=seed + 9, dtype=dtype)
        torch.testing.assert_close(torch.vdot(x, y), (x.conj() * y).sum())


def test_inner_products_of_columns():
    """``x.mH @ x`` holds the inner products of the columns, whose diagonal is real: the squared norms.

    With ``mT`` the diagonal is not:
    """
    for seed in SEEDS:
        x = drawn(4, 3, seed=seed, dtype=torch.complex128)
        diagonal = (x.mH @ x).diagonal()
        torch.testing.assert_close(diagonal.imag, torch.zeros(3, dtype=torch.float64))
        torch.testing.assert_close(diagonal.real, x.abs().square().sum(0))
        assert ((x.mT @ x).diagonal().imag.abs() > 1e-3).all()


def test_pairs_of_floats():
    """View complex numbers as pairs of floats, in a last dimension of size 2.

    Position 0 of the new dimension holds the real part, and position 1 the imaginary part:

    The floats are those of ``z``, not copies of them, so a write shows in both:

    View pairs of floats as complex numbers, without copying.

    The last dimension, of size 2, holds the real and the imaginary part.

    It disappears:

    Both tensors share their memory, so a write shows in both:
    """
    for z in numbers():
        pairs = torch.view_as_real(z)
        assert pairs.shape == (*z.shape, 2) and pairs.dtype == z.real.dtype
        assert pairs[..., 0].equal(z.real) and pairs[..., 1].equal(z.imag)
        back = torch.view_as_complex(pairs)
        assert back.equal(z) and back.dtype == z.dtype
        if z.numel():
            assert pairs.data_ptr() == z.data_ptr() == back.data_ptr()
            z = z.clone()
            torch.view_as_real(z).fill_(3)
            assert (z == 3 + 3j).all()


def test_layers_with_real_weights():
    """Layers with real weights accept the floats, but not ``z``."""
    z = drawn(2, 3, 8, 9, dtype=torch.complex64)
    for layer in (torch.nn.Linear(2, 4), torch.nn.LayerNorm(2)):
        assert layer(torch.view_as_real(z)).shape[:-1] == z.shape
        assert raises(layer, z) in (RuntimeError, NotImplementedError)
    images = torch.view_as_real(z[:, 0]).movedim(-1, 1)
    assert torch.nn.Conv2d(2, 4, 3)(images).shape == (2, 4, 6, 7)


def test_resolved_pairs():
    """Resolve it first; the result then shares its memory with the copy, not with ``z``:"""
    for z in numbers():
        copy = z.conj().resolve_conj()
        found = torch.view_as_real(copy)
        assert found[..., 1].equal(-z.imag)
        assert not z.numel() or storage(found) == storage(copy) != storage(z)


def test_where_pairs_can_stand():
    """The two floats of a number have to be neighbors in memory.

    The last dimension has to be of size 2.

    A slice that starts in the middle of a pair raises too, even if it is contiguous.

    So does a slice of rows that hold an odd number of floats.

    ``clone`` copies either to where a pair can start:

    A tensor of dtype ``float16``, ``float32`` or ``float64`` whose last dimension has size 2 and stride 1.
    """
    for dtype in DTYPES:
        accepted = dtype in (torch.float16, *WIDE)
        assert accepts(torch.view_as_complex, torch.zeros(3, 2, dtype=dtype)) is accepted
    base = torch.arange(24.0)
    for size in (1, 3, 4):
        assert raises(torch.view_as_complex, base.view(-1, size)) is RuntimeError
    assert raises(torch.view_as_complex, base.view(2, 12).t()) is RuntimeError
    assert raises(torch.view_as_complex, base.view(12, 2).expand(3, 12, 2).transpose(1, 2)[..., :2]) is RuntimeError
    for start in range(6):
        x = base[start : start + 8].view(4, 2)
        assert x.is_contiguous() and (raises(torch.view_as_complex, x) is None) is (start % 2 == 0)
        assert torch.view_as_complex(x.clone()).real.equal(x[:, 0])
        x = base.view(3, 8)[:, start : start + 2]
        assert (raises(torch.view_as_complex, x) is None) is (start % 2 == 0)
        assert torch.view_as_complex(x.clone()).imag.equal(x[:, 1])
    for width in (3, 4, 5, 6):
        x = base[: 4 * width].view(4, width)[:, :2]
        assert (raises(torch.view_as_complex, x) is None) is (width % 2 == 0)
        assert torch.view_as_complex(x.clone()).imag.equal(x[:, 1])


def test_complex_dtypes():
    """Test whether the dtype of a tensor is complex.

    The dtype counts, not the values.

    :func:`is_floating_point` is ``False`` for complex tensors too, so its ``False`` does not mean integers:

    Python's numbers are not accepted.
    """
    for dtype, shape in itertools.product(DTYPES, shapes(0, 1, 2, dims=2)):
        x = torch.zeros(shape, dtype=dtype)
        assert x.is_complex() is torch.is_complex(x) is dtype.is_complex is (dtype in COMPLEX)
        assert not (x.is_complex() and x.is_floating_point())
    for number in (True, 1, 1.0, 1j):
        assert raises(torch.is_complex, number) is TypeError


def test_real_elements():
    """Test each element for an imaginary part of 0.

    Complex numbers whose imaginary parts are 0 are complex; :func:`isreal` looks at the values:

    The elements of a tensor that is not complex are real, ``nan`` and infinity included, so ``isreal`` does not find
    them; :func:`isnan` and :func:`isinf` do:
    """
    for dtype in DTYPES:
        x = special(dtype)
        found = torch.isreal(x)
        assert found.dtype == torch.bool and found.equal(x.imag == 0 if dtype.is_complex else torch.ones_like(found))
    values = [0.0, -0.0, 1e-45, math.nan, math.inf]
    assert torch.tensor([complex(1, value) for value in values]).isreal().tolist() == [True, True, False, False, False]


def test_tiny_imaginary_parts():
    """Rounding leaves tiny imaginary parts, for which ``isreal`` is ``False``."""
    for dtype in WIDE:
        z = torch.polar(torch.tensor([1.0, 2.0], dtype=dtype), torch.tensor([math.pi, -math.pi], dtype=dtype))
        assert not z.isreal().any() and (z.imag.abs() <= 1e-6 * z.abs()).all()
