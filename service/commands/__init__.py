"""What each command does, one module a kind of work; imported only when it is called."""
