import CPowerLoss
import Foundation
import Synchronization

/// What was done to the files of one folder, in order, and what a disk may hold of it.
struct Disk {
  fileprivate struct Step: Sendable {
    enum What: Sendable {
      case write([UInt8], at: Int)
      case truncate(Int)
      case sync
      case delete(isDurable: Bool)
    }

    let path: String
    let what: What
  }

  private let folder: String
  private let steps: [Step]

  /// What was done up to now to the files of `folder`.
  init(of folder: URL) {
    self.folder = folder.path + "/"
    let prefix = self.folder
    steps = allSteps.withLock { $0.filter { $0.path.hasPrefix(prefix) } }
  }

  var count: Int { steps.count }

  /// Lets `open` open files whose steps are observed for as long as they are open.
  static func observing<Result>(_ open: () throws -> Result) rethrows -> Result {
    powerloss_begin { step, path, bytes, size, offset in
      guard let path else { return }
      let what: Step.What =
        switch step {
        case powerloss_write:
          .write(Array(UnsafeRawBufferPointer(start: bytes, count: Int(size))), at: Int(offset))
        case powerloss_truncate: .truncate(Int(offset))
        case powerloss_sync: .sync
        default: .delete(isDurable: size == 1)
        }
      allSteps.withLock { $0.append(Step(path: String(cString: path), what: what)) }
    }
    defer { powerloss_end() }
    return try open()
  }

  /// Lays out what a loss of power after the first `count` steps may leave.
  ///
  /// What was synced is there. Of what was not, each file keeps any part: whole steps and single
  /// sectors of 512 bytes get lost, and later ones may last where earlier ones did not.
  func write(after count: Int, to target: URL, using random: inout some RandomNumberGenerator)
    throws
  {
    var files: [String: File] = [:]
    for step in steps.prefix(count) { files[step.path, default: File()].take(step.what) }
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      guard let bytes = file.left(using: &random) else { continue }
      let name = String(path.dropFirst(folder.count))
      try Data(bytes).write(to: target.appending(path: name))
    }
  }
}

/// Of the whole process, since SQLite tells it in a C function.
private let allSteps = Mutex<[Disk.Step]>([])

/// What lies on the disk of a file, and what waits.
private struct File {
  private var durable: [UInt8]?
  private var waiting: [Disk.Step.What] = []

  mutating func take(_ what: Disk.Step.What) {
    switch what {
    case .sync:
      for step in waiting { File.apply(step, to: &durable) }
      // A file that was opened and synced is there, be it empty.
      durable = durable ?? []
      waiting = []
    case .delete(isDurable: true):
      durable = nil
      waiting = []
    case .write, .truncate, .delete: waiting.append(what)
    }
  }

  func left(using random: inout some RandomNumberGenerator) -> [UInt8]? {
    var bytes = durable
    // Often nothing of it came to the disk, or all.
    let chances: [Double] = [0, 0.5, 0.9, 1]
    let chance = chances.randomElement(using: &random) ?? 0
    for step in waiting {
      guard case .write(let written, let offset) = step else {
        if Double.random(in: 0..<1, using: &random) < chance { File.apply(step, to: &bytes) }
        continue
      }
      for start in stride(from: 0, to: written.count, by: 512)
      where Double.random(in: 0..<1, using: &random) < chance {
        let sector = Array(written[start..<min(start + 512, written.count)])
        File.apply(.write(sector, at: offset + start), to: &bytes)
      }
    }
    return bytes
  }

  private static func apply(_ step: Disk.Step.What, to bytes: inout [UInt8]?) {
    switch step {
    case .write(let written, let offset):
      var grown = bytes ?? []
      let end = offset + written.count
      if grown.count < end { grown += [UInt8](repeating: 0, count: end - grown.count) }
      grown.replaceSubrange(offset..<end, with: written)
      bytes = grown
    case .truncate(let size): bytes = Array((bytes ?? []).prefix(size))
    case .delete: bytes = nil
    case .sync: break
    }
  }
}
