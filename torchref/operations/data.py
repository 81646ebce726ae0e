"""Data: datasets, and loaders that iterate over them in batches."""

import numpy as np

SPACE = "utils.data"
__all__ = ["DataLoader", "TensorDataset"]


def TensorDataset(*tensors):
    """Make a dataset of inputs and targets, where one index gives one sample.

    Sample 0 is a tuple of the first row of ``x`` and the first element of ``y``:

    >>> x, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([2.0, 4.0, 6.0])
    >>> data = torch.utils.data.TensorDataset(x, y)
    >>> len(data), data[0]
    (3, (tensor([1.]), tensor(2.)))

    The samples lie along the first dimension, which has to have the same size in each tensor. Reshape the inputs:

    >>> torch.utils.data.TensorDataset(x.reshape(1, 3), y)
    Traceback (most recent call last):
    AssertionError: Size mismatch between tensors
    >>> len(torch.utils.data.TensorDataset(x.reshape(3, 1), y))
    3

    NumPy arrays raise an error that does not name the cause. Convert them with :func:`from_numpy`:

    >>> torch.utils.data.TensorDataset(np.ones((3, 1)), np.ones(3))
    Traceback (most recent call last):
    TypeError: 'int' object is not callable
    >>> len(torch.utils.data.TensorDataset(torch.from_numpy(np.ones((3, 1))), torch.from_numpy(np.ones(3))))
    3

    A sample is a view of the tensors, not a copy, so a write to it changes them:

    >>> data[0][1].fill_(100)
    tensor(100.)
    >>> y
    tensor([100.,   4.,   6.])

    Hold back some samples to test the model on data that it was not trained on. ``random_split`` takes sizes, or
    fractions such as ``[0.8, 0.2]``:

    >>> training, validation = torch.utils.data.random_split(data, [2, 1])
    >>> len(training), len(validation)
    (2, 1)

    :param tensors: Tensors with the same first size; sample ``i`` is the tuple of their elements at ``i``.

    See also: :func:`utils.data.DataLoader`, :func:`from_numpy`, :func:`split`.

    :asked: size mismatch between tensors; dataset from numpy arrays; custom dataset class __getitem__ __len__; wrap
    features and labels together; split data into train and validation set; hold out validation data; dataset from x
    and y tensors; combine x and y arrays to iterate batches; train test split 80/20 or train validation; pandas
    dataframe or csv to dataset; random_split for train and validation
    """
    return list(zip(*tensors, strict=True))


def DataLoader(dataset, batch_size=1, shuffle=None, *, drop_last=False):
    """Iterate over a dataset in mini-batches, shuffled on request.

    Here each batch is a list of two tensors, the inputs and the targets. The last batch may be smaller:

    >>> data = torch.utils.data.TensorDataset(torch.arange(5), torch.arange(5) * 10)
    >>> loader = torch.utils.data.DataLoader(data, batch_size=2)
    >>> [(x.tolist(), y.tolist()) for x, y in loader]
    [([0, 1], [0, 10]), ([2, 3], [20, 30]), ([4], [40])]

    If batch sizes differ, the mean of batch means is generally wrong. Weight each mean by the size of its batch:

    >>> means = [x.float().mean() for x, y in loader]
    >>> torch.stack(means).mean(), torch.arange(5).float().mean()
    (tensor(2.3333), tensor(2.))

    With ``shuffle=True``, each loop over the loader (an epoch) draws a new order. Here it returns each sample once:

    >>> loader = torch.utils.data.DataLoader(data, batch_size=2, shuffle=True)
    >>> torch.cat([x for x, y in loader]).sort().values
    tensor([0, 1, 2, 3, 4])

    An empty dataset raises with ``shuffle=True``, and otherwise silently gives 0 batches. Check its length:

    >>> torch.utils.data.DataLoader([], shuffle=True)
    Traceback (most recent call last):
    ValueError: num_samples should be a positive integer value, but got num_samples=0
    >>> assert len(data) > 0

    Here a batch is a list, which does not have a method ``to``. Move its tensors one by one:

    >>> next(iter(loader)).to("cpu")
    Traceback (most recent call last):
    AttributeError: 'list' object has no attribute 'to'
    >>> x, y = [tensor.to("cpu") for tensor in next(iter(loader))]

    Tensors in a batch are stacked, so they need the same shape. Pad them in ``collate_fn``, which makes the batch:

    >>> words = [torch.tensor([1, 2]), torch.tensor([3, 4, 5])]
    >>> next(iter(torch.utils.data.DataLoader(words, batch_size=2)))
    Traceback (most recent call last):
    RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1
    >>> pad = torch.nn.utils.rnn.pad_sequence
    >>> next(iter(torch.utils.data.DataLoader(words, batch_size=2, collate_fn=lambda two: pad(two, batch_first=True))))
    tensor([[1, 2, 0],
            [3, 4, 5]])

    A ``__getitem__`` without ``return`` gives ``None``, and a batch of ``None`` raises. Return the sample:

    >>> next(iter(torch.utils.data.DataLoader([None, None], batch_size=2)))
    Traceback (most recent call last):
    TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found <class 'NoneType'>

    ``drop_last`` omits a smaller last batch. ``sampler`` lists the samples, and ``batch_sampler`` lists the batches:

    >>> [x.tolist() for x, y in torch.utils.data.DataLoader(data, batch_size=2, drop_last=True)]
    [[0, 1], [2, 3]]
    >>> [x.tolist() for x, y in torch.utils.data.DataLoader(data, batch_size=2, sampler=[4, 2, 0])]
    [[4, 2], [0]]
    >>> [x.tolist() for x, y in torch.utils.data.DataLoader(data, batch_sampler=[[0, 4], [1]])]
    [[0, 4], [1]]

    :param dataset: An object with ``len()`` that can be indexed, such as a list or a ``TensorDataset``, or an
        iterable dataset.
    :param batch_size: How many samples a batch holds; ``None`` returns single samples, without a batch dimension.
    :param shuffle: ``True`` draws a new order for each epoch.
    :param sampler: An iterable of sample indices, in the order to load them; it raises with ``shuffle=True``.
    :param batch_sampler: An iterable of lists of indices, one list per batch; ``batch_size``, ``shuffle``, ``sampler``
        and ``drop_last`` then have to keep their defaults.
    :param num_workers: How many worker processes load the data; with 0, the process that runs the loop loads the data.
    :param collate_fn: A function from a list of samples to a batch, or, with ``batch_size=None``, from a single sample;
        by default, the tensors of a batch are stacked.
    :param pin_memory: ``True`` puts the batches in page-locked memory of the CPU, so that copies to a GPU are faster;
        without a GPU, torch warns instead.
    :param drop_last: ``True`` omits the last batch if it is smaller than ``batch_size``, even if it is the only batch.
    :param timeout: How many seconds to wait for a batch from the workers; 0 waits without limit.
    :param worker_init_fn: A function that each worker calls with its own number when it starts.
    :param multiprocessing_context: How workers are started: ``"fork"``, ``"spawn"`` or ``"forkserver"``.
    :param prefetch_factor: How many batches each worker loads ahead; without workers, it raises.
    :param persistent_workers: ``True`` keeps the workers alive from epoch to epoch; without workers, it raises.
    :param pin_memory_device: Deprecated: ``pin_memory`` alone is enough.
    :param in_order: ``False`` returns the batches of several workers in the order in which they are ready.

    See also: :func:`utils.data.TensorDataset`, :func:`randperm`, :func:`stack`, :func:`nn.functional.pad`.

    :asked: stack expects each tensor to be equal size; default_collate batch must contain tensors; get one batch to
    look at; custom collate_fn for different lengths; sampler to oversample rare class; last batch smaller than batch
    size; what does shuffle=True do; batch and shuffle training data every epoch; num_workers slow loading;
    iterate in mini-batches of 64; loop over data in batches
    """
    order = np.random.permutation(len(dataset)) if shuffle else range(len(dataset))
    for start in range(0, len(order), batch_size):
        batch = [dataset[n] for n in order[start : start + batch_size]]
        if len(batch) == batch_size or not drop_last:
            parts = isinstance(batch[0], (tuple, list))
            yield [np.stack(column) for column in zip(*batch, strict=True)] if parts else np.stack(batch)
