# Everything runs in .venv; only Python (3.11 or newer) and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO ?= demo-collection

# ReplayWeb.page: a program of its own (AGPL-3.0), taken unchanged from its npm package (docs/packaging.md).
REPLAYWEBPAGE := 2.5.3
REPLAYWEBPAGE_SHA256 := b7d35c39c4da9b7121c5a393911d8675d4cc6f19513c380191e16b086bea812c
PLAYER := output/replay/player

.PHONY: demo test check lint types contracts lock bench replay-assets clean

demo: $(READY)
	$(BIN)/backissue demo --collection $(DEMO)

# A file's tests stay with one worker: they share what was made for them.
test: $(READY) check
	$(BIN)/pytest --numprocesses auto --dist loadfile

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

replay-assets: $(PLAYER)/version-$(REPLAYWEBPAGE)

$(PLAYER)/version-$(REPLAYWEBPAGE):
	rm -rf $(PLAYER) && mkdir -p $(PLAYER)
	cd $(PLAYER) && npm pack --silent replaywebpage@$(REPLAYWEBPAGE)
	echo "$(REPLAYWEBPAGE_SHA256)  $(PLAYER)/replaywebpage-$(REPLAYWEBPAGE).tgz" | sha256sum --check --quiet
	tar -xzf $(PLAYER)/replaywebpage-$(REPLAYWEBPAGE).tgz -C $(PLAYER) --strip-components 1 --no-same-owner \
		package/ui.js package/sw.js package/LICENSE package/package.json
	rm $(PLAYER)/replaywebpage-$(REPLAYWEBPAGE).tgz
	touch $@

# The versions CI is known to be green with; pyproject.toml has the lower bounds.
lock: $(READY)
	$(BIN)/pip freeze --exclude-editable --exclude backissue | LC_ALL=C sort -f > .ci/constraints.txt

$(READY): pyproject.toml .ci/constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
