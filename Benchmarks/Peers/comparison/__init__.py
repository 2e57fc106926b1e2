"""Muster and its peers on the same instances, judged by the same judge."""
