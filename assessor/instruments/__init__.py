"""From a TOML file to an instrument of the domain, with every problem of the file at once."""
