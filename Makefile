# Everything runs in .venv; only Python (3.11 or newer) and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO ?= demo-collection

.PHONY: demo test check lint types contracts lock bench clean

demo: $(READY)
	$(BIN)/backissue demo --collection $(DEMO)

test: $(READY) check
	$(BIN)/pytest

check: lint types contracts

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m bench

# The versions CI is known to be green with; pyproject.toml has the lower bounds.
lock: $(READY)
	$(BIN)/pip freeze --exclude-editable --exclude backissue | LC_ALL=C sort -f > .ci/constraints.txt

$(READY): pyproject.toml .ci/constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
