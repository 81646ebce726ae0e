"""``explain`` and ``explaining``: run a call, or a block of calls, and say what it did to its tensors.

A call is run once, as it stands. Before and after it only what describes its tensors is read (shape, strides, storage,
version counter ...); sentences are made of that when they are asked for.
"""

import ast
import functools
import html
import linecache
import re
import sys
import textwrap
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from torchref.content.language import chosen
from torchref.retrieval import index
from torchref.tracing import drawing, fixes, wording
from torchref.tracing.picture import Picture
from torchref.tracing.recording import Recording

_BETWEEN_CHINESE = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
"""The space before a name in words that was filled into a Chinese sentence: 与 参数 1 共享."""


class _Told:
    """What has a ``text`` prints as it, and shows it in a notebook."""

    def text(self, lang: str | None = None) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text())}</pre>"


class Explanation(_Told, Recording):
    """What one call did; made by :func:`explain` and :class:`explaining`.

    It keeps the tensors of the call alive for as long as it lives.

    Attributes:
        result: what the call returned; None when it failed.
        error: the exception when it failed, else None.
    """

    def text(self, lang: str | None = None) -> str:
        """Return the explanation in words.

        Args:
            lang: ``"en"`` or ``"zh"``; the language of the environment when left out.

        Raises:
            LookupError: there is no such language.
        """
        lang, _ = _words(lang)
        lines = [*wording.headline(self, _), *wording.rows(self, _)]
        if self.error is None:
            lines += [*wording.memory(self, _), *wording.in_place(self, _), *wording.gradient(self, _)]
            lines += wording.see(self.operation, lang, _)
        else:
            lines += [*wording.in_place(self, _), *fixes.fix(self, lang, _)]
        return _BETWEEN_CHINESE.sub("", "\n  ".join(lines))

    def draw(self, names: Mapping[str, str] | None = None) -> Picture:
        """Draw which elements each element of the result comes from; of a view, where they lie in the storage.

        Where they come from is found by calling the function again with other values, as often as the tensors have
        elements; ``backward`` shows its graph. The tensors are drawn as they were when the call was made.

        Args:
            names: name of a tensor in the explanation -> its name in the picture: ``{"self": "x", "result": "y"}``.

        Returns:
            The picture: it shows itself in a notebook, and its ``save`` writes an SVG file.

        Raises:
            ValueError: there is no picture, such as of tensors with more than 24 elements or 3 dimensions, of a call
                whose result is random, or of a function that is not torch's; says what is missing.
        """
        return drawing.draw(self, names or {})


def explain(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Explanation:
    """Run ``function(*args, **kwargs)`` once and say what happened to its tensors.

    Tensors and NumPy arrays are found among the arguments, in lists, tuples and dicts in them, in the object that a
    method belongs to, in a module or optimizer, and by the names that a lambda or function of yours uses. Writes are
    known by the version counters of tensors: a write past them (``.data``, NumPy, a ``.grad``) is not seen.

    Args:
        function: any callable: ``torch.permute``, ``x.t``, ``torch.Tensor.add_``, a layer, a lambda.
        args: its positional arguments.
        kwargs: its keyword arguments.

    Returns:
        The explanation; ``.result`` is what the call returned, ``.error`` the exception it raised.
    """
    made = Explanation(function, args, kwargs)
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        made.finish(error=error.with_traceback(error.__traceback__ and error.__traceback__.tb_next))
    else:
        made.finish(result)
    return made


class Line(_Told):
    """The calls of one line of a block.

    Attributes:
        number: the line in its file, or None where it is not known.
        source: the text of the statement, or ``""`` where it cannot be read.
        calls: what each call of torch did, in order.
    """

    def __init__(self, number: int | None, source: str) -> None:
        self.number = number
        self.source = source
        self.calls: list[Explanation] = []

    def text(self, lang: str | None = None) -> str:
        """Return the explanation of the line in words; calls that read alike stand there once.

        Args:
            lang: ``"en"`` or ``"zh"``; the language of the environment when left out.

        Raises:
            LookupError: there is no such language.
        """
        lang, _ = _words(lang)
        source = self.source or ", ".join(dict.fromkeys(call.title for call in self.calls))
        head = source if self.number is None else _("line {number}: {source}").format(number=self.number, source=source)
        counts: dict[str, int] = {}
        for call in self.calls:
            said = call.text(lang)
            counts[said] = counts.get(said, 0) + 1
        lines = [head]
        for said, count in counts.items():
            lines += said.splitlines()
            if count > 1:
                lines.append("  " + _("{count} calls like this").format(count=count))
        return "\n  ".join(lines)


class explaining(TorchFunctionMode):
    """Explain each line of a block: ``with torchref.explaining():``.

    On leaving the block, by an exception too, the explanations are printed, and the list that ``as lines`` names is
    filled: one :class:`Line` for each line that called torch, in the order of their first calls. A call inside a
    function or a layer belongs to the line of the block that called it. Reading ``shape``, ``dtype`` and the like, and
    printing, are left out.

    A function that ``torch.compile`` compiled runs uncompiled in the block, so that its calls are explained one by
    one; after the block it runs compiled again. Where the block is the first in the process to compile anything, what
    it compiles stays compiled and is not looked into: any calls listed for it are those of the compiled code.

    What torch's override protocol does not show is not seen: ``torch.from_numpy``, ``torch.as_tensor``,
    ``torch.Tensor(...)``, ``torch.manual_seed``, ``torch.broadcast_shapes``, NumPy's functions, other threads, the
    inside of what ``torch.jit`` made. The tensors of the block are kept alive until the list is gone.

    Results are those without the block, with one exception: torch switches off the fast path of
    ``torch.nn.TransformerEncoder``, so that padded positions come out with other values.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._seen: list[tuple[int | None, Explanation]] = []
        self._frame: Any = None
        self._uncompiled: Any = None

    def __enter__(self) -> list[Line]:
        if torch.compiler.is_compiling():
            raise RuntimeError("explaining() does not work inside a compiled function: put the block around its call")
        if self._frame is not None:
            raise RuntimeError("this explaining() is in use; call explaining() again for an inner block")
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_globals.get("__name__") == "contextlib":
            frame = frame.f_back
        self._frame = frame
        self._lines, self._seen = [], []
        if "torch._dynamo" in sys.modules and not torch._C._dynamo.eval_frame.get_eval_frame_callback():
            self._uncompiled = torch.compiler.set_stance("force_eager")
        super().__enter__()
        return self._lines

    def __exit__(self, *raised: Any) -> None:
        super().__exit__(*raised)
        if self._uncompiled is not None:
            self._uncompiled.__exit__(*raised)
            self._uncompiled = None
        if raised[2] is not None:
            _without_own_frames(raised[2])
        frame, self._frame = self._frame, None
        statement = functools.cache(_statements(frame))
        lines: dict[int | None, Line] = {}
        for number, call in self._seen:
            start, source = statement(number)
            lines.setdefault(start, Line(start, source)).calls.append(call)
        self._lines += lines.values()
        for line in self._lines:
            print(line)

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        if torch.compiler.is_compiling() or _is_reading(func):
            return func(*args, **kwargs)
        made = Explanation(func, args, kwargs)
        try:
            result = func(*args, **kwargs)
        except Exception as error:
            made.finish(error=error)
            self._note(made)
            raise
        made.finish(result)
        self._note(made)
        return result

    def _note(self, made: Explanation) -> None:
        if made.has_tensors or made.error is not None:
            frame: Any = sys._getframe()
            while frame is not None and frame is not self._frame:
                frame = frame.f_back
            self._seen.append((frame.f_lineno if frame is not None else None, made))


def _without_own_frames(raised: TracebackType) -> None:
    """Take the frames of ``__torch_function__`` out of a traceback, so that it ends where the caller's code does."""
    entry: TracebackType | None = raised
    while entry is not None:
        while entry.tb_next is not None and entry.tb_next.tb_frame.f_code is explaining.__torch_function__.__code__:
            entry.tb_next = entry.tb_next.tb_next
        entry = entry.tb_next


_VIEWS = frozenset(["T", "mT", "H", "mH", "real", "imag", "data"])
"""Attributes of a tensor that are tensors of its memory."""
_READINGS = frozenset([
    "__dir__", "__format__", "__hash__", "__len__", "__repr__", "__str__", "_is_view", "data_ptr", "dense_dim", "dim",
    "dim_order", "element_size", "get_device", "has_names", "is_complex", "is_conj", "is_contiguous", "is_distributed",
    "is_floating_point", "is_inference", "is_neg", "is_pinned", "is_same_size", "is_shared", "is_signed", "ndimension",
    "nelement", "numel", "retain_grad", "size", "sparse_dim", "storage_offset", "storage_type", "stride",
    "untyped_storage",
])  # fmt: skip
"""Functions that only read what a tensor is: :class:`explaining` passes over them."""


def _is_reading(func: Callable[..., Any]) -> bool:
    name = getattr(func, "__name__", "")
    if name == "__get__":
        return getattr(getattr(func, "__self__", None), "__name__", "") not in _VIEWS
    return name in _READINGS


def _words(lang: str | None) -> tuple[str, Callable[[str], str]]:
    lang = chosen(lang)
    return lang, index.words(lang)


def _statements(frame: Any) -> Callable[[int | None], tuple[int | None, str]]:
    """Return the function from a line of the frame's file to the statement there: its first line and its text."""
    file = frame.f_code.co_filename
    linecache.checkcache(file)
    lines = linecache.getlines(file, frame.f_globals)
    try:
        nodes = [node for node in ast.walk(ast.parse("".join(lines))) if isinstance(node, ast.stmt)]
    except SyntaxError:
        nodes = []

    def statement(number: int | None) -> tuple[int | None, str]:
        if number is None or number > len(lines):
            return number, ""
        around = [node for node in nodes if node.lineno <= number <= (node.end_lineno or node.lineno)]
        start = end = number
        if around:
            node = max(around, key=lambda node: (node.lineno, node.col_offset))
            body = getattr(node, "body", None)
            start = node.lineno
            end = max(start, body[0].lineno - 1) if body else node.end_lineno or start
            if not start <= number <= end:
                start = end = number
        return start, textwrap.dedent("".join(lines[start - 1 : end])).strip()

    return statement
