import Foundation
import Testing

@testable import MusterServer

@Suite struct `Bytes as gzip` {
  @Test func `are the same for the same bytes, and what gunzip had`() throws {
    let bytes = Array(String(repeating: "扶平村 疏散演练\r\n", count: 500).utf8)
    let compressed = try #require(Gzip.compressed(bytes))

    #expect(compressed == Gzip.compressed(bytes))
    #expect(compressed.count < bytes.count / 10)
    #expect(try gunzip(compressed) == bytes)
    #expect(try gunzip(try #require(Gzip.compressed([]))) == [])
  }

  private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = URL.temporaryDirectory.appending(path: "gzip-\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return Array(data)
  }
}
