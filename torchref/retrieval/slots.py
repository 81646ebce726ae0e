"""What the numbers of a pasted error message say: one sentence that compares them, for the terminal and for the site.

Each rule is data: a pattern, what is computed from its groups, what has to hold, and the sentence. The site's script
(``docs/sphinx/static/slots.js``) reads the same data. Groups are numbered from 1 on; what is computed gets the next
numbers. A sentence is said only if everything in ``holds`` does, so that the numbers never contradict it.
"""

from __future__ import annotations

import math
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

DTYPES = {
    "Byte": "uint8", "unsigned char": "uint8", "Char": "int8", "Short": "int16", "short": "int16", "Int": "int32",
    "int": "int32", "Long": "int64", "long": "int64", "long int": "int64", "Half": "float16", "BFloat16": "bfloat16",
    "Float": "float32", "float": "float32", "Double": "float64", "double": "float64", "Bool": "bool",
    "ComplexFloat": "complex64", "ComplexDouble": "complex128",
}  # fmt: skip
"""What PyTorch's messages call a dtype -> its name in Python."""

_SIZES = r"\[([\d, ]*)\]"
_DTYPE = f"(?:c10::)?({'|'.join(sorted(map(re.escape, DTYPES), key=len, reverse=True))})"
_DEVICE = r"((?:cpu|cuda|meta|mps|xpu)(?::\d+)?)"


def rules(gettext: Callable[[str], str]) -> list[list[Any]]:
    """Return ``[pattern, computed, holds, sentence]`` for each kind of message; the sentence in a language.

    ``computed`` holds ``[function, group, ...]``, ``holds`` ``[relation, group, other group]``: see :data:`COMPUTED`
    and :data:`RELATIONS`. A group is a number; a text stands for itself.
    """
    _ = gettext
    dtypes = [["dtype", 1], ["dtype", 2]]
    differ = [["differs", 3, 4]]
    return [
        [r"mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)", [], [["differs", 2, 3]],
         _("mat1 is {1}×{2} and mat2 is {3}×{4}: {2} ≠ {3}")],
        [r"size mismatch, got input \(\d+\), mat \((\d+)x(\d+)\), vec \((\d+)\)", [], [["differs", 2, 3]],
         _("The matrix is {1}×{2} and the vector has {3} elements: {2} ≠ {3}")],
        [rf"first two dimensions of batch2 tensor to be: {_SIZES} but got: {_SIZES}", [], [["differs", 1, 2]],
         _("batch2 begins with the sizes [{2}] and needs [{1}]: [{2}] ≠ [{1}]")],
        [r"size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)", [],
         [["differs", 1, 2], ["differs", 1, "1"], ["differs", 2, "1"]],
         _("In dimension {3} the sizes are {1} and {2}: {1} ≠ {2}, and neither is 1")],
        [r"shape '\[([\d, ]+)\]' is invalid for input of size (\d+)", [["product", 1]], [["differs", 3, 2]],
         _("The shape [{1}] holds {3} elements and the tensor has {2}: {3} ≠ {2}")],
        [r"shape '\[((?:\d+, )*)-1((?:, \d+)*)\]' is invalid for input of size (\d+)", [["product", 1, 2]],
         [["indivisible", 3, 4]],
         _("The other sizes multiply to {4}, and the tensor has {3} elements: {3} is not divisible by {4}")],
        [rf"Provided sizes {_SIZES} don't multiply up to the size of dim \d+ \((\d+)\)", [["product", 1]],
         [["differs", 3, 2]],
         _("The sizes [{1}] multiply to {3}, and the dimension has size {2}: {3} ≠ {2}")],
        [r"expanded size of the tensor \((\d+)\) must match the existing size \((\d+)\) at non-singleton dimension "
         r"(\d+)",
         [], [["differs", 1, 2], ["differs", 2, "1"]],
         _("Dimension {3} becomes {1} and has size {2}: {2} ≠ {1}, and only size 1 is expanded")],
        [r"number of sizes provided \((\d+)\) must be greater or equal to the number of dimensions in the tensor "
         r"\((\d+)\)",
         [], [["below", 1, 2]],
         _("Sizes passed: {1}; dimensions of the tensor: {2}; {1} < {2}")],
        [r"index (\d+) is out of bounds for dimension (\d+) with size (\d+)", [["add", 3, "-1"]],
         [["above", 1, 4], ["above", 3, "0"]],
         _("Dimension {2} has size {3}, so its last index is {4}: {1} > {4}")],
        [r"index (-\d+) is out of bounds for dimension (\d+) with size (\d+)", [["negative", 3]], [["below", 1, 4]],
         _("Dimension {2} has size {3}, so its first index is {4}: {1} < {4}")],
        [rf"select\(\): index (\d+) out of range for tensor of size {_SIZES} at dimension (\d+)",
         [["item", 2, 3], ["add", 4, "-1"]], [["above", 1, 5], ["above", 4, "0"]],
         _("Dimension {3} has size {4}, so its last index is {5}: {1} > {5}")],
        [r"Dimension out of range \(expected to be in range of \[(-?\d+), (-?\d+)\], but got (-?\d+)\)", [],
         [["above", 3, 2]],
         _("The dimension passed is {3}, and the last one is {2}: {3} > {2}")],
        [r"Dimension out of range \(expected to be in range of \[(-?\d+), (-?\d+)\], but got (-?\d+)\)", [],
         [["below", 3, 1]],
         _("The dimension passed is {3}, and the first one is {1}: {3} < {1}")],
        [r"must match except in dimension (\d+)\. Expected size (\d+) but got size (\d+) for tensor number (\d+)", [],
         [["differs", 2, 3]],
         _("Tensor {4}, counted from 0, has size {3} in a dimension other than {1} where {2} is expected: {3} ≠ {2}")],
        [r"Tensors must have same number of dimensions: got (\d+) and (\d+)", [], [["differs", 1, 2]],
         _("The tensors have {1} and {2} dimensions: {1} ≠ {2}")],
        [rf"stack expects each tensor to be equal size, but got {_SIZES} at entry (\d+) and {_SIZES} at entry (\d+)",
         [], [["differs", 1, 3]],
         _("Tensor {2} has shape [{1}] and tensor {4} has shape [{3}]: [{1}] ≠ [{3}]")],
        [r"expects split_sizes to sum exactly to (\d+) .*split_sizes=\[([\d, ]*)\]", [["sum", 2]], [["differs", 3, 1]],
         _("The sizes [{2}] add up to {3}, and the dimension has size {1}: {3} ≠ {1}")],
        [r"start \((-?\d+)\) \+ length \((\d+)\) exceeds dimension size \((\d+)\)", [["add", 1, 2]], [["above", 4, 3]],
         _("{1} + {2} = {4}, and the dimension has size {3}: {4} > {3}")],
        [r"expected tensor \[\d+\] and src \[\d+\] to have the same number of elements, but got (\d+) and (\d+) "
         r"elements",
         [], [["differs", 1, 2]],
         _("The vectors have {1} and {2} elements: {1} ≠ {2}")],
        [r"Expected input batch_size \((\d+)\) to match target batch_size \((\d+)\)", [], [["differs", 1, 2]],
         _("The input has {1} samples and the target has {2}: {1} ≠ {2}")],
        [rf"Target size \(torch\.Size\({_SIZES}\)\) must be the same as input size \(torch\.Size\({_SIZES}\)\)", [],
         [["differs", 1, 2]],
         _("The target has shape [{1}] and the input has shape [{2}]: [{1}] ≠ [{2}]")],
        [rf"Expected target size {_SIZES}, got {_SIZES}", [], [["differs", 1, 2]],
         _("The target has shape [{2}] and needs [{1}]: [{2}] ≠ [{1}]")],
        [rf"expected input{_SIZES} to have (\d+) channels, but got (\d+) channels", [], [["differs", 2, 3]],
         _("The input [{1}] has {3} channels and the weight needs {2}: {3} ≠ {2}")],
        [rf"output with shape {_SIZES} doesn't match the broadcast shape {_SIZES}", [], [["differs", 1, 2]],
         _("The tensor written to has shape [{1}] and the result has shape [{2}]: [{1}] ≠ [{2}]")],
        [rf"size mismatch for [\w.]+: copying a param with shape torch\.Size\({_SIZES}\) from checkpoint, "
         rf"the shape in current model is torch\.Size\({_SIZES}\)", [], [["differs", 1, 2]],
         _("The checkpoint has shape [{1}] and the model has shape [{2}]: [{1}] ≠ [{2}]")],
        [rf"have the same dtype, but got:? {_DTYPE} (?:and|!=) {_DTYPE}", dtypes, differ,
         _("The dtypes are {3} and {4}: {3} ≠ {4}")],
        [rf"expected both vectors to have same dtype, but found {_DTYPE} and {_DTYPE}", dtypes, differ,
         _("The dtypes are {3} and {4}: {3} ≠ {4}")],
        [rf"Input type \({_DTYPE}\) and (bias|weight) type \({_DTYPE}\) should be the same",
         [["dtype", 1], ["dtype", 3]], [["differs", 4, 5]],
         _("The input is {4} and the {2} is {5}: {4} ≠ {5}")],
        [rf"[Ff]ound dtype {_DTYPE} but expected {_DTYPE}", dtypes, differ,
         _("The dtype is {3} and needs to be {4}: {3} ≠ {4}")],
        [rf"expected scalar type {_DTYPE} but found {_DTYPE}", dtypes, differ,
         _("The dtype is {4} and needs to be {3}: {4} ≠ {3}")],
        [rf"dtypes match, got {_DTYPE} for the destination and {_DTYPE} for the source", dtypes, differ,
         _("The tensor written to is {3} and the values are {4}: {3} ≠ {4}")],
        [rf"Tensor on device {_DEVICE} is not on the expected device {_DEVICE}", [], [["differs", 1, 2]],
         _("One tensor is on {1} and another on {2}: {1} ≠ {2}")],
        [rf"on the same device, but found at least two devices, {_DEVICE} and {_DEVICE}", [], [["differs", 1, 2]],
         _("One tensor is on {1} and another on {2}: {1} ≠ {2}")],
    ]  # fmt: skip


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"-?\d+", text)]


COMPUTED: dict[str, Callable[..., Any]] = {
    "product": lambda *texts: math.prod(_numbers(",".join(texts))),
    "sum": lambda text: sum(_numbers(text)),
    "add": lambda one, other: int(one) + int(other),
    "negative": lambda one: -int(one),
    "item": lambda sizes, place: dict(enumerate(_numbers(sizes))).get(int(place), 0),
    "dtype": lambda name: DTYPES[name],
}
"""What is computed from groups, by name; ``product`` takes the numbers of lists, ``item`` one of a list."""
RELATIONS: dict[str, Callable[[str, str], bool]] = {
    "differs": lambda one, other: one.strip() != other.strip(),
    "above": lambda one, other: int(one) > int(other),
    "below": lambda one, other: int(one) < int(other),
    "indivisible": lambda one, other: int(other) > 0 and int(one) % int(other) != 0,
}
"""What has to hold between two groups, by name."""


def say(known: list[list[Any]], text: str, shown: str | None = None) -> str:
    """Return the sentence about the numbers of the last message in a text that a rule is for, or "" if there is none.

    Args:
        known: what :func:`rules` returns.
        text: a message with whatever stands around it.
        shown: the message of an entry; then only a rule that is for that message too counts.
    """
    for pattern, computed, holds, sentence in known:
        start = re.match(r"[\w ',]*", pattern)[0][:-1]  # type: ignore[index]  # compiling costs more than looking
        if start not in text:
            continue
        found = list(re.finditer(pattern, text))
        if not found or (shown is not None and not re.search(pattern, shown)):
            continue
        groups = [found[-1][0], *(group or "" for group in found[-1].groups())]
        value = lambda group: groups[group] if isinstance(group, int) else group  # noqa: B023, E731
        for function, *of in computed:
            groups.append(str(COMPUTED[function](*map(value, of))))
        if all(RELATIONS[relation](value(one), value(other)) for relation, one, other in holds):
            return re.sub(r"\{(\d+)\}", lambda place: groups[int(place[1])], sentence)  # noqa: B023
    return ""
