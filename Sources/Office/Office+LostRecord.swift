internal import Foundation

extension Office {
  /// Damage is not absence: a record that is gone beside what it once made is a fault, and nothing is
  /// begun in its place unless a person says so.
  func refuseLostRecord() throws(Refusal) {
    guard !beginsAnew, !hasRecord else { return }
    let traces = traces
    guard traces.isEmpty else { throw .planning(.recordIsLost(beside: traces)) }
  }

  /// SQLite takes a file of no bytes for a new record.
  private var hasRecord: Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: recordPath)
    return (attributes?[.size] as? Int).map { $0 > 0 } ?? false
  }

  /// What only an office with a record has, by name.
  private var traces: [String] {
    let home = URL(filePath: folder)
    func names(in folder: String) -> [String] {
      let path = folder.isEmpty ? home.path : home.appending(path: folder).path
      return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
    let folders = ["feeds", "feeds-private", "evidence"].filter { folder in
      // A lock, or what a killed command had begun, says nothing.
      names(in: folder).contains { !$0.hasPrefix(".") && !$0.hasSuffix(".new") }
    }
    return folders + names(in: "").filter { $0.hasPrefix("muster.sqlite.before-") }
  }
}
