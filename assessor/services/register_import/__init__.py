"""Importing students, placements, organisations and assessors: first what would change, then all of it at once."""
