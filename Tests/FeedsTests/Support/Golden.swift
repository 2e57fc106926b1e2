import Foundation
import Testing

/// Compares `actual` with a file under `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites the file.
func expectGolden(
  _ actual: [UInt8], _ name: String, file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual).write(to: url)
  }
  let expected = try Data(contentsOf: url)
  #expect(Data(actual) == expected, "differs from \(url.path)", sourceLocation: location)
}
