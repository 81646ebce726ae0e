"""The field's words: home-made terms, and forms that are written one way, are named with what to write instead."""

import re

import pytest

from tests import claims
from torchref.content import catalog

TOPICS = {topic.name: topic for topic in catalog.read()}
AVOIDED = {
    r"in silence|without a word|nobody says|nothing complains|no error says": "silently; with no error or warning",
    r"refuse[sd]?": "raises; is not accepted",
    r"cured?|cures": "fix",
    r"anew|to and fro|seldom|lesser": "again; back and forth; rarely; smaller",
    r"wants": "needs",
    r"goes by|spoil\w*|nor does": "plain words",
    r"way back": "backward pass",
    r"slopes?": "derivative; gradient",
    r"whole numbers?": "integer",
    r"bell curve|spread": "normal distribution; standard deviation",
    r"class numbers?": "class index",
    r"pictures?": "image; figure",
    r"decimal numbers?|decimals": "float; digits after the point",
    r"(?<!square )(?<!angle )brackets": "square brackets; parentheses",
    r"left out": "omitted; exclusive",
    r"read off": "inferred from",
    r"optimis\w+|colou?rs?(?<!color)(?<!colors)|gr[e]y|learnt|behaviou?r(?<!behavior)|neighbou\w+": "American spelling",
    r"(?:[iI]s|[aA]re) no(?! longer| more| less| way)(?= [a-z])": "is not a",
    r"nan|NaN|None|True|False|u?int(?:8|16|32|64)|b?float(?:16|32|64)|complex(?:64|128)": "in code font",
}
"""What is not written, outside of code -> what is written instead."""


def avoided(message):
    """What a message says that is not written: (what was found, what to write instead)."""
    prose = re.sub(r"``.*?``|:func:`.*?`|`[^`]*`", " ", message)
    for words, instead in AVOIDED.items():
        for found in re.finditer(rf"\b(?:{words})\b", prose):
            yield found.group(), instead


@pytest.mark.parametrize("topic", TOPICS)
def test_topic_is_written_in_the_words_of_the_field(topic):
    offenders = [
        f"{claims.where(message, [TOPICS[topic].entries[0].path])}: {found!r}, write {instead!r}"
        for message in claims.said(TOPICS[topic])
        for found, instead in avoided(message)
    ]
    assert not offenders, "\n".join(offenders)


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("A list is refused.", ["refused"]),
        ("``refused`` is code, and :func:`nan` too.", []),
        ("The result is nan in silence.", ["in silence", "nan"]),
        ("A float is no index, and the color is gray.", ["is no"]),
        ("The colour is grey.", ["colour", "grey"]),
        ("It is no longer a view.", []),
        ("Index it with square brackets.", []),
        ("The brackets name it.", ["brackets"]),
    ],
)
def test_avoided_words_are_found_in_prose_alone(message, found):
    assert [what for what, _ in avoided(message)] == found
