# All that contributors and CI run. The environment in .venv is made when first needed.

PYTHON ?= python3
PORT ?= 8000
# Test processes at a time; each has a browser and a built site of its own.
JOBS ?= auto
# What `make busy` runs, and how often.
TESTS ?= tests/browser
TIMES ?= 3
# What `make matrix` runs: pinned versions, or those that are `released` or `prereleased`.
SESSION ?= pinned

BIN := .venv/bin
LOCK_READY := .venv/requirements-installed
SITE_READY := .venv/site-installed
TESTS_READY := .venv/tests-installed
TYPESCRIPT := .venv/typescript
TYPESCRIPT_READY := $(TYPESCRIPT)/installed
BOOKLET_READY := .venv/booklet-installed
BOOKLET := program/booklet
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# pip takes no folder under --require-hashes; the build backend is among the locked requirements.
ENGINE_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation
LOCKS := requirements.txt booklet/requirements.txt tests/requirements.txt .github/release/requirements.txt
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes
TEMPLATE := sphinx-workshop/template
CODE := $(wildcard sphinx-workshop conf.py tests tools)
WORKSHOP := $(BIN)/python -m sphinx_workshop.cli

# ENGINE: a folder or a wheel of the engine, in place of sphinx-workshop/. It is kept until ENGINE
# names another, which makes a new environment; `ENGINE=` names sphinx-workshop/.
IN_USE := $(shell cat .venv/engine 2>/dev/null)
ifeq ($(origin ENGINE),undefined)
ENGINE := $(IN_USE)
else
override ENGINE := $(value ENGINE)
endif
export ENGINE
# Images for CI often keep Python from storing what it has compiled: of the hundreds of processes that
# the tests start, each would compile the engine and its packages anew.
unexport PYTHONDONTWRITEBYTECODE
ifneq "$(ENGINE)" "$(IN_USE)"
$(LOCK_READY): renew
endif

# What is typed reaches the commands through the environment, verbatim: neither make nor the shell
# takes a `$` or a quote in a title for anything else. Of these, no other environment counts.
NAMED := FACTS INTO OLD NEW FROM ARGS
TYPED := $(strip $(foreach name,$(.VARIABLES),$(if $(findstring command,$(origin $(name))),$(name))))
$(foreach name,$(sort $(NAMED) $(TYPED)),$(eval override $(name) := $(if $(findstring command,$(origin $(name))),$$(value $(name)))))
export $(NAMED) $(TYPED)
# `paper` and `session` take the options that are typed in capital letters: ARXIV=2207.00001.
paper session: export WORKSHOP_TYPED := $(TYPED)

.PHONY: help html booklet manual publish live test test-site check format update clean compare bench import paper session edition rename-person unlist-person
.PHONY: renew busy test-a11y fuzz crash-tests rebuilds linkcheck audit matrix packages addresses rehearse slow measure words templates

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

html: $(SITE_READY) ## Build the site into _build/html; every warning is an error
	@$(if $(ENGINE),echo "The engine is $$ENGINE; \`make html ENGINE=\` goes back to sphinx-workshop/.")
	@$(WORKSHOP) build $(SETTINGS)

# The site has links to these files only once they are made: whatever fails, none leads nowhere.
booklet: $(BOOKLET_READY) ## Build the site with the booklet as a PDF and as an e-book
	@$(WORKSHOP) booklet --check
	@$(MAKE) --no-print-directory html
	@rm -rf _build/epub
	@$(BIN)/python -m sphinx -b epub -n -W -j auto -d _build/epub/doctrees . _build/epub/book
	@cp _build/epub/book/*.epub _build/booklet.epub
	@$(WORKSHOP) booklet --style booklet/cover.css _build/html/$(BOOKLET).html
	@mv _build/html/$(BOOKLET).pdf _build/booklet.pdf
	@$(MAKE) --no-print-directory html SETTINGS="workshop_booklets=1 workshop_social_pictures=1"
	@cp _build/booklet.pdf _build/booklet.epub _build/html/$(dir $(BOOKLET))

# Another Sphinx site, with an inventory of its own; built from nothing, since it is built seldom.
manual: $(SITE_READY) ## Build the engine's manual into _build/manual
	@rm -rf _build/manual
	@PYTHONPATH=sphinx-workshop/docs/_ext \
	$(BIN)/python -m sphinx -q -n -W -E -b html -d _build/manual-doctrees \
	sphinx-workshop/docs _build/manual

# `html` replaces its folder as a whole, so that the manual is put there last.
publish: booklet manual ## Build all that is published: the site, the booklet, the manual
	@rm -rf _build/html/manual
	@cp -R _build/manual _build/html/manual

# The server puts a script of its own into the pages, which their policy would forbid.
live: $(SITE_READY) ## Serve the site while you write, at http://127.0.0.1:8000 (or PORT=...)
	@$(BIN)/python -m sphinx_workshop.cli.live -n -j auto -D workshop_csp=0 --port $(PORT) \
	--re-ignore '/(_build|\.venv|\.git|__pycache__|\.[a-z]+_cache)(/|$$)' . _build/live

import: $(SITE_READY) ## Write pages of an export: FROM=Papers.txt ARGS='--dry-run' (ARGS=--help: all of it)
	@printf '%s\n' "$$ARGS" | xargs sh -c 'exec $(WORKSHOP) import --by-make "$$@" $${FROM:+-- "$$FROM"}' import

paper: $(SITE_READY) ## Write a paper's page: TITLE='...' NUMBER=58 AUTHORS='First Last* (Place); ...'
	@$(WORKSHOP) paper

session: $(SITE_READY) ## Put a session into the schedule: TITLE='...' TIME=09:00-10:00 KIND=talk ...
	@$(WORKSHOP) session

rename-person: $(SITE_READY) ## Give a person a new name, and keep the old one away: OLD='...' NEW='...'
	@$(WORKSHOP) rename-person -- "$$OLD" "$$NEW"

unlist-person: $(SITE_READY) ## Take a person off the site, and keep the name away: OLD='...'
	@$(WORKSHOP) unlist-person -- "$$OLD"

edition: $(TESTS_READY) ## Create the site of another workshop: FACTS=../next.toml INTO=../next
	@$(BIN)/python tools/edition.py "$$FACTS" "$$INTO"

rehearse: $(SITE_READY) ## Copy an earlier site's PDFs, build, check its addresses: OLD=../old-checkout
	@$(BIN)/python tools/earlier_site.py copy "$$OLD" .
	@$(MAKE) --no-print-directory html
	@$(BIN)/python tools/earlier_site.py check "$$OLD" _build/html

SITE_TESTS := tests/site $(wildcard tests/browser/site)

test-site: html $(TESTS_READY) ## Build, and test what was built: enough where only pages changed
	@$(BIN)/python tests/install_browser.py
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder --site=_build/html $(SITE_TESTS)

test: $(TESTS_READY) ## Run the tests; gets a browser and the booklet's tools if there are none
	@$(BIN)/python tests/install_browser.py
	@$(BIN)/python tests/install_booklet_tools.py
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

# A test that waits for time instead of a state fails here sooner or later.
busy: $(TESTS_READY) ## Run the browser's tests while four busy loops run (TIMES=3, TESTS=tests/browser)
	@$(BIN)/python tests/install_browser.py
	@trap 'kill $$loops' EXIT; trap exit INT TERM; for loop in 1 2 3 4; do \
	while :; do :; done & loops="$$loops $$!"; done; \
	for run in $$(seq $(TIMES)); do echo "Run $$run of $(TIMES) with four busy loops" && \
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(TESTS) || exit; done

matrix: $(TESTS_READY) ## Test the engine with other versions of Sphinx, MyST-Parser and the themes
	@$(BIN)/python -m nox -f sphinx-workshop/noxfile.py -s $(SESSION)

slow: $(TESTS_READY) ## Run the tests that take minutes: large imports
	@$(BIN)/python -m pytest -m slow

# What `make test` does in part, in full. CI does these once a week, and before nobody's merge.
test-a11y: $(TESTS_READY) ## Ask about every page, in a browser, all that is asked of a sample else
	@$(BIN)/python tests/install_browser.py
	@THOROUGH=1 $(BIN)/python -m pytest tests/browser

fuzz: $(TESTS_READY) ## Try hostile text on everything that reads text, for minutes
	@THOROUGH=1 $(BIN)/python -m pytest sphinx-workshop/tests/fuzz sphinx-workshop/tests/unit

crash-tests: $(TESTS_READY) ## Kill fifty builds, and build again after each
	@THOROUGH=1 $(BIN)/python -m pytest sphinx-workshop/tests/crash

rebuilds: $(TESTS_READY) ## Compare with a fresh build after each edit, check after each task
	@$(BIN)/python tests/install_browser.py
	@THOROUGH=1 $(BIN)/python -m pytest tests/site/test_rebuilds.py tests/tasks \
		sphinx-workshop/tests/build/test_incremental.py

linkcheck: $(SITE_READY) ## Ask whether every link to another site still leads somewhere
	@mkdir -p _build
	@$(BIN)/python -m sphinx -q -b linkcheck -d _build/linkcheck/doctrees . _build/linkcheck \
	2>_build/linkcheck.log || true
	@$(BIN)/python tools/list_broken_links.py _build/linkcheck

audit: $(TESTS_READY) ## Ask whether a locked package has a known vulnerability
	@$(BIN)/python tools/audit.py $(LOCKS)

addresses: html ## Promise the addresses that the site has by now, in addresses.txt
	@$(WORKSHOP) addresses _build/html addresses.txt

packages: $(TESTS_READY) ## List what the site is built with, with licenses, in _build
	@$(BIN)/python tools/list_packages.py requirements.txt _build/packages.cdx.json

words: $(TESTS_READY) ## Collect the engine's words for readers, for translators
	@$(BIN)/python sphinx-workshop/tests/message_catalog.py

templates: $(SITE_READY) ## Write the template of a paper, and the links that begin pages on GitHub
	@$(BIN)/python tools/begin_pages.py

measure: $(TESTS_READY) ## Measure how the booklet of 700 invented papers is made
	@$(BIN)/python sphinx-workshop/tests/measure_booklet.py

# `make -j2 check` does two at a time; the types take as long as all others.
CHECKS := check-types check-scripts check-style check-imports check-workflows
.PHONY: $(CHECKS)

check: $(CHECKS) ## Check the code's format, style and types, and the workflows

check-types: $(TESTS_READY)
	$(BIN)/mypy $(CODE)

check-scripts: $(TYPESCRIPT_READY)
	$(BIN)/node $(TYPESCRIPT)/node_modules/typescript/bin/tsc --project sphinx-workshop

check-style: $(TESTS_READY)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)

check-imports: $(TESTS_READY)
	@cd sphinx-workshop && ../$(BIN)/lint-imports .importlinter

check-workflows: $(TESTS_READY)
	$(BIN)/zizmor --offline --quiet --persona pedantic .github $(TEMPLATE)/.github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml $(TEMPLATE)/.github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml $(TEMPLATE)/.github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms \
	$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

TOOLS := PYTHONPATH=.:tests:sphinx-workshop/tests:tools $(BIN)/python

compare: $(TESTS_READY) ## Look at all pages with and without purging, pixel by pixel (half an hour)
	@$(TOOLS) tools/compare.py

bench: $(TESTS_READY) ## Measure builds and pages (hours; SIZES="40 200" ROUNDS=1 takes minutes)
	@$(TOOLS) -m bench

format: $(TESTS_READY) ## Format the code and fix its style
	$(BIN)/ruff check --fix-only $(CODE)
	$(BIN)/ruff format $(CODE)

update: $(TESTS_READY) ## Lock the newest versions that the requirements.in allow
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) booklet/requirements.in -o booklet/requirements.txt
	$(LOCK) tests/requirements.in -o tests/requirements.txt
	cd $(TEMPLATE) && ../../$(LOCK) --no-annotate --no-header -c ../../requirements.txt \
	requirements.in -o requirements.txt
	$(LOCK) .github/release/requirements.in -o .github/release/requirements.txt

clean: ## Remove all that was built (for a new environment: rm -r .venv)
	rm -rf _build .hypothesis .mypy_cache .pytest_cache .ruff_cache

# A changed lock makes a new environment: what is installed is what is locked, and no more.
$(LOCK_READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("The site needs Python 3.11 or newer: make PYTHON=python3.12, for instance.")'
	@echo 'Installing requirements.txt into .venv'
	@$(PYTHON) -m venv --clear .venv
	@printf '%s' "$$ENGINE" > .venv/engine
	@$(INSTALL) -r requirements.txt
	@touch $@

$(SITE_READY): $(LOCK_READY) sphinx-workshop/pyproject.toml
	@if [ -d "$${ENGINE:=sphinx-workshop}" ]; then set -- -e "$$ENGINE"; else set -- "$$ENGINE"; fi; \
	$(ENGINE_INSTALL) "$$@"
	@touch $@

$(BOOKLET_READY): $(SITE_READY) booklet/requirements.txt
	@echo 'Installing booklet/requirements.txt into .venv'
	@$(INSTALL) -r booklet/requirements.txt
	@touch $@

# uv takes a tenth of pip's time; where only pip reaches a package index, pip goes on.
$(TESTS_READY): $(BOOKLET_READY) tests/requirements.txt
	@echo 'Installing tests/requirements.txt into .venv'
	@sed -n '/^uv==/,/[^\\]$$/p' tests/requirements.txt > .venv/uv.txt
	@$(INSTALL) -r .venv/uv.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes \
	-r tests/requirements.txt || $(INSTALL) -r tests/requirements.txt
	@touch $@

# Node and npm are among the tests' requirements.
$(TYPESCRIPT_READY): $(TESTS_READY) sphinx-workshop/package-lock.json
	@echo 'Installing sphinx-workshop/package-lock.json into $(TYPESCRIPT)'
	@mkdir -p $(TYPESCRIPT)
	@cp sphinx-workshop/package.json sphinx-workshop/package-lock.json $(TYPESCRIPT)
	@$(BIN)/npm ci --prefix $(TYPESCRIPT) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
