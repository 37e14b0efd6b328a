"""The contest's business. Knows no chat, no database, no network and no clock: `now` is passed in."""
