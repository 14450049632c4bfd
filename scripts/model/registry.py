"""The files of the catalogue, and the model of the records in each."""

from __future__ import annotations

from scripts.model.advice import Advice
from scripts.model.catalogue import Area, Factor, Lesson, Method, Phase, SharedSource, Tag
from scripts.model.decisions import DecisionSheet
from scripts.model.editorial import (
    Event,
    LeadingQuestion,
    PreStudy,
    ProgrammeSection,
    Question,
    Redirect,
    Role,
    Step,
    Takeaway,
    Term,
)
from scripts.model.stories import Activity, Story
from scripts.model.types import FrozenModel
from scripts.model.work_templates import WorkTemplate

RECORD_FILES: dict[str, type[FrozenModel]] = {
    "methods": Method,
    "success_factors": Factor,
    "lessons": Lesson,
    "phases": Phase,
    "areas": Area,
    "tags": Tag,
    "sources": SharedSource,
}
"""The files that a site cannot do without, by stem."""

EDITORIAL_FILES: dict[str, type[FrozenModel]] = {
    "glossary": Term,
    "timeline": Event,
    "prestudies": PreStudy,
    "questions": Question,
    "leading_questions": LeadingQuestion,
    "programme": ProgrammeSection,
    "steps": Step,
    "roles": Role,
    "decisions": DecisionSheet,
    "advice": Advice,
    "takeaways": Takeaway,
    "work_templates": WorkTemplate,
    "stories": Story,
    "activities": Activity,
    "redirects": Redirect,
}
"""The files that a site can do without, by stem."""

CATALOGUE_FILES: dict[str, type[FrozenModel]] = {**RECORD_FILES, **EDITORIAL_FILES}
"""The files of the catalogue, by stem."""

TOPIC_KINDS = ("methods", "success_factors", "lessons")
"""The kinds that share one set of ids and names, since they refer to each other."""
