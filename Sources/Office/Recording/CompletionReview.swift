import Drills
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
  /// Throws what is impossible, or questioned and not confirmed.
  func draft(
    _ report: CompletionReport, by author: String, at instant: Instant
  ) throws -> (completion: Completion, problems: [Problem]) {
    try report.checkBounds()
    try Bounds.check([.author: author])
    try refuseMisplaced(report)
    let days = try heldDays(report.days)
    guard days.upperBound <= today else {
      throw Refusal.recording(.isToCome(days.upperBound, today: today))
    }
    let partners = try Joint(subject, in: register).partners(report.partners)
    let questions = try ActivityQuestions(subject, in: register, now: now, report, partners)
      .ask(on: days)
    if !questions.isEmpty, !report.isConfirmed {
      throw Refusal.recording(.questioned(questions))
    }
    var completion = Completion(
      of: subject.id, day: days.lowerBound, people: report.people ?? 0, recordedBy: author,
      recordedAt: instant)
    if days.count > 1 { completion.lastDay = days.upperBound }
    completion.start = report.start
    completion.minutes = report.minutes
    completion.residents = report.residents
    completion.assisted = report.assisted
    completion.evacuationSeconds = report.evacuationSeconds
    completion.headcountSeconds = report.headcountSeconds
    completion.mode = report.mode
    completion.weather = report.weather
    completion.observers = report.observers
    completion.counts = try counts(report.counts)
    completion.partners = partners
    completion.note = report.note
    completion.isConfirmed = !questions.isEmpty
    completion.isLate = today - days.upperBound > register.grace
    return (completion, problems(report, of: completion))
  }

  /// What the task wants and did not get.
  func missing(from report: CompletionReport) -> [String] {
    Wants(subject.duty.wants).missing(files: report.files, note: report.note)
  }

  private func refuseMisplaced(_ report: CompletionReport) throws(Refusal) {
    var misplaced: [Field] = []
    switch subject.duty.kind {
    case .activity:
      if let days = report.days, days.count > 1 { throw .recording(.rangeOfOneDay) }
    case .task:
      misplaced = report.fieldsOfActivities
      if report.people != nil { misplaced.append(.people) }
      if !report.counts.isEmpty { misplaced.append(.count) }
      if !report.problems.isEmpty { misplaced.append(.problem) }
      if let days = report.days, days.count > 1 { throw .recording(.rangeOfOneDay) }
    case .campaign: misplaced = report.fieldsOfActivities
    }
    if !misplaced.isEmpty { throw .recording(.misplaced(misplaced, subject.id)) }
    if report.problems.isEmpty, report.mendBy != nil || !report.mender.isEmpty {
      throw .recording(.menderWithoutProblem)
    }
  }

  /// Without a day it is the planned one if that is not still to come, else today.
  private func heldDays(_ days: ClosedRange<Day>?) throws(Refusal) -> ClosedRange<Day> {
    if let days { return days }
    guard let planned = subject.placement?.day else {
      return today...today
    }
    guard planned <= today else { throw .recording(.isPlannedLater(subject.id, planned)) }
    return planned...planned
  }

  /// Under their whole names.
  private func counts(_ given: [Assignment]) throws(Refusal) -> [String: Int] {
    let lines = subject.duty.countsAs
    var counts: [String: Int] = [:]
    for count in given {
      guard let counter = counters.counter(count.name, among: lines) else {
        throw .recording(.noCounter(count.name, in: counters, among: lines))
      }
      guard counts.updateValue(count.number, forKey: counter.description) == nil else {
        throw .recording(.countedTwice(counter))
      }
    }
    return counts
  }

  private func problems(_ report: CompletionReport, of completion: Completion) -> [Problem] {
    report.problems.map { text in
      var problem = Problem(
        text: text, owner: completion.duty.owner, source: .drill, foundOn: completion.countedDay,
        recordedBy: completion.recordedBy, recordedAt: completion.recordedAt)
      problem.venue = subject.placement?.venue
      problem.mender = report.mender
      problem.mendBy = report.mendBy
      return problem
    }
  }
}
