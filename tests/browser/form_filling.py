"""Filling in the form as a user does: adding items, typing, selecting and ticking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from scripts.model.field_specs import FieldSpec, FieldType, field_specs


def fill_in(page: Page, case: Mapping[str, Any]) -> None:
    """Fill in the form with a case.

    Args:
        page: The page with the form.
        case: The values by key. `sources` is a list, and sources are referred to by their position in it,
            from 1. `basis` gives the sources of each fact.
    """
    fields = {field.key: field for field in field_specs()}
    form = page.locator("#fallet")
    for key in ("sources", *(key for key in fields if key not in {"sources", "basis"})):
        if key in case:
            _fill(form, fields[key], case[key])
    for key, fact in case["basis"].items():
        basis = form.locator(f'fieldset.basis[data-key="{key}"]')
        _tick(basis, [f"#{number}" for number in fact["sources"]])
        if "note" in fact:
            basis.locator("summary").click()
            basis.locator("textarea").fill(fact["note"])


def _fill(scope: Locator, field: FieldSpec, value: Any) -> None:
    own = f'[data-key="{field.key}"]:not(.basis)'
    target = scope.locator(f":scope > {own}, :scope > fieldset > {own}, :scope > section > {own}")
    if field.item is not None and field.item.refers_to == "tags" and not field.required:
        folded = scope.locator(":scope > details:not(:has(textarea)), :scope > fieldset > details")
        folded.locator("summary").click()
        target = folded.locator(own)
    match field.type:
        case FieldType.BLOCK:
            _fill_all(target if field.required else _add(target), field, value)
        case FieldType.REGISTER:
            _fill_items(target, field, value)
        case FieldType.LIST if field.item is not None and field.item.type is FieldType.REFERENCE:
            _tick(target, [f"#{item}" if isinstance(item, int) else item for item in value])
        case FieldType.LIST:
            _fill_items(target, field, value)
        case FieldType.CHOICE | FieldType.MUNICIPALITY | FieldType.REFERENCE:
            target.locator("select").select_option(value)
        case FieldType.TRUTH:
            target.locator("input").set_checked(value)
        case _:
            target.locator(".control").fill(str(value))


def _fill_items(several: Locator, field: FieldSpec, values: Iterable[Any]) -> None:
    for value in values:
        item = _add(several)
        if field.blocks:
            _fill_all(item, field, value)
        else:
            item.locator("textarea").fill(value)


def _fill_all(scope: Locator, field: FieldSpec, values: Mapping[str, Any]) -> None:
    for inner in field.blocks:
        if inner.key in values:
            _fill(scope, inner, values[inner.key])


def _add(several: Locator) -> Locator:
    several.locator(":scope > p > [data-add]").click()
    return several.locator(":scope > .items > .item").last


def _tick(scope: Locator, values: list[str]) -> None:
    for value in values:
        scope.locator(f'input[value="{value}"]').check()
