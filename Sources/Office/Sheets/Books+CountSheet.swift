package import Drills
internal import Record
internal import Reports

extension Books {
  /// What is said of all numbers of a sheet.
  package struct SheetTerms: Sendable {
    /// Nothing: today.
    package var day: Day?
    package var name = ""
    package var note = ""
    /// The numbers are the totals so far, not what is new.
    package var areTotals = false
    /// That a sheet may say what was recorded already, and adds to it.
    package var isConfirmed = false

    package init() {}
  }

  /// Records the numbers of a sheet, all or none.
  ///
  /// - Returns: What was appended, with the numbers that it got.
  package func record(
    _ sheet: CountSheet, _ terms: SheetTerms, by author: String, under key: SubmissionKey? = nil
  ) throws(Refusal) -> [Count] {
    let entries = sheet.entries.map { "\($0.counter) \($0.owner) \($0.amount)" }
    let submission = key?.submission(
      of: .count,
      [
        "sheet": entries.joined(separator: "\n"), "day": terms.day?.description,
        "name": terms.name, "note": terms.note, "totals": terms.areTotals ? "yes" : nil,
      ])
    return try Refusal.wrapping {
      try record.once(submission) {
        try append(sheet, terms, by: author, under: submission)
      } again: { rows in
        try record.counts(rows.map(\.number))
      }
    }
  }

  private func append(
    _ sheet: CountSheet, _ terms: SheetTerms, by author: String, under submission: Submission?
  ) throws(Refusal) -> [Count] {
    try Bounds.check([.author: author, .name: terms.name, .note: terms.note])
    let day = try past(terms.day)
    let appended = try Refusal.wrapping {
      try record.count(under: submission) { accounts in
        // Here, since somebody else may be taking the same sheet.
        if !terms.areTotals, !terms.isConfirmed, sheet.stands(in: accounts, on: day, counters) {
          return nil
        }
        let ledger = Ledger(accounts, in: program, counters: counters)
        return sheet.entries.compactMap { entry in
          var amount = entry.amount
          let isStock = counters.unit(of: entry.counter)?.isStock == true
          if terms.areTotals, !isStock {
            let days = countingDays(of: entry.counter, to: day)
            amount -= ledger.value(entry.counter, of: entry.owner, over: days)
          }
          guard amount != 0 || isStock else { return nil }
          var count = Count(
            counter: entry.counter, owner: entry.owner, day: day, amount: amount,
            recordedBy: author, recordedAt: standing.instant)
          count.name = terms.name
          count.note = terms.note
          return count
        }
      }
    }
    guard let appended else { throw .recording(.questioned([.sheetIsRecorded(on: day)])) }
    return appended
  }

  /// The days that a total so far is of: from the first day of the first form with that blank.
  private func countingDays(of counter: Counter, to day: Day) -> ClosedRange<Day> {
    let forms = standing.program.forms.filter { form in
      (try? self.form(form.name).counters.contains(counter)) ?? false
    }
    let first = forms.first { $0.dates.lowerBound <= day }?.dates.lowerBound
    return (first ?? min(ledger().bounds?.lowerBound ?? day, day))...day
  }
}

extension CountSheet {
  /// Whether everything that it adds was recorded before, for that day.
  fileprivate func stands(
    in accounts: Accounts, on day: Day, _ counters: CounterTable
  ) -> Bool {
    let standing = Set(
      accounts.counts.filter { $0.day == day }.map {
        Entry(counter: $0.counter, owner: $0.owner, amount: $0.amount)
      })
    let adding = entries.filter {
      $0.amount != 0 && counters.unit(of: $0.counter)?.isStock != true
    }
    return !adding.isEmpty && adding.allSatisfy(standing.contains)
  }
}
