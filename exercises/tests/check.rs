//! Checks the reader's answers: each exercise is a test, ignored until it is attempted.

use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use exercises::Verdict;
use libtest_mimic::{Arguments, Completion, Failed, Trial};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let runs = Arc::new(Mutex::new(String::new()));
    let trials = exercises::all().into_iter().map(|exercise| {
        let runs = Arc::clone(&runs);
        Trial::ignorable_test(exercise.name.clone(), move || {
            let verdict = exercise.check();
            if verdict != Verdict::NotAttempted
                && let Some(run) = exercise.run_report()
            {
                runs.lock()
                    .unwrap()
                    .push_str(&format!("{}: the run gave\n{run}\n", exercise.name));
            }
            match verdict {
                Verdict::NotAttempted => Ok(Completion::ignored_with("not attempted")),
                Verdict::Passed => Ok(Completion::Completed),
                Verdict::Failed { report, .. } => {
                    Err(Failed::from(format!("{}\n{report}", exercise.path)))
                }
            }
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    if !arguments.list {
        print!("{}", runs.lock().unwrap());
        let (passed, failed, ignored) =
            (conclusion.num_passed, conclusion.num_failed, conclusion.num_ignored);
        let of = passed + failed + ignored;
        println!(
            "exercises: {passed} passed, {failed} failed, {ignored} not attempted of {of}"
        );
    }
    conclusion.exit_code()
}
