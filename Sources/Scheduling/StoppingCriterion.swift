/// Says when to stop; all that the search knows of time.
struct StoppingCriterion: Sendable {
  private let start = ContinuousClock.now
  private let limit: Duration?
  private let shouldStop: @Sendable () -> Bool

  init(timeLimitSeconds: Double?, shouldStop: @escaping @Sendable () -> Bool) {
    limit = timeLimitSeconds.map { .seconds($0) }
    self.shouldStop = shouldStop
  }

  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Nothing: go on.
  func reason() -> StopReason? {
    if shouldStop() { return .cancelled }
    if let limit, ContinuousClock.now - start >= limit { return .timeLimit }
    return nil
  }
}
