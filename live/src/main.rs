//! Builds the modules of the live figures, one for each page that has some, below src/assets/live:
//!
//! ```text
//! cargo run -p live --features build
//! cargo run -p live --features build -- part-1-losses/regression-losses
//! ```
//!
//! The second form builds the modules of the pages it names, and leaves the others alone. It
//! needs Rust's WebAssembly target (`rustup target add wasm32-unknown-unknown`). Where that
//! target comes from elsewhere, the environment variable `DOWNHILL_WASM_CARGO` holds the cargo
//! command to use, words separated by spaces. With a standard library built from source, for
//! example, and for size, without which some modules are above their limit:
//!
//! ```text
//! DOWNHILL_WASM_CARGO="env RUSTC_BOOTSTRAP=1 cargo build -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size"
//! ```

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use live::{FIGURES, MODULES, Page, pages, sources};
use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";
const COMMAND: &str = "DOWNHILL_WASM_CARGO";

fn main() -> ExitCode {
    let wanted: Vec<_> = env::args().skip(1).collect();
    match build(&wanted) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds the modules of the pages `wanted`, or of all, and says what was written.
fn build(wanted: &[String]) -> Result<String, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let cargo = match env::var(COMMAND) {
        Ok(command) => command,
        Err(_) if target_is_installed() => "cargo build".to_string(),
        Err(_) => return Err(format!("run `rustup target add {TARGET}` first").into()),
    };
    // Taken first: a source edited during the build makes the module out of date, never falsely current.
    let sources = sources(&root)?;
    let pages = pages(&root)?;
    let unknown = |path: &&String| pages.iter().all(|page| page.path != **path);
    if let Some(path) = wanted.iter().find(unknown) {
        return Err(format!("no page `{path}` has figures with controls").into());
    }
    let is_wanted = |page: &&Page| wanted.is_empty() || wanted.contains(&page.path);
    let mut report = Vec::new();
    for page in pages.iter().filter(is_wanted) {
        let library = compile(&cargo, &root, page)?;
        let script = script(&library, &page.first_line(&sources))?;
        write(&root.join(page.module()), &script)?;
        let served = compress(script.as_bytes())?.len();
        report.push(format!(
            "{}: {} kB, {} kB as served with gzip",
            page.module(),
            script.len().div_ceil(1000),
            served.div_ceil(1000)
        ));
    }
    let modules: Vec<_> = pages.iter().map(|page| root.join(page.module())).collect();
    remove_others(&root.join(MODULES), &modules)?;
    Ok(report.join("\n"))
}

/// Removes modules of pages that are gone.
fn remove_others(directory: &Path, modules: &[PathBuf]) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, modules)?;
        } else if !modules.contains(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn target_is_installed() -> bool {
    Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .is_ok_and(|output| {
            Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()
        })
}

/// Compiles the library with the figures of a page for the browser, in a target directory of its own, and gives the file. From page to
/// page, only this small library is compiled again, and linked.
fn compile(cargo: &str, root: &Path, page: &Page) -> Result<PathBuf, Box<dyn Error>> {
    let mut words = cargo.split_whitespace();
    let program = words.next().ok_or_else(|| {
        format!("{COMMAND} is empty; give a command, as in `cargo build`")
    })?;
    let target_directory = root.join("target/live");
    let status = Command::new(program)
        .args(words)
        .args(["--package", "live", "--lib", "--profile", "live", "--target", TARGET])
        .arg("--locked")
        .arg("--target-dir")
        .arg(&target_directory)
        .env(FIGURES, &page.figures)
        .env("CARGO_ENCODED_RUSTFLAGS", short_paths(root)?.join("\x1f"))
        .current_dir(root)
        .status()
        .map_err(|error| format!("cannot run `{program}`: {error}"))?;
    if !status.success() {
        return Err(format!("`{cargo}` failed: {status}").into());
    }
    Ok(target_directory.join(TARGET).join("live/live.wasm"))
}

/// Compiler flags that shorten the file names in panic messages, so that a module does not depend on where it was built.
fn short_paths(root: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or("there is no home directory; set CARGO_HOME")?;
    let mut prefixes = vec![(root.to_path_buf(), ".")];
    for entry in fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten() {
        prefixes.push((entry?.path(), "crates"));
    }
    let flag = |(from, to): &(PathBuf, &str)| {
        format!("--remap-path-prefix={}={to}", from.display())
    };
    Ok(prefixes.iter().map(flag).collect())
}

/// A module as one script: its JavaScript side, and its code compressed with gzip, both as texts, for `theme/live.js` to start
/// where it wants.
fn script(library: &Path, first_line: &str) -> Result<String, Box<dyn Error>> {
    let mut output = Bindgen::new()
        .input_path(library)
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let glue = serde_json::to_string(output.js())?;
    let wasm = STANDARD.encode(compress(&output.wasm_mut().emit_wasm())?);
    Ok(format!(
        "{first_line}\nwindow.downhillModule = {{ glue: {glue}, wasm: \"{wasm}\" }};\n"
    ))
}

fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Writes the file whole or not at all.
fn write(file: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    let directory = file.parent().expect("a module is in a directory");
    let temporary = file.with_extension("js.new");
    fs::create_dir_all(directory)
        .and_then(|()| fs::write(&temporary, text))
        .and_then(|()| fs::rename(&temporary, file))
        .map_err(|error| format!("{}: {error}", file.display()).into())
}
