//! The command that an unknown one was meant to be.

use katex::symbols::Mode;

use super::{KATEX, MACROS};

/// A command that KaTeX knows and that is one letter away from `name`, which starts with a backslash.
pub(super) fn nearest_command(name: &str) -> Option<String> {
    let known = |command: &String| {
        MACROS.iter().any(|(name, _)| name == command)
            || KATEX.functions.contains_key(command)
            || KATEX.symbols.contains(Mode::Math, command)
    };
    let letters: Vec<char> = name.chars().collect();
    let spell = |start: &[char], middle: &[char], end: &[char]| {
        [start, middle, end].concat().iter().collect::<String>()
    };
    let alphabet = || ('a'..='z').chain('A'..='Z');
    // From 1: the backslash stays.
    let transposed = (1..letters.len().saturating_sub(1))
        .map(|i| spell(&letters[..i], &[letters[i + 1], letters[i]], &letters[i + 2..]));
    let deleted =
        (1..letters.len()).map(|i| spell(&letters[..i], &[], &letters[i + 1..]));
    let inserted = (1..=letters.len())
        .flat_map(|i| alphabet().map(move |letter| (i, letter)))
        .map(|(i, letter)| spell(&letters[..i], &[letter], &letters[i..]));
    let replaced = (1..letters.len())
        .flat_map(|i| alphabet().map(move |letter| (i, letter)))
        .map(|(i, letter)| spell(&letters[..i], &[letter], &letters[i + 1..]));
    transposed.chain(deleted).chain(inserted).chain(replaced).find(known)
}
