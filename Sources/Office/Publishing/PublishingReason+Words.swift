import Drills

extension PublishingReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .cannotWrite(let path):
      language("无法写入 \(path)", "\(path): cannot be written")
    case .unwritableFeed(let what): what
    }
  }
}
