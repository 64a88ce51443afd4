"""Filters and tags of all templates."""
