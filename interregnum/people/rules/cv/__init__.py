"""What a CV says: from words with their places to fields that a person accepts. Pure: no Django, no files, no clock."""
