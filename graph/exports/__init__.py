"""What leaves the graph for other programs and for offices: rows as plain data, and their files."""
