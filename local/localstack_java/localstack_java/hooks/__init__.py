"""Small repairs of LocalStack, each in a file of its own, applied when LocalStack starts."""
