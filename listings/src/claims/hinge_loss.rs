//! Claims about the hinge loss and the support vector machine.

use super::least_and_most::least_and_most;
use super::{Claim, Evidence, Verdict};
use crate::experiments::{Experiment, hinge_outlier, margin_losses, margin_picture};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "hinge-outliers",
        statement: "The hinge loss is less sensitive to outliers than cross-entropy.",
        source: "lectures and library guides",
        verdict: Verdict::Depends,
        correct: "Both pulls are bounded by 1, and under both a mislabeled sample turns the line the more, the farther out it is. It turns the line of \
                  the hinge less, by about half at moderate distances; far out the difference shrinks, and with five of them none is left. \
                  A far sample on its own side turns neither. At moderate distances it turns that of the squared hinge the most; far out \
                  squared hinge and cross-entropy turn alike.",
        evidence: hinge_outliers,
    },
    Claim {
        id: "squared-hinge-smooth",
        statement: "The squared hinge loss is differentiable.",
        source: "library guides, as a reason to prefer it",
        verdict: Verdict::Confirmed,
        correct: "Once: its slope is continuous, where that of the hinge jumps. Its second derivative jumps from 2 to 0 at the margin, and its \
                  slope has no bound.",
        evidence: squared_hinge_smooth,
    },
    Claim {
        id: "hinge-ignores-beyond",
        statement: "The hinge ignores points beyond the margin.",
        source: "lectures on support vector machines",
        verdict: Verdict::Confirmed,
        correct: "At the minimum it does, exactly: without them the line is the same, as long as λn is kept. Which points these are is known only \
                  afterwards, and a point that moves into the margin counts at once.",
        evidence: hinge_ignores_beyond,
    },
    Claim {
        id: "support-vectors-on-margin",
        statement: "The support vectors are the points on the margin.",
        source: "lectures that draw separable points",
        verdict: Verdict::Depends,
        correct: "Where all points can be separated and λ is small, they are. In general they are the points on the margin, inside it and on the wrong \
                  side; the last two kinds pull with all they have.",
        evidence: support_vectors_on_margin,
    },
];

fn hinge_outliers() -> Evidence {
    let run = |direction, copies| {
        hinge_outlier::Config { direction, copies, ..Default::default() }.run()
    };
    let (wrong, several, right) = (run(135.0, 1), run(135.0, 5), run(0.0, 1));
    // Where the distance is 12.
    let at = wrong.distances.iter().position(|&distance| distance == 12.0);
    let at = at.expect("12 is among the distances");
    let ratio = |outcome: &hinge_outlier::Outcome, at: usize| {
        outcome.hinge.turned[at] / outcome.logistic.turned[at]
    };
    let last = wrong.distances.len() - 1;
    Evidence {
        supports: ratio(&wrong, at) < 0.65
            && wrong.hinge_turns_less >= 8
            && wrong.hinge.last_turned > 2.0 * wrong.hinge.turned[at]
            && ratio(&several, last) > 0.9
            && right.hinge.last_turned < 1.0
            && right.logistic.last_turned < 1.0
            && wrong.squared_hinge.turned[at] > wrong.logistic.turned[at],
        text: format!(
            "One mislabeled sample among 100, at 135°, mean of {} data sets: at a distance of 12 it turns the line by {}° (hinge), {}° \
             (cross-entropy), {}° (squared hinge); at 30 by {}°, {}° and {}°, the hinge's less than that of cross-entropy on {} data sets. Five \
             of them at 30: {}° and {}°. At 0°, deep in its own class: {}° and {}°.",
            wrong.seeds,
            number(wrong.hinge.turned[at], 1),
            number(wrong.logistic.turned[at], 1),
            number(wrong.squared_hinge.turned[at], 1),
            number(wrong.hinge.last_turned, 1),
            number(wrong.logistic.last_turned, 1),
            number(wrong.squared_hinge.last_turned, 1),
            wrong.hinge_turns_less,
            number(several.hinge.last_turned, 1),
            number(several.logistic.last_turned, 1),
            number(right.hinge.last_turned, 2),
            number(right.logistic.last_turned, 2),
        ),
    }
}

fn squared_hinge_smooth() -> Evidence {
    let near = 1e-6;
    let at = |at| margin_losses::Config { at, width: 1.0 }.run();
    let (inside, beyond) = (at(1.0 - near), at(1.0 + near));
    let bend = |outcome: &margin_losses::Outcome| outcome.squared_hinge.pull / near;
    Evidence {
        // 1 − (1 − 1e-6) is 1e-6 up to a rounding of 1: ten digits.
        supports: inside.hinge.pull - beyond.hinge.pull == 1.0
            && inside.squared_hinge.pull - beyond.squared_hinge.pull < 3.0 * near
            && (bend(&inside) - 2.0).abs() < 1e-9
            && bend(&beyond) == 0.0,
        text: format!(
            "A millionth before and after the margin the hinge pulls with {} and {}, the squared hinge with {} and {}; over that millionth its \
             slope changes at the rate {} before and {} after.",
            number(inside.hinge.pull, 0),
            number(beyond.hinge.pull, 0),
            number(inside.squared_hinge.pull, 6),
            number(beyond.squared_hinge.pull, 6),
            number(bend(&inside), 1),
            number(bend(&beyond), 1),
        ),
    }
}

/// Seeds of the fixed points that the evidence is sought on; the second is that of the figure.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=10;

fn hinge_ignores_beyond() -> Evidence {
    let runs: Vec<_> = SEEDS
        .map(|seed| margin_picture::Config { seed, ..Default::default() }.run())
        .collect();
    let entered: Vec<f64> = SEEDS
        .map(|seed| margin_picture::Config {
            b_x: 0.0,
            b_y: 0.0,
            seed,
            ..Default::default()
        })
        .map(|config| config.run().points[21].pull)
        .collect();
    let moved = least_and_most(runs.iter().map(|run| run.logistic_moved_without_others));
    let held = least_and_most(runs.iter().map(|run| run.support_vectors as f64));
    let pulls = least_and_most(entered);
    Evidence {
        // Both fits end when biases agree to 1e-9; w and b are of size one.
        supports: runs.iter().all(|run| run.moved_without_others < 1e-6)
            && runs.iter().all(|run| run.points[21].pull == 0.0)
            && held.1 < runs[0].points.len() as f64 / 2.0
            && moved.0 > 0.05
            && pulls.0 > 0.0,
        text: format!(
            "On ten data sets {} to {} of {} points are support vectors. Fitted to these alone at the same λn, no parameter of the machine moves \
             by {} on any; of logistic regression one moves by {} to {}. Point B, moved to the middle, pulls with {} to {} in place of 0.",
            held.0,
            held.1,
            runs[0].points.len(),
            "10⁻⁶",
            number(moved.0, 2),
            number(moved.1, 2),
            number(pulls.0, 2),
            number(pulls.1, 2),
        ),
    }
}

fn support_vectors_on_margin() -> Evidence {
    let at = |decay| {
        SEEDS
            .map(|seed| margin_picture::Config { decay, seed, ..Default::default() })
            .map(|config| config.run())
            .collect::<Vec<_>>()
    };
    let (small, large) = (at(0.001), at(0.3));
    let held = |runs: &[margin_picture::Outcome]| {
        least_and_most(runs.iter().map(|run| run.support_vectors as f64))
    };
    let inside = least_and_most(large.iter().map(|run| run.violators as f64));
    Evidence {
        supports: small.iter().all(|run| {
            run.svm.errors == 0 && run.violators == 0 && run.support_vectors > 0
        }) && inside.0 > 0.0,
        text: format!(
            "Ten data sets that a line separates. At λ = 0.001 the support vectors, {} to {}, all lie on the margin. At λ = 0.3 there are {} to \
             {}, of which {} to {} lie inside the margin or on the wrong side.",
            held(&small).0,
            held(&small).1,
            held(&large).0,
            held(&large).1,
            inside.0,
            inside.1,
        ),
    }
}
