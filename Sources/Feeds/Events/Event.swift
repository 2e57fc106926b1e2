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
  /// How long it lasts, where the time of its end comes twice and is meant to be the second.
  var minutes: Int?
  /// Whether it occupies people.
  var isBusy = false
  /// Whether its hour and teams are kept back, so that `when` is whole days.
  var isWithheld = false
  var host: Party
  /// Communities that the organizer's activity calls in.
  var attendees: [Party] = []
  /// The feeds that it must not leave without a word; sorted.
  var feeds: [FeedID] = []
  /// The feeds that it left, and when.
  var left: [FeedID: WrittenDay] = [:]
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
  /// What it must follow.
  var follows: [EventID] = []
  /// Hides or opens the hour.
  var seal: Seal?
  var moved: Move?
  var cancelled: Cancellation?
  /// What a completion adds to DESCRIPTION.
  var outcome: [String] = []
  /// Where it was to be, if it was held at another time.
  var planned: When?
  /// The IANA name of its clock, in what was told since a plan's clock changed; else nothing.
  var zone: String?
  /// Whether it is over, so that nobody is reminded of it.
  ///
  /// All that is done says so; what Muster 1.0 wrote does not, rings, and must be told anew.
  var isOver: Bool?
  /// Whether it is date-only or internal, in the public edition.
  ///
  /// Nobody sees it, but it still binds when the event has left the plan.
  var restriction: String?
  /// Hard rules that a person overrode for it, by their names; nothing where there are none, so that
  /// events written before there were any stay as they are.
  var overrides: [String]?
  /// What was told for sure before a draft was; of a draft alone.
  var told: Told?
  /// Of a task.
  var completedAt: Instant?
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
    /// The IANA name of the clock that it was told on, if that is another.
    var zone: String?
  }

  struct Told: Codable, Hashable, Sendable {
    var when: When
    var moved: Move?
  }

  struct Cancellation: Codable, Hashable, Sendable {
    var on: WrittenDay
    var why: String
  }
}
