"""Qt models of lists, paged by the query so that a list of any length costs one page."""
