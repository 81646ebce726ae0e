"""What other versions of torch do: ``make versions`` sets them up, runs the examples, the facts and the claims there.

``python -m tests.versions [VERSION ...]`` makes an environment for each version below ``build/versions`` (minutes and
some 7 GB each) and writes ``torchref/content/versions.json``. What a version does is found by this same module, run
there with ``--here FILE``.
"""

import contextlib
import difflib
import importlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from tests import claims
from torchref.content import catalog, versions

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = ROOT / "build" / "versions"
OTHERS = ("2.9.1", "2.14.1")
"""The versions that are held against the one of record."""

HOLDS = {
    "2.9.1": {
        '``x.cuda()`` is short for ``x.to("cuda")``.': "the environment has a build with CUDA, and maybe no GPU",
        "Both raise ``AssertionError: Torch not compiled with CUDA enabled`` if the installed build of torch lacks "
        "CUDA; ``torch.version.cuda`` is then ``None``.": "the same",
        "``nan`` is close to ``nan`` if ``equal_nan`` is ``True``.": "with equal_nan=True, the first shape does not "
        "broadcast there, as the check needs it to",
        "Equal infinities are close, but an infinity and another number are not:": "the same",
        "Two values whose difference overflows to infinity are not close, whereas in NumPy a large ``rtol`` can make "
        "them close.": "the same",
        "Shape, dtype and device are those of ``x``; its values are not used:": "the check seeds by generator=, which "
        "rand_like lacks there",
        "The smallest value that can be drawn.": "what fails is what its check says of the upper bound",
    },
    "2.14.1": {
        '``x.cuda()`` is short for ``x.to("cuda")``.': "the environment has a build with CUDA, and maybe no GPU",
        "Both raise ``AssertionError: Torch not compiled with CUDA enabled`` if the installed build of torch lacks "
        "CUDA; ``torch.version.cuda`` is then ``None``.": "the same",
        "Tell which dtype the sum or product of two operands will have.": "for bfloat16 and a complex number it is "
        "bcomplex32 there, which is new, and which nothing can be added to yet",
        "Integers are promoted to floats, and narrow dtypes to wide ones.": "the same",
        "A tensor; a 0-d tensor does not change the dtype of a tensor with dimensions, if both dtypes are of the same "
        "kind.": "the same",
        "For a narrower integer dtype, the number of values is computed before the truncation.": "what fails is what "
        "its check says of int64",
    },
}
"""Version -> sentences whose check fails there for another reason than what they say, and why: looked at by hand."""


class VersionError(Exception):
    """A version cannot be set up or run: says which, and the last words of what failed."""


def set_up(version: str) -> Path:
    """Return the Python of an environment with a version of torch, made if it is not there.

    Raises:
        VersionError: pip cannot install it; gives pip's last words.
    """
    folder = ENVIRONMENTS / version
    python, pins, done = folder / "bin" / "python", folder / "constraints.txt", folder / ".set-up"
    pinned = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("torch==")]
    wanted = "\n".join([f"torch=={version}", *pinned, ""])
    if not done.exists() or done.read_text() != wanted:
        print(f"torch {version}: setting up {folder.relative_to(ROOT)}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pins.write_text(wanted)
        extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
        pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-cache-dir", "-c", pins]
        said = subprocess.run([*pip, "torch", *extras["docs"], *extras["test"]], capture_output=True, text=True)
        if said.returncode:
            raise VersionError(f"torch {version}: pip cannot install it: {said.stderr.strip()[-2000:]}")
        done.write_text(wanted)
    return python


def run(version: str, python: Path) -> dict[str, Any]:
    """Return what :func:`here` finds under a version.

    Raises:
        VersionError: it cannot be run there.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.json"
        said = subprocess.run(
            [python, "-m", "tests.versions", "--here", found], cwd=ROOT, capture_output=True, text=True
        )
        if said.returncode:
            raise VersionError(f"torch {version}: the run fails: {said.stderr.strip()[-2000:]}")
        result: dict[str, Any] = json.loads(found.read_text())
    if result["torch"] != version:
        raise VersionError(f"torch {version} was asked for, and the environment has {result['torch']}")
    return result


def here() -> dict[str, Any]:
    """Return what the torch that runs here does otherwise than the pages say.

    That is ``{"torch": its version, "entries": {name: differences}}``, see :func:`torchref.content.versions.read`.

    Raises:
        ContentError: the content or its facts are broken, or the facts are those of an entry as it was before.
    """
    import torch

    from torchref.content import observe

    torch.set_num_threads(1)
    known = catalog.entries(catalog.read())
    observed = catalog.read_observed()["operations"]
    wrong = failing_sentences() - HOLDS.get(observe.version(), {}).keys()
    found = {}
    for name, entry in known.items():
        if observed.get(name, {}).get("digest") != entry.digest:
            raise catalog.ContentError(entry.path, entry.line, f"{name}: run python -m torchref.content.observe first")
        now = observe.facts(entry, strict=False)
        said = claims.sentences(catalog.messages(entry))
        parts = {
            "examples": examples(entry),
            "sentences": [sentence for sentence in said if sentence in wrong],
            "facts": versions.differences(versions.stated(observed[name]), versions.stated(now)),
        }
        found[name] = {key: part for key, part in parts.items() if part}
    return {"torch": observe.version(), "entries": found}


def examples(entry: catalog.Entry) -> list[list[str]]:
    """Return ``[source, output]`` of each example that does not print what the page shows, in an empty folder."""
    import numpy as np
    import torch

    from torchref.content import observe

    namespace = {"torch": torch, "np": np}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), torch.random.fork_rng(devices=[]):
        return [[example.source.rstrip("\n"), got] for example, got in observe.failing(entry, namespace)]


def failing_sentences() -> set[str]:
    """Return the sentences of entries whose check fails under the torch that runs here, or ends the process."""
    return {sentence for topic in catalog.read() for sentence in failing_in(f"tests.claims.{topic.name}")}


def failing_in(module: str) -> set[str]:
    checks = importlib.import_module(module)
    assert checks.__file__
    with tempfile.TemporaryDirectory() as folder:
        log, crashed = Path(folder) / "log", list[str]()
        while True:
            log.write_text("")
            skipped = [part for test in crashed for part in ("--deselect", test)]
            plugins = ["-p", "tests.versions", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:faulthandler"]
            subprocess.run(
                [sys.executable, "-m", "pytest", "-q", *plugins, *skipped, os.path.relpath(checks.__file__, ROOT)],
                cwd=ROOT, env=os.environ | {"TORCHREF_CHECKS": str(log)}, stdout=subprocess.DEVNULL,
            )  # fmt: skip
            lines = [line.split("\t") for line in log.read_text().splitlines()]
            if not lines:
                raise VersionError(f"no check of {module} runs")
            if lines[-1][0] == "finished":
                break
            crashed.append(lines[-1][1])
    failed = {test for word, test in lines if word == "failed"} | {*crashed}
    names = {test.rpartition("::")[2].partition("[")[0] for test in failed}
    return {sentence for name in names for sentence in claims.quotes(getattr(checks, name))}


def pytest_runtest_logstart(nodeid: str) -> None:
    _log("started", nodeid)


def pytest_runtest_logreport(report: Any) -> None:
    if report.failed:
        _log("failed", report.nodeid)


def pytest_sessionfinish() -> None:
    _log("finished", "")


def _log(word: str, test: str) -> None:
    with open(os.environ["TORCHREF_CHECKS"], "a", encoding="utf-8") as file:
        file.write(f"{word}\t{test}\n")


def merged(record: dict[str, Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the record with what versions were found to do; what it has of an entry that changed since is dropped."""
    made: dict[str, Any] = {}
    for name, entry in catalog.entries(catalog.read()).items():
        of = versions.of(entry, record) | {one["torch"]: one["entries"][name] for one in found}
        made[name] = {"digest": entry.digest_of_torch, "versions": {one: of[one] for one in versions.in_order(of)}}
    return made


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--here"] and len(arguments) == 2:
        Path(arguments[1]).write_text(json.dumps(here()), encoding="utf-8")
        return 0
    for version in arguments:
        if version not in OTHERS:
            near = difflib.get_close_matches(version, OTHERS, n=1)
            hint = f"nearest: {near[0]}; " if near else ""
            print(f"no version {version!r} to compare; {hint}there are {', '.join(OTHERS)}", file=sys.stderr)
            return 2
    try:
        record = versions.read() if versions.VERSIONS.exists() else {}
        record = merged(record, [run(version, set_up(version)) for version in arguments or OTHERS])
    except (VersionError, catalog.ContentError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    versions.VERSIONS.write_text(versions.dump(record), encoding="utf-8")
    for version in arguments or OTHERS:
        same = sum(not entry["versions"][version] for entry in record.values())
        print(f"torch {version}: {same} of {len(record)} entries as the pages say")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
