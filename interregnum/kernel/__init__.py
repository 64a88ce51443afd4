"""Pure values that every floor may use: no Django, no files, no clock, no chance."""
