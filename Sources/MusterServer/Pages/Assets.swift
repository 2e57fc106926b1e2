internal import Digests

/// What pages fetch beside themselves, under addresses that change with it.
struct Asset: Sendable {
  let path: String
  let type: String
  let kept: Kept

  fileprivate init(_ name: String, _ suffix: String, _ type: String, _ bytes: [UInt8]) {
    path = "/look/\(name).\(SHA256.hex(of: bytes).prefix(12)).\(suffix)"
    self.type = type
    kept = Kept(bytes)
  }
}

enum Assets {
  static let style = Asset("style", "css", "text/css; charset=utf-8", PackageResources.look_css)
  static let script = Asset(
    "copy", "js", "text/javascript; charset=utf-8", PackageResources.copy_js)
  static let all = [style, script]
}
