import Drills
import Foundation
import Office
import Record
import Reports
import Workspace

/// Reviews what was reported done, records it, answers, and then writes the feeds.
struct CompletionRecorder {
  private let office: DoneDesk
  private let author: String
  /// Seconds since 1970.
  private let instant: Int
  private let counters: CounterTable
  private var register: Register { office.register }

  init(_ office: DoneDesk, by author: String, at instant: Int) {
    self.office = office
    self.author = author
    self.instant = instant
    counters = CounterTable(Line.official + office.register.lines)
  }

  func record(_ id: String, _ fields: CompletionFields) throws {
    try office.record.tellIfClockIsBehind(instant)
    let subject = try Identifier(in: register).subject(id)
    let review = review(subject)
    var draft = try review.draft(fields, by: author, at: instant)
    draft.completion.files = try EvidenceFolder(workspace: office.folder).keep(fields.files)
    let before = subject.ownCompletion
    let recording = try office.record.complete([draft])[0]
    switch recording {
    case .standsAlready(let standing):
      Terminal.print([Phrases.alreadyRecorded(subject.id, standing)])
    case .appended:
      let replaced = review.isRepeated ? nil : before
      Terminal.print(
        [Phrases.recorded(subject.id, subject.duty.name, draft.completion, replacing: replaced)]
          + Phrases.particulars(of: draft.completion, draft.hazards, named: try names(in: draft))
          + Phrases.missingWants(review.missing(from: fields)))
      if let due = subject.duty.due, draft.completion.day > due {
        Terminal.print([Phrases.handedInLate(due)])
      }
    }
    try office.publish(at: instant)
  }

  /// Records the rows of a sheet, all or none; every mistake is told with its place.
  func record(_ rows: [DoneSheet.Row], from sheet: URL) throws {
    try office.record.tellIfClockIsBehind(instant)
    let identifier = Identifier(in: register)
    var drafts: [(completion: Completion, hazards: [Hazard])] = []
    var paths: [[String]] = []
    var mistakes = 0
    for row in rows {
      do {
        let subject = try identifier.subject(row.id)
        let review = review(subject)
        drafts.append(try review.draft(row.fields, by: author, at: instant))
        paths.append(row.fields.files)
        for line in Phrases.missingWants(review.missing(from: row.fields)) {
          Terminal.warn("\(row.position): \(subject.id) \(line)")
        }
      } catch let error as Failure {
        mistakes += 1
        Terminal.warn("\(Phrases.errorMark)\(row.position): \(error.message)")
      } catch let refusal as Refusal {
        mistakes += 1
        Terminal.warn("\(Phrases.errorMark)\(row.position): \(Failure(refusal).message)")
      }
    }
    guard mistakes == 0 else { throw Failure(.badData, Phrases.badRows(mistakes)) }
    let folder = EvidenceFolder(workspace: office.folder)
    let home = sheet.deletingLastPathComponent()
    let files = try folder.keep(paths.flatMap(\.self), relativeTo: home)
    if !files.isEmpty {
      for index in drafts.indices where !paths[index].isEmpty {
        drafts[index].completion.files = try folder.keep(paths[index], relativeTo: home)
      }
    }
    let recordings = try office.record.complete(drafts)
    let new = recordings.count { if case .appended = $0 { true } else { false } }
    Terminal.print([Phrases.recordedRows(new, of: recordings.count)])
    try office.publish(at: instant)
  }

  private func review(_ subject: Subject) -> CompletionReview {
    CompletionReview(
      subject, in: register, counters: counters, now: register.zone.moment(at: instant))
  }

  /// What people call the partners of a joint drill, by their ids.
  private func names(
    in draft: (completion: Completion, hazards: [Hazard])
  ) throws -> [String: String] {
    var names: [String: String] = [:]
    for partner in draft.completion.partners {
      names[partner.community] = try register.party(partner.community)?.name
    }
    return names
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
