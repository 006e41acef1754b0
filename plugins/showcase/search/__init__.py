"""Finding: what can be found, and the index that readers' browsers scan. The engine is `overrides/assets/search-*.js`."""
