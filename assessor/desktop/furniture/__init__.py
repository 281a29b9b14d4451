"""Small widgets that every page is furnished with; they know the look, and nothing of the field but its tones."""
