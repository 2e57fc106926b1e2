import Drills
import Testing

@Suite struct `Unprintable text` {
  @Test(arguments: [
    ("演练\n第二行\t完", "演练\n第二行\t完"), ("a\r\nb", "a\r\nb"), ("a\rb", "a\\u000Db"),
    ("\u{1B}]0;PWNED\u{07}演练", "\\u001B]0;PWNED\\u0007演练"), ("\u{9B}31m", "\\u009B31m"),
    ("甲\u{202E}乙\u{2069}", "甲\\u202E乙\\u2069"), ("\u{FFFE}\u{FFFF}", "\\uFFFE\\uFFFF"),
    ("\u{1FFFE}", "\\uD83F\\uDFFE"), ("a\u{2028}b", "a\\u2028b"), ("\u{7F}", "\\u007F"),
  ])
  func `is made visible as JSON escapes it`(text: String, escaped: String) {
    #expect(text.escapingUnprintable() == escaped)
    #expect(text.isPrintable == (text == escaped || text == "a\r\nb" ? text != "a\r\nb" : false))
  }

  @Test func `leaves what the writer put there, and nothing that only looks like it`() {
    let text = "\u{1B}[1m甲\u{1B}[0m\u{1B}[2J"
    #expect(
      text.escapingUnprintable(keeping: ["\u{1B}[1m", "\u{1B}[0m"])
        == "\u{1B}[1m甲\u{1B}[0m\\u001B[2J")
  }

  @Test func `is dropped from documents`() {
    #expect("甲\u{FFFF}\u{1B}乙\n".droppingUnprintable == "甲乙\n")
  }
}
