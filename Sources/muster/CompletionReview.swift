import Drills
import Office
import Record

/// What may be said of something that is reported done: accepted, questioned or refused.
struct CompletionReview {
  private let subject: Subject
  private let register: Register
  private let counters: CounterTable
  /// Local time.
  private let now: Moment
  private var today: Day { now.day }

  init(_ subject: Subject, in register: Register, counters: CounterTable, now: Moment) {
    self.subject = subject
    self.register = register
    self.counters = counters
    self.now = now
  }

  /// Whether every record of it stands beside the others: so it is with campaigns.
  var isRepeated: Bool { subject.duty.kind == .campaign }

  /// What is to be recorded, without its files.
  ///
  /// Throws what is impossible, or questioned and not confirmed. `instant` is in seconds since 1970.
  func draft(
    _ fields: CompletionFields, by author: String, at instant: Int
  ) throws -> (completion: Completion, hazards: [Hazard]) {
    try refuseMisplaced(fields)
    let days = try heldDays(fields.days)
    guard days.upperBound <= today else {
      throw Failure(.usage, Phrases.futureDay(days.upperBound, today: today))
    }
    let partners = try Joint(subject, in: register).partners(fields.partners)
    let questions = try ActivityQuestions(subject, in: register, now: now, fields, partners)
      .ask(on: days)
    if !questions.isEmpty, !fields.isConfirmed {
      throw Failure(.usage, Phrases.questioned(questions))
    }
    var completion = Completion(
      activity: subject.id, day: days.lowerBound, people: fields.people ?? 0, recordedBy: author,
      recordedAt: instant)
    if days.count > 1 { completion.lastDay = days.upperBound }
    completion.start = fields.start
    completion.minutes = fields.minutes
    completion.residents = fields.residents
    completion.assisted = fields.assisted
    completion.evacuationSeconds = fields.evacuationSeconds
    completion.headcountSeconds = fields.headcountSeconds
    completion.mode = fields.mode
    completion.weather = fields.weather
    completion.observers = fields.observers
    completion.counts = try counts(fields.counts)
    completion.partners = partners
    completion.note = fields.note
    completion.isConfirmed = !questions.isEmpty
    completion.isLate = today - days.upperBound > register.grace
    return (completion, hazards(fields, of: completion))
  }

  /// What the task wants and did not get.
  func missing(from fields: CompletionFields) -> [String] {
    Wants(subject.duty.wants).missing(files: fields.files, note: fields.note)
  }

  private func refuseMisplaced(_ fields: CompletionFields) throws(Failure) {
    var misplaced: [String] = []
    switch subject.duty.kind {
    case .activity:
      if let days = fields.days, days.count > 1 { throw Failure(.usage, Phrases.rangeOfActivity) }
    case .task:
      misplaced = fields.activityOptions
      if fields.people != nil { misplaced.append("--people") }
      if !fields.counts.isEmpty { misplaced.append("--count") }
      if !fields.problems.isEmpty { misplaced.append("--problem") }
      if let days = fields.days, days.count > 1 { throw Failure(.usage, Phrases.rangeOfActivity) }
    case .campaign: misplaced = fields.activityOptions
    }
    if !misplaced.isEmpty {
      throw Failure(.usage, Phrases.misplacedOptions(misplaced, subject.id))
    }
    if fields.problems.isEmpty, fields.mendBy != nil || !fields.mender.isEmpty {
      throw Failure(.usage, Phrases.menderWithoutProblem)
    }
  }

  /// Without a day it is the planned one if that is not still to come, else today.
  private func heldDays(_ days: ClosedRange<Day>?) throws(Failure) -> ClosedRange<Day> {
    if let days { return days }
    guard let planned = subject.placement?.day else {
      return today...today
    }
    guard planned <= today else {
      throw Failure(.usage, Phrases.stillToCome(subject.id, planned))
    }
    return planned...planned
  }

  /// Under their whole names.
  private func counts(_ given: [AssignmentOption]) throws(Failure) -> [String: Int] {
    let lines = subject.duty.countsAs
    var counts: [String: Int] = [:]
    for count in given {
      guard let counter = counters.counter(count.name, among: lines) else {
        throw Failure(.usage, Phrases.unknownCounter(count.name, counters, lines))
      }
      guard counts.updateValue(count.number, forKey: counter.description) == nil else {
        throw Failure(.usage, Phrases.twiceCounted(counter))
      }
    }
    return counts
  }

  private func hazards(_ fields: CompletionFields, of completion: Completion) -> [Hazard] {
    fields.problems.map { text in
      var hazard = Hazard(
        text: text, community: completion.owner, source: .drill, foundOn: completion.countedDay,
        recordedBy: completion.recordedBy, recordedAt: completion.recordedAt)
      hazard.venue = subject.placement?.venue
      hazard.mender = fields.mender
      hazard.mendBy = fields.mendBy
      return hazard
    }
  }
}
