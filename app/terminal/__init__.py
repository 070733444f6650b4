"""What a terminal shows: the welcome, and the course of a command that takes a while."""
