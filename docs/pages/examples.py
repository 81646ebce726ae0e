"""The examples on an operation's page: in which order they stand, what each needs of the others, and its address."""

import ast
import functools
import re
import symtable
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docutils.nodes import make_id

from torchref.content.catalog import Block, Example

FAILS, WORKS, PLAIN = "fails", "works", ""
LONGEST = 6
"""Up to how many lines of what it needs are repeated in front of a call that fails."""
LONGEST_ID = 48
APPENDS = ".append("
"""What changes a list alone, and not what stands in it."""
EFFECTS = {"append", "backward", "eval", "load_state_dict", "step", "train"}
"""Methods that change what they are called on, though no underscore says so."""
FRESH = {"clone", "copy", "item", "tensor", "tolist"}
"""Calls whose result shares no memory with what it is made from."""


@dataclass(frozen=True)
class Unit:
    """One piece of code on a page.

    Attributes:
        kind: ``fails`` (its last call raises), ``works`` (the fix of such a call), or "" elsewhere.
        shown: statements of other blocks that stand in front of it on the page.
        needs: those that a copy begins with, ``import torch`` first.
        session: what the page shows; a message that is the block's heading is not said again.
    """

    kind: str
    examples: tuple[Example, ...]
    shown: tuple[str, ...]
    needs: tuple[str, ...]
    session: str


@dataclass(frozen=True)
class Piece:
    """One block of an entry, with its address on the page; ``number`` counts the blocks with errors, from 1 on."""

    id: str
    block: Block
    units: tuple[Unit, ...]
    number: int = 0


@dataclass(frozen=True)
class Page:
    """The blocks of an entry in the order of its page: the first, more examples, closing remarks, errors.

    An example that uses what an error's block defines stays with the errors.
    """

    first: Piece
    more: tuple[Piece, ...]
    remarks: tuple[Block, ...]
    errors: tuple[Piece, ...]


@dataclass(frozen=True)
class _Statement:
    """What one example does to names: ``binds`` them, ``uses`` them, ``changes`` the objects behind them."""

    block: int
    unit: int
    source: str
    binds: frozenset[str]
    uses: frozenset[str]
    changes: frozenset[str] = field(default=frozenset())


def arrange(blocks: Sequence[Block], start: str = "") -> Page:
    """Return the blocks of an entry as its page shows them; ``start`` begins every address."""
    cut = [_units(block) for block in blocks]
    statements = _linked(
        [
            _read(example, number, unit)
            for number, units in enumerate(cut)
            for unit, (_, examples) in enumerate(units)
            for example in examples
        ]
    )
    order, after = _order(blocks, statements)
    numbers = {number: 1 + place for place, number in enumerate(n for n, block in enumerate(blocks) if block.message)}
    ids = _Ids()
    pieces: dict[int, Piece] = {}
    seen: list[_Statement] = []
    for number in order:
        block = blocks[number]
        units = []
        for unit, (kind, examples) in enumerate(cut[number]):
            own = [one for one in statements if (one.block, one.unit) == (number, unit)]
            before = [one for one in statements if (one.block, one.unit) < (number, unit)]
            needed = _needed(own, before)
            repeat = needed != _needed(own, seen) or (kind == FAILS and unit == 0 and _lines(needed) <= LONGEST)
            shown = needed if repeat else []
            seen += [*shown, *own]
            units.append(
                Unit(
                    kind,
                    examples,
                    tuple(one.source for one in shown),
                    tuple([*_imports([*needed, *own]), *(one.source for one in needed if one not in shown)]),
                    session([one.source for one in shown], _without(examples, block.message)),
                )
            )
        address = ids.new(start + (block.message or f"ex-{_telling(block)}"))
        pieces[number] = Piece(address, block, tuple(units), numbers.get(number, 0))
    first, *more = (pieces[number] for number in order if number not in after)
    remarks = [block for block in blocks if not block.examples and not block.report]
    return Page(first, tuple(more), tuple(remarks), tuple(pieces[number] for number in order if number in after))


def session(statements: Iterable[str], examples: Iterable[Example] = ()) -> str:
    """Return statements, then examples, as Python shows them."""
    return "".join(example.text for example in [*(Example(one, "") for one in statements), *examples])


def needs(examples: Sequence[Example], number: int) -> tuple[list[str], str]:
    """Return the statements that one of an entry's examples needs, in order, and its own code."""
    statements = _linked([_read(example, 0, 0) for example in examples[: number + 1]])
    return [one.source for one in _needed(statements[number:], statements[:number])], examples[number].code


def _without(examples: tuple[Example, ...], message: str | None) -> list[Example]:
    """The examples, without the message of the one that raises, where it is that one."""
    raised = [example.message for example in examples if example.message]
    alone = raised == [message]
    return [replace(example, want="") if alone and example.message else example for example in examples]


def _order(blocks: Sequence[Block], statements: list[_Statement]) -> tuple[list[int], set[int]]:
    """The numbers of the blocks with examples in the order of the page, and which of them stand with the errors."""
    after: set[int] = set()
    numbers = [number for number, block in enumerate(blocks) if block.examples or block.report]
    for number in numbers[1:]:
        own = [one for one in statements if one.block == number]
        needed = _needed(own, [one for one in statements if one.block < number])
        if blocks[number].message or any(one.block in after for one in needed):
            after.add(number)
    return sorted(numbers, key=lambda number: number in after), after


def _units(block: Block) -> list[tuple[str, tuple[Example, ...]]]:
    """The examples of a block in pieces: up to and with calls that raise, then their fix; all, where none raises."""
    if not block.message or block.report:
        kind = WORKS if block.report else PLAIN
        return [(kind, block.examples)] if block.examples else []
    found: list[tuple[str, list[Example]]] = []
    raising = [number for number, example in enumerate(block.examples) if example.message]
    for number, example in enumerate(block.examples):
        fails = bool(example.message) or number < raising[0]
        kind = FAILS if fails else WORKS
        if not found or found[-1][0] != kind:
            found.append((kind, []))
        found[-1][1].append(example)
    return [(kind, tuple(examples)) for kind, examples in found]


def _read(example: Example, block: int, unit: int) -> _Statement:
    if example.message:
        return _Statement(block, unit, example.code, frozenset(), _names(example.code)[1])
    binds, uses = _names(example.code)
    tree = ast.parse(example.code)
    changes = set(_changes(tree))
    for node in ast.walk(tree):
        effect = isinstance(node, ast.Expr) and not example.want and isinstance(node.value, ast.Call)
        effect &= APPENDS not in example.code
        changes |= {name.id for name in ast.walk(node) if isinstance(name, ast.Name)} if effect else set()
    return _Statement(block, unit, example.code, binds, uses | (changes - binds), frozenset(changes & (binds | uses)))


@functools.cache
def _names(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a piece of code binds, and those it uses that are not its own."""
    table = symtable.symtable(code, "", "exec")
    symbols = table.get_symbols()
    binds = {one.get_name() for one in symbols if one.is_assigned() or one.is_imported()}
    uses = {one.get_name() for one in symbols if one.is_referenced()} | set(_globals(table))
    uses |= {
        node.target.id
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    }
    return frozenset(binds), frozenset(uses)


def _globals(table: symtable.SymbolTable) -> Iterator[str]:
    for inner in table.get_children():
        yield from (one.get_name() for one in inner.get_symbols() if one.is_global())
        yield from _globals(inner)


def _changes(tree: ast.Module) -> Iterator[str]:
    """Names of objects that code writes into; ``x[0] = 1``, ``x.add_(1)``, ``out=x``, ``x += 1``, ``x.f() is x``."""
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        written: list[ast.AST] = [one for one in targets if isinstance(one, (ast.Subscript, ast.Attribute))]
        written += getattr(node, "targets", []) if isinstance(node, ast.Delete) else []
        if isinstance(node, ast.AugAssign):
            written.append(node.target)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is) and isinstance(node.left, ast.Call):
            written += [one for one in node.comparators if isinstance(one, ast.Name)]
        if isinstance(node, ast.Call):
            method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if method in EFFECTS or re.fullmatch(r"\w*[a-z0-9]_", method):
                written.append(node.func)
            written += [one.value for one in node.keywords if one.arg == "out"]
        for one in written:
            yield from (name.id for name in ast.walk(one) if isinstance(name, ast.Name))


def _linked(statements: list[_Statement]) -> list[_Statement]:
    """The statements, each with what it changes beside: a write through one name shows in those it shares with."""
    groups: dict[str, set[str]] = {}
    found = []
    for one in statements:
        spread = groups if APPENDS not in one.source else {}
        shared = {other for name in one.changes for other in spread.get(name, {name})}
        found.append(
            _Statement(one.block, one.unit, one.source, one.binds, one.uses, frozenset(shared - {"torch", "np"}))
        )
        fresh = any(f".{name}(" in one.source for name in FRESH)
        for name in one.binds - one.uses:
            groups.pop(name, None)
        linked = {*one.binds, *(() if fresh else one.uses & groups.keys())}
        together = set().union(*(groups.get(name, {name}) for name in linked)) if one.binds else set()
        groups |= dict.fromkeys(together, together)
    return found


def _needed(own: Sequence[_Statement], before: Sequence[_Statement]) -> list[_Statement]:
    """The statements before some others that those need, in order."""
    wanted: frozenset[str] = frozenset()
    for one in reversed(own):
        wanted = (wanted - one.binds) | one.uses
    found: list[_Statement] = []
    for one in reversed(before):
        if (one.binds | one.changes) & wanted:
            wanted = (wanted - one.binds) | one.uses
            found.append(one)
    return found[::-1]


def _imports(statements: Iterable[_Statement]) -> list[str]:
    used = frozenset().union(*(one.uses for one in statements))
    return ["import torch", *(["import numpy as np"] if "np" in used else [])]


def _lines(statements: Sequence[_Statement]) -> int:
    return sum(1 + one.source.count("\n") for one in statements)


def _telling(block: Block) -> str:
    """The code that an example's address is made from: its first expression, without what all have in common."""
    shown = next((example for example in block.examples if example.want), block.examples[0])
    return shown.code.split("\n")[0].replace("torch.", "")


class _Ids:
    """Addresses on one page, each once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, text: str) -> str:
        made = make_id(text)
        if len(made) > LONGEST_ID:
            made = made[: LONGEST_ID + 1].rpartition("-")[0]
        number = 1
        while (address := made if number == 1 else f"{made}-{number}") in self.taken:
            number += 1
        self.taken.add(address)
        return address
