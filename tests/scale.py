"""A copy of the project with more or less content: ``python -m tests.scale FOLDER [ENTRIES [run]]``.

What grows with the number of entries is measured on it before there are so many (``make bench-scale``). The entries
that are added are copies of real ones, code and examples as they are, with names of their own and with reworded texts
in both languages. The rates below make as many new terms as the content itself does: through random halves of its
topics, ``n`` entries hold about ``n ** 0.52`` English words, ``n ** 0.85`` pairs of them, ``n ** 0.8`` Chinese terms
and ``n ** 0.74`` pairs of words in error messages. A fixed seed makes the same copy each time.
"""

import ast
import copy
import doctest
import itertools
import json
import random
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from torchref.content import catalog, translation

ROOT = Path(__file__).parent.parent
ENTRIES = 750
ENGLISH, NEW_ENGLISH = 0.45, 0.037
"""How many words of a text are replaced, and how many of those by words that no text had; the others by known words."""
CHINESE = 0.102
"""How many Chinese characters are replaced by others."""
MESSAGE = 0.16
"""How many words of an error message are replaced."""
GALLERY = ("GALLERY_HEADER.rst", "dimensions_of_size_1.py")
"""What is kept of the gallery, whose cost does not depend on the entries."""
KEPT = re.compile(r"(``.+?``|:\w+:`.+?`|^:param [\w, ]+: |^:asked: )")
"""What stays as it is in a paragraph."""


def blow_up(folder: Path, entries: int = ENTRIES, examples_run: bool = False) -> None:
    """Copy the project into ``folder`` and add entries up to a number of them.

    Args:
        examples_run: keep the error messages in the examples as torch prints them, so that the doctests pass.
    """
    cut = shutil.ignore_patterns(".*", "build", "__pycache__", "*.egg-info", "*.bin", "gallery")
    shutil.copytree(ROOT, folder, ignore=cut)
    (folder / "gallery").mkdir()
    for name in GALLERY:
        shutil.copy(ROOT / "gallery" / name, folder / "gallery")
    topics = catalog.read()
    growing = Growth(topics, entries - len(catalog.entries(topics)), examples_run)
    operations = folder / "torchref" / "operations"
    added = []
    for number in itertools.count(2):
        for topic in topics:
            if growing.missing:
                module = f"{topic.name}_{number}"
                source = (catalog.OPERATIONS / f"{topic.name}.py").read_text(encoding="utf-8")
                (operations / f"{module}.py").write_text(growing.module(source, topic), encoding="utf-8")
                added.append((topic, module))
        if not growing.missing:
            break
    listed = (operations / "__init__.py").read_text(encoding="utf-8").rstrip().removesuffix(")")
    names = "".join(f'    "{module}",\n' for _, module in added)
    (operations / "__init__.py").write_text(f"{listed}{names})\n", encoding="utf-8")
    clones = catalog.read(operations, tuple(module for _, module in added))
    growing.facts(folder / "torchref" / "content" / "observed.json", clones)
    growing.translations(folder, [(topic, clone) for (topic, _), clone in zip(added, clones, strict=True)])


def cut_down(folder: Path, topics: tuple[str, ...], scripts: tuple[str, ...]) -> None:
    """Copy what the site is made of into ``folder``, with these topics and gallery scripts alone."""
    for name in ("docs", "torchref"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.bin*"))
    (folder / "gallery").mkdir()
    for name in ("GALLERY_HEADER.rst", *(f"{script}.py" for script in scripts)):
        shutil.copy(ROOT / "gallery" / name, folder / "gallery")
    package = folder / "torchref"
    kept = catalog.entries(catalog.read(topics=topics)).keys()
    catalogs = package / "content" / "locale" / "zh_CN" / "LC_MESSAGES"
    for topic in catalog.TOPICS:
        module, texts = package / "operations" / f"{topic}.py", catalogs / f"{topic}.po"
        for path in (module, texts):
            if topic not in topics:
                path.unlink()
            else:
                text = path.read_text(encoding="utf-8")
                path.write_text(catalog.REFERENCE.sub(lambda found: _known(found, kept), text), encoding="utf-8")
    for path in [*(folder / "docs" / "pages" / "templates").glob("*.rst"), catalogs / "site.po"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(catalog.REFERENCE.sub(lambda found: _known(found, kept), text), encoding="utf-8")
    (package / "operations" / "__init__.py").write_text(f"TOPICS = {topics!r}\n", encoding="utf-8")
    path = package / "content" / "observed.json"
    observed = json.loads(path.read_text(encoding="utf-8"))
    observed["operations"] = {name: facts for name, facts in observed["operations"].items() if name in kept}
    observed["same"] = {official: name for official, name in observed["same"].items() if name in kept}
    for name, entry in catalog.entries(catalog.read(package / "operations", topics)).items():
        observed["operations"][name]["digest"] = entry.digest
    path.write_text(json.dumps(observed, ensure_ascii=False), encoding="utf-8")


def _known(found: re.Match[str], kept: Any) -> str:
    """A reference to an operation; the name alone if there is no such operation."""
    return found[0] if found[1] in kept else f"``{found[1]}``"


class Growth:
    """The entries that are added: how many are missing yet, and what each is a copy of."""

    def __init__(self, topics: tuple[catalog.Topic, ...], missing: int, examples_run: bool) -> None:
        self.missing = missing
        self.examples_run = examples_run
        self.random = random.Random(0)
        self.chinese = translation.load("zh")
        self.entries = catalog.entries(topics)
        every = [text for entry in self.entries.values() for text in catalog.messages(entry)]
        asked = [text for entry in self.entries.values() for text in (entry.summary, *entry.asked)]
        self.words = sorted({*re.findall(r"[a-z]{3,}", " ".join(asked))})
        self.characters = re.findall(r"[\u4e00-\u9fff]", "".join(map(self.chinese, every)))
        self.taken = {*re.findall(r"\w+", " ".join(every)), *self.entries}
        self.of: dict[str, str] = {}
        self.said: dict[str, str] = {}

    def word(self) -> str:
        """Make a word that nothing holds yet."""
        while True:
            syllables = self.random.choices("bcdfghklmnprstvz", k=3), self.random.choices("aeiou", k=3)
            made = "".join(map("".join, zip(*syllables, strict=True)))[: self.random.randint(4, 6)]
            if made not in self.taken:
                self.taken.add(made)
                return made

    def english(self, text: str, rate: float = ENGLISH) -> str:
        def other(found: re.Match[str]) -> str:
            known = self.said.get(found[0])
            if known is None:
                known = found[0]
                if self.random.random() < rate:
                    known = self.word() if self.random.random() < NEW_ENGLISH else self.random.choice(self.words)
                self.said[found[0]] = known
            return known

        return _outside(lambda part: re.sub(r"[A-Za-z]{3,}", other, part), text)

    def chinese_of(self, text: str) -> str:
        def other(found: re.Match[str]) -> str:
            return found[0] if self.random.random() >= CHINESE else self.random.choice(self.characters)

        return _outside(lambda part: re.sub(r"[\u4e00-\u9fff]", other, part), self.chinese(text))

    def module(self, source: str, topic: catalog.Topic) -> str:
        """Return the module of a topic again, its operations, names and texts made new."""
        tree, lines = ast.parse(source), source.split("\n")
        entries = topic.entries[: self.missing]
        self.missing -= len(entries)
        new = {entry.function: self._name(entry.function) for entry in entries}
        public = {entry.function for entry in topic.entries} | {
            name for entry in topic.entries for name in entry.aliases
        }
        aliases = {}
        made = [f'"""{topic.title} {self.word()}: {self.english(topic.sentence)}"""']
        for node in tree.body[1:]:
            first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
            segment = "\n".join(lines[first - 1 : node.end_lineno])
            match node:
                case ast.FunctionDef(name=name) if name in new:
                    made.append(self._function(node, segment, new[name]))
                case ast.FunctionDef(name=name) if name in public:
                    pass
                case ast.Assign(value=ast.Name(id=name), targets=targets):
                    for target in targets if name in new else ():
                        aliases[ast.unparse(target)] = self._name(ast.unparse(target))
                        made.append(f"{aliases[ast.unparse(target)]} = {new[name]}")
                case ast.Assign(targets=[ast.Name(id="__all__" | "ELSEWHERE" | "RELATED")]):
                    pass
                case _:
                    made.append(segment)
        space = next((entry.space for entry in entries if entry.space), "")
        self.of |= {f"{space}.{new[entry.function]}".strip("."): entry.name for entry in entries}
        return "\n\n\n".join([*made, f"__all__ = {[*new.values(), *aliases.values()]}"]) + "\n"

    def _name(self, name: str) -> str:
        made = "_".join([self.word(), *name.strip("_").split("_")[1:]])
        return made.capitalize() if name[0].isupper() else made

    def _function(self, node: ast.FunctionDef, segment: str, name: str) -> str:
        self.said = {}
        docstring = node.body[0]
        after = segment.split("\n")[docstring.end_lineno - node.lineno + 1 :]
        head = segment.split("\n")[: docstring.lineno - node.lineno]
        head[0] = head[0].replace(f"def {node.name}(", f"def {name}(", 1)
        text = "\n\n".join(self._docstring(ast.get_docstring(node) or "")).replace("\\", "\\\\")
        return "\n".join([*head, textwrap.indent(f'"""{text}\n"""', "    "), *after])

    def _docstring(self, text: str) -> Iterator[str]:
        """The paragraphs of a docstring reworded, and its examples."""
        examples = ""
        for piece in doctest.DocTestParser().parse(text):
            if isinstance(piece, doctest.Example):
                source = piece.source.rstrip("\n").replace("\n", "\n... ")
                want = piece.want
                if piece.exc_msg and not self.examples_run:
                    kind, colon, message = piece.exc_msg.partition(": ")
                    want = f"Traceback (most recent call last):\n{kind}{colon}{self.english(message, MESSAGE)}"
                examples += f">>> {source}\n{want}"
                continue
            paragraphs = [one.strip("\n") for one in re.split(r"\n\s*\n", piece) if one.strip()]
            paragraphs = [one for one in paragraphs if not one.startswith(":sheet")]  # the sheet has no more room
            if paragraphs and examples:
                yield examples.rstrip("\n")
                examples = ""
            for one in paragraphs:
                lines = re.split(r"\n(?!\s)", one) if one.startswith(":param") else [one]
                said = [" ".join(line.split()) for line in lines]
                yield "\n".join(line if line.startswith("See also: ") else self.english(line) for line in said)
        if examples:
            yield examples.rstrip("\n")

    def facts(self, path: Path, clones: tuple[catalog.Topic, ...]) -> None:
        """Add the facts of the entries that were copied, under the new names, to ``observed.json``."""
        observed = json.loads(path.read_text(encoding="utf-8"))
        for entry in catalog.entries(clones).values():
            old = self.entries[self.of[entry.name]]
            new = dict(zip((old.function, *old.aliases), (entry.function, *entry.aliases), strict=True))
            facts = copy.deepcopy(observed["operations"][old.name]) | {"digest": entry.digest}
            facts.pop("operator", None)
            facts["title"] = _renamed(facts["title"], new) or f"torch.{entry.name}"
            facts["names"] = [name for name in (_renamed(name, new) for name in facts["names"]) if name]
            facts["in_place"] = [name for name in (_renamed(name, new) for name in facts.get("in_place", ())) if name]
            for signature in facts.get("signatures", ()):
                signature["name"] = _renamed(signature["name"], new) or f"torch.{entry.name}"
            observed["operations"][entry.name] = facts
        path.write_text(json.dumps(observed, ensure_ascii=False), encoding="utf-8")

    def translations(self, folder: Path, clones: list[tuple[catalog.Topic, catalog.Topic]]) -> None:
        """Write the Chinese catalogs of the topics that were added."""
        for topic, clone in clones:
            texts = [(topic.title, clone.title), (topic.sentence, clone.sentence)]
            for old, new in zip(topic.entries, clone.entries, strict=False):
                plain = replace(old, sheet=(), pairs=())
                texts += zip(catalog.messages(plain), catalog.messages(new), strict=True)
            lines = [
                f"msgid {json.dumps(new, ensure_ascii=False)}\nmsgstr {json.dumps(said, ensure_ascii=False)}\n"
                for new, said in {new: self.chinese_of(old) for old, new in texts}.items()
            ]
            place = folder / "torchref" / "content" / "locale" / "zh_CN" / "LC_MESSAGES" / f"{clone.name}.po"
            place.write_text("\n".join(lines), encoding="utf-8")


def _outside(change: Callable[[str], str], text: str) -> str:
    parts = KEPT.split(text)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)


def _renamed(official: str, new: dict[str, str]) -> str | None:
    """An official name with the new name of its last part: ``torch.Tensor.abs_``; None if that has none."""
    space, _, tail = official.rpartition(".")
    known = tail if tail in new else tail.removesuffix("_")
    return f"{space}.{new[known]}{'_' * (known != tail)}" if known in new else None


if __name__ == "__main__":
    blow_up(Path(sys.argv[1]), *map(int, sys.argv[2:3]), examples_run=sys.argv[3:] == ["run"])
