import Drills
import Foundation
import Office
import QRCodes
import Reports
import Synchronization
import Workspace

/// What the program runs in: the terminal, the environment, the clock.
enum Terminal {
  /// The language that was asked for: by `--language`, else the locale, else English.
  static func language(
    _ arguments: [String], in environment: [String: String]
  ) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--language", index + 1 < arguments.count {
        if let language = Language(arguments[index + 1]) { return language }
      } else if argument.hasPrefix("--language=") {
        if let language = Language(String(argument.dropFirst(11))) { return language }
      }
    }
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[variable], !value.isEmpty else { continue }
      return value.hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }

  /// What stands in the process's place, if anything.
  @TaskLocal static var console: Console?

  static var isOutputTerminal: Bool { console == nil && isatty(STDOUT_FILENO) == 1 }
  static var isErrorTerminal: Bool { console == nil && isatty(STDERR_FILENO) == 1 }

  static var style: Style {
    let environment = ProcessInfo.processInfo.environment
    let isPlain = environment["NO_COLOR"] != nil || environment["TERM"] == "dumb"
    return isOutputTerminal && !isPlain ? .terminal : .plain
  }

  /// Columns of the terminal; 80 where there is none.
  static var columns: Int {
    var size = winsize()
    guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 80 }
    return Int(size.ws_col)
  }

  static var clock: Instant { Instant(seconds: Int(Date().timeIntervalSince1970)) }

  /// Who runs the program, where `--by` does not say.
  static var userName: String {
    if let console { return console.user }
    let environment = ProcessInfo.processInfo.environment
    for variable in ["MUSTER_USER", "LOGNAME", "USER"] {
      if let name = environment[variable], !name.isEmpty { return name }
    }
    return NSUserName()
  }

  static func print(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    let text = lines.joined(separator: "\n") + "\n"
    let kept = isOutputTerminal ? Style.sequences + QRCode.sequences : []
    write(text.escapingUnprintable(keeping: kept), to: STDOUT_FILENO)
  }

  static func warn(_ warning: Warning?) {
    if let warning { warn(warning.text(in: Phrases.language, for: CommandLineFront())) }
  }

  static func tell(_ findings: [WorkspaceError], as kind: String) {
    for finding in findings { warn("\(kind): \(finding.text(in: Phrases.language))") }
  }

  static func warn(_ text: String) { write(text.escapingUnprintable() + "\n", to: STDERR_FILENO) }

  /// Shows a line that the next one replaces; nothing where nobody watches.
  static func progress(_ text: String) {
    guard isErrorTerminal else { return }
    write("\r\u{1B}[K" + text.escapingUnprintable(), to: STDERR_FILENO)
  }

  /// Why the standard output could not be written, once it could not.
  static var outputFailure: WriteCause? { failure.withLock { $0 } }

  private static let failure = Mutex<WriteCause?>(nil)

  private static func write(_ text: String, to descriptor: Int32) {
    if let console {
      console.append(text, to: descriptor)
      return
    }
    guard let code = WholeFile.writeAll(Array(text.utf8), to: descriptor) else { return }
    // A reader that went away, as `| head` does, is no mistake of ours.
    if descriptor == STDOUT_FILENO, code != EPIPE { failure.withLock { $0 = WriteCause(code) } }
  }

  /// Writing to what is full or gone is told by an answer, never by a signal; and nothing that is opened
  /// later takes the place of an output that is closed.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest that is free is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

extension Language {
  /// Reads `zh`, `zh-Hans`, `zh_CN.UTF-8`, `en` ….
  init?(_ text: String) {
    if text.hasPrefix("zh") {
      self = .chinese
    } else if text.hasPrefix("en") {
      self = .english
    } else {
      return nil
    }
  }
}
