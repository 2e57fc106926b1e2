import Foundation

/// What Debian's Python prints for a script that reads these bytes from a file, its first argument.
func python(_ script: String, on bytes: [UInt8]) throws -> String {
  let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(bytes).write(to: file)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/python3")
  process.arguments = ["-c", script, file.path]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}
