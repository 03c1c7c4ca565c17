//! Roots of one symbol: before an argument without braces the typesetter leaves no room
//! for the radical, and draws it over the symbol.

use katex::symbols::Mode;

use super::{KATEX, MACROS};

/// The TeX source with braces around each argument of `\sqrt` that is one character or one
/// symbol: `\sqrt\beta` becomes `\sqrt{\beta}`, as TeX reads it.
///
/// Arguments in braces, and commands that take arguments of their own, stay: they become
/// boxes, which are moved aside.
pub(super) fn brace(tex: &str) -> String {
    const ROOT: &str = r"\sqrt";
    let mut output = String::with_capacity(tex.len());
    let mut rest = tex;
    while let Some(start) = rest.find(ROOT) {
        let (before, after) = rest.split_at(start + ROOT.len());
        output.push_str(before);
        rest = after;
        // Letters make it another command.
        if rest.starts_with(|next: char| next.is_ascii_alphabetic()) {
            continue;
        }
        let degree = degree(rest);
        output.push_str(&rest[..degree]);
        rest = &rest[degree..];
        let argument = rest.trim_start();
        let length = bare_symbol(argument);
        if length > 0 {
            output.push_str(&format!("{{{}}}", &argument[..length]));
            rest = &argument[length..];
        }
    }
    output + rest
}

/// The length of `[3]` and of the blanks before it, 0 without.
fn degree(tex: &str) -> usize {
    let opened = tex.trim_start();
    if !opened.starts_with('[') {
        return 0;
    }
    let mut depth = 0_i32;
    for (offset, character) in opened.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ']' if depth == 0 => return tex.len() - opened.len() + offset + 1,
            _ => {}
        }
    }
    0
}

/// The length of the character or symbol that `tex` begins with, 0 where something else does.
fn bare_symbol(tex: &str) -> usize {
    let Some(first) = tex.chars().next() else { return 0 };
    if first != '\\' {
        // These have a meaning of their own.
        let is_special = "{}[]^_&%#~'$".contains(first);
        return if is_special { 0 } else { first.len_utf8() };
    }
    let letters = tex[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let command = &tex[..1 + letters];
    let is_macro =
        MACROS.iter().any(|(name, body)| *name == command && !body.contains('#'));
    // The sign of an accent is a symbol too.
    let is_symbol = KATEX.symbols.contains(Mode::Math, command)
        && !KATEX.functions.contains_key(command);
    if letters > 0 && (is_macro || is_symbol) { command.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_argument_of_a_root_gets_braces() {
        for (tex, braced) in [
            (r"\sqrt 3", r"\sqrt{3}"),
            (r"\sqrt3x", r"\sqrt{3}x"),
            (r"\sqrt n", r"\sqrt{n}"),
            (r"\sqrt θ", r"\sqrt{θ}"),
            (r"\sqrt\beta", r"\sqrt{\beta}"),
            (r"1 - \sqrt \beta t", r"1 - \sqrt{\beta} t"),
            (r"\sqrt\beta_1", r"\sqrt{\beta}_1"),
            (r"\sqrt x^2", r"\sqrt{x}^2"),
            (r"\sqrt[3] x", r"\sqrt[3]{x}"),
            (r"\sqrt [{a]b}] x", r"\sqrt [{a]b}]{x}"),
            (r"\frac{\sqrt\mu}{\sqrt L}", r"\frac{\sqrt{\mu}}{\sqrt{L}}"),
            (r"\sqrt\grad", r"\sqrt{\grad}"),
        ] {
            assert_eq!(brace(tex), braced);
        }
    }

    #[test]
    fn other_arguments_of_a_root_stay() {
        for tex in [
            r"\sqrt{2}",
            r"\sqrt {2}",
            r"\sqrt[3]{x}",
            r"\sqrt\hat y",
            r"\sqrt\frac{a}{b}",
            r"\sqrt\norm{x}",
            r"\sqrtx",
            r"\sqrt",
            r"\sqrt[3",
            r"x^2",
        ] {
            assert_eq!(brace(tex), tex);
        }
    }
}
