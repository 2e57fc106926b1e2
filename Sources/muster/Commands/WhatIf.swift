import ArgumentParser
import Drills
import Foundation
import Office
import Reports
import Workspace

struct WhatIf: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "what-if", abstract: Phrases.help.whatIf,
      discussion: Phrases.help.whatIfExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.whatIfFile)) var file: String
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @OptionGroup var search: SearchFlags

  func run() async throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure(.noInput, Phrases.cannotRead(file))
    }
    let text: String
    do throws(WorkspaceError) {
      text = try writtenText([UInt8](bytes), file: file)
    } catch {
      throw Failure(.badData, error.text(in: Phrases.language))
    }
    var standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    _ = try standing.basis()
    var notes: [Note] = []
    var mistakes = 0
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      do {
        guard let step = try Script.command(String(line)) else { continue }
        let tried = try standing.trying(step.request, on: step.deciding.grounds)
        standing = tried.standing
        notes += tried.notes
      } catch let refusal as Refusal {
        mistakes += 1
        Terminal.warn("\(Phrases.errorMark)\(file):\(index + 1): \(Failure(refusal).message)")
      } catch {
        mistakes += 1
        let message = (error as? Failure)?.message ?? MoveCommand.message(for: error)
        Terminal.warn("\(Phrases.errorMark)\(file):\(index + 1): \(message)")
      }
    }
    guard mistakes == 0 else { throw Failure(.badData, Phrases.badLines(mistakes)) }
    try await standing.rehearse(notes, format, by: author.name, search)
  }
}

/// A line of a file of decisions: the same commands that are typed.
enum Script {
  private static let commands: [any DecisionCommand.Type] = [
    MoveCommand.self, PinCommand.self, UnpinCommand.self, CancelCommand.self, BlockCommand.self,
    TakeBackCommand.self,
  ]

  /// Nothing for a blank line or a comment.
  static func command(_ line: String) throws -> (any DecisionCommand)? {
    var words = try words(of: line)
    if words.first == "muster" { words.removeFirst() }
    guard let name = words.first else { return nil }
    guard let type = commands.first(where: { $0.configuration.commandName == name }) else {
      throw Failure(
        .badData,
        Phrases.unknown(name, among: commands.compactMap { $0.configuration.commandName }))
    }
    return try type.parse(Array(words.dropFirst()))
  }

  /// Split at white space, as a shell does; quotes hold words together, `#` begins a comment.
  private static func words(of line: String) throws(Failure) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else if character == "#", word == nil {
        break
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { throw Failure(.badData, Phrases.openQuote) }
    return words + [word].compactMap(\.self)
  }
}
