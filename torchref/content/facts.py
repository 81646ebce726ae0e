"""What is known of an operation by running it, in words: the page, the terminal and the notebook show the same."""

import functools
from collections.abc import Callable
from typing import Any

from torchref.content import catalog
from torchref.content.catalog import Entry, Example, Report

DTYPES = (
    "bool", "uint8", "int8", "int16", "int32", "int64",
    "float16", "bfloat16", "float32", "float64", "complex64", "complex128",
)  # fmt: skip
"""The dtypes on which an operation's examples are tried."""

TRIED = (
    "bool", "uint8", "int8", "int16", "int32", "int64", "uint16", "uint32", "uint64",
    "float16", "bfloat16", "float32", "float64", "complex32", "complex64", "complex128",
    "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz", "float8_e8m0fnu",
)  # fmt: skip
"""Those that a tensor's elements can have, quantized and packed ones aside: many calls are tried on all."""
TRACEBACK = "Traceback (most recent call last):\n"


ENOUGH = 200
"""How many calls that could have shown another thing make an *always*."""


def sentences(facts: dict[str, Any], gettext: Callable[[str], str]) -> list[tuple[str, str]]:
    """Return ``(label, text)`` for each fact of one operation; code in the text stands between double back-ticks.

    Args:
        facts: the operation's record in ``observed.json``, and over it that of many calls in ``measured.json``.
        gettext: from English to the language wanted.
    """
    _ = gettext
    layouts = {"contiguous": _("contiguous"), "not contiguous": _("not contiguous")}
    few = {"always": layouts["contiguous"], "never": layouts["not contiguous"], "depends": _("it depends")}
    gradients = {"flows": _("Differentiable"), "zero": _("Zero gradient"), "none": _("Not differentiable")}
    placed = facts.get("placed", {}).values()
    count = len(TRIED) if "taken" in facts or "number" in facts else len(DTYPES)
    said = [
        (
            _("Returns"),
            _spread(facts["returned"], kinds(gettext), {kind for kind, _ in placed}, gettext)
            if "returned" in facts
            else result(facts, gettext) * bool(facts.get("returns")),
        ),
        (_("In-place form"), _code(facts.get("in_place", ()))),
        (_("Operator"), _code(filter(None, [facts.get("operator")]))),
        (
            _("Result layout (contiguous input)"),
            _spread(facts["layout"], layouts, {layout for _, layout in placed}, gettext)
            if "layout" in facts
            else few.get(facts.get("contiguous", ""), ""),
        ),
        *(
            (
                _("Result with {word}").format(word=f"``{word}``"),
                _("{kind}, {layout}").format(kind=kinds(gettext)[kind], layout=layouts[layout]),
            )
            for word, (kind, layout) in facts.get("placed", {}).items()
        ),
        (
            _("Gradient"),
            _reached(facts["reached"], gettext) if "reached" in facts else gradients.get(facts.get("gradient", ""), ""),
        ),
        (_("Random"), _("yes, depends on the generator's seed") if facts.get("random") else ""),
        (
            _("Supported dtypes (CPU, of the {count} tried)").format(count=count),
            _dtypes(facts["taken"], gettext) if "taken" in facts else _code(facts.get("dtypes", ())),
        ),
        (
            _("Supported dtypes with a Python number as the other argument"),
            _dtypes(facts["number"], gettext) if "number" in facts else "",
        ),
        (
            _("Result dtype"),
            _("; ").join(
                f"``{source}`` → {' / '.join(f'``{made}``' for made in results)}"
                for source, results in facts.get("result", {}).items()
            ),
        ),
        (_("Calls observed"), str(facts.get("runs", ""))),
        (_("Names and aliases"), _code(facts.get("names", ()))),
    ]
    return [(label, text) for label, text in said if text]


def _spread(found: dict[str, Any], words: dict[str, str], placed: set[str], gettext: Callable[[str], str]) -> str:
    """What many calls showed, and what tells them apart or a call for each; ``placed``: what words of placement do."""
    _ = gettext
    counts, calls = found["counts"], sum(found["counts"].values())
    if len(counts) == 1:
        (one,) = counts
        if found["of"] >= ENOUGH and placed <= {one}:
            return _("{what}, always ({count} calls)").format(what=words[one], count=found["of"])
        return _("{what} in all {count} calls").format(what=words[one], count=calls)
    if "when" in found:
        when, one, other = found["when"]
        said = _("it depends: {one} if {when}, otherwise {other} ({count} calls)")
        return said.format(one=words[one], when=f"``{when}``", other=words[other], count=calls)
    shown = []
    for word, call in found["seen"].items():
        said = _("{what} ({count} calls, such as {call})") if call else _("{what} ({count} calls)")
        code = [f"``{part}``" for part in call]
        if code[1:]:
            code = [_("{call} where {tensors}").format(call=code[0], tensors=_(", ").join(code[1:]))]
        shown.append(said.format(what=words[word], count=counts[word], call="".join(code)))
    return _("it depends: {cases}").format(cases=_("; ").join(shown))


def _reached(reached: dict[str, list[Any]], gettext: Callable[[str], str]) -> str:
    """What reached each argument in the best case, in how many of the calls in which it was looked for."""
    _ = gettext
    words = {
        "flows": _("reaches {arguments}"),
        "zero": _("is zero for {arguments}"),
        "raises": _("the backward pass raises for {arguments}"),
        "none": _("does not reach {arguments}"),
    }
    together: dict[str, list[str]] = {word: [] for word in words}
    for name, (word, count, calls) in reached.items():
        said = _("{what} ({count} calls)") if count == calls else _("{what} ({count} of {calls} calls)")
        together[word].append(said.format(what=f"``{name}``", count=count, calls=calls))
    return _("; ").join(words[word].format(arguments=_(", ").join(names)) for word, names in together.items() if names)


def _dtypes(found: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Those that are taken, those taken in some calls alone, and how many calls of each were tried."""
    _ = gettext
    said = _("all") if len(found["all"]) == len(TRIED) else _code(found["all"])
    if found["some"]:
        said = _("{taken}; in some calls also {others}").format(taken=said, others=_code(found["some"]))
    return _("{dtypes} (each tried in {count} calls)").format(dtypes=said, count=found["of"])


def kinds(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return the kinds of result in words."""
    _ = gettext
    return {
        "new": _("new tensor"),
        "view": _("view"),
        "self": _("the input itself"),
        "value": _("Python value"),
        "none": _("None"),
    }


def result(facts: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Return the kinds of result in words: ``a view or a new tensor``."""
    _ = gettext
    return functools.reduce(
        lambda one, other: _("{one} or {other}").format(one=one, other=other),
        [kinds(gettext)[kind] for kind in facts.get("returns") or ("none",)],
    )


def _code(names: Any) -> str:
    return " ".join(f"``{name}``" for name in names)


def reported(report: Report, gettext: Callable[[str], str]) -> str:
    """Return the sentence that stands with a message which examples cannot show."""
    _ = gettext
    if not report.source:
        return _("Depends on the machine; run with a build of torch without CUDA.")
    return _("Reported by users, not run here. Source: {source}").format(source=report.source)


def signatures(facts: dict[str, Any]) -> list[str]:
    """Return the signatures of one operation, each in one line; overloads that differ in types alone show once."""
    return list(dict.fromkeys(map(signature, facts.get("signatures", ()))))


def signature(found: dict[str, Any], called: Callable[[str], str] = str) -> str:
    """Return a signature in one line, as Python would write it: ``torch.sort(input, dim=-1) → (values, indices)``.

    Args:
        found: the signature in ``observed.json``.
        called: from the name of a parameter to how it is written.
    """
    parts: list[str] = []
    kinds = [kind for _, kind, *_ in found.get("parameters", ())]
    for number, (name, kind, words, *default) in enumerate(found.get("parameters", ())):
        if kind == "keyword" and not {"keyword", "*"} & {*kinds[:number]}:
            parts.append("*")
        value = default or ([words] if words in ("True", "False") else [])
        parts.append(("" if kind in ("either", "keyword", "positional") else kind) + "=".join([called(name), *value]))
        if kind == "positional" and kinds[number + 1 : number + 2] != ["positional"]:
            parts.append("/")
    returns = found["returns"]
    shown = f"({', '.join(returns)})" if isinstance(returns, list) else returns
    call = f"({', '.join(parts)})" if "parameters" in found else ""
    return f"{found['name']}{call}{f' → {shown}' if shown else ''}"


def parameters(
    entry: Entry, facts: dict[str, Any], shared: dict[str, str], gettext: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return each parameter of an operation's signatures as plain data, those of one name merged.

    A row has ``name`` (``*size`` where it takes any number, a row beside that of ``size``, of which the function may
    take a tuple alone), ``type`` in words (``""`` where torch says none),
    ``default`` (``""`` where there is none), ``sentence``, and ``shared``: whether the sentence is that of all
    operations (``""``: nothing is said of it).

    Args:
        entry: the operation, in the language wanted.
        facts: its record in ``observed.json``.
        shared: name -> the sentence for the operations that say nothing of their own, in the language wanted.
        gettext: from English to the language wanted.
    """
    own = {name: sentence for names, sentence in entry.explained for name in names}
    found: dict[tuple[str, str], list[list[str]]] = {}
    for one in facts.get("signatures", ()):
        for row in one.get("parameters", ()):
            found.setdefault((row[1] if "*" in row[1] else "", row[0]), []).append(row)
    return [
        {
            "name": star + name,
            "type": _type([word for row in rows for word in row[2].split(" or ")], gettext),
            "default": next((row[3] for row in rows if row[3:]), ""),
            "sentence": own.get(name) or shared.get(name, ""),
            "shared": name not in own and name in shared,
        }
        for (star, name), rows in found.items()
    ]


def differences(entry: Entry, measured: dict[str, Any], gettext: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return where the NumPy equivalent differs from torch, as plain data; nothing of a record of another body.

    A group has ``label`` (how they differ), ``raises`` (whether torch raises and NumPy does not; that group is the
    last), and ``calls``: ``[dtypes, session]``, the dtypes of the arguments as code, and the call in both.

    Args:
        entry: the operation, in any language.
        measured: what :func:`catalog.read_measured` returns.
        gettext: from English to the language wanted.
    """
    _ = gettext
    labels = {
        "values": _("Different values"),
        "shape": _("Different shape or type"),
        "memory": _("Memory is shared differently"),
        "arguments": _("Arguments are changed differently"),
        "dtype": _("Different dtype"),
        "body raises": _("The NumPy code raises, PyTorch returns a result"),
        "torch raises": _("PyTorch raises, the NumPy code returns a result"),
    }
    record = measured.get(entry.name, {})
    rows = record.get("differences", ()) if record.get("body") == catalog.digest(entry.numpy) else ()
    found = []
    for kind, label in labels.items():
        calls = [
            [
                _code(row["dtypes"]),
                _session(row["call"], row["torch"], kind == "torch raises")
                + _session(row["body"], row["numpy"], kind == "body raises"),
            ]
            for row in rows
            if row["kind"] == kind
        ]
        found += [{"label": label, "raises": kind == "torch raises", "calls": calls}] if calls else []
    return found


def brief(groups: list[dict[str, Any]], gettext: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return :func:`differences` for the terminal and the notebook: what raises in torch alone is left to the page."""
    _ = gettext
    return [
        group | {"label": _("{label}: see its page").format(label=group["label"]), "calls": []}
        if group["raises"]
        else group
        for group in groups
    ]


def _session(call: str, printed: str, raises: bool) -> str:
    return Example(call, f"{TRACEBACK if raises else ''}{printed}\n").text


def _type(words: list[str], gettext: Callable[[str], str]) -> str:
    """The types in words, single ones first: ``int or tuple of ints``; what is a name in Python stays as it is."""
    _ = gettext
    said = {
        "number": _("number"),
        "function": _("function"),
        "object": _("object"),
        "path": _("path"),
        "file": _("file"),
    }
    start = "tuple of "
    shown = [
        _("tuple of {item}s").format(item=word.removeprefix(start).removesuffix("s"))
        if word.startswith(start)
        else "bool"
        if word in ("True", "False")
        else said.get(word, word)
        for word in sorted(words, key=lambda word: (word == "None", word.startswith(start)))
    ]
    return _(" or ").join(filter(None, dict.fromkeys(shown)))
