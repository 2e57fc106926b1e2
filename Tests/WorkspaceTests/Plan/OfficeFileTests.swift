import Drills
import Foundation
import SourceText
import Testing

@testable import Workspace

@Suite struct `An office's own file` {
  private func read(_ text: String?) throws -> (file: OfficeFile, errors: [WorkspaceError])? {
    let folder = URL.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if let text {
      try Data(text.utf8).write(to: folder.appending(path: OfficeFile.fileName))
    }
    return OfficeFile.read(folder: folder.path)
  }

  @Test(arguments: ["", "\n", "# nothing yet\n"])
  func `may be empty`(text: String) throws {
    let read = try #require(try read(text))
    #expect(read.file == OfficeFile())
    #expect(read.errors.isEmpty)
  }

  @Test func `says what it is called and where it is`() throws {
    let read = try #require(
      try read("office: baita\nname: 白塔街道\nbase: https://muster.example.cn\n"))
    #expect(read.errors.isEmpty)
    #expect(read.file.office == "baita")
    #expect(read.file.name == "白塔街道")
    #expect(read.file.base == "https://muster.example.cn")
  }

  @Test func `is not there in a workspace`() throws {
    #expect(try read(nil) == nil)
  }

  @Test(arguments: [
    "ofice: baita\n", "office: 白塔\n", "base: muster.example.cn\n", "- baita\n", "office: [a\n",
  ])
  func `names its mistakes with their place`(text: String) throws {
    let read = try #require(try read(text))
    #expect(read.errors.count == 1)
    #expect(read.errors.first?.position.file == "office.yaml")
  }
}

@Suite struct `What tells a plan from others` {
  private func read(_ text: String) -> PlanHead? {
    WorkspaceReader(.memory(["plan.yaml": Array(text.utf8)])).head()
  }

  @Test func `is its office, title and beginning, whatever the rest`() throws {
    let head = try #require(
      read(
        "id: baita-2024\ntitle: 方案\norganizer: { name: 安委办 }\n"
          + "period: { from: 2024-06-01, to: 2024-06-30 }\nrequirements: nonsense\n"))
    #expect(head.id == "baita-2024")
    #expect(head.office == "baita")
    #expect(head.organizer == "安委办")
    #expect(head.begins?.description == "2024-06-01")
    #expect(read("id: baita-2024\noffice: tower\n")?.office == "tower")
  }

  @Test func `is none without an id`() {
    #expect(read("title: 方案\n") == nil)
    #expect(read("id: [\n") == nil)
  }
}
