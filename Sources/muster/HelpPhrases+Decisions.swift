import Drills

/// What `--help` says of decisions, comparisons and notices.
extension HelpPhrases {
  private func say(_ chinese: String, _ english: String) -> String {
    Phrases.say(chinese, english)
  }

  // MARK: Every decision

  var reason: String {
    say(
      "原因，代码或词都行：\(ReasonCode.list(in: .chinese))。",
      "Why: \(ReasonCode.list(in: .english)).")
  }
  var words: String {
    say("说明，不会公开；原因为 other 时必填。", "Words, never published; 'other' needs them.")
  }
  var decisionDryRun: String {
    say(
      "试算：显示随后的计划、代价和要通知谁，不写入。",
      "Show the plan that would follow, its cost and whom to tell; write nothing.")
  }

  // MARK: Drafts

  var planDraft: String {
    say(
      "存为草案：只有内部日历显示（暂定），签批后用 publish 发布。",
      "Save a draft that only private feeds show, as tentative; `publish` makes it the plan.")
  }
  var publish: String {
    say("把草案发布为计划。", "Make the draft the published plan.")
  }
  var publishExamples: String {
    say(
      """
      例：muster plan --draft；muster show --draft 送审；签批后 muster publish
      草案之后又作了决定、改了工作区或时间已过，以致草案不再成立时，拒绝并说明。
      """,
      """
      Example: muster plan --draft; muster show --draft for the leader; once signed, muster publish
      Refused where the draft no longer holds, for what was decided, edited or done since.
      """)
  }
  var discard: String { say("作废草案，不发布。", "Give the draft up instead.") }
  var ofDraft: String {
    say("看草案，不看已发布的计划。", "Of the draft, not of the published plan.")
  }

  // MARK: move, pin, cancel, block

  var move: String {
    say("把一项活动改到指定的时间、场地或队伍。", "Put an activity at a time, a venue or with teams of your choice.")
  }
  var moveExamples: String {
    say(
      """
      例：muster move u3/high-rise-fire --to 2024-06-18T14:00 --reason storm --dry-run
      下一次 muster plan 照办，挡路的活动让开。会违反规则时拒绝并说明；一定要改就加 --override。
      """,
      """
      Example: muster move u3/high-rise-fire --to 2024-06-18T14:00 --reason storm --dry-run
      The next `muster plan` keeps to it; what is in the way moves. A move that
      breaks a rule is refused and told why; --override insists.
      """)
  }
  var moveTo: String { say("日期和开始时间。", "Day and start, in the plan's zone.") }
  var moveVenue: String {
    say(
      "场地的编号或名称（默认：原来的，或最合适的）。",
      "The venue, by id or name (default: the old one, or the best).")
  }
  var moveTeam: String {
    say("某角色的队伍，编号或名称，可多次。", "The team for a role, by id or name; repeatable.")
  }
  var override: String {
    say("明知违反这条规则也要改，可多次。", "Break this rule knowingly; repeatable.")
  }
  var pin: String { say("锁定一项活动的日期、时间、场地或队伍。", "Keep an activity's date, time, venue or teams.") }
  var pinExamples: String {
    say(
      "例：muster pin u3/high-rise-fire --date --reason ordered-from-above；不写则全部锁定。",
      "Example: muster pin u3/high-rise-fire --date --reason ordered-from-above; all four without a flag."
    )
  }
  var pinDate: String { say("锁定日期。", "Keep the date.") }
  var pinTime: String { say("锁定开始时间。", "Keep the start.") }
  var pinVenue: String { say("锁定场地。", "Keep the venue.") }
  var pinTeams: String { say("锁定队伍。", "Keep the teams.") }
  var unpin: String { say("解除一项活动的锁定和改期。", "Let an activity that was pinned or moved go again.") }
  var unpinExamples: String {
    say(
      "例：muster unpin u3/high-rise-fire --reason other --words 领导改期",
      "Example: muster unpin u3/high-rise-fire --reason other --words \"the visit is off\"")
  }
  var cancel: String { say("取消一项活动，或恢复。", "Call an activity off, or bring it back.") }
  var cancelExamples: String {
    say(
      """
      例：muster cancel u3/high-rise-fire --reason emergency
      恢复：muster cancel u3/high-rise-fire --restore --reason emergency --words 险情已解除
      """,
      """
      Example: muster cancel u3/high-rise-fire --reason emergency
      To bring it back: muster cancel u3/high-rise-fire --restore --reason emergency --words "all clear"
      """)
  }
  var restore: String { say("恢复已取消的活动。", "Bring back what was cancelled.") }
  var block: String {
    say("某些日子停用队伍、场地或社区；受影响的须限期补办。", "Say that teams, venues or communities are out on some days.")
  }
  var blockExamples: String {
    say(
      """
      例：消防站 6 月 12 日出不了：
        muster block --dates 2024-06-12 --team fire-1 --reason team-called-away
      先加 --dry-run 看会怎样；再 muster plan，再 muster notices 看要通知谁。不写范围则全部停办。
      """,
      """
      Example: the fire station is away on 12 June:
        muster block --dates 2024-06-12 --team fire-1 --reason team-called-away
      --dry-run shows first what would happen; then `muster plan` moves what must
      move, and `muster notices` says whom to call. Without a scope everything is
      out. What is displaced must be held within `make-up-within` working days.
      """)
  }
  var blockDates: String { say("日期或范围，可用逗号分开。", "Dates and ranges, separated by commas.") }
  var blockHours: String { say("时段（默认：全天）。", "Hours (default: the whole day).") }
  var blockCommunity: String {
    say(
      "社区（村）的编号或名称，或 organizer，可多次。",
      "A community, by id or name, or organizer; repeatable.")
  }
  var blockArea: String { say("片区，可多次。", "An area; repeatable.") }
  var blockVenue: String { say("场地的编号或名称，可多次。", "A venue, by id or name; repeatable.") }
  var blockTeam: String { say("队伍的编号或名称，可多次。", "A team, by id or name; repeatable.") }
  var blockKind: String { say("社区类型，可多次。", "A kind of community; repeatable.") }
  var blockRequirement: String { say("项目的编号或名称，可多次。", "A requirement, by id or name; repeatable.") }
  var undoDecision: String {
    say("撤销第几号决定。", "Take back the decision of this number.")
  }

  // MARK: what-if, diff, notices, options

  var whatIf: String {
    say("几项决定一起试算，不写入。", "Try several decisions together; write nothing.")
  }
  var whatIfExamples: String {
    say(
      "文件里一行一条命令，如 block --dates 2024-06-12 --team fire-1 --reason storm；# 之后是注释。",
      "The file has the same commands, a line each: block --dates 2024-06-12 --team fire-1 --reason storm; "
        + "# begins a comment.")
  }
  var whatIfFile: String { say("写有各项决定的文件。", "The file of decisions.") }
  var diff: String { say("两版计划之间变了什么，按社区列出。", "What changed between two revisions, by community.") }
  var diffExamples: String {
    say(
      "例：muster diff（最新一版与它的上一版）；muster diff 2（与最新）；muster diff 2 5。",
      "Example: muster diff (the newest against what it replaced); muster diff 2 (to the newest); muster diff 2 5."
    )
  }
  var diffRevisions: String { say("从哪一版到哪一版。", "From which revision, and to which.") }
  var diffFormat: String { say("输出格式：table、json 或 html。", "table, json or html.") }
  var notices: String {
    say("要在几号前通知谁、说什么；记录已通知。", "Who must be told what by when; record that it was done.")
  }
  var noticesExamples: String {
    say(
      "例：muster notices --due；发出后 muster notices --sent team/fire-1",
      "Example: muster notices --due; once it is sent, muster notices --sent team/fire-1")
  }
  var due: String { say("只看今天该发的；有过期的以状态 1 退出。", "Only today's; exit 1 if one is late.") }
  var sentAll: String {
    say("记录列出的全部通知已发出（可加 --due）。", "Record that all that are listed were sent (with --due: those).")
  }
  var noticeGroup: String {
    say("按群各出一段：社区、场地、队伍。", "One text for each group: communities, venues, teams.")
  }
  var sent: String { say("记录这条通知已发出，可多次。", "Record that this one was sent; repeatable.") }
  var explain: String {
    say(
      "一项活动为什么排在这里：代价几何，别的日子行不行、为什么不行。",
      "Why an activity is where it is: its cost, and what each other day would cost or what bars it."
    )
  }
  var explainExamples: String {
    say(
      """
      没排上的，列出合起来让它排不上的最少几条，以及放宽哪一条就能排上。
      例：muster explain u3/high-rise-fire --at 2024-06-13T14:00
      """,
      """
      Of an unplaced one: the fewest things that together leave no placement, and what would help.
      Example: muster explain u3/high-rise-fire --at 2024-06-13T14:00
      """)
  }
  var explainAt: String {
    say("为什么不在这个时间？", "Why not then?")
  }
  var explainDeep: String {
    say(
      "每一天都重新排一次：如果把它移到那天，整个计划的代价怎样变、谁要让路；到时限还没证明最好的，写“最多”。",
      "Plan again for each day: what moving it there makes of the whole plan, and who makes way; where the time "
        + "limit ends the search, at most that.")
  }
  var explainAll: String {
    say("同类的许多行逐行列出，不合并。", "Show many lines of one kind one by one.")
  }
  var planExplain: String {
    say(
      "最后列出最紧张的十处（哪支队伍、哪个场地、哪天），多一小时最多省多少。",
      "End with the ten scarcest hours of teams and venues, and what one more hour saves at most.")
  }
  var planDeep: String {
    say(
      "与 --explain 同用：逐处加一个班组（场地）重新排，列出真正能多排几项、省多少。",
      "With --explain: plan again with one more crew or place at each, and say what that really places and saves."
    )
  }
  var options: String {
    say(
      "一项活动还能排在哪里：前十个，各要多少代价、谁要让路。",
      "The ten best other placements of an activity: cost, and who must make way.")
  }
  var optionsExamples: String {
    say(
      "例：muster options u3/high-rise-fire --same-venue --dates 2024-06-12..2024-06-20",
      "Example: muster options u3/high-rise-fire --same-venue --dates 2024-06-12..2024-06-20")
  }
  var optionsBy: String {
    say("代价按部分（part）还是按社区（community）列。", "Show what each costs by part or by community.")
  }
  var sameVenue: String { say("只看原来的场地。", "Only at the same venue.") }
  var sameDay: String { say("只看原来的那天。", "Only on the same day.") }
  var optionDates: String { say("只看这些日子。", "Only on these days.") }
}
