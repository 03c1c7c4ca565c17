use crate::check::{Check, Kind, Mistake};
use crate::observation::{Observation, Seen};

/// A test of convergence: the history, the patience and min_delta.
type Test = fn(&[f64], usize, f64) -> bool;

#[derive(Clone, Copy)]
pub struct Answer {
    pub has_converged: Test,
}

/// Histories with a patience and a min_delta, no two of a kind.
const CASES: [(&[f64], usize, f64); 11] = [
    (&[3.0, 2.0, 1.0], 2, 0.125),
    (&[3.0, 1.0, 1.0, 1.0], 2, 0.125),
    (&[3.0, 1.0, 2.0, 9.0], 2, 0.125),
    // Better than the loss before the window, not than the best.
    (&[1.0, 5.0, 4.0, 3.0], 2, 0.125),
    // Too early, by one and by all.
    (&[1.0, 1.0], 2, 0.125),
    (&[], 2, 0.125),
    // Progress at the first of three, and at the last.
    (&[2.0, 1.0, 2.0, 2.0], 3, 0.125),
    (&[2.0, 2.0, 2.0, 1.0], 3, 0.125),
    // By exactly min_delta: not more.
    (&[1.0, 0.875, 0.875], 2, 0.125),
    // By less, and by more.
    (&[1.0, 0.9375, 0.9375], 2, 0.125),
    (&[1.0, 0.9375, 0.8125], 2, 0.125),
];

fn observe(answer: &Answer) -> Vec<Observation> {
    let call = |(history, patience, delta): (&'static [f64], usize, f64)| {
        let label = format!(
            "has_converged(history = {history:?}, patience = {patience}, min_delta = {delta})"
        );
        Observation::of(label, || {
            Seen::Word((answer.has_converged)(history, patience, delta).to_string())
        })
    };
    CASES.map(call).into()
}

fn best(losses: &[f64]) -> f64 {
    losses.iter().copied().fold(f64::INFINITY, f64::min)
}

/// The window and what is before it; nothing while there is no loss before it.
fn window(history: &[f64], patience: usize) -> Option<(&[f64], &[f64])> {
    (history.len() > patience).then(|| history.split_at(history.len() - patience))
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: 0.0,
    observe,
    hints: &[
        "`split_at` divides the history into what was before and the last `patience` losses.",
        "The best of the earlier ones is a fold with `f64::min`. When is there none?",
        "Converged means that *no* loss of the window is below best − min_delta.",
    ],
    mistakes: &[
        Mistake {
            name: "last-before-the-window",
            answer: |_| Answer {
                has_converged: |history, patience, delta| {
                    window(history, patience).is_some_and(|(earlier, last)| {
                        best(last) >= earlier[earlier.len() - 1] - delta
                    })
                },
            },
            diagnosis: "The window is compared with the loss just before it, not with the \
                        best before it.",
            hint: "After 1, 5, 4, 3 nothing has been better than the 1.",
        },
        Mistake {
            name: "one-idle-is-enough",
            answer: |_| Answer {
                has_converged: |history, patience, delta| {
                    window(history, patience).is_some_and(|(earlier, last)| {
                        last.iter().any(|&loss| loss >= best(earlier) - delta)
                    })
                },
            },
            diagnosis: "One loss without progress is enough here; it takes all of them.",
            hint: "Not any loss below the threshold, rather than any loss not below it.",
        },
        Mistake {
            name: "only-the-last",
            answer: |_| Answer {
                has_converged: |history, patience, delta| {
                    window(history, patience).is_some_and(|(earlier, last)| {
                        last[last.len() - 1] >= best(earlier) - delta
                    })
                },
            },
            diagnosis: "Only the last loss is looked at.",
            hint: "Progress anywhere in the window is progress.",
        },
        Mistake {
            name: "too-early",
            answer: |_| Answer {
                has_converged: |history, patience, delta| {
                    let start = history.len().saturating_sub(patience);
                    if history.is_empty() {
                        return false;
                    }
                    let before =
                        if start == 0 { history[0] } else { best(&history[..start]) };
                    best(&history[start..]) >= before - delta
                },
            },
            diagnosis: "Where there is no loss before the window, this decides already.",
            hint: "With `history.len() <= patience` the answer is false.",
        },
        Mistake {
            name: "at-least-min-delta",
            answer: |_| Answer {
                has_converged: |history, patience, delta| {
                    window(history, patience)
                        .is_some_and(|(earlier, last)| best(last) > best(earlier) - delta)
                },
            },
            diagnosis: "A loss lower by exactly min_delta counts as progress here.",
            hint: "More than min_delta: loss < best - min_delta.",
        },
        Mistake {
            name: "min-delta-ignored",
            answer: |_| Answer {
                has_converged: |history, patience, _| {
                    window(history, patience)
                        .is_some_and(|(earlier, last)| best(last) >= best(earlier))
                },
            },
            diagnosis: "Any progress counts, however small.",
            hint: "Subtract min_delta from the best.",
        },
    ],
};
