/// A minimal part of `reasons` that cannot all hold together; nothing if all of them can.
///
/// Taking any one of them away lets the rest hold. Where there are several such parts, reasons that
/// come first are preferred. `holds` must say yes to each part of what it says yes to.
///
/// Source: Junker, "QuickXPlain: preferred explanations and relaxations for over-constrained
/// problems", 2004.
func minimalConflict<Reason>(_ reasons: [Reason], holds: ([Reason]) -> Bool) -> [Reason]? {
  if holds(reasons) { return nil }
  if reasons.isEmpty { return [] }

  func conflict(background: [Reason], isNew: Bool, _ reasons: ArraySlice<Reason>) -> [Reason] {
    if isNew, !holds(background) { return [] }
    if reasons.count == 1 { return Array(reasons) }
    let middle = reasons.startIndex + reasons.count / 2
    let (first, second) = (reasons[..<middle], reasons[middle...])
    let later = conflict(background: background + first, isNew: !first.isEmpty, second)
    let earlier = conflict(background: background + later, isNew: !later.isEmpty, first)
    return earlier + later
  }
  return holds([]) ? conflict(background: [], isNew: false, reasons[...]) : []
}
