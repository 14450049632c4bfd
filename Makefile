# `make serve` shows the site, `make test` tests everything. Both work in a fresh checkout.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: serve site pdf zensical test-engines test-pdf test-reproducible verify test check quick content test-attacks test-contributions lint lighthouse bench links sbom upkeep/addresses.txt schema pins clean

serve: .venv/site.stamp
	$(BIN)/python -m scripts serve --port $(PORT)

site: .venv/site.stamp
	$(BIN)/python -m scripts build

# Write the book and the hand-outs into the built site. Pages link to them if SITE_PDF=1 was set during the build.
pdf: .venv/site.stamp
	$(BIN)/python -m scripts pdf

# Build the site with the next engine. `test-engines` compares the result with that of the current one.
zensical: .venv/zensical.stamp
	$(BIN)/python -m scripts build --engine zensical --site site-zensical

test-engines: .venv/test.stamp
	$(BIN)/python -m pytest -m engine

# Compile and inspect the book and every hand-out.
test-pdf: .venv/test.stamp
	$(BIN)/python -m pytest -m pdf

# Test that two builds of one commit are identical except for Pagefind's index, that a killed build leaves the old site
# or the new one, and that no build needs a network.
test-reproducible: .venv/test.stamp
	$(BIN)/python -m pytest -m reproducible

# Check `site/` before it is published.
verify: .venv/site.stamp
	$(BIN)/python -m scripts verify

# Write a software bill of materials in CycloneDX, with licences and checksums.
sbom: .venv/test.stamp
	$(BIN)/python -m scripts sbom > sbom.cdx.json

check: .venv/site.stamp
	$(BIN)/python -m scripts check

test: lint node_modules/.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not nightly"

quick: .venv/test.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not nightly and not site and not browser and not slow"

# List the editors' demands that the data does not meet. An unmet demand is not an error.
content: .venv/test.stamp
	$(BIN)/python -m pytest -q -rN -m content

# Test every hostile string in every field. `make test` tests one of each kind.
test-attacks: .venv/test.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m attacks

# Run `make test` on valid contributions, in a clone without history, and in a folder without Git.
test-contributions: .venv/test.stamp node_modules/.stamp
	$(BIN)/python -m pytest -m contribution

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --quiet --offline --persona pedantic --strict-collection .
	$(BIN)/actionlint

# Measure one page of each important kind with Lighthouse. This takes minutes, so it is not a part of `make test`.
lighthouse: .venv/test.stamp tests/lighthouse/node_modules/.stamp
	$(BIN)/python -m tests.lighthouse

# Measure how time and memory grow with the number of cases. This is slow, and reliable only on an idle machine.
bench: .venv/test.stamp
	$(BIN)/python -m tests.bench

# Check the addresses that the data cites. A dead link is not a mistake in the data, so no other target depends on this.
links: upkeep/addresses.txt
	@command -v lychee > /dev/null || { echo "lychee is missing. How to install it: https://lychee.cli.rs/guides/getting-started/"; exit 1; }
	lychee --config lychee.toml --format json --output upkeep/lychee.json $< || test $$? -eq 2
	$(BIN)/python -m scripts upkeep --report upkeep/lychee.json

upkeep/addresses.txt: .venv/site.stamp
	mkdir -p $(@D)
	$(BIN)/python -m scripts links > $@

schema: .venv/site.stamp
	$(BIN)/python -m scripts schema

# The pins name no package index, so that they work with any.
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
pins: .venv/test.stamp
	$(COMPILE) --upgrade requirements.in --output-file requirements.txt
	$(COMPILE) --upgrade requirements-zensical.in --output-file requirements-zensical.txt
	$(COMPILE) --upgrade requirements-dev.in --output-file requirements-dev.txt

clean:
	rm -rf .venv node_modules tests/lighthouse/node_modules site site-zensical .site-* sbom.cdx.json upkeep .pytest_cache .mypy_cache .ruff_cache .hypothesis
	git clean -fdXq docs

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.txt | .venv/bin/python
.venv/zensical.stamp: requirements-zensical.txt .venv/site.stamp
.venv/test.stamp: requirements-dev.txt .venv/site.stamp
.venv/site.stamp .venv/zensical.stamp .venv/test.stamp:
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	touch $@

node_modules/.stamp: package-lock.json
tests/lighthouse/node_modules/.stamp: tests/lighthouse/package-lock.json
node_modules/.stamp tests/lighthouse/node_modules/.stamp:
	@command -v npm > /dev/null || { echo "npm is missing. Install it with: apt-get install npm"; exit 1; }
	npm ci --prefix $(dir $<) --loglevel error
	touch $@
