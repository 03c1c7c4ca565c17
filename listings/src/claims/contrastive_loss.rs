//! Claims about the contrastive loss.

use super::{Claim, Evidence, Verdict};
use crate::experiments::contrastive_supervision::{Config, Outcome};
use crate::experiments::{Experiment, pair_pull};
use crate::report::number;
use std::sync::OnceLock;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "contrastive-square",
        statement: "max(0, m − d²) and max(0, m − d)² say the same about a dissimilar pair.",
        source: "code that takes squared distances to save a root",
        verdict: Verdict::Corrected,
        correct: "The first pushes with 2d: least where the pair is nearest, and not at all where it is one point. The second pushes with \
                  2(m − d): hardest there.",
        evidence: square,
    },
    Claim {
        id: "contrastive-beyond-margin",
        statement: "After training, dissimilar pairs are beyond the margin.",
        source: "lectures, of the term max(0, m − d)²",
        verdict: Verdict::Corrected,
        correct: "Most are, not all: the push fades to nothing at the margin, while the pull of similar pairs does not. The margin is where \
                  pushing ends, not a distance that is kept.",
        evidence: beyond_margin,
    },
    Claim {
        id: "contrastive-beats-pca",
        statement: "A trained embedding separates what principal components cannot.",
        source: "notebooks that show both pictures of one data set",
        verdict: Verdict::Depends,
        correct: "Where the classes are what varies most, the principal components show them as well, without training. Where something \
                  else varies more, they show that, and the embedding, which was told what matters, shows the classes.",
        evidence: beats_pca,
    },
    Claim {
        id: "contrastive-no-labels",
        statement: "Contrastive learning needs no labels.",
        source: "introductions to self-supervised learning",
        verdict: Verdict::Depends,
        correct: "It needs to know which pairs are similar. Labels say so; two views of one sample say so too, if they differ in what shall \
                  not matter. Views that do not, teach the wrong similarity.",
        evidence: no_labels,
    },
];

/// Ten data sets, run once for all claims.
fn ten() -> &'static Outcome {
    static TEN: OnceLock<Outcome> = OnceLock::new();
    TEN.get_or_init(|| Config { seeds: 10, ..Config::default() }.run())
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn square() -> Evidence {
    let at = |distance| pair_pull::Config { margin: 2.0, distance }.run();
    let (near, far) = (at(0.05), at(1.0));
    let (inside, outside) = (near.squared_inside.slope, near.dissimilar.slope);
    Evidence {
        // −2 · 0.05 and −2 · 1.95, with a rounding or two.
        supports: (inside + 0.1).abs() < 1e-12
            && (outside + 3.9).abs() < 1e-12
            && far.squared_inside.slope == far.dissimilar.slope,
        text: format!(
            "With m = 2, at d = {} the first pushes with {}, the second with {}; at d = 1 both push with {}.",
            number(near.distance, 2),
            number(-inside, 1),
            number(-outside, 1),
            number(-far.dissimilar.slope, 1)
        ),
    }
}

fn beyond_margin() -> Evidence {
    let labels = ten().plain.labels;
    Evidence {
        supports: labels.all_beyond == 0 && labels.beyond > 0.75 && labels.beyond < 0.95,
        text: format!(
            "Five classes, ten data sets: {} of the dissimilar test pairs are at least m = {} apart in the mean, {} on the worst data set; all \
             of them on {} of ten. Yet the nearest neighbor is of the same class for {} of the samples.",
            percent(labels.beyond),
            number(ten().margin, 0),
            percent(labels.worst_beyond),
            labels.all_beyond,
            percent(labels.accuracy)
        ),
    }
}

fn beats_pca() -> Evidence {
    let (plain, disturbed) = (&ten().plain, &ten().disturbed);
    Evidence {
        // Chance is one in five.
        supports: plain.pca.worst_accuracy > 0.95
            && plain.pca.ratio > 0.8 * plain.labels.ratio
            && disturbed.pca.accuracy < 0.4
            && disturbed.labels.worst_accuracy > 0.95,
        text: format!(
            "Ten data sets, five classes in 50 dimensions, nearest neighbor of the same class: principal components {}, network {} (ratio of \
             distances {} and {}). With two nuisance factors of deviation {}: {} and {}.",
            percent(plain.pca.accuracy),
            percent(plain.labels.accuracy),
            number(plain.pca.ratio, 1),
            number(plain.labels.ratio, 1),
            number(ten().nuisance, 0),
            percent(disturbed.pca.accuracy),
            percent(disturbed.labels.accuracy)
        ),
    }
}

fn no_labels() -> Evidence {
    let (plain, disturbed) = (&ten().plain, &ten().disturbed);
    Evidence {
        supports: plain.noise.worst_accuracy > 0.95
            && disturbed.noise.accuracy < 0.75
            && disturbed.redrawn.worst_accuracy > 0.95
            && disturbed.labels.worst_accuracy > 0.95,
        text: format!(
            "Ten data sets, nearest neighbor of the same class: pairs from labels {}, noisy views {} without nuisance. With nuisance: labels {}, \
             noisy views {} (worst {}), views with the nuisance drawn anew {}.",
            percent(plain.labels.accuracy),
            percent(plain.noise.accuracy),
            percent(disturbed.labels.accuracy),
            percent(disturbed.noise.accuracy),
            percent(disturbed.noise.worst_accuracy),
            percent(disturbed.redrawn.accuracy)
        ),
    }
}
