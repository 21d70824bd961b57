# Voordeur: `make help` lists what you can do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PY := .venv/bin/python
UI := portal/ui
BUILD := $(UI)/static/ui/build
UI_SOURCES := $(shell find $(UI) -path $(UI)/node_modules -prune -o -path $(BUILD) -prune -o -type f \( -name '*.css' -o -name '*.js' -o -name '*.mjs' -o -name 'package*.json' -o -name 'fonts.py' \) -print 2>/dev/null)
ENGINES := tests/accessibility/node_modules
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help demo test check bench format messages setup test-setup

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

demo: setup ## the whole product with demo content; Ctrl-C stops it
	@DEMO=1 $(PY) manage.py demo

test: test-setup ## the whole test suite, on SQLite and on PostgreSQL
	@.ci/test

check: setup ## format, lint, types, templates, layers, migrations, translations, deploy settings
	@.ci/check

bench: setup ## benchmarks as ratios to a yardstick of the same run, to var/bench.json
	@DJANGO_SETTINGS_MODULE=portal.settings.test $(PY) -m tests.bench

format: setup ## let the formatters rewrite the code
	@ruff check --fix . && ruff format . && djlint --reformat --quiet templates || true

messages: setup ## bring the translations up to date with the code and the catalogue
	@.ci/messages

setup: .venv/.ready $(BUILD)/.ready $(MESSAGES)

test-setup: setup var/.test-libraries $(ENGINES)/.ready

.venv/.ready: uv.lock pyproject.toml .ci/setup
	@.ci/setup && touch $@

var/.test-libraries: .ci/setup
	@.ci/setup --for-tests && touch $@

$(UI)/node_modules/.ready: $(UI)/package-lock.json .venv/.ready
	@echo "Front-end packages…" && npm --prefix $(UI) ci --silent --no-audit --no-fund && touch $@

$(ENGINES)/.ready: tests/accessibility/package-lock.json .venv/.ready
	@echo "Accessibility engines…" && npm --prefix $(@D)/.. ci --silent --no-audit --no-fund && touch $@

$(BUILD)/.ready: $(UI)/node_modules/.ready $(UI_SOURCES)
	@echo "Style sheet and fonts…" && npm --prefix $(UI) run --silent build && $(PY) $(UI)/fonts.py && touch $@

locale/%.mo: locale/%.po .venv/.ready
	@msgfmt --check-format -o $@ $<
