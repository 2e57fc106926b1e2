import Drills
import Foundation
import Office
import Testing

@testable import MusterServer

@Suite struct `Before it serves, the server` {
  private func options(_ host: String, proxies: [String] = [], isInsecure: Bool = false)
    -> ServerOptions
  {
    var options = ServerOptions()
    options.host = host
    options.proxies = proxies.compactMap { AddressRange($0) }
    options.isInsecure = isInsecure
    return options
  }

  @Test func `refuses root unless it is allowed`() {
    let here = options("127.0.0.1")
    #expect(throws: StartRefusal(.isRoot)) {
      try Safety.check(here, isRoot: true, isRootAllowed: false)
    }
    #expect(throws: Never.self) { try Safety.check(here, isRoot: true, isRootAllowed: true) }
  }

  @Test(arguments: ["0.0.0.0", "::", "192.168.1.5", "example.org"])
  func `refuses to be reached by others unless that is meant`(host: String) {
    func check(_ options: ServerOptions) throws {
      try Safety.check(options, isRoot: false, isRootAllowed: false)
    }
    #expect(throws: StartRefusal(.isOpen(host: host))) { try check(options(host)) }
    #expect(throws: Never.self) { try check(options(host, proxies: ["10.0.0.0/8"])) }
    #expect(throws: Never.self) { try check(options(host, isInsecure: true)) }
    for here in ["127.0.0.1", "127.9.9.9", "::1", "localhost"] {
      #expect(throws: Never.self) { try check(options(here)) }
    }
  }

  @Test(arguments: ["", "/plan.yaml", "/muster.sqlite", "/feeds"])
  func `refuses what anybody may write`(path: String) async throws {
    try await withOffice { home in
      let file = home.path + path
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: file)
      #expect(throws: StartRefusal(.isWritableByOthers(path: file))) {
        try Safety.offices(at: [home.path])
      }
      #expect(throws: Refusal.self) { try OfficeFolder(home.path + "/nothing") }
    }
  }

  @Test func `has words for every refusal in both languages`() {
    let refusals: [StartRefusal] = [
      StartRefusal(.arguments(.noOffices)), StartRefusal(.isRoot), StartRefusal(.isOpen(host: "h")),
      StartRefusal(.isWritableByOthers(path: "p")), StartRefusal(.sameOffice("o", ["a", "b"])),
      StartRefusal(.office(.access(.noWorkspaces("f")))),
      StartRefusal(.cannotListen("h:1", code: 98)),
    ]
    for refusal in refusals {
      let (chinese, english) = (refusal.text(in: .chinese), refusal.text(in: .english))
      #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(!english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(refusal.exitStatus >= 64)
    }
  }
}
