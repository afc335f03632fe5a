# Beleidswijzer: every command sets up what it needs by itself.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help serve test check evals screenshots page-speed

help: ## toon deze hulp
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(READY) ## bouw de index als dat nodig is en dien hem op http://127.0.0.1:8000 (PORT=… voor een andere poort)
	@$(BIN)/python -m indexer build --if-stale
	@$(BIN)/python -m service --port $(PORT)

test: $(READY) ## draai alle tests
	$(BIN)/python -m pytest

check: $(READY) ## opmaak, lint, types, lagen en alle tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

evals: $(READY) ## stel alle vragen van de regressieset en toon de uitslag
	@$(BIN)/python -m indexer build --if-stale
	@$(BIN)/python -m evals run

screenshots: $(READY) ## maak de schermafbeeldingen in docs/screenshots opnieuw (met Chromium)
	@$(BIN)/python -m indexer build --if-stale
	@$(BIN)/python -m tests.browser.screenshots

page-speed: $(READY) ## meet hoe snel de pagina is en hoeveel bytes zij weegt (met Chromium)
	@$(BIN)/python -m indexer build --if-stale
	@$(BIN)/python -m tests.browser.page_speed

# requirements.txt pins everything, down to what our libraries need; pyproject.toml names what we use ourselves.
$(READY): requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
