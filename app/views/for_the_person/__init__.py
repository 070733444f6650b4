"""The page for the person and carer, in plain words: where, when, who comes first, whom to ring, what is free."""
