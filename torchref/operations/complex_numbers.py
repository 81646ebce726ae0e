"""Complex numbers: build them from two real tensors, take them apart, conjugate them."""

import numpy as np

__all__ = [
    "H",
    "adjoint",
    "angle",
    "complex",
    "conj",
    "conj_physical",
    "imag",
    "is_complex",
    "is_conj",
    "isreal",
    "mH",
    "polar",
    "real",
    "resolve_conj",
    "resolve_neg",
    "view_as_complex",
    "view_as_real",
]


def complex(real, imag):
    """Build complex numbers from their real and imaginary parts.

    >>> real, imag = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])
    >>> torch.complex(real, imag)
    tensor([1.+3.j, 2.+4.j])

    A complex number is stored as two floats of the dtype of its parts, so two ``float32`` parts give ``complex64``, and
    two ``float64`` parts give ``complex128``:

    >>> torch.complex(real.double(), imag.double()).dtype
    torch.complex128

    Both parts have to be tensors, so wrap a number in a 0-d tensor:

    >>> torch.complex(real, 0.0)
    Traceback (most recent call last):
    TypeError: complex(): argument 'imag' (position 2) must be Tensor, not float
    >>> torch.complex(real, torch.tensor(0.0))
    tensor([1.+0.j, 2.+0.j])

    Integers are not accepted. Convert both parts to a float dtype:

    >>> torch.complex(torch.tensor([1, 2]), torch.tensor([3, 4]))
    Traceback (most recent call last):
    RuntimeError: Expected both inputs to be Half, Float or Double tensors but got Long and Long
    >>> torch.complex(torch.tensor([1, 2]).float(), torch.tensor([3, 4]).float())
    tensor([1.+3.j, 2.+4.j])

    The dtypes of the parts are not promoted. Convert one part to the dtype of the other:

    >>> torch.complex(real, imag.double())
    Traceback (most recent call last):
    RuntimeError: Expected object of scalar type Float but got scalar type Double for second argument
    >>> torch.complex(real, imag.to(real.dtype))
    tensor([1.+3.j, 2.+4.j])

    ``real + 1j * imag`` gives equal numbers for finite parts. An infinite imaginary part silently makes the real part
    ``nan``, because ``1j`` has a real part of 0, and 0 times infinity is ``nan``:

    >>> infinite = torch.tensor([torch.inf])
    >>> torch.complex(torch.tensor([2.0]), infinite)
    tensor([2.+infj])
    >>> 2.0 + 1j * infinite
    tensor([nan+infj])

    The parts broadcast, and the result is a copy of both. :func:`view_as_complex` reads pairs of floats in place, and
    ``to`` adds imaginary parts of 0:

    >>> real.to(torch.complex64)
    tensor([1.+0.j, 2.+0.j])

    :param real: The real parts, of dtype ``float16``, ``float32`` or ``float64``.
    :param imag: The imaginary parts, of the same dtype as ``real``; the shapes broadcast.

    See also: :func:`polar`, :func:`view_as_complex`, :func:`real`, :func:`to`.

    :asked: make a complex tensor; combine real and imaginary part into one tensor; a + bi from two tensors; convert
    real tensor to complex; two channel output to complex spectrum; Expected both inputs to be Half, Float or Double
    tensors
    """
    if real.dtype.kind != "f" or real.dtype != imag.dtype:
        raise TypeError("both parts have to be of one float dtype")
    z = np.empty(np.broadcast_shapes(real.shape, imag.shape), np.result_type(real.dtype, np.complex64))
    z.real, z.imag = real, imag
    return z


def polar(abs, angle):
    """Build complex numbers from absolute values and angles in radians.

    ``polar(r, a)`` is the point at distance ``r`` from 0 in the direction ``a``: its real part is ``r * cos(a)``, and
    its imaginary part is ``r * sin(a)``:

    >>> r, a = torch.tensor([1.0, 5.0]), torch.tensor([0.0, 0.9273])
    >>> torch.polar(r, a)
    tensor([1.0000+0.0000j, 3.0000+4.0000j])

    If ``r`` is positive and ``a`` is between -pi and pi, :func:`abs` and :func:`angle` return them:

    >>> z = torch.polar(r, a)
    >>> z.abs(), z.angle()
    (tensor([1., 5.]), tensor([0.0000, 0.9273]))

    Multiplying by a number with absolute value 1 rotates by its angle. A quarter turn takes 3 + 4i to -4 + 3i:

    >>> torch.tensor([3 + 4j]) * torch.polar(torch.tensor(1.0), torch.tensor(torch.pi / 2))
    tensor([-4.+3.0000j])

    Angles in degrees silently give other numbers. Convert them with :func:`deg2rad`. Since ``torch.pi`` is rounded, the
    real part at 90 degrees is tiny, not 0:

    >>> z = torch.polar(torch.tensor(1.0), torch.deg2rad(torch.tensor(90.0)))
    >>> z.real == 0, z.real.abs() < 1e-7
    (tensor(False), tensor(True))

    Both arguments have to be tensors of one float dtype, as for :func:`complex`. For a fixed absolute value, make a 0-d
    tensor of it:

    >>> torch.polar(1.0, a)
    Traceback (most recent call last):
    TypeError: polar(): argument 'abs' (position 1) must be Tensor, not float
    >>> torch.polar(torch.tensor(1.0), a)
    tensor([1.0000+0.0000j, 0.6000+0.8000j])

    A negative ``abs`` is silently accepted. The number then lies on the opposite side of 0, and its :func:`abs` is
    positive:

    >>> torch.polar(torch.tensor(-2.0), torch.tensor(0.0)).abs()
    tensor(2.)

    :param abs: The absolute values, of dtype ``float32`` or ``float64``.
    :param angle: The angles in radians, of the same dtype as ``abs``; the shapes broadcast.

    See also: :func:`complex`, :func:`angle`, :func:`abs`, :func:`deg2rad`.

    :asked: complex number from magnitude and phase; polar to cartesian; rotary embedding freqs_cis; e to the power of i
    theta; rebuild spectrogram from magnitude and phase; euler formula; unit complex numbers for rotation
    """
    if abs.dtype not in (np.float32, np.float64) or abs.dtype != angle.dtype:
        raise TypeError("both arguments have to be of one float dtype")
    z = np.empty(np.broadcast_shapes(abs.shape, angle.shape), np.result_type(abs.dtype, np.complex64))
    z.real, z.imag = abs * np.cos(angle), abs * np.sin(angle)
    return z


def real(x):
    """Read the real parts of complex numbers as a view.

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> torch.real(z)
    tensor([3., 1.])

    The attribute ``z.real`` is the same, and as a view it can be written to. The imaginary parts stay:

    >>> z.real[0] = 100
    >>> z
    tensor([100.+4.j,   1.-1.j])
    >>> z.real = torch.tensor([7.0, 8.0])
    >>> z
    tensor([7.+4.j, 8.-1.j])

    ``z.float()`` also keeps the real parts, as a copy, and torch warns once per process that it discards the imaginary
    parts. Write ``z.real`` to say so on purpose, or :func:`abs` if you mean the magnitude:

    >>> z.real, torch.tensor([3 + 4j]).abs()
    (tensor([7., 8.]), tensor([5.]))

    The real and imaginary parts alternate in memory, so the strides of ``z.real``, in floats, are twice those of ``z``:

    >>> z.real.stride(), z.real.is_contiguous()
    ((2,), False)

    ``backward`` does not accept a complex loss, even if its imaginary part is 0. Take its real part:

    >>> w = torch.tensor(3 + 4j, requires_grad=True)
    >>> (w * w.conj()).backward()
    Traceback (most recent call last):
    RuntimeError: grad can be implicitly created only for real scalar outputs but got torch.complex64
    >>> (w * w.conj()).real.backward()
    >>> w.grad
    tensor(6.+8.j)

    For a tensor that is not complex, the result is the tensor itself, whereas ``imag`` raises.

    See also: :func:`imag`, :func:`abs`, :func:`view_as_real`, :func:`complex`.

    :asked: real part of a complex tensor; drop the imaginary part; complex to float without warning; Casting complex
    values to real discards the imaginary part; fft result to real numbers; grad can be implicitly created only for
    real scalar outputs
    """
    return x.real


def imag(x):
    """Read the imaginary parts of complex numbers as a view.

    The imaginary part is a real number, the factor of ``j``:

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> torch.imag(z)
    tensor([ 4., -1.])

    Like :func:`real`, the attribute ``z.imag`` is a view, so a write to it changes ``z``:

    >>> z.imag[:] = 0
    >>> z
    tensor([3.+0.j, 1.+0.j])

    For a tensor that is not complex, ``imag`` raises. NumPy's ``imag`` returns zeros. Use ``zeros_like`` if you need
    them:

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.imag
    Traceback (most recent call last):
    RuntimeError: imag is not implemented for tensors with non-complex dtypes.
    >>> torch.zeros_like(x)
    tensor([0., 0.])
    >>> np.imag(np.array([1.0, 2.0]))
    array([0., 0.])

    The imaginary part of a lazy conjugate is itself lazy: it reads the memory of ``z`` and negates it. ``numpy`` does
    not accept it before ``resolve_neg`` has written the values:

    >>> z = torch.tensor([3 + 4j])
    >>> z.conj().imag.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that has negative bit set. Use tensor.resolve_neg().numpy() instead.
    >>> z.conj().imag.resolve_neg().numpy()
    array([-4.], dtype=float32)

    See also: :func:`real`, :func:`angle`, :func:`conj`, :func:`view_as_real`.

    :asked: imaginary part of a complex tensor; set imaginary part to zero; imag is not implemented for tensors with
    non-complex dtypes; Can't call numpy() on Tensor that has negative bit set
    """
    if not np.iscomplexobj(x):
        raise TypeError("imag needs a complex array")
    return x.imag


def angle(x):
    """Compute the angle (phase) of complex numbers, in radians.

    The angle is measured from the positive real axis. It is positive above the axis and negative below it:

    >>> z = torch.tensor([1 + 0j, 1j, -1 + 0j, -1j])
    >>> torch.angle(z)
    tensor([ 0.0000,  1.5708,  3.1416, -1.5708])
    >>> torch.rad2deg(torch.angle(z))
    tensor([  0.,  90., 180., -90.])

    Angles run from -pi to pi, so the difference of two angles can be a full turn off. The angle of ``a * b.conj()`` is
    the difference, wrapped into that range. From 170 to -170 degrees it is 20 degrees, not -340:

    >>> a, b = torch.polar(torch.ones(2), torch.deg2rad(torch.tensor([-170.0, 170.0])))
    >>> torch.rad2deg(a.angle() - b.angle()).round()
    tensor(-340.)
    >>> torch.rad2deg((a * b.conj()).angle()).round()
    tensor(20.)

    The angle of a real number is 0, or pi if the number is negative. Integers give ``float32``:

    >>> torch.angle(torch.tensor([2, 0, -3]))
    tensor([0.0000, 0.0000, 3.1416])

    If the two parts are separate real tensors, call :func:`atan2` with the imaginary part first:

    >>> torch.atan2(z.imag, z.real)
    tensor([ 0.0000,  1.5708,  3.1416, -1.5708])

    Near 0 a small change of the number changes the angle by a lot, so gradients are huge there. Below about ``1e-20``
    in ``complex64``, the gradient is silently ``nan``, and at 0 it is 0:

    >>> w = torch.tensor([1e-10 + 0j, 1e-25 + 0j, 0j], requires_grad=True)
    >>> w.angle().sum().backward()
    >>> w.grad.imag
    tensor([1.0000e+10,        nan, 0.0000e+00])

    See also: :func:`abs`, :func:`polar`, :func:`atan2`, :func:`rad2deg`.

    :asked: phase of a complex number; phase of fft output; argument of complex number; phase spectrogram; phase
    difference between two signals; complex to magnitude and phase; np.angle equivalent
    """
    if np.iscomplexobj(x):
        return np.arctan2(x.imag, x.real)
    x = x if x.dtype.kind == "f" else x.astype(np.float32)
    return np.where(np.isnan(x), x, np.where(x < 0, np.pi, 0)).astype(x.dtype)


def conj(x):
    """Conjugate complex numbers: flip the sign of their imaginary parts.

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> torch.conj(z)
    tensor([3.-4.j, 1.+1.j])

    A number times its conjugate is its squared magnitude. Rounding can leave a tiny imaginary part:

    >>> z * z.conj()
    tensor([25.+0.j,  2.+0.j])

    ``conj`` does not compute the values yet. The result is a view of ``z`` with a flag that says "conjugate when read",
    so a write to ``z`` shows in the conjugate. NumPy's ``conj`` copies:

    >>> c = z.conj()
    >>> c.is_conj(), c.data_ptr() == z.data_ptr()
    (True, True)
    >>> z[0] = 5 + 6j
    >>> c
    tensor([5.-6.j, 1.+1.j])

    The memory does not hold the conjugated values, so ``numpy`` raises, and so does :func:`view_as_real`.
    :func:`resolve_conj` copies the values out:

    >>> z.conj().numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that has conjugate bit set. Use tensor.resolve_conj().numpy() instead.
    >>> z.conj().resolve_conj().numpy()
    array([5.-6.j, 1.+1.j], dtype=complex64)

    For a copy right away, call :func:`conj_physical` or ``z.conj().clone()``. :func:`adjoint` also transposes.

    A tensor that is not complex is its own conjugate and is returned itself.

    See also: :func:`conj_physical`, :func:`resolve_conj`, :func:`is_conj`, :func:`adjoint`.

    :asked: complex conjugate; flip sign of imaginary part; Can't call numpy() on Tensor that has conjugate bit set;
    conjugate bit; is conj a view or a copy; np.conj equivalent; power spectrum z times conjugate
    """
    return np.conj(x) if np.iscomplexobj(x) else x


def conj_physical(x):
    """Conjugate complex numbers into new memory, at once.

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> torch.conj_physical(z)
    tensor([3.-4.j, 1.+1.j])

    :func:`conj` gives the same values as a lazy view of ``z``. Here the values are written, so ``numpy`` accepts the
    result, and a later write to ``z`` does not reach it:

    >>> c = z.conj_physical()
    >>> z[0] = 5 + 6j
    >>> c.is_conj(), c.numpy()
    (False, array([3.-4.j, 1.+1.j], dtype=complex64))

    ``conj_physical_`` flips the signs in the memory of ``z``; :func:`conj` lacks an in-place form:

    >>> z.conj_physical_()
    tensor([5.-6.j, 1.+1.j])

    In torch's own operations both give equal results, and ``conj`` delays the copy until it is needed. Prefer
    ``conj_physical`` where the result leaves torch.

    A tensor that is not complex is returned itself, not copied.

    See also: :func:`conj`, :func:`resolve_conj`, :func:`numpy`.

    :asked: conjugate in place; conjugate without lazy view; np.conj that copies; difference between conj and
    conj_physical; conjugate before passing to another library
    """
    return np.conj(x) if np.iscomplexobj(x) else x


def is_conj(x):
    """Test whether a tensor is a lazy conjugate: its values get conjugated when read.

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> c = z.conj()
    >>> torch.is_conj(z), torch.is_conj(c)
    (False, True)

    It is a flag of the tensor, not of its values: ``clone`` holds the same values without the flag. Slices keep it, and
    a second ``conj`` clears it:

    >>> c.clone().is_conj(), c[0].is_conj(), c.conj().is_conj()
    (False, True, False)

    The printout does not show the flag. If code outside of torch reads the memory, as ``numpy`` does, call
    :func:`resolve_conj` first; it copies the tensor if the flag is set:

    >>> c.resolve_conj().is_conj()
    False

    See also: :func:`conj`, :func:`resolve_conj`, :func:`isreal`.

    :asked: is the conjugate bit set; is this tensor a lazy conjugate; did conj copy the data; conj flag
    """
    raise NotImplementedError("NumPy's ``conj`` writes the conjugated values at once, so a flag is not needed.")


def resolve_conj(x):
    """Write out a lazy conjugate, so that memory holds the conjugated values.

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> c = z.conj()
    >>> torch.resolve_conj(c)
    tensor([3.-4.j, 1.+1.j])

    The result has the same values in new memory, without the flag that :func:`is_conj` reads. A conjugate needs this
    step before NumPy can read it:

    >>> c.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that has conjugate bit set. Use tensor.resolve_conj().numpy() instead.
    >>> c.resolve_conj().numpy()
    array([3.-4.j, 1.+1.j], dtype=complex64)

    ``resolve_conj`` does not change ``c`` itself, so assign the result:

    >>> _ = c.resolve_conj()
    >>> c.is_conj()
    True

    A tensor without the flag is returned itself, so you can call ``resolve_conj`` without a test:

    >>> z.resolve_conj() is z
    True

    ``contiguous`` does not resolve: a lazy conjugate that is contiguous is returned as it is. ``clone`` does:

    >>> c.contiguous().is_conj(), c.clone().is_conj()
    (True, False)

    See also: :func:`conj`, :func:`is_conj`, :func:`resolve_neg`, :func:`clone`.

    :asked: clear the conjugate bit; materialize conjugate; complex tensor to numpy after conj; Can't export tensors with
    the conjugate bit set; view_as_real doesn't work on unresolved conjugated tensors
    """
    raise NotImplementedError("NumPy's ``conj`` writes the conjugated values at once.")


def resolve_neg(x):
    """Write out a lazy negative, so that memory holds the negated values.

    The imaginary part of a lazy conjugate is a lazy negative: it reads the memory of ``z`` and flips the sign of each
    value that is read. ``is_neg`` tests for it:

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> y = z.conj().imag
    >>> y, y.is_neg()
    (tensor([-4.,  1.]), True)
    >>> torch.resolve_neg(y).is_neg()
    False

    ``-x`` is computed at once and is not lazy:

    >>> (-z.imag).is_neg()
    False

    NumPy would read the values in memory, whose signs are not flipped, so ``numpy`` raises. Call ``resolve_neg`` first:

    >>> y.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that has negative bit set. Use tensor.resolve_neg().numpy() instead.
    >>> y.resolve_neg().numpy()
    array([-4.,  1.], dtype=float32)

    The result is a copy. A tensor without the flag is returned itself:

    >>> z.imag.resolve_neg().data_ptr() == z.imag.data_ptr()
    True

    See also: :func:`resolve_conj`, :func:`imag`, :func:`conj`, :func:`neg`.

    :asked: negative bit of a tensor; clear the negative bit; imag of conj to numpy; materialize lazy negation
    """
    raise NotImplementedError("NumPy's ``conj`` writes the conjugated values at once, so ``imag`` finds them negated.")


def adjoint(x):
    """Transpose matrices and conjugate their elements (Hermitian transpose).

    >>> x = torch.tensor([[1 + 2j, 3 + 0j], [5j, 4 - 1j]])
    >>> torch.adjoint(x)
    tensor([[1.-2.j, 0.-5.j],
            [3.-0.j, 4.+1.j]])

    It swaps the last two dimensions, as :func:`mT` does, but ``mT`` does not conjugate. ``mH`` is ``adjoint`` as an
    attribute, and ``H`` is its name for a single matrix:

    >>> batch = torch.zeros(8, 2, 3, dtype=torch.complex64)
    >>> batch.mH.shape, x.H.equal(x.mT.conj())
    (torch.Size([8, 3, 2]), True)

    ``x.mH @ x`` holds the inner products of the columns, whose diagonal is real: the squared norms. With ``mT`` the
    diagonal is not:

    >>> (x.mH @ x).diagonal()
    tensor([30.+0.j, 26.+0.j])
    >>> (x.mT @ x).diagonal()
    tensor([-28.+4.j,  24.-8.j])

    For real matrices, ``adjoint`` is the transpose. The result is a view. For complex matrices it is lazy, like that of
    :func:`conj`:

    >>> x.mH.is_conj(), x.mH.data_ptr() == x.data_ptr()
    (True, True)

    ``H`` is for a single matrix and raises for a batch. Use ``mH``:

    >>> batch.H
    Traceback (most recent call last):
    RuntimeError: tensor.H is only supported on matrices (2-D tensors). Got 3-D tensor. For batches of matrices, consider using tensor.mH
    >>> batch.mH.shape
    torch.Size([8, 3, 2])

    A 1-d tensor does not have two dimensions to swap, so ``adjoint`` raises. For an inner product, use ``torch.vdot``,
    which conjugates its first argument:

    >>> v = torch.tensor([3 + 4j, 1 - 1j])
    >>> v.mH @ v
    Traceback (most recent call last):
    RuntimeError: tensor.mH is only supported on matrices or batches of matrices. Got 1-D tensor.
    >>> torch.vdot(v, v)
    tensor(27.+0.j)

    See also: :func:`mT`, :func:`conj`, :func:`transpose`, :func:`matmul`.

    :asked: conjugate transpose; hermitian transpose; dagger of a matrix; matlab apostrophe on complex matrix; check if
    matrix is hermitian; transpose complex matrix; x.H for a batch
    """
    if x.ndim == 1:
        raise ValueError("a 1-d array has no rows and columns")
    x = np.swapaxes(x, -2, -1) if x.ndim else x
    return np.conj(x) if np.iscomplexobj(x) else x


H = mH = adjoint


def view_as_real(x):
    """View complex numbers as pairs of floats, in a last dimension of size 2.

    Position 0 of the new dimension holds the real part, and position 1 the imaginary part:

    >>> z = torch.tensor([3 + 4j, 1 - 1j])
    >>> torch.view_as_real(z)
    tensor([[ 3.,  4.],
            [ 1., -1.]])

    Layers with real weights accept the floats, but not ``z``. :func:`view_as_complex` goes back:

    >>> torch.view_as_complex(torch.view_as_real(z) * 2)
    tensor([6.+8.j, 2.-2.j])

    The floats are those of ``z``, not copies of them, so a write shows in both:

    >>> torch.view_as_real(z)[0, 1] = 100
    >>> z
    tensor([3.+100.j, 1.-1.j])

    For an image with channels, move the pairs from the last dimension to where the channels are:

    >>> spectrum = torch.zeros(8, 16, 9, dtype=torch.complex64)
    >>> torch.view_as_real(spectrum).movedim(-1, 1).shape
    torch.Size([8, 2, 16, 9])

    The memory of a lazy conjugate does not hold the conjugated values, so ``view_as_real`` raises. Resolve it first; the
    result then shares its memory with the copy, not with ``z``:

    >>> torch.view_as_real(z.conj())
    Traceback (most recent call last):
    RuntimeError: view_as_real doesn't work on unresolved conjugated tensors.  To resolve the conjugate tensor so you can view it as real, use self.resolve_conj(); however, be warned that the resulting tensor will NOT alias the original.
    >>> torch.view_as_real(z.conj().resolve_conj())
    tensor([[   3., -100.],
            [   1.,    1.]])

    Tensors that are not complex are not accepted. Convert them:

    >>> torch.view_as_real(torch.tensor([1.0, 2.0]))
    Traceback (most recent call last):
    RuntimeError: view_as_real is only supported for complex tensors
    >>> torch.view_as_real(torch.tensor([1.0, 2.0]).to(torch.complex64))
    tensor([[1., 0.],
            [2., 0.]])

    :param input: A complex tensor.

    See also: :func:`view_as_complex`, :func:`real`, :func:`imag`, :func:`resolve_conj`.

    :asked: complex tensor to two channels; real and imaginary parts stacked in last dimension; feed complex numbers to a
    real network; stft output with return_complex to old format; view_as_real is only supported for complex tensors;
    save complex tensor as float
    """
    if not np.iscomplexobj(x):
        raise TypeError("view_as_real needs a complex array")
    return np.lib.stride_tricks.as_strided(x.real, (*x.shape, 2), (*x.strides, x.real.itemsize))


def view_as_complex(x):
    """View pairs of floats as complex numbers, without copying.

    The last dimension, of size 2, holds the real and the imaginary part. It disappears:

    >>> x = torch.tensor([[3.0, 4.0], [1.0, -1.0]])
    >>> torch.view_as_complex(x)
    tensor([3.+4.j, 1.-1.j])

    Both tensors share their memory, so a write shows in both:

    >>> torch.view_as_complex(x)[0] = 0
    >>> x
    tensor([[ 0.,  0.],
            [ 1., -1.]])

    Rotary position embeddings read neighboring features as complex numbers and rotate them, here by a quarter turn:

    >>> pairs = torch.tensor([1.0, 0.0, 0.0, 2.0]).view(-1, 2)
    >>> turn = torch.polar(torch.tensor(1.0), torch.tensor(torch.pi / 2))
    >>> torch.view_as_real(torch.view_as_complex(pairs) * turn).flatten().round()
    tensor([-0.,  1., -2., -0.])

    The two floats of a number have to be neighbors in memory. If they stand in the first dimension, move it to the end
    and copy, or pass the two parts to :func:`complex`, which copies too:

    >>> parts = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> torch.view_as_complex(parts.t())
    Traceback (most recent call last):
    RuntimeError: Tensor must have a last dimension with stride 1
    >>> torch.view_as_complex(parts.t().contiguous())
    tensor([1.+4.j, 2.+5.j, 3.+6.j])
    >>> torch.complex(parts[0], parts[1])
    tensor([1.+4.j, 2.+5.j, 3.+6.j])

    The last dimension has to be of size 2. Split a longer one into pairs:

    >>> torch.view_as_complex(torch.tensor([1.0, 2.0, 3.0, 4.0]))
    Traceback (most recent call last):
    RuntimeError: Tensor must have a last dimension of size 2
    >>> torch.view_as_complex(torch.tensor([1.0, 2.0, 3.0, 4.0]).view(-1, 2))
    tensor([1.+2.j, 3.+4.j])

    A slice that starts in the middle of a pair raises too, even if it is contiguous. So does a slice of rows that hold
    an odd number of floats. ``clone`` copies either to where a pair can start:

    >>> x = torch.tensor([9.0, 1.0, 2.0, 3.0, 4.0])
    >>> torch.view_as_complex(x[1:].view(2, 2))
    Traceback (most recent call last):
    RuntimeError: Tensor must have a storage_offset divisible by 2
    >>> torch.view_as_complex(x[1:].view(2, 2).clone())
    tensor([1.+2.j, 3.+4.j])

    :param input: A tensor of dtype ``float16``, ``float32`` or ``float64`` whose last dimension has size 2 and stride 1.

    See also: :func:`view_as_real`, :func:`complex`, :func:`polar`, :func:`contiguous`.

    :asked: two channels to complex; float pairs to complex numbers; Tensor must have a last dimension with stride 1;
    Tensor must have a last dimension of size 2; Tensor must have a stride divisible by 2; rotary position embedding in
    complex form; interleaved iq samples to complex
    """
    if x.shape[-1:] != (2,):
        raise ValueError("the last dimension has to be of size 2")
    if x.dtype not in (np.float32, np.float64):
        raise TypeError("float32 or float64 is needed")
    return x.view(np.result_type(x.dtype, np.complex64))[..., 0]


def is_complex(x):
    """Test whether the dtype of a tensor is complex.

    >>> torch.is_complex(torch.tensor([1 + 2j])), torch.is_complex(torch.tensor([1.0]))
    (True, False)

    The dtype counts, not the values. Complex numbers whose imaginary parts are 0 are complex; :func:`isreal` looks at
    the values:

    >>> z = torch.tensor([1 + 0j, 2 + 0j])
    >>> z.is_complex(), z.isreal().all()
    (True, tensor(True))

    A dtype has the attribute ``is_complex``, without parentheses:

    >>> z.dtype.is_complex, torch.float32.is_complex
    (True, False)

    :func:`is_floating_point` is ``False`` for complex tensors too, so its ``False`` does not mean integers:

    >>> z.is_floating_point()
    False

    Python's numbers are not accepted. Use ``isinstance``:

    >>> torch.is_complex(1j)
    Traceback (most recent call last):
    TypeError: is_complex(): argument 'input' (position 1) must be Tensor, not complex
    >>> isinstance(1j, complex)
    True

    See also: :func:`isreal`, :func:`is_floating_point`, :func:`real`.

    :asked: check whether tensor is complex; is dtype complex64; np.iscomplexobj equivalent; does tensor hold complex
    numbers
    """
    return np.iscomplexobj(x)


def isreal(x):
    """Test each element for an imaginary part of 0.

    >>> torch.isreal(torch.tensor([1 + 0j, 1 + 2j, 0j]))
    tensor([ True, False,  True])

    Rounding leaves tiny imaginary parts, for which ``isreal`` is ``False``. Compare with a tolerance instead:

    >>> z = torch.polar(torch.tensor([1.0, 2.0]), torch.tensor([0.0, torch.pi]))
    >>> z.isreal()
    tensor([ True, False])
    >>> z.imag.abs() <= 1e-6 * z.abs()
    tensor([True, True])

    The elements of a tensor that is not complex are real, ``nan`` and infinity included, so ``isreal`` does not find
    them; :func:`isnan` and :func:`isinf` do:

    >>> torch.isreal(torch.tensor([1.0, torch.inf, torch.nan]))
    tensor([True, True, True])

    To ask about the dtype, call :func:`is_complex`. To drop imaginary parts that are 0, read :func:`real`:

    >>> z = torch.tensor([3 + 0j, 4 + 0j])
    >>> z.real if z.isreal().all() else z
    tensor([3., 4.])

    See also: :func:`is_complex`, :func:`imag`, :func:`isclose`, :func:`isnan`.

    :asked: which elements are real; imaginary part is zero; is the fft result real; check if eigenvalues are real;
    np.isreal equivalent
    """
    return np.imag(x) == 0
