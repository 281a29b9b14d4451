"""From objects of the domain to PDF and workbook."""
