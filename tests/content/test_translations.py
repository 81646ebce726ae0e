"""Both languages are equal: nothing missing, fuzzy, stale, and no code lost on the way."""

import re
from collections import Counter

import polib
import pytest
from docutils.core import publish_doctree
from docutils.nodes import literal

from docs import messages
from docs.pages import gallery
from torchref.content import catalog, translation

TOPICS = catalog.read()
WANTED = {topic.name: translation.topic_messages(topic) for topic in TOPICS}
WANTED |= {"parameters": catalog.parameter_messages(catalog.read_parameters())}
WANTED |= {"program": translation.program_messages()}
WANTED |= {"site": messages.site(), "gallery": gallery.messages()}
ASKED = {"; ".join(entry.asked) for topic in TOPICS for entry in topic.entries}
HAN = r"\u4e00-\u9fff"


def kept(text):
    """What a translation must keep: literals, roles, and places to be filled in."""
    return Counter(re.findall(r"``.+?``|:\w+:`[^`]+`|\{\w+\}", text))


@pytest.fixture(params=WANTED)
def name(request):
    return request.param


@pytest.fixture
def entries(name):
    (path,) = [path for path in translation.files("zh") if path.stem == name]
    return list(polib.pofile(str(path)))


def test_every_file_belongs_to_a_topic_or_the_site():
    assert {path.stem for path in translation.files("zh")} == WANTED.keys()


def test_no_message_is_missing_stale_or_fuzzy(name, entries):
    wanted, there = set(WANTED[name]), {entry.msgid for entry in entries}
    update = "python -m docs.messages" if name in ("site", "gallery") else "python -m torchref.content.translation"
    assert not wanted - there, f"missing: run {update}, then translate"
    assert not there - wanted, f"stale: run {update}"
    assert not [entry.msgid for entry in entries if not entry.msgstr], "untranslated"
    assert not [entry.msgid for entry in entries if entry.fuzzy], "fuzzy"


def test_literals_and_roles_are_kept(name, entries):
    for entry in entries:
        if entry.msgid not in ASKED:  # phrases people type: each language has its own
            lost = kept(entry.msgid) - kept(entry.msgstr)
            invented = kept(entry.msgstr).keys() - kept(entry.msgid).keys()
            assert not lost and not invented, f"{name}.po: {entry.msgid!r} -> {entry.msgstr!r}"


def test_each_literal_ends_where_it_is_written_to(name, entries):
    """reST goes on reading a literal that an opening parenthesis follows without a space."""
    for entry in entries:
        if name != "program" and "``" in entry.msgstr:
            settings = {"report_level": 5, "_disable_config": True}
            read = [
                node.astext() for node in publish_doctree(entry.msgstr, settings_overrides=settings).findall(literal)
            ]
            assert read == re.findall("``(.+?)``", entry.msgstr), f"{name}.po: {entry.msgstr!r}"


def test_chinese_is_set_as_chinese(name, entries):
    """A space between Chinese and Latin letters or digits; full-width punctuation after Chinese."""
    for entry in entries:
        text = re.sub(r":\w+:`([^`]+)`", r"\1", entry.msgstr)
        text = re.sub(r"\{\w+\}", " ", text)
        where = f"{name}.po: {entry.msgstr!r}"
        is_sentence = entry.msgid.endswith((".", ":", "?")) and " " in entry.msgid
        assert re.search(f"[{HAN}]", text) or not is_sentence or "``" in text, f"{where}: no Chinese"
        assert not re.search(f"[{HAN}][A-Za-z0-9`]|[A-Za-z0-9`][{HAN}]", text), f"{where}: Chinese and Latin touch"
        assert not re.search(f"[{HAN}][,;:!?]|[{HAN}]\\.(?!\\w)", text), (
            f"{where}: half-width punctuation after Chinese"
        )


def test_no_two_catalogs_translate_a_message_differently():
    """All catalogs are read as one: the file that comes later would win in silence, as it did for a title."""
    said = {}
    for path in translation.files("zh"):
        for message, translated in translation.read(path).items():
            if message:
                said.setdefault(message, {}).setdefault(translated, []).append(path.stem)
    clashes = {message: found for message, found in said.items() if len(found) > 1}
    assert not clashes


def test_an_unknown_language_is_named():
    with pytest.raises(LookupError, match="no language 'fr'; there are en, zh"):
        translation.load("fr")
