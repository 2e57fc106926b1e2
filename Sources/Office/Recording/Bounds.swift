internal import Drills

/// What can be, of numbers and words that people hand in; what is only odd is asked about elsewhere.
enum Bounds {
  static let people = 0...Count.most
  /// Of one activity.
  static let minutes = 1...1440
  /// Of an evacuation or a headcount.
  static let seconds = 1...86_400

  static func check(
    _ number: Int?, _ field: Field, in bounds: ClosedRange<Int>
  ) throws(Refusal) {
    if let number, !bounds.contains(number) {
      throw .recording(.outOfBounds(field, number, bounds))
    }
  }

  static func check(_ texts: KeyValuePairs<Field, String>) throws(Refusal) {
    for (field, text) in texts where !text.isPrintable {
      throw .recording(.unprintable(field))
    }
  }
}

extension CompletionReport {
  /// - Throws: `Refusal` for what can be of nothing that is done.
  func checkBounds() throws(Refusal) {
    try Bounds.check(people, .people, in: Bounds.people)
    try Bounds.check(minutes, .minutes, in: Bounds.minutes)
    try Bounds.check(residents, .residents, in: Bounds.people)
    try Bounds.check(assisted, .assisted, in: Bounds.people)
    try Bounds.check(evacuationSeconds, .evacuatedIn, in: Bounds.seconds)
    try Bounds.check(headcountSeconds, .headcountIn, in: Bounds.seconds)
    for count in counts { try Bounds.check(count.number, .count, in: Bounds.people) }
    for partner in partners { try Bounds.check(partner.number, .with, in: Bounds.people) }
    try Bounds.check([
      .weather: weather, .observers: observers, .mender: mender, .note: note,
    ])
    for problem in problems { try Bounds.check([.problem: problem]) }
  }
}
