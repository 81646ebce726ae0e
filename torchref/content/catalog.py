"""Read the content as text: every operation becomes an :class:`Entry`.

Nothing is imported from ``torchref.operations`` and nothing here imports torch, so that a catalog is read in
milliseconds and a broken entry is a message with a file and a line instead of a traceback.
"""

import ast
import difflib
import doctest
import hashlib
import inspect
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from torchref.content import again
from torchref.content.text import REFERENCE
from torchref.operations import TOPICS

OPERATIONS = Path(__file__).parents[1] / "operations"
PARAMETERS = OPERATIONS / "parameters.py"
OBSERVED = Path(__file__).parent / "observed.json"
MEASURED = Path(__file__).parent / "measured.json"
PICTURES = Path(__file__).parent / "pictures.json"
SHEET = Path(__file__).parent / "sheet.json"
PAIRS = Path(__file__).parent / "pairs.json"

_parse_examples = doctest.DocTestParser().parse


class ContentError(Exception):
    """A broken entry: says the file, the line and the rule."""

    def __init__(self, path: Path, line: int, rule: str) -> None:
        super().__init__(f"{path.parent.name}/{path.name}:{line}: {rule}")


@dataclass(frozen=True)
class Example:
    """One ``>>>`` statement: its source, the output it prints, and the message when it raises."""

    source: str
    want: str
    message: str | None = None

    @property
    def code(self) -> str:
        """The statement to copy, without doctest's own marks."""
        return re.sub(r"\s*# doctest:.*", "", self.source).rstrip("\n")

    @property
    def output(self) -> str:
        """What it prints, as Python shows it."""
        return self.want.replace("<BLANKLINE>", "")

    @property
    def text(self) -> str:
        """The statement, with prompts, and its output as Python shows them."""
        first, *rest = self.code.split("\n")
        shown = "\n".join([f">>> {first}", *(f"... {line}".rstrip() for line in rest)])
        return f"{shown}\n{self.output}"


@dataclass(frozen=True)
class Report:
    """An error message that examples cannot show, since it depends on the machine.

    ``source`` is the public report where it stands, ``owner/repository#number``, or "" where torch without CUDA raises
    it, which a test runs.
    """

    message: str
    source: str

    @property
    def address(self) -> str:
        repository, _, number = self.source.partition("#")
        return f"https://github.com/{repository}/issues/{number}"


@dataclass(frozen=True)
class Block:
    """The sentences that lead in, and the examples that follow them (none after the last words).

    With a ``report``, the sentences say its cause, and the examples are its fix.
    """

    prose: tuple[str, ...]
    examples: tuple[Example, ...]
    report: Report | None = None

    @property
    def message(self) -> str | None:
        """The error message this block shows, if it shows one."""
        return next((message for message, _ in self.errors), None)

    @property
    def errors(self) -> tuple[tuple[str, tuple[int, int]], ...]:
        """Every error message it shows, and which examples are the fix: those up to the next call that raises.

        Calls that raise one after the other have one fix in common. Where no example follows, there is none.
        """
        if self.report:
            return ((self.report.message, (0, len(self.examples))),)
        raising = [number for number, example in enumerate(self.examples) if example.message]
        end = len(self.examples)
        found: list[tuple[str, tuple[int, int]]] = []
        fix = (end, end)
        for number in reversed(raising):
            if number + 1 < end:
                fix = (number + 1, end)
            found.append((self.examples[number].message or "", fix))
            end = number
        return tuple(reversed(found))


@dataclass(frozen=True)
class Line:
    """A line of the cheat sheet: an expression, or a part of an error message with its ``fix``.

    ``drawn``: the picture of the expression stands above it.
    """

    code: str
    drawn: bool = False
    fix: str = ""


@dataclass(frozen=True)
class Pair:
    """A line of the sheet NumPy → PyTorch: what is the same in both.

    ``trap`` is what looks like NumPy's side in torch and gives something else, for the ``reason``.
    """

    numpy: str
    torch: str
    trap: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Entry:
    """One operation.

    Attributes:
        name: what it is known by, its shortest official name below ``torch.``: ``squeeze``, ``nn.Module.to``.
        function: what the function that holds it is called: ``to``.
        numpy: the source of the body; ``no_numpy`` says why there is none.
        parameters: those of that function; ``explained`` is what is said of torch's own, ``(names, sentence)`` for
            each ``:param`` field.
        sheet: what it has on the cheat sheet, ``pairs`` what it has on the sheet NumPy → PyTorch.
        aliases: other names of it in its own space, ``elsewhere`` official names of it in others, ``related`` those of
            what its page explains too, and what takes or returns something else: ``linalg.svdvals``.
    """

    name: str
    function: str
    topic: str
    path: Path
    line: int
    parameters: tuple[str, ...]
    summary: str
    blocks: tuple[Block, ...]
    explained: tuple[tuple[tuple[str, ...], str], ...]
    see_also: tuple[str, ...]
    asked: tuple[str, ...]
    sheet: tuple[Line, ...]
    numpy: str
    no_numpy: str | None
    aliases: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    docstring: str = field(default="", repr=False)

    @property
    def space(self) -> str:
        """Where its official name stands below ``torch``: ``nn.Module``; empty for ``torch`` and ``Tensor``."""
        return self.name.rpartition(".")[0]

    @property
    def digest(self) -> str:
        """What facts about the entry rest on: its names, examples and body, in twelve characters; not its prose."""
        return digest(repr((self.name, self.aliases, self.elsewhere + self.related, self.examples, self.numpy)))

    @property
    def digest_of_torch(self) -> str:
        """The same without the body: what torch does in another version does not rest on it."""
        return digest(repr((self.name, self.aliases, self.elsewhere + self.related, self.examples)))

    @property
    def examples(self) -> tuple[Example, ...]:
        return tuple(example for block in self.blocks for example in block.examples)


def digest(text: str) -> str:
    """Return what stands for a text, in twelve characters."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Topic:
    """A module of operations: its title, what it is about in one sentence, and its entries in order."""

    name: str
    title: str
    sentence: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Parameter:
    """A parameter that many operations share: the sentence for their pages, and examples for a page of its own."""

    name: str
    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Parameters:
    """The parameters that many operations share: the title of their page, what it is about, and each of them."""

    title: str
    sentence: str
    entries: tuple[Parameter, ...]


def read(operations: Path = OPERATIONS, topics: tuple[str, ...] = TOPICS) -> tuple[Topic, ...]:
    """Return every topic, in order, with its entries.

    Raises:
        ContentError: a module or an entry that breaks the form; names file, line and rule.
    """
    return tuple(_read_topic(operations / f"{name}.py") for name in topics)


def read_parameters(path: Path = PARAMETERS) -> Parameters:
    """Return the parameters that are explained once for all operations, in order.

    Raises:
        ContentError: the module breaks the form; names file, line and rule.
    """
    module, title, sentence = _parse_module(path, _read_source(path))
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef)]
    found = [(node.name, _read_docstring(node, path, node.name)) for node in functions]
    return Parameters(title, sentence, tuple(Parameter(name, made.summary, made.blocks) for name, made in found))


def read_observed(path: Path = OBSERVED) -> dict[str, Any]:
    """Return the facts that ``python -m torchref.content.observe`` wrote down, and the versions they were observed on.

    Raises:
        ContentError: the file is missing or broken.
    """
    return _read_record(path, "torchref.content.observe")


def read_measured(path: Path = MEASURED) -> dict[str, Any]:
    """Return what ``python -m tests.operations.measure`` wrote down: name -> what many calls of the operation showed.

    Raises:
        ContentError: the file is missing or broken.
    """
    return _read_record(path, "tests.operations.measure")


def read_pictures(path: Path = PICTURES) -> dict[str, Any]:
    """Return what ``python -m torchref.pictures.record`` wrote down: name -> the picture of the operation, as data.

    Raises:
        ContentError: the file is missing or broken.
    """
    return _read_record(path, "torchref.pictures.record")


def read_sheet(path: Path = SHEET) -> dict[str, Any]:
    """Return what ``python -m torchref.pictures.sheet`` wrote down: the results and pictures of the cheat sheet.

    Raises:
        ContentError: the file is missing or broken.
    """
    return _read_record(path, "torchref.pictures.sheet")


def read_pairs(path: Path = PAIRS) -> dict[str, Any]:
    """Return what ``python -m torchref.pictures.pairs`` wrote down: what running each pair showed.

    Raises:
        ContentError: the file is missing or broken.
    """
    return _read_record(path, "torchref.pictures.pairs")


def with_measured(operations: dict[str, Any], measured: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of every entry, those that rest on many calls in place of those of its examples alone."""
    found = {}
    for name, facts in operations.items():
        many = measured.get(name, {}).get("facts", {})
        kept = {key: value for key, value in facts.items() if not many or key not in _OF_FEW}
        found[name] = kept | many | _briefly(many)
    return found


_OF_FEW = ("returns", "contiguous", "gradient", "dtypes", "result")
"""The facts that many calls replace, also where these say nothing of them."""


def _briefly(facts: dict[str, Any]) -> dict[str, Any]:
    """What many calls showed in a word: the kinds of result, also those that words of placement make; the gradient."""
    said: dict[str, Any] = {}
    if "returned" in facts:
        placed = (kind for kind, _ in facts.get("placed", {}).values())
        said["returns"] = sorted({*facts["returned"]["counts"], *placed})
    if "reached" in facts:
        words = {word for word, *_ in facts["reached"].values()}
        said["gradient"] = next((word for word in ("flows", "zero") if word in words), "none")
    if "taken" in facts:
        said["dtypes"] = facts["taken"]["all"]
    return said


def _read_record(path: Path, program: str) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(path, 1, f"missing; run python -m {program}") from None
    except json.JSONDecodeError as error:
        raise ContentError(path, error.lineno, f"not JSON: {error.msg}; run python -m {program}") from None
    return record


def check_references(topics: tuple[Topic, ...]) -> None:
    """Raise :class:`ContentError` for the first reference to an operation that has no entry."""
    known = entries(topics)
    for entry in known.values():
        for name in [*entry.see_also, *REFERENCE.findall(" ".join(messages(entry)))]:
            try:
                find(name, known)
            except KeyError as error:
                raise ContentError(entry.path, entry.line, f"{entry.name}: {error.args[0]}") from None


def entries(topics: tuple[Topic, ...]) -> dict[str, Entry]:
    """Return all entries by name, in the order of the topics.

    Raises:
        ContentError: two entries of one name.
    """
    found: dict[str, Entry] = {}
    for entry in (entry for topic in topics for entry in topic.entries):
        if entry.name in found:
            raise ContentError(
                entry.path, entry.line, f"{entry.name} is in torchref/operations/{found[entry.name].topic}.py already"
            )
        found[entry.name] = entry
    return found


def find(name: str, known: dict[str, Entry]) -> Entry:
    """Return the entry called ``name``, or raise :class:`KeyError` with the nearest names that exist."""
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3)
    hint = f"nearest: {', '.join(near)}" if near else f"there are {len(known)} entries"
    raise KeyError(f"no operation is called {name!r}; {hint}")


def may_be(node: ast.Attribute, entry: Entry) -> bool:
    """Whether ``torch.a.b`` in code is an official name of an entry, or ``x.b`` may be its method or attribute.

    A method of a class in one of torch's spaces is one on what is made there: ``torch.nn.Dropout(0.5).eval``.
    """
    own = {entry.function, f"{entry.function}_", *entry.aliases}
    written = ast.unparse(node)
    if not re.fullmatch(r"(torch|np)(\.\w+)+", written):
        return node.attr in own and written.startswith(f"torch.{entry.space.split('.')[0]}." if entry.space else "")
    spaces = (f"torch.{entry.space}.",) if entry.space else ("torch.", "torch.Tensor.")
    official = {f"{space}{name}" for space in spaces for name in own}
    return written in official | {f"torch.{name}" for name in entry.elsewhere + entry.related}


def messages(entry: Entry) -> list[str]:
    """Return what a translator sees of an entry: one msgid a paragraph, its lines joined by one space."""
    prose = [paragraph for block in entry.blocks for paragraph in block.prose]
    reason = [entry.no_numpy] if entry.no_numpy else []
    explained = [sentence for _, sentence in entry.explained]
    fixes = [line.fix for line in entry.sheet if line.fix]
    reasons = [pair.reason for pair in entry.pairs if pair.reason]
    return [entry.summary, *prose, *explained, *fixes, *reasons, *reason, "; ".join(entry.asked)]


def parameter_messages(parameters: Parameters) -> list[str]:
    """Return what a translator sees of the parameters that are explained once for all."""
    return [
        parameters.title,
        parameters.sentence,
        *(
            message
            for parameter in parameters.entries
            for message in [parameter.summary, *(line for block in parameter.blocks for line in block.prose)]
        ),
    ]


def translate(entry: Entry, gettext: Callable[[str], str]) -> Entry:
    """Return the entry with every message replaced by ``gettext(message)``; code stays as it is."""
    return replace(
        entry,
        summary=gettext(entry.summary),
        blocks=_translate_blocks(entry.blocks, gettext),
        explained=tuple((names, gettext(sentence)) for names, sentence in entry.explained),
        no_numpy=entry.no_numpy and gettext(entry.no_numpy),
        asked=_phrases(gettext("; ".join(entry.asked))),
        sheet=tuple(replace(line, fix=line.fix and gettext(line.fix)) for line in entry.sheet),
        pairs=tuple(replace(pair, reason=pair.reason and gettext(pair.reason)) for pair in entry.pairs),
    )


def translate_topic(topic: Topic, gettext: Callable[[str], str]) -> Topic:
    """Return the topic and all its entries in another language."""
    return replace(
        topic,
        title=gettext(topic.title),
        sentence=gettext(topic.sentence),
        entries=tuple(translate(entry, gettext) for entry in topic.entries),
    )


def translate_parameters(parameters: Parameters, gettext: Callable[[str], str]) -> Parameters:
    """Return the parameters that are explained once for all in another language."""
    return Parameters(
        gettext(parameters.title),
        gettext(parameters.sentence),
        tuple(
            Parameter(one.name, gettext(one.summary), _translate_blocks(one.blocks, gettext))
            for one in parameters.entries
        ),
    )


def _translate_blocks(blocks: tuple[Block, ...], gettext: Callable[[str], str]) -> tuple[Block, ...]:
    return tuple(replace(block, prose=tuple(map(gettext, block.prose))) for block in blocks)


def _read_source(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        present = sorted(file.stem for file in path.parent.glob("[!_]*.py"))
        near = difflib.get_close_matches(path.stem, present, n=1)
        raise ContentError(
            path, 1, f"the topic is listed but has no module{f'; nearest: {near[0]}' if near else ''}"
        ) from None


def _parse_module(path: Path, source: str) -> tuple[ast.Module, str, str]:
    """A module of the content, and the title and the sentence of its docstring."""
    try:
        module = ast.parse(source)
    except SyntaxError as error:
        raise ContentError(path, error.lineno or 1, f"not Python: {error.msg}") from None
    title, colon, sentence = _one_line(ast.get_docstring(module) or "").partition(": ")
    if not colon:
        raise ContentError(path, 1, "the module docstring reads 'Title: one sentence.'")
    return module, title, sentence


def _read_topic(path: Path) -> Topic:
    source = _read_source(path)
    return again.made(("topic", path), source, lambda: _parse_topic(path, source))


def _parse_topic(path: Path, source: str) -> Topic:
    module, title, sentence = _parse_module(path, source)
    aliases: dict[str, list[str]] = {}
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            aliases.setdefault(node.value.id, []).extend(t.id for t in node.targets if isinstance(t, ast.Name))
    public = _public(module, path)
    space = _space(module)
    elsewhere, related = _names(module, "ELSEWHERE"), _names(module, "RELATED")
    functions = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    known = functions.keys() | {alias for names in aliases.values() for alias in names}
    for name in public:
        if name not in known:
            raise ContentError(path, 1, f"__all__ lists {name!r}, which the module does not define")
    for name in sorted(known):
        if name not in public and not name.startswith("_"):
            raise ContentError(path, 1, f"{name!r} is missing from __all__")
    lines = source.splitlines()
    return Topic(
        name=path.stem,
        title=title,
        sentence=sentence,
        entries=tuple(
            replace(
                _read_entry(node, space, path, lines),
                aliases=tuple(aliases.get(name, ())),
                elsewhere=tuple(elsewhere.get(name, ())),
                related=tuple(related.get(name, ())),
            )
            for name, node in functions.items()
            if name in public
        ),
    )


def _assigned(module: ast.Module, name: str) -> ast.expr | None:
    """What a module assigns to a name."""
    for node in module.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            return node.value
    return None


def _public(module: ast.Module, path: Path) -> list[str]:
    value = _assigned(module, "__all__")
    if value is None:
        raise ContentError(path, 1, "__all__ is missing")
    return list(ast.literal_eval(value))


def _space(module: ast.Module) -> str:
    """What stands before each name of a module: ``"nn.Module."`` where it says ``SPACE = "nn.Module"``, else ``""``."""
    value = _assigned(module, "SPACE")
    return f"{ast.literal_eval(value)}." if value else ""


def _names(module: ast.Module, listed: str) -> dict[str, list[str]]:
    """Function -> the names that are listed for it: ``ELSEWHERE = {"linalg.inv": inverse}``."""
    found: dict[str, list[str]] = {}
    match _assigned(module, listed):
        case ast.Dict(keys=names, values=functions):
            for name, function in zip(names, functions, strict=True):
                found.setdefault(ast.unparse(function), []).append(ast.literal_eval(name or ast.Constant("")))
    return found


@dataclass(frozen=True)
class _Docstring:
    """The parts of a docstring."""

    summary: str
    blocks: tuple[Block, ...]
    explained: tuple[tuple[tuple[str, ...], str], ...]
    see_also: tuple[str, ...]
    asked: tuple[str, ...]
    sheet: tuple[Line, ...]
    pairs: tuple[Pair, ...]
    text: str


def _read_docstring(node: ast.FunctionDef, path: Path, name: str) -> _Docstring:
    def fail(rule: str) -> ContentError:
        return ContentError(path, node.lineno, f"{name}: {rule}")

    docstring = ast.get_docstring(node)
    if not docstring:
        raise fail("no docstring, so no summary")
    try:
        pieces = _parse_examples(docstring, node.name)
    except ValueError as error:
        raise fail(f"an example does not parse: {error}") from None
    blocks: list[Block] = []
    prose: list[str] = []
    examples: list[Example] = []
    report: Report | None = None
    explained: list[tuple[tuple[str, ...], str]] = []
    see_also: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    sheet: list[Line] = []
    pairs: list[Pair] = []
    for piece in pieces:
        if isinstance(piece, doctest.Example):
            examples.append(Example(piece.source, piece.want, piece.exc_msg and piece.exc_msg.strip()))
            continue
        for raw in re.split(r"\n\s*\n", piece):
            paragraph = _one_line(raw)
            if not paragraph:
                continue
            if paragraph.startswith("See also: "):
                see_also = tuple(REFERENCE.findall(paragraph))
            elif paragraph.startswith(":asked: "):
                asked = _phrases(paragraph.removeprefix(":asked: "))
            elif re.match(":sheet", paragraph):
                for line in re.split(r"\n(?!\s)", raw.strip("\n")):
                    if re.match(":sheet numpy", line):
                        pairs.append(_pair(line))
                    elif re.match(":sheet trap", line):
                        pairs[-1:] = [_trapped(pairs[-1], line) if pairs else Pair("", "")]
                    else:
                        sheet.append(_sheet_line(line))
            elif re.match(":param", paragraph):
                explained += map(_field, re.split(r"\n(?!\s)", raw.strip("\n")))
            else:
                starts = paragraph.startswith(":message ")
                if examples or (starts and blocks):
                    blocks.append(Block(tuple(prose), tuple(examples), report))
                    prose, examples, report = [], [], None
                if starts:
                    report = _report(paragraph)
                else:
                    prose.append(paragraph)
    blocks.append(Block(tuple(prose), tuple(examples), report))
    if not blocks[0].prose:
        raise fail("the docstring starts with an example; its first line is the summary")
    names = [one for together, _ in explained for one in together]
    for number, one in enumerate(names):
        if not re.fullmatch(r"[A-Za-z_]\w*", one):
            raise fail("a field reads ':param name: Sentence.' or ':param one, other: Sentence.', one a line")
        if one in names[:number]:
            raise fail(f"two ':param' fields explain {one!r}")
    if any(block.report and (block.report.message == "" or not block.prose) for block in blocks):
        raise fail(
            "a message that depends on the machine reads ':message owner/repository#number: ErrorType: text' or "
            "':message without CUDA: ErrorType: text', and its cause follows"
        )
    messages = [message for block in blocks for message, _ in block.errors]
    for line in sheet:
        parts = line.code.split(" … ")
        if not line.code or (line.fix and not any(all(part in message for part in parts) for message in messages)):
            raise fail(
                "a field reads ':sheet: code', ':sheet picture: code' or, of an error that the entry shows, "
                "':sheet error: part of the message: Sentence.', one a line"
            )
    if not all(pair.numpy for pair in pairs):
        raise fail(
            "a field reads ':sheet numpy: code → code' or, below such a one, ':sheet trap: code: Sentence.', one a line"
        )
    summary, *rest = blocks[0].prose
    blocks[0] = replace(blocks[0], prose=tuple(rest))
    return _Docstring(
        summary=summary,
        blocks=tuple(block for block in blocks if block.prose or block.examples or block.report),
        explained=tuple(explained),
        see_also=see_also,
        asked=asked,
        sheet=tuple(sheet),
        pairs=tuple(pairs),
        text=inspect.cleandoc(docstring),
    )


def _report(paragraph: str) -> Report:
    """The message of a ``:message`` paragraph and its source; no message where the text is none."""
    found = re.fullmatch(r":message (?:without CUDA|([\w.-]+/[\w.-]+#\d+)): ([\w.]+: \S.*)", paragraph)
    return Report(found[2], found[1] or "") if found else Report("", "")


def _field(text: str) -> tuple[tuple[str, ...], str]:
    """The names and the sentence of a ``:param`` field; one empty name where the text is none."""
    found = re.fullmatch(r":param ([^:]+): (\S.*)", _one_line(text))
    return (tuple(found[1].split(", ")), found[2]) if found else (("",), "")


def _sheet_line(text: str) -> Line:
    """The line of the cheat sheet that a ``:sheet`` field asks for; one without code where the text is none."""
    found = re.fullmatch(r":sheet( picture|): (\S.*)", _one_line(text))
    if found:
        return Line(found[2], bool(found[1]))
    found = re.fullmatch(r":sheet error: (\S.*): (.*)", _one_line(text))
    return Line(found[1], fix=found[2]) if found else Line("")


def _pair(text: str) -> Pair:
    """The pair that a ``:sheet numpy`` field asks for; one without code where the text is none."""
    found = re.fullmatch(r":sheet numpy: (\S.*) → (\S.*)", _one_line(text))
    return Pair(found[1], found[2]) if found else Pair("", "")


def _trapped(pair: Pair, text: str) -> Pair:
    """A pair with the trap of a ``:sheet trap`` field; one without code where the text is none or it has one."""
    found = re.fullmatch(r":sheet trap: (\S.*): (.*)", _one_line(text))
    return replace(pair, trap=found[1], reason=found[2]) if found and not pair.trap else Pair("", "")


def _read_entry(
    node: ast.FunctionDef,
    space: str,
    path: Path,
    lines: list[str],
) -> Entry:
    said = _read_docstring(node, path, f"{space}{node.name}")
    body = node.body[1:]
    if not body:
        raise ContentError(path, node.lineno, f"{space}{node.name}: no NumPy body after the docstring")
    signature = "\n".join(lines[node.lineno - 1 : node.body[0].lineno - 1])
    code = "\n".join(lines[body[0].lineno - 1 : node.end_lineno])
    return Entry(
        name=f"{space}{node.name}",
        function=node.name,
        topic=path.stem,
        path=path,
        line=node.lineno,
        parameters=tuple(
            arg.arg
            for arg in [
                *node.args.posonlyargs,
                *node.args.args,
                *filter(None, [node.args.vararg]),
                *node.args.kwonlyargs,
                *filter(None, [node.args.kwarg]),
            ]
        ),
        summary=said.summary,
        blocks=said.blocks,
        explained=said.explained,
        see_also=said.see_also,
        asked=said.asked,
        sheet=said.sheet,
        numpy=f"{signature}\n{code}\n",
        no_numpy=_reason(body),
        pairs=said.pairs,
        docstring=said.text,
    )


def _reason(body: list[ast.stmt]) -> str | None:
    """The sentence of a body that is ``raise NotImplementedError("...")``: NumPy has no counterpart."""
    match body:
        case [
            ast.Raise(exc=ast.Call(func=ast.Name(id="NotImplementedError"), args=[ast.Constant(value=str() as reason)]))
        ]:
            return reason
    return None


def _one_line(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in re.split(r"[;；]", text) if phrase.strip())
