import Drills
import Workbooks

extension WorkspaceError.WorkbookMistake {
  func wording(in language: Language) -> WorkspaceError.Reason.Wording {
    switch self {
    case .unreadable(let reason): reason.wording(in: language)
    case .tableTwice(let one, let other):
      (
        language("同一张表有两份：\(one) 和 \(other)", "one table stands twice: \(one) and \(other)"),
        language("要删去不用的一份", "delete the one that is not used.")
      )
    case .twoSheets(let one, let other):
      (
        language(
          "两个工作表是同一张表：\(one.in(language))和\(other.in(language))",
          "two sheets are the same table: \(one.in(language)) and \(other.in(language))"),
        language("要删去或改名不用的一个", "delete or rename the one that is not used.")
      )
    case .otherName(let wanted):
      (
        language("表格不按这个文件名读取", "tables are not looked for under this name"),
        language("要把文件改名为 \(wanted)", "rename it to \(wanted).")
      )
    case .otherFormat(let wanted):
      (
        language("不读取这种格式的表格", "tables of this format are not read"),
        language("要打开后另存为 \(wanted)", "open it and save it as \(wanted).")
      )
    case .errorValue(let text):
      (
        language(
          "单元格里是错误值\(text.in(language))", "the cell holds the error \(text.in(language))"),
        language("要改正公式，或直接填入内容", "mend its formula, or enter the value itself.")
      )
    case .noDay(let number):
      (
        language(
          "单元格设为日期，而\(number.in(language))不是任何一天",
          "the cell is shown as a date, but its number \(number.in(language)) is no day"),
        language("要重新填写", "enter it again.")
      )
    case .noResult:
      (
        language("公式还没有算出结果", "the result of this formula was never worked out"),
        language("要用 Excel 或 WPS 打开，再保存一次", "open the file in Excel or WPS and save it again.")
      )
    case .forbiddenCharacter(let scalar):
      WorkspaceError.Reason.forbiddenCharacter(scalar).wording(in: language)
    case .tooLong(let bytes, let most):
      WorkspaceError.Reason.tooLong(characters: bytes, most: most).wording(in: language)
    case .picture:
      (
        language("单元格里是图片，未读取", "the cell holds a picture, left unread"),
        language("要写文字", "write text.")
      )
    case .hiddenRows(let count):
      (
        language(
          "有 \(count) 行隐藏着，也读取了",
          count == 1 ? "a hidden row is read too" : "\(count) hidden rows are read too"),
        language("是筛选或隐藏的行，不要的应删去", "they are filtered or hidden: delete what is not meant.")
      )
    case .hiddenSheet:
      (language("工作表隐藏着，也读取了", "the sheet is hidden, and read"), nil)
    case .unreadSheet(let name):
      (language("工作表\(name.in(language))未读取", "the sheet \(name.in(language)) is left unread"), nil)
    }
  }
}

extension WorkbookError.Reason {
  fileprivate func wording(in language: Language) -> WorkspaceError.Reason.Wording {
    let saved = language(
      "要用 Excel 或 WPS 打开后另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx.")
    return switch self {
    case .notAWorkbook:
      (language("不是工作簿（.xlsx）", "the file is no workbook (.xlsx)"), saved)
    case .oldFormat:
      (
        language("是旧格式的工作簿（.xls 或 .et）", "the file is a workbook of the old kind (.xls or .et)"),
        saved
      )
    case .binary:
      (language("是二进制工作簿（.xlsb）", "the file is a binary workbook (.xlsb)"), saved)
    case .encrypted:
      (
        language("工作簿有打开密码", "the workbook needs a password"),
        language("要去掉密码，另存为 .xlsx", "save it as .xlsx without one.")
      )
    case .damaged(let part):
      (
        language("工作簿已损坏，读不出来", "the workbook is damaged")
          + (part.map { language("（\($0)）", " (\($0))") } ?? ""),
        saved
      )
    case .tooLarge(let mebibytes):
      WorkspaceError.Reason.tooLarge(mebibytes: mebibytes).wording(in: language)
    case .unpacksTooLarge(let mebibytes):
      (
        language("工作簿解压后超过 \(mebibytes) MiB", "the workbook unpacks to over \(mebibytes) MiB"), nil
      )
    case .unpacksTooFar(let fold):
      (
        language(
          "工作簿解压后超过原来的 \(fold) 倍", "the workbook unpacks to over \(fold) times its size"), saved
      )
    case .tooManyEntries(let most):
      (language("工作簿里超过 \(most) 个文件", "the workbook holds over \(most) files"), saved)
    case .tooManyRows(let most):
      (language("工作表超过 \(most) 行", "the sheet has over \(most) rows"), nil)
    case .tooManyCells(let most):
      (language("工作表超过 \(most) 个单元格", "the sheet has over \(most) cells"), nil)
    case .tooDeep(let most):
      (language("工作簿里嵌套超过 \(most) 层", "the workbook nests deeper than \(most)"), saved)
    case .documentType:
      (
        language("工作簿里有 DOCTYPE，不予读取", "the workbook holds a DOCTYPE, which is not read"), saved
      )
    }
  }
}
