"""What was made once is made again only where its source changed, in this process and in the next."""

import pickle

import pytest

from torchref.content import again


@pytest.fixture
def process(monkeypatch):
    """``process()`` begins as a new process does: nothing is held."""

    def begin():
        monkeypatch.setattr(again, "_held", {})
        monkeypatch.setattr(again, "_anew", set())

    begin()
    return begin


def test_same_source_is_not_made_again(process):
    assert again.made("page", "text", lambda: [1]) is again.made("page", "text", lambda: [2])
    assert again.made("page", "other text", lambda: [3]) == [3]


def test_next_process_makes_only_what_changed(process, tmp_path):
    for number in range(100):
        again.made(number, "source", lambda number=number: number)
    again.keep(tmp_path / "made", "program")
    process()
    again.recall(tmp_path / "made", "program")
    made = [again.made(number, "source" if number else "edited", lambda: "anew") for number in range(100)]
    assert made == ["anew", *range(1, 100)]


def test_a_file_of_another_program_or_a_damaged_one_holds_nothing(process, tmp_path):
    again.made("page", "text", lambda: "old")
    again.keep(tmp_path / "made", "program")
    (tmp_path / "cut").write_bytes((tmp_path / "made").read_bytes()[:-5])
    (tmp_path / "no pickle").write_bytes(b"torchref")
    for name, program in [
        ("made", "another program"),
        ("cut", "program"),
        ("no pickle", "program"),
        ("none", "program"),
    ]:
        process()
        again.recall(tmp_path / name, program)
        assert again.made("page", "text", lambda: "new") == "new", name


def test_file_is_not_written_for_a_few(process, tmp_path):
    for number in range(100):
        again.made(number, "source", lambda: None)
    again.keep(tmp_path / "made", "program")
    kept = (tmp_path / "made").read_bytes()
    process()
    again.recall(tmp_path / "made", "program")
    again.made(1, "edited", lambda: None)
    again.keep(tmp_path / "made", "program")
    assert (tmp_path / "made").read_bytes() == kept
    for number in range(50):
        again.made(number, "edited", lambda: None)
    again.keep(tmp_path / "made", "program")
    with open(tmp_path / "made", "rb") as file:
        assert pickle.load(file) == "program" and len(pickle.load(file)) == 100
