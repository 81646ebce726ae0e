"""What grows with the content, now and with 750 entries: ``python -m tests.growth [tests]`` (``make bench-scale``).

Each row is measured in one run on two copies of the project, one with the content there is and one with 750 entries
(:mod:`tests.scale`). Times are CPU seconds of a command and its children, divided by those of ``import torch`` (T), of
a bare start of Python or of a start of Sphinx right beside it, so that they hold on a machine of any speed.
"""

import gzip
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests import bench, scale
from torchref.content import catalog

ROOT = Path(__file__).parent.parent
NOW = len(catalog.entries(catalog.read()))
PYTHON = sys.executable
GROWING = re.compile(
    r"^torchref/|^tests/claims|tests/retrieval/|test_(parameters|signatures|observed|translations|bodies|contract"
    r"|doctests|examples|site|surface|notebook|fixes|words|explain|code_blocks|wheel|asked|glossary)\.py"
)
"""The files of tests that go through all entries; what the others cost does not depend on how many there are."""


@dataclass(frozen=True)
class Row:
    """A measure on the content there is and on 750 entries; ``goal`` is the most that the second may be."""

    what: str
    now: float
    then: float
    goal: float
    unit: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        numbers = (f"{number:.3g} {self.unit}".rstrip() for number in (self.now, self.then, self.goal))
        return (self.what, *numbers, "met" if self.then <= self.goal else "missed")


def cpu(command: list[str], folder: Path, may_fail: bool = False) -> tuple[float, str]:
    """Return the CPU seconds of a command with its children, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode and not may_fail:
        raise bench.BenchError(f"{command} failed: {done.stdout[-500:]}{done.stderr[-1500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def script(name: str) -> list[str]:
    """The command that runs one of the functions below in a copy, with its modules; it prints JSON."""
    return [PYTHON, "-c", f"from tests import growth; growth.{name}()"]


def torch_start(folder: Path) -> float:
    return statistics.median(cpu([PYTHON, "-c", "import torch"], folder)[0] for _ in range(5))


def index_and_terminal(folder: Path) -> dict[str, float]:
    make = [PYTHON, "-c", "from torchref.retrieval import index; index.part('names')"]
    cpu(make, folder)
    time.sleep(2.5)  # until the files have settled, see index.SETTLED
    cpu(make, folder)
    traceback = bench.TRACEBACK.read_text(encoding="utf-8")
    asked = [["squeeze"], ["swap", "two", "dimensions"], ["删除大小为1的维度"], [traceback]]
    commands = [[PYTHON, "-c", "pass"], *([PYTHON, "-m", "torchref", *words] for words in asked)]
    runs = [[cpu(command, folder)[0] for command in commands] for _ in range(21)]
    bare, name, english, chinese, pasted = (statistics.median(times) for times in zip(*runs, strict=True))
    size = (folder / "torchref" / "retrieval" / "index.bin").stat().st_size / 1e6
    found = {"index": size, "look-up": name / bare, "traceback": pasted / bare}
    return found | {"question": max(english, chinese) / bare}


def site(folder: Path) -> dict[str, float]:
    """Build it, build it again, edit a docstring: in a new process and in one that stays."""
    start = torch_start(folder)
    build = [PYTHON, "-m", "docs.build"]
    cold, said = cpu([*build, "--language", "en"], folder)
    executed = float(re.search(r"gallery: executed .* in ([\d.]+) s", said)[1])
    pages = int(re.search(r"English: (\d+) pages", said)[1])
    cpu(build, folder)
    start = (start + torch_start(folder)) / 2
    unchanged = statistics.median(cpu(build, folder)[0] for _ in range(5))
    found = {"cold": (cold - executed) / pages / start, "unchanged": unchanged / start} | in_the_site(folder)
    edit = json.loads(cpu(script("edit_in_a_process_that_stays"), folder)[1].splitlines()[-1])
    start = torch_start(folder)
    return found | {"edit, staying": edit / start, "edit, alone": edit_alone(folder)}


def edit_alone(folder: Path) -> float:
    """A docstring edited and the English site built in a process of its own, in starts of Sphinx right beside it."""
    pairs, path = [], folder / "torchref" / "operations" / "shape.py"
    text = path.read_text(encoding="utf-8")
    for word in ("First:", "Second:", "Third:", "Fourth:", "Fifth:"):
        path.write_text(text, encoding="utf-8")
        bench.edit(folder, bench.EDITED, word)
        alone = cpu([PYTHON, "-m", "docs.build", "--language", "en"], folder)[0]
        pairs.append((alone, cpu(script("start_sphinx"), folder)[0]))
    alone, sphinx = (statistics.median(times) for times in zip(*pairs, strict=True))
    return alone / sphinx


def in_the_site(folder: Path) -> dict[str, float]:
    """What the files of the site weigh: kB, those of the search gzipped."""
    english = folder / "build" / "site" / "en"
    aside = re.search(r'<nav class="side[^>]*>.*?</nav>', (english / "squeeze.html").read_text("utf-8"), re.S)
    base, nine_in_ten = json.loads(cpu(script("search_data"), folder)[1])
    return {
        "errors": (english / "errors.html").stat().st_size / 1000,
        "sidebar": len(aside[0]) / 1000,
        "search base": base,
        "search of nine in ten": nine_in_ten,
    }


def search_data() -> None:
    """The files of the search that a page loads at first, and with those that nine questions in ten need, in kB."""
    from docs.pages import search
    from tests.retrieval import judge
    from torchref.retrieval import index, messages, packing, ranking

    folder = Path.cwd() / "build" / "site"

    def weight(path: Path) -> float:
        return len(gzip.compress(path.read_bytes(), 6)) / 1000

    base = weight(folder / "search" / "base.js") + weight(folder / "en" / "search-data.js")
    table = index.part("ranking")
    known, weights, found = packing.all_lines(table["terms"]), {}, []
    for name in ("en_tuned", "zh_tuned"):
        for question in judge.read(judge.QUESTIONS / f"{name}.tsv"):
            terms = ranking.terms(question.text, table["words"])
            firsts = [search.first(term) for term in terms]
            for pair in messages.pairs(question.text):
                word = pair.split(" ")[0]
                firsts.append(ranking.term_of(word, table["words"]) or word)
            needed = {str(search.shard(first)) for first in firsts}
            if any(" " not in term and term.isascii() and term not in known for term in terms):
                needed.add("words")
            for one in needed - weights.keys():
                weights[one] = weight(folder / "search" / f"{one}.js")
            found.append(sum(weights[one] for one in needed))
    print(json.dumps([base, base + statistics.quantiles(found, n=10)[-1]]))


def start_sphinx() -> None:
    """Start Sphinx with the configuration of the site, and build nothing."""
    from sphinx.application import Sphinx

    build = Path.cwd() / "build"
    places = (build / "source" / "en", Path.cwd() / "docs" / "sphinx", build / "started", build / "started-doctrees")
    Sphinx(*map(str, places), "html", freshenv=True, status=None)


def edit_in_a_process_that_stays() -> None:
    """Save a docstring five times under ``make serve``: the CPU seconds until both languages stand."""
    from docs import serve

    def spent() -> float:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(one.ru_utime + one.ru_stime for one in used)

    serve.begin()
    path = Path.cwd() / "torchref" / "operations" / "shape.py"
    text, found = path.read_text(encoding="utf-8"), []
    for word in ("Each", "All", "Any", "One", "No"):
        path.write_text(
            text.replace("every dimension of size 1 is removed", f"{word} dimension of size 1 is removed"), "utf-8"
        )
        before = spent()
        serve.again([path.relative_to(Path.cwd())])
        found.append(spent() - before)
    path.write_text(text, encoding="utf-8")
    serve.again([path.relative_to(Path.cwd())])
    print(json.dumps(statistics.median(found[1:])))


def doctests(folder: Path) -> float:
    every = [PYTHON, "-m", "pytest", "--doctest-modules", "torchref", "-p", "no:randomly", "-q"]
    runs = [(cpu(every, folder)[0], cpu([PYTHON, "-c", "import torch"], folder)[0]) for _ in range(4)]
    examples, start = (statistics.median(times) for times in zip(*runs[1:], strict=True))
    return examples / start


def search_tests(folder: Path) -> float:
    """What the tests take that ask the search all that entries hold; made-up words may make them fail."""
    asked = [
        PYTHON,
        "-m",
        "pytest",
        "tests/retrieval/test_search.py",
        "-q",
        "-k",
        "phrases or shows_it",
        "-m",
        "not browser",
    ]
    return cpu(asked, folder, may_fail=True)[0]


def whole() -> Row:
    """The whole test run, in T: measured now; with 750 entries extrapolated, each file of tests fixed or linear.

    What belongs to no test, such as collecting them, is taken to grow too.
    """
    with tempfile.TemporaryDirectory() as folder:
        costs = Path(folder) / "costs"
        os.environ["TORCHREF_COSTS"] = str(costs)
        start = torch_start(ROOT)
        everything = cpu([PYTHON, "-m", "pytest", "-n", "2", "-q"], ROOT, may_fail=True)[0]
        del os.environ["TORCHREF_COSTS"]
        start = (start + torch_start(ROOT)) / 2
        tests = [line.rsplit("\t", 1) for line in costs.read_text(encoding="utf-8").splitlines()]
    fixed = sum(float(spent) for name, spent in tests if not GROWING.search(name))
    growing = max(everything - fixed, sum(float(spent) for name, spent in tests if GROWING.search(name)))
    then = everything + growing * (scale.ENTRIES / NOW - 1)
    return Row("whole test run / T", everything / start, then / start, 450)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        now, then, run = (Path(place) / name for name in ("now", "then", "run"))
        scale.blow_up(now, NOW)
        scale.blow_up(then)
        scale.blow_up(run, examples_run=True)
        found = [index_and_terminal(folder) | site(folder) for folder in (now, then)]
        examples = [doctests(folder) for folder in (now, run)]
        asked = [search_tests(folder) for folder in (now, then)]

    def row(what: str, key: str, goal: float, unit: str = "") -> Row:
        return Row(what, found[0][key], found[1][key], goal, unit)

    return [
        row("search data on first use, gzipped", "search base", 60, "kB"),
        row("search data of nine questions in ten, gzipped", "search of nine in ten", 120, "kB"),
        row("nothing changed / T", "unchanged", 0.7),
        row("one docstring edited, process that stays, both languages / T", "edit, staying", 2.3),
        row("one docstring edited, alone, English / starting Sphinx", "edit, alone", 2.5),
        row("cold, a page / T", "cold", 0.023),
        row("index on disk", "index", 4.3, "MB"),
        row("look-up / bare Python", "look-up", 2.2),
        row("question / bare Python", "question", 3),
        row("traceback / bare Python", "traceback", 3.5),
        Row("search tests, times now", 1, asked[1] / asked[0], scale.ENTRIES / NOW),
        Row("doctests / T", *examples, 3),
        row("Errors page, first view", "errors", 150, "kB"),
        Row("sidebar of a page", found[0]["sidebar"], found[1]["sidebar"], 1.02 * found[0]["sidebar"], "kB"),
    ]


def main(wanted: list[str]) -> int:
    try:
        found = [*rows(), *([whole()] if "tests" in wanted else [])]
    except bench.BenchError as error:
        print(f"growth: {error}", file=sys.stderr)
        return 2
    lines = [("", f"now ({NOW})", f"at {scale.ENTRIES}", "goal", ""), *(row.cells for row in found)]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
