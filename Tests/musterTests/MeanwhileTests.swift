import Foundation
import Testing

@Suite struct `A decision that comes while somebody plans` {
  /// The planner's process is held at the feeds' lock, which it asks for between its search and its
  /// commit; there the other decides.
  @Test func `is told to who plans, and the plan is made again on top of it`() throws {
    try withDisruptedPlan { folder in
      let path = folder.appending(path: "feeds/.lock").path
      let lock = open(path, O_RDWR | O_CLOEXEC)
      try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
      try decide(folder, "cancel", "u1/drill", "--reason", "storm", "--by", "甲")
      let (process, errors) = try startPlanning(in: folder, by: "甲")
      try #require(try waits(process, forLockOn: path))
      let second = try decide(folder, "cancel", "u2/drill", "--reason", "heat", "--by", "乙")
      #expect(second.status == 0, "\(second.errors)")
      #expect(second.output.contains("decision 1 by 甲"), "the second is told of the first")
      close(lock)
      process.waitUntilExit()

      #expect(process.terminationStatus == 0)
      let told = try String(contentsOf: errors, encoding: .utf8)
      #expect(told.contains("planning again on top of it"), "\(told)")
      #expect(told.contains("decision 2 by 乙: cancel u2/drill"), "\(told)")
      #expect(try start(of: "u1/drill", in: folder) == nil)
      #expect(try start(of: "u2/drill", in: folder) == nil)
      let history = try document(decide(folder, "history", "--format", "json"))
      let kinds = (history["events"] as? [[String: Any]])?.compactMap { $0["kind"] as? String }
      #expect(kinds?.filter { $0 == "cancel" }.count == 2, "no decision is lost")
      #expect(kinds?.filter { $0 == "revision" }.count == 2, "no plan is saved beside them")
    }
  }

  private func startPlanning(in folder: URL, by author: String) throws -> (Process, URL) {
    let errors = folder.appending(path: "errors.txt")
    #expect(FileManager.default.createFile(atPath: errors.path, contents: nil))
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "plan", "-C", folder.path, "--now", "2024-06-03T08:00:00+08:00", "--by", author,
      "--language", "en",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, errors)
  }

  /// Whether a process comes to wait for a lock, by what Linux tells of its locks.
  private func waits(_ process: Process, forLockOn path: String) throws -> Bool {
    while process.isRunning {
      let locks = try String(contentsOfFile: "/proc/locks", encoding: .utf8)
      let isWaiting = locks.split(separator: "\n").contains { line in
        line.contains("->") && line.split(separator: " ").contains("\(process.processIdentifier)")
      }
      if isWaiting { return true }
      usleep(2_000)
    }
    return false
  }
}
