# Zeren. Each target creates .venv when it is missing or older than what it is made from.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-all lint accuracy accuracy-peer bench clean

.venv/.ready: requirements.txt requirements-dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Zeren needs Python 3.11 or later: make PYTHON=python3.12 …") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt --editable .
	touch $@

demo: .venv/.ready
	$(BIN)/zeren demo --out out

test: .venv/.ready
	$(BIN)/python -m pytest

test-all: .venv/.ready
	ZEREN_TEST_ALL=1 $(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=90

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

accuracy: .venv/.ready
	$(BIN)/python -m benchmarks.accuracy

accuracy-peer: .venv/.ready
	$(BIN)/python -m benchmarks.peer

bench: .venv/.ready
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
