import Drills
import Feeds
import Foundation
import Office
import Record
import Reports
import Testing

@Suite struct `Silent calendars` {
  @Test func `are those that nobody has fetched for seven days, by any address`() throws {
    try withOffice { office in
      let folder = try OfficeFolder(office.folder)
      #expect(try office.books(at: morning).silentCalendars() == nil)

      let feed = try #require(
        try office.standing(at: morning).feeds()
          .first { $0.edition == .private && $0.id == "communities/u2" })
      _ = try folder.makeLinks(to: [feed], label: "", by: "甲", at: morning)
      try folder.keep([
        .public("communities/u1"): Fetch(at: morning, family: "iOS"),
        .public("communities/u3"): Fetch(at: morning.adding(days: -8), family: "iOS"),
      ])
      func silent(_ days: Int) throws -> [FeedID]? {
        try office.books(at: morning + days * 86_400).silentCalendars()?.map(\.feed)
      }
      // The second community got an address today.
      #expect(try silent(0) == ["communities/u3", "communities/v1"])
      #expect(
        try silent(8) == ["communities/u1", "communities/u2", "communities/u3", "communities/v1"])
      try folder.keep([.link(1): Fetch(at: morning + 8 * 86_400, family: "iOS")])
      #expect(try silent(8) == ["communities/u1", "communities/u3", "communities/v1"])
    }
  }
}
