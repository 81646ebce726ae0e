"""The copies with more content than there is, on which growth is measured."""

from tests import scale
from torchref.content import catalog, translation


def test_a_larger_copy_is_whole_and_the_same_each_time(tmp_path):
    number = len(catalog.entries(catalog.read())) + 30
    for name in ("one", "other"):
        scale.blow_up(tmp_path / name, number)
    one, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other
    package = tmp_path / "one" / "torchref"
    names = {"__name__": "topics"}
    exec((package / "operations" / "__init__.py").read_text(encoding="utf-8"), names)
    topics = catalog.read(package / "operations", names["TOPICS"])
    catalog.check_references(topics)
    known = catalog.entries(topics)
    assert len(known) == number
    facts = catalog.read_observed(package / "content" / "observed.json")["operations"]
    assert all(
        facts[name]["digest"] == entry.digest
        for name, entry in known.items()
        if name not in catalog.read_observed()["operations"]
    )
    chinese = translation.load("zh", package / "content" / "locale")
    assert all(chinese(entry.summary) != entry.summary for entry in known.values())
