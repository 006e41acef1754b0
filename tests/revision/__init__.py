"""Files revised: what was meant comes, and nothing else moves."""
