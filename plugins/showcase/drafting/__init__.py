"""From bytes to a draft: the text of a file as it was typed, and as it is understood."""
