import Foundation
import Testing

/// What the process adds to what it is asked: its arguments, its environment, its status.
@Suite struct `The program` {
  @Test(arguments: [
    ("zh_CN.UTF-8", [], true), ("C.UTF-8", [], false), ("en_US.UTF-8", [], false),
    ("C.UTF-8", ["--language", "zh-Hans"], true), ("zh_CN.UTF-8", ["--language", "en"], false),
  ])
  func `speaks as it is asked to, else as its locale does`(
    locale: String, option: [String], isChinese: Bool
  ) throws {
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let answer = try run(
      products.appending(path: "muster"), ["check", "/nowhere"] + option, language: locale)
    #expect(answer.errors.contains("/nowhere"))
    #expect(answer.errors.contains { ("一"..."龥").contains($0) } == isChinese)
  }

  @Test func `ends with a status, and tells what is wrong apart from what it answers`() throws {
    try withSmallPlan { folder in
      let answers: [([String], Int32)] = [
        (["show", "-C", folder.path], 0), (["status", "--strict", "-C", folder.path], 1),
        (["show", "--no-such-option"], 64), (["show", "-C", "/nowhere"], 66),
        (["done", "u9/none", "--people", "1", "-C", folder.path], 66),
        (["init", folder.path], 73),
      ]
      for (arguments, status) in answers {
        let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let answer = try run(products.appending(path: "muster"), arguments)
        let inside = try muster(arguments)
        #expect(answer.status == status, "\(arguments): \(answer.errors)")
        #expect(answer.output == inside.output)
        #expect(answer.errors == inside.errors)
        #expect(inside.status == status)
        #expect(answer.output.isEmpty == (status > 1))
        #expect(answer.errors.isEmpty == (status <= 1))
      }
    }
  }
}
