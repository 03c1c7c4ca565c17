//! The crate as items in modules, each with the names that it mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use syn::spanned::Spanned;

use super::mentions::Mentions;
use crate::listing::{attributes, is_test};

/// The parsed source of the crate that the listings are printed from.
pub struct Library {
    pub(super) files: Vec<SourceFile>,
    /// The crate's root is the first.
    pub(super) modules: Vec<Module>,
    pub(super) items: Vec<Item>,
}

pub(super) struct SourceFile {
    /// Relative to the crate's `src`.
    pub(super) path: String,
    pub(super) text: String,
    /// `use` and `mod` declarations, tests and inner attributes: what a copy of a region leaves out.
    pub(super) dropped: Vec<Range<usize>>,
    /// Modules written inside the file.
    pub(super) inline_modules: Vec<Range<usize>>,
}

#[derive(Default)]
pub(super) struct Module {
    pub(super) parent: Option<usize>,
    pub(super) children: BTreeMap<String, usize>,
    /// Items by name; one name may stand for a type and a function.
    pub(super) items: BTreeMap<String, Vec<usize>>,
    pub(super) uses: Vec<Use>,
    /// Every name that starts a path in the module's items.
    pub(super) mentioned: BTreeSet<String>,
}

/// One name that a `use` declaration brings into scope.
pub(super) struct Use {
    pub(super) path: Vec<String>,
    /// The name in scope; `_` for a trait without one, `None` for `*`.
    pub(super) name: Option<String>,
}

pub(super) struct Item {
    pub(super) file: usize,
    pub(super) module: usize,
    /// Bytes of the file, attributes and doc comments included.
    pub(super) range: Range<usize>,
    /// `None` for an `impl` block and for a macro call that makes items.
    pub(super) name: Option<String>,
    pub(super) namespaces: &'static [Namespace],
    pub(super) mentions: Mentions,
    /// For an item without a name: what has to be there for it to be needed.
    pub(super) header: Mentions,
    /// The functions of a trait, or of an `impl` block without one.
    pub(super) functions: Vec<String>,
    /// An enum's variants.
    pub(super) variants: Vec<String>,
}

/// Items of one name can stand side by side in different namespaces.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Namespace {
    Type,
    Value,
    Macro,
}

impl Library {
    /// Parses the crate whose `src` directory is `root`, from its `lib.rs` on.
    ///
    /// # Errors
    ///
    /// When a module's file is missing or not Rust.
    pub fn load(root: &Path) -> Result<Self> {
        let mut library = Self {
            files: Vec::new(),
            modules: vec![Module::default()],
            items: Vec::new(),
        };
        library.load_file(root, "lib.rs", "", 0)?;
        Ok(library)
    }

    /// Loads the file of `module`, whose child modules' files are in `directory`.
    fn load_file(
        &mut self,
        root: &Path,
        path: &str,
        directory: &str,
        module: usize,
    ) -> Result<()> {
        let text = fs::read_to_string(root.join(path))
            .with_context(|| format!("cannot read `{path}`"))?;
        let parsed =
            syn::parse_file(&text).with_context(|| format!("`{path}` is not Rust"))?;
        let file = self.files.len();
        // Doc comments are kept, as plain comments.
        let inner =
            parsed.attrs.iter().filter(|attribute| !attribute.path().is_ident("doc"));
        let dropped = inner.map(|attribute| attribute.span().byte_range()).collect();
        self.files.push(SourceFile {
            path: path.to_owned(),
            text,
            dropped,
            inline_modules: Vec::new(),
        });
        self.load_items(root, file, directory, module, parsed.items)
    }

    fn load_items(
        &mut self,
        root: &Path,
        file: usize,
        directory: &str,
        module: usize,
        items: Vec<syn::Item>,
    ) -> Result<()> {
        for item in items {
            let range = item.span().byte_range();
            if is_test(attributes(&item)) {
                self.files[file].dropped.push(range);
                continue;
            }
            match item {
                syn::Item::Use(item) => {
                    self.files[file].dropped.push(range);
                    self.modules[module].uses.extend(uses_of(&item));
                }
                syn::Item::ExternCrate(_) => self.files[file].dropped.push(range),
                syn::Item::Mod(item) => {
                    let name = item.ident.to_string();
                    let child = self.modules.len();
                    self.modules
                        .push(Module { parent: Some(module), ..Module::default() });
                    self.modules[module].children.insert(name.clone(), child);
                    let below = format!("{directory}{name}/");
                    if let Some((_, items)) = item.content {
                        self.files[file].inline_modules.push(range);
                        self.load_items(root, file, &below, child, items)?;
                        continue;
                    }
                    self.files[file].dropped.push(range);
                    let candidates =
                        [format!("{directory}{name}.rs"), format!("{below}mod.rs")];
                    match candidates.iter().find(|path| root.join(path).is_file()) {
                        Some(path) => self.load_file(root, path, &below, child)?,
                        None => bail!(
                            "`{}` declares `mod {name};`, but there is neither `{}` nor `{}`",
                            self.files[file].path,
                            candidates[0],
                            candidates[1]
                        ),
                    }
                }
                item => self.load_item(file, module, range, &item)?,
            }
        }
        Ok(())
    }

    fn load_item(
        &mut self,
        file: usize,
        module: usize,
        range: Range<usize>,
        item: &syn::Item,
    ) -> Result<()> {
        let text = &self.files[file].text;
        let read =
            |range: Range<usize>| Mentions::read(&text[range.clone()], range.start);
        let mut mentions = read(range.clone())?;
        mentions.add_variables(item);
        let header = match item {
            syn::Item::Impl(item) => read(
                item.impl_token.span.byte_range().start
                    ..item.brace_token.span.open().byte_range().start,
            )?,
            // A macro call that makes items belongs to everything it names.
            syn::Item::Macro(item) if item.ident.is_none() => read(range.clone())?,
            _ => Mentions::default(),
        };
        let (name, namespaces) = name_of(item);
        let id = self.items.len();
        let scope = &mut self.modules[module];
        scope
            .mentioned
            .extend(mentions.paths.iter().map(|mention| mention.path[0].clone()));
        if let Some(name) = &name {
            scope.items.entry(name.clone()).or_default().push(id);
        }
        let (functions, variants) = members(item);
        self.items.push(Item {
            file,
            module,
            range,
            name,
            namespaces,
            mentions,
            header,
            functions,
            variants,
        });
        Ok(())
    }
}

fn name_of(item: &syn::Item) -> (Option<String>, &'static [Namespace]) {
    use Namespace::{Macro, Type, Value};
    use syn::Item;
    let (name, namespaces): (&syn::Ident, &[Namespace]) = match item {
        Item::Const(item) => (&item.ident, &[Value]),
        Item::Enum(item) => (&item.ident, &[Type]),
        Item::Fn(item) => (&item.sig.ident, &[Value]),
        Item::Macro(item) => match &item.ident {
            Some(name) => (name, &[Macro]),
            None => return (None, &[]),
        },
        Item::Static(item) => (&item.ident, &[Value]),
        Item::Struct(item) => match item.fields {
            // A struct without braces is also a value or a function.
            syn::Fields::Named(_) => (&item.ident, &[Type]),
            syn::Fields::Unnamed(_) | syn::Fields::Unit => (&item.ident, &[Type, Value]),
        },
        Item::Trait(item) => (&item.ident, &[Type]),
        Item::TraitAlias(item) => (&item.ident, &[Type]),
        Item::Type(item) => (&item.ident, &[Type]),
        Item::Union(item) => (&item.ident, &[Type]),
        _ => return (None, &[]),
    };
    (Some(name.to_string()), namespaces)
}

/// The functions of a trait or of an `impl` block without one, and the variants of an enum.
fn members(item: &syn::Item) -> (Vec<String>, Vec<String>) {
    let mut functions: Vec<&syn::Ident> = Vec::new();
    let mut variants: Vec<&syn::Ident> = Vec::new();
    match item {
        syn::Item::Trait(item) => {
            functions.extend(item.items.iter().filter_map(|member| match member {
                syn::TraitItem::Fn(function) => Some(&function.sig.ident),
                syn::TraitItem::Const(constant) => Some(&constant.ident),
                _ => None,
            }))
        }
        syn::Item::Impl(item) if item.trait_.is_none() => {
            functions.extend(item.items.iter().filter_map(|member| match member {
                syn::ImplItem::Fn(function) => Some(&function.sig.ident),
                syn::ImplItem::Const(constant) => Some(&constant.ident),
                _ => None,
            }));
        }
        syn::Item::Enum(item) => {
            variants.extend(item.variants.iter().map(|variant| &variant.ident))
        }
        _ => {}
    }
    let names = |identifiers: Vec<&syn::Ident>| {
        identifiers.into_iter().map(syn::Ident::to_string).collect()
    };
    (names(functions), names(variants))
}

/// The names that a `use` declaration brings into scope: `use a::{b, c as d, e::*}` has three.
pub(super) fn uses_of(item: &syn::ItemUse) -> Vec<Use> {
    let mut uses = Vec::new();
    flatten(&item.tree, &mut Vec::new(), &mut uses);
    uses
}

fn flatten(tree: &syn::UseTree, path: &mut Vec<String>, uses: &mut Vec<Use>) {
    // `a::{self}` is `a`.
    let with = |path: &[String], name: &syn::Ident| {
        let segment = (name != "self" || path.is_empty()).then(|| name.to_string());
        path.iter().cloned().chain(segment).collect::<Vec<_>>()
    };
    match tree {
        syn::UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            flatten(&tree.tree, path, uses);
            path.pop();
        }
        syn::UseTree::Name(tree) => {
            let path = with(path, &tree.ident);
            uses.push(Use { name: path.last().cloned(), path });
        }
        syn::UseTree::Rename(tree) => {
            uses.push(Use {
                path: with(path, &tree.ident),
                name: Some(tree.rename.to_string()),
            });
        }
        syn::UseTree::Glob(_) => uses.push(Use { path: path.clone(), name: None }),
        syn::UseTree::Group(tree) => {
            tree.items.iter().for_each(|tree| flatten(tree, path, uses))
        }
    }
}
