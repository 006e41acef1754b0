"""Every way in which diagnostics are shown. All are made of the same entries, and say the same."""
