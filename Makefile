# All that contributors and CI run. The environment in .venv is made when first needed.

PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
SITE_READY := .venv/site-installed
TESTS_READY := .venv/tests-installed
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes
CODE := $(wildcard _ext conf.py tests tools)
WORKSHOP := PYTHONPATH=_ext $(BIN)/python -m workshop

# What is typed for these reaches the commands through the environment, letter by letter: neither
# make nor the shell takes a `$` or a quote in a title for anything else.
TYPED := FACTS INTO FROM ARGS TITLE NUMBER AUTHORS TOPICS KEYWORDS CODE_URL ARXIV PAGES ID TIME DAY KIND SPEAKERS PAPER ROOM
$(foreach name,$(TYPED),$(eval override $(name) := $(if $(findstring command,$(origin $(name))),$$(value $(name)))))
export $(TYPED)

.PHONY: help html live test check format update clean import paper session edition slow

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

# Sphinx saves its environment before its last checks. If these fail, the saved one has to go,
# or the next run would find nothing to read, check nothing, and pass.
html: _build/started ## Build the site into _build/html; every warning is an error
	@$(BIN)/python -m sphinx -b html -n -W -j auto -d _build/doctrees . _build/html || \
	{ status=$$?; rm -f _build/doctrees/environment.pickle; exit $$status; }

live: $(SITE_READY) ## Serve the site while you write, at http://127.0.0.1:8000 (or PORT=...)
	@$(BIN)/sphinx-autobuild -n -j auto --port $(PORT) \
	--re-ignore '/(_build|\.venv|\.git|__pycache__|\.[a-z]+_cache)(/|$$)' . _build/live

import: $(SITE_READY) ## Write pages of an export: FROM=Papers.txt ARGS='--dry-run' (ARGS=--help: all of it)
	@set -f; $(WORKSHOP) import $$ARGS $${FROM:+-- "$$FROM"}

paper: $(SITE_READY) ## Write a paper's page: TITLE='...' NUMBER=58 AUTHORS='First Last* (Place); ...'
	@$(WORKSHOP) paper --title="$$TITLE" $${NUMBER:+--number="$$NUMBER"} \
	$${AUTHORS:+--authors="$$AUTHORS"} $${ID:+--id="$$ID"} $${TOPICS:+--topics="$$TOPICS"} \
	$${KEYWORDS:+--keywords="$$KEYWORDS"} $${CODE_URL:+--code="$$CODE_URL"} \
	$${ARXIV:+--arxiv="$$ARXIV"} $${PAGES:+--pages="$$PAGES"}

session: $(SITE_READY) ## Put a session into the schedule: TITLE='...' TIME=09:00-10:00 KIND=talk ...
	@$(WORKSHOP) session $${TITLE:+--title="$$TITLE"} --time="$$TIME" $${DAY:+--day="$$DAY"} \
	$${KIND:+--kind="$$KIND"} $${SPEAKERS:+--speakers="$$SPEAKERS"} $${TOPICS:+--topics="$$TOPICS"} \
	$${ID:+--id="$$ID"} $${PAPER:+--paper="$$PAPER"} $${ROOM:+--room="$$ROOM"}

edition: $(SITE_READY) ## Make an empty site for another workshop: FACTS=../next.toml INTO=../next
	@$(BIN)/python tools/new_edition.py "$$FACTS" "$$INTO"

test: $(TESTS_READY) ## Run the tests; gets a browser if there is none
	@$(BIN)/python tests/install_browser.py
	@$(BIN)/python -m pytest

slow: $(TESTS_READY) ## Run the tests that take minutes: large imports
	@$(BIN)/python -m pytest -m slow

check: $(TESTS_READY) ## Check the code's format, style and types
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy $(CODE)

format: $(TESTS_READY) ## Format the code and mend its style
	$(BIN)/ruff check --fix-only $(CODE)
	$(BIN)/ruff format $(CODE)

update: $(TESTS_READY) ## Lock the newest versions that the two requirements.in allow
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) tests/requirements.in -o tests/requirements.txt

clean: ## Remove all that was built (for a new environment: rm -r .venv)
	rm -rf _build .hypothesis .mypy_cache .pytest_cache .ruff_cache

# A changed lock makes a new environment: what is installed is what is locked, and no more.
$(SITE_READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("The site needs Python 3.11 or newer: make PYTHON=python3.12, for instance.")'
	@echo 'Installing requirements.txt into .venv'
	@$(PYTHON) -m venv --clear .venv
	@$(INSTALL) -r requirements.txt
	@touch $@

$(TESTS_READY): $(SITE_READY) tests/requirements.txt
	@echo 'Installing tests/requirements.txt into .venv'
	@$(INSTALL) -r tests/requirements.txt
	@touch $@

# Sphinx does not notice that an extension has changed, so that starts a build from nothing.
_build/started: $(SITE_READY) $(shell find _ext -name '*.py')
	@rm -rf _build/doctrees _build/html
	@mkdir -p _build
	@touch $@
