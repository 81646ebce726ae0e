"""A Sphinx extension that says what the build is doing: a line a step; on a terminal one line that counts along."""

import logging
import multiprocessing
import os
import sys
import time
from collections.abc import Set
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from docs.pages import gallery
from torchref.content.language import LANGUAGES

TERMINAL = os.name == "posix" and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
CLEAR = "\033[K" if TERMINAL else ""


class Line:
    """The step that is being done; its parts are counted over all processes that Sphinx forks."""

    def __init__(self) -> None:
        self.done = multiprocessing.Value("i")

    def start(self, language: str, verb: str, total: int, noun: str) -> None:
        """Say a step; one without parts is not worth a line."""
        self.done.value = 0
        self.words = f"{LANGUAGES[language]}: {verb} {{}} {noun}{'' if total == 1 else 's'}"
        self.total = total
        if total:
            self.show(str(total))

    def step(self) -> None:
        if TERMINAL:
            with self.done.get_lock():
                self.done.value += 1
                self.show(f"{self.done.value}/{self.total}")

    def show(self, count: str) -> None:
        """Write the line; on a terminal, whatever is written next takes its place."""
        print(CLEAR + self.words.format(count), end="\r" if TERMINAL else "\n", flush=True)


line = Line()


def say(words: str) -> None:
    print(CLEAR + words, flush=True)


class Pages(StandaloneHTMLBuilder):
    """Sphinx's builder of HTML, which tells no event how many pages it is going to write.

    When any setting changed, it writes every page again. It tells by a checksum that lies beside the pages: one that is
    the same in any folder, as the gallery's settings are not.
    """

    def create_build_info(self) -> Any:
        made = super().create_build_info()
        made.config_hash = f"{self.config.static_version:x}"
        return made

    def prepare_writing(self, docnames: Set[str]) -> None:
        line.start(language(self.app), "writing", len(docnames), "page")
        super().prepare_writing(docnames)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        super().write_doc(docname, doctree)
        line.step()


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_builder(Pages, override=True)
    for handler in logging.getLogger("sphinx").handlers:
        handler.addFilter(make_room)
    if language(app) == "en":
        if gallery.changed(Path(app.srcdir) / "gallery"):
            list_fonts()
        app.connect("builder-inited", before_gallery, priority=499)
        app.connect("builder-inited", after_gallery, priority=501)
    app.connect("env-before-read-docs", before_reading)
    app.connect("source-read", lambda *_: line.step())
    app.connect("build-finished", lambda *_: print(CLEAR, end="", flush=True))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def language(app: Sphinx) -> str:
    return "zh" if app.config.language == "zh_CN" else "en"


def make_room(record: logging.LogRecord) -> bool:
    """Clear our line before Sphinx writes a warning in its place."""
    if record.levelno >= logging.WARNING:
        print(CLEAR, end="", flush=True)
    return True


def list_fonts() -> None:
    """Have matplotlib list the machine's fonts, which it does once; our line stands for the warning it would log."""
    import matplotlib

    logging.getLogger("matplotlib.font_manager").addFilter(lambda record: "building the font cache" not in record.msg)
    if not list(Path(matplotlib.get_cachedir()).glob("fontlist-*.json")):
        say("matplotlib: listing the fonts of this machine, once")
    import matplotlib.font_manager


def before_reading(app: Sphinx, env: Any, pages: list[str]) -> None:
    line.start(language(app), "reading", len(pages), "page")


def before_gallery(app: Sphinx) -> None:
    folder = Path(app.srcdir) / "gallery"
    app.gallery_before = time.perf_counter(), gallery.costs(folder)  # type: ignore[attr-defined]
    line.start("en", "running", len(gallery.changed(folder)), "gallery script")


def before_script(gallery_conf: dict[str, Any], name: str) -> None:
    """Sphinx-Gallery calls this before each script that it runs (``reset_modules``)."""
    line.step()


def after_gallery(app: Sphinx) -> None:
    """Say what Sphinx-Gallery did between these two: scripts executed, pictures saved, pages written."""
    begun, before = app.gallery_before  # type: ignore[attr-defined]
    executed = len(gallery.costs(Path(app.srcdir) / "gallery").items() - before.items())
    if executed:
        scripts = "script" if executed == 1 else "scripts"
        say(f"gallery: executed {executed} {scripts} in {time.perf_counter() - begun:.1f} s")
