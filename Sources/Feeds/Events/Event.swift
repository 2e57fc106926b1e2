import Drills

/// All that a subscriber can see of one event in one edition, but for its revision numbers.
///
/// It is kept in the record as `Publication.content`, so that what has left the plan can still be
/// told as cancelled. Records outlive versions: a property that is added must be optional.
struct Event: Codable, Hashable, Sendable {
  enum Kind: String, Codable, Sendable {
    case activity, campaign, deadline
    /// The only one that is a VTODO.
    case task
  }
  enum State: String, Codable, Sendable {
    case draft, confirmed, done, cancelled
  }

  var kind: Kind
  var state: State
  /// `zh-Hans` or `en`: the language of all words that Muster adds.
  var language: String
  /// Without any mark.
  var name: String
  var isDrill = false
  var when: When
  /// Whether it occupies people.
  var isBusy = false
  /// Whether its hour and teams are kept back, so that `when` is whole days.
  var isWithheld = false
  var host: Party
  /// Communities that the organizer's activity calls in.
  var attendees: [Party] = []
  /// The feeds, without edition and suffix, that it must not leave without a word; sorted.
  var feeds: [String] = []
  /// The feeds that it left, and when.
  var left: [String: WrittenDay] = [:]
  var venue: String?
  /// In the order of roles.
  var teams: [Party] = []
  var place = ""
  /// Latitude and longitude.
  var position: [Double] = []
  var url = ""
  var organizer: Party
  var categories: [String] = []
  /// What DESCRIPTION tells, whatever becomes of the event.
  var details: [String] = []
  /// Who answers for it; private edition only.
  var contacts: [String] = []
  /// UIDs, without their domain, of what it must follow.
  var follows: [String] = []
  /// Hides or opens the hour.
  var seal: Seal?
  var moved: Move?
  var cancelled: Cancellation?
  /// What a completion adds to DESCRIPTION.
  var outcome: [String] = []
  /// Whether it is date-only or internal, in the public edition.
  ///
  /// Nobody sees it, but it still binds when the event has left the plan.
  var restriction: String?
  /// Hard rules that a person overrode for it, by their names; nothing where there are none, so that
  /// events written before there were any stay as they are.
  var overrides: [String]?
  /// Seconds since 1970; of a task.
  var completedAt: Int?
  /// 1, the most urgent, to 9; of a task.
  var priority: Int?
}

extension Event {
  var parties: [Party] { [host] + attendees + teams }

  struct Party: Codable, Hashable, Sendable {
    var id: String
    var name: String
  }

  /// A SHA-256 that binds the office to an hour, and what opens it.
  struct Seal: Codable, Hashable, Sendable {
    var commitment: String
    /// `<activity id> <start> <salt>` once it may be told.
    var opening: String?
  }

  struct Move: Codable, Hashable, Sendable {
    /// As this edition told it.
    var from: When
    var why: String
  }

  struct Cancellation: Codable, Hashable, Sendable {
    var on: WrittenDay
    var why: String
  }
}

/// When an event is, on the plan's clock; written as an ISO 8601 interval.
enum When: Hashable, Sendable {
  case days(ClosedRange<Day>)
  case hours(start: Moment, end: Moment)

  /// For order; whole days start at midnight.
  var start: Moment {
    switch self {
    case .days(let days): Moment(day: days.lowerBound, minute: 0)
    case .hours(let start, _): start
    }
  }

  var lastDay: Day {
    switch self {
    case .days(let days): days.upperBound
    case .hours(let start, let end): end > start ? (end + -1).day : end.day
    }
  }

  /// The same with the hour kept back.
  var daysAlone: When { .days(start.day...max(start.day, lastDay)) }

  /// Whether somebody who comes at `other` comes at a wrong time, as far as both tell it.
  func isMoved(from other: When) -> Bool {
    switch (self, other) {
    case (.hours(let start, _), .hours(let old, _)): start != old
    case (.days(let days), .days(let old)): days != old
    case (.days, .hours), (.hours, .days): start.day != other.start.day
    }
  }
}
