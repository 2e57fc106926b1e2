import SourceText
import Drills

/// The ids that may be referred to; nothing where a file could not be read, so that one mistake
/// there does not make a hundred here.
struct KnownIDs {
  var communities: Set<String>?
  var areas: Set<String>?
  var venues: Set<String>?
  var teams: Set<String>?
  var requirements: Set<String>? = []
  var lines: Set<String>? = []
  var forms: Set<String>? = []

  /// Reports an id that names nothing of its kind.
  func check(_ id: Written, is noun: WorkspaceError.Noun, _ findings: Findings) {
    guard let ids = ids(of: noun), !ids.contains(id.text) else { return }
    if noun == .community, id.text == Organizer.id {
      findings.report(.organizerIsNoCommunity, at: id.position)
    } else {
      findings.report(
        .unknown(noun, id.text, near: nearest(to: id.text, among: ids)), at: id.position)
    }
  }

  /// Those that name something; the others are reported.
  func checked(_ ids: [Written], are noun: WorkspaceError.Noun, _ findings: Findings) -> [String] {
    for id in ids { check(id, is: noun, findings) }
    return ids.map(\.text)
  }

  func warnOfUnknownCover(_ name: Written, _ findings: Findings) {
    guard let communities, let areas, !communities.contains(name.text), !areas.contains(name.text)
    else { return }
    let near = nearest(to: name.text, among: communities.union(areas))
    findings.warn(of: .unknown(.communityOrArea, name.text, near: near), at: name.position)
  }

  private func ids(of noun: WorkspaceError.Noun) -> Set<String>? {
    switch noun {
    case .area: areas
    case .community: communities
    case .venue: venues
    case .team: teams
    case .requirement: requirements
    case .line: lines
    case .form: forms
    case .communityOrArea, .department, .item, .unit: nil
    }
  }
}

/// The ids met so far in one namespace.
struct SeenIDs {
  private let findings: Findings
  private let noun: WorkspaceError.Noun
  private(set) var positions: [String: SourcePosition] = [:]

  init(_ noun: WorkspaceError.Noun, _ findings: Findings) {
    self.noun = noun
    self.findings = findings
  }

  var names: Set<String> { Set(positions.keys) }

  /// The entry's id; nothing if it has none, it is not one, or another has it.
  mutating func id(of entry: some Entry) -> String? {
    guard let written = entry.written("id") else {
      if !entry.has("id") { entry.reportMissing("id") }
      return nil
    }
    guard let id = findings.value(of: written, readID) else {
      // References to it are no mistakes of their own.
      positions[written.text] = positions[written.text] ?? written.position
      return nil
    }
    if let first = positions[id] {
      findings.report(.sameID(id, noun, first: first), at: written.position)
      return nil
    }
    positions[id] = written.position
    return id
  }
}
