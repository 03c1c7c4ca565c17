use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::*;

const PAGE: &str = "<html><body><h1>Häuser</h1></body></html>";

/// A server of a small book; it ends with the test program.
fn start(rebuild: &'static [&'static str]) -> (TempDir, SocketAddr) {
    let root = tempfile::tempdir().unwrap();
    for directory in ["book/part", "src/assets/live"] {
        fs::create_dir_all(root.path().join(directory)).unwrap();
    }
    for (path, text) in [
        ("book/index.html", PAGE),
        ("book/404.html", "<html><body>Not here</body></html>"),
        ("book/part/index.html", "no end tag"),
        ("book/live.wasm", "\0asm"),
        ("book/font.woff2", "wOF2"),
        ("book/figure.svg", "<svg></svg>"),
        ("Cargo.toml", "secret = true"),
        ("src/page.md", "text"),
    ] {
        fs::write(root.path().join(path), text).unwrap();
    }
    let listener = bind(0).unwrap();
    let address = listener.local_addr().unwrap();
    let path = root.path().to_owned();
    thread::spawn(move || serve_with(listener, &path, false, rebuild));
    (root, address)
}

/// Sends a request line as it is and returns status line with headers, and body.
fn request(address: SocketAddr, line: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), body.to_owned())
}

#[test]
fn a_page_comes_with_the_reload_script_and_is_never_stored() {
    let (root, address) = start(&["true"]);
    let (head, body) = request(address, "GET /");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("cache-control: no-store")
            && head.contains("content-type: text/html"),
        "{head}"
    );
    assert!(head.contains(&format!("content-length: {}", body.len())), "{head}");
    assert!(
        body.starts_with("<html><body><h1>Häuser</h1><script>")
            && body.ends_with("</script></body></html>"),
        "{body}"
    );
    assert!(body.contains("/__reload?build=0"), "{body}");
    assert_eq!(fs::read_to_string(root.path().join("book/index.html")).unwrap(), PAGE);
    assert!(request(address, "GET /part/").1.starts_with("no end tag<script>"));
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let (_root, address) = start(&["true"]);
    for path in ["/", "/figure.svg", "/nowhere"] {
        let without_date = |head: String| {
            head.lines()
                .filter(|line| !line.starts_with("date"))
                .collect::<Vec<_>>()
                .join("\n")
        };
        let (get, _) = request(address, &format!("GET {path}"));
        let (head, body) = request(address, &format!("HEAD {path}"));
        assert_eq!(without_date(head), without_date(get));
        assert_eq!(body, "");
    }
}

#[test]
fn files_have_their_types() {
    let (_root, address) = start(&["true"]);
    for (path, kind) in [
        ("live.wasm", "application/wasm"),
        ("font.woff2", "font/woff2"),
        ("figure.svg", "image/svg+xml"),
    ] {
        let (head, body) = request(address, &format!("GET /{path}"));
        assert!(head.contains(&format!("content-type: {kind}")), "{path}: {head}");
        assert!(
            head.contains("cache-control: no-store") && !body.contains("script"),
            "{head}"
        );
    }
}

#[test]
fn nothing_outside_the_book_is_served() {
    let (_root, address) = start(&["true"]);
    for path in [
        "/nowhere.html",
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/part/..%2f..%2fCargo.toml",
        "/..%5cCargo.toml",
        "//../Cargo.toml",
    ] {
        let (head, body) = request(address, &format!("GET {path}"));
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(body.starts_with("<html><body>Not here<script>"), "{path}: {body}");
    }
    let (head, _) = request(address, "POST /");
    assert!(head.starts_with("http/1.1 405"), "{head}");
}

#[test]
fn a_port_in_use_is_named() {
    let taken = bind(0).unwrap();
    let port = taken.local_addr().unwrap().port();
    assert!(taken.local_addr().unwrap().ip().is_loopback());
    let error = bind(port).unwrap_err().to_string();
    assert!(
        error.contains(&format!("port {port} is in use")) && error.contains("`--port`"),
        "{error}"
    );
}

/// Waits until the server has looked at the sources and watches them: it answers only after that.
#[cfg(unix)]
fn settle(address: SocketAddr) {
    request(address, "GET /");
}

/// Gives the watched page another text at once, as a careful editor does, so that nobody reads half of it.
#[cfg(unix)]
fn save(root: &TempDir, text: &str) {
    let new = root.path().join("new");
    fs::write(&new, text).unwrap();
    fs::rename(new, root.path().join("src/page.md")).unwrap();
}

/// Waits for what must come, far longer than a rebuild by `sh` takes on a busy machine.
#[cfg(unix)]
fn wait_until(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(30), "{what} does not come");
        thread::sleep(Duration::from_millis(20));
    }
}

/// The events that a page of some build receives.
#[cfg(unix)]
fn events(address: SocketAddr, build: u64) -> impl Iterator<Item = String> {
    let mut stream = TcpStream::connect(address).unwrap();
    // Far longer than a rebuild by `sh` and the watcher's pause take, so that only a missing event fails; shorter than
    // the 15 seconds between the comments that keep an idle stream open, so that these do not hide it.
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "GET /__reload?build={build} HTTP/1.1\r\nHost: {address}\r\n\r\n")
        .unwrap();
    let lines =
        BufReader::new(stream).lines().map(|line| line.expect("an event comes in time"));
    lines.filter_map(|line| line.strip_prefix("event: ").map(str::to_owned))
}

#[cfg(unix)]
#[test]
fn a_change_rebuilds_once_and_reloads() {
    // The build reads its sources and writes among them: neither may lead to another build.
    let (root, address) = start(&[
        "sh",
        "-c",
        "cat src/page.md >> log; sleep 0.5; echo >> src/assets/live/built",
    ]);
    // A page that an earlier server sent reloads at once.
    assert_eq!(events(address, 7).next().as_deref(), Some("reload"));
    let mut page = events(address, 0);
    settle(address);
    save(&root, "changed;");
    assert_eq!(page.next().as_deref(), Some("reload"));
    // Time for a build that should not come.
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(fs::read_to_string(root.path().join("log")).unwrap(), "changed;");
    assert!(request(address, "GET /").1.contains("/__reload?build=1"));
    // A page from before the rebuild that asks only now reloads at once.
    assert_eq!(events(address, 0).next().as_deref(), Some("reload"));
}

#[cfg(unix)]
#[test]
fn changes_during_a_rebuild_lead_to_one_more() {
    // The build says what it read, and goes on only when it may, so that the changes come in its middle.
    let (root, address) = start(&[
        "sh",
        "-c",
        "cat src/page.md >> log; touch read; until [ -e go ]; do sleep 0.05; done",
    ]);
    settle(address);
    let path = |name: &str| root.path().join(name);
    save(&root, "1");
    wait_until("a build", || path("read").exists());
    for text in ["22", "333", "4444"] {
        save(&root, text);
        // More than the watcher's pause between two of them, so that it reports several changes.
        thread::sleep(Duration::from_millis(300));
    }
    fs::write(path("go"), "").unwrap();
    let page = |build: u64| {
        request(address, "GET /").1.contains(&format!("/__reload?build={build}\""))
    };
    wait_until("the second build", || page(2));
    // Time for a third, which should not come.
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(fs::read_to_string(path("log")).unwrap(), "14444");
    assert!(page(2));
}

#[cfg(unix)]
#[test]
fn a_failed_rebuild_keeps_the_book_and_says_so() {
    let (root, address) = start(&["sh", "-c", "grep -q right src/page.md"]);
    let mut page = events(address, 0);
    settle(address);
    save(&root, "wrong");
    assert_eq!(page.next().as_deref(), Some("failed"));
    assert!(request(address, "GET /").1.contains("Häuser"));
    // A page opened now learns it too.
    assert_eq!(events(address, 0).next().as_deref(), Some("failed"));
    save(&root, "right");
    assert_eq!(page.next().as_deref(), Some("reload"));
}
