//! Early stopping and its usual faults, for two exercises.

use crate::check::Mistake;
use crate::observation::Observation;

/// The losses, the patience and min_delta; the last epoch and the one that is kept.
type Stop = fn(&[f64], usize, f64) -> [usize; 2];

/// An answer that says where a run stops.
#[derive(Clone, Copy)]
pub struct Answer {
    /// The last epoch that is trained, and the one whose weights are kept.
    pub stop: Stop,
}

const LOSSES: [f64; 10] = [3.0, 2.0, 1.0, 1.5, 1.25, 0.5, 0.9375, 0.875, 0.75, 0.625];

/// A fall by less than min_delta a step, which adds up.
const SLOW: [f64; 6] = [1.0, 0.9375, 0.875, 0.8125, 0.75, 0.6875];

/// Calls on runs that stop early, late and never.
pub fn observe(answer: &Answer) -> Vec<Observation> {
    let cases: [(&[f64], usize, f64); 9] = [
        (&LOSSES, 1, 0.0),
        (&LOSSES, 2, 0.0),
        (&LOSSES, 3, 0.0),
        (&LOSSES, 4, 0.0),
        (&LOSSES, 9, 0.0),
        (&LOSSES, 3, 0.75),
        (&SLOW, 2, 0.1),
        (&SLOW, 1, 0.1),
        (&[2.0, 2.0, 2.0], 2, 0.0),
    ];
    let call = |(losses, patience, delta): (&[f64], usize, f64)| {
        let label = format!(
            "stop(losses = {losses:?}, patience = {patience}, min_delta = {delta})"
        );
        Observation::of(label, || {
            let [stop, best] = (answer.stop)(losses, patience, delta);
            [stop as f64, best as f64]
        })
    };
    cases.map(call).into()
}

#[derive(Clone, Copy)]
struct Faults {
    /// Epochs more than the patience.
    late: usize,
    resets: bool,
    compares_with_the_last: bool,
    uses_delta: bool,
    restores: bool,
}

const NONE: Faults = Faults {
    late: 0,
    resets: true,
    compares_with_the_last: false,
    uses_delta: true,
    restores: true,
};

fn run(faults: Faults, losses: &[f64], patience: usize, delta: f64) -> [usize; 2] {
    let delta = if faults.uses_delta { delta } else { 0.0 };
    let (mut best, mut idle) = (0, 0);
    let kept = |best, epoch| if faults.restores { best } else { epoch };
    for epoch in 1..losses.len() {
        let reference =
            if faults.compares_with_the_last { losses[epoch - 1] } else { losses[best] };
        if losses[epoch] < reference - delta {
            best = epoch;
            if faults.resets {
                idle = 0;
            }
        } else {
            idle += 1;
        }
        if idle == patience + faults.late {
            return [epoch, kept(best, epoch)];
        }
    }
    [losses.len() - 1, kept(best, losses.len() - 1)]
}

macro_rules! with {
    ($($fault:ident: $value:expr),+) => {
        |_| Answer {
            stop: |losses, patience, delta| {
                run(Faults { $($fault: $value,)+ ..NONE }, losses, patience, delta)
            },
        }
    };
}

pub const LATE: Mistake<Answer> = Mistake {
    name: "one-epoch-late",
    answer: with!(late: 1),
    diagnosis: "It stops one epoch later than the patience says.",
    hint: "Stop when the count reaches the patience, not when it exceeds it.",
};

pub const NEVER_RESET: Mistake<Answer> = Mistake {
    name: "count-never-reset",
    answer: with!(resets: false),
    diagnosis: "Epochs without progress are counted over the whole run, not in a row.",
    hint: "A new best sets the count to zero.",
};

pub const TO_THE_LAST: Mistake<Answer> = Mistake {
    name: "compared-with-the-last",
    answer: with!(compares_with_the_last: true),
    diagnosis: "A loss is compared with the one before it: a run that rises and falls \
                never stops, and the best epoch is not the best.",
    hint: "Compare with the best loss so far.",
};

pub const DELTA_IGNORED: Mistake<Answer> = Mistake {
    name: "min-delta-ignored",
    answer: with!(uses_delta: false),
    diagnosis: "Any progress counts, however small.",
    hint: "Better means below best - min_delta.",
};

pub const LAST_RESTORED: Mistake<Answer> = Mistake {
    name: "last-kept",
    answer: with!(restores: false),
    diagnosis: "The weights of the last epoch are kept: those after all the epochs without \
                progress.",
    hint: "Return the epoch of the best loss.",
};

pub const TOTAL: Mistake<Answer> = Mistake {
    name: "least-of-all",
    answer: |_| Answer {
        stop: |losses, patience, delta| {
            let [stop, _] = run(NONE, losses, patience, delta);
            let least = (0..losses.len()).fold(0, |best, epoch| {
                if losses[epoch] < losses[best] { epoch } else { best }
            });
            [stop, least]
        },
    },
    diagnosis: "The epoch that is kept is the least of the whole run, which early stopping \
                has not seen.",
    hint: "Only epochs up to the stop count, and only progress by more than min_delta.",
};
