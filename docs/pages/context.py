"""What the page templates may use: the content in one language, and the few reST constructs they share."""

import html
import importlib.metadata
import itertools
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from docutils.nodes import make_id

from docs.pages import equivalents, examples, gallery, glossary, highlight, playground, poster
from docs.pages.areas import GROUPS, TILES
from docs.pages.examples import session
from docs.pages.lines import body, errors, one_line
from torchref.content import again, catalog, facts
from torchref.content.catalog import Block, Entry, Parameters, Report, Topic
from torchref.content.text import REFERENCE, inline_html
from torchref.pictures.figure import figure
from torchref.retrieval import names

TEMPLATES = Path(__file__).parent / "templates"
SHARED_PAGES = {
    "torch.nn.Module.": "generated/torch.nn.Module",
    "torch.utils.data.": "data",
    "torch.autograd.set_detect_anomaly": "autograd",
}
"""How a name starts -> the page of PyTorch's documentation where it has no page of its own."""
LIVING = ("gather", "transpose", "cat", "expand", "topk", "matmul")
"""Whose pictures the home page shows, one at a time."""
MANY, FEW = 20, 4
"""From how many messages of a type on they are cut by topic, and up to how many types stand together."""
LONGEST_LINE = 140
"""How many characters of a message stand in the list of all."""


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
            loader=jinja2.FileSystemLoader(TEMPLATES),
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
        words = facts.kinds(_) | {"either": _("it depends")}
        return {kind: words[kind] for kind in ("view", "new", "either", "self")}

    def kinds(self) -> dict[str, str]:
        """What the page of all operations can be cut down to -> the words for it."""
        _ = self.gettext
        return {
            **{kind: facts.kinds(_)[kind] for kind in ("view", "new")},
            "in-place": _("in place"),
            "random": _("random"),
        }

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
