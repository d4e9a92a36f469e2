"""Goods by their names, written without sight of the vocabulary."""
