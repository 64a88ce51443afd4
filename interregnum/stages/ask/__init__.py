"""Ask: a visitor or client states a problem; the firm proposes what would help, and a person confirms it.

B1: says honestly whether an adviser or a manager is needed. A3 C1 D1: category, reasons and grounds, with evidence.
"""
