use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type Schedule = fn(usize) -> f64;

#[derive(Clone, Copy)]
pub struct Answer {
    pub joined: fn(&[(usize, Schedule)], usize) -> f64,
    pub chained: fn(f64, &[Schedule], usize) -> f64,
}

/// Up from 1 by 1 a step.
fn rise(step: usize) -> f64 {
    1.0 + step as f64
}

/// Down from 10 by 2 a step, to 0.
fn fall(step: usize) -> f64 {
    (10.0 - 2.0 * step as f64).max(0.0)
}

/// 5 throughout.
fn hold(_: usize) -> f64 {
    5.0
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let over = |label: &str, rate: &dyn Fn(usize) -> f64| {
        Observation::of(label, || -> Array1<f64> { (0..12).map(rate).collect() })
    };
    vec![
        over("joined(rise for 4 steps, then fall; steps 0 to 11)", &|step| {
            (answer.joined)(&[(4, rise), (6, fall)], step)
        }),
        over(
            "joined(rise for 3, hold for 0, fall for 2, then rise; steps 0 to 11)",
            &|step| (answer.joined)(&[(3, rise), (0, hold), (2, fall), (2, rise)], step),
        ),
        over("joined(fall alone, for 3 steps; steps 0 to 11)", &|step| {
            (answer.joined)(&[(3, fall)], step)
        }),
        over("chained(base = 2, fall and rise; steps 0 to 11)", &|step| {
            (answer.chained)(2.0, &[fall, rise], step)
        }),
        over("chained(base = 3, no factors; steps 0 to 11)", &|step| {
            (answer.chained)(3.0, &[], step)
        }),
    ]
}

fn with(
    pieces: &[(usize, Schedule)],
    step: usize,
    rule: fn(usize, usize) -> bool,
) -> f64 {
    let (mut clock, last) = (step, pieces.len() - 1);
    for &(steps, schedule) in &pieces[..last] {
        if rule(clock, steps) {
            return schedule(clock);
        }
        clock = clock.saturating_sub(steps);
    }
    (pieces[last].1)(clock)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Go through the pieces with a clock that starts at the step. While the clock is not \
         below a piece's steps, take these steps off the clock and go on.",
        "The last piece is treated differently: it has no end.",
        "`iter().product()` of nothing is 1.",
    ],
    mistakes: &[
        Mistake {
            name: "joined-clock-not-reset",
            answer: |right| Answer {
                joined: |pieces, step| {
                    let mut begin = 0;
                    for &(steps, schedule) in &pieces[..pieces.len() - 1] {
                        if step < begin + steps {
                            return schedule(step);
                        }
                        begin += steps;
                    }
                    (pieces[pieces.len() - 1].1)(step)
                },
                ..right
            },
            diagnosis: "Each piece is asked for the step of the whole run, so that a later \
                        piece begins in its middle.",
            hint: "Take off the steps that are over before you ask.",
        },
        Mistake {
            name: "joined-one-step-late",
            answer: |right| Answer {
                joined: |pieces, step| with(pieces, step, |clock, steps| clock <= steps),
                ..right
            },
            diagnosis: "A piece of s steps is heard s + 1 times: its steps are 0 to s - 1.",
            hint: "The second piece begins at step s.",
        },
        Mistake {
            name: "joined-ends-with-the-last",
            answer: |right| Answer {
                joined: |pieces, step| {
                    let mut clock = step;
                    for &(steps, schedule) in pieces {
                        if clock < steps {
                            return schedule(clock);
                        }
                        clock -= steps;
                    }
                    0.0
                },
                ..right
            },
            diagnosis: "Beyond the last piece the rate is 0: training would stop in silence.",
            hint: "The last piece goes on.",
        },
        Mistake {
            name: "joined-holds-the-last-rate",
            answer: |right| Answer {
                joined: |pieces, step| {
                    let all: usize = pieces.iter().map(|piece| piece.0).sum();
                    with(pieces, step.min(all.saturating_sub(1)), |clock, steps| {
                        clock < steps
                    })
                },
                ..right
            },
            diagnosis: "The last piece stops at the end of its steps and holds its rate.",
            hint: "It goes on, whatever its number of steps says.",
        },
        Mistake {
            name: "chained-adds",
            answer: |right| Answer {
                chained: |base, factors, step| {
                    base + factors.iter().map(|factor| factor(step)).sum::<f64>()
                },
                ..right
            },
            diagnosis: "The factors are added.",
            hint: "They are multiplied.",
        },
        Mistake {
            name: "chained-without-base",
            answer: |right| Answer {
                chained: |_, factors, step| {
                    factors.iter().map(|factor| factor(step)).product()
                },
                ..right
            },
            diagnosis: "The base rate is missing.",
            hint: "Without factors the rate is the base.",
        },
    ],
};
