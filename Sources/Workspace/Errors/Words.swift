import Drills
import ICalendar

/// Every word of every message about the workspace, in both languages.
extension WorkspaceError.Reason {
  typealias Wording = (wrong: String, maybe: String?)

  /// What is wrong, with the value; and what to try, if there is something.
  ///
  /// One list, so that a reason without words does not compile.
  func wording(in language: Language) -> Wording {
    switch self {
    // MARK: The folder and its files

    case .noWorkspace:
      (language("没有这个文件夹", "no such folder"), nil)
    case .notAFolder:
      (language("这是文件，不是工作区文件夹", "is a file, not the folder of a workspace"), nil)
    case .noPlan:
      (
        language("这个文件夹里没有 plan.yaml", "there is no plan.yaml in this folder"),
        language(
          "要先运行 muster init，或用 -C 指明工作区", "run muster init first, or name the workspace with -C.")
      )
    case .noFile(let path):
      (language("没有文件\(path.in(language))", "no such file: \(path.in(language))"), nil)
    case .isFolder:
      (language("这里应是文件，却是文件夹", "is a folder where a file belongs"), nil)
    case .unreadable:
      (
        language("文件读不出来", "the file cannot be read"),
        language("没有读取权限", "its permissions forbid it.")
      )
    case .empty:
      (language("文件是空的", "the file is empty"), nil)
    case .tooLarge(let mebibytes):
      (
        language("文件超过 \(mebibytes) MiB", "the file is over \(mebibytes) MiB"),
        language(
          "拿错了文件；日历可以只导出计划期内的部分",
          "it is the wrong file; of a calendar only the plan's dates are needed.")
      )
    case .outside(let path):
      (
        language(
          "\(path.in(language))在工作区的上级文件夹之外",
          "\(path.in(language)) lies outside the folder that holds the workspace"),
        language("要把文件复制到工作区里", "copy the file into the workspace.")
      )
    case .notText(let byte):
      (
        language(
          "字节 \(byte.hexadecimal) 既不是 UTF-8，也不是 GB18030 文字",
          "byte \(byte.hexadecimal) is neither UTF-8 nor GB18030 text"),
        language(
          "要另存为 UTF-8（在 Excel 或 WPS 里是“CSV UTF-8”）",
          "save it as UTF-8, which Excel and WPS call “CSV UTF-8”.")
      )
    case .notUTF8(let byte):
      (
        language(
          "字节 \(byte.hexadecimal) 不是 UTF-8 文字", "byte \(byte.hexadecimal) is not UTF-8 text"),
        language("要用编辑器把编码改存为 UTF-8", "save it as UTF-8 in your editor.")
      )
    case .utf16:
      (
        language("文件是 UTF-16 编码", "the file is UTF-16"),
        language("要另存为 UTF-8", "save it as UTF-8.")
      )
    case .utf32:
      (
        language("文件是 UTF-32 编码", "the file is UTF-32"),
        language("要另存为 UTF-8", "save it as UTF-8.")
      )
    case .notPlainText:
      (
        language(
          "文件是 Office 或 WPS 文档，不是纯文本", "the file is an Office or WPS document, not plain text"),
        language("要打开后另存为纯文本", "open it and save it as plain text.")
      )
    case .forbiddenCharacter(let scalar):
      (
        language(
          "文字里有看不见的控制字符 \(scalar.codePoint)",
          "the text holds the control character \(scalar.codePoint)"), nil
      )
    case .tooLong(let characters, let most):
      (
        language("这里有 \(characters) 个字节，最多 \(most) 个", "\(characters) bytes here, over \(most)"),
        nil
      )

    // MARK: Tables

    case .noColumn(let word):
      (
        language(
          "缺少“\(word.chinese ?? word.english)”（\(word.english)）列",
          "there is no column '\(word.english)'" + (word.chinese.map { " (\($0))" } ?? "")), nil
      )
    case .unknownColumn(let name, let near):
      (
        language(
          "不认识的列\(name.in(language))，未读取", "unknown column \(name.in(language)), left unread"),
        near?.suggestion(in: language)
      )
    case .namelessColumn:
      (language("这一列没有列名，未读取", "this column has no name and is left unread"), nil)
    case .sameColumn(let name, let first):
      (
        language(
          "列\(name.in(language))重复，第 \(first) 格已有",
          "column \(name.in(language)) stands twice, first in cell \(first)"), nil
      )
    case .cellCount(let count, let expected):
      (
        language(
          "这一行有 \(count) 格，应有 \(expected) 格",
          "this row has \(count) \(count == 1 ? "cell" : "cells") where \(expected) belong"),
        count < expected
          ? language("少了分隔符；空格子也要占位", "a separator is missing: empty cells count too.")
          : language("含逗号的内容要加双引号", "text that holds a comma needs double quotes.")
      )
    case .noCell(let column):
      (language("“\(column)”不能为空", "'\(column)' must not be empty"), nil)
    case .tooManyColumns(let most):
      (language("这一行超过 \(most) 格", "this row has over \(most) cells"), nil)
    case .tooManyRows(let most):
      (language("表格超过 \(most) 行", "the table has over \(most) rows"), nil)
    case .unclosedQuote:
      (language("双引号没有结束", "this double quote is never closed"), nil)
    case .textAfterQuote:
      (
        language("双引号结束后还有文字", "there is text after the closing double quote"),
        language("引号内的双引号要写两个：\"\"", "a double quote inside quotes is written twice: \"\".")
      )
    case .workbook(let mistake): mistake.wording(in: language)

    // MARK: YAML

    case .yaml(let mistake): mistake.wording(in: language)
    case .sameKey(let key, let line):
      (
        language(
          "\(key.in(language))重复，第 \(line) 行已有",
          "\(key.in(language)) stands twice, first on line \(line)"),
        nil
      )
    case .unknownKey(let key, let near):
      (
        language("不认识的项\(key.in(language))", "unknown key \(key.in(language))"),
        near?.suggestion(in: language)
      )
    case .noKey(let key):
      (language("缺少“\(key)”", "'\(key)' is missing"), nil)
    case .notAShape(let shape, let key):
      switch shape {
      case .text: (language("“\(key)”应是一个值", "'\(key)' takes a single value"), nil)
      case .mapping:
        (
          language("“\(key)”应是 { 项: 值 } 的形式", "'\(key)' takes the form { key: value }"), nil
        )
      case .list: (language("“\(key)”应是一个列表", "'\(key)' takes a list"), nil)
      }

    // MARK: Values

    case .notAnID(let text, let near):
      (
        language(
          "\(text.in(language))不能作编号：只用小写字母、数字和“-”，不以“-”开头",
          "\(text.in(language)) is no id: lower-case letters, digits and '-', not '-' first"),
        near?.suggestion(in: language)
      )
    case .reservedID(let text):
      (
        language(
          "编号\(text.in(language))由 Muster 专用", "the id \(text.in(language)) is reserved by Muster"),
        nil
      )
    case .sameID(let id, let noun, let first):
      (
        language(
          "编号\(id.in(language))已由 \(first) 的\(noun.in(language))使用",
          "the id \(id.in(language)) is already that of the \(noun.in(language)) at \(first)"), nil
      )
    case .sameNameWithoutIDs(let name, let noun, let first):
      (
        language(
          "\(noun.in(language))\(name.in(language))与 \(first) 同名，两行都没有编号，分不清是哪一个",
          "the \(noun.in(language)) \(name.in(language)) has the name of the one at \(first), and neither has an id"
        ),
        language("要给其中一行写上编号，或改名称", "give one of them an id, or another name.")
      )
    case .unknown(let noun, let name, let near):
      (
        language(
          "没有\(noun.in(language))\(name.in(language))",
          "no \(noun.in(language)) \(name.in(language))"),
        near?.suggestion(in: language)
      )
    case .ambiguousName(let noun, let name, let ids):
      (
        language(
          "有 \(ids.count) 个\(noun.in(language))叫\(name.in(language))：\(ids.joined(separator: "、"))",
          "\(ids.count) have the name \(name.in(language)): \(ids.joined(separator: ", "))"),
        language("写编号", "write the id.")
      )
    case .ambiguous(let text, let one, let other):
      (
        language(
          "\(text.in(language))可能是\(one.in(language))，也可能是\(other.in(language))",
          "\(text.in(language)) may mean \(one.in(language)) or \(other.in(language))"), nil
      )
    case .notAWord(let text, let allowed, let near):
      (
        language(
          "\(text.in(language))不在可写的词里：\(allowed.map { $0.in(language) }.joined(separator: "、"))",
          "\(text.in(language)) is none of \(allowed.map { $0.in(language) }.joined(separator: ", "))"
        ),
        near?.suggestion(in: language)
      )
    case .notANumber(let text, let near):
      (
        language("\(text.in(language))不是数字", "\(text.in(language)) is not a number"),
        near?.suggestion(in: language)
      )
    case .notAWholeNumber(let text, let near):
      (
        language("\(text.in(language))不是整数", "\(text.in(language)) is not a whole number"),
        near?.suggestion(in: language)
      )
    case .outOfRange(let text, let range):
      (
        language(
          "\(text.in(language))不在 \(range.lowerBound) 到 \(range.upperBound) 之间",
          "\(text.in(language)) is not between \(range.lowerBound) and \(range.upperBound)"), nil
      )
    case .notADegree(let text, let most):
      (
        language(
          "\(text.in(language))不在 -\(most) 到 \(most) 度之间",
          "\(text.in(language)) is not between -\(most) and \(most) degrees"),
        most == 90 ? language("经度和纬度写反了", "latitude and longitude are swapped.") : nil
      )
    case .halfAPosition(let missing):
      (language("只有一半坐标，缺少“\(missing)”", "half a position: '\(missing)' is missing"), nil)
    case .notADate(let text, let near):
      (
        language(
          "\(text.in(language))不是 2024-06-16 形式的日期",
          "\(text.in(language)) is no date such as 2024-06-16"),
        near?.suggestion(in: language)
      )
    case .noSuchDate(let text, let days):
      (
        language("没有\(text.in(language))这一天", "there is no day \(text.in(language))")
          + (days.map { language("：该月有 \($0) 天", ": that month has \($0)") } ?? ""), nil
      )
    case .otherWeekday(let text, let weekday):
      (
        language(
          "\(text.in(language))不是那个星期几，是\(weekday.chineseWords[0])",
          "\(text.in(language)) is a \(weekday.rawValue), not that weekday"), nil
      )
    case .farFromPeriod(let text, let most):
      (
        language(
          "\(text.in(language))离计划日期超过 \(most) 天",
          "\(text.in(language)) is over \(most) days from the plan's dates"),
        language("年份写错了", "the year is wrong.")
      )
    case .backwards(let text):
      (
        language("\(text.in(language))的结束不在开始之后", "\(text.in(language)) ends before it starts"),
        text.contains(":")
          ? language("过夜的要分成两段，到 24:00 为止", "split what passes midnight, at 24:00.") : nil
      )
    case .tooManyDays(let days, let most):
      (language("这段日期有 \(days) 天，最多 \(most) 天", "a range of \(days) days, over \(most)"), nil)
    case .notHours(let text, let near):
      (
        language(
          "\(text.in(language))不是 08:00-12:00 形式的时间段",
          "\(text.in(language)) are no hours such as 08:00-12:00"),
        near?.suggestion(in: language)
      )
    case .notATime(let text, let near):
      (
        language(
          "\(text.in(language))不是 14:28 形式的时刻",
          "\(text.in(language)) is no time of day such as 14:28"),
        near?.suggestion(in: language)
      )
    case .notADuration(let text, let near):
      (
        language(
          "\(text.in(language))不是 90min、2h 或 1h30min 形式的时长",
          "\(text.in(language)) is no duration such as 90min, 2h or 1h30min"),
        near?.suggestion(in: language)
      )
    case .wholeDayOrLonger(let text):
      (
        language(
          "时长\(text.in(language))达到或超过 24 小时",
          "the duration \(text.in(language)) is 24 hours or more"),
        "all-day".suggestion(in: language)
      )
    case .wrongGrid(let text):
      (
        language(
          "\(text.in(language))既不能整除 60 分钟，也不是它的倍数",
          "\(text.in(language)) neither divides 60 minutes nor is a multiple of them"), nil
      )
    case .notAPercentage(let text):
      (
        language(
          "\(text.in(language))不是 0% 到 100%、至多六位小数的百分数",
          "\(text.in(language)) is no percentage from 0% to 100% with at most six decimals"), nil
      )
    case .mixedDays(let text):
      (
        language(
          "\(text.in(language))只能单独写", "\(text.in(language)) cannot stand beside other days"), nil
      )
    case .unknownVersion(let text):
      (
        language(
          "格式版本\(text.in(language))不认识", "the format version \(text.in(language)) is unknown"),
        language("应是 1；更高的版本需要新的 Muster", "it is 1; a higher one needs a newer Muster.")
      )
    case .unknownZone(let text):
      (
        language("时区\(text.in(language))不认识", "unknown time zone \(text.in(language))"),
        "Asia/Shanghai".suggestion(in: language)
      )
    case .notAWebAddress(let text):
      (
        language(
          "\(text.in(language))不是 http:// 或 https:// 开头的网址",
          "\(text.in(language)) is no address that starts with http:// or https://"), nil
      )
    case .addressesTooLong(let characters, let most):
      (
        language(
          "日历的网址会长达 \(characters) 个字符，有的程序只认 \(most) 个以内",
          "addresses of feeds would have \(characters) characters; some programs take \(most) at most"
        ),
        language("换一个短一些的网址，或缩短编号", "choose a shorter address, or shorter ids.")
      )
    case .notAFileName(let text):
      (language("\(text.in(language))不能作文件名", "\(text.in(language)) cannot be a file's name"), nil)
    case .officialLine(let id):
      (
        language(
          "计数项\(id.in(language))已在官方表格里",
          "the line \(id.in(language)) is one of the official forms'"),
        nil
      )
    case .severalRanges:
      (language("表格的日期只能是一段", "a form counts one range of dates"), nil)

    // MARK: Rules, calendars and warnings

    case .internalHighRise:
      (
        language(
          "高层建筑演练不能是“内部”的：应事先告知居民（高层民用建筑消防安全管理规定 第四十四条）",
          "a high-rise drill cannot be internal: residents must be told beforehand"
            + " (高层民用建筑消防安全管理规定 第四十四条)"),
        "date-only".suggestion(in: language)
      )
    case .cycle(let ids):
      (
        language(
          "“after”循环：\(ids.joined(separator: " → "))",
          "'after' goes in a circle: \(ids.joined(separator: " → "))"), nil
      )
    case .longerThanHours(let minutes, let longest):
      (
        language(
          "时长 \(minutes) 分钟，而最长的时间段只有 \(longest) 分钟",
          "\(minutes) minutes, but the longest of its hours has \(longest)"), nil
      )
    case .hoursOfAllDay:
      (
        language(
          "全天活动不写“hours”和“start”", "an all-day activity takes no 'hours' and no 'start'"), nil
      )
    case .outsideHours(let held):
      (
        language(
          "从开始到结束是 \(held)，不在哪一个“hours”时间段里",
          "from its start to its end it is \(held), which lies inside none of its 'hours'"), nil
      )
    case .perVenueWithoutVenue:
      (language("“per: venue”要同时写“venue”", "'per: venue' needs 'venue'"), nil)
    case .inTwoGroups(let id):
      (
        language("\(id)在“together”里写了两次", "\(id) stands twice in 'together'"), nil
      )
    case .notSelected(let id):
      (
        language(
          "“together”里的 \(id) 不在“for”选的社区里", "'together' names \(id), which 'for' does not select"),
        nil
      )
    case .togetherPerVenue:
      (
        language(
          "“together”和“per: venue”不能同写", "'together' and 'per: venue' exclude each other"), nil
      )
    case .organizerIsNotTogether:
      (
        language(
          "街道自己的活动没有“together”", "the organizer's own activity takes no 'together'"), nil
      )
    case .organizerHasNoVenues:
      (
        language("主办方没有自己的场所，不能用“per: venue”", "the organizer owns no venues: no 'per: venue'"),
        nil
      )
    case .organizerHasNoPopulation:
      (
        language("主办方没有人口，不能用百分比", "the organizer has no population: no percentage"),
        language("要写人数", "a number of people.")
      )
    case .organizerHasNoHazards:
      (
        language("主办方没有风险，不能与“hazards”同写", "the organizer has no hazards: no 'hazards' beside it"),
        language("要分成两条要求", "make it two, one for the organizer.")
      )
    case .organizerIsNoCommunity:
      (
        language("主办方不是社区", "the organizer is no community"),
        "for: organizer".suggestion(in: language)
      )
    case .departmentsTakeNoPart:
      (
        language(
          "科室没有排期的活动：“departments”只用于 campaigns 和 deadlines",
          "nothing is scheduled for departments: they stand in campaigns and deadlines only"), nil
      )
    case .dueAndEvery:
      (language("“due”和“every”只能写一个", "'due' and 'every' exclude each other"), nil)
    case .neitherDueNorEvery:
      (
        language("缺少“due”、“every”或“following”", "'due', 'every' or 'following' is missing"), nil
      )
    case .followingHasNoDays(let key):
      (
        language(
          "写了“following”就不写“\(key)”", "'\(key)' and 'following' exclude each other"), nil
      )
    case .delayWithoutFollowing:
      (
        language(
          "“within”和“workdays”只与“following”同用", "'within' and 'workdays' belong to 'following'"),
        nil
      )
    case .oneDelay:
      (
        language(
          "“following”要有“within”（天）或“workdays”（工作日）其中之一",
          "'following' takes either 'within' (days) or 'workdays'"), nil
      )
    case .datesWithoutEvery:
      (language("“dates”只与“every”同用", "'dates' belongs to 'every', not to 'due'"), nil)
    case .scopeOfHolidays(let key):
      (
        language("节假日日历适用于全体，不写“\(key)”", "holidays are everyone's: no '\(key)'"),
        "as: closure".suggestion(in: language)
      )
    case .calendar(let reason):
      language == .english ? (reason.description, nil) : (reason.chinese, nil)
    case .unknownZoneOfClosure(let reason):
      (
        (language == .english ? reason.description : reason.chinese)
          + language("；停用时段不能略过", "; a closure must not be skipped"),
        language("不需要它就写 unknown-zones: skip", "write unknown-zones: skip if it is not needed.")
      )
    case .more(let count):
      (language("此外还有 \(count) 处", "and \(count) more"), nil)
    case .blankUnderFilled(let column):
      (
        language(
          "上一行有“\(column)”，这一行空着，按共用处理",
          "'\(column)' is blank below one that is filled; it is taken as shared"),
        language(
          "是合并过的单元格，要逐行填写；确实共用就写“共用”",
          "cells were merged: fill each. Write 'shared' if it is.")
      )
    case .mangledNumber(let text):
      (
        language(
          "\(text.in(language))像是被 Excel 改过的号码",
          "\(text.in(language)) looks like a number that Excel changed"),
        language("把这一列设为“文本”再填", "format the column as text and enter it again.")
      )
    case .missingTable(let name):
      (
        language(
          "没有 \(name).csv（也没有 .xlsx），这里要的一样也没有",
          "there is no \(name).csv, nor .xlsx, and so nothing that this needs"), nil
      )
    case .noCoordinates:
      (
        language("没有坐标，路程不计", "there are no coordinates, so distances count for nothing"),
        language(
          "给社区和场所填上“纬度”“经度”；本来就不计，写 weights: { distance: 0 }",
          "fill in lat and lon of communities and venues, or write weights: { distance: 0 }.")
      )
    case .noHolidays:
      (
        language("没有节假日：每个工作日都照常排", "there are no holidays: every weekday is a working day"),
        "holidays: cn".suggestion(in: language)
      )
    case .noStateHolidays(let year):
      (
        language("Muster 没有 \(year) 年的节假日安排", "Muster does not carry the holidays of \(year)"),
        language("要在 calendars 里加一份 .ics", "add a calendar of them under 'calendars'.")
      )
    case .timedHoliday(let title):
      (
        language(
          "节假日日历里\(title.in(language))写明了几点，未读取",
          "\(title.in(language)) has hours and is no holiday; it is left unread"), nil
      )
    case .makeUpOnWorkday(let day):
      (language("\(day) 本来就是工作日，却标为补班", "\(day) is made a working day but is one already"), nil)
    case .holidayOnWeekend(let day):
      (
        language(
          "\(day) 是周末，国家没有放假，却标为假日",
          "\(day), a weekend that no state holiday reaches, is marked as a holiday"),
        language("其实是补班", "it is a make-up working day.")
      )
    case .tooManyHolidays(let count, let year):
      (
        language(
          "这份日历让 \(year) 年的 \(count) 个工作日变成假日",
          "this calendar makes \(count) weekdays of \(year) holidays"),
        language("是节气或纪念日的日历", "it is a calendar of festivals.")
      )
    case .calendarsDisagree(let day):
      (
        language(
          "\(day) 一处说放假，一处说上班，按上班算",
          "\(day) is a holiday in one place and a working day in another; it counts as working"),
        nil
      )
    case .emptyMeansAll(let key):
      (
        language("“\(key)”是空的：适用于全部", "'\(key)' is empty: applies to all"),
        language("不需要就整行删去", "leave the key out, if that is meant.")
      )
    case .emptyMeansNobody(let key):
      (
        language("“\(key)”是空的：没有符合条件的社区", "'\(key)' is empty: no community matches"),
        key == "together" ? nil : language("对所有社区写 {}", "{} is every community.")
      )
    case .matchesNoCommunity:
      (language("没有符合条件的社区", "no community matches"), nil)
    case .attendsWithoutOrganizer:
      (
        language("“attends”只对主办方的活动起作用", "'attends' has no effect unless it is the organizer's"),
        "for: organizer".suggestion(in: language)
      )
    }
  }
}

extension WorkspaceError.YamlMistake {
  fileprivate func wording(in language: Language) -> WorkspaceError.Reason.Wording {
    switch self {
    case .alias:
      (
        language("“*”引用的“&”标记不存在", "this '*' refers to no '&' before it"),
        language("文字要加引号", "quote the text.")
      )
    case .bracket:
      (
        language("[ ] 或 { } 里缺少逗号或结束括号", "a comma or the closing bracket is missing here"),
        language("用了全角的“，”", "a full-width ， stands for the comma.")
      )
    case .character:
      (
        language("这里不能用制表符、@、` 或 % 开头", "nothing starts with a tab, @, ` or % here"),
        language("要用空格缩进，给文字加引号", "indent with spaces, and quote the text.")
      )
    case .colon:
      (
        language("这里的冒号不合 YAML 写法", "a colon is missing or stands where none can"),
        language("应是半角“: ”；含冒号的文字要加引号", "write ': ' half-width, and quote text that holds a colon.")
      )
    case .depth: (language("嵌套太深", "nested too deep"), nil)
    case .documents: (language("只能有一个 YAML 文档", "a second document starts here"), nil)
    case .escape:
      (
        language("双引号里的“\\”写法不认识", "unknown '\\' inside double quotes"),
        language("要改用单引号", "use single quotes.")
      )
    case .indentation:
      (
        language("缩进与上文不一致", "this does not line up with what is above"),
        language("同一层的项要对齐", "start the keys of one level in one column.")
      )
    case .other: (language("这里不是 YAML", "this is no YAML"), nil)
    case .quote: (language("引号没有结束", "this quote is never closed"), nil)
    case .size: (language("“*”引用展开后太大", "its '*' aliases unfold too far"), nil)
    }
  }
}

extension WorkspaceError.Noun {
  fileprivate func `in`(_ language: Language) -> String {
    switch self {
    case .area: language("片区", "area")
    case .community: language("社区", "community")
    case .communityOrArea: language("社区或片区", "community or area")
    case .department: language("科室", "department")
    case .form: language("表格", "form")
    case .item: language("要求、行动或期限", "requirement, campaign or deadline")
    case .line: language("计数项", "line")
    case .requirement: language("要求", "requirement")
    case .team: language("队伍", "team")
    case .unit: language("计数单位", "unit")
    case .venue: language("场所", "venue")
    }
  }
}

extension WorkspaceError.Word {
  fileprivate func `in`(_ language: Language) -> String {
    language == .chinese ? chinese ?? english : english
  }
}

extension String {
  /// Quoted, on one line, and cut if it is long.
  func `in`(_ language: Language) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(61) {
      plain.append(scalar.value < 32 || (127..<160).contains(scalar.value) ? "�" : scalar)
    }
    let short = plain.count > 60 ? String(plain.dropLast()) + "…" : String(plain)
    return language("“\(short)”", "'\(short)'")
  }

  fileprivate func suggestion(in language: Language) -> String {
    language("是", "") + `in`(language)
  }
}

extension UInt32 {
  fileprivate var codePoint: String {
    let digits = String(self, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return self < 16 ? "0x0" + digits : "0x" + digits
  }
}

extension ICalendarError.Reason {
  /// As `description`, which is English.
  fileprivate var chinese: String {
    switch self {
    case .tooLarge(_, let limit): "日历超过 \(limit >> 20) MiB\n  也许可以只导出计划期内的部分"
    case .lineTooLong(let limit): "这一行超过 \(limit) 字节"
    case .tooDeep(let limit): "嵌套超过 \(limit) 层"
    case .tooManyComponents(let limit): "日历超过 \(limit) 个组件"
    case .tooManyTimeZones(let limit): "日历超过 \(limit) 个时区"
    case .notText: "既不是 UTF-8，也不是 GB18030 文字"
    case .notACalendar(let found):
      found.isEmpty
        ? "文件是空的，不是日历" : "不是日历，开头是\(found.in(.chinese))\n  也许下载到的是网页，不是 .ics 文件"
    case .cutShort(let component): "日历不完整，缺少 END:\(component)\n  也许文件没有下载完"
    case .noTimeZoneData(let directory): "\(directory) 里没有时区数据\n  也许没有安装 tzdata"
    case .noSuchZone(let zone): "本机没有时区\(zone.in(.chinese))"
    case .malformedLine(let line): "\(line.in(.chinese))不是“名称:值”的形式\n  也许上一行折行时缺了行首空格"
    case .unclosed(let component): "这个 \(component) 没有 END:\(component)，未读取"
    case .holdsUnclosed(let component): "这个 \(component) 里有没结束的部分，未读取"
    case .unopened(let component): "END:\(component) 前没有 BEGIN:\(component)"
    case .missing(let property, let component): "这个 \(component) 没有 \(property)，未读取"
    case .unreadable(let property, let value): "\(property) 的值\(value.in(.chinese))读不懂"
    case .endsBeforeItStarts(let property, let value):
      "\(property) 的值\(value.in(.chinese))早于 DTSTART，或与它不是一类"
    case .unknownZone(let zone): "时区\(zone.in(.chinese))不认识\n  也许写 IANA 名称，如 Asia/Shanghai"
    case .unreadableRule(let rule): "RRULE \(rule.in(.chinese))读不懂，只计第一次"
    case .subDailyRule(let rule): "RRULE \(rule.in(.chinese))一天内多次重复，只计第一次"
    case .tooManySteps(let rule): "RRULE \(rule.in(.chinese))展开太久，只计第一次"
    case .exceptRuleIgnored(let rule): "EXRULE \(rule.in(.chinese))读不懂或展开太久，没有排除任何一次"
    case .timeOfDate(let property, let value):
      "\(property) 的值\(value.in(.chinese))写明是日期却带有时间，按全天读取"
    case .rangeIgnored: "带 RANGE 的 RECURRENCE-ID 只改它指明的一次"
    }
  }
}
