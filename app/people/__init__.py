"""Who people are: identity and contacts, outside the log, and the keys that seal words about them."""
