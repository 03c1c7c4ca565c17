//! Checkpoint files: whole or refused, and the last good one is kept.

use crate::folder::Folder;
use listings::training::checkpoint::{load, resume, save};
use listings::training::checkpoint_file::{Damage, beside};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct State {
    epoch: usize,
    theta: Vec<f64>,
}

fn state(epoch: usize) -> State {
    State { epoch, theta: vec![0.1 + 0.2, -0.0, f64::MIN_POSITIVE, 1.0 / 3.0] }
}

fn at(path: &Path) -> usize {
    resume::<State>(path).unwrap().unwrap().state.epoch
}

#[test]
fn numbers_come_back_to_the_last_bit() {
    let folder = Folder::new("bits");
    let path = folder.file("state");
    let mut theta = vec![0.0, -0.0, 5e-324, f64::MAX, f64::MIN, f64::EPSILON, 1e23];
    // Every exponent, with a mantissa that no short decimal has.
    theta.extend((1..2046_u64).map(|e| f64::from_bits(e << 52 | 0x5_5555_5555_5555)));
    let whole = State { epoch: 7, theta };
    save(&path, &whole).unwrap();
    let back: State = load(&path).unwrap();
    let bits =
        |state: &State| state.theta.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&back), bits(&whole));
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_the_previous_one_goes_on() {
    let folder = Folder::new("cut");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    save(&path, &state(2)).unwrap();
    let whole = fs::read(&path).unwrap();
    for length in 0..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        let error = load::<State>(&path).unwrap_err();
        let message = error.to_string();
        assert!(message.contains(&path.display().to_string()), "{message}");
        let resumed = resume::<State>(&path).unwrap().unwrap();
        assert_eq!(resumed.state.epoch, 1, "{length}");
        assert_eq!(resumed.instead_of.unwrap().to_string(), message);
    }
}

#[test]
fn a_byte_that_changed_is_noticed() {
    let folder = Folder::new("changed");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    let whole = fs::read(&path).unwrap();
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(load::<State>(&path).is_err(), "{place}");
    }
}

#[test]
fn a_damaged_file_does_not_push_out_the_previous_one() {
    let folder = Folder::new("damaged");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    save(&path, &state(2)).unwrap();
    fs::write(&path, &fs::read(&path).unwrap()[..40]).unwrap();
    save(&path, &state(3)).unwrap();
    assert_eq!((at(&path), at(&beside(&path, ".previous"))), (3, 1));
}

#[test]
fn killed_between_the_two_renames_the_previous_one_is_found() {
    let folder = Folder::new("between");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    fs::rename(&path, beside(&path, ".previous")).unwrap();
    let resumed = resume::<State>(&path).unwrap().unwrap();
    assert_eq!(resumed.state.epoch, 1);
    assert!(resumed.instead_of.is_some());
    save(&path, &state(2)).unwrap();
    assert_eq!((at(&path), at(&beside(&path, ".previous"))), (2, 1));
}

#[test]
fn what_a_killed_write_left_behind_does_no_harm() {
    let folder = Folder::new("partial");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    fs::write(beside(&path, ".partial"), b"downhill check").unwrap();
    assert_eq!(at(&path), 1);
    save(&path, &state(2)).unwrap();
    assert_eq!(at(&path), 2);
    assert!(!beside(&path, ".partial").exists());
}

#[test]
fn a_write_that_fails_leaves_the_old_one() {
    let folder = Folder::new("fails");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    // Where the new file is to be written there is a folder: the write fails midway, for
    // every user.
    fs::create_dir(beside(&path, ".partial")).unwrap();
    let error = save(&path, &state(2)).unwrap_err();
    assert!(matches!(error.damage, Damage::File(_)), "{error}");
    assert_eq!(at(&path), 1);
}

#[test]
fn a_folder_that_does_not_exist_is_named() {
    let folder = Folder::new("nowhere");
    let path = folder.file("missing/state");
    let error = save(&path, &state(1)).unwrap_err().to_string();
    assert!(error.contains("missing/state cannot be read or written"), "{error}");
    assert!(resume::<State>(&path).unwrap().is_none());
}

#[test]
fn a_foreign_file_is_neither_read_nor_overwritten() {
    let folder = Folder::new("foreign");
    let path = folder.file("thesis.txt");
    fs::write(&path, "Chapter 1\nI was born").unwrap();
    let error = load::<State>(&path).unwrap_err().to_string();
    assert!(
        error.ends_with(
            "is no checkpoint: it does not begin with \"downhill checkpoint\""
        ),
        "{error}"
    );
    assert!(save(&path, &state(1)).is_err() && resume::<State>(&path).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "Chapter 1\nI was born");
}

#[test]
fn a_newer_file_is_neither_read_nor_overwritten() {
    let folder = Folder::new("newer");
    let path = folder.file("state");
    let newer = "downhill checkpoint 2 17 0123456789abcdef more\nof another format";
    fs::write(&path, newer).unwrap();
    let error = load::<State>(&path).unwrap_err().to_string();
    assert!(error.ends_with("is of version 2; this program reads version 1"), "{error}");
    assert!(save(&path, &state(1)).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn a_sound_file_of_another_kind_of_run_says_so() {
    let folder = Folder::new("kind");
    let path = folder.file("state");
    save(&path, &vec![1.0, 2.0]).unwrap();
    let error = load::<State>(&path).unwrap_err();
    assert!(matches!(error.damage, Damage::State(_)), "{error}");
    assert!(error.to_string().contains("holds another state"), "{error}");
}

#[test]
fn a_state_that_would_not_come_back_is_not_written() {
    let folder = Folder::new("nan");
    let path = folder.file("state");
    save(&path, &state(1)).unwrap();
    for bad in [f64::NAN, f64::INFINITY] {
        let error = save(&path, &State { epoch: 2, theta: vec![bad] }).unwrap_err();
        assert!(matches!(error.damage, Damage::Unwritten(_)), "{error}");
        let error = error.to_string();
        assert!(error.contains("state was not written, since"), "{error}");
        assert!(error.contains("a number that is not finite?"), "{error}");
        assert!(!error.contains("another state"), "{error}");
    }
    // In an Option, JSON would turn it into None without a word.
    let error = save(&path, &Some(f64::NAN)).unwrap_err();
    assert!(error.to_string().contains("does not read back"), "{error}");
    assert_eq!(at(&path), 1);
}
