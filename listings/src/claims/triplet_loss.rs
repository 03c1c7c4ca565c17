//! Claims about the triplet loss, mining, and InfoNCE.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, hardest_collapse, info_nce_bound, margin_sensitivity, mining_cost,
    triplet_zones,
};
use crate::report::number;
use std::sync::OnceLock;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "triplet-squared",
        statement: "FaceNet's triplet loss is the one in the libraries.",
        source: "tutorials that quote the paper and call PyTorch",
        verdict: Verdict::Corrected,
        correct: "FaceNet squares the distances, of embeddings of length 1; PyTorch's TripletMarginLoss does not. The same margin then asks for \
                  another gap, and the pull is in proportion to the distance instead of the same at every distance.",
        evidence: squared,
    },
    Claim {
        id: "triplet-efficient",
        statement: "The triplet loss is more efficient than the contrastive loss.",
        source: "lectures, of the two losses",
        verdict: Verdict::Depends,
        correct: "With as many samples embedded, and each at its best margin, drawn pairs and drawn triplets do alike. The triplet loss needs less \
                  care with its margin; what makes it efficient is mining.",
        evidence: efficient,
    },
    Claim {
        id: "triplet-hardest",
        statement: "The hardest negatives teach most.",
        source: "lectures on mining",
        verdict: Verdict::Depends,
        correct: "They beat triplets drawn blindly where classes can be told apart. Semi-hard ones reach the same earlier, and where classes \
                  overlap the hardest are mostly noise.",
        evidence: hardest,
    },
    Claim {
        id: "triplet-collapse",
        statement: "Mining the hardest triplets collapses the embedding.",
        source: "Schroff et al. (2015), §3.2; Hermans et al. (2017) find squared distances more prone to it",
        verdict: Verdict::Depends,
        correct: "Where classes overlap, the embedding shrinks to less than half of its size, most with squared distances, and little or nothing is learned. \
                  Where they can be told apart it does not happen.",
        evidence: collapse,
    },
    Claim {
        id: "triplet-online",
        statement: "Online mining learns as well as offline mining, for less.",
        source: "Schroff et al. (2015), §3.2, which mines online because offline mining of all samples is too costly",
        verdict: Verdict::Confirmed,
        correct: "Semi-hard triplets from each batch do at least as well as those from all samples mined every 50 steps, with fewer distances and \
                  fewer embeddings. Offline triplets are stale until the next round.",
        evidence: online,
    },
    Claim {
        id: "info-nce-information",
        statement: "InfoNCE measures the mutual information of two views.",
        source: "introductions to contrastive learning, after van den Oord et al. (2018)",
        verdict: Verdict::Depends,
        correct: "ln k − L is a lower bound of it, and never more than ln k. It is near the truth only where the truth is well below ln k.",
        evidence: information,
    },
];

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

/// Ten data sets, run once for all claims.
fn ten() -> &'static mining_cost::Outcome {
    static TEN: OnceLock<mining_cost::Outcome> = OnceLock::new();
    TEN.get_or_init(|| mining_cost::Config { seeds: 10, ..Default::default() }.run())
}

/// Ten data sets of classes that overlap.
fn ten_overlapping() -> &'static hardest_collapse::Outcome {
    static TEN: OnceLock<hardest_collapse::Outcome> = OnceLock::new();
    TEN.get_or_init(|| hardest_collapse::Config { seeds: 10, ..Default::default() }.run())
}

fn squared() -> Evidence {
    let run = |squared| {
        triplet_zones::Config {
            positive_x: -1.0,
            positive_y: 0.0,
            negative_x: 1.5,
            negative_y: 0.0,
            squared,
            ..Default::default()
        }
        .run()
    };
    let (plain, square) = (run(false), run(true));
    Evidence {
        // 1 − 1.5 + 1 and 1 − 2.25 + 1, exact in binary.
        supports: plain.loss == 0.5 && square.loss == 0.0 && square.zone == "easy",
        text: format!(
            "A positive 1 away, a negative 1.5 away, m = 1: with distances the negative is {} and the loss {}; with squared distances it is {} and \
             the loss {}.",
            plain.zone,
            number(plain.loss, 1),
            square.zone,
            number(square.loss, 1)
        ),
    }
}

fn efficient() -> Evidence {
    let margins = margin_sensitivity::Config::default().run();
    let (pairs, triplets) = (&margins.pairs, &margins.triplets);
    Evidence {
        // Three data sets of 200 test samples: one standard error is under 0.02.
        supports: (pairs.best - triplets.best).abs() < 0.05
            && margins.semi_hard.best > pairs.best.max(triplets.best) + 0.05
            && pairs.worst < 0.4
            && triplets.worst > 0.6
            && ten().semi_hard.accuracy > ten().all_triplets.accuracy
            && ten().all_pairs.accuracy > ten().all_triplets.accuracy - 0.02,
        text: format!(
            "200 steps of 30 samples, right nearest neighbors: drawn pairs {} at the best margin and {} at the worst, drawn triplets {} and {}. \
             From whole batches, ten data sets: all pairs {}, all triplets {}, semi-hard triplets {}.",
            percent(pairs.best),
            percent(pairs.worst),
            percent(triplets.best),
            percent(triplets.worst),
            percent(ten().all_pairs.accuracy),
            percent(ten().all_triplets.accuracy),
            percent(ten().semi_hard.accuracy)
        ),
    }
}

fn hardest() -> Evidence {
    let (semi, hard, drawn) = (ten().semi_hard, ten().hardest, ten().drawn_triplets);
    let overlapping = ten_overlapping();
    Evidence {
        supports: hard.accuracy > drawn.accuracy + 0.05
            && semi.accuracy > hard.accuracy
            && semi.steps_to_target < 0.8 * hard.steps_to_target
            && overlapping.semi_hard.accuracy > overlapping.hardest.accuracy + 0.1,
        text: format!(
            "Ten data sets, {} right neighbors after {} steps (semi-hard), {} after {} (hardest); in the end {}, {}, and {} for drawn triplets. \
             With centers half as far apart: {} (semi-hard) and {} (hardest).",
            percent(ten().target),
            number(semi.steps_to_target, 0),
            percent(ten().target),
            number(hard.steps_to_target, 0),
            percent(semi.accuracy),
            percent(hard.accuracy),
            percent(drawn.accuracy),
            percent(overlapping.semi_hard.accuracy),
            percent(overlapping.hardest.accuracy)
        ),
    }
}

fn collapse() -> Evidence {
    let run = ten_overlapping();
    let apart =
        hardest_collapse::Config { center_spread: 1.0, ..Default::default() }.run();
    let (plain, squared) = (run.hardest, run.hardest_squared);
    Evidence {
        // Chance is one in ten.
        supports: squared.between < squared.between_before / 2.0
            && squared.accuracy < squared.accuracy_before
            && plain.between < plain.between_before / 2.0
            && run.semi_hard.between > run.semi_hard.between_before
            && apart.hardest.between > apart.hardest.between_before
            && apart.hardest.accuracy > 0.8,
        text: format!(
            "Ten data sets of overlapping classes: the mean distance between classes goes from {} to {} with the hardest triplets ({} with squared \
             distances) and to {} with semi-hard ones; right neighbors from {} to {} ({}) and {}. With centers twice as far apart, on three data sets, \
             the hardest triplets end at {} and {}.",
            number(plain.between_before, 1),
            number(plain.between, 1),
            number(squared.between, 1),
            number(run.semi_hard.between, 1),
            percent(plain.accuracy_before),
            percent(plain.accuracy),
            percent(squared.accuracy),
            percent(run.semi_hard.accuracy),
            number(apart.hardest.between, 1),
            percent(apart.hardest.accuracy)
        ),
    }
}

fn online() -> Evidence {
    let (online, offline) = (ten().semi_hard, ten().offline);
    Evidence {
        supports: online.accuracy > offline.accuracy - 0.01
            && online.distances < offline.distances
            && online.embeddings < offline.embeddings
            && online.steps_to_target < offline.steps_to_target,
        text: format!(
            "Ten data sets, 200 steps: online {} with {} embeddings and {} distances, {} right neighbors after {} steps; offline {} with {} and {}, \
             after {} steps.",
            percent(online.accuracy),
            online.embeddings,
            online.distances,
            percent(ten().target),
            number(online.steps_to_target, 0),
            percent(offline.accuracy),
            offline.embeddings,
            offline.distances,
            number(offline.steps_to_target, 0)
        ),
    }
}

fn information() -> Evidence {
    let much = info_nce_bound::Config::default().run();
    let little = info_nce_bound::Config { correlation: 0.5, ..Default::default() }.run();
    let of = |outcome: &info_nce_bound::Outcome, candidates| {
        let mut estimates = outcome.estimates.iter();
        *estimates.find(|e| e.candidates == candidates).expect("one of the sizes")
    };
    let (few, many) = (of(&much, 8), of(&much, 256));
    let enough = of(&little, 256);
    Evidence {
        supports: few.shown < few.ceiling
            && few.ceiling < much.information - 1.0
            && many.shown < much.information
            && (enough.shown - little.information).abs() < 0.1,
        text: format!(
            "Of {} nats a perfect judge shows {} with 8 candidates (ln 8 = {}) and {} with 256. Of {} nats it shows {} with 256.",
            number(much.information, 2),
            number(few.shown, 2),
            number(few.ceiling, 2),
            number(many.shown, 2),
            number(little.information, 2),
            number(enough.shown, 2)
        ),
    }
}
