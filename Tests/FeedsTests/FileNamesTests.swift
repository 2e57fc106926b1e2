import Drills
import Testing

@testable import Feeds

@Suite struct `The name of a feed's file` {
  private func feed(
    _ id: FeedID, _ name: String, _ edition: FeedFile.Edition = .public
  ) -> FeedFile {
    FeedFile(
      id: id, bytes: [], edition: edition, name: name, events: 0, lastModified: nil,
      address: nil)
  }

  private func names(_ feeds: FeedFile..., language: Language = .chinese) -> [String] {
    FileNames(of: feeds, in: language).paths
  }

  @Test func `is that of whom it is about`() {
    #expect(names(feed("communities/fp", "扶平村")) == ["communities/扶平村.ics"])
    #expect(names(feed("all", "全部活动")) == ["全部活动.ics"])
  }

  @Test func `says whether it may be passed on`() {
    let inside = feed("communities/fp", "扶平村", .private)
    let tasks = feed("organizer", "应急办", .tasks)

    #expect(names(inside, tasks) == ["communities/扶平村（内部）.ics", "应急办（待办）.ics"])
    #expect(
      names(inside, tasks, language: .english) == [
        "communities/扶平村 (internal).ics", "应急办 (tasks).ics",
      ])
  }

  @Test func `tells two of one name apart by their ids, whatever the size of their letters`() {
    #expect(
      names(
        feed("communities/x1", "下村"), feed("communities/x2", "下村"),
        feed("venues/x2", "下村"), feed("teams/a", "Fire"), feed("teams/b", "FIRE"))
        == [
          "communities/下村 x1.ics", "communities/下村 x2.ics", "venues/下村.ics",
          "teams/Fire a.ics", "teams/FIRE b.ics",
        ])
  }

  @Test func `is never that of two`() {
    let paths = names(
      feed("teams/a", "甲"), feed("teams/b", "甲"), feed("teams/c", "甲 a"),
      feed("teams/d", "..."), feed("teams/e", ""))

    #expect(Set(paths).count == 5, "\(paths)")
    #expect(paths.suffix(2) == ["feeds/teams/d.ics", "feeds/teams/e.ics"])
  }

  @Test(arguments: [
    ("a/b", "a_b"), ("../../x", "_.._x"), ("a\\b:c*d?e\"f<g>h|i", "a_b_c_d_e_f_g_h_i"),
    ("\u{7}铃\n声", "_铃_声"), (" 村 . ", "村"), (".hidden", "hidden"),
  ])
  func `has nothing that a file's name cannot have`(name: String, written: String) {
    #expect(names(feed("areas/a", name)) == ["areas/\(written).ics"])
  }

  @Test func `is short enough for every disk, and splits no character`() {
    for name in [String(repeating: "村", count: 300), String(repeating: "👨‍👩‍👧‍👦", count: 60)] {
      let path = names(feed("areas/a", name, .private))[0]
      #expect(path.utf8.count <= 6 + 120 + 12 + 4)
      #expect(path.hasPrefix("areas/\(name.prefix(4))"))
      #expect(path.dropFirst(6).dropLast(8).allSatisfy { name.contains($0) })
    }
  }
}
