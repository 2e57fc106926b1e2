package import Drills

/// What is odd about a report: asked about, and recorded if a person insists.
package enum Question: Hashable, Sendable {
  case nobodyCame
  /// The name of a partner of a joint drill.
  case nobodyCameFrom(String)
  /// Ids and names of partners of a joint activity of whom nothing was said.
  case partnersNotNamed([NamingReason.Choice])
  /// People, and the venue's name and seats.
  case moreThanSeats(Int, venue: String, seats: Int)
  /// People, and the party's name and residents.
  case moreThanResidents(Int, party: String, residents: Int)
  /// The evacuation in seconds, and how many minutes the whole was planned to take.
  case longEvacuation(seconds: Int, plannedMinutes: Int)
  /// Both in seconds.
  case earlyHeadcount(seconds: Int, evacuation: Int)
  /// Done by the joint drill of a host's activity, with so many people.
  case isDoneJointly(host: DutyID, people: Int)
  case wasCancelled
  /// A sheet of new numbers, all of which were recorded for that day before.
  case sheetIsRecorded(on: Day)
  /// The name of a file of no bytes.
  case emptyFile(String)
  case wasUnplaced
}
