"""Write the reST of every page of one language: entries and page templates in, a source folder for Sphinx out.

Prose is translated here, before Sphinx reads it, so that a page is written again only when its own text changed.
"""

import functools
import html
import importlib.metadata
import itertools
import json
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from docutils.nodes import make_id

from docs.files import keep_compiled, write_if_changed
from docs.pages import equivalents, examples, gallery, glossary, highlight, playground, poster
from docs.pages.examples import session
from docs.pages.lines import body, errors, one_line
from docs.pictures import sheets
from torchref.content import again, catalog, facts, versions
from torchref.content.catalog import Block, Entry, Parameters, Report, Topic
from torchref.content.text import REFERENCE, inline_html
from torchref.pictures.figure import figure
from torchref.retrieval import building, index, names, slots

PAGES = Path(__file__).parent / "templates"
TILES = {
    "start": "Getting started",
    "operations": "All operations",
    "cheat-sheet": "Cheat sheet",
    "numpy-sheet": "Cheat sheet NumPy → PyTorch",
    "errors": "Errors",
    "gallery/index": "Gallery",
    "numpy-to-torch": "NumPy ↔ PyTorch",
    "playground": "Playground",
    "common-parameters": "Common parameters",
    "checked": "How it is tested",
}
"""The pages that are no operation's -> their titles."""
PRINTABLE = "All operations, printable"
AREAS = {
    "operations": "Operations",
    "cheat-sheet": "Cheat sheet",
    "errors": "Errors",
    "gallery/index": "Gallery",
    "numpy-to-torch": "NumPy",
    "playground": "Playground",
}
"""The pages that the header of every page leads to -> how they are called there."""
GROUPS = {
    "Create and convert": "creation interop dtypes devices sampling",
    "Inspect, reshape and index": "memory shape indexing scattering joining",
    "Compute": "arithmetic rounding exponentials activations trigonometry comparison bitwise reduction scans sorting "
    "binning matrices linalg",
    "Train": "autograd autograd_functions functional layers module_methods optimizers optimizer_methods data saving "
    "settings",
}
"""What the topics are for -> the topics."""
SINGLE_PAGES = ("index", "search", "printable", *(page for page in TILES if "/" not in page))

SHARED_PAGES = {
    "torch.nn.Module.": "generated/torch.nn.Module",
    "torch.utils.data.": "data",
    "torch.autograd.set_detect_anomaly": "autograd",
}
"""How a name starts -> the page of PyTorch's documentation where it has no page of its own."""


LIVING = ("gather", "transpose", "cat", "expand", "topk", "matmul")
"""Whose pictures the home page shows, one at a time."""
MOST_PLACES = 4
"""To how many pages of the gallery the page of an operation leads."""
ERRORS = 8
"""How many errors with cause and fix stand in one file, which the page of errors loads for those that match."""
MANY, FEW = 20, 4
"""From how many messages of a type on they are cut by topic, and up to how many types stand together."""
LONGEST_LINE = 140
"""How many characters of a message stand in the list of all."""
FORMER = {
    "autograd_grad": "autograd.grad",
    "module_to": "nn.Module.to",
    "topics/training": "topics/layers",
}
"""Addresses that pages once had, where no name of an operation leads -> the page that has the content now."""


def check_templates(known: dict[str, Entry]) -> None:
    """Raise :class:`ContentError` for the first reference in a page template to an operation that has no entry."""
    for path in sorted(PAGES.glob("*.rst")):
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
            "said": frame_words(gettext),
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
            "records": records(translated, observed, files, site),
            "marks": {kind: [kind, words] for kind, words in site.marks().items()},
            "common": [
                [one.name, f"common-parameters.html#{make_id(one.name)}", one.summary] for one in shared.entries
            ],
            "pages": pages(topics, translated, shared, gettext),
            "said": search_words(gettext),
            "errors": ERRORS,
            "slots": [slots.rules(gettext), slots.DTYPES],
        },
    }
    write_if_changed(folder / "site.json", json.dumps(data, ensure_ascii=False))
    return changed


def records(
    topics: tuple[Topic, ...], observed: dict[str, Any], files: dict[str, str], site: "Site"
) -> list[list[str]]:
    """Return how each operation is shown as a hit: its summary, its kind of result, its title and its file.

    The title is left out where it is ``torch.`` and the name, the file where it is the name.
    """
    known = catalog.entries(topics)
    titles = {name: observed["operations"][name]["title"] for name in known}
    return [
        [
            known[name].summary,
            site.mark(name)[0],
            "" if titles[name] == f"torch.{name}" else titles[name],
            "" if files[name] == name else files[name],
        ]
        for name in index.part("ranking")["order"]
    ]


def pages(
    topics: tuple[Topic, ...], translated: tuple[Topic, ...], shared: Parameters, gettext: Callable[[str], str]
) -> list[list[str]]:
    """Return ``[title, address, English title, other words for it]`` of every page that is not an operation's.

    Questions may follow that the page answers best: for those it is the first hit.

    Args:
        topics: the topics in English.
        translated: the same in the language of the site.
        shared: the parameters that are explained once for all.
    """
    _ = gettext
    words = {
        "start": "beginner tutorial pip mirror cpu cuda cv2 opencv hwc chw nhwc nchw glyph missing from font glossary "
        "terms 入门 教程 章节 安装 环境 配置 换源 国内镜像 清华镜像 图像 图片 通道 中文字体 方块 负号 术语 对照表 译法",
        "operations": "a-z index list names",
        "cheat-sheet": "cheatsheet poster summary",
        "numpy-sheet": "cheatsheet poster summary numpy traps pitfalls differences 速查表 陷阱 区别 差异",
        "printable": "print paper a4 list 打印",
        "errors": "error messages traceback exceptions",
        "gallery/index": "examples tutorials pictures figures",
        "numpy-to-torch": "numpy table equivalents",
        "common-parameters": " ".join(["arguments", "keywords", *(one.name for one in shared.entries)]),
        "checked": "tests versions",
        "playground": "views copies strides storage contiguous memory layout try run live stride 视图 拷贝 步幅 内存",
    }
    answered = {
        "start": [
            "install", "install torch", "install pytorch", "pip install torch", "imshow", "plt.imshow", "bgr",
            "bgr to rgb", "bgr 转 rgb", "安装", "安装 torch", "安装 pytorch", "安装pytorch", "pytorch 安装",
            "安装 pytorch 清华镜像", "镜像源", "中文乱码", "乱码", "matplotlib 中文", "matplotlib 中文乱码",
            "matplotlib中文乱码", "中文显示", "术语", "术语对照", "入门教程",
        ],
        "numpy-sheet": [
            "numpy cheat sheet", "cheat sheet numpy", "numpy cheatsheet", "numpy 速查表", "速查表 numpy", "numpy速查表",
        ],
        "printable": ["printable", "print all operations", "打印版", "打印全部操作"],
    }  # fmt: skip
    return [
        *(
            [_(title), f"{page}.html", title, words[page], *answered.get(page, ())]
            for page, title in (TILES | {"printable": PRINTABLE}).items()
        ),
        *(
            [own.title, f"topics/{topic.name}.html", topic.title, topic.name]
            for topic, own in zip(topics, translated, strict=True)
        ),
        *([_(title), f"gallery/{stem}.html", title, ""] for stem, title in gallery.pages()),
    ]


def frame_words(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return what stands around the pages and in the palette, by the keys that the scripts ask for."""
    _ = gettext
    return {
        "topics": _("Topics"),
        "all_topics": _("All topics: {count}"),
        "names": _("All names, A–Z"),
        "gallery": _("Gallery"),
        "search": _("Search the reference"),
        "placeholder": _("squeeze, swap two dimensions, or a pasted error message"),
        "broken": _("The search data could not be loaded."),
        "close": _("Close"),
    }


def search_words(gettext: Callable[[str], str]) -> dict[str, Any]:
    """Return what the search says, by the keys that the scripts ask for."""
    _ = gettext
    return {
        "groups": {
            "name": _("Name"),
            "error": _("Errors"),
            "operation": _("Operations"),
            "parameter": _("Parameters"),
            "page": _("Pages"),
            "gallery": _("Gallery"),
            "numpy": _("NumPy → PyTorch"),
            "recent": _("Recent"),
        },
        "hints": [
            _("A name in any spelling: topk, x.squeeze(), np.concatenate"),
            _("A question: swap two dimensions"),
            _("An error: paste the message or the whole traceback"),
        ],
        "keys": [
            ["↑ ↓", _("Select a result")],
            ["Home End", _("Select the first or the last result")],
            ["Tab", _("Go to the next group")],
            ["Enter", _("Open the selected result")],
            ["Ctrl Enter", _("Open it in a new tab")],
            ["Esc", _("Close")],
            ["Ctrl K /", _("Search from any page")],
        ],
        "all": _("All results: {count}"),
        "count": _("Results: {count}"),
        "nothing": _("Nothing found for “{question}”. Try a name, a word, or a part of the error message."),
        "missing": _("torchref has no page for {name}."),
        "nearest": _("Nearest: {names}").format(names=""),
        "comma": _("{one}, {other}").format(one="", other=""),
        "names": _("All names, A–Z"),
        "reported": _("reported"),
        "everywhere": _("Search the whole reference"),
        "elsewhere": _("Search PyTorch's documentation"),
        "anchor": Site.parameter_id(""),
    }


@dataclass
class ErrorLine:
    """A message in the list of all, and ``(operation, address)`` of each page that shows it."""

    message: str
    reported: bool
    places: list[tuple[str, str]]


class Site:
    """What the page templates may use: the content in one language, and the few reST constructs they share."""

    def __init__(
        self,
        topics: tuple[Topic, ...],
        shared: Parameters,
        observed: dict[str, Any],
        files: dict[str, str],
        gettext: Callable[[str], str],
    ) -> None:
        self.topics = topics
        self.shared = shared
        self.versions = observed["versions"]
        self.known = catalog.entries(topics)
        self.facts = observed["operations"]
        self.measured = catalog.read_measured()
        self.namesakes = names.namesakes(self.known)
        self.files = files
        self.gettext = gettext
        self.environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(PAGES),
            extensions=["jinja2.ext.i18n"],
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.environment.policies["ext.i18n.trimmed"] = True
        self.environment.install_gettext_callables(gettext, lambda one, many, n: gettext(one if n == 1 else many))
        self.environment.filters.update(
            reference=self.reference,
            indent_code=indent_code,
            link=self.link,
            html=self.html,
            shown_errors=errors,
            sentence=sentence,
            session=highlight.html,
        )
        self.environment.globals.update(
            topics=topics, known=self.known, all_facts=self.facts, files=files, mark=self.mark, one_line=self.one_line,
            errors=errors, body=body, site=self, glossary=glossary.terms,
            playground=playground,
        )  # fmt: skip

    def render(self, page: str, **context: Any) -> str:
        """Render a page; its headings' anchors (from the English words) go into its first lines."""
        anchors: list[str] = []

        def heading(text: str, underline: str = "-", translated: bool = False) -> str:
            anchors.append(make_id(text))
            shown = text.replace("_", r"\_") if translated else self.gettext(text)
            return f"{shown}\n{underline * (2 * len(shown) + 2)}"

        def topic_heading(topic: Topic, underline: str) -> str:
            anchors.append(make_id(topic.name))
            return f"{topic.title}\n{underline * (2 * len(topic.title) + 2)}"

        text = self.environment.get_template(f"{page}.rst").render(
            heading=heading, topic_heading=topic_heading, **context
        )
        separator = "" if text.startswith(":") else "\n"
        return f":anchors: {' '.join(anchors)}\n{separator}{text.rstrip()}\n"

    @property
    def torch_series(self) -> str:
        """The version of PyTorch's own documentation: ``2.13``."""
        return ".".join(self.versions["torch"].split(".")[:2])

    @staticmethod
    def official(names: list[str]) -> str:
        """PyTorch's own page, below the folder of its version; some names share one, each with its anchor."""
        name = next((name for name in names if not name.rpartition(".")[2].startswith("__")), "torch.Tensor")
        for start, page in SHARED_PAGES.items():
            if name.startswith(start):
                return f"{page}.html#{name}"
        return f"generated/{name}.html"

    def versions_line(self, others: bool = False) -> str:
        """The sentence that every page of outputs ends with; ``others``: some of them are those of other versions."""
        _ = self.gettext
        line = (
            _(
                "All outputs on this page but those of other versions were produced with torch {torch}, "
                "NumPy {numpy}, Python {python}."
            )
            if others
            else _("All outputs on this page were produced with torch {torch}, NumPy {numpy}, Python {python}.")
        )
        return line.format(**self.versions)

    def tiles(self) -> list[tuple[str, str, str, str]]:
        """``(address, title, count, what it is)`` of the pages that the home page leads to first."""
        _ = self.gettext
        found = {
            "operations": (len(self.known), _("All names from A to Z")),
            "cheat-sheet": ("", _("Selected operations on one A4 page")),
            "errors": (self.count_errors(), _("Error messages, each with cause and fix")),
            "gallery/index": (len(gallery.pages()), _("One idea per page, with figures")),
            "numpy-to-torch": (self.count_bodies(), _("Operations and their NumPy equivalents")),
            "playground": ("", _("Shapes, strides and copies, as you type")),
        }
        return [(f"{page}.html", _(TILES[page]), str(count), words) for page, (count, words) in found.items()]

    def living(self) -> list[tuple[str, str, str, str]]:
        """``(file, title, summary, picture)`` of the operations that the home page shows at work."""
        pictures = catalog.read_pictures()
        found = []
        for name in LIVING:
            entry, picture = self.known.get(name), pictures.get(name, {})
            if entry and "kind" in picture and picture["digest"] == entry.digest_of_torch:
                code = picture["call"] or entry.examples[picture["example"]].code
                drawing = figure(picture, code, self.gettext)
                found.append((self.files[name], self.facts[name]["title"], entry.summary, drawing))
        return found

    def groups(self) -> list[tuple[str, list[Topic]]]:
        """The topics by what they are for, in the order of the content."""
        groups = {topic: title for title, topics in GROUPS.items() for topic in topics.split()}
        last = [*GROUPS][-1]
        return [
            (self.gettext(title), [topic for topic in self.topics if groups.get(topic.name, last) == title])
            for title in GROUPS
        ]

    def navigation(self, topic: Topic) -> list[Any]:
        """What the sidebar shows of a topic: title, page and its operations, each ``[title, file]`` or both in one."""
        names = [(self.short(entry.name), self.files[entry.name]) for entry in topic.entries]
        return [topic.title, topic.name, [title if title == file else [title, file] for title, file in names]]

    def short(self, name: str) -> str:
        """What an operation is called in a list: its title without the space that most have."""
        return self.facts[name]["title"].removeprefix("torch.").removeprefix("Tensor.")  # type: ignore[no-any-return]

    def letters(self) -> list[tuple[str, list[tuple[str, str, list[str]]]]]:
        """Each first letter of a name, and ``(entry, official name, others of that last part)`` below it, sorted."""

        def tail(official: str) -> str:
            return official.rpartition(".")[2].strip("_").lower()

        found = []
        for name in self.known:
            names = self.facts[name]["names"]
            for _, group in itertools.groupby(sorted(names, key=tail), key=tail):
                first, *others = sorted(group, key=names.index)
                found.append((name, first, [other.removeprefix("torch.") for other in others]))
        found.sort(key=lambda line: (tail(line[1]), line[1]))
        return [(letter, list(lines)) for letter, lines in itertools.groupby(found, key=lambda line: tail(line[1])[0])]

    def count_examples(self) -> int:
        return sum(len(entry.examples) for entry in self.known.values())

    def count_outputs(self) -> int:
        return sum(bool(example.want) for entry in self.known.values() for example in entry.examples)

    def count_shortened(self) -> int:
        """The examples whose error message has parts left out."""
        return sum("+ELLIPSIS" in example.source for entry in self.known.values() for example in entry.examples)

    def count_errors(self) -> int:
        return len({message for entry in self.known.values() for _, _, message in errors(entry)})

    def count_bodies(self) -> int:
        return sum(entry.no_numpy is None for entry in self.known.values())

    def equivalent(self, entry: Entry) -> dict[str, Any]:
        """A row of the table NumPy ↔ PyTorch.

        ``call`` is torch's, ``idiom`` NumPy's in one line, ``name`` what it is sorted by, ``lines`` the size of a body
        that is folded, ``mark`` the words if the two were seen to share memory differently.
        """
        row: dict[str, Any] = {"call": equivalents.call(entry, self.facts[entry.name]), "name": "", "mark": ""}
        if not entry.no_numpy:
            name, idiom = equivalents.name(entry), equivalents.idiom(entry)
            lines = body(entry).count("\n") + 1
            record = self.measured.get(entry.name, {})
            memory = [one for one in record.get("differences", ()) if one["kind"] == "memory"]
            marks = facts.differences(entry, {entry.name: record | {"differences": memory}}, self.gettext)
            row |= {
                "idiom": idiom or equivalents.outline(entry).replace("...", "…") or name,
                "name": name.removeprefix("np.").removeprefix("ndarray.").lower(),
                "lines": lines if lines > 1 else 0,
                "mark": marks[0]["label"] if marks else "",
            }
        return row

    def topic_of(self, operations: str) -> Topic | None:
        """The topic of the first operation that a text refers to; None in a copy that lacks all of them."""
        named = [self.known[name].topic for name in REFERENCE.findall(operations)]
        return next((topic for topic in self.topics if topic.name in named[:1]), None)

    @staticmethod
    def package_version(package: str) -> str:
        return importlib.metadata.version(package)

    def reference(self, text: str) -> str:
        """Turn ``:func:`name``` into a link to the page of the operation."""
        return REFERENCE.sub(lambda found: self.link(found[1]), text)

    def link(self, name: str) -> str:
        return f":doc:`{name} </{self.files[name]}>`"

    def poster(self) -> dict[str, Any]:
        """The cheat sheet: the tensors that its lines use, its blocks, and the errors."""
        recorded = catalog.read_sheet()

        def of_error(name: str, part: str) -> str:
            parts = part.split(" … ")
            anchor = next(n for n, _, said in errors(self.known[name]) if all(one in said for one in parts))
            return f"{self.files[name]}.html#error-{anchor}"

        return {
            "fixtures": poster.fixtures(recorded),
            "blocks": poster.blocks(self.known, recorded, lambda name: f"{self.files[name]}.html", self.gettext),
            "errors": poster.errors(self.known, of_error),
        }

    def numpy_poster(self) -> dict[str, Any]:
        """The sheet NumPy → PyTorch: the arrays that its lines use, its blocks, and NumPy's names from A to Z."""
        recorded = catalog.read_pairs()

        def address(name: str) -> str:
            return f"{self.files[name]}.html"

        return {
            "fixtures": poster.fixtures(catalog.read_sheet()),
            "made": ", ".join(
                f"<code>{html.escape(f'{name} = {code}')}</code>" for name, code in recorded["fixtures"].items()
            ),
            "blocks": poster.pairs(self.known, recorded, address, self.gettext),
            "names": [
                (name, [(self.short(entry), address(entry)) for entry in entries], trap)
                for name, entries, trap in poster.names(self.known, recorded)
            ],
        }

    def html(self, text: str, root: str = "") -> str:
        """The inline reST of the content (literals and references) as HTML, for tables written as HTML."""
        return inline_html(text, lambda name: f"{root}{self.files[name]}.html")

    def error_groups(self) -> list[tuple[str, int, list[tuple[str, list[ErrorLine]]]]]:
        """The errors by their type: ``(type, how many, [(topic or "", lines)])``; only many are cut by topic.

        Types of which few messages are shown stand together at the end, under "".
        """
        found: dict[str, dict[str, dict[str, ErrorLine]]] = {}
        every = [(topic, entry, one) for topic in self.topics for entry in topic.entries for one in errors(entry)]
        types = [message.partition(": ")[0].rpartition(".")[2] for _, _, (_, _, message) in every]
        for (topic, entry, (anchor, block, message)), kind in zip(every, types, strict=True):
            few = types.count(kind) < FEW
            lines = found.setdefault("" if few else kind, {}).setdefault(topic.title, {})
            own = textwrap.shorten(message if few else message.partition(": ")[2], LONGEST_LINE, placeholder=" …")
            line = lines.setdefault(message, ErrorLine(own, block.report is not None, []))
            place = (entry.name, f"{self.files[entry.name]}.html#error-{anchor}")
            line.places += [place] if place not in line.places else []
        groups = []
        for kind, by_topic in sorted(found.items(), key=lambda one: (not one[0], -sum(map(len, one[1].values())))):
            count = sum(map(len, by_topic.values()))
            cut = [(title, [*lines.values()]) for title, lines in by_topic.items()]
            groups.append((kind, count, cut if count > MANY else [("", [line for _, lines in cut for line in lines])]))
        return groups

    def error_blocks(self) -> list[str]:
        """Every error as HTML, in the order of the page of errors: the message, its cause, the call and the fix."""
        return [self._error_block(entry, *one) for entry in self.known.values() for one in errors(entry)]

    def _error_block(self, entry: Entry, anchor: int, block: Block, message: str) -> str:
        title = html.escape(self.facts[entry.name]["title"])
        address = f"{self.files[entry.name]}.html#error-{anchor}"
        page = self.arranged(entry.blocks)
        piece = next(one for one in (page.first, *page.errors) if one.number == anchor)
        return (
            f'<p class="wrong-label"><a href="{address}"><code>{title}</code></a></p>'
            f'<p class="message" lang="en">{html.escape(message)}</p>'
            f"{self.reported(block.report)}"
            f"{''.join(f'<p>{self.html(paragraph)}</p>' for paragraph in block.prose)}"
            f"{self.code(piece)}"
        )

    def reported(self, report: Report | None) -> str:
        """The line that says of a message that it was not run, with a link to its source; "" for those that were."""
        if not report:
            return ""
        said = html.escape(facts.reported(report, self.gettext))
        link = f'<a href="{report.address}">{report.source}</a>' if report.source else ""
        return f'<p class="reported">{said.replace(report.source, link) if link else said}</p>'

    @staticmethod
    def arranged(blocks: tuple[Block, ...], start: str = "") -> examples.Page:
        """The blocks of an entry in the order of its page."""
        return again.made(("arranged", blocks, start), None, lambda: examples.arrange(blocks, start))

    def pieces(self, blocks: tuple[Block, ...], name: str) -> list[examples.Piece]:
        """The blocks of a parameter that many operations share."""
        found = self.arranged(blocks, f"{name}-") if blocks else None
        return [found.first, *found.more, *found.errors] if found else []

    def code(self, piece: examples.Piece) -> str:
        """The examples of a block as HTML: what raises and its fix in a box each, the fix alone with a copy button."""
        _ = self.gettext
        verdicts = {examples.FAILS: ("✗", _("Raises")), examples.WORKS: ("✓", _("Fix"))}
        found = []
        for unit in piece.units:
            fails = unit.kind == examples.FAILS
            made = highlight.failing(unit.session) if fails else highlight.html(unit.session, session(unit.needs))
            code = f'<div class="highlight-pycon notranslate">{made}</div>'
            if unit.kind:
                sign, word = verdicts[unit.kind]
                label = f'<span class="verdict" role="img" aria-label="{word}">{sign}</span>'
                code = f'<div class="{unit.kind}">{label}{code}</div>'
            found.append(code)
        return "\n".join(found)

    def permalink(self, address: str) -> str:
        return f'<a class="permalink" href="#{address}" aria-label="{self.gettext("Permalink")}">§</a>'

    def observed(self, name: str) -> list[tuple[str, str]]:
        return facts.sentences(self.facts[name], self.gettext)

    def parameters(self, entry: Entry) -> list[dict[str, str]]:
        """The parameters of an operation, each with ``name``, ``type``, ``default``, ``sentence``, ``id``, ``address``.

        ``id`` is its own on the page, ``address`` that of its section on the page of common parameters; either may be
        "".
        """
        said = {one.name: one.summary for one in self.shared.entries}
        rows = facts.parameters(entry, self.facts[entry.name], said, self.gettext)
        page = "common-parameters.html"
        ids = [self.parameter_id(one["name"]) for one in rows]
        return [
            {
                **one,
                "id": "" if address in ids[:number] else address,
                "address": f"{page}#{make_id(one['name'])}" if one["shared"] else "",
            }
            for number, (one, address) in enumerate(zip(rows, ids, strict=True))
        ]

    def layouts(self, name: str) -> list[dict[str, str]]:
        """The rows of the table view or copy: ``kind`` and ``words`` are those of a mark, ``message`` is an error."""
        _ = self.gettext
        inputs = {
            "contiguous": _("contiguous"),
            "transposed": _("transposed"),
            "rows": _("some rows of a larger tensor"),
            "columns": _("some columns of a larger tensor"),
            "expanded": _("expanded"),
            "right": _("the result, passed in again"),
            "stepped": _("1-d, every second element"),
            "0-d": _("0-d"),
        }
        words = {"view": _("view"), "new": _("copy"), "self": _("the input itself")}
        found = []
        for layout, shape, strides, kind, *result in self.facts[name].get("layouts", {}).get("rows", ()):
            given = inputs.get(layout) or f"<code>{html.escape(layout)}</code>"
            row = {"input": given, "laid_out": _tuples(shape, strides), "message": "" if result else kind}
            found.append(row | ({"kind": kind, "words": words[kind], "result": _tuples(*result)} if result else {}))
        return found

    def cases(self, name: str) -> dict[tuple[str, str], list[str]]:
        """The kinds of result that an operation has, with their words, and the inputs that lead to each."""
        found: dict[tuple[str, str], list[str]] = {}
        for row in self.layouts(name):
            if not row["message"]:
                found.setdefault((row["kind"], row["words"]), []).append(row["input"])
        return found

    @staticmethod
    def parameter_id(name: str) -> str:
        return f"param-{make_id(name)}"

    def signatures(self, name: str) -> list[str]:
        """The signatures of an operation as HTML, each name a link to its row; no line breaks after an arrow."""
        marked = [facts.signature(one, lambda name: f"\0{name}\0") for one in self.facts[name].get("signatures", ())]
        linked = [
            re.sub(
                "\0(.+?)\0", lambda found: f'<a href="#{self.parameter_id(found[1])}">{found[1]}</a>', html.escape(line)
            )
            for line in dict.fromkeys(marked)
        ]
        return [re.sub(" → (.+)", '<span class="returns"> →\N{NO-BREAK SPACE}\\1</span>', line) for line in linked]

    def one_line(self, entry: Entry) -> tuple[str, str] | None:
        operator = self.facts[entry.name].get("operator", "")
        return again.made(("one line", entry.name), (entry.digest, operator), lambda: one_line(entry, operator))

    def marks(self) -> dict[str, str]:
        """The kinds of result that entries have -> the word for each, where it is one for all."""
        _ = self.gettext
        return {"view": _("view"), "new": _("new tensor"), "either": _("it depends"), "self": _("the input itself")}

    def kinds(self) -> dict[str, str]:
        """What the page of all operations can be cut down to -> the words for it."""
        _ = self.gettext
        return {"view": _("view"), "new": _("new tensor"), "in-place": _("in place"), "random": _("random")}

    def kinds_of(self, name: str) -> str:
        """Which of :meth:`kinds` an operation belongs to; one whose result depends, to several."""
        found = {*self.facts[name].get("returns", ())}
        found |= {"in-place"} if self.facts[name].get("in_place") or found == {"self"} else set()
        found |= {"random"} if self.facts[name].get("random") else set()
        return " ".join(kind for kind in self.kinds() if kind in found)

    def mark(self, name: str) -> tuple[str, str]:
        """The kind of result as ``(class, words)``."""
        kinds = tuple(self.facts[name].get("returns", ()))
        kind = kinds[0] if len(kinds) == 1 else "either" if {"view", "self"} & set(kinds) else "new"
        return kind if kinds else "none", facts.result(self.facts[name], self.gettext)


def _tuples(*found: list[int] | None) -> str:
    """Shapes and strides as Python writes them."""
    return " ".join(f"<code>{tuple(one)}</code>" for one in found if one is not None)


def drawn(picture: dict[str, Any], entry: Entry, gettext: Callable[[str], str]) -> str:
    """The picture of an operation as HTML, with the code of its example if that is not the first thing on the page."""
    if "kind" not in picture or picture["digest"] != entry.digest_of_torch:
        return ""
    number = picture["example"]
    code = "" if number < len(entry.blocks[0].examples) else picture["call"] or entry.examples[number].code
    program = playground.statements(entry, picture)
    source = picture, code
    drawing = again.made(("picture", entry.name, gettext("Example")), source, lambda: figure(picture, code, gettext))
    if not program:
        return drawing
    said = html.escape(gettext("Try it in the playground"))
    return f'<div>{drawing}<p class="try-it"><a href="{playground.address(program)}">{said}</a></p></div>'


def sentence(text: str) -> str:
    """Start an English text with a capital letter; Chinese has none, and may start with ``e`` or a name."""
    return text if re.search("[\u4e00-\u9fff]", text) else text[:1].upper() + text[1:]


def indent_code(code: str, width: int = 3) -> str:
    return "\n".join(" " * width + line if line else "" for line in code.rstrip("\n").split("\n"))
