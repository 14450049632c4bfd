"""The plain text files at the root of the site: `robots.txt` and `llms.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.exports import inventory
from scripts.exports.urls import file_url, page_url
from scripts.library.context import FOLDERS, GLOSSARY, Site
from scripts.settings import SITE_NAME

PAGES = (
    ("slussar/index.md", "Slussar", "slussarna, en sida för var och en"),
    (f"{FOLDERS['methods']}/index.md", "Metoder", "arbetssätt, och vem som gjorde eller planerade hur"),
    (f"{FOLDERS['success_factors']}/index.md", "Framgångsfaktorer", "det som hjälpte, och vad som talar emot"),
    (f"{FOLDERS['lessons']}/index.md", "Lärdomar", "lärdomar och hinder, skrivna som råd"),
    ("jamfor/index.md", "Jämför", "alla slussar sida vid sida"),
    ("underlag/index.md", "Så bedömer vi underlaget", "vad som räknas, och vem som säger det"),
    ("luckor/index.md", "Luckor", "det som inte är känt"),
    ("kallor/index.md", "Källor", "alla källor och vem som talar i dem"),
)
"""The Markdown file, name and description of each page to list that is generated whatever the data contains."""


def files(site: Site) -> dict[str, str]:
    """Return the path of each file → text."""
    return {"robots.txt": "\n".join(_robots(site)) + "\n", "llms.txt": "\n".join(_llms(site)) + "\n"}


def _robots(site: Site) -> Iterator[str]:
    yield "User-agent: *"
    yield "Allow: /"
    if site.settings.site_url:
        yield ""
        yield f"Sitemap: {file_url(site, 'sitemap.xml')}"


def _llms(site: Site) -> Iterator[str]:
    guidance = site.library.guidance
    yield f"# {SITE_NAME}"
    yield ""
    yield "> Erfarenheter av kommunala idéslussar i Sverige 2016–2020, med källa till varje påstående."
    yield ""
    yield (
        "Varje påstående har en källa, och det står vem som talar: projektet självt, finansiären, någon nära "
        "programmet, forskning, någon oberoende eller nyhetsmedier. Det mesta är projektens egna ord. Planer och "
        "åsikter står också, men märkta, och räknas inte som gjorda. Där källor går isär står båda, och det som inte "
        "är känt står som en lucka. Webbplatsen säger vem som gjorde vad och vad källorna säger om utfallet, inte att "
        "något fungerar. Behåll det när du återger uppgifterna."
    )
    yield ""
    yield "## Sidor"
    yield ""
    questions = ((f"{FOLDERS['questions']}/index.md", "Frågor och svar", "korta svar på frågor som ledare ställer"),)
    glossary = ((GLOSSARY, "Ordlista", "vad orden betyder, och vem som menar vad"),)
    for file, name, text in (*questions * bool(guidance.questions), *PAGES, *glossary * bool(guidance.glossary)):
        yield f"- [{name}]({page_url(site, file)}): {text}"
    yield ""
    yield "## Data"
    yield ""
    yield f"- [Öppna data]({page_url(site, inventory.PAGE)}): vad som finns, hur länge det gäller och exempel"
    yield f"- [index.json]({file_url(site, f'{inventory.FOLDER}/index.json')}): allt som går att hämta"
    yield f"- [openapi.json]({file_url(site, f'{inventory.FOLDER}/openapi.json')}): beskrivning för program"
    for path, _, text in inventory.DOWNLOADS:
        yield f"- [{path.rsplit('/', 1)[1]}]({file_url(site, path)}): {text}"
    yield ""
    yield "## Licens"
    yield ""
    yield f"Texter och data får användas fritt med källa, enligt [CC BY 4.0]({inventory.LICENSE})."
