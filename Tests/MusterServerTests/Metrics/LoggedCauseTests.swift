import Drills
import Office
import Testing

@testable import MusterServer

@Suite struct `Why something failed` {
  private struct Other: Error { let name = "张三" }

  @Test func `is logged without whom or what it is about`() {
    let refusal = Refusal.access(.isRevoked(3, Link.Revocation(by: "张三", at: 0)))
    #expect(LoggedCause.word(for: refusal) == "no")
    #expect(LoggedCause.word(for: Other()) == "Other")
  }
}
