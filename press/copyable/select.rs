//! Which items and imports a region needs.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};

use super::DEPENDENCIES;
use super::library::{Item, Library, Namespace};
use super::mentions::Edit;
use super::resolve::Target;

/// Traits of other crates whose functions are called without naming the trait. For a trait that is not in this list an
/// import is taken as needed where the trait's name does not occur in its module: what else would it be there for?
const TRAITS: &[(&str, &[&str])] = &[
    ("rand::Rng", &["next_u32", "next_u64", "fill_bytes"]),
    (
        "rand::RngExt",
        &[
            "random",
            "random_iter",
            "random_range",
            "random_bool",
            "random_ratio",
            "sample",
            "sample_iter",
            "fill",
        ],
    ),
    ("rand::SeedableRng", &["seed_from_u64", "from_seed", "from_rng", "fork"]),
    (
        "rand::seq::IndexedRandom",
        &[
            "choose",
            "choose_iter",
            "choose_weighted",
            "sample",
            "sample_array",
            "sample_weighted",
        ],
    ),
    ("rand::seq::IteratorRandom", &["choose", "choose_stable", "sample", "sample_fill"]),
    ("rand::seq::SliceRandom", &["shuffle", "partial_shuffle"]),
    ("rand_distr::Distribution", &["sample", "sample_iter", "map"]),
    ("std::fmt::Write", &["write_str", "write_char", "write_fmt", "write", "writeln"]),
    ("std::io::Write", &["write", "write_all", "write_fmt", "flush", "writeln"]),
    ("std::io::Read", &["read", "read_exact", "read_to_end", "read_to_string", "bytes"]),
    ("std::io::BufRead", &["lines", "read_line", "fill_buf"]),
    ("std::str::FromStr", &["from_str"]),
    ("std::hash::Hash", &["hash"]),
    ("std::hash::Hasher", &["finish"]),
];

/// What a copy consists of.
#[derive(Default)]
pub(super) struct Selection {
    /// In the order of discovery: what is needed comes after what needs it.
    pub(super) items: Vec<usize>,
    /// Path by the name in scope.
    pub(super) imports: BTreeMap<String, Vec<String>>,
    /// Traits imported as `_`.
    pub(super) unnamed: BTreeSet<Vec<String>>,
    /// Changes in the text of each file.
    pub(super) edits: BTreeMap<usize, Vec<Edit>>,
}

impl Library {
    /// The items of `region` and all that they need.
    pub(super) fn select(&self, region: &[usize]) -> Result<Selection> {
        let mut selection = Selection::default();
        selection.items.extend(region);
        for &id in region {
            // What an example shows should work with the copy.
            let item = &self.items[id];
            for target in item
                .mentions
                .examples
                .iter()
                .flat_map(|path| self.resolve_use(item.module, path))
            {
                if let Target::Item { item, .. } = target
                    && !selection.items.contains(&item)
                {
                    selection.items.push(item);
                }
            }
        }
        let mut done = 0;
        loop {
            while let Some(&item) = selection.items.get(done) {
                self.add_needs(item, &mut selection)?;
                done += 1;
            }
            let blocks = 0..self.items.len();
            let needed = |&block: &usize| {
                !selection.items.contains(&block)
                    && self.is_needed(block, &selection.items)
            };
            let blocks: Vec<usize> = blocks.filter(needed).collect();
            if blocks.is_empty() {
                break;
            }
            selection.items.extend(blocks);
        }
        self.check_names(&selection)?;
        Ok(selection)
    }

    /// Whether everything that the header of an `impl` block names is selected; of a type's own functions, also whether one of
    /// them is called by the type's name, which brings along what the header asks of its parameters.
    fn is_needed(&self, block: usize, selected: &[usize]) -> bool {
        let Item { file, module, name: None, header, functions, .. } = &self.items[block]
        else {
            return false;
        };
        let targets =
            header.paths.iter().flat_map(|mention| self.resolve(*module, &mention.path));
        let mut named = Vec::new();
        let mut is_whole = true;
        for resolved in targets {
            match resolved.target {
                Target::Item { item, .. } if selected.contains(&item) => named.push(item),
                Target::Item { .. } => is_whole = false,
                Target::External(path) if !DEPENDENCIES.contains(&path[0].as_str()) => {
                    return false;
                }
                Target::External(_) | Target::Module(_) => {}
            }
        }
        let mentions = || selected.iter().map(|&item| &self.items[item].mentions);
        let at_home = named.iter().any(|&item| self.items[item].file == *file);
        if !is_whole {
            let is_called_by_name = |function: &String| {
                let names =
                    named.iter().filter_map(|&item| self.items[item].name.as_ref());
                let calls: Vec<[&String; 2]> =
                    names.map(|name| [name, function]).collect();
                mentions().flat_map(|mentions| &mentions.paths).any(|mention| {
                    calls.iter().any(|call| {
                        mention.path.iter().collect::<Vec<_>>().ends_with(call)
                    })
                })
            };
            return at_home && functions.iter().any(is_called_by_name);
        }
        // Functions that another file adds to a type come only where they are called.
        let is_called = |function: &String| {
            mentions().any(|mentions| mentions.functions.contains(function))
        };
        !named.is_empty()
            && (functions.is_empty() || at_home || functions.iter().any(is_called))
    }

    /// Adds what one item mentions.
    fn add_needs(&self, id: usize, selection: &mut Selection) -> Result<()> {
        let item = &self.items[id];
        let mut edits = item.mentions.edits.clone();

        for mention in &item.mentions.paths {
            let is_variable = mention.path.len() == 1
                && !mention.called
                && item.mentions.variables.contains(&mention.path[0]);
            if is_variable {
                continue;
            }
            for resolved in self.resolve(item.module, &mention.path) {
                let name = &mention.path[resolved.segment];
                if !self.add_target(id, name, &resolved.target, selection)? {
                    continue;
                }
                if resolved.segment > 0 {
                    // Modules are left behind. What `$crate` starts keeps its `crate`.
                    let in_macro = self.files[item.file].text[..mention.ranges[0].start]
                        .ends_with('$');
                    let first = &mention.ranges[usize::from(in_macro)];
                    edits.push((
                        first.start..mention.ranges[resolved.segment].start,
                        String::new(),
                    ));
                }
            }
        }

        for (range, uses) in &item.mentions.local_uses {
            let mut from_the_crate = false;
            for used in uses {
                for target in self.resolve_use(item.module, &used.path) {
                    if let (Target::Item { .. }, Some(name)) = (&target, &used.name) {
                        from_the_crate |=
                            self.add_target(id, name, &target, selection)?;
                    }
                }
            }
            if from_the_crate {
                edits.push((range.clone(), String::new()));
            }
        }

        self.add_traits(id, selection)?;
        selection.edits.entry(item.file).or_default().extend(edits);
        Ok(())
    }

    /// Adds what `name` stands for in `user`; says whether that was anything.
    fn add_target(
        &self,
        user: usize,
        name: &str,
        target: &Target,
        selection: &mut Selection,
    ) -> Result<bool> {
        match target {
            Target::Module(_) => return Ok(false),
            Target::Item { item, variant } => {
                if !selection.items.contains(item) {
                    selection.items.push(*item);
                }
                let own = self.items[*item]
                    .name
                    .clone()
                    .expect("an item that was found by name has one");
                if variant.is_some() || own != name {
                    let path = ["self".to_owned(), own]
                        .into_iter()
                        .chain(variant.clone())
                        .collect();
                    self.import(user, name, path, selection)?;
                }
            }
            Target::External(path) => self.import(user, name, path.clone(), selection)?,
        }
        Ok(true)
    }

    fn import(
        &self,
        user: usize,
        name: &str,
        path: Vec<String>,
        selection: &mut Selection,
    ) -> Result<()> {
        let user = self.describe(user);
        if path[0] != "self" && !DEPENDENCIES.contains(&path[0].as_str()) {
            bail!(
                "{user} uses `{}`, but a copy may depend on {} only",
                path.join("::"),
                DEPENDENCIES[3..].join(", ")
            );
        }
        if name == "_" {
            selection.unnamed.insert(path);
            return Ok(());
        }
        match selection.imports.get(name) {
            Some(other) if *other != path => bail!(
                "a copy needs `{name}` as `{}` and, for {user}, as `{}`: give one of them another name",
                other.join("::"),
                path.join("::")
            ),
            _ => {
                selection.imports.insert(name.to_owned(), path);
                Ok(())
            }
        }
    }

    /// Adds the traits in scope whose functions the item calls.
    fn add_traits(&self, id: usize, selection: &mut Selection) -> Result<()> {
        let item = &self.items[id];
        let module = &self.modules[item.module];
        let calls = |function: &str| item.mentions.functions.contains(function);
        let is_called = |candidate: usize| {
            self.items[candidate].functions.iter().any(|function| calls(function))
        };

        let mut traits: Vec<usize> = module
            .items
            .values()
            .flatten()
            .copied()
            .filter(|&item| is_called(item))
            .collect();
        for used in &module.uses {
            for target in self.resolve_use(item.module, &used.path) {
                match (target, &used.name) {
                    (Target::Item { item, .. }, _) if is_called(item) => {
                        traits.push(item)
                    }
                    (Target::Module(other), None) => {
                        let items = self.modules[other].items.values().flatten().copied();
                        traits.extend(items.filter(|&item| is_called(item)));
                    }
                    (Target::External(path), Some(name)) => {
                        let known =
                            TRAITS.iter().find(|(known, _)| *known == path.join("::"));
                        let needed = match known {
                            Some((_, functions)) => {
                                functions.iter().any(|function| calls(function))
                            }
                            None => !module.mentioned.contains(name),
                        };
                        // An import of another crate that only derives use, such as serde's, is no trait to call.
                        if needed && DEPENDENCIES.contains(&path[0].as_str()) {
                            self.import(id, name, path, selection)?;
                        }
                    }
                    (Target::External(path), None)
                        if DEPENDENCIES.contains(&path[0].as_str()) =>
                    {
                        let path = path.into_iter().chain(["*".to_owned()]).collect();
                        self.import(id, "_", path, selection)?;
                    }
                    _ => {}
                }
            }
        }
        for found in traits {
            if !selection.items.contains(&found) {
                selection.items.push(found);
            }
        }
        Ok(())
    }

    /// A copy is one flat file: two items of one name cannot both be in it.
    fn check_names(&self, selection: &Selection) -> Result<()> {
        let mut taken: BTreeMap<(&str, Namespace), usize> = BTreeMap::new();
        for &id in &selection.items {
            let item = &self.items[id];
            let Some(name) = &item.name else { continue };
            if let Some(path) = selection.imports.get(name) {
                bail!(
                    "a copy needs {} and `{}` under the same name: give one of them another",
                    self.describe(id),
                    path.join("::")
                );
            }
            for &namespace in item.namespaces {
                if let Some(other) = taken.insert((name, namespace), id) {
                    bail!(
                        "a copy needs two items of the name `{name}`, {} and {}: rename one",
                        self.describe(other),
                        self.describe(id)
                    );
                }
            }
        }
        Ok(())
    }

    fn describe(&self, id: usize) -> String {
        let item = &self.items[id];
        let file = &self.files[item.file].path;
        match &item.name {
            Some(name) => format!("`{name}` of `{file}`"),
            None => format!("an `impl` block of `{file}`"),
        }
    }
}
