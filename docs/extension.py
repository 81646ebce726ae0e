"""What Sphinx does not do by itself: anchors that both languages share, previous and next, search data, redirects."""

import html
import json
import re
import zlib
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from torchref import translation

REDIRECT = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{target}">
<script>location.replace("{target}" + location.search + location.hash)</script></head>
<body><main><h1><a href="{target}">{title}</a></h1></main></body></html>
"""

UNUSED = ("doctools.js", "sphinx_highlight.js", "translations.js")
"""Sphinx's scripts for the search that is replaced."""
GALLERY_ONLY = ("sg_gallery", "sg-tags")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", load)
    app.connect("source-read", describe_pictures)
    app.connect("doctree-read", share_anchors, priority=1)
    app.connect("html-page-context", page_context)
    app.connect("build-finished", write_beside)
    changed = zlib.crc32(Path(__file__).read_bytes())
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1", "env_version": changed}


def load(app: Sphinx) -> None:
    """Read what ``docs.sources`` left for this language; Sphinx's own search is replaced, so it is turned off."""
    app.torchref = json.loads((Path(app.srcdir) / "site.json").read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    app.builder.search = False  # type: ignore[attr-defined]
    own = translation.load("zh" if app.config.language == "zh_CN" else "en")
    environment = app.builder.templates.environment  # type: ignore[union-attr]
    sphinx_says = environment.globals["gettext"]
    words = lambda message: own(message) if own(message) != message else sphinx_says(message)  # noqa: E731
    environment.install_gettext_callables(words, lambda one, many, n: words(one if n == 1 else many), newstyle=True)


def describe_pictures(app: Sphinx, docname: str, source: list[str]) -> None:
    """Give each picture of a gallery page the paragraph before it as its alternative text, in the page's language."""
    if not docname.startswith("gallery/"):
        return
    said = ""
    lines = source[0].split("\n")
    for number, line in enumerate(lines):
        if re.match(r"\s+:alt: ", line):
            lines[number] = re.sub(r":alt: .*", f":alt: {said}", line)
        elif re.match(r"[^\s.:=\-]", line) and (number == 0 or not lines[number - 1].strip()):
            paragraph = lines[number : lines.index("", number)]
            said = re.sub(r"``|:func:|`", "", " ".join(paragraph)).rstrip(":：")
    source[0] = "\n".join(lines)


def share_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Give the sections of a page the anchors of its English headings (``:anchors:`` in its first lines)."""
    for field in doctree.findall(nodes.field):
        name, body = field.children
        if name.astext() == "anchors":
            field.parent.remove(field)
            for section, anchor in zip(doctree.findall(nodes.section), body.astext().split(), strict=False):
                section["ids"] = [anchor, *(own for own in section["ids"] if own.startswith("sphx-glr"))]
            return


def page_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    other = "en" if app.config.language == "zh_CN" else "zh"
    root = context.get("content_root", "./")
    context["other_language"] = {
        "code": {"en": "en", "zh": "zh-CN"}[other],
        "name": {"en": "English", "zh": "简体中文"}[other],
        "href": f"{root}../{other}/{page}.html",
    }
    context["html_language"] = {"zh_CN": "zh-CN"}.get(app.config.language, app.config.language)
    unused = UNUSED if page.startswith("gallery/") else (*UNUSED, *GALLERY_ONLY)
    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if not any(name in str(file.filename) for name in unused)]
    order = app.torchref["order"]  # type: ignore[attr-defined]
    if page not in order:
        return
    files = list(order)
    place = files.index(page)
    _, topic_page, topic = order[page]
    context["topic"] = {"href": f"{topic_page}.html", "title": topic}
    for key, neighbour in (("prev", place - 1), ("next", place + 1)):
        if 0 <= neighbour < len(files) and order[files[neighbour]][1] == topic_page:
            context[key] = {"link": f"{files[neighbour]}.html", "title": html.escape(order[files[neighbour]][0])}


def write_beside(app: Sphinx, exception: Exception | None) -> None:
    """Write the search data and the pages that lead from other names to an entry, where they changed."""
    if exception is not None or app.builder.name != "html":
        return
    out = Path(app.outdir)
    site = app.torchref  # type: ignore[attr-defined]
    texts = {
        "search-data.js": "window.TORCHREF = " + json.dumps(site["search"], ensure_ascii=False, separators=(",", ":"))
    }
    for address, stem in site["redirects"].items():
        title = html.escape(site["order"][stem][0])
        texts[f"{address}.html"] = REDIRECT.format(language=app.config.language, title=title, target=f"{stem}.html")
    wanted = {f"{page}.html" for page in (*app.env.found_docs, *site["redirects"])}
    for path in out.rglob("*.html"):
        name = path.relative_to(out).as_posix()
        if name not in wanted and not name.startswith("_"):
            path.unlink()
    for name, text in texts.items():
        path = out / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
