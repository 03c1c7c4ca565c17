//! The command line: build the book, serve it, write it as EPUB, run one experiment, draw one figure.

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use figures::Width;
use listings::experiments::Settings;
use mdbook_preprocessor::parse_input;
use press::epub::Date;
use press::preprocessor::Press;
use press::{book, epub, outcomes, serve};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Downhill: loss functions, optimizers and learning-rate schedules, in Rust.
///
/// Without a command, builds the book.
#[derive(Parser)]
#[command(name = "downhill", bin_name = "cargo run --release --")]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Build the book into book/.
    Build,
    /// Serve the book on 127.0.0.1, and rebuild it on every change.
    Serve {
        /// The port; 0 picks a free one.
        #[arg(long, default_value_t = 3000)]
        port: u16,
        /// Open the book in a browser.
        #[arg(long)]
        open: bool,
    },
    /// Write the book as one file for e-readers (EPUB).
    Epub {
        /// Write to this file instead of target/downhill.epub.
        #[arg(short, value_name = "FILE.epub")]
        output: Option<PathBuf>,
    },
    /// List experiments with their settings, figures, and claims.
    List,
    /// Run one experiment and print its table.
    Experiment {
        /// The experiment's name.
        name: String,
        /// Change a setting; may be repeated.
        #[arg(long, value_name = "NAME=VALUE")]
        set: Vec<String>,
        /// Print all fields of the outcome as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Draw one figure as SVG.
    Figure {
        /// The figure's name.
        name: String,
        /// Change a setting; may be repeated.
        #[arg(long, value_name = "NAME=VALUE")]
        set: Vec<String>,
        /// Write to a file instead of the terminal.
        #[arg(short, value_name = "FILE.svg")]
        output: Option<PathBuf>,
    },
    /// Say which exercises pass, which do not, and which comes next.
    Progress,
    /// Be a preprocessor of mdBook: its command in book.toml.
    #[command(hide = true)]
    Preprocess {
        /// `supports RENDERER`, or nothing to preprocess a book from standard input.
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command.unwrap_or(Command::Build)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Build => {
            let root = root()?;
            let page = book::build(&root, &|line| eprintln!("{line}"))?;
            println!(
                "The book is at {}. To serve it: cargo run --release -- serve",
                page.display()
            );
            Ok(())
        }
        Command::Serve { port, open } => {
            let root = root()?;
            // A port that is taken is said before the book is built.
            let listener = serve::bind(port)?;
            book::build(&root, &|line| eprintln!("{line}"))?;
            serve::serve(listener, &root, open)
        }
        Command::Epub { output } => {
            let root = root()?;
            let output = output.unwrap_or_else(|| root.join("target/downhill.epub"));
            epub::write(&root, &output, Date::of_environment()?, &|line| {
                eprintln!("{line}")
            })?;
            println!("The book is at {}.", output.display());
            Ok(())
        }
        Command::List => list(),
        Command::Experiment { name, set, json } => {
            let settings = Settings::parse(set.iter().map(String::as_str))?;
            let outcome = outcomes::experiment(&name)?.run(&settings)?;
            if json {
                print(&serde_json::to_string_pretty(&outcome.fields)?)
            } else {
                print(&format!("{}\n\n{}", outcome.table.title, outcome.table.to_text()))
            }
        }
        Command::Figure { name, set, output } => {
            let settings = Settings::parse(set.iter().map(String::as_str))?;
            let drawing =
                outcomes::figure(&name)?.run_and_draw(&settings, Width::Wide)?;
            let svg = drawing.standalone();
            match output {
                Some(file) => write(&file, &svg),
                None => print(&svg),
            }
        }
        Command::Progress => print(exercises::progress::report().trim_end()),
        Command::Preprocess { arguments } => preprocess(&arguments),
    }
}

fn list() -> Result<()> {
    let mut text = String::from("Experiments\n");
    for experiment in listings::experiments::all() {
        text.push_str(&format!("  {}  {}\n", experiment.name, experiment.question));
        for control in experiment.controls {
            text.push_str(&format!(
                "      {}={}  {}, from {} to {}\n",
                control.name,
                control.value,
                control.label,
                control.minimum,
                control.maximum
            ));
        }
    }
    text.push_str("\nFigures\n");
    for figure in figures::all() {
        text.push_str(&format!(
            "  {}  of experiment {}\n",
            figure.name, figure.experiment
        ));
    }
    text.push_str("\nClaims\n");
    for claim in listings::claims::all() {
        text.push_str(&format!(
            "  {}  {}: {}\n",
            claim.id, claim.verdict, claim.statement
        ));
    }
    print(text.trim_end())
}

fn preprocess(arguments: &[String]) -> Result<()> {
    match arguments {
        // Every renderer: what the press makes is HTML inside Markdown.
        [supports, _renderer] if supports == "supports" => Ok(()),
        [] => {
            let (context, book) = parse_input(io::stdin())?;
            let book = mdbook_preprocessor::Preprocessor::run(&Press, &context, book)?;
            Ok(serde_json::to_writer(io::stdout(), &book)?)
        }
        other => bail!(
            "mdBook calls this with `supports RENDERER` or nothing, not with {other:?}"
        ),
    }
}

fn write(file: &Path, text: &str) -> Result<()> {
    std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// Prints a line; a reader that has closed the pipe wanted no more.
fn print(text: &str) -> Result<()> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The repository: the nearest folder above this one that holds book.toml.
fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("cannot tell the current folder")?;
    match here.ancestors().find(|folder| folder.join("book.toml").is_file()) {
        Some(root) => Ok(root.to_path_buf()),
        None => bail!(
            "no book.toml in {} or above it; run this inside the repository",
            here.display()
        ),
    }
}
