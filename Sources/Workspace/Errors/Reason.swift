package import Drills
package import ICalendar
package import SourceText

extension WorkspaceError {
  /// What can be wrong; `near` is what the planner may have meant.
  package enum Reason: Error, Hashable, Sendable {
    // The folder and its files
    case noWorkspace
    case notAFolder
    case noPlan
    case noFile(String)
    case isFolder
    case unreadable
    case empty
    case tooLarge(mebibytes: Int)
    case outside(String)

    // Text
    case notText(byte: UInt8)
    case notUTF8(byte: UInt8)
    case utf16
    case utf32
    case notPlainText
    /// A scalar that no text of a plan needs: controls, bidirectional overrides, noncharacters.
    case forbiddenCharacter(UInt32)
    case tooLong(characters: Int, most: Int)

    // Tables
    case noColumn(Word)
    case unknownColumn(String, near: String?)
    case namelessColumn
    case sameColumn(String, firstColumn: Int)
    case cellCount(Int, expected: Int)
    case noCell(column: String)
    case tooManyColumns(most: Int)
    case tooManyRows(most: Int)
    case unclosedQuote
    case textAfterQuote
    /// Of a workbook, and of where tables stand.
    case workbook(WorkbookMistake)

    // YAML
    case yaml(YamlMistake)
    case sameKey(String, line: Int)
    case unknownKey(String, near: String?)
    case noKey(String)
    case notAShape(Shape, key: String)

    // Values
    case notAnID(String, near: String?)
    case reservedID(String)
    case sameID(String, Noun, first: SourcePosition)
    /// Two rows that nothing tells apart.
    case sameNameWithoutIDs(String, Noun, first: SourcePosition)
    case unknown(Noun, String, near: String?)
    /// A name that several have, with their ids.
    case ambiguousName(Noun, String, [String])
    /// What can be meant in two ways.
    case ambiguous(String, String, String)
    case notAWord(String, allowed: [Word], near: String?)
    case notANumber(String, near: String?)
    case notAWholeNumber(String, near: String?)
    case outOfRange(String, ClosedRange<Int>)
    case notADegree(String, most: Int)
    case halfAPosition(missing: String)
    case notADate(String, near: String?)
    case noSuchDate(String, daysInMonth: Int?)
    case otherWeekday(String, Weekday)
    case farFromPeriod(String, most: Int)
    case backwards(String)
    case tooManyDays(Int, most: Int)
    case notHours(String, near: String?)
    case notATime(String, near: String?)
    case notADuration(String, near: String?)
    case wholeDayOrLonger(String)
    case wrongGrid(String)
    case notAPercentage(String)
    case mixedDays(String)
    case unknownVersion(String)
    case unknownZone(String)
    case notAWebAddress(String)
    /// The longest address of a feed.
    case addressesTooLong(characters: Int, most: Int)
    case notAFileName(String)
    case severalRanges
    case officialLine(String)

    // Rules
    case internalHighRise
    case cycle([String])
    case longerThanHours(minutes: Int, longest: Int)
    case hoursOfAllDay
    /// What an activity that begins at its `start` takes.
    case outsideHours(HourRange)
    case perVenueWithoutVenue
    case organizerHasNoVenues
    case inTwoGroups(String)
    case notSelected(String)
    case togetherPerVenue
    case organizerIsNotTogether
    case organizerHasNoPopulation
    case organizerHasNoHazards
    case organizerIsNoCommunity
    case departmentsTakeNoPart
    case dueAndEvery
    case neitherDueNorEvery
    case datesWithoutEvery
    case followingHasNoDays(key: String)
    case delayWithoutFollowing
    case oneDelay
    case scopeOfHolidays(key: String)
    /// A TZID that names no zone, where a booking would be lost.
    case unknownZoneOfClosure(ICalendarError.Reason)

    // Calendars
    case calendar(ICalendarError.Reason)

    // Beyond what is told
    case more(Int)

    // Warnings only
    case blankUnderFilled(column: String)
    case mangledNumber(String)
    /// A table that is not there and that something needs.
    case missingTable(String)
    case noCoordinates
    case noHolidays
    case noStateHolidays(year: Int)
    case timedHoliday(String)
    case makeUpOnWorkday(Day)
    case holidayOnWeekend(Day)
    case tooManyHolidays(Int, year: Int)
    case calendarsDisagree(Day)
    case matchesNoCommunity
    /// A list that narrows, and names nothing.
    case emptyMeansAll(key: String)
    case emptyMeansNobody(key: String)
    case attendsWithoutOrganizer
  }

  /// A word that a value may be: its English form and, if it has one, its Chinese form.
  package struct Word: Hashable, Sendable {
    package let english: String
    package let chinese: String?

    package init(_ english: String, _ chinese: String? = nil) {
      self.english = english
      self.chinese = chinese
    }
  }

  /// What an id or a name stands for.
  package enum Noun: Hashable, Sendable {
    case area, community, communityOrArea, department, form, item, line, requirement, team, unit,
      venue
  }

  /// How a value of plan.yaml is built.
  package enum Shape: Hashable, Sendable {
    case text, mapping, list
  }

  /// What makes plan.yaml no YAML.
  package enum YamlMistake: Hashable, Sendable {
    case alias, bracket, character, colon, depth, documents, escape, indentation, other, quote, size
  }
}
