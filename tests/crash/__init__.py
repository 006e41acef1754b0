"""Builds that are killed, starved and interrupted: what is served stays the old site or the new one, whole."""
