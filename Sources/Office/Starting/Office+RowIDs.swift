internal import Drills
internal import Foundation
internal import SourceText
internal import Workspace

/// What became of the ids that rows have by their names, when they were to be written into their tables.
package struct WrittenIDs: Hashable, Sendable {
  /// Each table that was completed, with the number of ids.
  package var files: [String: Int] = [:]
  /// Workbooks, which are the planner's alone.
  package var workbooks: [String] = []

  package init() {}
}

extension Office {
  /// Writes the ids of rows that have none into their CSV tables, which stay as they are otherwise.
  ///
  /// - Throws: `Refusal` with every mistake of the workspace; then nothing is written.
  package func writeIDs() throws(Refusal) -> WrittenIDs {
    let reading = try workspace().reading
    let rows = Dictionary(
      grouping: reading.rowIDs.filter { $0.given.kind != .area }, by: \.position.file)
    var written = WrittenIDs()
    for (file, rows) in rows.sorted(by: { $0.key < $1.key }) {
      guard let bytes = reading.files.first(where: { $0.path == file })?.bytes,
        let table = CompletedTable(bytes, file: file, rows: rows)
      else {
        written.workbooks.append(file)
        continue
      }
      // Where a link leads, so that it stays one.
      let target = URL(filePath: folder).appending(path: file).resolvingSymlinksInPath()
      try WholeFile.write(table.bytes, to: target)
      written.files[file] = rows.count
    }
    return written
  }
}
