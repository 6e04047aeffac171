"""The questions: one Cypher file each, and the catalogue that reads them. Knows no database."""
