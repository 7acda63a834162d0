# make run and make test need Python 3.11+ and make, and nothing else; each does its own set-up.
SHELL := /bin/sh
VENV  := .venv
BIN   := $(VENV)/bin
# The newest Python on the path that is new enough, whatever it is called; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK   := $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host --allow-unsafe --strip-extras pyproject.toml

.PHONY: run test test-fast check bench screenshots lock wheel clean help
.DEFAULT_GOAL := help

help:            ## show what there is
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' Makefile

run: $(VENV)/.ready-run          ## serve at http://127.0.0.1:8000
	$(BIN)/wence serve

test: $(VENV)/.ready-dev         ## every test
	$(BIN)/pytest

test-fast: $(VENV)/.ready-dev    ## the tests that take no seconds
	$(BIN)/pytest -m "not slow"

check: $(VENV)/.ready-dev        ## style, types, imports, corpus and rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/wence rules check

bench: $(VENV)/.ready-dev        ## service, reasoning and understanding; retrieval too with STATUTES=folder (docs/benchmarks*.md)
	$(BIN)/python benchmarks/service.py
	$(BIN)/python benchmarks/reasoning.py
	$(BIN)/python benchmarks/understanding.py
	$(if $(STATUTES),$(BIN)/python benchmarks/retrieval.py $(STATUTES))

screenshots: $(VENV)/.ready-run  ## docs/screenshots, in a headless browser (needs Node and Chromium)
	cd web && npm ci && npm run screenshots

wheel: $(VENV)/.ready-dev        ## dist/wence-….whl, with corpus, rules and pages inside
	$(BIN)/python -m build --wheel --no-isolation

lock: $(VENV)/.ready-dev         ## renew requirements*.txt from pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --extra build --output-file requirements.txt
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) --extra build --extra postgresql --extra bench --extra dev --output-file requirements-dev.txt

clean:           ## forget the virtual environment
	rm -rf $(VENV) dist

# One environment serves both; the development requirements hold all of the others.
$(VENV)/.ready-run: requirements.txt pyproject.toml | $(BIN)/python
	@test -e $(VENV)/.ready-dev && test -z "$$(find requirements-dev.txt pyproject.toml -newer $(VENV)/.ready-dev)" \
		|| $(call install,requirements.txt)
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	@$(call install,requirements-dev.txt)
	@touch $@

install = { echo "Installing $(1) …" && $(PIP) install --require-hashes -r $(1) \
	&& $(PIP) install --no-deps --no-build-isolation -e . ; }

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更新的版本，请先安装，或用 make PYTHON=/路径/python3.12 指定。"; \
		echo "Python 3.11 or newer is needed: install it, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) 低于 3.11 / is older than 3.11: make PYTHON=/path/to/python3.12"; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		echo "无法建立虚拟环境，Debian 与 Ubuntu 请先 apt install python3-venv / install python3-venv"; exit 1; }
