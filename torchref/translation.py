"""The Chinese catalog: one ``.po`` file a topic, read by every face.

A msgid is the raw reST of one paragraph, its lines joined by one space. ``python -m torchref.translation`` brings the
files of the topics up to date: new messages come in empty, messages that are gone are dropped.
"""

import difflib
import re
import sys
from collections.abc import Callable
from pathlib import Path

import polib

from torchref import catalog

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = {"en": "English", "zh": "简体中文"}
FOLDERS = {"zh": "zh_CN"}


def load(language: str, locale: Path = LOCALE) -> Callable[[str], str]:
    """Return the function from an English message to the same in ``language``; unknown messages come back as they are.

    Raises:
        LookupError: there is no such language; names those that exist.
    """
    if language not in LANGUAGES:
        near = difflib.get_close_matches(language, LANGUAGES, n=1)
        raise LookupError(
            f"no language {language!r}; there are {', '.join(LANGUAGES)}{f'; nearest: {near[0]}' if near else ''}"
        )
    if language == "en":
        return lambda message: message
    table = {
        entry.msgid: entry.msgstr
        for path in files(language, locale)
        for entry in read(path)
        if entry.msgstr and not entry.fuzzy and not entry.obsolete
    }
    return lambda message: table.get(message, message)


def read(path: Path) -> polib.POFile:
    """Return a catalog, or raise :class:`ContentError` with the line at which it is broken."""
    try:
        return polib.pofile(str(path))
    except OSError as error:
        line = re.search(r"line (\d+)", str(error))
        raise catalog.ContentError(path, int(line[1]) if line else 1, "not a gettext catalog") from None


def files(language: str, locale: Path = LOCALE) -> list[Path]:
    """Return the ``.po`` files of a language, sorted by name."""
    return sorted((locale / FOLDERS[language] / "LC_MESSAGES").glob("*.po"))


def topic_messages(topic: catalog.Topic) -> list[str]:
    """Return what there is to translate in a topic, in order, each message once."""
    every = [topic.title, topic.sentence, *(message for entry in topic.entries for message in catalog.messages(entry))]
    return list(dict.fromkeys(every))


def update(path: Path, messages: list[str], occurrences: dict[str, str] | None = None) -> int:
    """Make ``path`` hold exactly ``messages``, keeping what is translated; return how many are still empty."""
    known = {entry.msgid: entry for entry in read(path)} if path.exists() else {}
    made = polib.POFile(wrapwidth=120)
    made.metadata = {"Language": "zh_CN", "Content-Type": "text/plain; charset=utf-8"}
    for message in messages:
        entry = known.get(message) or polib.POEntry(msgid=message)
        entry.comment = (occurrences or {}).get(message, "")
        made.append(entry)
    made.save(str(path))
    return sum(not entry.msgstr or entry.fuzzy for entry in made)


def main(names: list[str]) -> int:
    try:
        topics = {topic.name: topic for topic in catalog.read()}
        for name in names or topics:
            if name not in topics:
                near = difflib.get_close_matches(name, topics, n=1)
                hint = f"nearest: {near[0]}" if near else f"topics: {', '.join(topics)}"
                print(f"no topic {name!r}; {hint}", file=sys.stderr)
                return 2
        for name in names or topics:
            entries = reversed(topics[name].entries)
            occurrences = {message: entry.name for entry in entries for message in catalog.messages(entry)}
            path = LOCALE / FOLDERS["zh"] / "LC_MESSAGES" / f"{name}.po"
            messages = topic_messages(topics[name])
            empty = update(path, messages, occurrences)
            print(f"{name}: {len(messages)} messages, {empty} to translate")
    except catalog.ContentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
