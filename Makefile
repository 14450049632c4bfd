# `make serve` shows the site, `make test` tests everything. Both work in a fresh checkout.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: serve site pdf zensical test-engines test-pdf test-reproducible verify test check quick content test-attacks test-contributions lint lighthouse bench links sbom upkeep/addresses.txt schema pins clean

serve: .venv/site.stamp
	$(BIN)/python -m scripts serve --port $(PORT)

site: .venv/site.stamp
	$(BIN)/python -m scripts build

# The book and the hand-outs, into the built site. Its pages lead to them where SITE_PDF=1 is set when it is built.
pdf: .venv/site.stamp
	$(BIN)/python -m scripts pdf

# The same site with the next engine, and whether it is the same.
zensical: .venv/zensical.stamp
	$(BIN)/python -m scripts build --engine zensical --site site-zensical

test-engines: .venv/test.stamp
	$(BIN)/python -m pytest -m engine

# Everything printed, and looked through.
test-pdf: .venv/test.stamp
	$(BIN)/python -m pytest -m pdf

# Two builds of one commit are the same to the byte but for Pagefind's index, a killed one leaves the old site or the new,
# and none needs a network.
test-reproducible: .venv/test.stamp
	$(BIN)/python -m pytest -m reproducible

# The last look at `site/` before it is published.
verify: .venv/site.stamp
	$(BIN)/python -m scripts verify

# What the site is made of, with licences and checksums, as CycloneDX.
sbom: .venv/test.stamp
	$(BIN)/python -m scripts sbom > sbom.cdx.json

check: .venv/site.stamp
	$(BIN)/python -m scripts check

test: lint node_modules/.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not nightly"

quick: .venv/test.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not nightly and not site and not browser and not slow"

# What the editors demand of the data, as a list. A gap in it is no error.
content: .venv/test.stamp
	$(BIN)/python -m pytest -q -rN -m content

# Every hostile string in every field, where `make test` tries one of each kind.
test-attacks: .venv/test.stamp
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m attacks

# What `make test` runs, on contributions without mistakes, in a clone without history and in a folder without Git.
test-contributions: .venv/test.stamp node_modules/.stamp
	$(BIN)/python -m pytest -m contribution

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --quiet --offline --persona pedantic --strict-collection .
	$(BIN)/actionlint

# The measurements of the fastest and the heaviest kinds of page. Takes minutes, so not a part of `make test`.
lighthouse: .venv/test.stamp tests/lighthouse/node_modules/.stamp
	$(BIN)/python -m tests.lighthouse

# What the site costs when it grows. Takes long, and says something only on a machine that does nothing else.
bench: .venv/test.stamp
	$(BIN)/python -m tests.bench

# The addresses that the data cites, looked up one by one. What does not answer is no mistake in the data,
# so nothing depends on it.
links: upkeep/addresses.txt
	@command -v lychee > /dev/null || { echo "lychee is missing. How to install it: https://lychee.cli.rs/guides/getting-started/"; exit 1; }
	lychee --config lychee.toml --format json --output upkeep/lychee.json $< || test $$? -eq 2
	$(BIN)/python -m scripts upkeep --report upkeep/lychee.json

upkeep/addresses.txt: .venv/site.stamp
	mkdir -p $(@D)
	$(BIN)/python -m scripts links > $@

schema: .venv/site.stamp
	$(BIN)/python -m scripts schema

# The pins are made without the address of any index, so that they hold wherever pip gets its packages.
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
