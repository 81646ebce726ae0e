"""What goes into a file comes out of it again, through torch and through the NumPy bodies: the formats differ."""

import io
import pickle

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.operations import agree, generate
from torchref.operations.saving import load, save


def round_trip(write, read, value, **options):
    file = io.BytesIO()
    assert write(value, file) is None
    file.seek(0)
    return read(file, **options)


@settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(generate.arrays(), st.dictionaries(st.sampled_from("abc"), generate.arrays())))
def test_what_was_saved_comes_back(value):
    from_torch = agree.to_numpy(round_trip(torch.save, torch.load, agree.to_torch(value)))
    from_body = round_trip(save, load, value)
    assert isinstance(from_body, type(value))
    for expected, actual in [(from_torch, from_body), (value, from_body)]:
        if isinstance(value, dict):
            assert expected.keys() == actual.keys()
            pairs = [(expected[key], actual[key]) for key in value]
        else:
            pairs = [(expected, actual)]
        for e, a in pairs:
            assert e.dtype == a.dtype
            np.testing.assert_array_equal(a, e, strict=True)


def test_objects_need_trust_in_both():
    value = np.array([{"any": "object"}, None])
    with pytest.raises(pickle.UnpicklingError, match="Weights only load failed"):
        round_trip(torch.save, torch.load, value)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        round_trip(save, load, value)
    assert round_trip(torch.save, torch.load, value, weights_only=False)[0] == {"any": "object"}
    assert round_trip(save, load, value, weights_only=False)[0] == {"any": "object"}
