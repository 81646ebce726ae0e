"""PyTorch tensor operations, shown by examples that run, said again in NumPy, in English and Chinese.

``lookup("squeeze")`` returns an entry, ``search("swap two dimensions")`` the entries that answer a question,
``explain(torch.permute, x, (2, 0, 1))`` says what a call did to your own tensors, ``explaining()`` does so for each
line of a block. Importing the package imports neither torch nor NumPy.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing would cost as much as all the rest of a terminal's answer
if TYPE_CHECKING:
    from typing import Any

    from torchref.faces.notebook import lookup, search
    from torchref.tracing import draw
    from torchref.tracing.explanation import explain, explaining

__all__ = ["draw", "explain", "explaining", "lookup", "search"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in ("lookup", "search"):
        from torchref.faces import notebook as home
    elif name in ("draw", "explain", "explaining"):
        try:
            if name == "draw":
                from torchref.tracing import draw

                return draw
            from torchref.tracing import explanation as home  # type: ignore[no-redef]
        except ModuleNotFoundError as error:
            raise ImportError(f"torchref.{name} needs torch and NumPy: {error}") from None
    else:
        raise AttributeError(f"module 'torchref' has no attribute {name!r}")
    return getattr(home, name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
