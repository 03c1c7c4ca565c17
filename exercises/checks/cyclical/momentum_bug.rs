use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize) -> f64,
    pub momentum: fn(usize, usize, f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let steps = [0, 1, 4, 5, 6, 9, 10];
    let mut seen: Vec<Observation> = steps
        .map(|step| {
            let label = format!("rate(step = {step}, steps = 11)");
            Observation::of(label, || (answer.rate)(step, 11))
        })
        .into();
    for (least, most) in [(0.85, 0.95), (0.5, 0.9)] {
        seen.extend(steps.map(|step| {
            let label = format!(
                "momentum(step = {step}, steps = 11, least = {least}, most = {most})"
            );
            Observation::of(label, || (answer.momentum)(step, 11, least, most))
        }));
    }
    seen
}

fn height(step: usize, steps: usize) -> f64 {
    let last = steps as f64 - 1.0;
    1.0 - (2.0 * step as f64 / last - 1.0).abs()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "along" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Plot both: where is the rate highest, and where the momentum?",
        "At the top the momentum should be `least`, at both ends `most`.",
    ],
    mistakes: &[
        Mistake {
            name: "along",
            answer: |right| Answer {
                momentum: |t, steps, least, most| {
                    least + (most - least) * height(t, steps)
                },
                ..right
            },
            diagnosis: "The momentum is highest where the rate is.",
            hint: "Turn it around: most at both ends.",
        },
        Mistake {
            name: "rate-turned",
            answer: |_| Answer {
                rate: |t, steps| 1.0 - 0.96 * height(t, steps),
                momentum: |t, steps, least, most| {
                    least + (most - least) * height(t, steps)
                },
            },
            diagnosis: "Now the rate is turned around, and was right before.",
            hint: "Leave the rate as it is, and change the momentum.",
        },
        Mistake {
            name: "constant",
            answer: |right| Answer { momentum: |_, _, _, most| most, ..right },
            diagnosis: "The momentum does not move at all.",
            hint: "It has to come down to least in the middle.",
        },
        Mistake {
            name: "below-zero",
            answer: |right| Answer {
                momentum: |t, steps, least, most| {
                    -(least + (most - least) * height(t, steps))
                },
                ..right
            },
            diagnosis: "The sign is turned, and a momentum is not negative.",
            hint: "Mirror it between its bounds: most - (most - least) times the height.",
        },
    ],
};
