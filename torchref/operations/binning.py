"""Bins and histograms: find the bin of each value, and count the values per bin."""

import numpy as np

__all__ = [
    "bucketize",
    "histc",
    "histogram",
    "histogramdd",
    "searchsorted",
]


def bucketize(x, boundaries, *, out_int32=False, right=False):
    """Find the bin of each value, given the sorted boundaries between the bins.

    The boundaries 18 and 65 separate three bins: 0 up to 18, 1 up to 65, and 2 above. The result is the number of
    boundaries that are smaller than the value:

    >>> boundaries = torch.tensor([18, 65])
    >>> age = torch.tensor([10, 18, 30, 70])
    >>> torch.bucketize(age, boundaries)
    tensor([0, 0, 1, 2])

    A value equal to a boundary belongs to the lower bin. With ``right=True``, it belongs to the upper bin:

    >>> torch.bucketize(age, boundaries, right=True)
    tensor([0, 1, 1, 2])

    NumPy's ``digitize`` gives ``right`` the opposite meaning, so without ``right``, 18 belongs to the upper bin:

    >>> np.digitize(np.array([10, 18, 30, 70]), np.array([18, 65]))
    array([0, 1, 1, 2])

    There is one bin more than there are boundaries. An embedding table of the bins needs that many rows:

    >>> table = torch.nn.Embedding(len(boundaries) + 1, 4)
    >>> table(torch.bucketize(age, boundaries)).shape
    torch.Size([4, 4])

    The boundaries are not checked. If they are not sorted, bins can silently be wrong. Here 20 lands in bin 0:

    >>> torch.bucketize(torch.tensor([20]), torch.tensor([65, 40, 18]))
    tensor([0])
    >>> torch.bucketize(torch.tensor([20]), torch.tensor([65, 40, 18]).sort().values)
    tensor([1])

    ``boundaries`` is a 1-d tensor. If each row has its own boundaries, call :func:`searchsorted`, whose arguments come
    in the opposite order:

    >>> values, limits = torch.tensor([[10], [30]]), torch.tensor([[18, 65], [20, 25]])
    >>> torch.bucketize(values, limits)
    Traceback (most recent call last):
    RuntimeError: boundaries tensor must be 1 dimension, but got dim(2)
    >>> torch.searchsorted(limits, values)
    tensor([[0],
            [2]])

    ``nan`` lands in the last bin. The result is ``int64``, or ``int32``, which needs half the memory:

    >>> torch.bucketize(torch.tensor([float("nan"), 0.5]), boundaries, out_int32=True)
    tensor([2, 0], dtype=torch.int32)

    :param input: The values, a tensor of any shape or a number; the result has the same shape.
    :param boundaries: A 1-d tensor of boundaries in ascending order, which is not checked.
    :param out_int32: ``True`` returns ``int32`` instead of ``int64``.
    :param right: ``True`` puts a value that equals a boundary in the upper bin.

    See also: :func:`searchsorted`, :func:`histc`, :func:`histogram`, :func:`bincount`.

    :asked: discretize continuous values; np.digitize equivalent; pandas cut into intervals; age groups from ages; turn
    numbers into categories by thresholds; map floats to bin ids for an embedding; which interval does each value fall
    into; quantize values with unequal bins; bin edges to bin index; bucketize or searchsorted; bucketize right argument
    is reversed
    """
    found = np.searchsorted(boundaries, x, side="right" if right else "left")
    return np.asarray(found, np.int32 if out_int32 else np.int64)


def searchsorted(sorted_sequence, values, *, out_int32=False, right=False, side=None, sorter=None):
    """Find where to insert values into a sorted tensor so that it stays sorted.

    The value 4 belongs between 3 and 5, at index 2. The search is binary, so it is fast even in a long tensor:

    >>> x = torch.tensor([1, 3, 5])
    >>> torch.searchsorted(x, torch.tensor([0, 4, 9]))
    tensor([0, 2, 3])

    By default, the index is that of the first equal element. With ``side="right"`` or ``right=True``, it is the index
    after the last equal element. The difference is how often the value occurs:

    >>> y = torch.tensor([1, 3, 3, 3, 5])
    >>> three = torch.tensor([3])
    >>> torch.searchsorted(y, three), torch.searchsorted(y, three, side="right")
    (tensor([1]), tensor([4]))
    >>> torch.searchsorted(y, three, right=True) - torch.searchsorted(y, three)
    tensor([3])

    For a value above the largest element, the index is ``len(x)``, which is out of bounds. Clamp it, here to test
    which values occur in ``x``:

    >>> values = torch.tensor([0, 3, 9])
    >>> x[torch.searchsorted(x, values)] == values
    Traceback (most recent call last):
    IndexError: index 3 is out of bounds for dimension 0 with size 3
    >>> x[torch.searchsorted(x, values).clamp(max=len(x) - 1)] == values
    tensor([False,  True, False])

    A tensor that is not sorted can silently give wrong indices. Sort it, or pass its ``argsort`` as ``sorter``:

    >>> z = torch.tensor([5, 1, 3])
    >>> four = torch.tensor([4])
    >>> torch.searchsorted(z, four), torch.searchsorted(z.sort().values, four)
    (tensor([3]), tensor([2]))
    >>> torch.searchsorted(z, four, sorter=z.argsort())
    tensor([2])

    A matrix is searched row by row: row i of ``values`` in row i of the matrix. Sizes other than the last have to
    agree, so repeat values that are the same for each row:

    >>> rows = torch.tensor([[1, 3, 5], [2, 4, 6]])
    >>> torch.searchsorted(rows, values)
    Traceback (most recent call last):
    RuntimeError: torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor [2, 3] and input value tensor [3]
    >>> torch.searchsorted(rows, values.repeat(2, 1))
    tensor([[0, 1, 3],
            [0, 1, 3]])

    In cumulative probabilities, the search draws an index for each uniform random number, here 0.1, 0.5 and 0.9:

    >>> torch.searchsorted(torch.tensor([0.2, 0.7, 1.0]), torch.tensor([0.1, 0.5, 0.9]), out_int32=True)
    tensor([0, 1, 2], dtype=torch.int32)

    :func:`bucketize` takes the two tensors in the opposite order. If 1-d tensors are swapped, no error is raised.

    :param sorted_sequence: A tensor that is sorted along its last dimension, which is not checked.
    :param input: The values to look for; for a 1-d ``sorted_sequence``, a tensor of any shape or a number.
    :param out_int32: ``True`` returns ``int32`` instead of ``int64``.
    :param right: ``True`` is ``side="right"``.
    :param side: ``"left"`` gives the index of the first equal element, ``"right"`` the index after the last one.
    :param sorter: The ``int64`` indices that sort ``sorted_sequence``, as :func:`argsort` returns them.

    See also: :func:`bucketize`, :func:`sort`, :func:`argsort`, :func:`cumsum`.

    :asked: binary search; bisect_left and bisect_right for tensors; np.searchsorted equivalent; insertion index in a
    sorted list; position of a value in a sorted tensor; inverse transform sampling from a
    cdf; nearest timestamp lookup; search in every row of a sorted matrix; how many elements are below a value in sorted
    data; find the interval for linear interpolation
    """
    if sorter is not None:
        sorted_sequence = np.take_along_axis(sorted_sequence, sorter, -1)
    side, dtype = side or ("right" if right else "left"), np.int32 if out_int32 else np.int64
    if sorted_sequence.ndim == 1:
        return np.asarray(np.searchsorted(sorted_sequence, values, side), dtype)
    found = np.zeros(values.shape, dtype)
    for row in np.ndindex(sorted_sequence.shape[:-1]):
        found[row] = np.searchsorted(sorted_sequence[row], values[row], side)
    return found


def histc(x, bins=100, min=0, max=0):
    """Count the values in bins of equal width.

    The range from 0 to 4 is divided into four bins. Each includes its left edge; the last also includes its right edge:

    >>> x = torch.tensor([0.5, 1.0, 1.5, 2.0, 4.0])
    >>> torch.histc(x, bins=4, min=0, max=4)
    tensor([1., 2., 1., 1.])

    Values outside of the range are silently ignored, as the sum shows. To count them in the outermost bins, clamp them:

    >>> y = torch.tensor([0.5, 1.0, 7.0])
    >>> counts = torch.histc(y, bins=4, min=0, max=4)
    >>> counts.sum()
    tensor(2.)
    >>> torch.histc(y.clamp(0, 4), bins=4, min=0, max=4)
    tensor([1., 1., 0., 1.])

    Without ``min`` and ``max``, the range is that of the data, so the bins of two tensors can differ. The
    same holds silently if ``min`` and ``max`` are equal:

    >>> torch.histc(y, bins=4), torch.histc(y, bins=4, min=5, max=5)
    (tensor([2., 0., 0., 1.]), tensor([2., 0., 0., 1.]))

    The bin edges are not returned. Compute them, or call :func:`histogram`, which returns them too:

    >>> torch.linspace(0, 4, 4 + 1)
    tensor([0., 1., 2., 3., 4.])

    On the CPU, integers are not accepted. Convert them to floats, or count each integer with :func:`bincount`:

    >>> grade = torch.tensor([1, 3, 1, 0])
    >>> torch.histc(grade, bins=4, min=0, max=4)
    Traceback (most recent call last):
    NotImplementedError: "histogram_cpu" not implemented for 'Long'
    >>> torch.histc(grade.float(), bins=4, min=0, max=4)
    tensor([1., 2., 0., 1.])
    >>> torch.bincount(grade)
    tensor([1, 2, 0, 1])

    Without a range, an infinite value or ``nan`` raises. With a range, these values are ignored:

    >>> torch.histc(torch.tensor([1.0, float("inf")]), bins=4)
    Traceback (most recent call last):
    RuntimeError: torch.histc: range of [1, inf] is not finite
    >>> torch.histc(torch.tensor([1.0, float("inf"), float("nan")]), bins=4, min=0, max=4)
    tensor([0., 1., 0., 0.])

    The counts have the dtype of ``input``: in ``float32``, they are exact up to 16777216, in ``float16`` up to 2048.
    They have no gradient.

    :param bins: The number of bins.
    :param min: The left edge of the first bin; if it equals ``max``, the range is that of the data.
    :param max: The right edge of the last bin, which is included.

    See also: :func:`histogram`, :func:`bincount`, :func:`bucketize`, :func:`linspace`.

    :asked: histogram of a tensor; histogram of an image; count values per interval; distribution of activations or
    weights; tf.histogram_fixed_width; histogram counts do not add up to the number of elements; histogram of integers
    not implemented for long; number of pixels per brightness level; matplotlib hist of a tensor; what range does histc
    use by default; how many values lie between each pair of edges
    """
    return np.histogram(x, bins, (min, max) if min != max else None)[0].astype(x.dtype)


def histogram(x, bins=100, *, range=None, weight=None, density=False):
    """Count the values per bin, and return the counts and the bin edges.

    Three equal bins lie between the smallest and the largest value. ``hist`` has one element fewer than ``bin_edges``:

    >>> x = torch.tensor([0.0, 1.0, 1.5, 6.0])
    >>> torch.histogram(x, 3)
    torch.return_types.histogram(
    hist=tensor([3., 0., 1.]),
    bin_edges=tensor([0., 2., 4., 6.]))

    ``range`` sets the outer edges, and a 1-d tensor of edges makes bins of unequal width. Values outside are silently
    ignored:

    >>> torch.histogram(x, 2, range=(0.0, 4.0)).hist
    tensor([3., 0.])
    >>> torch.histogram(x, torch.tensor([0.0, 1.0, 5.0])).hist
    tensor([1., 2.])

    A bin includes its left edge, so 1.0 is counted in the second bin above. The last bin also includes its right edge.

    With ``weight``, each value counts as much as its weight. With ``density=True``, the bins multiplied by their widths
    add up to 1:

    >>> torch.histogram(x, 3, weight=torch.tensor([1.0, 1.0, 1.0, 5.0])).hist
    tensor([3., 0., 5.])
    >>> hist, edges = torch.histogram(x, 3, density=True)
    >>> hist
    tensor([0.3750, 0.0000, 0.1250])
    >>> (hist * edges.diff()).sum()
    tensor(1.)

    To let the bins themselves add up to 1, divide the counts by their sum:

    >>> torch.histogram(x, 3).hist / len(x)
    tensor([0.7500, 0.0000, 0.2500])

    On the CPU, the values are ``float32`` or ``float64``; other dtypes raise. Convert integers:

    >>> torch.histogram(torch.tensor([1, 2, 2]), 2)
    Traceback (most recent call last):
    NotImplementedError: "histogramdd" not implemented for 'Long'
    >>> torch.histogram(torch.tensor([1, 2, 2]).float(), 2).hist
    tensor([1., 2.])

    Edges and weights need the dtype of the values. Write the edges as floats:

    >>> torch.histogram(x, torch.tensor([0, 1, 5]))
    Traceback (most recent call last):
    RuntimeError: torch.histogramdd: input tensor and bins tensors should have the same dtype, but got input with dtype float and bins for dimension 0 with dtype long int
    >>> torch.histogram(x, torch.tensor([0, 1, 5], dtype=x.dtype)).hist
    tensor([1., 2.])

    Edges in descending order are not an error: the counts are silently 0. If the values may be ``nan`` or infinite,
    give ``range`` or edges; those values are then ignored. The backward pass raises.

    :param bins: The number of bins, or a 1-d tensor of edges in ascending order with the dtype of ``input``.
    :param range: The outer edges as two floats; without it, the smallest and the largest value.
    :param weight: What each value counts, a tensor with the shape and dtype of ``input``.
    :param density: ``True`` divides the counts by their sum and by the widths of the bins.
    :param out: A tuple of two tensors, which ``hist`` and ``bin_edges`` are written to.

    See also: :func:`histc`, :func:`histogramdd`, :func:`bucketize`, :func:`bincount`.

    :asked: np.histogram equivalent; histogram with bin edges; probability density from samples; weighted histogram;
    histogram with unequal bins; normalize a histogram so it sums to one; histc or histogram; empirical distribution of
    a tensor; edges of the histogram bins; plot a histogram with plt.stairs
    """
    counts, edges = np.histogram(x, bins, range, density, weight)
    return counts.astype(x.dtype), edges.astype(x.dtype)


def histogramdd(x, bins, *, range=None, weight=None, density=False):
    """Count points per box of a grid: a histogram of two or more dimensions.

    Each row of ``x`` is a point. Here the points lie in the plane, in a grid of 2 by 3 boxes:

    >>> x = torch.tensor([[0.0, 0.0], [1.0, 5.0], [2.0, 6.0], [2.0, 6.0]])
    >>> hist, edges = torch.histogramdd(x, bins=[2, 3])
    >>> hist
    tensor([[1., 0., 0.],
            [0., 0., 3.]])
    >>> edges
    (tensor([0., 1., 2.]), tensor([0., 2., 4., 6.]))

    The first coordinate chooses the row of ``hist``. An image has its y coordinate there, so transpose ``hist`` if the
    first coordinate is x:

    >>> hist.t().shape
    torch.Size([3, 2])

    To bin two tensors of values jointly, stack them as columns:

    >>> first, second = torch.tensor([0.0, 1.0, 1.0]), torch.tensor([0.0, 0.0, 1.0])
    >>> torch.histogramdd(torch.stack([first, second], dim=1), bins=2).hist
    tensor([[1., 0.],
            [1., 1.]])

    ``range`` is a flat list: the outer edges of the first dimension, then those of the second. Pairs, as in NumPy,
    raise; argument 1 in the message is ``bins``, which is not the cause. Flatten the list of pairs:

    >>> torch.histogramdd(x, [2, 2], range=[(0.0, 2.0), (0.0, 8.0)])
    Traceback (most recent call last):
    TypeError: expected Tensor as element 0 in argument 1, but got int
    >>> torch.histogramdd(x, [2, 2], range=[0.0, 2.0, 0.0, 8.0]).hist
    tensor([[1., 0.],
            [0., 3.]])

    The edges can be one 1-d tensor per dimension. ``weight`` has one value per point, and ``density=True`` divides by
    the sum and by the area of each box:

    >>> grid = [torch.tensor([0.0, 1.0, 4.0]), torch.tensor([0.0, 8.0])]
    >>> torch.histogramdd(x, grid, weight=torch.tensor([5.0, 1.0, 1.0, 1.0])).hist.flatten()
    tensor([5., 3.])
    >>> torch.histogramdd(x, grid, density=True).hist.flatten()
    tensor([0.0312, 0.0312])

    The number of boxes is the product of the bins, so the memory grows quickly: 100 bins in 4 dimensions are 10⁸ boxes.

    :param input: The points, a tensor whose last dimension holds the coordinates of one point.
    :param bins: The number of bins, a list of one number per dimension, or a list of 1-d tensors of edges.
    :param range: A flat list of floats, two for each dimension; without it, the smallest and the largest coordinate.
    :param weight: What each point counts, a tensor with the shape of ``input`` without its last dimension.
    :param density: ``True`` divides the counts by their sum and by the volumes of the boxes.

    See also: :func:`histogram`, :func:`histc`, :func:`bucketize`, :func:`stack`.

    :asked: 2d histogram; np.histogram2d equivalent; np.histogramdd equivalent; joint histogram of two images; mutual
    information from a joint histogram; heat map of point coordinates; count points per grid cell; density map of xy
    coordinates; voxel counts of a point cloud
    """
    if range is not None:
        range = np.reshape(range, (-1, 2))
    weight = None if weight is None else np.ravel(weight)
    counts, edges = np.histogramdd(x.reshape(-1, x.shape[-1]), bins, range, density, weight)
    return counts.astype(x.dtype), tuple(edge.astype(x.dtype, copy=False) for edge in edges)
