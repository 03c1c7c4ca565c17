//! What a run tells while it goes on, and hears.

use listings::labs::rounded;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// A run that was asked to stop, and did: it has no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the run was stopped before its end")
    }
}

impl std::error::Error for Stopped {}

/// The watch of one run: counts samples, takes the times of its parts, and passes on the
/// wish to stop.
#[derive(Debug)]
pub struct Watch<'a> {
    stop: &'a AtomicBool,
    samples: Cell<u64>,
    seconds: RefCell<BTreeMap<&'static str, f64>>,
}

impl<'a> Watch<'a> {
    /// A watch that hears from `stop`.
    pub fn new(stop: &'a AtomicBool) -> Self {
        let (samples, seconds) = (Cell::new(0), RefCell::new(BTreeMap::new()));
        Self { stop, samples, seconds }
    }

    /// Counts samples that were trained on; a lab calls it once an epoch or more often.
    ///
    /// # Errors
    /// [`Stopped`] when the run is to end: pass it on with `?`.
    pub fn trained_on(&self, samples: usize) -> Result<(), Stopped> {
        self.samples.set(self.samples.get() + samples as u64);
        if self.stop.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }

    /// Does `work` and adds its time to that of `part`: "data", "training", "evaluation".
    pub fn time<T>(&self, part: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let seconds = start.elapsed().as_secs_f64();
        *self.seconds.borrow_mut().entry(part).or_default() += seconds;
        result
    }

    /// The samples so far.
    pub fn samples(&self) -> u64 {
        self.samples.get()
    }

    /// The seconds of each part so far.
    pub fn seconds(&self) -> BTreeMap<String, f64> {
        let seconds = self.seconds.borrow();
        seconds
            .iter()
            .map(|(part, seconds)| ((*part).to_string(), rounded(*seconds)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_and_times_add_up_until_it_is_stopped() {
        let stop = AtomicBool::new(false);
        let watch = Watch::new(&stop);
        assert_eq!(watch.trained_on(100), Ok(()));
        assert_eq!(watch.time("training", || 7), 7);
        watch.time("training", || ());
        stop.store(true, Ordering::Relaxed);
        assert_eq!(watch.trained_on(50), Err(Stopped));
        assert_eq!(watch.samples(), 150);
        assert_eq!(watch.seconds().keys().collect::<Vec<_>>(), ["training"]);
    }
}
