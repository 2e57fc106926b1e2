import Drills
import Reports

/// What is impossible about an activity's numbers, and what is odd.
struct ActivityQuestions {
  private let subject: Identifier.Subject
  private let view: PlanView
  private let fields: CompletionFields
  private let partners: [Completion.Partner]
  private var program: Program { view.agenda.program }

  init(
    _ subject: Identifier.Subject, in view: PlanView, _ fields: CompletionFields,
    _ partners: [Completion.Partner]
  ) {
    self.subject = subject
    self.view = view
    self.fields = fields
    self.partners = partners
  }

  /// What must be confirmed; throws what cannot be.
  func ask(on days: ClosedRange<Day>) throws(Failure) -> [String] {
    guard case .activity(let entry) = subject else { return [] }
    guard let people = fields.people else {
      throw Failure(.usage, Phrases.howManyPeople(subject.id))
    }
    try refuse(entry, people, on: days.lowerBound)
    var questions = crowd(entry, people)
    if let evacuation = fields.evacuationSeconds {
      if fields.minutes == nil, evacuation > entry.requirement.length * 60 {
        questions.append(Phrases.longEvacuation(evacuation, minutes: entry.requirement.length))
      }
      if let headcount = fields.headcountSeconds, headcount < evacuation {
        questions.append(Phrases.earlyHeadcount(headcount, evacuation: evacuation))
      }
    }
    if let completion = entry.completion, let host = completion.sharedFrom {
      questions.append(Phrases.doneJointly(host, completion))
    }
    switch entry.status {
    case .cancelled: questions.append(Phrases.wasCancelled)
    case .unplaced: questions.append(Phrases.wasUnplaced)
    case .planned, .due, .done, .overdue: break
    }
    return questions
  }

  private func refuse(_ entry: PlanView.Entry, _ people: Int, on day: Day) throws(Failure) {
    let everybody = partners.reduce(people) { $0 + $1.people }
    for (option, part) in [("--residents", fields.residents), ("--assisted", fields.assisted)] {
      if let part, part > everybody {
        throw Failure(.usage, Phrases.partExceedsWhole(option, part, everybody))
      }
    }
    if let minutes = fields.minutes {
      for (option, seconds) in [
        ("--evacuated-in", fields.evacuationSeconds), ("--headcount-in", fields.headcountSeconds),
      ] {
        if let seconds, seconds > minutes * 60 {
          throw Failure(.usage, Phrases.longerThanDrill(option, seconds, minutes: minutes))
        }
      }
    }
    if let start = fields.start, Moment(day: day, minute: start) > view.now {
      throw Failure(.usage, Phrases.futureStart(Moment(day: day, minute: start), now: view.now))
    }
  }

  private func crowd(_ entry: PlanView.Entry, _ people: Int) -> [String] {
    var questions: [String] = []
    if people == 0 { questions.append(Phrases.nobodyCame) }
    let everybody = partners.reduce(people) { $0 + $1.people }
    if let venue = entry.placement?.venue.flatMap({ program.venues[$0] }),
      let capacity = venue.capacity, everybody > capacity
    {
      questions.append(Phrases.moreThanSeats(everybody, venue.name, capacity))
    }
    var present = partners.map { ($0.community, $0.people) }
    present.append((entry.host, people))
    for (id, number) in present {
      guard let community = program.communities[id], community.population > 0,
        number > community.population
      else { continue }
      questions.append(Phrases.moreThanResidents(number, community.name, community.population))
    }
    for partner in partners where partner.people == 0 {
      questions.append(Phrases.nobodyCame(from: program.name(ofOwner: partner.community)))
    }
    return questions
  }
}
