/// A line of counters on an official form: `line.unit` names one counter.
package struct Line: Identified, Hashable, Codable {
  package struct Unit: Hashable, Codable, Sendable {
    package var name: String
    /// 场, 人次, 块 …: different measure words are never added together.
    package var measure: String
    /// How many there are, not how many happened: the latest value holds.
    package var isStock: Bool

    package init(name: String, measure: String, isStock: Bool = false) {
      self.name = name
      self.measure = measure
      self.isStock = isStock
    }
  }

  package let id: String
  package var name: String
  package var units: [Unit]
  /// The unit to which a completion adds 1.
  package var adds: String?
  /// The unit to which a completion adds its people.
  package var people: String?

  package init(
    id: String, name: String, units: [Unit], adds: String? = nil, people: String? = nil
  ) {
    self.id = id
    self.name = name
    self.units = units
    self.adds = adds
    self.people = people
  }
}

/// An official form, and the days that it counts.
package struct FormPeriod: Hashable, Sendable {
  package var name: String
  package var dates: ClosedRange<Day>

  package init(name: String, dates: ClosedRange<Day>) {
    self.name = name
    self.dates = dates
  }
}
