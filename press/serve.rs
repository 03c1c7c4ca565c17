//! The book on 127.0.0.1, rebuilt and reloaded on change.

mod page;
mod watch;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, anyhow};

/// The command that builds the book: a process of its own, so that changed Rust code is compiled too.
pub const REBUILD: &[&str] = &["cargo", "run", "--release", "--quiet", "--", "build"];

/// What the pages that are open have to know about the book.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Status {
    /// Successful rebuilds so far.
    build: u64,
    /// Whether the last rebuild failed, so that the book is older than its sources.
    failed: bool,
}

/// Takes a port of 127.0.0.1, before anything slow is done; port 0 takes a free one.
///
/// # Errors
///
/// When the port is in use or not allowed; the error names it and `--port`.
pub fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is in use, perhaps by another `serve`; choose one with `--port`, or any free one with `--port 0`"
        ),
        _ => anyhow!("port {port} cannot be taken ({error}); choose another with `--port`"),
    })
}

/// Serves `root`/book on `listener` until Ctrl-C, and prints its address; opens it in the browser if `open`.
///
/// A change of the book's sources runs [`REBUILD`] in `root`; changes during a rebuild lead to one more. Pages that are
/// open reload when it succeeds. When it fails, the last book stays, and they say so.
///
/// # Errors
///
/// When the sources cannot be watched or the listener fails.
pub fn serve(listener: TcpListener, root: &Path, open: bool) -> Result<()> {
    serve_with(listener, root, open, REBUILD)
}

/// As [`serve`], with another command that builds the book.
///
/// # Errors
///
/// As [`serve`].
pub fn serve_with(
    listener: TcpListener,
    root: &Path,
    open: bool,
    rebuild: &'static [&'static str],
) -> Result<()> {
    let url = format!(
        "http://{}/",
        listener.local_addr().context("the listener has no address")?
    );
    let (status, pages) = tokio::sync::watch::channel(Status::default());
    let watcher = watch::start(root, rebuild, status)?;

    // One thread is plenty for one reader; files are read on others.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let result = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        println!("The book is at {url} (Ctrl-C stops the server).");
        if open
            && let Err(error) = open::that_detached(&url)
        {
            eprintln!("The browser could not be opened ({error}); open {url} yourself.");
        }
        // Pages hold their event streams open, so waiting for all connections to end would take forever.
        tokio::select! {
            served = async { axum::serve(listener, page::router(&root.join("book"), pages)).await } => served,
            interrupted = tokio::signal::ctrl_c() => interrupted,
        }
    });
    drop(watcher);
    // A file that is being read does not keep the program from ending.
    runtime.shutdown_background();
    result.with_context(|| format!("the server at {url} failed"))
}

#[cfg(test)]
mod tests;
