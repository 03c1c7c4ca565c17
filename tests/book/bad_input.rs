//! What an author gets who errs: one message for each mistake, with file and line, what was written, and what would be valid.

use crate::repository;

/// The messages of a book with these chapters.
fn messages(chapters: &[(&str, &str)]) -> Vec<String> {
    let repository = repository::with_chapters(chapters);
    let built =
        press::book::build_into(repository.path(), &repository.path().join("book"));
    let error = built.expect_err("the book has a mistake");
    // A message may hold a formula of several lines.
    let messages = format!("\n{error:#}");
    messages.split("\nsrc/").skip(1).map(|message| format!("src/{message}")).collect()
}

/// Builds a book with a chapter for each mistake, on its fifth line, and expects one message for each that says what stands
/// beside it.
#[track_caller]
fn expect(mistakes: &[(&str, &str)]) {
    let chapter = |number: usize| format!("part/bad-{number}.md");
    let mut chapters = vec![("fine.md".to_string(), "# Fine\n".to_string())];
    for (number, (mistake, _)) in mistakes.iter().enumerate() {
        let text =
            format!("# A chapter\n\nSome text.\n\n{mistake} and more.\n\nThe end.\n");
        chapters.push((chapter(number), text));
    }
    let named: Vec<(&str, &str)> =
        chapters.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let found = messages(&named);
    assert_eq!(found.len(), mistakes.len(), "one message for each: {found:#?}");
    for (number, (mistake, expected)) in mistakes.iter().enumerate() {
        let place = format!("src/{}: line 5: ", chapter(number));
        let message = found.iter().find(|message| message.contains(&place));
        let message =
            message.unwrap_or_else(|| panic!("no message for {mistake}: {found:#?}"));
        assert!(message.contains(expected), "expected `{expected}` in: {message}");
    }
}

/// What the mistakes of this file are mistakes in: without them the book builds.
#[test]
fn a_book_without_mistakes_builds() {
    let text = "# A chapter\n\n{{#listing losses/huber.rs:huber \"Huber, $\\delta$.\"}}\n\n{{#figure five-points delta=2}}\n\n\
        {{#value five-points.mse.mean:.1}} in {{#ref figure five-points}}.\n\n{{#exercise huber}}\n";
    let repository = repository::with_chapters(&[("part/good.md", text)]);
    press::book::build_into(repository.path(), &repository.path().join("book")).unwrap();
    assert!(repository.path().join("book/part/good.html").is_file());
}

#[test]
fn unknown_names_suggest_the_nearest() {
    expect(&[
        (
            "{{#figure outlier-lin}}",
            "there is no figure `outlier-lin`; did you mean `outlier-line`?",
        ),
        (
            "{{#table five-point}}",
            "there is no experiment `five-point`; did you mean `five-points`?",
        ),
        (
            "{{#value five-point.mse.mean}}",
            "there is no experiment `five-point`; did you mean `five-points`?",
        ),
        (
            "{{#claim mae-robusst}}",
            "there is no claim `mae-robusst`; did you mean `mae-robust`?",
        ),
        ("{{#exercise hubre}}", "there is no exercise `hubre`; did you mean `huber`?"),
        (
            "{{#quiz regresion-losses}}",
            "there is no quiz `regresion-losses`; did you mean `regression-losses`?",
        ),
    ]);
}

#[test]
fn unknown_fields_name_those_that_there_are() {
    expect(&[
        ("{{#value five-points.mse.meen}}", "there is no field `meen`; there are "),
        ("{{#value five-points.msse.mean}}", "there is no field `msse`; there are "),
        ("{{#value five-points}}", "names no field; write experiment.field"),
        (
            "{{#value five-points.mse}}",
            "`five-points.mse` is not a number but a group of fields",
        ),
        (
            "{{#value error-sweep.mse.slopes.999}}",
            "there is no element `999`; there are 0 to ",
        ),
    ]);
}

#[test]
fn unknown_listings_suggest_the_nearest() {
    expect(&[
        (
            r#"{{#listing losses/hubber.rs:huber "Huber."}}"#,
            "there is no source file `losses/hubber.rs`",
        ),
        (
            r#"{{#listing losses/hubr.rs:huber "Huber."}}"#,
            "did you mean `losses/huber.rs`?",
        ),
        (
            r#"{{#listing losses/huber.rs:hubber "Huber."}}"#,
            "`losses/huber.rs` has no region `hubber`; did you mean `huber`?",
        ),
        ("{{#listing losses/huber.rs:huber}}", "a listing needs a caption in quotes"),
    ]);
}

#[test]
fn references_lead_to_what_the_book_has() {
    expect(&[
        ("{{#ref figure five-points}}", "no figure `five-points` stands in the book"),
        (
            "{{#ref plot five-points}}",
            "`plot` has no numbers; valid are figure, table, listing",
        ),
        ("{{#ref five-points}}", "a reference takes a kind and a name"),
    ]);
    let text = "# A chapter\n\n{{#figure five-points}}\n\n{{#ref figure five-point}}\n";
    let found = messages(&[("bad.md", text)]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("src/bad.md: line 5: "), "{found:#?}");
    assert!(found[0].ends_with("did you mean `five-points`?"), "{found:#?}");
}

#[test]
fn citations_and_plans_need_what_they_are_made_of() {
    expect(&[
        ("{{#cite huber1964}}", "there is no `huber1964` in references.toml"),
        ("{{#objectives}}", ".md has no front matter"),
        ("{{#plan}}", "no chapter has front matter"),
        ("{{#sessions}}", "no page has front matter with sessions"),
        ("{{#map}}", "no page has front matter with parts"),
    ]);
}

#[test]
fn front_matter_is_checked_with_its_line() {
    let text = "+++\nobjectives = []\nneeds = []\nweak = 1\n+++\n# A chapter\n\n{{#ref figure x}}\n";
    let found = messages(&[("bad.md", text)]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found[0].starts_with("src/bad.md: line 4: front matter: unknown field `weak`"),
        "{found:#?}"
    );
    assert!(found[1].starts_with("src/bad.md: line 8: "), "{found:#?}");
}

#[test]
fn settings_are_checked_by_name_and_value() {
    expect(&[
        ("{{#figure outlier-line delta=99}}", "delta = 99 is not a number in [0.1, 10]"),
        (
            "{{#value outlier-line.huber.slope delta=-1}}",
            "delta = -1 is not a number in [0.1, 10]",
        ),
        ("{{#value outlier-line.huber.slope delta=much}}", "much"),
        ("{{#value outlier-line.huber.slope delta=NaN}}", "NaN"),
        ("{{#value outlier-line.huber.slope =5}}", "=5"),
        ("{{#value outlier-line.huber.slope detla=2}}", "detla"),
        ("{{#value five-points.mse.mean copies=2}}", "copies"),
        ("{{#table five-points outlier=}}", "outlier="),
    ]);
}

#[test]
fn formats_of_numbers_are_checked() {
    expect(&[
        ("{{#value five-points.mse.mean:.x}}", ".x"),
        ("{{#value five-points.mse.mean:2f}}", "2f"),
        ("{{#value five-points.mse.mean:.99}}", ".99"),
    ]);
}

#[test]
fn directives_are_whole_and_known() {
    expect(&[
        (
            "{{#figure outlier-line",
            "`{{#figure outlier-line and more.` is not closed by `}}`",
        ),
        (
            "{{#figures outlier-line}}",
            "there is no directive `figures`; valid are listing, figure,",
        ),
        ("{{#}}", "there is no directive ``; valid are listing, figure,"),
        ("{{#figure}}", "takes one name and got 0"),
        ("{{#figure outlier line}}", "takes one name and got 2: outlier line"),
        (
            "{{#figure five-points}} {{#figure five-points}}",
            "figure `five-points` stands already in src/part/bad-",
        ),
    ]);
}

#[test]
fn formulas_are_checked() {
    expect(&[
        (r"$\frac{1}$", r"`\frac{1}`: "),
        (r"$\gradd L$", r"\gradd"),
        ("$$\n\\frac{1}\n$$", r"\frac{1}"),
        ("It costs 5$", "`$ and more.`: this dollar sign has no partner"),
        (r#"{{#listing losses/huber.rs:huber "A caption, $\gradd$."}}"#, r"\gradd"),
    ]);
}

/// The line is the chapter's, although what stands before became much longer.
#[test]
fn lines_are_those_of_the_chapter() {
    let text = "# A chapter\n\n{{#listing losses/huber.rs:huber \"Huber.\"}}\n\n{{#figure five-points}}\n\n\
        {{#exercise huber}}\n\n$\\gradd$\n";
    let found = messages(&[("bad.md", text)]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("src/bad.md: line 9: "), "{found:#?}");
}

#[test]
fn a_chapter_begins_with_its_title() {
    for text in ["Some text.\n", "\n## A section\n", ""] {
        let found = messages(&[("fine.md", "# Fine\n"), ("part/bad.md", text)]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0].contains(
                "src/part/bad.md: line 1: a chapter begins with its title, `# …`"
            ),
            "{found:#?}"
        );
    }
}

#[test]
fn a_chapter_that_the_summary_leaves_out_is_named() {
    let repository = repository::with_chapters(&[("fine.md", "# Fine\n")]);
    repository::write(&repository.path().join("src/part/lost.md"), "# Lost\n");
    let built =
        press::book::build_into(repository.path(), &repository.path().join("book"));
    let error = format!("{:#}", built.expect_err("a chapter is left out"));
    assert_eq!(error, "src/part/lost.md: line 1: the chapter is not in src/SUMMARY.md");
}

#[test]
fn a_chapter_that_is_missing_is_named() {
    let repository = repository::with_chapters(&[]);
    let summary = "# Summary\n\n- [Gone](part/gone.md)\n";
    repository::write(&repository.path().join("src/SUMMARY.md"), summary);
    let built =
        press::book::build_into(repository.path(), &repository.path().join("book"));
    let error = format!("{:#}", built.expect_err("a chapter is missing"));
    assert!(error.contains("gone.md"), "{error}");
}

#[test]
fn all_mistakes_of_a_book_are_told_together() {
    let one = "# One\n\n{{#figure outlier-lin}}\n\n{{#value five-points.mse.meen}} and {{#quiz no}}\n";
    let two = "# Two\n\n{{#table five-points outlier=}}\n\n{{#ref claim no}}\n";
    let three = "# Three\n\n$\\gradd$\n\n$\\frac{1}$\n";
    let found =
        messages(&[("one.md", one), ("part/two.md", two), ("part/three.md", three)]);
    let places = [
        "src/one.md: line 3",
        "src/one.md: line 5",
        "src/one.md: line 5",
        "src/part/two.md: line 3",
        "src/part/two.md: line 5",
        "src/part/three.md: line 3",
        "src/part/three.md: line 5",
    ];
    assert_eq!(found.len(), places.len(), "{found:#?}");
    for (message, place) in found.iter().zip(places) {
        assert!(message.contains(place), "{message} is not of {place}");
    }
}

/// Mistakes of all kinds: none hides another.
#[test]
fn no_kind_of_mistake_hides_another() {
    let one = "No title.\n\n{{#figure outlier-lin}}\n";
    let two = "# Two\n\n{{#figure open\n";
    let three = "# Three\n\n$\\gradd$ and {{#quiz no}}\n\n{{#claim mae-robust}} {{#claim mae-robust}}\n";
    let found = messages(&[("one.md", one), ("two.md", two), ("three.md", three)]);
    let all = found.join("\n");
    for part in [
        "src/one.md: line 1: a chapter begins",
        "src/one.md: line 3",
        "src/two.md: line 3",
        r"src/three.md: line 3: `\gradd`",
        "there is no quiz `no`",
        "src/three.md: line 5: claim `mae-robust` stands already",
    ] {
        assert!(all.contains(part), "`{part}` is not told:\n{all}");
    }
    assert_eq!(found.len(), 6, "{all}");
}
