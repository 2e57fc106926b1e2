import Testing

@testable import Drills

@Suite struct `A notice's id` {
  @Test func `is written as the record has it`() {
    #expect(NoticeID(letter: 1, of: "u1/drill/2024-06").text == "u1/drill/2024-06/notice-1")
    #expect(NoticeID(changesFor: .community("u1")).text == "community/u1")
    #expect(NoticeID(changesFor: .venue("h1")).text == "venue/h1")
    #expect(NoticeID(changesFor: .team("fire1")).text == "team/fire1")
  }

  @Test(arguments: 1...20)
  func `is no other's`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let ids = Set((0..<10).map { _ in random.id() })
    let recipients: [NoticeID.Recipient] =
      ids.map { .community($0) } + ids.map { .venue($0) } + ids.map { .team($0) }
    let letters = ids.flatMap { id in
      (1...3).map { NoticeID(letter: $0, of: DutyID(owner: .member(id), rule: "r")) }
    }
    let notices = recipients.map { NoticeID(changesFor: $0) } + letters

    #expect(Set(notices.map(\.text)).count == 6 * ids.count)
    #expect(notices.allSatisfy { NoticeID($0.text) == $0 })
  }
}
