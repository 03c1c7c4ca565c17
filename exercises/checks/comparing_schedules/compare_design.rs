use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize) -> f64,
}

const STEPS: usize = 1000;

/// Each demand as a part of its own: met or not, whatever the schedule.
fn observe(answer: &Answer) -> Vec<Observation> {
    let rate = answer.rate;
    let rates = move || -> Vec<f64> { (0..STEPS).map(rate).collect() };
    let demand = |label: &str, met: &dyn Fn(&[f64]) -> bool| {
        Observation::of(label, || {
            let rates = rates();
            let is_sound = rates.iter().all(|rate| rate.is_finite());
            let word = if is_sound && met(&rates) { "met" } else { "not met" };
            Seen::Word(word.to_string())
        })
    };
    // Rates that are meant to be equal may differ by a rounding.
    let close = 1e-9;
    vec![
        demand("first(above 0, at most 0.05)", &|rates| {
            rates[0] > 0.0 && rates[0] <= 0.05 + close
        }),
        demand("peak(0.5, reached by step 100)", &|rates| {
            let peak = rates.iter().copied().fold(0.0, f64::max);
            let early = rates[..=100].iter().copied().fold(0.0, f64::max);
            (peak - 0.5).abs() <= 1e-6 && (early - 0.5).abs() <= 1e-6
        }),
        demand("stable(no fall before step 700)", &|rates| {
            rates[..700].windows(2).all(|pair| pair[1] >= pair[0] - close)
        }),
        demand("last(0 to 0.005)", &|rates| {
            rates[STEPS - 1] >= 0.0 && rates[STEPS - 1] <= 0.005 + close
        }),
        demand("smooth(no change by more than 0.02)", &|rates| {
            rates.windows(2).all(|pair| (pair[1] - pair[0]).abs() <= 0.02 + close)
        }),
        demand("beyond(at most the last rate)", &|rates| {
            let later = [STEPS, STEPS + 1, 2 * STEPS, 100 * STEPS];
            let last = rates[STEPS - 1] + close;
            later.into_iter().all(|step| (0.0..=last).contains(&rate(step)))
        }),
    ]
}

/// Straight pieces between corners (step, rate), and the last rate beyond them. Of two
/// corners at one step the second counts from there on.
fn through(step: usize, corners: &[(f64, f64)]) -> f64 {
    let step = step as f64;
    let next = corners.iter().position(|corner| corner.0 > step);
    let Some(next) = next else {
        return corners[corners.len() - 1].1;
    };
    let (from, to) = (corners[next - 1], corners[next]);
    from.1 + (to.1 - from.1) * (step - from.0) / (to.0 - from.0)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Design,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Which of the chapter's schedules does not fall for most of the run?",
        "Write down four pieces, with the step at which each begins.",
        "Beyond the end, count on nothing: a line goes on below zero.",
    ],
    mistakes: &[
        Mistake {
            name: "first-update-wasted",
            answer: |_| Answer {
                rate: |step| {
                    through(step, &[(0.0, 0.0), (50.0, 0.5), (700.0, 0.5), (1000.0, 0.0)])
                },
            },
            diagnosis: "The first rate is 0, or above 0.05. A rise of t / W begins at nothing.",
            hint: "Begin one step up: (t + 1) / W.",
        },
        Mistake {
            name: "peak-missed",
            answer: |_| Answer {
                rate: |step| {
                    through(
                        step,
                        &[(-1.0, 0.0), (199.0, 0.5), (700.0, 0.5), (1000.0, 0.0)],
                    )
                },
            },
            diagnosis: "The peak of 0.5 is not reached by step 100, or not met.",
            hint: "Make the rise shorter, and let it end at 0.5.",
        },
        Mistake {
            name: "falls-early",
            answer: |_| Answer {
                rate: |step| {
                    through(step, &[(-1.0, 0.0), (49.0, 0.5), (50.0, 0.5), (1000.0, 0.0)])
                },
            },
            diagnosis: "The rate falls before step 700.",
            hint: "A straight fall or a cosine behind the warm-up will not do: hold the peak first.",
        },
        Mistake {
            name: "ends-high",
            answer: |_| Answer {
                rate: |step| {
                    through(
                        step,
                        &[(-1.0, 0.0), (49.0, 0.5), (700.0, 0.5), (1000.0, 0.1)],
                    )
                },
            },
            diagnosis: "The last rate is not between 0 and 0.005.",
            hint: "Let the fall reach 0 at step 1000.",
        },
        Mistake {
            name: "jumps",
            answer: |_| Answer {
                rate: |step| {
                    through(
                        step,
                        &[
                            (-1.0, 0.0),
                            (49.0, 0.5),
                            (700.0, 0.5),
                            (700.0, 0.05),
                            (1000.0, 0.0),
                        ],
                    )
                },
            },
            diagnosis: "Somewhere a step changes the rate by more than 0.02.",
            hint: "Look at the joins: each piece begins where the last one ends.",
        },
        Mistake {
            name: "wakes-up-beyond-the-end",
            answer: |_| Answer {
                rate: |step| {
                    through(
                        step % 1000,
                        &[(-1.0, 0.0), (49.0, 0.5), (700.0, 0.5), (1000.0, 0.0)],
                    )
                },
            },
            diagnosis: "Beyond step 999 the rate rises again, or is negative.",
            hint: "Give the steps from 1000 on a piece of their own.",
        },
    ],
};
