"""The command `upkeep`: report dead links and stale records, every night."""
