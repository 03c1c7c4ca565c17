//! Records of one configuration together, and the best configuration of each kind.

use super::Record;
use crate::statistics::mean;

/// The records of one configuration, seed after seed.
pub type Group<'a, Config, Outcome> = Vec<&'a Record<Config, Outcome>>;

/// The records of each configuration, in the order in which they first come.
pub fn groups<Config: PartialEq, Outcome>(
    records: &[Record<Config, Outcome>],
) -> Vec<Group<'_, Config, Outcome>> {
    let mut groups: Vec<Group<Config, Outcome>> = Vec::new();
    for record in records {
        match groups.iter_mut().find(|group| group[0].config == record.config) {
            Some(group) => group.push(record),
            None => groups.push(vec![record]),
        }
    }
    groups
}

/// Of each kind the group whose mean score over the seeds is least; a group in which a seed
/// has no score (it diverged) is none to choose. Kinds are in the order in which they come.
///
/// The score is one of the validation part, never of the test part.
pub fn best_of_each<'a, Config, Outcome, Kind: PartialEq>(
    groups: &[Group<'a, Config, Outcome>],
    kind: impl Fn(&Config) -> Kind,
    score: impl Fn(&Outcome) -> Option<f64>,
) -> Vec<Group<'a, Config, Outcome>> {
    let mut chosen: Vec<(Kind, f64, &Group<'a, Config, Outcome>)> = Vec::new();
    for group in groups {
        let scores: Option<Vec<f64>> =
            group.iter().map(|record| score(&record.outcome)).collect();
        let Some(scores) = scores else { continue };
        let (kind, score) = (kind(&group[0].config), mean(&scores));
        match chosen.iter_mut().find(|(other, ..)| *other == kind) {
            Some(best) if score < best.1 => *best = (kind, score, group),
            Some(_) => {}
            None => chosen.push((kind, score, group)),
        }
    }
    chosen.into_iter().map(|(_, _, group)| group.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(
        config: (char, u32),
        seed: u64,
        outcome: Option<f64>,
    ) -> Record<(char, u32), Option<f64>> {
        Record::unmeasured("l0", config, seed, outcome)
    }

    #[test]
    fn the_least_mean_wins_and_one_diverged_seed_excludes() {
        let records = [
            record(('a', 1), 1, Some(3.0)),
            record(('a', 2), 1, Some(2.0)),
            record(('a', 3), 1, Some(0.0)),
            record(('b', 1), 1, None),
            record(('a', 1), 2, Some(3.0)),
            record(('a', 2), 2, Some(3.5)),
            record(('a', 3), 2, None),
            record(('b', 1), 2, Some(1.0)),
        ];
        let groups = groups(&records);
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 2, 2]);
        let best = best_of_each(&groups, |config| config.0, |score| *score);
        let chosen: Vec<_> = best.iter().map(|group| group[0].config).collect();
        // Means 3 and 2.75; the third has no mean, and of b no rate came to an end.
        assert_eq!(chosen, [('a', 2)]);
    }
}
