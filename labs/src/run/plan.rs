//! What is to be run.

use super::Record;
use serde::Serialize;

/// A configuration and a seed: all that a run depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Run<Config> {
    /// What is trained, and how.
    pub config: Config,
    /// The seed of the validation split, the first weights and the order of samples.
    pub seed: u64,
}

impl<Config: Clone> Run<Config> {
    /// What a record is of.
    pub fn of<Outcome>(record: &Record<Config, Outcome>) -> Self {
        Self { config: record.config.clone(), seed: record.seed }
    }
}

impl<Config: Serialize> Run<Config> {
    /// What tells runs apart: the configuration as JSON, its fields in the order of the
    /// type, and the seed.
    ///
    /// # Panics
    /// Panics when the configuration has no JSON, such as a map with other keys than text.
    pub fn key(&self) -> String {
        let config =
            serde_json::to_string(&self.config).expect("a configuration has JSON");
        format!("{config} seed {}", self.seed)
    }
}

/// Every configuration with the seeds 1, 2, …, one seed after the other: a plan that is
/// stopped halfway has some seeds of everything, not everything of some configurations.
pub fn grid<Config: Clone>(configs: &[Config], seeds: u64) -> Vec<Run<Config>> {
    let run =
        |seed| configs.iter().map(move |config| Run { config: config.clone(), seed });
    (1..=seeds).flat_map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seed_has_every_configuration() {
        let runs = grid(&["a", "b"], 2);
        let order: Vec<_> = runs.iter().map(|run| (run.config, run.seed)).collect();
        assert_eq!(order, [("a", 1), ("b", 1), ("a", 2), ("b", 2)]);
        assert_eq!(runs[1].key(), "\"b\" seed 1");
        assert!(grid(&["a"], 0).is_empty());
    }
}
