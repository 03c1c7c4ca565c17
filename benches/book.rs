//! How long the book takes to build, and a figure to draw again.
//!
//! ```text
//! cargo bench --bench book
//! ```
//!
//! **Cold** is a build after the outcomes kept on disk for this code are removed, so that
//! every experiment runs; **warm** is the build after it. Neither compiles anything. The
//! book goes to a temporary folder; run no other build of the book beside this one.
//!
//! **A frame** is what follows when a control moves: the figure's experiment runs, and
//! the figure is drawn. Here it is native code at the default settings; in the browser
//! the same code is WebAssembly.

use anyhow::{Context, Result};
use figures::Width;
use listings::experiments::Settings;
use press::book::build_into;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const BUILDS: usize = 3;
const FRAMES: usize = 200;

fn main() -> Result<()> {
    // `cargo test --benches` runs this too, without the flag.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    builds()?;
    println!();
    frames()
}

/// Prints the median time of a cold and of a warm build.
fn builds() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outcomes = root.join("target/outcomes").join(env!("DOWNHILL_CODE"));
    let folder = tempfile::tempdir()?;
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for _ in 0..BUILDS {
        if outcomes.exists() {
            fs::remove_dir_all(&outcomes)
                .with_context(|| format!("cannot remove {}", outcomes.display()))?;
        }
        for times in [&mut cold, &mut warm] {
            let start = Instant::now();
            build_into(root, folder.path())?;
            times.push(start.elapsed());
        }
    }
    println!("{:<32}{:>12}", format!("the book, {BUILDS} builds"), "median, ms");
    for (name, times) in [("cold", cold), ("warm", warm)] {
        println!("{name:<32}{:>12.1}", milliseconds(quantile(times, 0.5)));
    }
    Ok(())
}

/// Prints the median and the 95th percentile of a frame of every figure.
fn frames() -> Result<()> {
    let title = format!("a frame of, {FRAMES} frames");
    println!("{title:<32}{:>12}{:>22}", "median, ms", "95th percentile, ms");
    for figure in figures::all() {
        let mut times = Vec::new();
        for _ in 0..FRAMES {
            let start = Instant::now();
            black_box(figure.run_and_draw(&Settings::default(), Width::Wide)?);
            times.push(start.elapsed());
        }
        println!(
            "{:<32}{:>12.2}{:>22.2}",
            figure.name,
            milliseconds(quantile(times.clone(), 0.5)),
            milliseconds(quantile(times, 0.95))
        );
    }
    Ok(())
}

/// The smallest time that at least a share of `level` of the times does not exceed.
fn quantile(mut times: Vec<Duration>, level: f64) -> Duration {
    times.sort_unstable();
    times[(level * times.len() as f64).ceil() as usize - 1]
}

fn milliseconds(time: Duration) -> f64 {
    1e3 * time.as_secs_f64()
}
