"""Demands on the pages of the live site: search results, titles, weight and length in print."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser
from pypdf import PdfReader

from scripts.documents import build
from scripts.git.version import Version
from scripts.library.library import Library
from tests.browser.test_search import missed
from tests.conftest import PUBLISHED
from tests.content.conftest import Demand

HEAVIEST = 200_000
"""The size limit of a page, in bytes."""

CARDS = ("metoder", "framgangsfaktorer", "lardomar")
"""Folders whose pages should print on one sheet."""

SEARCHES = {
    "kommunernas idéer": "framgangsfaktorer/idegivarna-fore-ideerna/",
    "goteborg": "slussar/allagehub/",
    "Göteborg": "slussar/allagehub/",
    "äldreomsorg": "taggar/aldreomsorg/",
    "omsorg": "taggar/aldreomsorg/",
    "coach": "metoder/idecoach/",
    "idecoach": "metoder/idecoach/",
    "dialog": "metoder/invanare-som-idegivare/",
    "pengar slut": "fragor/halla-liv/",
    "vem betalar": "lardomar/vem-betalar-sedan/",
    "förankring": "framgangsfaktorer/bred-forankring/",
    "forankra": "framgangsfaktorer/bred-forankring/",
    "utmaningsdriven": "metoder/utmaningsdriven-innovation/",
    "tjänstedesign": "metoder/tjanstedesign/",
    "varför lades den ner": "fragor/varfor-slutade-nagra/",
    "nedlagd": "fragor/varfor-slutade-nagra/",
    "hackathon": "metoder/tavling-och-pris/",
    "chefer tid": "lardomar/chefer-tidigt/",
    "chefsutbildning": "metoder/chefsutbildning/",
    "politiker": "fragor/politikens-roll/",
    "finansiering": "taggar/finansiering/",
    "vad kostar": "fragor/vad-kostade-det/",
    "hur många personer": "fragor/hur-manga-personer/",
    "bemanning": "framgangsfaktorer/egen-bemanning/",
    "jämställdhet": "metoder/jamstalldhetsperspektiv/",
    "misslyckas": "lardomar/gor-det-tillatet-att-misslyckas/",
    "idéråd": "metoder/bedomargrupp-och-iderad/",
    "idélåda": "lardomar/en-idelada-racker-inte/",
    "testbädd": "metoder/testbadd-och-verklighetslabb/",
    "prototyp": "metoder/test-i-liten-skala/",
    "webbformulär": "metoder/en-vag-in/",
    "följeforskning": "metoder/foljeforskning/",
    "återkoppling": "framgangsfaktorer/aterkoppling-till-idegivaren/",
    "upphandling": "metoder/innovationsupphandling/",
    "mätning": "metoder/effektmal/",
    "medarbetare tid": "lardomar/tid-och-resurser/",
    "samverkan flera kommuner": "taggar/samverkan-mellan-kommuner/",
    "förvaltningschef": "vagledning/forvaltningschef/",
    "it-system": "fragor/behovs-it-verktyg/",
    "pandemi": "metoder/tavling-och-pris/",
    "sundsvall": "slussar/sundsvall/",
    "skaraborg": "slussar/skaraborg/",
}
"""Common searches, with the page that should be among the first three results."""


@pytest.mark.content("Det som många söker på finns bland de tre första träffarna")
def test_searches(demand: Demand, browser: Browser, address: str) -> None:
    others = missed(browser, address, SEARCHES)
    demand.each({words: words not in others for words in SEARCHES})


@pytest.mark.content("Varje sida har en egen titel")
def test_titles(demand: Demand, live_site: Path) -> None:
    pages = {path: html.document_fromstring(path.read_text("utf-8")) for path in live_site.rglob("*.html")}
    titles = {
        path: page.findtext(".//title")
        for path, page in pages.items()
        if not page.xpath("//meta[@http-equiv='refresh']")
    }
    times = Counter(titles.values())
    demand.each({path.parent.relative_to(live_site).as_posix(): times[title] == 1 for path, title in titles.items()})


@pytest.mark.content("Ingen sida är tyngre än 200 kB")
def test_weights(demand: Demand, live_site: Path) -> None:
    demand.each(
        {
            path.parent.relative_to(live_site).as_posix(): path.stat().st_size < HEAVIEST
            for path in live_site.rglob("*.html")
        }
    )


@pytest.mark.content("Varje metod, faktor och lärdom ryms på ett blad, fram och bak, när sidan skrivs ut")
def test_cards(demand: Demand, browser: Browser, address: str, live_site: Path) -> None:
    page = browser.new_page()
    lengths = {}
    for folder in CARDS:
        for path in sorted((live_site / folder).glob("*/index.html")):
            if 'http-equiv="refresh"' in path.read_text("utf-8"):
                continue
            page.goto(f"{address}{folder}/{path.parent.name}/")
            printed = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
            lengths[path.parent.name] = len(PdfReader(io.BytesIO(printed)).pages)
    page.close()
    demand.each({name: length <= 2 for name, length in lengths.items()})


@pytest.mark.content("Varje blad ryms på sitt papper")
def test_handouts(demand: Demand, library: Library) -> None:
    demand.each({sheet.path: not sheet.too_long for sheet in build.handouts(library, PUBLISHED, Version())})
