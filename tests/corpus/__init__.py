"""Files as staff really type them, right and wrong, and the score of what the engine makes of each."""
