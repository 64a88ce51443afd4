"""Pages that belong to no stage: the account, the language, the settings of the house."""
