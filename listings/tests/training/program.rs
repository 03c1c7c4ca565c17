//! The example `iris` as a child of a test: this program starts itself, so that what is
//! killed is never an older build.

use std::env;
use std::process::{Command, exit};

#[path = "../../examples/iris.rs"]
#[allow(dead_code, reason = "its main is for the example alone")]
mod iris;

const ARGUMENTS: &str = "DOWNHILL_IRIS";

#[test]
#[ignore = "it is the program that other tests start"]
fn program() {
    if let Ok(arguments) = env::var(ARGUMENTS) {
        exit(iris::program(arguments.lines().map(String::from)).into());
    }
}

/// The example with these arguments.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env::current_exe().expect("the path of this program"));
    command.args(["--exact", "program::program", "--ignored", "--nocapture"]);
    command.env(ARGUMENTS, arguments.join("\n"));
    command
}
