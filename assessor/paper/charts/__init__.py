"""Charts as plain shapes: one drawing for screen, PDF and workbook, and its alternative text."""
