"""The inventory of exported files: the paths and descriptions that pages and exports share."""

from __future__ import annotations

VERSION = "1.1.0"
"""The version of the API."""

CHANGES = (
    (
        VERSION,
        "2026-11-28",
        (
            "Påståendena och källorna om en sluss står nu i sidans ordning, som utlovat. "
            "Påståenden har fått fältet marks, och tabellen med påståenden kolumnerna Märkning och Tal."
        ),
    ),
    ("1.0.0", "2026-11-25", "Den första versionen: JSON med scheman, CSV och flöden."),
)
"""The number, date and description of each version, the latest first."""

FOLDER = "api/v1"
"""The folder of the API. Its number only changes with an incompatible change."""

PAGE = "oppna-data/index.md"
"""The Markdown file of the open data page."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the content."""

ABOUT = "Kommunala idéslussar 2016–2020 som öppna data, med källa till varje påstående."
"""A one-sentence description of the data."""

LISTS = {
    "cases": "Alla slussar, i korthet.",
    "methods": "Alla metoder, med vem som gjorde hur och hur starkt underlaget är.",
    "success_factors": "Alla framgångsfaktorer, med vilka som stöder och vilka som talar emot.",
    "lessons": "Alla lärdomar, med vilka som stöder och vilka som talar emot.",
    "tags": "Alla taggar, med det som har dem.",
    "sources": "Alla källor, med de sidor som hänvisar till dem.",
    "municipalities": "Alla kommuner som har varit med, så långt de går att namnge.",
}
"""The lists in JSON: name in the address → description."""

TABLES = {
    "pastaenden": "En rad för varje påstående om en sluss, med källor och vem som talar.",
    "slussar": "En rad för varje sluss, med uppgifterna i faktarutan och vad som hände sedan.",
    "kallor": "En rad för varje källa, med vem som talar och var den används.",
}
"""The tables in CSV: name in the address → description."""

KEYWORDS = ("idésluss", "innovation", "kommuner", "medarbetardriven innovation", "lärdomar")

DOWNLOADS = (
    *((f"{FOLDER}/{name}.json", "application/json", text) for name, text in LISTS.items()),
    *((f"{FOLDER}/csv/{name}.csv", "text/csv", text) for name, text in TABLES.items()),
)
"""The path, media type and description of each file to download."""

FEEDS = {
    "flode/slussar.xml": ("Nytt om slussarna", "Nya och ändrade beskrivningar av slussar."),
    "flode/lardomar.xml": ("Nytt om lärdomarna", "Nya och ändrade lärdomar."),
}
"""The Atom feeds: path → title and description. They are only generated for a site with an address."""

DCAT = "oppna-data/dcat.ttl"
"""The path of the description for data portals, which is only generated for a site with address and publisher."""
