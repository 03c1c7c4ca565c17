//! A run on one thread.

/// Does `work` in a pool of one thread: what the framework would spread over all cores stays
/// there. A network this small leaves a second core idle half of the time, however its
/// products are split; two runs side by side do not. And a run on one thread adds in one
/// order: the same run gives the same bits, whatever runs beside it.
///
/// # Panics
/// Panics when no thread can be started, or when `work` does.
pub fn alone<Result: Send>(work: impl FnOnce() -> Result + Send) -> Result {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    pool.expect("a thread can be started").install(work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_work_sees_one_thread() {
        assert_eq!(alone(rayon::current_num_threads), 1);
    }
}
