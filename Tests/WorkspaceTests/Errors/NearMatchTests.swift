import Testing

@testable import Workspace

@Suite struct `A near match` {
  @Test(arguments: [
    ("gird", ["grid", "grace"], "grid"),
    ("higrise", ["high-rise", "scenic"], "high-rise"),
    ("holiday", ["closure", "holidays"], "holidays"),
    ("Kind", ["kind"], "kind"),
    ("城市小区", ["城市社区", "农村村庄"], "城市社区"),
    ("fire", ["fire-1", "fire-2"], "fire-1"),
    ("lijai", ["lijia", "lijiao"], "lijia"),
  ])
  func `is the closest word`(text: String, words: [String], near: String) {
    #expect(nearest(to: text, among: words) == near)
  }

  @Test(arguments: [
    ("meeting", ["drill", "event"]), ("x", ["a", "b"]), ("周8", ["周一", "周二"]), ("", ["a"]),
    (String(repeating: "a", count: 100), ["aa"]),
  ])
  func `is nothing if all are far, or equally so`(text: String, words: [String]) {
    #expect(nearest(to: text, among: words) == nil)
  }
}
