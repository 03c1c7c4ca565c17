//! One number is enough for the check: where the groups so far end. The factor multiplies the
//! rate, and the rate multiplies the decay, so a frozen group ($f = 0$) does not decay either. A
//! range that no group has would keep its parameters as they are, in silence: that is what the
//! check is for.

use ndarray::Array1;
use std::ops::Range;

/// Name, range, rate factor and decay.
type Group = (&'static str, Range<usize>, f64, f64);

/// What is wrong with the groups of so many parameters.
pub fn fault(groups: &[Group], parameters: usize) -> &'static str {
    let mut end = 0;
    for (name, range, _, _) in groups {
        if range.start != end {
            return name;
        }
        end = range.end;
    }
    if end == parameters { "none" } else { "rest" }
}

/// θ after one step at this rate.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    groups: &[Group],
    rate: f64,
) -> Array1<f64> {
    let mut after = theta.clone();
    for (_, range, factor, decay) in groups {
        let own = rate * factor;
        for index in range.clone() {
            after[index] = (1.0 - own * decay) * theta[index] - own * gradient[index];
        }
    }
    after
}
