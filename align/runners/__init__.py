"""Runners: a function over many jobs, results in the order of the jobs."""
