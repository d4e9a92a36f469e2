"""Benchmarks: ratios between peers measured in the same run, never a test's pass or fail."""
