"""How well the search finds: any corpus and any list of queries, put to the very engine and index that sites ship."""
