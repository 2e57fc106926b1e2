internal import Drills

/// Whether who asks has the newest bytes already.
///
/// Source: RFC 9110 §13.1.
enum Conditions {
  /// The tag has its quotes; `modified` is nothing where it is too young to be told by seconds.
  static func isUnchanged(
    ifNoneMatch: [String], ifModifiedSince: String?, tag: String, modified: Instant?
  ) -> Bool {
    // Where there is an If-None-Match the other counts for nothing.
    guard ifNoneMatch.isEmpty else {
      return ifNoneMatch.contains { lists($0, tag) }
    }
    guard let modified, let since = ifModifiedSince.flatMap(HTTPDate.instant) else { return false }
    return modified <= since
  }

  /// Compared weakly: a proxy that compresses marks our tag as weak.
  private static func lists(_ header: String, _ tag: String) -> Bool {
    var rest = header[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "," || $0 == "\t" }
      guard !rest.isEmpty else { return false }
      if rest.first == "*" { return true }
      if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        return false
      }
      if rest[...end] == tag { return true }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// Whether gzip may be sent.
  ///
  /// Source: RFC 9110 §12.5.3.
  static func takesGzip(_ acceptEncoding: [String]) -> Bool {
    var any: Bool?
    for item in acceptEncoding.flatMap({ $0.split(separator: ",") }) {
      let parts = item.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
      guard let name = parts.first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map {
        Double($0.dropFirst(2)) ?? 0
      }
      if name == "gzip" || name == "x-gzip" { return (weight ?? 1) > 0 }
      if name == "*" { any = (weight ?? 1) > 0 }
    }
    return any ?? false
  }
}
