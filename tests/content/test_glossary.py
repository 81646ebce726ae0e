"""The Chinese keeps to the glossary: what it says is never written is in no message, but for what people type."""

import re

import pytest

from docs.pages import glossary
from torchref.content import catalog, translation

ASKED = {"; ".join(entry.asked) for topic in catalog.read() for entry in topic.entries}
CODE = re.compile(r"``.*?``|:\w+:`.*?`|`[^`]*`|\{\w+\}")
TERMS = glossary.terms()
NEVER = {pattern: term.chinese for term in TERMS for pattern in term.never}
HERE = "这里"
"""“Here”: beside NumPy it may be torch or the example, so the message names which."""


def offenders(message):
    """What a Chinese message writes that is never written: (what was found, what to write instead)."""
    prose = CODE.sub(" ", message)
    for pattern, instead in NEVER.items():
        for found in re.finditer(pattern, prose):
            yield found[0], instead
    if HERE in prose and "NumPy" in message:
        yield HERE, "torch"


@pytest.mark.parametrize("name", ["site", "program", "gallery", *catalog.TOPICS])
def test_catalog_keeps_to_the_glossary(name):
    (path,) = [path for path in translation.files("zh") if path.stem == name]
    found = [
        f"{name}.po: {said[:60]!r}: {what!r}, write {instead!r}"
        for message, said in translation.read(path).items()
        if message not in ASKED
        for what, instead in offenders(said)
    ]
    assert not found, "\n".join(found)


def test_no_term_is_given_twice_and_none_is_without_chinese():
    english = [term.english for term in TERMS]
    assert len(english) == len(set(english)) > 40
    for term in TERMS:
        assert term.english.strip() and term.chinese.strip(), term
        assert not list(offenders(term.chinese)), f"{term.english}: the glossary forbids its own {term.chinese!r}"


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("每一类的分数越大越好。", ["分数"]),
        ("分数次幂的结果是 nan。", []),
        ("批大小是 32。", ["批大小"]),
        ("先载入权重，下标从 0 开始。", ["载入", "下标"]),
        ("``下标`` 是代码，:func:`load` 加载权重。", []),
        ("它是一个 Python 数。", ["Python 数"]),
        ("Python 数组不是张量。", []),
        ("朝 0 截断，梯度不流动。", ["朝 0", "流动"]),
        ("同一批数排成两行，角度从 0 到 2 pi。", ["同一批数", "2 pi"]),
        ("来回摆动，占比很小。", ["来回摆动", "占比"]),
        ("叶子张量要求梯度，同一个存储。", ["要求梯度", "一个存储"]),
        ("NumPy 默认反转所有维度，这里必须写明。", ["这里"]),
        ("这里得到的是视图。", []),
    ],
)
def test_what_is_never_written_is_found_in_prose_alone(message, found):
    assert sorted(what for what, _ in offenders(message)) == sorted(found)
