"""Invented CVs in many layouts, each with what is true of it: nobody in them exists."""
