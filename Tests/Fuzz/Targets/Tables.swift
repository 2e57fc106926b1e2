// A table that a planner saved from anywhere; the first byte says which.

private let names = ["communities.csv", "venues.csv", "teams.csv"]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  watched { read(bytes.dropFirst(), as: names[Int(first) % names.count]) }
  return 0
}
