"""Inputs for torchref/operations/layers.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, NUMBERS, arrays, broadcastable, shapes

REDUCTIONS = ("mean", "sum", "none")


def Linear(draw):
    dtype = (draw(st.sampled_from(NUMBERS)),)
    before, features, results = draw(shapes(max_dims=3)), draw(st.integers(0, 4)), draw(st.integers(0, 4))
    x = draw(arrays(shape=(*before, features), dtypes=dtype))
    weight = draw(arrays(shape=(results, features), dtypes=dtype))
    bias = draw(arrays(shape=(results,), dtypes=dtype))
    return draw(st.sampled_from([((x, weight), {}), ((x, weight, bias), {}), ((x, weight), {"bias": bias})]))


def MSELoss(draw):
    x = draw(arrays(dtypes=FLOATS))
    y = draw(broadcastable(x, dtypes=(x.dtype.type, *FLOATS, np.int64)))
    return draw(st.sampled_from([((x, y), {}), ((x, y), {"reduction": draw(st.sampled_from(REDUCTIONS))})]))


def CrossEntropyLoss(draw):
    """Classes lie along dimension 1 (0 for one sample alone); targets are class indices or probabilities.

    Now and then a class is -1, which raises.
    """
    samples, classes = draw(shapes(max_dims=3, min_side=1)), draw(st.integers(1, 4))
    shape, dtype = (*samples[:1], classes, *samples[1:]), (draw(st.sampled_from(FLOATS)),)
    x = draw(arrays(shape=shape, dtypes=dtype))
    wrong = draw(st.sampled_from([[], [], [-1]]))
    target = draw(
        st.one_of(
            arrays(shape=samples, dtypes=(np.int64,), values=[-100, *wrong, *range(classes)]),
            arrays(shape=shape, dtypes=dtype, values=[0.0, 0.25, 0.5, 1.0]),
        )
    )
    weight = draw(arrays(shape=(classes,), dtypes=dtype, values=[0.5, 1.0, 3.0]))
    smoothing = draw(st.sampled_from([0.0, 0.1, 1.0]))
    options = {"reduction": draw(st.sampled_from(REDUCTIONS)), "label_smoothing": smoothing}
    calls = [((x, target), {}), ((x, target, weight), {}), ((x, target), {"weight": weight, **options})]
    if target.dtype.kind == "i":
        options["ignore_index"] = draw(st.sampled_from([-100, 0, -1]))
        target = np.where(target < 0, options["ignore_index"], target)
    return draw(st.sampled_from([*calls, ((x, target), options)]))
