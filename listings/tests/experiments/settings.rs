//! What settings accept, and what they say when they refuse.

use crate::probe::{Fixed, Probe};
use listings::experiments::{Control, Entry, Experiment, Scale, SettingError, Settings};

fn probe(pairs: &[&str]) -> Result<Probe, SettingError> {
    Probe::with(&Settings::parse(pairs.iter().copied())?)
}

fn message(pairs: &[&str]) -> String {
    probe(pairs).unwrap_err().to_string()
}

#[test]
fn without_settings_the_configuration_is_the_default() {
    assert!(Settings::default().is_empty());
    assert_eq!(probe(&[]).unwrap(), Probe::default());
}

#[test]
fn settings_change_the_fields_they_name_in_any_order() {
    let expected = Probe { rate: 0.25, samples: 25, seed: 7, shuffled: true };
    let forward = ["rate=0.25", "samples=25", "seed=7", "shuffled=1"];
    let backward = ["shuffled=1", "seed=7", "samples=25", "rate=0.25"];
    assert_eq!(probe(&forward).unwrap(), expected);
    assert_eq!(probe(&backward).unwrap(), expected);
    assert_eq!(probe(&["seed=2"]).unwrap(), Probe { seed: 2, ..Probe::default() });
}

#[test]
fn the_ends_of_every_range_are_valid() {
    let low = Probe { rate: 0.1, samples: 3, seed: 1, shuffled: false };
    let high = Probe { rate: 2.0, samples: 201, seed: 100, shuffled: true };
    let ends = |rate, samples, seed, shuffled| {
        [("rate", rate), ("samples", samples), ("seed", seed), ("shuffled", shuffled)]
            .map(|(name, value)| format!("{name}={value}"))
    };
    for (ends, expected) in
        [(ends("0.1", "3", "1", "0"), low), (ends("2", "201", "100", "1"), high)]
    {
        assert_eq!(probe(&ends.each_ref().map(String::as_str)).unwrap(), expected);
    }
}

#[test]
fn a_value_between_the_slider_s_steps_is_valid() {
    assert_eq!(probe(&["rate=0.1234"]).unwrap().rate, 0.1234);
}

#[test]
fn numbers_may_be_written_as_rust_writes_them() {
    assert_eq!(probe(&["rate=1e-1"]).unwrap().rate, 0.1);
    assert_eq!(probe(&["rate=+.5"]).unwrap().rate, 0.5);
    assert_eq!(probe(&["samples=1e2"]).unwrap().samples, 100);
    assert_eq!(probe(&[" seed =\t7 "]).unwrap().seed, 7);
}

#[test]
fn a_number_out_of_range_is_refused_with_the_range() {
    let below = format!("rate={}", 0.1_f64.next_down());
    let above = format!("rate={}", 2.0_f64.next_up());
    let values =
        [&below, &above, "rate=-1", "rate=NaN", "rate=inf", "rate=much", "rate="];
    for pair in values {
        let value = pair.strip_prefix("rate=").unwrap();
        let expected = format!("probe: rate = {value} is not a number in [0.1, 2]");
        assert_eq!(message(&[pair]), expected);
    }
}

#[test]
fn a_count_a_seed_and_a_switch_are_whole() {
    for value in ["2", "202", "10.5", "-10", "NaN", "ten", "1e400"] {
        assert_eq!(
            message(&[&format!("samples={value}")]),
            format!("probe: samples = {value} is not a whole number in [3, 201]")
        );
    }
    for value in ["0", "101", "1.5", "-1"] {
        assert_eq!(
            message(&[&format!("seed={value}")]),
            format!("probe: seed = {value} is not a whole number in [1, 100]")
        );
    }
    for value in ["2", "0.5", "-1", "true", "on"] {
        assert_eq!(
            message(&[&format!("shuffled={value}")]),
            format!("probe: shuffled = {value} is not a whole number in [0, 1]")
        );
    }
}

#[test]
fn an_unknown_setting_is_refused_with_those_there_are() {
    let valid = "valid are rate, samples, seed, shuffled";
    for (pairs, name) in [
        (&["delta=1"][..], "delta"),
        (&["Rate=1"], "Rate"),
        (&["seed=2", "rate=1", "momentum=0.9"], "momentum"),
    ] {
        assert_eq!(
            message(pairs),
            format!("probe has no setting `{name}` that can be set here; {valid}")
        );
    }
    let settings = Settings::parse(["delta=1"]).unwrap();
    let error = Fixed::with(&settings).unwrap_err();
    assert_eq!(error.to_string(), "fixed has no setting `delta`");
}

#[test]
fn a_setting_given_twice_is_refused() {
    let expected = "probe: seed is given more than once; give it once";
    assert_eq!(message(&["seed=2", "seed=3"]), expected);
    assert_eq!(message(&["seed=2", "rate=1", "seed=2"]), expected);
}

#[test]
fn what_is_not_a_setting_is_refused_as_it_was_written() {
    for text in ["seed", "", "=1", "  =1", "seed:1", "seed 1"] {
        assert_eq!(
            message(&[text]),
            format!("`{text}` is not a setting; write name=value, as in delta=2")
        );
    }
    // Everything after the first `=` is the value.
    assert_eq!(message(&["rate=a=b"]), "probe: rate = a=b is not a number in [0.1, 2]");
}

#[test]
fn settings_are_shown_as_they_are_written() {
    let settings = Settings::parse(["rate=0.5", " seed = 7 "]).unwrap();
    assert!(!settings.is_empty());
    assert_eq!(settings.to_string(), "rate=0.5 seed=7");
    assert_eq!(Settings::parse(settings.to_string().split(' ')).unwrap(), settings);
}

#[test]
fn a_control_says_what_its_setting_declared() {
    let controls = Control::of(&mut Probe::default());
    let expected =
        [
            ("rate", "rate η", 0.1, 2.0, 0.1, 0.5, false, Scale::Logarithmic),
            ("samples", "values", 3.0, 201.0, 1.0, 10.0, true, Scale::Linear),
            ("seed", "seed", 1.0, 100.0, 1.0, 1.0, true, Scale::Linear),
            ("shuffled", "shuffled", 0.0, 1.0, 1.0, 0.0, true, Scale::Switch),
        ]
        .map(|(name, label, minimum, maximum, step, value, whole, scale)| {
            Control { name, label, minimum, maximum, step, value, whole, scale }
        });
    assert_eq!(controls, expected);
}

#[test]
fn an_entry_checks_and_runs_by_the_same_rules() {
    let entry = Entry::of::<Probe>();
    let valid = Settings::parse(["rate=1", "shuffled=1"]).unwrap();
    assert_eq!(entry.check(&valid), Ok(()));
    assert!(entry.run(&valid).is_ok());
    for pair in ["rate=3", "delta=1", "samples=4.5"] {
        let invalid = Settings::parse([pair]).unwrap();
        let refusal = Probe::with(&invalid).unwrap_err();
        assert_eq!(entry.check(&invalid), Err(refusal.clone()));
        assert_eq!(entry.run(&invalid).err(), Some(refusal));
    }
}
