use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub cuts: fn(&Array1<f64>, usize, f64) -> Array1<f64>,
    pub cuts_with_cooldown: fn(&Array1<f64>, usize, f64, usize) -> Array1<f64>,
}

/// A detector with each of its parts right or wrong, for the checks of this chapter.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether it waits for one loss more than the patience.
    pub tolerates: bool,
    /// What a loss is compared with.
    pub against: Against,
    /// Whether the threshold counts.
    pub has_threshold: bool,
    /// Whether the count starts anew after a cut.
    pub resets: bool,
    /// How many losses of the cooldown are counted after all.
    pub warm: usize,
}

/// What a loss is compared with.
#[derive(Clone, Copy, PartialEq)]
pub enum Against {
    /// The best so far.
    Best,
    /// The last one.
    Last,
    /// The best so far, which every lower loss becomes, also by less than the threshold.
    Creeping,
    /// The best since the last cut.
    SinceCut,
}

pub const RIGHT: Form = Form {
    tolerates: true,
    against: Against::Best,
    has_threshold: true,
    resets: true,
    warm: 0,
};

/// The number of losses heard at each cut.
pub fn detect(
    form: Form,
    losses: &Array1<f64>,
    patience: usize,
    threshold: f64,
    cooldown: usize,
) -> Array1<f64> {
    let threshold = if form.has_threshold { threshold } else { 0.0 };
    let (mut best, mut idle, mut cooling) = (f64::INFINITY, 0, 0);
    let mut cuts = Vec::new();
    for (index, &loss) in losses.iter().enumerate() {
        let is_better = loss < best * (1.0 - threshold);
        idle = if is_better { 0 } else { idle + 1 };
        if is_better
            || form.against == Against::Last
            || (form.against == Against::Creeping && loss < best)
        {
            best = loss;
        }
        if cooling > 0 {
            (cooling, idle) = (cooling - 1, 0);
        }
        if idle > patience || (!form.tolerates && idle >= patience) {
            cuts.push((index + 1) as f64);
            cooling = cooldown.saturating_sub(form.warm);
            if form.resets {
                idle = 0;
            }
            if form.against == Against::SinceCut {
                best = f64::INFINITY;
            }
        }
    }
    Array1::from(cuts)
}

/// Losses with a plateau, with a creep, and with a bounce. All are cut at least once.
pub fn examples() -> [(Array1<f64>, usize, f64); 4] {
    [
        (array![5.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0], 2, 0.0001),
        // Each is lower than the last, and none by a tenth of the best, until the sum is.
        (array![10.0, 9.5, 9.2, 8.9, 8.6, 8.3, 8.2, 8.1, 8.0, 7.9], 1, 0.1),
        // Down and up: lower than the last every other time, and never than the best.
        (array![3.0, 5.0, 4.0, 5.0, 4.0, 5.0, 4.0, 5.0, 4.0, 3.5], 3, 0.001),
        (array![2.0, 2.0, 1.0, 1.0, 1.1, 0.5, 0.5, 0.5, 0.6, 0.4], 1, 0.01),
    ]
}

/// What the cuts are without a cooldown, with one thing wrong.
macro_rules! plain {
    ($form:expr) => {
        |losses, patience, threshold| detect($form, losses, patience, threshold, 0)
    };
}
pub(crate) use plain;

/// What the cuts are with a cooldown, with one thing wrong.
macro_rules! cooled {
    ($form:expr) => {
        |losses, patience, threshold, cooldown| {
            detect($form, losses, patience, threshold, cooldown)
        }
    };
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (losses, patience, threshold) in examples() {
        let label = format!(
            "cuts(losses = {losses}, patience = {patience}, threshold = {threshold})"
        );
        seen.push(Observation::of(label, || (answer.cuts)(&losses, patience, threshold)));
    }
    for ((losses, patience, threshold), cooldown) in
        examples().into_iter().zip([3, 1, 2, 2])
    {
        let label = format!(
            "cuts_with_cooldown(losses = {losses}, patience = {patience}, \
             threshold = {threshold}, cooldown = {cooldown})"
        );
        seen.push(Observation::of(label, || {
            (answer.cuts_with_cooldown)(&losses, patience, threshold, cooldown)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Keep the best loss and a count of losses in a row that were not better.",
        "Losses 5, 4, 4, 4, 4 at patience 2: the third 4 after the first is one too many.",
        "Compare first, then let the cooldown set the count to zero, then cut.",
    ],
    mistakes: &[
        Mistake {
            name: "cut-at-the-patience",
            answer: |right| Answer {
                cuts: plain!(Form { tolerates: false, ..RIGHT }),
                ..right
            },
            diagnosis: "It cuts one loss too early: after `patience` of them and not after more.",
            hint: "Cut where the count is greater than the patience.",
        },
        Mistake {
            name: "compared-with-the-last",
            answer: |right| Answer {
                cuts: plain!(Form { against: Against::Last, ..RIGHT }),
                ..right
            },
            diagnosis: "Each loss is compared with the one before it: a loss that goes up and down is never flat.",
            hint: "Compare with the best so far.",
        },
        Mistake {
            name: "best-creeps",
            answer: |right| Answer {
                cuts: plain!(Form { against: Against::Creeping, ..RIGHT }),
                ..right
            },
            diagnosis: "The best follows every lower loss, also by less than the threshold: a slow fall never adds up.",
            hint: "Change the best only where a loss is better by the threshold.",
        },
        Mistake {
            name: "threshold-forgotten",
            answer: |right| Answer {
                cuts: plain!(Form { has_threshold: false, ..RIGHT }),
                ..right
            },
            diagnosis: "Any lower loss counts as better.",
            hint: "It has to be below best * (1 - threshold).",
        },
        Mistake {
            name: "count-goes-on",
            answer: |right| Answer {
                cuts: plain!(Form { resets: false, ..RIGHT }),
                ..right
            },
            diagnosis: "After a cut every further loss cuts again.",
            hint: "Set the count to zero with the cut.",
        },
        Mistake {
            name: "best-forgotten-at-a-cut",
            answer: |right| Answer {
                cuts: plain!(Form { against: Against::SinceCut, ..RIGHT }),
                ..right
            },
            diagnosis: "The best is forgotten with a cut, so that the next loss counts as better, whatever it is.",
            hint: "Only the count starts anew.",
        },
        Mistake {
            name: "no-cooldown",
            answer: |right| Answer {
                cuts_with_cooldown: |losses, patience, threshold, _| {
                    detect(RIGHT, losses, patience, threshold, 0)
                },
                ..right
            },
            diagnosis: "The cooldown does nothing.",
            hint: "After a cut, so many losses leave the count at zero.",
        },
        Mistake {
            name: "cooldown-one-short",
            answer: |right| Answer {
                cuts_with_cooldown: cooled!(Form { warm: 1, ..RIGHT }),
                ..right
            },
            diagnosis: "The last loss of the cooldown is counted, as in Keras.",
            hint: "With a cooldown of 2, neither of the two losses after the cut counts.",
        },
    ],
};
