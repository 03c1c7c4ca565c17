//! Against PyTorch's sequences; `golden/README.md` says how they were computed.

use listings::schedules::*;
use serde_json::Value;
use std::fs;

type New = fn() -> Box<dyn Schedule>;

const INITIAL: f64 = 0.1;

/// Each sequence of the file, by its name and its settings, and the same schedule here.
#[rustfmt::skip]
const SEQUENCES: [(&str, &str, New); 29] = [
    ("StepLR", "gamma 0.1, step_size 30", || Box::new(StepDecay::new(INITIAL, 0.1, 30).unwrap())),
    ("StepLR", "gamma 0.5, step_size 20", || Box::new(StepDecay::new(INITIAL, 0.5, 20).unwrap())),
    ("MultiStepLR", "gamma 0.2, milestones [30,80,81,120]",
        || Box::new(MultiStepDecay::new(INITIAL, 0.2, vec![30, 80, 81, 120]).unwrap())),
    ("ExponentialLR", "gamma 0.97", || Box::new(ExponentialDecay::per_step(INITIAL, 0.97).unwrap())),
    ("MultiplicativeLR", "formula \"0.95 every step\"",
        || Box::new(ExponentialDecay::every(INITIAL, 0.95_f64.powi(20), 20).unwrap())),
    ("CosineAnnealingLR", "T_max 150, eta_min 0.00001", || Box::new(Cosine::new(INITIAL, 1e-5, 150).unwrap())),
    ("CosineAnnealingLR", "T_max 50, eta_min 0.001",
        || Box::new(Cosine::new(INITIAL, 1e-3, 50).unwrap().swinging())),
    ("CosineAnnealingWarmRestarts", "T_0 25, T_mult 1, eta_min 0",
        || Box::new(CosineRestarts::new(INITIAL, 0.0, 25, 1).unwrap())),
    ("CosineAnnealingWarmRestarts", "T_0 10, T_mult 2, eta_min 0.001",
        || Box::new(CosineRestarts::new(INITIAL, 1e-3, 10, 2).unwrap())),
    ("LinearLR", "end_factor 1.0, start_factor 0.3333333333333333, total_iters 5",
        || Box::new(Linear::new(INITIAL / 3.0, INITIAL, 5).unwrap())),
    ("LinearLR", "end_factor 1.0, start_factor 0.1, total_iters 20",
        || Box::new(Linear::new(0.1 * INITIAL, INITIAL, 20).unwrap())),
    ("LinearLR", "end_factor 0.01, start_factor 1.0, total_iters 100",
        || Box::new(Linear::new(INITIAL, 0.01 * INITIAL, 100).unwrap())),
    ("PolynomialLR", "power 1.0, total_iters 100",
        || Box::new(PolynomialDecay::new(INITIAL, 0.0, 100, 1.0).unwrap())),
    ("PolynomialLR", "power 2.0, total_iters 100",
        || Box::new(PolynomialDecay::new(INITIAL, 0.0, 100, 2.0).unwrap())),
    ("PolynomialLR", "power 0.9, total_iters 150",
        || Box::new(PolynomialDecay::new(INITIAL, 0.0, 150, 0.9).unwrap())),
    ("CyclicLR", "base_lr 0.001, cycle_momentum false, max_lr 0.1, mode \"triangular\", step_size_down null, step_size_up 15",
        || Box::new(Cyclic::new(1e-3, 0.1, 15, 15).unwrap())),
    ("CyclicLR", "base_lr 0.001, base_momentum 0.8, cycle_momentum true, max_lr 0.1, max_momentum 0.9, mode \"triangular\", step_size_down 20, step_size_up 10",
        || Box::new(Cyclic::new(1e-3, 0.1, 10, 20).unwrap())),
    ("CyclicLR", "base_lr 0.001, cycle_momentum false, max_lr 0.1, mode \"triangular2\", step_size_down null, step_size_up 15",
        || Box::new(Cyclic::new(1e-3, 0.1, 15, 15).unwrap().halving())),
    ("CyclicLR", "base_lr 0.001, cycle_momentum false, gamma 0.99, max_lr 0.1, mode \"exp_range\", step_size_down null, step_size_up 15",
        || Box::new(Cyclic::new(1e-3, 0.1, 15, 15).unwrap().shrinking(0.99).unwrap())),
    ("OneCycleLR", "anneal_strategy \"cos\", div_factor 25.0, final_div_factor 10000.0, max_lr 0.1, pct_start 0.3, three_phase false, total_steps 150",
        || Box::new(OneCycle::new(0.1, 150).unwrap())),
    ("OneCycleLR", "anneal_strategy \"linear\", div_factor 25.0, final_div_factor 10000.0, max_lr 0.1, pct_start 0.3, three_phase false, total_steps 150",
        || Box::new(OneCycle::new(0.1, 150).unwrap().linear())),
    ("OneCycleLR", "anneal_strategy \"cos\", div_factor 10.0, final_div_factor 100.0, max_lr 0.1, pct_start 0.4, three_phase true, total_steps 150",
        || Box::new(three_phases())),
    ("ConstantLR", "factor 0.3333333333333333, total_iters 5",
        || Box::new(Then::new(Constant::new(INITIAL / 3.0).unwrap(), 5, constant()))),
    ("ConstantLR", "factor 0.5, total_iters 40",
        || Box::new(Then::new(Constant::new(INITIAL / 2.0).unwrap(), 40, constant()))),
    ("LambdaLR_noam", "base_lr 1.0, d_model 512, formula \"d^-0.5*min((s+1)^-0.5,(s+1)*warmup^-1.5)\", warmup 40",
        || Box::new(InverseSquareRoot::noam(512, 40).unwrap())),
    ("LambdaLR_inverse_time", "formula \"1/(1+k t)\", k 0.05",
        || Box::new(InverseTimeDecay::new(INITIAL, 0.05).unwrap())),
    ("SequentialLR_warmup_cosine", "first \"LinearLR(start_factor=0.1,total_iters=10)\", milestones [10], second \"CosineAnnealingLR(T_max=140,eta_min=0)\"",
        || Box::new(Warmup::new(10, 0.1, Cosine::new(INITIAL, 0.0, 140).unwrap()).unwrap())),
    ("SequentialLR_constant_exponential", "first \"ConstantLR(factor=0.1,total_iters=20)\", milestones [20], second \"ExponentialLR(gamma=0.95)\"",
        || Box::new(Then::new(Constant::new(0.1 * INITIAL).unwrap(), 20, ExponentialDecay::per_step(INITIAL, 0.95).unwrap()))),
    ("ChainedScheduler_linear_exponential", "first \"LinearLR(start_factor=0.1,total_iters=10)\", second \"ExponentialLR(gamma=0.98)\"",
        || Box::new(Scaled::new(Linear::new(0.1, 1.0, 10).unwrap(), ExponentialDecay::per_step(INITIAL, 0.98).unwrap()))),
];

type Listen = fn() -> ReduceOnPlateau;

/// Those that listen to a loss.
#[rustfmt::skip]
const LISTENERS: [(&str, Listen); 4] = [
    ("cooldown 0, eps 1e-8, factor 0.1, min_lr 0, mode \"min\", patience 10, threshold 0.0001, threshold_mode \"rel\"",
        || ReduceOnPlateau::new(INITIAL, 0.1).unwrap()),
    ("cooldown 3, eps 1e-8, factor 0.5, min_lr 0.001, mode \"min\", patience 5, threshold 0.001, threshold_mode \"abs\"",
        || listener(0.5, 5, 3, Threshold::Absolute(1e-3)).with_least(1e-3).unwrap()),
    ("cooldown 0, eps 1e-8, factor 0.5, min_lr 1e-6, mode \"min\", patience 0, threshold 0.0, threshold_mode \"rel\"",
        || listener(0.5, 0, 0, Threshold::Relative(0.0)).with_least(1e-6).unwrap()),
    ("cooldown 2, eps 1e-8, factor 0.3, min_lr 0, mode \"max\", patience 4, threshold 0.01, threshold_mode \"rel\"",
        || listener(0.3, 4, 2, Threshold::Relative(0.01)).maximizing()),
];

fn constant() -> Constant {
    Constant::new(INITIAL).unwrap()
}

fn three_phases() -> OneCycle {
    let cycle = OneCycle::new(0.1, 150).unwrap().rising_for(0.4).unwrap();
    cycle.divided_by(10.0, 100.0).unwrap().in_three_phases().unwrap()
}

fn listener(
    factor: f64,
    patience: usize,
    cooldown: usize,
    by: Threshold,
) -> ReduceOnPlateau {
    let schedule = ReduceOnPlateau::new(INITIAL, factor).unwrap();
    schedule.with_patience(patience).with_cooldown(cooldown).with_threshold(by).unwrap()
}

#[test]
fn every_sequence_is_the_same_step_by_step() {
    for (name, settings, new) in SEQUENCES {
        let schedule = new();
        for (step, rate) in numbers(&entry(name, settings)["lr"]).into_iter().enumerate()
        {
            assert_close(
                schedule.rate(step),
                rate,
                &format!("{name} ({settings}), step {step}"),
            );
        }
    }
}

#[test]
fn every_listener_cuts_where_it_should() {
    let losses = numbers(&file()["plateau_losses"]);
    for (settings, new) in LISTENERS {
        let mut schedule = new();
        let expected = numbers(&entry("ReduceLROnPlateau", settings)["lr"]);
        for (step, &rate) in expected.iter().enumerate() {
            assert_close(schedule.rate(step), rate, &format!("{settings}, step {step}"));
            if let Some(&loss) = losses.get(step) {
                schedule.observe(loss);
            }
        }
        // And the record reads the same afterwards.
        assert!(schedule.cuts().len() > 1, "{settings}");
        for (step, &rate) in expected.iter().enumerate() {
            assert_close(
                schedule.rate(step),
                rate,
                &format!("{settings}, record of {step}"),
            );
        }
    }
}

#[test]
fn momentum_moves_the_other_way() {
    let cyclic = Cyclic::new(1e-3, 0.1, 10, 20).unwrap();
    let cycles: [(&str, &dyn Fn(usize) -> f64); 4] = [
        (SEQUENCES[16].1, &|step| cyclic.momentum(step, 0.8, 0.9)),
        (SEQUENCES[19].1, &|step| {
            OneCycle::new(0.1, 150).unwrap().momentum(step, 0.85, 0.95)
        }),
        (SEQUENCES[20].1, &|step| {
            OneCycle::new(0.1, 150).unwrap().linear().momentum(step, 0.85, 0.95)
        }),
        (SEQUENCES[21].1, &|step| three_phases().momentum(step, 0.85, 0.95)),
    ];
    for (settings, momentum) in cycles {
        let all = file();
        let entries = all["entries"].as_array().unwrap();
        let found = entries.iter().find(|entry| describe(&entry["hyper"]) == settings);
        for (step, expected) in
            numbers(&found.unwrap()["momentum"]).into_iter().enumerate()
        {
            assert_close(
                momentum(step),
                expected,
                &format!("{settings}, momentum of {step}"),
            );
        }
    }
}

#[test]
fn no_sequence_of_the_file_is_left_out() {
    let known: Vec<(&str, &str)> = SEQUENCES
        .iter()
        .map(|(name, settings, _)| (*name, *settings))
        .chain(LISTENERS.iter().map(|(settings, _)| ("ReduceLROnPlateau", *settings)))
        .collect();
    let file = file();
    let entries = file["entries"].as_array().unwrap();
    assert_eq!(entries.len(), known.len());
    for entry in entries {
        let (name, settings) =
            (entry["name"].as_str().unwrap(), describe(&entry["hyper"]));
        assert!(known.contains(&(name, settings.as_str())), "{name} ({settings})");
    }
}

/// To 1e-12 relative; and, where PyTorch has a small rate as the difference of two large
/// ones, to a rounding of those.
fn assert_close(rate: f64, expected: f64, what: &str) {
    let allowed = 1e-12 * expected.abs() + 1e-16 * INITIAL;
    assert!((rate - expected).abs() <= allowed, "{what}: {rate} for {expected}");
}

fn file() -> Value {
    let path = format!("{}/tests/golden/schedulers.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn entry(name: &str, settings: &str) -> Value {
    let file = file();
    let entries = file["entries"].as_array().unwrap();
    let is_it =
        |entry: &&Value| entry["name"] == name && describe(&entry["hyper"]) == settings;
    entries.iter().find(is_it).unwrap_or_else(|| panic!("no {name} ({settings})")).clone()
}

/// The settings of an entry in the order of their names.
fn describe(settings: &Value) -> String {
    let settings = settings.as_object().unwrap().iter();
    let mut words: Vec<String> =
        settings.map(|(name, value)| format!("{name} {value}")).collect();
    words.sort();
    words.join(", ")
}

fn numbers(values: &Value) -> Vec<f64> {
    values.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}
