# All that contributors and CI run. The environment in .venv is made when first needed.

PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
SITE_READY := .venv/site-installed
TESTS_READY := .venv/tests-installed
BOOKLET_READY := .venv/booklet-installed
BOOKLET := program/booklet
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes
CODE := $(wildcard _ext booklet conf.py tests tools)

.PHONY: help html booklet live test measure check format update clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

# Sphinx saves its environment before its last checks. If these fail, the saved one has to go,
# or the next run would find nothing to read, check nothing, and pass.
html: _build/started ## Build the site into _build/html; every warning is an error
	@$(BIN)/python -m sphinx -b html -n -W -j auto $(SETTINGS) -d _build/doctrees . _build/html || \
	{ status=$$?; rm -f _build/doctrees/environment.pickle; exit $$status; }

# The site is built with links to the files that this adds, once it is sure that they can be made.
booklet: $(BOOKLET_READY) ## Build the site with the booklet as a PDF and as an e-book
	@$(BIN)/python booklet/print.py --check
	@$(MAKE) --no-print-directory html SETTINGS='-D workshop_booklets=1'
	@rm -rf _build/epub
	@$(BIN)/python -m sphinx -b epub -n -W -j auto -d _build/epub/doctrees . _build/epub/book
	@$(BIN)/python booklet/print.py _build/html/$(BOOKLET).html
	@cp _build/epub/book/*.epub _build/html/$(BOOKLET).epub

live: $(SITE_READY) ## Serve the site while you write, at http://127.0.0.1:8000 (or PORT=...)
	@$(BIN)/sphinx-autobuild -n -j auto --port $(PORT) \
	--re-ignore '/(_build|\.venv|\.git|__pycache__|\.[a-z]+_cache)(/|$$)' . _build/live

test: $(TESTS_READY) ## Run the tests; gets a browser and the booklet's tools if there are none
	@$(BIN)/python tests/install_browser.py
	@$(BIN)/python tests/install_booklet_tools.py
	@$(BIN)/python -m pytest

measure: $(TESTS_READY) ## Measure how the booklet of 700 invented papers is made
	@$(BIN)/python tests/measure_booklet.py

check: $(TESTS_READY) ## Check the code's format, style and types
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy $(CODE)

format: $(TESTS_READY) ## Format the code and mend its style
	$(BIN)/ruff check --fix-only $(CODE)
	$(BIN)/ruff format $(CODE)

update: $(TESTS_READY) ## Lock the newest versions that the three requirements.in allow
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) booklet/requirements.in -o booklet/requirements.txt
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

$(BOOKLET_READY): $(SITE_READY) booklet/requirements.txt
	@echo 'Installing booklet/requirements.txt into .venv'
	@$(INSTALL) -r booklet/requirements.txt
	@touch $@

$(TESTS_READY): $(BOOKLET_READY) tests/requirements.txt
	@echo 'Installing tests/requirements.txt into .venv'
	@$(INSTALL) -r tests/requirements.txt
	@touch $@

# Sphinx does not notice that an extension has changed, so that starts a build from nothing.
_build/started: $(SITE_READY) $(shell find _ext -name '*.py')
	@rm -rf _build/doctrees _build/html
	@mkdir -p _build
	@touch $@
