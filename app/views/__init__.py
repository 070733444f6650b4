"""What screens show: one file a kind of row, each row a pure function of one stream."""
