"""The way from every older shape of the database to the present one."""
