import Drills

extension PublishingReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .cannotWrite(let path):
      language("无法写入 \(path)", "\(path): cannot be written")
    case .lostEvidence(let name, let path):
      language("证据文件“\(name)”不见了：\(path)", "the evidence '\(name)' is gone: \(path)")
    case .unwritableFeed(let what): what
    }
  }
}
