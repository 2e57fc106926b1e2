import ArgumentParser
import Drills
import Foundation
import Office
import Pictures
import Reports

struct Show: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: Phrases.help.show, discussion: Phrases.help.showExamples)
  }

  /// How the plan is shown: in the terminal, to programs, or on paper.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, html, xlsx, docx, csv, svg, png

    var isPaper: Bool { self != .table && self != .json }
    var needsFile: Bool { self == .xlsx || self == .docx || self == .png }
    /// Whether a poster can be it.
    var isPoster: Bool { self == .html || self == .svg || self == .png }
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.showFormat)) var format = Format.table
  @Flag(help: .init(Phrases.help.list)) var list = false
  @Option(help: .init(Phrases.help.community)) var community: String?
  @Option(help: .init(Phrases.help.team)) var team: String?
  @Option(name: .customLong("by"), help: .init(Phrases.help.groupBy))
  var grouping: Schedule.Grouping?
  @Flag(help: .init(Phrases.help.showEach)) var each = false
  @Flag(help: .init(Phrases.help.poster)) var poster = false
  @Option(help: .init(Phrases.help.posterPaper)) var paper: PosterPaper?
  @Flag(name: .customLong("private"), help: .init(Phrases.help.showPrivate)) var isPrivate = false
  @Option(name: .customLong("out"), help: .init(Phrases.help.showOut, valueName: "path"))
  var output: String?
  @Option(help: .init(Phrases.help.revision)) var revision: Int?
  @OptionGroup var draft: DraftOptions

  func validate() throws {
    if draft.isDraft, revision != nil { throw ValidationError(Phrases.draftOrRevision) }
    if poster, format.isPaper, !format.isPoster { throw ValidationError(Phrases.posterFormats) }
    if paper != nil, !poster { throw ValidationError(Phrases.paperOfPoster) }
    if format.isPaper {
      if list { throw ValidationError(Phrases.notOfPaper) }
      if each, community != nil || team != nil { throw ValidationError(Phrases.eachOfAll) }
      if each, output == nil { throw ValidationError(Phrases.eachNeedsOut) }
      if format.needsFile, output == nil {
        throw ValidationError(Phrases.needsOut(format.rawValue))
      }
    } else {
      let given = [
        ("--by", grouping != nil), ("--each", each), ("--private", isPrivate),
        ("--out", output != nil), ("--poster", poster),
      ]
      if let (option, _) = given.first(where: \.1) {
        throw ValidationError(Phrases.onlyOfPaper(option))
      }
    }
  }

  func run() throws {
    let standing = try Office(folder: try common.workspace(workspace))
      .standing(at: common.nowInstant)
    if revision == nil { standing.cautions(showing: draft.choice).forEach(Terminal.warn) }
    if format.isPaper { return try print(standing) }
    let shown = try standing.shown(draft.choice, revision: revision)
    let entries = try shown.view.entries(ofCommunity: community, team: team)
    if format == .json {
      let chosen = Set(entries.map(\.activity.id))
      Terminal.print([
        try PlanDocument(
          shown.view, base: shown.base, blocks: shown.blocks,
          of: community == nil && team == nil ? nil : chosen,
          community: try community.map(shown.view.agenda.program.host)
        ).json()
      ])
      return
    }
    let text = PlanText(shown.view, language: Phrases.language, style: Terminal.style)
    let isWhole = community == nil && team == nil
    Terminal.print(
      text.heading
        + (list || !isWhole
          ? text.list(
            of: entries, showsHost: community == nil,
            width: Terminal.columns)
          : text.monthGrid(of: entries, columns: max(80, Terminal.columns))))
  }

  // MARK: Paper

  private func print(_ standing: Standing) throws {
    var request = ScheduleRequest()
    request.choice = draft.choice
    request.revision = revision
    request.community = community
    request.team = team
    request.grouping = grouping ?? .day
    request.isPrivate = isPrivate
    guard each else {
      let chosen = try standing.schedule(request)
      if chosen.withheld > 0 { Terminal.warn(Phrases.withheld(chosen.withheld)) }
      return try write(chosen.schedule, to: ReportOutput(path: output, office: standing.office))
    }
    let schedules = try standing.schedules(request).map(\.schedule)
    let folder = output ?? "."
    var names: Set<String> = []
    for schedule in schedules {
      var name = (schedule.name ?? "").asFileName
      // Two of one name, or one of none.
      var number = 2
      while name.isEmpty || !names.insert(name.lowercased()).inserted {
        name = "\((schedule.name ?? "").asFileName) \(number)"
        number += 1
      }
      let path = URL(filePath: folder).appending(path: "\(name).\(format.rawValue)").path
      try write(
        schedule, to: ReportOutput(path: path, office: standing.office, isQuiet: true))
    }
    Terminal.print([Phrases.written(schedules.count, to: folder)])
  }

  private func write(_ schedule: Schedule, to target: ReportOutput) throws {
    let language = Phrases.language
    if poster { return try writePoster(of: schedule, to: target) }
    switch format {
    case .table, .json: preconditionFailure("these are no paper")
    case .svg, .png:
      let drawings = schedule.pictures(in: language)
      for (index, drawing) in drawings.enumerated() {
        try write(drawing, to: target.part(index + 1, of: drawings.count), scale: 1)
      }
    case .html: try target.write(schedule.page(in: language).html)
    case .csv: try target.write(schedule.csv(in: language).marked)
    case .docx: try target.write(schedule.page(in: language).word)
    case .xlsx:
      try target.write { url throws(Refusal) in
        var book = Workbook(path: url.path)
        book.add(schedule.page(in: language))
        try book.close(at: url)
      }
    }
  }

  private func writePoster(of schedule: Schedule, to target: ReportOutput) throws {
    let paper = paper ?? .a3
    guard format != .html else {
      return try target.write(schedule.posterPage(on: paper, in: Phrases.language))
    }
    try write(schedule.poster(on: paper, in: Phrases.language), to: target, scale: 2)
  }

  private func write(_ drawing: Drawing, to target: ReportOutput, scale: Double) throws {
    guard format == .png else { return try target.write(drawing.svg) }
    guard
      let picture = PNG(
        svg: drawing.svg, width: drawing.width, height: drawing.height, scale: scale)
    else { preconditionFailure("a drawing of ours is SVG and no larger than a picture may be") }
    try target.write(picture.file)
  }
}

extension Schedule.Grouping: ExpressibleByArgument {}
extension PosterPaper: ExpressibleByArgument {}
