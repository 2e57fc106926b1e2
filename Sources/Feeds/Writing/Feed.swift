import Drills

/// One calendar that somebody subscribes to.
struct Feed: Hashable {
  typealias Edition = FeedFile.Edition

  let id: FeedID
  let kind: FeedID.Kind
  let edition: Edition

  init(_ kind: FeedID.Kind, _ id: String = "", in edition: Edition) {
    self.id = FeedID(kind, id)
    self.kind = kind
    self.edition = edition
  }

  /// Nothing for a name that this program does not know.
  init?(of id: FeedID, in edition: Edition) {
    guard let kind = id.kind else { return nil }
    self.id = id
    self.kind = kind
    self.edition = edition
  }

  /// Nobody is told in public what concerns the office alone, and no feed is a department's.
  var exists: Bool {
    switch kind {
    case .all, .areas, .communities: true
    case .organizer: edition != .public
    case .departments: edition == .tasks
    case .teams, .venues: edition != .tasks
    }
  }

  /// Below the workspace.
  var location: String { id.location(in: edition) }

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
    let own = id.id
    return switch kind {
    case .all: words.everything
    case .areas: own == Community.defaultArea ? words.allAreas : program.name(ofArea: own)
    case .communities: program.communities[own]?.name
    case .departments: program.departments[own]?.name
    case .organizer: program.organizer.name
    case .teams: program.teams[own]?.name
    case .venues: program.venues[own]?.name
    }
  }

  /// Known for public feeds: a private one's holds a token that only its server knows.
  func address(in program: Program) -> String? {
    guard edition == .public, !program.publishBase.isEmpty else { return nil }
    let base = program.publishBase
    return base + (base.hasSuffix("/") ? "" : "/") + id.path(in: edition)
  }
}
