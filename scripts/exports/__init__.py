"""The data for other programs: JSON, tables, feeds and descriptions of these.

Other programs depend on the exports, so their paths and formats are stable like the addresses of pages. The open
data page describes their content and the changes that may occur.
"""
