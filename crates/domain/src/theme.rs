//! Themes, and the councillors and officers who champion them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    fixed::principles::Principle,
    id::{AssignmentId, PersonId, ThemeId},
    person::{holds, in_order, overlaps},
    refusal::{Checked, Refusal},
    text,
};

/// A focus of the year's work: "Feeling safe at home".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Theme {
    pub id: ThemeId,
    pub version: i64,
    pub name: String,
    pub child_name: String,
    /// A Lucide icon's name.
    pub icon: String,
    /// One of the board's colours: teal, plum, sun, leaf, coral.
    pub colour: String,
    /// Words that make the app guess this theme from what was said.
    pub keywords: Vec<String>,
    pub principles: Vec<Principle>,
    pub questions: Vec<String>,
    pub position: i64,
    pub retired_on: Option<NaiveDate>,
}

impl Theme {
    pub fn check(&self) -> Checked {
        text::required("name", "the theme's name", &self.name, text::SHORT)?;
        text::optional("child_name", "the name for children", &self.child_name, text::SHORT)?;
        text::lines("keywords", "a keyword", &self.keywords, 60)?;
        text::lines("questions", "a question", &self.questions, text::MEDIUM)
    }

    /// The name children read; the adult name where none is written yet is never used instead.
    pub fn for_children(&self) -> Option<&str> {
        Some(self.child_name.as_str()).filter(|name| !name.is_empty())
    }
}

crate::text_enum! {
    ChampionKind {
        LinkChampion = "link_champion" => "Link Champion",
        OfficerChampion = "officer_champion" => "officer champion",
    }
}

/// Theme × Person, from when to when (both days included). History is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assignment {
    pub id: AssignmentId,
    pub version: i64,
    pub theme_id: ThemeId,
    pub person_id: PersonId,
    pub kind: ChampionKind,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

impl Assignment {
    /// In order; a Link Champion is a councillor; nobody twice on one theme at once.
    pub fn check(&self, is_councillor: bool, others: &[Assignment]) -> Checked {
        in_order(self.from, self.to)?;
        if self.kind == ChampionKind::LinkChampion && !is_councillor {
            return Err(Refusal::field("person_id", "A Link Champion is a councillor. Choose a councillor."));
        }
        let twice = others.iter().any(|other| {
            other.id != self.id
                && (other.theme_id, other.person_id, other.kind) == (self.theme_id, self.person_id, self.kind)
                && overlaps((self.from, self.to), (other.from, other.to))
        });
        if twice {
            return Err(Refusal::field("person_id", "This person already links to the theme on that day."));
        }
        Ok(())
    }

    pub fn holds_on(&self, day: NaiveDate) -> bool {
        holds((self.from, self.to), day)
    }
}
