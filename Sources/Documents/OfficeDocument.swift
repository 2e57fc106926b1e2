/// A file of Word's, Excel's or WPS's.
package enum OfficeDocument {
  /// A .docx or .xlsx whose blanks can be filled.
  package static func reading(_ file: [UInt8]) throws(DocumentFault) -> any BlankDocument {
    let archive: ZipArchive
    do throws(ZipArchive.Fault) {
      archive = try ZipArchive(reading: file)
    } catch {
      throw .archive(error)
    }
    if archive.names.contains("word/document.xml") { return try WordForm(archive) }
    if archive.names.contains("xl/workbook.xml") { return try SheetForm(archive) }
    throw .unknownKind
  }
}
