"""Catalogue values arranged as a page needs them: words chosen, figures written."""
