"""Bring the catalogs of the site's own words and of the gallery up to date: ``python -m docs.messages``."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import furo
from babel.messages.extract import extract

from docs.pages import gallery, sources
from torchref.content import translation

DOCS = Path(__file__).parent
KEYWORDS = dict.fromkeys(("_", "gettext", "heading"))
THEME = (furo.THEME_PATH / "page.html", furo.THEME_PATH / "partials" / "icons.html")
UNTOLD = re.compile(r'(?<=aria-label=")[^"{}]+(?=")|(?<=<title>)[^<]+')
"""What the theme says to a screen reader or as a tip without asking for a translation."""
TOGGLE = "Toggle navigation of {name}"
"""What the theme's Python code writes; ``name`` is the title of a page."""
OUTPUT = "Output:"
"""What stands above the output of a gallery script."""


def site() -> list[str]:
    """Return the messages of the page templates, of ``sources.py``, of our theme templates and of the theme."""
    found: list[str] = []
    for path in [
        *sorted((DOCS / "pages" / "templates").glob("*.rst")),
        *sorted((DOCS / "sphinx" / "theme").rglob("*.html")),
        THEME[0],
    ]:
        found += _extract(path, "jinja2.ext:babel_extract")
    for path in THEME:
        found += UNTOLD.findall(path.read_text(encoding="utf-8"))
    found += [TOGGLE, OUTPUT]
    found += [
        message for name in ("sources", "poster") for message in _extract(DOCS / "pages" / f"{name}.py", "python")
    ]
    found += sources.TILES.values()
    elsewhere = set(gallery.messages())
    return [message for message in dict.fromkeys(found) if message not in elsewhere]


def spoken(html: str, gettext: Callable[[str], str]) -> str:
    """Return a page of the theme with its labels and tips in our words."""

    def say(found: re.Match[str]) -> str:
        before, toggles, name = found[0].partition(TOGGLE.format(name=""))
        return gettext(TOGGLE).format(name=name) if toggles and not before else gettext(found[0])

    return UNTOLD.sub(say, html)


def _extract(path: Path, method: str) -> list[str]:
    with path.open("rb") as file:
        made = list(
            extract(method, file, KEYWORDS, options={"trimmed": "true", "trim_blocks": "true", "silent": "false"})
        )
    messages = [" ".join(message.split()) for _, message, *_ in made if isinstance(message, str)]
    return [message for message in messages if message and "href=" not in message and "%(" not in message]


def main(arguments: list[str]) -> int:
    if arguments:
        print(f"python -m docs.messages takes no arguments; found {' '.join(arguments)!r}", file=sys.stderr)
        return 2
    folder = translation.LOCALE / translation.FOLDERS["zh"] / "LC_MESSAGES"
    for name, messages in (("site", site()), ("gallery", gallery.messages())):
        empty = translation.update(folder / f"{name}.po", messages)
        print(f"{name}: {len(messages)} messages, {empty} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
