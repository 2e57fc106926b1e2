/// All that the planner wrote: who takes part, what must be held, and by which rules.
package struct Program: Sendable {
  package var id: String
  /// Its office over the years, part of addresses.
  package var office: String
  package var title = ""
  package var theme = ""
  package var basis = ""
  package var organizer: Organizer
  package var committee: [CommitteePost] = []
  package var departments = Table<Department>()
  /// Where the feeds are served; empty: nowhere.
  package var publishBase = ""
  package var language = Language.chinese
  package var zone: Zone
  package var period: ClosedRange<Day>
  /// Minutes between possible starts.
  package var grid: Minute = 30
  package var reportingDay = Weekday.thu
  /// Days in which a completion is in time.
  package var grace = 3
  /// Minutes from now in which nothing already published moves.
  package var freeze: Minute = 48 * 60
  /// Working days in which a drill that was called off must be held.
  package var makeUpWithin = 10
  package var dayKinds = DayKinds()
  package var closures: [Closure] = []
  package var limits = Limits()
  package var weights = Weights()
  package var requirements = Table<Requirement>()
  package var campaigns: [Campaign] = []
  package var deadlines: [Deadline] = []
  package var forms: [FormPeriod] = []
  /// Counters beside those of the two official forms.
  package var lines: [Line] = []
  package var communities = Table<Community>()
  package var venues = Table<Venue>()
  package var teams = Table<Team>()
  /// Of the areas that the planner named instead of giving them ids, by the ids that they have.
  package var areaNames: [String: String] = [:]
  /// Nothing of it makes an activity.
  package var departed = Departed()

  package init(id: String, organizer: Organizer, zone: Zone, period: ClosedRange<Day>) {
    self.id = id
    office = Program.office(ofPlan: id)
    self.organizer = organizer
    self.zone = zone
    self.period = period
  }

  /// What people call an area: its name, else its id.
  package func name(ofArea id: String) -> String { areaNames[id] ?? id }
}

/// The office that runs the month.
package struct Organizer: Hashable, Sendable {
  package var name: String
  package var office = ""
  package var phone = ""
  package var email = ""

  package init(name: String) { self.name = name }
}

/// A post of the committee; in reports, never in a public feed.
package struct CommitteePost: Hashable, Sendable {
  package var post: String
  package var title = ""
  package var name = ""

  package init(post: String) { self.post = post }
}

/// A 科室: campaigns, tasks and counts, nothing scheduled.
package struct Department: Identified, Hashable {
  package let id: String
  package var name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

package struct Limits: Hashable, Sendable {
  /// Own blocking activities that start on one day; nothing: no limit.
  package var perCommunityPerDay: Int?
  /// Drills of one area on one day; more is crowding; nothing: no limit.
  package var comfortableDrillsPerDay: Int?
  /// Drills of one community nearer than this are close.
  package var comfortableDaysBetweenDrills = 0

  package init() {}
}

/// What each wish costs, in integers of at least 0.
package struct Weights: Hashable, Sendable {
  package var crowding = 4
  package var quietWeek = 6
  package var closeness = 2
  package var distance = 1
  package var lateness = 1
  /// Held at a shared venue although the community has one of its own.
  package var away = 1
  package var movedDay = 8
  package var movedTime = 3
  /// Something published is left out.
  package var dropped = 24
  /// For each two unplaced activities of one community.
  package var unevenness = 3

  package init() {}
}
