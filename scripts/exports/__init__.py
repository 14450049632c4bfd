"""The data for other programs: JSON with schemas and a description, and tables for a spreadsheet.

What is made here is a promise like the addresses of pages. What it holds, and what may change, is told
on the page of open data.
"""
