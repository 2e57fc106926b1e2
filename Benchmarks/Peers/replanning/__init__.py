"""Disruptions replayed: Muster's new plan against the exact minimum of the same model."""
