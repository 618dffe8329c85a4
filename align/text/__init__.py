"""What is known about characters: scripts, Arabic keys, white space."""
