"""What the public site says, what it said when it was last published, and the difference in words."""
