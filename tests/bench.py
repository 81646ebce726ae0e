"""How fast it all is: ``python -m tests.bench [section ...]`` prints medians beside their goals.

Each ratio comes from one run that measures both sides in turn, so that it holds on a machine of any speed.
"""

import contextlib
import difflib
import gzip
import http.server
import os
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docs.pages.gallery import costs as gallery_costs
from docs.pictures import chromium

ROOT = Path(__file__).parent.parent
SITE = ROOT / "build" / "site"
PIP = ["--disable-pip-version-check", "--no-index", "--no-deps", "--quiet"]
TRACEBACK = ROOT / "tests" / "faces" / "traceback.txt"
PAGE, NEXT_PAGE, EDITED = "gather", "transpose", "squeeze"
BARE = "/bare"
"""Below this address each page is served without its scripts and its picture."""
LEFT_OUT = re.compile(rb"<script\b.*?</script>|<figure class=\"picture.*?</figure>", re.DOTALL)


class BenchError(Exception):
    """What was to be measured does not run: says the command and its last words."""


@dataclass(frozen=True)
class Row:
    """One line of the table; ``goal`` is the most that ``value`` may be, or None for a number without a goal."""

    what: str
    value: float
    unit: str = ""
    goal: float | None = None
    note: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        verdict = "" if self.goal is None else "met" if self.value <= self.goal else "missed"
        goal = "" if self.goal is None else f"<= {_number(self.goal)} {self.unit}".rstrip()
        return (
            self.what,
            f"{_number(self.value)} {self.unit}".rstrip(),
            goal,
            "; ".join(filter(None, [verdict, self.note])),
        )


def doctests() -> list[Row]:
    """All doctests of the package, pytest's start included, against importing torch."""
    every = [sys.executable, "-m", "pytest", "torchref", "-p", "no:randomly", "-q"]
    doctest, bare = side_by_side([every, [sys.executable, "-c", "import torch"]], rounds=5)
    return [
        Row("python -m pytest torchref", doctest, "s"),
        Row("python -c 'import torch'", bare, "s"),
        Row("all doctests / import torch", doctest / bare, "", 3),
    ]


def import_() -> list[Row]:
    """``import torchref`` against the bare interpreter."""
    ours, bare = side_by_side([[sys.executable, "-c", "import torchref"], [sys.executable, "-c", "pass"]], rounds=21)
    return [
        Row("python -c 'import torchref'", 1000 * ours, "ms"),
        Row("python -c pass", 1000 * bare, "ms"),
        Row("import torchref / bare start", ours / bare, "", 3),
    ]


def site() -> list[Row]:
    """The builds of the site, in a copy of the checkout."""
    with tempfile.TemporaryDirectory() as folder:
        copy, out = Path(folder) / "checkout", Path(folder) / "site"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "build", "__pycache__", "*.egg-info", "*.bin"))
        english, executed, gallery = build(copy, out, "en")
        if not executed:
            raise BenchError("python -m docs.build printed no line 'gallery: executed N scripts in S s'")
        costs = gallery_costs(out.parent / "source" / "en" / "gallery")
        chinese, executed_again, _ = build(copy, out, "zh")
        unchanged = run_build(copy, out)[0]
        before = written(out)
        edit(copy, EDITED)
        edited = run_build(copy, out, "en")[0]
        after = written(out)
        rewritten = sorted(path for path in after if after[path] != before.get(path))
        count = sum('http-equiv="refresh"' not in path.read_text(encoding="utf-8") for path in out.rglob("*.html"))
    cold = english + chinese
    by_seconds = sorted(costs.items(), key=lambda cost: -cost[1][0])
    slowest = [f"{name.removesuffix('.cost.json')} {seconds:.1f} s" for name, (seconds, _) in by_seconds[:2]]
    names = ", ".join(rewritten[:12]) + (f" and {len(rewritten) - 12} more" if len(rewritten) > 12 else "")
    return [
        Row("English, cold", english, "s", note=f"{executed} gallery scripts executed in it"),
        Row("gallery, executed once for both languages", gallery, "s", 60, f"slowest: {', '.join(slowest)}"),
        Row("Chinese after English", chinese, "s"),
        Row("Chinese / English", chinese / english, "", 0.6),
        Row("gallery scripts executed for Chinese", executed_again, "", 0),
        Row("nothing changed", unchanged, "s"),
        Row("nothing changed / cold", unchanged / cold, "", 0.15),
        Row(
            "cold, a page, without the gallery's execution", 1000 * (cold - gallery) / count, "ms", 40, f"{count} pages"
        ),
        Row("one docstring edited, English", edited, "s"),
        Row("pages written again", len(rewritten), f"of {len(before)}", note=names),
    ]


def page() -> list[Row]:
    """What the page of an operation weighs and when it is painted, in Chromium from a gzipping server."""
    for name in (PAGE, NEXT_PAGE):
        if not (SITE / "en" / f"{name}.html").is_file():
            raise BenchError(
                f"there is no page en/{name}.html in {SITE.relative_to(ROOT)}; build the site first: make site"
            )
    with served(SITE) as address, chromium.launched() as browser:
        first, second = visits(browser, address)
        ways = [f"{address}{bare}/en/{PAGE}.html" for bare in ("", BARE)]
        loads = [[loaded(browser, url) for url in ways] for _ in range(9)]
    whole, bare = (statistics.median(paint for paint, _ in way) for way in zip(*loads, strict=True))
    elsewhere = [url for url in first.urls + second.urls if not url.startswith(address)]
    return [
        Row(f"en/{PAGE}.html, first visit, over the wire", first.size / 1000, "kB", 60),
        Row("requests", len(first.urls), "", 12),
        Row("requests to anyone else", len(elsewhere), "", 0, ", ".join(elsewhere[:3])),
        Row(f"en/{NEXT_PAGE}.html after it", second.size / 1000, "kB", 12, f"requests: {len(second.urls)}"),
        Row("largest contentful paint, 1.6 Mbit/s, 150 ms, CPU / 4", whole, "ms", 800),
        Row("the same page without scripts and picture", bare, "ms"),
        Row("with them / without them", whole / bare, "", 1.15),
        Row("layout shift", max(shift for (_, shift), _ in loads), "", 0),
    ]


def tests() -> list[Row]:
    """The whole default test run, without and with the browser."""
    command = [sys.executable, "-m", "pytest", "-n", "2", "-q"]
    return [
        Row("the whole test run without the browser", timed([*command, "-m", "not browser"]), "s", 240),
        Row("the whole test run with the browser", timed(command), "s", 420),
    ]


def terminal() -> list[Row]:
    """The installed command, from a cold process, in an environment of its own that holds the wheel and sees torch."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "build", "gallery", "__pycache__"))
        run([sys.executable, "-m", "pip", "wheel", *PIP, "--no-build-isolation", "--wheel-dir", folder, "."], copy)
        (wheel,) = Path(folder).glob("*.whl")
        home = Path(folder) / "environment"
        run([sys.executable, "-m", "venv", "--without-pip", str(home)], ROOT)
        python, command = (str(home / "bin" / name) for name in ("python", "torchref"))
        run([sys.executable, "-m", "pip", "--python", python, "install", *PIP, str(wheel)], ROOT)
        (packages,) = home.glob("lib/python*/site-packages")
        (packages / "torch.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        size = (packages / "torchref" / "retrieval" / "index.bin").stat().st_size
        questions = [["swap", "two", "dimensions"], ["删除大小为1的维度"], [TRACEBACK.read_text(encoding="utf-8")]]
        asked = [[command, *question] for question in questions]
        bare, name, *found = side_by_side([[python, "-c", "pass"], [command, "squeeze"], *asked], 41, home)
        pydoc, again = side_by_side([[python, "-m", "pydoc", "torch.squeeze"], [command, "squeeze"]], 5, home)
    labels = ["swap two dimensions", "删除大小为1的维度", "a traceback"]
    return [
        Row("python -c pass", 1000 * bare, "ms"),
        Row("torchref squeeze", 1000 * name, "ms"),
        Row("torchref squeeze / bare start", name / bare, "", 2.5),
        *(
            Row(f"torchref {label} / bare start", seconds / bare, "", 3.5, f"{1000 * seconds:.1f} ms")
            for label, seconds in zip(labels, found, strict=True)
        ),
        Row("python -m pydoc torch.squeeze", 1000 * pydoc, "ms"),
        Row("torchref squeeze / pydoc", again / pydoc, "", 0.02, f"{pydoc / again:.0f} times faster"),
        Row("index on disk", size / 1e6, "MB", 3),
    ]


def explain() -> list[Row]:
    """``torchref.explain`` of a call on a small tensor, against the bare call."""
    script = (
        "import statistics, time, torch, torchref\n"
        "x = torch.arange(24.0).reshape(2, 3, 4)\n"
        "calls = [lambda: torchref.explain(torch.permute, x, (2, 0, 1)), lambda: torch.permute(x, (2, 0, 1))]\n"
        "times = [[], []]\n"
        "for _ in range(5000):\n"
        "    for call, found in zip(calls, times):\n"
        "        start = time.perf_counter()\n"
        "        call()\n"
        "        found.append(time.perf_counter() - start)\n"
        "print(*map(statistics.median, times))\n"
    )
    explained, bare = (1e6 * float(seconds) for seconds in run([sys.executable, "-c", script], ROOT)[1].split())
    return [
        Row("torchref.explain(torch.permute, x, (2, 0, 1))", explained, "µs"),
        Row("torch.permute(x, (2, 0, 1))", bare, "µs"),
        Row("what explain adds to the call", explained - bare, "µs", 50),
    ]


SECTIONS: dict[str, Callable[[], list[Row]]] = {
    "doctests": doctests,
    "import": import_,
    "site": site,
    "page": page,
    "terminal": terminal,
    "explain": explain,
    "tests": tests,
}
DEFAULT = ("doctests", "import", "site", "page", "terminal", "explain")


def timed(command: list[str], cwd: Path = ROOT) -> float:
    """Run a command and return its seconds; raise :class:`BenchError` with its last words when it fails."""
    return run(command, cwd)[0]


def run(command: list[str], cwd: Path) -> tuple[float, str]:
    """Run a command and return its seconds and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        words = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[-1]
        raise BenchError(f"{' '.join(['python', *command[1:]])} failed with {done.returncode}; its last words: {words}")
    return seconds, done.stdout


def side_by_side(commands: list[list[str]], rounds: int, cwd: Path = ROOT) -> list[float]:
    """Return the median seconds of each command, all run in turn, round by round, after a first one that warms up."""
    runs = [[timed(command, cwd) for command in commands] for _ in range(rounds + 1)]
    return [statistics.median(times) for times in zip(*runs[1:], strict=True)]


def run_build(checkout: Path, out: Path, language: str | None = None) -> tuple[float, str]:
    """Build the site, in one language or in both; return the seconds and what the build printed."""
    only = ["--language", language] if language else []
    return run([sys.executable, "-m", "docs.build", "--out", str(out), *only], checkout)


def build(checkout: Path, out: Path, language: str) -> tuple[float, int, float]:
    """Build one language; return the seconds, and how many gallery scripts were executed in how many of them."""
    seconds, output = run_build(checkout, out, language)
    executed = re.search(r"gallery: executed (\d+) scripts? in ([\d.]+) s", output)
    return (seconds, int(executed[1]), float(executed[2])) if executed else (seconds, 0, 0.0)


def written(out: Path) -> dict[str, int]:
    """Return when each page was last written, by its path."""
    return {str(path.relative_to(out)): path.stat().st_mtime_ns for path in out.rglob("*.html")}


def edit(checkout: Path, name: str, word: str = "Here:") -> None:
    """Put a word before the first sentence after the summary of an entry."""
    from torchref.content import catalog

    entry = catalog.find(name, catalog.entries(catalog.read()))
    path = checkout / entry.path.relative_to(ROOT)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    words = entry.blocks[0].prose[0].split()[0]
    number = next(n for n in range(entry.line + 1, len(lines)) if lines[n].lstrip().startswith(words))
    lines[number] = lines[number].replace(words, f"{word} {words}", 1)
    path.write_text("".join(lines), encoding="utf-8")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, compressed and cacheable, as hosts of static pages do; yield its address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
            path = folder / asked.removeprefix(BARE).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            found = path.is_file()
            kind = self.guess_type(str(path)) if found else "text/plain"
            body = path.read_bytes() if found else b"not found"
            if asked.startswith(BARE) and kind == "text/html":
                body = LEFT_OUT.sub(b"", body)
            packed = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Visit:
    """What one page made the browser fetch: the addresses, and the bytes over the wire with their headers."""

    urls: list[str]
    size: float


def visits(browser, address: str) -> tuple[Visit, Visit]:
    """Visit a page with an empty cache, then another one in the same window."""
    context = browser.new_context()
    window = context.new_page()
    session = context.new_cdp_session(window)
    session.send("Network.enable")
    urls: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.requestServedFromCache", lambda event: urls.pop(event["requestId"], None))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))

    def visit(name: str) -> Visit:
        urls.clear()
        sizes.clear()
        window.goto(f"{address}/en/{name}.html", wait_until="networkidle")
        fetched = {key: url for key, url in urls.items() if url.startswith("http") and sizes.get(key, 1)}
        return Visit(list(fetched.values()), sum(sizes.get(key, 0) for key in fetched))

    both = visit(PAGE), visit(NEXT_PAGE)
    context.close()
    return both


def loaded(browser, url: str) -> tuple[float, float]:
    """Visit a page for the first time, on a slow line and a slow machine.

    Returns:
        The milliseconds to its largest contentful paint, and by how much what is painted moved until it was loaded.
    """
    context = browser.new_context()
    window = context.new_page()
    session = context.new_cdp_session(window)
    session.send("Network.enable")
    slow = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8}
    session.send("Network.emulateNetworkConditions", slow)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    window.goto(url, wait_until="networkidle")
    paint, shift = window.evaluate(
        """async () => {
            const entries = (type) => new Promise((done) => {
                new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true });
                setTimeout(() => done([]), 300);
            });
            const paints = await entries("largest-contentful-paint");
            const shifts = await entries("layout-shift");
            return [paints.at(-1).startTime, shifts.reduce((sum, shift) => sum + shift.value, 0)];
        }"""
    )
    context.close()
    return paint, shift


def table(rows: list[Row]) -> str:
    """Return the rows as aligned text."""
    cells = [row.cells for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(3)]
    return "\n".join(
        f"  {what:<{widths[0]}}  {value:>{widths[1]}}  {goal:<{widths[2]}}  {note}".rstrip()
        for what, value, goal, note in cells
    )


def main(names: list[str]) -> int:
    chosen = list(SECTIONS) if names == ["all"] else names or list(DEFAULT)
    for name in chosen:
        if name not in SECTIONS:
            near = difflib.get_close_matches(name, [*SECTIONS, "all"], n=1)
            hint = f"nearest: {near[0]}; " if near else ""
            print(
                f"bench: no section {name!r}; {hint}sections: {', '.join(SECTIONS)}, or all of them: all",
                file=sys.stderr,
            )
            return 2
    failed = False
    for name in chosen:
        print(f"{name}: {(SECTIONS[name].__doc__ or '').splitlines()[0]}", flush=True)
        try:
            print(table(SECTIONS[name]()), flush=True)
        except (BenchError, chromium.Missing) as error:
            print(f"bench {name}: {error}", file=sys.stderr, flush=True)
            failed = True
    return 2 if failed else 0


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) or value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
