"""Learn (B2 F3): the manager's track record, fed to the next match."""
