use ndarray::array;

pub use super::two_loops::Answer;
use super::two_loops::{RIGHT, Ways, faulty, pairs};
use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

fn observe(answer: &Answer) -> Vec<Observation> {
    let (steps, changes) = pairs();
    let newest = changes[2].clone();
    [array![1.0, -2.0, 0.5], newest]
        .iter()
        .flat_map(|gradient| [1, 3].map(|count| (gradient.clone(), count)))
        .map(|(gradient, count)| {
            let from = 3 - count;
            let label = format!("inverse_times({count} pairs, gradient = {gradient})");
            Observation::of(label, || {
                (answer.inverse_times)(&steps[from..], &changes[from..], &gradient)
            })
        })
        .collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "second-loop-backward" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "What is the same with one pair and not with two?",
        "$B$ is built by updates, one for each pair, in the order of time. Which loop \
         follows that order, and which undoes it?",
    ],
    mistakes: &[
        Mistake {
            name: "second-loop-backward",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_second_backward: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "Both loops go from the newest pair to the oldest.",
            hint: "One of them has to go the other way.",
        },
        Mistake {
            name: "wrong-loop-turned",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    let ways = Ways {
                        is_second_backward: true,
                        is_first_forward: true,
                        ..RIGHT
                    };
                    faulty(ways, s, y, g)
                },
            },
            diagnosis: "The first loop was turned around as well: now the oldest pair \
                        has the last word.",
            hint: "The first loop was right.",
        },
        Mistake {
            name: "first-loop-turned",
            answer: |_| Answer {
                inverse_times: |s, y, g| {
                    faulty(Ways { is_first_forward: true, ..RIGHT }, s, y, g)
                },
            },
            diagnosis: "The second loop is right now, but the first goes forward too.",
            hint: "The first loop starts with the newest pair.",
        },
    ],
};
