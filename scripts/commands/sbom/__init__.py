"""What the site is made of, and under which licences.

What it ships that others have made, the texts that must go along, and a bill of materials for programs.
"""
