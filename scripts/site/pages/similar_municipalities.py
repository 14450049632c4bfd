"""The participating municipality that is most like one's own: by population, by group and by county."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.key_figures import Money, money
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library
from scripts.loading.dataset import Municipality
from scripts.model.claims import Claim
from scripts.site.page import Context, Page
from scripts.text.swedish import sort_key

PATH = "vem-liknar-oss/index.md"


@dataclass(frozen=True)
class Peer:
    """A municipality that took part in a sluice.

    Attributes:
        municipality: The municipality.
        entry: The sluice.
        leads: Whether it coordinated the project, and was not only one of several.
        did: What the sluice did; its summary when nothing shorter is known.
        gave: What came of it; None when the case does not say it in short.
        money: The grant of the sluice; None when it is not known.
    """

    municipality: Municipality
    entry: CaseEntry
    leads: bool
    did: str
    did_sources: tuple[str, ...]
    gave: Claim | None
    money: Money | None


@dataclass(frozen=True)
class SimilarMunicipalitiesPage(Context):
    """The page on which a reader finds the participants that are most like the own municipality.

    Attributes:
        peers: The participants, the smallest first.
        municipalities: All municipalities, by name.
    """

    template: ClassVar[str] = "similar_municipalities.md.jinja"

    peers: tuple[Peer, ...]
    municipalities: tuple[Municipality, ...]


def similar_municipalities(site: Site) -> Page:
    """Return the page."""
    library = site.library
    return Page(
        path=PATH,
        title="Vem liknar oss?",
        description="Välj er kommun och se vilka deltagare som är närmast i storlek, kommungrupp och län, vad de "
        "gjorde och vad det gav.",
        kind=Kind.OVERVIEW,
        section="vem-liknar-oss",
        aliases=("Liten kommun", "Stor kommun", "Kommuner i vår storlek", "25 000 invånare"),
        script="similar.js",
        context=SimilarMunicipalitiesPage(
            peers=_peers(library),
            municipalities=tuple(sorted(library.municipalities.values(), key=lambda place: sort_key(place.name))),
        ),
    )


def _peers(library: Library) -> tuple[Peer, ...]:
    grants = {row.entry.id: row for row in money(library)}
    found = (
        _peer(entry, code, grants.get(entry.id), library)
        for entry in library.cases
        for code in dict.fromkeys(actor.municipality for actor in (entry.case.coordinator, *entry.case.participants))
        if code
    )
    return tuple(sorted(found, key=lambda peer: peer.municipality.population))


def _peer(entry: CaseEntry, code: str, grant: Money | None, library: Library) -> Peer:
    case = entry.case
    return Peer(
        library.municipalities[code],
        entry,
        case.coordinator.municipality == code,
        case.minute.did.text if case.minute else case.summary,
        case.minute.did.sources if case.minute else case.basis.summary.sources if case.basis.summary else (),
        case.minute.gave if case.minute else None,
        grant,
    )
