internal import Drills

/// What stands on the command line of `muster-server`.
package enum ServerArguments: Hashable, Sendable {
  case help
  case version
  case serve(ServerOptions)

  /// A mistake on the command line; its words are in `StartReason+Words.swift`.
  package enum Mistake: Error, Hashable, Sendable {
    case unknownOption(String)
    case missingValue(String)
    case badValue(String, String)
    case noOffices
  }

  package init(_ arguments: [String]) throws(Mistake) {
    var options = ServerOptions()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      let name = argument.hasPrefix("--") ? parts[0] : argument
      func value() throws(Mistake) -> String {
        if argument.hasPrefix("--"), parts.count == 2 { return parts[1] }
        guard let value = rest.popFirst() else { throw .missingValue(name) }
        return value
      }
      switch name {
      case "--help", "-h":
        self = .help
        return
      case "--version":
        self = .version
        return
      case "--insecure": options.isInsecure = true
      case "--language": _ = try value()
      case "--listen": try options.listen(at: try value())
      case "--base": try options.setBase(try value())
      case "--behind-proxy": try options.add(proxies: try value())
      case "--now":
        let text = try value()
        guard let now = Instant(iso8601: text) else { throw .badValue(name, text) }
        options.now = now
      default:
        guard !argument.hasPrefix("-") else { throw .unknownOption(argument) }
        options.offices.append(argument)
      }
    }
    guard !options.offices.isEmpty else { throw .noOffices }
    self = .serve(options)
  }
}

extension ServerOptions {
  fileprivate mutating func listen(at text: String) throws(ServerArguments.Mistake) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { throw .badValue("--listen", text) }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard !host.isEmpty else { throw .badValue("--listen", text) }
    self.host = host
    self.port = Int(port)
  }

  fileprivate mutating func setBase(_ text: String) throws(ServerArguments.Mistake) {
    let isAddress =
      (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains("?")
      && !text.contains("#") && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 }
      && text.split(separator: "/", omittingEmptySubsequences: true).count == 2
    guard isAddress else { throw .badValue("--base", text) }
    base = text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  fileprivate mutating func add(proxies text: String) throws(ServerArguments.Mistake) {
    for part in text.split(separator: ",") {
      guard let range = AddressRange(String(part)) else { throw .badValue("--behind-proxy", text) }
      proxies.append(range)
    }
  }
}
