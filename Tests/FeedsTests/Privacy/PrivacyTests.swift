import Drills
import Foundation
import Testing

@testable import Feeds

/// Every announcement and every change of it, with every decision and every record of one drill; at
/// each step all that public feeds say is compared with what may be known.
@Suite struct `What public feeds say` {
  /// The stronger half asks no table: two offices that differ in nothing but what is hidden look the
  /// same, byte for byte, commitments aside, until something that only one has may be known.
  @Test(arguments: Story.announcements)
  func `is no more than may be known, and the same whatever is hidden`(
    announced: [Requirement.Announcement]
  ) throws {
    let isLong = ProcessInfo.processInfo.environment["MUSTER_LONG"] != nil
    var properties = 0
    var frozen = 0
    var marks = 0
    var compared = 0
    let stories = Story.all(announced: announced, atEveryTiming: isLong)
    for story in stories {
      var knowledge = PublicKnowledge()
      try play(story) { stage, twin in
        knowledge.read(stage)
        guard let twin else { return }
        compared += 1
        let (one, two) = (outside(stage), outside(twin))
        #expect(one == two, "\(story): \(difference(one, two))")
      }
      #expect(knowledge.complaints.isEmpty, "\(story): \(Set(knowledge.complaints).sorted())")
      properties += knowledge.properties
      frozen += knowledge.frozen
      marks += knowledge.marks
    }

    if isLong {
      print("\(announced): \(stories.count) stories, \(properties) properties, \(compared) twins")
    }
    #expect(stories.count >= 12 * 6)
    #expect(properties > 20_000)
    #expect(compared >= stories.count)
    #expect(marks > 0)
    #expect(frozen > 20 || announced.last != .internal || announced.count == 1)
  }

  /// Plays a story in two worlds, each step published, the second as long as it must look the same.
  private func play(_ story: Story, _ read: (Stage, Stage?) -> Void) throws {
    var stage = Stage(.one, announced: story.announcements[0])
    var twin: Stage? = Stage(.other, announced: story.announcements[0])
    func follow(_ step: (inout Stage) -> Void) throws {
      step(&stage)
      try stage.publish()
      if var other = twin {
        step(&other)
        try other.publish()
        twin = hides(stage) && hides(other) ? other : nil
      }
      read(stage, twin)
    }

    try follow { _ in }
    if story.timing == .beforeTheChange { try stage.steps(of: story.deed).forEach(follow) }
    for (index, announcement) in story.announcements.dropFirst().enumerated() {
      let isAtOnce = story.timing == .atOnce && index == 0
      try follow { stage in
        stage.announce(announcement)
        if isAtOnce { for step in stage.steps(of: story.deed) { step(&stage) } }
      }
      if story.timing == .afterTheChange, index == 0 {
        try stage.steps(of: story.deed).forEach(follow)
      }
    }
    if story.announcements.count == 1, story.timing != .beforeTheChange {
      try stage.steps(of: story.deed).forEach(follow)
    }
    try stage.steps(of: story.account).forEach(follow)
    try follow { $0.cancelAtLast() }
  }

  /// Whether nothing of its own is known of a stage.
  private func hides(_ stage: Stage) -> Bool {
    switch PublicKnowledge.extent(of: stage) {
    case .nothing: true
    case .date: !stage.hasOwnDay
    case .all: !stage.hasOwnDay && !stage.hasOwnHour
    }
  }

  private func outside(_ stage: Stage) -> [String: String] {
    stage.outside.mapValues { bytes in
      String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        .replacing(#/[0-9a-f]{64}/#, with: "commitment")
    }
  }

  private func difference(_ one: [String: String], _ two: [String: String]) -> [String] {
    one.keys.sorted().flatMap { path in
      Set((one[path] ?? "").components(separatedBy: "\r\n"))
        .symmetricDifference((two[path] ?? "").components(separatedBy: "\r\n"))
        .sorted().map { "\(path): \($0)" }
    }
  }
}
