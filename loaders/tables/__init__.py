"""Tables of tasks: their heads, rows and cells, in formats that have tables and in plain text."""
