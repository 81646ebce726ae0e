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
    """Fix the random seed, so that the same numbers come out in every run.

    The call returns the generator; ``_ =`` only keeps it from being printed.

    >>> _ = torch.manual_seed(0)
    >>> first = torch.rand(3)
    >>> _ = torch.manual_seed(0)
    >>> torch.equal(torch.rand(3), first)
    True

    A seed fixes the sequence, not each call. The next draw is another one:

    >>> torch.equal(torch.rand(3), first)
    False

    So one more draw anywhere shifts all that come after it. That is why a seeded program gives other numbers after a
    small change; a :func:`Generator` of its own for each purpose keeps them apart.

    >>> _ = torch.manual_seed(0)
    >>> extra = torch.rand(1)
    >>> torch.equal(torch.rand(3), first)
    False

    NumPy and Python's ``random`` have seeds of their own, which this one does not reach. (``np.random.seed`` in turn
    reaches ``np.random.rand`` and its like, but nothing made by ``default_rng``.)

    >>> _ = torch.manual_seed(0)
    >>> u = np.random.rand()
    >>> _ = torch.manual_seed(0)
    >>> np.random.rand() == u
    False

    A GPU draws other numbers from the same seed, and a later release may.

    :param seed: An integer; the same seed on the same release and device gives the same numbers.

    See also: :func:`Generator`, :func:`rand`, :func:`randperm`.

    :asked: reproducible results; set or fix the random seed; same random numbers each time; results differ in each
    run; tf.random.set_seed or np.random.seed; seed for torch numpy and random; sklearn random_state; seed set but
    results still change; repeatable deterministic experiments; seed of cuda; results change every time i run
    """
    np.random.seed(seed)


def Generator(device="cpu"):
    """Make a source of random numbers of its own, apart from the global one.

    >>> g = torch.Generator().manual_seed(0)
    >>> first = torch.rand(3, generator=g)

    Draws made elsewhere do not disturb it:

    >>> g = torch.Generator().manual_seed(0)
    >>> elsewhere = torch.rand(100)
    >>> torch.equal(torch.rand(3, generator=g), first)
    True

    Without a seed it is not random at all. Every new generator starts from the same built-in number,
    where NumPy's ``default_rng()`` starts anew each time:

    >>> torch.Generator().initial_seed(), torch.Generator().initial_seed()
    (67280421310721, 67280421310721)
    >>> a, b = torch.Generator(), torch.Generator()
    >>> torch.equal(torch.rand(3, generator=a), torch.rand(3, generator=b))
    True

    ``seed()`` takes a fresh seed from the system and returns it, to be noted down:

    >>> a.seed() == b.seed()
    False

    The state can be kept and put back, to draw the same numbers from the middle of a sequence. A state that was
    loaded from a file to another device is refused; ``.cpu()`` brings it back:

    >>> state = g.get_state()
    >>> first = torch.randn(3, generator=g)
    >>> _ = g.set_state(state)
    >>> torch.equal(torch.randn(3, generator=g), first)
    True
    >>> g.set_state(state.to("meta"))
    Traceback (most recent call last):
    TypeError: RNG state must be a torch.ByteTensor

    :param device: Where the numbers are drawn; it must be the device of the tensors that are filled.

    See also: :func:`manual_seed`, :func:`rand`, :func:`randperm`.

    :asked: local random seed; independent random number streams; generator argument of a function; seed for a
    DataLoader shuffle; seed for random_split; save and restore the random state; rng state must be a bytetensor;
    random numbers without touching global seed; np.random.default_rng equivalent; expected a cuda device type for
    generator; resume training with the same random state; own rng object or random stream
    """
    return np.random.default_rng(67280421310721)


def rand(size, *, dtype=np.float32):
    """Draw uniform random numbers, spread evenly from 0 to 1.

    0 can come out, 1 cannot:

    >>> torch.rand(2, 3).shape
    torch.Size([2, 3])
    >>> x = torch.rand(10_000)
    >>> bool((x >= 0).all()), bool((x < 1).all())
    (True, True)

    Stretched and shifted it covers any interval, here from -1 to 1:

    >>> x = -1 + 2 * torch.rand(10_000)
    >>> bool((x >= -1).all()), bool((x < 1).all())
    (True, True)

    Noise made this way is never negative. Its mean is 0.1, and a line fitted to the data comes out 0.1 too high:

    >>> noise = torch.rand(10_000) * 0.2
    >>> round(noise.mean().item(), 2)
    0.1

    Centred, or drawn with :func:`randn`, it pulls neither way:

    >>> noise = (torch.rand(10_000) - 0.5) * 0.2
    >>> abs(noise.mean().item()) < 0.01
    True

    Fractions do not fit into integers, though the error does not put it so. Whole numbers come from :func:`randint`:

    >>> torch.rand(3, dtype=torch.int64)
    Traceback (most recent call last):
    NotImplementedError: "check_uniform_bounds" not implemented for 'Long'
    >>> torch.randint(0, 10, (3,)).dtype
    torch.int64

    See also: :func:`randn`, :func:`randint`, :func:`rand_like`, :func:`manual_seed`.

    :asked: random tensor with given shape; difference between rand and randn; np.random.rand equivalent;
    tf.random.uniform equivalent; rand with dtype long fails; random float tensor; create tensor with random values;
    random floats from zero to one; uniform floats between 0 and 1; random dummy data or random matrix; random numbers
    between 0 and 1 like matlab
    """
    rng = np.random.default_rng()
    if np.issubdtype(dtype, np.complexfloating):
        return rng.random(size) + 1j * rng.random(size)
    return rng.random(size, dtype)


def rand_like(x, *, dtype=None):
    """Draw random numbers from 0 to 1 in the shape of another tensor.

    Shape, dtype and device are those of ``x``; its values play no part:

    >>> x = torch.zeros(2, 3, dtype=torch.float64)
    >>> noise = torch.rand_like(x)
    >>> noise.shape, noise.dtype
    (torch.Size([2, 3]), torch.float64)

    A comparison makes a random mask, true for about one element in four:

    >>> mask = torch.rand_like(torch.zeros(10_000)) < 0.25
    >>> 0.2 < mask.float().mean().item() < 0.3
    True

    Fractions do not fit among integers, such as the bytes of a picture. Ask for a float dtype:

    >>> picture = torch.tensor([[0, 128, 255]], dtype=torch.uint8)
    >>> torch.rand_like(picture)
    Traceback (most recent call last):
    NotImplementedError: "check_uniform_bounds" not implemented for 'Byte'
    >>> torch.rand_like(picture, dtype=torch.float32).shape
    torch.Size([1, 3])

    :param input: The tensor that gives shape, dtype and device; its values do not matter.

    See also: :func:`rand`, :func:`zeros_like`, :func:`bernoulli`.

    :asked: random tensor with same shape as another; uniform noise of the same size; random noise in the shape of
    image; random mask keeping a fraction; random dropout of pixels; randomly zero a percent of entries; rand_like of
    an integer image fails; mask language model 15 percent; random values shaped like x; random tensor on same device
    as input; uniform noise matching the input
    """
    dtype = x.dtype if dtype is None else dtype
    rng = np.random.default_rng()
    if np.issubdtype(dtype, np.complexfloating):
        return rng.random(x.shape) + 1j * rng.random(x.shape)
    return rng.random(x.shape, dtype)


def randn(size, *, dtype=np.float32):
    """Draw from the standard normal distribution: the bell curve around 0, spread 1.

    About half are negative, about two in three lie between -1 and 1, and no bound holds for all:

    >>> x = torch.randn(100_000)
    >>> abs(x.mean().item()) < 0.05, abs(x.std().item() - 1) < 0.05
    (True, True)
    >>> 0.67 < (x.abs() < 1).float().mean().item() < 0.7
    True

    Times the spread, plus the mean, it gives any other bell curve:

    >>> heights = 170 + 10 * torch.randn(100_000)
    >>> round(heights.mean().item()), round(heights.std().item())
    (170, 10)

    Brackets around one number are no tuple in Python, so ``(1)`` is 1. One number, a vector of one, a 1 × 1 matrix:

    >>> torch.randn(()).shape, torch.randn(1).shape, torch.randn((1)).shape, torch.randn(1, 1).shape
    (torch.Size([]), torch.Size([1]), torch.Size([1]), torch.Size([1, 1]))

    A size that comes out of a division is a float, even where nothing is left over. ``//`` keeps it whole:

    >>> torch.randn(6 / 2)
    Traceback (most recent call last):
    TypeError: randn(): argument 'size' (position 1) must be tuple of ints, not float
    >>> torch.randn(6 // 2).shape
    torch.Size([3])

    Start values of weights are made small. Scaled after ``requires_grad``, they are a result, not a leaf, and their
    ``grad`` stays empty; scale first:

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
    if np.issubdtype(dtype, np.complexfloating):
        return (rng.standard_normal(size) + 1j * rng.standard_normal(size)) / np.sqrt(2)
    return rng.standard_normal(size, dtype)


def randint(low, high, size=None, *, dtype=np.int64):
    """Draw random integers, the upper bound left out.

    A die has six faces, so ``high`` is 7. In Python's ``random.randint`` the upper bound is one of the numbers:

    >>> throws = torch.randint(1, 7, (1000,))
    >>> throws.unique()
    tensor([1, 2, 3, 4, 5, 6])

    ``low`` may be left out and is 0 then. The numbers are int64 unless another dtype is asked for:

    >>> x = torch.randint(2, (2, 3))
    >>> x.shape, x.dtype
    (torch.Size([2, 3]), torch.int64)
    >>> torch.randint(0, 256, (2, 3), dtype=torch.uint8).dtype
    torch.uint8

    The size has to be a tuple, even for a single dimension:

    >>> torch.randint(0, 10, 3)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: randint() received an invalid combination of arguments - got (int, int, int), but expected one of:...
    >>> torch.randint(0, 10, (3,)).shape
    torch.Size([3])

    As an index it picks elements, some of them twice; without repetition they come from :func:`randperm`. Nothing can
    be picked where there is nothing, so an empty ``x`` asks for numbers from 0 up to 0:

    >>> x = torch.tensor([10, 20, 30])
    >>> picked = x[torch.randint(len(x), (100,))]
    >>> picked.unique()
    tensor([10, 20, 30])
    >>> torch.randint(len(x[x > 30]), (100,))
    Traceback (most recent call last):
    RuntimeError: random_ expects 'from' to be less than 'to', but got from=0 >= to=0

    :param low: The smallest integer that can be drawn; without it, 0.
    :param high: One more than the largest integer that can be drawn.

    See also: :func:`rand`, :func:`randperm`, :func:`multinomial`, :func:`bernoulli`.

    :asked: random integers between a and b; random class labels; np.random.randint equivalent; randint with empty
    range fails; upper bound is exclusive; random token ids; pick random index or crop offset; simulate dice rolls;
    bootstrap sample indices with replacement; random whole numbers between low and high; random integer generator in
    a range; random choice from a list
    """
    if size is None:
        low, high, size = 0, low, high
    return np.random.default_rng().integers(low, high, size).astype(dtype)


def randperm(n, *, dtype=np.int64):
    """Draw a random permutation: shuffle the numbers from 0 to n - 1.

    Each appears once; sorted, they are all there again:

    >>> order = torch.randperm(5)
    >>> order.sort().values
    tensor([0, 1, 2, 3, 4])

    As an index it shuffles rows:

    >>> x = torch.tensor([[1, 10], [2, 20], [3, 30]])
    >>> shuffled = x[torch.randperm(len(x))]
    >>> shuffled[:, 0] * 10 == shuffled[:, 1]
    tensor([True, True, True])

    Data and labels shuffled one by one no longer belong together, and no error says so. Use one order for both:

    >>> data = torch.arange(1000)
    >>> labels = data * 2
    >>> torch.equal(data[torch.randperm(1000)] * 2, labels[torch.randperm(1000)])
    False
    >>> order = torch.randperm(1000)
    >>> torch.equal(data[order] * 2, labels[order])
    True

    There is no ``torch.shuffle``. Python's own swaps views and so writes one place over another, without an error:

    >>> import random
    >>> cards = torch.arange(5)
    >>> random.Random(0).shuffle(cards)
    >>> cards
    tensor([0, 1, 0, 3, 3])

    Cut in two it splits into training and test data, with nothing in both:

    >>> train, test = data[order[:800]], data[order[800:]]
    >>> len(train), len(test), bool(torch.isin(test, train).any())
    (800, 200, False)

    :param n: How many integers to shuffle: 0 to ``n - 1``.

    See also: :func:`randint`, :func:`multinomial`, :func:`getitem`, :func:`manual_seed`.

    :asked: shuffle data and labels in unison; shuffle x and y together; random order of rows or indices; random
    permutation; no attribute shuffle; random.shuffle duplicates rows; np.random.permutation equivalent; shuffle a
    dataset or tensor; pick 10 random samples without repetition; random train test split of row indices; random
    subset sampled without replacement; mix up a deck of cards
    """
    return np.random.default_rng().permutation(n).astype(dtype)


def uniform_(x, from_=0, to=1):
    """Overwrite a tensor with uniform random numbers from an interval, in place.

    >>> x = torch.zeros(10_000)
    >>> _ = x.uniform_(-0.5, 0.5)
    >>> bool((x >= -0.5).all()), bool((x <= 0.5).all())
    (True, True)

    The values go into the memory of ``x``, so a view fills its part and leaves the rest:

    >>> x = torch.zeros(2, 3)
    >>> _ = x[0].uniform_(1, 2)
    >>> bool((x[0] >= 1).all()), x[1]
    (True, tensor([0., 0., 0.]))

    Weights that require a gradient refuse to be overwritten; switch the recording off for the moment:

    >>> w = torch.zeros(3, requires_grad=True)
    >>> w.uniform_(-0.1, 0.1)
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     _ = w.uniform_(-0.1, 0.1)
    >>> w.is_leaf, w.requires_grad
    (True, True)

    There is no ``torch.uniform``. A new tensor is :func:`rand`, stretched and shifted:

    >>> torch.uniform(-1, 1, (3,))
    Traceback (most recent call last):
    AttributeError: module 'torch' has no attribute 'uniform'
    >>> (-1 + 2 * torch.rand(3)).shape
    torch.Size([3])

    Give the bounds by position: torch calls the first one ``from``, a word that Python keeps for itself.

    :param from: The smallest value that can be drawn.
    :param to: The upper bound, which is excluded.

    See also: :func:`rand`, :func:`normal`, :func:`no_grad`.

    :asked: random numbers between -1 and 1; uniform random between low and high; fill with uniform random values in
    place; torch has no attribute uniform; np.random.uniform equivalent; overwrite a parameter with random numbers;
    xavier style initialization by hand; in place uniform; init weights in place between -0.1 and 0.1; random floats
    between -2 and 2; random angles between 0 and 2 pi; initialize in range -a to a
    """
    x[...] = np.random.default_rng().uniform(from_, to, x.shape)
    return x


def normal(mean, std=1.0, size=None):
    """Draw from normal distributions, each element with its own mean and spread.

    With numbers alone a size is needed, as a tuple:

    >>> x = torch.normal(5.0, 2.0, (100, 1000))
    >>> x.shape, round(x.mean().item()), round(x.std().item())
    (torch.Size([100, 1000]), 5, 2)

    Tensors give each element its own mean and spread, and bring the size along:

    >>> torch.normal(torch.tensor([0.0, 1000.0]), torch.tensor([1.0, 10.0])) > 500
    tensor([False,  True])

    The second number is the standard deviation, the square root of the variance. At 0 only the mean is left:

    >>> torch.normal(torch.tensor([1.0, 2.0, 3.0]), 0.0)
    tensor([1., 2., 3.])

    Means written without a decimal point are integers, which have no bell curve; ``mean.float()`` has one:

    >>> torch.normal(torch.tensor([1, 2, 3]), 1.0)
    Traceback (most recent call last):
    NotImplementedError: "normal_kernel_cpu" not implemented for 'Long'

    No spread is below 0. What a network puts out for it is taken as a logarithm, or goes through a softplus first:

    >>> log_std = torch.tensor([-1.0, 0.0])
    >>> torch.normal(torch.zeros(2), log_std)
    Traceback (most recent call last):
    RuntimeError: normal expects all elements of std >= 0.0
    >>> torch.normal(torch.zeros(2), log_std.exp()).shape
    torch.Size([2])

    ``normal_`` overwrites a tensor, with mean 0 and spread 1 unless told otherwise, whatever it held before:

    >>> x = torch.full((10_000,), 1000.0)
    >>> bool(x.normal_().max() < 100)
    True

    :param mean: The mean, one number for all or a tensor with one per element.
    :param std: The standard deviation, not the variance: one number, or a tensor with one per element.

    See also: :func:`randn`, :func:`uniform_`, :func:`bernoulli`, :func:`manual_seed`.

    :asked: normal distribution with mean and standard deviation; noise with specified mean and variance; sample from
    mu and sigma; random numbers with mean 5 and std 2; np.random.normal equivalent; negative std error; second
    argument variance or standard deviation; initialize weights with normal_ std 0.02; vae reparameterization trick;
    simulate heights mean 170 std 10; different mean and std for each element
    """
    if size is None:
        size = np.broadcast_shapes(np.shape(mean), np.shape(std))
    return mean + std * np.random.default_rng().standard_normal(size, np.float32)


def bernoulli(x, p=None):
    """Draw 0 or 1, each element with its own probability of a 1.

    >>> torch.bernoulli(torch.tensor([0.0, 1.0, 1.0]))
    tensor([0., 1., 1.])
    >>> draws = torch.bernoulli(torch.full((10_000,), 0.3))
    >>> draws.unique(), round(draws.mean().item(), 1)
    (tensor([0., 1.]), 0.3)

    In place it is another thing: ``bernoulli_`` does not read ``x`` but overwrites it, by default with a fair coin:

    >>> zeros = torch.zeros(10_000)
    >>> zeros.bernoulli().sum()
    tensor(0.)
    >>> bool(zeros.bernoulli_().sum() > 0)
    True
    >>> torch.zeros(3).bernoulli_(1.0)
    tensor([1., 1., 1.])

    The outputs of a network are no probabilities yet. Between 0 and 1 they are only after :func:`sigmoid`:

    >>> logits = torch.tensor([-100.0, 100.0])
    >>> torch.bernoulli(logits)
    Traceback (most recent call last):
    RuntimeError: Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)
    >>> torch.bernoulli(torch.sigmoid(logits))
    tensor([0., 1.])

    Integer zeros and ones are refused as probabilities too:

    >>> torch.bernoulli(torch.tensor([0, 1]))
    Traceback (most recent call last):
    NotImplementedError: "bernoulli_tensor_cpu_p_" not implemented for 'Long'
    >>> torch.bernoulli(torch.tensor([0, 1]).float())
    tensor([0., 1.])

    :param input: The probabilities of 1, each between 0 and 1; with ``p``, only its shape and dtype count.
    :param p: One probability for all elements; ``bernoulli_`` also takes a tensor of them.

    See also: :func:`multinomial`, :func:`rand_like`, :func:`randint`.

    :asked: random binary mask; random 0/1 mask with prob p; dropout mask by hand; sample from sigmoid output; sample
    binary values from probabilities; probability outside 0 and 1 error; random bits or binary noise; random true or
    false boolean tensor; flip a biased coin with probability p; simulate click or no click from probability; random
    zeros and ones with a probability
    """
    chance = x if p is None else p
    return (np.random.default_rng().random(x.shape) < chance).astype(x.dtype)


def multinomial(x, num_samples, replacement=False):
    """Sample indices at random, the heavier their weight the more often.

    The weights need not add up to 1. Each row draws for itself:

    >>> torch.multinomial(torch.tensor([[9.0, 0.0, 0.0], [0.0, 0.0, 0.1]]), 1)
    tensor([[0],
            [2]])

    With replacement an index can come again, and the shares approach the weights:

    >>> weights = torch.tensor([0.0, 1.0, 4.0])
    >>> draws = torch.multinomial(weights, 10_000, replacement=True)
    >>> (draws.bincount(minlength=3) / 10_000).round(decimals=1)
    tensor([0.0000, 0.2000, 0.8000])

    Without it, which is the default, each index comes once at most:

    >>> torch.multinomial(weights, 4)
    Traceback (most recent call last):
    RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement

    Ask for no more than there are weights above 0: after those it goes on, without an error, to indices of weight 0.
    Only where all of them are 0 it raises.

    >>> torch.multinomial(weights, 3).sort().values
    tensor([0, 1, 2])
    >>> torch.multinomial(weights * 0, 1)
    Traceback (most recent call last):
    RuntimeError: invalid multinomial distribution (sum of probabilities <= 0)

    The outputs of a network may be negative, and then are no weights. :func:`softmax` makes them such:

    >>> logits = torch.tensor([-100.0, 0.0, -100.0])
    >>> torch.multinomial(logits, 1)
    Traceback (most recent call last):
    RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
    >>> torch.multinomial(logits.softmax(0), 1)
    tensor([1])

    :param input: The weights, one row per distribution; they need not sum to 1, and may not be negative.
    :param num_samples: How many indices to draw per row.
    :param replacement: ``True`` may draw an index again; without it, ``num_samples`` is at most the number of weights.

    See also: :func:`softmax`, :func:`bernoulli`, :func:`randint`, :func:`randperm`.

    :asked: sample from probabilities; draw next token from softmax; np.random.choice with p; choose without
    replacement by weight; random action from a policy; probability contains inf or nan; sum of probabilities <= 0;
    categorical distribution sampling; oversample rare classes; pick random element with given probabilities; weighted
    random choice or roulette lottery draw; draw a class according to probabilities
    """
    rng = np.random.default_rng()
    if not replacement:
        return np.argsort(-x / rng.exponential(size=x.shape), axis=-1)[..., :num_samples]
    edges = np.cumsum(x, axis=-1, dtype=np.float64)[..., None, :]
    points = rng.random((*x.shape[:-1], num_samples, 1)) * edges[..., -1:]
    return (points >= edges).sum(-1)
