"""A build that is confined: what it opens, writes and asks for."""
