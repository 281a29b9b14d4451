"""The tussenevaluatie in plain Python: two forms filled in alone, the mirror, and the talk."""
