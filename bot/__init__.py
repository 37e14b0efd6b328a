"""The running program: knows every other room, and is known by none."""
