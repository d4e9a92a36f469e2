"""HTTP only: pages, API, and what stands between them and the network."""
