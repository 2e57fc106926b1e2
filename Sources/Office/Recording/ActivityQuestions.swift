import Drills
import Record

/// What is impossible about an activity's numbers, and what is odd.
struct ActivityQuestions {
  private let subject: Subject
  private let register: Register
  private let now: Moment
  private let report: CompletionReport
  private let partners: [Completion.Partner]
  /// Everybody who came, partners too.
  private let everybody: Int

  init(
    _ subject: Subject, in register: Register, now: Moment, _ report: CompletionReport,
    _ partners: [Completion.Partner]
  ) {
    self.subject = subject
    self.register = register
    self.now = now
    self.report = report
    self.partners = partners
    everybody = partners.reduce(report.people ?? 0) { $0 + $1.people }
  }

  /// What must be confirmed; throws what cannot be.
  func ask(on days: ClosedRange<Day>) throws -> [Question] {
    guard subject.duty.kind == .activity else { return [] }
    guard let people = report.people else { throw Refusal.recording(.needsPeople(subject.id)) }
    try refuse(on: days.lowerBound)
    var questions = try crowd(people)
    if let evacuation = report.evacuationSeconds {
      if report.minutes == nil, let planned = subject.duty.minutes, evacuation > planned * 60 {
        questions.append(.longEvacuation(seconds: evacuation, plannedMinutes: planned))
      }
      if let headcount = report.headcountSeconds, headcount < evacuation {
        questions.append(.earlyHeadcount(seconds: headcount, evacuation: evacuation))
      }
    }
    if let completion = subject.completion {
      if let host = completion.sharedFrom {
        questions.append(.isDoneJointly(host: host, people: completion.people))
      }
    } else if subject.isCancelled {
      questions.append(.wasCancelled)
    } else if subject.placement == nil {
      questions.append(.wasUnplaced)
    }
    return questions
  }

  private func refuse(on day: Day) throws(Refusal) {
    for (field, part) in [(Field.residents, report.residents), (.assisted, report.assisted)] {
      if let part, part > everybody {
        throw .recording(.partExceedsWhole(field, part, whole: everybody))
      }
    }
    if let minutes = report.minutes {
      for (field, seconds) in [
        (Field.evacuatedIn, report.evacuationSeconds), (.headcountIn, report.headcountSeconds),
      ] {
        if let seconds, seconds > minutes * 60 {
          throw .recording(.longerThanActivity(field, seconds: seconds, minutes: minutes))
        }
      }
    }
    if let start = report.start, Moment(day: day, minute: start) > now {
      throw .recording(.startIsToCome(Moment(day: day, minute: start), now: now))
    }
  }

  private func crowd(_ people: Int) throws -> [Question] {
    var questions: [Question] = []
    if people == 0 { questions.append(.nobodyCame) }
    if let venue = try subject.placement?.venue.flatMap(register.seats),
      let capacity = venue.capacity, everybody > capacity
    {
      questions.append(.moreThanSeats(everybody, venue: venue.name, seats: capacity))
    }
    let present = partners.map { ($0.community, $0.people) } + [(subject.duty.owner, people)]
    for (id, number) in present {
      guard let party = try register.party(id), party.population > 0, number > party.population
      else { continue }
      questions.append(
        .moreThanResidents(number, party: party.name, residents: party.population))
    }
    let expected = subject.duty.partners
    let silent = expected.filter { id in !partners.contains { $0.community == id } }
    if !silent.isEmpty {
      questions.append(
        .partnersNotNamed(
          try silent.map { id throws(RecordFailure) in
            NamingReason.Choice(id: id.text, name: try register.party(id)?.name ?? id.text)
          }))
    }
    // Of a partner that was to come a zero is an answer.
    for partner in partners where partner.people == 0 && !expected.contains(partner.community) {
      let name = try register.party(partner.community)?.name ?? partner.community.text
      questions.append(.nobodyCameFrom(name))
    }
    return questions
  }
}
