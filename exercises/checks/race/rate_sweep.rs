use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub expected_steps: fn(&[Option<usize>], usize) -> f64,
    pub best: fn(&[f64]) -> usize,
    pub working: fn(&[f64]) -> (usize, usize),
}

/// Infinity is no number to compare with a tolerance: a large one stands for it.
fn seen(price: f64) -> f64 {
    if price == f64::INFINITY { 1e12 } else { price }
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen_so_far = Vec::new();
    let runs: [&[Option<usize>]; 4] = [
        &[Some(40), Some(60), Some(80)],
        &[Some(40), None, None, Some(10)],
        &[Some(7), None, None],
        &[None, None],
    ];
    for runs in runs {
        let label = format!("expected_steps({runs:?}, 200)");
        seen_so_far
            .push(Observation::of(label, || seen((answer.expected_steps)(runs, 200))));
    }
    let infinite = f64::INFINITY;
    let prices: [&[f64]; 3] = [
        &[900.0, 300.0, 95.0, 60.0, 110.0, infinite],
        &[70.0, 300.0, 100.0, 50.0, 90.0, 400.0, 80.0],
        &[infinite, infinite, 30.0],
    ];
    for prices in prices {
        let label = format!("best({prices:?})");
        seen_so_far.push(Observation::of(label, || (answer.best)(prices) as f64));
        let label = format!("working({prices:?})");
        seen_so_far.push(Observation::of(label, || {
            let (low, high) = (answer.working)(prices);
            [low as f64, high as f64]
        }));
    }
    seen_so_far
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`runs.iter().flatten()` goes over the successes only; `unwrap_or(limit)` gives a \
         failure its price.",
        "Start both ends of the range at the best rate, and move each outward while the next \
         price is at most twice the best.",
    ],
    mistakes: &[
        Mistake {
            name: "failures-are-free",
            answer: |right| Answer {
                expected_steps: |runs, _| {
                    let steps: usize = runs.iter().flatten().sum();
                    let successes = runs.iter().flatten().count();
                    if successes == 0 {
                        f64::INFINITY
                    } else {
                        steps as f64 / successes as f64
                    }
                },
                ..right
            },
            diagnosis: "Only the successes are counted, as if a failure cost nothing.",
            hint: "A run that has not arrived has used up the limit.",
        },
        Mistake {
            name: "mean-over-all-runs",
            answer: |right| Answer {
                expected_steps: |runs, limit| {
                    let steps: usize = runs.iter().map(|run| run.unwrap_or(limit)).sum();
                    steps as f64 / runs.len() as f64
                },
                ..right
            },
            diagnosis: "The steps are divided by the runs, not by the successes: where all fail, \
                        the price would be the limit.",
            hint: "A price of a success needs a success.",
        },
        Mistake {
            name: "most-expensive",
            answer: |right| Answer {
                best: |prices| {
                    let finite =
                        prices.iter().map(|p| if p.is_finite() { *p } else { 0.0 });
                    let mut best = (0, 0.0);
                    for (index, price) in finite.enumerate() {
                        if price > best.1 {
                            best = (index, price);
                        }
                    }
                    best.0
                },
                ..right
            },
            diagnosis: "This is the most expensive rate that arrives.",
            hint: "Fewer steps are better.",
        },
        Mistake {
            name: "range-with-gaps",
            answer: |right| Answer {
                working: |prices| {
                    let least = prices.iter().copied().fold(f64::INFINITY, f64::min);
                    let works = |price: &f64| *price <= 2.0 * least;
                    let low = prices.iter().position(works).unwrap_or(0);
                    let high = prices.iter().rposition(works).unwrap_or(0);
                    (low, high)
                },
                ..right
            },
            diagnosis: "The range jumps over rates that are too expensive.",
            hint: "Walk outward from the best and stop at the first rate that fails.",
        },
        Mistake {
            name: "range-excludes-twice",
            answer: |right| Answer {
                working: |prices| around(prices, |price, least| price < 2.0 * least),
                ..right
            },
            diagnosis: "A price of exactly twice the best is left out.",
            hint: "At most twice includes twice.",
        },
        Mistake {
            name: "range-one-too-wide",
            answer: |right| Answer {
                working: |prices| {
                    let (low, high) = around(prices, |price, least| price <= 2.0 * least);
                    (low.saturating_sub(1), (high + 1).min(prices.len() - 1))
                },
                ..right
            },
            diagnosis: "The first rates that do not work are in the range.",
            hint: "Look at the next rate before you move the end there.",
        },
    ],
};

/// The range around the least price in which a condition holds.
fn around(prices: &[f64], works: fn(f64, f64) -> bool) -> (usize, usize) {
    let least = prices.iter().copied().fold(f64::INFINITY, f64::min);
    let best = prices.iter().position(|price| *price == least).unwrap_or(0);
    let (mut low, mut high) = (best, best);
    while low > 0 && works(prices[low - 1], least) {
        low -= 1;
    }
    while high + 1 < prices.len() && works(prices[high + 1], least) {
        high += 1;
    }
    (low, high)
}
