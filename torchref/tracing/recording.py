"""What a call did, as data: its tensors before and after, what was written to, which memory is shared, gradients."""

import functools
import traceback
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
import torch

from torchref.tracing import states
from torchref.tracing.arguments import Call, Place, freeze
from torchref.tracing.drawing import copied


class Argument(NamedTuple):
    """A tensor or array that was there before the call, as it was then and right after the call.

    ``direct``: it is one of the arguments or in a list of them, not in a module or a name that a lambda uses.
    """

    name: str
    value: Any
    direct: bool
    before: states.State
    after: states.State


class Result(NamedTuple):
    """A tensor or array that came back. ``same``: the names of the arguments that it is, the same object."""

    name: str
    value: Any
    state: states.State
    same: list[str]


class Recording:
    """One call: made before it runs, and finished with what it returned or raised.

    It keeps the tensors of the call alive for as long as it lives.

    Attributes:
        result: what the call returned; None when it failed.
        error: the exception when it failed, else None.
        inference: whether the call ran in inference mode.
        grad_mode: whether gradients were switched on.
        leaves: of a call of ``backward``, the leaves of the graph that are not among the arguments.
        given_copies: of each tensor among the arguments a copy made before the call, if it is small.
        result_copies: of each tensor that came back a copy made right after the call, if it is small.
        frozen_result: what the call returned, with slots in place of tensors.
    """

    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.result: Any = None
        self.error: Exception | None = None
        with torch._C.DisableTorchFunction():
            self._call = Call(function, args, kwargs)
            self._before = [states.read(place.value) for place in self._call.places]
            self._after = self._before
            self.leaves = _leaves(self._call.places) if self._call.is_backward else []
            self.given_copies = [copied(place.value) for place in self._call.places if place.direct]
            self._grads = [_grad(tensor) for tensor in self._tensors()]
            self._grad_words: list[str] = []
            self.grad_mode = torch.is_grad_enabled()
            self.inference = torch.is_inference_mode_enabled()
            self._returned: list[Place] = []
            self._made: list[states.State] = []
            self.result_copies: list[torch.Tensor | None] = []
            self.frozen_result: Any = None

    def finish(self, result: Any = None, error: Exception | None = None) -> None:
        """Read the tensors again, and those of the result.

        Args:
            result: what the call returned.
            error: the exception that it raised instead.
        """
        self.result, self.error = result, error
        with torch._C.DisableTorchFunction():
            self._after = [states.read(place.value) for place in self._call.places]
            self._grad_words = [
                _difference(_grad(one), old) for one, old in zip(self._tensors(), self._grads, strict=True)
            ]
            self._grads.clear()
            self.frozen_result = freeze(self.result, "result", "", self._returned)
            self._made = [states.read(place.value) for place in self._returned]
            self.result_copies = [copied(place.value) for place in self._returned]

    @property
    def kind(self) -> str:
        """``view`` (memory of an argument), ``new`` (shares none), ``self`` (an argument itself), ``value`` (no
        tensor), ``none``, ``error``, or ``unknown``; ``mixed`` for several tensors that differ in this."""
        if self.error is not None:
            return "error"
        if not self._returned:
            return "none" if self.result is None else "value"
        found = set(self.kinds.values())
        return found.pop() if len(found) == 1 else "mixed"

    @functools.cached_property
    def kinds(self) -> dict[str, str]:
        """Name of each tensor of the result -> its ``kind``."""
        return {one.name: self._kind(one) for one in self.results}

    @functools.cached_property
    def shares(self) -> dict[str, int | None]:
        """Argument that the result shares memory with -> how many numbers of the result lie there.

        0: one storage and no number in common; None: not worked out. Numbers of several results are added up.
        """
        found: dict[str, int | None] = {}
        for one in self.arguments:
            counts = [
                states.common(made, one.after)
                for made in self._made
                if states.same_memory(made, one.after) and states.has_memory(made)
            ]
            if counts:
                found[one.name] = None if None in counts else sum(count or 0 for count in counts)
        return found

    @functools.cached_property
    def written(self) -> list[str]:
        """The arguments whose version counter moved.

        One counter counts for all tensors of a storage; where torch's schema of the operation says which of them it
        writes to, only that one is listed.
        """
        moved = [
            one.name
            for one in self.arguments
            if one.before.version is not None and one.before.version != one.after.version
        ]
        named = [name for name in moved if name in self._call.writes]
        return named or moved

    @functools.cached_property
    def unwatched(self) -> dict[str, str]:
        """The arguments of which it is unknown whether they were written to -> why.

        ``array``: NumPy arrays count no writes; ``inference``: nor do tensors made in inference mode; ``statistics``:
        torch writes the running statistics of a normalisation without counting it; ``trained``: it does so here, since
        the call is one of training.
        """
        found = {}
        training = self._call.training if self.error is None else None
        for name, value, _, before, _ in self.arguments:
            if isinstance(value, np.ndarray):
                found[name] = "array"
            elif name.endswith(("running_mean", "running_var")) and name not in self.written:
                if training is not False:
                    found[name] = "trained" if training else "statistics"
            elif before.version is None:
                found[name] = "inference"
        return found

    @functools.cached_property
    def grads(self) -> dict[str, str]:
        """The tensors whose ``.grad`` is another one after the call -> ``filled`` (it was None), ``removed`` (it is
        None now) or ``changed``. For ``backward`` these are the leaves of the graph, whether or not they are arguments.
        """
        leaves = [f"leaf {number} {tuple(leaf.shape)}" for number, leaf in enumerate(self.leaves, 1)]
        return {name: word for name, word in zip([*self._call.names, *leaves], self._grad_words, strict=True) if word}

    @property
    def gradient(self) -> str | None:
        """``flows`` (a result, or what was written to, has a grad_fn), ``leaf`` (one is a leaf that requires grad),
        ``cut`` (an argument requires grad, and none of them does) or ``none``; None when the call failed."""
        if self.error is not None:
            return None
        if any(state.grad_fn for state in self.outputs):
            return "flows"
        if any(state.requires_grad for state in self.outputs):
            return "leaf"
        asked = any(state.requires_grad for state in self._before)
        return "cut" if asked and (self.outputs or self.kind == "value") else "none"

    @property
    def before(self) -> dict[str, states.State]:
        """Each tensor or array among the arguments, by name, as it was before the call."""
        return {one.name: one.before for one in self.arguments}

    @property
    def after(self) -> dict[str, states.State]:
        """The same ones right after the call, and those of the result."""
        return {one.name: one.after for one in self.arguments} | {one.name: one.state for one in self.results}

    @property
    def title(self) -> str:
        """The function, as torch's reference writes it."""
        return self._call.title

    @property
    def call(self) -> str:
        """The call as text: tensors bear the names of their parameters."""
        return self._call.text

    def called(self, names: Mapping[str, str]) -> str:
        """Return the call as text, with other names for some of its tensors."""
        return self._call.renamed(names).text

    @functools.cached_property
    def arguments(self) -> list[Argument]:
        """The tensors and arrays that were there before the call."""
        return [
            Argument(name, place.value, place.direct, before, after)
            for name, place, before, after in zip(
                self._call.names, self._call.places, self._before, self._after, strict=True
            )
        ]

    @functools.cached_property
    def results(self) -> list[Result]:
        """The tensors and arrays that came back."""
        found = []
        for place, state in zip(self._returned, self._made, strict=True):
            same = [one.name for one in self.arguments if one.value is place.value]
            found.append(Result(f"result{place.path}", place.value, state, same))
        return found

    @property
    def has_tensors(self) -> bool:
        """Whether there is a tensor or an array among the arguments or the results."""
        return bool(self._call.places or self._returned)

    @property
    def shown(self) -> str:
        """The result as text where it holds no tensor, else ``""``."""
        return "" if self._returned else self._call.show(self.frozen_result)

    @property
    def message(self) -> str:
        """The error as Python prints it, else ``""``."""
        return "".join(traceback.format_exception_only(self.error)).strip() if self.error is not None else ""

    @property
    def outputs(self) -> list[states.State]:
        """The tensors that a gradient may flow through: the results, and what was written to."""
        return [*self._made, *(one.after for one in self.arguments if one.name in self.written)]

    @functools.cached_property
    def changed(self) -> list[str]:
        """The arguments that have another shape, dtype, storage ... after the call."""
        return [
            one.name
            for one in self.arguments
            if one.before[:7] != one.after[:7] or one.before.storage != one.after.storage
        ]

    @property
    def one_counter(self) -> bool:
        """Whether one counter counts for several that were written to, so that not each of them need have been."""
        if len(self.written) < 2 or self._call.writes:
            return False
        storages = [self.after[name].storage for name in self.written]
        return len(set(storages)) < len(storages)

    @property
    def operation(self) -> list[str]:
        """Names under which the operation may be documented."""
        return self._call.operation

    @property
    def parts(self) -> tuple[Callable[..., Any], list[Any], dict[str, Any]]:
        """The function and its arguments, with slots in place of tensors; that of a method is the first of them."""
        return self._call.parts

    @property
    def is_backward(self) -> bool:
        """Whether it is a call of ``backward``."""
        return self._call.is_backward

    def sources(self, results: list[Result]) -> list[str]:
        """Return the names of the arguments whose memory these results have, or which they are."""
        found = [
            one.name
            for result in results
            for one in self.arguments
            if one.name in result.same or (not result.same and states.same_memory(result.state, one.after) is True)
        ]
        return list(dict.fromkeys(found))

    def _tensors(self) -> list[Any]:
        return [*(place.value for place in self._call.places), *self.leaves]

    def _kind(self, result: Result) -> str:
        if result.same:
            return "self"
        shared = {states.same_memory(result.state, one.after) for one in self.arguments}
        return "view" if True in shared else "unknown" if None in shared else "new"


def _grad(value: Any) -> tuple[torch.Tensor, int] | None:
    """The ``.grad`` of a tensor with its version, or None."""
    if not isinstance(value, torch.Tensor) or not (value.is_leaf or value.retains_grad):
        return None
    grad = value.grad
    return None if grad is None else (grad, 0 if grad.is_inference() else grad._version)


def _difference(after: tuple[torch.Tensor, int] | None, before: tuple[torch.Tensor, int] | None) -> str:
    if before is None or after is None:
        return "filled" if after else "removed" if before else ""
    return "" if after[0] is before[0] and after[1] == before[1] else "changed"


def _leaves(found: list[Place]) -> list[torch.Tensor]:
    """The leaves of the graph that ``backward`` goes through, but for those found among the arguments."""
    held = {id(place.value) for place in found}
    nodes = [place.value.grad_fn for place in found if isinstance(place.value, torch.Tensor) and place.value.grad_fn]
    seen = set(nodes)
    leaves = []
    while nodes:
        node = nodes.pop()
        leaf = getattr(node, "variable", None) if type(node).__name__ == "AccumulateGrad" else None
        if leaf is not None and id(leaf) not in held:
            held.add(id(leaf))
            leaves.append(leaf)
        following = [one for one, _ in node.next_functions if one is not None and one not in seen]
        seen.update(following)
        nodes += following
    return leaves
