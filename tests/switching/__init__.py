"""Switching a built site in: whole, or not at all."""
