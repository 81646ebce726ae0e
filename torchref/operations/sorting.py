"""Sorting: put elements in order, pick the largest, and count equal ones."""

import numpy as np

__all__ = [
    "argsort",
    "bincount",
    "kthvalue",
    "msort",
    "sort",
    "topk",
    "unique",
    "unique_consecutive",
]


def sort(x, dim=-1, descending=False, *, stable=False):
    """Sort along one dimension, and return the values and their old positions.

    The result is a named tuple of the sorted ``values`` and of ``indices``, their original positions:

    >>> x = torch.tensor([30, 10, 20])
    >>> torch.sort(x)
    torch.return_types.sort(
    values=tensor([10, 20, 30]),
    indices=tensor([1, 2, 0]))
    >>> values, indices = x.sort(descending=True)
    >>> values
    tensor([30, 20, 10])

    Unlike in NumPy, ``x.sort()`` does not change ``x`` but returns a pair. Use the ``values`` of the pair:

    >>> x.sort().numpy()
    Traceback (most recent call last):
    AttributeError: 'torch.return_types.sort' object has no attribute 'numpy'
    >>> x.sort().values.numpy()
    array([10, 20, 30])

    Each row of a matrix is sorted independently. With ``dim=0``, each column is sorted, which may separate the elements
    of a row. To reorder whole rows, use :func:`argsort`:

    >>> table = torch.tensor([[3, 1], [2, 9]])
    >>> table.sort(dim=0).values
    tensor([[2, 1],
            [3, 9]])

    With ``stable=True``, equal elements keep their order. Without it, the sort of a short tensor may happen to be
    stable, and that of a long tensor may not. ``nan`` counts as the largest value:

    >>> torch.tensor([2, 1, 2, 1]).sort(stable=True, descending=True).indices
    tensor([0, 2, 1, 3])
    >>> torch.tensor([float("nan"), 1.0, float("inf")]).sort().values
    tensor([1., inf, nan])

    :param descending: ``True`` puts the largest first.
    :param out: A tuple of two tensors, which ``values`` and ``indices`` are written to.
    :param stable: ``True`` keeps equal elements in their order; without it, their order is unspecified.

    See also: :func:`argsort`, :func:`topk`, :func:`unique`.

    :sheet: s.sort()
    :sheet numpy: np.sort(s) → s.sort().values
    :sheet trap: s.sort(): Values and indices.

    :asked: sort values in ascending order; sort descending from largest to smallest; from high to low; returns sorted
    values and original indices; object has no attribute numpy after sort; keep order of equal elements; sort a list of
    scores in reverse; arrange numbers in increasing order; order each row by itself; sort leaves x unchanged not in
    place; sort columns independently; order values big to small like np.sort
    """
    if x.ndim == 0:
        return x.copy(), np.array(0)
    order = np.argsort(np.flip(x, dim) if descending else x, dim, stable=True)
    if descending:
        order = x.shape[dim] - 1 - np.flip(order, dim)
    return np.take_along_axis(x, order, dim), order


def argsort(x, dim=-1, descending=False, *, stable=False):
    """Find the indices that would sort a tensor.

    The smallest element of ``x`` is at index 1, the next at 2, the largest at 0. Indexing ``x`` with these indices
    sorts it:

    >>> x = torch.tensor([30, 10, 20])
    >>> order = torch.argsort(x)
    >>> order
    tensor([1, 2, 0])
    >>> x[order]
    tensor([10, 20, 30])

    The order of one tensor can be applied to other tensors; here a table is sorted by its second column:

    >>> table = torch.tensor([[1, 30], [2, 10], [3, 20]])
    >>> table[table[:, 1].argsort()]
    tensor([[ 2, 10],
            [ 3, 20],
            [ 1, 30]])

    For a matrix, ``y[y.argsort()]`` does not sort: it selects whole rows silently, or raises if an index is out of
    bounds. :func:`take_along_dim` sorts each row:

    >>> y = torch.tensor([[5, 4], [1, 2]])
    >>> y[y.argsort()].shape
    torch.Size([2, 2, 2])
    >>> torch.take_along_dim(y, y.argsort(dim=1), dim=1)
    tensor([[4, 5],
            [1, 2]])

    The ``argsort`` of an ``argsort`` ranks the elements; equal elements get different ranks. Used as an index, the
    ranks undo the sorting:

    >>> order.argsort()
    tensor([2, 0, 1])
    >>> x[order][order.argsort()]
    tensor([30, 10, 20])

    ``descending=True`` puts the largest first:

    >>> x.argsort(descending=True)
    tensor([0, 2, 1])

    To sort by two keys, sort by the secondary key first, then by the primary key with ``stable=True``:

    >>> table = torch.tensor([[2, 5], [1, 7], [2, 3]])
    >>> table = table[table[:, 1].argsort()]
    >>> table[table[:, 0].argsort(stable=True)]
    tensor([[1, 7],
            [2, 3],
            [2, 5]])

    :param descending: ``True`` puts the largest first.
    :param stable: ``True`` keeps equal elements in their order; without it, their order is unspecified.

    See also: :func:`sort`, :func:`take_along_dim`, :func:`topk`, :func:`argmax`.

    :sheet numpy: np.argsort(s) → s.argsort()

    :asked: sort one tensor by another; order two tensors the same way; undo a sort; restore original order after
    sorting; np.argsort equivalent; rank of each element; reorder batch by sequence length; ranking of players by
    points; order in which rows come by score descending; reorder samples by scores; reorder rows by values in one
    column; sort 2d tensor by one column sort_values
    """
    if x.ndim == 0:
        return np.array(0)
    order = np.argsort(np.flip(x, dim) if descending else x, dim, stable=True)
    return x.shape[dim] - 1 - np.flip(order, dim) if descending else order


def msort(x):
    """Sort along the first dimension.

    In a matrix, each column is sorted independently, so the elements of a row may be separated:

    >>> table = torch.tensor([[3, 1], [2, 9]])
    >>> torch.msort(table)
    tensor([[2, 1],
            [3, 9]])

    The result is that of ``sort`` with ``dim=0``. By default, :func:`sort` sorts each row instead, and returns the
    indices too:

    >>> table.sort(dim=0).values
    tensor([[2, 1],
            [3, 9]])
    >>> table.sort().values
    tensor([[1, 3],
            [2, 9]])

    ``msort`` takes neither ``dim`` nor ``descending``. Call ``sort``:

    >>> torch.msort(table, descending=True)
    Traceback (most recent call last):
    TypeError: msort() got an unexpected keyword argument 'descending'
    >>> table.sort(dim=0, descending=True).values
    tensor([[3, 9],
            [2, 1]])

    To keep each row together, index the rows with the :func:`argsort` of one column:

    >>> table[table[:, 0].argsort()]
    tensor([[2, 9],
            [3, 1]])

    See also: :func:`sort`, :func:`argsort`.

    :asked: np.msort equivalent; what is the difference between msort and sort; sort each column without the indices;
    sort a matrix down its first axis; matlab sort columns
    """
    return np.sort(x, 0) if x.ndim else x.copy()


def kthvalue(x, k, dim=-1, keepdim=False):
    """Find the k-th smallest element along a dimension, with its index.

    ``k`` counts from 1, so ``k=2`` gives the second smallest element:

    >>> x = torch.tensor([30, 10, 20, 40])
    >>> torch.kthvalue(x, 2)
    torch.return_types.kthvalue(
    values=tensor(20),
    indices=tensor(2))

    To get the k-th largest element, count from the other end. Here it is the second largest of four:

    >>> x.kthvalue(len(x) + 1 - 2).values
    tensor(30)

    The k smallest elements themselves come from :func:`topk`:

    >>> x.topk(2, largest=False).values
    tensor([10, 20])

    By default, each row of a matrix gives one value. ``dim`` is the dimension that disappears, unless ``keepdim=True``
    keeps it with size 1. The values then broadcast, here to mark the two smallest elements of each row:

    >>> table = torch.tensor([[7, 5, 9], [2, 8, 4]])
    >>> table.kthvalue(2).values, table.kthvalue(2, dim=0).values
    (tensor([7, 4]), tensor([7, 8, 9]))
    >>> table <= table.kthvalue(2, keepdim=True).values
    tensor([[ True,  True, False],
            [ True, False,  True]])

    ``k`` runs from 1 to the number of elements along ``dim``. The smallest element has ``k=1``, not 0:

    >>> x.kthvalue(0)
    Traceback (most recent call last):
    RuntimeError: kthvalue(): selected number k out of range for dimension 0
    >>> x.kthvalue(1).values
    tensor(10)

    ``nan`` counts as the largest value, so a large ``k`` may return it silently:

    >>> torch.tensor([2.0, float("nan"), 1.0]).kthvalue(3).values
    tensor(nan)

    Equal elements count separately: the second smallest element of 1, 1, 2 is 1. Which of their indices is returned is
    not defined. To skip duplicates, call :func:`unique` first:

    >>> y = torch.tensor([1, 1, 2])
    >>> y.kthvalue(2).values, y.unique().kthvalue(2).values
    (tensor(1), tensor(2))

    :param k: The rank of the element, from 1 for the smallest to the size of ``dim`` for the largest.
    :param dim: The dimension that disappears; without it, the last one.
    :param out: A tuple of two tensors, which ``values`` and ``indices`` are written to.

    See also: :func:`topk`, :func:`sort`, :func:`median`.

    :asked: second smallest value; n-th smallest element of a tensor; k-th order statistic; kth largest instead of kth
    smallest; quickselect; np.partition equivalent; index of the second smallest element; kthvalue or topk; third lowest
    number in every row; threshold so that k elements are below; distance to the k-th nearest neighbor
    """
    if not 1 <= k <= np.atleast_1d(x).shape[dim]:
        raise ValueError("k is out of range")
    if x.ndim == 0:
        return x.copy(), np.array(0)
    indices = np.take(np.argpartition(x, k - 1, dim), [k - 1], dim)
    values = np.take_along_axis(x, indices, dim)
    return (values, indices) if keepdim else (np.squeeze(values, dim), np.squeeze(indices, dim))


def topk(x, k, dim=-1, largest=True, sorted=True):
    """Pick the k largest or smallest elements along a dimension, with their indices.

    >>> score = torch.tensor([0.5, 2.0, 1.0, 3.0])
    >>> torch.topk(score, 2)
    torch.return_types.topk(
    values=tensor([3., 2.]),
    indices=tensor([3, 1]))
    >>> score.topk(2, largest=False).values
    tensor([0.5000, 1.0000])

    ``k`` is the number of results, at most the number of elements along the dimension. Limit it:

    >>> torch.topk(score, 5)
    Traceback (most recent call last):
    RuntimeError: selected index k out of range
    >>> torch.topk(score, min(5, len(score))).indices
    tensor([3, 1, 2, 0])

    In a batch, each row is ranked independently. This code tests whether class 1 is among the best two of each row:

    >>> logits = torch.tensor([[0.0, 1.0, 2.0], [5.0, 3.0, 4.0]])
    >>> (logits.topk(2).indices == torch.tensor([[1], [1]])).any(dim=1)
    tensor([ True, False])

    A language model drops the tokens whose logit is below the last of the top values. Tokens that tie with it are kept:

    >>> logits.masked_fill(logits < logits.topk(2).values[:, -1:], -float("inf"))
    tensor([[-inf, 1., 2.],
            [5., -inf, 4.]])

    ``nan`` counts as the largest value, so a single ``nan`` comes first:

    >>> torch.topk(torch.tensor([0.5, float("nan"), 0.9]), 1).indices
    tensor([1])

    Which of several equal elements is chosen is not defined. With ``sorted=False``, neither is the order of the results.

    :param k: How many elements to return, at most the size of ``dim``.
    :param largest: ``False`` returns the smallest instead.
    :param sorted: ``False`` leaves the order of the returned elements open.
    :param out: A tuple of two tensors, which ``values`` and ``indices`` are written to.

    See also: :func:`sort`, :func:`kthvalue`, :func:`argmax`, :func:`gather`.

    :sheet: s.topk(2)
    :sheet numpy: np.sort(s)[::-1][:2] → s.topk(2).values

    :asked: k smallest distances; top-5 accuracy; top-k sampling of a language model; k nearest neighbours from
    distances; k larger than number of elements; second largest value; beam search candidates; three biggest values and
    their positions; most probable classes with their scores; best 10 candidates by score; k largest values and where
    they are; keep only the k strongest activations
    """
    if x.ndim == 0:
        return x.copy(), np.array(0)
    order = np.argsort(x, dim)
    indices = np.take(np.flip(order, dim) if largest else order, range(k), dim)
    return np.take_along_axis(x, indices, dim), indices


def unique(x, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """Remove duplicates: find the unique values, and how often each occurs.

    >>> x = torch.tensor([30, 10, 30, 20])
    >>> torch.unique(x)
    tensor([10, 20, 30])
    >>> torch.unique(x, return_counts=True)
    (tensor([10, 20, 30]), tensor([1, 1, 2]))

    The inverse gives the position of each element's value in the result. These positions turn the labels into 0, 1, 2,
    and indexing the values with them restores the labels:

    >>> values, number = torch.unique(x, return_inverse=True)
    >>> number
    tensor([2, 0, 2, 1])
    >>> values[number]
    tensor([30, 10, 30, 20])

    Pass the options by keyword. The first of them is ``sorted``, so this call returns the values alone:

    >>> torch.unique(x, True)
    tensor([10, 20, 30])

    NumPy's ``return_index`` does not exist. Find the first occurrence of each value yourself:

    >>> torch.unique(x, return_index=True)
    Traceback (most recent call last):
    TypeError: _return_output() got an unexpected keyword argument 'return_index'
    >>> [torch.nonzero(x == value)[0].item() for value in torch.unique(x)]
    [1, 3, 0]

    A matrix is flattened first. For distinct rows, pass ``dim=0``, which NumPy calls ``axis``:

    >>> pairs = torch.tensor([[1, 2], [0, 5], [1, 2]])
    >>> torch.unique(pairs, dim=0)
    tensor([[0, 5],
            [1, 2]])

    Each ``nan`` is listed separately, while ``np.unique`` lists a single one:

    >>> torch.unique(torch.tensor([float("nan"), 1.0, float("nan")]))
    tensor([1., nan, nan])

    With ``dim``, a row with ``nan`` may silently leave the other rows unsorted and with duplicates.

    :func:`unique_consecutive` removes consecutive repeats, without sorting.

    :param sorted: ``False`` leaves the order of the values open; it may differ from their order in ``input``.
    :param return_inverse: ``True`` also returns, for each element (with ``dim``, for each slice), its position in the
        result.
    :param return_counts: ``True`` also returns how often each value (with ``dim``, each slice) occurs.
    :param dim: The dimension whose slices are compared as wholes; without it, ``input`` is flattened.

    See also: :func:`unique_consecutive`, :func:`bincount`, :func:`sort`, :func:`nonzero`.

    :sheet: v.unique()
    :sheet numpy: np.unique(v) → v.unique()

    :asked: remove duplicates; remove duplicate rows; pandas value_counts; index of first occurrence return_index; map
    labels to consecutive integers; set of a tensor; np.unique equivalent; how many different values are there; distinct
    values and how many times each appears; count how many times each value occurs; which classes are present
    """
    return np.unique(x, return_inverse=return_inverse, return_counts=return_counts, axis=dim, equal_nan=False)


def unique_consecutive(x, return_inverse=False, return_counts=False, dim=None):
    """Collapse each run of equal neighboring elements to one element.

    The two 7s become one, then the three 5s:

    >>> torch.unique_consecutive(torch.tensor([7, 7, 5, 5, 5, 9]))
    tensor([7, 5, 9])

    A value that comes back later is a new run, so it appears again. :func:`unique` returns each value once, in sorted
    order. If the tensor is sorted already, the results are equal, and ``unique_consecutive`` does not sort again:

    >>> x = torch.tensor([5, 5, 7, 7, 7, 5])
    >>> torch.unique_consecutive(x), torch.unique(x)
    (tensor([5, 7, 5]), tensor([5, 7]))
    >>> torch.unique_consecutive(x.sort().values)
    tensor([5, 7])

    The counts are the lengths of the runs. Together with the values, they are a run-length encoding, and
    ``repeat_interleave`` decodes it:

    >>> values, length = torch.unique_consecutive(x, return_counts=True)
    >>> length
    tensor([2, 3, 1])
    >>> values.repeat_interleave(length)
    tensor([5, 5, 7, 7, 7, 5])

    The inverse is the number of the run that each element belongs to:

    >>> values, run = torch.unique_consecutive(x, return_inverse=True)
    >>> run
    tensor([0, 0, 1, 1, 1, 2])

    NumPy's ``return_index`` does not exist. The start of each run follows from the lengths:

    >>> torch.unique_consecutive(x, return_index=True)
    Traceback (most recent call last):
    TypeError: _consecutive_return_output() got an unexpected keyword argument 'return_index'
    >>> length.cumsum(0) - length
    tensor([0, 2, 5])

    A matrix is flattened first. With ``dim=0``, equal neighboring rows are collapsed:

    >>> pairs = torch.tensor([[1, 2], [1, 2], [2, 2]])
    >>> torch.unique_consecutive(pairs)
    tensor([1, 2, 1, 2])
    >>> torch.unique_consecutive(pairs, dim=0)
    tensor([[1, 2],
            [2, 2]])

    Each ``nan`` is a run of its own, because ``nan`` is not equal to itself.

    Pass the options by keyword. By position, ``torch.unique_consecutive(x, True)`` silently returns an empty tensor
    instead of the inverse.

    :param return_inverse: ``True`` also returns, for each element (with ``dim``, for each slice), the number of its
        run.
    :param return_counts: ``True`` also returns the length of each run.
    :param dim: The dimension whose slices are compared as wholes; without it, ``input`` is flattened.

    See also: :func:`unique`, :func:`repeat_interleave`, :func:`diff`, :func:`bincount`.

    :asked: remove consecutive duplicates; itertools.groupby equivalent; run length encoding; length of each run of equal
    values; collapse repeated labels in ctc greedy decoding; unique without sorting; drop repeats that stand next to each
    other; number the segments of a sequence; start index of each run; where the value changes in a sequence;
    deduplicate a tensor that is already sorted
    """
    shape = x.shape
    x = np.ravel(x) if dim is None else np.moveaxis(x, dim, 0)
    begins = np.ones(len(x), bool)
    begins[1:] = (x[1:] != x[:-1]).any(tuple(range(1, x.ndim)))
    run = np.cumsum(begins) - 1
    found = [x[begins] if dim is None else np.moveaxis(x[begins], 0, dim)]
    found += [run.reshape(shape) if dim is None else run] * return_inverse
    found += [np.bincount(run)] * return_counts
    return tuple(found) if len(found) > 1 else found[0]


def bincount(x, weights=None, minlength=0):
    """Count how often each of the integers 0, 1, 2 ... occurs.

    By default, element ``i`` of the result is the number of elements equal to ``i``, and its length is the largest
    element plus 1:

    >>> labels = torch.tensor([1, 3, 1, 0])
    >>> torch.bincount(labels)
    tensor([1, 2, 0, 1])

    The counts of two batches may differ in length. Adding such counts raises, or silently broadcasts counts of length
    1. Pass the number of classes as ``minlength``:

    >>> torch.bincount(labels) + torch.bincount(torch.tensor([1, 1]))
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (4) must match the size of tensor b (2) at non-singleton dimension 0
    >>> torch.bincount(labels, minlength=4) + torch.bincount(torch.tensor([1, 1]), minlength=4)
    tensor([1, 4, 0, 1])

    With ``weights``, each element adds its weight instead of 1, which gives the sum of each group. For the mean of each
    group, divide by the counts:

    >>> total = torch.bincount(labels, weights=torch.tensor([1.0, 2.0, 5.0, 4.0]))
    >>> total
    tensor([4., 6., 0., 2.])
    >>> total / torch.bincount(labels).clamp(min=1)
    tensor([4., 3., 0., 2.])

    The input is a 1-d tensor of integers from 0 on. Remove labels such as -1, which often means "ignore":

    >>> marked = torch.tensor([0, -1, 2])
    >>> torch.bincount(marked)
    Traceback (most recent call last):
    RuntimeError: bincount only supports 1-d non-negative integral inputs.
    >>> torch.bincount(marked[marked >= 0])
    tensor([1, 0, 1])

    Floats are not accepted, nor are bools. Convert them to integers:

    >>> torch.bincount(torch.tensor([0.0, 2.0]))
    Traceback (most recent call last):
    NotImplementedError: "bincount_cpu" not implemented for 'Float'
    >>> torch.bincount(torch.tensor([0.0, 2.0]).long())
    tensor([1, 0, 1])

    ``float32`` weights are summed in ``float32``, so adding ones stops at 16777216; other weights are summed in
    ``float64``. The backward pass raises; use :func:`scatter_add` for a gradient.

    :param input: A 1-d tensor of integers from 0 on.
    :param weights: How much each element counts, a tensor with the shape of ``input``; without it, each element counts
        1.
    :param minlength: The minimum length of the result; without it, the length is the largest element plus 1.

    See also: :func:`unique`, :func:`scatter_add`, :func:`index_add`.

    :asked: how often each word id appears; class frequencies; number of samples in each class; class weights for
    imbalanced dataset counts; confusion matrix from labels; mean per group; bincount with negative labels; np.bincount
    equivalent; majority voting from integer labels; number of images per class; how many times each integer appears
    """
    counts = np.bincount(x, weights, minlength)
    return counts if weights is None or weights.dtype != np.float32 else counts.astype(np.float32)
