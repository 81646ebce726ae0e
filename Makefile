SHELL := bash
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.SUFFIXES:

targets := site test lint versions mutants bench bench-scale pictures serve clean help
python := .venv/bin/python
set_up := .venv/.set-up
PORT ?= 8000

.PHONY: $(targets)

site: $(set_up) ## build the site in both languages and say where to open it
	@$(python) -m docs.build

test: $(set_up) ## run every test (those of the built site skip, and say so, without Chromium)
	@$(python) -m pytest -n 2

lint: $(set_up) ## check style and types
	@$(python) -m ruff check
	@$(python) -m mypy

versions: $(set_up) ## run it all under other versions of torch (minutes, GBs); VERSIONS="2.14.1" for some of them
	@$(python) -m tests.versions $(VERSIONS)

bench: $(set_up) ## measure how fast it all is; WHOLE=1 times the whole test run too (minutes)
	@$(python) -m tests.bench $(if $(WHOLE),all)

bench-scale: $(set_up) ## measure what grows with the content, now and at 750 entries; WHOLE=1 runs the tests too
	@$(python) -m tests.growth $(if $(WHOLE),tests)

mutants: $(set_up) ## break the NumPy bodies in small ways and list the changes that no test notices (minutes); NAMES='floor sum' for some
	@$(python) -m tests.operations.mutate $(NAMES)

pictures: $(set_up) ## build the site and retake the READMEs' pictures of it, in Chromium
	@$(python) -m docs.pictures

serve: $(set_up) ## serve the site on this machine and build it again on every save; PORT=8000
	@$(python) -m docs.serve '$(PORT)'

clean: ## remove what was built and every cache; .venv stays
	@rm -rf build .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@echo "removed build/ and the caches; to set everything up anew, delete .venv too"

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.* ## /  make \1 - /p' Makefile
	@echo "The first of them sets up .venv with the Python it finds; to name one: make PYTHON=python3.12 site"

.DEFAULT:
	@near=$$("$${PYTHON:-python3}" -c 'import difflib, sys; print(*difflib.get_close_matches(sys.argv[1], sys.argv[2:], 1))' \
	'$@' $(targets) 2> /dev/null); \
	echo "make: '$@' was asked for, and there is no such target; $${near:+nearest: $$near; }targets: $(targets)" >&2; exit 2

# A set-up counts only as long as its Python runs and is the version of the one that was named.
version := import sys; print("%d.%d" % sys.version_info[:2])
ifneq ($(wildcard $(set_up)),)
have := $(shell $(python) -c '$(version)' 2> /dev/null)
asked := $(if $(PYTHON),$(shell '$(PYTHON)' -c '$(version)' 2> /dev/null),$(have))
ifneq ($(have),$(or $(asked),none))
$(shell rm -f $(set_up))
endif
endif

# The script below says what was asked, what was found and what to do; nothing of it counts before the last line.
define prepare
set -uo pipefail
stop() { echo "make: $$*" >&2; exit 2; }
version() { "$$1" -c '$(version)' 2> /dev/null; }
new_enough() { [[ "$$1" =~ ^3\.([0-9]+)$$ ]] && (( BASH_REMATCH[1] >= 11 )); }

make_venv() {
  local names=(python3 python3.14 python3.13 python3.12 python3.11) name have base='' found=''
  [ -z "$${PYTHON:-}" ] || names=("$$PYTHON")
  for name in "$${names[@]}"; do
    have=$$(version "$$name")
    if new_enough "$$have"; then base=$$name; break; fi
    if [ -n "$$have" ]; then
      found="$$found$${found:+, }$$name is $$have"
    elif [ -n "$${PYTHON:-}" ]; then
      found="PYTHON=$$name is no Python that runs"
    fi
  done
  [ -n "$$base" ] ||
    stop "torchref needs Python 3.11 or newer; found: $${found:-no Python}; install one, then name it: make PYTHON=python3.12 $$goal"
  "$$base" -c 'import venv, ensurepip' 2> /dev/null ||
    stop "$$base ($$have) lacks the module venv, which makes .venv; on Debian and Ubuntu: apt install python3-venv"
  echo "making .venv with $$base ($$have)"
  rm -rf .venv
  "$$base" -m venv .venv > /dev/null 2>&1 ||
    { rm -rf .venv; stop "$$base ($$have) could not make .venv in $$PWD; is the disk full, or the folder read-only?"; }
}

install() {
  local reason
  rm -f .venv/pip.log
  .venv/bin/python -m pip install --disable-pip-version-check --log .venv/pip.log -c constraints.txt "$$@" > /dev/null 2>&1 && return
  if grep -qE 'Retrying \(Retry|ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Name or service not known' .venv/pip.log; then
    stop "pip was asked to install $${!#} and could not reach its package index; this step needs the network, once: connect, then: make $$goal"
  fi
  reason=$$(sed -n 's/^[^ ]* *ERROR: *//p' .venv/pip.log | head -n 1)
  stop "pip was asked to install $${!#} and could not: $${reason:-it gave no reason}; all it said is in .venv/pip.log"
}

echo "setting up .venv, once (a few minutes, most of them for torch)"
if ! new_enough "$$(version .venv/bin/python)" || ! .venv/bin/python -m pip --version > /dev/null 2>&1 ||
   [ -n "$${PYTHON:-}" -a "$$(version .venv/bin/python)" != "$$(version "$${PYTHON:-}")" ]; then
  make_venv
fi
install setuptools
echo "installing torch (what pip says goes to .venv/pip.log)"
install torch
echo "installing everything else"
install --no-build-isolation -e '.[docs,test,torch]'
touch $(set_up)
packages=(.venv/lib/python*/site-packages/*.dist-info)
echo "set up: .venv holds $${#packages[@]} packages, after $$SECONDS s"
endef
export prepare
export goal = $(firstword $(MAKECMDGOALS))

$(set_up): constraints.txt pyproject.toml
	@bash -c "$$prepare"
