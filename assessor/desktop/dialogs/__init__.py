"""Dialogs: each asks one thing, carries it out itself, and shows in place why it was refused."""
