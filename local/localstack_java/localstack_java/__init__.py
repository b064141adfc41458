"""Runs the Java functions of LocalStack as JVMs on this machine, and mends what LocalStack gets wrong for us."""
