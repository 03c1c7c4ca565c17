use std::fs;
use std::process::Command;

use super::*;
use crate::listing;

/// A crate with everything that makes a region depend on other files.
const FIXTURE: &[(&str, &str)] = &[
    (
        "lib.rs",
        "pub mod error;\npub mod shapes;\npub mod tools;\npub use error::RangeError;\n",
    ),
    (
        "error.rs",
        r#"
use std::fmt;

/// A value outside its range.
///
/// A second paragraph, for the curious.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeError {
    /// The name.
    pub name: &'static str,
    pub(super) value: f64, // as given
}

impl fmt::Display for RangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {} is out of range", self.name, self.value)
    }
}

impl std::error::Error for RangeError {}

pub(super) fn positive(name: &'static str, value: f64) -> Result<f64, RangeError> {
    if value > SMALLEST { Ok(value) } else { Err(RangeError { name, value }) }
}

const SMALLEST: f64 = 0.0; // exclusive
"#,
    ),
    (
        "shapes/mod.rs",
        "mod circle;\nmod number;\nmod shape;\nmod square;\n\npub use circle::Circle as Disk;\npub use circle::Circle;\n\
         pub use number::number;\npub use shape::{HasRadius, Shape};\npub use square::*;\n",
    ),
    (
        "shapes/number.rs",
        "/// How many shapes.\npub fn number(shapes: &[f64]) -> usize {\n    shapes.len()\n}\n",
    ),
    (
        "shapes/shape.rs",
        r#"
use std::f64::consts::{E, PI};

// ANCHOR: shape
/// Something with an area.
pub trait Shape {
    /// The area.
    fn area(&self) -> f64;
}
// ANCHOR_END: shape

// ANCHOR: radius
/// Something round.
pub trait HasRadius {
    /// The radius.
    fn radius(&self) -> f64;
}
// ANCHOR_END: radius

// ANCHOR: both
impl<T: HasRadius> Shape for T {
    fn area(&self) -> f64 {
        // The comment stays.
        PI * square(self.radius())
    }
}
// ANCHOR_END: both

fn square(x: f64) -> f64 {
    x * x
}

pub fn unrelated() -> f64 {
    E
}
"#,
    ),
    (
        "shapes/circle.rs",
        r#"//! A circle.

use super::HasRadius;
use crate::error::{RangeError, positive};
use serde::{Deserialize, Serialize};

// ANCHOR: circle
/// A circle about the origin.
///
/// ```
/// use listings::shapes::{Circle, HasRadius};
/// assert_eq!(Circle::new(1.0).unwrap().radius(), 1.0);
/// ```
///
/// Its center is fixed.
#[derive(Clone, Serialize, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Circle {
    radius: f64,
}

impl Circle {
    // ANCHOR: new
    /// A circle of this radius.
    pub fn new(radius: f64) -> Result<Self, RangeError> {
        Ok(Self { radius: positive("radius", radius)? })
    }
    // ANCHOR_END: new
}
// ANCHOR_END: circle

impl HasRadius for Circle {
    fn radius(&self) -> f64 {
        self.radius
    }
}

#[derive(Serialize)]
pub struct OnlySerde {
    pub json: bool,
}

#[cfg(test)]
mod tests {
    // ANCHOR: test
    #[test]
    fn works() {}
    // ANCHOR_END: test
}
"#,
    ),
    (
        "shapes/square.rs",
        r#"
use super::Shape;
use std::collections::{BTreeMap, HashMap, btree_map::{self, Entry}};

/// Kinds of squares.
#[derive(Clone, Copy)]
pub enum Kind {
    Unit,
    Sized(f64),
}
use Kind::{Sized as OfSize, Unit};

#[derive(Clone, Copy)]
pub struct Square(pub Kind);

impl Shape for Square {
    fn area(&self) -> f64 {
        match self.0 {
            Unit => 1.0,
            OfSize(side) => side * side,
        }
    }
}

// ANCHOR: count
pub fn count(names: &[&'static str]) -> BTreeMap<&'static str, usize> {
    let mut counts: BTreeMap<&str, usize> = btree_map::BTreeMap::new();
    for name in names {
        match counts.entry(name) {
            Entry::Vacant(entry) => _ = entry.insert(START),
            Entry::Occupied(mut entry) => *entry.get_mut() += 1,
        }
    }
    counts
}
// ANCHOR_END: count

pub const START: usize = 1;

pub fn elsewhere() -> HashMap<usize, usize> {
    HashMap::new()
}
"#,
    ),
    (
        "tools.rs",
        r#"
use crate::shapes::{self, Shape};
use std::fmt::Write;

macro_rules! both {
    ($a:expr, $b:expr) => {
        $crate::tools::add($a, $b)
    };
}

pub fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn three() -> f64 {
    both!(1.0, 2.0)
}

const LIMIT: usize = 3;

// ANCHOR: report
/// Writes what a list of shapes measures.
pub fn report() -> String {
    // ANCHOR: lines
    let shapes = vec![shapes::Square(shapes::Kind::Unit), shapes::Square(crate::shapes::Kind::Sized(2.0))];
    assert!(shapes.len() <= LIMIT, "more than {LIMIT} shapes");
    // ANCHOR_END: lines
    let mut text = String::new();
    let areas: Vec<f64> = shapes.iter().map(|shape| shape.area()).collect();
    write!(text, "{} shapes of {MARGIN:.1}", shapes::number(&areas)).expect("a String takes all");
    text + &three().to_string()
}
// ANCHOR_END: report

const MARGIN: f64 = 0.5;

// ANCHOR: disk
pub fn disk() -> f64 {
    use crate::shapes::{Disk, HasRadius};
    use std::convert::identity;

    Disk::new(identity(2.0)).map_or(0.0, |disk| disk.radius())
}
// ANCHOR_END: disk

// ANCHOR: shadow
pub fn shadow(add: f64) -> f64 {
    let margin = Local { margin: add };
    margin.margin
}
// ANCHOR_END: shadow

struct Local {
    margin: f64,
}

impl shapes::Circle {
    pub fn doubled(&self) -> f64 {
        2.0 * shapes::HasRadius::radius(self)
    }
}
"#,
    ),
];

fn root_with(extra: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in FIXTURE.iter().chain(extra) {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn copy_in(root: &tempfile::TempDir, reference: &str) -> Result<String> {
    copyable(root.path(), &listing::load(root.path(), reference)?)
}

fn copy(reference: &str) -> String {
    copy_in(&root_with(&[]), reference).unwrap()
}

/// The error of copying the region `a` of a file `extra.rs`.
fn error(text: &str) -> String {
    let text = format!("// ANCHOR: a\n{text}\n// ANCHOR_END: a\n");
    let root = root_with(&[
        ("extra.rs", &text),
        ("lib.rs", "mod extra; mod shapes; mod error; mod tools;"),
    ]);
    format!("{:#}", copy_in(&root, "extra.rs:a").unwrap_err())
}

/// Compiles a copy without any other crate; an unused import is a mistake too.
fn compile(reference: &str, code: &str) {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("copy.rs");
    fs::write(&file, code).unwrap();
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = Command::new(rustc)
        .args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
            "-D",
            "warnings",
            "-A",
            "dead_code",
            "--out-dir",
        ])
        .args([directory.path(), &file])
        .output()
        .expect("the compiler that built this test is there");
    assert!(
        output.status.success(),
        "{reference}:\n{code}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn every_copy_compiles_alone() {
    for reference in [
        "error.rs",
        "shapes/shape.rs",
        "shapes/shape.rs:shape",
        "shapes/shape.rs:radius",
        "shapes/shape.rs:both",
        "shapes/circle.rs",
        "shapes/circle.rs:circle",
        "shapes/circle.rs:new",
        "shapes/square.rs",
        "shapes/square.rs:count",
        "tools.rs:report",
        "tools.rs:lines",
        "tools.rs:disk",
        "tools.rs:shadow",
    ] {
        compile(reference, &copy(reference));
    }
}

#[test]
fn a_region_keeps_its_text_and_helpers_their_summary() {
    let code = copy("shapes/circle.rs:circle");
    assert!(code.starts_with("// From \"Downhill\", listings/src/shapes/circle.rs (MIT OR Apache-2.0)\n\nuse std::fmt;\n\n"), "{code}");
    // Examples of the book's crate, serde and markers are gone; the other paragraphs stay.
    assert!(code.contains("/// A circle about the origin.\n///\n/// Its center is fixed.\n#[derive(Clone, Debug)]\npub struct Circle {"), "{code}");
    for absent in [
        "listings::",
        "serde",
        "ANCHOR",
        "use crate",
        "super",
        "curious",
        "mod tests",
        "OnlySerde",
        "doubled",
    ] {
        assert!(!code.contains(absent), "{absent} in {code}");
    }
    assert!(code.contains("/// A value outside its range.\n#[derive("), "{code}");
    assert!(code.contains("pub(crate) value: f64, // as given"), "{code}");
    assert!(code.contains("const SMALLEST: f64 = 0.0; // exclusive\n"), "{code}");
    // What follows the region in its file follows it in the copy; what it needs from elsewhere comes first.
    let order = ["struct RangeError", "struct Circle", "impl HasRadius for Circle"]
        .map(|text| code.find(text));
    assert!(order.is_sorted() && order[0].is_some(), "{order:?} in {code}");
}

#[test]
fn a_method_or_statements_come_with_the_item_around_them() {
    let method = copy("shapes/circle.rs:new");
    assert!(
        method
            .contains("impl Circle {\n    /// A circle of this radius.\n    pub fn new"),
        "{method}"
    );
    assert!(method.contains("pub struct Circle {"), "{method}");
    let lines = copy("tools.rs:lines");
    assert!(
        lines.contains(
            "/// Writes what a list of shapes measures.\npub fn report() -> String {"
        ),
        "{lines}"
    );
}

#[test]
fn an_impl_comes_when_all_that_its_header_names_does() {
    let one_trait = copy("shapes/shape.rs:radius");
    assert!(
        !one_trait.contains("impl<T: HasRadius>") && !one_trait.contains("trait Shape"),
        "{one_trait}"
    );
    // The example of `circle` calls a trait's function: the trait is needed, and so is its impl, but not that of `Shape`.
    let circle = copy("shapes/circle.rs:circle");
    assert!(
        circle.contains("impl HasRadius for Circle")
            && !circle.contains("impl<T: HasRadius>"),
        "{circle}"
    );
    let both = copy("shapes/shape.rs:both");
    assert!(
        both.contains("use std::f64::consts::PI;\n")
            && both.contains("// The comment stays."),
        "{both}"
    );
    assert!(both.contains("fn square") && !both.contains("unrelated"), "{both}");
    // `area` is called, never named: the trait, then its impl for the type that is used, come along.
    let report = copy("tools.rs:report");
    assert!(
        report.contains("impl Shape for Square") && !report.contains("Circle"),
        "{report}"
    );
}

#[test]
fn paths_lose_their_modules_and_imports_are_merged() {
    let report = copy("tools.rs:report");
    assert!(
        report.contains("vec![Square(Kind::Unit), Square(Kind::Sized(2.0))]"),
        "{report}"
    );
    assert!(
        report.contains(", number(&areas))") && report.contains("$crate::add($a, $b)"),
        "{report}"
    );
    assert!(
        report.contains("use std::fmt::Write;\n")
            && report.contains("const MARGIN")
            && report.contains("const LIMIT"),
        "{report}"
    );
    // A macro by example stands before its use.
    assert!(report.find("macro_rules!") < report.find("both!(1.0"), "{report}");

    let count = copy("shapes/square.rs:count");
    assert!(count.contains("use std::collections::btree_map::Entry;\n"), "{count}");
    assert!(
        count.contains("use std::collections::{BTreeMap, btree_map};\n")
            && !count.contains("HashMap"),
        "{count}"
    );

    let disk = copy("tools.rs:disk");
    assert!(
        disk.contains("use self::Circle as Disk;\n") && !disk.contains("crate::"),
        "{disk}"
    );
    assert!(disk.contains("    use std::convert::identity;\n"), "{disk}");
}

/// Called by the type's name, a function brings along the trait that its block asks of a parameter; uncalled, it stays out.
#[test]
fn a_function_called_by_its_type_brings_the_bounds_of_its_block() {
    let root = root_with(&[
        (
            "extra.rs",
            "pub trait Runs {}\npub struct Of<T>(pub T);\nimpl<T: Runs> Of<T> {\n    pub fn new(inner: T) -> Self { Self(inner) }\n}\n\
            pub struct One;\nimpl Runs for One {}\n\
            // ANCHOR: made\npub fn made() -> Of<One> { Of::new(One) }\n// ANCHOR_END: made\n\
            // ANCHOR: given\npub fn given(of: &Of<One>) -> &One { &of.0 }\n// ANCHOR_END: given\n",
        ),
        ("lib.rs", "mod extra; mod shapes; mod error; mod tools;"),
    ]);
    let made = copy_in(&root, "extra.rs:made").unwrap();
    assert!(made.contains("fn new") && made.contains("impl Runs for One"), "{made}");
    let given = copy_in(&root, "extra.rs:given").unwrap();
    assert!(!given.contains("Runs"), "{given}");
}

#[test]
fn a_variable_is_not_an_item_of_the_same_name() {
    let shadow = copy("tools.rs:shadow");
    assert!(!shadow.contains("fn add(") && shadow.contains("struct Local"), "{shadow}");
}

#[test]
fn traits_of_other_crates_come_with_the_calls_that_need_them() {
    let text = "use rand::{Rng, RngExt, SeedableRng};\nuse rand_distr::{Distribution, StandardNormal};\nuse rand_pcg::Pcg64;\nuse ndarray::{Array2, ShapeBuilder};\n\
                // ANCHOR: a\npub fn draw(random: &mut impl Rng) -> f64 {\n    StandardNormal.sample(random)\n}\n// ANCHOR_END: a\n\
                // ANCHOR: b\npub fn seeded() -> Pcg64 {\n    Pcg64::seed_from_u64(1)\n}\n// ANCHOR_END: b\n\
                // ANCHOR: c\npub fn columns() -> Array2<f64> {\n    Array2::zeros((2, 2).f())\n}\n// ANCHOR_END: c\n\
                pub fn named(d: impl Distribution<f64>, r: &mut impl RngExt) -> f64 {\n    r.sample(d)\n}\n";
    let root = root_with(&[("extra.rs", text), ("lib.rs", "mod extra;")]);
    let draw = copy_in(&root, "extra.rs:a").unwrap();
    assert!(
        draw.contains("use rand_distr::{Distribution, StandardNormal};\n")
            && !draw.contains("Pcg64"),
        "{draw}"
    );
    // A trait that is not in the list, and that nothing in its file names.
    let columns = copy_in(&root, "extra.rs:c").unwrap();
    assert!(columns.contains("use ndarray::{Array2, ShapeBuilder};\n"), "{columns}");
    let seeded = copy_in(&root, "extra.rs:b").unwrap();
    assert!(
        seeded.contains("use rand::SeedableRng;\nuse rand_pcg::Pcg64;\n")
            && !seeded.contains("Distribution"),
        "{seeded}"
    );
}

#[test]
fn what_cannot_be_copied_says_why() {
    let root = root_with(&[
        (
            "extra.rs",
            "// ANCHOR: a\npub fn unrelated() { crate::shapes::both() }\n// ANCHOR_END: a\n",
        ),
        ("shapes/mod.rs", "mod shape;\npub fn both() { shape::unrelated(); }\n"),
        ("lib.rs", "mod extra; mod shapes;"),
    ]);
    let message = format!("{:#}", copy_in(&root, "extra.rs:a").unwrap_err());
    assert!(
        message.contains("two items of the name `unrelated`, `unrelated` of `extra.rs` and `unrelated` of `shapes/shape.rs`"),
        "{message}"
    );
    assert!(
        message.starts_with("listing `extra.rs:a` cannot be copied by itself: "),
        "{message}"
    );

    let serde = error("use serde_json::Value;\npub fn json() -> Value { Value::Null }");
    assert!(serde.contains("`json` of `extra.rs` uses `serde_json::Value`"), "{serde}");
    let root = root_with(&[
        (
            "extra.rs",
            "use std::fmt;\n// ANCHOR: a\npub fn f() -> fmt::Result { crate::inner::g(); Ok(()) }\n// ANCHOR_END: a\n",
        ),
        (
            "inner.rs",
            "use std::collections::hash_map as fmt;\npub fn g() -> fmt::HashMap<u8, u8> { fmt::HashMap::new() }\n",
        ),
        ("lib.rs", "mod extra; mod inner;"),
    ]);
    let imports = format!("{:#}", copy_in(&root, "extra.rs:a").unwrap_err());
    assert!(imports.contains("`fmt` as `std::fmt` and, for `g` of `inner.rs`, as `std::collections::hash_map`"), "{imports}");
    let braces = error("pub mod inner {\n    pub fn f() {}\n}");
    assert!(braces.contains("a module written in braces"), "{braces}");

    let tests = copy_in(&root_with(&[]), "shapes/circle.rs:test").unwrap_err();
    assert!(format!("{tests:#}").contains("holds no item"), "{tests:#}");
    let missing = root_with(&[("lib.rs", "mod nowhere;")]);
    let missing = format!("{:#}", copy_in(&missing, "error.rs").unwrap_err());
    assert!(missing.contains("neither `nowhere.rs` nor `nowhere/mod.rs`"), "{missing}");
    let stray = root_with(&[("lib.rs", "")]);
    assert!(
        format!("{:#}", copy_in(&stray, "error.rs").unwrap_err())
            .contains("no module of the crate")
    );
}

#[test]
fn threads_can_share_a_library() {
    fn shared<T: Send + Sync>() {}
    shared::<Library>();
}
