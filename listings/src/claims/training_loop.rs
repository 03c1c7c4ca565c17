//! Claims about the training loop.

use super::{Claim, Evidence, Verdict};
use crate::data::{gaussian, seeded};
use crate::experiments::{
    Experiment, loop_clip_cliff, loop_converged, loop_early_stopping, loop_test_choice,
};
use crate::optimizers::{Adam, Optimizer};
use crate::report::number;
use crate::training::{clip_norm, clip_value};
use ndarray::Array1;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "loop-converged-no-improvement",
        statement: "Training has converged when the last few losses did not improve.",
        source: "lectures and code that ends a loop",
        verdict: Verdict::Corrected,
        correct: "That is a test of progress. Runs that crawl, swing, diverge or cross a plateau pass it, and so does a noisy loss after \
                  one lucky batch. Look at the slope, at the loss of a constant, and at what a smaller and a larger rate do.",
        evidence: converged,
    },
    Claim {
        id: "loop-early-stopping-best",
        statement: "Early stopping keeps the best model.",
        source: "lectures and the names of options",
        verdict: Verdict::Depends,
        correct: "It keeps the best of the epochs that it has seen, by a loss on few samples, and only if the weights of that epoch are \
                  restored. What comes after the patience is over it never sees.",
        evidence: early_stopping_best,
    },
    Claim {
        id: "loop-test-set-harmless",
        statement: "Using the test set for early stopping is harmless.",
        source: "code in which the validation set is the test set",
        verdict: Verdict::Corrected,
        correct: "The model is about as good as one chosen by validation samples. The number that is reported for it is not: the best of \
                  many epochs on the same samples is partly luck, and the luck does not carry over.",
        evidence: test_set,
    },
    Claim {
        id: "loop-clipping-direction",
        statement: "Clipping keeps the direction of the gradient.",
        source: "lectures on recurrent networks",
        verdict: Verdict::Depends,
        correct: "By norm it does, for the whole of θ. By value it turns the gradient towards the diagonal, and by norm for each layer \
                  alone it turns the whole. Whatever the optimizer remembers turns the step anyway.",
        evidence: direction,
    },
];

fn converged() -> Evidence {
    let outcome = loop_converged::Config::default().run();
    let patient = loop_converged::Config { patience: 100, ..Default::default() }.run();
    let at = |walk: &loop_converged::Walk| {
        let excess = walk.excess.unwrap_or(0.0);
        let step = walk.passed_at.map_or("never".into(), |step| format!("step {step}"));
        format!("{} ({step}, {} above the least)", walk.name, number(excess, 3))
    };
    let all = outcome.all();
    let (passed, right) = outcome.passed;
    Evidence {
        supports: passed >= 5 && right <= 2 && patient.passed.0 > patient.passed.1,
        text: format!(
            "With a patience of {} and a min_delta of {}, {passed} of 6 runs pass, and {right} of them within two hundredths of the least \
             loss: {}. With a patience of 100, {} pass, {} of them at the least loss.",
            outcome.patience,
            outcome.min_delta,
            all.map(at).join(", "),
            patient.passed.0,
            patient.passed.1
        ),
    }
}

fn early_stopping_best() -> Evidence {
    let runs: Vec<loop_early_stopping::Outcome> = (1..=10)
        .map(|seed| loop_early_stopping::Config { seed, ..Default::default() }.run())
        .collect();
    let found = runs.iter().filter(|run| run.stop.restored == run.least_epoch).count();
    let hasty =
        runs.iter().filter(|run| run.patiences[0].restored_loss > run.least).count();
    let restored_is_lower =
        runs.iter().filter(|run| run.stop.restored_loss < run.stop.last_loss).count();
    let mean = |of: fn(&loop_early_stopping::Outcome) -> f64| {
        runs.iter().map(of).sum::<f64>() / runs.len() as f64
    };
    Evidence {
        supports: restored_is_lower >= 9 && hasty >= 5 && found < 10,
        text: format!(
            "Ten seeds of a network that overfits. A patience of 10 restores the least validation loss of {} epochs on {found} of them, a \
             patience of 1 misses it on {hasty}. The restored weights have a lower validation loss than those of the epoch in which it \
             stopped on {restored_is_lower}: {} against {} in the mean.",
            loop_early_stopping::EPOCHS,
            number(mean(|run| run.stop.restored_loss), 3),
            number(mean(|run| run.stop.last_loss), 3),
        ),
    }
}

fn test_set() -> Evidence {
    let outcome = loop_test_choice::Config::default().run();
    let (test, validation) = (&outcome.by_test, &outcome.by_validation);
    Evidence {
        supports: test.gap > 3.0 * test.error
            && validation.gap.abs() < 2.0 * validation.error + 1e-9
            && (test.fresh - validation.fresh).abs() < test.gap,
        text: format!(
            "The best of {} epochs on {} points, {} seeds. Chosen by test accuracy: {} reported, {} on {} fresh points, too good by {} ± {}, \
             and on {} seeds. Chosen by validation accuracy: {} reported, {} on fresh points, a difference of {} ± {}.",
            outcome.epochs,
            outcome.points,
            outcome.seeds,
            number(test.reported, 3),
            number(test.fresh, 3),
            outcome.fresh_points,
            number(test.gap, 3),
            number(test.error, 3),
            test.too_good,
            number(validation.reported, 3),
            number(validation.fresh, 3),
            number(validation.gap, 3),
            number(validation.error, 3),
        ),
    }
}

/// The angle between two arrows, in degrees.
fn angle(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    (a.dot(b) / (a.dot(a) * b.dot(b)).sqrt()).clamp(-1.0, 1.0).acos().to_degrees()
}

fn direction() -> Evidence {
    let cliff = loop_clip_cliff::Config::default().run();
    let (mut random, mut by_norm, mut by_value) = (seeded(1), 0.0_f64, 0.0);
    let draws = 200;
    let mut adam = Adam::default();
    let (mut theta, mut turned) = (Array1::zeros(50), 0.0);
    for _ in 0..draws {
        let gradient = gaussian(1, 50, 1.0, &mut random).row(0).to_owned();
        let (mut norm, mut value) = (gradient.clone(), gradient.clone());
        clip_norm(&mut norm, 1.0);
        clip_value(&mut value, 0.5);
        by_norm = by_norm.max(angle(&norm, &gradient));
        by_value += angle(&value, &gradient) / f64::from(draws);
        let before = theta.clone();
        adam.step(0.1, &mut theta, &norm);
        turned += angle(&(&before - &theta), &gradient) / f64::from(draws);
    }
    Evidence {
        // The arc cosine of 1 minus a rounding is 1e-8, some 1e-6 degrees.
        supports: by_norm < 1e-5
            && by_value > 10.0
            && cliff.by_norm.turned < 1e-5
            && cliff.by_value.turned > 10.0
            && turned > 30.0,
        text: format!(
            "At the cliff the first step is turned by {}° by norm and by {}° by value. Over {draws} random gradients of 50 entries: by at most \
             {}° by norm, by {}° in the mean by value at half their standard deviation. Adam's steps from the same gradients, clipped by \
             norm, are {}° off them in the mean.",
            number(cliff.by_norm.turned, 1),
            number(cliff.by_value.turned, 1),
            number(by_norm, 1),
            number(by_value, 1),
            number(turned, 0),
        ),
    }
}
