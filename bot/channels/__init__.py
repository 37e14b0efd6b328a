"""The wires: each turns what it hears into events, and shows what we say as well as it can."""
