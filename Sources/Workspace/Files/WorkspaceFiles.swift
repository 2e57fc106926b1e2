import SourceText
import Workbooks
internal import Drills

/// Reads the files of a workspace, each once, and keeps what it read.
final class WorkspaceFiles {
  let source: Source
  let findings: Findings
  private var bytesOfFile: [String: [UInt8]] = [:]

  /// The workbook that may hold all tables; nothing if it cannot be read, which is reported.
  private(set) lazy var workbookOfAllTables: OpenWorkbook? = openAllTables()

  init(_ source: Source, _ findings: Findings) {
    self.source = source
    self.findings = findings
  }

  /// What was read, in order of paths.
  var all: [WorkspaceFile] {
    bytesOfFile.map { WorkspaceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
  }

  /// Whether anything stands at the path.
  func has(_ path: String) -> Bool { source.kind(of: path) != .nothing }

  /// Nothing if it cannot be read, which is reported, or if it is absent and not required.
  ///
  /// A required file that is absent is reported for `reason`, at `position` or at its own head.
  func bytes(
    of path: String, isRequired: Bool, limit: Int = Source.mostBytes,
    absent reason: WorkspaceError.Reason? = nil, at position: SourcePosition? = nil
  ) -> [UInt8]? {
    if let bytes = bytesOfFile[path] { return bytes }
    guard has(path) else {
      if isRequired {
        findings.report(reason ?? .noFile(path), at: position ?? SourcePosition(file: path))
      }
      return nil
    }
    do {
      let bytes = try source.bytes(of: path, limit: limit)
      bytesOfFile[path] = bytes
      return bytes
    } catch {
      findings.report(error, at: SourcePosition(file: path))
      return nil
    }
  }

  private func openAllTables() -> OpenWorkbook? {
    guard let bytes = bytes(of: Self.allTables, isRequired: true) else { return nil }
    do throws(WorkspaceError) {
      let opened = try OpenWorkbook(bytes, file: Self.allTables)
      for sheet in opened.workbook.sheets where opened.isUnread(sheet) {
        findings.warn(of: .workbook(.unreadSheet(sheet.name)), at: opened.position(of: sheet))
      }
      return opened
    } catch {
      findings.report(error.reason, at: error.position)
      return nil
    }
  }
}

extension OpenWorkbook {
  /// Whether a sheet is no table, though somebody named it and shows it.
  fileprivate func isUnread(_ sheet: Workbook.Sheet) -> Bool {
    let name = sheet.name.tight
    let isUnnamed = name.hasPrefix("sheet") && name.dropFirst(5).allSatisfy(\.isNumber)
    return !sheet.isHidden && !isUnnamed && !TableName.all.contains { $0.isName(of: sheet.name) }
  }
}
