import Drills
import Reports

/// What may be said of something that is reported done: accepted, questioned or refused.
struct CompletionReview {
  private let subject: Identifier.Subject
  private let view: PlanView
  private let counters: CounterTable
  private var program: Program { view.agenda.program }
  private var today: Day { view.today }

  init(_ subject: Identifier.Subject, in view: PlanView, counters: CounterTable) {
    self.subject = subject
    self.view = view
    self.counters = counters
  }

  /// Whether every record of it stands beside the others: so it is with campaigns.
  var isRepeated: Bool {
    if case .campaign = subject { true } else { false }
  }

  /// What is to be recorded, without its files.
  ///
  /// Throws what is impossible, or questioned and not confirmed. `instant` is in seconds since 1970.
  func draft(
    _ fields: CompletionFields, by author: String, at instant: Int
  ) throws(Failure) -> (completion: Completion, hazards: [Hazard]) {
    try refuseMisplaced(fields)
    let days = try heldDays(fields.days)
    guard days.upperBound <= today else {
      throw Failure(.usage, Phrases.futureDay(days.upperBound, today: today))
    }
    let partners = try Joint(subject, in: view).partners(fields.partners)
    let questions = try ActivityQuestions(subject, in: view, fields, partners).ask(on: days)
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
    completion.isLate = today - days.upperBound > program.grace
    return (completion, hazards(fields, of: completion))
  }

  /// What the task wants and did not get.
  func missing(from fields: CompletionFields) -> [String] {
    guard case .task(let entry) = subject,
      let deadline = program.deadlines.first(where: { $0.id == entry.task.deadline })
    else { return [] }
    return Wants(deadline.wants).missing(files: fields.files, note: fields.note)
  }

  private func refuseMisplaced(_ fields: CompletionFields) throws(Failure) {
    var misplaced: [String] = []
    switch subject {
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
    guard case .activity(let entry) = subject, let planned = entry.placement?.day else {
      return today...today
    }
    guard planned <= today else {
      throw Failure(.usage, Phrases.stillToCome(subject.id, planned))
    }
    return planned...planned
  }

  /// Under their whole names.
  private func counts(_ given: [AssignmentOption]) throws(Failure) -> [String: Int] {
    let lines: [String]
    switch subject {
    case .activity(let entry): lines = entry.requirement.countsAs
    case .campaign(let entry):
      lines = program.campaigns.first { $0.id == entry.run.campaign }?.countsAs ?? []
    case .task: lines = []
    }
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
      if case .activity(let entry) = subject { hazard.venue = entry.placement?.venue }
      hazard.mender = fields.mender
      hazard.mendBy = fields.mendBy
      return hazard
    }
  }
}
