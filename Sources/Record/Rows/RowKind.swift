package import Drills

/// What a row of the record tells of, by its table.
package enum RowKind: String, CaseIterable, Sendable {
  case revision, content, placement, crew, cancelled, fixing
  case earlierPlace = "earlier_place"
  case roll, duty, party, seats
  case completion
  case completionCount = "completion_count"
  case partner, withdrawal, attachment, count, problem, mending, work, outcome, retraction
  case draftEnd = "draft_end"
  case publication, seal, reveal, decision, told, wish, answer, submission, withholding
  case givenID = "given_id"
  /// Of an office's directory.
  case link, fetch

  /// As messages call one of them.
  package func word(in language: Language) -> String {
    switch self {
    case .revision: language("计划版本", "revision")
    case .content: language("保存的工作区文件", "kept workspace file")
    case .placement: language("安排", "placement")
    case .crew: language("队伍安排", "team of a placement")
    case .cancelled: language("取消", "cancelled activity")
    case .fixing: language("固定的安排", "fixed placement")
    case .earlierPlace: language("撤销前的安排", "earlier place")
    case .roll: language("名册", "roll")
    case .duty: language("应办事项", "duty")
    case .party: language("单位", "party")
    case .seats: language("场地", "venue")
    case .completion: language("完成记录", "completion")
    case .completionCount: language("完成记录的计数", "count of a completion")
    case .partner: language("联合方", "partner of a completion")
    case .withdrawal: language("撤回", "withdrawal")
    case .attachment: language("证据", "evidence")
    case .count: language("报数", "count")
    case .problem: language("问题", "problem")
    case .mending: language("整改", "mending")
    case .work: language("作品", "entry")
    case .outcome: language("作品评审", "stage of an entry")
    case .retraction: language("撤回", "retraction")
    case .draftEnd: language("草案的结果", "end of a draft")
    case .publication: language("发布", "publication")
    case .seal: language("时间承诺", "seal")
    case .reveal: language("公开时间", "reveal")
    case .decision: language("决定", "decision")
    case .told: language("通知", "notice")
    case .wish: language("请求", "wish")
    case .answer: language("答复", "answer")
    case .submission: language("提交", "submission")
    case .withholding: language("屏蔽", "withholding")
    case .givenID: language("由名称得来的编号", "id given to a name")
    case .link: language("内部日历地址", "link")
    case .fetch: language("日历读取", "fetch of a feed")
    }
  }
}
