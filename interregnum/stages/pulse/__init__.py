"""Employees of a client say how a change goes: anonymous by construction, every two weeks, five questions at most."""
