"""The firm's electronic seal: a page added to a document, sealed so that each later change shows (PAdES)."""
