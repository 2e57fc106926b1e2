/// Which parts a part refers to.
struct Relationships {
  struct Target {
    /// The last word of the address that names the kind: `worksheet`, `styles`.
    let kind: String
    let part: String
  }

  private let targets: [String: Target]

  /// Of the part, or of the archive as a whole for the empty name; none if it has none.
  init(of part: String, in archive: ZipArchive) throws(WorkbookError) {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let name = "\(folder)_rels/\(file).rels"
    let listener = Listener(folder: folder)
    if let bytes = try archive.part(name) {
      do { try XmlReader.read(bytes, of: name, listener) } catch { throw WorkbookError(error) }
    }
    targets = listener.targets
  }

  subscript(_ id: String) -> Target? { targets[id] }

  /// The only part of a kind.
  func part(of kind: String) -> String? { targets.values.first { $0.kind == kind }?.part }

  private final class Listener: XmlListener {
    private let folder: String
    var failure: WorkbookError.Reason?
    var targets: [String: Target] = [:]

    init(folder: String) { self.folder = folder }

    func start(_ name: XmlName, _ attributes: XmlAttributes) {
      // What lies outside the file is never followed.
      guard case "Relationship" = name, attributes["TargetMode"] != "External",
        let id = attributes["Id"], let kind = attributes["Type"], let target = attributes["Target"]
      else { return }
      targets[id] = Target(
        kind: kind.split(separator: "/").last.map(String.init) ?? "",
        part: Self.resolved(target, in: folder))
    }

    func end(_ name: XmlName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private static func resolved(_ target: String, in folder: String) -> String {
      var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
      }
      return steps.joined(separator: "/")
    }
  }
}
