"""What the two READMEs print was run, to the character; what they say of the checks and of numbers holds.

They, CONTRIBUTING and CHANGELOG have the same headings, lists and code in both languages.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.retrieval import judge
from torchref.content import catalog
from torchref.content.language import LANGUAGES

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]
TWINS = [READMES, ["CONTRIBUTING.md", "CONTRIBUTING.zh-CN.md"], ["CHANGELOG.md", "CHANGELOG.zh-CN.md"]]


@pytest.mark.parametrize("name", READMES)
def test_commands_print_what_stands_there(name, tmp_path):
    """Those of ``torchref``, without a site to point to; the one that needs a ``train.py`` shows no output."""
    (block,) = re.findall(r"```console\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    steps = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    assert len(steps) == 4
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TORCHREF_SITE": str(tmp_path)}
    for step in steps:
        command, _, printed = step.partition("\n")
        if "train.py" in command:
            assert not printed
            continue
        run = command.replace("torchref ", f"{shlex.quote(sys.executable)} -m torchref ", 1)
        finished = subprocess.run(
            ["bash", "-c", run], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
        )
        assert finished.stdout == printed, command


@pytest.mark.parametrize("name", READMES)
def test_examples_print_what_stands_there(name, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
        result = doctest.DocTestRunner(verbose=False).run(test)
        assert result.attempted and not result.failed


def numbers(pattern):
    """The numbers that a pattern finds in each README, which have to be the same ones."""
    found = [re.search(pattern, (ROOT / name).read_text(encoding="utf-8"), re.DOTALL) for name in READMES]
    assert all(found) and len({one.groups() for one in found}) == 1, f"{pattern} in the READMEs: {found}"
    return [int(number) for number in found[0].groups()]


def test_the_share_of_outputs_that_come_out_is_the_one_counted():
    run = [sys.executable, "-W", "ignore", "-m", "tests.docstrings"]
    counted = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=120)
    share = int(re.search(r"come out: (\d+)%", counted.stdout)[1])
    (said,) = numbers(r"(\d+)%")
    assert abs(said - share) <= 1, counted.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rates_of_the_search_are_reached(language):
    first, third = numbers(r"(?:for|至少) (\d+)[^\d]*?(?:three for|，) ?(\d+)")
    right, among, asked = judge.rates(judge.judge(judge.QUESTIONS / f"{language}_unseen.tsv"))["all"]
    assert asked == 100 and right >= first and among >= third


def test_few_error_messages_are_shortened_and_most_operations_show_one():
    entries = catalog.entries(catalog.read()).values()
    raising = [example for entry in entries for example in entry.examples if example.message]
    shortened = [example for entry in entries for example in entry.examples if "+ELLIPSIS" in example.source]
    assert len(shortened) < len(raising) / 10 and all(example.message for example in shortened)
    assert sum(any(example.message for example in entry.examples) for entry in entries) > len(entries) / 2


def sections(text):
    """Each section of a text in Markdown, what stands above the first heading included: (heading, blocks, the rest)."""
    blocks = re.findall(r"^```.*?^```$", text, re.DOTALL | re.MULTILINE)
    for number, block in enumerate(blocks):
        text = text.replace(block, f"\0{number}\0", 1)
    for part in re.split(r"^(?=#+ )", text, flags=re.MULTILINE):
        yield part.partition("\n")[0], [blocks[int(number)] for number in re.findall(r"\0(\d+)\0", part)], part


def shape(text):
    """The level of each heading, with the numbered steps, the list items and the kinds of code blocks below it."""
    return [
        (
            re.match("#*", heading)[0],
            re.findall(r"^\*\*(\d+)\.", rest, re.MULTILINE),
            len(re.findall(r"^ *[-*] ", rest, re.MULTILINE)),
            [block.partition("\n")[0] for block in blocks],
        )
        for heading, blocks, rest in sections(text)
    ]


def code(text):
    """Each section's code: its blocks to the character, and what stands in back-ticks within its sentences."""
    return [
        (
            blocks,
            {" ".join(span.split()) for _, span in re.findall(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", rest, re.DOTALL)},
        )
        for _, blocks, rest in sections(text)
    ]


@pytest.fixture(params=TWINS, ids=lambda names: names[0])
def twins(request):
    return [(ROOT / name).read_text(encoding="utf-8") for name in request.param]


def test_twins_have_the_same_headings_steps_and_items(twins):
    english, chinese = map(shape, twins)
    assert english == chinese


@pytest.mark.parametrize("names", TWINS[1:], ids=lambda names: names[0])
def test_twins_have_the_same_code(names):
    """The READMEs apart, which show a command in the language of the reader."""
    english, chinese = (code((ROOT / name).read_text(encoding="utf-8")) for name in names)
    assert english == chinese


@pytest.mark.parametrize("names", TWINS, ids=lambda names: names[0])
def test_twins_lead_to_each_other(names):
    for name, other in (names, names[::-1]):
        top = (ROOT / name).read_text(encoding="utf-8").partition("\n## ")[0]
        assert f"]({other})" in top, f"{name} has no link to {other} above its first section"


def test_each_readme_leads_to_the_texts_of_its_language():
    for readme, *others in zip(*TWINS, strict=True):
        text = (ROOT / readme).read_text(encoding="utf-8")
        assert all(f"]({other})" in text for other in others), f"{readme} leads not to {others}"


MARKDOWN = "# A\n\n- one `a b`\n- two\n\n## B\n\n**1. Do.** It:\n\n```sh\n# run\nmake test\n```\n"


@pytest.mark.parametrize(
    ("before", "after", "shape_differs", "code_differs"),
    [
        ("one `a b`", "eins `a\n  b`", False, False),
        ("`a b`", "a b", False, True),
        ("make test", "make tests", False, True),
        ("- two\n", "", True, False),
        ("## B", "### B", True, False),
        ("## B\n", "", True, True),
        ("**1. ", "**2. ", True, False),
        ("```sh\n# run\nmake test\n```\n", "", True, True),
    ],
)
def test_what_twins_lack_is_seen(before, after, shape_differs, code_differs):
    other = MARKDOWN.replace(before, after)
    assert other != MARKDOWN
    assert (shape(other) != shape(MARKDOWN), code(other) != code(MARKDOWN)) == (shape_differs, code_differs)
