"""The only SQL and the only workspace keys."""
