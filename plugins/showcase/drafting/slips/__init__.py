"""The slips of staff, one kind a function: what must hold for a line to be one, what was meant, and how
sure that is. Each has its case and, among files that are right, a look-alike that it leaves alone."""
