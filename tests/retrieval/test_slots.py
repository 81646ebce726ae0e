"""What is said of the numbers of a message, tried on messages that torch raises here, in Python and in Chromium."""

import json
import operator
import random
import re

import pytest
import torch
import torch.nn.functional as F

from torchref.content import catalog, translation
from torchref.content.language import LANGUAGES
from torchref.retrieval import slots

RULES = slots.rules(lambda message: message)
ENTRIES = catalog.entries(catalog.read())
NEEDS_A_GPU = "on the same device, but found at least two devices"
COMPARED = re.compile(r"([-\w]+|\[[\d, ]*\]) ([≠<>]) ([-\w]+|\[[\d, ]*\])")
COMPARED_SLOTS = re.compile(r"\[?\{\d+\}\]? [≠<>] \[?\{\d+\}")
RELATIONS = {"≠": operator.ne, "<": operator.lt, ">": operator.gt}


def calls(draw):
    """Calls that fail, of sizes and dtypes that are drawn anew."""
    a, b = draw.sample(range(2, 60), 2)
    c, d = draw.sample(range(2, 9), 2)
    n, dim = draw.randint(2, 6), draw.randint(0, 2)
    one, other = draw.sample([torch.float16, torch.float32, torch.float64, torch.bfloat16], 2)
    x, y = torch.ones(c, a), torch.ones(d, b)
    zeros = torch.zeros
    shape = [2, 2, 2]
    broad = [shape[:], shape[:]]
    broad[0][dim], broad[1][dim] = a, b
    model = torch.nn.Linear(a, c)
    return [
        lambda: x @ y,
        lambda: x @ zeros(b),
        lambda: torch.bmm(zeros(n, c, a), zeros(n, b, c)),
        lambda: zeros(broad[0]) + zeros(broad[1]),
        lambda: zeros(n * a).view(n, b),
        lambda: zeros(n * a + 1).reshape(n, -1),
        lambda: zeros(n * a + 1).reshape(-1, n, 1),
        lambda: zeros(n, a).unflatten(1, (n, b * a)),
        lambda: zeros(a).expand(b),
        lambda: zeros(c, a).expand(a),
        lambda: zeros(n, a)[:, a + c],
        lambda: zeros(n, a)[-n - c],
        lambda: zeros(n, a).gather(1, torch.tensor([[a + d]])),
        lambda: zeros(n, a).select(1, a + c),
        lambda: zeros(shape).sum(3 + c),
        lambda: zeros(shape).sum(-4 - c),
        lambda: torch.cat([zeros(c, a), zeros(d, b)], 1),
        lambda: torch.cat([zeros(c, a), zeros([c] * (c + 1))]),
        lambda: torch.stack([zeros(a), zeros(b)]),
        lambda: zeros(a).split([c, a]),
        lambda: zeros(a).narrow(0, c, a),
        lambda: torch.dot(zeros(a), zeros(b)),
        lambda: F.cross_entropy(zeros(a, c), zeros(b, dtype=torch.long)),
        lambda: F.binary_cross_entropy_with_logits(zeros(a), zeros(b)),
        lambda: F.cross_entropy(zeros(c, n, a), zeros(c, b, dtype=torch.long)),
        lambda: F.conv2d(zeros(1, c, 9, 9), zeros(2, d, 3, 3)),
        lambda: zeros(1, a).add_(zeros(c, a)),
        lambda: model.load_state_dict({"weight": zeros(c, b), "bias": zeros(c)}),
        lambda: F.linear(zeros(2, 3, dtype=one), zeros(2, 3, dtype=other)),
        lambda: torch.mm(zeros(2, 2, dtype=one), zeros(2, 2, dtype=other)),
        lambda: torch.dot(zeros(2, dtype=one), zeros(2, dtype=other)),
        lambda: F.conv1d(zeros(1, 1, 3, dtype=one), zeros(1, 1, 1, dtype=other), zeros(1, dtype=other)),
        lambda: F.binary_cross_entropy(zeros(2), zeros(2, dtype=torch.float64)),
        lambda: torch.bmm(zeros(1, 2, 2), zeros(1, 2, 2).double()),
        lambda: zeros(3).index_put_((torch.tensor([0]),), zeros(1, dtype=torch.int64)),
        lambda: zeros(3) + zeros(3, device="meta"),
    ]


def read(part):
    return int(part) if re.fullmatch(r"-?\d+", part) else part


def raised(seed):
    """The messages of a draw, as the last line of a traceback shows them."""
    found = []
    for call in calls(random.Random(seed)):
        with pytest.raises((RuntimeError, IndexError, ValueError)) as caught:
            call()
        found.append(f"Traceback (most recent call last):\n{caught.type.__name__}: {caught.value}\n")
    return found


MESSAGES = [message for seed in range(6) for message in raised(seed)]


def test_each_message_that_torch_raises_is_compared_and_the_comparison_is_true():
    for message in MESSAGES:
        said = slots.say(RULES, message)
        assert said, message
        assert not re.search(r"\{\d+\}", said), said
        compared = COMPARED.findall(said)
        assert all(RELATIONS[relation](read(one), read(other)) for one, relation, other in compared), said
        assert compared or "not divisible" in said
        assert {*re.findall(r"\d+", said)} & {*re.findall(r"\d+", message)} or "float" in said or "cpu" in said, said


def test_each_rule_is_met_by_a_message_that_torch_raises():
    met = {said for said in (slots.say([rule], message) and rule[0] for rule in RULES for message in MESSAGES) if said}
    assert [pattern for pattern, *_ in RULES if pattern not in met and NEEDS_A_GPU not in pattern] == []


@pytest.mark.parametrize(
    "message",
    [
        "mat1 and mat2 shapes cannot be multiplied (2x784 and 784x10)",
        "The size of tensor a (3) must match the size of tensor b (1) at non-singleton dimension 1",
        "shape '[2, 3]' is invalid for input of size 6",
        "shape '[0, -1]' is invalid for input of size 6",
        "shape '[2, -1]' is invalid for input of size 6",
        "index 2 is out of bounds for dimension 0 with size 3",
        "index -1 is out of bounds for dimension 1 with size 3",
        "index 0 is out of bounds for dimension 0 with size 0",
        "Dimension out of range (expected to be in range of [-2, 1], but got 1)",
        "mat1 and mat2 must have the same dtype, but got Float and Float",
        "Tensor on device cpu is not on the expected device cpu!",
        "The expanded size of the tensor (6) must match the existing size (1) at non-singleton dimension 0.",
        "start (0) + length (5) exceeds dimension size (5).",
        "nothing of the kind",
    ],
)
def test_nothing_is_said_that_the_numbers_contradict(message):
    assert slots.say(RULES, message) == ""


def test_of_several_messages_the_last_counts_and_only_for_an_error_of_its_kind():
    text = "\n".join(f"mat1 and mat2 shapes cannot be multiplied ({n}x784 and 512x10)" for n in (1, 2))
    assert slots.say(RULES, text) == "mat1 is 2×784 and mat2 is 512×10: 784 ≠ 512"
    assert slots.say(RULES, text, "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")
    assert slots.say(RULES, text, "shape '[4, -1]' is invalid for input of size 6") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_the_same_numbers_in_both_languages(language):
    for english, own in zip(RULES, slots.rules(translation.load(language)), strict=True):
        assert own[:3] == english[:3]
        assert {*re.findall(r"\{\d+\}", own[3])} == {*re.findall(r"\{\d+\}", english[3])}
        assert COMPARED_SLOTS.findall(own[3]) == COMPARED_SLOTS.findall(english[3])


@pytest.mark.browser
def test_the_script_of_the_site_says_the_same(browser):
    """The huge product is one that a float would round."""
    from docs.pages import search
    from torchref.retrieval.messages import VARIES

    shown = [example.message for entry in ENTRIES.values() for example in entry.examples if example.message]
    huge = "shape '[94906267, 94906267]' is invalid for input of size 9007199515875288"
    pasted = [*MESSAGES, *shown, huge]
    page = browser.new_page()
    page.add_script_tag(path=search.SLOTS)
    found = page.evaluate(
        """([rules, dtypes, varies, texts]) => {
            const slots = window.torchrefSlots(JSON.parse(rules), dtypes, varies);
            return texts.map((text) => slots.say(text, text));
        }""",
        [json.dumps(RULES), slots.DTYPES, VARIES, pasted],
    )
    page.close()
    assert found == [slots.say(RULES, text, text) for text in pasted]
    assert sum(map(bool, found)) > len(MESSAGES)


@pytest.mark.browser
def test_the_readers_own_line_is_found_and_what_differs_in_it(browser):
    from docs.pages import search
    from torchref.retrieval.messages import VARIES

    shown = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"
    own = shown.replace("(2x3 and 2x3)", "(32x3 and 512x10)")
    page = browser.new_page()
    page.add_script_tag(path=search.SLOTS)
    ask = """([varies, text, shown]) => {
        const slots = window.torchrefSlots([], {}, varies), line = slots.line(text, shown);
        return [line, line && slots.pieces(line, shown).filter(([, differs]) => differs).map(([piece]) => piece)];
    }"""
    text = f'  File "a.py", line 3\n    y = f(x)\n[rank0]: {own}\nepoch 3'
    assert page.evaluate(ask, [VARIES, text, shown]) == [own, ["32", "512", "10"]]
    assert page.evaluate(ask, [VARIES, "shapes cannot be multiplied", shown]) == ["", ""]
    dtype = "RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float"
    assert page.evaluate(ask, [VARIES, dtype.replace("Double", "Half"), dtype])[1] == ["Half"]
    page.close()
