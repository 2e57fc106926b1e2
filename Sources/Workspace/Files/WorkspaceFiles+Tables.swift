import SourceText
import Workbooks

/// What became of the search for a table.
enum FoundTable {
  case table(TableContent)
  case absent
  /// Reported.
  case unreadable
}

extension WorkspaceFiles {
  /// The workbook that may hold all tables, a sheet each.
  static let allTables = "tables.xlsx"

  /// Whether the table is there that every plan needs.
  var hasCommunities: Bool {
    let name = TableName.communities.english
    return ["\(name).csv", "\(name).xlsx", Self.allTables].contains(where: has)
  }

  /// A table, from the one place where it stands: its CSV, its workbook, or its sheet of the workbook
  /// that holds all.
  func table(_ name: TableName, isRequired: Bool) -> FoundTable {
    var places: [(file: String, sheet: Workbook.Sheet?)] = []
    for ending in ["csv", "xlsx"] where has("\(name.english).\(ending)") {
      places.append(("\(name.english).\(ending)", nil))
    }
    var workbook: OpenWorkbook?
    if has(Self.allTables) {
      guard let opened = workbookOfAllTables else { return .unreadable }
      workbook = opened
      for sheet in opened.workbook.sheets where name.isName(of: sheet.name) {
        places.append((Self.allTables, sheet))
      }
    }
    guard let place = places.first else {
      return reportUnread(name) ? .unreadable : absent(name, isRequired: isRequired)
    }
    if places.count > 1 {
      let files = places.map { $0.sheet.map { "\(Self.allTables) (\($0.name))" } ?? $0.file }
      findings.report(
        .workbook(.tableTwice(files[0], files[1])), at: SourcePosition(file: places[1].file))
      return .unreadable
    }
    if place.sheet != nil, let workbook { return .table(.sheets(workbook, named: name)) }
    guard let bytes = bytes(of: place.file, isRequired: true) else { return .unreadable }
    do throws(WorkspaceError) {
      return .table(try TableContent(bytes, file: place.file, name: name))
    } catch {
      findings.report(error.reason, at: error.position)
      return .unreadable
    }
  }

  private func absent(_ name: TableName, isRequired: Bool) -> FoundTable {
    guard isRequired else { return .absent }
    let file = "\(name.english).csv"
    findings.report(.noFile(file), at: SourcePosition(file: file))
    return .unreadable
  }

  /// Reports a file that was surely meant as the table, if there is one.
  private func reportUnread(_ name: TableName) -> Bool {
    let endings = ["csv", "xlsx", "xls", "et", "xlsm", "xlsb", "xltx", "ods", "numbers"]
    for file in source.names(in: "") {
      let parts = file.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, name.isName(of: String(parts[0])),
        let ending = endings.first(where: { $0 == parts[1].lowercased() })
      else { continue }
      let isRead = ending == "csv" || ending == "xlsx"
      let wanted = "\(name.english).\(isRead ? ending : "xlsx")"
      findings.report(
        .workbook(isRead ? .otherName(wanted: wanted) : .otherFormat(wanted: wanted)),
        at: SourcePosition(file: file))
      return true
    }
    return false
  }
}
