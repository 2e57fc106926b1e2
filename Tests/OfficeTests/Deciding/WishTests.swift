import Drills
import Foundation
import Office
import Record
import Testing

@Suite struct `A wish of those who take part` {
  private let storm = Grounds(.other, words: "考试", by: "乙")

  @Test func `for another time is granted by the move that it wishes for`() throws {
    try withOffice { (office: Office) throws in
      let standing = try office.standing(at: morning)
      let moment = Moment(day: day(13), minute: 540)
      let wish = try standing.wish(.anotherTime("u1/drill", moment), because: "考试", by: "甲")
      #expect(wish.number == 1)
      #expect(try office.standing(at: morning).decisions.isEmpty)

      let decided = try office.standing(at: morning).grant(1, on: storm)

      guard case .move("u1/drill", let place, _, _) = decided.decision.what else {
        Issue.record("\(decided.decision)")
        return
      }
      #expect(place.moment == moment)
      let record = try #require(try office.record(of: "disrupted"))
      #expect(try record.wishes()[0].answer?.decision == decided.decision.number)
      #expect(throws: Refusal.deciding(.wishIsAnswered(1, by: "乙"))) {
        try office.standing(at: morning).grant(1, on: storm)
      }
      #expect(throws: Refusal.deciding(.wishIsAnswered(1, by: "乙"))) {
        try office.standing(at: morning).decline(1, because: "", by: "丙")
      }
    }
  }

  @Test func `of a team that cannot come is granted by a block`() throws {
    try withOffice { (office: Office) throws in
      let days = day(17)...day(18)
      _ = try office.standing(at: morning).wish(.cannotCome("消防站", days), because: "集训", by: "站")
      let decided = try office.standing(at: morning).grant(1, on: storm)
      guard case .block(let closure, let displaced) = decided.decision.what else {
        Issue.record("\(decided.decision)")
        return
      }
      #expect(closure.teams == ["fire-1"])
      #expect(Set(displaced.keys) == ["u1/drill", "u2/drill"])
    }
  }

  @Test func `is declined with a word, and changes nothing`() throws {
    try withOffice { (office: Office) throws in
      let standing = try office.standing(at: morning)
      let moment = Moment(day: day(13), minute: 540)
      _ = try standing.wish(.anotherTime("u1/drill", moment), because: "", by: "甲")
      let declined = try standing.decline(1, because: "消防站没空", by: "乙")
      #expect(declined.answer?.isGranted == false)
      #expect(try office.standing(at: morning).decisions.isEmpty)
      #expect(throws: Refusal.deciding(.noSuchWish(2))) {
        try standing.decline(2, because: "", by: "乙")
      }
    }
  }

  @Test func `that cannot be decided still waits`() throws {
    try withOffice { (office: Office) throws in
      // A Saturday.
      let moment = Moment(day: day(15), minute: 540)
      _ = try office.standing(at: morning)
        .wish(.anotherTime("u1/drill", moment), because: "", by: "甲")
      let refusal = #expect(throws: Refusal.self) {
        try office.standing(at: morning).grant(1, on: storm)
      }
      guard case .deciding(.breaks("u1/drill", moment, _)) = refusal?.reason else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      let record = try #require(try office.record(of: "disrupted"))
      #expect(try record.wishes().map(\.answer) == [nil])
    }
  }

  @Test func `for what is over, done or nobody's is none`() throws {
    try withOffice { (office: Office) throws in
      try complete("u1/drill", on: 3, in: office)
      let standing = try office.standing(at: morning)
      let past = Moment(day: day(1), minute: 540)
      let next = Moment(day: day(13), minute: 540)
      #expect(throws: Refusal.deciding(.isDone("u1/drill"))) {
        try standing.wish(.anotherTime("u1/drill", next), because: "", by: "甲")
      }
      #expect(throws: Refusal.deciding(.wishIsOver(past, now: standing.now))) {
        try standing.wish(.anotherTime("u2/drill", past), because: "", by: "甲")
      }
      #expect(throws: Refusal.deciding(.blockIsOver(day(2), today: day(3)))) {
        try standing.wish(.cannotCome("fire-1", day(1)...day(2)), because: "", by: "甲")
      }
      #expect(throws: Refusal.self) {
        try standing.wish(.cannotCome("nobody", day(5)...day(6)), because: "", by: "甲")
      }
    }
  }
}
