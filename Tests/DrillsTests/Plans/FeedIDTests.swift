import Foundation
import Testing

@testable import Drills

@Suite struct `A feed's id` {
  private static let kindsWithIDs = FeedID.Kind.allCases.filter { $0 != .all && $0 != .organizer }
  private static let ids = ["u1", "2", "a-b", "all", "tasks", "organizer", "2024-06-13"]

  @Test func `is what its text says`() {
    for kind in Self.kindsWithIDs {
      for id in Self.ids {
        let feed = FeedID(kind, id)

        #expect(FeedID(feed.text) == feed)
        #expect(feed.kind == kind)
        #expect(feed.id == id)
      }
    }
    for feed in [FeedID.all, .organizer] {
      #expect(feed.id == "")
      #expect(FeedID(feed.text).kind == feed.kind)
    }
    #expect(FeedID.all.text == "all")
    #expect(FeedID(.communities, "u1").text == "communities/u1")
  }

  @Test func `has a path of its own in each edition, below the workspace`() {
    let feeds =
      [FeedID.all, .organizer]
      + Self.kindsWithIDs.flatMap { kind in Self.ids.map { FeedID(kind, $0) } }
    let locations = feeds.flatMap { feed in FeedID.Edition.allCases.map { feed.location(in: $0) }
    }

    #expect(Set(locations).count == feeds.count * FeedID.Edition.allCases.count)
    #expect(FeedID("communities/u1").location(in: .public) == "feeds/communities/u1.ics")
    #expect(FeedID("teams/a").location(in: .private) == "feeds-private/teams/a.ics")
    #expect(FeedID.all.location(in: .tasks) == "feeds-private/tasks/all.ics")
    #expect(FeedID.all.oldLocation(in: .public) == "feeds/all.ics")
    #expect(FeedID.all.oldLocation(in: .private) == "feeds/private/all.ics")
    #expect(FeedID.all.oldLocation(in: .tasks) == "feeds/private/tasks/all.ics")
  }

  @Test func `is read from the path of what is not public`() throws {
    var read = 0
    for kind in Self.kindsWithIDs {
      for (id, edition) in Self.ids.flatMap({ id in
        [FeedID.Edition.private, .tasks].map { (id, $0) }
      }) {
        let feed = FeedID(kind, id)
        let found = try #require(FeedID.reading(privatePath: feed.path(in: edition)))
        #expect(found == (feed, edition))
        read += 1
      }
    }
    #expect(read == Self.kindsWithIDs.count * Self.ids.count * 2)
  }

  @Test(arguments: [
    "", ".ics", "all", "all.ics.new", "other/u1.ics", "tasks/.ics", "ALL.ics", "/all.ics",
  ])
  func `is not read from what is no path of a feed`(path: String) {
    #expect(FeedID.reading(privatePath: path) == nil)
  }

  @Test(arguments: ["", "clubs/u1", "communities", "communities/", "一/二"])
  func `of an old record stays as it is`(text: String) throws {
    let feed = FeedID(text)
    let left = [feed: 1]
    let data = try JSONEncoder().encode(left)

    #expect(feed.text == text)
    #expect(try JSONDecoder().decode([FeedID: Int].self, from: data) == left)
    #expect((feed.kind == nil) == !text.hasPrefix("communities"))
  }
}
