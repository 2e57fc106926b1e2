import Drills
import Reports

/// What may be said of something that is reported done: accepted, questioned or refused.
struct CompletionReview {
  private let subject: Identifier.Subject
  private let program: Program
  private let today: Day

  init(_ subject: Identifier.Subject, in program: Program, today: Day) {
    self.subject = subject
    self.program = program
    self.today = today
  }

  /// Whether every record of it stands beside the others: so it is with campaigns.
  var isRepeated: Bool {
    if case .campaign = subject { true } else { false }
  }

  /// What is to be recorded; throws what is impossible, or questioned and not confirmed.
  ///
  /// Without `people` nobody counted them; without a day it is the planned one if that is not still
  /// to come, else today. `instant` is in seconds since 1970.
  func completion(
    people: Int?, on day: Day?, note: String, isConfirmed: Bool, by author: String, at instant: Int
  ) throws(Failure) -> Completion {
    let held = try heldDay(day)
    guard held <= today else { throw Failure(.usage, Phrases.futureDay(held, today: today)) }
    let questions = try questions(people: people)
    if !questions.isEmpty, !isConfirmed {
      throw Failure(.usage, Phrases.questioned(questions))
    }
    var completion = Completion(
      activity: subject.id, day: held, people: people ?? 0, recordedBy: author,
      recordedAt: instant)
    completion.note = note
    completion.isConfirmed = !questions.isEmpty
    completion.isLate = today - held > program.grace
    return completion
  }

  private func heldDay(_ day: Day?) throws(Failure) -> Day {
    if let day { return day }
    guard case .activity(let entry) = subject, let planned = entry.placement?.day else {
      return today
    }
    guard planned <= today else {
      throw Failure(.usage, Phrases.stillToCome(subject.id, planned))
    }
    return planned
  }

  private func questions(people: Int?) throws(Failure) -> [String] {
    guard case .activity(let entry) = subject else { return [] }
    guard let people else { throw Failure(.usage, Phrases.howManyPeople(subject.id)) }
    var questions: [String] = []
    if people == 0 { questions.append(Phrases.nobodyCame) }
    if let venue = entry.placement?.venue.flatMap({ program.venues[$0] }),
      let capacity = venue.capacity, people > capacity
    {
      questions.append(Phrases.moreThanSeats(people, venue.name, capacity))
    }
    if let community = entry.activity.host.community.map({ program.communities[$0] }),
      community.population > 0, people > community.population
    {
      questions.append(Phrases.moreThanResidents(people, community.name, community.population))
    }
    switch entry.status {
    case .cancelled: questions.append(Phrases.wasCancelled)
    case .unplaced: questions.append(Phrases.wasUnplaced)
    case .planned, .due, .done, .overdue: break
    }
    return questions
  }
}
