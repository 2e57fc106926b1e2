"""General solvers on the scheduling model, to measure Muster against."""
