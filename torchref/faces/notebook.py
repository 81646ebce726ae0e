"""Entries in Python and in notebooks: they print as in the terminal, render as HTML, and hold plain data."""

import difflib
import html
from collections.abc import Callable
from typing import Any

from torchref.content.language import chosen
from torchref.content.marks import plain
from torchref.content.text import inline_html, together, written
from torchref.faces import address
from torchref.retrieval import index


class Entry:
    """One operation: each part of its record is an attribute, ``vars(entry)`` is all of it as plain data.

    Attributes:
        name, title, topic, topic_title, file, summary, numpy, text, line: strings.
        no_numpy: why NumPy has no counterpart, or None.
        names, signatures, asked: lists of strings.
        facts: ``[label, text]`` pairs.
        blocks: dicts with ``prose`` (a list), ``session``, ``message`` (None where nothing is raised) and ``code``
            (lists of source, output and the name of the error or ``""``).
        parameters: dicts with ``name``, ``type``, ``default``, ``sentence`` and ``shared`` (whether the sentence is
            that of all operations).
        differences: where the NumPy equivalent differs, dicts with ``label``, ``raises`` (whether only torch raises)
            and ``calls`` (lists of the dtypes and the session).
        namesakes, see_also: ``[name, summary]`` pairs.
        language: ``"en"`` or ``"zh"``.
        score: how well it answers the question it was found by; 0 from :func:`lookup`.
    """

    def __init__(self, record: dict[str, Any], language: str, score: float = 0.0) -> None:
        self.__dict__.update(record, language=language, score=score)

    def __repr__(self) -> str:
        return plain(self.__dict__["text"]).rstrip("\n")

    def _repr_html_(self) -> str:
        return as_html(vars(self), index.words(self.__dict__["language"]))

    @property
    def url(self) -> str:
        """The address of its page on the site, see :func:`torchref.faces.address.url`."""
        return address.url(vars(self), self.__dict__["language"])

    def __getattr__(self, name: str) -> Any:
        if found := _below(f"{self.__dict__['name']}.", name):
            return found
        raise AttributeError(f"an entry has no {name!r}; it has {', '.join(vars(self))}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *_parts(f"{self.__dict__['name']}.")]


class Found(list[Entry]):
    """The entries that answer a question, the best first."""

    def __repr__(self) -> str:
        return plain("\n".join(entry.line for entry in self))

    def _repr_html_(self) -> str:
        rows = [
            f"<tr><td><code>{html.escape(entry.title)}</code></td><td>{inline_html(entry.summary)}</td></tr>"
            for entry in self
        ]
        return f"<table>{''.join(rows)}</table>"


class Space:
    """The operations in one of torch's spaces: ``lookup.nn.functional`` has ``pad``, with completion by Tab."""

    def __init__(self, start: str) -> None:
        self._start = start

    def __repr__(self) -> str:
        return plain(
            "\n".join(index.entry(name, chosen(None))["line"] for name in _names() if name.startswith(self._start))
        )

    def __getattr__(self, name: str) -> Any:
        if found := _below(self._start, name):
            return found
        raise AttributeError(f"no operation is called {self._start + name!r}{_nearest(self._start + name, _names())}")

    def __dir__(self) -> list[str]:
        return _parts(self._start)


class Lookup:
    """``lookup("squeeze")``, and with completion by Tab ``lookup.nn.Linear`` or ``lookup["squeeze"]``."""

    def __call__(self, name: str, lang: str | None = None) -> Entry:
        """Return the entry of an operation, named in any way the terminal takes it.

        Args:
            name: ``"squeeze"``, ``"torch.squeeze"``, ``"Tensor.squeeze_"``, ``"np.squeeze"``, an alias, an operator.
            lang: ``"en"`` or ``"zh"``; the language of the environment without it.

        Raises:
            LookupError: nothing is called so, or there is no such language; names the nearest.
        """
        language = chosen(lang)
        found = index.name_of(name)
        if found is None:
            raise LookupError(f"no operation is called {name!r}{_nearest(name, index.part('names'))}")
        return Entry(index.entry(found, language), language)

    def __getattr__(self, name: str) -> Any:
        if found := _below("", name):
            return found
        raise AttributeError(f"no operation is called {name!r}{_nearest(name, _names())}")

    def __getitem__(self, name: str) -> Entry:
        return self(name)

    def __dir__(self) -> list[str]:
        return _parts("")

    def _ipython_key_completions_(self) -> list[str]:
        return _names()


lookup = Lookup()


def search(question: str, lang: str | None = None, limit: int = 5) -> Found:
    """Return the entries that answer a question, the best first; the ranking is the terminal's and the site's.

    Args:
        question: words in English or Chinese, a name, an error message with whatever stands around it.
        lang: the language of the entries; that of the environment without it.
        limit: how many at most.
    """
    language = chosen(lang)
    return Found(Entry(index.entry(name, language), language, score) for name, score in index.search(question)[:limit])


def as_html(entry: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Return an entry of the index as HTML for a notebook, which brings the style."""
    _ = gettext
    parts = [f"<h3>{html.escape(entry['title'])}</h3>", f"<p>{inline_html(entry['summary'])}</p>"]
    parts += [_pre("\n".join(entry["signatures"]))] if entry["signatures"] else []
    line = _("{name}: {summary}")
    parts += [
        f"<p>{_('Same name')} {line.format(name=f'<code>{name}</code>', summary=inline_html(summary))}</p>"
        for name, summary in entry["namesakes"]
    ]
    observed = "".join(
        f"<tr><th>{html.escape(label)}</th><td>{inline_html(said)}</td></tr>" for label, said in entry["facts"]
    )
    parts += [f"<table>{observed}</table>"] if observed else []
    for block in entry["blocks"]:
        parts += [f"<p><strong>{_('Common error')}</strong></p>"] if block["errors"] else []
        parts += _block(block)
    rows = "".join(
        f"<tr><th>{', '.join(f'<code>{html.escape(written(one))}</code>' for one in same)}</th>"
        f"<td>{html.escape(types)}</td><td>{inline_html(sentence)}</td></tr>"
        for same, types, sentence in together(entry["parameters"])
    )
    parts += [f"<h4>{_('Parameters')}</h4><table>{rows}</table>"] if rows else []
    parts += [f"<h4>{_('NumPy equivalent')}</h4>"]
    parts += [f"<p>{inline_html(entry['no_numpy'])}</p>" if entry["no_numpy"] else _pre(entry["numpy"])]
    parts += [f"<h4>{_('Where NumPy differs')}</h4>"] if entry["differences"] else []
    for group in entry["differences"]:
        parts += [f"<p>{html.escape(group['label'])}</p>"]
        for dtypes, session in group["calls"]:
            parts += [f"<p>{inline_html(dtypes)}</p>", _pre(session)]
    parts += [f"<h4>{_('Other versions')}</h4>"] if entry["others"] else []
    for block in entry["others"]:
        parts += _block(block)
    others = "".join(
        f"<li>{line.format(name=f'<code>{name}</code>', summary=inline_html(summary))}</li>"
        for name, summary in entry["see_also"]
    )
    parts += [f"<h4>{_('See also')}</h4>", f"<ul>{others}</ul>", f"<p>{html.escape(entry['checked'])}</p>"]
    return "\n".join(parts)


def _block(block: dict[str, Any]) -> list[str]:
    """The sentences of a block, and the examples that they lead in."""
    message, source = block.get("report") or ("", "")
    said = [_pre(message), f"<p><em>{html.escape(source)}</em></p>"] if message else []
    said += [f"<p>{inline_html(paragraph)}</p>" for paragraph in block["prose"]]
    return [*said, _pre(block["session"])] if block["session"] else said


def _pre(code: str) -> str:
    return f"<pre>{html.escape(code.rstrip(), quote=False)}</pre>"


def _names() -> list[str]:
    return [name for names in index.part("topics").values() for name in names]


def _below(start: str, name: str) -> Entry | Space | None:
    """What stands under ``start + name``: an operation, or a space that has some."""
    if start + name in _names():
        return lookup(start + name)
    return Space(f"{start}{name}.") if any(known.startswith(f"{start}{name}.") for known in _names()) else None


def _parts(start: str) -> list[str]:
    """What can follow ``start``, up to the next dot."""
    return list(dict.fromkeys(name[len(start) :].split(".")[0] for name in _names() if name.startswith(start)))


def _nearest(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, known, n=3)
    return f"; nearest: {', '.join(near)}" if near else f"; there are {len(_names())} operations"
