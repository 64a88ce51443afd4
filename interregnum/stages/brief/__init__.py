"""Brief: what the client and the firm agree to look for.

A1: one problem and measurable results. B3: the role mix wanted. C1 D1 E1 E2 E3: reasons, grounds, level, context and
disciplines, taken over from the triage and confirmed by a person. G1: the assurance level, proposed by category.
"""
