"""Tasks to Label Studio, human answers back: the only room that knows the server."""
