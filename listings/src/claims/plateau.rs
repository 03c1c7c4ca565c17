//! Claims about schedules that listen.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, plateau_alarms, plateau_conventions, plateau_seeds,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "plateau-no-tuning",
        statement: "Reduce on plateau needs no tuning: it adapts to the run.",
        source: "tutorials",
        verdict: Verdict::Corrected,
        correct: "It trades the times of the cuts for a patience, which has to fit the noise of the validation loss and the pace at which it falls. Too \
                  little, and the rate is gone before the network has learned; too much, and the cut comes too late to matter.",
        evidence: no_tuning,
    },
    Claim {
        id: "plateau-patience-counts",
        statement: "With a patience of 10 the rate is cut after ten epochs without improvement.",
        source: "documentation of libraries",
        verdict: Verdict::Depends,
        correct: "In Keras and optax. PyTorch tolerates ten and cuts after the eleventh. The cooldown differs as well: Keras counts its last epoch.",
        evidence: patience_counts,
    },
    Claim {
        id: "plateau-beats-clock",
        statement: "A schedule that listens is better than one that goes by the clock.",
        source: "lectures: \"adaptive\" beats \"fixed\"",
        verdict: Verdict::Depends,
        correct: "With a fitting patience, better than a constant rate; with patience 0, not. A single cut after half of the run, which listens to nothing, is within the noise of the best patience and far \
                  better than the worst. To listen is worth most where you do not know how long the run should be.",
        evidence: beats_clock,
    },
];

fn no_tuning() -> Evidence {
    let seeds = plateau_seeds::Config::default().run();
    let (none, five) = (&seeds.patiences[0], &seeds.patiences[2]);
    let alarms = plateau_alarms::Config::default().run();
    let quiet = plateau_alarms::Config { noise: 1.0, ..Default::default() }.run();
    Evidence {
        supports: five.better == seeds.seeds
            && none.loss > seeds.constant.loss
            && alarms.false_alarms[5] > 0.8
            && alarms.best > 10
            && quiet.false_alarms[5] < 0.05
            && quiet.best <= 5,
        text: format!(
            "{} seeds, {} epochs: validation loss {} at a constant rate, {} with patience 5, {} with patience 0. On curves that fall by 1 % an epoch, with \
             noise of 5 %, patience 5 cuts {} % of them while they fall, and the best patience is {}; with noise of 1 % it cuts {} %, and the best is {}.",
            seeds.seeds,
            seeds.epochs,
            number(seeds.constant.loss, 3),
            number(five.loss, 3),
            number(none.loss, 3),
            number(100.0 * alarms.false_alarms[5], 0),
            alarms.best,
            number(100.0 * quiet.false_alarms[5], 0),
            quiet.best,
        ),
    }
}

fn patience_counts() -> Evidence {
    let ten = plateau_conventions::Config { patience: 10, cooldown: 3 }.run();
    // The first value is the best, so a cut after ten without improvement is at 11.
    Evidence {
        supports: (ten.pytorch[0], ten.keras[0], ten.optax[0]) == (12, 11, 11)
            && ten.keras_translated == ten.pytorch,
        text: format!(
            "A flat curve, patience 10, cooldown 3: PyTorch cuts after {} and {} values, Keras after {} and {}, optax after {} and {}. Keras with 11 and 4 \
             cuts where PyTorch does.",
            ten.pytorch[0],
            ten.pytorch[1],
            ten.keras[0],
            ten.keras[1],
            ten.optax[0],
            ten.optax[1],
        ),
    }
}

fn beats_clock() -> Evidence {
    let seeds = plateau_seeds::Config::default().run();
    let least = seeds.patiences.iter().map(|row| row.loss).fold(f64::INFINITY, f64::min);
    let most = seeds.patiences.iter().map(|row| row.loss).fold(0.0, f64::max);
    let (none, five) = (&seeds.patiences[0], &seeds.patiences[2]);
    Evidence {
        supports: five.better == seeds.seeds
            && none.loss > seeds.constant.loss
            && seeds.half.better == seeds.seeds
            // Two standard errors of a difference between two of the schedules.
            && (seeds.half.loss - least).abs() < 2.0 * (seeds.half.error + five.error)
            && most > seeds.half.loss + 0.01,
        text: format!(
            "Validation loss, mean of {} seeds: {} at a constant rate, {} with one cut after half, {} to {} with patiences of 0 to 20. The cut after half is \
             better than no cut on {} seeds, patience 5 on {}, patience 0 on {}.",
            seeds.seeds,
            number(seeds.constant.loss, 3),
            number(seeds.half.loss, 3),
            number(least, 3),
            number(most, 3),
            seeds.half.better,
            five.better,
            none.better,
        ),
    }
}
