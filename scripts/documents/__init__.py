"""The book and the hand-outs, as PDF.

Frozen dataclasses hold their content. The typst templates read it as JSON, so that text from the data is never
evaluated as typst code.
"""
