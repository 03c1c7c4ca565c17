//! Equal factors, so equal distances on the logarithmic axis of the picture; the last of $n$
//! steps has the exponent $n - 1$ over $n - 1$. The weights of the mean after $i$ losses sum
//! to $1 - \beta^i$.

use ndarray::Array1;

/// The rate of a step, with `steps` of at least 2.
pub fn rate(step: usize, steps: usize, start: f64, end: f64) -> f64 {
    start * (end / start).powf(step as f64 / (steps - 1) as f64)
}

/// The smoothed losses, as many as losses, with β in [0, 1).
pub fn smoothed(losses: &Array1<f64>, beta: f64) -> Array1<f64> {
    let (mut average, mut weight) = (0.0, 1.0);
    losses
        .iter()
        .map(|loss| {
            average = beta * average + (1.0 - beta) * loss;
            weight *= beta;
            average / (1.0 - weight)
        })
        .collect()
}

/// The number of points that are seen, as a number.
pub fn seen(smoothed: &Array1<f64>) -> f64 {
    let mut least = f64::INFINITY;
    for (index, &loss) in smoothed.iter().enumerate() {
        least = least.min(loss);
        if loss > 4.0 * least {
            return (index + 1) as f64;
        }
    }
    smoothed.len() as f64
}

/// A tenth of the rate of the least smoothed loss, the first of several.
pub fn suggestion(rates: &Array1<f64>, smoothed: &Array1<f64>) -> f64 {
    let least = (0..rates.len()).min_by(|&i, &j| smoothed[i].total_cmp(&smoothed[j]));
    rates[least.expect("at least one rate")] / 10.0
}
