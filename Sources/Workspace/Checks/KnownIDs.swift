import SourceText
import Drills

/// What may be referred to, by id or by a name that only one has; nothing where a file could not be
/// read, so that one mistake there does not make a hundred here.
struct KnownIDs {
  var communities: NameTable?
  var areas: NameTable?
  var venues: NameTable?
  var teams: NameTable?
  var requirements: NameTable? = NameTable()
  var lines: NameTable? = NameTable()
  var forms: NameTable? = NameTable()

  /// The id of what is meant; what is written, if that is nothing of its kind, which is reported.
  @discardableResult
  func id(
    of written: Written, in noun: WorkspaceError.Noun, _ findings: Findings
  ) -> String {
    guard let table = table(of: noun) else { return written.text }
    let matches = table.matches(written.text)
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 {
      findings.report(.ambiguousName(noun, written.text, matches.sorted()), at: written.position)
    } else if noun == .community, OwnerID(written.text) == .organizer {
      findings.report(.organizerIsNoCommunity, at: written.position)
    } else {
      let near = findings.near(written.text, among: table.candidates)
      findings.report(.unknown(noun, written.text, near: near), at: written.position)
    }
    return written.text
  }

  func ids(of list: [Written], in noun: WorkspaceError.Noun, _ findings: Findings) -> [String] {
    list.map { id(of: $0, in: noun, findings) }
  }

  /// The community or area that a team covers; an unknown one is a warning.
  func cover(_ written: Written, _ findings: Findings) -> String {
    guard let communities, let areas else { return written.text }
    let both = communities.union(areas)
    let matches = both.matches(written.text)
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 {
      findings.report(
        .ambiguousName(.communityOrArea, written.text, matches.sorted()), at: written.position)
    } else {
      let near = findings.near(written.text, among: both.candidates)
      findings.warn(of: .unknown(.communityOrArea, written.text, near: near), at: written.position)
    }
    return written.text
  }

  private func table(of noun: WorkspaceError.Noun) -> NameTable? {
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
  /// With the names that the entries have.
  private(set) var names = NameTable()

  init(_ noun: WorkspaceError.Noun, _ findings: Findings) {
    self.noun = noun
    self.findings = findings
  }

  /// As `id(of:)`; of a row that has only a name, the id that is made of it.
  mutating func id(of row: TableRow, orMadeOf make: (Written) -> String?) -> String? {
    // What cannot be read is not what nobody wrote.
    guard !row.hasContent("id"), let name = row.written("name") else { return id(of: row) }
    guard let id = make(name) else { return nil }
    return add(Written(text: id, position: name.position), named: name.text)
  }

  /// The entry's id; nothing if it has none, it is not one, or another has it.
  mutating func id(of entry: some Entry) -> String? {
    guard let written = entry.written("id") else {
      if !entry.has("id") { entry.reportMissing("id") }
      return nil
    }
    guard let id = findings.value(of: written, readID) else {
      // References to it are no mistakes of their own.
      positions[written.text] = positions[written.text] ?? written.position
      names.add(written.text, named: "")
      return nil
    }
    return add(
      Written(text: id, position: written.position),
      named: entry.has("name") ? entry.text("name") : "")
  }

  private mutating func add(_ id: Written, named name: String) -> String? {
    if let first = positions[id.text] {
      findings.report(.sameID(id.text, noun, first: first), at: id.position)
      return nil
    }
    positions[id.text] = id.position
    names.add(id.text, named: name)
    return id.text
  }
}
