import Record

/// Ours, where GRDB's class of that name is in sight too.
typealias PlanRecord = Record
