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
    let answer = try run(
      program, ["check", "/nowhere"] + option, language: locale)
    #expect(answer.errors.contains("/nowhere"))
    #expect(answer.errors.contains { ("一"..."龥").contains($0) } == isChinese)
  }

  @Test(arguments: [
    ("C.UTF-8", [], true), ("POSIX", [], true), ("C", ["--language", "en"], false),
    ("en_US.UTF-8", [], false), ("zh_CN.UTF-8", [], true),
  ])
  func `speaks the plan's language where the locale has none`(
    locale: String, option: [String], isChinese: Bool
  ) throws {
    try withSmallPlan { folder in
      for arguments in [["show", folder.path], ["show", "-C", folder.path]] {
        let answer = try muster(arguments + option, language: locale)
        #expect(answer.output.contains("6月") == isChinese, "\(answer.output)")
      }
      try edit(folder, "title: 示例月", "title: 示例月\nlanguage: en  # of the plan")
      #expect(try muster("show", folder.path, language: "C").output.contains("June 2024"))
    }
  }

  @Test(arguments: [
    ["-C", "FOLDER", "status"], ["--now", smallNow, "-C", "FOLDER", "--language", "en", "status"],
    ["--language=en", "status", "FOLDER", "--now", smallNow], ["status", "-C", "FOLDER"],
  ])
  func `takes the options of all commands before the command too`(arguments: [String]) throws {
    try withSmallPlan { folder in
      let typed = arguments.map { $0 == "FOLDER" ? folder.path : $0 }
      let answer = try muster(typed)
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("示例月"))
    }
  }

  @Test(arguments: [
    (["shwo"], "错误：没有命令“shwo”\n  也许是 show\n"),
    (["report", "weely"], "可写：weekly、summary、form\n"),
    (["show", "--format", "htm"], "可写：table、json、html、xlsx、docx、csv、svg、png\n"),
    (["done", "x", "--people", "-5", "-C", "/nowhere"], "/nowhere"),
  ])
  func `says in Chinese what the parser does not understand`(
    arguments: [String], words: String
  ) throws {
    let answer = try muster(arguments, language: "zh_CN.UTF-8")
    #expect(answer.status >= 64)
    #expect(answer.errors.contains(words), "\(answer.errors)")
    #expect(!answer.errors.contains("Please") && !answer.errors.contains("缺少值"))
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
        let answer = try run(program, arguments)
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
