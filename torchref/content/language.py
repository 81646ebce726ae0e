"""The languages, and which of them to answer in; imports nothing, since every answer starts here."""

from __future__ import annotations

import os

LANGUAGES = {"en": "English", "zh": "简体中文"}
BINARY = 0.1
"""The part of a text that may be no text: control characters, or bytes in no encoding."""
_STRANGE = dict.fromkeys((*range(1, 9), *range(14, 32), *range(127, 160), 0xFFFD))


def of_environment(question: str = "") -> str:
    """Return the language of the environment, by the first that is set of LC_ALL, LC_MESSAGES, LANG.

    Where that names none (``C``, ``POSIX``), a question with Chinese in it is answered in Chinese.
    """
    wanted = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "C").lower()
    if wanted.partition(".")[0] in ("c", "posix"):
        return "zh" if any(map(is_chinese, question)) else "en"
    return "zh" if wanted.startswith("zh") else "en"


def chosen(asked: str | None) -> str:
    """Return the language asked for, that of the environment for None.

    Raises:
        LookupError: there is no such language; names those that exist.
    """
    if asked is not None and asked not in LANGUAGES:
        raise LookupError(f"no language {asked!r}; there are {', '.join(LANGUAGES)}")
    return asked or of_environment()


def is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def is_text(question: str) -> bool:
    """Whether what was asked is text: no zero byte, and few control characters and bytes in no encoding."""
    strange = len(question) - len(question.translate(_STRANGE))
    return "\0" not in question and strange <= BINARY * len(question)
