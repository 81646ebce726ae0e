"""Sampling: draw random numbers, and draw the same ones again."""

import numpy as np

__all__ = [
    "Generator",
    "bernoulli",
    "manual_seed",
    "multinomial",
    "normal",
    "rand",
    "rand_like",
    "randint",
    "randn",
    "randperm",
    "uniform_",
]


def manual_seed(seed):
    """Set the random seed, so that a program draws the same numbers in each run.

    The same seed gives the same draws. The call returns the generator, and ``_ =`` keeps it from being printed:

    >>> _ = torch.manual_seed(0)
    >>> first = torch.rand(3)
    >>> _ = torch.manual_seed(0)
    >>> torch.equal(torch.rand(3), first)
    True

    The seed fixes a sequence of draws, not each single draw. The next draw is different:

    >>> torch.equal(torch.rand(3), first)
    False

    An extra draw shifts the draws after it. Making a layer with random weights, such as :func:`nn.Linear`, or looping
    over a ``DataLoader`` without ``generator`` also draws. A separate :func:`Generator` is not affected by these draws.
    Here one extra draw changes the next three:

    >>> _ = torch.manual_seed(0)
    >>> extra = torch.rand(1)
    >>> torch.equal(torch.rand(3), first)
    False

    NumPy and Python's ``random`` have seeds of their own, which ``manual_seed`` does not set. (``np.random.seed`` in
    turn seeds ``np.random.rand``, but not the generators of ``default_rng``.)

    >>> _ = torch.manual_seed(0)
    >>> u = np.random.rand()
    >>> _ = torch.manual_seed(0)
    >>> np.random.rand() == u
    False

    On the CPU, ``randn`` draws fewer than 16 values in another way, so ``randn(15)`` and ``randn(16)`` do not start
    with the same values. A GPU draws other values from the same seed (not run here), and so may a later release.

    :param seed: An integer; the same seed on the same release and device gives the same numbers.

    See also: :func:`Generator`, :func:`rand`, :func:`randperm`.

    :sheet numpy: np.random.seed(0); np.random.rand(1) → manual_seed(0); rand(1, dtype=float64)
    :sheet trap: manual_seed(0); rand(1): Another generator.

    :asked: reproducible results; set or fix the random seed; same random numbers each time; results differ in each
    run; tf.random.set_seed or np.random.seed; seed for torch numpy and random; sklearn random_state; seed set but
    results still change; repeatable deterministic experiments; seed of cuda; results change every time i run
    """
    np.random.seed(seed)


def Generator(device=None):
    """Create a random number generator, independent of the global one.

    >>> g = torch.Generator().manual_seed(0)
    >>> first = torch.rand(3, generator=g)

    Draws from the global generator do not affect a separate one:

    >>> g = torch.Generator().manual_seed(0)
    >>> elsewhere = torch.rand(100)
    >>> torch.equal(torch.rand(3, generator=g), first)
    True

    Unlike NumPy's ``default_rng()``, a new generator starts from a fixed seed, so two new generators draw the same
    numbers:

    >>> torch.Generator().initial_seed(), torch.Generator().initial_seed()
    (67280421310721, 67280421310721)
    >>> a, b = torch.Generator(), torch.Generator()
    >>> torch.equal(torch.rand(3, generator=a), torch.rand(3, generator=b))
    True

    ``seed()`` sets a seed from the system and returns it, so that it can be written down:

    >>> a.seed() == b.seed()
    False

    Save the state and restore it to repeat draws from the middle of a sequence:

    >>> state = g.get_state()
    >>> first = torch.randn(3, generator=g)
    >>> _ = g.set_state(state)
    >>> torch.equal(torch.randn(3, generator=g), first)
    True

    A state on another device, such as a state loaded with ``map_location``, raises. Move it back with ``cpu()``:

    >>> g.set_state(state.to("meta"))
    Traceback (most recent call last):
    TypeError: RNG state must be a torch.ByteTensor
    >>> _ = g.set_state(state.cpu())

    :param device: The device on which the numbers are drawn; it has to be that of the tensors that are filled.

    See also: :func:`manual_seed`, :func:`rand`, :func:`randperm`.

    :asked: local random seed; independent random number streams; generator argument of a function; seed for a
    DataLoader shuffle; seed for random_split; save and restore the random state; rng state must be a bytetensor;
    random numbers without touching global seed; np.random.default_rng equivalent; expected a cuda device type for
    generator; resume training with the same random state; own rng object or random stream
    """
    return np.random.default_rng(67280421310721)


def rand(size, *, dtype=None):
    """Draw uniform random numbers from 0 to 1.

    0 can be drawn, but 1 cannot:

    >>> torch.rand(2, 3).shape
    torch.Size([2, 3])
    >>> x = torch.rand(10_000)
    >>> bool((x >= 0).all()), bool((x < 1).all())
    (True, True)

    Scale and shift the values for another interval, here from -1 to 1. For some intervals, rounding can then give the
    upper bound, which :func:`uniform_` excludes:

    >>> x = -1 + 2 * torch.rand(10_000)
    >>> bool((x >= -1).all()), bool((x < 1).all())
    (True, True)

    Noise from ``torch.rand(n) * 0.2`` is biased. Its mean is 0.1, so a line fitted to the noisy data is 0.1 too high:

    >>> noise = torch.rand(10_000) * 0.2
    >>> round(noise.mean().item(), 2)
    0.1

    Noise that is centered, or drawn with :func:`randn`, is unbiased:

    >>> noise = (torch.rand(10_000) - 0.5) * 0.2
    >>> abs(noise.mean().item()) < 0.01
    True

    An integer ``dtype`` raises. Draw integers with :func:`randint`:

    >>> torch.rand(3, dtype=torch.int64)
    Traceback (most recent call last):
    NotImplementedError: "check_uniform_bounds" not implemented for 'Long'
    >>> torch.randint(0, 10, (3,)).dtype
    torch.int64

    See also: :func:`randn`, :func:`randint`, :func:`rand_like`, :func:`manual_seed`.

    :sheet: rand(2, 3)
    :sheet numpy: np.random.rand(2, 3) → rand(2, 3, dtype=float64)

    :asked: random tensor with given shape; difference between rand and randn; np.random.rand equivalent;
    tf.random.uniform equivalent; rand with dtype long fails; random float tensor; create tensor with random values;
    random floats from zero to one; uniform floats between 0 and 1; random dummy data; random numbers between 0 and 1
    like matlab
    """
    rng = np.random.default_rng()
    dtype = dtype or np.float32
    if np.issubdtype(dtype, np.complexfloating):
        return (rng.random(size) + 1j * rng.random(size)).astype(dtype)
    if dtype == np.float16:
        return (rng.integers(2048, size=size) / 2048).astype(dtype)
    return rng.random(size, dtype)


def rand_like(x, *, dtype=None):
    """Draw random numbers from 0 to 1 in the shape of another tensor.

    Shape, dtype and device are those of ``x``; its values are not used:

    >>> x = torch.zeros(2, 3, dtype=torch.float64)
    >>> noise = torch.rand_like(x)
    >>> noise.shape, noise.dtype
    (torch.Size([2, 3]), torch.float64)

    A comparison gives a random mask, here ``True`` for about one element in four:

    >>> mask = torch.rand_like(torch.zeros(10_000)) < 0.25
    >>> 0.2 < mask.float().mean().item() < 0.3
    True

    A tensor of integers or bools, such as the bytes of an image, raises. Pass a floating-point ``dtype``:

    >>> image = torch.tensor([[0, 128, 255]], dtype=torch.uint8)
    >>> torch.rand_like(image)
    Traceback (most recent call last):
    NotImplementedError: "check_uniform_bounds" not implemented for 'Byte'
    >>> torch.rand_like(image, dtype=torch.float32).shape
    torch.Size([1, 3])

    :param input: The tensor that gives the shape and, by default, dtype and device; its values do not matter.

    See also: :func:`rand`, :func:`zeros_like`, :func:`bernoulli`.

    :asked: random tensor with same shape as another; uniform noise of the same size; random noise in the shape of
    image; random mask keeping a fraction; random dropout of pixels; randomly zero a percent of entries; rand_like of
    an integer image fails; mask language model 15 percent; random values shaped like x; random tensor on same device
    as input; uniform noise matching the input
    """
    dtype = x.dtype if dtype is None else dtype
    rng = np.random.default_rng()
    if np.issubdtype(dtype, np.complexfloating):
        return (rng.random(x.shape) + 1j * rng.random(x.shape)).astype(dtype)
    if dtype == np.float16:
        return (rng.integers(2048, size=x.shape) / 2048).astype(dtype)
    return rng.random(x.shape, dtype)


def randn(size, *, dtype=None):
    """Draw from the standard normal distribution: mean 0, standard deviation 1.

    About half of the values are negative, and about two in three lie between -1 and 1:

    >>> x = torch.randn(100_000)
    >>> abs(x.mean().item()) < 0.05, abs(x.std().item() - 1) < 0.05
    (True, True)
    >>> 0.67 < (x.abs() < 1).float().mean().item() < 0.7
    True

    Multiply by a standard deviation and add a mean for another normal distribution:

    >>> heights = 170 + 10 * torch.randn(100_000)
    >>> round(heights.mean().item()), round(heights.std().item())
    (170, 10)

    The size ``()`` gives a 0-d tensor, 1 a vector of one element and ``1, 1`` a 1 × 1 matrix. Parentheses around one
    number do not make a tuple in Python, so ``(1)`` is 1:

    >>> torch.randn(()).shape, torch.randn(1).shape, torch.randn((1)).shape, torch.randn(1, 1).shape
    (torch.Size([]), torch.Size([1]), torch.Size([1]), torch.Size([1, 1]))

    A size is an integer, and ``/`` gives a float even without a remainder. Divide with ``//``:

    >>> torch.randn(6 / 2)
    Traceback (most recent call last):
    TypeError: randn(): argument 'size' (position 1) must be tuple of ints, not float
    >>> torch.randn(6 // 2).shape
    torch.Size([3])

    Weights are initialized with small values. Multiplying a tensor with ``requires_grad`` set returns a non-leaf, whose
    ``grad`` stays ``None``. Scale the weights first:

    >>> w = torch.randn(3, requires_grad=True) * 0.01
    >>> w.is_leaf
    False
    >>> w = (torch.randn(3) * 0.01).requires_grad_()
    >>> w.is_leaf
    True

    See also: :func:`rand`, :func:`normal`, :func:`randint`, :func:`manual_seed`.

    :asked: add random noise to data; initialize weights with small random values; mean 0 and variance 1;
    np.random.randn equivalent; size must be ints not float; grad is none for scaled random weights; fake image batch;
    standard normal distribution random tensor; random dummy input to test model; latent noise vector z for gan;
    normally distributed numbers gaussian noise
    """
    rng = np.random.default_rng()
    dtype = dtype or np.float32
    if np.issubdtype(dtype, np.complexfloating):
        return ((rng.standard_normal(size) + 1j * rng.standard_normal(size)) / np.sqrt(2)).astype(dtype)
    if dtype == np.float16:
        return rng.standard_normal(size).astype(dtype)
    return rng.standard_normal(size, dtype)


def randint(low, high, size=None, *, dtype=None):
    """Draw random integers, excluding the upper bound.

    A die has six faces, so ``high`` is 7. Python's ``random.randint`` includes its upper bound:

    >>> throws = torch.randint(1, 7, (1000,))
    >>> throws.unique()
    tensor([1, 2, 3, 4, 5, 6])

    ``low`` defaults to 0 and ``dtype`` to ``int64``:

    >>> x = torch.randint(2, (2, 3))
    >>> x.shape, x.dtype
    (torch.Size([2, 3]), torch.int64)
    >>> torch.randint(0, 256, (2, 3), dtype=torch.uint8).dtype
    torch.uint8

    The size is a tuple or a list, even for a single dimension:

    >>> torch.randint(0, 10, 3)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: randint() received an invalid combination of arguments - got (int, int, int), but expected one of:...
    >>> torch.randint(0, 10, (3,)).shape
    torch.Size([3])

    Random integers used as an index can pick an element more than once. To pick without repetition, use
    :func:`randperm`:

    >>> x = torch.tensor([10, 20, 30])
    >>> picked = x[torch.randint(len(x), (100,))]
    >>> picked.unique()
    tensor([10, 20, 30])

    ``high`` has to be greater than ``low``, so picking from an empty tensor raises. Check its length first:

    >>> empty = x[x > 30]
    >>> torch.randint(len(empty), (100,))
    Traceback (most recent call last):
    RuntimeError: random_ expects 'from' to be less than 'to', but got from=0 >= to=0
    >>> empty[torch.randint(len(empty), (100,))] if len(empty) else empty
    tensor([], dtype=torch.int64)

    :param low: The lower bound, which is included; without it, 0.
    :param high: The upper bound, which is excluded.
    :param requires_grad: ``True`` makes the result a leaf that requires grad; with an integer ``dtype``, the default,
        it raises.

    See also: :func:`rand`, :func:`randperm`, :func:`multinomial`, :func:`bernoulli`.

    :sheet: randint(9, (2, 3))
    :sheet numpy: np.random.randint(9, size=3) → randint(9, (3,))

    :asked: random integers between a and b; random class labels; np.random.randint equivalent; randint with empty
    range fails; upper bound is exclusive; random token ids; pick random index or crop offset; simulate dice rolls;
    bootstrap sample indices with replacement; random whole numbers between low and high; random integer generator in
    a range; random choice from a list
    """
    if size is None:
        low, high, size = 0, low, high
    dtype = dtype or np.int64
    rng = np.random.default_rng()
    if np.issubdtype(dtype, np.floating):
        return rng.integers(low, high, size).astype(dtype)
    return rng.integers(low, high, size, dtype)


def randperm(n, *, dtype=None):
    """Draw a random permutation: shuffle the integers from 0 to n - 1.

    Each integer appears once, as sorting them shows:

    >>> order = torch.randperm(5)
    >>> order.sort().values
    tensor([0, 1, 2, 3, 4])

    As an index, a permutation shuffles rows:

    >>> x = torch.tensor([[1, 10], [2, 20], [3, 30]])
    >>> shuffled = x[torch.randperm(len(x))]
    >>> shuffled[:, 0] * 10 == shuffled[:, 1]
    tensor([True, True, True])

    Data and labels that are shuffled separately silently stop matching. Use one permutation for both:

    >>> data = torch.arange(1000)
    >>> labels = data * 2
    >>> torch.equal(data[torch.randperm(1000)] * 2, labels[torch.randperm(1000)])
    False
    >>> order = torch.randperm(1000)
    >>> torch.equal(data[order] * 2, labels[order])
    True

    ``torch.shuffle`` does not exist. Python's ``random.shuffle`` swaps views, so it silently overwrites elements:

    >>> import random
    >>> cards = torch.arange(5)
    >>> random.Random(0).shuffle(cards)
    >>> cards
    tensor([0, 1, 0, 3, 3])

    Split a permutation in two for disjoint indices of training and test data:

    >>> train, test = data[order[:800]], data[order[800:]]
    >>> len(train), len(test), bool(torch.isin(test, train).any())
    (800, 200, False)

    With ``bfloat16`` as ``dtype``, some integers above 256 are silently rounded, so some values repeat.

    :param n: How many integers to shuffle: 0 to ``n - 1``.
    :param requires_grad: ``True`` makes the result a leaf that requires grad; with an integer ``dtype``, the default,
        it raises.

    See also: :func:`randint`, :func:`multinomial`, :func:`getitem`, :func:`manual_seed`.

    :sheet numpy: np.random.permutation(6) → randperm(6)

    :asked: shuffle data and labels in unison; shuffle x and y together; random order of rows or indices; random
    permutation; no attribute shuffle; random.shuffle duplicates rows; np.random.permutation equivalent; shuffle a
    dataset or tensor; pick 10 random samples without repetition; random train test split of row indices; random
    subset sampled without replacement; mix up a deck of cards
    """
    return np.random.default_rng().permutation(n).astype(dtype or np.int64)


def uniform_(x, from_=0, to=1):
    """Overwrite a tensor with uniform random numbers from an interval, in place.

    >>> x = torch.zeros(10_000)
    >>> _ = x.uniform_(-0.5, 0.5)
    >>> bool((x >= -0.5).all()), bool((x <= 0.5).all())
    (True, True)

    The values are written into the memory of ``x``. On a view, the call overwrites the elements of the view and leaves
    the others:

    >>> x = torch.zeros(2, 3)
    >>> _ = x[0].uniform_(1, 2)
    >>> bool((x[0] >= 1).all()), x[1]
    (True, tensor([0., 0., 0.]))

    Overwriting a leaf that requires grad, such as a weight, raises. Overwrite it under :func:`no_grad`:

    >>> w = torch.zeros(3, requires_grad=True)
    >>> w.uniform_(-0.1, 0.1)
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     _ = w.uniform_(-0.1, 0.1)
    >>> w.is_leaf, w.requires_grad
    (True, True)

    ``torch.uniform`` does not exist. For a new tensor, scale and shift :func:`rand`:

    >>> torch.uniform(-1, 1, (3,))
    Traceback (most recent call last):
    AttributeError: module 'torch' has no attribute 'uniform'
    >>> (-1 + 2 * torch.rand(3)).shape
    torch.Size([3])

    Pass the bounds by position, because ``from``, the name of the first bound, is a Python keyword.

    :param from: The smallest value that can be drawn.
    :param to: The upper bound, which is excluded, unless it rounds to the same value as ``from``.

    See also: :func:`rand`, :func:`normal`, :func:`no_grad`.

    :asked: random numbers between -1 and 1; uniform random between low and high; fill with uniform random values in
    place; torch has no attribute uniform; np.random.uniform equivalent; overwrite a parameter with random numbers;
    xavier style initialization by hand; in place uniform; init weights in place between -0.1 and 0.1; random floats
    between -2 and 2; random angles between 0 and 2 pi; initialize in range -a to a
    """
    x[...] = np.random.default_rng().uniform(from_, to, x.shape)
    return x


def normal(mean, std=1, size=None, *, dtype=None):
    """Draw from normal distributions, given the mean and standard deviation.

    With two numbers, ``size`` is required, as a tuple or a list:

    >>> x = torch.normal(5.0, 2.0, (100, 1000))
    >>> x.shape, round(x.mean().item()), round(x.std().item())
    (torch.Size([100, 1000]), 5, 2)

    Tensors give each element its own mean and standard deviation, and their broadcast shape is the size:

    >>> torch.normal(torch.tensor([0.0, 1000.0]), torch.tensor([1.0, 10.0])) > 500
    tensor([False,  True])

    ``std`` is the standard deviation, the square root of the variance. With a standard deviation of 0, the result is
    the mean:

    >>> torch.normal(torch.tensor([1.0, 2.0, 3.0]), 0.0)
    tensor([1., 2., 3.])

    Without ``size``, a tensor of integers as ``mean`` raises. Convert it with ``float()``:

    >>> mean = torch.tensor([1, 2, 3])
    >>> torch.normal(mean, 1.0)
    Traceback (most recent call last):
    NotImplementedError: "normal_kernel_cpu" not implemented for 'Long'
    >>> torch.normal(mean.float(), 1.0).shape
    torch.Size([3])

    A negative standard deviation raises. If a network predicts the standard deviation, let it predict the logarithm
    instead:

    >>> log_std = torch.tensor([-1.0, 0.0])
    >>> torch.normal(torch.zeros(2), log_std)
    Traceback (most recent call last):
    RuntimeError: normal expects all elements of std >= 0.0
    >>> torch.normal(torch.zeros(2), log_std.exp()).shape
    torch.Size([2])

    The gradient of ``normal`` is silently 0 for the mean and the standard deviation. To train them, scale and shift
    :func:`randn`:

    >>> mean, std = torch.zeros(2, requires_grad=True), torch.ones(2, requires_grad=True)
    >>> torch.normal(mean, std).sum().backward()
    >>> mean.grad
    tensor([0., 0.])
    >>> (mean + std * torch.randn(2)).sum().backward()
    >>> mean.grad
    tensor([1., 1.])

    ``normal_`` overwrites a tensor, by default with mean 0 and standard deviation 1:

    >>> x = torch.full((10_000,), 1000.0)
    >>> bool(x.normal_().max() < 100)
    True

    :param mean: The mean: one number, or a tensor with one per element; ``normal_`` takes numbers.
    :param std: The standard deviation, not the variance: one number, or a tensor with one per element; ``normal_``
        takes numbers.

    See also: :func:`randn`, :func:`uniform_`, :func:`bernoulli`, :func:`manual_seed`.

    :asked: normal distribution with mean and standard deviation; noise with specified mean and variance; sample from
    mu and sigma; random numbers with mean 5 and std 2; np.random.normal equivalent; negative std error; second
    argument variance or standard deviation; initialize weights with normal_ std 0.02; vae reparameterization trick;
    simulate heights mean 170 std 10; different mean and std for each element
    """
    if dtype is None:
        dtype = np.result_type(mean, std) if size is None else np.float32
    return np.asarray(np.random.default_rng().normal(mean, std, size), dtype)


def bernoulli(x, p=None):
    """Draw 0 or 1, each element with its own probability of a 1.

    >>> torch.bernoulli(torch.tensor([0.0, 1.0, 1.0]))
    tensor([0., 1., 1.])
    >>> draws = torch.bernoulli(torch.full((10_000,), 0.3))
    >>> draws.unique(), round(draws.mean().item(), 1)
    (tensor([0., 1.]), 0.3)

    Unlike ``bernoulli``, the in-place ``bernoulli_`` ignores the values of ``x`` and overwrites them with 0 or 1. The
    probability of 1 is 0.5 by default. ``bernoulli`` with ``p`` does not read the values of ``x`` either:

    >>> zeros = torch.zeros(10_000)
    >>> zeros.bernoulli().sum()
    tensor(0.)
    >>> bool(zeros.bernoulli_().sum() > 0)
    True
    >>> torch.zeros(3).bernoulli_(1.0), torch.zeros(3).bernoulli(1.0)
    (tensor([1., 1., 1.]), tensor([1., 1., 1.]))

    A probability outside the range from 0 to 1 raises. Apply :func:`sigmoid` to the outputs (logits) of a network
    first:

    >>> logits = torch.tensor([-100.0, 100.0])
    >>> torch.bernoulli(logits)
    Traceback (most recent call last):
    RuntimeError: Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)
    >>> torch.bernoulli(torch.sigmoid(logits))
    tensor([0., 1.])

    Without ``p``, a tensor of integers or bools raises. Convert it with ``float()``:

    >>> torch.bernoulli(torch.tensor([0, 1]))
    Traceback (most recent call last):
    NotImplementedError: "bernoulli_tensor_cpu_p_" not implemented for 'Long'
    >>> torch.bernoulli(torch.tensor([0, 1]).float())
    tensor([0., 1.])

    Without ``p``, the gradient of ``bernoulli`` is 0, with no error or warning, so the draws do not train the
    probabilities.

    :param input: The probabilities of 1, each between 0 and 1; with ``p``, its values are not used.
    :param p: One probability for the whole tensor; ``bernoulli_`` also takes a tensor of probabilities.

    See also: :func:`multinomial`, :func:`rand_like`, :func:`randint`.

    :asked: random binary mask; random 0/1 mask with prob p; dropout mask by hand; sample from sigmoid output; sample
    binary values from probabilities; probability outside 0 and 1 error; random bits or binary noise; random true or
    false boolean tensor; flip a biased coin with probability p; simulate click or no click from probability; random
    zeros and ones with a probability
    """
    chance = x if p is None else p
    if not np.all((chance >= 0) & (chance <= 1)):
        raise ValueError("a probability lies between 0 and 1")
    return (np.random.default_rng().random(x.shape) < chance).astype(x.dtype)


def multinomial(x, num_samples, replacement=False):
    """Sample indices at random, with probability proportional to their weights.

    The weights need not add up to 1. Each row is sampled separately:

    >>> torch.multinomial(torch.tensor([[9.0, 0.0, 0.0], [0.0, 0.0, 0.1]]), 1)
    tensor([[0],
            [2]])

    With replacement an index can be drawn again, and the frequencies are roughly proportional to the weights:

    >>> weights = torch.tensor([0.0, 1.0, 4.0])
    >>> draws = torch.multinomial(weights, 10_000, replacement=True)
    >>> (draws.bincount(minlength=3) / 10_000).round(decimals=1)
    tensor([0.0000, 0.2000, 0.8000])

    Without replacement, the default, each index is drawn at most once, so more samples than weights raise. Pass
    ``replacement=True``:

    >>> torch.multinomial(weights, 4)
    Traceback (most recent call last):
    RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement
    >>> torch.multinomial(weights, 4, replacement=True).shape
    torch.Size([4])

    Draw at most as many samples as there are weights above 0. For additional samples, indices of weight 0 are returned
    silently:

    >>> torch.multinomial(weights, 3).sort().values
    tensor([0, 1, 2])

    A row of zeros raises for the whole batch. Remove such rows first:

    >>> batch = torch.tensor([[0.0, 1.0], [0.0, 0.0]])
    >>> torch.multinomial(batch, 1)
    Traceback (most recent call last):
    RuntimeError: invalid multinomial distribution (sum of probabilities <= 0)
    >>> torch.multinomial(batch[batch.sum(1) > 0], 1)
    tensor([[1]])

    A negative weight raises, and the outputs (logits) of a network can be negative. Apply :func:`softmax` first:

    >>> logits = torch.tensor([-100.0, 0.0, -100.0])
    >>> torch.multinomial(logits, 1)
    Traceback (most recent call last):
    RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
    >>> torch.multinomial(logits.softmax(0), 1)
    tensor([1])

    :param input: The weights, one row per distribution, at most 2**24 in a row; a negative weight raises.
    :param num_samples: How many indices to draw per row.
    :param replacement: With ``True``, an index can be drawn again; without it, ``num_samples`` is at most the number of
        weights.

    See also: :func:`softmax`, :func:`bernoulli`, :func:`randint`, :func:`randperm`.

    :asked: sample from probabilities; draw next token from softmax; np.random.choice with p; choose without
    replacement by weight; random action from a policy; probability contains inf or nan; sum of probabilities <= 0;
    categorical distribution sampling; oversample rare classes; pick random element with given probabilities; weighted
    random choice; draw a class according to probabilities
    """
    if not (np.isfinite(x) & (x >= 0)).all() or (x.sum(-1) <= 0).any():
        raise ValueError("the weights are not those of a distribution")
    if num_samples < 1 or (num_samples > x.shape[-1] and not replacement):
        raise ValueError("the weights do not give that many samples")
    rng = np.random.default_rng()
    if not replacement:
        return np.argsort(-x / rng.exponential(size=x.shape))[..., :num_samples]
    edges = np.cumsum(x, axis=-1, dtype=np.float64)[..., None, :]
    points = rng.random((*x.shape[:-1], num_samples, 1)) * edges[..., -1:]
    return (points >= edges).sum(-1)
