//! The curve of the validation error is flat near its minimum and noisy everywhere, so the
//! place of the minimum is mostly chance. The second rule says: of all models that cannot
//! be told from the best by these data, take the simplest, which is the one with the
//! largest $\lambda$. Its threshold is set once, at the minimum; the other standard errors
//! do not enter.

/// The λ with the smallest mean error.
pub fn minimum(lambdas: &[f64], errors: &[f64]) -> f64 {
    lambdas[place_of_minimum(errors)]
}

/// The largest λ within one standard error of the smallest mean error.
pub fn one_standard_error(
    lambdas: &[f64],
    errors: &[f64],
    standard_errors: &[f64],
) -> f64 {
    let best = place_of_minimum(errors);
    let enough = errors[best] + standard_errors[best];
    let first = errors.iter().position(|&error| error <= enough);
    lambdas[first.expect("the minimum itself is within")]
}

fn place_of_minimum(errors: &[f64]) -> usize {
    let places = 0..errors.len();
    places.min_by(|&i, &j| errors[i].total_cmp(&errors[j])).expect("not empty")
}
