use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// Probabilities, which of them are frauds, the threshold, and both prices.
type Cost = fn(&[f64], &[bool], f64, (f64, f64)) -> f64;

/// The same without the threshold, which is the answer.
type Cheapest = fn(&[f64], &[bool], (f64, f64)) -> f64;

#[derive(Clone, Copy)]
pub struct Answer {
    pub cost: Cost,
    pub cheapest: Cheapest,
}

const P: [f64; 6] = [0.3, 0.05, 0.9, 0.4, 0.4, 0.7];
const IS_FRAUD: [bool; 6] = [false, false, true, true, false, false];

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen: Vec<Observation> = [0.05, 0.4, 0.5, 2.0]
        .map(|t| {
            let label = format!("cost(p = {P:?}, {IS_FRAUD:?}, {t}, (1, 3))");
            Observation::of(label, || (answer.cost)(&P, &IS_FRAUD, t, (1.0, 3.0)))
        })
        .into();
    for prices in [(1.0, 3.0), (3.0, 1.0), (5.0, 1.0), (1.0, 100.0)] {
        let label = format!("cheapest(p = {P:?}, {IS_FRAUD:?}, {prices:?})");
        seen.push(Observation::of(label, || (answer.cheapest)(&P, &IS_FRAUD, prices)));
    }
    // No fraud: silence is cheapest.
    let honest = [false; 2];
    seen.push(Observation::of("cheapest(p = [0.2, 0.6], no fraud, (1, 3))", || {
        (answer.cheapest)(&[0.2, 0.6], &honest, (1.0, 3.0))
    }));
    // A tie: at 0.2 a false alarm, at 0.8 a miss.
    for (p, tie) in [([0.2, 0.8, 0.5], "a tie"), ([0.8, 0.2, 0.5], "the same tie")] {
        seen.push(Observation::of(format!("cheapest(p = {p:?}, {tie}, (1, 1))"), || {
            (answer.cheapest)(&p, &[true, true, false], (1.0, 1.0))
        }));
    }
    seen
}

fn cost_with(
    p: &[f64],
    is_fraud: &[bool],
    is_alarm: impl Fn(f64) -> bool,
    (false_alarm, miss): (f64, f64),
) -> f64 {
    let samples = p.iter().zip(is_fraud);
    samples
        .map(|(&p, &is_fraud)| match (is_alarm(p), is_fraud) {
            (true, false) => false_alarm,
            (false, true) => miss,
            _ => 0.0,
        })
        .sum()
}

/// The candidate of the least cost; the last of equals where `last` says so.
fn least(
    candidates: Vec<f64>,
    last: bool,
    p: &[f64],
    is_fraud: &[bool],
    prices: (f64, f64),
) -> f64 {
    let mut candidates = candidates;
    candidates.sort_by(f64::total_cmp);
    let cost = |t: f64| cost_with(p, is_fraud, |p| p >= t, prices);
    let mut best = candidates[0];
    for &candidate in &candidates {
        let (here, there) = (cost(candidate), cost(best));
        if here < there || (last && here == there) {
            best = candidate;
        }
    }
    best
}

fn with_silence(p: &[f64]) -> Vec<f64> {
    [p, &[2.0]].concat()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Four cases: alarm or none, fraud or none. Two of them cost something.",
        "Sort the candidates from low to high and keep the first that is cheaper than all \
         before.",
        "What if no threshold among the probabilities is as cheap as silence?",
    ],
    mistakes: &[
        Mistake {
            name: "strictly-above",
            answer: |right| Answer {
                cost: |p, is_fraud, t, prices| cost_with(p, is_fraud, |p| p > t, prices),
                ..right
            },
            diagnosis: "A probability that equals the threshold raises no alarm.",
            hint: "p ≥ t.",
        },
        Mistake {
            name: "prices-swapped",
            answer: |right| Answer {
                cost: |p, is_fraud, t, (a, b)| cost_with(p, is_fraud, |p| p >= t, (b, a)),
                ..right
            },
            diagnosis: "A false alarm costs the price of a miss, and the other way around.",
            hint: "The first price is that of a false alarm.",
        },
        Mistake {
            name: "mean-cost",
            answer: |right| Answer {
                cost: |p, is_fraud, t, prices| {
                    cost_with(p, is_fraud, |p| p >= t, prices) / p.len() as f64
                },
                ..right
            },
            diagnosis: "That is the cost of a sample.",
            hint: "All samples together: a sum.",
        },
        Mistake {
            name: "formula",
            answer: |right| Answer {
                cheapest: |_, _, (false_alarm, miss)| false_alarm / (false_alarm + miss),
                ..right
            },
            diagnosis: "That is the threshold for probabilities that are right. These were \
                        to be counted.",
            hint: "Try every candidate.",
        },
        Mistake {
            name: "no-silence",
            answer: |right| Answer {
                cheapest: |p, is_fraud, prices| {
                    least(p.to_vec(), false, p, is_fraud, prices)
                },
                ..right
            },
            diagnosis: "Silence is missing: the largest probability still raises an alarm.",
            hint: "Add 2 to the candidates.",
        },
        Mistake {
            name: "highest-of-equals",
            answer: |right| Answer {
                cheapest: |p, is_fraud, prices| {
                    least(with_silence(p), true, p, is_fraud, prices)
                },
                ..right
            },
            diagnosis: "Of thresholds that cost the same, this is the highest.",
            hint: "Replace the best only by one that is cheaper.",
        },
        Mistake {
            name: "first-of-the-list",
            answer: |right| Answer {
                cheapest: |p, is_fraud, prices| {
                    let cost = |t: f64| cost_with(p, is_fraud, |p| p >= t, prices);
                    let mut best = p[0];
                    for candidate in with_silence(p) {
                        if cost(candidate) < cost(best) {
                            best = candidate;
                        }
                    }
                    best
                },
                ..right
            },
            diagnosis: "Of thresholds that cost the same, this is the first in the order of \
                        the samples.",
            hint: "Sort the candidates.",
        },
    ],
};
