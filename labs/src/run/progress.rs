//! How far a plan is, and how long it still takes.

use indicatif::{ProgressBar, ProgressStyle};
use std::time::{Duration, Instant};

/// The time that is left, if it goes on as so far; `None` before anything is done.
///
/// `done` and `total` are costs of this sitting, not numbers of runs: ten short runs do not
/// make the long ones shorter.
pub fn remaining(elapsed: Duration, done: f64, total: f64) -> Option<Duration> {
    let left = elapsed.as_secs_f64() * (total - done).max(0.0) / done;
    (done > 0.0).then(|| Duration::try_from_secs_f64(left).ok()).flatten()
}

/// A bar on a terminal, and lines elsewhere.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    is_quiet: bool,
    start: Instant,
    done: f64,
    total: f64,
}

impl Progress {
    /// A bar for so many runs, of this cost in all.
    pub fn new(runs: usize, total: f64, is_quiet: bool) -> Self {
        let bar =
            if is_quiet { ProgressBar::hidden() } else { ProgressBar::new(runs as u64) };
        let line = "{bar:30} run {pos} of {len}, {msg}";
        let style = ProgressStyle::with_template(line).expect("a line that was tried");
        let bar = bar.with_style(style);
        bar.set_length(runs as u64);
        bar.set_message("the first runs are under way");
        // Without runs that end, the bar is drawn again all the same.
        bar.enable_steady_tick(Duration::from_secs(1));
        Self { bar, is_quiet, start: Instant::now(), done: 0.0, total }
    }

    /// One more run of this cost is done.
    pub fn finished(&mut self, cost: f64) {
        self.done += cost;
        let left = remaining(self.start.elapsed(), self.done, self.total);
        let message =
            left.map_or_else(String::new, |left| format!("{} left", words(left)));
        self.bar.set_message(message.clone());
        self.bar.inc(1);
        // Into a file or a log: a line a run.
        if self.bar.is_hidden() && !self.is_quiet {
            let (done, of) = (self.bar.position(), self.bar.length().unwrap_or(0));
            eprintln!("run {done} of {of}, {message}");
        }
    }

    /// Leaves the bar as it is.
    pub fn end(self) {
        self.bar.abandon();
    }
}

/// A time as a reader says it: 40 s, 3 min, 2 h 5 min.
fn words(time: Duration) -> String {
    let seconds = time.as_secs_f64().ceil() as u64;
    match seconds {
        0..100 => format!("{seconds} s"),
        100..6000 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_by_cost() {
        let elapsed = Duration::from_secs(30);
        assert_eq!(remaining(elapsed, 3.0, 4.0), Some(Duration::from_secs(10)));
        assert_eq!(remaining(elapsed, 4.0, 4.0), Some(Duration::ZERO));
        assert_eq!(remaining(elapsed, 0.0, 4.0), None);
    }

    #[test]
    fn times_are_said_in_two_words() {
        let of = |seconds| words(Duration::from_secs(seconds));
        assert_eq!([of(0), of(99), of(100)], ["0 s", "99 s", "2 min"]);
        assert_eq!([of(5999), of(7500)], ["100 min", "2 h 5 min"]);
    }
}
