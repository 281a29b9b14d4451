"""The use cases, one module for each noun of the field."""
