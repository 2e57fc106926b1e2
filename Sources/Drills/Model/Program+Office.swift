extension Program {
  /// The office of a plan that names none: the id without a trailing year.
  package static func office(ofPlan id: String) -> String {
    let digits = id.suffix(4)
    guard id.count > 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(digits), (1970...2199).contains(year)
    else { return id }
    let rest = String(id.dropLast(4).reversed().drop { $0 == "-" }.reversed())
    return rest.isEmpty ? id : rest
  }
}
