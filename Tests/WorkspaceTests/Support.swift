import Drills
import Foundation
import Testing

@testable import Workspace

/// Compares `actual` with a file under `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites the file.
func expectGolden(
  _ actual: String, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let url = testFolder.appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: url)
  }
  let expected = try String(contentsOf: url, encoding: .utf8)
  #expect(actual == expected, "differs from \(url.path)", sourceLocation: location)
}

func fixture(_ name: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: testFolder.appending(path: "Fixtures/\(name)")))
}

private var testFolder: URL { URL(filePath: #filePath).deletingLastPathComponent() }

/// A copy of the base workspace that a test may spoil; removed at the end.
final class TemporaryWorkspace {
  private let parent: URL
  let folder: URL

  init() throws {
    parent = FileManager.default.temporaryDirectory.appending(path: "muster-\(UUID().uuidString)")
    folder = parent.appending(path: "demo")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: testFolder.appending(path: "Fixtures/base"), to: folder)
    try FileManager.default.copyItem(
      at: testFolder.appending(path: "Fixtures/holidays.ics"),
      to: parent.appending(path: "holidays.ics"))
  }

  deinit { try? FileManager.default.removeItem(at: parent) }

  func read() -> WorkspaceReading { WorkspaceReader(folder: folder.path).read() }

  func apply(_ edit: Edit) throws {
    switch edit {
    case .replace(let file, let old, let new):
      let url = folder.appending(path: file)
      let text = try String(contentsOf: url, encoding: .utf8)
      try #require(text.contains(old), "\(file) does not hold \(old)")
      let range = try #require(text.range(of: old))
      try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: url)
    case .write(let file, let bytes):
      let url = folder.appending(path: file)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    case .remove(let file):
      try FileManager.default.removeItem(at: folder.appending(path: file))
    case .makeFolder(let file):
      try? FileManager.default.removeItem(at: folder.appending(path: file))
      try FileManager.default.createDirectory(
        at: folder.appending(path: file), withIntermediateDirectories: true)
    case .link(let file, let target):
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: file).path, withDestinationPath: target)
    case .extend(let file, let size):
      let handle = try FileHandle(forWritingTo: folder.appending(path: file))
      try handle.truncate(atOffset: size)
      try handle.close()
    }
  }

  /// Every path with its size and time of change.
  func listing() throws -> [String] {
    let found = FileManager.default.enumerator(atPath: parent.path)?.compactMap { $0 as? String }
    return try (found ?? []).sorted().map { path in
      let attributes = try FileManager.default.attributesOfItem(
        atPath: parent.appending(path: path).path)
      let date = attributes[.modificationDate] as? Date
      return "\(path) \(attributes[.size] ?? 0) \(date?.timeIntervalSince1970 ?? 0)"
    }
  }
}

/// One change of the base workspace.
enum Edit: Sendable {
  /// The first occurrence.
  case replace(String, String, with: String)
  case write(String, [UInt8])
  case remove(String)
  case makeFolder(String)
  case link(String, to: String)
  case extend(String, to: UInt64)

  static func write(_ file: String, _ text: String) -> Edit { .write(file, Array(text.utf8)) }
}

/// What the base workspace reads as after the edits.
func reading(after edits: Edit...) throws -> WorkspaceReading {
  let workspace = try TemporaryWorkspace()
  for edit in edits { try workspace.apply(edit) }
  return workspace.read()
}

/// The program of the base workspace after the edits, which must have no mistake.
func program(
  after edits: Edit..., at location: SourceLocation = #_sourceLocation
) throws -> Program {
  let workspace = try TemporaryWorkspace()
  for edit in edits { try workspace.apply(edit) }
  let reading = workspace.read()
  #expect(reading.errors == [], sourceLocation: location)
  return try #require(reading.program, sourceLocation: location)
}

func days(_ first: String, _ last: String) throws -> ClosedRange<Day> {
  try day(first)...day(last)
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }
