# One entry for everything: `make run` to annotate, `make test` to test, `make check` before a commit.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
ARGS ?=

# The files in .venv mark what is installed; a changed lock file installs again.
.PHONY: setup run stop test lint check format configs lock build clean help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

setup: $(VENV)/.installed  ## make .venv with the toolkit and Label Studio

$(VENV)/.installed: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed; say which one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --no-deps --require-hashes -r requirements/run.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements/dev.lock
	$(PIP) install --quiet --no-deps --require-hashes -r requirements/dev.lock
	@touch $@

run: setup  ## annotate: start Label Studio, pre-annotate corpus/, push the tasks
	$(BIN)/factcheck run $(ARGS)

stop: setup  ## stop the local Label Studio
	$(BIN)/factcheck studio stop

test: $(VENV)/.installed-dev  ## all tests: unit, properties, a real server, a real browser
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal $(ARGS)

lint: $(VENV)/.installed-dev  ## lint, format, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test  ## all that has to pass before a commit

format: $(VENV)/.installed-dev  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

configs: $(VENV)/.installed  ## draw label_configs/ anew from toolkit/labelstudio/layouts.py
	$(BIN)/python -m toolkit.labelstudio.layouts label_configs

# Emits hashes and no index address. Needs uv.
lock:  ## renew the lock files from pyproject.toml
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra studio pyproject.toml requirements/build.in -o requirements/run.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra studio --extra dev -c requirements/run.lock pyproject.toml requirements/build.in -o requirements/dev.lock

build: $(VENV)/.installed-dev  ## wheel and source distribution in dist/
	$(BIN)/python -m build --no-isolation

clean:  ## remove .venv and build outputs
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache
