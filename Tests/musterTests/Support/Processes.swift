import Dispatch
import Drills
import Foundation
import Synchronization
import Testing

@testable import muster

/// What a program answered.
struct Answer {
  let status: Int32
  let output: String
  let errors: String
}

/// The root of the checkout.
let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Runs a program to its end; both outputs go through files, so that neither can fill a pipe.
func run(
  _ program: URL, _ arguments: [String], in folder: URL = checkout, language: String = "en_US.UTF-8"
) throws -> Answer {
  try withTemporaryFolder { outputs in
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["LANG"] = language
    // What asks ours speaks as it is told; others have no locale but this one on a bare machine.
    let asksOurs = ([program.path] + arguments).contains { $0.hasSuffix("/muster") }
    environment["LC_ALL"] = asksOurs ? nil : "C.UTF-8"
    environment["MUSTER_USER"] = "test"
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    process.environment = environment
    let output = outputs.appending(path: "out")
    let errors = outputs.appending(path: "err")
    for file in [output, errors] {
      #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// What the program answers, asked in this process; what a process alone can show is asked of `program`.
func muster(_ arguments: String..., language: String = "en_US.UTF-8") throws -> Answer {
  try muster(arguments, language: language)
}

func muster(_ arguments: [String], language: String = "en_US.UTF-8") throws -> Answer {
  let console = Console(user: "test")
  let arguments = Arguments(arguments)
  let words = arguments.language(in: ["LANG": language])
  let status = waitingFor {
    await Terminal.$console.withValue(console) {
      await Phrases.$language.withValue(words) {
        await Muster.answer(arguments)
      }
    }
  }
  // As a reader of text has it: without the mark that says how it is encoded.
  let output =
    console.output.hasPrefix("\u{FEFF}") ? String(console.output.dropFirst()) : console.output
  return Answer(status: status, output: output, errors: console.errors)
}

/// The program itself, which stands beside the tests' own binary.
let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  .appending(path: "muster")

/// Tests wait for it as for a process: on threads of its own, so that they may use all that others wait on.
private func waitingFor(_ body: @escaping @Sendable () async -> Int32) -> Int32 {
  let status = Mutex<Int32>(-1)
  let isDone = DispatchSemaphore(value: 0)
  Task(executorPreference: OwnThreads()) {
    let answer = await body()
    status.withLock { $0 = answer }
    isDone.signal()
  }
  isDone.wait()
  return status.withLock(\.self)
}

private final class OwnThreads: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    DispatchQueue.global().async {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}

/// Debian's Python, which has the packages that the README's first command installs.
func python(_ arguments: String...) throws -> Answer {
  try run(URL(filePath: "/usr/bin/python3"), arguments)
}

/// Lends an empty folder that is removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = URL.temporaryDirectory.appending(path: "muster-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// Lends a copy of the sample workspace, with its holidays beside it and nothing that Muster wrote.
func withSample<Result>(_ body: (URL) throws -> Result) throws -> Result {
  try withTemporaryFolder { folder in
    let calendars = checkout.appending(path: "calendars")
    let sample = folder.appending(path: "baita-2024")
    try FileManager.default.copyItem(
      at: calendars.appending(path: "holidays"), to: folder.appending(path: "holidays"))
    try FileManager.default.createDirectory(at: sample, withIntermediateDirectories: true)
    let written: Set = [
      "muster.sqlite", "muster.sqlite-wal", "muster.sqlite-shm", "feeds", "feeds-private",
    ]
    for name in try FileManager.default.contentsOfDirectory(
      atPath: calendars.appending(path: "baita-2024").path)
    where !written.contains(name) {
      try FileManager.default.copyItem(
        at: calendars.appending(path: "baita-2024/\(name)"), to: sample.appending(path: name))
    }
    return try body(sample)
  }
}
