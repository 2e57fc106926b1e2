import Drills
import Foundation
import Testing

@testable import Workspace

@Suite struct `Reading a workspace` {
  @Test func `gives the program, the files and no complaint`() throws {
    let reading = try TemporaryWorkspace().read()
    #expect(reading.errors == [])
    #expect(reading.warnings == [])
    #expect(reading.program?.id == "demo")
    #expect(
      reading.files.map(\.path) == [
        "../holidays.ics", "communities.csv", "hall.ics", "plan.yaml", "teams.csv", "venues.csv",
      ])
    #expect(reading.files.map(\.bytes)[0] == (try fixture("holidays.ics")))
  }

  @Test func `gives the forms`() throws {
    let reading = try reading(
      after: .write("forms/附件1.md", "# 统计表\n（{{quiz.sessions}}）场\n"),
      .write("forms/附件2.html", "<p>表</p>"), .write("forms/readme.txt", "no form"))
    #expect(
      reading.forms == [
        FormTemplate(
          name: "附件1", path: "forms/附件1.md", format: .markdown,
          text: "# 统计表\n（{{quiz.sessions}}）场\n"),
        FormTemplate(name: "附件2", path: "forms/附件2.html", format: .html, text: "<p>表</p>"),
      ])
    #expect(reading.files.map(\.path).filter { $0.hasPrefix("forms/") }.count == 2)
  }

  @Test func `takes a deadline's form from the folder of forms`() throws {
    _ = try program(
      after: .write("forms/总结.md", "x"),
      .replace("plan.yaml", "form: 附件1", with: "form: 总结"))
  }

  @Test func `reports every mistake in one run, by file and position`() throws {
    let reading = try reading(
      after: .replace("communities.csv", "8200", with: "many"),
      .replace("communities.csv", "dashu", with: "lijia"),
      .replace("venues.csv", "workdays", with: "weekday"),
      .replace("teams.csv", ",2,60", with: ",0,60"),
      .replace("plan.yaml", "2024-05-31\n", with: "2024-06-31\n"),
      .replace("plan.yaml", "scenario: high-rise", with: "scenarios: high-rise"),
      .replace("plan.yaml", "    participants: 3%", with: "    duration: 2h"),
      .replace("plan.yaml", "counts-as: push", with: "counts-as: pusch"),
      .write("hall.ics", ""))
    #expect(reading.program == nil)
    #expect(
      reading.errors.map(\.description) == [
        "communities.csv:3:24 (E3, population): 'many' is not a whole number",
        "communities.csv:5:1 (A5, id): the id 'lijia' is already that of the community at"
          + " communities.csv:4:1 (A4, id)",
        "hall.ics:1:1: the file is empty",
        "plan.yaml:20:12: there is no day '2024-06-31': that month has 30",
        "plan.yaml:25:5: unknown key 'scenarios'\n  Maybe 'scenario'",
        "plan.yaml:31:5: 'duration' stands twice, first on line 28",
        "plan.yaml:36:84: no line 'pusch'\n  Maybe 'push'",
        "teams.csv:2:19 (D2, crews): '0' is not between 1 and 1000000",
        "venues.csv:4:41 (H4, days): 'weekday' is none of any, workdays, weekends, mon, tue, wed, thu, fri,"
          + " sat, sun",
      ])
  }

  @Test func `reports nothing that only follows from another mistake`() throws {
    let without = try reading(after: .remove("communities.csv"))
    #expect(without.errors.map(\.reason) == [.noFile("communities.csv")])
    #expect(without.warnings == [])

    let broken = try reading(after: .replace("communities.csv", "id,", with: "identity,"))
    #expect(broken.errors.map(\.reason) == [.noColumn(.init("id", "编号"))])
  }

  @Test func `still reads the tables if the plan is missing`() throws {
    let reading = try reading(
      after: .remove("plan.yaml"), .replace("communities.csv", "8200", with: "x"))
    #expect(
      reading.errors.map(\.reason) == [.notAWholeNumber("x", near: nil), .noPlan])
  }

  @Test func `says of any other folder only that there is no plan`() throws {
    let reading = try reading(
      after: .remove("plan.yaml"), .remove("communities.csv"), .remove("teams.csv"))
    #expect(reading.errors.map(\.reason) == [.noPlan])
  }

  @Test func `says that there is no folder, or that it is a file`() throws {
    let missing = WorkspaceReader(folder: "/nowhere/at-all").read()
    #expect(
      missing.errors.map(\.description) == ["/nowhere/at-all:1:1: no such folder"])
    let file = try TemporaryWorkspace().folder.appending(path: "plan.yaml")
    #expect(WorkspaceReader(folder: file.path).read().errors.map(\.reason) == [.noWorkspace])
    let workspace = try TemporaryWorkspace()
    let plan = workspace.folder.appending(path: "plan.yaml").path
    #expect(WorkspaceReader(folder: plan).read().errors.map(\.reason) == [.notAFolder])
  }

  @Test func `warns of a requirement that matches no community`() throws {
    let reading = try reading(
      after: .replace("plan.yaml", "hazards: [high-rise] }", with: "hazards: [scenic] }"))
    #expect(reading.program != nil)
    #expect(
      reading.warnings.map(\.description) == ["plan.yaml:26:10: no community matches"])
  }

  @Test func `warns of attends where the organizer holds nothing`() throws {
    let reading = try reading(
      after: .replace("plan.yaml", "after: [briefing]", with: "attends: { kind: rural }"))
    #expect(reading.warnings.map(\.reason) == [.attendsWithoutOrganizer])
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `says of a file that may not be read that it cannot`() throws {
    let workspace = try TemporaryWorkspace()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: workspace.folder.appending(path: "teams.csv").path)
    #expect(workspace.read().errors.map(\.reason) == [.unreadable])
  }

  @Test func `refuses what is no plain file without waiting for it`() throws {
    let workspace = try TemporaryWorkspace()
    try workspace.apply(.remove("teams.csv"))
    #expect(mkfifo(workspace.folder.appending(path: "teams.csv").path, 0o600) == 0)
    #expect(workspace.read().errors.map(\.reason) == [.unreadable])
  }
}
