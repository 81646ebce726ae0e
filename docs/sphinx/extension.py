"""What Sphinx does not do by itself: anchors that both languages share, previous and next, search data, redirects."""

import html
import json
import posixpath
import re
import zlib
from pathlib import Path
from typing import Any

import furo
import sphinx_copybutton
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from docs import messages
from docs.files import compact_json, keep_compiled, write_if_changed
from docs.pages import gallery
from docs.pages.highlight import highlight_lines
from docs.sphinx import states
from torchref.content import translation
from torchref.pictures.figure import STYLE, figure

REDIRECT = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{target}">
<script>location.replace("{target}" + location.search + location.hash)</script></head>
<body><main><h1><a href="{target}">{title}</a></h1></main></body></html>
"""

STATIC = Path(__file__).parent / "static"
HIGHLIGHT = Path(__file__).parents[1] / "pages" / "highlight.py"
CONF = Path(__file__).parent / "conf.py"
BUNDLED = ("pygments.css", "furo.css", "furo-extensions.css", "copybutton.css", "torchref.css", "frame.css")
UNUSED = (*BUNDLED, "doctools.js", "sphinx_highlight.js", "translations.js")
"""What no page loads by itself: the bundled style sheets, and Sphinx's scripts for the search that is replaced."""
SCRIPT_OUTPUT = ".. rst-class:: sphx-glr-script-out\n"
EARLY = ("furo.js", "sg-tags.js")
"""Scripts that start once the page is parsed, so they have to be there by then."""
GALLERY_ONLY = ("sg_gallery", "sg-tags")


def setup(app: Sphinx) -> dict[str, Any]:
    states.make_when_entered()
    app.add_directive("drawn", Drawn)
    app.add_config_value("static_version", 0, "html")
    app.connect("config-inited", read_site)
    app.connect("builder-inited", speak)
    app.connect("builder-inited", make_gallery_alike, priority=501)
    app.connect("env-get-outdated", led_to_otherwise)
    app.connect("source-read", describe_pictures)
    app.connect("doctree-read", share_anchors, priority=1)
    app.connect("html-page-context", page_context)
    app.connect("build-finished", write_beside, priority=900)
    changed = zlib.crc32(Path(__file__).read_bytes() + Path(gallery.__file__).read_bytes())
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1", "env_version": changed}


def read_site(app: Sphinx, config: Any) -> None:
    """Read what ``docs.pages.sources`` left for this language.

    Every page is written again when our settings, style, script or highlighting changed, or what the navigation lists.
    """
    app.torchref = json.loads((Path(app.srcdir) / "site.json").read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    files = b"".join(path.read_bytes() for path in [*sorted(STATIC.iterdir()), STYLE, HIGHLIGHT, CONF])
    config.static_version = zlib.crc32(
        files + repr([app.torchref[key] for key in ("navigation", "areas", "glance")]).encode()
    )  # type: ignore[attr-defined]


def style_sheet() -> str:
    """Return the style sheets of every page as one, since each of its own delays the first paint by a round trip."""
    paths = [
        furo.THEME_PATH / "static" / "styles" / "furo.css",
        furo.THEME_PATH / "static" / "styles" / "furo-extensions.css",
        Path(sphinx_copybutton.__file__).parent / "_static" / "copybutton.css",
        STYLE,
        STATIC / "torchref.css",
        STATIC / "frame.css",
    ]
    found = [furo.get_pygments_stylesheet(), *(path.read_text(encoding="utf-8") for path in paths)]
    return "\n".join(re.sub(r"/\*# sourceMappingURL=.*?\*/", "", text) for text in found)


def speak(app: Sphinx) -> None:
    """Give the theme our words in this language; Sphinx's own search is replaced, so it is turned off."""
    app.builder.search = False  # type: ignore[attr-defined]
    highlight_lines(app.builder)
    own = app.say = translation.load("zh" if app.config.language == "zh_CN" else "en")  # type: ignore[attr-defined]
    environment = app.builder.templates.environment  # type: ignore[union-attr]
    sphinx_says = environment.globals["gettext"]
    words = lambda message: own(message) if own(message) != message else sphinx_says(message)  # noqa: E731
    environment.install_gettext_callables(words, lambda one, many, n: words(one if n == 1 else many), newstyle=True)
    keep_compiled(environment, Path(app.srcdir).parent)


def make_gallery_alike(app: Sphinx) -> None:
    """Undo what Sphinx-Gallery does in a way of its own, after it has run.

    With what it noted to link names in code, it would highlight code otherwise, and no name has a target to link to.
    In its zips stands when they were made.
    """
    folder = Path(app.srcdir) / "gallery"
    for path in folder.glob("*.codeobj.json"):
        path.unlink()
    if app.config.language == "en":
        for script in gallery.scripts():
            gallery.pack(folder, script.stem)
        gallery.crop_thumbnails(folder)


def led_to_otherwise(app: Sphinx, env: Any, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Return the gallery pages to which other operations lead than in the build before: these need their anchors."""
    before, env.torchref_lines = getattr(env, "torchref_lines", {}), app.torchref["lines"]  # type: ignore[attr-defined]
    pages = {page for page in {*before, *env.torchref_lines} if before.get(page) != env.torchref_lines.get(page)}
    return sorted(pages & env.found_docs)


def describe_pictures(app: Sphinx, docname: str, source: list[str]) -> None:
    """Give each picture of a gallery page the paragraph before it as its alternative text, in the page's language.

    The title of another page, in italics or in 《》, becomes a link to it; what a script printed gets its label, which
    Sphinx-Gallery would take from a style sheet.
    """
    if not docname.startswith("gallery/"):
        return
    for title, stem in app.torchref["gallery"].items():  # type: ignore[attr-defined]
        link = f":doc:`{title} <{stem}>`"
        source[0] = source[0].replace(f"*{title}*", link).replace(f"《{title}》", f"《{link}》")
    said = ""
    lines = source[0].split("\n")
    for number, line in enumerate(lines):
        if re.match(r"\s+:alt: ", line):
            lines[number] = re.sub(r":alt: .*", f":alt: {said}", line)
        elif re.match(r"[^\s.:=\-]", line) and (number == 0 or not lines[number - 1].strip()):
            paragraph = lines[number : lines.index("", number)]
            said = re.sub(r"``|:(func|doc):|`| <\w+>", "", " ".join(paragraph)).rstrip(":：").replace('"', "'")
    label = f".. rst-class:: output-label\n\n{app.say(messages.OUTPUT)}\n\n{SCRIPT_OUTPUT}"  # type: ignore[attr-defined]
    marked = gallery.mark_uses("\n".join(lines), app.torchref["lines"].get(docname, {}))  # type: ignore[attr-defined]
    shown = gallery.figures_first(marked, app.say(messages.DRAWING))  # type: ignore[attr-defined]
    stem = docname.removeprefix("gallery/")
    thumbnail = next(Path(app.srcdir).glob(f"gallery/images/thumb/sphx_glr_{stem}_thumb.*"), None)
    if thumbnail is not None:
        place = thumbnail.relative_to(app.srcdir).as_posix()
        shown = gallery.with_opening(shown, place, app.say(messages.FIRST_FIGURE))  # type: ignore[attr-defined]
    source[0] = shown.replace(SCRIPT_OUTPUT, label)


class Drawn(SphinxDirective):
    """A picture of tensors from its data, in the language of the page."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        picture = json.loads(" ".join(self.content))
        say = self.env.app.say  # type: ignore[attr-defined]
        made = [figure(one, "" if n else picture["code"], say) for n, one in enumerate(picture["drawings"])]
        return [nodes.raw("", "".join(made), format="html")]


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
        "name": {"en": "English", "zh": "中文"}[other],
        "href": f"{root}../{other}/{page}.html",
    }
    unused = UNUSED if page.startswith("gallery/") else (*UNUSED, *GALLERY_ONLY)
    for kind in ("css_files", "script_files"):
        context[kind] = [file for file in context[kind] if not any(name in str(file.filename) for name in unused)]
    for early in (True, False):
        found = [file for file in context["script_files"] if early == str(file.filename).endswith(EARLY)]
        context["early" if early else "late"] = found
    context["css_files"].append(f"_static/site.css?v={app.config.static_version:x}")
    site = app.torchref  # type: ignore[attr-defined]
    context["toctree"] = no_toctree
    context["own_language"] = {"en": "en", "zh_CN": "zh-CN"}[app.config.language]
    context["page_href"] = f"{posixpath.basename(page)}.html"
    context["glance"] = site["glance"]
    context["areas"] = site["areas"]
    context["area"], context["crumbs"] = place(page, site)
    context["static_version"] = f"{app.config.static_version:x}"
    context["used"] = site["used"].get(page, [])
    order = site["order"]
    if page.startswith("topics/"):
        context["topic"] = {"page": page}
    if page not in order:
        return
    files = list(order)
    number = files.index(page)
    topic_page = order[page][1]
    context["topic"] = {"page": topic_page}
    for key, neighbour in (("prev", number - 1), ("next", number + 1)):
        if 0 <= neighbour < len(files) and order[files[neighbour]][1] == topic_page:
            context[key] = {"link": f"{files[neighbour]}.html", "title": html.escape(order[files[neighbour]][0])}


def place(page: str, site: dict[str, Any]) -> tuple[str, list[list[str]]]:
    """Return the area that a page belongs to, and ``[page, title]`` of what lies above it, from the area on."""
    areas = dict(site["areas"])
    if page in site["order"]:
        return "operations", [["operations", areas["operations"]], site["order"][page][1:]]
    for area, start in (
        ("operations", "topics/"),
        ("gallery/index", "gallery/"),
        ("cheat-sheet", "numpy-sheet"),
        ("cheat-sheet", "printable"),
    ):
        if page.startswith(start) and page != area:
            return area, [[area, areas[area]]]
    return page if page in areas else "", []


def no_toctree(**_: Any) -> str:
    """Stand for the tree of all pages, which the theme would write into each; ours is loaded by a script."""
    return ""


def write_beside(app: Sphinx, exception: Exception | None) -> None:
    """Write the search data and the pages that lead from other names to an entry, where they changed."""
    if exception is not None or app.builder.name != "html":
        return
    out = Path(app.outdir)
    site = app.torchref  # type: ignore[attr-defined]
    texts = {
        "_static/site.css": style_sheet(),
        "navigation.js": f"window.torchrefNavigation = {compact_json(site['navigation'])};\n",
        "search-data.js": f"window.TORCHREF = {compact_json(site['search'])};\n",
    }
    for number, blocks in enumerate(site["errors"]):
        texts[f"errors/{number}.js"] = f"(window.torchrefErrors ||= {{}})[{number}] = {compact_json(blocks)};\n"
    for address, stem in site["redirects"].items():
        title = html.escape(site["order"].get(stem, [stem])[0])
        target = f"{posixpath.relpath(stem, posixpath.dirname(address))}.html"
        language = app.config.language.replace("_", "-")
        texts[f"{address}.html"] = REDIRECT.format(language=language, title=title, target=target)
    wanted = {f"{page}.html" for page in (*app.env.found_docs, *site["redirects"])}
    for path in [*out.rglob("*.html"), *out.glob("errors/*.js")]:
        name = path.relative_to(out).as_posix()
        if name not in wanted and name not in texts and not name.startswith("_"):
            path.unlink()
    (out / ".buildinfo.bak").unlink(missing_ok=True)
    for name, text in texts.items():
        write_if_changed(out / name, text)
