"""The verbs of the command line, one module each. Thin: each names what does the work."""
