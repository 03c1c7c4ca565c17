//! Every exercise and quiz is printed, and the reader's progress has the order of the book.

use crate::built::{assert_none, chapters, files, root};
use crate::page::Page;
use std::collections::HashMap;
use std::fs;

/// The sections of a class, such as "exercise", each with its page and its id without the class.
fn sections(
    class: &'static str,
) -> impl Iterator<Item = (&'static Page, String, String)> {
    chapters().flat_map(move |page| {
        let sections = page.named("section").filter(move |section| section.is(class));
        sections.map(move |section| {
            let id = section.attribute("id").unwrap_or_default();
            let name = id.trim_start_matches(class).trim_start_matches('-').to_string();
            (page, name, page.text(section).to_string())
        })
    })
}

/// For each exercise in the book, the number of its chapter: 2 for "Exercise 2-3 · …".
fn chapter_numbers() -> HashMap<String, u32> {
    let number = |text: &str| {
        let after = text.split_once("Exercise ")?.1;
        after.split_once('-')?.0.parse().ok()
    };
    sections("exercise")
        .map(|(page, name, text)| {
            let number = number(&text)
                .unwrap_or_else(|| panic!("{}: {name} has no number", page.path));
            (name, number)
        })
        .collect()
}

#[test]
fn every_exercise_is_printed_and_counted_in_the_order_of_the_book() {
    let numbers = chapter_numbers();
    let mut before = (0, String::new());
    for exercise in exercises::all() {
        let Some(number) = numbers.get(&exercise.name) else {
            panic!("no page prints the exercise `{}`", exercise.name)
        };
        assert!(
            *number >= before.0,
            "`{}` of chapter {number} comes after `{}` of chapter {}",
            exercise.name,
            before.1,
            before.0
        );
        before = (*number, exercise.name.clone());
    }
    assert_eq!(numbers.len(), exercises::all().len());
}

#[test]
fn every_quiz_is_printed() {
    let printed: Vec<String> = sections("quiz").map(|(_, name, _)| name).collect();
    for quiz in exercises::quizzes().expect("the quizzes can be read") {
        assert!(printed.contains(&quiz.name), "no page prints the quiz `{}`", quiz.name);
    }
}

#[test]
fn a_chapter_tells_how_many_exercises_its_practice_has() {
    let words =
        ["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let read = |file: &str| {
        fs::read_to_string(root().join("src").join(file)).expect("a chapter is text")
    };
    let mut wrong = Vec::new();
    for practice in files(&root().join("src")) {
        let Some(chapter) = practice.strip_suffix("-practice.md") else { continue };
        let count = read(&practice).matches("{{#exercise ").count();
        let word =
            words.get(count.wrapping_sub(4)).copied().unwrap_or("another number of");
        let sentence = format!("A quiz and {word} exercises");
        if !read(&format!("{chapter}.md")).contains(&sentence) {
            wrong.push(format!("src/{chapter}.md does not say “{sentence}”"));
        }
    }
    assert_none(&wrong);
}
