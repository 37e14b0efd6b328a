"""The contest's business. Knows no chat, database, network or clock: `now` is passed in."""
