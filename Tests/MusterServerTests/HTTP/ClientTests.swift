import Testing

@testable import MusterServer

@Suite struct `Who asks` {
  @Test(
    arguments: [
      // peer, forwarded, proxies, address, is here, is a proxy
      ("192.0.2.1", [], [], "192.0.2.1", false, false),
      ("127.0.0.1", [], [], "127.0.0.1", true, false),
      ("::1", [], [], "::1", true, false),
      ("127.0.0.1", ["198.51.100.7"], [], "127.0.0.1", false, false),
      ("127.0.0.1", ["198.51.100.7"], ["127.0.0.1"], "198.51.100.7", false, false),
      ("127.0.0.1", ["203.0.113.9, 198.51.100.7"], ["127.0.0.1"], "198.51.100.7", false, false),
      (
        "127.0.0.1", ["203.0.113.9", "198.51.100.7, 10.1.2.3"], ["127.0.0.1", "10.0.0.0/8"],
        "198.51.100.7", false, false
      ),
      ("10.1.2.3", [], ["10.0.0.0/8"], "10.1.2.3", false, true),
      ("127.0.0.1", [], ["127.0.0.1"], "127.0.0.1", true, true),
      ("10.1.2.3", ["nonsense"], ["10.0.0.0/8"], "nonsense", false, false),
      ("2001:db8::5", ["2001:db9::1"], ["2001:db8::/32"], "2001:db9::1", false, false),
      ("::ffff:10.1.2.3", ["198.51.100.7"], ["10.0.0.0/8"], "198.51.100.7", false, false),
      ("11.1.2.3", ["198.51.100.7"], ["10.0.0.0/8"], "11.1.2.3", false, false),
    ] as [(String, [String], [String], String, Bool, Bool)])
  func `is the rightmost whom no proxy of ours is`(
    peer: String, forwarded: [String], proxies: [String], address: String, isHere: Bool,
    isProxy: Bool
  ) {
    let client = Client(
      peer: peer, forwarded: forwarded, proxies: proxies.compactMap { AddressRange($0) })

    #expect(client.address == address)
    #expect(client.isHere == isHere)
    #expect(client.isProxy == isProxy)
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0", "x", "", "10.0.0.0/-1", "::/129", "10.0.0.0/8/8"])
  func `is in no range that is none`(text: String) {
    #expect(AddressRange(text) == nil)
  }
}
