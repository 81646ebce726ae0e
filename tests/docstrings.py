"""How many outputs in PyTorch's own docstrings come out when their examples are run: ``python -m tests.docstrings``.

Each docstring of a public name of ``torch`` and of ``torch.Tensor`` runs by itself, with ``torch`` alone in reach and
with the settings that an earlier one changed put back; runs of white space count as one space.
"""

import contextlib
import doctest
import io
import os
import tempfile
import warnings

import torch


class Counting(doctest.DocTestRunner):
    """Count the outputs that come out."""

    def __init__(self) -> None:
        super().__init__(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
        self.right = 0

    def report_success(self, out, test, example, got):
        self.right += bool(example.want.strip())


def reset() -> None:
    torch.set_default_device(None)
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.set_printoptions(profile="default")
    torch.use_deterministic_algorithms(False)
    torch.manual_seed(0)


def count() -> tuple[int, int]:
    """Return how many outputs come out, and how many there are."""
    docs = {
        getattr(getattr(space, name, None), "__doc__", None) for space in (torch, torch.Tensor) for name in dir(space)
    }
    runner, outputs = Counting(), 0
    for doc in sorted(doc for doc in docs if isinstance(doc, str) and ">>>" in doc):
        reset()
        with contextlib.suppress(ValueError):  # a prompt without a blank after it is no example
            test = doctest.DocTestParser().get_doctest(doc, {"torch": torch}, "docstring", None, 0)
            outputs += sum(bool(example.want.strip()) for example in test.examples)
            with contextlib.redirect_stderr(io.StringIO()):
                runner.run(test, out=lambda _: None)
    return runner.right, outputs


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        right, outputs = count()
    print(f"{right} of {outputs} outputs come out: {right / outputs:.0%}", flush=True)
    os._exit(0)  # whatever the examples have started
