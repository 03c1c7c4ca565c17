use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub mean_of_step: fn() -> f64,
    pub mean_of_exponential: fn() -> f64,
    pub mean_of_cosine: fn() -> f64,
    pub peak_ratio: fn() -> f64,
    pub epochs_above: fn() -> f64,
}

/// As the statement says: each number over what it may be off.
fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("mean_of_step() / 0.0005", || (answer.mean_of_step)() / 0.0005),
        Observation::of("mean_of_exponential() / 0.0005", || {
            (answer.mean_of_exponential)() / 0.0005
        }),
        Observation::of("mean_of_cosine() / 0.0005", || {
            (answer.mean_of_cosine)() / 0.0005
        }),
        Observation::of("peak_ratio() / 0.05", || (answer.peak_ratio)() / 0.05),
        Observation::of("epochs_above() / 2", || (answer.epochs_above)() / 2.0),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: 1.0,
    observe,
    hints: &[
        "A step decay spends as many epochs at each of its rates: average the rates.",
        "$1 + q + \\dots + q^{n-1} = (1 - q^n)/(1 - q)$.",
        "Compare both curves at epochs 0, 20, 75 and 149 before you count.",
    ],
    mistakes: &[
        Mistake {
            name: "step-by-its-ends",
            answer: |right| Answer { mean_of_step: || 0.0505, ..right },
            diagnosis: "0.0505 is the mean of the first and the last rate.",
            hint: "Two thirds of the run are spent at a tenth of the peak or less.",
        },
        Mistake {
            name: "step-by-its-middle",
            answer: |right| Answer { mean_of_step: || 0.01, ..right },
            diagnosis: "0.01 is the rate in the middle of the run, and the geometric mean.",
            hint: "Average the three rates themselves.",
        },
        Mistake {
            name: "exponential-by-its-ends",
            answer: |right| Answer { mean_of_exponential: || 0.0505, ..right },
            diagnosis: "0.0505 is the mean of the first and the last rate. The curve hangs far \
                        below that line.",
            hint: "Sum the geometric series.",
        },
        Mistake {
            name: "exponential-without-end",
            answer: |right| Answer {
                mean_of_exponential: || 0.1 / 0.03 / 100.0,
                ..right
            },
            diagnosis: "The series was summed to infinity and divided by 100 epochs.",
            hint: "There are 150 epochs.",
        },
        Mistake {
            name: "cosine-by-the-root-mean-square",
            answer: |right| Answer { mean_of_cosine: || 0.0612, ..right },
            diagnosis: "That is the root of the mean square of the rates.",
            hint: "The cosine is as long above the middle as below it.",
        },
        Mistake {
            name: "cosine-like-a-sine",
            answer: |right| Answer {
                mean_of_cosine: || 0.1 * std::f64::consts::FRAC_2_PI,
                ..right
            },
            diagnosis: "2/π is the mean of a quarter of a cosine wave. This is half a wave, \
                        lifted by 1 and halved.",
            hint: "Average (1 + cos)/2.",
        },
        Mistake {
            name: "ratio-upside-down",
            answer: |right| Answer { peak_ratio: || 0.4369, ..right },
            diagnosis: "That is the ratio the other way around.",
            hint: "The one with the smaller mean needs the larger peak.",
        },
        Mistake {
            name: "above-for-half-of-the-run",
            answer: |right| Answer { epochs_above: || 75.0, ..right },
            diagnosis: "A cosine is above a straight line from the same start in its first half. \
                        This line starts 20 epochs later.",
            hint: "Compare both at epoch 75.",
        },
        Mistake {
            name: "above-to-the-end",
            answer: |right| Answer { epochs_above: || 150.0, ..right },
            diagnosis: "After the warm-up it is the straight fall that is above.",
            hint: "Compare both at epoch 20.",
        },
    ],
};
