import ArgumentParser
import Office

/// Whether the draft is asked for in place of the published plan.
struct DraftOptions: ParsableArguments {
  @Flag(name: .customLong("draft"), help: .init(Phrases.help.ofDraft)) var isDraft = false

  var choice: PlanChoice { isDraft ? .draft : .published }
}
