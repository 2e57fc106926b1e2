import Drills
import Foundation
import Testing

@Suite struct `An owner's id` {
  @Test(arguments: 1...50)
  func `is what its text says`(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let owner = OwnerID.member(random.id())

      #expect(OwnerID(owner.text) == owner)
      #expect(owner.member == owner.text)
    }
  }

  @Test func `is the organizer's by one word alone`() {
    #expect(OwnerID("organizer") == .organizer)
    #expect(OwnerID.organizer.text == "organizer")
    #expect(OwnerID.organizer.member == nil)
    for text in ["", "Organizer", " organizer", "organizer/x", "organizers", "街道"] {
      #expect(OwnerID(text) == .member(text))
      #expect(OwnerID(text).text == text)
    }
  }

  @Test func `is nobody's where plan.yaml has a word`() {
    let words = ["organizer", "departments", "u1", "department", ""]

    #expect(words.filter(OwnerID.isReserved) == ["organizer", "departments"])
  }

  @Test func `is its text in JSON, as a value and as a key`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let owners: [OwnerID: OwnerID] = [.organizer: "u1", "u2": .organizer]

    let data = try encoder.encode(owners)

    #expect(String(decoding: data, as: UTF8.self) == #"{"organizer":"u1","u2":"organizer"}"#)
    #expect(try JSONDecoder().decode([OwnerID: OwnerID].self, from: data) == owners)
  }

  @Test func `stands in the order of its text`() {
    let owners: [OwnerID] = ["u2", .organizer, "a1", "u10"]

    #expect(owners.sorted() == ["a1", .organizer, "u10", "u2"])
  }
}
