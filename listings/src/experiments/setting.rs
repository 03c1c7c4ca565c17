//! What a reader may change: declared once beside the configuration, used by sliders,
//! addresses and the command line.

use super::Experiment;
use std::fmt;
use std::ops::RangeInclusive;

/// A field of a configuration that the reader may change.
pub struct Setting<'a> {
    field: Field<'a>,
    control: Control,
}

enum Field<'a> {
    Real(&'a mut f64),
    Count(&'a mut usize),
    Seed(&'a mut u64),
    Switch(&'a mut bool),
}

/// A setting as a page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The field's name.
    pub name: &'static str,
    /// What it is, in a word or two, with its letter.
    pub label: &'static str,
    /// The smallest value.
    pub minimum: f64,
    /// The largest value.
    pub maximum: f64,
    /// The step of the slider; any value in the range is valid.
    pub step: f64,
    /// The value now.
    pub value: f64,
    /// Whether only whole numbers are valid.
    pub whole: bool,
    /// How the slider moves.
    pub scale: Scale,
}

/// How a control moves between its minimum and its maximum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// By equal differences.
    Linear,
    /// By equal ratios; the minimum is above zero.
    Logarithmic,
    /// On or off, 1 or 0.
    Switch,
}

impl<'a> Setting<'a> {
    /// A real number in a range.
    pub fn real(
        name: &'static str,
        label: &'static str,
        field: &'a mut f64,
        range: RangeInclusive<f64>,
        step: f64,
    ) -> Self {
        let control = Control {
            name,
            label,
            minimum: *range.start(),
            maximum: *range.end(),
            step,
            value: *field,
            whole: false,
            scale: Scale::Linear,
        };
        Self { field: Field::Real(field), control }
    }

    /// A count in a range.
    pub fn count(
        name: &'static str,
        label: &'static str,
        field: &'a mut usize,
        range: RangeInclusive<usize>,
    ) -> Self {
        let control =
            Control::whole(name, label, *field as f64, *range.start(), *range.end());
        Self { field: Field::Count(field), control }
    }

    /// The seed of the random numbers: 1 to 100.
    pub fn seed(field: &'a mut u64) -> Self {
        let control = Control::whole("seed", "seed", *field as f64, 1, 100);
        Self { field: Field::Seed(field), control }
    }

    /// A switch: 0 or 1.
    pub fn switch(name: &'static str, label: &'static str, field: &'a mut bool) -> Self {
        let control = Control::whole(name, label, f64::from(u8::from(*field)), 0, 1);
        Self {
            field: Field::Switch(field),
            control: Control { scale: Scale::Switch, ..control },
        }
    }

    /// The same setting on a logarithmic slider.
    pub fn logarithmic(mut self) -> Self {
        self.control.scale = Scale::Logarithmic;
        self
    }

    fn assign(
        &mut self,
        experiment: &'static str,
        text: &str,
    ) -> Result<(), SettingError> {
        let invalid = || SettingError::Invalid {
            experiment,
            control: self.control.clone(),
            value: text.to_string(),
        };
        let value: f64 = text.parse().map_err(|_| invalid())?;
        let in_range = (self.control.minimum..=self.control.maximum).contains(&value);
        if !in_range || (self.control.whole && value.fract() != 0.0) {
            return Err(invalid());
        }
        match &mut self.field {
            Field::Real(field) => **field = value,
            Field::Count(field) => **field = value as usize,
            Field::Seed(field) => **field = value as u64,
            Field::Switch(field) => **field = value == 1.0,
        }
        Ok(())
    }
}

impl Control {
    /// The controls of a configuration, at its present values.
    pub fn of<E: Experiment>(config: &mut E) -> Vec<Self> {
        config.settings().into_iter().map(|setting| setting.control).collect()
    }

    /// Whether it says how often an experiment is repeated: that costs time and changes no
    /// single run.
    pub fn is_repetition(&self) -> bool {
        ["repeats", "seeds"].contains(&self.name)
    }

    /// Where to try it: at both ends, and of a choice among a few at each.
    pub fn places(&self) -> Vec<f64> {
        let (low, high) = (self.minimum, self.maximum);
        if self.whole && high - low <= 10.0 {
            (low as u32..=high as u32).map(f64::from).collect()
        } else {
            vec![low, high]
        }
    }

    fn whole(
        name: &'static str,
        label: &'static str,
        value: f64,
        minimum: usize,
        maximum: usize,
    ) -> Self {
        let (minimum, maximum) = (minimum as f64, maximum as f64);
        Self {
            name,
            label,
            minimum,
            maximum,
            step: 1.0,
            value,
            whole: true,
            scale: Scale::Linear,
        }
    }
}

/// Settings given as `name=value`, on the command line, in a directive or in an
/// address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Settings(Vec<(String, String)>);

impl Settings {
    /// Reads `name=value` pairs.
    ///
    /// # Errors
    /// [`SettingError::Malformed`] for a pair without `=`, or without a name.
    pub fn parse<'t>(
        pairs: impl IntoIterator<Item = &'t str>,
    ) -> Result<Self, SettingError> {
        let pair = |text: &str| match text.split_once('=') {
            Some((name, value)) if !name.trim().is_empty() => {
                Ok((name.trim().to_string(), value.trim().to_string()))
            }
            _ => Err(SettingError::Malformed(text.to_string())),
        };
        pairs.into_iter().map(pair).collect::<Result<_, _>>().map(Self)
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn apply(
        &self,
        experiment: &'static str,
        mut fields: Vec<Setting<'_>>,
    ) -> Result<(), SettingError> {
        for (index, (name, value)) in self.0.iter().enumerate() {
            match fields.iter_mut().find(|field| field.control.name == name) {
                Some(_) if self.0[..index].iter().any(|(earlier, _)| earlier == name) => {
                    let name = name.clone();
                    return Err(SettingError::Repeated { experiment, name });
                }
                Some(field) => field.assign(experiment, value)?,
                None => {
                    return Err(SettingError::Unknown {
                        experiment,
                        name: name.clone(),
                        valid: fields.iter().map(|field| field.control.name).collect(),
                    });
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<String> =
            self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        f.write_str(&pairs.join(" "))
    }
}

/// A setting that does not exist, is given twice, or is out of range.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingError {
    /// Not of the form `name=value`.
    Malformed(String),
    /// No such setting.
    Unknown {
        /// The experiment.
        experiment: &'static str,
        /// What was asked for.
        name: String,
        /// What there is.
        valid: Vec<&'static str>,
    },
    /// Given more than once.
    Repeated {
        /// The experiment.
        experiment: &'static str,
        /// The setting.
        name: String,
    },
    /// Not a number of the range.
    Invalid {
        /// The experiment.
        experiment: &'static str,
        /// The setting and its range.
        control: Control,
        /// What was given.
        value: String,
    },
}

impl fmt::Display for SettingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(text) => {
                write!(f, "`{text}` is not a setting; write name=value, as in delta=2")
            }
            Self::Unknown { experiment, name, valid } if valid.is_empty() => {
                write!(f, "{experiment} has no setting `{name}`")
            }
            Self::Unknown { experiment, name, valid } => {
                write!(
                    f,
                    "{experiment} has no setting `{name}` that can be set here; valid are {}",
                    valid.join(", ")
                )
            }
            Self::Repeated { experiment, name } => {
                write!(f, "{experiment}: {name} is given more than once; give it once")
            }
            Self::Invalid { experiment, control, value } => {
                let kind = if control.whole { "whole number" } else { "number" };
                write!(
                    f,
                    "{experiment}: {} = {value} is not a {kind} in [{}, {}]",
                    control.name, control.minimum, control.maximum
                )
            }
        }
    }
}

impl std::error::Error for SettingError {}
