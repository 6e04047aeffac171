"""What a text mentions: one module a kind, `match()` on the normalised text."""
