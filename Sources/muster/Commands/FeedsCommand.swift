import ArgumentParser
import Drills
import Feeds
import Foundation
import QRCodes
import Office
import Reports

struct FeedsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "feeds", abstract: Phrases.help.feeds, discussion: Phrases.help.feedsExample)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @OptionGroup var selection: FeedSelection
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @Flag(name: .customLong("qr"), help: .init(Phrases.help.qr)) var showsCodes = false
  @Option(name: .customLong("qr-png"), help: .init(Phrases.help.qrPNG, valueName: "path"))
  var picturePath: String?

  func validate() throws {
    if showsCodes, format == .json { throw ValidationError(Phrases.noCodesInJSON) }
  }

  func run() throws {
    let office = Office(folder: try common.workspace(workspace))
    let standing = try office.standing(at: common.nowInstant)
    standing.cautions.forEach(Terminal.warn)
    selection.tellOfDraft(standing)
    let feeds = try selection.choice.chosen(from: try standing.feeds())
    let codes = showsCodes || picturePath != nil ? try feeds.map(addressCode) : []
    try writePictures(of: zip(feeds, codes), office)
    let program = try standing.basis().plan.agenda.program
    switch format {
    case .json: Terminal.print([try FeedsDocument(feeds, of: program).json()])
    case .table where showsCodes:
      for (feed, code) in zip(feeds, codes) { Terminal.print(poster(feed, code)) }
    case .table:
      let folder = office.feedFolder.workspace
      Terminal.print(
        FeedList(feeds, in: program.zone, workspace: folder).table(in: Phrases.language)
          .lines(style: Terminal.style))
    }
  }

  /// A private feed's address is known to its server alone, and without `publish.base` no feed has
  /// one.
  private func addressCode(_ feed: FeedFile) throws(Failure) -> QRCode {
    guard let address = feed.address else {
      throw Failure(
        .noInput,
        feed.edition == .public ? Phrases.noPublishBase(feed.path) : Phrases.noAddress(feed.path))
    }
    guard let code = QRCode(address) else {
      throw Failure(.badData, Phrases.addressTooLong(address))
    }
    return code
  }

  private func poster(_ feed: FeedFile, _ code: QRCode) -> [String] {
    [feed.name, feed.address ?? ""] + code.lines(setsColours: Terminal.isOutputTerminal) + [""]
  }

  /// One file for one feed, else a folder of them under the feeds' own paths.
  private func writePictures(
    of codes: Zip2Sequence<[FeedFile], [QRCode]>, _ office: Office
  ) throws {
    guard let picturePath else { return }
    guard picturePath.lowercased().hasSuffix(".png") else {
      let folder = OutputFolder(picturePath, of: office)
      var count = 0
      for (feed, code) in codes {
        try folder.write(code.png(), to: String(feed.path.dropLast(4)) + ".png")
        count += 1
      }
      Terminal.warn(Phrases.picturesWritten(count, to: picturePath))
      return
    }
    let all = Array(codes)
    guard let (_, code) = all.first, all.count == 1 else {
      throw Failure(.usage, Phrases.onePictureOfMany(all.count))
    }
    let file = URL(filePath: picturePath)
    try OutputFolder(file.deletingLastPathComponent().path, of: office)
      .write(code.png(), to: file.lastPathComponent)
    Terminal.warn(Phrases.picturesWritten(1, to: picturePath))
  }
}
