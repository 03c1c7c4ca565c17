use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub best_exponent: fn(Loss) -> i32,
}

/// A loss by the exponent of the rate.
type Loss = fn(i32) -> f64;

/// Losses, with what they are called.
const LOSSES: [(&str, Loss); 7] = [
    ("least at -2", |k| f64::from((k + 2) * (k + 2))),
    ("least at 1", |k| f64::from((k - 1) * (k - 1))),
    ("least at -6", |k| f64::from((k + 6) * (k + 6))),
    ("falls to the right", |k| f64::from(10 - k)),
    ("falls to the left", |k| f64::from(10 + k)),
    ("falls to -1, NaN beyond", |k| if k > -1 { f64::NAN } else { f64::from(10 - k) }),
    ("NaN down to -3, least at -5", |k| {
        if k > -4 { f64::NAN } else { f64::from((k + 5) * (k + 5)) }
    }),
];

fn observe(answer: &Answer) -> Vec<Observation> {
    LOSSES
        .map(|(name, loss)| {
            Observation::of(format!("best_exponent({name})"), || {
                f64::from((answer.best_exponent)(loss))
            })
        })
        .into()
}

/// The best of a range; `price` says what a loss counts.
fn best_of(low: i32, high: i32, price: impl Fn(i32) -> f64) -> i32 {
    (low..=high).fold(low, |best, k| if price(k) < price(best) { k } else { best })
}

fn finite(loss: f64) -> f64 {
    if loss.is_nan() { f64::INFINITY } else { loss }
}

/// A sweep that goes on down to `lowest` and up to `highest`.
fn widened(price: impl Fn(i32) -> f64, lowest: i32, highest: i32) -> i32 {
    let (mut low, mut high) = (-3, -1);
    loop {
        let best = best_of(low, high, &price);
        if best == low && low > lowest {
            low -= 1;
        } else if best == high && high < highest {
            high += 1;
        } else {
            return best;
        }
    }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "stays-at-the-edge" },
    tolerance: 0.0,
    observe,
    hints: &[
        "What does the sweep know of the rates beyond the last that it tried?",
        "Keep both ends of the range in variables, and go on in a loop.",
        "NaN is neither smaller nor larger than anything: give it a price first.",
    ],
    mistakes: &[
        Mistake {
            name: "stays-at-the-edge",
            answer: |_| Answer { best_exponent: |loss| best_of(-3, -1, loss) },
            diagnosis: "The best of three is reported, also where it is the first or the \
                        last of them.",
            hint: "Try the next rate beyond an edge that is best.",
        },
        Mistake {
            name: "upward-only",
            answer: |_| Answer {
                best_exponent: |loss| widened(|k| finite(loss(k)), -3, 3),
            },
            diagnosis: "The range grows upward only.",
            hint: "The lowest rate can be the best, too.",
        },
        Mistake {
            name: "downward-only",
            answer: |_| Answer {
                best_exponent: |loss| widened(|k| finite(loss(k)), -8, -1),
            },
            diagnosis: "The range grows downward only.",
            hint: "The highest rate can be the best, too.",
        },
        Mistake {
            name: "one-more",
            answer: |_| Answer {
                best_exponent: |loss| widened(|k| finite(loss(k)), -4, 0),
            },
            diagnosis: "One more rate is tried, and that one can be the edge again.",
            hint: "Go on until the best is inside.",
        },
        Mistake {
            name: "nan-wins",
            answer: |_| Answer {
                best_exponent: |loss| {
                    // What is not at least as large as the best is taken for smaller.
                    widened(
                        |k| if loss(k).is_nan() { -1e9 - f64::from(k) } else { loss(k) },
                        -8,
                        3,
                    )
                },
            },
            diagnosis: "NaN is taken for the best: it is not at least as large as anything.",
            hint: "Count NaN as infinite.",
        },
        Mistake {
            name: "one-step-too-far",
            answer: |_| Answer {
                best_exponent: |loss| widened(|k| finite(loss(k)), -9, 4),
            },
            diagnosis: "The range goes beyond its limits.",
            hint: "None below −8, none above 3.",
        },
    ],
};
