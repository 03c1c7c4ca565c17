//! Claims about cyclical rates and the 1cycle policy.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, cyclical_escape, cyclical_momentum, cyclical_steps, cyclical_triangles,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "cyclical-escape-minima",
        statement: "Cyclical rates escape local minima.",
        source: "lectures and tutorials on cyclical rates; the paper itself argues with saddle points",
        verdict: Verdict::Depends,
        correct: "Large rates do, where gradients are noisy, and in whatever order they come: a fall and a rise over the same rates free as many \
                  walkers as cycles do. A constant rate at their mean frees fewer, at their top more. Without noise nobody leaves.",
        evidence: escape_minima,
    },
    Claim {
        id: "cyclical-triangular2-halves",
        statement: "triangular2 halves the range each cycle.",
        source: "Smith (2017), §3.2",
        verdict: Verdict::Confirmed,
        correct: "The range, η_max − η_min, is halved, and stands on the same base. The peak is not halved, the mean is not, and no rate is \
                  ever below η_min.",
        evidence: triangular2_halves,
    },
    Claim {
        id: "one-cycle-super-convergence",
        statement: "1cycle trains in a fraction of the steps (super-convergence).",
        source: "Smith & Topin (2018), figure 1: residual networks, 10 000 iterations for 80 000",
        verdict: Verdict::Depends,
        correct: "On a small network, with every schedule at its own best peak, half of the steps are not enough. In a long budget 1cycle comes \
                  lower than a constant rate, as other schedules that end near zero do. A saving of several times needs a rival whose rate was left where it was.",
        evidence: super_convergence,
    },
    Claim {
        id: "one-cycle-momentum-opposite",
        statement: "In 1cycle the momentum must move the other way.",
        source: "lectures on 1cycle, from Smith (2018), §4.3",
        verdict: Verdict::Corrected,
        correct: "It may also stand still, or even move with the rate, if the peak is chosen for it. At a peak that is too high, what counts is η/(1 − β): \
                  moving the other way forgives such a peak, and a low momentum throughout forgives it as well.",
        evidence: momentum_opposite,
    },
];

fn escape_minima() -> Evidence {
    let at = |noise: f64, most: f64| {
        cyclical_escape::Config { noise, most, ..Default::default() }.run()
    };
    let (usual, calm) = (at(1.2, 0.1), at(0.8, 0.1));
    let still = at(0.0, 0.3);
    let fits = |outcome: &cyclical_escape::Outcome| {
        let cycles = outcome.cycles.escaped;
        // A difference of two shares has a standard error of at most √2 · 0.025: what is
        // near is within two of them, and the constant rates are three and more away.
        let near = |share: f64| (share - cycles).abs() < 3.0 * outcome.standard_error;
        [&outcome.one_triangle, &outcome.fall, &outcome.rise]
            .iter()
            .all(|row| near(row.escaped))
            && outcome.half.escaped < cycles - 0.11
            && outcome.largest.escaped > cycles + 0.11
    };
    let percent = |share: f64| Format::percent(0).apply(share);
    let shares = |outcome: &cyclical_escape::Outcome| {
        format!(
            "cycles {}, one fall {}, one rise {}, constant at the mean {}, constant at the top {}",
            percent(outcome.cycles.escaped),
            percent(outcome.fall.escaped),
            percent(outcome.rise.escaped),
            percent(outcome.half.escaped),
            percent(outcome.largest.escaped)
        )
    };
    Evidence {
        supports: fits(&usual)
            && fits(&calm)
            && still.rows().iter().all(|row| row.escaped == 0.0),
        text: format!(
            "Of {} walkers from the shallow well, {} steps at rates up to {}, there left it with σ = {}: {}; with σ = {}: {}. Without noise none left under any \
             schedule, with rates up to {}.",
            usual.walkers,
            usual.steps,
            usual.most,
            usual.noise,
            shares(&usual),
            calm.noise,
            shares(&calm),
            still.most
        ),
    }
}

fn triangular2_halves() -> Evidence {
    let outcome = cyclical_triangles::Config { least: 0.02, ..Default::default() }.run();
    let wave = &outcome.triangular2;
    let heights: Vec<f64> = wave.peaks.iter().map(|peak| peak - 0.02).collect();
    let least = wave.curve.rates.iter().copied().fold(f64::INFINITY, f64::min);
    Evidence {
        // Halving is exact; adding the base and taking it off again is not.
        supports: heights.windows(2).all(|pair| (pair[1] / pair[0] - 0.5).abs() < 1e-13)
            && least == 0.02
            && wave.peaks[1] > 0.5 * wave.peaks[0]
            && wave.curve.mean > 0.5 * outcome.triangular.curve.mean,
        text: format!(
            "Between {} and {}: peaks {}, {} and {}; the lowest rate is {}. The mean over five cycles is {}, for {} of triangular.",
            outcome.least,
            outcome.most,
            number(wave.peaks[0], 3),
            number(wave.peaks[1], 3),
            number(wave.peaks[2], 3),
            number(least, 3),
            number(wave.curve.mean, 3),
            number(outcome.triangular.curve.mean, 3)
        ),
    }
}

fn super_convergence() -> Evidence {
    let outcome = cyclical_steps::Config::default().run();
    let (constant, cycle, linear) =
        (&outcome.constant.losses, &outcome.one_cycle.losses, &outcome.linear.losses);
    // A budget and the one before, which is half of it.
    let half_is_not_enough = (1..constant.len()).all(|i| cycle[i - 1] > constant[i]);
    let last = constant.len() - 1;
    Evidence {
        supports: half_is_not_enough
            && cycle[last] < constant[last]
            && linear[last] < constant[last],
        text: format!(
            "Training loss, each at its best peak, means of {} seeds. Constant rate: {} after 100 steps, {} after 200, {} after 400. 1cycle with half of \
             each: {}, {} and {}; with all 400 it comes to {}, and a straight fall to zero to {}.",
            outcome.seeds,
            number(constant[1], 3),
            number(constant[2], 3),
            number(constant[3], 3),
            number(cycle[0], 3),
            number(cycle[1], 3),
            number(cycle[2], 3),
            number(cycle[3], 3),
            number(linear[3], 3)
        ),
    }
}

fn momentum_opposite() -> Evidence {
    let outcome = cyclical_momentum::Config::default().run();
    let (against, along, low) = (&outcome.against, &outcome.along, &outcome.low);
    let near = |row: &cyclical_momentum::Row| {
        let error = row.standard_error.hypot(against.standard_error);
        (row.best - against.best).abs() < 2.0 * error
    };
    Evidence {
        supports: outcome.all().into_iter().all(near)
            && along.at_large > against.at_large + 0.05
            && (low.at_large - against.at_large).abs() < 0.05,
        text: format!(
            "After one cycle of {} steps, means of {} seeds, the training loss at the best peak is {} ± {} against the rate (peak {}), {} ± {} along with it (peak {}) \
             and {} ± {} at β = 0.85 throughout (peak {}). At a peak of 0.8 it is {}, {} and {}.",
            outcome.steps,
            outcome.seeds,
            number(against.best, 3),
            number(against.standard_error, 3),
            against.best_peak,
            number(along.best, 3),
            number(along.standard_error, 3),
            along.best_peak,
            number(low.best, 3),
            number(low.standard_error, 3),
            low.best_peak,
            number(against.at_large, 3),
            number(along.at_large, 3),
            number(low.at_large, 3)
        ),
    }
}
