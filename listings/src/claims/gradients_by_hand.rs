//! Claims about gradients and how they are checked.

use super::{Claim, Evidence, Verdict};
use crate::by_hand::{central_difference, forward_difference};
use crate::experiments::{
    Experiment, backpropagation_cost, gradient_check_bugs, gradient_check_criteria,
    gradient_check_kink, gradient_check_relu, gradient_check_step,
    gradient_mistakes_train,
};
use crate::report::{Format, number};

pub const CLAIMS: &[Claim] = &[
    Claim {
        id: "gradients-backward-costs-a-forward",
        statement: "Backpropagation costs about as much as a forward pass.",
        source: "lectures on backpropagation",
        verdict: Verdict::Depends,
        correct: "In multiplications the backward pass costs one to two forward passes: two products for each of the forward pass, but for the first \
                  layer only one. The more of the work is behind the first layer, the nearer it is to two. What matters is that it does not grow with the number of parameters.",
        evidence: backward_costs,
    },
    Claim {
        id: "gradients-loss-falls",
        statement: "If the loss falls, the gradient is right.",
        source: "what one concludes from a loss curve",
        verdict: Verdict::Corrected,
        correct: "A direction that has an acute angle with the gradient is enough for a fall. With a factor forgotten, a ReLU slope, a transpose or the \
                  sum of a bias, the loss falls as well, and on some seeds farther. Only a wrong sign shows at once.",
        evidence: loss_falls,
    },
    Claim {
        id: "gradients-smaller-step",
        statement: "The smaller h, the better the difference approximates the derivative.",
        source: "the definition of the derivative",
        verdict: Verdict::Corrected,
        correct: "Down to a best h, which is about √ε times the parameter's size for forward and ∛ε for central differences. Below it rounding, \
                  divided by h, takes over, and at h = ε nothing is left.",
        evidence: smaller_step,
    },
    Claim {
        id: "gradients-central-exact-on-quadratics",
        statement: "Central differences are exact for a quadratic.",
        source: "textbooks on numerical analysis",
        verdict: Verdict::Confirmed,
        correct: "Up to rounding, at any h: the third derivative is zero. A large h is then the best one.",
        evidence: exact_on_quadratics,
    },
    Claim {
        id: "gradients-check-proves",
        statement: "A gradient check that passes proves the code right.",
        source: "advice on debugging",
        verdict: Verdict::Corrected,
        correct: "It shows that code and value agree at one place and on one batch. With a single sample, with all units on or all off, at \
                  symmetric weights or a perfect fit, wrong code passes. And a wrong value with its own gradient passes everywhere.",
        evidence: check_proves,
    },
    Claim {
        id: "gradients-check-fails",
        statement: "A gradient check that fails shows that the gradient is wrong.",
        source: "advice on debugging",
        verdict: Verdict::Depends,
        correct: "Where the loss is smooth within h, the step fits the parameter and the precision, and both evaluations are of one function. A kink within h, a dropout \
                  mask drawn anew, single precision with the step of double: right code fails.",
        evidence: check_fails,
    },
    Claim {
        id: "gradients-absolute-threshold",
        statement: "An absolute difference below 1e-6 is enough to accept a gradient.",
        source: "test code",
        verdict: Verdict::Corrected,
        correct: "The number has the unit of the loss per parameter. Where gradients are small wrong code passes, and where they are large right code \
                  fails. Divide by the size of the gradient.",
        evidence: absolute_threshold,
    },
];

/// 3 × 10⁻⁸, and 0.
fn power(value: f64) -> String {
    if value == 0.0 {
        return number(0.0, 0);
    }
    ".0e".parse::<Format>().expect("a format").apply(value)
}

fn backward_costs() -> Evidence {
    let cost = backpropagation_cost::Config.run();
    let (line, deep) = (&cost.rows[0], &cost.rows[4]);
    let largest = &cost.rows[5];
    Evidence {
        supports: line.ratio < 1.05 && deep.ratio > 1.6 && cost.ratios[1] < 2.0,
        text: format!(
            "Counted in runs that give the right gradient: backward over forward is {} for a linear model, {} for {} and {} for {}. The last has {} \
             parameters; forward differences would cost {} times as much as both passes.",
            number(line.ratio, 2),
            number(deep.ratio, 2),
            deep.widths,
            number(largest.ratio, 2),
            largest.widths,
            largest.parameters,
            number(largest.differences, 0),
        ),
    }
}

fn loss_falls() -> Evidence {
    let seeds: Vec<_> = (1..=10)
        .map(|seed| gradient_mistakes_train::Config { seed, ..Default::default() }.run())
        .collect();
    // Of ten seeds, on how many the loss ends below half of its start.
    let falls = |run: usize| {
        let end = |outcome: &&gradient_mistakes_train::Outcome| {
            outcome.runs[run].end.is_some_and(|end| end < 0.5 * outcome.start)
        };
        seeds.iter().filter(end).count()
    };
    let [right, sign, factor, sum, slope, transposed, bias] =
        [0, 1, 2, 3, 4, 5, 6].map(falls);
    let beats = |outcome: &&gradient_mistakes_train::Outcome| {
        let end = |run: usize| outcome.runs[run].end.unwrap_or(f64::INFINITY);
        (1..7).any(|run| end(run) < end(0))
    };
    let beaten = seeds.iter().filter(beats).count();
    Evidence {
        supports: right == 10
            && sign == 0
            && [factor, slope, transposed, bias].iter().all(|&count| count >= 8)
            && beaten > 0,
        text: format!(
            "A small network, {} steps at the rate {}, ten seeds. The loss ends below half of its start on {right} with the right gradient; on {factor} \
             with a factor 2 forgotten, {slope} with a ReLU slope, {transposed} with a transpose, {bias} with the sum of a bias; on {sum} with the gradient of \
             the sum in place of the mean, which is {} times too long; on {sign} with the wrong sign. On {beaten} some wrong gradient ends below the right one.",
            gradient_mistakes_train::STEPS,
            number(seeds[0].rate, 2),
            seeds[0].samples,
        ),
    }
}

fn smaller_step() -> Evidence {
    let double = gradient_check_step::Config::default().run();
    let single = gradient_check_step::Config { single: true, ..Default::default() }.run();
    let (forward, central) = (&double.forward, &double.central);
    Evidence {
        supports: central.smallest > 1e6 * central.best.1
            && forward.smallest > 1e4 * forward.best.1
            && central.best.0 > forward.best.0
            && single.central.best.0 > 10.0 * central.best.0,
        text: format!(
            "The log-loss in double precision: the typical error of the central difference is least at h = {}, {}, and {} at h = 10⁻¹⁵; of the forward \
             difference at h = {}, {}. In single precision the best steps are {} and {}.",
            power(central.best.0),
            power(central.best.1),
            power(central.smallest),
            power(forward.best.0),
            power(forward.best.1),
            power(single.central.best.0),
            power(single.forward.best.0),
        ),
    }
}

fn exact_on_quadratics() -> Evidence {
    // Short binary fractions: no rounding at all.
    let f = |x: f64| 3.0 * x * x - 2.0 * x + 1.0;
    let error = |h: f64| (central_difference(f, 1.5, h) - 7.0).abs();
    let largest = [0.125, 1.0, 64.0, 1024.0].map(error).into_iter().fold(0.0, f64::max);
    let forward = forward_difference(f, 1.5, 0.125) - 7.0;
    let rounded = gradient_check_step::Config { loss: 1, ..Default::default() }.run();
    let at_one = rounded.central.points[0].1;
    Evidence {
        supports: largest == 0.0 && forward == 0.375 && at_one < 1e-14,
        text: format!(
            "3x² − 2x + 1 at 1.5, in numbers without rounding: the error of the central difference is 0 at h = 1/8, 1, 64 and 1024; of the forward one \
             3h. A squared error of ordinary decimals: {} at h = 1, and {} at h = 10⁻¹⁵.",
            power(at_one),
            power(rounded.central.smallest),
        ),
    }
}

fn check_proves() -> Evidence {
    let seeds: Vec<_> = (1..=10)
        .map(|seed| gradient_check_bugs::Config { seed, ..Default::default() }.run())
        .collect();
    let slips = seeds.iter().map(|outcome| outcome.slips).min().expect("ten seeds");
    let ordinary = |outcome: &gradient_check_bugs::Outcome| {
        outcome.rows[1..].iter().any(|row| row.passes[0])
    };
    let missed = seeds.iter().filter(|outcome| ordinary(outcome)).count();
    let passing =
        |row: usize| seeds[0].rows[row].passes.iter().filter(|&&passes| passes).count();
    Evidence {
        supports: slips == 6 && missed == 0,
        text: format!(
            "A network with six mistakes, one at a time, checked at six places, ten seeds: all {slips} pass at one place or more, on every seed, and at the \
             ordinary place none on any. At seed 1 a \
             forgotten ReLU slope passes at {}, a matrix that is not transposed at {}, a bias gradient not summed over the batch at {} of the six.",
            passing(4),
            passing(5),
            passing(6),
        ),
    }
}

fn check_fails() -> Evidence {
    let kink = gradient_check_kink::Config { place: 0.0, step: 0.001, function: 1 }.run();
    let relus: Vec<_> = (1..=10)
        .map(|seed| gradient_check_relu::Config { seed, ..Default::default() }.run())
        .collect();
    let failed = |row: usize| {
        relus.iter().map(|relu| relu.rows[row].failed as f64).sum::<f64>() / 10.0
    };
    let dropout = gradient_check_criteria::Config::default().run();
    let (long, short) = (failed(1), failed(5));
    let steps = [1, 5].map(|row: usize| relus[0].rows[row].step);
    let single = gradient_check_step::Config { single: true, ..Default::default() }.run();
    let near = |wanted: f64| {
        let points = &single.central.points;
        points.iter().find(|(h, _)| (h / wanted - 1.0).abs() < 0.01).expect("a step").1
    };
    let too_short = near(1e-7);
    Evidence {
        supports: kink.error == 0.5
            && long > 10.0
            && short < 1.0
            && dropout.fresh > 1e-2
            && dropout.frozen < 1e-6
            && too_short > 1e-2,
        text: format!(
            "Right code, called wrong: a rectifier at its kink, where the code says {} and the check {}; {} of {} components of a rectified network at h = {} \
             ({} at {}; the mean of ten seeds); a network with dropout, error {} with fresh masks and {} with one that is kept; the log-loss in single precision at \
             h = 10⁻⁷, error {}.",
            number(kink.code, 1),
            number(kink.check, 1),
            number(long, 0),
            relus[0].parameters,
            power(steps[0]),
            number(short, 0),
            power(steps[1]),
            power(dropout.fresh),
            power(dropout.frozen),
            number(too_short, 2),
        ),
    }
}

fn absolute_threshold() -> Evidence {
    let rows = gradient_check_criteria::Config::default().run().rows;
    let (small, large) = (&rows[0], &rows[2]);
    Evidence {
        supports: small.absolute[1] < 1e-6
            && large.absolute[0] > 1e-6
            && rows.iter().all(|row| row.relative[0] < 1e-6 && row.relative[1] > 1e-2),
        text: format!(
            "A forgotten ReLU slope, with the loss times 10⁻¹²: the absolute error is {}. Right code, with the loss times 10⁸: {}. Over the largest \
             component they are {} and {}.",
            power(small.absolute[1]),
            power(large.absolute[0]),
            power(small.relative[1]),
            power(large.relative[0]),
        ),
    }
}
