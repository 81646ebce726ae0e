"""The rooms of the package: what is said in them flows one way, and no module needs one that needs it."""

import ast
from pathlib import Path

import torchref

PACKAGE = Path(torchref.__file__).parent
ROOMS = ("operations", "content", "pictures", "retrieval", "tracing", "faces")
"""Each may import from itself and from those before it."""


def imports():
    """Return module -> the modules of the package that it imports, anywhere in it; those for types alone not."""
    files = {path: ".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py")}
    known = set(files.values())
    found = {}
    for path, module in files.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
                node.body = []
        taken = {
            f"{node.module}.{alias.name}".removeprefix("torchref.")
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "torchref"
            for alias in node.names
        }
        found[module] = {name if name in known else name.rpartition(".")[0] for name in taken} - {""}
    return found


def test_data_flows_down_through_the_rooms():
    for module, taken in imports().items():
        room = module.split(".")[0]
        if room in ROOMS:
            allowed = ROOMS[: ROOMS.index(room) + 1]
            wrong = {name for name in taken if name.split(".")[0] in ROOMS and name.split(".")[0] not in allowed}
            assert not wrong, f"{module} imports upwards: {wrong}"


def test_faces_do_not_trace():
    for module, taken in imports().items():
        if module.startswith("faces."):
            assert not [name for name in taken if name.startswith("tracing")], module


def test_no_module_needs_one_that_needs_it():
    graph = imports()

    def reached(module, seen):
        for name in graph.get(module, ()):
            if name not in seen:
                seen.add(name)
                reached(name, seen)
        return seen

    circles = [module for module in graph if module in reached(module, set())]
    assert not circles


def test_tests_are_in_the_rooms_of_what_they_test():
    folders = {path.parent.name for path in Path(__file__).parent.glob("*/__init__.py")}
    assert folders == {*ROOMS, "claims", "docs", "gallery", "playground"}


def test_every_module_has_a_room():
    at_the_root = {path.name for path in PACKAGE.iterdir() if path.suffix == ".py"}
    assert at_the_root == {"__init__.py", "__main__.py"}
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(ROOMS)
