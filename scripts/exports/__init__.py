"""The data for other programs: JSON, tables, feeds and descriptions of it all.

What is made here is a promise like the addresses of pages. What it holds, and what may change, is told
on the page of open data.
"""
