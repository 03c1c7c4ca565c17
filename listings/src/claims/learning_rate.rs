//! Claims about the learning rate.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, finder_sweep, one_rate, rate_blow_up, rate_five, rate_fixed,
    rate_large_then_small, rate_seeds,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "rate-hundredth-optimal",
        statement: "On the lecture's network a rate of 0.01 is optimal, and 0.5 diverges immediately.",
        source: "a lecture's experiment with five rates",
        verdict: Verdict::Corrected,
        correct: "In full batches 0.1 is the best of the five, and 0.5 does not diverge: within a few epochs it turns off most units or all of them, \
                  and the loss stays at that of a constant. In batches of 50 most seeds do diverge at 0.5, in the first epoch.",
        evidence: hundredth_optimal,
    },
    Claim {
        id: "rate-large-early",
        statement: "The rate should be large early and small late.",
        source: "lectures on schedules",
        verdict: Verdict::Depends,
        correct: "Where gradients are noisy: the large rate forgets the start, the small one averages the noise. With exact gradients the second \
                  half of the advice only costs steps.",
        evidence: large_early,
    },
    Claim {
        id: "rate-fixed-suboptimal",
        statement: "A fixed rate is suboptimal.",
        source: "lectures, as the reason for schedules",
        verdict: Verdict::Depends,
        correct: "With noise two rates beat the best single one. Without noise, one curvature is done in one step at one rate; two curvatures want two \
                  rates, one for each, and that has nothing to do with early and late.",
        evidence: fixed_suboptimal,
    },
    Claim {
        id: "rate-doubles-then-nan",
        statement: "With a rate that is too large the loss doubles, then it is NaN.",
        source: "lectures and forum answers",
        verdict: Verdict::Corrected,
        correct: "On a parabola the loss is multiplied by (1 − ηλ)² a step, by 2 at one rate only, and between the first large number and NaN there can \
                  be thousands of steps. A network can also rise and come back, or end as a constant whose loss is as finite as can be.",
        evidence: doubles_then_nan,
    },
    Claim {
        id: "rate-start-at-hundredth",
        statement: "Start with a rate of 0.01.",
        source: "lectures and tutorials",
        verdict: Verdict::Depends,
        correct: "For gradient descent on standardized inputs and targets it is a safe guess, several times below the best. With targets in \
                  their unit it diverges on every seed. A rate has a unit; a number without one cannot be right for all problems.",
        evidence: start_at_hundredth,
    },
    Claim {
        id: "finder-finds-best",
        statement: "A rate finder finds the best rate.",
        source: "blog posts; documentation of libraries",
        verdict: Verdict::Corrected,
        correct: "It finds the order of magnitude, in any unit: no suggestion diverged. A tenth of the minimum lies below the best by a \
                  similar factor on every seed. The steepest fall between neighboring points is noise.",
        evidence: finds_best,
    },
];

fn hundredth_optimal() -> Evidence {
    let five = rate_five::Config::default().run();
    let seeds = rate_seeds::Config::default().run();
    let (full, small) = (&seeds.rows[4], &seeds.rows[9]);
    let end = full.loss.unwrap_or(1.0);
    Evidence {
        supports: five.best == 3
            && five.rows[3].loss < 0.5 * five.rows[2].loss
            && five.rows[4].is_dead(five.constant)
            && seeds.tenth_best[0] == seeds.seeds
            && full.diverged == 0
            && end > 0.95
            && 2 * small.diverged > seeds.seeds,
        text: format!(
            "After {} full-batch epochs the losses are {} at 0.01, {} at 0.1 and {} at 0.5, where a constant has {}. Over {} seeds and {} epochs: 0.1 is best \
             on {}; at 0.5, {} diverge and {} have all units off, with a mean loss of {} for the rest. In batches of 50, {} diverge.",
            five.epochs,
            number(five.rows[2].loss, 3),
            number(five.rows[3].loss, 3),
            number(five.rows[4].loss, 3),
            number(five.constant, 3),
            seeds.seeds,
            seeds.epochs,
            seeds.tenth_best[0],
            full.diverged,
            full.dead,
            number(end, 2),
            small.diverged,
        ),
    }
}

fn large_early() -> Evidence {
    let noisy = rate_large_then_small::Config::default().run();
    let exact = rate_large_then_small::Config { noise: 0.0, ..Default::default() }.run();
    Evidence {
        supports: noisy.then.last < 0.2 * noisy.large.last.min(noisy.small.last)
            && exact.large.last < 0.1 * exact.then.last,
        text: format!(
            "A quadratic, {} steps, noise {}: expected loss {} at 0.15 throughout, {} at 0.005 throughout, {} with the switch at step {}. Without noise \
             the loss at 0.15 throughout is {} of that with the switch.",
            noisy.steps,
            noisy.noise,
            number(noisy.large.last, 3),
            number(noisy.small.last, 3),
            number(noisy.then.last, 3),
            noisy.switch,
            scientific(exact.large.last / exact.then.last),
        ),
    }
}

fn fixed_suboptimal() -> Evidence {
    let fixed = rate_fixed::Config::default().run();
    let [one, two, noisy_one, noisy_two] = &fixed.rows[..] else {
        unreachable!("four problems")
    };
    Evidence {
        supports: one.fixed == 0.0
            && two.fixed > 0.0
            && two.pair == 0.0
            && noisy_one.gain > 1.3
            && noisy_two.gain > 1.3,
        text: format!(
            "Best single rate against best two, {} steps. Exact gradients: with one curvature both reach the minimum; with two, {} against zero to \
             rounding. Noisy gradients: the expected loss is {} times as high with one curvature and {} times with two.",
            fixed.steps,
            scientific(two.fixed),
            number(noisy_one.gain, 1),
            number(noisy_two.gain, 1),
        ),
    }
}

fn doubles_then_nan() -> Evidence {
    let parabola = rate_blow_up::Config::default().run();
    let five = rate_five::Config::default().run();
    let (barely, slow) = (&parabola.rows[0], &parabola.rows[2]);
    let (rose, died) = (&five.rows[3], &five.rows[4]);
    Evidence {
        supports: barely.factor < 1.05
            && slow.factor < 1.5
            && slow.to_infinity > 1000
            && rose.largest > 2.0 * rose.first
            && rose.loss < 0.1 * rose.first
            && died.largest > 10.0 * died.first
            && died.is_dead(five.constant),
        text: format!(
            "A parabola at 2.2/λ: the loss grows by {} a step, is a million times the first after {} steps, infinite after {}, and θ is NaN {} steps later. \
             The network at 0.1: from {} up to {}, then down to {}. At 0.5: up to {}, and then {}, a constant.",
            number(slow.factor, 2),
            slow.to_million,
            slow.to_infinity,
            slow.to_nan,
            number(rose.first, 1),
            number(rose.largest, 1),
            number(rose.loss, 3),
            number(died.largest, 0),
            number(died.loss, 3),
        ),
    }
}

fn start_at_hundredth() -> Evidence {
    let standardized = finder_sweep::Config::default().run();
    let raw = finder_sweep::Config { raw_targets: true, ..Default::default() }.run();
    let (safe, wild) = (&standardized.choices[3], &raw.choices[3]);
    let problems = one_rate::Config::default().run();
    Evidence {
        supports: safe.diverged == 0
            && safe.median.is_some_and(|median| median > 2.0)
            && wild.diverged == raw.rows.len()
            && problems.spreads[0] > 3.0,
        text: format!(
            "On {} seeds the loss at 0.01 is {} times that of the best rate in the median, and none diverges; with targets in their unit {} diverge, and \
             the best rates are {} to {}. Over four problems the best rates of gradient descent span {} decades.",
            standardized.rows.len(),
            number(safe.median.unwrap_or(0.0), 1),
            wild.diverged,
            raw.best_range[0],
            number(raw.best_range[1], 4),
            number(problems.spreads[0], 1),
        ),
    }
}

fn finds_best() -> Evidence {
    let [standardized, raw] = [false, true].map(|raw_targets| {
        finder_sweep::Config { raw_targets, ..Default::default() }.run()
    });
    let median = |outcome: &finder_sweep::Outcome, choice: usize| {
        outcome.choices[choice].median.unwrap_or(f64::MAX)
    };
    let (tenth, neighbors) = (&standardized.choices[2], &standardized.choices[0]);
    Evidence {
        supports: [&standardized, &raw].iter().all(|outcome| {
            outcome.choices[1].diverged == 0
                && outcome.choices[2].diverged == 0
                && (2.0..10.0).contains(&median(outcome, 2))
        }) && tenth.spread < 3.0
            && neighbors.spread > 1000.0,
        text: format!(
            "{} seeds, two units of the targets, no suggestion diverged. Loss over that of the best rate of a sweep, median: at a tenth of the minimum {} \
             and {}, at the steepest fall over a tenth of the curve {} and {}. The rates of the first differ by a factor of {} between seeds, those of the \
             steepest fall between neighbors by {}.",
            standardized.rows.len(),
            number(median(&standardized, 2), 1),
            number(median(&raw, 2), 1),
            number(median(&standardized, 1), 1),
            number(median(&raw, 1), 1),
            number(tenth.spread, 1),
            number(neighbors.spread, 0),
        ),
    }
}

/// Two digits and a power of ten.
fn scientific(value: f64) -> String {
    ".0e".parse::<crate::report::Format>().expect("a format").apply(value)
}
