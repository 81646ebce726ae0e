"""What pages say of an operation's behavior: fewer calls than it was observed on show nothing else."""

import pytest

from tests.operations import agree, measure, samples
from torchref.content import catalog

TOPICS = {topic.name: topic.entries for topic in catalog.read()}
MEASURED = catalog.read_measured()


@pytest.mark.parametrize("topic", TOPICS)
def test_no_call_shows_what_the_page_denies(topic):
    for entry in TOPICS[topic]:
        if entry.no_numpy is not None or entry.name in agree.OWN_TEST:
            continue
        said, seen = MEASURED[entry.name]["facts"], measure.facts(entry, samples.generated(entry, measure.COUNT))
        assert {*seen["returns"]} <= {*said["returns"]}, entry.name
        if "contiguous" in seen:
            assert said["contiguous"] in ("depends", seen["contiguous"]), entry.name
        assert {*seen.get("dtypes", ()), *seen.get("some", ())} <= {*said.get("dtypes", ()), *said.get("some", ())}
        words = ("flows", "zero", "none")
        if "gradient" in seen:
            assert words.index(said["gradient"]) <= words.index(seen["gradient"]), entry.name
        for dtype, results in seen["result"].items():
            assert {*results} <= {*said["result"].get(dtype, ())}, (entry.name, dtype)


def facts(name):
    return MEASURED[name]["facts"]


@pytest.mark.parametrize("name", ["transpose", "permute", "select", "narrow", "expand", "inverse", "unique", "clone"])
def test_a_layout_that_few_calls_show_is_not_denied(name):
    """``transpose(x, 0, 0)``, ``select(x, 0, 0)``, the inverse of a 1 x 1 matrix, ``unique`` of columns ..."""
    assert facts(name)["contiguous"] == "depends"


def test_dtypes_are_those_of_calls_and_not_of_an_example():
    assert facts("where")["result"]["bool"] == ["bool"]
    assert {*facts("bincount")["result"]["int64"]} == {"int64", "float64"}
    assert {"bool", "int8"} <= {*facts("randint")["dtypes"], *facts("randint")["some"]}
    assert {"int64", "complex64"} <= {*facts("nn.Linear")["dtypes"]}
    assert "bool" not in facts("pow")["dtypes"]
    assert {"uint16", "float8_e5m2"} <= {*facts("reshape")["dtypes"]}


def test_a_gradient_that_reaches_one_argument_flows():
    assert facts("fill_")["gradient"] == "flows"
    assert facts("bernoulli")["gradient"] == "zero"
