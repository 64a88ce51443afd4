"""Deliver: the assignment itself: mandate, results, plan of approach, weekly report.

A1: measurable results with baseline and target. B3: the role mix of each week beside the one wanted.
"""
