//! What a lab says of itself.

use super::{Picture, Record, Run, Stopped, Watch};
use listings::report::Table;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How much is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Two minutes at most on two cores: what the tests run.
    Quick,
    /// What the page shows.
    Full,
}

impl Scale {
    /// Of the seeds that tune, those that a run of this scale takes: one, or all.
    pub fn tuning(self, seeds: &[u64]) -> &[u64] {
        match self {
            Self::Quick => &seeds[..1],
            Self::Full => seeds,
        }
    }
}

// ANCHOR: lab
/// A lab: its runs, and what they come to.
pub trait Lab: Sync {
    /// What is trained, and how: every number that a result depends on, so that a
    /// record can be run again without anything else.
    type Config: Clone + DeserializeOwned + Send + Serialize + Sync;

    /// What came out: no times, because those are never the same twice. A number that is
    /// not finite has no JSON; a run that diverged says so in words.
    type Outcome: DeserializeOwned + PartialEq + Send + Serialize;

    /// Its name on the command line and in records.
    const NAME: &'static str;

    /// Raised when the same configuration would give another outcome.
    const REVISION: u32;

    /// The runs that are known to be needed, given what is recorded of them.
    ///
    /// It is asked again when all of them are recorded, until it names no new one: so a lab
    /// can tune first, and then run what was best with more seeds. It may depend on `done`
    /// only through runs that it named before, and not on their order.
    fn plan(
        &self,
        scale: Scale,
        seeds: u64,
        done: &[Record<Self::Config, Self::Outcome>],
    ) -> Vec<Run<Self::Config>>;

    /// How long a run takes, in a unit of the lab's own, for the time that is left.
    fn cost(&self, _config: &Self::Config) -> f64 {
        1.0
    }

    /// One run, on one thread.
    ///
    /// # Errors
    /// [`Stopped`] when `watch` says so; nothing is recorded then.
    fn run(
        &self,
        run: &Run<Self::Config>,
        watch: &Watch,
    ) -> Result<Self::Outcome, Stopped>;

    /// The tables at the end, of the records of the whole plan in its order.
    fn tables(&self, records: &[Record<Self::Config, Self::Outcome>]) -> Vec<Table>;

    /// The figures at the end, of the records of the full plan in its order: those of the
    /// page, at their defaults.
    fn pictures(&self, records: &[Record<Self::Config, Self::Outcome>]) -> Vec<Picture>;
}
// ANCHOR_END: lab

/// What a run comes to where nothing stops it.
#[cfg(test)]
pub(crate) fn once<L: Lab>(lab: &L, config: L::Config, seed: u64) -> L::Outcome {
    let stop = std::sync::atomic::AtomicBool::new(false);
    let outcome = lab.run(&Run { config, seed }, &Watch::new(&stop));
    outcome.unwrap_or_else(|_| panic!("nothing stops it"))
}
