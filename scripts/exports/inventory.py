"""The inventory of exported files: the paths and descriptions that pages and exports share."""

from __future__ import annotations

from scripts.text.swedish import partial_date

VERSION = "1.3.0"
"""The version of the API."""

KEPT_UNTIL = "2027-12-31"
"""The last day on which the fields that version 1.2 deprecates are certain to remain."""

CHANGES = (
    (
        VERSION,
        "2026-11-28",
        (
            "Redaktionens slutsatser är en egen lista, conclusions, skild från påståendena, med det som var och en "
            "vilar på och det som talar emot. Slussar har fått staff, takeaway och påståenden i delarna minute, "
            "milestones och goal_outcomes. Påståenden har fått id, när en slutsats kan peka på dem, och tal counts. "
            "Tabellerna slutsatser och siffror är nya, och slussar har fått en kolumn till sist."
        ),
    ),
    (
        "1.2.0",
        "2026-11-28",
        (
            "Bara det som är gjort och stöder posten räknas nu som underlag. Poster har fått uses, med allt som "
            "slussarna säger och om det räknas, och i evidence fälten done, planned, against, speakers, studies, where "
            "och who. Påståenden har fått stage, standing, as_of och tags, slussar outcome_as_of, källor plan, taggar "
            "statements och kommuner population, population_year och group. Nya värden är describes i stance och "
            "programme och research i en källas slag. Tabellen poster är ny, och de andra har fått nya kolumner sist. "
            "I evidence utgår level, label, sluices och independent, och hos poster supporting och contradicting. "
            f"De finns kvar minst till och med {partial_date(KEPT_UNTIL)}, men planer och åsikter räknas inte längre "
            "in i dem."
        ),
    ),
    (
        "1.1.0",
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
    "methods": "Alla metoder, med var det är gjort och vem som säger det.",
    "success_factors": "Alla framgångsfaktorer, med vilka som har erfarit det och vilka som talar emot.",
    "lessons": "Alla lärdomar, med vilka som har lärt sig det och vilka som talar emot.",
    "tags": "Alla taggar, med det som har dem.",
    "sources": "Alla källor, med de sidor som hänvisar till dem.",
    "municipalities": "Alla kommuner som har varit med, så långt de går att namnge.",
    "conclusions": "Alla slutsatser, räknade tal och korta återgivningar, med det de vilar på.",
}
"""The lists in JSON: name in the address → description."""

TABLES = {
    "pastaenden": "En rad för varje påstående om en sluss, med källor, vem som talar och om det räknas.",
    "poster": "En rad för varje metod, framgångsfaktor och lärdom, med i hur många slussar den är gjord och planerad.",
    "slussar": "En rad för varje sluss, med uppgifterna i faktarutan och vad som hände sedan.",
    "slutsatser": "En rad för varje slutsats, räknat tal och kort återgivning, med det den vilar på.",
    "siffror": "En rad för varje tal om en sluss, med vad det räknar, vem som säger det och hur det är räknat.",
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
    "flode/rad.xml": ("Nytt om råd och beslut", "Nya och ändrade råd och beslutsblad."),
    "flode/lardomar.xml": ("Nytt om lärdomarna", "Nya och ändrade lärdomar."),
}
"""The Atom feeds: path → title and description. They are only generated for a site with an address."""

DCAT = "oppna-data/dcat.ttl"
"""The path of the description for data portals, which is only generated for a site with address and publisher."""
