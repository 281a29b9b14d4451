"""One file for each revision; a published one is never edited."""
