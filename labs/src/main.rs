//! The labs on a command line.

use clap::{Parser, Subcommand};
use labs::data::default_folder;
use labs::run::{
    Ending, INTERRUPTED, Lab, Ledger, Scale, Settings, compare, execute, listen,
};
use labs::tasks::housing::HousingLab;
use labs::tasks::hypothyroid::HypothyroidLab;
use labs::tasks::reviews::ReviewsLab;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

/// The labs of the book, on real data.
#[derive(Parser)]
#[command(version)]
struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// California housing: losses, with and without wrong prices.
    L1(Scope),
    /// Reviews of clothes: schedules for a transformer, with and without warm-up.
    L3(Scope),
    /// Hypothyroid patients: losses for a rare class.
    L4(Scope),
    /// Run a recorded row again, and compare what comes out.
    Compare {
        /// The file of records.
        file: PathBuf,
        /// The row, from 1.
        row: usize,
        /// The largest relative difference that is accepted; 0 asks for equal bits.
        #[arg(long, default_value_t = 0.0)]
        tolerance: f64,
        /// The folder of the data.
        #[arg(long, default_value_os_t = default_folder())]
        data: PathBuf,
    },
}

#[derive(clap::Args)]
struct Scope {
    /// Two minutes at most on two cores, instead of what the page shows.
    #[arg(long)]
    quick: bool,
    /// How many seeds.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=20))]
    seeds: u64,
    /// How many runs at once; as many as the machine has threads, if not given.
    #[arg(long, value_parser = at_least_one)]
    jobs: Option<usize>,
    /// The folder of the records.
    #[arg(long, default_value = "labs-results")]
    out: PathBuf,
    /// The folder of the data.
    #[arg(long, default_value_os_t = default_folder())]
    data: PathBuf,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(count) if count >= 1 => Ok(count),
        _ => Err("a whole number from 1 on is valid".to_string()),
    }
}

/// Runs a lab, and prints its tables.
fn run<L: Lab>(lab: &L, scope: &Scope, stop: &AtomicBool) -> Result<u8, Box<dyn Error>> {
    let (scale, suffix) =
        if scope.quick { (Scale::Quick, "-quick") } else { (Scale::Full, "") };
    let path = scope.out.join(format!("{}{suffix}.jsonl", L::NAME));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = scope.jobs.unwrap_or(threads);
    let settings = Settings { scale, seeds: scope.seeds, jobs, is_quiet: false, stop };
    match execute(lab, &path, settings)? {
        Ending::Complete(records) => {
            for table in lab.tables(&records) {
                println!("{}\n", table.to_text());
            }
            println!("{} records in {}", records.len(), path.display());
            Ok(0)
        }
        Ending::Stopped { done, planned } => {
            let file = path.display();
            eprintln!("{done} of {planned} runs are in {file}; the same command goes on");
            Ok(INTERRUPTED)
        }
    }
}

/// Runs a row again; 1 when it differs by more than is accepted.
fn again(
    file: &Path,
    row: usize,
    tolerance: f64,
    data: &Path,
    stop: &AtomicBool,
) -> Result<u8, Box<dyn Error>> {
    let record = Ledger::row(file, row)?;
    let comparison = match record.lab.as_str() {
        HousingLab::NAME => compare(&HousingLab::load(data)?, &record, stop)?,
        ReviewsLab::NAME => compare(&ReviewsLab::load(data)?, &record, stop)?,
        HypothyroidLab::NAME => compare(&HypothyroidLab::load(data)?, &record, stop)?,
        other => {
            let known =
                [HousingLab::NAME, ReviewsLab::NAME, HypothyroidLab::NAME].join(", ");
            return Err(
                format!("row {row} is of the lab {other}: valid are {known}").into()
            );
        }
    };
    println!("{comparison}");
    Ok(u8::from(comparison.largest() > tolerance))
}

fn program(options: Options) -> Result<u8, Box<dyn Error>> {
    let stop = listen()?;
    match &options.command {
        Command::L1(scope) => run(&HousingLab::load(&scope.data)?, scope, stop),
        Command::L3(scope) => run(&ReviewsLab::load(&scope.data)?, scope, stop),
        Command::L4(scope) => run(&HypothyroidLab::load(&scope.data)?, scope, stop),
        Command::Compare { file, row, tolerance, data } => {
            again(file, *row, *tolerance, data, stop)
        }
    }
}

fn main() -> ExitCode {
    program(Options::parse()).map_or_else(
        |error| {
            eprintln!("{error}");
            ExitCode::FAILURE
        },
        ExitCode::from,
    )
}
