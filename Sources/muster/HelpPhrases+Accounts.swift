import Drills

/// What `--help` says of counts, problems, works, history and reports.
extension HelpPhrases {
  var countList: String { say("列出全部计数项。", "List all counters.") }
  private func say(_ chinese: String, _ english: String) -> String {
    Phrases.say(chinese, english)
  }

  // MARK: count

  var countCommand: String {
    say("报数：不属于某次活动的数量。", "Record numbers that belong to no scheduled activity.")
  }
  var countExamples: String {
    say(
      """
      例：muster count poster.posters=120 --community u3 --on 2024-06-14 --file 海报.jpg
      按表报：muster count --form 附件1 > 附件1.csv，填好后 muster count --from 附件1.csv --on 2024-06-25
      表里填的是累计数就加 --totals。
      """,
      """
      Example: muster count poster.posters=120 --community u3 --on 2024-06-14 --file poster.jpg
      By the sheet: muster count --form 附件1 > sheet.csv, then muster count --from sheet.csv
      If the sheet holds totals so far, add --totals.
      """)
  }
  var countArgument: String {
    say(
      "计数项=数量，可多个；计数项和含义见 muster count --form 表名。",
      "A counter and a number; several may follow. `muster count --form NAME` has those of a form.")
  }
  var countOwner: String {
    say("社区（村）、科室的编号，或 organizer。", "A community, a department or organizer.")
  }
  var countOn: String { say("哪一天（默认：今天）。", "The day (default: today).") }
  var countName: String { say("名称，如活动或作品的名字。", "What it was, by name.") }
  var countForm: String { say("输出这张表要填的 CSV。", "Write the CSV to fill in for this form.") }
  var countFrom: String {
    say("按填好的表（.csv 或 .xlsx）报数，全部或一条不记。", "Record a filled table, .csv or .xlsx, all or none.")
  }
  var totals: String { say("表里是累计数，不是新增数。", "The sheet holds totals so far, not what is new.") }

  // MARK: problem, mend

  var problemCommand: String { say("登记发现的问题隐患。", "Record a problem that was found.") }
  var problemExamples: String {
    say(
      "例：muster problem \"三单元常闭门损坏\" --community u3 --source resident --mender 物业 --mend-by 2024-06-20",
      "Example: muster problem \"fire door broken\" --community u3 --source resident --mender \"property manager\" --mend-by 2024-06-20"
    )
  }
  var problemText: String { say("什么问题。", "What is wrong.") }
  var problemVenue: String { say("在哪个场所（编号）。", "The venue's id.") }
  var source: String {
    say(
      "从哪里来：drill 演练、inspection 检查、employee 职工、resident 居民。",
      "Who found it: drill, inspection, employee or resident.")
  }
  var foundOn: String { say("哪天发现的（默认：今天）。", "The day it was found (default: today).") }
  var mendCommand: String { say("记录问题已整改。", "Record that a problem was mended.") }
  var mendExamples: String {
    say(
      "例：muster mend 3 --on 2024-06-19 --file 整改后.jpg",
      "Example: muster mend 3 --on 2024-06-19 --file after.jpg")
  }
  var problemNumber: String { say("问题的号码。", "The problem's number.") }
  var mendedOn: String { say("哪天整改的（默认：今天）。", "The day it was mended (default: today).") }

  // MARK: entry

  var entryCommand: String {
    say("登记参赛作品，以及每一级的评审结果。", "Record a contest work, and each stage that it passes or fails.")
  }
  var entryExamples: String {
    say(
      """
      例：muster entry works --community u3 --title 生命通道 --medium video --published 2024-06-05 --platform 抖音
      评审：muster entry 1 --stage 街道 --passed
      """,
      """
      Example: muster entry works --community u3 --title "Way out" --medium video --published 2024-06-05
      A decision: muster entry 1 --stage 街道 --passed
      """)
  }
  var entryArgument: String { say("征集活动的编号，或作品的号码。", "The contest's id, or the entry's number.") }
  var entryTitle: String { say("作品名称。", "The work's title.") }
  var medium: String {
    say("picture 图片、video 视频、interactive 互动。", "picture, video or interactive.")
  }
  var publishedOn: String { say("发布日期。", "The day it was published.") }
  var platform: String { say("在哪里发布。", "Where it was published.") }
  var stage: String { say("哪一级评审。", "The stage that decided.") }
  var passed: String { say("通过。", "It passed.") }
  var failed: String { say("未通过。", "It failed.") }
  var decidedOn: String { say("评审日期（默认：今天）。", "The day of the decision (default: today).") }

  // MARK: history

  var history: String { say("谁在什么时候改了什么。", "Who changed what, and when.") }
  var historyOf: String { say("只看编号或人名里有这一段的。", "Only what has this in its id or author.") }

  // MARK: report

  var report: String { say("周报、总结和统计表。", "The weekly report, the summary and the forms.") }
  var reportExamples: String {
    say(
      """
      周报：muster report weekly --week 2024-06-13 --files 本周影像
      总结：muster report summary --to 2024-06-25 --format html --out 总结.html
      统计表：muster report form 附件1 --each --format xlsx --out 附件1.xlsx
      """,
      """
      A week: muster report weekly --week 2024-06-13 --files evidence-of-the-week
      The month: muster report summary --to 2024-06-25 --format html --out summary.html
      A form: muster report form 附件1 --each --format xlsx --out form.xlsx
      """)
  }
  var districtForm: String {
    say(
      "填区里发的这个文件（.docx 或 .xlsx），其余一字不动。",
      "Fill this file of the district's (.docx or .xlsx), and change nothing else in it.")
  }
  var pairs: String {
    say("列出表样和文件里一一对应的空，前后各十个字。", "Show which blank is which, with ten characters around each.")
  }
  var confirmPairs: String {
    say(
      "核对过了：记入 forms/表名.map，以后每次再核。",
      "They are the same: keep that in forms/NAME.map, and check it each time.")
  }
  var formCommand: String {
    say("从区里的文件做一张表样。", "Begin a form from the district's own file.")
  }
  var formCommandExamples: String {
    say(
      "例：muster form from 附件1.docx，再把 forms/附件1.md 里的 {{?}} 补上。",
      "Example: muster form from 附件1.docx, then fill in each {{?}} of forms/附件1.md.")
  }
  var formAction: String { say("from：从文件开始。", "from: begin with a file.") }
  var districtFile: String { say("区里的 .docx 或 .xlsx。", "The district's .docx or .xlsx.") }
  var newFormName: String { say("表名（默认：文件名）。", "The form's name (default: the file's).") }
  var reportKind: String { say("weekly 周报、summary 总结、form 统计表。", "weekly, summary or form.") }
  var formName: String { say("统计表的名字，如 附件1。", "The form's name, as 附件1.") }
  var week: String { say("这一天所在的报送周（默认：本周）。", "The week of this day (default: today's).") }
  var since: String { say("从哪天算起（默认：统计表的起始日）。", "From this day (default: the form's first).") }
  var to: String { say("算到哪天（默认：今天）。", "Up to this day (default: today).") }
  var reportCommunity: String {
    say("只算一个社区、科室或 organizer。", "Only one community, department or organizer.")
  }
  var each: String { say("每个单位一份，再加合计。", "One for each, and the total.") }
  var reportFormat: String {
    say("输出格式；xlsx、docx 要有 --out。", "The format; xlsx and docx need --out.")
  }
  var reportOut: String { say("写入这个文件。", "Write to this file.") }
  var reportFiles: String { say("把本周的影像材料复制到这个文件夹。", "Copy the week's evidence to this folder.") }
}

/// What `--help` says of the status.
extension HelpPhrases {
  var statusOn: String {
    Phrases.say("到这一天结束时记录了什么。", "What was recorded by the end of this day.")
  }
  var ranking: String {
    Phrases.say("按完成情况给社区（村）排名（考核通报）。", "Communities by how much is done.")
  }
  var remind: String {
    Phrases.say("谁还欠什么，可直接粘贴到工作群。", "Who still owes what, ready to paste.")
  }
}
