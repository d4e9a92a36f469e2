"""The running service: settings, database, use cases and the command line. No HTTP."""
