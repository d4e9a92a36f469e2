"""What is offered, by whom, and what is sought: tables, pure rules and the reading side."""
