"""The graph: its nouns, its server, what is written, measured and shown of it."""
