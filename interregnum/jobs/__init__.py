"""Work that may wait: enqueued in the same transaction as the facts it follows from, run by the worker."""
