"""Build the site in both languages: ``python -m docs.build [--out FOLDER] [--language en|zh]``.

Content, translations and facts become a source folder a language; Sphinx makes the pages; the gallery is executed
once, in the English build.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from docs import gallery, sources
from torchref import catalog, translation

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m docs.build", description="Build the site in both languages.")
    parser.add_argument("--out", type=Path, default=BUILD / "site", help="where the site goes (default: build/site)")
    parser.add_argument("--language", choices=list(translation.LANGUAGES), help="only this language")
    options = parser.parse_args(arguments)
    if options.out.exists() and not options.out.is_dir():
        return fail(f"--out {options.out}: a file of that name is in the way; name a folder")
    started = time.perf_counter()
    try:
        topics = catalog.read()
        observed = load_observed(topics)
    except catalog.ContentError as error:
        return fail(str(error))
    work = options.out.parent / "source"
    for language in [options.language] if options.language else translation.LANGUAGES:
        gettext = translation.load(language)
        begun = time.perf_counter()
        sources.write(language, work / language, topics, observed, gettext)
        if language == "zh":
            gallery.translate(work / "en" / "gallery", work / "zh" / "gallery", gettext)
        code = sphinx(language, work / language, options.out / language)
        if code:
            return code
        pages = len(list((options.out / language).rglob("*.html")))
        say(f"{translation.LANGUAGES[language]}: {pages} pages in {time.perf_counter() - begun:.1f} s")
    sources.write_if_changed(options.out / "index.html", (ROOT / "docs" / "static" / "front.html").read_text(encoding="utf-8"))
    say(f"the site stands after {time.perf_counter() - started:.1f} s; open {options.out / 'index.html'}")
    return 0


def load_observed(topics: tuple[catalog.Topic, ...]) -> dict:
    """Return ``observed.json``, or say which entries it does not hold."""
    try:
        observed = json.loads(catalog.OBSERVED.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise catalog.ContentError(catalog.OBSERVED, 1, "missing; run python -m torchref.observe") from None
    for name, entry in catalog.entries(topics).items():
        if name not in observed["operations"]:
            raise catalog.ContentError(entry.path, entry.line, f"{name} was not observed yet; run python -m torchref.observe")
    return observed


def sphinx(language: str, source: Path, out: Path) -> int:
    """Run sphinx-build, warnings as errors; its progress is shown as it comes."""
    command = [
        sys.executable, "-m", "sphinx", "-n", "-W", "-T", "--keep-going", "-q", "-c", str(ROOT / "docs"),
        "-d", str(source.parent / f"{language}-doctrees"), "-b", "html",
    ]  # fmt: skip
    if language == "zh":
        command += ["-t", "zh"]
    say(f"{translation.LANGUAGES[language]}: building with Sphinx")
    finished = subprocess.run([*command, str(source), str(out)], cwd=ROOT)
    return 2 if finished.returncode else 0


def say(words: str) -> None:
    print(words, flush=True)


def fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
