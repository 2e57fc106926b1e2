// A plan.yaml that anybody wrote.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  watched { read(UnsafeBufferPointer(start: start, count: count), as: "plan.yaml") }
  return 0
}
