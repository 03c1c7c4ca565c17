//! Claims about schedules compared.

use super::{Claim, Evidence, Verdict};
use crate::experiments::compare_tuned::{Column, Outcome, Row};
use crate::experiments::{Experiment, compare_full_batch, compare_tuned};
use crate::report::number;
use std::sync::OnceLock;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "compare-always-a-schedule",
        statement: "Always use a schedule.",
        source: "lectures, as the summary of this part",
        verdict: Verdict::Depends,
        correct: "Where mini-batch noise limits the end of training, a rate that ends near zero after a long time near its peak can beat a constant \
                  rate tuned as well: here two schedules do with both optimizers, and the cosine with momentum, while its gain with Adam is within the noise. One that \
                  falls too early, or ends high, can be no better, and costs a longer search.",
        evidence: always,
    },
    Claim {
        id: "compare-fifty-five-percent",
        statement: "Decay gives 55 % lower loss and 23–24 % faster convergence.",
        source: "a notebook that runs all schedules at one peak",
        verdict: Verdict::Depends,
        correct: "At one peak for all, the number is what you make it: the constant rate may be too large, and lose by half, or just right, and \
                  win. With a peak of its own for each, the gain here is about a tenth of the loss, and what the constant rate ends with is reached sooner under one \
                  schedule and later under another.",
        evidence: fifty_five,
    },
    Claim {
        id: "compare-full-batch",
        statement: "A schedule helps full-batch descent too.",
        source: "lectures",
        verdict: Verdict::Depends,
        correct: "Where there is no noise, a falling rate has nothing to average out: tuned, it saves few steps at best and can cost some. What \
                  helps is another kind of schedule: long steps among short ones, chosen for the curvatures.",
        evidence: full_batch,
    },
];

/// The tuned comparison, run once for all claims.
fn tuned() -> &'static Outcome {
    static TUNED: OnceLock<Outcome> = OnceLock::new();
    TUNED.get_or_init(|| compare_tuned::Config::default().run())
}

fn verdicts(column: &Column) -> String {
    let said = |row: &Row| {
        let paired = row.difference.expect("a complete comparison");
        let mean = number(paired.mean, 1);
        format!("{} {mean} % ({})", row.schedule, paired.verdict())
    };
    let rows: Vec<String> = column.rows[1..].iter().map(said).collect();
    format!("With {}: {}", column.optimizer, rows.join(", "))
}

fn count(column: &Column, verdict: &str) -> usize {
    let differences = column.rows[1..].iter().filter_map(|row| row.difference);
    differences.filter(|paired| paired.verdict() == verdict).count()
}

/// Whether a row's verdict is this one.
fn is(column: &Column, row: usize, verdict: &str) -> bool {
    column.rows[row].difference.is_some_and(|paired| paired.verdict() == verdict)
}

fn always() -> Evidence {
    let outcome = tuned();
    let [momentum, adam] = outcome.columns();
    let edges = outcome
        .columns()
        .iter()
        .any(|column| column.rows.iter().any(|row| row.at_the_edge));
    Evidence {
        // Six comparisons with 95 % intervals each: one alarm in three columns by chance.
        supports: !edges
            // Warm-up with a line, and warm-up, stable, decay; with momentum the cosine.
            && [4, 6].iter().all(|&row| is(momentum, row, "lower") && is(adam, row, "lower"))
            && is(momentum, 3, "lower")
            && is(adam, 3, "noise")
            && count(momentum, "noise") >= 2
            && count(adam, "noise") >= 2
            && count(momentum, "higher") + count(adam, "higher") == 0,
        text: format!(
            "Test loss against a constant rate with the same sweep, {} updates on batches of {}, {} seeds. {}. {}.",
            outcome.updates,
            outcome.batch,
            outcome.seeds,
            verdicts(momentum),
            verdicts(adam)
        ),
    }
}

/// The least and the largest loss of a schedule over that of the constant rate, at one
/// peak of the grid for both.
fn range_at_one_peak(column: &Column) -> (f64, f64) {
    let constant = &column.rows[0].sweep;
    let ratios = column.rows[1..].iter().flat_map(|row| {
        let pairs = row.sweep.iter().zip(constant);
        pairs.filter_map(|(own, constant)| Some(own.loss? / constant.loss?))
    });
    ratios.fold((f64::MAX, 0.0), |(low, high), ratio| (low.min(ratio), high.max(ratio)))
}

fn fifty_five() -> Evidence {
    let outcome = tuned();
    let momentum = &outcome.momentum;
    let (low, high) = range_at_one_peak(momentum);
    let reached = [0, 3, 4, 6].map(|index| {
        let row = &momentum.rows[index];
        let updates =
            row.reached.map_or("never".to_string(), |updates| updates.to_string());
        format!("{updates} ({})", row.schedule)
    });
    let gains = outcome.columns().map(|column| column.largest_gain.unwrap_or(0.0));
    // The updates to the last loss of the constant rate, over those that it takes itself.
    let constant = momentum.rows[0].reached.unwrap_or(0) as f64;
    let pace = momentum.rows[1..].iter().filter_map(|row| Some(row.reached? as f64));
    let (soonest, latest) = pace
        .map(|updates| updates / constant)
        .fold((f64::MAX, 0.0_f64), |(low, high), pace| (low.min(pace), high.max(pace)));
    Evidence {
        supports: low < 0.7
            && high > 1.1
            && gains.iter().all(|&gain| gain > 0.0 && gain < 25.0)
            // Curves are measured every thirtieth update, which is a fourteenth of the
            // constant rate's 420.
            && soonest < 0.85
            && latest > 1.15,
        text: format!(
            "At one peak for all, the loss of a schedule is {} to {} times that of the constant rate, by schedule and peak (momentum). At their own \
             peaks the best is {} % lower with momentum and {} % with Adam. The mean loss that the constant rate ends with is first reached \
             after so many updates of {}: {}.",
            number(low, 2),
            number(high, 2),
            number(gains[0], 1),
            number(gains[1], 1),
            outcome.updates,
            reached.join(", ")
        ),
    }
}

fn full_batch() -> Evidence {
    let outcome = compare_full_batch::Config::default().run();
    let exponents: Vec<f64> = outcome.rows.iter().map(|row| row.exponent).collect();
    let (constant, shapes, chebyshev) = (exponents[0], &exponents[1..7], exponents[7]);
    let best = shapes.iter().copied().fold(0.0, f64::min);
    let worst = shapes.iter().copied().fold(f64::MIN, f64::max);
    Evidence {
        supports: worst > constant + 0.5
            && best > constant - 1.5
            && chebyshev < 2.0 * constant,
        text: format!(
            "A quadratic of condition {}, {} exact steps, each at its best peak: log₁₀ of the loss {} at a constant rate, {} to {} under the six \
             schedules, {} with cycles of {} Chebyshev steps.",
            number(outcome.condition, 0),
            outcome.steps,
            number(constant, 1),
            number(best, 1),
            number(worst, 1),
            number(chebyshev, 1),
            outcome.cycle
        ),
    }
}
