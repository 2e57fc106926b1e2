import Drills
import Foundation
import SourceText
import Testing
import Workbooks

@testable import Workspace

/// The names of columns of the workbooks, which are communities and what is reported done.
private let known: [WorkspaceError.Word] = [
  .init("id", "编号"), .init("name", "名称"), .init("kind", "类型"), .init("contact", "安全员"),
  .init("people", "人数"), .init("on", "日期"), .init("start", "开始时间"),
]

private let smallPlan =
  "muster: 1\nid: p\norganizer: { name: o }\nperiod: { from: 2024-06-01, to: 2024-06-30 }\n"

private func names(ofFilesWith ending: String) throws -> [String] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/workbooks")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
}

private func sheet(_ name: String) throws -> Sheet {
  Sheet(try fixture("workbooks/\(name)"), file: name, known: known)
}

/// As tables are compared: without the empty cells behind the last filled one.
private func texts(_ sheet: Sheet) -> [[String]] {
  sheet.rows.map { row in
    let texts = row.map(\.text)
    return Array(texts.prefix((texts.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }
}

/// All of a value, sets in order.
private func told(_ value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return "\(value)" }
  let parts = mirror.children.map { "\($0.label ?? ""):\(told($0.value))" }
  return "[" + (mirror.displayStyle == .set ? parts.sorted() : parts).joined(separator: " ") + "]"
}

@Suite struct `Workbooks of other programs` {
  @Test func `read as the CSV of the same table`() throws {
    let withCSV = try names(ofFilesWith: ".csv")
    for name in withCSV {
      let workbook = try sheet("\(name).xlsx")
      let table = try sheet("\(name).csv")
      let lost: [WorkspaceError.Reason] = [.workbook(.picture)]
      #expect(workbook.errors.map(\.reason).filter { !lost.contains($0) } == [], "\(name)")
      #expect(texts(workbook) == texts(table), "\(name)")
      #expect(workbook.rows.count > 1, "\(name)")
    }
    #expect(withCSV.count >= 40)
  }

  @Test(arguments: [Language.chinese, .english])
  func `are told of by cell`(language: Language) throws {
    var text = ""
    for name in try names(ofFilesWith: ".xlsx") {
      let sheet = try sheet("\(name).xlsx")
      for error in sheet.errors { text += "error: \(error.text(in: language))\n" }
      for warning in sheet.warnings { text += "warning: \(warning.text(in: language))\n" }
    }
    try expectGolden(text, "workbooks.\(language.rawValue).txt")
  }

  @Test func `make the same plan as the CSV`() throws {
    var compared = 0
    for name in try names(ofFilesWith: ".csv") {
      let table = try fixture("workbooks/\(name).csv")
      let expected = try communities(.write("communities.csv", table))
      // The others are of what was done.
      guard !expected.isEmpty else { continue }
      compared += 1
      let workbook = try fixture("workbooks/\(name).xlsx")
      #expect(
        try communities(.write("communities.xlsx", workbook)) == expected, "\(name)")
    }
    #expect(compared >= 20)
  }

  /// None if there is any mistake in the table.
  private func communities(_ edit: Edit) throws -> [String] {
    let reading = try reading(
      after: .remove("communities.csv"), .remove("venues.csv"), .remove("teams.csv"),
      .write("plan.yaml", smallPlan), edit)
    let elements = reading.program?.communities.elements ?? []
    return elements.map(told)
  }
}

@Suite struct `A table` {
  private func place(_ edits: [Edit]) throws -> WorkspaceReading {
    let workspace = try TemporaryWorkspace()
    for edit in edits { try workspace.apply(edit) }
    return workspace.read()
  }

  private func reasons(_ edits: Edit...) throws -> [WorkspaceError.Reason] {
    try place(edits).errors.map(\.reason).filter {
      if case .workbook = $0 { true } else if case .noFile = $0 { true } else { false }
    }
  }

  private static let workbook = "workbooks/openpyxl-plain.xlsx"

  @Test func `stands in one place only`() throws {
    let bytes = try fixture(Self.workbook)
    let all = try fixture("tables.xlsx")

    #expect(
      try reasons(.write("communities.xlsx", bytes))
        == [.workbook(.tableTwice("communities.csv", "communities.xlsx"))])
    #expect(
      try reasons(.write("tables.xlsx", all)) == [
        .workbook(.tableTwice("communities.csv", "tables.xlsx (社区)")),
        .workbook(.tableTwice("venues.csv", "tables.xlsx (场所)")),
        .workbook(.tableTwice("teams.csv", "tables.xlsx (队伍)")),
      ])
  }

  @Test func `may be a sheet of the workbook of all tables`() throws {
    let csv = try program()
    let workbook = try program(
      after: .remove("communities.csv"), .remove("venues.csv"), .remove("teams.csv"),
      .write("tables.xlsx", try fixture("tables.xlsx")))

    #expect(workbook.communities.elements.map(told) == csv.communities.elements.map(told))
    #expect(workbook.venues.elements.map(told) == csv.venues.elements.map(told))
    #expect(workbook.teams.elements.map(told) == csv.teams.elements.map(told))
  }

  @Test func `of a sheet has its mistakes told with the sheet's name`() throws {
    let reading = try reading(
      after: .remove("communities.csv"), .remove("venues.csv"), .remove("teams.csv"),
      .write("tables.xlsx", try fixture("tables-with-mistakes.xlsx")))

    let told = (reading.errors + reading.warnings).map { $0.text(in: .chinese) }
      .filter { $0.hasPrefix("tables") }
    try expectGolden(told.joined(separator: "\n") + "\n", "tables-with-mistakes.txt")
  }

  @Test(arguments: [
    ("communities.xls", "communities.xlsx"), ("社区.et", "communities.xlsx"),
    ("Communities.XLSM", "communities.xlsx"),
  ])
  func `of another format is told of`(file: String, wanted: String) throws {
    #expect(
      try reasons(.remove("communities.csv"), .write(file, "x"))
        == [.workbook(.otherFormat(wanted: wanted))])
  }

  @Test(arguments: [("社区.xlsx", "communities.xlsx"), ("社区.csv", "communities.csv")])
  func `under another name is told of`(file: String, wanted: String) throws {
    #expect(
      try reasons(.remove("communities.csv"), .write(file, "x"))
        == [.workbook(.otherName(wanted: wanted))])
  }

  @Test func `that is optional is told of too`() throws {
    #expect(
      try reasons(.remove("venues.csv"), .write("场所.xls", "x"))
        == [.workbook(.otherFormat(wanted: "venues.xlsx"))])
    #expect(try reasons(.remove("communities.csv")) == [.noFile("communities.csv")])
  }

  private static let strangers: [([UInt8], WorkbookError.Reason)] = [
    ([UInt8]("id,name,kind,population\n".utf8), .notAWorkbook),
    ([0x50, 0x4B, 3, 4], .damaged(part: nil)),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldFormat),
  ]

  @Test(arguments: strangers)
  func `named as a workbook is one`(bytes: [UInt8], reason: WorkbookError.Reason) throws {
    #expect(
      try reasons(.remove("communities.csv"), .write("communities.xlsx", bytes))
        == [.workbook(.unreadable(reason))])
  }

  @Test func `that is a workbook by its bytes is read as one`() throws {
    #expect(
      try program(
        after: .write("plan.yaml", smallPlan), .remove("venues.csv"), .remove("teams.csv"),
        .write("communities.csv", try fixture(Self.workbook))
      ).communities.elements.count == 3)
  }
}
