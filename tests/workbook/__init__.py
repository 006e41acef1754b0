"""Tests of the workbook: what is given out, and what comes back of it after people and programs had it."""
