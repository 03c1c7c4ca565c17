//! Claims about warm-up.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, warmup_adam, warmup_conventions, warmup_first_step, warmup_peaks,
    warmup_share, warmup_transformer,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "warmup-starts-at-zero",
        statement: "Warm-up with η t/W starts at zero.",
        source: "lectures and libraries",
        verdict: Verdict::Depends,
        correct: "Where t counts from 0 it does, and the first step moves nothing: a batch is spent on filling the optimizer's means. Where t counts from 1, or the \
                  rise starts from a share of the peak, it does not.",
        evidence: starts_at_zero,
    },
    Claim {
        id: "warmup-adam-is-corrected",
        statement: "Adam's bias correction makes a warm-up unnecessary.",
        source: "explanations of the correction",
        verdict: Verdict::Corrected,
        correct: "The correction makes the first means right on average. It does not make them means of many: the first step is the whole rate along one batch's \
                  gradient, and only later steps average noise away.",
        evidence: adam_is_corrected,
    },
    Claim {
        id: "warmup-higher-peak",
        statement: "Warm-up lets the peak rate be higher.",
        source: "papers on large batches, and lectures",
        verdict: Verdict::Depends,
        correct: "For Adam and for plain gradient descent it does. With momentum 0.9 we find the contrary: its velocity needs ten steps to fill, which is a warm-up \
                  already.",
        evidence: higher_peak,
    },
    Claim {
        id: "warmup-essential-transformers",
        statement: "Warm-up is essential for transformers.",
        source: "lectures, after Vaswani et al. (2017)",
        verdict: Verdict::Depends,
        correct: "At a modest rate a small one trains without. At a bold rate it fails without a warm-up where the norm stands behind each sum, as in the first \
                  transformer, and seldom does where it stands in front, as in most since (Xiong et al., 2020). Large ones are not tested here.",
        evidence: essential_for_transformers,
    },
    Claim {
        id: "warmup-five-to-ten",
        statement: "Warm-up belongs in 5–10 % of training.",
        source: "lectures and recipes",
        verdict: Verdict::Depends,
        correct: "At a modest rate its length hardly matters. At a bold one a short warm-up helps and a longer one helps more: in a run of sixty steps the best is \
                  at a fifth to a half. The reasons above suggest that a number of steps must be covered, and not a share; one length of run cannot tell.",
        evidence: five_to_ten,
    },
];

fn starts_at_zero() -> Evidence {
    let first = warmup_first_step::Config::default().run();
    let libraries = warmup_conventions::Config::default().run();
    let at_zero = libraries.rows.iter().filter(|row| row.rates[0] == 0.0).count();
    let from_one = &first.rows[4];
    Evidence {
        supports: first.rows.iter().all(|row| row.first == 0.0 && row.second > 0.0)
            && first.rows.iter().all(|row| row.first_from_one > 0.0)
            && first.moment > 0.0
            && at_zero > 0
            && at_zero < libraries.rows.len(),
        text: format!(
            "η t/W from t = 0: the first step is 0 for all gradients and both optimizers, while Adam's m goes from 0 to {} of the gradient. η (t + 1)/W: the \
             first step of Adam is {} at a peak of {}, W = {}. Of {} forms in libraries and papers {} start at 0.",
            number(first.moment, 1),
            number(from_one.first_from_one, 3),
            first.peak,
            first.warmup,
            libraries.rows.len(),
            at_zero,
        ),
    }
}

fn adam_is_corrected() -> Evidence {
    let noise = warmup_adam::Config::default().run();
    let sure = warmup_adam::Config { signal: 3.0, ..Default::default() }.run();
    Evidence {
        supports: noise.first > 4.0 * noise.late
            && noise.first > 2.5 * noise.tenth
            && sure.first < 1.1 * sure.late,
        text: format!(
            "Gradients without signal, corrected means: the mean |Δθ| is {} rates at the first step, {} at the tenth and {} after five hundred, where formula and \
             noise give {}. With three times as much signal as noise it is {} and {}.",
            number(noise.first, 2),
            number(noise.tenth, 2),
            number(noise.late, 2),
            number(noise.noise_only, 2),
            number(sure.first, 2),
            number(sure.late, 2),
        ),
    }
}

fn higher_peak() -> Evidence {
    let outcome = warmup_peaks::Config::default().run();
    let [descent, momentum, adam] = &outcome.gains[..] else {
        unreachable!("there are three optimizers")
    };
    let said = |gain: &warmup_peaks::Gain| {
        format!(
            "{} to a peak of {} without and {} with ({} and {} failures over all peaks)",
            gain.name, gain.cold, gain.warm, gain.cold_failed, gain.warm_failed
        )
    };
    Evidence {
        supports: descent.warm > descent.cold
            && adam.warm > adam.cold
            && adam.warm_failed + 5 < adam.cold_failed
            && momentum.warm <= momentum.cold
            && momentum.warm_failed > momentum.cold_failed,
        text: format!(
            "A network of three hidden layers, {} steps, {} seeds, W = {}; with at most one failure it can be trained by {}; {}; {}.",
            outcome.steps,
            outcome.seeds,
            outcome.warmup,
            said(descent),
            said(momentum),
            said(adam),
        ),
    }
}

fn essential_for_transformers() -> Evidence {
    let outcome = warmup_transformer::Config::default().run();
    let [after_modest, after_bold, before_modest, before_bold] = &outcome.rows[..] else {
        unreachable!("two places of the norm, two peaks")
    };
    let said = |row: &warmup_transformer::Row| {
        format!("{} without and {} with", row.cold.failed, row.warm.failed)
    };
    // Of ten starts each, five failures more or less have a probability below 5 % when the
    // chances are the same, whatever these are.
    let fewer = |one: &warmup_transformer::Tried, other: &warmup_transformer::Tried| {
        one.failed + 5 <= other.failed
    };
    Evidence {
        supports: after_modest.cold.failed <= outcome.seeds / 4
            && before_modest.cold.failed <= outcome.seeds / 4
            && fewer(&after_bold.warm, &after_bold.cold)
            && fewer(&before_bold.cold, &after_bold.cold),
        text: format!(
            "{} layers, {} steps of Adam, W = {}; of {} starts there fail, with the norm behind the sums at a peak of {}, {}; at {}, {}. With the norm in front: {}; {}.",
            outcome.layers,
            outcome.steps,
            outcome.warmup,
            outcome.seeds,
            after_modest.peak,
            said(after_modest),
            after_bold.peak,
            said(after_bold),
            said(before_modest),
            said(before_bold),
        ),
    }
}

fn five_to_ten() -> Evidence {
    let outcome = warmup_share::Config::default().run();
    let rows = &outcome.rows;
    let modest = rows.iter().map(|row| row.modest.loss);
    let (least, most) =
        (modest.clone().fold(f64::INFINITY, f64::min), modest.fold(0.0, f64::max));
    let best = rows
        .iter()
        .min_by(|a, b| a.bold.loss.total_cmp(&b.bold.loss))
        .expect("there are rows");
    let percent = |share: f64| Format::percent(0).apply(share);
    Evidence {
        supports: rows.iter().all(|row| row.modest.failed == 0)
            && most < 2.0 * least
            && best.share > 0.15
            && best.share < 0.65
            && rows[2].bold.loss > 1.5 * best.bold.loss
            && rows[0].bold.failed > rows[2].bold.failed,
        text: format!(
            "Adam, {} steps, {} seeds. At a peak of {} the median loss is between {} and {} for all warm-ups from 0 to 80 %. At {} it is {} with {} failures \
             without warm-up, {} with {} at 10 %, and best at {}: {} with {}.",
            outcome.steps,
            outcome.seeds,
            outcome.modest,
            number(least, 3),
            number(most, 3),
            outcome.bold,
            number(rows[0].bold.loss, 3),
            rows[0].bold.failed,
            number(rows[2].bold.loss, 3),
            rows[2].bold.failed,
            percent(best.share),
            number(best.bold.loss, 3),
            best.bold.failed,
        ),
    }
}
