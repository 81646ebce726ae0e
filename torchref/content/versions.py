"""What other versions of torch do otherwise than the pages say: ``versions.json``, and the same in words.

``make versions`` writes the file. Nothing in it is typed by hand: each version runs the examples, the observation and
the checks of the sentences, in an environment of its own. Nothing here imports torch.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from torchref.content import catalog, facts
from torchref.content.catalog import ContentError, Entry, Example

VERSIONS = Path(__file__).parent / "versions.json"


def read(path: Path = VERSIONS) -> dict[str, Any]:
    """Return name of an entry -> ``{"digest": ..., "versions": {"2.9.1": differences}}``.

    The differences, each only where there is one: ``examples``, ``[source, output]`` of those that print something
    else, in the order of the page; ``sentences`` of the page that do not hold; ``facts`` that are others (see
    :func:`stated`), None for one that is not stated there. Without any, it does all as the page says.

    Raises:
        ContentError: the file is missing or broken.
    """
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(path, 1, "missing; run make versions") from None
    except json.JSONDecodeError as error:
        raise ContentError(path, error.lineno, f"not JSON: {error.msg}; run make versions") from None
    return found


def of(entry: Entry, record: dict[str, Any]) -> dict[str, Any]:
    """Return version -> differences of an entry; none of a record of other examples than the entry has now."""
    found = record.get(entry.name, {})
    return found["versions"] if found.get("digest") == entry.digest_of_torch else {}


def stated(observed: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of an operation by key, as versions are compared by them.

    Signatures are lines without what they return: of that each version says more or less.
    """
    calls = list(dict.fromkeys(line.partition(" →")[0] for line in facts.signatures(observed)))
    return {key: value for key, value in observed.items() if key not in ("digest", "runs")} | {"signatures": calls}


def differences(known: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of ``now`` that are not those of ``known``, None for one that is missing.

    What a list holds counts, not its order.
    """

    def of(facts: dict[str, Any], key: str) -> Any:
        return sorted(facts[key]) if isinstance(facts.get(key), list) else facts.get(key)

    return {key: now.get(key) for key in {**known, **now} if of(now, key) != of(known, key)}


def dump(record: dict[str, Any]) -> str:
    """Return ``versions.json`` as text: one entry a line, so that a change reads as one."""
    return "{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(found)}" for name, found in record.items()) + "\n}\n"


def wordings(entry: Entry, found: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Return ``(block, message, what a version says instead)`` of each error on the page of which one says other words.

    ``found`` is what :func:`of` returns of the entry. Errors of another type alone are left out, and so is what raises
    in another version and not on the page.
    """
    other = [tuple(example) for differing in found.values() for example in differing.get("examples", ())]
    said = [
        (place, example.message, output)
        for place, block in enumerate(entry.blocks)
        for example in block.examples
        for source, output in dict.fromkeys(other)
        if example.message and example.source.rstrip("\n") == source and is_error(output)
    ]
    return [one for one in said if one[1].partition(": ")[2] != one[2].partition(": ")[2]]


def is_error(output: str) -> bool:
    """Return whether what a version prints is the message of an error."""
    return re.match(r"[A-Za-z_.]*(Error|Exception|Warning): ", output) is not None


def in_order(versions: Any) -> list[str]:
    """Return versions from the oldest on: ``2.9.1`` before ``2.13.0``."""
    return sorted(versions, key=lambda version: [int(part) for part in version.split(".")])


def line(versions: Any, gettext: Callable[[str], str]) -> str:
    """Return the sentence that says which versions of torch an entry was run under, in order."""
    _ = gettext
    return _("Checked with torch {versions}.").format(versions=_(", ").join(in_order(versions)))


def blocks(entry: Entry, found: dict[str, Any], gettext: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return what other versions do otherwise, as ``{"prose": sentences, "session": examples and their output}``.

    Versions that differ in the same way share a block.

    Args:
        entry: the operation, in English.
        found: what :func:`of` returns of it.
        gettext: from English to the language wanted.
    """
    _ = gettext
    together: dict[tuple[str, str, str], list[str]] = {}
    for version in in_order(found):
        for block in _blocks(entry, found[version], gettext):
            together.setdefault(block, []).append(version)
    return [
        {"prose": [said.format(versions=_(", ").join(versions), what=what)], "session": session}
        for (said, what, session), versions in together.items()
    ]


def _blocks(entry: Entry, found: dict[str, Any], gettext: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """What one version does otherwise: a sentence with places for ``versions`` and ``what``, that, and a session."""
    _ = gettext
    made = []
    if found.get("examples"):
        shown = "".join(Example(source, _output(output)).text for source, output in found["examples"])
        made.append((_("Output in torch {versions}:"), "", shown))
    for sentence in found.get("sentences", ()):
        said = in_language(entry, sentence, gettext)
        if said:
            made.append((_("In torch {versions}, this sentence does not hold: “{what}”"), said, ""))
    other = dict(found.get("facts", {}))
    if lines := other.pop("signatures", None):
        made.append((_("Signatures in torch {versions}:"), "", "".join(f"{line}\n" for line in lines)))
    for label, text in facts.sentences({key: value for key, value in other.items() if value is not None}, gettext):
        what = _("{label}: {text}").format(label=label, text=text)
        made.append((_("In torch {versions}: {what}"), what, ""))
    return made


def in_language(entry: Entry, sentence: str, gettext: Callable[[str], str]) -> str:
    """Return a sentence of the entry in another language, ``""`` if the entry has none such.

    That is the sentence at the same place of the same paragraph, or the paragraph where it has another number of them.
    """
    for message in catalog.messages(entry):
        parts, translated = sentences(message), gettext(message)
        if sentence in parts:
            others = sentences(translated)
            said = others[parts.index(sentence)] if len(others) == len(parts) else translated
            return said.rstrip(":：")
    return ""


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph in either language."""
    return [part for part in re.split(r"(?<=[.?!])\s+|(?<=[。？！])", paragraph) if part]


def _output(output: str) -> str:
    """What an example prints, an error below its first line, as in the examples of a page."""
    return f"{facts.TRACEBACK if is_error(output) else ''}{output}\n"
