"""Text that looks like the name of a private person.

There is no list of names: a role or a word of contact beside two capitalised words is enough for a warning.
Organisations and places are recognised by their own words. Some names are missed and some organisations are reported,
which is why it is only a warning.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset, Municipality
from scripts.model.messages import explain

_ROLE = r"""(?i: \b \w*
    (?: ledare? | chef | direktör | samordnare? | koordinator | coach | strateg | utvecklare? | handläggare? | konsult
      | sekreterare? | forskare? | lektor | professor | rektor | kommunalråd | ordförande | ansvarig )
    (?: n | en | na | et | er | erna )? \b )"""

_CONTACT = r"(?i: \b (?: kontakta | kontakt | kontaktperson | kontaktpersoner | ring | mejla | frågor \s till ) \b )"

_NAME = r"""(?P<name>
    [A-ZÅÄÖÉÜ][a-zåäöéü]+ (?: -[A-ZÅÄÖÉÜ]\w+ )?
    (?: \s+ (?: (?:von|af|de) \s+ )? [A-ZÅÄÖÉÜ]\w* (?: -[A-ZÅÄÖÉÜ]\w+ )? ){1,3}
    (?: \s+ och \s+ [A-ZÅÄÖÉÜ]\w+ )? )"""

_NAMED = (
    re.compile(rf"(?: {_ROLE} | {_CONTACT} ) [,:]? \s+ {_NAME}", re.VERBOSE),
    re.compile(rf"\b {_NAME} (?: ,\s | \s\( | ,?\s (?:som\s)? (?:är|var)\s ) (?: [a-zåäö]+\s )? {_ROLE}", re.VERBOSE),
)
"""Before the name, as in *projektledare Anna Andersson*, and after it, as in *Anna Andersson, projektledare*."""

_TWO_WORDS = re.compile(r"\b[A-ZÅÄÖÉÜ]\w*\s+(?:(?:von|af|de)\s+)?[A-ZÅÄÖÉÜ]")
"""A quick test that every name passes. Few texts do, and looking for roles is slow."""

_ORGANISATION = re.compile(
    r"""(?i: ^(?: ab | hb | kb | fou | skr | rise | vinnova )s?$
      | (?: kommun | stad | stads | region | län | landsting | universitet | university | högskola | förvaltning | bolag
          | myndighet | verk | institut | förbund | nämnd | styrelse | råd | centrum | center | kontor | avdelning
          | enhet | akademi | science | park | lab | labb | hub | forum | nätverk | förening | stiftelse | kansli
          | grupp | sluss | arena | innovation | sverige | tidning | projekt | program )
        (?: s | en | ens | et | ets | er | ers | erna | a | n )?$ )""",
    re.VERBOSE,
)


def personal_names(dataset: Dataset) -> Iterator[Problem]:
    """Report texts that seem to name a person with a role, or a person to contact."""
    if not dataset.municipalities:
        # Without the names of places, every one of them could be a person's.
        return
    places = words_of_places(dataset.municipalities.values())
    for document in dataset.documents():
        for path, node in document.scalars:
            if path[-1:] == ("url",) or not isinstance(node.data, str):
                continue
            if name := person_in(node.raw, places):
                yield document.problem(path, explain(Code.PERSON, name=name))


def words_of_places(municipalities: Iterable[Municipality]) -> frozenset[str]:
    """Return every word in the names of municipalities and counties, case-folded and without a genitive s."""
    names = {name for municipality in municipalities for name in (municipality.name, municipality.county)}
    return frozenset(_bare(word) for name in names for word in name.split())


def person_in(text: str, places: Collection[str]) -> str | None:
    """Return the first text that looks like a person's name.

    Args:
        text: The text.
        places: The words of places, from `words_of_places`.

    Returns:
        The name, or None when there is none.
    """
    if not _TWO_WORDS.search(text):
        return None
    for match in (match for pattern in _NAMED for match in pattern.finditer(text)):
        words = match["name"].split()
        belongs_to_a_place = words[0].endswith("s") and _bare(words[0]) in places
        is_a_place = all(_bare(word) in places for word in words)
        if not (belongs_to_a_place or is_a_place or any(map(_ORGANISATION.search, words))):
            return " ".join(words)
    return None


def _bare(word: str) -> str:
    return word.casefold().removesuffix("s")
