//! Runs what a lab plans, on several threads, and records it.
//!
//! Each thread takes the next run that nobody has; this thread alone writes. What a run gives
//! depends on its configuration and seed, so the number of threads decides nothing but the
//! order in which records come, and at the end they are put in the order of the plan.

use super::{
    Lab, Ledger, LedgerError, Progress, Record, Run, Scale, Stopped, Watch, alone,
    machine,
};
use listings::labs::rounded;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

/// The version of this program, as records state it.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How a plan is run.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// How much is run.
    pub scale: Scale,
    /// How many seeds: 1, 2, ….
    pub seeds: u64,
    /// How many runs at once; at least one.
    pub jobs: usize,
    /// Whether nothing is said on the way.
    pub is_quiet: bool,
    /// True when the runs are to end.
    pub stop: &'a AtomicBool,
}

/// How it ended.
#[derive(Debug)]
pub enum Ending<Config, Outcome> {
    /// Every run of the plan is recorded: the records in its order.
    Complete(Vec<Record<Config, Outcome>>),
    /// It was stopped with so many runs recorded of so many that were planned so far.
    Stopped {
        /// Recorded.
        done: usize,
        /// Planned, as far as was known.
        planned: usize,
    },
}

/// Runs all that `lab` plans and the file at `path` has no record of.
///
/// Records of other runs than the plan's, such as more seeds, stay in the file, behind.
///
/// # Errors
/// [`LedgerError`] when the file cannot be read or written.
///
/// # Panics
/// Panics when a run does, after what the other threads finished was recorded.
pub fn execute<L: Lab>(
    lab: &L,
    path: &Path,
    settings: Settings,
) -> Result<Ending<L::Config, L::Outcome>, LedgerError> {
    let (mut ledger, mut records) = Ledger::open(path, L::NAME, L::REVISION)?;
    loop {
        let plan = lab.plan(settings.scale, settings.seeds, &records);
        let known: HashSet<String> = keys(&records);
        let missing: Vec<_> =
            plan.iter().filter(|run| !known.contains(&run.key())).cloned().collect();
        if missing.is_empty() {
            let [ordered, others] = in_order(&plan, records);
            let count = ordered.len();
            let mut all = ordered;
            all.extend(others);
            ledger.rewrite(&all)?;
            all.truncate(count);
            return Ok(Ending::Complete(all));
        }
        records.extend(several(lab, &missing, settings, &mut ledger)?);
        if settings.stop.load(Ordering::Relaxed) {
            let known = keys(&records);
            let done = plan.iter().filter(|run| known.contains(&run.key())).count();
            // The last run may have ended just before the wish to stop.
            if done < plan.len() {
                return Ok(Ending::Stopped { done, planned: plan.len() });
            }
        }
    }
}

type Records<L> = Vec<Record<<L as Lab>::Config, <L as Lab>::Outcome>>;

/// Runs these, until the end or until it is stopped; gives what was recorded.
fn several<L: Lab>(
    lab: &L,
    runs: &[Run<L::Config>],
    settings: Settings,
    ledger: &mut Ledger,
) -> Result<Records<L>, LedgerError> {
    let jobs = settings.jobs.clamp(1, runs.len());
    let total = runs.iter().map(|run| lab.cost(&run.config)).sum();
    let mut progress = Progress::new(runs.len(), total, settings.is_quiet);
    let (next, machine) = (AtomicUsize::new(0), machine());
    // A file that cannot be written ends the runs too.
    let is_broken = AtomicBool::new(false);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (sender, next, machine) = (sender.clone(), &next, &machine);
            let is_broken = &is_broken;
            scope.spawn(move || {
                let is_over = || {
                    settings.stop.load(Ordering::Relaxed)
                        || is_broken.load(Ordering::Relaxed)
                };
                while !is_over()
                    && let Some(run) = runs.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    match alone(|| one(lab, run, settings.stop, jobs, machine)) {
                        // Nobody listens once the file is broken.
                        Ok(record) => drop(sender.send(record)),
                        Err(Stopped) => break,
                    }
                }
            });
        }
        // The receiver ends when the last thread has dropped its sender.
        drop(sender);
        let mut records = Vec::new();
        for record in receiver {
            if let Err(error) = ledger.append(&record) {
                is_broken.store(true, Ordering::Relaxed);
                return Err(error);
            }
            progress.finished(lab.cost(&record.config));
            records.push(record);
        }
        progress.end();
        Ok(records)
    })
}

/// Runs one, and says what it took.
fn one<L: Lab>(
    lab: &L,
    run: &Run<L::Config>,
    stop: &AtomicBool,
    jobs: usize,
    machine: &str,
) -> Result<Record<L::Config, L::Outcome>, Stopped> {
    let (watch, start) = (Watch::new(stop), Instant::now());
    let outcome = lab.run(run, &watch)?;
    Ok(Record {
        lab: L::NAME.to_string(),
        revision: L::REVISION,
        version: VERSION.to_string(),
        config: run.config.clone(),
        seed: run.seed,
        outcome,
        samples: watch.samples(),
        seconds: rounded(start.elapsed().as_secs_f64()),
        parts: watch.seconds(),
        jobs,
        machine: machine.to_string(),
    })
}

fn keys<C: Clone + serde::Serialize, O>(records: &[Record<C, O>]) -> HashSet<String> {
    records.iter().map(|record| Run::of(record).key()).collect()
}

/// The records of the plan in its order, and the others in theirs; of two records of one
/// run, the first counts, and the other is dropped.
fn in_order<C: Clone + serde::Serialize, O>(
    plan: &[Run<C>],
    records: Vec<Record<C, O>>,
) -> [Vec<Record<C, O>>; 2] {
    let mut places = HashMap::new();
    for (place, run) in plan.iter().enumerate() {
        places.entry(run.key()).or_insert(place);
    }
    let (mut ordered, mut others, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for record in records {
        let key = Run::of(&record).key();
        match places.get(&key) {
            _ if !seen.insert(key.clone()) => {}
            Some(&place) => ordered.push((place, record)),
            None => others.push(record),
        }
    }
    ordered.sort_by_key(|(place, _)| *place);
    [ordered.into_iter().map(|(_, record)| record).collect(), others]
}

#[cfg(test)]
mod tests {
    use super::super::{Picture, grid};
    use super::*;
    use listings::data::seeded;
    use listings::report::Table;
    use rand::RngExt;
    use std::fs;

    /// Sums random numbers; the longest sum is then run with as many numbers again.
    struct Sums {
        /// Ends the sitting after so many runs.
        limit: usize,
        started: AtomicUsize,
        stop: AtomicBool,
    }

    impl Lab for Sums {
        type Config = usize;
        type Outcome = f64;
        const NAME: &'static str = "sums";
        const REVISION: u32 = 1;

        fn plan(
            &self,
            _: Scale,
            seeds: u64,
            done: &[Record<usize, f64>],
        ) -> Vec<Run<usize>> {
            let mut plan = grid(&[10, 20, 30], seeds);
            let known = keys(done);
            if plan.iter().all(|run| known.contains(&run.key())) {
                let of_plan = |record: &&Record<usize, f64>| {
                    record.config <= 30 && record.seed <= seeds
                };
                let best = done.iter().filter(of_plan).max_by(|a, b| {
                    a.outcome.total_cmp(&b.outcome).then(a.config.cmp(&b.config))
                });
                plan.extend(best.map(|best| Run { config: 100 + best.config, seed: 1 }));
            }
            plan
        }

        fn run(&self, run: &Run<usize>, watch: &Watch) -> Result<f64, Stopped> {
            if self.started.fetch_add(1, Ordering::Relaxed) >= self.limit {
                self.stop.store(true, Ordering::Relaxed);
            }
            let mut random = seeded(run.seed);
            let numbers = (0..run.config).map(|_| random.random_range(0.0..1.0));
            let sum = watch.time("training", || numbers.sum());
            watch.trained_on(run.config)?;
            Ok(sum)
        }

        fn tables(&self, _: &[Record<usize, f64>]) -> Vec<Table> {
            Vec::new()
        }

        fn pictures(&self, _: &[Record<usize, f64>]) -> Vec<Picture> {
            Vec::new()
        }
    }

    fn sums(limit: usize) -> Sums {
        Sums { limit, started: AtomicUsize::new(0), stop: AtomicBool::new(false) }
    }

    fn sitting(path: &Path, limit: usize, seeds: u64, jobs: usize) -> Ending<usize, f64> {
        let lab = sums(limit);
        let scale = Scale::Quick;
        let settings = Settings { scale, seeds, jobs, is_quiet: true, stop: &lab.stop };
        execute(&lab, path, settings).unwrap()
    }

    /// What does not differ from sitting to sitting.
    fn results(ending: Ending<usize, f64>) -> Vec<(usize, u64, f64, u64)> {
        let Ending::Complete(records) = ending else { panic!("{ending:?}") };
        records.iter().map(|r| (r.config, r.seed, r.outcome, r.samples)).collect()
    }

    fn rows(path: &Path) -> usize {
        fs::read_to_string(path).unwrap().lines().count()
    }

    #[test]
    fn the_number_of_threads_decides_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let of = |jobs: usize| {
            let path = folder.path().join(jobs.to_string());
            results(sitting(&path, usize::MAX, 4, jobs))
        };
        let alone = of(1);
        // Three configurations of four seeds, and the one that was found best.
        assert_eq!(alone.len(), 13);
        assert!(alone[12].0 > 100);
        for jobs in [2, 5, 64] {
            assert_eq!(of(jobs), alone, "{jobs}");
        }
    }

    #[test]
    fn stopped_anywhere_and_resumed_is_uninterrupted() {
        let folder = tempfile::tempdir().unwrap();
        let whole = folder.path().join("whole");
        let expected = results(sitting(&whole, usize::MAX, 4, 1));
        for limit in 0..13 {
            for jobs in [1, 2] {
                let path = folder.path().join(format!("{limit}-{jobs}"));
                let first = sitting(&path, limit, 4, jobs);
                assert!(matches!(first, Ending::Stopped { .. }), "{limit}: {first:?}");
                let before = rows(&path);
                assert!(before <= limit, "{before} of {limit}");
                // Half a record more, as a kill leaves it.
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, format!("{text}{{\"lab\":\"su")).unwrap();
                let again = sitting(&path, usize::MAX, 4, jobs);
                assert_eq!(results(again), expected, "{limit} {jobs}");
                assert_eq!(rows(&path), 13);
            }
        }
    }

    #[test]
    fn what_is_recorded_is_not_run_again_and_more_seeds_run_only_those() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sums.jsonl");
        let two = results(sitting(&path, usize::MAX, 2, 1));
        let bytes = fs::read(&path).unwrap();
        // A lab that would stop at its first run is not asked for one.
        assert_eq!(results(sitting(&path, 0, 2, 1)), two);
        assert_eq!(fs::read(&path).unwrap(), bytes);
        let four = results(sitting(&path, usize::MAX, 4, 1));
        assert_eq!(four[..6], two[..6]);
        // Fewer seeds give the tables of fewer, and lose nothing.
        let all = rows(&path);
        assert_eq!(results(sitting(&path, 0, 2, 1)), two);
        assert_eq!(rows(&path), all);
    }

    #[test]
    fn two_records_of_one_run_are_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sums.jsonl");
        let expected = results(sitting(&path, usize::MAX, 1, 1));
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.repeat(2)).unwrap();
        assert_eq!(results(sitting(&path, 0, 1, 1)), expected);
        assert_eq!(rows(&path), expected.len());
    }
}
