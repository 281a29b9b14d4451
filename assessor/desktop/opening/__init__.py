"""Before a workspace is open: a new one, an existing one, or the example."""
