//! The labs on a command line.

use clap::{Parser, Subcommand};
use labs::data::default_folder;
use labs::run::{
    Ending, INTERRUPTED, Lab, Ledger, Scale, Settings, compare, execute, listen,
};
use labs::tasks::fashion::FashionLab;
use labs::tasks::housing::HousingLab;
use labs::tasks::hypothyroid::HypothyroidLab;
use labs::tasks::reviews::ReviewsLab;
use listings::labs::summaries;
use std::error::Error;
use std::fs;
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
    /// Fashion-MNIST: five optimizers.
    L2 {
        #[command(flatten)]
        scope: Scope,
        /// All 70,000 images of 28 × 28 pixels, where the folder of the data has them.
        #[arg(long)]
        full_images: bool,
    },
    /// Reviews of clothes: schedules for a transformer, with and without warm-up.
    L3(Scope),
    /// Hypothyroid patients: losses for a rare class.
    L4(Scope),
    /// Write what the pages show of the records in the repository, after these have changed.
    Summarize,
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
    run_as(L::NAME, lab, scope, stop)
}

/// The same, with records in a file of this name.
fn run_as<L: Lab>(
    name: &str,
    lab: &L,
    scope: &Scope,
    stop: &AtomicBool,
) -> Result<u8, Box<dyn Error>> {
    let (scale, suffix) =
        if scope.quick { (Scale::Quick, "-quick") } else { (Scale::Full, "") };
    let path = scope.out.join(format!("{name}{suffix}.jsonl"));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = scope.jobs.unwrap_or(threads);
    let settings = Settings { scale, seeds: scope.seeds, jobs, is_quiet: false, stop };
    match execute(lab, &path, settings)? {
        Ending::Complete(records) => {
            for table in lab.tables(&records) {
                println!("{}\n", table.to_text());
            }
            // The quick run has not all that a figure shows.
            if scale == Scale::Full {
                for picture in lab.pictures(&records) {
                    println!("{}", picture.write(&scope.out)?.display());
                }
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

/// Lab 2 with the subset of the images, or with all of them.
fn fashion(data: &Path, has_all: bool) -> Result<FashionLab, Box<dyn Error>> {
    if !has_all {
        return Ok(FashionLab::load(data)?);
    }
    FashionLab::load_full(data)?.ok_or_else(|| {
        let folder = data.display();
        format!(
            "no file of the full set is in {folder}: labs/data/README.md says where they are from"
        )
        .into()
    })
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
        FashionLab::NAME => {
            // A side of 14 pixels is that of the subset.
            let has_all = record.config["side"] != 14;
            compare(&fashion(data, has_all)?, &record, stop)?
        }
        ReviewsLab::NAME => compare(&ReviewsLab::load(data)?, &record, stop)?,
        HypothyroidLab::NAME => compare(&HypothyroidLab::load(data)?, &record, stop)?,
        other => {
            let known = [
                HousingLab::NAME,
                FashionLab::NAME,
                ReviewsLab::NAME,
                HypothyroidLab::NAME,
            ]
            .join(", ");
            return Err(
                format!("row {row} is of the lab {other}: valid are {known}").into()
            );
        }
    };
    println!("{comparison}");
    Ok(u8::from(comparison.largest() > tolerance))
}

/// Writes the summaries beside the records of the repository.
fn summarize() -> Result<u8, Box<dyn Error>> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../listings/src/labs/records");
    for (name, summary) in summaries() {
        let file = folder.join(name);
        fs::write(&file, format!("{summary}\n"))
            .map_err(|error| format!("{}: {error}", file.display()))?;
        println!("{name}");
    }
    Ok(0)
}

fn program(options: Options) -> Result<u8, Box<dyn Error>> {
    let stop = listen()?;
    match &options.command {
        Command::L1(scope) => run(&HousingLab::load(&scope.data)?, scope, stop),
        Command::L2 { scope, full_images } => {
            let name = if *full_images { "l2-all" } else { FashionLab::NAME };
            run_as(name, &fashion(&scope.data, *full_images)?, scope, stop)
        }
        Command::L3(scope) => run(&ReviewsLab::load(&scope.data)?, scope, stop),
        Command::L4(scope) => run(&HypothyroidLab::load(&scope.data)?, scope, stop),
        Command::Summarize => summarize(),
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
