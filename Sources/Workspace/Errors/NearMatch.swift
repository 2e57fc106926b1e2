/// The candidate that `text` most likely was meant to be; nothing if none is close.
///
/// Of two that are equally close the first in alphabetical order is returned.
package func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(text.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var rivals = 0
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let longer = max(letters.count, wanted.count)
    let limit = longer < 3 ? longer - 1 : min(3, max(1, longer / 3))
    guard abs(letters.count - wanted.count) <= limit || isStart(letters, wanted) else { continue }
    let distance = isStart(letters, wanted) ? 1 : editDistance(wanted, letters)
    guard distance <= limit else { continue }
    if let best, best.distance == distance { rivals += 1 }
    if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
    if distance < best?.distance ?? .max { rivals = 0 }
    best = (distance, candidate)
  }
  // One of two letters changed makes a near match only if there is no other.
  return wanted.count < 3 && rivals > 0 ? nil : best?.candidate
}

/// Whether one of the two begins with the other, for at least three letters.
private func isStart(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
  min(first.count, second.count) >= 3 && (first.starts(with: second) || second.starts(with: first))
}

/// Insertions, deletions, substitutions and swaps of neighbours.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      var distance = min(
        last[column + 1] + 1, current[column] + 1,
        last[column] + (first[row] == second[column] ? 0 : 1))
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
