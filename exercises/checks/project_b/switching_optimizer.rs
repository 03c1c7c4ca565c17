use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::ensemble::{Phase, Switching};
use crate::observation::{Observation, Seen};

type Step = fn(&mut Switching, &mut Array1<f64>, &Array1<f64>, f64);

#[derive(Clone, Copy)]
pub struct Answer {
    pub projected_rate: fn(&Array1<f64>, &Array1<f64>) -> Option<f64>,
    pub has_stalled: fn(&[f64], usize, f64) -> bool,
    pub step: Step,
}

/// A run: its name, gradients, losses, Adam's rate, the window and the threshold.
type Run = (&'static str, Vec<[f64; 2]>, Vec<f64>, (f64, usize, f64));

/// Six losses fall, and then they rest. The gradient of step 9, after which the rule changes,
/// has turned around, so that Adam's step there leads uphill.
fn resting() -> Run {
    let mut gradients = vec![[4.0, 1.0]; 14];
    gradients[2] = [3.0, 2.0];
    gradients[5] = [1.0, -0.5];
    gradients[8] = [2.0, 0.25];
    gradients[9] = [-2.0, -1.0];
    gradients[11] = [1.0, -1.0];
    let losses =
        vec![8.0, 7.0, 6.0, 5.0, 4.5, 4.2, 4.1, 4.0, 4.05, 4.0, 3.0, 2.0, 1.0, 0.5];
    ("losses that come to rest", gradients, losses, (0.1, 3, 0.1))
}

/// One bad batch on the way down, which is no reason for anything.
const ONE_BAD_BATCH: [f64; 12] =
    [10.0, 9.0, 8.0, 7.0, 6.0, 5.5, 5.0, 6.5, 4.0, 3.5, 3.2, 3.0];

/// The runs, each with the steps after which to look: around the change of the rule, if there
/// is one.
fn runs() -> [(Run, &'static [usize]); 4] {
    let constant = (
        "a constant gradient and loss",
        vec![[4.0, 1.0]; 4],
        vec![2.0; 4],
        (0.1, 1, 0.5),
    );
    let bad: Vec<[f64; 2]> = (0..12).map(|t| [1.0 + f64::from(t % 3), -0.5]).collect();
    // Without a gradient there is no rate to go on with.
    let flat: Vec<[f64; 2]> = (0..9)
        .map(|t| if t < 5 { [0.0; 2] } else { [2.0, f64::from(t) - 6.0] })
        .collect();
    [
        (constant, &[1, 2, 3]),
        (resting(), &[0, 9, 10, 13]),
        (("one bad batch", bad, ONE_BAD_BATCH.to_vec(), (0.1, 4, 0.1)), &[11]),
        (("a flat start", flat, vec![2.0; 9], (0.05, 2, 0.01)), &[5, 8]),
    ]
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let pairs = [
        ([-0.3, -0.1], [2.0, 1.0]),
        ([-0.5, 0.25], [2.0, -1.0]),
        ([0.1, -0.3], [1.0, 2.0]),
        ([0.3, 0.0], [0.0, 2.0]),
        ([0.1, 0.2], [1.0, 1.0]),
        ([-0.1, 0.2], [0.0, 0.0]),
        ([0.0, 0.0], [1.0, 1.0]),
    ];
    let mut seen = Vec::new();
    for (step, gradient) in pairs {
        let label = format!("projected_rate(step = {step:?}, gradient = {gradient:?})");
        seen.push(Observation::of(label, || {
            (answer.projected_rate)(
                &Array1::from_iter(step),
                &Array1::from_iter(gradient),
            )
        }));
    }
    let histories: [(&[f64], usize, f64); 11] = [
        (&[8.0, 7.0, 6.0, 5.0, 4.5, 4.2], 3, 0.1),
        (&[8.0, 7.0, 6.0, 4.2, 4.1, 4.0, 4.05, 4.0, 4.0], 3, 0.1),
        (&ONE_BAD_BATCH[..8], 4, 0.1),
        (&[4.0, 4.0, 4.0], 2, 0.1),
        (&[4.0, 4.0, 3.0, 3.0], 2, 0.25),
        (&[0.04, 0.04, 0.02, 0.02], 2, 0.1),
        (&[400.0, 400.0, 399.0, 399.0], 2, 0.01),
        (&[100.0, 50.0, 4.0, 4.0, 3.9, 3.9], 2, 0.1),
        (&[2.0, 2.0, 3.0, 3.0], 2, 0.1),
        (&[4.0, 4.0, 3.6, 3.6], 2, 0.105),
        (&[4.0, 4.0, 3.6, 3.6], 2, 0.08),
    ];
    for (losses, window, threshold) in histories {
        let label = format!(
            "has_stalled(losses = {losses:?}, window = {window}, threshold = {threshold})"
        );
        seen.push(Observation::of(label, || {
            Seen::Word((answer.has_stalled)(losses, window, threshold).to_string())
        }));
    }
    for ((name, gradients, losses, (rate, window, threshold)), moments) in runs() {
        for &last in moments {
            seen.push(Observation::of(
                format!("step({name}, θ after step {last})"),
                || {
                    let mut optimizer = Switching::new(2, rate, window, threshold);
                    let mut theta = array![0.0, 0.0];
                    for (gradient, loss) in gradients.iter().zip(&losses).take(last + 1) {
                        let gradient = Array1::from_iter(*gradient);
                        (answer.step)(&mut optimizer, &mut theta, &gradient, *loss);
                    }
                    theta
                },
            ));
        }
    }
    seen
}

/// What is wrong with a step.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    VelocityReset,
    VelocityNotScaled,
    MeanNotCorrected,
    AdamsRate,
    GammaItself,
    RateOfTheFirstStep,
    WithoutRate,
    UphillRate,
    BadBatch,
    OneStepEarly,
    OneStepLate,
}

fn mean(losses: &[f64]) -> f64 {
    losses.iter().sum::<f64>() / losses.len() as f64
}

/// The last loss against the one a window before.
fn single(losses: &[f64], window: usize, threshold: f64) -> bool {
    if losses.len() < 2 * window {
        return false;
    }
    let (before, last) = (losses[losses.len() - 1 - window], losses[losses.len() - 1]);
    (before - last) / before < threshold
}

/// Both means, if there are so many losses.
fn means(losses: &[f64], window: usize) -> Option<(f64, f64)> {
    let begin = losses.len().checked_sub(2 * window)?;
    Some((mean(&losses[begin..begin + window]), mean(&losses[begin + window..])))
}

fn stalled(losses: &[f64], window: usize, threshold: f64) -> bool {
    means(losses, window)
        .is_some_and(|(before, last)| (before - last) / before < threshold)
}

fn with(
    fault: Fault,
    optimizer: &mut Switching,
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
    loss: f64,
) {
    let (rate, window, threshold) =
        (optimizer.rate, optimizer.window, optimizer.threshold);
    let known = optimizer.losses.clone();
    optimizer.losses.push(loss);
    match &mut optimizer.phase {
        Phase::Momentum { velocity, rate } => {
            *velocity = 0.9 * &*velocity + gradient;
            theta.scaled_add(-*rate, velocity);
        }
        Phase::Adam { first, second, steps, gamma } => {
            let stalls = match fault {
                Fault::BadBatch => single(&optimizer.losses, window, threshold),
                Fault::OneStepLate => stalled(&known, window, threshold),
                _ => stalled(&optimizer.losses, window, threshold),
            };
            // One step early, the velocity and the rate are those of the step before.
            let corrected = &*first / (1.0 - 0.9_f64.powi((*steps).max(1)));
            if let (Fault::OneStepEarly, true, Some(gamma)) = (fault, stalls, *gamma) {
                let velocity = 9.0 * corrected + gradient;
                let rate = 0.1 * gamma;
                theta.scaled_add(-rate, &velocity);
                optimizer.phase = Phase::Momentum { velocity, rate };
                return;
            }
            *steps += 1;
            *first = 0.9 * &*first + 0.1 * gradient;
            *second = 0.999 * &*second + 0.001 * (gradient * gradient);
            let mean = &*first / (1.0 - 0.9_f64.powi(*steps));
            let square = &*second / (1.0 - 0.999_f64.powi(*steps));
            let own = -rate * &mean / (square.sqrt() + 1e-8);
            *theta += &own;
            let downhill = -own.dot(gradient);
            let allowed =
                downhill > 0.0 || (fault == Fault::UphillRate && downhill != 0.0);
            let latest = allowed.then(|| own.dot(&own) / downhill);
            *gamma = match fault {
                Fault::RateOfTheFirstStep => gamma.or(latest),
                _ => latest.or(*gamma),
            };
            let gamma = match fault {
                Fault::WithoutRate => Some(gamma.unwrap_or(0.0)),
                _ => *gamma,
            };
            if let (true, Some(gamma)) = (stalls, gamma) {
                let velocity = match fault {
                    Fault::VelocityReset => 0.0 * mean,
                    Fault::VelocityNotScaled => mean,
                    Fault::MeanNotCorrected => 10.0 * &*first,
                    _ => 10.0 * mean,
                };
                let rate = match fault {
                    Fault::AdamsRate => rate,
                    Fault::GammaItself => gamma,
                    _ => 0.1 * gamma,
                };
                optimizer.phase = Phase::Momentum { velocity, rate };
            }
        }
    }
}

macro_rules! faulty {
    ($fault:ident) => {
        |right| Answer {
            step: |optimizer, theta, gradient, loss| {
                with(Fault::$fault, optimizer, theta, gradient, loss)
            },
            ..right
        }
    };
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`(condition).then(|| …)` makes an `Option`, and `new.or(old)` keeps the old number where \
         there is no new one.",
        "`checked_sub(2 * window)` tells whether there are enough losses, and where the earlier of \
         the two windows begins.",
        "Get Adam's steps right first, with `optimizer.phase` matched by `&mut`. The change of the \
         phase is the last thing that a step does.",
    ],
    mistakes: &[
        Mistake {
            name: "projected-onto-the-gradient",
            answer: |right| Answer {
                projected_rate: |p, g| {
                    let downhill = -p.dot(g);
                    (downhill > 0.0).then(|| downhill / g.dot(g))
                },
                ..right
            },
            diagnosis: "Adam's step was projected onto the gradient, and not SGD's step onto \
                        Adam's: a shorter step, whenever the two differ in direction.",
            hint: "The numerator is p·p.",
        },
        Mistake {
            name: "ratio-of-lengths",
            answer: |right| Answer {
                projected_rate: |p, g| {
                    (-p.dot(g) > 0.0).then(|| (p.dot(p) / g.dot(g)).sqrt())
                },
                ..right
            },
            diagnosis: "This makes the two steps equally long, whatever their directions.",
            hint: "Project: the angle between p and -g counts.",
        },
        Mistake {
            name: "sign-lost",
            answer: |right| Answer {
                projected_rate: |p, g| {
                    let product = p.dot(g);
                    (product > 0.0).then(|| p.dot(p) / product)
                },
                ..right
            },
            diagnosis: "The minus is missing: p points downhill, so p·g is negative where all is \
                        well.",
            hint: "Divide by -p·g.",
        },
        Mistake {
            name: "uphill-accepted",
            answer: |right| Answer {
                projected_rate: |p, g| {
                    let downhill = -p.dot(g);
                    (downhill != 0.0).then(|| p.dot(p) / downhill)
                },
                ..right
            },
            diagnosis: "Where Adam's step leads uphill, the rate is negative, and SGD at a negative \
                        rate climbs.",
            hint: "Give None unless -p·g is above zero.",
        },
        Mistake {
            name: "absolute-value",
            answer: |right| Answer {
                projected_rate: |p, g| {
                    let product = p.dot(g).abs();
                    (product > 0.0).then(|| p.dot(p) / product)
                },
                ..right
            },
            diagnosis: "A step that leads uphill gives a rate as if it led downhill.",
            hint: "Give None unless -p·g is above zero.",
        },
        Mistake {
            name: "divided-by-zero",
            answer: |right| Answer {
                projected_rate: |p, g| {
                    let downhill = -p.dot(g);
                    (downhill >= 0.0).then(|| p.dot(p) / downhill)
                },
                ..right
            },
            diagnosis: "Where step and gradient are at a right angle, or one of them is zero, this \
                        divides by zero.",
            hint: "No rate does it there: None.",
        },
        Mistake {
            name: "a-single-batch",
            answer: |right| Answer { has_stalled: single, ..right },
            diagnosis: "One loss is compared with one loss: a single bad batch ends Adam's phase.",
            hint: "Compare the means of two windows.",
        },
        Mistake {
            name: "verdict-too-early",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    let begin = losses.len().saturating_sub(2 * window);
                    let (before, last) = losses[begin..]
                        .split_at(losses.len().saturating_sub(window) - begin);
                    (mean(before) - mean(last)) / mean(before) < threshold
                },
                ..right
            },
            diagnosis: "There is a verdict before both windows are full.",
            hint: "With fewer than 2P losses the answer is false.",
        },
        Mistake {
            name: "absolute-improvement",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    means(losses, window)
                        .is_some_and(|(before, last)| before - last < threshold)
                },
                ..right
            },
            diagnosis: "The improvement is not divided: the same run in cents would not stall.",
            hint: "Divide by the mean before.",
        },
        Mistake {
            name: "divided-by-the-last",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    means(losses, window)
                        .is_some_and(|(before, last)| (before - last) / last < threshold)
                },
                ..right
            },
            diagnosis: "The improvement is a share of the later mean.",
            hint: "Divide by the mean before.",
        },
        Mistake {
            name: "size-of-the-change",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    means(losses, window).is_some_and(|(before, last)| {
                        ((before - last) / before).abs() < threshold
                    })
                },
                ..right
            },
            diagnosis: "Losses that rise fast count as progress.",
            hint: "An improvement has a sign.",
        },
        Mistake {
            name: "against-the-first",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    means(losses, window).is_some_and(|(_, last)| {
                        let first = mean(&losses[..window]);
                        (first - last) / first < threshold
                    })
                },
                ..right
            },
            diagnosis: "The last losses are compared with the first of the run: it never rests.",
            hint: "The earlier window ends where the later one begins.",
        },
        Mistake {
            name: "windows-overlap",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    means(losses, window).is_some_and(|(before, last)| {
                        let both = 0.5 * (before + last);
                        (both - last) / both < threshold
                    })
                },
                ..right
            },
            diagnosis: "The last P losses are in both means.",
            hint: "The earlier window ends where the later one begins.",
        },
        Mistake {
            name: "threshold-included",
            answer: |right| Answer {
                has_stalled: |losses, window, threshold| {
                    means(losses, window).is_some_and(|(before, last)| {
                        (before - last) / before <= threshold
                    })
                },
                ..right
            },
            diagnosis: "An improvement of exactly the threshold counts as a stall.",
            hint: "Below, not at or below.",
        },
        Mistake {
            name: "velocity-reset",
            answer: faulty!(VelocityReset),
            diagnosis: "Momentum begins with a velocity of zero: what Adam had averaged is lost, \
                        and the first step has a tenth of the length.",
            hint: "Carry the corrected mean over.",
        },
        Mistake {
            name: "velocity-not-scaled",
            answer: faulty!(VelocityNotScaled),
            diagnosis: "The velocity begins with the mean itself, but it is a sum: ten times an \
                        average.",
            hint: "Divide the mean by 1 - 0.9.",
        },
        Mistake {
            name: "mean-not-corrected",
            answer: faulty!(MeanNotCorrected),
            diagnosis: "The velocity begins with m, which is too small as long as the run is \
                        young.",
            hint: "Carry the corrected mean over.",
        },
        Mistake {
            name: "rate-not-translated",
            answer: faulty!(AdamsRate),
            diagnosis: "Momentum goes on at Adam's rate, which is a length. SGD's is a length over \
                        a slope.",
            hint: "The rate is (1 - 0.9) γ.",
        },
        Mistake {
            name: "gamma-itself",
            answer: faulty!(GammaItself),
            diagnosis: "γ is the rate of plain SGD. Momentum at γ takes steps ten times as long.",
            hint: "Multiply by 1 - 0.9.",
        },
        Mistake {
            name: "rate-of-the-first-step",
            answer: faulty!(RateOfTheFirstStep),
            diagnosis: "γ is that of the first step that had one.",
            hint: "A new γ takes the place of the old one.",
        },
        Mistake {
            name: "switched-without-a-rate",
            answer: faulty!(WithoutRate),
            diagnosis: "The rule changed before there was a γ, and at a rate of zero nothing moves \
                        any more.",
            hint: "It takes both: the stall and a known γ.",
        },
        Mistake {
            name: "switched-uphill",
            answer: faulty!(UphillRate),
            diagnosis: "The γ of a step that leads uphill was taken: the rate is negative.",
            hint: "A step without a rate leaves the last known γ in place.",
        },
        Mistake {
            name: "switched-on-a-bad-batch",
            answer: faulty!(BadBatch),
            diagnosis: "A single bad batch ended Adam's phase.",
            hint: "Ask has_stalled, which compares means.",
        },
        Mistake {
            name: "one-step-early",
            answer: faulty!(OneStepEarly),
            diagnosis: "The step at which the losses stall is already one of momentum.",
            hint: "Take Adam's step first, and change the phase after it.",
        },
        Mistake {
            name: "one-step-late",
            answer: faulty!(OneStepLate),
            diagnosis: "The loss of this step is not in the verdict: it was remembered too late.",
            hint: "Push the loss first.",
        },
    ],
};
