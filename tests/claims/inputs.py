"""What claims are tried on: dtypes, shapes, layouts and values."""

import itertools

import torch

INTEGERS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
FLOATS = [torch.float16, torch.bfloat16, torch.float32, torch.float64]
COMPLEX = [torch.complex64, torch.complex128]
DTYPES = [torch.bool, *INTEGERS, *FLOATS, *COMPLEX]
SEEDS = range(5)


def raises(call, *arguments, **options):
    """The class of the error that a call raises, or None."""
    try:
        call(*arguments, **options)
    except (RuntimeError, TypeError, ValueError, OverflowError) as error:
        return type(error)
    return None


def raises_any(call, *arguments, **options):
    """The class of the error that a call raises, whatever it is, or None."""
    try:
        call(*arguments, **options)
    except Exception as error:
        return type(error)
    return None


def kind(dtype):
    """The kind of a dtype as a number: bool, integer, float, complex."""
    return 3 if dtype.is_complex else 2 if dtype.is_floating_point else 0 if dtype == torch.bool else 1


def storage(x):
    """The address of the memory that a tensor lives in: equal for tensors that share it."""
    return x.untyped_storage().data_ptr()


def drawn(*shape, seed=0, dtype=torch.float64):
    """A tensor of normal random values, the same in every run."""
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=dtype)


def shapes(*sizes, dims=3):
    """All shapes of up to ``dims`` dimensions with these sizes, the 0-d one first."""
    return [shape for n in range(dims + 1) for shape in itertools.product(sizes, repeat=n)]


def layouts():
    """Tensors of 12 or 24 elements in many layouts, and the shapes of as many elements to view each of them under."""
    base = torch.arange(96)
    found = [base[:24].view(2, 3, 4).permute(order) for order in itertools.permutations(range(3))]
    found += [base[:48].view(4, 3, 4)[::2], base[:48].view(2, 6, 4)[:, ::2], base[:48].view(2, 3, 8)[..., ::2]]
    found += [base[:24:2], base[:24].view(4, 6)[:, :3], base[:12].view(3, 4).t(), base[:4].expand(3, 4)]
    for x in found:
        n = x.numel()
        for a, b in itertools.product(range(1, n + 1), repeat=2):
            if n % (a * b) == 0:
                yield x, (a, b, n // (a * b))


def ones(dtypes=tuple(DTYPES), sizes=((), (0,), (1,), (3,), (2, 3), (2, 0, 3))):
    """A tensor of ones for each dtype and each shape."""
    for dtype in dtypes:
        for size in sizes:
            yield torch.ones(size, dtype=dtype)


def special(dtype):
    """The awkward values of a dtype as a 1-d tensor: zero, signs, extremes, and infinities and nan for floats."""
    if dtype == torch.bool:
        return torch.tensor([False, True])
    if dtype.is_complex:
        return torch.tensor([0, 1, -1, 1j, -1j, 2.5 - 0.5j, complex("inf"), complex("nan")], dtype=dtype)
    if dtype.is_floating_point:
        most, least = torch.finfo(dtype).max, torch.finfo(dtype).tiny
        values = [0.0, -0.0, 1, -1, 0.5, -2.5, 7, most, -most, least, float("inf"), -float("inf"), float("nan")]
        return torch.tensor(values, dtype=dtype)
    limits = torch.iinfo(dtype)
    return torch.tensor(sorted({limits.min, limits.max, 0, 1, 2, 7, limits.min + 1}), dtype=dtype)


def dims(x):
    """Every choice of dimensions of a tensor, as tuples."""
    return [some for n in range(x.dim() + 1) for some in itertools.combinations(range(x.dim()), n)]
