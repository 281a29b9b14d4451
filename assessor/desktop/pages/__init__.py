"""The pages behind the rail, one module per page."""
