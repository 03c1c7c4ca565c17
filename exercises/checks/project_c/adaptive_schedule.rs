use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type Rates = fn(&[f64], &[f64], [f64; 3], [usize; 4]) -> Vec<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: Rates,
}

/// A loss that falls, rests, falls once more and rests, and cosines that agree at first.
fn record() -> (Vec<f64>, Vec<f64>) {
    let losses = vec![
        9.0, 8.0, 7.0, 6.0, 5.0, 5.0, 5.5, 5.2, 5.1, 5.0, 5.3, 4.0, 4.5, 4.2, 4.4, 4.1,
        4.3, 4.0, 4.6, 4.2, 4.1, 4.4, 4.2, 4.3,
    ];
    let cosines = vec![
        0.9, 0.8, 0.7, 0.6, 0.4, 0.3, 0.2, 0.15, -0.3, -0.4, -0.2, 0.55, -0.1, -0.2,
        -0.3, 0.0, -0.5, 0.2, -0.4, -0.1, 0.35, -0.6, -0.2, -0.1,
    ];
    (losses, cosines)
}

/// What is asked: a name, the losses, and the settings in numbers and in counts.
type Case<'a> = (&'a str, &'a [f64], [f64; 3], [usize; 4]);

fn observe(answer: &Answer) -> Vec<Observation> {
    let (losses, cosines) = record();
    let rising: Vec<f64> = losses.iter().rev().copied().collect();
    let cases: [Case; 4] = [
        (
            "the record, no warm-up and no final fall",
            &losses,
            [1.0, 0.5, 0.0],
            [0, 2, 3, 0],
        ),
        ("the record, three strategies", &losses, [0.8, 0.5, 0.3], [4, 2, 3, 6]),
        (
            "the record, patience 1, a cut to a tenth",
            &losses,
            [1.0, 0.1, 0.05],
            [2, 1, 2, 4],
        ),
        ("a rising loss, a long warm-up", &rising, [1.0, 0.5, 0.0], [8, 3, 4, 5]),
    ];
    cases
        .map(|(what, losses, plan, counts)| {
            let label = format!("rates({what}: plan {plan:?}, counts {counts:?})");
            Observation::of(label, || {
                Array1::from((answer.rates)(losses, &cosines, plan, counts))
            })
        })
        .into()
}

/// The schedule with one thing wrong.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Or,
    Deaf,
    Peeks,
    StaysIdle,
    NoFloor,
    FallsFromPeak,
    WarmupFromZero,
    ComparesWithLast,
    CountsWarmup,
    CutsInTheFall,
    PatienceReached,
}

fn with(
    fault: Fault,
    losses: &[f64],
    cosines: &[f64],
    [peak, factor, least]: [f64; 3],
    [warmup, patience, window, finish]: [usize; 4],
) -> Vec<f64> {
    let total = losses.len();
    let (mut current, mut best, mut idle) = (peak, f64::INFINITY, 0);
    let mut rates = Vec::new();
    for t in 0..total {
        let known = if fault == Fault::Peeks { t + 1 } else { t };
        if let Some(before) = known.checked_sub(1) {
            if losses[before] < best {
                best = losses[before];
                idle = 0;
            } else if before >= warmup || fault == Fault::CountsWarmup {
                idle += 1;
            }
            if fault == Fault::ComparesWithLast {
                best = losses[before];
            }
        }
        let falling = t >= total - finish;
        let enough =
            if fault == Fault::PatienceReached { patience } else { patience + 1 };
        let plateau = idle >= enough;
        let noise =
            known >= window && cosines[known - window..known].iter().sum::<f64>() <= 0.0;
        let cut = match fault {
            Fault::Or => plateau || noise,
            Fault::Deaf => plateau,
            _ => plateau && noise,
        };
        if t >= warmup && (!falling || fault == Fault::CutsInTheFall) && cut {
            let bound = if fault == Fault::NoFloor { 0.0 } else { least };
            current = (current * factor).max(bound);
            if fault != Fault::StaysIdle {
                idle = 0;
            }
        }
        rates.push(if t < warmup {
            let begun = if fault == Fault::WarmupFromZero { t } else { t + 1 };
            peak * begun as f64 / warmup as f64
        } else if falling {
            let from = if fault == Fault::FallsFromPeak { peak } else { current };
            from * (total - t) as f64 / finish as f64
        } else {
            current
        });
    }
    rates
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "One loop over the steps: take in what the step before has left, decide on a cut, give \
         the rate.",
        "Three things are remembered: the current rate, the best loss, and how many losses in a \
         row were no lower.",
        "Begin with both counts of warm-up and final fall at zero, and get the first case right.",
    ],
    mistakes: &[
        Mistake {
            name: "either-is-enough",
            answer: |_| Answer { rates: |l, c, p, n| with(Fault::Or, l, c, p, n) },
            diagnosis: "The rate is cut when one of the two holds.",
            hint: "It takes both.",
        },
        Mistake {
            name: "does-not-look-at-gradients",
            answer: |_| Answer { rates: |l, c, p, n| with(Fault::Deaf, l, c, p, n) },
            diagnosis: "The cosines are not used: this is a plain plateau detector.",
            hint: "While gradients agree there is no cut.",
        },
        Mistake {
            name: "sees-the-future",
            answer: |_| Answer { rates: |l, c, p, n| with(Fault::Peeks, l, c, p, n) },
            diagnosis: "The rate of a step uses the loss or the cosine of this step, which is not \
                        known yet.",
            hint: "At step t only entries before t may be used.",
        },
        Mistake {
            name: "idle-not-reset",
            answer: |_| Answer { rates: |l, c, p, n| with(Fault::StaysIdle, l, c, p, n) },
            diagnosis: "After a cut the patience is still used up, so that cut follows cut.",
            hint: "The count starts again.",
        },
        Mistake {
            name: "no-lower-bound",
            answer: |_| Answer { rates: |l, c, p, n| with(Fault::NoFloor, l, c, p, n) },
            diagnosis: "A cut goes below the least rate.",
            hint: "Take the larger of the two.",
        },
        Mistake {
            name: "falls-from-the-peak",
            answer: |_| Answer {
                rates: |l, c, p, n| with(Fault::FallsFromPeak, l, c, p, n),
            },
            diagnosis: "The final fall begins at the peak, not at the current rate.",
            hint: "What the cuts have learned is not thrown away.",
        },
        Mistake {
            name: "first-step-wasted",
            answer: |_| Answer {
                rates: |l, c, p, n| with(Fault::WarmupFromZero, l, c, p, n),
            },
            diagnosis: "The warm-up begins at 0.",
            hint: "(t + 1) / warmup.",
        },
        Mistake {
            name: "compares-with-the-last",
            answer: |_| Answer {
                rates: |l, c, p, n| with(Fault::ComparesWithLast, l, c, p, n),
            },
            diagnosis: "Each loss is compared with the one before it, not with the best so far.",
            hint: "A loss that goes up and down again is no progress.",
        },
        Mistake {
            name: "counts-the-warm-up",
            answer: |_| Answer {
                rates: |l, c, p, n| with(Fault::CountsWarmup, l, c, p, n),
            },
            diagnosis: "Losses of the warm-up use up the patience.",
            hint: "The count begins with losses[warmup].",
        },
        Mistake {
            name: "cuts-in-the-fall",
            answer: |_| Answer {
                rates: |l, c, p, n| with(Fault::CutsInTheFall, l, c, p, n),
            },
            diagnosis: "There are still cuts during the final fall.",
            hint: "No more decisions in the last steps.",
        },
        Mistake {
            name: "patience-one-too-short",
            answer: |_| Answer {
                rates: |l, c, p, n| with(Fault::PatienceReached, l, c, p, n),
            },
            diagnosis: "The cut comes one loss too early: at patience, not beyond it.",
            hint: "More than patience losses.",
        },
    ],
};
