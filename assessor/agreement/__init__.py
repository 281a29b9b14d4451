"""Statistics over coded ratings, in arrays; knows nothing of the rest of the program."""
