//! The quick run of each lab, end to end: run, resumed, and a row compared.

use labs::data::default_folder;
use labs::run::{Ending, Lab, Ledger, Run, Scale, Settings, compare, execute};
use labs::tasks::fashion::FashionLab;
use labs::tasks::housing::HousingLab;
use labs::tasks::hypothyroid::HypothyroidLab;
use labs::tasks::reviews::ReviewsLab;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn complete<L: Lab>(lab: &L, path: &Path) -> Vec<(String, L::Outcome)>
where
    L::Outcome: Clone,
{
    let stop = AtomicBool::new(false);
    let scale = Scale::Quick;
    let settings = Settings { scale, seeds: 2, jobs: 2, is_quiet: true, stop: &stop };
    let Ending::Complete(records) = execute(lab, path, settings).unwrap() else {
        panic!("nobody stopped it");
    };
    let tables = lab.tables(&records);
    assert!(tables.iter().all(|table| !table.rows.is_empty()));
    records.iter().map(|record| (Run::of(record).key(), record.outcome.clone())).collect()
}

fn check<L: Lab>(lab: &L)
where
    L::Outcome: Clone + std::fmt::Debug,
{
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("whole.jsonl");
    let whole = complete(lab, &path);
    // Killed within the third record, and resumed: the same outcomes in the same order.
    let text = fs::read_to_string(&path).unwrap();
    let ends: Vec<usize> = text.match_indices('\n').map(|(place, _)| place).collect();
    let killed = folder.path().join("killed.jsonl");
    fs::write(&killed, &text[..ends[1] + 20]).unwrap();
    assert_eq!(complete(lab, &killed), whole);
    // The last row, run again, is equal to the last bit; a changed one is not.
    let stop = AtomicBool::new(false);
    let mut record = Ledger::row(&path, whole.len()).unwrap();
    let comparison = compare(lab, &record, &stop).unwrap();
    assert!(comparison.differences.is_empty(), "{comparison}");
    assert!(comparison.compared > 0);
    record.seed += 1;
    let comparison = compare(lab, &record, &stop).unwrap();
    assert!(!comparison.differences.is_empty(), "another seed gave the same");
}

#[test]
fn housing() {
    check(&HousingLab::load(&default_folder()).unwrap());
}

#[test]
fn reviews() {
    check(&ReviewsLab::load(&default_folder()).unwrap());
}

#[test]
fn hypothyroid() {
    check(&HypothyroidLab::load(&default_folder()).unwrap());
}

#[test]
fn fashion() {
    check(&FashionLab::load(&default_folder()).unwrap());
}
