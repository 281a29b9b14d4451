"""Fonts, page furniture and charts: one drawing for screen, PDF and workbook."""
