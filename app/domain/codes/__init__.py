"""Lists of codes: national ones as they are published, local ones as defaults that a hub may replace."""
