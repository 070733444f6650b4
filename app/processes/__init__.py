"""The processes of `homeward serve`: what the parent does with its children, and what each child does."""
