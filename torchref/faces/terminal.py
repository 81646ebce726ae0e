"""The terminal: ``torchref squeeze``, ``torchref swap two dimensions``, ``python train.py 2>&1 | torchref``.

Only what an answer needs is imported, and only the standard library: an answer starts as fast as Python does.
"""

from __future__ import annotations

import itertools
import os
import sys

from torchref.content.language import LANGUAGES, is_text, of_environment
from torchref.content.marks import plain
from torchref.faces import address
from torchref.retrieval import index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FOUND, NOTHING, USAGE = 0, 1, 2
MODES = ("--list", "--examples", "--numpy", "--json", "--open", "--completion", "--version", "--help")
VALUES = ("--lang", "--limit", "--completion")
SHELLS = ("bash", "zsh", "fish")


class UsageError(Exception):
    """What was asked cannot be understood: says what was found and what exists."""


def main(arguments: list[str] | None = None) -> int:
    """Answer the command line and return the exit code: 0 found, 1 nothing found, 2 bad usage."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _answer(arguments)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except UsageError as error:
        print(f"torchref: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        _drop_output()
        return FOUND
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from torchref.content.catalog import ContentError

        if not isinstance(error, (ContentError, OSError)):
            raise
        print(f"torchref: {error}", file=sys.stderr)
        try:
            if sys.stdout:
                sys.stdout.flush()
        except OSError:
            _drop_output()
        return USAGE


def _drop_output() -> None:
    """Let what could not be written go nowhere, since Python tries once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(arguments: list[str]) -> int:
    gettext = _ = index.words(asked_language(arguments) or of_environment())
    options, words = parse(arguments, gettext)
    mode = options["mode"]
    if mode == "--help" or not (mode or words or not sys.stdin or not sys.stdin.isatty()):
        print(_help(gettext), end="")
        return FOUND
    if mode == "--version":
        from torchref import __version__

        print(f"torchref {__version__} ({', '.join(map(' '.join, index.part('versions').items()))})")
        return FOUND
    if mode == "--completion":
        from torchref.faces import completion

        known = list(dict.fromkeys((*MODES, *VALUES)))
        print(completion.script(options["--completion"], SHELLS, known, VALUES, index.part("topics")), end="")
        return FOUND
    if mode == "--list":
        return _list(words, options.get("--lang") or of_environment(), gettext)
    question = _question(words)
    if not question.strip():
        raise UsageError(_("no query given; `torchref --help` shows how"))
    language = options.get("--lang") or of_environment(question if is_text(question) else "")
    return _reply(question, mode, language, options.get("--limit", 5), index.words(language))


def asked_language(arguments: list[str]) -> str | None:
    """Return the language that the arguments ask for, however wrong the rest of them is; None if they ask for none."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked = [
        value if name == "--lang" else name.removeprefix("--lang=")
        for name, value in itertools.pairwise([*options, ""])
        if name == "--lang" or name.startswith("--lang=")
    ]
    return next((value for value in reversed(asked) if value in LANGUAGES), None)


def parse(arguments: list[str], gettext: Callable[[str], str]) -> tuple[dict[str, Any], list[str]]:
    """Return the options, ``mode`` among them (what is to be shown, or None), and the words of the question.

    Raises:
        UsageError: an unknown option, a missing or wrong value, two modes at once.
    """
    _ = gettext
    options: dict[str, Any] = {"mode": None}
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            words += rest
        elif not argument.startswith("-") or argument == "-" or not argument.isprintable() or " " in argument:
            words.append(argument)
        else:
            name, equals, value = argument.partition("=")
            name = {"-h": "--help", "-V": "--version"}.get(name, name)
            if name not in (*MODES, *VALUES):
                raise UsageError(_unknown(argument, name, gettext))
            if name in VALUES:
                value = value if equals else next(rest, "")
                options[name] = _value(name, value, gettext)
            elif equals:
                raise UsageError(_("{option} takes no value; found {value}").format(option=name, value=shown(value)))
            if name in MODES:
                if options["mode"] not in (None, name):
                    message = _("{one} and {other} cannot be combined")
                    raise UsageError(message.format(one=options["mode"], other=name))
                options["mode"] = name
    return options, words


def _unknown(argument: str, name: str, gettext: Callable[[str], str]) -> str:
    import difflib

    _ = gettext
    near = difflib.get_close_matches(name[:100], (*MODES, *VALUES), n=1)
    if near:
        return _("unknown option {option}; did you mean {near}?").format(option=shown(argument), near=near[0])
    message = _("unknown option {option}; to look it up as text, run: torchref -- {option}")
    return message.format(option=shown(argument))


def _value(name: str, value: str, gettext: Callable[[str], str]) -> Any:
    _ = gettext
    choices = {"--lang": tuple(LANGUAGES), "--completion": SHELLS}.get(name)
    if choices is None:
        if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value)):
            raise UsageError(_("--limit takes an integer of at least 1; found {value}").format(value=shown(value)))
        return int(value)
    if value not in choices:
        message = _("{option} takes one of {choices}; found {value}{hint}")
        hint = _nearest(value, choices, gettext)
        raise UsageError(message.format(option=name, choices=_(", ").join(choices), value=shown(value), hint=hint))
    return value


def _question(words: list[str]) -> str:
    """The words, or, for ``-`` alone and for none at all, what comes through the pipe."""
    if words and words != ["-"]:
        return " ".join(words)
    return sys.stdin.buffer.read().decode(errors="replace") if sys.stdin else ""


def _list(words: list[str], language: str, gettext: Callable[[str], str]) -> int:
    _ = gettext
    topics, titles = index.part("topics"), index.part("titles")
    called = {title.lower(): topic for of in titles.values() for topic, title in zip(topics, of, strict=True)}
    called |= {topic: topic for topic in topics}
    wanted = []
    for word in [" ".join(words)] if " ".join(words).lower() in called else words:
        if word.lower() not in called:
            message = _("there is no topic {topic}{hint}; topics: {topics}")
            names = topics if language == "en" else titles[language]
            hint = _nearest(word.lower(), called, gettext)
            raise UsageError(message.format(topic=shown(word), hint=hint, topics=_(", ").join(names)))
        wanted.append(called[word.lower()])
    print("\n".join(name for topic in wanted or topics for name in topics[topic]))
    return FOUND


def _reply(question: str, mode: str | None, language: str, limit: int, gettext: Callable[[str], str]) -> int:
    _ = gettext
    name, absent = index.resolve(question)
    hits = [(name, 1.0)] if name and mode != "--json" else index.search(question)
    if absent:
        message = _("torchref has no page for {name}{hint}")
        print(message.format(name=absent, hint=_names(index.nearest(absent), gettext)), file=sys.stderr)
    if mode == "--json":
        return _json(hits[:limit], language)
    if not hits:
        if not is_text(question):
            print(_("nothing found: the input is not text"), file=sys.stderr)
        elif not absent:
            words = question.split()
            hint = _nearest(words[-1], index.part("names"), gettext) if len(words) < 4 else ""
            print(_("nothing found for {question}").format(question=shown(question)) + hint, file=sys.stderr)
        print(
            _("`torchref --list` lists every operation, and `torchref --help` shows what can be asked"), file=sys.stderr
        )
        return NOTHING
    best = index.entry(hits[0][0], language)
    if mode == "--open":
        return _open(best, language, gettext)
    if mode == "--examples":
        print(examples(best), end="")
        return FOUND
    if mode == "--numpy":
        print(f"import numpy as np\n\n\n{best['numpy']}", end="")
        return FOUND
    wrong = None if name else next((block for of, block in index.errors(question) if of == best["name"]), None)
    if name or wrong is not None or index.clear(hits):
        text = best["text"] if wrong is None else _fix(best, wrong, question, gettext)
        runners = [other for other, _score in hits[1:limit]]
        if runners:
            text += f"\n{_('also: {names}').format(names=_(', ').join(runners))}\n"
    else:
        lines = [index.entry(hit, language)["line"] for hit, _score in hits[:limit]]
        text = "\n".join([*lines, "", _("`torchref NAME` shows one of them"), ""])
    _print(text)
    return FOUND


def _fix(entry: dict[str, Any], place: int, question: str, gettext: Callable[[str], str]) -> str:
    """An error that an entry shows, then the entry; what the numbers of the pasted message say stands above."""
    from torchref.retrieval import slots

    block = entry["blocks"][place]
    said = slots.say(slots.rules(gettext), question, "\n".join(message for message, _fix in block["errors"]))
    return "\n".join([*([said, ""] if said else []), block["shown"], entry["text"]])


def examples(entry: dict[str, Any]) -> str:
    """Return the examples of an entry as a script; what raises is caught, and its message printed."""
    blocks = []
    for block in entry["blocks"]:
        code = []
        for source, _output, error in block["code"]:
            if error:
                inner = "\n".join(f"    {line}" for line in source.split("\n"))
                caught = "Exception" if "." in error else error
                code.append(f"try:\n{inner}\nexcept {caught} as error:\n    print(error)")
            else:
                code.append(source)
        if code:
            blocks.append("\n".join(code))
    return "\n\n".join(["import numpy as np\nimport torch", *blocks]) + "\n"


def shown(text: str) -> str:
    """Return what was typed, safe to print and cut short: control characters and the like are written out."""
    cut = text if len(text) <= 60 else f"{text[:60]}…"
    return "'" + "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in cut) + "'"


def _json(hits: list[tuple[str, float]], language: str) -> int:
    import json

    found = [(index.entry(name, language), score) for name, score in hits]
    rows = [
        {
            "name": entry["name"],
            "topic": entry["topic"],
            "summary": entry["summary"],
            "score": round(score, 3),
            "url": address.url(entry, language),
        }
        for entry, score in found
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))
    return FOUND if rows else NOTHING


def _open(entry: dict[str, Any], language: str, gettext: Callable[[str], str]) -> int:
    import webbrowser

    _ = gettext
    found = address.url(entry, language)
    if "://" not in found:
        message = _(
            "cannot open {page}, because no site is built here: "
            "run `make site`, or set TORCHREF_SITE to the address of a site"
        )
        raise UsageError(message.format(page=found))
    print(found)
    return FOUND if webbrowser.open(found) else NOTHING


def _print(text: str) -> None:
    """Print with colours on a terminal that wants them, through a pager if the terminal is too small for it."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if not terminal or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        text = plain(text)
    if terminal and text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines:
        import shlex
        import subprocess

        try:
            pager = shlex.split(os.environ.get("PAGER") or "less")
            subprocess.run(pager, input=text.encode(), env={"LESS": "FRX"} | os.environ, check=False)
            return
        except (OSError, ValueError):  # no such program, or PAGER is no command line: print without one
            pass
    print(text, end="")


def _nearest(word: str, known: Any, gettext: Callable[[str], str]) -> str:
    import difflib

    return _names(difflib.get_close_matches(word[:100], known, n=3), gettext)


def _names(near: list[str], gettext: Callable[[str], str]) -> str:
    _ = gettext
    return _("; nearest: {names}").format(names=_(", ").join(near)) if near else ""


def _help(gettext: Callable[[str], str]) -> str:
    from torchref.content.text import columns

    _ = gettext
    asked = [
        ("torchref squeeze", _("show the entry: summary, behavior, examples, errors, NumPy")),
        ("torchref x.squeeze()", _("any spelling: Tensor.squeeze_, np.squeeze, an alias, an operator")),
        (_("torchref swap two dimensions"), _("ask in plain English or Chinese")),
        ('torchref "mat1 and mat2 shapes ..."', _("paste an error message; your sizes may differ")),
        ("python train.py 2>&1 | torchref", _("pipe in a whole traceback")),
    ]
    options = [
        ("--lang en|zh", _("output language (default: from LC_ALL, LC_MESSAGES or LANG)")),
        ("--list [TOPIC]", _("list operation names, one per line: of all topics or of one")),
        ("--examples", _("print only the examples, as a runnable script")),
        ("--numpy", _("print only the NumPy equivalent")),
        ("--json", _("print ranked results as JSON: name, topic, summary, score, url")),
        ("--limit N", _("show at most N results (default: 5)")),
        ("--open", _("open the entry in a browser (needs `make site` or TORCHREF_SITE)")),
        ("--completion SHELL", _('completion for bash, zsh or fish: eval "$(torchref --completion bash)"')),
        ("--version, --help", _("show the versions the outputs come from; show this help")),
        ("--", _("treat everything that follows as the query")),
    ]
    return "\n".join(
        [
            _("usage: torchref [OPTION ...] [QUERY ...]"),
            "",
            _("Look up a PyTorch tensor operation by name, by question, or by error message."),
            "",
            *(f"  {line}{' ' * (35 - columns(line))}  {said}" for line, said in asked),
            "",
            *(f"  {line:<18}  {said}" for line, said in options),
            "",
            _("topics: {names}").format(names=_(", ").join(index.part("topics"))),
            _("exit status: 0 found, 1 nothing found, 2 usage error"),
            "",
        ]
    )
