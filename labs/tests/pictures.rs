//! The figures at the end of a lab's full run.

use labs::data::default_folder;
use labs::run::Lab;
use labs::tasks::fashion::FashionLab;
use labs::tasks::housing::HousingLab;
use labs::tasks::hypothyroid::HypothyroidLab;
use labs::tasks::reviews::ReviewsLab;
use listings::labs::{fashion, housing, hypothyroid, recorded, reviews};

/// Of the recorded run, and of its first seed alone, which has no intervals.
fn check<L: Lab>(lab: &L, records: &str) {
    let mut records = recorded::<L::Config, L::Outcome>(records);
    let all = lab.pictures(&records);
    records.retain(|record| record.seed == 1 || record.seed > 20);
    let first = lab.pictures(&records);
    assert!(all.len() >= 3);
    for picture in all.iter().chain(&first) {
        let is_finite = !picture.svg.contains("NaN") && !picture.svg.contains("inf");
        assert!(is_finite && picture.svg.len() > 1000, "{}", picture.name);
    }
    // Not `assert_ne`, which would print both.
    assert!(all != first, "they are of the records that are given");
}

#[test]
fn housing() {
    check(&HousingLab::load(&default_folder()).unwrap(), housing::RECORDS);
}

#[test]
fn fashion() {
    check(&FashionLab::load(&default_folder()).unwrap(), fashion::RECORDS);
}

#[test]
fn reviews() {
    check(&ReviewsLab::load(&default_folder()).unwrap(), reviews::RECORDS);
}

#[test]
fn hypothyroid() {
    check(&HypothyroidLab::load(&default_folder()).unwrap(), hypothyroid::RECORDS);
}
