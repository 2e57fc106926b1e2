import Drills
import Foundation
import Testing
import Workspace

@Suite struct `The sample's ids` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../calendars/baita-2024").standardizedFileURL.path

  @Test func `are read again as what they were made of`() throws {
    let program = try #require(WorkspaceReader(folder: Self.folder).read().program)
    let rules = Set(
      program.requirements.elements.map(\.id) + program.campaigns.map(\.id)
        + program.deadlines.map(\.id))
    let agenda = Agenda(program)
    let duties = DutyRoll(agenda).duties

    for duty in duties {
      let read = DutyID(duty.id.text)
      #expect(read == duty.id)
      #expect(read.owner == duty.owner)
      #expect(read.rule.map(rules.contains) == true)
      #expect(EventID(uid: EventID(read).uid(of: program.id), of: program.id) == EventID(read))
    }
    for activity in agenda.activities.elements {
      #expect(agenda.activities[DutyID(activity.id.text)]?.id == activity.id)
    }
    #expect(Set(duties.map(\.id)).count == duties.count)
    #expect(duties.count > 300)
    #expect(Set(duties.map(\.kind)) == [.activity, .task, .campaign])
    #expect(Set(program.owners).count == program.owners.count)
  }
}
