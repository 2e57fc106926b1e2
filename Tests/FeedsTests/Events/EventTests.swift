import Drills
import Testing

@testable import Feeds

@Suite struct `An event` {
  private func event(_ when: When) -> Event {
    let party = Event.Party(id: "u1", name: "河畔社区")
    return Event(
      kind: .activity, state: .confirmed, language: "zh-Hans", name: "疏散演练", when: when,
      host: party, feeds: ["communities/u1"],
      organizer: Event.Party(id: "invalid:nomail", name: "办公室"))
  }

  private func hours(_ day: String, _ start: Minute, _ length: Minute = 60) -> When {
    let moment = Moment(day: Drills.Day(day) ?? Drills.Day(number: 0), minute: start)
    return .hours(start: moment, end: moment + length)
  }

  @Test func `survives the record`() {
    var event = event(hours("2024-06-12", 1400, 90))
    event.position = [41.7, 123.4]
    event.left = ["areas/a1": WrittenDay(day("2024-06-01"))]
    event.moved = Event.Move(
      from: .days(day("2024-06-10")...day("2024-06-11")), why: "\"\\ 雨\n😀")
    event.seal = Event.Seal(commitment: "c", opening: nil)

    #expect(Event(content: event.content) == event)
    #expect(event.content == event.content)
  }

  @Test(arguments: ["", "{}", "[]", "{\"when\":\"2024-06-31/2024-06-31\"}"])
  func `is not read from what is none`(content: String) {
    #expect(Event(content: content) == nil)
  }

  @Test func `that was held lasts as long as the record says, not as its planned hour did`() {
    var event = event(hours("2024-06-12", 540))
    event.minutes = 120
    var held = Completion(
      of: "u1/r", day: day("2024-06-12"), people: 3, recordedBy: "a", recordedAt: 0)
    held.start = 600
    held.minutes = 30

    #expect(event.held(held).minutes == nil)
    #expect(event.held(held).when == hours("2024-06-12", 600, 30))
  }

  @Test func `that changes its hour is moved from the old one`() {
    let old = event(hours("2024-06-12", 540))

    let new = event(hours("2024-06-12", 600)).following(old, on: day("2024-06-01"), why: "")

    #expect(new.moved?.from == old.when)
  }

  @Test func `that lasts longer is not moved`() {
    let old = event(hours("2024-06-12", 540))

    let new = event(hours("2024-06-12", 540, 120)).following(old, on: day("2024-06-01"), why: "")

    #expect(new.moved == nil)
  }

  @Test func `whose hour becomes known is not moved`() {
    let old = event(.days(day("2024-06-12")...day("2024-06-12")))

    let new = event(hours("2024-06-12", 540)).following(old, on: day("2024-06-01"), why: "")

    #expect(new.moved == nil)
  }

  @Test func `that lasts past midnight is over on its last day`() {
    #expect(hours("2024-06-12", 1380, 120).lastDay == day("2024-06-13"))
    #expect(hours("2024-06-12", 1380, 60).lastDay == day("2024-06-12"))
  }
}
