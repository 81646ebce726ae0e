"""Write the reST of every page of one language: entries and page templates in, a source folder for Sphinx out.

Prose is translated here, before Sphinx reads it, so that a page is written again only when its own text changed.
"""

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docutils.nodes import make_id

from docs.files import keep_compiled, write_if_changed
from docs.pages import gallery, palette
from docs.pages.areas import AREAS, FORMER, SINGLE_PAGES, TILES
from docs.pages.context import TEMPLATES, Site, drawn
from docs.pictures import sheets
from torchref.content import again, catalog, versions
from torchref.content.catalog import Entry, Topic
from torchref.content.text import REFERENCE
from torchref.retrieval import building, index, slots

MOST_PLACES = 4
"""To how many pages of the gallery the page of an operation leads."""
ERRORS = 8
"""How many errors with cause and fix stand in one file, which the page of errors loads for those that match."""


def check_templates(known: dict[str, Entry]) -> None:
    """Raise :class:`ContentError` for the first reference in a page template to an operation that has no entry."""
    for path in sorted(TEMPLATES.glob("*.rst")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            for name in REFERENCE.findall(line):
                try:
                    catalog.find(name, known)
                except KeyError as error:
                    raise catalog.ContentError(path, number, error.args[0]) from None


def redirects(known: dict[str, Entry], observed: dict[str, Any]) -> dict[str, str]:
    """Return other addresses -> the entry's file name: aliases, methods, in-place forms, full names.

    An address that differs from another only in case is left out; entries and the other pages come first.
    """
    files = building.stems(known, observed)
    taken = {stem.lower() for stem in (*files.values(), *SINGLE_PAGES)}
    found: dict[str, str] = {}
    for name in known:
        for official in observed[name]["names"]:
            tail = official.rpartition(".")[2]
            for address in (tail, official, official.removeprefix("torch.")):
                if address.lower() not in taken:
                    taken.add(address.lower())
                    found[address] = files[name]
    return found | FORMER


def write(
    language: str,
    folder: Path,
    topics: tuple[Topic, ...],
    observed: dict[str, Any],
    gettext: Callable[[str], str],
) -> int:
    """Write every page of a language below ``folder``; files whose text is the same are left untouched.

    Returns:
        How many pages were written.
    """
    known = catalog.entries(topics)
    translated = tuple(catalog.translate_topic(topic, gettext) for topic in topics)
    shared = catalog.translate_parameters(catalog.read_parameters(), gettext)
    operations = observed["operations"]
    files = building.stems(known, operations)
    uses = gallery.uses(index.part("names"))
    recorded = versions.read()
    measured = catalog.read_measured()
    pictures = catalog.read_pictures()
    site = Site(translated, shared, observed, files, gettext)
    keep_compiled(site.environment, folder.parent)
    wanted = {}
    for topic in translated:
        wanted[f"topics/{topic.name}"] = site.render("topic", topic=topic)
        for entry in topic.entries:
            named = [*site.namesakes.get(entry.name, ()), *entry.see_also]
            context = {
                "entry": entry,
                "topic": topic,
                "language": language,
                "facts": operations[entry.name],
                **building.compare(
                    known[entry.name],
                    versions.of(known[entry.name], recorded),
                    operations[entry.name],
                    measured,
                    observed["versions"]["torch"],
                    gettext,
                ),
                "gallery": [
                    (f"gallery/{page}.html#{gallery.use_anchor(files[entry.name])}", gettext(title))
                    for page, title, _ in uses.get(entry.name, [])[:MOST_PLACES]
                ],
                "picture": drawn(pictures.get(entry.name, {}), known[entry.name], gettext),
            }
            source = (
                context | {"topic": (topic.name, topic.title)},
                [(name, site.known[name].summary) for name in named],
                (files, shared, observed["versions"]),
            )
            render = functools.partial(site.render, "operation", **context)
            wanted[files[entry.name]] = again.made(("page", folder, entry.name), source, render)
    for name in SINGLE_PAGES:
        wanted[name] = site.render(
            name,
            versions=observed["versions"],
            title=TILES.get(name),
            printed=f"-{language}.pdf" if sheets.possible() else "",
        )
    changed = sum(write_if_changed(folder / f"{docname}.rst", text) for docname, text in wanted.items())
    for path in [*folder.glob("*.rst"), *folder.glob("topics/*.rst")]:
        if path.relative_to(folder).with_suffix("").as_posix() not in wanted:
            path.unlink()
    used: dict[str, list[str]] = {}
    lines: dict[str, dict[str, int]] = {}
    for name, users in uses.items():
        for page, _, line in users:
            used.setdefault(f"gallery/{page}", []).append(name)
            lines.setdefault(f"gallery/{page}", {})[files[name]] = line
    blocks = site.error_blocks()
    data = {
        "navigation": {
            "groups": [[title, [site.navigation(topic) for topic in found]] for title, found in site.groups()],
            "gallery": [[gettext(title), f"gallery/{stem}.html"] for stem, title in gallery.pages()],
            "said": palette.frame_words(gettext),
        },
        "areas": [[page, gettext(title)] for page, title in AREAS.items()],
        "glance": [[gettext(title), page] for page, title in TILES.items()],
        "gallery": {gettext(title): stem for stem, title in gallery.pages()},
        "used": {page: [[name, files[name]] for name in names] for page, names in used.items()},
        "lines": lines,
        "order": {
            files[entry.name]: [operations[entry.name]["title"], f"topics/{topic.name}", topic.title]
            for topic in translated
            for entry in topic.entries
        },
        "redirects": redirects(known, operations),
        "errors": [blocks[start : start + ERRORS] for start in range(0, len(blocks), ERRORS)],
        "search": {
            "records": palette.records(translated, observed, files, site),
            "marks": {kind: [kind, words] for kind, words in site.marks().items()},
            "common": [
                [one.name, f"common-parameters.html#{make_id(one.name)}", one.summary] for one in shared.entries
            ],
            "pages": palette.pages(topics, translated, shared, gettext),
            "said": palette.search_words(gettext),
            "errors": ERRORS,
            "slots": [slots.rules(gettext), slots.DTYPES],
        },
    }
    write_if_changed(folder / "site.json", json.dumps(data, ensure_ascii=False))
    return changed
