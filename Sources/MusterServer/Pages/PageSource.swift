internal import Drills
internal import Feeds
internal import Office
internal import Reports

/// All that a page is made of.
struct PageSource: Sendable {
  let office: String
  /// What people call it.
  let name: String
  /// Where it is reached, without a slash at the end.
  let base: String
  /// Newest plan first.
  let plans: [PublicPlan]
  let language: Language
  /// Whether the reader chose the language, so that links keep it.
  let isLanguageChosen: Bool
  let today: Day

  var words: Words { Words(language) }

  func say(_ chinese: String, _ english: String) -> String { language(chinese, english) }

  /// Of all years, in order of start, then id.
  var announcements: [Announcement] {
    plans.count == 1
      ? plans[0].announcements
      : plans.flatMap(\.announcements).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// Of all years, each as the newest plan that has it.
  var communities: [Community] {
    var seen: Set<String> = []
    return plans.flatMap(\.program.communities.elements).filter { seen.insert($0.id).inserted }
  }

  // MARK: Addresses

  func address(_ path: String = "", _ query: (String, String?)...) -> String {
    address(path, query)
  }

  func address(_ path: String, _ query: [(String, String?)]) -> String {
    let chosen = isLanguageChosen ? [("lang", language.rawValue)] : []
    let parts = (query.compactMap { name, value in value.map { (name, $0) } } + chosen)
      .map { "\($0.0)=\($0.1.inQuery)" }
    return "/o/\(office)/\(path)" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  func address(of announcement: Announcement) -> String {
    let isNewest = announcement.plan == plans.first?.program.id
    return address("a/\(announcement.id)", ("plan", isNewest ? nil : announcement.plan))
  }

  /// Where a public feed is.
  func feedAddress(_ feed: FeedID) -> String { base + feedPath(feed) }

  func feedPath(_ feed: FeedID) -> String { "/f/\(office)/\(feed.path(in: .public))" }

  // MARK: Whose

  /// Of a feed's name, what people call whom it is about; nothing if nobody is.
  func name(ofFeed feed: FeedID) -> String? {
    if feed == .all { return say("全部活动", "All activities") }
    for plan in plans {
      let program = plan.program
      switch feed.kind {
      case .communities:
        if let community = program.communities[feed.id] { return community.name }
      case .areas:
        if program.communities.elements.contains(where: { $0.area == feed.id }) {
          return feed.id == Community.defaultArea
            ? say("全部片区", "All areas") : program.name(ofArea: feed.id)
        }
      case .venues: if let venue = program.venues[feed.id] { return venue.name }
      case .teams: if let team = program.teams[feed.id] { return team.name }
      case .all, .departments, .organizer, nil: return nil
      }
    }
    return nil
  }
}

extension Announcement {
  /// Whether it is the community's or area's that a feed is about.
  func concerns(_ feed: FeedID) -> Bool {
    switch feed.kind {
    case .communities: host.id == feed.id || attendees.contains { $0.id == feed.id }
    case .areas: areas.contains(feed.id)
    case .all, .departments, .organizer, .teams, .venues, nil: true
    }
  }
}

extension String {
  /// As it may stand in an address's query.
  var inQuery: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
