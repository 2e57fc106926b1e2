import ArgumentParser
import Drills
import Foundation
import Workspace

/// What was typed, as the parser takes it.
struct Arguments {
  /// Options of all commands, which may stand before the command's name too.
  private static let common = ["-C", "--language", "--now"]

  /// Without the program's name.
  let words: [String]

  /// The parser knows options of a command behind its name alone, and takes a number below zero for an option.
  init(_ typed: [String]) {
    var rest = typed[...]
    var options: [String] = []
    while let word = rest.first, word.hasPrefix("-") {
      if Self.common.contains(word), rest.count > 1 {
        options += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if Self.common.contains(where: { word.hasPrefix("\($0)=") }) {
        options.append(word)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    var words: [String] = []
    for word in rest {
      if let last = words.last, last.hasPrefix("--"), !last.contains("="),
        word.wholeMatch(of: #/-\d+(\.\d+)?/#) != nil
      {
        words[words.count - 1] = "\(last)=\(word)"
      } else {
        words.append(word)
      }
    }
    // What stands behind `--` is no option.
    let end = words.firstIndex(of: "--") ?? words.count
    self.words = Array(words[..<end]) + (words.isEmpty ? [] : options) + words[end...]
  }

  /// The command that is named, if it is none.
  var unknownCommand: String? {
    guard let name = words.first, !name.hasPrefix("-"), !Self.commands.contains(name) else {
      return nil
    }
    return name
  }

  static var commands: [String] {
    Muster.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  private func value(of option: String) -> String? {
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix("\(option)=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// The language that is asked for: by `--language`, else the locale, else the plan's, else English.
  func language(in environment: [String: String]) -> Language {
    if let language = value(of: "--language").flatMap({ Language($0) }) { return language }
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment[variable], !locale.isEmpty else { continue }
      let name = locale.prefix { $0 != "." && $0 != "@" }
      if name == "C" || name == "POSIX" { break }
      return name.hasPrefix("zh") ? .chinese : .english
    }
    return languageOfPlan ?? .english
  }

  /// Of the workspace that is named, or in which the program runs; whatever else is wrong there.
  private var languageOfPlan: Language? {
    let named =
      [value(of: "-C")].compactMap(\.self) + words.dropFirst().filter { !$0.hasPrefix("-") }
    for folder in named + ["."] {
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/plan.yaml") else {
        continue
      }
      let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        .first { $0.hasPrefix("language:") }
      let word = line?.dropFirst("language:".count).prefix { $0 != "#" }
        .trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
      return word.flatMap { Language($0) } ?? .chinese
    }
    return nil
  }
}
