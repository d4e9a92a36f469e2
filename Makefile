# Cầu Nối. `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test endurance check lint types messages bench lock

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/run.stamp: requirements.txt pyproject.toml
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: export CAUNOI_EXAMPLES ?= 1
run: $(VENV)/run.stamp ## serve the site with the shipped catalogue on http://127.0.0.1:8000
	@exec $(BIN)/caunoi run

test: $(VENV)/dev.stamp ## the tests, on SQLite and, where one answers, on PostgreSQL
	$(BIN)/python -m pytest -n auto

endurance: $(VENV)/dev.stamp ## the tests marked endurance at full size: ten minutes of made-up demands, changes, damage
	$(BIN)/python -m pytest -n auto -m endurance --hypothesis-profile=endurance

check: lint types test ## lint, types and tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/bandit -q -c pyproject.toml -r i18n catalogue matching service web

types: $(VENV)/dev.stamp
	$(BIN)/mypy

messages: $(VENV)/dev.stamp ## collect translatable sentences into the message catalogues
	$(BIN)/pybabel -q extract --no-location --sort-output -F i18n/babel.cfg -k N_ -k translate:2 -k translate_plural:2,3 -k translate_in_context:2c,3 --project caunoi --version 0.1 -o i18n/locale/caunoi.pot .
	$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --no-wrap -D caunoi -i i18n/locale/caunoi.pot -d i18n/locale

bench: $(VENV)/dev.stamp ## benchmarks, as ratios against a peer in the same run
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.matching

lock: ## renew the locked requirements (needs uv)
	uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --extra build --extra postgres --extra dev pyproject.toml -o requirements-dev.txt
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --extra build --extra postgres -c requirements-dev.txt pyproject.toml -o requirements.txt
