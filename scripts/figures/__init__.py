"""Figures as SVG, drawn from the data.

Each has a name and a description for those who do not see it, follows the colours of the page
through classes, and is shown with the same data as a table beneath.
"""

from scripts.figures.flow import flow
from scripts.figures.outcomes import outcomes
from scripts.figures.projects import projects
from scripts.figures.svg import Figure
from scripts.figures.sweden import sweden

__all__ = ["Figure", "flow", "outcomes", "projects", "sweden"]
