//! What a path means in a module.

use super::library::{Library, Use};

/// What a name stands for.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Target {
    Module(usize),
    /// An item of the crate; `variant` where the name stands for one of an enum's variants.
    Item {
        item: usize,
        variant: Option<String>,
    },
    /// A path into another crate.
    External(Vec<String>),
}

/// A target, and which segment of the path names it.
pub(super) struct Resolved {
    pub(super) target: Target,
    pub(super) segment: usize,
}

/// Names whose `use` declarations are being followed; a cycle of re-exports ends here.
type Following = Vec<(usize, String)>;

impl Library {
    /// What `path` means in the code of `module`; nothing for local variables, generic parameters and the prelude.
    pub(super) fn resolve(&self, module: usize, path: &[String]) -> Vec<Resolved> {
        self.follow(module, path, &mut Vec::new()).unwrap_or_default()
    }

    /// What a `use` declaration in `module` brings into scope.
    pub(super) fn resolve_use(&self, module: usize, path: &[String]) -> Vec<Target> {
        self.follow_use(module, path, &mut Vec::new())
    }

    fn follow_use(
        &self,
        module: usize,
        path: &[String],
        following: &mut Following,
    ) -> Vec<Target> {
        let Some(found) = self.follow(module, path, following) else {
            return vec![Target::External(path.to_vec())];
        };
        let complete = |Resolved { target, segment }| match target {
            // `use Reduction::Mean`, and `use fmt::Write` behind `use std::fmt`.
            Target::Item { item, variant: None } => {
                Target::Item { item, variant: path.get(segment + 1).cloned() }
            }
            Target::External(mut start) => {
                start.extend_from_slice(&path[segment + 1..]);
                Target::External(start)
            }
            other => other,
        };
        found.into_iter().map(complete).collect()
    }

    /// `None` when the first segment is not known in `module`, so that it can only be a crate.
    fn follow(
        &self,
        mut module: usize,
        path: &[String],
        following: &mut Following,
    ) -> Option<Vec<Resolved>> {
        let mut segment = 0;
        loop {
            match path.get(segment).map(String::as_str) {
                Some("crate") => module = 0,
                Some("self") => {}
                Some("super") => module = self.modules[module].parent.unwrap_or(0),
                _ => break,
            }
            segment += 1;
        }
        loop {
            let Some(name) = path.get(segment) else {
                return Some(vec![Resolved {
                    target: Target::Module(module),
                    segment: path.len().saturating_sub(1),
                }]);
            };
            let targets = self.lookup(module, name, following);
            if targets.is_empty() && segment == 0 {
                return None;
            }
            if segment + 1 == path.len() {
                return Some(
                    targets
                        .into_iter()
                        .map(|target| Resolved { target, segment })
                        .collect(),
                );
            }
            let is_module = |target: &&Target| matches!(target, Target::Module(_));
            match targets.iter().find(is_module).or(targets.first()) {
                Some(Target::Module(child)) => module = *child,
                Some(target) => {
                    return Some(vec![Resolved { target: target.clone(), segment }]);
                }
                None => return Some(Vec::new()),
            }
            segment += 1;
        }
    }

    fn lookup(
        &self,
        module: usize,
        name: &str,
        following: &mut Following,
    ) -> Vec<Target> {
        let scope = &self.modules[module];
        let mut targets: Vec<Target> = Vec::new();
        targets.extend(scope.children.get(name).map(|&child| Target::Module(child)));
        for &item in scope.items.get(name).into_iter().flatten() {
            targets.push(Target::Item { item, variant: None });
        }
        let key = (module, name.to_owned());
        if following.contains(&key) {
            return targets;
        }
        following.push(key);
        for Use { path, .. } in
            scope.uses.iter().filter(|used| used.name.as_deref() == Some(name))
        {
            targets.extend(self.follow_use(module, path, following));
        }
        if targets.is_empty() {
            for Use { path, .. } in scope.uses.iter().filter(|used| used.name.is_none()) {
                for target in self.follow_use(module, path, following) {
                    match target {
                        Target::Module(other) => {
                            targets.extend(self.lookup(other, name, following))
                        }
                        Target::Item { item, variant: None }
                            if self.items[item]
                                .variants
                                .iter()
                                .any(|variant| variant == name) =>
                        {
                            targets.push(Target::Item {
                                item,
                                variant: Some(name.to_owned()),
                            });
                        }
                        _ => {}
                    }
                }
            }
        }
        following.pop();
        targets
    }
}
