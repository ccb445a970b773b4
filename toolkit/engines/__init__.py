"""Many documents: the same pure function of `work.py`, mapped over one process, all cores, or a cluster."""
