package import Logging

/// Log lines as JSON, one object a line, for whoever collects them.
package struct JSONLog: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel = Logger.Level.info
  private let write: @Sendable (String) -> Void
  /// As `2024-06-12T01:00:00Z`.
  private let time: @Sendable () -> String

  package init(
    time: @escaping @Sendable () -> String, write: @escaping @Sendable (String) -> Void
  ) {
    self.time = time
    self.write = write
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var parts = [
      ("time", time()), ("level", event.level.rawValue), ("event", "\(event.message)"),
    ]
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    parts += all.filter { !$0.key.hasPrefix("hb.") }.map { ($0.key, "\($0.value)") }
      .sorted { $0.0 < $1.0 }
    let fields = parts.map { "\(quoted($0.0)):\(quoted($0.1))" }
    write("{\(fields.joined(separator: ","))}\n")
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 32:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
