"""Files broken by chance: no reading may end in a traceback, and no message may point outside its file."""
