"""Runs LocalStack's Java functions as JVMs on this machine, and repairs where LocalStack differs from AWS."""
