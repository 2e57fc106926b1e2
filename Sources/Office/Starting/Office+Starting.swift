package import Drills
internal import Foundation

extension Office {
  /// Writes a workspace to begin with, for the next June as seen at `instant`.
  ///
  /// - Throws: `Refusal`; then no file that was there is touched.
  package func begin(at instant: Instant) throws(Refusal) {
    let folder = URL(filePath: folder)
    let files = Template.files(year: Self.year(ofNextJuneAfter: instant))
    let taken = files.map(\.name).filter {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
    if !taken.isEmpty { throw .publishing(.placeIsTaken(folder.relativePath, by: taken)) }
    for (name, bytes) in files { try WholeFile.write(bytes, to: folder.appending(path: name)) }
  }

  private static func year(ofNextJuneAfter instant: Instant) -> Int {
    // China's clocks are eight hours ahead of UTC all year.
    let today = Day(number: Int32((instant.seconds + 8 * 3600) / 86_400)).components
    return today.month > 6 ? today.year + 1 : today.year
  }
}
