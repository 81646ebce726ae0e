"""Comparison: find which elements are equal, smaller, close or missing, and work with the resulting masks."""

import numpy as np

__all__ = [
    "allclose",
    "eq",
    "equal",
    "ge",
    "greater",
    "greater_equal",
    "gt",
    "is_nonzero",
    "isclose",
    "isin",
    "le",
    "less",
    "less_equal",
    "logical_and",
    "logical_not",
    "logical_or",
    "logical_xor",
    "lt",
    "maximum",
    "minimum",
    "ne",
    "not_equal",
]


def eq(x, y):
    """Test element by element whether two tensors are equal.

    ``torch.eq(x, y)`` and ``x == y`` make a mask: a tensor with one bool per pair. ``y`` may be a number:

    >>> x = torch.tensor([1, 2, 3])
    >>> y = torch.tensor([1, 5, 3])
    >>> torch.eq(x, y)
    tensor([ True, False,  True])
    >>> x == 2
    tensor([False,  True, False])

    ``if`` needs a single bool. Reduce the mask with ``all`` or ``any``, or use :func:`equal`:

    >>> if x == y:
    ...     print("same")
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> (x == y).all(), (x == y).any(), torch.equal(x, y)
    (tensor(False), tensor(True), False)

    Comparing a column with a row broadcasts to a table, so this accuracy is silently wrong:

    >>> predicted, target = torch.tensor([[0], [1], [1]]), torch.tensor([0, 1, 1])
    >>> (predicted == target).float().mean()
    tensor(0.5556)
    >>> (predicted.squeeze(1) == target).float().mean()
    tensor(1.)

    Computed floats often differ in the last digit. Compare them with :func:`isclose`:

    >>> computed = torch.tensor([0.1, 0.5], dtype=torch.float64) + 0.2
    >>> computed == torch.tensor([0.3, 0.7], dtype=torch.float64)
    tensor([False,  True])

    A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with. It
    silently wraps around if it does not fit: in ``uint8``, ``x == -1`` finds 255. NumPy compares the values.

    Integers and ``float32`` values are compared in ``float32``, in which neighboring integers above ``2**24`` can be
    equal. NumPy compares ``int32`` and ``int64`` with that dtype in ``float64``.

    See also: :func:`equal`, :func:`isclose`, :func:`ne`.

    :sheet: v == s
    :sheet numpy: np.equal(v, s) → v.eq(s)
    :sheet trap: equal(v, s): A single bool, as ``np.array_equal``.

    :asked: compare two tensors element by element; how many predictions match the labels; if tensor == tensor raises
    an error; which elements equal a number; float equality fails 0.1 + 0.2; count correct predictions; percentage
    of matching elements; count zeros in a tensor; mask where label equals a class; compare each element to a
    number; mask of pixels with class id 5; calculate accuracy of predictions against labels
    """
    return np.equal(x, y)


def ne(x, y):
    """Test element by element whether two tensors differ.

    >>> x = torch.tensor([1, 2, 3])
    >>> y = torch.tensor([1, 5, 3])
    >>> torch.ne(x, y)
    tensor([False,  True, False])

    The operator is ``!=``. Indexing with the mask leaves out the elements that have a certain value, here the zeros
    that pad a sentence:

    >>> tokens = torch.tensor([7, 4, 9, 0, 0])
    >>> tokens[tokens != 0]
    tensor([7, 4, 9])

    ``del`` does not delete rows of a tensor. Keep the rows with the other indices, here 0 and 2:

    >>> table = torch.tensor([[1, 2], [3, 4], [5, 6]])
    >>> del table[1]
    Traceback (most recent call last):
    TypeError: Tensor does not support deleting items
    >>> table[torch.arange(len(table)) != 1]
    tensor([[1, 2],
            [5, 6]])

    ``(x != y).any()`` is ``True`` if at least one pair differs, and ``(x != y).all()`` if each pair does:

    >>> (x != y).any(), (x != y).all()
    (tensor(True), tensor(False))

    ``nan`` differs from itself, so ``==`` does not find it. Use :func:`isnan`:

    >>> z = torch.tensor([1.0, float("nan")])
    >>> z != z
    tensor([False,  True])
    >>> z == float("nan")
    tensor([False, False])
    >>> torch.isnan(z)
    tensor([False,  True])

    A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with. It
    silently wraps around if it does not fit: in ``uint8``, ``x != -1`` is ``False`` for 255. NumPy compares the values.

    See also: :func:`eq`, :func:`isnan`, :func:`masked_select`.

    :asked: mask of non padding positions; count how many predictions are wrong; positions where two sequences differ;
    delete a row from a tensor; nan is not equal to itself; remove zeros from a tensor; error rate; tokens
    that are not padding; drop one column like column 3; tokens other than the pad id; not equal mask elementwise;
    exclude an element by position
    """
    return np.not_equal(x, y)


not_equal = ne


def lt(x, y):
    """Test element by element whether ``x`` is less than ``y``.

    >>> x = torch.tensor([1, 4, 7])
    >>> torch.lt(x, torch.tensor([2, 4, 6]))
    tensor([ True, False, False])
    >>> x < 5
    tensor([ True,  True, False])

    Python reads ``0 < x < 5`` as ``0 < x and x < 5``, and ``and`` needs one bool. Join two masks with ``&``, each in
    parentheses:

    >>> 0 < x < 5
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> (x > 0) & (x < 5)
    tensor([ True,  True, False])

    Comparing positions with lengths gives the mask of a padded batch, one row for each sequence:

    >>> lengths = torch.tensor([2, 4])
    >>> torch.arange(4) < lengths.unsqueeze(1)
    tensor([[ True,  True, False, False],
            [ True,  True,  True,  True]])

    A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with. It
    silently wraps around if it does not fit: in a ``uint8`` image -1 becomes 255 and 300 becomes 44. NumPy compares the
    values, so -1 is less than 0. Convert the image to a wider dtype first:

    >>> image = torch.tensor([0, 128], dtype=torch.uint8)
    >>> -1 < image
    tensor([False, False])
    >>> -1 < image.int()
    tensor([True, True])

    See also: :func:`le`, :func:`gt`, :func:`bitwise_and`, :func:`clamp`.

    :asked: values between two limits; padding mask from sequence lengths; range check between a and b; is x in the
    range a to b; mask of negative values; check values are between low and high; uint8 compared with negative number;
    true where below limit; value smaller than threshold true false; p values smaller than alpha; chained comparison 0
    < x < 5 error; younger than 18
    """
    return np.less(x, y)


less = lt


def le(x, y):
    """Test element by element whether ``x`` is less than or equal to ``y``.

    >>> x = torch.tensor([1, 4, 7])
    >>> torch.le(x, 4)
    tensor([ True,  True, False])

    The operator is ``<=``. Comparing positions with each other gives the causal mask of attention, in which row ``i``
    is ``True`` up to column ``i``:

    >>> position = torch.arange(3)
    >>> position <= position.unsqueeze(1)
    tensor([[ True, False, False],
            [ True,  True, False],
            [ True,  True,  True]])

    Lists and NumPy arrays are not accepted by ``<=``. Convert them to a tensor:

    >>> x <= [1, 5, 6]
    Traceback (most recent call last):
    TypeError: '<=' not supported between instances of 'Tensor' and 'list'
    >>> x <= torch.tensor([1, 5, 6])
    tensor([ True,  True, False])

    ``nan`` is neither less than or equal to 4 nor greater than 4, so ``y <= 4`` and ``~(y > 4)`` differ:

    >>> y = torch.tensor([1.0, float("nan")])
    >>> y <= 4
    tensor([ True, False])
    >>> ~(y > 4)
    tensor([True, True])

    A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with. It
    silently wraps around if it does not fit: in ``uint8``, ``x <= -1`` is ``True``, as -1 becomes 255. NumPy compares
    the values.

    See also: :func:`lt`, :func:`ge`, :func:`tril`.

    :asked: causal mask from positions; lower triangular mask from index comparison; compare tensor with a list; less or equal not supported for lists; comparison with nan; smaller or equal; values not bigger than a
    limit; no more than an upper bound; at most n elementwise; up to and including 10; key position not after query
    position; not more than budget
    """
    return np.less_equal(x, y)


less_equal = le


def gt(x, y):
    """Test element by element whether ``x`` is greater than ``y``.

    >>> x = torch.tensor([1, 4, 7])
    >>> torch.gt(x, torch.tensor([2, 4, 6]))
    tensor([False, False,  True])

    The operator is ``>``. The mask selects elements. The sum of the mask counts them, and its mean, after a conversion
    to floats, is the fraction selected:

    >>> x[x > 3]
    tensor([4, 7])
    >>> (x > 3).sum()
    tensor(2)
    >>> (x > 3).float().mean()
    tensor(0.6667)

    ``mean`` does not accept bools without a ``dtype``. Convert them to floats first:

    >>> (x > 3).mean()
    Traceback (most recent call last):
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Bool
    >>> (x > 3).float().mean()
    tensor(0.6667)

    Complex numbers are not ordered in torch; NumPy orders them by the real part first. Compare the real part, the
    imaginary part or ``abs()``:

    >>> z = torch.tensor([1 + 2j, 3 - 4j])
    >>> z > 2
    Traceback (most recent call last):
    NotImplementedError: "gt_cpu" not implemented for 'ComplexFloat'
    >>> z.abs() > 4
    tensor([False,  True])

    ``gt_`` does not make a mask: ``x.gt_(3)`` writes 0 and 1 into ``x``, which keeps its dtype.

    A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with. It
    silently wraps around if it does not fit: in ``uint8``, ``x > 300`` compares with 44. NumPy compares the values.

    See also: :func:`ge`, :func:`lt`, :func:`where`, :func:`masked_select`.

    :asked: fraction of positive elements; true false mask from greater comparison; which elements are
    larger than the mean; threshold an image; how many pixels are brighter than; compare complex numbers;
    is each value positive; count positive numbers; bigger than a threshold;
    binarize probability map to foreground mask; binarize at a threshold of 0.5
    """
    return np.greater(x, y)


greater = gt


def ge(x, y):
    """Test element by element whether ``x`` is greater than or equal to ``y``.

    The operator is ``>=``. Comparing with a threshold turns probabilities into labels, and a score equal to the
    threshold counts as positive:

    >>> score = torch.tensor([0.25, 0.5, 0.75])
    >>> torch.ge(score, 0.5)
    tensor([False,  True,  True])
    >>> (score >= 0.5).long()
    tensor([0, 1, 1])

    A Python number is rounded to ``float32`` like the tensor, so an element of 0.7 passes the test ``x >= 0.7``.
    Converted to a Python float, the element is below the threshold:

    >>> torch.tensor([0.7]) >= 0.7
    tensor([True])
    >>> torch.tensor([0.7]).item() >= 0.7
    False

    A mask does not require grad, so the backward pass of a loss computed from the mask alone raises. Multiply by the
    mask, and the gradient passes where the mask is ``True``:

    >>> score = torch.tensor([0.25, 0.5, 0.75], requires_grad=True)
    >>> (score >= 0.5).float().sum().backward()
    Traceback (most recent call last):
    RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    >>> (score * (score >= 0.5)).sum().backward()
    >>> score.grad
    tensor([0., 1., 1.])

    A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with. It
    silently wraps around if it does not fit: in ``uint8``, ``x >= 300`` compares with 44. NumPy compares the values.

    See also: :func:`gt`, :func:`le`, :func:`where`, :func:`clamp`.

    :asked: predicted label from probability; probability threshold at 0.5; convert sigmoid output to 0 and 1; binary
    classification prediction from sigmoid; comparison breaks the gradient; step function is not differentiable; loss
    from accuracy does not train; elements that are at least some minimum; at least 18 years old; values no less than a
    minimum mask; >= bigger or equal elementwise; binary labels predicted from sigmoid of logits
    """
    return np.greater_equal(x, y)


greater_equal = ge


def equal(x, y):
    """Check whether two tensors have the same shape and the same values.

    The result is a single Python bool for ``if`` and ``assert``. ``np.equal`` corresponds to :func:`eq`, and
    ``torch.equal`` corresponds to ``np.array_equal``:

    >>> x = torch.tensor([1, 2, 3])
    >>> torch.equal(x, torch.tensor([1, 2, 3]))
    True
    >>> torch.equal(x, torch.tensor([1, 2, 4]))
    False

    Tensors of different shapes are unequal, even where ``==`` would broadcast. The dtype does not count, but integers
    and ``float32`` values are compared in ``float32``:

    >>> torch.equal(x, torch.tensor([[1, 2, 3]]))
    False
    >>> torch.equal(x, torch.tensor([1.0, 2.0, 3.0]))
    True

    A tensor with ``nan`` is not equal to itself, and the smallest rounding error gives ``False``. :func:`allclose` can
    accept both:

    >>> y = torch.tensor([0.5, float("nan")])
    >>> torch.equal(y, y)
    False
    >>> torch.allclose(y, y, equal_nan=True)
    True

    ``==`` between a tensor and a list is a single ``False``; NumPy compares the elements. Make a tensor of the list:

    >>> x == [1, 2, 3]
    False
    >>> torch.equal(x, torch.tensor([1, 2, 3]))
    True

    :param other: The tensor to compare with; it is not broadcast, and another shape gives ``False``.

    See also: :func:`eq`, :func:`allclose`, :func:`all`.

    :asked: do two tensors contain the same data; whole tensor comparison returns single bool; same shape and same
    values; np.array_equal equivalent; compare tensors inside an if; did my weights change after a step; tensor
    compared with a list gives false; exactly identical tensors; compare two state dicts or models; are
    all elements of two tensors same; unit test exact same tensors; single bool whether arrays match
    """
    return np.array_equal(x, y)


def isclose(x, y, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Test element by element whether two tensors are equal up to rounding.

    For floats, close means ``abs(x - y) <= atol + rtol * abs(y)``. A small absolute and a small relative error are
    allowed:

    >>> x = torch.tensor([1.0, 100.0, 0.0])
    >>> y = torch.tensor([1.000001, 101.0, 0.000001])
    >>> torch.isclose(x, y)
    tensor([ True, False, False])
    >>> torch.isclose(x, y, rtol=0.01, atol=0.0001)
    tensor([True, True, True])

    ``y`` is the reference. Of the two tensors, only the reference sets the allowed error, so swapping them can change
    the result:

    >>> low, high = torch.tensor(100.0), torch.tensor(111.0)
    >>> torch.isclose(low, high, rtol=0.1), torch.isclose(high, low, rtol=0.1)
    (tensor(True), tensor(False))

    Near zero ``atol`` decides. Its default counts different tiny values as close. To compare such values, set the
    tolerance to 0:

    >>> small = torch.tensor([1e-9])
    >>> torch.isclose(small, small * 2), torch.isclose(small, small * 2, atol=0)
    (tensor([True]), tensor([False]))

    The defaults allow the rounding error of a few ``float32`` operations. ``float16`` has about three digits and needs
    a larger ``rtol``:

    >>> third = torch.tensor([1.0]) / 3
    >>> torch.isclose(third.half().float(), third), torch.isclose(third.half().float(), third, rtol=1e-3)
    (tensor([False]), tensor([True]))

    ``nan`` is close to ``nan`` if ``equal_nan`` is ``True``. Equal infinities are close, but an infinity and another
    number are not:

    >>> z = torch.tensor([float("nan"), float("inf")])
    >>> torch.isclose(z, z), torch.isclose(z, z, equal_nan=True)
    (tensor([False,  True]), tensor([True, True]))

    Two values whose difference overflows to infinity are not close, whereas in NumPy a large ``rtol`` can make them
    close.

    :param other: The reference, of the same dtype as ``input``: the allowed difference depends on its magnitude.
    :param rtol: The allowed relative difference, a fraction of ``other``.
    :param atol: The allowed absolute difference, which matters most where ``other`` is near 0.
    :param equal_nan: ``True`` counts ``nan`` as close to ``nan``.

    See also: :func:`allclose`, :func:`eq`, :func:`equal`.

    :asked: which elements differ more than an error; rtol and atol meaning; almost equal per element; np.isclose
    equivalent; approximately the same number; floating point precision comparison; relative and absolute error; 0.1 +
    0.2 == 0.3 is false; mask of nearly equal floats; entries agree within tolerance; where two
    results agree within 1e-5; elementwise closeness mask
    """
    if rtol < 0 or atol < 0:
        raise ValueError("a tolerance is negative")
    return np.isclose(x, y, rtol, atol, equal_nan)


def allclose(x, y, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Check whether all elements of two tensors are equal up to rounding.

    The result is a single Python bool, ``True`` if :func:`isclose` is ``True`` for every element:

    >>> x = torch.tensor([0.1, 0.5], dtype=torch.float64) + 0.2
    >>> y = torch.tensor([0.3, 0.7], dtype=torch.float64)
    >>> torch.equal(x, y), torch.allclose(x, y)
    (False, True)

    ``other`` is a tensor, not an array. Convert an array with ``torch.from_numpy``:

    >>> torch.allclose(torch.tensor([0.5]), np.array([0.5]))
    Traceback (most recent call last):
    TypeError: allclose(): argument 'other' (position 2) must be Tensor, not numpy.ndarray
    >>> torch.allclose(torch.tensor([0.5]), torch.from_numpy(np.array([0.5], dtype=np.float32)))
    True

    The dtypes have to be equal, and an array of floats is ``float64`` by default. Convert the resulting tensor with
    ``float``:

    >>> torch.allclose(torch.tensor([0.5]), torch.from_numpy(np.array([0.5])))
    Traceback (most recent call last):
    RuntimeError: Float did not match Double
    >>> torch.allclose(torch.tensor([0.5]), torch.from_numpy(np.array([0.5])).float())
    True

    The shapes broadcast, and two empty tensors are close, so a test can pass by mistake:

    >>> torch.allclose(torch.zeros(2, 3), torch.zeros(3))
    True
    >>> wanted = torch.tensor([1.0, 2.0])
    >>> torch.allclose(wanted[wanted > 5], wanted[wanted > 7])
    True

    One ``nan`` makes the result ``False``, unless ``equal_nan`` lets a ``nan`` at the same position count as equal:

    >>> z = torch.tensor([1.0, float("nan")])
    >>> torch.allclose(z, z), torch.allclose(z, z, equal_nan=True)
    (False, True)

    For tests, ``torch.testing.assert_close`` also compares shape and dtype, and its message on different values gives
    the largest difference. The default tolerances of ``assert_close`` depend on the dtype and can be larger than those
    of ``allclose``:

    >>> torch.testing.assert_close(torch.tensor([1.0, 2.0]), wanted + 1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    AssertionError: Tensor-likes are not close!...
    >>> torch.testing.assert_close(torch.tensor([1.0, 2.0]), wanted)

    ``rtol`` allows an error in proportion to each element, and ``atol`` allows a fixed error, which zeros need:

    >>> x, y = torch.tensor([0.0, 100.0]), torch.tensor([0.01, 101.0])
    >>> torch.allclose(x, y), torch.allclose(x, y, rtol=0.01), torch.allclose(x, y, rtol=0.01, atol=0.01)
    (False, False, True)

    :param other: The reference, of the same dtype as ``input``: the allowed difference depends on its magnitude.
    :param rtol: The allowed relative difference, a fraction of ``other``.
    :param atol: The allowed absolute difference, which matters most where ``other`` is near 0.
    :param equal_nan: ``True`` counts ``nan`` as close to ``nan``.

    See also: :func:`isclose`, :func:`equal`, :func:`to`.

    :asked: verify result against numpy; compare model outputs before and after export; compare onnx and pytorch
    outputs; unit test for floating point tensors; compare float32 with float64 result; difference between allclose
    and equal; torch.testing assert_close; check tensors approximately equal within tolerance; same result of two
    implementations after refactoring; two models give nearly same output; tolerance for whole tensor single answer;
    my layer against numpy implementation
    """
    if rtol < 0 or atol < 0:
        raise ValueError("a tolerance is negative")
    return np.allclose(x, y, rtol, atol, equal_nan)


def logical_and(x, y):
    """Test element by element whether both tensors are true.

    >>> x = torch.tensor([-1, 2, 4, 9])
    >>> torch.logical_and(x > 0, x < 5)
    tensor([False,  True,  True, False])

    Python's ``and`` needs the left tensor as a single bool. The operator for masks is ``&``:

    >>> x > 0 and x < 5
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> (x > 0) & (x < 5)
    tensor([False,  True,  True, False])

    If the left tensor has one element, ``and`` does not raise. It returns one of the two tensors, not a bool:

    >>> torch.tensor(2) and torch.tensor(3)
    tensor(3)
    >>> torch.logical_and(torch.tensor(2), torch.tensor(3))
    tensor(True)

    Tensors of numbers are accepted: 0 is false, and other values are true. ``&`` on integers works bit by bit, and
    gives 0 for 1 and 2:

    >>> one, two = torch.tensor([1, 0]), torch.tensor([2, 2])
    >>> torch.logical_and(one, two), one & two
    (tensor([ True, False]), tensor([0, 0]))

    Both arguments have to be tensors. Convert a Python bool to a tensor first:

    >>> torch.logical_and(x, True)
    Traceback (most recent call last):
    TypeError: logical_and(): argument 'other' (position 2) must be Tensor, not bool
    >>> torch.logical_and(x, torch.tensor(True))
    tensor([True, True, True, True])

    See also: :func:`bitwise_and`, :func:`logical_or`, :func:`logical_not`, :func:`all`.

    :asked: python and keyword error on tensors; combine two boolean tensors with and; np.logical_and equivalent;
    nonzero in both tensors; difference between logical_and and &; python and operator between two tensors; mask with
    and is ambiguous; both of two conditions true; rows that satisfy two criteria; and of two bool masks; bigger than
    2 and smaller than 5; combine x > 0 and x < 5
    """
    return np.logical_and(x, y)


def logical_or(x, y):
    """Test element by element whether at least one of two tensors is true.

    >>> x = torch.tensor([-1, 2, 4, 9])
    >>> torch.logical_or(x < 0, x > 5)
    tensor([ True, False, False,  True])

    Python's ``or`` needs the left tensor as a single bool. For masks write ``|``, with parentheses, because ``|`` binds
    more tightly than ``<``:

    >>> x < 0 or x > 5
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> (x < 0) | (x > 5)
    tensor([ True, False, False,  True])

    Without parentheses, Python reads ``x == 2 | x == 4`` as ``x == (2 | x) == 4``. This chained comparison raises for
    more than one element:

    >>> x == 2 | x == 4
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> (x == 2) | (x == 4)
    tensor([False,  True,  True, False])

    For a tensor of one integer, the chain does not raise and can be silently wrong. Here 4 is one of the two values,
    but the result is ``False``:

    >>> y = torch.tensor([4])
    >>> y == 2 | y == 4
    tensor([False])
    >>> (y == 2) | (y == 4)
    tensor([True])

    For more than two values ``torch.isin`` is shorter:

    >>> torch.isin(x, torch.tensor([2, 4]))
    tensor([False,  True,  True, False])

    Tensors of numbers are accepted. 0 is false, and other values are true, including ``nan``:

    >>> torch.logical_or(torch.tensor([0.0, 0.5, float("nan")]), torch.tensor([0, 0, 0]))
    tensor([False,  True,  True])

    See also: :func:`bitwise_or`, :func:`logical_and`, :func:`any`.

    :asked: value is one of several ids; isin for tensors; np.logical_or equivalent; x < 0 or x > 5; outside of a
    range; each element is in a list; python or keyword on two conditions; either of two conditions true; membership
    in a list of values; outliers too small or too large; label is one or the other class; combine two boolean
    conditions with or
    """
    return np.logical_or(x, y)


def logical_not(x):
    """Turn true into false and false into true, element by element.

    >>> mask = torch.tensor([True, False])
    >>> torch.logical_not(mask)
    tensor([False,  True])
    >>> ~mask
    tensor([False,  True])

    Python's ``not`` needs a single bool for the whole tensor. Write ``~``:

    >>> not mask
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> ~mask
    tensor([False,  True])

    A number is true unless it is 0, so ``nan`` is true:

    >>> torch.logical_not(torch.tensor([0.0, 0.5, float("nan")]))
    tensor([ True, False, False])

    In a mask of the integers 0 and 1, ``~`` flips the bits, which is not a logical negation. Use ``logical_not`` or
    ``== 0``:

    >>> flags = torch.tensor([0, 1, 1])
    >>> ~flags
    tensor([-1, -2, -2])
    >>> torch.logical_not(flags)
    tensor([ True, False, False])

    See also: :func:`bitwise_not`, :func:`logical_and`, :func:`eq`.

    :asked: negate a condition; is the element zero; np.logical_not equivalent; swap true and false in integer mask;
    exclamation mark operator; python not operator on a tensor; swap 0 and 1; elementwise not; turn true to false in
    boolean mask; opposite of boolean condition; elements where the condition does not hold; zeros become true
    """
    return np.logical_not(x)


def maximum(x, y):
    """Take the larger of two tensors, element by element.

    >>> x = torch.tensor([[4, 1], [0, 5]])
    >>> torch.maximum(x, torch.tensor([2, 3]))
    tensor([[4, 3],
            [2, 5]])

    The second argument is a tensor, not a number. For a fixed bound use :func:`clamp`:

    >>> torch.maximum(x, 2)
    Traceback (most recent call last):
    TypeError: maximum(): argument 'other' (position 2) must be Tensor, not int
    >>> torch.clamp(x, min=2)
    tensor([[4, 2],
            [2, 5]])

    Python's own ``max`` needs a single bool from ``>``. Use ``torch.maximum``:

    >>> max(x, x * 2)
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> torch.maximum(x, x * 2)
    tensor([[ 8,  2],
            [ 0, 10]])

    ``nan`` propagates. If ``nan`` stands for a missing value, use ``torch.fmax``, which ignores it:

    >>> y = torch.tensor([1.0, float("nan")])
    >>> torch.maximum(y, torch.zeros(2)), torch.fmax(y, torch.zeros(2))
    (tensor([1., nan]), tensor([1., 0.]))

    The gradient goes to the larger element; where both are equal, each gets half:

    >>> w = torch.tensor([1.0, 0.0, -1.0], requires_grad=True)
    >>> torch.maximum(w, torch.zeros(3)).sum().backward()
    >>> w.grad
    tensor([1.0000, 0.5000, 0.0000])

    Where one of the two elements is ``nan``, both receive the full gradient.

    See also: :func:`minimum`, :func:`max`, :func:`clamp`, :func:`where`.

    :asked: larger of two tensors; elementwise pairwise max of two tensors; np.maximum equivalent; python max of two
    tensors is ambiguous; combine two images keeping the brighter pixel; difference between max and maximum;
    elementwise max with 0 at least; ignore nan when taking the larger; merge two heatmaps by max; compare two tensors
    keep the larger; best of two scores for each item; lower bound from another tensor elementwise
    """
    return np.maximum(x, y)


def minimum(x, y):
    """Take the smaller of two tensors, element by element.

    >>> x = torch.tensor([[4, 1], [0, 5]])
    >>> torch.minimum(x, torch.tensor([2, 3]))
    tensor([[2, 1],
            [0, 3]])

    ``torch.min`` of two tensors does the same, but an integer as its second argument is a dimension. ``torch.min(x,
    1)`` returns the minimum of each row, while :func:`clamp` limits the elements to at most 1:

    >>> torch.min(x, 1).values
    tensor([1, 0])
    >>> torch.clamp(x, max=1)
    tensor([[1, 1],
            [0, 1]])

    The overlap of two intervals is the smaller end minus the larger start, or 0 if that difference is negative. Here
    three intervals are compared with the interval from 3 to 10:

    >>> start, end = torch.tensor([0, 4, 9]), torch.tensor([5, 6, 12])
    >>> overlap = torch.minimum(end, torch.tensor(10)) - torch.maximum(start, torch.tensor(3))
    >>> overlap.clamp(min=0)
    tensor([2, 2, 1])

    ``minimum`` propagates ``nan``; ``torch.fmin`` ignores it:

    >>> y = torch.tensor([1.0, float("nan")])
    >>> torch.minimum(y, torch.zeros(2)), torch.fmin(y, torch.zeros(2))
    (tensor([0., nan]), tensor([0., 0.]))

    See also: :func:`maximum`, :func:`min`, :func:`clamp`.

    :asked: smaller of two tensors; elementwise pairwise min of two tensors; np.minimum equivalent; overlap of
    intervals; intersection of boxes iou; upper bound from another tensor; difference between min and minimum; ppo
    clipped objective; cheaper of two prices for each item; lower envelope of two curves; bounding box intersection
    corner; clipped double q take smaller
    """
    return np.minimum(x, y)


def is_nonzero(x):
    """Tell whether a tensor of one element is not 0, as a Python bool.

    ``if x:`` and ``bool(x)`` ask the same of a tensor:

    >>> torch.is_nonzero(torch.tensor([3])), torch.is_nonzero(torch.tensor([[0.0]]))
    (True, False)
    >>> bool(torch.tensor([3]))
    True

    ``nan`` is not 0, so it counts as true:

    >>> torch.is_nonzero(torch.tensor(float("nan")))
    True

    A tensor of several elements does not have one answer. Ask with ``any`` or ``all``:

    >>> x = torch.tensor([0, 3])
    >>> torch.is_nonzero(x)
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> torch.any(x), torch.all(x)
    (tensor(True), tensor(False))

    An empty tensor does not have an answer either. Ask for the number of elements:

    >>> torch.is_nonzero(torch.tensor([]))
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with no values is ambiguous
    >>> torch.tensor([]).numel() > 0
    False

    The mask of the elements that are not 0 is ``x != 0``; their number comes from ``torch.count_nonzero``, and their
    positions come from :func:`nonzero`:

    >>> x != 0, torch.count_nonzero(x), torch.nonzero(x)
    (tensor([False,  True]), tensor(1), tensor([[1]]))

    See also: :func:`any`, :func:`all`, :func:`nonzero`, :func:`item`.

    :asked: truth value of a tensor; convert a one element tensor to bool; if tensor works for one element only; bool
    value of tensor with no values is ambiguous; is a scalar tensor zero; empty tensor in an if
    """
    if x.size != 1:
        raise ValueError("one element has a truth value")
    return bool(x)


def isin(elements, test_elements, *, assume_unique=False, invert=False):
    """Test which elements of a tensor occur in another tensor.

    The result has the shape of the first argument, so it is a mask for it:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.isin(x, torch.tensor([2, 5, 9]))
    tensor([[False,  True, False],
            [False,  True, False]])
    >>> x[torch.isin(x, torch.tensor([2, 5, 9]))]
    tensor([2, 5])

    ``invert=True`` finds the elements that do not occur, as ``~`` of the result does. Here rows with certain ids are
    dropped:

    >>> ids = torch.tensor([10, 11, 12, 13])
    >>> ids[torch.isin(ids, torch.tensor([11, 13]), invert=True)]
    tensor([10, 12])

    One of the two arguments may be a number:

    >>> torch.isin(ids, 12), torch.isin(12, ids)
    (tensor([False, False,  True, False]), tensor(True))

    A list is not accepted. Make a tensor of it:

    >>> torch.isin(ids, [11, 13])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: isin() received an invalid combination of arguments - got (Tensor, list), but expected one of:...
    >>> torch.isin(ids, torch.tensor([11, 13]))
    tensor([False,  True, False,  True])

    If the second argument has more than one dimension and is not contiguous, as some columns of a table, ``isin`` can
    raise. Flatten it first:

    >>> pairs = torch.tensor([[11, 12, 0], [13, 14, 0]])[:, :2]
    >>> torch.isin(ids, pairs)
    Traceback (most recent call last):
    RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
    >>> torch.isin(ids, pairs.flatten())
    tensor([False,  True,  True,  True])

    Python's ``in`` does not look for the elements of a vector. It compares the two tensors position by position, and is
    ``True`` if one pair is equal:

    >>> 11 in ids, torch.tensor([11, 12, 13, 10]) in ids, torch.tensor([10, 99, 99, 99]) in ids
    (True, False, True)

    ``nan`` is not equal to itself, so it is not found. Computed floats often differ in the last digit; compare each
    pair with :func:`isclose`:

    >>> sums = torch.tensor([0.1, 0.5], dtype=torch.float64) + 0.2
    >>> torch.isin(sums, torch.tensor([0.3, 0.7], dtype=torch.float64))
    tensor([False,  True])
    >>> torch.isclose(sums.unsqueeze(1), torch.tensor([0.3, 0.7], dtype=torch.float64)).any(1)
    tensor([True, True])

    Integers and ``float32`` values are compared in ``float32``, in which neighboring integers above ``2**24`` can be
    equal. A Python integer of up to 64 bits that does not fit an integer tensor silently wraps around: in ``uint8``,
    ``torch.isin(x, -1)`` finds 255. NumPy compares the values themselves.

    :param elements, element: What is looked for: a tensor or a number; the result has its shape.
    :param test_elements, test_element: What it is looked for in: a tensor or a number.
    :param assume_unique: ``True`` promises that neither tensor holds an element twice, which can be faster.
    :param invert: ``True`` gives the opposite: ``True`` for elements that do not occur.

    See also: :func:`eq`, :func:`unique`, :func:`any`, :func:`isclose`.

    :asked: tensor contains these values; mask of ids that are in a set; membership test for tensors; filter rows by a
    list of ids; np.isin equivalent; not in a tensor; difference of two sets of ids; which tokens are special tokens;
    elements that occur in both tensors; isin received an invalid combination of arguments list
    """
    if np.result_type(elements, test_elements).kind in "bc":
        raise TypeError("not implemented for bools and complex numbers")
    return np.isin(elements, test_elements, assume_unique=assume_unique, invert=invert)


def logical_xor(x, y):
    """Test element by element whether exactly one of two tensors is true.

    >>> x = torch.tensor([True, True, False, False])
    >>> y = torch.tensor([True, False, True, False])
    >>> torch.logical_xor(x, y)
    tensor([False,  True,  True, False])

    For bools, ``^`` and ``!=`` give the same mask:

    >>> x ^ y, x != y
    (tensor([False,  True,  True, False]), tensor([False,  True,  True, False]))

    For numbers the three differ. ``logical_xor`` asks first which are 0, ``^`` works bit by bit, and ``!=`` compares
    the values:

    >>> one, two = torch.tensor([1, 0, 3]), torch.tensor([2, 2, 3])
    >>> torch.logical_xor(one, two)
    tensor([False,  True, False])
    >>> one ^ two, one != two
    (tensor([3, 2, 0]), tensor([ True,  True, False]))

    The number of bits in which two codes differ, the Hamming distance, is a sum:

    >>> torch.logical_xor(x, y).sum()
    tensor(2)

    Both arguments have to be tensors. Convert a Python bool to a tensor first:

    >>> torch.logical_xor(x, True)
    Traceback (most recent call last):
    TypeError: logical_xor(): argument 'other' (position 2) must be Tensor, not bool
    >>> torch.logical_xor(x, torch.tensor(True))
    tensor([False, False,  True,  True])

    See also: :func:`bitwise_xor`, :func:`ne`, :func:`logical_and`, :func:`logical_or`.

    :asked: exactly one of two conditions; either but not both; where two masks disagree; np.logical_xor equivalent;
    hamming distance of two binary codes; difference of two masks; symmetric difference of masks
    """
    return np.logical_xor(x, y)
