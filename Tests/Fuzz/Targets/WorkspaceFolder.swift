// A small workspace on disk, one of whose files is the input.

import Drills
import Foundation
import Workspace

let wholeFiles = [
  "plan.yaml": """
  muster: 1
  id: fuzz
  title: t
  period: { from: 2024-06-01, to: 2024-06-30 }
  calendars: [ { file: hall.ics, as: closure, venues: [v1] } ]
  requirements:
    - { id: r, name: n, for: { hazards: [flood] }, venue: [square], teams: { fire: 1 }, duration: 60min }
  """,
  "communities.csv": "id,name,kind,population,hazards\nu1,n,urban,100,flood\n",
  "venues.csv": "id,name,types\nv1,n,square\n",
  "teams.csv": "id,name,role\nf1,n,fire\n",
  "hall.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240616\nEND:VEVENT\nEND:VCALENDAR\n",
]

let folder: URL = {
  let folder = URL.temporaryDirectory.appending(path: "muster-fuzz-\(getpid())")
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in wholeFiles {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  } catch { fatalError("cannot write \(folder.path)") }
  return folder
}()

/// Reads the workspace with one file replaced, and looks at all that is told.
func read(_ bytes: some Sequence<UInt8>, as name: String) {
  do {
    try Data(bytes).write(to: folder.appending(path: name))
  } catch { fatalError("cannot write \(name)") }
  let reading = WorkspaceReader(folder: folder.path).read()
  precondition(
    (reading.program == nil) == !reading.errors.isEmpty, "neither a program nor a mistake")
  for finding in reading.errors + reading.warnings {
    for language in [Language.chinese, .english] {
      precondition(!finding.text(in: language).isEmpty, "a finding without words")
    }
  }
}
