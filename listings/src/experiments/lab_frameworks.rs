//! What two frameworks for larger networks cost: to compile, and for a step.

use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::{Deserialize, Serialize};

/// What `labs/frameworks/measure.sh` wrote, on a machine that had nothing else to do.
const RECORDS: &str = include_str!("../../../labs/frameworks/record.jsonl");

/// A line of it.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Line {
    Build {
        framework: String,
        version: String,
        cpu_seconds: f64,
        packages: usize,
        binary_bytes: f64,
    },
    Step {
        framework: String,
        network: String,
        samples_per_second: f64,
    },
}

/// Nothing to choose: costs are measured, not computed.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// Both frameworks.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// What the labs use.
    pub candle: Framework,
    /// The other.
    pub burn: Framework,
    /// How many times the processor time of candle's compilation burn's takes.
    pub compile_ratio: f64,
    /// How many times as many convolutional samples a second burn trains on.
    pub convolution_ratio: f64,
    /// The same for the perceptron.
    pub perceptron_ratio: f64,
}

/// What one of them costs, with its fewest features that train on a processor.
#[derive(Clone, Debug, Serialize)]
pub struct Framework {
    /// Its version.
    pub version: String,
    /// Processor time of a release build from nothing, in seconds.
    pub compile_seconds: f64,
    /// Packages that the program consists of.
    pub packages: usize,
    /// The size of the program in 10⁶ bytes.
    pub megabytes: f64,
    /// Samples a second in steps of a perceptron 196-64-10, in batches of 64, by the framework's
    /// own gradient descent in 32 bits; on as many threads as it takes.
    pub perceptron: f64,
    /// The same for two 3 × 3 convolutions of 14 × 14 pixels with 16 channels, in batches of 32.
    pub convolutional: f64,
}

fn framework(lines: &[Line], name: &str) -> Framework {
    let speed = |wanted: &str| {
        let found = lines.iter().find_map(|line| match line {
            Line::Step { framework, network, samples_per_second }
                if framework == name && network == wanted =>
            {
                Some(*samples_per_second)
            }
            _ => None,
        });
        found.unwrap_or_else(|| panic!("no speed of {name} on the {wanted} network"))
    };
    let (perceptron, convolutional) = (speed("perceptron"), speed("convolutional"));
    let build = lines.iter().find_map(|line| match line {
        Line::Build { framework, version, cpu_seconds, packages, binary_bytes }
            if framework == name =>
        {
            Some(Framework {
                version: version.clone(),
                compile_seconds: *cpu_seconds,
                packages: *packages,
                megabytes: binary_bytes / 1e6,
                perceptron,
                convolutional,
            })
        }
        _ => None,
    });
    build.unwrap_or_else(|| panic!("no build of {name}"))
}

impl Experiment for Config {
    const NAME: &'static str = "lab-frameworks";
    const QUESTION: &'static str = "What does a framework for larger networks cost?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let line = |line: &str| serde_json::from_str(line).expect("a line of the script");
        let lines: Vec<Line> = RECORDS.lines().map(line).collect();
        let (candle, burn) = (framework(&lines, "candle"), framework(&lines, "burn"));
        Outcome {
            compile_ratio: burn.compile_seconds / candle.compile_seconds,
            convolution_ratio: burn.convolutional / candle.convolutional,
            perceptron_ratio: burn.perceptron / candle.perceptron,
            candle,
            burn,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Two frameworks, each with the fewest features that train on a processor: the cost of a program, and the speed of \
             the framework's own layers and gradient descent in 32 bits",
            &[
                "framework",
                "packages",
                "compilation, processor seconds",
                "program, MB",
                "perceptron, samples a second",
                "convolutions, samples a second",
            ],
        );
        for (name, of) in [("candle", &outcome.candle), ("burn", &outcome.burn)] {
            table.row(vec![
                Cell::Text(format!("{name} {}", of.version)),
                Cell::count(of.packages),
                Cell::number(of.compile_seconds, 0),
                Cell::number(of.megabytes, 1),
                Cell::number(of.perceptron, 0),
                Cell::number(of.convolutional, 0),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page says of the choice.
    #[test]
    fn burn_takes_longer_to_compile_and_convolves_faster() {
        let of = Config.run();
        assert!(of.compile_ratio > 2.0 && of.burn.packages > of.candle.packages);
        assert!(of.convolution_ratio > 1.5);
    }
}
