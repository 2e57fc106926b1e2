import Foundation
import Testing

@Suite struct `The help` {
  @Test(arguments: [("en", "en_US.UTF-8"), ("zh-Hans", "zh_CN.UTF-8")])
  func `says what each command takes, in both languages`(name: String, locale: String) throws {
    let commands = [
      "", "init", "check", "plan", "publish", "show", "explain", "options", "move", "pin", "unpin",
      "cancel", "block", "what-if", "diff", "notices", "status", "done", "undo", "count", "problem",
      "mend", "entry", "report", "form", "history", "export", "feeds", "reveal", "backup",
      "evidence", "link", "office",
    ]
    let pages = try commands.map { command in
      let page = try muster("help", command, language: locale)
      #expect(page.status == 0)
      return page.output
    }

    try expectGolden(pages.joined(separator: "\n"), "help-\(name).txt")
  }
}

/// Compares `actual` with a file under `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites the file.
private func expectGolden(_ actual: String, _ name: String) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: url)
  }
  #expect(actual == (try String(contentsOf: url, encoding: .utf8)), "differs from \(url.path)")
}
