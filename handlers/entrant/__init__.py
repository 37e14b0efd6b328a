"""The conversations with those who enter, or may."""
