"""Bring the catalogs of the site's own words and of the gallery up to date: ``python -m docs.messages``."""

import sys
from pathlib import Path

from babel.messages.extract import extract

from docs.pages import areas, gallery, playground
from torchref.content import translation

DOCS = Path(__file__).parent
KEYWORDS = dict.fromkeys(("_", "gettext", "heading"))
OUTPUT = "Output:"
"""What stands above the output of a gallery script."""
DRAWING = "The code that draws it"
"""What stands on the folded code below a figure of the gallery."""
FIRST_FIGURE = "The first figure of this page; the link leads to it"


def site() -> list[str]:
    """Return the messages of the page templates, of the modules beside them and of our theme templates."""
    found: list[str] = []
    for path in [
        *sorted((DOCS / "pages" / "templates").glob("*.rst")),
        *sorted((DOCS / "sphinx" / "theme").rglob("*.html")),
    ]:
        found += _extract(path, "jinja2.ext:babel_extract")
    found += [OUTPUT, DRAWING, FIRST_FIGURE]
    for name in ("context", "palette", "poster", "playground"):
        found += _extract(DOCS / "pages" / f"{name}.py", "python")
    found += [*areas.TILES.values(), *areas.AREAS.values(), *areas.GROUPS, *playground.EXAMPLES]
    elsewhere = set(gallery.messages())
    return [message for message in dict.fromkeys(found) if message not in elsewhere]


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
