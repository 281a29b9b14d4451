"""Files that go out and come back: spreadsheets, fillable PDF, packages."""
