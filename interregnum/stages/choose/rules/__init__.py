"""Pure matching: all points are integers, so every engine and every cut of the pool gives the same list."""
