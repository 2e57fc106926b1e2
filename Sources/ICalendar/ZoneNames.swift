import Clocks
internal import Glibc

/// Names of zones that are neither IANA's nor the keys that Windows has for its own.
///
/// People's programs write the names that they show: in the user's language, with cities, or as an
/// offset. All keys are in small letters and without blanks.
enum ZoneNames {
  /// IANA's name for any of those names; nothing if it stands for no zone, or for more than one.
  static func identifier(of name: String) -> String? {
    let plain = folded(name)
    if let known = shown[plain] ?? windows[plain] ?? system[plain] { return known }
    return place(in: plain)
  }

  /// The offset in seconds of `UTC+8`, `GMT+0800`, `+08:00`; 14 hours at most, either way.
  static func offset(of name: String) -> Int? {
    var rest = Substring(folded(name))
    for prefix in ["utc", "gmt"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    // As JavaScript shows it: GMT+0800 (China Standard Time).
    if let open = rest.firstIndex(of: "(") { rest = rest[..<open] }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" && $0 != "." }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else {
      return nil
    }
    let minutes: Int
    switch digits.count {
    case 1, 2: minutes = number * 60
    case 3, 4: minutes = number / 100 * 60 + number % 100
    default: return nil
    }
    guard minutes <= 14 * 60, number % 100 < 60 || digits.count < 3 else { return nil }
    return (sign == "-" ? -minutes : minutes) * 60
  }

  /// In small letters, without blanks, half-width.
  static func folded(_ name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xFF01...0xFF5E:
        result.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x2212: result += "-"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Of `(utc+08:00)北京,重庆,香港特别行政区,乌鲁木齐` the zone of the first place that is known.
  ///
  /// The offset in front is the winter's and tells too little: Berlin and Lagos share one.
  private static func place(in name: String) -> String? {
    var places = Substring(name)
    if places.first == "(" {
      guard let close = places.firstIndex(of: ")") else { return nil }
      places = places[places.index(after: close)...]
    }
    for place in places.split(whereSeparator: { ",/、;".contains($0) }) {
      if let known = cities[String(place)] { return known }
    }
    return nil
  }

  private static let windows = Dictionary(
    windowsZones.map { (folded($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })

  /// IANA's own names, links included, as the system lists them.
  private static let system: [String: String] = {
    guard let stream = fopen(ZoneTable.directory + "/tzdata.zi", "rb") else { return [:] }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, stream)
    var names: [String: String] = [:]
    for line in bytes.prefix(count).split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      let name: ArraySlice<UInt8>
      switch words.first {
      case [UInt8(ascii: "Z")] where words.count > 1: name = words[1]
      case [UInt8(ascii: "L")] where words.count > 2: name = words[2]
      default: continue
      }
      let text = String(decoding: name, as: UTF8.self)
      names[folded(text)] = text
    }
    return names
  }()

  /// As Windows, Outlook and phones show them, and slips that are common.
  private static let shown: [String: String] = [
    "z": "Etc/UTC", "utc": "Etc/UTC", "gmt": "Etc/UTC", "tzone://microsoft/utc": "Etc/UTC",
    "coordinateduniversaltime": "Etc/UTC", "(utc)coordinateduniversaltime": "Etc/UTC",
    "协调世界时": "Etc/UTC", "(utc)协调世界时": "Etc/UTC", "世界标准时间": "Etc/UTC",
    "asia/beijing": "Asia/Shanghai", "china/beijing": "Asia/Shanghai",
    "chinastandardtime": "Asia/Shanghai", "chinatime": "Asia/Shanghai",
    "beijingtime": "Asia/Shanghai", "中国标准时间": "Asia/Shanghai", "中国时间": "Asia/Shanghai",
    "北京时间": "Asia/Shanghai", "香港时间": "Asia/Hong_Kong", "香港标准时间": "Asia/Hong_Kong",
    "澳门标准时间": "Asia/Macau", "台北标准时间": "Asia/Taipei", "台北时间": "Asia/Taipei",
    "东京标准时间": "Asia/Tokyo", "日本标准时间": "Asia/Tokyo", "韩国标准时间": "Asia/Seoul",
    "新加坡标准时间": "Asia/Singapore", "东南亚标准时间": "Asia/Bangkok",
    "印度标准时间": "Asia/Kolkata", "俄罗斯标准时间": "Europe/Moscow", "gmt标准时间": "Europe/London",
    "格林威治标准时间": "Atlantic/Reykjavik", "格林尼治标准时间": "Atlantic/Reykjavik",
    "西欧标准时间": "Europe/Berlin", "罗马标准时间": "Europe/Paris", "中欧标准时间": "Europe/Warsaw",
    "东部标准时间": "America/New_York", "中部标准时间": "America/Chicago",
    "山地标准时间": "America/Denver", "太平洋标准时间": "America/Los_Angeles",
    "澳大利亚东部标准时间": "Australia/Sydney", "西澳大利亚标准时间": "Australia/Perth",
  ]

  /// Places that stand in names such as `(UTC+08:00) 北京，重庆…` or `Beijing/Chongqing/…`.
  private static let cities: [String: String] = [
    "beijing": "Asia/Shanghai", "chongqing": "Asia/Shanghai", "shanghai": "Asia/Shanghai",
    "北京": "Asia/Shanghai", "重庆": "Asia/Shanghai", "上海": "Asia/Shanghai",
    "hongkong": "Asia/Hong_Kong", "hongkongsar": "Asia/Hong_Kong", "香港": "Asia/Hong_Kong",
    "香港特别行政区": "Asia/Hong_Kong", "taipei": "Asia/Taipei", "台北": "Asia/Taipei",
    "osaka": "Asia/Tokyo", "sapporo": "Asia/Tokyo", "tokyo": "Asia/Tokyo",
    "大阪": "Asia/Tokyo", "札幌": "Asia/Tokyo", "东京": "Asia/Tokyo",
    "seoul": "Asia/Seoul", "首尔": "Asia/Seoul",
    "singapore": "Asia/Singapore", "kualalumpur": "Asia/Singapore", "新加坡": "Asia/Singapore",
    "吉隆坡": "Asia/Singapore", "bangkok": "Asia/Bangkok", "hanoi": "Asia/Bangkok",
    "曼谷": "Asia/Bangkok", "河内": "Asia/Bangkok",
    "chennai": "Asia/Kolkata", "newdelhi": "Asia/Kolkata", "钦奈": "Asia/Kolkata",
    "新德里": "Asia/Kolkata", "moscow": "Europe/Moscow", "莫斯科": "Europe/Moscow",
    "dublin": "Europe/London", "edinburgh": "Europe/London", "london": "Europe/London",
    "都柏林": "Europe/London", "爱丁堡": "Europe/London", "伦敦": "Europe/London",
    "amsterdam": "Europe/Berlin", "berlin": "Europe/Berlin", "阿姆斯特丹": "Europe/Berlin",
    "柏林": "Europe/Berlin", "brussels": "Europe/Paris", "paris": "Europe/Paris",
    "布鲁塞尔": "Europe/Paris", "巴黎": "Europe/Paris",
    "easterntime(us&canada)": "America/New_York", "东部时间(美国和加拿大)": "America/New_York",
    "centraltime(us&canada)": "America/Chicago", "中部时间(美国和加拿大)": "America/Chicago",
    "mountaintime(us&canada)": "America/Denver", "山地时间(美国和加拿大)": "America/Denver",
    "pacifictime(us&canada)": "America/Los_Angeles",
    "太平洋时间(美国和加拿大)": "America/Los_Angeles",
    "canberra": "Australia/Sydney", "sydney": "Australia/Sydney", "堪培拉": "Australia/Sydney",
    "悉尼": "Australia/Sydney", "perth": "Australia/Perth", "珀斯": "Australia/Perth",
  ]
}
