import Foundation
import Testing

/// Real programs read what Muster writes.
@Suite struct `Calendar programs` {
  @Test func `in Python read every feed without complaint`() throws {
    try withSample { sample in
      #expect(
        try muster("plan", sample.path, "--now", "2024-05-20T08:00:00+08:00", "--time-limit", "3s")
          .status == 0)
      let script = """
        import pathlib, sys
        from icalendar import Calendar
        count = 0
        for path in sorted(pathlib.Path(sys.argv[1]).glob("feeds*/**/*.ics")):
            calendar = Calendar.from_ical(path.read_bytes())
            for part in calendar.walk():
                assert not part.errors, (path, part.errors)
            uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
            assert len(uids) == len(set(uids)), path
            for event in calendar.walk("VEVENT"):
                event.decoded("DTSTART"), event.decoded("DTEND"), event.decoded("DTSTAMP")
            count += 1
        print(count)
        """
      let answer = try python("-c", script, sample.path)
      #expect(answer.status == 0, "\(answer.errors)")
      #expect((Int(answer.output.trimmingCharacters(in: .newlines)) ?? 0) > 200)
    }
  }

  @Test func `on the desktop list the right hours`() throws {
    try withSample { sample in
      #expect(
        try muster("plan", sample.path, "--now", "2024-05-20T08:00:00+08:00", "--time-limit", "3s")
          .status == 0)
      try withTemporaryFolder { folder in
        let config = folder.appending(path: "config")
        try Data(
          """
          [calendars]
          [[muster]]
          path = \(folder.path)/events
          [locale]
          local_timezone = Asia/Shanghai
          default_timezone = Asia/Shanghai
          timeformat = %H:%M
          dateformat = %Y-%m-%d
          longdateformat = %Y-%m-%d
          datetimeformat = %Y-%m-%d %H:%M
          longdatetimeformat = %Y-%m-%d %H:%M
          [sqlite]
          path = \(folder.path)/khal.db

          """.utf8
        ).write(to: config)
        try FileManager.default.createDirectory(
          at: folder.appending(path: "events"), withIntermediateDirectories: false)
        let khal = URL(filePath: "/usr/bin/khal")
        let feed = sample.appending(path: "feeds/all.ics").path
        let imported = try run(
          khal, ["-c", config.path, "import", "--batch", "-a", "muster", feed])
        #expect(imported.status == 0, "\(imported.errors)")

        let listed = try run(
          khal,
          [
            "-c", config.path, "list", "--day-format", "", "--format", "{start-long}|{uid}",
            "2024-05-31", "31d",
          ])

        #expect(listed.status == 0, "\(listed.errors)")
        let plan = try muster("show", sample.path, "--format", "json")
        let known = Set(listed.output.split(separator: "\n").map(String.init))
        let lines = try PlanJSON(plan.output).activities.compactMap { activity in
          activity.start.map {
            "\($0.prefix(10)) \($0.dropFirst(11).prefix(5))|\(activity.id)@baita-2024.muster.invalid"
          }
        }
        // Hidden hours are all-day events in the public edition: their hour is not there to compare.
        let shown = lines.filter { known.contains($0) }
        #expect(shown.count > lines.count * 3 / 4)
      }
    }
  }
}
