internal import Digests
internal import Drills
internal import Foundation
internal import Record

/// What a phone or a script gives with a report, so that the report given again is the same record.
package struct SubmissionKey: Hashable, Sendable {
  /// Characters.
  static let longest = 200

  package let text: String

  /// - Throws: `Refusal`, if nobody could tell it from another.
  package init(_ text: String) throws(Refusal) {
    guard !text.isEmpty, text.count <= SubmissionKey.longest else {
      throw .recording(.badKey(text, most: SubmissionKey.longest))
    }
    try Bounds.check([.key: text])
    self.text = text
  }

  /// With a digest of all that was said under it: names and what they say, those that say nothing left
  /// out, so that a later Muster that asks more makes the same of the same report.
  func submission(
    of kind: Submission.Kind, _ said: KeyValuePairs<String, String?>
  ) -> Submission {
    let lines = said.compactMap { name, value -> [String]? in
      guard let value, !value.isEmpty else { return nil }
      return [name, value]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let text = (try? encoder.encode(lines.sorted { $0[0] < $1[0] })) ?? Data()
    return Submission(key: self.text, kind: kind, digest: SHA256.hex(of: Array(text)))
  }
}

extension Record {
  /// Records once what is given under a key: `first` appends, `again` answers as it was answered then.
  ///
  /// - Parameters:
  ///   - submission: Nothing: a report without a key, which is always the first.
  ///   - first: Judges and appends.
  ///   - again: Given the rows that the key stands for.
  /// - Returns: What either answers.
  /// - Throws: `Refusal`, where something else was said under the key.
  func once<Value>(
    _ submission: Submission?, first: () throws -> Value, again: ([Submitted.Row]) throws -> Value
  ) throws -> Value {
    guard let submission else { return try first() }
    func earlier() throws -> Value? {
      guard let found = try submitted(under: submission.key) else { return nil }
      guard found.submission == submission else {
        throw Refusal.recording(.keyIsTaken(submission.key))
      }
      return try again(found.rows)
    }
    if let value = try earlier() { return value }
    do {
      return try first()
    } catch {
      // Somebody gave the same at the same time, and it may be that which makes this one impossible.
      if let value = try earlier() { return value }
      throw error
    }
  }
}

extension CompletionReport {
  /// All that it says but that a person insists, by stable names; files by theirs, since a phone keeps
  /// them under other paths the next time.
  func said(of id: String) -> KeyValuePairs<String, String?> {
    [
      "id": id, "people": people.map(String.init), "days": days.map { "\($0)" },
      "start": start.map(String.init), "minutes": minutes.map(String.init),
      "residents": residents.map(String.init), "assisted": assisted.map(String.init),
      "evacuated": evacuationSeconds.map(String.init),
      "headcount": headcountSeconds.map(String.init), "mode": mode?.rawValue,
      "weather": weather, "observers": observers, "counts": counts.said, "with": partners.said,
      "problems": problems.joined(separator: "\n"), "mender": mender,
      "mend-by": mendBy?.description, "files": files.saidNames, "note": note,
    ]
  }
}

extension [Assignment] {
  var said: String { map { "\($0.name)=\($0.number)" }.joined(separator: "\n") }
}

extension [String] {
  /// Of paths.
  var saidNames: String { map { URL(filePath: $0).lastPathComponent }.joined(separator: "\n") }
}
