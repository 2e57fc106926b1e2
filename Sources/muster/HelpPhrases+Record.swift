import Drills

/// What `--help` says of recording.
extension HelpPhrases {
  private func say(_ chinese: String, _ english: String) -> String {
    Phrases.say(chinese, english)
  }

  var doneExamples: String {
    say(
      """
      例：muster done u3/high-rise-fire --people 230 --evacuated-in 4m20s --file 现场.jpg
      联合演练：muster done u3/high-rise-fire --people 230 --with u4=80
      持续活动：muster done u3/daily-push --on 2024-06-07..2024-06-13 --count messages=7
      报送任务：muster done u3/weekly-material/2024-06-13 --file 照片.jpg --note 文字材料
      一次记许多：muster done --form > done.csv，填好后 muster done --from done.csv
      社区编号见 communities.csv；活动序号见 muster show --list；任务和持续活动的编号见 muster done --form。
      """,
      """
      Example: muster done u3/high-rise-fire --people 230 --evacuated-in 4m20s --file site.jpg
      A joint drill: muster done u3/high-rise-fire --people 230 --with u4=80
      A campaign: muster done u3/daily-push --on 2024-06-07..2024-06-13 --count messages=7
      A task: muster done u3/weekly-material/2024-06-13 --file photo.jpg --note "the text"
      Many at once: muster done --form > done.csv, then muster done --from done.csv
      Ids: communities.csv; `muster show --list` numbers the activities; `muster done --form` has tasks and campaigns.
      """)
  }
  var start: String { say("开始时间。", "When it began.") }
  var minutes: String { say("持续多少分钟。", "How many minutes it took.") }
  var residents: String { say("其中居民人数。", "How many of them were residents.") }
  var assisted: String { say("需要协助撤离的人数。", "How many needed help to leave.") }
  var evacuatedIn: String { say("全部疏散用时。", "How long until everybody was out.") }
  var headcountIn: String { say("清点完毕用时。", "How long until everybody was counted.") }
  var mode: String { say("full-scale（实战）或 tabletop（桌面）。", "full-scale or tabletop.") }
  var weather: String { say("天气。", "The weather.") }
  var observers: String { say("谁来观摩指导（写单位或职务）。", "Who observed, by office.") }
  var count: String {
    say(
      "计数项=数量，可多次；如 boards=12 或 pledge.activities=1（各项见 muster count --form 表名）。",
      "A counter and a number, repeatable: boards=12 or pledge.activities=1 (`muster count --form NAME` has them)."
    )
  }
  var with: String {
    say(
      "联合演练：社区=人数，可多次；计划中的联合方没来写 0。",
      "A joint drill: a community and its people, 0 if it was to come and did not; repeatable.")
  }
  var problem: String { say("发现的问题，可多次。", "A problem that was found; repeatable.") }
  var mender: String { say("问题由谁整改。", "Who must mend it.") }
  var mendBy: String { say("整改期限。", "By when it must be mended.") }
  var file: String {
    say(
      "照片、视频等文件，可多次；会复制到 evidence 文件夹。",
      "A photo, video or document, copied into evidence; repeatable.")
  }
  var key: String {
    say(
      "提交的钥匙，全办唯一：同一个再来一次，就是同一条记录，回答也和第一次一样。",
      "A key of your own, unique in the office: the same again is the same record, answered as before."
    )
  }
  var doneForm: String { say("输出要填的 CSV 表。", "Write the CSV to fill in.") }
  var doneFrom: String {
    say("按填好的表（.csv 或 .xlsx）记录，全部或一条不记。", "Record a filled table, .csv or .xlsx, all or none.")
  }

  var undoExamples: String {
    say(
      """
      例：muster undo u3/high-rise-fire；报数、问题、作品、决定的号码见 muster history。
      撤销决定要写原因：muster undo --decision 3 --reason storm --words 预警解除
      """,
      """
      Example: muster undo u3/high-rise-fire; `muster history` gives the numbers of the others.
      A decision is taken back by another, with its reason:
        muster undo --decision 3 --reason storm --words "the warning is lifted"
      """)
  }
  var undoCount: String { say("撤回第几号报数。", "Take back the count of this number.") }
  var undoProblem: String { say("撤回第几号问题。", "Take back the problem of this number.") }
  var undoMend: String { say("撤回第几号问题的整改。", "Take back that this problem was mended.") }
  var undoEntry: String { say("撤回第几号作品。", "Take back the entry of this number.") }
  var undoStage: String {
    say("撤回第几号作品最近的评审结果。", "Take back the newest outcome of this entry.")
  }
}
