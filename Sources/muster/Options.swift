import ArgumentParser
import Drills
import Office
import Workspace

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .customShort("C"), help: .init(Phrases.help.workspace, valueName: "workspace"))
  var folder: String?

  @Option(name: .customLong("language"), help: .init(Phrases.help.language))
  var languageName: String?

  @Option(help: .init(Phrases.help.now))
  var now: InstantOption?

  var nowInstant: Instant { now?.instant ?? Terminal.clock }

  func validate() throws {
    if let languageName, Language(languageName) == nil {
      throw ValidationError(Phrases.unknownLanguage(languageName))
    }
  }

  /// The workspace: the command's argument, else `-C`, else the current folder.
  func workspace(_ argument: String?) throws -> String {
    if let argument, let folder, argument != folder {
      throw ValidationError(Phrases.twoWorkspaces(argument, folder))
    }
    return argument ?? folder ?? "."
  }
}

/// Who did something.
struct AuthorOptions: ParsableArguments {
  @Option(help: .init(Phrases.help.by))
  var by: String?

  var name: String { by ?? Terminal.userName }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

enum ProgressFormat: String, ExpressibleByArgument, CaseIterable {
  case terminal, json
}

/// An ISO 8601 time with its offset.
struct InstantOption: ExpressibleByArgument {
  let instant: Instant
  /// As it was written.
  let text: String

  init?(argument: String) {
    guard let instant = Instant(iso8601: argument) else { return nil }
    self.instant = instant
    text = argument
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) {
    guard let day = try? DateReader().day(argument) else { return nil }
    self = day
  }
}

/// A length of time such as `20s`, `5min`, `1h30min`, `4m20s`.
struct DurationOption: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    guard let seconds = durationSeconds(argument) else { return nil }
    self.seconds = seconds
  }
}
