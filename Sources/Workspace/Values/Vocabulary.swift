package import Drills

/// A choice of words, each with an English form, its raw value, and perhaps Chinese ones.
package protocol Vocabulary: CaseIterable, RawRepresentable where RawValue == String {
  /// The first is the one that messages show; any may be written.
  var chineseWords: [String] { get }
}

extension Vocabulary {
  package static var allowed: [WorkspaceError.Word] {
    allCases.map { WorkspaceError.Word($0.rawValue, $0.chineseWords.first) }
  }

  /// Case, width and blanks make no difference.
  package init?(word: String) {
    let word = word.tight
    guard let match = Self.allCases.first(where: { $0.matches(word) }) else { return nil }
    self = match
  }

  package init(written text: String) throws(WorkspaceError.Reason) {
    guard let match = Self(word: text) else { throw .init(text, noneOf: Self.allowed) }
    self = match
  }

  private func matches(_ word: String) -> Bool {
    rawValue.tight == word || chineseWords.contains { $0.tight == word }
  }
}

extension WorkspaceError.Reason {
  init(_ text: String, noneOf allowed: [WorkspaceError.Word]) {
    let forms = allowed.flatMap { [$0.english, $0.chinese].compactMap(\.self) }
    self = .notAWord(text, allowed: allowed, near: nearest(to: text.halfWidth, among: forms))
  }
}

extension Community.Kind: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .urban: ["城市社区", "城市", "社区", "居委会"]
    case .rural: ["农村村庄", "农村", "村", "村庄", "行政村", "村委会"]
    case .school: ["学校"]
    case .enterprise: ["企业"]
    case .hospital: ["医院"]
    case .department: ["部门"]
    case .other: ["其他"]
    }
  }
}

extension Scenario: Vocabulary {
  /// Each means one of them only.
  package var chineseWords: [String] {
    switch self {
    case .highRise: [chinese, "高层", "高楼", "高层住宅", "高层火灾"]
    case .complex: [chinese, "综合体", "商业综合体", "城市综合体", "大型商业综合体"]
    case .scenic: [chinese, "景区", "景点", "旅游"]
    case .meteorological:
      [
        chinese, "气象", "台风", "暴雨", "暴雪", "大风", "雷电", "冰雹", "寒潮", "高温", "强对流",
        "极端天气", "恶劣天气",
      ]
    case .geological: [chinese, "地质", "地灾", "滑坡", "山体滑坡", "泥石流", "崩塌", "塌方"]
    case .flood: [chinese, "洪涝", "洪水", "洪灾", "内涝", "山洪", "防汛", "防洪", "汛情"]
    case .forestFire: [chinese, "森林", "山火", "林火", "森林防火", "森林草原火灾"]
    case .earthquake: [chinese, "地震灾害", "防震", "抗震"]
    case .fire: [chinese, "消防", "一般火灾", "房屋火灾"]
    case .other: [chinese, "其它"]
    }
  }
}

extension Weekday: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .mon: ["周一", "星期一"]
    case .tue: ["周二", "星期二"]
    case .wed: ["周三", "星期三"]
    case .thu: ["周四", "星期四"]
    case .fri: ["周五", "星期五"]
    case .sat: ["周六", "星期六"]
    case .sun: ["周日", "星期日", "周天", "星期天"]
    }
  }
}

extension Language: Vocabulary {
  package var chineseWords: [String] { [] }
}

extension Requirement.Kind: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .drill: ["演练"]
    case .event: ["活动"]
    case .meeting: ["会议"]
    case .campaign: ["行动"]
    }
  }
}

extension Requirement.Announcement: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .public: ["公开"]
    case .dateOnly: ["仅公布日期"]
    case .internal: ["内部"]
    }
  }
}

extension Requirement.Channel: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .onSite: ["线下"]
    case .online: ["线上"]
    case .both: ["线上线下"]
    }
  }
}

extension Requirement.Mode: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .fullScale: ["实战"]
    case .tabletop: ["桌面"]
    }
  }
}

extension Problem.Source: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .drill: ["演练"]
    case .inspection: ["检查"]
    case .employee: ["职工"]
    case .resident: ["居民"]
    }
  }
}

extension Work.Medium: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .picture: ["图片"]
    case .video: ["视频", "音视频"]
    case .interactive: ["互动"]
    }
  }
}

extension Campaign.Rhythm: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .day: ["每天", "每日"]
    case .week: ["每周"]
    case .month: ["每月"]
    }
  }
}

extension Deadline.OnHoliday: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .stay: ["不变"]
    case .earlier: ["提前"]
    }
  }
}

enum Truth: String, Vocabulary {
  case yes = "true"
  case no = "false"

  package var chineseWords: [String] {
    self == .yes ? ["是", "yes", "y", "对", "1"] : ["否", "no", "n", "不", "0"]
  }
}

extension Span.Kind: Vocabulary {
  package var chineseWords: [String] {
    switch self {
    case .week: ["每周"]
    case .month: ["每月"]
    case .quarter: ["每季度"]
    }
  }
}

/// What communities can hold a requirement's activities together by, beside lists of them.
enum Union: String, Vocabulary {
  case area
  package var chineseWords: [String] { ["片区"] }
}

/// What a requirement can be held once for.
enum Separation: String, Vocabulary {
  case venue
  package var chineseWords: [String] { ["场所"] }
}

/// What a calendar file says.
enum CalendarUse: String, Vocabulary {
  case holidays, closure

  package var chineseWords: [String] { self == .holidays ? ["节假日"] : ["停用"] }
}

/// Whose holidays a plan keeps.
enum StateHolidaysWord: String, Vocabulary {
  case cn
  package var chineseWords: [String] { ["中国", "国家"] }
}

/// What becomes of events in zones that nobody knows.
enum UnknownZones: String, Vocabulary {
  case skip
  package var chineseWords: [String] { ["略过"] }
}
