//! The machine that a time was taken on.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::thread::available_parallelism;

/// Its processor, how many threads it runs at once, and its system, in a phrase.
pub fn machine() -> String {
    let threads = available_parallelism().map_or(1, usize::from);
    let processor = fs::read_to_string("/proc/cpuinfo")
        .ok()
        .and_then(|text| model_name(&text))
        // Other systems tell it otherwise; the kind of processor is always known.
        .unwrap_or_else(|| ARCH.to_string());
    format!("{processor}, {threads} threads, {OS} {ARCH}")
}

/// What Linux calls the first processor.
fn model_name(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    let (_, name) = line.split_once(':')?;
    Some(name.trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_behind_the_colon() {
        let text =
            "processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\nmodel name\t: other\n";
        assert_eq!(model_name(text).as_deref(), Some("Some CPU @ 2 GHz"));
        assert_eq!(model_name("processor : 0\n"), None);
        assert!(machine().contains(" threads, "));
    }
}
