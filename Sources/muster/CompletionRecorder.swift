import Drills
import Foundation
import Record
import Reports
import Workspace

/// Reviews what was reported done, records it, answers, and then writes the feeds.
struct CompletionRecorder {
  let published: PublishedPlan
  let view: PlanView
  let author: String
  /// Seconds since 1970.
  let instant: Int

  private var counters: CounterTable { CounterTable(Line.official + view.agenda.program.lines) }

  func record(_ id: String, _ fields: CompletionFields) throws {
    try published.record.tellIfClockIsBehind(instant)
    let subject = try Identifier(in: view).subject(id)
    let review = CompletionReview(subject, in: view, counters: counters)
    var draft = try review.draft(fields, by: author, at: instant)
    draft.completion.files = try EvidenceFolder(workspace: published.folder).keep(fields.files)
    let before = subject.completion
    let recording = try published.record.complete([draft])[0]
    switch recording {
    case .standsAlready(let standing):
      Terminal.print([Phrases.alreadyRecorded(subject.id, standing)])
    case .appended:
      let replaced = review.isRepeated ? nil : before
      Terminal.print(
        [Phrases.recorded(subject.id, subject.name, draft.completion, replacing: replaced)]
          + Phrases.particulars(of: draft.completion, draft.hazards, in: view.agenda.program)
          + Phrases.missingWants(review.missing(from: fields)))
      if case .task(let entry) = subject, draft.completion.day > entry.task.due {
        Terminal.print([Phrases.handedInLate(entry.task.due)])
      }
    }
    try published.publish(at: instant)
  }

  /// Records the rows of a sheet, all or none; every mistake is told with its place.
  func record(_ rows: [DoneSheet.Row], from sheet: URL) throws {
    try published.record.tellIfClockIsBehind(instant)
    let identifier = Identifier(in: view)
    var drafts: [(completion: Completion, hazards: [Hazard])] = []
    var paths: [[String]] = []
    var mistakes = 0
    for row in rows {
      do throws(Failure) {
        let subject = try identifier.subject(row.id)
        let review = CompletionReview(subject, in: view, counters: counters)
        drafts.append(try review.draft(row.fields, by: author, at: instant))
        paths.append(row.fields.files)
        for line in Phrases.missingWants(review.missing(from: row.fields)) {
          Terminal.warn("\(row.position): \(subject.id) \(line)")
        }
      } catch {
        mistakes += 1
        Terminal.warn("\(Phrases.error): \(row.position): \(error.message)")
      }
    }
    guard mistakes == 0 else { throw Failure(.badData, Phrases.badRows(mistakes)) }
    let folder = EvidenceFolder(workspace: published.folder)
    let home = sheet.deletingLastPathComponent()
    let files = try folder.keep(paths.flatMap(\.self), relativeTo: home)
    if !files.isEmpty {
      for index in drafts.indices where !paths[index].isEmpty {
        drafts[index].completion.files = try folder.keep(paths[index], relativeTo: home)
      }
    }
    let recordings = try published.record.complete(drafts)
    let new = recordings.count { if case .appended = $0 { true } else { false } }
    Terminal.print([Phrases.recordedRows(new, of: recordings.count)])
    try published.publish(at: instant)
  }
}

extension Record {
  /// A clock that was set back puts what follows before what came first: a warning, no more.
  func tellIfClockIsBehind(_ instant: Int) throws {
    if let newest = try newestInstant(), newest > instant {
      Terminal.warn(Phrases.clockIsBehind(by: newest - instant))
    }
  }
}
