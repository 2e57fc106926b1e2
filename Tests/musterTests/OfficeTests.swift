import Foundation
import Testing

private let programs = ["soffice", "chromium", "pdfinfo"]

/// Whether they are installed; where `MUSTER_OFFICE` is set they must be.
private var hasOffice: Bool {
  let environment = ProcessInfo.processInfo.environment
  let folders = (environment["PATH"] ?? "").split(separator: ":")
  return environment["MUSTER_OFFICE"] != nil
    || programs.allSatisfy { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}

@Suite struct `LibreOffice and Chromium` {
  @Test(.enabled(if: hasOffice, "LibreOffice, Chromium or pdfinfo is not installed"))
  func `find the right numbers in the right blanks, no formula and no live markup`() throws {
    let answer = try run(
      checkout.appending(path: "Tests/Clients/Office/run"),
      [program.path])

    #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
    #expect(answer.output.hasSuffix("every form and page is right\n"))
  }
}
