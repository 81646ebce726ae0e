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
    "For a narrower integer dtype, the number of values is computed before the truncation.": "2.14.1: what its check "
    "meets is the sentence before it, on int64",
}
"""Sentences whose check fails in another version for another reason than what they say -> which and why."""


class VersionError(Exception):
    """A version cannot be set up or run: says which, and the last words of what failed."""


def set_up(version: str) -> Path:
    """Return the Python of an environment with a version of torch, made if it is not there.

    Raises:
        VersionError: pip cannot install it; names the file with all that pip said.
    """
    folder = ENVIRONMENTS / version
    python, done, log = folder / "bin" / "python", folder / ".set-up", folder / "pip.log"
    if not done.exists():
        print(f"torch {version}: setting up {folder.relative_to(ROOT)}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pinned = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("torch==")]
        (folder / "constraints.txt").write_text("\n".join([f"torch=={version}", *pinned, ""]))
        extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
        pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-cache-dir", "--log", log]
        said = subprocess.run(
            [*pip, "-c", folder / "constraints.txt", "torch", *extras["docs"], *extras["test"]],
            capture_output=True,
            text=True,
        )
        if said.returncode:
            raise VersionError(f"torch {version}: pip cannot install it: {said.stderr.strip()[-500:]}; see {log}")
        done.touch()
    return python


def run(version: str, python: Path) -> dict[str, Any]:
    """Return what :func:`here` finds under a version.

    Raises:
        VersionError: it cannot be run there.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.json"
        said = subprocess.run([python, "-m", "tests.versions", "--here", found], cwd=ROOT, capture_output=True, text=True)
        if said.returncode:
            raise VersionError(f"torch {version}: the run fails: {said.stderr.strip()[-2000:]}")
        result: dict[str, Any] = json.loads(found.read_text())
    if result["torch"] != version:
        raise VersionError(f"torch {version} was asked for, and the environment has {result['torch']}")
    return result


def here() -> dict[str, Any]:
    """Return what the torch that runs here does otherwise than the pages say: ``{"torch": ..., "entries": {name: ...}}``.

    Raises:
        ContentError: the content or its facts are broken, or the facts are those of an entry as it was before.
    """
    import torch

    from torchref.content import observe

    torch.set_num_threads(1)
    known = catalog.entries(catalog.read())
    observed = catalog.read_observed()["operations"]
    wrong = failing_sentences()
    found = {}
    for name, entry in known.items():
        if observed.get(name, {}).get("digest") != entry.digest:
            raise catalog.ContentError(entry.path, entry.line, f"{name}: run python -m torchref.content.observe first")
        now = observe.facts(entry, strict=False)
        said = claims.sentences(catalog.messages(entry))
        parts = {
            "examples": examples(entry),
            "sentences": [sentence for sentence in said if sentence in wrong and sentence not in HOLDS],
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
    return {sentence for topic in catalog.read() for sentence in _failing_in(f"tests.claims.{topic.name}")}


def _failing_in(module: str) -> set[str]:
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
        made[name] = {"digest": entry.digest, "versions": {one: of[one] for one in versions.in_order(of)}}
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
