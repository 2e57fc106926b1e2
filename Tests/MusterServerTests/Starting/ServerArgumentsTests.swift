import Drills
import Testing

@testable import MusterServer

@Suite struct `The command line of the server` {
  @Test func `says what to serve and where`() throws {
    var options = ServerOptions()
    options.offices = ["a", "b"]
    options.host = "::1"
    options.port = 0
    options.base = "https://muster.example.cn"
    options.proxies = [
      try #require(AddressRange("127.0.0.1")), try #require(AddressRange("10.0.0.0/8")),
    ]
    options.now = 1_717_372_800

    let read = try ServerArguments([
      "a", "--listen", "[::1]:0", "--base=https://muster.example.cn/", "--behind-proxy",
      "127.0.0.1,10.0.0.0/8", "b", "--now", "2024-06-03T08:00+08:00",
    ])

    #expect(read == .serve(options))
    #expect(try ServerArguments(["x", "--help"]) == .help)
  }

  @Test(
    arguments: [
      ([], .noOffices), (["--insecure"], .noOffices), (["a", "--what"], .unknownOption("--what")),
      (["a", "--base"], .missingValue("--base")),
      (["a", "--base", "http://x/y"], .badValue("--base", "http://x/y")),
      (["a", "--base", "x"], .badValue("--base", "x")),
      (["a", "--listen", "8080"], .badValue("--listen", "8080")),
      (["a", "--listen", "h:99999"], .badValue("--listen", "h:99999")),
      (["a", "--behind-proxy", "10.0.0.0/99"], .badValue("--behind-proxy", "10.0.0.0/99")),
      (["a", "--now", "soon"], .badValue("--now", "soon")),
    ] as [([String], ServerArguments.Mistake)])
  func `is refused with what is wrong in it`(
    arguments: [String], mistake: ServerArguments.Mistake
  ) {
    #expect(throws: mistake) { try ServerArguments(arguments) }
    #expect(mistake.text(in: .chinese) != mistake.text(in: .english))
  }

  @Test func `is told of in both languages, with the same options`() {
    let texts = Language.allCases.map { ServerArguments.help(in: $0) }
    let options = texts.map { text in
      text.split { !($0.isLetter || $0 == "-") }.filter { $0.hasPrefix("--") }.map(String.init)
    }

    #expect(Set(options[0]) == Set(options[1]))
    #expect(Set(options[0]).count == 8)
  }
}
