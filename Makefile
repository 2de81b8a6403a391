# make report   audits the articles in seeds/ into build/reports/
# make test     runs the whole test suite
# make help     lists the rest

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: pip warns of every place it does not find a package in, and of nothing else that matters here.
INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
LOCKS := requirements/report.txt requirements/test.txt
REPORTS := build/reports

# Read from the environment by the recipes, so that any path or address can be given, whatever characters it has.
MINUTES ?= 10
export ARTICLE GOLD PYTHON MINUTES

.DELETE_ON_ERROR:
.PHONY: help report test fuzz accuracy bench docs lock clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */make \1	/' | expand -t 16

report: $(VENV)/.report ## audit seeds/*.txt, or ARTICLE=path-or-address, into build/reports/
	@mkdir -p $(REPORTS)
	@if [ -n "$$ARTICLE" ]; then $(BIN)/auditor report "$$ARTICLE" -o $(REPORTS)/; \
	else $(BIN)/auditor report seeds/*.txt -o $(REPORTS)/; fi

test: $(VENV)/.test ## install what the tests need and run them all (TESTS=tests/rules for a part)
	@$(BIN)/python -m pytest -rfEs $(TESTS)

fuzz: $(VENV)/.test ## try new hostile texts and files for MINUTES=10; stops at the first that does harm
	@end=$$(( $$(date +%s) + 60 * MINUTES )); seed=0; \
	while left=$$(( end - $$(date +%s) )); seed=$$(( seed + 1 )); [ "$$left" -gt 0 ]; do \
	HYPOTHESIS_PROFILE=long timeout --foreground "$$left" $(BIN)/python -m pytest tests/fuzz -x --hypothesis-seed="$$seed" \
	|| [ $$? -eq 124 ] || exit 1; done; echo "Nothing did harm in $$MINUTES minutes ($$(( seed - 1 )) rounds begun)."

accuracy: $(VENV)/.report ## measure against marked articles: GOLD=folder (docs/accuracy.md); QUOTE=1 renews README and reports
	@[ -n "$$GOLD" ] || { echo "Say where the marked articles are: make accuracy GOLD=folder (see docs/accuracy.md)." >&2; exit 2; }
	@$(BIN)/python -m auditor.scoring "$$GOLD" --floor .ci/accuracy-floor.json $(if $(QUOTE),--quote README.md --ship auditor/report/accuracy.json --rules auditor/rules/measured.tsv)

docs: $(VENV)/.report ## renew the rules' pages in docs/rules/, the table of rules in README.md, and docs/tables.md
	@$(BIN)/auditor rules docs docs/rules --readme README.md
	@$(BIN)/python -m auditor.batch.table_docs > docs/tables.md

bench: $(VENV)/.test ## measure speed beside accuracy (docs/speed.md), with GOLD=folder on marked articles too
	@$(BIN)/python -m benchmarks $(if $(GOLD),--gold "$$GOLD")

lock: $(VENV)/.report ## renew the two locks after pyproject.toml has changed
	@$(INSTALL) 'uv>=0.6'
	@sh requirements/lock.sh $(BIN)/uv

clean: ## remove everything that was made here
	rm -rf $(VENV) build dist

# Each stamp stands for an installed lock; the test lock holds everything that the report lock holds.
$(VENV)/.report: $(VENV)/.python requirements/report.txt pyproject.toml
	@echo "Installing what the report needs into $(VENV) (a few minutes the first time) ..."
	@$(INSTALL) --require-hashes -r requirements/report.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.report requirements/test.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(INSTALL) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.python:
	@sh requirements/preflight.sh
	@$(PYTHON) -m venv $(VENV)
	@touch $@
