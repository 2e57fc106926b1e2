internal import Drills
internal import Foundation
package import Record
package import Workspace

/// An office over the years: its workspaces, and what outlives each of them.
///
/// A folder with an `office.yaml` holds the workspaces of several years; any other is the only workspace
/// of its office.
package struct OfficeFolder: Sendable {
  package struct Year: Sendable {
    package let office: Office
    package let plan: PlanHead
  }

  package let path: String
  /// Its part of addresses.
  package let id: String
  /// What people call it.
  package let name: String
  /// Where its pages are served; empty: not known.
  package let base: String
  /// Whether it is a folder of several years' workspaces.
  package let isOfYears: Bool
  /// Newest plan first; at least one.
  package let years: [Year]
  /// Where people and links are kept.
  package let directoryPath: String

  /// Reads the heads of its plans; of a plan that cannot be read by now, that of its newest revision.
  package init(_ path: String) throws(Refusal) {
    let url = URL(filePath: path).standardizedFileURL
    self.path = url.path
    let file = try OfficeFolder.file(in: url.path)
    isOfYears = file != nil
    let folders = file == nil ? [url.path] : OfficeFolder.workspaces(in: url)
    var years: [Year] = []
    var unreadable: Refusal?
    for folder in folders {
      do throws(Refusal) {
        years.append(try Year(folder: folder))
      } catch {
        // What was never planned is nobody's yet: the other years go on while it is being written.
        guard isOfYears, !Office(folder: folder).hasRecord else { throw error }
        unreadable = unreadable ?? error
      }
    }
    if years.isEmpty, let unreadable { throw unreadable }
    years.sort { ($0.begins, $0.plan.id) > ($1.begins, $1.plan.id) }
    guard let newest = years.first else { throw .access(.noWorkspaces(path)) }
    let plans = Dictionary(grouping: years, by: \.plan.id)
    if let twice = plans.first(where: { $0.value.count > 1 }) {
      throw .access(.samePlan(twice.key, twice.value.map(\.office.folder).sorted()))
    }
    self.years = years
    var above = file
    if above == nil { above = try OfficeFolder.file(in: url.deletingLastPathComponent().path) }
    id = above.flatMap { $0.office.isEmpty ? nil : $0.office } ?? newest.plan.office
    let names = [above?.name ?? "", newest.plan.organizer, newest.plan.title]
    name = names.first { !$0.isEmpty } ?? id
    base = above?.base ?? ""
    let home = file == nil && above != nil ? url.deletingLastPathComponent() : url
    directoryPath = home.appending(path: OfficeFolder.directoryName).path
  }

  static let directoryName = "office.sqlite"

  /// What office.yaml says; nothing where there is none.
  private static func file(in folder: String) throws(Refusal) -> OfficeFile? {
    guard let (file, errors) = OfficeFile.read(folder: folder) else { return nil }
    guard errors.isEmpty else { throw Refusal(.workspace(errors, warnings: [])) }
    return file
  }

  private static func workspaces(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.appending(path: "plan.yaml").path) }
      .map(\.path)
  }
}

extension OfficeFolder.Year {
  fileprivate init(folder: String) throws(Refusal) {
    let office = Office(folder: folder)
    guard let head = WorkspaceReader(folder: folder).head() ?? office.publishedHead() else {
      let reading = WorkspaceReader(folder: folder).read()
      throw Refusal(.workspace(reading.errors, warnings: reading.warnings))
    }
    self.office = office
    plan = head
  }

  fileprivate var begins: Day { plan.begins ?? Day(number: 0) }
}

extension Office {
  fileprivate var hasRecord: Bool { FileManager.default.fileExists(atPath: recordPath) }

  /// The head of the plan as its newest revision has it, whatever a planner is writing.
  fileprivate func publishedHead() -> PlanHead? {
    guard let id = try? Record.plan(at: recordPath),
      let record = try? Record.open(recordPath, plan: id),
      let revision = try? record.latestRevision(),
      let files = try? record.files(of: revision.number)
    else { return nil }
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
    return WorkspaceReader(.memory(bytes)).head()
  }
}

extension OfficeFolder {
  /// Who may use it; nothing, and no file is made, while nobody was given anything.
  package func directory() throws(Refusal) -> Directory? {
    try Refusal.wrapping { try Directory.open(directoryPath) }
  }
}
