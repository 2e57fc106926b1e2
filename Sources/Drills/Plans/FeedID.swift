/// The name of a feed, whatever its edition: `all`, or `communities/u1`.
///
/// The only place that writes or reads names and paths of feeds. In an old record may stand a name that this
/// program does not know; it is kept, and is no feed.
package struct FeedID: WrittenID {
  package enum Kind: String, CaseIterable, Sendable {
    case all, areas, communities, departments, organizer, teams, venues
  }
  package enum Edition: String, CaseIterable, Sendable {
    case `public`, `private`, tasks

    /// Below the workspace: whoever serves the public ones as they lie there publishes no other.
    package var folder: String { self == .public ? "feeds" : "feeds-private" }
  }

  package static let all = FeedID(.all)
  package static let organizer = FeedID(.organizer)

  package let text: String

  package init(_ text: String) { self.text = text }

  /// `id`: of the area, the community, the department, the team or the venue.
  package init(_ kind: Kind, _ id: String = "") {
    text = id.isEmpty ? kind.rawValue : "\(kind.rawValue)/\(id)"
  }

  /// Nothing for a name that this program does not know.
  package var kind: Kind? { Kind(rawValue: String(text.prefix { $0 != "/" })) }

  /// Empty for `all` and `organizer`.
  package var id: String {
    text.firstIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? ""
  }
}

extension FeedID {
  private static let tasks = "tasks/"
  private static let suffix = ".ics"

  /// Below the folder of an edition: `communities/u1.ics`, or `tasks/communities/u1.ics`.
  package func path(in edition: Edition) -> String {
    (edition == .tasks ? FeedID.tasks : "") + text + FeedID.suffix
  }

  /// Below the workspace; no two feeds have the same.
  package func location(in edition: Edition) -> String { "\(edition.folder)/\(path(in: edition))" }

  /// Below the workspace, where Muster 1.0 wrote it; of the public edition where it still is.
  package func oldLocation(in edition: Edition) -> String {
    edition == .public
      ? location(in: edition) : "\(Edition.public.folder)/private/\(path(in: edition))"
  }

  /// Reads a path below `feeds-private`, or below the `private` of Muster 1.0.
  package static func reading(privatePath path: String) -> (id: FeedID, edition: Edition)? {
    guard path.hasSuffix(suffix) else { return nil }
    let isTasks = path.hasPrefix(tasks)
    let id = FeedID(
      String((isTasks ? path.dropFirst(tasks.count) : path[...]).dropLast(suffix.count)))
    return id.kind == nil ? nil : (id, isTasks ? .tasks : .private)
  }
}
