"""The book and the hand-outs, as PDF.

Frozen dataclasses hold their content, and the typst templates read it as JSON, so that no text is ever taken for
typst code.
"""
