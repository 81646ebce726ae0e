"""What other versions of torch do otherwise than the pages say: ``versions.json``, and the same in words.

``make versions`` writes the file. Nothing in it is typed by hand: each version runs the examples, the observation and
the checks of the sentences, in an environment of its own. Nothing here imports torch.
"""

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from torchref.content import facts
from torchref.content.catalog import ContentError, Entry, Example

VERSIONS = Path(__file__).parent / "versions.json"
RAISED = "Traceback (most recent call last):\n"


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
    return found["versions"] if found.get("digest") == entry.digest else {}


def stated(observed: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of an operation by key, as versions are compared by them: the signatures as a page writes them."""
    return {key: value for key, value in observed.items() if key != "digest"} | {
        "signatures": facts.signatures(observed)
    }


def differences(known: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of ``now`` that are not those of ``known``, None for one that is missing."""
    return {key: now.get(key) for key in {**known, **now} if now.get(key) != known.get(key)}


def dump(record: dict[str, Any]) -> str:
    """Return ``versions.json`` as text: one entry a line, so that a change reads as one."""
    return "{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(found)}" for name, found in record.items()) + "\n}\n"


def in_order(versions: Any) -> list[str]:
    """Return versions from the oldest on: ``2.9.1`` before ``2.13.0``."""
    return sorted(versions, key=lambda version: [int(part) for part in version.split(".")])


def line(versions: Any, gettext: Callable[[str], str]) -> str:
    """Return the sentence that says which versions of torch an entry was run under, in order."""
    _ = gettext
    return _("Checked with torch {versions}.").format(versions=_(", ").join(in_order(versions)))


def blocks(
    entry: Entry, found: dict[str, Any], observed: dict[str, Any], gettext: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return what other versions do otherwise, as ``{"prose": sentences, "session": examples and their output}``.

    Versions that differ in the same way share a block.

    Args:
        entry: the operation, in English.
        found: what :func:`of` returns of it.
        observed: its record in ``observed.json``.
        gettext: from English to the language wanted.
    """
    said: dict[str, tuple[list[str], dict[str, Any]]] = {}
    for version in in_order(found):
        for block in _blocks(entry, found[version], observed, gettext):
            said.setdefault(json.dumps(block), ([], block))[0].append(version)
    _ = gettext
    return [
        {"prose": [block["said"].format(versions=_(", ").join(versions))], "session": block["session"]}
        for versions, block in said.values()
    ]


def _blocks(
    entry: Entry, found: dict[str, Any], observed: dict[str, Any], gettext: Callable[[str], str]
) -> list[dict[str, Any]]:
    """The blocks of one version, ``said`` with a place for its name."""
    _ = gettext
    made = []
    if found.get("examples"):
        session = "".join(Example(source, f"{output}\n").text for source, output in found["examples"])
        made.append({"said": _("Under torch {versions}:"), "session": session})
    for sentence in standing(entry, found):
        said = _("Under torch {versions}, this sentence does not hold: “{sentence}”")
        made.append({"said": said.replace("{sentence}", _brace(gettext_of(entry, sentence, gettext))), "session": ""})
    other = dict(found.get("facts", {}))
    if (lines := other.pop("signatures", None)) is not None:
        made.append({"said": _("Signatures under torch {versions}:"), "session": "".join(f"{one}\n" for one in lines)})
    now = {key: value for key, value in {**observed, **other}.items() if value is not None}
    before = facts.sentences(observed, gettext)
    for label, text in facts.sentences(now, gettext):
        if (label, text) not in before:
            said = _("Under torch {versions}: {label}: {text}")
            made.append({"said": said.replace("{label}", label).replace("{text}", _brace(text)), "session": ""})
    return made
