PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements-dev.txt
UV_VERSION := 0.13.9
COMPILE := .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## Show what make can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(VENV)/.project-installed ## Create .venv from the locked dependencies, with cadence-lint in it

$(VENV)/.dependencies-installed: $(LOCK)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	@touch $@

$(VENV)/.project-installed: $(VENV)/.dependencies-installed pyproject.toml hatch_build.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src  # also where Python may not write bytecode as it runs
	@touch $@

.PHONY: examples
examples: setup ## Check the example sequences, as a demonstration
	@$(BIN)/cadence-lint check examples || [ $$? -eq 1 ]  # 1: it found something, as it should

.PHONY: test
test: lint ## Run everything that CI runs: lint, types, tests with coverage
	$(BIN)/pytest --cov -n auto --dist worksteal

.PHONY: lint
lint: setup ## Check style, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: format
format: setup ## Sort imports, apply safe fixes and format the code
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

.PHONY: docs
docs: setup ## Make the reference in docs/ from the code and the rules
	$(BIN)/python -m docs.generate

.PHONY: bench
bench: setup ## Measure how long the program takes to start, and how long 500 files take
	$(BIN)/python -m compileall -q src
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python -m benchmarks.throughput 500 --rounds 1

.PHONY: lock
lock: .venv-lock/.uv-$(UV_VERSION) ## Compile both requirements files anew, with the newest versions allowed
	$(COMPILE) --group dev --upgrade --output-file $(LOCK) pyproject.toml
	$(COMPILE) --group build --constraint $(LOCK) --output-file requirements.txt pyproject.toml

.venv-lock/.uv-$(UV_VERSION):
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@
