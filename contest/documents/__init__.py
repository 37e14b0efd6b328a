"""What a file that somebody sent is, told from its bytes alone; and whether a photo can be read."""
