"""The commands around the project: what the Makefile says when something is missing, and what the texts promise."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from tests import bench
from tests.operations import agree, test_contract
from torchref.content import catalog

ROOT = Path(__file__).parent.parent
TEXTS = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CONTRIBUTING.zh-CN.md"]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

needs_make = pytest.mark.skipif(
    shutil.which("make") is None, reason="make is not installed: its messages cannot be seen"
)


@pytest.fixture
def checkout(tmp_path):
    """A folder that holds what the set-up reads."""
    for name in ("Makefile", "constraints.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(folder, *arguments, **environment):
    """Run make; return its exit status and what it said, less make's own line about the recipe that failed."""
    kept = {
        key: value for key, value in os.environ.items() if key not in {"PYTHON", "MAKEFLAGS", "MFLAGS", "MAKELEVEL"}
    }
    finished = subprocess.run(
        ["make", *arguments], cwd=folder, env=kept | environment, capture_output=True, text=True, timeout=120
    )
    said = [line for line in finished.stderr.splitlines() if not line.startswith("make: ***")]
    assert "Traceback" not in finished.stdout + finished.stderr
    return finished.returncode, said, finished.stdout


def script(path, text, shell="sh"):
    path.write_text(f"#!{shutil.which(shell)}\n{text}\n")
    path.chmod(0o755)
    return path


@needs_make
def test_help_is_the_default_and_lists_every_target(checkout):
    status, _, output = make(checkout)
    assert status == 0
    assert set(re.findall(r"make ([\w-]+) - ", output)) == TARGETS


@needs_make
def test_unknown_target_names_the_nearest(checkout):
    status, said, _ = make(checkout, "sit")
    assert status == 2
    assert len(said) == 1 and "'sit'" in said[0] and "nearest: site" in said[0]


@needs_make
@pytest.mark.parametrize("prints, found", [("echo 3.9", "is 3.9"), ("exit 1", "no Python that runs")])
def test_python_that_was_named_and_does_not_do(checkout, prints, found):
    old = script(checkout / "old", prints)
    status, said, _ = make(checkout, f"PYTHON={old}", "site")
    assert status == 2
    assert len(said) == 1 and "Python 3.11 or newer" in said[0] and found in said[0]
    assert not (checkout / ".venv").exists()


@needs_make
def test_old_python_alone_on_the_machine(checkout):
    tools = checkout / "tools"
    tools.mkdir()
    for name in ("bash", "make", "sed", "rm"):
        (tools / name).symlink_to(shutil.which(name))
    script(tools / "python3", "echo 3.9")
    status, said, _ = make(checkout, "test", PATH=str(tools))
    assert status == 2
    assert len(said) == 1 and "python3 is 3.9" in said[0] and "make PYTHON=" in said[0]


@needs_make
def test_python_without_venv(checkout):
    bare = script(checkout / "bare", f'case "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"')
    status, said, _ = make(checkout, f"PYTHON={bare}", "site")
    assert status == 2
    assert len(said) == 1 and "lacks the module venv" in said[0] and "python3-venv" in said[0]
    assert not (checkout / ".venv").exists()


@needs_make
def test_no_network_says_so_and_does_not_count_as_set_up(checkout):
    nowhere = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PIP_EXTRA_INDEX_URL": "",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "1",
    }
    status, said, _ = make(checkout, f"PYTHON={sys.executable}", "site", **nowhere)
    assert status == 2
    assert len(said) == 1 and "needs the network" in said[0] and said[0].endswith("make site")
    assert not (checkout / ".venv" / ".set-up").exists()


NOISY = f"""case "$*" in
"-m venv .venv") mkdir -p .venv/bin .venv/lib/python3/site-packages/{{one,two}}.dist-info; cp "$0" .venv/bin/python;;
"-m pip install"*) echo "Collecting numpy>=2.1"; echo "Successfully installed numpy"; echo "WARNING: as root" >&2;;
"-m docs.build") echo "the site stands";;
*) exec "{sys.executable}" "$@"
esac"""
"""A Python whose pip talks as the real one does, and installs nothing."""


@needs_make
def test_set_up_is_a_line_a_step_and_nothing_of_what_pip_says(checkout):
    noisy = script(checkout / "noisy", NOISY, "bash")
    status, said, output = make(checkout, f"PYTHON={noisy}", "site")
    assert status == 0 and said == [], said
    setting, making, torch_, rest, set_up, built = output.splitlines()
    assert setting.startswith("setting up .venv") and making.startswith(f"making .venv with {noisy}")
    assert torch_.startswith("installing torch") and rest.startswith("installing everything else")
    assert re.fullmatch(r"set up: \.venv holds 2 packages, after \d+ s", set_up)
    assert built == "the site stands"
    assert make(checkout, "site") == (0, [], "the site stands\n")


@needs_make
def test_set_up_whose_python_is_gone_does_not_count(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / ".set-up").touch()
    old = script(checkout / "old", "echo 3.9")
    status, said, _ = make(checkout, f"PYTHON={old}", "site")
    assert status == 2 and "Python 3.11" in said[0]


@needs_make
@pytest.mark.parametrize("target, command", [("site", "-m docs.build"), ("test", "-m pytest -n 2")])
def test_plain_commands_of_the_readme_are_those_of_make(target, command):
    _, _, output = make(ROOT, "--dry-run", "--old-file=.venv/.set-up", target)
    assert f".venv/bin/python {command}" in output
    for name in ("README.md", "README.zh-CN.md"):
        assert f".venv/bin/python {command}\n" in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_every_make_command_of_the_texts_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = re.findall(r"(?:`|^)make ([^`\n]+)", text, re.MULTILINE)
    named = {word for command in commands for word in command.split() if "=" not in word}
    assert named and named <= TARGETS


@pytest.mark.parametrize("name", [*TEXTS, "CHANGELOG.md", "CHANGELOG.zh-CN.md"])
def test_every_file_the_texts_link_to_exists(name):
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / target).is_file(), f"{name} links to {target}"


def test_both_readmes_give_the_same_commands():
    first, second = (
        re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL) for name in TEXTS[:2]
    )
    assert first == second


def test_ci_proves_what_make_proves():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "export TORCHREF_REQUIRE_BROWSER=1" in text
    assert {"make test", "make site", "make lint"} <= set(text.splitlines())
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert "run: make test" in workflow and "run: make site" in workflow


def test_bench_names_the_nearest_section(capsys):
    assert bench.main(["doctest"]) == 2
    assert "nearest: doctests" in capsys.readouterr().err


@pytest.fixture
def template(tmp_path):
    """The function of CONTRIBUTING.md, read as the one entry of a topic."""
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    module = '"""Template: what a newcomer copies."""\n\nimport numpy as np\n\n__all__ = ["hypot"]\n\n\n' + code
    (tmp_path / "template.py").write_text(module, encoding="utf-8")
    (entry,) = catalog.entries(catalog.read(tmp_path, ("template",))).values()
    return entry


@pytest.mark.parametrize("rule", test_contract.RULES, ids=lambda rule: rule.__name__)
def test_template_keeps_the_contract(template, rule):
    rule(template)


def test_template_runs_and_its_body_agrees_with_torch(template):
    test = doctest.DocTestParser().get_doctest(template.docstring, {"torch": torch, "np": np}, template.name, None, 0)
    assert doctest.DocTestRunner(verbose=False).run(test) == (0, len(template.examples))
    namespace = {"np": np}
    exec(template.numpy, namespace)
    x, y = np.array([[3.0], [-0.5]]), np.array([4.0, 0.0, 12.0])
    expected = torch.hypot(torch.from_numpy(x), torch.from_numpy(y)).numpy()
    agree.assert_agree(template, expected, namespace["hypot"](x, y))
