# Everything a recipe needs is made ready by installers/bootstrap.py, which any Python 3 can start.
SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= $(shell command -v python3 || command -v python3.13 || command -v python3.12 || command -v python3.11)
READY = PYTHONDONTWRITEBYTECODE=1 $(PYTHON) -m installers.bootstrap
VENV = .venv/bin
TESTS ?= tests
LOCK = --generate-hashes --python-version 3.11 --universal --no-header --no-emit-index-url --quiet

.PHONY: help run test check pictures api-fuzz words waiting-report calls-report faultlab sync-chaos bench lock clean python

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2./p' Makefile | expand -t 24

run: python ## Start a whole centre and open its windows; without a screen, run a scripted morning into out/
	@$(READY) run
	@exec $(VENV)/suyana demo

test: python ## Run all tests, or those of one place: make test TESTS=tests/kiosk
	@$(READY) test
	@PATH="$(CURDIR)/$(VENV):$$PATH" QT_QPA_PLATFORM="$${QT_QPA_PLATFORM:-offscreen}" \
		exec $(VENV)/python -m pytest -n 2 --dist worksteal --import-mode=importlib $(TESTS)

check: python ## Check format, lint and types
	@$(READY) check
	@$(VENV)/ruff format --check . || { echo "Put it right with: $(VENV)/ruff format ."; exit 1; }
	@$(VENV)/ruff check --quiet .
	@$(VENV)/mypy

pictures: python ## Take the pictures of every screen, from the running programs, into docs/pictures/
	@$(READY) pictures
	@exec $(VENV)/suyana demo --pictures docs/pictures

words: python ## Bring the catalogues of all languages up to what the programs say
	@$(READY) check
	@exec $(VENV)/python -m installers.words

waiting-report: python ## Show in numbers what the rules of waiting do (four minutes; fixed seeds)
	@$(READY) run
	@exec $(VENV)/python -m installers.waiting_report

calls-report: python ## Show that no call is lost and how soon each is heard, with fixed seeds (three minutes)
	@$(READY) run
	@exec $(VENV)/python -m installers.calls_report

faultlab: python ## Break things on purpose and show that nothing is lost, or only some rows: make faultlab ROWS="disk"
	@$(READY) faultlab
	@exec $(VENV)/python -m installers.faultlab $(ROWS)

sync-chaos: python ## Push 60,000 records through a hostile line while office and centre are restored (under fifteen minutes)
	@$(READY) faultlab
	@exec $(VENV)/python -m installers.faultlab sync

bench: python ## Measure how quick it is against bare opponents, or other rows: make bench ROWS="latency office"
	@$(READY) bench
	@exec $(VENV)/python -m installers.bench $(ROWS)

api-fuzz: python ## Fuzz the office's interface from its own OpenAPI page, and one that is broken on purpose
	@$(READY) faultlab
	@exec $(VENV)/python -m tests.tools.fuzz_api $(FUZZ)

lock: python ## Write the lock files anew from pyproject.toml (newest versions: make lock UPGRADE=--upgrade)
	@$(READY) check
	@$(VENV)/uv pip compile pyproject.toml --extra dev --output-file requirements.lock $(LOCK) $(UPGRADE) >/dev/null
	@$(VENV)/uv pip compile pyproject.toml --constraint requirements.lock \
		--output-file installers/requirements.lock $(LOCK) >/dev/null

clean: ## Remove what tools and runs leave behind; .venv and the store in var/ stay
	@rm -rf out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

python:
	@test -n "$(PYTHON)" || { echo "Suyana needs Python 3.11 or newer, and this machine has no python3." >&2; exit 1; }
