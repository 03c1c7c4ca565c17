//! The names that a piece of code mentions, read from its tokens: macro arguments count like any other code.

use std::collections::BTreeSet;
use std::ops::Range;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::visit::Visit;

use super::CRATE;
use super::library::{Use, uses_of};

/// A replacement in the text of a file.
pub(super) type Edit = (Range<usize>, String);

/// A path such as `Huber::new`, by its segments.
pub(super) struct Mention {
    pub(super) path: Vec<String>,
    /// Where each segment stands in the file; empty for a name inside a string, as in `"{LIMIT}"`.
    pub(super) ranges: Vec<Range<usize>>,
    /// Whether `(` or `!` follows.
    pub(super) called: bool,
}

/// What an item's code mentions.
#[derive(Default)]
pub(super) struct Mentions {
    pub(super) paths: Vec<Mention>,
    /// Names after a dot, or last in a path: what may be a trait's function.
    pub(super) functions: BTreeSet<String>,
    /// `use` declarations inside function bodies.
    pub(super) local_uses: Vec<(Range<usize>, Vec<Use>)>,
    /// Names that parameters, `let` and closures give to values.
    pub(super) variables: BTreeSet<String>,
    /// What the examples in doc comments import from the book's crate, with `crate` for its name.
    pub(super) examples: Vec<Vec<String>>,
    /// Changes that a copy needs wherever the code is used: no serde attributes, no `pub(super)`.
    pub(super) edits: Vec<Edit>,
}

impl Mentions {
    /// Reads `text`, which starts at byte `offset` of its file.
    pub(super) fn read(text: &str, offset: usize) -> syn::Result<Self> {
        let mut mentions = Self::default();
        mentions.walk(syn::parse_str::<TokenStream>(text)?, text, offset);
        Ok(mentions)
    }

    /// Adds the names that patterns in `item` bind.
    pub(super) fn add_variables(&mut self, item: &syn::Item) {
        struct Patterns<'a>(&'a mut BTreeSet<String>);
        impl<'ast> Visit<'ast> for Patterns<'_> {
            fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
                // A capital letter means that a constant or variant is compared with, not that a name is bound.
                let name = pattern.ident.to_string();
                if !name.starts_with(|first: char| first.is_uppercase()) {
                    self.0.insert(name);
                }
                syn::visit::visit_pat_ident(self, pattern);
            }
        }
        Patterns(&mut self.variables).visit_item(item);
    }

    fn walk(&mut self, tokens: TokenStream, text: &str, offset: usize) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            let rest = &tokens[index..];
            index += match token {
                TokenTree::Punct(punct) => match (punct.as_char(), rest) {
                    ('#', [_, TokenTree::Group(group), ..])
                        if group.delimiter() == Delimiter::Bracket =>
                    {
                        self.attribute(token, group, text, offset);
                        2
                    }
                    ('\'', [_, TokenTree::Ident(_), ..]) => 2,
                    // `..start` and `..=end` are no field access.
                    ('.', [_, next, ..]) if is_punct(next, '.') => 2,
                    ('.', [_, TokenTree::Ident(name), ..]) => {
                        self.functions.insert(name.to_string());
                        2
                    }
                    // The tail of `<T as Trait>::function` and `Vec::<T>::new`.
                    (':', [_, next, TokenTree::Ident(name), ..])
                        if is_punct(next, ':') =>
                    {
                        self.functions.insert(name.to_string());
                        3
                    }
                    (':', [_, next, ..]) if is_punct(next, ':') => 2,
                    // A macro's own variable, or `$crate`.
                    ('$', [_, TokenTree::Ident(name), ..]) if name != "crate" => 2,
                    _ => 1,
                },
                TokenTree::Ident(name) => self.identifier(name, rest, text, offset),
                TokenTree::Group(group) => {
                    self.walk(group.stream(), text, offset);
                    1
                }
                TokenTree::Literal(literal) => {
                    self.captures(&literal.to_string());
                    1
                }
            };
        }
    }

    /// Reads what starts with an identifier; returns the number of tokens read.
    fn identifier(
        &mut self,
        name: &Ident,
        rest: &[TokenTree],
        text: &str,
        offset: usize,
    ) -> usize {
        match (name.to_string().as_str(), rest) {
            // A definition, not a mention.
            ("fn", [_, TokenTree::Ident(_), ..]) => return 2,
            ("pub", [_, TokenTree::Group(scope), ..])
                if scope.delimiter() == Delimiter::Parenthesis =>
            {
                let inside = scope.stream().to_string();
                if inside.starts_with("super") || inside.starts_with("in") {
                    self.edits.push((
                        shift(scope.span().byte_range(), offset),
                        "(crate)".to_owned(),
                    ));
                }
                // A tuple field's type also stands in parentheses: `pub (A, B)`.
                return if matches!(inside.as_str(), "crate" | "super" | "self")
                    || inside.starts_with("in ")
                {
                    2
                } else {
                    1
                };
            }
            ("use", _) => {
                if let Some(end) = rest.iter().position(|token| is_punct(token, ';')) {
                    let range = rest[0].span().byte_range().start
                        ..rest[end].span().byte_range().end;
                    if let Ok(item) = syn::parse_str::<syn::ItemUse>(&text[range.clone()])
                    {
                        self.local_uses.push((shift(range, offset), uses_of(&item)));
                        return end + 1;
                    }
                }
            }
            _ => {}
        }

        let mut path = vec![name.to_string()];
        let mut ranges = vec![shift(name.span().byte_range(), offset)];
        let mut read = 1;
        while let [colon, second, TokenTree::Ident(segment), ..] = &rest[read..]
            && is_punct(colon, ':')
            && is_punct(second, ':')
        {
            path.push(segment.to_string());
            ranges.push(shift(segment.span().byte_range(), offset));
            read += 3;
        }
        let next = rest.get(read);
        let called = match next {
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
            Some(token) => is_punct(token, '!'),
            None => false,
        };
        // `T::function`, and `write!`, which calls a method.
        if path.len() > 1 || next.is_some_and(|token| is_punct(token, '!')) {
            self.functions.insert(path.last().expect("a path has a segment").clone());
        }
        // `name: value` and `name: Type` give a field or a variable its name; `name::` is a path that goes on.
        let names_a_field = path.len() == 1
            && path[0].starts_with(|first: char| first.is_lowercase() || first == '_')
            && next.is_some_and(|token| is_punct(token, ':'))
            && !rest.get(read + 1).is_some_and(|token| is_punct(token, ':'));
        if !names_a_field {
            self.paths.push(Mention { path, ranges, called });
        }
        read
    }

    /// Names that a format string captures: `"{name}"`, `"{name:.3}"`, `"{:width$}"`.
    fn captures(&mut self, literal: &str) {
        let pieces = literal.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
        for name in pieces
            .flat_map(|(inside, _)| inside.split([':', '.', '$', '<', '>', '^', '+']))
        {
            if name.starts_with(|first: char| first.is_alphabetic() || first == '_')
                && syn::parse_str::<Ident>(name).is_ok()
            {
                self.paths.push(Mention {
                    path: vec![name.to_owned()],
                    ranges: Vec::new(),
                    called: false,
                });
            }
        }
    }

    /// One line of a doc comment, as `doc = " text"`.
    fn example(&mut self, attribute: &str) {
        let line = unquote(attribute);
        if let Some(path) =
            line.strip_prefix("use ").and_then(|path| path.strip_prefix(CRATE))
            && let Ok(item) = syn::parse_str::<syn::ItemUse>(&format!("use crate{path}"))
        {
            let uses = uses_of(&item);
            self.examples.extend(uses.into_iter().map(|used| used.path));
        }
    }

    /// Attributes mention nothing that a copy has to import; serde's are dropped, and examples in doc comments noted.
    fn attribute(&mut self, hash: &TokenTree, group: &Group, text: &str, offset: usize) {
        let range = hash.span().byte_range().start..group.span().byte_range().end;
        let mut tokens = group.stream().into_iter();
        let Some(TokenTree::Ident(name)) = tokens.next() else { return };
        let kept = match (name.to_string().as_str(), tokens.next()) {
            ("serde", _) => String::new(),
            ("derive", Some(TokenTree::Group(list))) => {
                let list = list.stream().to_string();
                let (serde, other): (Vec<&str>, Vec<&str>) = list
                    .split(',')
                    .map(str::trim)
                    .filter(|name| !name.is_empty())
                    .partition(|name| is_serde(name));
                match (serde.is_empty(), other.is_empty()) {
                    (true, _) => return,
                    (false, true) => String::new(),
                    (false, false) => format!("#[derive({})]", other.join(", ")),
                }
            }
            ("doc", _) => return self.example(&group.stream().to_string()),
            _ => return,
        };
        // An attribute that goes takes its line with it.
        let after = &text[range.end..];
        let end = if kept.is_empty() {
            range.end + after.len() - after.trim_start().len()
        } else {
            range.end
        };
        self.edits.push((shift(range.start..end, offset), kept));
    }
}

/// `r" use a::b;"`, the form of a doc comment's line among the tokens, without quotation marks.
fn unquote(literal: &str) -> &str {
    let start = literal.find('"').map_or(literal.len(), |quote| quote + 1);
    let end = literal.rfind('"').unwrap_or(start).max(start);
    literal[start..end].trim()
}

fn is_serde(derive: &str) -> bool {
    matches!(
        derive.rsplit("::").next().unwrap_or_default().trim(),
        "Serialize" | "Deserialize"
    )
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

fn shift(range: Range<usize>, offset: usize) -> Range<usize> {
    range.start + offset..range.end + offset
}
