"""What is run by hand; each script has one job."""
