"""The command line: each command is a module with `add` (its words) and what it does."""
