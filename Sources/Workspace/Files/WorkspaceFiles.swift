import SourceText
internal import Drills
/// Reads the files of a workspace, each once, and keeps what it read.
final class WorkspaceFiles {
  let source: Source
  private let findings: Findings
  private var bytesOfFile: [String: [UInt8]] = [:]

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
}
