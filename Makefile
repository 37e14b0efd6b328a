# Two commands: `make run` serves the web chat, `make test` runs every test. Both set everything up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH ?= all

.DEFAULT_GOAL := help
.PHONY: help run test judges check format stories lock bench screenshots clean

help: ## what can be done here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: $(VENV)/run ## serve the web chat on http://127.0.0.1:8080
	$(BIN)/python -m bot run

test: $(VENV)/dev ## run every test (`make test ONLY="-m 'not slow'"` for the quick ones)
	$(BIN)/python -m pytest -q -n auto --maxprocesses 4 --dist worksteal $(ONLY)

judges: $(VENV)/dev ## hold the Telegram test server against a schema of the whole Bot API (needs npm)
	@command -v npm >/dev/null || { echo "npm is not installed; this judge is made from npm packages."; exit 1; }
	$(BIN)/python -m pytest -q -m npm tests/telegram

check: $(VENV)/dev ## format, lint, types, architecture, links, known flaws of dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/house/test_docs.py
	$(BIN)/python -m tests.house.audit

format: $(VENV)/dev ## bring the code to its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

stories: $(VENV)/dev ## record tests/stories/ again; then read the difference
	-$(BIN)/python -m pytest -q tests/test_stories.py --record
	git diff --stat tests/stories

bench: $(VENV)/dev ## measure (`make bench BENCH=turns`)
	$(BIN)/python -m bench $(BENCH)

screenshots: $(VENV)/dev ## take the pictures of docs/pictures again
	$(BIN)/python -m tests.house.screenshots

lock: $(VENV)/dev ## resolve the dependencies of pyproject.toml again, with hashes
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		-q pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		-q --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt

clean: ## remove what `make` made; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/python: Makefile
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: requirements/run.txt | $(VENV)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/dev: requirements/dev.txt | $(VENV)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@ $(VENV)/run
