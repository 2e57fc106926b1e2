import Drills
import Office
import Record

/// What is impossible about an activity's numbers, and what is odd.
struct ActivityQuestions {
  private let subject: Subject
  private let register: Register
  private let now: Moment
  private let fields: CompletionFields
  private let partners: [Completion.Partner]
  /// Everybody who came, partners too.
  private let everybody: Int

  init(
    _ subject: Subject, in register: Register, now: Moment, _ fields: CompletionFields,
    _ partners: [Completion.Partner]
  ) {
    self.subject = subject
    self.register = register
    self.now = now
    self.fields = fields
    self.partners = partners
    everybody = partners.reduce(fields.people ?? 0) { $0 + $1.people }
  }

  /// What must be confirmed; throws what cannot be.
  func ask(on days: ClosedRange<Day>) throws -> [String] {
    guard subject.duty.kind == .activity else { return [] }
    guard let people = fields.people else {
      throw Failure(.usage, Phrases.howManyPeople(subject.id))
    }
    try refuse(on: days.lowerBound)
    var questions = try crowd(people)
    if let evacuation = fields.evacuationSeconds {
      if fields.minutes == nil, let planned = subject.duty.minutes, evacuation > planned * 60 {
        questions.append(Phrases.longEvacuation(evacuation, minutes: planned))
      }
      if let headcount = fields.headcountSeconds, headcount < evacuation {
        questions.append(Phrases.earlyHeadcount(headcount, evacuation: evacuation))
      }
    }
    if let completion = subject.completion {
      if let host = completion.sharedFrom {
        questions.append(Phrases.doneJointly(host, completion))
      }
    } else if subject.isCancelled {
      questions.append(Phrases.wasCancelled)
    } else if subject.placement == nil {
      questions.append(Phrases.wasUnplaced)
    }
    return questions
  }

  private func refuse(on day: Day) throws(Failure) {
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
    if let start = fields.start, Moment(day: day, minute: start) > now {
      throw Failure(.usage, Phrases.futureStart(Moment(day: day, minute: start), now: now))
    }
  }

  private func crowd(_ people: Int) throws -> [String] {
    var questions: [String] = []
    if people == 0 { questions.append(Phrases.nobodyCame) }
    if let venue = try subject.placement?.venue.flatMap(register.seats),
      let capacity = venue.capacity, everybody > capacity
    {
      questions.append(Phrases.moreThanSeats(everybody, venue.name, capacity))
    }
    let present = partners.map { ($0.community, $0.people) } + [(subject.duty.owner, people)]
    for (id, number) in present {
      guard let party = try register.party(id), party.population > 0, number > party.population
      else { continue }
      questions.append(Phrases.moreThanResidents(number, party.name, party.population))
    }
    for partner in partners where partner.people == 0 {
      let name = try register.party(partner.community)?.name ?? partner.community
      questions.append(Phrases.nobodyCame(from: name))
    }
    return questions
  }
}
