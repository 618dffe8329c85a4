"""What is known about characters: scripts, Arabic marks and keys, white space."""
