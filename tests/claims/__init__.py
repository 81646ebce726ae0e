"""Sentences that say more than the code below them shows, and the checks that hold them.

A check is a test whose docstring is the sentence, to the letter; several paragraphs are several sentences. The module
of checks bears the name of what it checks: ``gallery.py`` quotes the gallery. ``test_claims.py`` lists every
sentence with a word of :data:`UNIVERSAL` that is quoted nowhere, and every quotation that stands nowhere any more.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

from torchref.content import catalog

UNIVERSAL = re.compile(
    r"\b(all|always|any|anything|cannot|every|everything|impossible|must|never|no|nobody|none|nothing|only"
    r"|the same as|whatever|whoever)\b",
    re.IGNORECASE,
)


def sentences(messages: Iterable[str]) -> list[str]:
    """Every sentence, once. One in quotation marks at the start of a message is what others say, not a claim."""
    found = [part for message in messages for part in re.split(r"(?<=[.?!])\s+", re.sub(r'^"[^"]*" ', "", message))]
    return list(dict.fromkeys(found))


def said(topic: catalog.Topic) -> list[str]:
    """What a topic says in prose: all its messages but the phrases of ``:asked:``."""
    found = [topic.sentence]
    for entry in topic.entries:
        prose = [paragraph for block in entry.blocks for paragraph in block.prose]
        found += [entry.summary, *prose, *(sentence for _, sentence in entry.explained), entry.no_numpy or ""]
    return found


def is_universal(sentence: str) -> bool:
    """Whether a sentence has a word of :data:`UNIVERSAL` outside of its code."""
    return bool(UNIVERSAL.search(re.sub(r"``.*?``", "", sentence)))


def quoted(checks: ModuleType) -> Iterator[tuple[str, str]]:
    """Each sentence that a module of checks quotes, and where it does: ``claims/gallery.py:12``."""
    for name, check in inspect.getmembers(checks, inspect.isfunction):
        if name.startswith("test_"):
            at = f"claims/{Path(check.__code__.co_filename).name}:{check.__code__.co_firstlineno}"
            for sentence in quotes(check):
                yield sentence, at


def quotes(check: Callable[..., None]) -> list[str]:
    """The sentences that a check holds."""
    return [" ".join(paragraph.split()) for paragraph in (inspect.getdoc(check) or "").split("\n\n")]


def where(sentence: str, files: Iterable[Path]) -> str:
    """The file and line at which a sentence begins, whatever breaks its lines: ``gallery/dtypes.py:8``."""
    broken = re.compile(r"[\s#]+".join(map(re.escape, sentence.split())))
    for path in files:
        text = path.read_text(encoding="utf-8")
        if found := broken.search(text):
            return f"{path.parent.name}/{path.name}:{text.count(chr(10), 0, found.start()) + 1}"
    return "(file and line not found)"
