"""What the keepers of a website and of a forge copy and run; standard library only."""
