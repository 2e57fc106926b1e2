/// A seeded generator: the same seed gives the same instance, on every machine.
///
/// The draws are written out here, since the standard library may change how it makes its own.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range, each as likely as the next.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
  }

  /// True in `percent` of 100 draws.
  mutating func chance(percent: Int) -> Bool { integer(in: 1...100) <= percent }

  /// One of the choices, of which there is at least one.
  mutating func choice<Choice>(of choices: [Choice]) -> Choice {
    choices[integer(in: 0...choices.count - 1)]
  }
}
