"""Personal data: identity numbers, e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset
from scripts.model.messages import explain

PERSONAL_NUMBER = re.compile(r"(?<![0-9])(?:19|20)?([0-9]{2})([0-9]{2})([0-9]{2})[-+ ]?([0-9]{4})(?![0-9])")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![0-9-])(?:\+46 ?(?:\(0\))?|0)[1-9][0-9]{0,2}[ –/-]{0,3}[0-9]{2,3}(?:[ -]?[0-9]{2,3}){1,3}(?![0-9])"
)

_POSSIBLE = re.compile(r"@|[0-9](?:[^\w@]{0,4}[0-9]){5}")
"""A quick test that all three pass: an at sign, or six digits close together. Few texts contain either."""


def personal_data(dataset: Dataset) -> Iterator[Problem]:
    """Report personal identity numbers, e-mail addresses and telephone numbers."""
    for document in dataset.documents():
        for path, node in document.scalars:
            if path[-1:] == ("url",) or not isinstance(node.data, str):
                continue
            text = node.raw
            if not _POSSIBLE.search(text):
                continue
            if any(_is_personal_number(match) for match in PERSONAL_NUMBER.finditer(text)):
                yield document.problem(path, explain(Code.PERSONAL_NUMBER))
            elif match := EMAIL.search(text):
                yield document.problem(path, explain(Code.EMAIL, text=match.group()))
            elif match := TELEPHONE.search(text):
                yield document.problem(path, explain(Code.TELEPHONE, text=match.group()))


def _is_personal_number(match: re.Match[str]) -> bool:
    """Return whether ten digits are a valid date with the right check digit (Luhn, SFS 1991:481 § 18)."""
    year, month, day, last = match.groups()
    if not 1 <= int(month) <= 12 or not 1 <= int(day) % 60 <= 31:
        return False
    digits = [int(digit) for digit in year + month + day + last]
    doubled = (digit * (2 - position % 2) for position, digit in enumerate(digits))
    return sum(part // 10 + part % 10 for part in doubled) % 10 == 0
