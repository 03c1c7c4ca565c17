//! Claims about Adam and AdamW.

use super::{Claim, Evidence, Verdict};
use crate::experiments::{
    Experiment, adam_distance, amsgrad_cycle, bias_correction, decay_per_coordinate,
    decay_targets, optimizer_seeds,
};
use crate::optimizers::{Adam, Optimizer};
use crate::report::number;
use ndarray::array;

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "adam-bias-correction-matters",
        statement: "Bias correction matters.",
        source: "lectures on Adam",
        verdict: Verdict::Depends,
        correct: "At the usual decays, for the first few thousand steps: without it they are up to six and a half times too long. Where \
                  β₂ = β₁ they are too short instead, and only for some twenty steps. In a long run, or under a warm-up, it is soon forgotten.",
        evidence: bias_correction_matters,
    },
    Claim {
        id: "adam-uncorrected-too-short",
        statement: "Without bias correction Adam's first steps are too short, because the moments start at zero.",
        source: "tutorials on Adam",
        verdict: Verdict::Corrected,
        correct: "Both moments start too small, and the step is their ratio. v is the worse, and its root is in the denominator: at the usual \
                  decays the first steps are too long.",
        evidence: uncorrected_too_short,
    },
    Claim {
        id: "adam-step-at-most-rate",
        statement: "No step of Adam is longer than the rate.",
        source: "lectures, as a reason to trust it",
        verdict: Verdict::Corrected,
        correct: "Where the gradient is zero for long and then is not, the step is (1 − β₁)/√(1 − β₂) rates long, three at the usual decays. \
                  Where gradients are much alike it is about the rate.",
        evidence: step_at_most_rate,
    },
    Claim {
        id: "adam-converges",
        statement: "Adam converges on convex problems.",
        source: "the paper's theorem 4.1, whose proof has a gap",
        verdict: Verdict::Corrected,
        correct: "For every β₁ < √β₂ there is a convex online problem on which its average regret does not vanish; on the one here it walks to the \
                  worst point: a rare large gradient is divided by its own size and forgotten. AMSGrad does not forget, nor does a β₂ whose memory spans many periods.",
        evidence: converges,
    },
    Claim {
        id: "adam-out-of-the-box",
        statement: "Adam works out of the box at a rate of 0.001.",
        source: "tutorials and library defaults",
        verdict: Verdict::Depends,
        correct: "The rate is a length: the way that a parameter goes in one step. Ten times the way takes several times the steps. \
                  A hundred full-batch steps at 0.001 move no parameter by much more than 0.1. That can be too little to fit, or just little enough not to overfit.",
        evidence: out_of_the_box,
    },
    Claim {
        id: "adamw-generalizes-better",
        statement: "AdamW generalizes better than Adam.",
        source: "lectures, from the table of one run",
        verdict: Verdict::Depends,
        correct: "At the usual settings over a short run they are one optimizer: the decay takes a thousandth of each weight. Where a network overfits \
                  and ηλ times the steps is about one, the decay makes it less sure of its errors: the test loss falls, the accuracy need not rise.",
        evidence: adamw_generalizes,
    },
    Claim {
        id: "adamw-fixes-a-bug",
        statement: "AdamW fixes a bug in Adam.",
        source: "blog posts and release notes",
        verdict: Verdict::Corrected,
        correct: "They minimize different things. Adam with L2 finds the minimum of the penalized loss. AdamW, without noise, finds that of \
                  the loss itself with every |θᵢ| at most 1/λ. What AdamW repairs is the name: it decays weights.",
        evidence: fixes_a_bug,
    },
    Claim {
        id: "adam-same-decay",
        statement: "The same decay value means the same thing in Adam and AdamW.",
        source: "the common name of the argument in libraries",
        verdict: Verdict::Corrected,
        correct: "In AdamW a weight shrinks by ηλ a step. With L2 in Adam it shrinks by ηλ over the size of its own gradients: equal only where that is 1.",
        evidence: same_decay,
    },
];

fn bias_correction_matters() -> Evidence {
    let usual = bias_correction::Config::default().run();
    let alike = bias_correction::Config { beta2: 0.9, ..Default::default() }.run();
    Evidence {
        supports: usual.longest > 6.0
            && usual.settled > 1000
            && usual.uncorrected.overshoot > 1.5 * usual.corrected.overshoot
            && alike.longest <= 1.0
            && alike.settled < 30,
        text: format!(
            "Under a constant gradient, β₁ = 0.9 and β₂ = 0.999: step {} is {} times as long without correction, and they agree to 5 % from step \
             {} on. With β₂ = 0.9 the first step is {} times as long, and they agree from step {} on. On the bowl from 3.5 the walk without \
             overshoots by {}, with it by {}; after {} steps the losses are {} and {}.",
            usual.longest_at,
            number(usual.longest, 2),
            usual.settled,
            number(alike.first, 2),
            alike.settled,
            number(usual.uncorrected.overshoot, 2),
            number(usual.corrected.overshoot, 2),
            usual.steps,
            number(usual.uncorrected.last, 2),
            number(usual.corrected.last, 2),
        ),
    }
}

fn uncorrected_too_short() -> Evidence {
    let usual = bias_correction::Config::default().run();
    let alike = bias_correction::Config { beta2: 0.8, ..Default::default() }.run();
    Evidence {
        supports: usual.lengths.iter().all(|&(_, length)| length >= 1.0 - 1e-9)
            && alike.lengths.iter().all(|&(_, length)| length <= 1.0 + 1e-9),
        text: format!(
            "At β₁ = 0.9 and β₂ = 0.999 the first step is {} rates long under a constant gradient, and none is shorter than one. At β₂ = 0.8 \
             the first is {} rates long, and none is longer than one.",
            number(usual.first, 2),
            number(alike.first, 2)
        ),
    }
}

fn step_at_most_rate() -> Evidence {
    // One gradient after zeros: the length of its step, and of all until m has faded.
    let after_zeros = |beta2: f64| {
        let mut adam = Adam::new(0.9, beta2, 1e-8).expect("decays below 1");
        let mut theta = array![0.0];
        (0..5000).for_each(|_| adam.step(1.0, &mut theta, &array![0.0]));
        adam.step(1.0, &mut theta, &array![1.0]);
        let first = theta[0].abs();
        (0..300).for_each(|_| adam.step(1.0, &mut theta, &array![0.0]));
        (first, theta[0].abs())
    };
    let ((rare, whole), (rare_short, whole_short)) =
        (after_zeros(0.999), after_zeros(0.99));
    let mut steady = Adam::default();
    let mut longest: f64 = 0.0;
    for _ in 0..5000 {
        let mut theta = array![0.0];
        steady.step(1.0, &mut theta, &array![1.0]);
        longest = longest.max(theta[0].abs());
    }
    let bound = 0.1 / 0.001_f64.sqrt();
    Evidence {
        // 0.999⁵⁰⁰⁰ is 0.0067: the correction of v is still that far from 1.
        supports: (rare / bound - 1.0).abs() < 0.01
            && longest < 1.0 + 1e-6
            && (28.0..35.0).contains(&whole)
            && (rare_short - 1.0).abs() < 0.01
            && (9.0..12.0).contains(&whole_short),
        text: format!(
            "After 5000 zeros a gradient of 1 makes a step of {} rates; (1 − β₁)/√(1 − β₂) is {}. Until m has faded \
             they are {} in all; with β₂ = 0.99 the first is {} and all are {}. Under a constant gradient the longest of 5000 steps is {} rates.",
            number(rare, 2),
            number(bound, 2),
            number(whole, 0),
            number(rare_short, 2),
            number(whole_short, 0),
            number(longest, 2)
        ),
    }
}

fn converges() -> Evidence {
    let cycle = amsgrad_cycle::Config::default().run();
    let long = amsgrad_cycle::Config { beta2: 0.99, ..Default::default() }.run();
    Evidence {
        supports: cycle.adam.last == 1.0
            && cycle.amsgrad.last < -0.95
            && cycle.adam.regret > 0.5
            && cycle.amsgrad.regret < 0.05
            && long.adam.last < -0.95,
        text: format!(
            "Gradients 3, −1, −1 in turn on [−1, 1], β₁ = 0: the best x is −1. With β₂ = 0.1, after {} steps Adam is at {} and AMSGrad at {}, with a mean \
             regret of {} and {}. With β₂ = 0.99 Adam is at {}.",
            cycle.steps,
            number(cycle.adam.last, 2),
            number(cycle.amsgrad.last, 2),
            number(cycle.adam.regret, 2),
            number(cycle.amsgrad.regret, 2),
            number(long.adam.last, 2)
        ),
    }
}

fn out_of_the_box() -> Evidence {
    let distance = adam_distance::Config::default().run();
    let steps = |row: usize| distance.rows[row].adam;
    let seeds = optimizer_seeds::Config::default().run();
    let (default, tenfold) = (&seeds.rows[3], &seeds.rows[6]);
    let said = |steps: Option<usize>| match steps {
        Some(steps) => steps.to_string(),
        None => "more than 40 000".to_string(),
    };
    let far = steps(4).unwrap_or(usize::MAX);
    Evidence {
        supports: steps(0).is_some_and(|near| far > 5 * near)
            && default.train_loss > tenfold.train_loss + 0.3
            && default.test_loss < tenfold.test_loss,
        text: format!(
            "On a parabola, at η = 0.001, it takes {} steps from a distance of 1, {} from 10 and {} from 100. Three classes, {} full-batch epochs, {} \
             seeds: training loss {} at 0.0001, {} at 0.001, {} at 0.01, {} at 0.1; test loss {}, {}, {} and {}.",
            said(steps(0)),
            said(steps(4)),
            said(steps(5)),
            seeds.epochs,
            seeds.seeds,
            number(seeds.rows[5].train_loss, 2),
            number(default.train_loss, 2),
            number(tenfold.train_loss, 2),
            number(seeds.rows[9].train_loss, 2),
            number(seeds.rows[5].test_loss, 2),
            number(default.test_loss, 2),
            number(tenfold.test_loss, 2),
            number(seeds.rows[9].test_loss, 2),
        ),
    }
}

fn adamw_generalizes() -> Evidence {
    let seeds = optimizer_seeds::Config::default().run();
    let (adam, adamw) = (&seeds.rows[3], &seeds.rows[4]);
    let (fast, strong) = (&seeds.rows[6], &seeds.rows[8]);
    let differ = match seeds.decay_changes {
        0.0 => "on each seed the two are equal".to_string(),
        most => format!("on no seed do they differ by more than {}", number(most, 3)),
    };
    Evidence {
        // A hundredth is two and a half standard errors of nothing: the nets see the
        // same samples and masks, and differ by a thousandth of their weights.
        supports: seeds.decay_changes <= 0.01
            && (adam.test_loss - adamw.test_loss).abs() < 0.01
            && seeds.decay_lowers_loss == seeds.seeds
            && (strong.test_accuracy - fast.test_accuracy).abs() < 0.02,
        text: format!(
            "At η = 0.001 and λ = 0.01, {} steps leave {} % of a weight. Test accuracy {} (Adam) and {} (AdamW), mean of {} seeds; {differ}. \
             At η = 0.01 and λ = 1, where {} % of a weight would be left, the test loss is {} with decay and {} \
             without, lower on {} seeds of {}.",
            seeds.epochs,
            number(100.0 * seeds.left, 1),
            number(adam.test_accuracy, 3),
            number(adamw.test_accuracy, 3),
            seeds.seeds,
            number(100.0 * (1.0 - fast.rate * strong.decay).powi(seeds.epochs as i32), 0),
            number(strong.test_loss, 2),
            number(fast.test_loss, 2),
            seeds.decay_lowers_loss,
            seeds.seeds,
        ),
    }
}

fn fixes_a_bug() -> Evidence {
    let rest = decay_targets::Config::default().run();
    let weak = decay_targets::Config { decay: 0.1 }.run();
    let point = |values: &[f64]| {
        let parts: Vec<String> = values.iter().map(|&x| number(x, 2)).collect();
        parts.join(", ")
    };
    Evidence {
        // Where it rests AdamW still steps to and fro by about the last rate, 0.1/√20 000
        // = 7e-4, against which λθ leans: a few hundredths.
        supports: rest.l2_from_penalized < 1e-3
            && rest.adamw_from_penalized > 1.0
            && rest.adamw_from_boxed < 0.05
            // There λθ leans nearly as hard as a step can: it is still on its way.
            && weak.adamw_from_boxed < 0.25
            && weak.adamw_from_penalized > 1.0,
        text: format!(
            "Minimum of the loss at {}, curvatures 10, 0.1 and 1. At λ = 0.25 Adam with L2 rests at {}, the minimum of the penalized loss to {}; \
             AdamW rests at {}, the nearest point with |θᵢ| ≤ 4 to {}. At λ = 0.1 AdamW rests at {}.",
            point(&rest.minimum),
            point(&rest.l2),
            number(rest.l2_from_penalized, 4),
            point(&rest.adamw),
            number(rest.adamw_from_boxed, 2),
            point(&weak.adamw),
        ),
    }
}

fn same_decay() -> Evidence {
    let decay = decay_per_coordinate::Config::default().run();
    let at = |size: f64| {
        let index = decay.sizes.iter().position(|&other| other == size);
        index.expect("a size of the experiment")
    };
    let (small, one, large) = (at(0.1), at(1.0), at(10.0));
    Evidence {
        supports: decay.adamw.iter().all(|share| (share - 1.0).abs() < 0.01)
            && (decay.l2[one] - 1.0).abs() < 0.05
            && decay.l2[large] < 0.15
            && decay.l2[small] > 5.0,
        text: format!(
            "λ = 0.1, {} steps: weights whose gradients are about 0.1, 1 and 10 decay with {}, {} and {} times λ under L2 in Adam, and with {}, {} \
             and {} times under AdamW.",
            decay.steps,
            number(decay.l2[small], 2),
            number(decay.l2[one], 2),
            number(decay.l2[large], 2),
            number(decay.adamw[small], 2),
            number(decay.adamw[one], 2),
            number(decay.adamw[large], 2),
        ),
    }
}
