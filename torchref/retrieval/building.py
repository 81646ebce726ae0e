"""What the index is made of: every way to write a name, the ranking's table, and each entry as plain data."""

import functools
from collections.abc import Callable
from typing import Any

from torchref.content import again, catalog, facts, text, translation, versions
from torchref.content.language import LANGUAGES
from torchref.content.marks import BOLD, END
from torchref.retrieval import ranking
from torchref.retrieval.names import VALUE, namesakes, spellings


def build() -> dict[str, Any]:
    """Make every part of the index from the content, the facts and the translations.

    Raises:
        ContentError: an entry, a catalog or the facts that break the form; names file, line and rule.
    """
    topics = catalog.read()
    known = catalog.entries(topics)
    observed = catalog.read_observed()
    observations = {name: observed["operations"].get(name, {"title": f"torch.{name}", "names": []}) for name in known}
    files = stems(known, observations)
    torch = observed["versions"]["torch"]
    recorded = versions.read()
    measured = catalog.read_measured()
    observations = catalog.with_measured(observations, measured)
    others_do = {name: versions.of(entry, recorded) for name, entry in known.items()}
    gettexts = {language: translation.load(language) for language in LANGUAGES}
    translated = {
        language: tuple(catalog.translate_topic(topic, gettext) for topic in topics)
        for language, gettext in gettexts.items()
    }
    called_alike = namesakes(known)
    parts: dict[str, Any] = {
        "versions": observed["versions"],
        "topics": {topic.name: [entry.name for entry in topic.entries] for topic in topics},
        "titles": {language: [topic.title for topic in found] for language, found in translated.items()},
        "names": spellings(
            known, officials(known, observations, observed.get("same", {})), others(known, observations)
        ),
        "namesakes": called_alike,
        "without_page": without_page(observed.get("without_page", {}), observed.get("values", [])),
        "words": {message: gettexts["zh"](message) for message in translation.program_messages()},
        "ranking": ranking.table(
            translated, observations, {name: versions.wordings(known[name], found) for name, found in others_do.items()}
        ),
    }
    shared = catalog.read_parameters()
    for language, gettext in gettexts.items():
        said = {one.name: gettext(one.summary) for one in shared.entries}
        in_language = catalog.entries(translated[language])
        for topic in translated[language]:
            for entry in topic.entries:
                compared = compare(
                    known[entry.name], others_do[entry.name], observations[entry.name], measured, torch, gettext
                )
                others_named = [*called_alike.get(entry.name, ()), *entry.see_also]
                source = (
                    entry,
                    (topic.name, topic.title, files[entry.name], observations[entry.name]),
                    [(name, in_language[name].summary) for name in others_named],
                    parts["words"],
                    said,
                    compared,
                )
                make = functools.partial(
                    record, entry, topic, in_language, observations, files, called_alike, said, compared, gettext
                )
                made = again.made(("record", language, entry.name), source, make)
                parts.setdefault(f"entry/{entry.name}", {})[language] = made
    return parts


def compare(
    entry: Any,
    found: dict[str, Any],
    observation: dict[str, Any],
    measured: dict[str, Any],
    torch: str,
    gettext: Callable[[str], str],
) -> dict[str, Any]:
    """Return what an entry, given in English, is in NumPy and in other versions of torch.

    ``differences`` are those of :func:`facts.differences`, ``others`` the blocks of what is otherwise in the other
    versions, ``checked`` the sentence that names them.

    Args:
        found: what :func:`versions.of` returns of it.
        observation: its record in ``observed.json``.
        measured: what :func:`catalog.read_measured` returns.
        torch: the version of record.
        gettext: from English to the language wanted.
    """
    return {
        "differences": facts.differences(entry, measured, gettext),
        "others": versions.blocks(entry, found, gettext),
        "checked": versions.line([torch, *found], gettext),
    }


def stems(known: Any, observations: dict[str, Any]) -> dict[str, str]:
    """Return entry name -> file name of its page without ending: told apart where file systems ignore case."""
    lower = {name for name in known if name == name.lower()}
    return {
        name: f"{name}-{'class' if observations[name]['title'].startswith('torch.') else 'attribute'}"
        if name not in lower and name.lower() in lower
        else name
        for name in known
    }


def without_page(spaces: dict[str, list[str]], values: list[str]) -> str:
    """Return torch's names without an entry, one a line, those in the outer spaces first: ``vmap``, ``nn.Conv2d``.

    ``values`` are torch's dtypes and constants: ``torch:float32``.
    """
    found = [f"{space}.{name}".removeprefix("torch.") for space, names in spaces.items() for name in names]
    return "\n".join(
        ["", *sorted(found, key=lambda name: (name.count("."), name)), *(VALUE + one for one in values), ""]
    )


def officials(known: Any, observations: dict[str, Any], same: dict[str, str]) -> list[tuple[str, str]]:
    """Return ``(entry, its official names below torch.)``: those in the outer spaces first, then ``same``, the names in
    other spaces that stand for the same operations.
    """
    outer_first = sorted(known, key=lambda name: name.count("."))
    found = [(name, [*observations[name]["names"]]) for name in outer_first]
    found += [(name, [official]) for official, name in same.items()]
    return [(name, " ".join(official.removeprefix("torch.") for official in names)) for name, names in found]


def others(known: Any, observations: dict[str, Any]) -> list[tuple[str, str]]:
    """Return ``(entry, spelling)`` of the operators and of NumPy's names."""
    found: list[tuple[str, str]] = []
    for name in known:
        written = observations[name].get("operator", "")
        operator = "".join(one for one in written if not (one.isalnum() or one.isspace()))
        found += [(name, operator)] if operator and operator != "()" else []
    for name, entry in known.items():
        for counterpart in ranking.numpy_names(entry):
            of = counterpart if counterpart in known else name
            found += [(of, f"np.{counterpart}"), (of, f"numpy.{counterpart}"), (of, counterpart)]
    return found


def record(
    entry: Any,
    topic: Any,
    known: Any,
    observations: dict[str, Any],
    files: dict[str, str],
    called_alike: dict[str, list[str]],
    shared: dict[str, str],
    compared: dict[str, Any],
    gettext: Callable[[str], str],
) -> dict[str, Any]:
    """Return an entry as plain data; ``shared`` is what is said of the parameters of many operations.

    ``compared`` is what :func:`compare` returns.

    Examples are ``[source, output, name of the error or ""]``, errors ``[message, [start, end]]``: the fix is those of
    the examples.
    """
    observation = observations[entry.name]
    made: dict[str, Any] = {
        "name": entry.name,
        "title": observation["title"],
        "topic": topic.name,
        "topic_title": topic.title,
        "file": files[entry.name],
        "names": observation["names"],
        "summary": entry.summary,
        "signatures": facts.signatures(observation),
        "facts": [list(fact) for fact in facts.sentences(observation, gettext)],
        "blocks": [
            {
                "prose": list(block.prose),
                "report": [block.report.message, facts.reported(block.report, gettext)] if block.report else [],
                "session": "".join(example.text for example in block.examples),
                "code": [
                    [example.code, example.output, (example.message or "").partition(":")[0]]
                    for example in block.examples
                ],
                "errors": [[message, list(fix)] for message, fix in block.errors],
            }
            for block in entry.blocks
        ],
        "parameters": facts.parameters(entry, observation, shared, gettext),
        "numpy": entry.numpy,
        "no_numpy": entry.no_numpy,
        "namesakes": [[name, known[name].summary] for name in called_alike.get(entry.name, ())],
        "see_also": [[name, known[name].summary] for name in entry.see_also],
        "asked": list(entry.asked),
        **compared,
        "differences": facts.brief(compared["differences"], gettext),
    }
    for block in made["blocks"]:
        if block["errors"]:
            block["shown"] = text.error(block, gettext)
    line = "\n".join(text.wrap(made["summary"], indent=4, first=f"{BOLD}{made['name']}{END}  "))
    return made | {"text": text.text(made, gettext), "line": line}
