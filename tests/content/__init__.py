"""Proof that the real content says what the dossier says, and nothing more."""
