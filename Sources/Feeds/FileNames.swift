package import Drills

/// What files of feeds are called when they are handed to people: `communities/扶平村.ics`.
///
/// A phone shows whom a file is about by its name alone, and whether it may be passed on:
/// `communities/扶平村（内部）.ics`.
package struct FileNames {
  /// One for each feed, in their order, no two the same.
  package let paths: [String]

  package init(of feeds: [FeedFile], in language: Language) {
    let words = Words(language)
    let candidates = feeds.map { FileNames.candidates(for: $0, words) }
    var uses: [String: Int] = [:]
    // Some disks do not tell capitals apart.
    for path in candidates.joined() { uses[path.lowercased(), default: 0] += 1 }
    paths = zip(feeds, candidates).map { feed, candidates in
      candidates.first { uses[$0.lowercased()] == 1 } ?? feed.location
    }
  }

  /// Its name, and its name with its id for two of one name.
  private static func candidates(for feed: FeedFile, _ words: Words) -> [String] {
    let name = feed.name.asFileName
    if name.isEmpty { return [] }
    let kind = feed.id.kind?.rawValue ?? ""
    let (folder, own) = feed.id.id.isEmpty ? ("", kind) : ("\(kind)/", feed.id.id)
    return [name, "\(name) \(own)"].map { name in
      switch feed.edition {
      case .public: "\(folder)\(name).ics"
      case .private: "\(folder)\(words.privately(name)).ics"
      case .tasks: "\(folder)\(words.tasks(of: name)).ics"
      }
    }
  }
}
