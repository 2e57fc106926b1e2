package import Drills
internal import Record

/// What somebody who takes part asks for, in plain fields.
package enum WishRequest: Hashable, Sendable {
  /// An activity, by what lists show, and the start that would suit better.
  case anotherTime(String, Moment)
  /// A team, by its id or name, and the days on which it cannot come.
  case cannotCome(String, ClosedRange<Day>)
}

extension Standing {
  /// Keeps what somebody wishes; the plan stays as it is.
  package func wish(
    _ request: WishRequest, because words: String, by author: String
  ) throws(Refusal) -> Wish {
    try Bounds.check([.author: author, .words: words])
    let record = try published().record
    var wish = Wish(
      try what(request), words: words, wishedBy: author, wishedAt: instant)
    wish.number = try Refusal.wrapping { try record.wish(wish) }
    return wish
  }

  private func what(_ request: WishRequest) throws(Refusal) -> Wish.What {
    switch request {
    case .anotherTime(let text, let moment):
      let activity = try activity(text)
      guard done[activity.id] == nil else { throw .deciding(.isDone(activity.id)) }
      guard moment > now else { throw .deciding(.wishIsOver(moment, now: now)) }
      return .anotherTime(activity.id, moment.day, moment.minute)
    case .cannotCome(let text, let days):
      guard days.upperBound >= now.day else {
        throw .deciding(.blockIsOver(days.upperBound, today: now.day))
      }
      return .cannotCome(try program.known(text, as: .team, in: \.teams), days)
    }
  }

  /// Does what was wished, as a decision of whoever grants it, and answers so; the next plan keeps to it.
  ///
  /// - Throws: `Refusal` where it cannot be decided; then the wish still waits.
  package func grant(_ number: Int, on grounds: Grounds) throws(Refusal) -> Decided {
    var standing = self
    while true {
      let record = try standing.published().record
      let wish = try standing.open(number, record)
      let (decision, notes) = try standing.decision(granting: wish, on: grounds)
      let answer = Wish.Answer(
        isGranted: true, words: grounds.words, answeredBy: grounds.author, answeredAt: instant)
      let token = standing.token
      let answering = try Refusal.wrapping {
        try record.answer(number, answer, by: decision, ifUnchangedSince: token)
      }
      switch answering {
      case .answered(_, let decision?): return Decided(decision: decision, notes: notes)
      case .answered(_, nil), .noSuchWish: throw .deciding(.noSuchWish(number))
      case .isAnswered(let wish): throw .deciding(.wishIsAnswered(number, by: wish.answeredBy))
      case .changedMeanwhile: standing = try standing.renewed()
      }
    }
  }

  /// Answers that it is not granted; `words`: why.
  package func decline(
    _ number: Int, because words: String, by author: String
  ) throws(Refusal) -> Wish {
    try Bounds.check([.author: author, .words: words])
    let record = try published().record
    let answer = Wish.Answer(
      isGranted: false, words: words, answeredBy: author, answeredAt: instant)
    switch try Refusal.wrapping({ try record.answer(number, answer) }) {
    case .answered(let wish, _): return wish
    case .isAnswered(let wish): throw .deciding(.wishIsAnswered(number, by: wish.answeredBy))
    case .noSuchWish, .changedMeanwhile: throw .deciding(.noSuchWish(number))
    }
  }

  private func open(_ number: Int, _ record: Record) throws(Refusal) -> Wish {
    let wishes = try Refusal.wrapping { try record.wishes() }
    guard let wish = wishes.first(where: { $0.number == number }) else {
      throw .deciding(.noSuchWish(number))
    }
    guard wish.answer == nil else {
      throw .deciding(.wishIsAnswered(number, by: wish.answeredBy))
    }
    return wish
  }

  private func decision(
    granting wish: Wish, on grounds: Grounds
  ) throws(Refusal) -> (Decision, [Note]) {
    switch wish.what {
    case .anotherTime(let activity, let day, let start):
      return try decision(
        Move(activity.text, to: Moment(day: day, minute: start)), on: grounds)
    case .cannotCome(let team, let days):
      var block = Block(DaySet([days]))
      block.teams = [team]
      return try decision(block, on: grounds)
    }
  }
}

extension Wish {
  fileprivate var answeredBy: String { answer?.answeredBy ?? "" }
}
