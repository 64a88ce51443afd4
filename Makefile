# Interregnum. `make` alone lists what can be done.
SHELL := /bin/sh
HOME_OF_ALL := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))
PYTHON := .venv/bin/python
# Every target works from any folder: make -C path/to/interregnum run
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help setup run firm sign-ins backup restore test test-sqlite test-postgres test-browser drill browser check texts docs pictures lock migrations bench bench-choose fresh

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(HOME_OF_ALL)Makefile | sort | awk -F ':.*## ' '{ printf "  make %-16s %s\n", $$1, $$2 }'

setup: .setup-stamp ## install everything into .venv (nothing to do the second time)

.setup-stamp: requirements.lock scripts/bootstrap.sh scripts/fonts.py scripts/encoder.py $(shell find $(HOME_OF_ALL)interregnum -name '*.po' 2>/dev/null)
	@sh scripts/bootstrap.sh
	@touch $@

run: setup ## start the demonstration firm: server and worker, with a sign-in for each kind of user
	@$(PYTHON) -m interregnum run

firm: setup ## start a real firm: empty, with a set-up in the browser
	@$(PYTHON) -m interregnum run --empty

sign-ins: setup ## show the addresses and sign-ins of the demonstration firm again
	@$(PYTHON) -m interregnum sign-ins

fresh: setup ## throw the demonstration firm away, so that the next `make run` makes a new one
	@$(PYTHON) -m interregnum throw-away

backup: setup ## make a sealed backup of database and files, while people work (TO=folder KEEP=number)
	@$(PYTHON) -m interregnum backup $(if $(TO),--to "$(TO)") $(if $(KEEP),--keep "$(KEEP)")

restore: setup ## put a backup back, all or nothing (FILE=backup, INTO=another data folder)
	@$(PYTHON) -m interregnum restore "$(FILE)" $(if $(INTO),--into "$(INTO)")

test: setup ## all tests: on SQLite, on PostgreSQL, and in a browser where there is one
	@sh scripts/test.sh

test-sqlite: setup ## the tests without a browser, on SQLite
	@sh scripts/test.sh sqlite $(ARGS)

test-postgres: setup ## the tests without a browser, on PostgreSQL (bundled, or DATABASE_URL)
	@sh scripts/test.sh postgres

drill: setup ## the tests that take long, on both databases
	@sh scripts/test.sh drill

test-browser: setup ## the walks in headless Chromium
	@$(PYTHON) -m pytest -m browser $(ARGS)

browser: ## install the Chromium of this Debian machine, for the walks in a browser
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
	@chromium --version

check: setup ## style, types, import arrows and texts
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/mypy interregnum
	@$(PYTHON) scripts/texts.py missing
	@$(PYTHON) scripts/pages.py check

texts: setup ## gather the texts of the screen into the .po files, then say what lacks a Dutch one
	@$(PYTHON) scripts/texts.py gather
	@$(PYTHON) scripts/texts.py missing
	@$(PYTHON) scripts/texts.py compile

docs: setup ## write the pages of docs/ that are made from the code
	@$(PYTHON) scripts/pages.py

pictures: setup ## take the pictures of the documents anew, in headless Chromium
	@$(PYTHON) scripts/pictures.py

lock: ## choose the versions of the dependencies anew and write requirements.lock
	@.uv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.12 --group dev pyproject.toml -o requirements.lock

migrations: setup ## say whether the tables and the migrations agree
	@$(PYTHON) -m interregnum makemigrations --check --dry-run

bench-choose: setup ## print the figures of matching beside DuckDB, Polars, SQLite and PostgreSQL, in one run
	@$(PYTHON) bench/choose.py $(ARGS)

bench: setup ## print the figures of this machine beside what is promised
	@$(PYTHON) bench/figures.py
