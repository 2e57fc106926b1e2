package import Drills

/// How the server was asked to run.
package struct ServerOptions: Hashable, Sendable {
  /// Workspaces and office folders.
  package var offices: [String] = []
  package var host = "127.0.0.1"
  /// 0: any that is free.
  package var port = 8080
  /// Where phones reach it, without a slash at the end; empty: not known.
  package var base = ""
  /// From where requests are another's, told in X-Forwarded-For.
  package var proxies: [AddressRange] = []
  /// Whether it may be reached by others without a proxy.
  package var isInsecure = false
  /// Stands for the clock.
  package var now: Instant?

  package init() {}

  /// Where it is reached, as pages and codes say it.
  func address(onPort port: Int) -> String { base.isEmpty ? listening(onPort: port) : base }

  /// Where it listens, whatever stands before it.
  func listening(onPort port: Int) -> String {
    let name = host.contains(":") ? "[\(host)]" : host
    return "http://\(name):\(port)"
  }
}
