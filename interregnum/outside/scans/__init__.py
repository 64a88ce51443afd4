"""Scans of signed papers: opened by a process of its own, and taken only when nothing in them can run."""
