import Testing

@testable import Drills

@Suite struct `An event's id` {
  @Test(arguments: 1...50)
  func `tells whose event it is, and is found in its UID`(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let duty = DutyID(owner: .member(random.id()), rule: random.id())
      let plan = random.id()
      let whole = EventID(duty)
      #expect(whole.text == duty.text)
      #expect(whole.duty(tellsPart: false) == duty)

      for id in EventID.Part.allCases.map({ EventID($0, of: duty) }) + [whole] {
        #expect(EventID(id.text) == id)
        #expect(EventID(uid: id.uid(of: plan), of: plan) == id)
        #expect(EventID(uid: id.uid(of: plan), of: "\(plan)x") == nil)
        #expect(id == whole || id.duty(tellsPart: true) == duty)
      }
    }
  }

  @Test func `is written as subscribers have it`() {
    #expect(EventID("u1/drill").uid(of: "baita") == "u1/drill@baita.muster.invalid")
    #expect(EventID(.due, of: "u1/weekly/2024-06-13").text == "u1/weekly/2024-06-13-due")
    #expect(EventID(.campaign, of: "u1/push").text == "u1/push-campaign")
    #expect(EventID(.start, of: "u1/push").text == "u1/push-start")
    #expect(EventID(.end, of: "u1/push").text == "u1/push-end")
  }

  @Test(arguments: [
    "", "u1/drill", "u1/drill@other.muster.invalid", "u1/drill@baita.muster.invalid ",
  ])
  func `is not read out of another program's UID`(uid: String) {
    #expect(EventID(uid: uid, of: "baita") == nil)
  }

  @Test func `without a part is its duty's whatever it ends on`() {
    #expect(EventID("u1/x-due").duty(tellsPart: false) == "u1/x-due")
    #expect(EventID("u1/x").duty(tellsPart: true) == "u1/x")
    #expect(EventID("").duty(tellsPart: true) == "")
  }
}
