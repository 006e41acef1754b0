"""How fast and how large: the showcase measured on invented bases."""
