"""One repository for each noun: rows on one side, values of the domain on the other."""
