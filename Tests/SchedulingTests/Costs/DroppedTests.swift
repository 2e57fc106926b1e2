import Testing

@testable import Scheduling

@Suite struct `The cost of leaving out what is published` {
  @Test(arguments: UInt64(1)...200)
  func `has a delta that agrees with scoring from scratch`(seed: UInt64) {
    expectExactDelta(of: Dropped(), seed: seed)
  }
}
