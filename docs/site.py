"""The build of the site: content, translations and facts become a source folder per language, Sphinx makes the pages.

The gallery is executed once, in the English build.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docs.files import fail, write_if_changed
from docs.pages import gallery, search, sources
from docs.pictures import sheets
from docs.progress import line, say
from torchref.content import catalog, translation
from torchref.content.language import LANGUAGES
from torchref.retrieval import index

ROOT = Path(__file__).resolve().parent.parent


FEW = 8
"""Up to how many changed pages are made in one process, since sharing the work costs more than it saves."""


def build(out: Path, languages: list[str], run: Callable[[list[str]], int] | None = None) -> int:
    """Build the site in these languages into ``out``; return 0, or 2 after saying what is wrong.

    Args:
        run: what runs Sphinx with some arguments; by default a process of its own, and this one for a few pages.
    """
    started = time.perf_counter()
    try:
        topics = catalog.read()
        catalog.check_references(topics)
        sources.check_templates(catalog.entries(topics))
        observed = load_observed(topics)
        gettexts = {language: translation.load(language) for language in languages}
        index.part("ranking")
    except catalog.ContentError as error:
        return fail(str(error))
    work = out.parent / "source"
    if languages == ["zh"] and not (work / "en" / "gallery").exists():
        return fail(
            "the Chinese gallery is made from the executed English one: build English first, or leave --language out"
        )
    for language, gettext in gettexts.items():
        begun = time.perf_counter()
        line.start(language, "preparing", len(catalog.entries(topics)), "operation")
        changed = sources.write(language, work / language, topics, observed, gettext)
        if language == "zh":
            gallery.translate(work / "en" / "gallery", work / "zh" / "gallery", gettext)
        few = changed <= FEW and not (language == "en" and gallery.changed(work / "en" / "gallery"))
        if (run or (here if few else sphinx))(arguments(language, work / language, out / language, changed)):
            return 2
        others = len(json.loads((work / language / "site.json").read_text(encoding="utf-8"))["redirects"])
        pages = len(list((out / language).rglob("*.html"))) - others
        say(
            f"{LANGUAGES[language]}: {pages} pages, and {others} other addresses that lead to them, "
            f"in {time.perf_counter() - begun:.1f} s"
        )
    search.write(out / "search", topics, observed)
    for name, page in (("index", "front"), ("404", "404")):
        write_if_changed(out / f"{name}.html", (ROOT / "docs" / "pages" / f"{page}.html").read_text(encoding="utf-8"))
    sheets.write(out, languages)
    say(f"the site stands after {time.perf_counter() - started:.1f} s; open {out / 'index.html'}")
    return 0


def load_observed(topics: tuple[catalog.Topic, ...]) -> dict[str, Any]:
    """Return the facts of every entry; an entry that changed since is run and observed anew.

    Raises:
        ContentError: the facts are missing, or an example of a changed entry fails.
    """
    observed = catalog.read_observed()
    known = catalog.entries(topics)
    facts = observed["operations"]
    changed = [name for name, entry in known.items() if facts.get(name, {}).get("digest") != entry.digest]
    if changed:
        from torchref.content import observe

        say(f"run again, as they changed: {', '.join(changed)} (python -m torchref.content.observe writes it down)")
        facts |= {name: observe.facts(known[name]) for name in changed}
    return observed | {"operations": catalog.with_measured(facts, catalog.read_measured())}


def arguments(language: str, source: Path, out: Path, changed: int) -> list[str]:
    """Return the arguments of sphinx-build: warnings are errors; ``docs.progress`` says how far it is."""
    found = [
        "-n", "-W", "-T", "--keep-going", "-q", "-j", "auto" if changed > FEW else "1",
        "-c", str(ROOT / "docs" / "sphinx"),
        "-d", str(source.parent / f"{language}-doctrees"), "-b", "html",
    ]  # fmt: skip
    return [*found, *(["-t", "zh"] if language == "zh" else []), str(source), str(out)]


def sphinx(given: list[str]) -> int:
    return subprocess.run([sys.executable, "-m", "sphinx", *given], cwd=ROOT).returncode


def here(given: list[str]) -> int:
    """Run Sphinx in this process, as in one of its own: with no words of the language that was built before."""
    import sphinx.cmd.build
    import sphinx.locale

    sphinx.locale.translators.clear()
    return sphinx.cmd.build.build_main(given)
