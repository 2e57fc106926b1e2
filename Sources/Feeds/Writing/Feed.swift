import Drills
internal import ICalendar

/// One calendar that somebody subscribes to.
struct Feed: Hashable {
  enum Kind: String, CaseIterable {
    case all, areas, communities, departments, organizer, teams, venues
  }
  typealias Edition = FeedFile.Edition

  let kind: Kind
  /// Empty for `all` and `organizer`.
  let id: String
  let edition: Edition

  init(_ kind: Kind, _ id: String = "", in edition: Edition) {
    self.kind = kind
    self.id = id
    self.edition = edition
  }

  /// The feed that an event names, such as `communities/u1`.
  init?(named name: String, in edition: Edition) {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let first = parts.first, let kind = Kind(rawValue: first) else { return nil }
    self.init(kind, parts.count > 1 ? parts[1] : "", in: edition)
  }

  /// Nobody is told in public what concerns the office alone, and no feed is a department's.
  var exists: Bool {
    switch (kind, edition) {
    case (.organizer, .public), (.departments, .public), (.departments, .private): false
    case (.teams, .tasks), (.venues, .tasks): false
    default: true
    }
  }

  /// As events name it.
  var name: String { id.isEmpty ? kind.rawValue : "\(kind.rawValue)/\(id)" }

  /// Below the folder of its edition.
  var path: String { edition == .tasks ? "tasks/\(name).ics" : "\(name).ics" }

  /// Below the workspace.
  var location: String { "\(edition.folder)/\(path)" }

  /// A CSS3 name and its value: a colour for each kind, so that several feeds can be told apart.
  var colour: (name: String, value: String) {
    if edition == .tasks { return ("goldenrod", "#DAA520") }
    switch kind {
    case .all: return ("royalblue", "#4169E1")
    case .areas: return ("slateblue", "#6A5ACD")
    case .communities: return ("seagreen", "#2E8B57")
    case .departments, .organizer: return ("firebrick", "#B22222")
    case .teams: return ("orangered", "#FF4500")
    case .venues: return ("steelblue", "#4682B4")
    }
  }
}

extension Feed {
  /// Every feed of a plan, whether or not anything is in it: people subscribe once.
  static func all(of program: Program) -> [Feed] {
    let areas = Set(program.communities.elements.map(\.area)).sorted()
    let editions: [Edition] = [.public, .private, .tasks]
    return editions.flatMap { edition -> [Feed] in
      [Feed(.all, in: edition), Feed(.organizer, in: edition)]
        + areas.map { Feed(.areas, $0, in: edition) }
        + program.communities.elements.map { Feed(.communities, $0.id, in: edition) }
        + program.departments.elements.map { Feed(.departments, $0.id, in: edition) }
        + program.teams.elements.map { Feed(.teams, $0.id, in: edition) }
        + program.venues.elements.map { Feed(.venues, $0.id, in: edition) }
    }.filter(\.exists)
  }

  /// Whom or what it is about; nothing if the plan no longer knows it.
  func name(in program: Program) -> String? {
    let words = Words(program.language)
    switch kind {
    case .all: return words.everything
    case .areas: return id == Community.defaultArea ? words.allAreas : id
    case .communities: return program.communities[id]?.name
    case .departments: return program.departments[id]?.name
    case .organizer: return program.organizer.name
    case .teams: return program.teams[id]?.name
    case .venues: return program.venues[id]?.name
    }
  }

  /// Known for public feeds: a private one's holds a token that only its server knows.
  func address(in program: Program) -> String? {
    guard edition == .public, !program.publishBase.isEmpty else { return nil }
    let base = program.publishBase
    return base + (base.hasSuffix("/") ? "" : "/") + path
  }
}
