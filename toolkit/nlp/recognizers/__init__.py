"""Models that find names, each behind the same small protocol."""
