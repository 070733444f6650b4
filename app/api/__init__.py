"""HTTP and the websocket. Thin: shape in, command, receipt out."""
