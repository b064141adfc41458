"""Runs the whole application on this machine: LocalStack without Docker, the deployed stack, a first edition."""
