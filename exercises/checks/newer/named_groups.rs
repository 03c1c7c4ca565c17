use ndarray::{Array1, array};
use std::ops::Range;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

type Group = (&'static str, Range<usize>, f64, f64);
type Step = fn(&Array1<f64>, &Array1<f64>, &[Group], f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub fault: fn(&[Group], usize) -> &'static str,
    pub step: Step,
}

fn ranges(ranges: &[Range<usize>]) -> Vec<Group> {
    let names = ["backbone", "neck", "head"];
    names
        .into_iter()
        .zip(ranges)
        .map(|(name, range)| (name, range.clone(), 1.0, 0.0))
        .collect()
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let faults = [
        (vec![0..2, 2..5, 5..6], 6),
        (vec![0..2, 3..5, 5..6], 6),
        (vec![0..2, 2..5, 4..6], 6),
        (vec![1..2, 2..5, 5..6], 6),
        (vec![0..2, 2..5], 6),
        (vec![0..2, 2..5, 5..7], 6),
    ]
    .map(|(of, parameters)| {
        let label = format!("fault(ranges = {of:?}, parameters = {parameters})");
        let groups = ranges(&of);
        Observation::of(label, || Seen::Word((answer.fault)(&groups, parameters).into()))
    });
    let groups: [Group; 3] = [
        ("backbone", 0..2, 0.1, 0.5),
        ("neck", 2..3, 0.0, 2.0),
        ("head", 3..5, 1.0, 0.0),
    ];
    let decayed: [Group; 1] = [("all", 0..5, 2.0, 0.25)];
    let (theta, gradient) =
        (array![1.0, -2.0, 3.0, 4.0, 5.0], array![1.0, 1.0, 2.0, -1.0, 3.0]);
    let steps = [("three groups", &groups[..]), ("one group", &decayed[..])].map(
        |(name, groups)| {
            Observation::of(format!("step({name}, rate = 0.2)"), || {
                (answer.step)(&theta, &gradient, groups, 0.2)
            })
        },
    );
    faults.into_iter().chain(steps).collect()
}

/// A step whose rate and decay are made of (rate, factor, decay).
fn step_with(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    groups: &[Group],
    rate: f64,
    own: fn(f64, f64, f64) -> (f64, f64),
) -> Array1<f64> {
    let mut after = theta.clone();
    for (_, range, factor, decay) in groups {
        let (rate, shrink) = own(rate, *factor, *decay);
        for index in range.clone() {
            after[index] = (1.0 - shrink) * theta[index] - rate * gradient[index];
        }
    }
    after
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "For `fault`, carry one number through the loop: where the groups so far end.",
        "After the loop it must be the number of parameters.",
        "In `step`, the rate of a group is $\\eta f$, in both places where a rate stands.",
    ],
    mistakes: &[
        Mistake {
            name: "gaps-allowed",
            answer: |right| Answer {
                fault: |groups, parameters| {
                    let mut end = 0;
                    for (name, range, _, _) in groups {
                        if range.start < end {
                            return name;
                        }
                        end = range.end;
                    }
                    if end == parameters { "none" } else { "rest" }
                },
                ..right
            },
            diagnosis: "Overlaps are found, but a gap is not: its parameters would never be trained.",
            hint: "A group must start exactly where the one before ends.",
        },
        Mistake {
            name: "overlaps-allowed",
            answer: |right| Answer {
                fault: |groups, parameters| {
                    let mut end = 0;
                    for (name, range, _, _) in groups {
                        if range.start > end {
                            return name;
                        }
                        end = range.end;
                    }
                    if end == parameters { "none" } else { "rest" }
                },
                ..right
            },
            diagnosis: "Gaps are found, but an overlap is not: its parameters would step twice.",
            hint: "A group must start exactly where the one before ends.",
        },
        Mistake {
            name: "sizes-summed",
            answer: |right| Answer {
                fault: |groups, parameters| {
                    let sum: usize =
                        groups.iter().map(|(_, range, _, _)| range.len()).sum();
                    if sum == parameters { "none" } else { "rest" }
                },
                ..right
            },
            diagnosis: "The sizes are added up: a gap and an overlap can make up for each other, and no group is named.",
            hint: "Compare where each group starts with where the one before ends.",
        },
        Mistake {
            name: "rest-forgotten",
            answer: |right| Answer {
                fault: |groups, _| {
                    let mut end = 0;
                    for (name, range, _, _) in groups {
                        if range.start != end {
                            return name;
                        }
                        end = range.end;
                    }
                    "none"
                },
                ..right
            },
            diagnosis: "Parameters after the last group are not missed.",
            hint: "At the end compare with the number of parameters.",
        },
        Mistake {
            name: "factor-not-on-the-decay",
            answer: |right| Answer {
                step: |theta, gradient, groups, rate| {
                    let own = |rate, factor, decay| (rate * factor, rate * decay);
                    step_with(theta, gradient, groups, rate, own)
                },
                ..right
            },
            diagnosis: "The factor is on the gradient only: a frozen group still decays.",
            hint: "Compute the group's rate first, and use it for both.",
        },
        Mistake {
            name: "decay-without-rate",
            answer: |right| Answer {
                step: |theta, gradient, groups, rate| {
                    let own = |rate, factor, decay| (rate * factor, decay);
                    step_with(theta, gradient, groups, rate, own)
                },
                ..right
            },
            diagnosis: "The decay is not multiplied by the rate.",
            hint: "A weight shrinks by rate * factor * decay.",
        },
        Mistake {
            name: "factor-ignored",
            answer: |right| Answer {
                step: |theta, gradient, groups, rate| {
                    let own = |rate, _, decay| (rate, rate * decay);
                    step_with(theta, gradient, groups, rate, own)
                },
                ..right
            },
            diagnosis: "All groups step at one rate.",
            hint: "Multiply the rate by the group's factor.",
        },
    ],
};
