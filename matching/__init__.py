"""Finds the listings that fit what somebody seeks, across four languages, and says why."""
