internal import Drills

/// A number of the record, within what anybody counts.
///
/// Muster 1.0 took any; sums of such numbers would not fit.
func bounded(_ number: Int) -> Int { min(max(number, -Count.most), Count.most) }
