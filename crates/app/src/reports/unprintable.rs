//! A character that no typeface has, as a screen shows it.

use serde::Serialize;

/// Where a character stands that cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Unprintable {
    pub character: String,
    /// "U+13000": the screen may not have it either.
    pub code: String,
    /// The words around it.
    pub within: String,
    /// The heading above them.
    pub under: Option<String>,
}

impl From<pledgeboard_documents::Unprintable> for Unprintable {
    fn from(it: pledgeboard_documents::Unprintable) -> Self {
        Self {
            character: it.character.into(),
            code: format!("U+{:04X}", u32::from(it.character)),
            within: it.within,
            under: it.under,
        }
    }
}
