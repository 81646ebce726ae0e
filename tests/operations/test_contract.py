"""The contract of an entry, each rule naming its offender by file and line."""

import re

import pytest

from torchref.content import catalog
from torchref.content.text import REFERENCE

TOPICS = catalog.read()
ENTRIES = catalog.entries(TOPICS)
FILLER = re.compile(r"\b(this function|this method|performs|it is worth noting|simply)\b", re.IGNORECASE)


def at(entry):
    return f"{entry.path.name}:{entry.line}: {entry.name}"


def summary_is_one_short_imperative_sentence(entry):
    assert len(entry.summary) <= 80, f"{at(entry)}: the summary has {len(entry.summary)} characters, 80 at most"
    assert entry.summary.endswith("."), f"{at(entry)}: the summary ends without a full stop"
    first = entry.summary.split()[0].rstrip(",")
    assert first[0].isupper() and not first.endswith("s"), f"{at(entry)}: {first!r} is not an imperative"


def docstring_fits_one_glance(entry):
    shown = re.split("\n\n:(?:param|asked|sheet|message)", entry.docstring)[0]
    assert len(shown.splitlines()) <= 60, f"{at(entry)}: {len(shown.splitlines())} lines before :param, 60 at most"


def examples_are_one_to_ten_blocks_each_led_in(entry):
    shown = [block for block in entry.blocks if block.examples]
    assert 1 <= len(shown) <= 10, f"{at(entry)}: {len(shown)} blocks of examples, 1 to 10"
    for block in shown[1:]:
        assert block.prose, f"{at(entry)}: no sentence leads in {block.examples[0].source!r}"
    for paragraph in catalog.messages(entry):
        assert not FILLER.search(paragraph), f"{at(entry)}: filler: {paragraph!r}"
        assert "#:" not in paragraph and "::" not in paragraph.replace("torch::", ""), (
            f"{at(entry)}: plain paragraphs only: {paragraph!r}"
        )


def a_block_of_an_error_holds_the_error_and_its_fix_alone(entry):
    """Its box begins at the sentence that introduces the error: what works stands in a block of its own before it."""
    for block in entry.blocks:
        if block.message and not block.report:
            before = next(at for at, example in enumerate(block.examples) if example.message)
            working = [example.source for example in block.examples[:before] if example.want]
            assert not working, f"{at(entry)}: an output before the error, in one block with it: {working}"


def outputs_are_checked_exactly(entry):
    for example in entry.examples:
        assert not re.search(r"doctest:|SKIP|NORMALIZE", example.source) or (
            example.message and re.search(r"# doctest: \+ELLIPSIS$", example.source)
        ), f"{at(entry)}: loosened check: {example.source!r}"


def code_has_no_comments(entry):
    """What needs saying is said in a sentence, which gets translated."""
    for code in [entry.numpy, *(example.source for example in entry.examples)]:
        assert "# " not in code.replace("# doctest:", ""), f"{at(entry)}: comment in {code!r}"


def see_also_resolves(entry):
    assert entry.see_also, f"{at(entry)}: no 'See also:'"
    for name in [*entry.see_also, *REFERENCE.findall(" ".join(catalog.messages(entry)))]:
        catalog.find(name, ENTRIES)
        assert name != entry.name, f"{at(entry)}: refers to itself"


def asked_holds_one_to_twelve_phrases(entry):
    assert 1 <= len(entry.asked) <= 12, f"{at(entry)}: {len(entry.asked)} phrases in :asked:, 1 to 12"


def body_is_numpy_alone(entry):
    code = entry.numpy
    assert "torch" not in code or entry.no_numpy, f"{at(entry)}: the body speaks of torch"


RULES = (
    summary_is_one_short_imperative_sentence,
    docstring_fits_one_glance,
    examples_are_one_to_ten_blocks_each_led_in,
    a_block_of_an_error_holds_the_error_and_its_fix_alone,
    outputs_are_checked_exactly,
    code_has_no_comments,
    see_also_resolves,
    asked_holds_one_to_twelve_phrases,
    body_is_numpy_alone,
)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_each_entry_of_a_topic_keeps_every_rule(topic):
    """One test a topic: pytest's own work for a test takes longer than a rule does."""
    broken = []
    for entry in topic.entries:
        for rule in RULES:
            try:
                rule(entry)
            except AssertionError as error:
                broken.append(str(error).splitlines()[0])
    assert not broken, "\n".join(broken)


def test_a_second_entry_of_one_name_is_refused():
    with pytest.raises(catalog.ContentError, match=r" is in torchref/operations/shape\.py already"):
        catalog.entries((*TOPICS, *(topic for topic in TOPICS if topic.name == "shape")))
