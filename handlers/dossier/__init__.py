"""A dossier, from the first question to the receipt."""
