"""The site in a real browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

pytestmark = pytest.mark.browser

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps quiet about it."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("Chromium is missing. Install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when anything is logged as an error or fetched from elsewhere."""
    found = browser.new_page()
    errors: list[str] = []
    found.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("request", lambda request: errors.append(request.url) if "//127.0.0.1" not in request.url else None)
    yield found
    found.close()
    assert errors == []


def search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Sök").click()
    page.get_by_label("Sökord").fill(words)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("sundsvall", "Idésluss Sundsvall"),
        ("goteborg", "AllAgeHub"),
        ("coach", "Idécoacher"),
        ("tjänstedesign", "Tjänstedesign"),
        ("skaraborg", "Skaraborgs innovationssluss"),
    ],
)
def test_search_finds_the_page(page: Page, address: str, words: str, title: str) -> None:
    page.goto(address)
    search(page, words)
    expect(page.locator(".search-results li").filter(has_text=title).first).to_be_visible()


def test_search_leads_to_the_page_from_a_page_further_down(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/sundsvall/")
    search(page, "hökim")
    page.get_by_role("link", name="Idéslussen i Höör").click()
    expect(page).to_have_url(f"{address}slussar/hoor/")


def test_search_without_hits_says_so(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "xyzzyxyzzy")
    expect(page.get_by_role("status")).to_contain_text("Inga träffar")


def test_slash_opens_search_and_escape_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    button = page.get_by_role("button", name="Sök")
    button.focus()
    page.keyboard.press("/")
    expect(page.get_by_label("Sökord")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_skip_link_is_the_first_stop_and_leads_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/sundsvall/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Gå till innehållet")
    page.keyboard.press("Enter")
    target = page.evaluate("document.querySelector(location.hash)?.tagName")
    assert target == "H1"


def test_a_citation_leads_to_its_source(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/sundsvall/")
    page.locator(".claim sup.cite a").first.click()
    expect(page.locator(".sources li:target")).to_be_visible()


def test_from_a_sluice_to_a_method_and_to_another_sluice(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/sundsvall/")
    page.get_by_role("heading", name="Idécoacher").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idécoacher")
    page.get_by_role("heading", name="Helsingborg").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idéslussen i Helsingborg")


def test_a_word_opens_its_definition_by_keyboard_and_escape_closes_it(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/sundsvall/")
    word = page.locator(".term").first
    word.focus()
    page.keyboard.press("Enter")
    note = page.locator(".term-note:popover-open")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()


def test_a_word_leads_on_to_the_glossary(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/sundsvall/")
    page.locator(".term").first.click()
    page.locator(".term-note:popover-open").get_by_role("link").click()
    expect(page.locator(".glossary h2:target")).to_be_visible()


def test_a_mark_in_the_matrix_leads_to_the_exact_place(page: Page, address: str) -> None:
    page.goto(f"{address}jamfor/")
    page.get_by_role("link", name="Tranås, Aneby, Kinda och Ydre nämner det").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idésluss Tranås, Aneby, Kinda och Ydre")


def test_a_municipality_is_found_by_name(page: Page, address: str) -> None:
    page.goto(f"{address}kommuner/")
    page.get_by_label("Sök på namn").fill("ange")
    expect(page.locator("[data-name='Ånge']")).to_be_visible()
    expect(page.locator("[data-name='Sundsvall']")).to_be_hidden()
    expect(page.get_by_text("visas")).to_contain_text("1 av")


def test_on_a_phone_the_menu_unfolds_and_leads_on(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Jämför").click()
    expect(page).to_have_url(f"{address}jamfor/")


def test_from_the_start_page_to_an_answer_in_two_clicks(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Frågor och svar").click()
    page.get_by_role("link", name="Hur håller vi det vid liv när projektpengarna tar slut?").click()
    expect(page.locator(".answer")).to_contain_text("Skaraborg")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in sorted(site.rglob("index.html")):
        page.goto(address + path.parent.relative_to(site).as_posix().replace(".", ""))
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, path
