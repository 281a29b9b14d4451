"""The scoring sheet: one pane per model, keyboard first, every entry committed at once."""
