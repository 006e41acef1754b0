"""What scripts/showcase.py does before Showcase itself can run; standard library only."""
