"""What there is to fetch, and where: the words and addresses that pages and exports share."""

from __future__ import annotations

VERSION = "1.1.0"
"""The version of the interface."""

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
"""Every version: its number, its day and what it brought. The latest first."""

FOLDER = "api/v1"
"""The folder of the interface. Its number only changes when something that works would stop working."""

PAGE = "oppna-data/index.md"
"""The page that tells of all this."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the content."""

ABOUT = "Kommunala idéslussar 2016–2020 som öppna data, med källa till varje påstående."

LISTS = {
    "cases": "Alla slussar, i korthet.",
    "methods": "Alla metoder, med vem som gjorde hur och hur starkt underlaget är.",
    "success_factors": "Alla framgångsfaktorer, med vilka som stöder och vilka som talar emot.",
    "lessons": "Alla lärdomar, med vilka som stöder och vilka som talar emot.",
    "tags": "Alla taggar, med det som har dem.",
    "sources": "Alla källor, med de sidor som hänvisar till dem.",
    "municipalities": "Alla kommuner som har varit med, så långt de går att namnge.",
}
"""The lists in JSON: name in the address → what it holds."""

TABLES = {
    "pastaenden": "En rad för varje påstående om en sluss, med källor och vem som talar.",
    "slussar": "En rad för varje sluss, med uppgifterna i faktarutan och vad som hände sedan.",
    "kallor": "En rad för varje källa, med vem som talar och var den används.",
}
"""The tables in CSV: name in the address → what it holds."""

KEYWORDS = ("idésluss", "innovation", "kommuner", "medarbetardriven innovation", "lärdomar")

DOWNLOADS = (
    *((f"{FOLDER}/{name}.json", "application/json", text) for name, text in LISTS.items()),
    *((f"{FOLDER}/csv/{name}.csv", "text/csv", text) for name, text in TABLES.items()),
)
"""What can be downloaded: address, media type and what it holds."""

FEEDS = {
    "flode/slussar.xml": ("Nytt om slussarna", "Nya och ändrade beskrivningar av slussar."),
    "flode/lardomar.xml": ("Nytt om lärdomarna", "Nya och ändrade lärdomar."),
}
"""The feeds in Atom: address → title and what it holds. They are only made for a site with an address."""

DCAT = "oppna-data/dcat.ttl"
"""The description of the data for data portals. It is only made when the address and the publisher are known."""
