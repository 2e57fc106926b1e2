import Testing

@testable import Scheduling

@Suite struct `The apart rule` {
  @Test(arguments: UInt64(1)...200)
  func `admits what breaks nothing, and names what is in the way`(seed: UInt64) {
    expectExactAdmission(of: ApartRule(), seed: seed)
  }
}
