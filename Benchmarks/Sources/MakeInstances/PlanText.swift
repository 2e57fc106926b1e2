/// The plan.yaml of an instance: June 2024, with the requirements that the family shares.
struct PlanText {
  let scarcity: Scarcity

  var yaml: String { head + drills + others }

  private var head: String {
    """
    muster: 1
    id: generated
    title: Generated
    organizer: { name: Office }
    time-zone: Asia/Shanghai
    period: { from: 2024-06-01, to: 2024-06-30 }
    grid: 30min
    reporting-day: thu
    limits:
      per-community-per-day: 2
      comfortable-drills-per-day: \(scarcity.comfortableDrillsPerDay)
      comfortable-days-between-drills: \(scarcity.comfortableDaysBetweenDrills)
    weights: { crowding: 4, quiet-week: 6, closeness: 2, distance: 1, lateness: 1 }
    closures:
      - { dates: 2024-06-07..2024-06-09, hours: "08:00-18:00", kinds: [urban], reason: exams }
      - { dates: 2024-06-10, reason: Dragon Boat Festival }
    requirements:

    """
  }

  private var drills: String {
    """
      - { id: briefing, kind: meeting, name: 动员部署, for: {}, duration: 60min,
          dates: 2024-06-01..2024-06-07, hours: "09:00-11:30;14:00-17:00", venue: [square] }
      - { id: high-rise, kind: drill, name: 高层建筑疏散演练, for: { hazards: [high-rise] },
          venue: [high-rise], duration: 90min, dates: \(window),
          hours: "\(hours("09:00-11:30;14:00-17:30"))", teams: { fire: 1, supervisors: 1 },
          participants: 3%, after: [briefing], aim-by: 2024-06-20,
          prefer: [ { days: [sat], weight: 3 }, { hours: "09:00-11:30", weight: 1 } ] }
      - { id: complex, kind: drill, name: 大型综合体疏散演练, for: { hazards: [complex] },
          per: venue, venue: [complex], duration: 120min, dates: \(window),
          hours: "\(hours("08:00-11:00;14:00-17:00"))", days: workdays,
          teams: { fire: 1, medical: 1, supervisors: 1 }, participants: 200,
          after: [briefing], aim-by: 2024-06-20,
          prefer: [ { hours: "08:00-11:00", weight: 2 } ] }
      - { id: scenic, kind: drill, name: 景区演练, for: { hazards: [scenic] },
          venue: [scenic], duration: 120min, dates: \(window),
          hours: "\(hours("09:00-17:00"))", days: workdays,
          teams: { medical: 1, supervisors: 1 }, participants: 150,
          after: [briefing], aim-by: 2024-06-20 }
      - { id: flood, kind: drill, name: 防汛转移演练, for: { hazards: [flood] },
          venue: [shelter], duration: 120min, dates: \(window),
          hours: "\(hours("08:00-12:00;14:00-18:00"))", teams: { rescue: 1, supervisors: 1 },
          participants: 10%, after: [ { requirement: briefing, days: 2 } ], aim-by: 2024-06-18,
          prefer: [ { days: weekends, weight: 2 } ] }
      - { id: forest-fire, kind: drill, name: 森林火灾演练, for: { hazards: [forest-fire] },
          venue: [square], duration: 120min, dates: \(window),
          hours: "\(hours("08:00-12:00"))", teams: { forest: 1, supervisors: 1 },
          participants: 8%, after: [briefing], aim-by: 2024-06-20 }
      - { id: geological, kind: drill, name: 地质灾害演练, for: { hazards: [geological] },
          venue: [shelter], duration: 90min, dates: \(window),
          hours: "\(hours("08:00-12:00;14:00-18:00"))", teams: { medical: 1, supervisors: 1 },
          participants: 8%, after: [briefing], aim-by: 2024-06-20 }
      - { id: meteorological, kind: drill, name: 气象灾害演练, for: { hazards: [meteorological] },
          venue: [shelter], duration: 60min, dates: \(window),
          hours: "\(hours("08:00-12:00;14:00-18:00"))", teams: { supervisors: 1 },
          participants: 8%, after: [briefing], aim-by: 2024-06-20 }

    """
  }

  private var others: String {
    """
      - { id: consultation, kind: event, name: 安全宣传咨询日, for: {}, dates: 2024-06-16,
          duration: 120min, hours: "08:00-18:00", venue: [square], priority: 1000,
          prefer: [ { hours: "08:30-11:30", weight: 3 } ] }
      - { id: saturday, kind: campaign, name: 周六不打烊, for: { kind: urban }, every: week,
          days: [sat], duration: 120min, hours: "09:00-20:00", venue: [square],
          prefer: [ { hours: "09:00-12:00", weight: 1 } ] }
      - { id: study, kind: meeting, name: 专题学习, for: {}, count: 2, apart: 7, duration: 60min,
          hours: "09:00-11:00;14:00-17:00", days: workdays, venue: [square] }
      - { id: household, kind: campaign, name: 扫楼入户, for: { kind: urban }, count: 2, apart: 5,
          duration: 180min, hours: "09:00-12:00;14:00-20:00",
          prefer: [ { hours: "16:00-20:00", weight: 1 } ] }

    """
  }

  private var window: String { "2024-06-03..2024-06-\(scarcity.lastDrillDay)" }

  private func hours(_ usual: String) -> String {
    scarcity.hasWideHours ? "07:30-19:00" : usual
  }
}
