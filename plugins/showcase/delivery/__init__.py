"""Bringing a finished site to the place that it is served from, while people are reading it there."""
