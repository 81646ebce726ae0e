"""The Chinese catalog: one ``.po`` file a topic, read by every face.

A msgid is the raw reST of one paragraph, its lines joined by one space. ``python -m torchref.content.translation``
brings the files of the topics up to date (this alone needs polib): new messages come in empty, messages that are gone
are dropped.
"""

import ast
import difflib
import functools
import re
import sys
from collections.abc import Callable
from pathlib import Path

from torchref.content import again, catalog
from torchref.content.language import LANGUAGES

PACKAGE = Path(__file__).parents[1]
LOCALE = Path(__file__).parent / "locale"
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
    table = {message: said for path in files(language, locale) for message, said in read(path).items() if said}
    return lambda message: table.get(message, message)


def read(path: Path) -> dict[str, str]:
    """Return what a catalog says for each of its messages; fuzzy and obsolete ones are left out.

    Raises:
        ContentError: an entry that is not gettext's; names the line it starts at.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise catalog.ContentError(path, 1, "not a gettext catalog: not UTF-8") from None
    return again.made(("catalog", path), text, lambda: _parse(path, text))


def _parse(path: Path, text: str) -> dict[str, str]:
    table: dict[str, str] = {}
    line = 1
    for chunk in text.split("\n\n"):
        said = "\n".join(line for line in chunk.splitlines() if not line.startswith("#"))
        found = _ENTRY.fullmatch(said)
        if said and not found:
            raise catalog.ContentError(path, line, "not an entry of a gettext catalog")
        if found and not re.search(r"^#,.*\bfuzzy", chunk, re.MULTILINE):
            message, translated = (ast.literal_eval(f"({part})") for part in found.groups())
            table[message] = translated
        line += chunk.count("\n") + 2
    return table


_STRINGS = r'((?:"(?:[^"\\\n]|\\.)*"\s*)+)'
_ENTRY = re.compile(rf"msgid {_STRINGS}msgstr {_STRINGS}")


def files(language: str, locale: Path = LOCALE) -> list[Path]:
    """Return the ``.po`` files of a language, sorted by name."""
    return sorted((locale / FOLDERS[language] / "LC_MESSAGES").glob("*.po"))


def topic_messages(topic: catalog.Topic) -> list[str]:
    """Return what there is to translate in a topic, in order, each message once."""
    every = [topic.title, topic.sentence, *(message for entry in topic.entries for message in catalog.messages(entry))]
    return list(dict.fromkeys(every))


def program_messages() -> list[str]:
    """Return what the package itself says to its readers: each literal given to ``_``, each once."""
    found = []
    for path in sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "operations"):
        source = path.read_text(encoding="utf-8")
        found += again.made(("said", path), source, functools.partial(_said, source))
    return list(dict.fromkeys(found))


def _said(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str() as message)]):
                found.append(message)
    return found


def update(
    path: Path, messages: list[str], occurrences: dict[str, str] | None = None, elsewhere: dict[str, str] | None = None
) -> int:
    """Make ``path`` hold exactly ``messages``, keeping what is translated; return how many are still empty.

    Args:
        occurrences: message -> where it stands, for the comment above it.
        elsewhere: what other files say, for a message that moved here from one of them.
    """
    import polib

    known = (elsewhere or {}) | (read(path) if path.exists() else {})
    made = polib.POFile(wrapwidth=120)
    made.metadata = {"Language": "zh_CN", "Content-Type": "text/plain; charset=utf-8"}
    for message in messages:
        comment = (occurrences or {}).get(message, "")
        made.append(polib.POEntry(msgid=message, msgstr=known.get(message, ""), comment=comment))
    made.save(str(path))
    return sum(not entry.msgstr for entry in made)


def main(names: list[str]) -> int:
    try:
        topics = {topic.name: topic for topic in catalog.read()}
        wanted = {name: topic_messages(topic) for name, topic in topics.items()}
        wanted |= {"parameters": catalog.parameter_messages(catalog.read_parameters()), "program": program_messages()}
        for name in names or wanted:
            if name not in wanted:
                near = difflib.get_close_matches(name, wanted, n=1)
                hint = f"nearest: {near[0]}" if near else f"topics: {', '.join(wanted)}"
                print(f"no topic {name!r}; {hint}", file=sys.stderr)
                return 2
        known = {message: said for path in files("zh") for message, said in read(path).items() if said}
        for name in names or wanted:
            entries = topics[name].entries[::-1] if name in topics else ()
            occurrences = {message: entry.name for entry in entries for message in catalog.messages(entry)}
            path = LOCALE / FOLDERS["zh"] / "LC_MESSAGES" / f"{name}.po"
            empty = update(path, wanted[name], occurrences, known)
            print(f"{name}: {len(wanted[name])} messages, {empty} to translate")
    except catalog.ContentError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
