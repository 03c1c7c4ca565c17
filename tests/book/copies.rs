//! What a listing's copy button gives compiles: every copy is taken from its page and compiled as a module of a crate that
//! depends on ndarray, rand, rand_distr and rand_pcg alone.

use crate::built::{assert_none, chapters, files, root};
use crate::page::Page;
use press::copyable::Library;
use press::room::Room;
use press::{directive, labels, listing};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Of these crates, the features that the copies may use. A reader who adds the crates gets at least these.
const DEPENDENCIES: [(&str, &str); 4] = [
    ("ndarray", ""),
    ("rand", ", default-features = false"),
    ("rand_distr", ", default-features = false"),
    ("rand_pcg", ", default-features = false"),
];

#[test]
fn every_copied_listing_compiles() {
    let copies = copies();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("copies");
    write_crate(&folder, &copies);

    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--target-dir", "target"])
        .current_dir(&folder)
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "of {} copied listings, some do not compile; each is the file of its listing in {}\n{}",
        copies.len(),
        folder.display(),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Markdown and HTML leave the text as it is: a lost underscore in a comment would still compile.
#[test]
fn a_page_gives_a_copy_unchanged() {
    let sources = root().join("listings/src");
    let library = Library::load(&sources).expect("the listings are Rust");
    let copies = copies();
    let mut wrong = Vec::new();
    for file in files(&root().join("src")).iter().filter(|file| file.ends_with(".md")) {
        let chapter =
            fs::read_to_string(root().join("src").join(file)).expect("a chapter is text");
        let directives = directive::find(&chapter).expect("the book builds");
        for directive in directives.iter().filter(|directive| directive.kind == "listing")
        {
            let name = directive.name().expect("the book builds");
            if Room::of(name).0 != Room::Listings {
                continue;
            }
            let listing = listing::load(&sources, name).expect("the book builds");
            let whole = library.copyable(&listing).expect("the book builds");
            // A chapter that the summary leaves out is not in the book.
            let given = copies.get(&module(&labels::id("listing", name)));
            let Some(given) = given.filter(|given| **given != whole) else { continue };
            let lines =
                whole.lines().zip(given.lines()).find(|(whole, given)| whole != given);
            wrong.push(format!("src/{file}: {name}: copied and given: {lines:#?}"));
        }
    }
    assert_none(&wrong);
}

/// The text that each listing of the book gives, by a name for its module: `listing_losses_huber_huber`.
fn copies() -> BTreeMap<String, &'static str> {
    let copies: BTreeMap<String, &str> = chapters().flat_map(copies_of_page).collect();
    assert!(!copies.is_empty(), "the book has no listing");
    copies
}

fn copies_of_page(page: &Page) -> impl Iterator<Item = (String, &str)> {
    page.named("figure")
        .filter(|figure| figure.is("listing") && !figure.is("of-labs"))
        .map(|figure| {
            let id = figure.attribute("id").expect("a listing has an id");
            let mut inside = page.inside(figure).iter();
            let copy = inside.find(|element| element.is("copyable"));
            let copy = copy.expect("a listing has a text to copy");
            // The script that copies leaves out the line break with which the text begins.
            (module(id), page.text(copy).trim_start())
        })
}

fn module(id: &str) -> String {
    id.replace('-', "_")
}

fn write_crate(folder: &Path, copies: &BTreeMap<String, &str>) {
    let sources = folder.join("src");
    // Files of listings that are no longer in the book.
    _ = fs::remove_dir_all(&sources);
    fs::create_dir_all(&sources).expect("the folder can be written");

    let lock =
        fs::read_to_string(root().join("Cargo.lock")).expect("the lock file is there");
    let mut manifest = String::from(
        "[package]\nname = \"copies\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n",
    );
    for (name, features) in DEPENDENCIES {
        let version = locked(&lock, name);
        manifest += &format!("{name} = {{ version = \"={version}\"{features} }}\n");
    }
    write(&folder.join("Cargo.toml"), &manifest);
    // What these crates depend on is of the book's versions, too.
    write(&folder.join("Cargo.lock"), &lock);

    // A copy holds what its listing needs, and uses only part of that.
    let mut library = String::from("#![allow(warnings)]\n");
    for (name, text) in copies {
        library += &format!("mod {name};\n");
        write(&sources.join(format!("{name}.rs")), text);
    }
    write(&sources.join("lib.rs"), &library);
}

/// The version of a package in the lock file; of several, the last, which is the newest: a framework of the labs may bring older ones.
fn locked<'l>(lock: &'l str, name: &str) -> &'l str {
    let start = format!("name = \"{name}\"\nversion = \"");
    let package = lock.rsplit_once(&start).and_then(|(_, rest)| rest.split_once('"'));
    package.unwrap_or_else(|| panic!("Cargo.lock has no {name}")).0
}

fn write(file: &Path, text: &str) {
    fs::write(file, text)
        .unwrap_or_else(|error| panic!("cannot write {}: {error}", file.display()));
}
