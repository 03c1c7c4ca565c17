//! Prints which exercises pass, which do not, and which comes next. In a copy of this folder: `cargo run --example
//! progress`.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let text = exercises::progress::report();
    match write!(io::stdout(), "{text}") {
        // A reader that has closed the pipe wanted no more.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("error: cannot write the progress: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
