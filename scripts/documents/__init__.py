"""The book and the hand-outs, as PDF: the same library as the pages, for a shelf and for a meeting.

Typst sets them. What they hold is plain data, and reaches the templates as JSON, so that nothing in
a text is ever read as typst's own language.
"""
