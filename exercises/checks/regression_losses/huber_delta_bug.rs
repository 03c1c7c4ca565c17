use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.5, 1.0), (-3.0, 1.0), (4.0, 5.0), (5.0, 5.0), (-20.0, 5.0), (0.3, 0.25)]
        .map(|(residual, delta)| {
            let label = format!("value(residual = {residual}, delta = {delta})");
            Observation::of(label, || (answer.value)(residual, delta))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "offset-of-delta-one" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "A loss that jumps is not continuous. Where could this one fail to be, and what \
         do its branches give there?",
        "Compute both branches at $r = \\delta = 5$.",
    ],
    mistakes: &[
        Mistake {
            name: "offset-of-delta-one",
            answer: |_| Answer {
                value: |r, delta| huber(r, delta, delta * (r.abs() - 0.5)),
            },
            diagnosis: "The offset 1/2 is right for delta = 1 only.",
            hint: "Make the branches meet at |r| = delta.",
        },
        Mistake {
            name: "offset-removed",
            answer: |_| Answer { value: |r, delta| huber(r, delta, delta * r.abs()) },
            diagnosis: "Without any offset the loss jumps at every delta, from delta²/2 \
                        to delta².",
            hint: "The line has to be lowered by delta²/2.",
        },
        Mistake {
            name: "offset-too-large",
            answer: |_| Answer {
                value: |r, delta| huber(r, delta, delta * (r.abs() - delta)),
            },
            diagnosis: "The offset is twice too large: the line starts at 0 where the \
                        parabola has reached delta²/2.",
            hint: "At |r| = delta the line must have the value delta²/2.",
        },
        Mistake {
            name: "slope-of-one",
            answer: |_| Answer {
                value: |r, delta| huber(r, delta, r.abs() - 0.5 * delta),
            },
            diagnosis: "The offset is right, but the line lost its slope delta.",
            hint: "The slope of the parabola at delta is delta; the line has to continue \
                   it.",
        },
        Mistake {
            name: "line-through-the-corner",
            answer: |_| Answer {
                value: |r, delta| huber(r, delta, 0.5 * delta * r.abs()),
            },
            diagnosis: "The branches meet now, but with a corner: the slope falls from \
                        delta to delta/2.",
            hint: "Value and slope have to agree at |r| = delta.",
        },
        Mistake {
            name: "smooth-l1",
            answer: |_| Answer {
                value: |r, delta| {
                    huber(r, delta, delta * (r.abs() - 0.5 * delta)) / delta
                },
            },
            diagnosis: "This is the \"smooth L1\" loss: the Huber loss divided by delta. \
                        It is continuous, but it is another loss unless delta = 1.",
            hint: "Keep the quadratic branch as it was, r²/2, and mend the linear one.",
        },
    ],
};

fn huber(r: f64, delta: f64, linear: f64) -> f64 {
    if r.abs() <= delta { 0.5 * r * r } else { linear }
}
