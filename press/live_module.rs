//! The WebAssembly modules behind the live figures: used when they were built from these very sources, rebuilt when they can be.

use std::path::Path;
use std::process::Command;

/// Whether figures can be live, and what to tell when not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiveModule {
    /// The modules in the repository are of these sources.
    Current,
    /// They are not, and cannot be rebuilt here; the reason in one line.
    Missing(String),
}

impl LiveModule {
    /// Looks at the modules, without building anything.
    pub fn look(root: &Path) -> Self {
        if live::is_current(root) {
            return Self::Current;
        }
        Self::Missing(
            "figures stay still: the modules for the browser are not of these sources. To rebuild them with the book: \
             rustup target add wasm32-unknown-unknown"
                .to_string(),
        )
    }

    /// Rebuilds the modules when they are not of these sources and the compiler can.
    pub fn ensure(root: &Path, say: &dyn Fn(&str)) -> Self {
        let found = Self::look(root);
        if found == Self::Current || !can_build() {
            return found;
        }
        say("building the modules for live figures");
        let built =
            Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
                .args([
                    "run",
                    "--quiet",
                    "--release",
                    "-p",
                    "live",
                    "--features",
                    "build",
                ])
                .current_dir(root)
                .status();
        match built {
            Ok(status) if status.success() => Self::look(root),
            Ok(status) => Self::Missing(format!(
                "figures stay still: building their modules ended with {status}"
            )),
            Err(error) => {
                Self::Missing(format!("figures stay still: cannot run cargo: {error}"))
            }
        }
    }
}

/// Whether a compiler for the browser is here: named by `DOWNHILL_WASM_CARGO`, or rustup's target.
fn can_build() -> bool {
    if std::env::var_os("DOWNHILL_WASM_CARGO").is_some() {
        return true;
    }
    let rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])
        .output();
    rustc.is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout);
        output.status.success() && Path::new(folder.trim()).is_dir()
    })
}
