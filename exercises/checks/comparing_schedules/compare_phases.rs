use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

type Phase = (&'static str, usize, f64, f64);

#[derive(Clone, Copy)]
pub struct Answer {
    pub phase: fn(&[Phase], usize) -> &'static str,
    pub rate: fn(&[Phase], usize) -> f64,
}

const PLAN: [Phase; 4] = [
    ("warm-up", 4, 0.0, 0.8),
    ("stable", 3, 0.8, 0.8),
    ("pause", 0, 7.0, 9.0),
    ("decay", 5, 0.6, 0.1),
];

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for step in [0, 3, 4, 6, 7, 11, 12, 100] {
        seen.push(Observation::of(format!("phase(the plan, step {step})"), || {
            Seen::Word((answer.phase)(&PLAN, step).to_string())
        }));
    }
    seen.push(Observation::of("rate(the plan, steps 0 to 14)", || -> Array1<f64> {
        (0..15).map(|step| (answer.rate)(&PLAN, step)).collect()
    }));
    seen.push(Observation::of("rate(decay alone, steps 0 to 7)", || -> Array1<f64> {
        (0..8).map(|step| (answer.rate)(&PLAN[3..], step)).collect()
    }));
    seen
}

/// The phase and the step within it, where a phase of s steps has `more` of them more.
fn place(phases: &[Phase], step: usize, more: usize) -> Option<(usize, usize)> {
    let mut within = step;
    for (index, &(_, steps, ..)) in phases.iter().enumerate() {
        let steps = if steps > 0 { steps + more } else { 0 };
        if within < steps {
            return Some((index, within));
        }
        within -= steps;
    }
    None
}

fn line(phases: &[Phase], step: usize, share: fn(usize, usize, usize) -> f64) -> f64 {
    match place(phases, step, 0) {
        Some((index, within)) => {
            let (_, steps, from, to) = phases[index];
            from + (to - from) * share(within, steps, step)
        }
        None => phases[phases.len() - 1].3,
    }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write one function that gives the index of the phase and the step within it, and use \
         it for both.",
        "Compare before you divide: a phase of 0 steps must not be asked for its share.",
    ],
    mistakes: &[
        Mistake {
            name: "phase-one-step-late",
            answer: |right| Answer {
                phase: |phases, step| {
                    place(phases, step, 1).map_or("done", |(index, _)| phases[index].0)
                },
                ..right
            },
            diagnosis: "A phase of s steps is entered s + 1 times.",
            hint: "Its steps are 0 to s - 1.",
        },
        Mistake {
            name: "phase-never-done",
            answer: |right| Answer {
                phase: |phases, step| {
                    let last = phases.len() - 1;
                    place(phases, step, 0)
                        .map_or(phases[last].0, |(index, _)| phases[index].0)
                },
                ..right
            },
            diagnosis: "After the last phase the run is still said to be in it.",
            hint: "Then the answer is done.",
        },
        Mistake {
            name: "rate-on-the-clock-of-the-run",
            answer: |right| Answer {
                rate: |phases, step| {
                    line(phases, step, |_, steps, step| step as f64 / steps as f64)
                },
                ..right
            },
            diagnosis: "The share of a phase is taken of the step of the run, not of the step \
                        within the phase.",
            hint: "Take off the steps of the phases before.",
        },
        Mistake {
            name: "rate-arrives-at-the-last-step",
            answer: |right| Answer {
                rate: |phases, step| {
                    line(phases, step, |within, steps, _| {
                        within as f64 / (steps as f64 - 1.0)
                    })
                },
                ..right
            },
            diagnosis: "b is reached at the last step of the phase: the share is t / (s - 1).",
            hint: "In this plan b belongs to the step after the last.",
        },
        Mistake {
            name: "rate-one-step-ahead",
            answer: |right| Answer {
                rate: |phases, step| {
                    line(phases, step, |within, steps, _| {
                        (within as f64 + 1.0) / steps as f64
                    })
                },
                ..right
            },
            diagnosis: "The first step of a phase is already one step on its way.",
            hint: "At t = 0 the rate is a.",
        },
        Mistake {
            name: "rate-zero-when-done",
            answer: |right| Answer {
                rate: |phases, step| match place(phases, step, 0) {
                    Some(_) => line(phases, step, |within, steps, _| {
                        within as f64 / steps as f64
                    }),
                    None => 0.0,
                },
                ..right
            },
            diagnosis: "After the last phase the rate is 0.",
            hint: "Its b stays.",
        },
    ],
};
