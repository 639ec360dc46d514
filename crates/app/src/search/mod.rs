//! Search: everything, from anywhere, grouped by kind, each hit with the page that shows it.

mod groups;
mod place;

use pledgeboard_domain::wording;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{command::commands, context::Context, error::Outcome};

use groups::GROUPS;
use place::Place;

commands! {
    read "search.find" => find, Find => Vec<SearchGroup>;
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Find {
    pub words: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchGroup {
    /// "Voices", "Promises".
    pub title: String,
    pub hits: Vec<SearchHit>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchHit {
    pub record: Uuid,
    pub title: String,
    /// The words around what was found.
    pub excerpt: Vec<ExcerptPart>,
    /// Where it belongs: "Meeting of 3 December 2026".
    pub belongs_to: String,
    /// "exempt", "confidential", "restricted" or "sensitive"; none when anyone may read it.
    pub marked: Option<String>,
    pub href: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExcerptPart {
    pub words: String,
    pub found: bool,
}

/// Hits asked of the index.
const MOST: i64 = 40;
/// Hits shown of one kind.
const OF_ONE_KIND: usize = 6;
/// Of a title, so many characters.
const TITLE: usize = 90;

pub(crate) async fn find(cx: &Context, request: Find) -> Outcome<Vec<SearchGroup>> {
    let mut read = cx.read().await?;
    let found = read.search(&request.words, MOST).await?;
    let mut groups: Vec<SearchGroup> = vec![];
    for (title, kinds) in GROUPS {
        let mut hits = vec![];
        for hit in found.iter().filter(|hit| kinds.contains(&hit.kind.as_str())).take(OF_ONE_KIND) {
            let Some(place) = Place::of(&mut read, hit).await? else { continue };
            hits.push(SearchHit {
                record: hit.record,
                title: shortened(place.title.as_deref().unwrap_or(&hit.title)),
                excerpt: parts(&hit.excerpt),
                belongs_to: place.belongs_to,
                marked: (hit.access != "open").then(|| hit.access.clone()),
                href: place.href,
            });
        }
        if !hits.is_empty() {
            groups.push(SearchGroup { title: (*title).into(), hits });
        }
    }
    Ok(groups)
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= TITLE {
        return title.into();
    }
    let kept: String = title.chars().take(TITLE).collect();
    format!("{}…", kept.trim_end())
}

/// The excerpt cut at the marks around what was found.
fn parts(excerpt: &str) -> Vec<ExcerptPart> {
    let mut parts = vec![];
    for (at, piece) in excerpt.split('\u{2}').enumerate() {
        let (found, rest) = match piece.split_once('\u{3}') {
            Some((found, rest)) if at > 0 => (found, rest),
            _ => ("", piece),
        };
        for (words, found) in [(found, true), (rest, false)] {
            if !words.is_empty() {
                parts.push(ExcerptPart { words: words.into(), found });
            }
        }
    }
    parts
}

/// "Meeting of 3 December 2026".
fn meeting_of(date: chrono::NaiveDate) -> String {
    format!("Meeting of {}", wording::date_without_weekday(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_stands_apart() {
        let said = parts("\u{2}Moved\u{3} three times, \u{2}moved\u{3} again");
        let said: Vec<(&str, bool)> = said.iter().map(|part| (part.words.as_str(), part.found)).collect();
        assert_eq!(said, [("Moved", true), (" three times, ", false), ("moved", true), (" again", false)]);
        assert_eq!(parts("nothing").len(), 1);
    }
}
