/// The workspace that `init` writes.
enum Template {
  static func files(year: Int) -> [(name: String, bytes: [UInt8])] { [] }
}
