"""`python -m tests.bench.matching`: matching beside its peers, all in one run."""
