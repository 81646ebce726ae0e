"""The phrases of ``:asked:``: each is one question, and belongs to one entry."""

import collections
import re

import pytest

from torchref.content import catalog, translation
from torchref.content.language import LANGUAGES

TOPICS = catalog.read()


def phrases(language):
    """Each phrase in a language with the entry that has it."""
    gettext = translation.load(language)
    for topic in TOPICS:
        for entry in topic.entries:
            for phrase in catalog.translate(entry, gettext).asked:
                yield entry.name, phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_belongs_to_two_entries(language):
    found = collections.defaultdict(list)
    for name, phrase in phrases(language):
        found[phrase.lower()].append(name)
    twice = {phrase: names for phrase, names in found.items() if len(names) > 1}
    assert not twice


def test_a_chinese_phrase_is_one_question():
    """Several in one, as nobody types them, stand apart by spaces: 取前几行 前几列 最后一列."""
    several = [
        f"{name}: {phrase}" for name, phrase in phrases("zh") if re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", phrase)
    ]
    assert not several, "\n".join(several)
