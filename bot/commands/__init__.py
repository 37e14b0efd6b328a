"""The command line: `parser.py` has its words, and the module of a command's name its `work`."""
