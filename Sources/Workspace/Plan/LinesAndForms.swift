import SourceText
import Drills

extension PlanReader {
  /// The lines that the planner adds; afterwards all lines are known.
  mutating func readLines() -> [Line] {
    let official = Set(Line.official.map(\.id))
    var seen = SeenIDs(.line, findings)
    let lines = root.objects("lines", keys: ["id", "name", "units", "adds", "people", "stock"])
      .compactMap { entry -> Line? in
        let id = seen.id(of: entry)
        if let id, official.contains(id) {
          findings.report(.officialLine(id), at: entry.position(of: "id"))
        }
        let name = entry.requiredText("name")
        let units = readUnits(of: entry)
        let names = Set(units.map(\.name))
        var line = Line(id: id ?? "", name: name, units: units)
        line.adds = unit("adds", of: entry, among: names)
        line.people = unit("people", of: entry, among: names)
        for stock in entry.list("stock") { checkUnit(stock, among: names) }
        return id == nil ? nil : line
      }
    known.lines = seen.names.union(.official)
    return lines
  }

  private func readUnits(of entry: YamlObject) -> [Line.Unit] {
    guard entry.has("units") else {
      entry.reportMissing("units")
      return []
    }
    let stock = Set(entry["stock"]?.items.compactMap { $0.written?.text } ?? [])
    return entry.pairs("units").compactMap { pair in
      guard let name = findings.value(of: pair.key, readID) else { return nil }
      guard let measure = pair.value.written else {
        let position = pair.value.isNothing ? pair.key.position : pair.value.position
        findings.report(.notAShape(.text, key: name), at: position)
        return nil
      }
      return Line.Unit(name: name, measure: measure.text, isStock: stock.contains(name))
    }
  }

  private func unit(_ key: String, of entry: YamlObject, among names: Set<String>) -> String? {
    guard let unit = entry.written(key) else { return nil }
    checkUnit(unit, among: names)
    return unit.text
  }

  private func checkUnit(_ unit: Written, among names: Set<String>) {
    guard !names.contains(unit.text) else { return }
    findings.report(
      .unknown(.unit, unit.text, near: findings.near(unit.text, among: names)), at: unit.position)
  }

  /// The forms and the days that they count; afterwards all forms are known.
  mutating func readForms() -> [FormPeriod] {
    var positions: [String: SourcePosition] = [:]
    let forms = root.objects("forms", keys: ["name", "dates"]).compactMap { entry -> FormPeriod? in
      let name = entry.required("name", readFileName)
      if let name {
        let position = entry.position(of: "name")
        if let first = positions[name] {
          findings.report(.sameID(name, .form, first: first), at: position)
        }
        positions[name] = positions[name] ?? position
      }
      guard entry.has("dates") else {
        entry.reportMissing("dates")
        return nil
      }
      guard let dates = entry.dates("dates") else { return nil }
      guard dates.ranges.count == 1 else {
        findings.report(.severalRanges, at: entry.position(of: "dates"))
        return nil
      }
      return name.map { FormPeriod(name: $0, dates: dates.ranges[0]) }
    }
    known.forms = NameTable(formNames.union(positions.keys))
    return forms
  }
}

/// A form's name is its file's in `forms/`.
private func readFileName(_ text: String) throws(WorkspaceError.Reason) -> String {
  guard !text.contains("/"), !text.contains("\\"), !text.hasPrefix(".") else {
    throw .notAFileName(text)
  }
  return text
}

extension NameTable {
  /// The lines of the two official forms.
  fileprivate static var official: NameTable {
    var table = NameTable()
    for line in Line.official { table.add(line.id, named: line.name) }
    return table
  }
}
