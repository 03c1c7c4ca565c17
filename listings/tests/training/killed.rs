//! The program of the chapter, killed again and again, and interrupted by Ctrl-C.

use crate::folder::Folder;
use crate::program;
use listings::experiments::iris_training::IrisTraining;
use listings::training::checkpoint::{load, resume};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// So many that a run which is to be killed does not end before, however busy the machine is.
const EPOCHS: usize = 300;

fn command(path: &Path, more: &[&str]) -> Command {
    let path = path.to_str().expect("a path of letters");
    let epochs = EPOCHS.to_string();
    let own = ["--checkpoint", path, "--epochs", &epochs];
    let mut command = program::command(&[&own, more].concat());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn epochs(path: &Path) -> usize {
    let resumed = resume::<IrisTraining>(path).expect("a killed run leaves a good one");
    resumed.map_or(0, |resumed| resumed.state.history().len())
}

/// That two runs which are over are the same, to the last bit.
fn check_equal(whole: &Path, other: &Path) {
    let [whole, other] =
        [whole, other].map(|path| load::<IrisTraining>(path).expect("it is whole"));
    assert!(whole.is_over());
    assert_eq!(whole, other);
    let bits = |run: &IrisTraining| -> Vec<u64> {
        run.theta().iter().map(|entry| entry.to_bits()).collect()
    };
    assert_eq!(bits(&whole), bits(&other));
}

#[test]
fn killed_at_any_moment_it_goes_on_and_ends_with_the_same_bits() {
    let folder = Folder::new("killed");
    let (whole, killed) = (folder.file("whole"), folder.file("killed"));
    assert!(command(&whole, &[]).status().expect("it runs").success());

    let mut kills = 0;
    while kills < 6 {
        let done = epochs(&killed);
        let mut child = command(&killed, &["--pause", "3"]).spawn().expect("it runs");
        // Until it has come farther, and then a moment that depends on the round: in the
        // middle of an epoch, of a write, or of the pause.
        let patience = Instant::now();
        while epochs(&killed) <= done && patience.elapsed() < Duration::from_secs(20) {
            sleep(Duration::from_millis(1));
        }
        sleep(Duration::from_micros(700 * kills));
        child.kill().expect("it can be killed");
        let ended_by_itself = child.wait().expect("it ends").success();
        assert!(epochs(&killed) > done, "round {kills}: no epoch in twenty seconds");
        if ended_by_itself {
            break;
        }
        kills += 1;
    }
    assert!(kills >= 2, "it was killed {kills} times: too few to say anything");

    assert!(command(&killed, &[]).status().expect("it runs").success());
    check_equal(&whole, &killed);
}

/// On other systems there is no `kill` to send the signal of Ctrl-C with.
#[cfg(unix)]
#[test]
fn ctrl_c_leaves_a_checkpoint_of_the_epoch_that_was_under_way() {
    use std::io::{BufRead, BufReader};

    let folder = Folder::new("interrupted");
    let (whole, stopped) = (folder.file("whole"), folder.file("stopped"));
    assert!(command(&whole, &[]).status().expect("it runs").success());

    let mut done = 0;
    for _ in 0..3 {
        // By itself it would write in the end only.
        let mut child = command(&stopped, &["--pause", "50", "--every", "1000"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines();
        // From this line on it listens.
        let mut said = |what: &str| {
            lines
                .any(|line| line.expect("text").contains(what))
                .then_some(())
                .expect(what)
        };
        said("Ctrl-C ends it");
        let signal =
            Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(signal.expect("there is a kill").success());
        said("ended after epoch");
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
        assert!(epochs(&stopped) > done && epochs(&stopped) < EPOCHS);
        done = epochs(&stopped);
    }
    assert!(command(&stopped, &[]).status().expect("it runs").success());
    check_equal(&whole, &stopped);
}

#[test]
fn another_recipe_and_a_foreign_file_are_refused_by_name() {
    let folder = Folder::new("refused");
    let path = folder.file("run");
    assert!(command(&path, &[]).status().expect("it runs").success());
    let said = |arguments: &[&str]| {
        let mut command = command(&path, arguments);
        let output = command.stderr(Stdio::piped()).output().expect("it runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).expect("text")
    };
    let other = said(&["--seed", "2"]);
    assert!(other.contains("is of a run with other epochs or another seed"), "{other}");
    std::fs::write(&path, "something else\n").unwrap();
    std::fs::remove_file(path.with_file_name("run.previous")).unwrap();
    let foreign = said(&[]);
    assert!(foreign.contains("run is no checkpoint"), "{foreign}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "something else\n");
    let option = said(&["--speed", "2"]);
    assert!(option.contains("--speed is no option"), "{option}");
    let count = said(&["--every", "0"]);
    assert!(count.contains("--every 0: a whole number from 1 on is valid"), "{count}");
}
