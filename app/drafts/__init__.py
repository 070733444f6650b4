"""What somebody has typed and not sent yet, kept so that nothing of it is lost: outside the log, for it is no fact."""
