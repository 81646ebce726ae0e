"""Bring the catalogs of the site's own words and of the gallery up to date: ``python -m docs.messages``."""

import sys
from pathlib import Path

import furo
from babel.messages.extract import extract

from docs import gallery
from torchref import translation

DOCS = Path(__file__).parent
KEYWORDS = dict.fromkeys(("_", "gettext", "heading"))


def site() -> list[str]:
    """Return the messages of the page templates, of ``sources.py``, of our theme templates and of the theme's page."""
    found: list[str] = []
    for path in [
        *sorted((DOCS / "pages").glob("*.rst")),
        *sorted((DOCS / "theme").rglob("*.html")),
        furo.THEME_PATH / "page.html",
    ]:
        found += _extract(path, "jinja2.ext:babel_extract")
    found += _extract(DOCS / "sources.py", "python")
    return list(dict.fromkeys(found))


def _extract(path: Path, method: str) -> list[str]:
    with path.open("rb") as file:
        made = list(
            extract(method, file, KEYWORDS, options={"trimmed": "true", "trim_blocks": "true", "silent": "false"})
        )
    messages = [" ".join(message.split()) for _, message, *_ in made if isinstance(message, str)]
    return [message for message in messages if message and "href" not in message and "%(" not in message]


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
