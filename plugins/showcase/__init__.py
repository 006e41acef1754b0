"""Showcase: one YAML file a practice base in, a finished exhibition site out."""

__version__ = "0.1.0"
