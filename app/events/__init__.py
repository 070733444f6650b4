"""What happens to a fact: decided in a system's turn, recorded in its log, told to who is watching."""
