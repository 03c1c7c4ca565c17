//! Trains the chapter's network on Fisher's irises, and goes on where it was stopped.
//!
//! ```text
//! cargo run --release --example iris -p listings -- --checkpoint iris.checkpoint
//! ```
//!
//! Ctrl-C ends it after the epoch that is under way, with a checkpoint; a second Ctrl-C, or
//! a kill, ends it at once, and the last checkpoint stays. Started again, it goes on from
//! there, and ends with the same weights to the last bit.

use indicatif::{ProgressBar, ProgressStyle};
use listings::experiments::iris_training::{
    IrisTraining, Settings, iris_pipeline, measure,
};
use listings::training::checkpoint::{resume, save};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, exit};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

const HELP: &str = "options: --checkpoint FILE   go on from FILE, and write to it
         --every NUMBER      write after so many epochs (1)
         --seed NUMBER       the seed of split, weights, batches and masks (1)
         --epochs NUMBER     at most so many epochs (100)
         --pause NUMBER      milliseconds to wait after each epoch (0)";

/// What a shell expects of a program that Ctrl-C has ended: 128 and the signal's number.
const INTERRUPTED: u8 = 130;

/// What the command line asks for.
struct Options {
    checkpoint: Option<PathBuf>,
    every: usize,
    pause: u64,
    settings: Settings,
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let settings = Settings::default();
    let mut options = Options { checkpoint: None, every: 1, pause: 0, settings };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value\n{HELP}"));
        let mut count = |least: u64| -> Result<u64, Box<dyn Error>> {
            let text = value()?;
            match text.parse() {
                Ok(count) if count >= least => Ok(count),
                _ => {
                    Err(format!("{word} {text}: a whole number from {least} on is valid")
                        .into())
                }
            }
        };
        match word.as_str() {
            "--checkpoint" => options.checkpoint = Some(value()?.into()),
            "--every" => options.every = count(1)? as usize,
            "--seed" => options.settings.seed = count(0)?,
            "--epochs" => options.settings.epochs = count(1)? as usize,
            "--pause" => options.pause = count(0)?,
            _ => return Err(format!("{word} is no option\n{HELP}").into()),
        }
    }
    Ok(options)
}

/// Whether Ctrl-C was pressed.
static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// The first Ctrl-C is a request, the second an order.
fn listen() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        if IS_INTERRUPTED.swap(true, Ordering::Relaxed) {
            exit(INTERRUPTED.into());
        }
    })
}

/// The run of this recipe that was saved at `path`, if there is one.
fn resumed(
    path: &Path,
    run: &IrisTraining,
) -> Result<Option<IrisTraining>, Box<dyn Error>> {
    let Some(resumed) = resume::<IrisTraining>(path)? else { return Ok(None) };
    if let Some(error) = resumed.instead_of {
        eprintln!("{error}; going on from the previous one");
    }
    if resumed.state.recipe() != run.recipe() {
        let what = "is of a run with other epochs or another seed";
        return Err(format!("the checkpoint {} {what}", path.display()).into());
    }
    eprintln!("going on after epoch {}", resumed.state.history().len());
    Ok(Some(resumed.state))
}

/// On a terminal only: in a file it would be a thousand lines.
fn progress_bar(epochs: usize) -> Result<ProgressBar, Box<dyn Error>> {
    let line = "{bar:30} epoch {pos} of {len}, validation loss {msg}, {eta} left";
    let style = ProgressStyle::with_template(line)?;
    Ok(ProgressBar::new(epochs as u64).with_style(style))
}

fn run(words: impl Iterator<Item = String>) -> Result<u8, Box<dyn Error>> {
    let Options { checkpoint, every, pause, settings } = options(words)?;
    let (task, test, mut run) = iris_pipeline(settings);
    if let Some(path) = &checkpoint
        && let Some(resumed) = resumed(path, &run)?
    {
        run = resumed;
    }
    listen()?;
    eprintln!("Ctrl-C ends it after an epoch");
    let bar = progress_bar(settings.epochs)?;
    while !run.is_over() {
        let record = run.epoch(&task)?;
        let epochs = run.history().len();
        let is_interrupted = IS_INTERRUPTED.load(Ordering::Relaxed);
        let is_due = epochs.is_multiple_of(every) || run.is_over() || is_interrupted;
        if let Some(path) = &checkpoint
            && is_due
        {
            save(path, &run)?;
        }
        bar.set_message(format!("{:.4}", record.validation_loss));
        bar.set_position(epochs as u64);
        if is_interrupted {
            bar.abandon();
            eprintln!("ended after epoch {epochs}");
            return Ok(INTERRUPTED);
        }
        sleep(Duration::from_millis(pause));
    }
    bar.finish();
    let (loss, share) = measure(&task.network, run.weights(), &test);
    let epochs = run.history().len();
    println!("{epochs} epochs; test loss {loss:.4}, {:.1} % right", 100.0 * share);
    Ok(0)
}

/// The program with these arguments; gives the code to exit with.
pub fn program(words: impl Iterator<Item = String>) -> u8 {
    run(words).unwrap_or_else(|error| {
        eprintln!("{error}");
        1
    })
}

fn main() -> ExitCode {
    program(std::env::args().skip(1)).into()
}
