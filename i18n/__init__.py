"""Languages and everything that varies by language; imports no sibling package."""
