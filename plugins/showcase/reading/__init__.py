"""From the bytes of a file to a typed model, collecting every diagnostic on the way."""
