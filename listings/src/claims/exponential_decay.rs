//! Claims about exponential decay.

use super::{Claim, Evidence, Verdict};
use crate::experiments::schedule_curve::written;
use crate::experiments::{
    Experiment, exponential_forms, exponential_half_life, exponential_robbins_monro,
    exponential_typical,
};
use crate::report::number;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "exponential-three-forms",
        statement: "η₀ d^(t/s), η₀ γ^t and η₀ e^(−kt) are the same schedule.",
        source: "textbooks and library documentation",
        verdict: Verdict::Confirmed,
        correct: "With γ = d^(1/s) and k = −ln γ. Not with k = 1 − γ, which is near only where both changes are small.",
        evidence: three_forms,
    },
    Claim {
        id: "exponential-typical-decay",
        statement: "A decay of 0.94 to 0.99 is typical, per epoch or per step.",
        source: "lectures on exponential decay",
        verdict: Verdict::Depends,
        correct: "Per epoch. Per step the rate is gone after some hundred of them, and training with it. In runs of thousands of steps the factor of a \
                  step begins with three nines.",
        evidence: typical,
    },
    Claim {
        id: "exponential-faster-is-safer",
        statement: "If in doubt, decay faster: a small rate cannot do harm.",
        source: "folklore",
        verdict: Verdict::Corrected,
        correct: "A rate that falls too fast stops before it arrives, which looks like convergence. Too slow a fall leaves noise, which is \
                  seen, and can be removed later.",
        evidence: faster_is_safer,
    },
    Claim {
        id: "exponential-robbins-monro",
        statement: "A rate that breaks the conditions of Robbins and Monro gives worse results.",
        source: "lectures on stochastic approximation",
        verdict: Verdict::Depends,
        correct: "They speak of infinitely many steps. In a run of known length an exponential fall that fits it breaks the first condition and is nearest \
                  after a hundred steps; after ten thousand the inverse time decay, which meets both, is.",
        evidence: robbins_monro,
    },
];

fn three_forms() -> Evidence {
    let forms = exponential_forms::Config::default().run();
    let short =
        exponential_forms::Config { factor: 0.5, steps: 1, ..Default::default() }.run();
    // k = 1 − γ in place of −ln γ, over 20 s steps.
    let naive = |forms: &exponential_forms::Outcome| {
        let steps = 20.0 * forms.steps as f64;
        let naive = (-(1.0 - forms.per_step) * steps).exp();
        naive / forms.per_step.powf(steps)
    };
    Evidence {
        // γ is rounded once and raised to 2000 at most.
        supports: forms.apart < 1e-12
            && short.apart < 1e-12
            && (naive(&forms) - 1.0).abs() < 1e-3
            && naive(&short) > 10.0,
        text: format!(
            "d = 0.96, s = 100: γ = {}, k = {}; at 2000 steps the three agree within 10⁻¹². With k = 1 − γ the rate there is {} times as large; where the \
             rate halves in each step, {} times after twenty.",
            number(forms.per_step, 6),
            written(forms.constant),
            number(naive(&forms), 4),
            number(naive(&short), 0),
        ),
    }
}

fn typical() -> Evidence {
    let typical = exponential_typical::Config::default().run();
    let (fast, slow) = (&typical.rows[0], &typical.rows[3]);
    Evidence {
        supports: typical.rows.iter().all(|row| {
            row.left_per_epoch > -5.0
                && row.left_per_update < -60.0
                && row.gone_after < 500
                && row.loss_per_update > 3.0 * row.loss_per_epoch
                && row.equivalent > 0.999
        }),
        text: format!(
            "150 epochs of 100 updates. Of the rate are left {} (0.94) to {} (0.99) per epoch; per update a hundredth is left after {} to {} of the 15 000. \
             Expected loss on two noisy directions: {} and {} per epoch, {} and {} per update. The same fall per update has the factors {} to {}.",
            written(10_f64.powf(fast.left_per_epoch)),
            written(10_f64.powf(slow.left_per_epoch)),
            fast.gone_after,
            slow.gone_after,
            written(fast.loss_per_epoch),
            written(slow.loss_per_epoch),
            written(fast.loss_per_update),
            written(slow.loss_per_update),
            number(fast.equivalent, 5),
            number(slow.equivalent, 5),
        ),
    }
}

fn faster_is_safer() -> Evidence {
    let usual = exponential_half_life::Config::default().run();
    let best = usual.best.half_life;
    let at = |half_life| {
        exponential_half_life::Config { half_life, ..Default::default() }.run()
    };
    let (fast, slow) = (at(best / 8.0), at(best * 8.0));
    Evidence {
        supports: usual.lost > 20.0
            && fast.lost > 1.5 * slow.lost
            && fast.chosen.flat > 10.0 * fast.chosen.steep,
        text: format!(
            "Two noisy directions, {} steps, expected loss. Best half-life of a sweep: {} steps, loss {}. Eight times as fast: {} times that, nearly all of it \
             the flat direction, frozen; eight times as slow: {} times, noise. With a half-life of 20 steps: {} times.",
            usual.steps,
            written(best),
            written(usual.best.last),
            number(fast.lost, 1),
            number(slow.lost, 1),
            number(usual.lost, 0),
        ),
    }
}

fn robbins_monro() -> Evidence {
    let at = |steps| {
        exponential_robbins_monro::Config { steps, ..Default::default() }.run().rows
    };
    let (short, long) = (at(100), at(10_000));
    // Exponential to a thousandth at T, inverse time, inverse square root, constant.
    let [known, inverse, root, constant] =
        [2, 3, 4, 0].map(|row| [&short[row], &long[row]]);
    let least = |rows: &[exponential_robbins_monro::Row]| {
        rows.iter().map(|row| row.last).fold(f64::INFINITY, f64::min)
    };
    Evidence {
        supports: least(&short) == known[0].last
            && least(&long) == inverse[1].last
            && root[1].last < 0.2 * root[0].last
            && (constant[1].last / constant[0].last - 1.0).abs() < 0.01,
        text: format!(
            "Expected loss after 100 and after 10 000 steps: exponential to a thousandth at the end {} and {}; inverse time {} and {}; inverse square root, \
             whose squares have an infinite sum, {} and {}; constant {} and {}. Mean of {} walks: {} and {} (exponential), {} and {} (inverse time).",
            written(known[0].last),
            written(known[1].last),
            written(inverse[0].last),
            written(inverse[1].last),
            written(root[0].last),
            written(root[1].last),
            written(constant[0].last),
            written(constant[1].last),
            exponential_robbins_monro::WALKS,
            written(known[0].measured),
            written(known[1].measured),
            written(inverse[0].measured),
            written(inverse[1].measured),
        ),
    }
}
