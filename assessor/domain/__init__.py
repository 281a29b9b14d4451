"""The field in plain Python: no Qt, SQL, files or clock."""
