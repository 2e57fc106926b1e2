/// What a person can ask of the search.
package struct SearchOptions: Hashable, Sendable {
  /// Another seed, another plan of about the same worth.
  package var seed: UInt64
  /// Nothing: until the search ends by itself.
  package var timeLimitSeconds: Double?
  /// Ends the search once (cost − bound) / cost is no more; a fraction, 0: until proven.
  package var gap: Double
  package var threads: Int
  /// Ends the search after so many cycles, each twice as long as the one before, without a better
  /// plan or bound.
  package var patience: Int
  /// Steps that the bound may take to solve one month, on the whole; fewer prove less.
  package var monthSteps: Int

  /// - Precondition: No number is negative, and there is a thread.
  package init(
    seed: UInt64 = 1, timeLimitSeconds: Double? = 60, gap: Double = 0, threads: Int = 1,
    patience: Int = 4, monthSteps: Int = 4000
  ) {
    precondition(timeLimitSeconds ?? 0 >= 0, "a time limit is not negative")
    precondition(gap >= 0, "a gap is not negative")
    precondition(threads >= 1, "a search needs a thread")
    precondition(patience >= 0, "patience is not negative")
    self.seed = seed
    self.timeLimitSeconds = timeLimitSeconds
    self.gap = gap
    self.threads = threads
    precondition(monthSteps >= 50, "a month takes some steps")
    self.patience = patience
    self.monthSteps = monthSteps
  }
}
