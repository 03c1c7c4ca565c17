//! Claims about trainings that go wrong.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, diagnosing_checks, diagnosing_depth, diagnosing_faults,
};
use crate::report::number;
use std::sync::OnceLock;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "diagnosing-flat-is-small-rate",
        statement: "A loss that does not fall means that the rate is too small.",
        source: "forum answers and lectures",
        verdict: Verdict::Corrected,
        correct: "A rate that is too small is one cause among many. Most flat losses of the chapter stay flat at ten and a hundred times the rate, \
                  and more of them want a smaller one.",
        evidence: flat_is_small_rate,
    },
    Claim {
        id: "diagnosing-ten-samples",
        statement: "A network that can overfit ten samples is wired correctly.",
        source: "debugging guides",
        verdict: Verdict::Corrected,
        correct: "A network that cannot is broken, or its rate is far off: no check of the chapter fails for more faults. One that can may still have wrong labels, sorted batches, a \
                  schedule that dies, a leaking or a noisy evaluation: ten samples in one batch do not see them.",
        evidence: ten_samples,
    },
    Claim {
        id: "diagnosing-falling-is-learning",
        statement: "If the training loss falls, the network learns.",
        source: "the way in which loss curves are read",
        verdict: Verdict::Depends,
        correct: "It learns the samples, or their order, or has stopped halfway. Whether it learns the problem is seen on samples that took no part, evaluated with one θ.",
        evidence: falling_is_learning,
    },
    Claim {
        id: "diagnosing-relu-keeps-gradients",
        statement: "ReLU solves the problem of vanishing gradients.",
        source: "lectures on activations",
        verdict: Verdict::Depends,
        correct: "With first weights of He's size the signal keeps its order of magnitude through ten layers. With half of them it vanishes, with twice \
                  of them it explodes, by two to the number of layers: the slope of ReLU leaves the matter to the weights.",
        evidence: relu_keeps_gradients,
    },
];

/// The checks of all faults, run once.
fn checks() -> &'static diagnosing_checks::Outcome {
    static CHECKS: OnceLock<diagnosing_checks::Outcome> = OnceLock::new();
    CHECKS.get_or_init(|| diagnosing_checks::Config::default().run())
}

fn flat_is_small_rate() -> Evidence {
    let checks = checks();
    let smaller = checks.rows.iter().filter(|row| row.flat && row.smaller_rate).count();
    Evidence {
        supports: 2 * checks.flat_by_rate < checks.flat
            && checks.flat_by_rate > 0
            && smaller > checks.flat_by_rate,
        text: format!(
            "Of {} faults, {} leave the training loss above nine tenths of ln 2, or end the run. A rate ten or a hundred times as large mends {} of \
             these, a tenth or a hundredth of the rate {}.",
            checks.rows.len(),
            checks.flat,
            checks.flat_by_rate,
            smaller,
        ),
    }
}

fn ten_samples() -> Evidence {
    let checks = checks();
    let passing: Vec<&str> =
        checks.rows.iter().filter(|row| !row.ten).map(|row| row.name).collect();
    let caught = |is: fn(&diagnosing_checks::Row) -> bool| {
        checks.rows.iter().filter(|&row| is(row)).count()
    };
    let others = [
        caught(|row| row.first),
        caught(|row| row.gradient),
        caught(|row| row.layers),
        caught(|row| row.twice),
    ];
    let failing = checks.rows.len() - checks.pass_ten;
    Evidence {
        supports: !checks.healthy.ten
            && checks.pass_ten >= 5
            && others.iter().all(|&other| other < failing),
        text: format!(
            "Ten samples in one batch, 200 steps, without dropout, decay and schedule: the healthy setup learns them, {failing} of {} broken ones do \
             not, and {} do: {}.",
            checks.rows.len(),
            checks.pass_ten,
            passing.join("; "),
        ),
    }
}

fn falling_is_learning() -> Evidence {
    let checks = checks();
    let faults = diagnosing_faults::Config::default().run();
    let pairs = checks.rows.iter().zip(&faults.rows).filter(|(row, _)| row.falls);
    let poor: Vec<String> = pairs
        .filter_map(|(row, fault)| {
            let (broken, mended) = (fault.broken.accuracy?, fault.mended.accuracy?);
            let percent = |share: f64| number(100.0 * share, 0);
            let both = format!("{} % against {} %", percent(broken), percent(mended));
            (broken < mended - 0.05).then(|| format!("{} ({both})", row.name))
        })
        .collect();
    Evidence {
        supports: checks.healthy.falls && !poor.is_empty() && poor.len() < checks.falling,
        text: format!(
            "The reported training loss falls below half of the first with {} of {} faults. On fresh samples the accuracy of these is more than five \
             points below that of the mended run: {}.",
            checks.falling,
            checks.rows.len(),
            poor.join("; "),
        ),
    }
}

fn relu_keeps_gradients() -> Evidence {
    let factors = |gain: f64| {
        let factor = |seed: u64| {
            let config = diagnosing_depth::Config { gain, seed, ..Default::default() };
            config.run().rows[2].factor
        };
        let factors: Vec<f64> = (1..=10).map(factor).collect();
        let least = factors.iter().copied().fold(f64::INFINITY, f64::min);
        (least, factors.iter().copied().fold(0.0, f64::max))
    };
    let [half, one, two] = [0.5, 1.0, 2.0].map(factors);
    let range = |(least, most): (f64, f64)| {
        format!("{} to {}", number(least, 2), number(most, 2))
    };
    Evidence {
        supports: half.1 < 0.75 && one.0 > 0.5 && one.1 < 1.5 && two.0 > 1.25,
        text: format!(
            "Ten hidden layers of 16, ten seeds: the factor by which a layer multiplies the signal is {} with He's weights, {} with half of them and {} \
             with twice of them.",
            range(one),
            range(half),
            range(two),
        ),
    }
}
