"""Guarantee (H1 H2): a dissatisfied client has the manager replaced at once and free of charge, or ends it all."""
