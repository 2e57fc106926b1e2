import SourceText
import Drills
import Foundation
import Testing

@testable import Workspace

@Suite struct `A workspace in memory` {
  /// What the record keeps of a revision must say what the folder said, calendars beside it too.
  @Test func `says what the same files say on disk`() throws {
    let workspace = try TemporaryWorkspace()
    let disk = workspace.read()
    let files = Dictionary(
      disk.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    #expect(files.keys.contains { $0.hasPrefix("../") })

    let memory = WorkspaceReader(.memory(files)).read()

    #expect(memory.errors.isEmpty)
    #expect(memory.files == disk.files)
    #expect(memory.forms.map(\.path) == disk.forms.map(\.path))
    let (here, there) = (try #require(memory.program), try #require(disk.program))
    #expect(here.closures == there.closures && !here.closures.isEmpty)
    #expect(here.requirements.elements.map(\.id) == there.requirements.elements.map(\.id))
    #expect(here.dayKinds.holidays == there.dayKinds.holidays && !here.dayKinds.holidays.isEmpty)
  }

  @Test func `lacks what is not in it, and never looks at the disk`() throws {
    let workspace = try TemporaryWorkspace()
    var files = Dictionary(
      workspace.read().files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    files["teams.csv"] = nil
    files["../holidays.ics"] = nil
    let reading = WorkspaceReader(.memory(files)).read()
    #expect(reading.errors.contains { $0.position.file == "plan.yaml" })
    #expect(WorkspaceReader(.memory([:])).read().errors.map(\.reason) == [.noPlan])
  }

  @Test(arguments: [
    ("x.ics", true), ("../x.ics", true), ("a/../x.ics", true), ("../../x.ics", false),
    ("/x.ics", false),
  ])
  func `leaves the folder that holds it as little as on disk`(path: String, isBeside: Bool) throws {
    let workspace = try TemporaryWorkspace()
    #expect(Source.memory([:]).holdsBesideItself(path) == isBeside)
    #expect(Source.disk(folder: workspace.folder.path).holdsBesideItself(path) == isBeside)
  }
}
