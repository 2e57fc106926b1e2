// An input may take a second of the processor's time, however busy the machine is with other things.

import Foundation
import Synchronization

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

private func allow(seconds: Int) {
  var limit = itimerval()
  limit.it_value.tv_sec = seconds
  setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
}

private let slowest = Mutex(0.0)

private let isWatching: Bool = {
  // libFuzzer keeps the input of whatever aborts.
  signal(SIGPROF) { _ in abort() }
  atexit { print("slowest input: \(slowest.withLock(\.self)) s of the processor") }
  return true
}()

/// Ends the process, as a crash would, if the body takes over a second.
func watched(_ body: () -> Void) {
  precondition(isWatching)
  let begin = processorSeconds()
  allow(seconds: 1)
  body()
  allow(seconds: 0)
  let taken = processorSeconds() - begin
  slowest.withLock { $0 = max($0, taken) }
}
