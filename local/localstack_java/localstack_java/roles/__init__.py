"""Refuses, as AWS does, what the role of a caller does not allow. LocalStack itself lets everybody do everything."""
