"""What comes from outside: feeds, each in a folder of its own, and lists brought in; and the merging of people."""
