"""Breaks the program in small ways, one at a time, and asks whether a test notices."""
