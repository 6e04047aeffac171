"""The shell of ``zeren cypher``: statements and commands, from a terminal or a pipe."""
