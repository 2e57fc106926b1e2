import Foundation
import Testing

/// Compares `actual` with a file under `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites the file.
func expectGolden(
  _ actual: String, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: url)
  }
  let expected = try String(contentsOf: url, encoding: .utf8)
  #expect(actual == expected, "differs from \(url.path)", sourceLocation: location)
}
