//! Between two neighboring probabilities nothing changes, so the probabilities are all the
//! thresholds there are; one more is needed for silence. Where $p$ is right and samples are
//! many, this and the formula agree. Where a class weight or a focal term has bent $p$, this
//! one is still right, up to luck: it was chosen on these samples, so report what it costs on
//! others.

/// The cost of all samples at a threshold; `prices` are those of a false alarm and of a miss.
pub fn cost(p: &[f64], is_fraud: &[bool], threshold: f64, prices: (f64, f64)) -> f64 {
    let (false_alarm, miss) = prices;
    let sample = |(&p, &is_fraud): (&f64, &bool)| match (p >= threshold, is_fraud) {
        (true, false) => false_alarm,
        (false, true) => miss,
        _ => 0.0,
    };
    p.iter().zip(is_fraud).map(sample).sum()
}

/// The cheapest threshold.
pub fn cheapest(p: &[f64], is_fraud: &[bool], prices: (f64, f64)) -> f64 {
    let mut candidates = p.to_vec();
    candidates.push(2.0);
    candidates.sort_by(f64::total_cmp);
    let mut best = candidates[0];
    for &candidate in &candidates {
        if cost(p, is_fraud, candidate, prices) < cost(p, is_fraud, best, prices) {
            best = candidate;
        }
    }
    best
}
