package import Drills

/// Why nothing is recorded of what was done, or taken back.
package enum RecordingReason: Hashable, Sendable {
  /// What is reported lies after today.
  case isToCome(Day, today: Day)
  /// No day was given, and the planned one is still to come.
  case isPlannedLater(DutyID, Day)
  case startIsToCome(Moment, now: Moment)
  case needsPeople(DutyID)
  /// What must be confirmed.
  case questioned([Question])
  /// Several days of something that happens on one.
  case rangeOfOneDay
  /// Fields that say nothing of this id.
  case misplaced([Field], DutyID)
  case menderWithoutProblem
  /// More of a part than came in all.
  case partExceedsWhole(Field, Int, whole: Int)
  /// Seconds, of an activity that took so many minutes.
  case longerThanActivity(Field, seconds: Int, minutes: Int)
  /// The host, or named before.
  case partnerTwice(String)
  case unknownCounter(String, maybe: [CounterChoice])
  case countedTwice(Counter)
  case noSuchFile(String)
  case notAFile(String, Unreadable)
  /// A number that cannot be, and what can.
  case outOfBounds(Field, Int, ClosedRange<Int>)
  /// Control characters and the like, which show nothing and mislead.
  case unprintable(Field)
  /// A file whose bytes are withheld for good.
  case evidenceIsWithheld(String)
  /// A key under which something else was reported.
  case keyIsTaken(String)
  /// A key that is none: empty, or longer than anybody's.
  case badKey(String, most: Int)
  case nothingToUndo(DutyID)
  /// It is done by the joint drill of another activity.
  case isDoneJointly(DutyID, host: DutyID)

  /// A counter that could have been meant, with its line's and unit's words.
  package struct CounterChoice: Hashable, Sendable {
    package let counter: Counter
    package let line: String
    package let measure: String

    package init(_ counter: Counter, in counters: CounterTable) {
      self.counter = counter
      line = counters.line(counter.line)?.name ?? ""
      measure = counters.unit(of: counter)?.measure ?? ""
    }
  }

  /// Why what is there cannot be read as a file.
  package enum Unreadable: Hashable, Sendable {
    case noName, folder, unreadable
    /// A pipe, a socket or a device.
    case device
  }

  package var kind: Refusal.Kind {
    switch self {
    case .isToCome, .isPlannedLater, .startIsToCome, .needsPeople, .questioned, .rangeOfOneDay,
      .misplaced, .menderWithoutProblem, .partExceedsWhole, .longerThanActivity, .partnerTwice,
      .unknownCounter, .countedTwice, .outOfBounds, .unprintable, .keyIsTaken, .badKey:
      .usage
    case .noSuchFile, .notAFile: .noInput
    case .nothingToUndo, .isDoneJointly, .evidenceIsWithheld: .no
    }
  }

  /// That nothing is counted under `name`; `lines`: those that what was done adds to.
  static func noCounter(
    _ name: String, in counters: CounterTable, among lines: [String] = []
  ) -> RecordingReason {
    let own = lines.compactMap { counters.line($0) }
      .flatMap { line in line.units.map { Counter(line: line.id, unit: $0.name) } }
    let candidates = own.isEmpty ? counters.like(name) : own
    return .unknownCounter(
      name, maybe: candidates.prefix(12).map { CounterChoice($0, in: counters) })
  }
}
