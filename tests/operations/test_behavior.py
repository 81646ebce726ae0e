"""What pages say of an operation's behavior: fewer calls than it was observed on show nothing else."""

import pytest

from tests.operations import agree, behavior, measure, samples
from torchref.content import catalog

TOPICS = {topic.name: topic.entries for topic in catalog.read()}
MEASURED = catalog.read_measured()


@pytest.mark.parametrize("topic", TOPICS)
def test_no_call_shows_what_the_page_denies(topic):
    for entry in TOPICS[topic]:
        if entry.no_numpy is not None or entry.name in agree.OWN_TEST:
            continue
        said, seen = MEASURED[entry.name]["facts"], measure.facts(entry, samples.generated(entry, measure.COUNT))
        for fact in ("returned", "layout"):
            if fact in seen:
                assert denied(said[fact], seen[fact]) == set(), (entry.name, fact)
        for fact in ("taken", "number"):
            now, before = (
                {*found.get(fact, {}).get("all", ()), *found.get(fact, {}).get("some", ())} for found in (seen, said)
            )
            assert now <= before or fact not in said, (entry.name, fact)
        for name, (word, *_) in seen.get("reached", {}).items():
            words = ("flows", "zero", "raises", "none")
            assert words.index(said["reached"][name][0]) <= words.index(word), (entry.name, name)
        for dtype, results in seen.get("result", {}).items():
            assert {*results} <= {*said["result"].get(dtype, ())}, (entry.name, dtype)


def denied(said, seen):
    """What fewer calls showed that the page does not tell of, and a condition of the page that does not hold."""
    wrong = "when" in said and "seen" in seen
    return {*seen["counts"]} - {*said["counts"]} | ({said["when"][0]} if wrong else set())


def test_each_call_that_a_page_gives_as_an_example_shows_what_it_is_to_show():
    given = 0
    for name, record in MEASURED.items():
        for fact in ("returned", "layout"):
            for word, call in record.get("facts", {}).get(fact, {}).get("seen", {}).items():
                given += bool(call)
                assert not call or word in behavior.shown(call), (name, call)
    assert given > 50


def facts(name):
    return MEASURED[name]["facts"]


@pytest.mark.parametrize("name", ["transpose", "permute", "select", "narrow", "expand", "inverse", "unique"])
def test_a_layout_that_few_calls_show_is_not_denied(name):
    """``transpose(x, 0, 0)``, ``select(x, 0, 0)``, the inverse of a 1 x 1 matrix, ``unique`` of columns ..."""
    assert len(facts(name)["layout"]["counts"]) == 2


@pytest.mark.parametrize("name", ["clone", "to", "cpu", "float"])
def test_a_word_of_placement_that_changes_the_layout_is_named(name):
    assert facts(name)["placed"]["memory_format=torch.channels_last"] == ["new", "not contiguous"]


def test_dtypes_are_those_of_calls_and_not_of_an_example():
    assert facts("where")["result"]["bool"] == ["bool"]
    assert {*facts("bincount")["result"]["int64"]} == {"int64", "float64"}
    assert {"bool", "int8"} <= {*facts("randint")["taken"]["all"], *facts("randint")["taken"]["some"]}
    assert {"int64", "complex64"} <= {*facts("nn.Linear")["taken"]["all"]}
    assert "bool" not in facts("pow")["taken"]["all"]
    assert {"uint16", "float8_e5m2"} <= {*facts("reshape")["taken"]["all"]}


def test_a_gradient_that_reaches_one_argument_flows():
    assert facts("fill_")["reached"]["value"][0] == "flows"
    assert facts("bernoulli")["reached"]["input"][0] == "zero"
    assert facts("where")["reached"]["other"][0] == "flows"
    assert facts("complex")["reached"]["imag"][0] == "flows"
