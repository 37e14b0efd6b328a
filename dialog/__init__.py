"""How a conversation works: what was done, what to say, and where the person stands.

Knows no contest, no clock and no wire. Everything here is a value or a pure function of values.
"""
