"""Both languages are equal: nothing missing, fuzzy, stale, and no code lost on the way."""

import re
from collections import Counter

import polib
import pytest

from torchref import catalog, translation

TOPICS = {topic.name: topic for topic in catalog.read()}
FILES = {path.stem: path for path in translation.files("zh")}
HAN = r"\u4e00-\u9fff"


def kept(text):
    """What a translation must keep: literals and roles (a literal's content, a role's target)."""
    return Counter(re.findall(r"``.+?``|:\w+:`[^`]+`", text))


@pytest.fixture(params=TOPICS.values(), ids=TOPICS)
def topic(request):
    return request.param


def test_no_message_is_missing_stale_or_fuzzy(topic):
    file = polib.pofile(str(FILES[topic.name]))
    wanted = set(translation.topic_messages(topic))
    there = {entry.msgid: entry for entry in file}
    assert not wanted - there.keys(), "missing: run python -m torchref.translation, then translate"
    assert not there.keys() - wanted, "stale: run python -m torchref.translation"
    assert not [entry.msgid for entry in file if not entry.msgstr], "untranslated"
    assert not [entry.msgid for entry in file if entry.fuzzy], "fuzzy"


def test_literals_and_roles_are_kept(topic):
    for entry in polib.pofile(str(FILES[topic.name])):
        if ";" in entry.msgid and entry.msgid[-1] not in ".:?":  # phrases people type: each language has its own
            continue
        assert kept(entry.msgid) == kept(entry.msgstr), f"{FILES[topic.name].name}: {entry.msgid!r} -> {entry.msgstr!r}"


def test_chinese_is_set_as_chinese(topic):
    """A space between Chinese and Latin letters or digits; full-width punctuation after Chinese."""
    for entry in polib.pofile(str(FILES[topic.name])):
        for line in entry.msgstr.split("；") if ";" in entry.msgid and entry.msgid[-1] not in ".:?" else [entry.msgstr]:
            text = re.sub(r":\w+:`([^`]+)`", r"\1", line)
            where = f"{FILES[topic.name].name}: {entry.msgstr!r}"
            assert (
                re.search(f"[{HAN}]", text)
                or "``" in text
                or entry.msgid == entry.msgstr
                or not entry.msgid.endswith(".")
            ), f"{where}: no Chinese"
            assert not re.search(f"[{HAN}][A-Za-z0-9`]|[A-Za-z0-9`][{HAN}]", text), (
                f"{where}: no space between Chinese and Latin"
            )
            assert not re.search(f"[{HAN}][,;:!?]|[{HAN}]\\.(?!\\w)", text), (
                f"{where}: half-width punctuation after Chinese"
            )
