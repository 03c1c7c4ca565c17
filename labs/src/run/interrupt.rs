//! Ctrl-C: the first is a request, the second an order.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a shell expects of a program that Ctrl-C has ended: 128 and the signal's number.
pub const INTERRUPTED: u8 = 130;

static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Hears Ctrl-C from now on, and gives what it is told in. After the first one the runs
/// under way end at their next epoch without a record; after the second one the program
/// ends. Records are whole lines either way.
///
/// # Errors
/// The system's, and when this was called before.
pub fn listen() -> Result<&'static AtomicBool, ctrlc::Error> {
    ctrlc::set_handler(|| {
        if IS_INTERRUPTED.swap(true, Ordering::Relaxed) {
            exit(INTERRUPTED.into());
        }
        eprintln!("\nending the runs under way; Ctrl-C again ends at once");
    })?;
    Ok(&IS_INTERRUPTED)
}
