/// How many steps a month solver may take, so that a few hard months do not keep all others waiting.
struct StepAllowance: Sendable {
  /// Steps that one month may take.
  private let ofMonth: Int
  /// Of the solver, after which a month may take a fiftieth of that.
  private var until = 0

  /// - Precondition: A month may take a step at least.
  init(ofMonth steps: Int) {
    precondition(steps > 0, "a month takes some steps")
    ofMonth = steps
  }

  /// Begins with a number of months that may take half of what each may, on the whole.
  mutating func begin(months: Int, at steps: Int) { until = steps + months * max(1, ofMonth / 2) }

  func ofNextMonth(at steps: Int) -> Int { steps < until ? ofMonth : max(1, ofMonth / 50) }
}
