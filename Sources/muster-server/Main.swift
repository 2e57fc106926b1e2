import Drills
import Foundation
import Logging
import MusterServer

/// The server's process: arguments, environment, clock, standard output and error.
@main
struct Main {
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let language = language(arguments)
    do {
      switch try ServerArguments(arguments) {
      case .help: say(ServerArguments.help(in: language))
      case .version: say("Muster 1.0")
      case .serve(let options): try await serve(options)
      }
    } catch let mistake as ServerArguments.Mistake {
      end(StartRefusal(.arguments(mistake)), in: language)
    } catch let refusal as StartRefusal {
      end(refusal, in: language)
    } catch {
      complain("\(error)")
      exit(70)
    }
  }

  private static func serve(_ options: ServerOptions) async throws {
    let environment = ProcessInfo.processInfo.environment
    let level = environment["MUSTER_LOG"].flatMap(Logger.Level.init(rawValue:)) ?? .info
    LoggingSystem.bootstrap { _ in
      var log = JSONLog(time: { timestamp }, write: { write($0, to: STDERR_FILENO) })
      log.logLevel = level
      return log
    }
    let server = try MusterServer(
      options, isRoot: geteuid() == 0, isRootAllowed: environment["MUSTER_ROOT_OK"] == "1",
      clock: { Main.clock }, logger: Logger(label: "muster-server"))
    try await server.run { address in say("listening on \(address)") }
  }

  private static func language(_ arguments: [String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      let value =
        argument.hasPrefix("--language=")
        ? String(argument.dropFirst(11))
        : argument == "--language" && index + 1 < arguments.count ? arguments[index + 1] : ""
      if value.hasPrefix("zh") { return .chinese }
      if value.hasPrefix("en") { return .english }
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") ?? false ? .chinese : .english
  }

  private static var clock: Instant { Instant(seconds: Int(Date().timeIntervalSince1970)) }

  private static var timestamp: String {
    guard let zone = Zone("UTC") else { return "" }
    return zone.timestamp(at: Main.clock)
  }

  private static func end(_ refusal: StartRefusal, in language: Language) -> Never {
    complain(language("错误：", "Error: ") + refusal.text(in: language))
    exit(refusal.exitStatus)
  }

  private static func say(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
  private static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      // Whoever does not read what is said misses it, and is served all the same.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
