"""The firm's own desk: partner and account manager."""
