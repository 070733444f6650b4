# Homeward's two commands: `make run` and `make test`. Each does the set-up it needs; again is quick.

PORT ?= 8000
EXAMPLE ?= on
MINUTES ?= 30
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo $$python && break; done)

PACKAGES := .venv/.packages
PROJECT := .venv/.project
VENDOR := web/vendor/manifest.json
SOURCES := app tests bench scripts

.PHONY: help run test check bench soak setup lock clean
help:
	@echo "make run     serve http://127.0.0.1:$(PORT) with the example system (PORT=…, EXAMPLE=off)"
	@echo "make test    run every test, those in a real browser included"
	@echo "make check   style, strict types, import rules, lock files, container files"
	@echo "make bench   measure speed beside its bare floor: bench/results.json"
	@echo "make soak    half an hour under fire, histories checked (MINUTES=30, SEED=…)"
	@echo "make setup   only prepare the virtual environment and the browser modules"
	@echo "make lock    choose the newest packages again and write both lock files"

run: setup
	PORT=$(PORT) EXAMPLE=$(EXAMPLE) exec .venv/bin/homeward serve

# Many tests start processes: compiled once, not by each of them, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE =
test: setup
	.venv/bin/python scripts/chromium.py
	.venv/bin/python scripts/servers.py
	.venv/bin/pytest --numprocesses 2 --dist worksteal $(ARGS)

check: setup
	.venv/bin/python scripts/check_locks.py
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy $(wildcard $(SOURCES))
	.venv/bin/lint-imports
	.venv/bin/hadolint Dockerfile
	.venv/bin/check-jsonschema --quiet --builtin-schema vendor.compose-spec compose.yaml

bench: setup
	.venv/bin/python -m bench $(ARGS)

soak: setup
	.venv/bin/python -m tests.soak --minutes $(MINUTES) $(if $(SEED),--seed $(SEED))

setup: $(PROJECT) $(VENDOR)

$(PACKAGES): requirements.lock
	@test -n "$(PYTHON)" || { echo "Homeward needs Python 3.11 to 3.14; none was found."; exit 1; }
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

# The build backend is locked too, so nothing is fetched here.
$(PROJECT): $(PACKAGES) pyproject.toml
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENDOR): web/package-lock.json scripts/vendor.py | $(PACKAGES)
	.venv/bin/python scripts/vendor.py

lock: $(PACKAGES)
	.venv/bin/uv pip compile --upgrade --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet --output-file requirements.lock pyproject.toml
	.venv/bin/python scripts/vendor.py --lock

clean:
	rm -rf .venv web/vendor .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
