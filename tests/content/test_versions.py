"""What other versions of torch do: the record as it is, what the pages say of it, and how it is found."""

import dataclasses
import json

import pytest

import tests.versions
from tests import claims
from torchref.content import catalog, facts, observe, translation, versions
from torchref.retrieval import index, messages

ENTRIES = catalog.entries(catalog.read())
RECORD = versions.read()
OBSERVED = catalog.read_observed()
DIFFERENT = {name: versions.of(entry, RECORD) for name, entry in ENTRIES.items()}


def english(message):
    return message


def test_the_record_is_of_what_there_is():
    assert versions.dump(RECORD) == versions.VERSIONS.read_text(encoding="utf-8")
    assert set(RECORD) <= set(ENTRIES), "entries that are gone; run make versions"
    for name, found in RECORD.items():
        assert set(found) == {"digest", "versions"}
        assert set(found["versions"]) <= {*tests.versions.OTHERS}, name


def test_each_difference_is_one_of_the_page():
    """It names an example and its output that is another, a sentence that stands, a fact that is another."""
    assert any(DIFFERENT[name] for name in ENTRIES)
    for name, found in DIFFERENT.items():
        entry, observed = ENTRIES[name], OBSERVED["operations"][name]
        shown = {example.source.rstrip("\n"): example for example in entry.examples}
        standing = claims.sentences(catalog.messages(entry))
        for version, differing in found.items():
            where = f"{name}, torch {version}; run make versions"
            assert set(differing) <= {"examples", "sentences", "facts"} and all(differing.values()), where
            for source, output in differing.get("examples", ()):
                assert output.strip() not in (shown[source].want.strip(), shown[source].message), where
            assert set(differing.get("sentences", ())) <= {*standing}, where
            stated = versions.stated(observed)
            assert all(stated.get(key) != value for key, value in differing.get("facts", {}).items()), where


def test_each_difference_is_shown():
    for name, found in DIFFERENT.items():
        shown = versions.blocks(ENTRIES[name], found, english)
        text = "\n".join([*(one for block in shown for one in block["prose"]), *(block["session"] for block in shown)])
        for version, differing in found.items():
            for source, output in differing.get("examples", ()):
                assert source.split("\n")[0] in text and output in text, (name, version)
            assert all(sentence.rstrip(":") in text for sentence in differing.get("sentences", ())), (name, version)
            assert not differing or version in text, (name, version)
        assert bool(shown) is any(found.values()), name


def test_each_sentence_that_does_not_hold_is_one_sentence_in_chinese_too():
    for name, found in DIFFERENT.items():
        for differing in found.values():
            for sentence in differing.get("sentences", ()):
                said = versions.in_language(ENTRIES[name], sentence, translation.load("zh"))
                assert said and len(versions.sentences(said)) == 1, (name, sentence)


def test_a_page_names_the_versions_whose_record_is_of_its_examples():
    entry = ENTRIES["clamp"]
    found = versions.of(entry, RECORD)
    assert versions.in_order(found) == list(found) == list(tests.versions.OTHERS)
    assert versions.line(["2.13.0", *found], english) == "Checked with torch 2.9.1, 2.13.0, 2.14.1."
    changed = dataclasses.replace(entry, blocks=entry.blocks[1:])
    assert versions.of(changed, RECORD) == {}
    assert versions.blocks(changed, {}, english) == []


def test_versions_that_do_the_same_share_a_block():
    found = {"2.14.1": {"examples": [["f()", "1"]]}, "2.9.1": {"examples": [["f()", "1"]]}, "2.13.0": {}}
    (block,) = versions.blocks(ENTRIES["clamp"], found, english)
    assert block == {"prose": ["Output in torch 2.9.1, 2.14.1:"], "session": ">>> f()\n1\n"}


def test_a_fact_is_shown_as_the_page_says_it():
    observed = {"dtypes": ["int64", "float32"], "contiguous": "always"}
    found = {"2.9.1": {"facts": versions.differences(observed, {"dtypes": ["int64"], "contiguous": "always"})}}
    (block,) = versions.blocks(ENTRIES["clamp"], found, english)
    (label, text) = next(said for said in facts.sentences({"dtypes": ["int64"]}, english) if "int64" in said[1])
    assert block == {"prose": [f"In torch 2.9.1: {label}: {text}"], "session": ""}


def raised():
    """``(entry, example, message)`` of each error that another version raises."""
    found_there = []
    for name, found in DIFFERENT.items():
        for version, differing in found.items():
            for source, output in differing.get("examples", ()):
                if versions.is_error(output):
                    example = next(one for one in ENTRIES[name].examples if one.source.rstrip("\n") == source)
                    found_there.append(pytest.param(name, example, output, id=f"{name}, {version}"))
    return found_there


def pairs(message):
    return tuple(messages.pairs(message.partition(": ")[2]))


@pytest.mark.parametrize(("name", "example", "message"), raised())
def test_a_message_of_another_version_finds_an_entry_that_shows_it(name, example, message):
    """The first one; several entries show some messages. Where the page has the error, the place is found too."""
    shown = [(of, one.message) for of, entry in ENTRIES.items() for one in entry.examples if one.message]
    shown += [(case.values[0], case.values[2]) for case in raised()]
    line = example.code.split("\n")[-1]
    pasted = f'Traceback (most recent call last):\n  File "train.py", line 3, in <module>\n    {line}\n{message}\n'
    assert index.search(pasted)[0][0] in {of for of, other in shown if pairs(other) == pairs(message)}
    if example.message:
        block = next(place for place, one in enumerate(ENTRIES[name].blocks) if example in one.examples)
        assert (name, block) in index.errors(pasted)
        assert (name, block) in index.errors(message)


TOPIC = '''"""Shape: a test."""

__all__ = ["squeeze"]


def squeeze(x):
    """Remove it.

    >>> x = torch.ones(1)
    >>> x.squeeze().shape
    torch.Size([1])
    >>> x.squeeze(1)
    Traceback (most recent call last):
    ValueError: no such dimension
    >>> x.squeezed()
    1
    >>> x.squeeze(0) + 1
    tensor(2.)
    """
    return x
'''


def test_what_an_example_prints_instead_is_told(tmp_path):
    (tmp_path / "shape.py").write_text(TOPIC)
    ((entry,),) = [topic.entries for topic in catalog.read(tmp_path, ("shape",))]
    assert tests.versions.examples(entry) == [
        ["x.squeeze().shape", "torch.Size([])"],
        ["x.squeeze(1)", "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)"],
        ["x.squeezed()", "AttributeError: 'Tensor' object has no attribute 'squeezed'"],
    ]
    assert observe.facts(entry, strict=False)["returns"] == ["view"]
    with pytest.raises(catalog.ContentError, match=r"shape\.py:10: squeeze: 'x.squeeze\(\).shape' fails: expected"):
        observe.facts(entry)


CHECKS = '''import os, signal


def test_that_holds():
    """It holds."""


def test_that_fails():
    """It fails.

    So does this.
    """
    assert not os.getpid()


def test_that_ends_the_process():
    """It ends the process."""
    os.kill(os.getpid(), signal.SIGFPE)


def test_the_last():
    """It is asked all the same."""
    assert not os.getpid()
'''


def test_checks_that_fail_or_end_the_process_are_told(tmp_path, monkeypatch):
    (tmp_path / "checks_of_one.py").write_text(CHECKS)
    monkeypatch.syspath_prepend(tmp_path)
    found = tests.versions.failing_in("checks_of_one")
    assert found == {"It fails.", "So does this.", "It ends the process.", "It is asked all the same."}


def test_what_holds_all_the_same_is_a_sentence_that_a_check_quotes():
    for version, sentences in tests.versions.HOLDS.items():
        assert version in tests.versions.OTHERS
        standing = {one for entry in ENTRIES.values() for one in claims.sentences(catalog.messages(entry))}
        assert set(sentences) <= standing


def test_a_run_of_one_version_keeps_what_is_known_of_the_others():
    entries = {name: {} for name in ENTRIES}
    found = tests.versions.merged(RECORD, [{"torch": "2.14.1", "entries": entries}])
    assert found["clamp"]["versions"]["2.14.1"] == {}
    assert all(found[name]["versions"].get("2.9.1") == DIFFERENT[name].get("2.9.1") for name in ENTRIES)
    stale = {**RECORD, "clamp": RECORD["clamp"] | {"digest": "another"}}
    assert set(tests.versions.merged(stale, [])["clamp"]["versions"]) == set()


def test_an_unknown_version_is_named(capsys):
    assert tests.versions.main(["2.14"]) == 2
    assert capsys.readouterr().err == "no version '2.14' to compare; nearest: 2.14.1; there are 2.9.1, 2.14.1\n"


@pytest.mark.parametrize(("text", "said"), [(None, "missing; run make versions"), ("{\n,", "not JSON")])
def test_a_record_that_cannot_be_read_is_named(tmp_path, text, said):
    path = tmp_path / "versions.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(catalog.ContentError, match=said):
        versions.read(path)
    assert json.loads(versions.dump({})) == {}
